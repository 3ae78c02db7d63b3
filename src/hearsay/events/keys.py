"""Under which keys a telling is shelved: two tellings are compared if they share one."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from math import floor

from hearsay.lexicons import load, naming
from hearsay.records import Days, Spot, Telling

_CELL_MARGIN = 0.3  # degrees: two places about 30 km apart still share a cell of one degree
_MOST_MONTHS = 12
_FEWEST_COPIED = 4  # telling words from which on the same ones in two tellings are a copy
NAME, FIGURE, RULED = "name", "figure", "ruled"  # what the keys for names, for figures and for rulings begin with
SCARCE = (NAME, FIGURE)  # keys that say something only while few stand under them


def keys(telling: Telling) -> frozenset[str]:
    """The keys of a telling, which follow from it alone."""
    named = (key for own in name_keys(telling).values() for key in own)
    return frozenset((*_blocks(telling), *named, *_copied(telling), *(f"{RULED}|{group}" for group in telling.sames)))


def lot(telling_id: str) -> tuple[int, str]:
    """The order of the tellings under a key, as if drawn by lot: of a crowd only the first few are compared with all."""
    return int.from_bytes(blake2b(telling_id.encode(), digest_size=7).digest(), "big"), telling_id


def name_keys(telling: Telling) -> Mapping[str, tuple[str, ...]]:
    """Those for each of the names of its report: two for the overlapping stretches of time that its day of publication is in, one for all time."""
    return _name_keys(telling.names, telling.published) if telling.names else {}


@lru_cache(maxsize=10_000)
def _name_keys(names: frozenset[str], published: int | None) -> Mapping[str, tuple[str, ...]]:
    half = None if published is None else published // load("linking")["limits"]["name_days"]
    stretches = ("",) if half is None else ("", half, half + 1)
    return {name: tuple(f"{NAME}|{stretch}|{name}" for stretch in stretches) for name in names}


def _blocks(telling: Telling) -> Iterator[str]:
    """Day with place or party; so that a crowd meets its like, with type, or place and party, too. What has no day needs more in common."""
    names = {spot.name for spot in telling.spots}
    wheres = sorted(names | {name for name in telling.actors | telling.targets if not naming.is_vague(name)})
    for when in _whens(telling.days):
        yield from (f"{when}|{where}|{kind}" for where in wheres for kind in telling.types)
        if telling.days is not None:
            yield from (f"{when}|{where}" for where in (*wheres, *(area for spot in telling.spots for area in _areas(spot))))
    for measure, low, high in telling.figures:
        if low > 1:
            yield from (f"{FIGURE}|{measure} {low} {high}|{where}" for where in wheres)


def _copied(telling: Telling) -> Iterator[str]:
    if len(telling.words) >= _FEWEST_COPIED:
        yield f"words|{blake2b(' '.join(sorted(telling.words)).encode(), digest_size=8).hexdigest()}"


def _whens(days: Days | None) -> Iterator[str]:
    """Days with the day after, so that neighbouring days meet; months for long spans; one word for those without a day."""
    if days is None:
        yield "undated"
    elif days.last - days.first < load("linking")["limits"]["block_days"]:
        yield from (str(day) for day in range(days.first, days.last + 2))
    else:
        first, last = date.fromordinal(days.first), date.fromordinal(days.last)
        months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
        yield from (f"month {month}" for month in months[:_MOST_MONTHS])


def _areas(spot: Spot) -> Iterator[str]:
    if spot.country is not None:
        yield f"in {spot.country} {spot.admin1 or ''}"
    if spot.is_exact and spot.lat is not None and spot.lon is not None:
        for lat in (spot.lat - _CELL_MARGIN, spot.lat + _CELL_MARGIN):
            for lon in (spot.lon - _CELL_MARGIN, spot.lon + _CELL_MARGIN):
                yield f"at {floor(lat)} {floor(lon)}"
