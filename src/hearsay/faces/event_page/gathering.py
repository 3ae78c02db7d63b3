"""Gathers what a page about an event shows from the ledger."""

from datetime import date

from hearsay import dossiers, ledger
from hearsay.dossiers import Dossier
from hearsay.faces.event_page.shown import Shown
from hearsay.faces.speakers import is_about
from hearsay.ledger import Ledger
from hearsay.records import Judgement


def gather(of: Ledger, dossier: Dossier, *, profile: str = "hearsay", published_by: date | None = None) -> Shown:
    """The page of an event of the ledger; ``profile`` and ``published_by`` are those with which the dossier was found. In a notebook it shows
    itself."""
    names = {claim.report_id for claim in dossier.claims}
    reports = {name: found for name in names if (found := ledger.report(of, name))}
    tied = () if published_by else tuple(dossiers.ties(of, dossier))
    return Shown(dossier, reports, profile, published_by, tied, _judgements(of, dossier), ledger.head(of))


def _judgements(of: Ledger, dossier: Dossier) -> tuple[Judgement, ...]:
    """Those that stand about the event's claims and parties."""
    ids = set(dossier.event.claim_ids)
    made = [one for one in ledger.judgements(of) if one.undone_by is None]
    return tuple(one for one in made if {one.left, one.right} & ids or (one.subject == "parties" and is_about(one, dossier)))
