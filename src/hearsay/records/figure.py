"""A count of people harmed or taken, as one voice gives it."""

from dataclasses import dataclass
from typing import Literal

from hearsay.records.party import Party
from hearsay.records.place import Place
from hearsay.records.when import When

Measure = Literal["killed", "wounded", "casualties", "captured", "surrendered", "missing", "displaced", "trapped"]


@dataclass(frozen=True, slots=True)
class Figure:
    """``low``/``high`` bound the number of whole people, both included; ``high`` None is open upward; both None when the voice declines to
    say. ``best`` is the number nearest the words. ``text`` is ``document.text[start:end]``, the number with its head noun. ``part_of`` is the
    index, in the claim's figures, of the larger count that this one is a part of. ``time``/``places`` only where they differ from the
    happening's."""

    measure: Measure
    low: int | None
    high: int | None
    best: int | None
    start: int
    end: int
    text: str
    victims: tuple[Party, ...] = ()
    is_approximate: bool = False
    is_total: bool = False
    is_added: bool = False
    part_of: int | None = None
    time: When | None = None
    places: tuple[Place, ...] | None = None
