"""Frames from the voices head's roles."""

import numpy as np

from hearsay.reading.frames import CONTENT, CUE, SOURCE, frames_of


def roles(size: int, rows: dict[int, dict[int, int]]) -> "np.ndarray[tuple[int, int], np.dtype[np.int64]]":
    out = np.zeros((size, size), dtype=np.int64)
    for at, row in rows.items():
        for k, role in row.items():
            out[at, k] = role
    return out


def anchors(size: int, *at: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    out = np.full(size, -5.0)
    out[list(at)] = 5.0
    return out


def test_a_frame_and_the_frame_inside_it() -> None:
    # "A said B claimed it fell"
    table = roles(6, {1: {0: SOURCE, 1: CUE, 2: CONTENT, 3: CONTENT, 4: CONTENT, 5: CONTENT}, 3: {2: SOURCE, 3: CUE, 4: CONTENT, 5: CONTENT}})
    outer, inner = frames_of(anchors(6, 1, 3), table)
    assert (outer.source, outer.cue, outer.content, outer.parent) == ((0,), (1,), (2, 3, 4, 5), None)
    assert (inner.source, inner.cue, inner.content, inner.parent) == ((2,), (3,), (4, 5), 0)


def test_a_hole_of_one_word_is_closed_and_a_frame_without_content_is_none() -> None:
    table = roles(6, {1: {0: SOURCE, 1: CUE, 2: CONTENT, 4: CONTENT}, 5: {5: CUE}})
    (frame,) = frames_of(anchors(6, 1, 5), table)
    assert frame.content == (2, 3, 4)
