"""Holds the network's frames and the rules against each other, case by case, on the minimal pairs: ``python bench/voices.py``.

A pair is right if both its texts are read as it says. The last column is what the product does.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1]))

from hearsay import claims, reading, weights
from hearsay.records import Claim, Document, Reading
from tests.pairs.pairs import Pair, complaints, load, rows

RULES = ("clausal", "verbless")
PAIRS = Path(__file__).parents[1] / "tests" / "pairs"


def main() -> None:
    pairs = load()
    documents = [Document(side.report_id, side.text, side.outlet) for pair in pairs for side in (pair.a, pair.b)]
    readings = reading.read(documents, weights.load())
    found = {"network": find(readings, rules=False), "rules": find([replace(made, frames=()) for made in readings]), "both": find(readings)}
    right = {
        way: Counter(case_of(pair) for pair in pairs if not complaints(pair, told[pair.a.report_id], told[pair.b.report_id]))
        for way, told in found.items()
    }
    total = Counter(map(case_of, pairs))
    print("| case | pairs |" + "".join(f" {way} |" for way in right) + "\n|---|---|" + "---|" * len(right))
    for case in [*sorted(total), None]:
        numbers = [sum(counter.values()) if case is None else counter[case] for counter in (total, *right.values())]
        print(f"| {case or 'all'} |" + "".join(f" {number} |" for number in numbers))


def find(readings: Sequence[Reading], *, rules: bool = True) -> dict[str, tuple[Claim, ...]]:
    """The claims of each reading by its report's id; without ``rules`` only the network's frames are sayings."""
    with ExitStack() as stack:
        for rule in () if rules else RULES:
            stack.enter_context(patch(f"hearsay.claims.attribution.{rule}", lambda _: ()))
        return {made.document.report_id: claims.find(made) for made in readings}


def case_of(pair: Pair) -> str:
    """The name of the file that the pair stands in."""
    return next(path.stem for path in sorted(PAIRS.glob("*.toml")) if any(row["id"] == pair.pair_id for row in rows(path))).replace("_", " ")


if __name__ == "__main__":
    main()
