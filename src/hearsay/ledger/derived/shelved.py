"""Tellings on shelves of the ledger: found by their keys, put there and taken away with their report."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

from sqlalchemy import Connection, bindparam, delete, select, update

from hearsay.ledger.asking import Question, among
from hearsay.ledger.bodies import dumps, loads
from hearsay.ledger.derived import tables
from hearsay.ledger.derived.holding import Shelf, bearers, holders
from hearsay.ledger.derived.renewing import renew
from hearsay.ledger.rows import Row, drop, write
from hearsay.records import Link, Rarity, Standing, Telling
from hearsay.records.telling import link_from_json, link_to_json, telling_from_json, telling_to_json

_SHELF = Shelf("derived_keys", "key", "telling_id", "lot")
_TABLE = tables.tellings.c
_BODIES = Question(select(_TABLE.telling_id, _TABLE.body).where(among(_TABLE.telling_id)))
_LINKS = Question(select(_TABLE.telling_id, _TABLE.links).where(among(_TABLE.telling_id)))
_KNOTS = Question(select(_TABLE.telling_id, _TABLE.knot).where(among(_TABLE.telling_id)))
_KNOTTED = Question(select(_TABLE.knot, _TABLE.telling_id).where(among(_TABLE.knot)))
_BONDS = Question(select(tables.bonds.c.body).where(among(tables.bonds.c.knot)))
_KNIT = update(tables.tellings).where(_TABLE.telling_id == bindparam("one")).values(knot=bindparam("other"))
_OF_REPORTS = Question(select(_TABLE.body).where(among(_TABLE.report_id)).order_by(_TABLE.telling_id))
_LOOSE = Question(delete(tables.bonds).where(tables.bonds.c.knot.in_(select(_TABLE.knot).where(among(_TABLE.telling_id)))))
_DROP = Question(delete(tables.tellings).where(among(_TABLE.telling_id)))


class Shelved:
    """What linking asks of whoever holds the tellings, asked of the database; of each key and name once, so ask another after tellings were put there
    or taken away."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: dict[tuple[str, int | None], list[str]] = {}
        self._borne: dict[Rarity, tuple[int, list[str] | None]] = {}

    def holders(self, wanted: Collection[str], most: int | None) -> Mapping[str, Sequence[str]]:
        """The ids of the tellings under each key in the order of their lots, the first ``most`` of them or all."""
        names = {number_of(key): key for key in wanted if (key, most) not in self._held}
        found = holders(self._connection, _SHELF, names, most)
        self._held.update(((key, most), found.get(number, [])) for number, key in names.items())
        return {key: held for key in wanted if (held := self._held[key, most])}

    def scarce(self, wanted: Collection[Rarity], most: int) -> Mapping[Rarity, Collection[str]]:
        """The ids of the tellings that bear the name or the figure of each rarity within it, if they are at most so many."""
        news = [rarity for rarity in wanted if self._borne.get(rarity, (-1, None))[0] < most]
        found = bearers(self._connection, [(number_of(key), first, last) for key, first, last in news], most)
        self._borne.update((rarity, (most, found.get(place))) for place, rarity in enumerate(news))
        told = {rarity: self._borne[rarity][1] for rarity in wanted}
        return {rarity: names for rarity, names in told.items() if names is not None and len(names) <= most}

    def knit(self, knots: Mapping[str, str], links: Iterable[Link]) -> None:
        """Keep of these tellings what strong links hold together, those of one knot, and all links within the knots."""
        was = self.knots(knots.keys())
        changed = [{"one": telling_id, "other": knot} for telling_id, knot in sorted(knots.items()) if was[telling_id] != knot]
        if changed:
            self._connection.execute(_KNIT, changed)
        rows = [(knots[link.left], link.left, link.right, dumps(link_to_json(link))) for link in links]
        renew(self._connection, tables.bonds, tables.bonds.c.knot, {*was.values(), *knots.values()}, rows)

    def knots(self, telling_ids: Collection[str]) -> Mapping[str, str]:
        """The knots of these tellings, "" for those of which none is kept."""
        return dict(map(tuple, _KNOTS.ask(self._connection, telling_ids)))

    def members(self, knots: Collection[str]) -> Mapping[str, Sequence[str]]:
        """The ids of the tellings of each of these knots."""
        found: dict[str, list[str]] = {knot: [] for knot in knots}
        for knot, telling_id in _KNOTTED.ask(self._connection, knots):
            found[knot].append(telling_id)
        return found

    def bonds(self, knots: Collection[str]) -> Sequence[Link]:
        """All links within these knots."""
        return [link_from_json(loads(row[0])) for row in _BONDS.ask(self._connection, knots)]

    def links(self, telling_ids: Collection[str]) -> Mapping[str, Sequence[Link]]:
        """Why the claims of each of these tellings are together."""
        rows = _LINKS.ask(self._connection, telling_ids)
        return {telling_id: [link_from_json(link) for link in loads(links)] for telling_id, links in rows}

    def tellings(self, telling_ids: Collection[str]) -> Mapping[str, Telling]:
        """The tellings with these ids, all of them, without their links."""
        return {telling_id: _telling(body) for telling_id, body in _BODIES.ask(self._connection, telling_ids)}


def shelve(connection: Connection, tellings: Iterable[tuple[Telling, Standing]]) -> None:
    """Put tellings on the shelves, each where it stands; they are in no event yet."""
    told = list(tellings)
    write(
        connection,
        tables.tellings.name,
        ("telling_id", "report_id", "event_id", "body", "links", "knot"),
        [(one.telling_id, one.report_id, "", dumps(telling_to_json(one)), dumps(list(map(link_to_json, one.links))), "") for one, _ in told],
    )
    write(connection, tables.telling_keys.name, ("key", "lot", "telling_id"), sorted(_keys(told)))
    write(connection, tables.traits.name, ("key", "stretch", "telling_id"), sorted(_traits(told)))


def _keys(told: Iterable[tuple[Telling, Standing]]) -> set[Row]:
    return {(number_of(key), where.lot, telling.telling_id) for telling, where in told for key in where.keys}


def _traits(told: Iterable[tuple[Telling, Standing]]) -> set[Row]:
    return {(number_of(key), stretch, telling.telling_id) for telling, where in told for key, stretch in where.traits}


def tellings_of(connection: Connection, report_ids: Collection[str]) -> list[Telling]:
    """What these reports tell, without links."""
    return [_telling(row[0]) for row in _OF_REPORTS.ask(connection, report_ids)]


def unshelve(connection: Connection, tellings: Iterable[tuple[Telling, Standing]]) -> None:
    """Take tellings off the shelves where they stand. The bonds of their knots go too: whoever is left of these is to be linked anew."""
    told = list(tellings)
    drop(connection, tables.telling_keys, _keys(told))
    drop(connection, tables.traits, _traits(told))
    for one in (_LOOSE, _DROP):
        one.tell(connection, [telling.telling_id for telling, _ in told])


@lru_cache(maxsize=10_000)
def _telling(body: str) -> Telling:
    return telling_from_json(loads(body))


@lru_cache(maxsize=200_000)
def number_of(key: str) -> int:
    """Sixty-three bits of the key's hash, so that a database's integers hold it."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1
