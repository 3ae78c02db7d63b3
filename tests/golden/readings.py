"""Whole reports as the product reads them, in lines that a person can review: ``python -m tests.golden.readings`` (make bless) writes them anew."""

from pathlib import Path

from hearsay import documents, pipeline
from hearsay.records import Claim, Figure
from hearsay.records.place import Place
from hearsay.records.when import When

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
REPORTS = sorted([*(ROOT / "tests" / "reports").glob("*.txt"), *(ROOT / "src" / "hearsay" / "demo").glob("*.txt")])


def readings() -> dict[str, str]:
    """Report id to its reading, a line a claim and a line a figure."""
    out = {}
    for made in pipeline.read(documents.load(REPORTS)):
        assert isinstance(made, pipeline.Account), made
        out[made.document.report_id] = "".join(f"{line}\n" for claim in made.claims for line in lines(claim))
    return out


def lines(claim: Claim) -> list[str]:
    happening = claim.event
    chain = " < ".join(voice.name for voice in claim.chain)
    who = " + ".join(party.name for party in happening.actors) or "?"
    whom = " + ".join(party.name for party in happening.targets) or "?"
    head = f"{happening.type} [{happening.realis}] {who} -> {whom} | {chain} | {claim.stance} | {when(happening.time)} | {where(happening.places)}"
    words = " ".join(claim.evidence.text.split())
    return [head, f"    “{words}”", *(f"    {figure(f)}" for f in claim.figures)]


def figure(found: Figure) -> str:
    bounds = "not said" if found.low is None else f"{found.low}..{'' if found.high is None else found.high}"
    victims = " + ".join(party.name for party in found.victims) or "?"
    return f"{found.measure} {bounds} of {victims}: “{' '.join(found.text.split())}”"


def when(found: When | None) -> str:
    return f"{found.first}..{found.last} ({found.basis})" if found else "no day"


def where(places: tuple[Place, ...]) -> str:
    return " + ".join(place.name for place in places) or "no place"


def bless() -> None:
    """Takes what the product reads now as what it should read; look at the diff before you commit it."""
    for report_id, text in readings().items():
        (HERE / f"{report_id}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    bless()
