"""From the statements of one side's losses to low, best and high, by a profile's rules, and those rules in words."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from hearsay.ledger.profiles import Profile
from hearsay.ledger.statements import Statement
from hearsay.lexicons import load

Bounds = tuple[int, int | None, int | None]  # low, best, high; high None is open upward


def estimate(statements: Sequence[Statement], by: Profile) -> Bounds:
    """Low, best and high. Credible is who may stand alone; where too few are, nothing is borne out: low is 0, and high the most that anyone says."""
    statements = _settle_vague(statements)
    credible = [one for one in statements if one.stands]
    top = max(one.top for one in statements)
    if len(credible) < by.voices:
        best = _UNPROVEN[by.unproven](statements)
        return (best or 0 if by.low == "best" else 0), best, (best if by.high == "best" else top)
    best = _BESTS[by.best](statements)
    low = min(one.low for one in credible)
    if by.high == "credible":
        top = max(one.top for one in credible)
    is_open = by.is_open and any(one.high is None and one.top == top for one in credible)
    if by.low == by.high == "best":
        return best or 0, best, best
    return low if best is None else min(low, best), best, None if is_open else top


def explain(statements: Sequence[Statement], by: Profile, repeats: int = 0) -> str:
    """Who said what and how it was weighed, in words. ``repeats``: how many statements were left out as echoes."""
    said = "; ".join(f"{one.camp.name} {number(one)} ({load('reconciling')['standings'][one.standing]['words']})" for one in statements)
    rule = _rule(statements, by)
    repeated = f"; {repeats} that only repeat a side's number left out" if repeats else ""
    return f"{said}. {rule[0].upper()}{rule[1:]}{repeated}."


def number(one: Statement) -> str:
    """A statement's number as it is said; where it was added up, from what."""
    words = f"{one.low} or more" if one.high is None else f"{one.low}" if one.low == one.high else f"{one.low} to {one.high}"
    return f"{words}, which is {' and '.join(map(str, one.parts))} added up" if one.parts else words


def _rule(statements: Sequence[Statement], by: Profile) -> str:
    firm = sum(one.stands for one in statements)
    if firm == 0:
        return "no voice among them may stand alone on these losses: " + ("no best, low 0" if by.unproven == "none" else by.words)
    if firm < by.voices:
        return f"not published: {by.voices} independent voices that may stand alone are needed, and there is {firm}"
    if by.name != "hearsay":
        return f"by {by.name}: {by.words}"
    if len(statements) == 1:
        return "one voice only"
    rule = "best is the middle of these, each camp once by its latest word and weighed by how it stands to the losses"
    return rule + ("" if firm == len(statements) else f"; low rests on {firm} of them")


def _settle_vague(statements: Sequence[Statement]) -> Sequence[Statement]:
    """Vague words read as the number they may mean that is nearest to the middle of the numbers that are given, if a credible voice gives one."""
    told = [one for one in statements if not one.is_vague]
    if len(told) == len(statements) or not any(one.stands for one in told):
        return statements
    middle = _middle(told)
    return [one if not one.is_vague else _at(one, max(one.low, min(middle, one.top))) for one in statements]


def _at(one: Statement, best: int) -> Statement:
    return replace(one, low=best, best=best, high=best)


def _middle(statements: Sequence[Statement]) -> int:
    """The weighted median, the lower of two middles."""
    weighed = _weigh(statements)
    half, reached = sum(weight for _, weight in weighed) / 2, 0.0
    for best, weight in weighed:
        reached += weight
        if reached >= half - 1e-9:
            return best
    return weighed[-1][0]


def _weigh(statements: Sequence[Statement]) -> list[tuple[int, float]]:
    """(best, weight) of each, by best; those who may not stand alone are scaled down to a share of those who may, however many they are."""
    table = load("reconciling")
    weights = [_weight(one) for one in statements]
    firm = sum(weight for one, weight in zip(statements, weights, strict=True) if one.stands)
    loud = sum(weights) - firm
    scale = min(1.0, table["limits"]["others_share"] * firm / loud) if loud > 0 else 1.0
    return sorted((one.best, weight if one.stands else weight * scale) for one, weight in zip(statements, weights, strict=True))


def _most_reliable(statements: Sequence[Statement]) -> int:
    """The number of the weightiest who may stand alone, the lowest of equals."""
    return min((one for one in statements if one.stands), key=lambda one: (-_weight(one), one.best)).best


def _lowest(statements: Sequence[Statement]) -> int:
    return min(one.best for one in statements if one.stands)


def _weight(one: Statement) -> float:
    return float(load("reconciling")["standings"][one.standing]["weight"])


_BESTS: dict[str, Callable[[Sequence[Statement]], int | None]] = {
    "middle": _middle,
    "reliable": _most_reliable,
    "lowest": _lowest,
    "none": lambda _: None,
}
_UNPROVEN: dict[str, Callable[[Sequence[Statement]], int | None]] = {
    "none": lambda _: None,
    "zero": lambda _: 0,
    "lowest": lambda statements: min(one.best for one in statements),
}
