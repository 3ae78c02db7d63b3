"""How well frames within frames are found: each gold frame that lies within another is right if it and its parent are found, one as the other's parent."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hearsay import reading
from hearsay.records import Document, Reading
from hearsay.weights import Reader
from training.corpora import rows_of

ALIKE = 0.5  # Dice of two contents, by characters, from which on they are taken for one


def nesting(root: Path, reader: Reader) -> dict[str, float]:
    """GUM dev, all genres, raw text: share of the gold's nested frames that are found with the right parent, and of the nested frames given that
    are among them."""
    right = wanted = given = 0
    for row in rows_of(root / "attribution/gum.jsonl.gz"):
        if row["split"] == "dev":
            (made,) = reading.read([Document(row["doc_id"], row["text"])], reader)
            gold = row["attributions"]
            parents = [_parent(frame, gold) for frame in gold]
            matched = _matched([_covered(frame["content"]) for frame in gold], [_characters(made, frame.content) for frame in made.frames])
            nested = [n for n, frame in enumerate(gold) if frame["depth"] and parents[n] is not None]
            wanted += sum(bool(frame["depth"]) for frame in gold)
            given += sum(frame.parent is not None for frame in made.frames)
            right += sum(n in matched and matched.get(parents[n], -1) == made.frames[matched[n]].parent for n in nested)
    return {"gum-dev nested frames with the right parent, recall": round(right / wanted, 3), "and precision": round(right / given, 3)}


def _parent(frame: dict[str, Any], gold: Sequence[dict[str, Any]]) -> int | None:
    """The number of the shortest gold frame whose content holds this frame's first word."""
    at = frame["frame"][0][0]
    holding = [n for n, other in enumerate(gold) if other is not frame and at in _covered(other["content"])]
    return min(holding, key=lambda n: len(_covered(gold[n]["content"])), default=None)


def _covered(spans: Sequence[Sequence[int]]) -> frozenset[int]:
    return frozenset(k for start, end in spans for k in range(start, end))


def _characters(made: Reading, words: Sequence[int]) -> frozenset[int]:
    """The characters of the words and of the gaps between neighbours."""
    own = frozenset(words)
    return frozenset(c for k in own for c in range(made.tokens[k].start, made.tokens[k + 1].start if k + 1 in own else made.tokens[k].end))


def _matched(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> dict[int, int]:
    """One to one, the most alike first: for gold frames the number of the frame found."""
    pairs = sorted(((2 * len(g & f) / (len(g) + len(f)), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found) if g & f), reverse=True)
    out: dict[int, int] = {}
    for alike, i, j in pairs:
        if alike >= ALIKE and -i not in out and -j not in out.values():
            out[-i] = -j
    return out
