"""Which of ACLED's events an event is, and who its actors are (ACLED's codebook as of 2025; lexicons/en/coding.toml)."""

from dataclasses import dataclass
from typing import NamedTuple

from hearsay.faces.exports.gist import Gist, has_civilians
from hearsay.faces.exports.opponents import Side
from hearsay.lexicons import load, naming, parties

_BATTLES, _AGAINST_CIVILIANS = "Battles", "Violence against civilians"
_REMOTE = "Explosions/Remote violence"


class Coded(NamedTuple):
    """An event type with its sub-event type."""

    event: str
    sub_event: str

    @property
    def disorder(self) -> str:
        """The disorder type: Political violence, Demonstrations or Strategic developments."""
        table = load("coding")["disorder"]
        return str(table.get(self.sub_event) or table[self.event])


@dataclass(frozen=True, slots=True)
class Actor:
    """``inter``: the type of the actor, "" where our party has no such kind."""

    name: str
    inter: str


def code(gist: Gist) -> Coded | None:
    """The highest in ACLED's order of all that is said to have happened; None if ACLED codes nothing of it."""
    order: list[str] = load("coding")["hierarchy"]["order"]
    below = load("coding")["sub_events"]
    found = [coded for name in gist.types if (coded := _code(name, gist)) is not None]
    return min(found, key=lambda one: (order.index(one.event), below[one.event].index(one.sub_event)), default=None)


def actors(gist: Gist, coded: Coded) -> tuple[Actor | None, Actor | None]:
    """Both actors, whoever did more first. Civilians who are the target come second; whoever must have used force and is not named is an
    Unidentified Armed Group."""
    armed = sorted(gist.sides, key=lambda side: -gist.acted(side))
    named = [Actor(side.name, _inter(side, gist)) for side in armed]
    unnamed = Actor(_of_country("Unidentified Armed Group", gist), load("coding")["actors"]["militia"])
    if coded.event == "Protests":
        return Actor(_of_country("Protesters", gist), load("coding")["actors"]["protesters"]), (named[0] if named else None)
    if targets_civilians(gist, coded):
        does = [actor for side, actor in zip(armed, named, strict=True) if gist.acted(side)]
        return (does[0] if does else unnamed), Actor(_of_country("Civilians", gist), load("coding")["actors"]["civilians"])
    if coded.event in (_BATTLES, _REMOTE):
        named += [unnamed] * (2 if coded.event == _BATTLES else 1)
    return (named[0] if named else None), (named[1] if len(named) > 1 else None)


def targets_civilians(gist: Gist, coded: Coded) -> bool:
    """True if civilians are the main target, as the column civilian_targeting means it: never in a battle."""
    if coded.event == _AGAINST_CIVILIANS:
        return True
    return coded.event == _REMOTE and gist.targets_civilians and len(gist.sides) < 2


def interaction(first: Actor | None, second: Actor | None) -> str:
    """The two types of actors in the order of ACLED's codes.

    >>> interaction(Actor("X", "Rebel group"), Actor("Y", "State forces"))
    'State forces-Rebel group'
    >>> interaction(Actor("X", "Rebel group"), None)
    'Rebel group only'
    """
    order: list[str] = load("coding")["actors"]["order"]
    inters = [actor.inter for actor in (first, second) if actor is not None]
    if not inters or "" in inters:
        return ""
    if len(inters) == 1:
        return f"{inters[0]} only"
    if set(inters) == {order[6], order[7]}:
        return f"{order[7]}-{order[6]}"  # the one pair that the codebook's table has the other way round
    return "-".join(sorted(inters, key=order.index))


def _code(name: str, gist: Gist) -> Coded | None:
    told = load("coding")["types"][name]["acled"]
    if not told or (name == "talks" and "breakdown" in gist.types):
        return None
    coded = Coded(*told)
    if name == "seizure" and _was_fought(gist):
        return Coded(_BATTLES, _taken_by(gist))
    if name in ("attack", "bombing") and (by_weapon := _by_weapon(gist)):
        return by_weapon
    if name == "attack" and len(gist.sides) < 2 and (gist.targets_civilians or not gist.sides):
        return Coded(_AGAINST_CIVILIANS, "Attack") if gist.targets_civilians else None
    if name == "arrest" and gist.sides and gist.sides[0].kind != "state" and _arrests_civilians(gist):
        return Coded(_AGAINST_CIVILIANS, "Abduction/forced disappearance")
    if name == "protest" and _has_dead(gist):
        return Coded("Protests", "Excessive force against protesters")
    return coded


def _by_weapon(gist: Gist) -> Coded | None:
    words = {word for claim in gist.claims for weapon in claim.event.weapons for word in (weapon.casefold(), *weapon.casefold().split())}
    for row in load("coding")["weapons"]:
        if not words.isdisjoint(row["words"]):
            return Coded(*row["acled"])
    return None


def _arrests_civilians(gist: Gist) -> bool:
    return any(claim.event.type == "arrest" and has_civilians(claim.event.targets) for claim in gist.claims)


def _was_fought(gist: Gist) -> bool:
    """A place is taken by force if anybody tells of fighting, or of dead."""
    return _has_dead(gist) or any(load("coding")["types"][name]["acled"][:1] in ([_BATTLES], [_REMOTE]) for name in gist.types)


def _has_dead(gist: Gist) -> bool:
    return any(tally.measure == "killed" and (tally.high is None or tally.high > 0) for tally in gist.scene.dossier.tallies)


def _taken_by(gist: Gist) -> str:
    """A government retakes, anybody else overtakes; what nobody is named for is a clash."""
    takers = [party for claim in gist.claims if claim.event.type == "seizure" for party in claim.event.actors]
    for side in gist.sides:
        if any(gist.is_same(party.name, side.name) for party in takers):
            at_home = _inter(side, gist) == load("coding")["actors"]["state"]
            return "Government regains territory" if at_home else "Non-state actor overtakes territory"
    return "Armed clash"


def _inter(side: Side, gist: Gist) -> str:
    table = load("coding")["actors"]
    return str(table["abroad"] if side.kind == "state" and _is_abroad(side, gist) else table[side.kind])


def _is_abroad(side: Side, gist: Gist) -> bool:
    """True for a state's forces outside their own country, and for those of the table of parties that are no country's own (a coalition)."""
    home = naming.state_of(naming.key(side.name))
    if home in load("country")["countries"]:
        return gist.country is not None and home != gist.country.code
    return parties.find(side.name) is not None


def _of_country(name: str, gist: Gist) -> str:
    return f"{name} ({gist.country.acled})" if gist.country else name
