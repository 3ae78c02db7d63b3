"""Claims to events: tell, shelve, compare, cluster."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256

from hearsay.events.clusters import Cluster, cluster
from hearsay.events.neighbours import Neighbours
from hearsay.events.rulings import heed
from hearsay.events.shelves import Held, Shelves
from hearsay.events.tellings import by_report, tell
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Claim, Event, Link, Ruling, Sketch, Telling

_ID_DIGITS = 10
_NO_DAY = 10**9


def link(
    claims: Iterable[Claim], sameness: Sameness = AS_NAMED, rulings: Sequence[Ruling] = (), *, sketches: Iterable[Sketch] = ()
) -> tuple[Event, ...]:
    """Every claim in exactly one event, earliest event first, events without a day last. The order of ``claims`` does not matter, and a claim
    given twice counts once. Days more than one apart, and exact places far apart or in different countries, are never one event;
    nor is what happened one with what was only planned, demanded, threatened or supposed. ``sameness``: which names are one party. ``rulings``, the
    latest last, always hold. ``sketches`` of the reports tell which of them are about one thing; without them claims are compared by themselves."""
    held, known = heed(rulings), {sketch.report_id: sketch for sketch in sketches}
    reports = sorted(by_report(claims).items())
    told = [telling for name, own in reports for telling in tell(own, known.get(name), sameness=sameness, heed=held)]
    return relink([telling.telling_id for telling in told], Held(told), sameness, rulings)


def relink(
    touched: Collection[str], shelves: Shelves, sameness: Sameness = AS_NAMED, rulings: Sequence[Ruling] = (), *, faded: Collection[str] = ()
) -> tuple[Event, ...]:
    """The events of all tellings that ``touched`` ones can have to do with, in the order of ``link``; they replace the events which their claims were
    in. What linking all claims anew would give follows, if ``touched`` and ``faded`` are what ``stirred`` says. The shelves keep what strong links
    hold together, and all links within it."""
    found = Neighbours(shelves, sameness)
    reached = found.reach(touched, faded)
    knots = found.knots()
    links = list(found.links(knots))
    shelves.knit(knots, links)
    groups = cluster(list(reached.values()), links, heed(rulings))
    inner = shelves.links(reached)
    grouped = [_event(group, reached, inner) for group in groups]
    return tuple(event for _, event in sorted(grouped, key=lambda item: (item[0], item[1].event_id)))


def id_of(claim_id: str) -> str:
    """The id of the event that begins with a claim: the first claim of its earliest telling."""
    return "e" + sha256(claim_id.encode()).hexdigest()[:_ID_DIGITS]


def _event(group: Cluster, tellings: Mapping[str, Telling], inner: Mapping[str, Sequence[Link]]) -> tuple[int, Event]:
    """The event with its first day, to sort by. ``inner``: each telling's own links."""
    members = [tellings[telling_id] for telling_id in group.members]
    earliest = min(members, key=lambda one: (_first_day(one), one.report_id, one.start, one.telling_id))
    links = [*group.links, *(link for one in members for link in inner[one.telling_id])]
    claim_ids = sorted(claim_id for one in members for claim_id in one.claim_ids)
    return _first_day(earliest), Event(id_of(earliest.telling_id), tuple(claim_ids), tuple(sorted(links, key=lambda link: (link.left, link.right))))


def _first_day(telling: Telling) -> int:
    return telling.days.first if telling.days else _NO_DAY
