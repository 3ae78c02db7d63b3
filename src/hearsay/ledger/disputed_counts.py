"""Contradictions between counts: how many, whose dead, on which day, in which place; and a voice's own changes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from hearsay.ledger.matching import are_disjoint, is_elsewhere, is_of_one_toll, is_of_same_people, is_overtaken, is_same_time
from hearsay.ledger.scenes import Scene
from hearsay.ledger.sides import CIVILIANS, UNKNOWN
from hearsay.ledger.statements import EXACT, Statement
from hearsay.ledger.weighing import number
from hearsay.lexicons import load
from hearsay.records import Claim, Contradiction, Figure, When
from hearsay.records.contradiction import ContradictionKind

_BYSTANDERS = ("observer", "official", "outlet", "witness")


def dispute_counts(scene: Scene) -> Iterator[Contradiction]:
    """Count against count, whose dead, when, where, a voice against itself, its updates, and counts that are denied; each pair of camps once a kind
    and losses."""
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in scene.statements:
        said[one.camp.key].append(one)
    for camp in sorted(said):
        yield from _changes(scene, said[camp])
    last = {camp: _last_words(said[camp]) for camp in sorted(said)}
    for ours, theirs in combinations(last, 2):
        yield from _against(scene, last[ours], last[theirs])
        yield from _same_number(scene, said[ours], said[theirs])
    yield from _denials(scene)


def _against(scene: Scene, ours: Sequence[Statement], theirs: Sequence[Statement]) -> Iterator[Contradiction]:
    mine, others = _by_losses(ours), _by_losses(theirs)
    for losses in mine:
        same = [(one, other) for one in mine[losses] for other in others.get(losses, ()) if is_of_same_people(one, other)]
        if same and all(_is_dispute(one, other) for one, other in same):
            one, other = max(same, key=lambda pair: (abs(pair[0].best - pair[1].best), pair[0].report_id, pair[1].report_id))
            yield _counts(scene, one, other)


def _by_losses(said: Sequence[Statement]) -> dict[tuple[str, str], list[Statement]]:
    """By whose losses they tell of, and the measure."""
    found: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in said:
        found[one.side, one.figure.measure].append(one)
    return found


def _same_number(scene: Scene, ours: Sequence[Statement], theirs: Sequence[Statement]) -> Iterator[Contradiction]:
    """What two camps make of one number, whatever either says later."""
    told: defaultdict[tuple[str, int], list[Statement]] = defaultdict(list)
    for other in filter(_is_exact, theirs):
        told[other.figure.measure, other.low].append(other)
    exact = [(one, other) for one in ours for other in told.get((one.figure.measure, one.low), ()) if _is_exact(one)]
    yield from _first(_whose_dead(scene, one, other, ours, theirs) for one, other in exact)
    yield from _first(_when_or_where(scene, one, other) for one, other in exact)


def _first(found: Iterator[Contradiction | None]) -> Iterator[Contradiction]:
    one = next((each for each in found if each), None)
    if one:
        yield one


def _is_dispute(one: Statement, other: Statement) -> bool:
    """Disjoint, and nobody's single death. Between two bystanders more: not in one report, which tells of several strikes and their dead one after
    the other, and not where the toll only grew from one report to a later one."""
    if not are_disjoint(one, other) or any(0 < each.top < _limits()["least_toll"] for each in (one, other)):
        return False
    if not all(each.standing in _BYSTANDERS for each in (one, other)):
        return True
    earlier, later = sorted((one, other), key=lambda each: each.best)
    has_grown = earlier.day is not None and later.day is not None and earlier.day < later.day
    return not has_grown and one.report_id != other.report_id


def _counts(scene: Scene, one: Statement, other: Statement) -> Contradiction:
    fields = {"left_number": number(one), "right_number": number(other), "measure": one.figure.measure, "victims": scene.people(one.side)}
    return scene.contradict("count", one.claim, other.claim, **fields)


def _whose_dead(scene: Scene, one: Statement, other: Statement, ours: Sequence[Statement], theirs: Sequence[Statement]) -> Contradiction | None:
    """The same number, but of other people; not where one of the two voices gives it for both."""
    are_two = not set(one.side.split(" and ")) & set(other.side.split(" and ")) and UNKNOWN not in (one.side, other.side)
    if not are_two or not _is_at_stake(scene, one, other) or not is_same_time(_time(one), _time(other)):
        return None
    if any(each.low == one.low and each.side == other.side for each in ours) or any(each.low == one.low and each.side == one.side for each in theirs):
        return None
    fields = {"left_victims": scene.sides.name(one.side), "right_victims": scene.sides.name(other.side)}
    return scene.contradict("whose_dead", one.claim, other.claim, number=f"{one.low}", measure=one.figure.measure, **fields)


def _is_at_stake(scene: Scene, one: Statement, other: Statement) -> bool:
    """True if the dead of one are the other voice's own, or civilians to one and fighters to the other."""
    sameness = scene.sides.lore.sameness
    is_own = sameness.is_same(one.camp.key, other.side) or sameness.is_same(other.camp.key, one.side)
    fighters = [each.side for each in (one, other) if each.side != CIVILIANS]
    return is_own or (len(fighters) == 1 and scene.sides.lore.is_fighting(fighters[0]) and one.low >= _limits()["least_by_chance"])


