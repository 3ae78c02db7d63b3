"""Which claims are compared at all: neighbours in a report, and neighbours in blocks of day, place and type family."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from math import floor
from typing import Any

from hearsay.events.traits import Spot, Traits
from hearsay.lexicons import load, naming

_CELL_MARGIN = 0.3  # degrees: two places about 30 km apart still share a cell of one degree
_MOST_MONTHS = 12
_FEWEST_COPIED = 4  # telling words from which on the same ones in two reports are a copy

Key = tuple[Any, ...]


def pair(claims: Sequence[Traits]) -> list[tuple[Traits, Traits]]:
    """The pairs worth comparing, each once, the smaller claim id first. Not quadratic: in each block a claim meets only its next neighbours."""
    limits = load("linking")["limits"]
    blocks: defaultdict[Key, list[Traits]] = defaultdict(list)
    for claim in claims:
        for key in _keys(claim):
            blocks[key].append(claim)
    pairs: dict[tuple[str, str], tuple[Traits, Traits]] = {}
    for key, block in blocks.items():
        window = limits["report_window"] if key[0] == "report" else limits["block_window"]
        for left, right in _neighbours(block, window):
            pairs[left.claim_id, right.claim_id] = (left, right)
    return [pairs[ids] for ids in sorted(pairs)]


def _neighbours(block: list[Traits], window: int) -> Iterator[tuple[Traits, Traits]]:
    block.sort(key=lambda claim: (claim.days.first if claim.days else 0, claim.report_id, claim.start, claim.claim_id))
    if len({claim.report_id for claim in block}) == 1:
        block.sort(key=lambda claim: (claim.start, claim.claim_id))
    for index, claim in enumerate(block):
        for other in block[index + 1 : index + 1 + window]:
            yield (claim, other) if claim.claim_id < other.claim_id else (other, claim)


def _keys(claim: Traits) -> Iterator[Key]:
    yield ("report", claim.report_id)
    if len(claim.words) >= _FEWEST_COPIED:
        yield ("words", claim.words)
    wheres = [*_wheres(claim), *(("party", name) for name in sorted(claim.actors | claim.targets) if not naming.is_vague(name))]
    for when in _whens(claim):
        for family in claim.families:
            for where in wheres:
                yield ("block", when, family, where)
    for figure in claim.figures:
        for where in wheres:
            yield ("figure", figure, where)


def _whens(claim: Traits) -> Iterator[Key]:
    """Days with the day after, so that neighbouring days meet; months for long spans; one block for claims without a day."""
    days = claim.days
    if days is None:
        yield ("undated",)
    elif days.last - days.first < load("linking")["limits"]["block_days"]:
        yield from (("day", day) for day in range(days.first, days.last + 2))
    else:
        first, last = date.fromordinal(days.first), date.fromordinal(days.last)
        months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
        yield from (("month", month) for month in months[:_MOST_MONTHS])


def _wheres(claim: Traits) -> set[Key]:
    return {where for spot in claim.spots for where in _cells(spot)}


def _cells(spot: Spot) -> Iterator[Key]:
    yield ("name", spot.name)
    if spot.country is not None:
        yield ("region", spot.country, spot.admin1 or "")
    if spot.is_exact and spot.lat is not None and spot.lon is not None:
        for lat in (spot.lat - _CELL_MARGIN, spot.lat + _CELL_MARGIN):
            for lon in (spot.lon - _CELL_MARGIN, spot.lon + _CELL_MARGIN):
                yield ("cell", floor(lat), floor(lon))
