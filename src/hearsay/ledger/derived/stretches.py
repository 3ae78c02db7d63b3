"""Stretches of days through which the same claims of an event counted, and things that stayed the same through several."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from hearsay.ledger.folding import FOREVER
from hearsay.records import Claim

Stretch = tuple[int, int, Sequence[Claim]]  # from which ordinal day on, until before which, and the claims that counted
Seen = TypeVar("Seen", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Term:
    """From which ordinal day on a report's claims count, and until before which; its day of publication, if known, and the report it is a copy of."""

    since: int
    until: int
    published: int | None
    origin_id: str

    def holds(self, day: int) -> bool:
        """True if the claims count on that day."""
        return self.since <= day < self.until


def stretches_of(claims: Sequence[Claim], terms: Mapping[str, Term]) -> Iterator[Stretch]:
    """The stretches of days, and which claims counted in each."""
    own = {claim.report_id: terms[claim.report_id] for claim in claims}
    days = sorted({day for term in own.values() for day in (term.since, term.until)} | {FOREVER})
    for since, until in pairwise(days):
        yield since, until, [claim for claim in claims if own[claim.report_id].holds(since)]


def spans_of(views: Iterable[tuple[int, int, Sequence[Seen]]]) -> Iterator[tuple[Seen, int, int]]:
    """Each thing seen with the days from which on and until before which it was seen without a break."""
    standing: dict[Seen, int] = {}
    end = FOREVER
    for since, until, seen in views:
        yield from ((one, begun, since) for one, begun in standing.items() if one not in seen)
        standing = {one: standing.get(one, since) for one in seen}
        end = until
    yield from ((one, begun, end) for one, begun in standing.items())