def _when_or_where(scene: Scene, one: Statement, other: Statement) -> Contradiction | None:
    """The same people by their number, on days or in places that cannot be the same."""
    if one.side != other.side or one.subgroup != other.subgroup or one.report_id == other.report_id:
        return None
    told: dict[str, str] = {"number": f"{one.low}", "measure": one.figure.measure, "victims": scene.people(one.side)}
    left, right = _time(one), _time(other)
    if left and right and _is_day(left) and _is_day(right) and left.first != right.first:
        return scene.contradict("when", one.claim, other.claim, left_day=left.first.isoformat(), right_day=right.first.isoformat(), **told)
    if _are_pinned(one, other) and all(is_elsewhere(here, there) for here in one.places for there in other.places):
        return scene.contradict("where", one.claim, other.claim, left_place=one.places[0].name, right_place=other.places[0].name, **told)
    return None


def _changes(scene: Scene, said: Sequence[Statement]) -> Iterator[Contradiction]:
    """What one camp said anew: a larger number later is an update, a smaller one speaks against the first."""
    for statements in _by_losses([one for one in said if one.claim.chain[0].kind != "unnamed"]).values():
        ordered = sorted(_largest_by_report(statements), key=lambda one: (one.day is None, one.day, one.best, one.report_id))
        for place, later in enumerate(ordered):
            earlier = next((one for one in reversed(ordered[:place]) if one.report_id != later.report_id and is_of_one_toll(one, later)), None)
            kind = _change(earlier, later) if earlier else None
            if earlier and kind:
                fields = {"left_number": number(earlier), "right_number": number(later), "victims": scene.people(earlier.side)}
                yield scene.contradict(kind, earlier.claim, later.claim, measure=earlier.figure.measure, **fields)


def _change(earlier: Statement, later: Statement) -> ContradictionKind | None:
    """A running total speaks against no count of what happened once."""
    if min(earlier.top, later.top) < _limits()["least_toll"]:
        return None
    if earlier.figure.is_total == later.figure.is_total and are_disjoint(earlier, later):
        return "update" if later.low > earlier.low else "itself"
    return "update" if is_overtaken(earlier, later) else None


def _largest_by_report(statements: Sequence[Statement]) -> list[Statement]:
    """Smaller numbers of one report are parts, or earlier counts; a running total does not hide what is counted alone."""
    reports: dict[tuple[str, bool], Statement] = {}
    for one in statements:
        place = one.report_id, one.figure.is_total
        known = reports.get(place)
        if known is None or one.best > known.best:
            reports[place] = one
    return list(reports.values())


def _denials(scene: Scene) -> Iterator[Contradiction]:
    """A count that one camp gives and another denies."""
    denied = [(claim, figure) for claim in scene.claims if claim.stance == "denies" for figure in claim.figures if figure.low]
    pairs = set()
    for claim, figure in denied:
        for one in scene.statements:
            pair = (one.camp.key, scene.camp(claim).key)
            if pair[0] != pair[1] and pair not in pairs and _is_denied(scene, one, claim, figure):
                pairs.add(pair)
                yield scene.deny(one.claim, claim, what=f"{number(one)} {figure.measure}")


def _is_denied(scene: Scene, one: Statement, claim: Claim, figure: Figure) -> bool:
    same = one.figure.measure == figure.measure and one.side == scene.sides.of_victims(figure.victims)
    ends = [each for each in (one.high, figure.high) if each is not None]
    overlap = not ends or max(one.low, figure.low or 0) <= min(ends)
    return same and overlap and is_same_time(_time(one), figure.time or claim.event.time)


def _last_words(said: Sequence[Statement]) -> list[Statement]:
    """What the camp says on the last day on which it speaks of these losses; of what it says of the same people then, the largest."""
    last: dict[tuple[str, str], Any] = {}
    for one in said:
        losses = (one.side, one.figure.measure)
        if one.day is not None and (last.get(losses) is None or one.day > last[losses]):
            last[losses] = one.day
    latest = [one for one in said if one.day == last.get((one.side, one.figure.measure))]
    return [one for one in latest if not any(other.best > one.best and is_of_same_people(one, other) for other in latest)]


def _is_exact(one: Statement) -> bool:
    return one.low == one.high and not one.figure.is_approximate and one.low >= _limits()["least_same"]


def _is_day(time: When) -> bool:
    """True if it is one day, and told."""
    return time.first == time.last and bool(time.surface)


def _are_pinned(one: Statement, other: Statement) -> bool:
    places = (*one.places, *other.places)
    return bool(one.places and other.places) and all(place.precision <= EXACT and place.lat is not None for place in places)


def _time(one: Statement) -> When | None:
    return one.figure.time or one.claim.event.time


def _limits() -> Any:
    return load("contradiction")["limits"]
