"""How well frames within frames are found: a gold frame that lies within another is right if both are found, one as the other's parent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearsay import reading
from hearsay.records import Document, Reading
from hearsay.weights import Reader
from training.corpora import rows_of

ALIKE = 0.5  # Dice of two contents, by characters, from which on they are taken for one
Characters = frozenset[int]


@dataclass(frozen=True)
class Shape:
    """A frame by the characters of its parts; ``at`` is where it begins."""

    at: int
    cue: Characters
    source: Characters
    content: Characters


def nesting(root: Path, reader: Reader) -> dict[str, float]:
    """GUM dev, all genres, raw text: share of the gold's nested frames that are found with the right parent. Frames are matched one to one, by their
    cues (by their sources where the gold marks no cue) if their contents overlap, and more strictly by contents of Dice .5 and more."""
    right = {"by cue": 0, "by content": 0}
    wanted = 0
    for row in rows_of(root / "attribution/gum.jsonl.gz"):
        if row["split"] == "dev":
            (made,) = reading.read([Document(row["doc_id"], row["text"])], reader)
            gold = [_gold(frame) for frame in row["attributions"]]
            found = [Shape(0, *(_characters(made, part) for part in (frame.cue, frame.source, frame.content))) for frame in made.frames]
            nested = [number for number, frame in enumerate(row["attributions"]) if frame["depth"]]
            wanted += len(nested)
            for way, is_one in (("by cue", _by_cue), ("by content", _by_content)):
                matched = _matched(gold, found, is_one)
                right[way] += sum(n in matched and matched.get(_parent(n, gold), -1) == made.frames[matched[n]].parent for n in nested)
    return {f"gum-dev nested frames with the right parent, {way}": round(number / wanted, 3) for way, number in right.items()}


def _gold(frame: dict) -> Shape:
    return Shape(
        frame["frame"][0][0], *(frozenset(k for start, end in frame[part] for k in range(start, end)) for part in ("cue", "source", "content"))
    )


def _characters(made: Reading, words: Sequence[int]) -> Characters:
    """The characters of the words and of the gaps between neighbours."""
    own = frozenset(words)
    return frozenset(c for k in own for c in range(made.tokens[k].start, made.tokens[k + 1].start if k + 1 in own else made.tokens[k].end))


def _parent(number: int, gold: Sequence[Shape]) -> int:
    """The number of the shortest gold frame whose content holds this frame's first word; -2 if there is none."""
    holding = [n for n, other in enumerate(gold) if n != number and gold[number].at in other.content]
    return min(holding, key=lambda n: len(gold[n].content), default=-2)


def _by_cue(gold: Shape, found: Shape) -> bool:
    return bool(gold.cue & found.cue if gold.cue else gold.source & found.source)


def _by_content(gold: Shape, found: Shape) -> bool:
    return _dice(gold, found) >= ALIKE


def _dice(gold: Shape, found: Shape) -> float:
    return 2 * len(gold.content & found.content) / (len(gold.content) + len(found.content))


def _matched(gold: Sequence[Shape], found: Sequence[Shape], is_one: Callable[[Shape, Shape], bool]) -> dict[int, int]:
    """One to one, the most alike first: for gold frames the number of the frame found."""
    pairs = [(_dice(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found) if g.content & f.content and is_one(g, f)]
    out: dict[int, int] = {}
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in out and -j not in out.values():
            out[-i] = -j
    return out
