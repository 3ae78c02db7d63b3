"""The minimal pairs as records, and how a reading is held against them. README.md says how a pair is written."""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay.records import Claim, Figure

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.toml"))
FIELDS = ("speaker", "carriers", "stance", "measure", "low", "high", "victims", "type", "realis", "actors", "targets", "role", "of", "channel")
KEYS = frozenset({"id", "why", "a", "b", "outlet", "at", "at_a", "at_b", "same", "differ", "expect", "expect_a", "expect_b", "also_a", "also_b"})
ANYBODY = frozenset({"people", "persons", "person", "others", "individuals", "victims"})
OUTLET = "Demo Wire"

Row = Mapping[str, Any]
Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a pair: ``at`` are its words that the claim meant is told in (None: anywhere), ``expected`` what is right for that claim, ``also``
    what else must be told at the same place."""

    report_id: str
    text: str
    outlet: str
    at: str | None
    expected: Row
    also: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    pair_id: str
    why: str
    a: Side
    b: Side
    same: tuple[str, ...]
    differ: tuple[str, ...]


def load() -> list[Pair]:
    return [_pair(row) for path in FILES for row in rows(path)]


def rows(path: Path) -> list[Row]:
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["pair"])


def complaints(pair: Pair, claims_a: Sequence[Claim], claims_b: Sequence[Claim]) -> list[str]:
    """What is wrong with the readings of both sides, in words; empty if nothing is."""
    found_a, wrong_a = _chosen(pair.a, claims_a)
    found_b, wrong_b = _chosen(pair.b, claims_b)
    wrong = [*wrong_a, *wrong_b]
    if found_a is not None and found_b is not None:
        pairs = [(field, found_a[field], found_b[field]) for field in FIELDS]
        wrong += [f"{f} must be the same: a has {_shown(x)}, b has {_shown(y)}" for f, x, y in pairs if f in pair.same and not _alike(pair, f, x, y)]
        wrong += [f"{f} must differ: both have {_shown(x)}" for f, x, y in pairs if f in pair.differ and _alike(pair, f, x, y)]
    return wrong


def norm(name: str) -> str:
    """Letter case, accents, punctuation and articles aside."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "".join(c if c.isalnum() else " " for c in text).split()
    return " ".join(word for word in words if word not in ("the", "a", "an"))


def _pair(row: Row) -> Pair:
    sides = []
    for letter in "ab":
        expected = {**row.get("expect", {}), **row.get(f"expect_{letter}", {})}
        expected.setdefault("carriers", [])
        expected.setdefault("stance", "asserts")
        at = row.get(f"at_{letter}", row.get("at"))
        also = tuple(row.get(f"also_{letter}", ()))
        sides.append(Side(f"{row['id']}.{letter}", row[letter], row.get("outlet", OUTLET), at, expected, also))
    return Pair(row["id"], row["why"], sides[0], sides[1], tuple(row.get("same", ())), tuple(row.get("differ", ())))


def _chosen(side: Side, claims: Sequence[Claim]) -> tuple[dict[str, Any] | None, list[str]]:
    """The claim meant, the one that fits best if several could be, with what is wrong with it."""
    tales = _tales(side, side.expected, claims)
    name = side.report_id
    if not tales:
        meant = side.expected.get("measure") or "/".join(listed(side.expected["type"]))
        return None, [f"{name}: no {meant} is told at {side.at or side.text!r}; told are {[_brief(c) for c in claims]}"]
    best = min(tales, key=lambda tale: len(_misses(tale, side.expected)))
    wrong = [f"{name}: {miss}" for miss in _misses(best, side.expected)]
    wrong += [f"{name}: told as a fact as well: {_told(tale)}" for tale in tales if tale is not best and _is_stray(tale, best)]
    for other in side.also:
        if not any(not _misses(tale, other) for tale in _every(claims)):
            wrong.append(f"{name}: not told as well: {other}")
    return best, wrong


