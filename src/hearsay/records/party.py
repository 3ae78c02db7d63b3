"""Who did it, or to whom it was done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """``surface`` is the noun phrase as the text has it, without article, count and relative clause; ``name`` is whom it means, loaded
    words kept apart in ``label`` ("Taliban", label "terrorists"). ``kind``: state, rebel, militia, civilians, person, organisation, place, other."""

    name: str
    surface: str
    start: int
    end: int
    kind: str = "other"
    label: str | None = None
