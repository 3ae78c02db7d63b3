"""Frames from the voices head's scores."""

import numpy as np

from hearsay.reading.frames import CONTENT, CUE, SOURCE, Scores, frames_of, tree_of_frames

ROLES = {"s": SOURCE, "c": CONTENT, "q": CUE, ".": 0}


def scores(
    size: int, frames: dict[int, str], *, nested: tuple[int, ...] = (), edges: dict[tuple[int, int, int], float] | None = None
) -> dict[str, Scores]:
    """``frames``: for each anchor a letter a word (source, content, q for cue), capital where it is unsure; ``nested``: anchors of the inner kind
    only; ``edges``: logits by frame number, word, and side."""
    anchor = np.full((size, 2), -5.0)
    roles = np.full((1 * len(frames), size, 4), -9.0)
    for number, (at, row) in enumerate(frames.items()):
        anchor[at, 1 if at in nested else 0] = 5.0
        for k, letter in enumerate(row):
            roles[number, k, ROLES[letter.lower()]] = -0.1
            if letter.isupper():
                roles[number, k, 0] = -1.0
    out = {"anchor": anchor, "at": np.array(list(frames)), "roles": roles, "edges": np.full((len(frames), size, 2), -0.5)}
    for place, value in (edges or {}).items():
        out["edges"][place] = value
    return out


def test_a_frame_and_the_frame_inside_it() -> None:
    # "A said B claimed it fell"
    outer, inner = tree_of_frames(frames_of(scores(6, {1: "sqcccc", 3: "..sqcc"}), 0))
    assert (outer.source, outer.cue, outer.content, outer.parent) == ((0,), (1,), (2, 3, 4, 5), None)
    assert (inner.source, inner.cue, inner.content, inner.parent) == ((2,), (3,), (4, 5), 0)


def test_a_frame_of_the_inner_kind_counts_within_another_only() -> None:
    three = {1: "sqcccc..", 3: "..sqcc..", 7: "cc.....q"}
    assert [(frame.cue, frame.parent) for frame in tree_of_frames(frames_of(scores(8, three, nested=(3, 7)), 0))] == [((1,), None), ((3,), 0)]
    assert [frame.cue for frame in tree_of_frames(frames_of(scores(8, three, nested=(3, 7)), 1))] == [(1,), (3,), (7,)]


def test_edges_decide_where_the_words_are_unsure() -> None:
    unsure = scores(6, {1: "sqccCC"})
    assert frames_of(unsure, 0)[0].content == (2, 3, 4, 5)
    unsure["edges"][0, 3, 1], unsure["edges"][0, 5, 1] = 4.0, -4.0
    assert frames_of(unsure, 0)[0].content == (2, 3)


def test_a_quotation_broken_in_two_has_two_runs() -> None:
    assert frames_of(scores(6, {3: "ccsqcc"}), 0)[0].content == (0, 1, 4, 5)


def test_a_frame_without_content_is_none() -> None:
    assert not frames_of(scores(3, {1: "sq."}), 0)
    assert not frames_of(scores(3, {}), 0)
