"""Who speaks for whom and who fights, as each report tells it, kept so that the lore of an event need not be learnt from all claims again."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, select

from hearsay.ledger.asking import Question, among
from hearsay.ledger.derived import tables
from hearsay.ledger.derived.renewing import renew
from hearsay.ledger.lore import Lore, learn
from hearsay.ledger.rows import drop, write
from hearsay.ledger.rulings import names_of
from hearsay.lexicons import naming
from hearsay.lexicons.naming import Sameness
from hearsay.records import Claim, Event

Fact = tuple[str, str]  # a name's key, and the key of whom it speaks for; "" says that it fights

_TABLE, _KNOWN = tables.facts.c, tables.known_facts.c
_OF_REPORTS = Question(select(_TABLE.report_id, _TABLE.name, _TABLE.master).where(among(_TABLE.report_id)))
_OF_NAMES = Question(select(_KNOWN.name, _KNOWN.master, _KNOWN.reports).where(among(_KNOWN.name)))
_ALIKE = Question(select(tables.fact_marks.c.name).where(among(tables.fact_marks.c.mark)).distinct())
_MARKED = Question(select(tables.event_marks.c.event_id).where(among(tables.event_marks.c.mark)).distinct())
_DROP = Question(delete(tables.facts).where(among(_TABLE.report_id)))


def learn_facts(connection: Connection, told: Mapping[str, Sequence[Claim]]) -> set[str]:
    """Take over what reports (by id) tell, in the place of what they told before. Returns the names of which something is known now that was not, or
    is no more."""
    before = _facts_of(connection, told)
    after = {report_id: _facts(claims) for report_id, claims in told.items()}
    _DROP.tell(connection, told)
    rows = [(report_id, *fact) for report_id, facts in sorted(after.items()) for fact in sorted(facts)]
    write(connection, tables.facts.name, ("report_id", "name", "master"), rows)
    gained = Counter(fact for facts in after.values() for fact in facts)
    gained.subtract(fact for facts in before.values() for fact in facts)
    return _recount(connection, {fact: more for fact, more in gained.items() if more})


def lore_of(connection: Connection, claims: Iterable[Claim], sameness: Sameness) -> Lore:
    """What all reports tell of those whom the claims name, and of those for whom they speak."""
    names = {naming.key(name) for name in names_of(claims)}
    own = _told_of(connection, names)
    all_told = own | _told_of(connection, {master for _, master in own if master})
    masters: defaultdict[str, set[str]] = defaultdict(set)
    for name, master in all_told:
        if master:
            masters[name].add(master)
    fighters = frozenset(name for name, master in all_told if not master)
    return Lore({name: frozenset(of) for name, of in sorted(masters.items())}, fighters, sameness)


def mark_events(connection: Connection, told: Sequence[tuple[Event, Sequence[Claim]]], lore: Lore) -> None:
    """Keep of events which names bear on them: those in their claims, and those for whom these speak."""
    rows: set[tuple[str, str]] = set()
    for event, claims in told:
        keys = {naming.key(name) for name in names_of(claims)}
        keys |= {master for claim in claims for voice in claim.chain for master in lore.masters_of(voice)}
        rows |= {(mark, event.event_id) for key in keys for mark in naming.marks(key)}
    renew(connection, tables.event_marks, tables.event_marks.c.event_id, [event.event_id for event, _ in told], rows)


def events_naming(connection: Connection, names: Collection[str]) -> set[str]:
    """The ids of the events on which something new about these names may bear."""
    return {row[0] for row in _MARKED.ask(connection, (mark for name in names for mark in naming.marks(name)))}


def _facts(claims: Sequence[Claim]) -> set[Fact]:
    lore = learn(claims)
    return {(name, master) for name, masters in lore.masters.items() for master in masters} | {(name, "") for name in lore.fighters}


def _facts_of(connection: Connection, report_ids: Collection[str]) -> dict[str, set[Fact]]:
    found: dict[str, set[Fact]] = {report_id: set() for report_id in report_ids}
    for report_id, name, master in _OF_REPORTS.ask(connection, report_ids):
        found[report_id].add((name, master))
    return found


def _recount(connection: Connection, gained: Mapping[Fact, int]) -> set[str]:
    """Add to how many reports tell each of some facts. Returns the names of those that none told before, or none tells now."""
    names = {name for name, _ in gained}
    known = {(name, master): reports for name, master, reports in _known(connection, names)}
    now = {fact: known.get(fact, 0) + more for fact, more in gained.items()}
    drop(connection, tables.known_facts, known.keys() & now.keys())
    write(connection, tables.known_facts.name, ("name", "master", "reports"), [(*fact, number) for fact, number in sorted(now.items()) if number])
    marked = [(mark, name) for name in sorted(names - {name for name, _ in known}) for mark in sorted(naming.marks(name))]
    write(connection, tables.fact_marks.name, ("mark", "name"), marked)
    return {fact[0] for fact in now if not now[fact] or fact not in known}


def _known(connection: Connection, names: Collection[str]) -> Iterator[tuple[str, str, int]]:
    return map(tuple, _OF_NAMES.ask(connection, names))


def _told_of(connection: Connection, names: Collection[str]) -> set[Fact]:
    """What is told of these names and of those that may mean the same."""
    alike = _ALIKE.ask(connection, (mark for name in names for mark in naming.marks(name)))
    return {(name, master) for name, master, _ in _known(connection, {row[0] for row in alike})}
