"""A count of people harmed, as the text has it, before it is known whose word it is."""

from dataclasses import dataclass

from hearsay.records import Party


@dataclass(frozen=True, slots=True)
class Count:
    """One harm count: words ``first`` to ``last`` (exclusive), the word of harm, the victims as the phrase names them ([] if it does not)."""

    measure: str
    low: int | None
    high: int | None
    best: int | None
    first: int
    last: int
    harm: int
    victims: tuple[Party, ...]
    rule: str
    is_approximate: bool = False
    is_total: bool = False
    is_added: bool = False
    is_part: bool = False
    is_declined: bool = False
