"""An event made ready for tables: which tallies rest on a claim, what is contested, and where and when things are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from hearsay import ledger
from hearsay.dossiers import Dossier
from hearsay.faces.exports.holdings import Holdings
from hearsay.ledger.derived import Summary
from hearsay.lexicons import naming
from hearsay.records import Claim, Document, Figure, Party, Place, Tally, Voice

# Contradictions that touch how many were harmed, or by whom.
_ABOUT_COUNTS = ("count", "whose_dead", "who_did_it", "did_it_happen", "itself")


@dataclass(frozen=True)
class Scene:
    """A dossier with what is asked of it again and again."""

    dossier: Dossier
    holdings: Holdings

    @cached_property
    def summary(self) -> Summary:
        """The event in a line."""
        return self.dossier.summary

    @cached_property
    def contested(self) -> dict[str, tuple[str, ...]]:
        """By claim, the kinds of contradictions that it is in."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one in self.dossier.contradictions:
            if not one.is_update:
                found[one.left.claim_id].add(one.kind)
                found[one.right.claim_id].add(one.kind)
        return {claim_id: tuple(sorted(kinds)) for claim_id, kinds in found.items()}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.claim_id: claim for claim in self.dossier.claims}

    def tally_of(self, claim: Claim, figure: Figure) -> Tally | None:
        """The tally of the figure's own victims and measure, whether it rests on the claim or on others in its place; else the one tally of its
        measure that rests on the claim; None if there is none."""
        told = [one for one in self.dossier.tallies if one.measure == figure.measure]
        sides = [one for one in told if one.victims != ledger.ALL] or told
        own = [one for one in sides if self.is_of(figure.victims, one.victims)]
        resting = [one for one in sides if claim.claim_id in one.rests_on]
        best = [one for one in own if one in resting] or own or (resting if len(resting) == 1 else [])
        return best[0] if best else None

    def total(self, measure: str) -> Tally | None:
        """The tally of all victims of a measure: the total, or the only side's."""
        found = {tally.victims: tally for tally in self.dossier.tallies if tally.measure == measure}
        return found.get(ledger.ALL) or next(iter(found.values()), None)

    def tally_id(self, tally: Tally) -> str:
        """Its event, measure and victims; the second of two that the claims call by one name has a number behind it."""
        alike = [one for one in self.dossier.tallies if (one.victims, one.measure) == (tally.victims, tally.measure)]
        number = alike.index(tally)
        return f"{tally.event_id}/{tally.measure}/{tally.victims}{f'/{number + 1}' if number else ''}"

    def disputes(self, tally: Tally) -> str:
        """The kinds of contradictions about how many were harmed, or by whom, that the claims behind a tally are in."""
        kinds = {kind for claim_id in tally.rests_on for kind in self.contested.get(claim_id, ())}
        return "; ".join(kind for kind in _ABOUT_COUNTS if kind in kinds)

    def is_of(self, victims: Sequence[Party], side: str) -> bool:
        """True if the victims are those of a tally, as it calls them."""
        named = [party for party in victims if not naming.is_nobody(party.name)]
        if side == "unknown" or not named:
            return side == "unknown" and not named
        if side == "civilians":
            return all(party.kind == "civilians" or naming.is_civilian(party.name) for party in named)
        parts = [naming.key(part) for part in (side, *side.split(" and "))]
        return all(any(self.dossier.sameness.is_same(naming.key(party.name), part) for part in parts) for party in named)

    def report(self, claim: Claim) -> Document:
        """The report of a claim; one without a text if the ledger has it no more."""
        return self.holdings.reports.get(claim.report_id) or Document(claim.report_id, "", claim.chain[-1].name)


def point(place: Place) -> tuple[float, float] | None:
    """Latitude and longitude: of the point that lies so to the named place, if the words say so, else of the place. None if unresolved."""
    if place.relation and place.relation.lat is not None and place.relation.lon is not None:
        return place.relation.lat, place.relation.lon
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def main_place(scene: Scene) -> Place | None:
    """Of the mentions of the place that most claims name, the most exact that was resolved; None if no claim names a place."""
    named = [place for claim in scene.dossier.claims for place in claim.event.places[:1] if place.name == scene.summary.place]
    return min(named, key=lambda place: (point(place) is None, place.precision), default=None)


def speaker(voice: Voice) -> str:
    """Who speaks, and for whom.

    >>> speaker(Voice("Fahim Dashty", "Dashty", 0, 6, "person", "spokesman", "Resistance Front"))
    'Fahim Dashty (for Resistance Front)'
    """
    return f"{voice.name} (for {voice.of})" if voice.of and voice.of != voice.name else voice.name


def manner(claim: Claim) -> str:
    """What the voice does, and how the happening is told unless as a fact.

    >>> from hearsay.records import Evidence, Happening
    >>> manner(Claim("c", "r", Evidence(0, 0, ""), (), "asserts", Happening("attack", "planned"), (), 1.0, "r"))
    'asserts (planned)'
    """
    realis = claim.event.realis
    return claim.stance if realis in ("actual", "ongoing") else f"{claim.stance} ({realis})"


def names(parties: Iterable[Party]) -> str:
    """Their neutral names in one cell."""
    return "; ".join(dict.fromkeys(party.name for party in parties))