def _tales(side: Side, wanted: Row, claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """The claims that could be meant: figures of the measure, or happenings of one of the types, that touch the words."""
    first = side.text.index(side.at) if side.at else 0
    last = first + len(side.at) if side.at else len(side.text)
    if "measure" in wanted:
        pairs = [(c, f) for c in claims for f in c.figures if f.measure == wanted["measure"]]
        return [_tale(c, f) for c, f in pairs if f.start < last and first < f.end]
    kinds = listed(wanted["type"])
    told = sorted((c for c in claims if c.event.type in kinds), key=lambda c: kinds.index(c.event.type))
    return [_tale(c, None) for c in told if c.evidence.start < last and first < c.evidence.end]


def _is_stray(tale: Row, best: Row) -> bool:
    """A second count that is asserted in the same place, or a happening that is asserted where it is denied. Another's denial is no stray."""
    return tale["stance"] == "asserts" and (best["measure"] is not None or (best["stance"] != "asserts" and tale["type"] == best["type"]))


def _every(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    return [_tale(c, f) for c in claims for f in (None, *c.figures)]


def _tale(claim: Claim, figure: Figure | None) -> dict[str, Any]:
    """A claim and one of its figures as the fields that pairs speak of; whoever has several names is a set of them."""
    voice = claim.chain[0]
    unsaid = figure is not None and figure.low is None
    return {
        "speaker": _names(voice.name, voice.surface),
        "carriers": [_names(v.name, v.surface) for v in claim.chain[1:-1]],
        "stance": claim.stance,
        "measure": figure.measure if figure else None,
        "low": "unsaid" if unsaid else figure.low if figure else None,
        "high": "unsaid" if unsaid else ("open" if figure.high is None else figure.high) if figure else None,
        "victims": _parties(figure.victims) if figure else [],
        "type": claim.event.type,
        "realis": claim.event.realis,
        "actors": _parties(claim.event.actors),
        "targets": _parties(claim.event.targets),
        "role": voice.role,
        "of": _names(voice.of or ""),
        "channel": voice.channel,
    }


def _misses(tale: Mapping[str, Any], expected: Row) -> list[str]:
    return [f"{field} is {_shown(tale[field])}, not {right!r}" for field, right in expected.items() if not _right(field, tale[field], right)]


def _right(field: str, found: Any, right: Any) -> bool:
    """Names: one of those given. Lists of parties and of carriers: a list of alternatives each, none too many; carriers in order."""
    if field in ("speaker", "of"):
        return bool(found & {norm(name) for name in listed(right)})
    if field == "carriers":
        return len(found) == len(right) and all(_right("speaker", names, one) for names, one in zip(found, right, strict=True))
    if field in ("victims", "actors", "targets"):
        return all(any(_right("speaker", names, one) for names in found) for one in right) and (bool(right) or not found)
    return found in listed(right)


def _alike(pair: Pair, field: str, a: Any, b: Any) -> bool:
    """Whether both sides have the same: they share a name, or both bear names that the pair gives for one and the same."""
    if field in pair.a.expected and pair.a.expected.get(field) == pair.b.expected.get(field) and _right(field, a, pair.a.expected[field]):
        return _right(field, b, pair.b.expected[field])
    if field in ("speaker", "of"):
        return bool(a & b) or a == b
    if field in ("carriers", "victims", "actors", "targets"):
        return len(a) == len(b) and all(x & y for x, y in zip(a, b, strict=True))
    return bool(a == b)


def _names(*names: str) -> Names:
    return frozenset(norm(name) for name in names if name)


def _parties(parties: Iterable[Any]) -> list[Names]:
    named = [_names(party.name, party.surface) for party in parties]
    return sorted((names for names in named if not names <= ANYBODY), key=sorted)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _shown(value: Any) -> str:
    if isinstance(value, frozenset):
        return "/".join(sorted(value)) or "nobody"
    if isinstance(value, list):
        return " + ".join(_shown(one) for one in value) or "none"
    return str(value)


def _told(tale: Row) -> str:
    what = f"{tale['measure']} {tale['low']}..{tale['high']} of {_shown(tale['victims'])}" if tale["measure"] else tale["type"]
    return f"{what}, by {_shown(tale['speaker'])}"


def _brief(claim: Claim) -> str:
    counts = [f"{f.measure} {f.low}..{f.high}" for f in claim.figures]
    return f"{claim.event.type} {claim.event.realis} {claim.stance} by {claim.chain[0].name} {counts} in {claim.evidence.text!r}"
