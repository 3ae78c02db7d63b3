"""What is worked out from the entries and kept, so that a ledger of millions answers at once: tellings on their shelves, events, tallies by day.
Entries in; Tellings, Events, Summaries and Tallies out."""

from sqlalchemy import Connection

from hearsay.ledger.derived.facets import (
    Facets,
    best_on,
    claims_like,
    count_claims_like,
    count_reports,
    facets_of,
    facets_on,
    homes_of,
    looked_for,
    reports_after,
    reports_of_claims,
    voices_in,
    waiting,
)
from hearsay.ledger.derived.facts import events_naming, learn_facts
from hearsay.ledger.derived.lag import is_near
from hearsay.ledger.derived.origins import of_one_text, settle_origins
from hearsay.ledger.derived.placing import (
    Placed,
    claims_in,
    displace,
    events_beginning,
    events_named,
    events_telling,
    mark_stale,
    next_stale,
    place,
    reports_in,
    settle,
)
from hearsay.ledger.derived.shelved import Shelved, shelve, tellings_of, unshelve
from hearsay.ledger.derived.stretches import Term
from hearsay.ledger.derived.tallying import Summary, losses_on, retell, study_reports, summaries, summaries_near, summarise, tallies_on, terms_of
from hearsay.ledger.derived.updating import Work, is_current, judged, next_work, updating

__all__ = [
    "Connection",
    "Facets",
    "Placed",
    "Shelved",
    "Summary",
    "Term",
    "Work",
    "best_on",
    "claims_in",
    "claims_like",
    "count_claims_like",
    "count_reports",
    "displace",
    "events_beginning",
    "events_named",
    "events_naming",
    "events_telling",
    "facets_of",
    "facets_on",
    "homes_of",
    "is_current",
    "is_near",
    "judged",
    "learn_facts",
    "looked_for",
    "losses_on",
    "mark_stale",
    "next_stale",
    "next_work",
    "of_one_text",
    "place",
    "reports_after",
    "reports_in",
    "reports_of_claims",
    "retell",
    "settle",
    "settle_origins",
    "shelve",
    "study_reports",
    "summaries",
    "summaries_near",
    "summarise",
    "tallies_on",
    "tellings_of",
    "terms_of",
    "unshelve",
    "updating",
    "voices_in",
    "waiting",
]
