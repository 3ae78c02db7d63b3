"""Under which keys a telling is shelved: two tellings are compared if they share one, or rare names and figures."""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from math import floor

from hearsay.lexicons import load, naming
from hearsay.records import Days, Rarity, Spot, Standing, Telling, Trait

Span = tuple[int, int]  # the first and the last of some stretches of days

_CELL_MARGIN = 0.3  # degrees: two places about 30 km apart still share a cell of one degree
_MOST_MONTHS = 12
_FEWEST_COPIED = 4  # telling words from which on the same ones in two tellings are a copy
RULED = "ruled"  # what the keys for rulings begin with
_FIGURE = "figure"
_UNDATED, _NEVER = -2, 1 << 31  # the stretch of what has no day of publication, and one after all others
_EVER: Span = (_UNDATED, _NEVER)


def standing(telling: Telling) -> Standing:
    """Where a telling is shelved, which follows from it alone."""
    stretch = _stretch(telling.published)
    return Standing(lot(telling.telling_id)[0], keys(telling), frozenset(Trait(rarity.key, stretch) for rarity in rarities(telling)))


def keys(telling: Telling) -> frozenset[str]:
    """The keys of a telling, which follow from it alone; of a crowd under one the first few are compared with all."""
    return frozenset((*_blocks(telling), *_copied(telling), *(f"{RULED}|{group}" for group in telling.sames)))


def narrow_keys(telling: Telling) -> frozenset[str]:
    """Those of its keys under which the fewest stand who are of other events: its days with its places."""
    whens = _whens(telling.days) if telling.days is not None else ()
    return frozenset(f"{when}|{spot.name}" for when in whens for spot in telling.spots)


def rarities(telling: Telling) -> frozenset[Rarity]:
    """The rarities of its names and figures."""
    return frozenset((*figure_rarities(telling), *name_rarities(telling)))


def is_of_figure(rarity: Rarity) -> bool:
    """True if it is one of a figure, whose bearers are compared, and not of a name, which also tells how alike they are."""
    return rarity.key.startswith(_FIGURE)


def lot(telling_id: str) -> tuple[int, str]:
    """The order of the tellings under a key, as if drawn by lot: of a crowd only the first few are compared with all."""
    return int.from_bytes(blake2b(telling_id.encode(), digest_size=7).digest(), "big"), telling_id


def name_rarities(telling: Telling) -> list[Rarity]:
    """Those of the names of its report."""
    return [rarity for name in telling.names for rarity in rarities_of(name, spans(telling))]


def rarities_of(name: str, within: Iterable[Span]) -> list[Rarity]:
    """Those of a name, one for each of these spans."""
    return [Rarity(f"name|{name}", *span) for span in within]


def spans(telling: Telling) -> tuple[Span, ...]:
    """The stretches of days in which its names are counted: all time, and the two pairs of stretches that its day of publication is in."""
    stretch = _stretch(telling.published)
    return (_EVER,) if stretch == _UNDATED else (_EVER, (stretch - 1, stretch), (stretch, stretch + 1))


def figure_rarities(telling: Telling) -> Iterator[Rarity]:
    """Those of its figures, each with where, for all time."""
    for measure, low, high in telling.figures:
        if low > 1:
            yield from (Rarity(f"{_FIGURE}|{measure} {low} {high}|{where}", *_EVER) for where in _wheres(telling))


def _stretch(published: int | None) -> int:
    return _UNDATED if published is None else published // load("linking")["limits"]["name_days"]


def _blocks(telling: Telling) -> Iterator[str]:
    """Day with place or party; so that a crowd meets its like, with type, or place and party, too. What has no day needs more in common."""
    wheres = _wheres(telling)
    for when in _whens(telling.days):
        yield from (f"{when}|{where}|{kind}" for where in wheres for kind in telling.types)
        if telling.days is not None:
            yield from (f"{when}|{where}" for where in (*wheres, *(area for spot in telling.spots for area in _areas(spot))))


def _wheres(telling: Telling) -> list[str]:
    """Its places and those of its parties that are named."""
    parties = {name for name in telling.actors | telling.targets if not naming.is_vague(name)}
    return sorted(parties.union(spot.name for spot in telling.spots))


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
