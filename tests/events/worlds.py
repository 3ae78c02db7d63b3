"""Made-up worlds of claims to draw from: few places, days and parties, so that much is alike."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from hearsay.records import Claim, Sketch
from tests.ledger.stories import civilians, claim, figure, party, place, when

NORTHVILLE = place("Northville", 10.0, 20.0, country="SD", admin1="North")
SOUTHPORT = place("Southport", 14.0, 20.0, country="SD", admin1="South")
RIVER, HILL = party("River Army"), party("Hill Front")
NAMES = ("Northville", "Southport", "Dahl", "Okafor", "Pell", "34", "Brandt")

DAYS = st.sampled_from([None, when("2021-03-01"), when("2021-03-02"), when("2021-03-01", "2021-03-02"), when("2021-03-03"), when("2021-03-20")])
VAGUE_DAYS = st.sampled_from([when("2021-03-02", surface=""), when("2021-02-28", "2021-03-03"), when("2021-02-01", "2021-04-01")])
SPOTS = st.sampled_from(
    [[], [NORTHVILLE], [SOUTHPORT], [place("Northvill")], [NORTHVILLE, SOUTHPORT], [place("Elsewhere", country="TD", precision=6)]]
)
PARTIES = st.sampled_from([[], [RIVER], [HILL], [party("fighters")], [civilians()]])
KINDS = st.sampled_from(["attack", "shelling", "clash", "toll", "talks", "seizure"])


@st.composite
def worlds(draw: st.DrawFn, most_claims: int = 14, most_reports: int = 4) -> list[Claim]:
    told = []
    for number in range(draw(st.integers(0, most_claims))):
        report = f"r{draw(st.integers(1, most_reports))}"
        victims, is_total = draw(PARTIES), draw(st.sampled_from([False, False, True]))
        figures = [figure("killed", draw(st.sampled_from([3, 34, 300])), victims=victims, is_total=is_total)] if draw(st.booleans()) else []
        more: dict[str, Any] = {"places": draw(SPOTS), "time": draw(st.one_of(DAYS, VAGUE_DAYS)), "actors": draw(PARTIES), "targets": draw(PARTIES)}
        told.append(claim(f"{report}/{number}", draw(KINDS), start=draw(st.integers(0, 900)), figures=figures, **more))
    return told


@st.composite
def sketches(draw: st.DrawFn, told: list[Claim]) -> list[Sketch]:
    """A sketch of each report, with a few names out of few."""
    days = st.sampled_from([None, date(2021, 3, 2), date(2021, 3, 4), date(2021, 5, 1)])
    names = st.lists(st.sampled_from(NAMES), unique=True)
    return [Sketch(report, draw(days), tuple(sorted(draw(names))), ()) for report in sorted({one.report_id for one in told})]
