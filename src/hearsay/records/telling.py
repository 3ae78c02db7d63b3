"""What one report tells of one thing, worn down to what is compared when events are made of it."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from hearsay.records.event import Link

Stretch = tuple[int, int]  # ordinal days, both included


@dataclass(frozen=True, slots=True)
class Spot:
    """A place worn down to what is compared: ``name`` and ``admin1`` folded, degrees rounded. ``is_exact`` for a settlement or a point, not a region
    or a country."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    is_exact: bool
    is_country: bool
    slack_km: float


@dataclass(frozen=True, slots=True)
class Days:
    """Ordinal days, both included. ``earliest``/``latest`` are how far they may be wrong."""

    first: int
    last: int
    earliest: int
    latest: int
    is_inferred: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """One or several claims of one report that tell of one thing. ``telling_id`` is the id of the claim told first, which stands for all in links;
    ``links`` say why they are together (n claims, n-1 links). ``figures`` are (measure, low, high), high -1 if open; ``is_total``: a running total is
    among them. ``stretches`` are the days that its claims say, each claim's apart, ``totals`` those of them that a claim gives a running total of.
    ``names``, which only the main telling of a report has, are those of the report (``Sketch``); ``published`` its ordinal day.
    ``sames`` and ``others``: what people ruled, as names of groups of claims that are of one event, and of those that are not of this one's."""

    telling_id: str
    report_id: str
    claim_ids: tuple[str, ...]
    start: int
    end: int
    days: Days | None
    spots: frozenset[Spot]
    actors: frozenset[str]
    targets: frozenset[str]
    types: frozenset[str]
    is_unreal: bool
    figures: frozenset[tuple[str, int, int]]
    words: frozenset[str]
    is_total: bool = False
    stretches: frozenset[Stretch] = frozenset()
    totals: frozenset[Stretch] = frozenset()
    links: tuple[Link, ...] = ()
    names: frozenset[str] = frozenset()
    published: int | None = None
    sames: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


class Trait(NamedTuple):
    """A name or a figure that a telling bears, and the stretch of days in which it was published."""

    key: str
    stretch: int


class Rarity(NamedTuple):
    """A name or a figure, and the first and the last of some stretches of days: if few tellings bear it in these, they are compared."""

    key: str
    first: int
    last: int


class Standing(NamedTuple):
    """Where a telling stands: its place in every crowd, its keys, and its traits."""

    lot: int
    keys: frozenset[str]
    traits: frozenset[Trait]


_SETS = ("actors", "targets", "types", "words", "names", "sames", "others")  # of names
_STRETCHES = ("stretches", "totals")


def telling_to_json(telling: Telling) -> dict[str, Any]:
    """The telling, without its links, as a JSON-ready dict, sets sorted, so that equal tellings are equal texts."""
    days = telling.days
    return {
        "telling_id": telling.telling_id,
        "report_id": telling.report_id,
        "claim_ids": telling.claim_ids,
        "start": telling.start,
        "end": telling.end,
        "days": days and [getattr(days, name) for name in Days.__slots__],
        "spots": [[getattr(spot, name) for name in Spot.__slots__] for spot in sorted(telling.spots, key=repr)],
        "is_unreal": telling.is_unreal,
        "is_total": telling.is_total,
        "published": telling.published,
        **{name: sorted(getattr(telling, name)) for name in (*_SETS, *_STRETCHES, "figures")},
    }


def telling_from_json(record: dict[str, Any]) -> Telling:
    """The telling that ``telling_to_json`` wrote, without links. Raises KeyError if a key is missing."""
    days = record["days"]
    return Telling(
        telling_id=record["telling_id"],
        report_id=record["report_id"],
        claim_ids=tuple(record["claim_ids"]),
        start=record["start"],
        end=record["end"],
        days=days and Days(*days),
        spots=frozenset([Spot(*spot) for spot in record["spots"]]),
        actors=frozenset(record["actors"]),
        targets=frozenset(record["targets"]),
        types=frozenset(record["types"]),
        is_unreal=record["is_unreal"],
        figures=frozenset([(measure, low, high) for measure, low, high in record["figures"]]),
        words=frozenset(record["words"]),
        is_total=record["is_total"],
        stretches=frozenset([(first, last) for first, last in record["stretches"]]),
        totals=frozenset([(first, last) for first, last in record["totals"]]),
        names=frozenset(record["names"]),
        published=record["published"],
        sames=frozenset(record["sames"]),
        others=frozenset(record["others"]),
    )


def link_to_json(link: Link) -> dict[str, Any]:
    """The link as a JSON-ready dict."""
    return {"left": link.left, "right": link.right, "score": link.score, "reasons": link.reasons}


def link_from_json(record: dict[str, Any]) -> Link:
    """The link that ``link_to_json`` wrote. Raises KeyError if a key is missing."""
    return Link(record["left"], record["right"], record["score"], tuple([(weight, words) for weight, words in record["reasons"]]))
