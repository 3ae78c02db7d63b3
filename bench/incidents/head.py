"""The head of bench/incidents: how likely each pair of killed and injured is, by a log-linear sum over hashed strings of sight.py.

A pair's score is the sum of what speaks for its killed, for its injured, for both together, and for such a pair in any report. The weights lie in
one table of bytes; a string's place in it is its hash, so no word of a report is kept."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bench.incidents.sight import Kind, Sight

Floats = NDArray[np.float64]
Chances = dict[int, float]  # by number of people
Key = tuple[str, Kind, int]  # the role, the kind of string, the number (of "plain": its bucket)
WEIGHTS = Path(__file__).with_name("head.json")
PLACES = 1 << 17
ROLES = ("killed", "injured", "both")
SCALES: dict[Kind, float] = {"around": 0.5, "told": 1.0, "plain": 0.4}  # many strings of little worth are to weigh less together
BUCKETS, PAIRS = 5, 10  # numbers from the last on are taken together
_LIMIT = 127  # of a signed byte


@dataclass(frozen=True)
class Weights:
    """``table`` by the hash of a string, ``pairs`` by killed and injured."""

    table: Floats
    pairs: Floats

    def to_json(self) -> str:
        step = max(float(np.abs(self.table).max()), 1e-9) / _LIMIT
        table = np.round(self.table / step).astype(np.int8)
        made = {"step": step, "pairs": [[round(float(w), 3) for w in row] for row in self.pairs], "table": b64encode(table.tobytes()).decode()}
        return json.dumps(made) + "\n"

    @staticmethod
    def from_json(text: str) -> "Weights":
        made = json.loads(text)
        table = np.frombuffer(b64decode(made["table"]), dtype=np.int8)
        return Weights(table.astype(np.float64) * made["step"], np.array(made["pairs"]))


@cache
def load() -> Weights:
    return Weights.from_json(WEIGHTS.read_text(encoding="utf-8"))


def chances(sight: Sight, weights: Weights) -> tuple[Chances, Chances]:
    """How likely each number of killed is, and each number of injured; each sums to one."""
    numbers = sight.numbers()
    worth = {key: SCALES[key[1]] * float(weights.table[places].sum()) for key, places in places_of(sight)}
    scores = np.array([[_score(worth, weights, killed, injured) for injured in numbers] for killed in numbers])
    both = np.exp(scores - scores.max())
    both /= both.sum()
    return dict(zip(numbers, map(float, both.sum(1)), strict=True)), dict(zip(numbers, map(float, both.sum(0)), strict=True))


def _score(worth: dict[Key, float], weights: Weights, killed: int, injured: int) -> float:
    told = zip(ROLES, (killed, injured, killed + injured), strict=True)
    return sum(worth[key] for role, number in told for key in keys_of(role, number)) + float(weights.pairs[pair_of(killed, injured)])


def keys_of(role: str, number: int) -> tuple[Key, Key, Key]:
    """What is summed for a number in a role."""
    return (role, "around", number), (role, "told", number), (role, "plain", min(number, BUCKETS - 1))


def pair_of(killed: int, injured: int) -> tuple[int, int]:
    return min(killed, PAIRS - 1), min(injured, PAIRS - 1)


def places_of(sight: Sight) -> Iterator[tuple[Key, NDArray[np.int64]]]:
    """The places in the table of all that speaks for or against the numbers of a report."""
    numbers = sight.numbers()
    sums = sorted({killed + injured for killed in numbers for injured in numbers})
    around, told, plain = {n: sight.around(n) for n in sums}, {n: [*sight.of_told(n)] for n in sums}, sight.plain()
    for role in ROLES:
        for number in sums if role == "both" else numbers:
            yield (role, "around", number), _hashed(role, around[number])
            yield (role, "told", number), _hashed(f"{role}!", told[number])
        for bucket in range(BUCKETS):
            yield (role, "plain", bucket), _hashed(f"{role}{bucket}", plain)


def _hashed(before: str, strings: Iterable[str]) -> NDArray[np.int64]:
    return np.array([crc32(f"{before}{each}".encode()) % PLACES for each in sorted(strings)], dtype=np.int64)
