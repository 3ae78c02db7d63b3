"""What is worked out from the entries and kept, so that a ledger of millions answers at once: tellings on their shelves, events, tallies by day.
Entries in; Tellings, Events, Summaries and Tallies out."""

from sqlalchemy import Connection

from hearsay.ledger.derived.facts import events_naming, learn_facts
from hearsay.ledger.derived.origins import settle_origins
from hearsay.ledger.derived.placing import (
    Placed,
    claims_in,
    displace,
    events_beginning,
    events_named,
    events_telling,
    forget,
    left_behind,
    mark_stale,
    next_stale,
    place,
    reports_in,
)
from hearsay.ledger.derived.shelved import Shelved, members, shelve, tellings_of, unshelve
from hearsay.ledger.derived.tallying import Summary, Term, retell, study_reports, summaries, summaries_near, summarise, tallies_on, terms_of
from hearsay.ledger.derived.updating import Work, claims_of_reports, is_current, judgements_about_parties, next_work, updating

__all__ = [
    "Connection",
    "Placed",
    "Shelved",
    "Summary",
    "Term",
    "Work",
    "claims_in",
    "claims_of_reports",
    "displace",
    "events_beginning",
    "events_named",
    "events_naming",
    "events_telling",
    "forget",
    "is_current",
    "judgements_about_parties",
    "learn_facts",
    "left_behind",
    "mark_stale",
    "members",
    "next_stale",
    "next_work",
    "place",
    "reports_in",
    "retell",
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
]
