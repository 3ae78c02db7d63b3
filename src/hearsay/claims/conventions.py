"""A figure as a conflict-data project would code its words. The words are in lexicons/en/convention.toml, with their sources."""

from dataclasses import replace
from typing import Any, Literal

from hearsay import lexicons
from hearsay.records import Claim, Figure

Convention = Literal["words", "acled", "ucdp"]


def recount(claim: Claim, convention: Convention) -> Claim:
    """The claim with its figures' low, best and high as the project codes them; the words of evidence stay, and so does a voice's declining.

    ``words`` changes nothing. ``acled`` has one number: the lowest that the words allow, or the project's own for a vague word. ``ucdp`` has three:
    an open end is closed at the best number, or at the low one.
    """
    if convention == "words" or not claim.figures:
        return claim
    coded = _acled if convention == "acled" else _ucdp
    return replace(claim, figures=tuple(coded(figure) for figure in claim.figures))


def _acled(figure: Figure) -> Figure:
    if figure.low is None:
        return figure
    number = next((row["number"] for row in lexicons.load("convention")["acled"] if _applies(row, figure)), figure.low)
    return replace(figure, low=number, best=number, high=number)


def _applies(row: dict[str, Any], figure: Figure) -> bool:
    is_read_so = figure.high == row["high"] and figure.low in row["lows"]
    return is_read_so and any(word in figure.text.lower() for word in row["words"])


def _ucdp(figure: Figure) -> Figure:
    if figure.low is None:
        return figure
    best = figure.low if figure.best is None else figure.best
    return replace(figure, best=best, high=best if figure.high is None else figure.high)
