"""From the voices head's scores to attribution frames, as trees of frames within one window."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from hearsay.records import Frame

Scores = np.ndarray[Any, Any]
SOURCE, CONTENT, CUE = 1, 2, 3  # numbers of the roles in the reader's output

STRAY = 3  # words of a run of content that is kept beside a longer one


def frames_of(anchors: Scores, roles: Scores, threshold: float = 0.0) -> list[Frame]:
    """Frames of one window by word numbers. ``anchors`` (N,) logits of being the first word of a cue; ``roles`` (N, N): row i, column j the
    role of word j in the frame anchored at word i. Frames without content are left out."""
    found: list[Frame] = []
    for at in np.flatnonzero(anchors > threshold).tolist():
        row = roles[at]
        content = _filled(np.flatnonzero(row == CONTENT))
        content = _solid(content)
        if content:
            cue = _run_at(np.flatnonzero(row == CUE), at)
            source = _longest_run(np.flatnonzero(row == SOURCE))
            taken = {*cue, *source}
            found.append(Frame(cue, source, tuple(k for k in content if k not in taken)))
    return _nested(_distinct(found))


def _solid(content: tuple[int, ...]) -> tuple[int, ...]:
    """Without the stray words that stand apart from the rest: runs of one or two words, unless there is no longer one."""
    runs = _runs(np.array(content, dtype=np.int64))
    longest = max(map(len, runs), default=0)
    return tuple(k for run in runs if len(run) >= min(STRAY, longest) for k in run)


def _filled(words: Scores) -> tuple[int, ...]:
    """Word numbers with gaps of a single word closed."""
    out: list[int] = []
    for k in words.tolist():
        if out and k == out[-1] + 2:
            out.append(k - 1)
        out.append(k)
    return tuple(out)


def _runs(words: Scores) -> list[list[int]]:
    out: list[list[int]] = []
    for k in words.tolist():
        if out and k == out[-1][-1] + 1:
            out[-1].append(k)
        else:
            out.append([k])
    return out


def _longest_run(words: Scores) -> tuple[int, ...]:
    longest: list[int] = []
    for run in _runs(words):
        longest = run if len(run) > len(longest) else longest
    return tuple(longest)


def _run_at(words: Scores, at: int) -> tuple[int, ...]:
    return tuple(next((run for run in _runs(words) if at in run), [at]))


def _distinct(frames: Sequence[Frame]) -> list[Frame]:
    """Without a frame whose cue lies within an earlier one's cue."""
    out: list[Frame] = []
    for frame in frames:
        if not any(frame.cue[0] in other.cue for other in out):
            out.append(frame)
    return out


def _nested(frames: Sequence[Frame]) -> list[Frame]:
    """Gives each frame the smallest frame whose content holds its cue as parent."""
    out = []
    for k, frame in enumerate(frames):
        holders = [n for n, other in enumerate(frames) if n != k and frame.cue[0] in other.content]
        parent = min(holders, key=lambda n: len(frames[n].content), default=None)
        out.append(Frame(frame.cue, frame.source, frame.content, parent))
    return out
