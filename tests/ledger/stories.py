"""Claims, reports and ledgers made up for the tests: no war, no reader, every field in sight."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from hearsay.records import Claim, Cue, Document, Event, Evidence, Figure, Happening, Party, Place, Voice, When


def when(first: str, last: str | None = None, *, surface: str = "then") -> When:
    return When(date.fromisoformat(first), date.fromisoformat(last or first), 1 if last is None else 2, surface, 0, len(surface), "stated")


def place(name: str, lat: float | None = None, lon: float | None = None, *, country: str | None = None, **more: Any) -> Place:
    return Place(name, name, 0, len(name), lat, lon, country, **({"precision": 1} | more))


def party(name: str, kind: str = "rebel") -> Party:
    return Party(name, name, 0, len(name), kind)


def civilians(name: str = "civilians") -> Party:
    return party(name, "civilians")


def voice(name: str, kind: str = "person", *, of: str | None = None, said: str | None = None) -> Voice:
    return Voice(name, name, 0, len(name), kind, of=of, cue=Cue("said", 0, 4), said=when(said) if said else None)


def outlet(name: str) -> Voice:
    return Voice(name, "", 0, 0, "media")


def figure(measure: str, low: int | None, high: int | None = -1, *, victims: Sequence[Party] = (), **more: Any) -> Figure:
    """``high`` as ``low`` unless given."""
    top = low if high == -1 else high
    return Figure(measure, low, top, more.pop("best", low), 0, 1, "x", tuple(victims), **more)  # type: ignore[arg-type]


def claim(claim_id: str, kind: str = "toll", *, by: Voice | None = None, **more: Any) -> Claim:
    """``more``: report, start, words, stance, carrier, figures, and the fields of Happening."""
    report, start, words = more.pop("report", claim_id.partition("/")[0]), more.pop("start", 0), more.pop("words", f"words {claim_id}")
    stance, figures, carrier = more.pop("stance", "asserts"), more.pop("figures", ()), more.pop("carrier", None)
    chain = (*((by,) if by else ()), carrier or outlet(f"Outlet of {report}"))
    parts: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in more.items()}
    return Claim(claim_id, report, Evidence(start, start + len(words), words), chain, stance, Happening(kind, **parts), tuple(figures), 0.9, "test")


def document(report_id: str, text: str = "Words of a report.", published: str | None = None, **more: Any) -> Document:
    return Document(report_id, text, published=date.fromisoformat(published) if published else None, **more)


def event_of(claims: Sequence[Claim]) -> Event:
    return Event("e1", tuple(sorted(one.claim_id for one in claims)), ())
