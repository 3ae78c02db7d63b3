"""What the API and the pages ask the desk for: one event, claims, reports, voices, what waits and what changed."""

from collections import Counter
from datetime import date
from typing import Any

from hearsay import dossiers, ledger, picks
from hearsay.dossiers import Dossier, Tied
from hearsay.faces.web import told
from hearsay.faces.web.desk import Desk
from hearsay.faces.web.wrong import Refused
from hearsay.ledger import Found
from hearsay.ledger.bodies import is_storable
from hearsay.ledger.state import Moment
from hearsay.lexicons import naming
from hearsay.picks import Card, Turn
from hearsay.records import Claim, Document, Judgement, Problem, Track
from hearsay.records.track import Verdict

LOOKED_AT = 50  # events of a voice in which its figures are followed up, the latest ones
VERDICTS: tuple[Verdict, ...] = ("borne out", "overtaken", "contradicted", "open")
_BY_VERB = {"report": "report_id", "event": "event_id", "voice": "voice", "type": "type", "stance": "stance"}


def event(desk: Desk, event_id: str, *, profile: str, as_of: date | None) -> tuple[Dossier, list[Tied]]:
    """An event with all that is known of it, and what it is related to. Raises Refused if there is none, or nothing of it was known on the day."""
    return desk.kept(("event", event_id, profile, as_of), lambda: _event(desk, event_id, profile, as_of))


def _event(desk: Desk, event_id: str, profile: str, as_of: date | None) -> tuple[Dossier, list[Tied]]:
    found = dossiers.find(desk.of, event_id, profile=profile, published_by=as_of) if is_storable(event_id) else ()
    if len(found) != 1:
        raise Refused(404, f"{'several events have ids that begin' if found else 'there is no event'} {event_id!r}: /api/events lists them")
    if not found[0].claims:
        raise Refused(404, f"nothing of event {event_id} was known on {as_of}: ask for a later day")
    return found[0], [] if as_of else dossiers.ties(desk.of, found[0])


def report(desk: Desk, report_id: str) -> Document:
    """A report. Raises Refused if there is none."""
    found = ledger.report(desk.of, report_id) if is_storable(report_id) else None
    if found is None:
        raise Refused(404, f"there is no report {report_id!r}: /api/reports lists them")
    return found


def claim(desk: Desk, claim_id: str) -> tuple[Claim, str | None, list[Judgement]]:
    """A claim as judged, its event, and what people ruled about it. Raises Refused if there is none."""
    found = picks.claims_named(desk.of, [claim_id]) if is_storable(claim_id) else []
    if not found:
        raise Refused(404, f"there is no claim {claim_id!r}, or it was withdrawn or rejected: /api/claims lists them")
    return found[0], picks.homes(desk.of, [claim_id]).get(claim_id), judgements_about(desk, {claim_id})


def judgements_about(desk: Desk, claim_ids: set[str]) -> list[Judgement]:
    """What people ruled about claims or the events that they are in, what was taken back too."""
    made = (*ledger.judgements(desk.of, "claims"), *ledger.judgements(desk.of, "events"))
    return [one for one in made if one.left in claim_ids or one.right in claim_ids]


def judgements_in(desk: Desk, report_id: str) -> list[Judgement]:
    """What people ruled about the claims of a report and did not take back."""
    made = ledger.judgements(desk.of, "claims")
    return [one for one in made if one.undone_by is None and one.record is not None and one.record.report_id == report_id]


def placed(desk: Desk, claims: list[Claim]) -> list[dict[str, Any]]:
    """Claims with their events."""
    homes = picks.homes(desk.of, [one.claim_id for one in claims])
    return [told.record(one, homes.get(one.claim_id)) for one in claims]


def claims_like(desk: Desk, wanted: dict[str, str], *, after: str, limit: int) -> tuple[list[Claim], str | None, int]:
    """The claims that have these values (report, event, voice, type, stance), where the next ones begin, and how many there are."""
    picked = {_BY_VERB[name]: value for name, value in wanted.items()}
    if not all(map(is_storable, (after, *picked.values()))):
        return [], None, 0
    names, total = picks.claim_ids(desk.of, picked, after=after, most=limit + 1)
    return picks.claims_named(desk.of, names[:limit]), names[limit - 1] if len(names) > limit else None, total


def waiting(desk: Desk, *, after: Turn | None, limit: int) -> tuple[list[Claim], Turn | None]:
    """The claims that nobody judged, and after which one the next come."""
    turns = picks.waiting(desk.of, after=after, most=limit + 1)
    claims = picks.claims_named(desk.of, [claim_id for *_, claim_id in turns[:limit]])
    return claims, turns[limit - 1] if len(turns) > limit else None


def search(desk: Desk, words: str, *, limit: int) -> tuple[Found, ...]:
    """The reports that have all these words. Raises Refused if there is no word in them."""
    found = ledger.search(desk.of, words, limit=limit)
    if isinstance(found, Problem):
        raise Refused(422, f"q: {found.message}")
    return found


def voices(desk: Desk, like: str | None) -> list[tuple[str, int, int]]:
    """Each voice with the number of its claims and events; only those whose names have the words ``like``."""
    named: list[tuple[str, int, int]] = desk.kept("voices", lambda: picks.voices(desk.of))
    words = naming.fold(like) if like else ()
    return [row for row in named if all(any(part.startswith(word) for part in naming.fold(row[0])) for word in words)]


def voice(desk: Desk, name: str) -> dict[str, Any]:
    """A voice, how it fared in the latest of its events, and who carries its words. Raises Refused if nobody goes by that name."""
    return desk.kept(("voice", name), lambda: _voice(desk, name))


def _voice(desk: Desk, name: str) -> dict[str, Any]:
    key = naming.key(name)
    own = [row for row in voices(desk, None) if row[0] == name] or [row for row in voices(desk, None) if naming.key(row[0]) == key]
    if not own:
        raise Refused(404, f"no voice goes by the name {name!r}: /api/voices lists them")
    cards = [card for card in desk.cards(None) if any(naming.key(one) == key for one in card.facets.voices)]
    latest = sorted(cards, key=lambda card: (-card.summary.last_day, card.summary.event_id))[:LOOKED_AT]
    track, claims = picks.track(desk.of, name, [card.summary.event_id for card in latest])
    carriers = Counter(carrier.name for one in claims for carrier in one.chain[1:])
    return {
        "name": own[0][0],
        "claims": sum(number for _, number, _ in own),
        "events": len(cards),
        "looked_at": len(latest),
        **fared(track),
        "carriers": sorted(carriers.items(), key=lambda pair: (-pair[1], pair[0])),
    }


def fared(track: Track | None) -> dict[str, Any]:
    """What became of a voice's figures."""
    return {
        "side": track.side if track else None,
        "verdicts": {verdict: track.count(verdict) if track else 0 for verdict in VERDICTS},
        "graded": [told.graded(one) for one in track.graded] if track else [],
    }


def changes(desk: Desk, since: Moment) -> list[dict[str, Any]]:
    """What became of the events since a moment, or since the end of a day."""
    return desk.kept(("changes", since), lambda: [told.change(one) for one in dossiers.changes(desk.of, since)])


def events_of_voice(desk: Desk, name: str) -> list[Card]:
    """The events that a voice claims something of, the latest first."""
    key = naming.key(name)
    found = [card for card in desk.cards(None) if any(naming.key(one) == key for one in card.facets.voices)]
    return sorted(found, key=lambda card: (-card.summary.last_day, card.summary.event_id))
