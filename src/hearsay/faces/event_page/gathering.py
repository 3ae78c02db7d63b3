"""Gathers what a page about an event shows from the ledger."""

from datetime import date, datetime

from hearsay import dossiers, ledger
from hearsay.dossiers import Dossier
from hearsay.faces.event_page.shown import Shown
from hearsay.faces.printings import copied
from hearsay.faces.speakers import is_about
from hearsay.ledger import Ledger
from hearsay.records import Judgement


def gather(of: Ledger, dossier: Dossier, *, profile: str = "hearsay", published_by: date | None = None, recorded_by: datetime | None = None) -> Shown:
    """The page of an event of the ledger; ``profile``, ``published_by`` and ``recorded_by`` are those with which the dossier was found. In a notebook
    it shows itself. Related events are told only of how things stand now."""
    names = {claim.report_id for claim in dossier.claims}
    reports = {name: found for name in names if (found := ledger.report(of, name))} | copied(of, dossier)
    tied = () if published_by or recorded_by else tuple(dossiers.ties(of, dossier))
    return Shown(dossier, reports, profile, published_by, tied, _judgements(of, dossier, recorded_by), ledger.head(of), recorded_by)


def _judgements(of: Ledger, dossier: Dossier, moment: datetime | None) -> tuple[Judgement, ...]:
    """Those that stand, or stood at the moment, about the event's claims and parties."""
    ids = set(dossier.event.claim_ids)
    made = ledger.hold(of, recorded_by=moment).judgements if moment else [one for one in ledger.judgements(of) if one.undone_by is None]
    return tuple(one for one in made if {one.left, one.right} & ids or (one.subject == "parties" and is_about(one, dossier)))
