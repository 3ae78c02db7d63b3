"""What an event comes to in a coding that knows one type, one place, one time and two sides."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hearsay.faces.exports.countries import Country, country
from hearsay.faces.exports.opponents import Side, merge, pair
from hearsay.faces.exports.scenes import Scene, main_place, point
from hearsay.lexicons import load, naming
from hearsay.records import Claim, Document, Party, Place, When

_REAL = ("actual", "ongoing")
_SAID = ("asserts", "confirms")


@dataclass(frozen=True)
class Gist:
    """An event as codings see it: only what is told as having happened counts."""

    scene: Scene

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that tell of something that happened, or goes on."""
        return tuple(claim for claim in self.scene.dossier.claims if claim.event.realis in _REAL and claim.stance in _SAID)

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The types of these claims, that of most claims first; those that only count people have none."""
        counted = Counter(claim.event.type for claim in self.claims if claim.event.type != "toll")
        return tuple(sorted(counted, key=lambda name: (-counted[name], name)))

    @cached_property
    def place(self) -> Place | None:
        """Where it was."""
        return main_place(self.scene)

    @cached_property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, None if the place was not resolved."""
        return point(self.place) if self.place else None

    @cached_property
    def country(self) -> Country | None:
        """The country of the place."""
        return country(self.place.country) if self.place else None

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and last day of what the claims tell that are dated to some days, else of the most exactly dated; None if no claim has a day."""
        told = [claim.event.time for claim in self.claims or self.scene.dossier.claims if claim.event.time is not None]
        exact = max(2, min((when.precision for when in told), default=0))
        kept: list[When] = [when for when in told if when.precision <= exact]
        return (min(when.first for when in kept), max(when.last for when in kept)) if kept else None

    @cached_property
    def date_precision(self) -> int | None:
        """UCDP's date_prec of these days."""
        return None if self.days is None else span_precision((self.days[1] - self.days[0]).days + 1)

    @cached_property
    def armed(self) -> tuple[Side, ...]:
        """Those who fight anywhere in what is told, the most mentioned first, vague names ("fighters") last."""
        return tuple(merge(self.claims, self.scene.dossier.sameness, self.country))

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The two who fight each other, the more mentioned first; if no claim and no known relation says who that is, the most mentioned alone."""
        return pair(self.armed, self.claims, self.is_same, self.days[1] if self.days else None) or self.armed[:1]

    @cached_property
    def reports(self) -> tuple[Document, ...]:
        """The reports that tell of it, each once, in the order of their posting."""
        found = {claim.report_id: self.scene.report(claim) for claim in self.scene.dossier.claims}
        return tuple(found.values())

    @cached_property
    def targets_civilians(self) -> bool:
        """True if any claim has civilians as targets or victims."""
        return any(map(hurts_civilians, self.claims))

    def acted(self, side: Side) -> int:
        """How many claims have the side as the one who did it."""
        return sum(any(self.is_same(party.name, side.name) for party in claim.event.actors) for claim in self.claims)

    def harmed_civilians(self, side: Side) -> bool:
        """True if a claim says that the side did something of which civilians were the targets or victims."""
        hurting = [claim for claim in self.claims if hurts_civilians(claim)]
        return any(self.is_same(party.name, side.name) for claim in hurting for party in claim.event.actors)

    def is_same(self, left: str, right: str) -> bool:
        """True if two names are of one party."""
        return self.scene.dossier.sameness.is_same(naming.key(left), naming.key(right))


def span_precision(days: int) -> int:
    """UCDP's date_prec of so many days.

    >>> [span_precision(days) for days in (1, 2, 7, 30, 90)]
    [1, 2, 3, 4, 5]
    """
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def hurts_civilians(claim: Claim) -> bool:
    """True if it tells of force, or of people harmed, with civilians as targets or victims."""
    is_force = load("coding")["types"][claim.event.type]["armed"] or bool(claim.figures)
    return is_force and has_civilians((*claim.event.targets, *(party for figure in claim.figures for party in figure.victims)))


def has_civilians(those: Iterable[Party]) -> bool:
    """True if any of them are civilians."""
    return any(party.kind == "civilians" or naming.is_civilian(party.name) for party in those)
