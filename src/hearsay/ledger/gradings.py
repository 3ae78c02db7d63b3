"""How sure civilian harm is, in the gradings that Airwars uses (lexicons/en/profile.toml, [gradings])."""

from collections.abc import Iterable, Sequence

from hearsay.ledger.sides import CIVILIANS, Sides
from hearsay.ledger.statements import Statement
from hearsay.lexicons import load, naming
from hearsay.records import Claim, Tally

_INDEPENDENT = ("observer", "official")


def grade_harm(tally: Tally, statements: Sequence[Statement], claims: Iterable[Claim], sides: Sides) -> Tally:
    """The tally of civilians with its grading. ``statements`` are what it was made from, ``claims`` the event's."""
    grading = _grading(statements, list(claims), sides)
    told: str = load("profile")["gradings"][grading]
    return tally._replace(grading=grading, rule=f"{tally.rule} Graded {grading}: {told}")


def _grading(statements: Sequence[Statement], claims: Sequence[Claim], sides: Sides) -> str:
    harm = [one for one in statements if one.best > 0]
    blamed = _blamed(claims, sides)
    credible = [one for one in harm if one.stands and one.standing != "accuser"]
    if any(one.standing == "admission" for one in harm):
        return "confirmed"
    if not credible and any(one.best == 0 and one.standing in _INDEPENDENT for one in statements):
        return "discounted"
    if len(blamed) > 1:
        return "contested"
    return "fair" if len([one for one in harm if one.stands]) > 1 and blamed else "weak"


def _blamed(claims: Iterable[Claim], sides: Sides) -> list[str]:
    """The parties of the fighting that are said to have harmed civilians, each once."""
    found: list[str] = []
    for claim in claims:
        if claim.event.type in load("reconciling")["words"]["harming"] and claim.stance in load("reconciling")["words"]["counted_stances"]:
            hurt = [*claim.event.targets, *(party for figure in claim.figures for party in figure.victims)]
            if any(sides.of_victims([party]) == CIVILIANS for party in hurt):
                found += [naming.key(party.name) for party in claim.event.actors if not naming.is_vague(naming.key(party.name))]
    one_each: list[str] = []
    for key in sorted(set(found), key=lambda key: (-len(key), key)):
        if sides.lore.is_fighting(key) and not any(sides.lore.sameness.is_same(key, known) for known in one_each):
            one_each.append(key)
    return one_each
