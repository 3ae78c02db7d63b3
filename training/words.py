"""Words as the network sees them: word pieces, case classes, and the disguises that news puts on (capitals, lost commas)."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

IGNORED = -100


@dataclass(frozen=True)
class Window:
    """A run of sentences with what a corpus says of their words; a field that the corpus lacks is None.

    ``allowed`` has one frozenset of permitted name labels a word; ``frames`` are (anchor, {word: role}) with role 1 source, 2 content, 3 cue.
    """

    words: tuple[str, ...]
    sentence: tuple[int, ...]  # number of its sentence, ascending
    upos: tuple[int, ...] | None = None
    head: tuple[int, ...] | None = None  # index in the window, -1 for a root
    label: tuple[int, ...] | None = None
    allowed: tuple[frozenset[int], ...] | None = None
    frames: tuple[tuple[int, tuple[int, ...]], ...] | None = None
    anchor_head: int = 0  # which of the anchor heads the frames teach (0 outermost only, 1 nested too)


def disguise(window: Window, rng: random.Random) -> Window:
    """Now and then drops the commas and apostrophes, or sets the words in capitals or lower case."""
    if rng.random() < 0.2:
        window = _drop(window, {k for k, w in enumerate(window.words) if w in (",", "'", "’") and _is_leaf(window, k)})
        window = _glue_possessives(window) if rng.random() < 0.7 else window
    draw = rng.random()
    if draw < 0.06:
        return replace(window, words=tuple(w.upper() for w in window.words))
    if draw < 0.08:
        return replace(window, words=tuple(w.lower() for w in window.words))
    return window


def _is_leaf(window: Window, k: int) -> bool:
    return window.head is None or k not in window.head


def _glue_possessives(window: Window) -> Window:
    """ "Syria" "'s" becomes "Syrias", as in copies that lost their apostrophes."""
    gone = {k for k, w in enumerate(window.words) if k and w in ("'s", "’s") and _is_leaf(window, k) and window.sentence[k] == window.sentence[k - 1]}
    words = tuple(w + "s" if k + 1 in gone else w for k, w in enumerate(window.words))
    return _drop(replace(window, words=words), gone)


def _drop(window: Window, gone: set[int]) -> Window:
    if window.frames:
        gone = gone - {anchor for anchor, _ in window.frames}
    keep = [k for k in range(len(window.words)) if k not in gone]
    if not gone or not keep:
        return window
    new = {old: k for k, old in enumerate(keep)}

    def pick(values: Sequence | None):
        return None if values is None else tuple(values[k] for k in keep)

    heads = None if window.head is None else tuple(-1 if window.head[k] < 0 else new[window.head[k]] for k in keep)
    frames = window.frames and tuple((new[anchor], tuple(roles[k] for k in keep)) for anchor, roles in window.frames)
    return replace(
        window,
        words=pick(window.words),
        sentence=pick(window.sentence),
        upos=pick(window.upos),
        head=heads,
        label=pick(window.label),
        allowed=pick(window.allowed),
        frames=frames,
    )
