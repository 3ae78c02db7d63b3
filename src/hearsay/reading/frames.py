"""From the voices head's scores to the attribution frames of one window; and from a report's frames to the tree that they are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from hearsay.records import Frame

Scores = np.ndarray[Any, Any]
SOURCE, CONTENT, CUE = 1, 2, 3  # numbers of the roles in the reader's output
HOPELESS = -6.0  # a word so much likelier to be no content is not worth looking at, unless content stands on both sides of it


def frames_of(scores: Mapping[str, Scores], outermost: int) -> list[Frame]:
    """Frames of one window of N words, by word numbers. ``scores``: ``anchor`` (N, 2) logits of being the first word of a cue, ``at`` (F,) words
    that may be one, ``roles`` (F, N, 4) log probabilities and ``edges`` (F, N, 2) logits for each. ``outermost`` is the anchor that finds frames
    that stand by themselves; what only the other finds (rule "inner") counts within another's content. Frames without content are left out."""
    found: list[Frame] = []
    for number, at in enumerate(scores["at"].tolist()):
        if scores["anchor"][at].max() > 0:
            frame = _frame(scores["roles"][number], scores["edges"][number], at)
            if frame.content:
                found.append(frame if scores["anchor"][at, outermost] > 0 else replace(frame, rule="inner"))
    return _distinct(found)


def retold(frame: Frame, places: Sequence[Sequence[int]]) -> Frame:
    """A frame in other word numbers: ``places`` gives those of each of its own."""
    cue, source, content = (tuple(at for k in part for at in places[k]) for part in (frame.cue, frame.source, frame.content))
    return Frame(cue, source, content, rule=frame.rule)


def tree_of_frames(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The frames of a report, each with the smallest one whose content holds its cue as parent; of the inner kind those that have one."""
    holding: dict[int, list[Frame]] = defaultdict(list)
    for frame in frames:
        for k in frame.content:
            holding[k].append(frame)
    parents = {id(frame): min((f for f in holding.get(frame.cue[0], ()) if f is not frame), key=_size, default=None) for frame in frames}
    kept = [frame for frame in frames if frame.rule != "inner" or _is_held(frame, parents)]
    numbers = {id(frame): number for number, frame in enumerate(kept)}
    return tuple(replace(frame, parent=numbers.get(id(parents[id(frame)]))) for frame in kept)


def _size(frame: Frame) -> int:
    return len(frame.content)


def _is_held(frame: Frame, parents: Mapping[int, Frame | None]) -> bool:
    """Whether one of the frames around it stands by itself."""
    around, seen = parents[id(frame)], {id(frame)}
    while around is not None and around.rule == "inner" and id(around) not in seen:
        seen.add(id(around))
        around = parents[id(around)]
    return around is not None and around.rule != "inner"


def _frame(roles: Scores, edges: Scores, at: int) -> Frame:
    inside = set(_content(roles, edges)) - {at}
    cues = np.flatnonzero(_gain(roles, CUE) > 0).tolist()
    cue = next((run for run in _runs(k for k in cues if k not in inside) if at in run), [at])
    gain = _gain(roles, SOURCE)
    gain[[*inside, *cue]] = -np.inf
    return Frame(tuple(cue), _best_run(gain), tuple(sorted(inside)))


def _gain(roles: Scores, role: int) -> Scores:
    """How much likelier a role is for each word than the likeliest other."""
    gain: Scores = roles[:, role] - np.delete(roles, role, 1).max(1)
    return gain


def _best_run(gain: Scores) -> tuple[int, ...]:
    """The neighbouring words whose gains add up to the most; none if no word gains."""
    best, total = 0.0, 0.0
    run, begin, last = (0, 0), 0, -2
    for k in np.flatnonzero(gain > HOPELESS).tolist():
        if total <= 0 or k != last + 1:
            total, begin = 0.0, k
        total, last = total + float(gain[k]), k
        if total > best:
            best, run = total, (begin, k + 1)
    return tuple(range(*run))


def _content(roles: Scores, edges: Scores) -> list[int]:
    """The runs of content whose words and edges together score best, each against no content there."""
    gain = _gain(roles, CONTENT)
    likely = np.flatnonzero(gain > HOPELESS)
    if not len(likely):
        return []
    first, last = int(likely[0]), int(likely[-1]) + 1
    begins, ends = edges[first:last, 0].tolist(), edges[first:last, 1].tolist()
    outside, inside = 0.0, -np.inf  # the best score so far with the word before outside, and within, a run
    came: list[tuple[bool, bool]] = []  # whether the run goes on from the word before; whether it ended with this word
    for value, begin, end in zip(gain[first:last].tolist(), begins, ends, strict=True):
        goes_on = inside >= outside + begin
        inside = (inside if goes_on else outside + begin) + value
        ended = inside + end > outside
        outside = inside + end if ended else outside
        came.append((goes_on, ended))
    return _traced(came, first)


def _traced(came: Sequence[tuple[bool, bool]], first: int) -> list[int]:
    """The words within the runs, the way back along the best choices."""
    out: list[int] = []
    is_inside = False
    for k in range(len(came) - 1, -1, -1):
        goes_on, ended = came[k]
        is_inside = is_inside or ended
        if is_inside:
            out.append(first + k)
            is_inside = goes_on
    return out[::-1]


def _runs(words: Iterable[int]) -> list[list[int]]:
    out: list[list[int]] = []
    for k in words:
        if out and k == out[-1][-1] + 1:
            out[-1].append(k)
        else:
            out.append([k])
    return out


def _distinct(frames: Sequence[Frame]) -> list[Frame]:
    """Without a frame whose cue lies within the cue of an earlier one, or of one that stands by itself."""
    out: list[Frame] = []
    for frame in sorted(frames, key=lambda frame: frame.rule == "inner"):
        if not any(frame.cue[0] in other.cue for other in out):
            out.append(frame)
    return sorted(out, key=lambda frame: frame.cue)
