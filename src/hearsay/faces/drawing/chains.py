"""The chain of voices of an event, drawn: who speaks at the left, who carries it further in between, who printed it at the right."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hearsay.dossiers import Dossier
from hearsay.faces import wording
from hearsay.faces.drawing.matrix import inks_of, sides_of
from hearsay.faces.drawing.picture import Box, Curve, Picture, Shape, Words, fitted
from hearsay.faces.speakers import one_name_each
from hearsay.records import Claim

_WIDTH, _HEIGHT = 190.0, 38.0  # of a voice
_GAP, _PITCH, _EDGE, _HEAD = 90.0, 48.0, 12.0, 26.0  # between columns, from voice to voice, around all, for the headings
_MOST = 40  # voices that are drawn, those with most claims first
_DEEPEST = 6  # columns at most


@dataclass(slots=True)
class _Net:
    """Voices with their claims, and who hands on to whom in which claims. ``depth`` counts steps to the outlet."""

    kinds: dict[str, str] = field(default_factory=dict)
    claims: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    edges: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    depth: dict[str, int] = field(default_factory=dict)


def chain_of(dossier: Dossier, claims: Iterable[Claim] | None = None) -> Picture:
    """The chains of all claims of an event, or of some of them. The thickness of a bow is the number of claims that went that way."""
    own = dossier.claims if claims is None else tuple(claims)
    names = one_name_each((voice.name for claim in own for voice in claim.chain), dossier.sameness)
    net, left_out = _net(own, names)
    sides = {names[name]: side for name, side in sides_of((voice for claim in own for voice in claim.chain), dossier).items()}
    inks = {names[name]: ink for name, ink in inks_of(dossier).items() if name in names}
    places = _places(net)
    shapes: list[Shape] = [*_headings(net), *_bows(net, places, inks), *_boxes(net, places, inks, sides)]
    columns, most = max(net.depth.values(), default=0) + 1, max((y for _, y in places.values()), default=0.0)
    width, height = 2 * _EDGE + columns * _WIDTH + (columns - 1) * _GAP, most + _HEIGHT + 2 * _EDGE
    if left_out:
        shapes.append(Words(_EDGE, height + 6, f"and {left_out} voices more", ink="faint"))
    return Picture(width, height + (16 if left_out else 0), tuple(shapes), "Who speaks, who carries it, who printed it", _told(net))


def _net(claims: Sequence[Claim], names: dict[str, str]) -> tuple[_Net, int]:
    """The net of the chains, and how many voices it leaves out."""
    whole = _Net()
    for claim in claims:
        voices = list(dict.fromkeys(names[voice.name] for voice in claim.chain))
        for voice in claim.chain:
            whole.kinds.setdefault(names[voice.name], voice.kind)
        for back, name in enumerate(reversed(voices)):
            whole.claims[name].append(claim.claim_id)
            whole.depth[name] = min(_DEEPEST - 1, max(back, whole.depth.get(name, 0)))
        for pair in itertools.pairwise(voices):
            whole.edges[pair].append(claim.claim_id)
    _deepen(whole)
    _part(whole, {names[claim.chain[0].name] for claim in claims}, {names[voice.name] for claim in claims for voice in claim.chain[1:]})
    kept = sorted(whole.kinds, key=lambda name: (-len(whole.claims[name]), name))[:_MOST]
    return _only(whole, set(kept)), len(whole.kinds) - len(kept)


def _deepen(net: _Net) -> None:
    """Whoever hands on to another stands left of it, as far as no circle forbids it."""
    for _ in range(_DEEPEST):
        for left, right in net.edges:
            net.depth[left] = min(_DEEPEST - 1, max(net.depth[left], net.depth[right] + 1))


def _part(net: _Net, speakers: set[str], carriers: set[str]) -> None:
    """Whoever only speaks stands leftmost."""
    furthest = max(net.depth.values(), default=0)
    if furthest:
        net.depth.update(dict.fromkeys(speakers - carriers, furthest))


def _only(net: _Net, names: set[str]) -> _Net:
    edges = {pair: ids for pair, ids in net.edges.items() if names.issuperset(pair)}
    kinds = {name: kind for name, kind in net.kinds.items() if name in names}
    return _Net(kinds, {name: net.claims[name] for name in kinds}, edges, {name: net.depth[name] for name in kinds})


def _places(net: _Net) -> dict[str, tuple[float, float]]:
    """Where each voice stands: column by column from the outlets on, near those whom it hands on to."""
    columns, found = max(net.depth.values(), default=0) + 1, dict[str, tuple[float, float]]()
    for depth in range(columns):
        x = _EDGE + (columns - 1 - depth) * (_WIDTH + _GAP)
        those = [name for name in net.kinds if net.depth[name] == depth]
        for row, name in enumerate(sorted(those, key=lambda name: (_middle(name, net, found), -len(net.claims[name]), name))):
            found[name] = (x, _EDGE + _HEAD + row * _PITCH)
    return found


def _middle(name: str, net: _Net, found: dict[str, tuple[float, float]]) -> float:
    heights = [found[right][1] for left, right in net.edges if left == name and right in found]
    return sum(heights) / len(heights) if heights else 0.0


def _headings(net: _Net) -> list[Words]:
    columns = max(net.depth.values(), default=0) + 1
    words = ["who printed it"] if columns == 1 else ["who speaks", *["who carries it, or speaks too"] * (columns - 2), "who printed it"]
    return [Words(_EDGE + number * (_WIDTH + _GAP), _EDGE + 10, each, ink="faint", size=11.0) for number, each in enumerate(words)]


def _bows(net: _Net, places: dict[str, tuple[float, float]], inks: dict[str, str]) -> list[Curve]:
    bows = []
    for (left, right), ids in net.edges.items():
        (x1, y1), (x2, y2), half = places[left], places[right], _HEIGHT / 2
        hint = f"{left}, as told by {right}: {wording.many(len(ids), 'claim')}"
        width = min(6.0, 1.0 + len(ids) / 2)
        bows.append(Curve(x1 + _WIDTH, y1 + half, x2 - 1, y2 + half, width, ink=inks[left], hint=hint))
    return bows


def _boxes(net: _Net, places: dict[str, tuple[float, float]], inks: dict[str, str], sides: dict[str, str]) -> list[Shape]:
    shapes: list[Shape] = []
    for name, (x, y) in places.items():
        side, kind, ids = sides.get(name, ""), net.kinds[name], net.claims[name]
        hint = f"{name} ({kind}{f', for {side}' if side and side != name else ''}): {wording.many(len(ids), 'claim')}"
        shapes.append(Box(x, y, _WIDTH, _HEIGHT, 5.0, 0.12, ink=inks[name], hint=hint, claim_id=ids[0]))
        shapes.append(Box(x, y, _WIDTH, _HEIGHT, 5.0, 0.0, ink=inks[name]))
        shapes.append(Words(x + 9, y + 16, fitted(name, _WIDTH - 16), is_bold=True, hint=hint))
        shapes.append(Words(x + 9, y + 30, fitted(f"{kind}, {wording.many(len(ids), 'claim')}", _WIDTH - 16, 10.0), size=10.0, ink="faint"))
    return shapes


def _told(net: _Net) -> str:
    return "; ".join(f"{left} as told by {right} ({wording.many(len(ids), 'claim')})" for (left, right), ids in net.edges.items())
