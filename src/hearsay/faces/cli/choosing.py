"""Which event a command is about, from what a person typed."""

from datetime import date, datetime
from typing import TYPE_CHECKING, NoReturn

from hearsay.faces.cli.settings import fail

if TYPE_CHECKING:
    from hearsay.dossiers import Dossier
    from hearsay.ledger import Ledger


def the_event(opened: "Ledger", beginning: str, profile: str, as_of: date | None, recorded_by: datetime | None) -> "Dossier":
    """The one event whose id begins so, as known by the day and as the ledger had it at the moment; else ends the command with what is wrong."""
    from hearsay import dossiers

    found = dossiers.find(opened, beginning, profile=profile, published_by=as_of)
    if len(found) > 1:
        fail(f"{opened.name}: several events have ids that begin with {beginning!r}. `hearsay events --all --ledger {opened.argument}` lists them.")
    then = dossiers.dossiers(opened, profile=profile, published_by=as_of, recorded_by=recorded_by) if recorded_by else ()
    if not found:
        gone = [one for one in then if one.event.event_id.startswith(beginning)]
        return gone[0] if len(gone) == 1 else _missing(opened, beginning)
    told = dossiers.then_of(found[0], then) if recorded_by else found[0]
    if told is None or not told.claims:
        wrong = "was known then. Ask for a later day." if as_of or recorded_by else "counts now: what told of it was taken back."
        fail(f"{opened.name}: nothing of event {found[0].event.event_id} {wrong}")
    return told


def _missing(opened: "Ledger", event_id: str) -> NoReturn:
    from hearsay import picks

    heir = picks.heir(opened, event_id)
    if heir is None:
        fail(f"{opened.name}: no event has an id that begins with {event_id!r}. `hearsay events --all --ledger {opened.argument}` lists them.")
    if not heir:
        fail(f"{opened.name}: {event_id} is no event any more: no event has the claim that it began with, nor one in its place.")
    fail(f"{opened.name}: {event_id} is no event any more: what it began with is in {heir} now: hearsay show {heir} --ledger {opened.argument}")
