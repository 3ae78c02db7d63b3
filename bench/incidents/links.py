"""Which reports tell of one incident: trees (trees.py) over how alike two reports are in names, words, titles, ages, addresses and days, and groups
of reports that are alike on the whole. The product's own linking, which bench/clusters.py measures, knows no archive and joins fewer of them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bench.incidents.trees import Rows, Trees
from hearsay.records import Document

ALIKE = 0.4  # the mean chance from which two groups are one: found on parts of the training part
_NAMESAKES = 0.05  # likeness of names up to which two reports are not compared
_UNLIKE = 0.02  # the chance taken for those
_UNDATED = 30  # days taken to lie between two reports if the day of one is not known
_READ = 4000  # characters
_PLACES = 1 << 14  # of a word's hash
_NAMES = re.compile(r"\b[A-Z][a-zA-Z'’.-]+(?: [A-Z][a-zA-Z'’.-]+)*")
_WORD = re.compile(r"[a-z0-9]+")
_AGE = re.compile(r"\b(\d{1,2})[- ]year[- ]old|[A-Z][a-z]+, (\d{1,2})\b")
_ADDRESS = re.compile(
    r"\b(\d{2,5}) (?:block|[NSEW]\.? |[A-Z])"
    r"|\b([A-Z][a-z]+ (?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Court|Place|Way|Highway|Parkway|Circle))\b"
)
Grid = NDArray[np.float32]  # a row a report, a column a place; or a row and a column a report


@dataclass(frozen=True)
class Pairs:
    """``left`` and ``right`` are numbers of reports, ``rows`` the features of each pair that is compared."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    rows: Rows


def groups_of(documents: Sequence[Document], trees: Trees) -> list[int]:
    """For each report the number of the first report of its incident."""
    pairs = pairs_of(documents)
    return grouped(len(documents), pairs, trees.chances(pairs.rows))


def pairs_of(documents: Sequence[Document]) -> Pairs:
    """All pairs of reports with names in common, with how alike they are."""
    whole = [f"{document.title or ''}. {document.text[:_READ]}" for document in documents]
    runs = [[[word.strip(".'’-").lower() for word in run.split()] for run in _NAMES.findall(text)] for text in whole]
    names = _grid([word for run in own for word in run if len(word) > 2] for own in runs)  # no initials
    ages, addresses = _found(_AGE, whole), _found(_ADDRESS, whole)
    days = np.array([document.published.toordinal() if document.published else np.nan for document in documents], dtype=np.float32)
    alike, same_age, told = _likeness(names), ages @ ages.T, addresses.sum(1) > 0
    layers = (
        alike,
        _likeness(_grid([f"{a} {b}" for run in own for a, b in pairwise(run)] for own in runs)),
        _likeness(_grid(_WORD.findall(text.lower()) for text in whole)),
        _likeness(_grid(_WORD.findall((document.title or "").lower()) for document in documents)),
        _rarity_shared(names),
        np.log1p(np.nan_to_num(np.abs(days[:, None] - days), nan=_UNDATED)),
        same_age,
        ages.sum(1)[:, None] + ages.sum(1) - 2 * same_age,
        (told[:, None] & told) & (addresses @ addresses.T == 0),
    )
    left, right = np.nonzero(np.triu(alike > _NAMESAKES, 1))
    return Pairs(left, right, np.stack([layer[left, right] for layer in layers], axis=1).astype(np.float32))


def grouped(count: int, pairs: Pairs, chances: NDArray[np.float64]) -> list[int]:
    """Groups joined from the likeliest pair on, as long as the mean chance over all pairs between two groups is high enough."""
    chance = {(int(a), int(b)): float(p) for a, b, p in zip(pairs.left, pairs.right, chances, strict=True)}
    group, members = list(range(count)), {number: [number] for number in range(count)}
    for a, b in sorted(chance, key=lambda pair: (-chance[pair], pair)):
        into, out = sorted((group[a], group[b]))
        if into == out:
            continue
        between = [chance.get((min(x, y), max(x, y)), _UNLIKE) for x in members[into] for y in members[out]]
        if sum(between) >= ALIKE * len(between):
            members[into] += members.pop(out)
            for number in members[into]:
                group[number] = into
    return group


def _found(pattern: re.Pattern[str], texts: Sequence[str]) -> Grid:
    """Which of what a pattern finds stands in which text."""
    return (_grid(["".join(match.groups(default="")) for match in pattern.finditer(text)] for text in texts) > 0).astype(np.float32)


def _grid(texts: Iterable[Iterable[str]]) -> Grid:
    """How often each word stands in each text, on a scale of logarithms, by the word's hash."""
    rows = []
    for words in texts:
        row = np.zeros(_PLACES, dtype=np.float32)
        for place, times in Counter(crc32(word.encode()) % _PLACES for word in words).items():
            row[place] = 1 + np.log(times)
        rows.append(row)
    return np.stack(rows) if rows else np.zeros((0, _PLACES), dtype=np.float32)


def _likeness(grid: Grid) -> Grid:
    """The cosine of each two texts, rare words weighing more, those that stand in every text next to nothing."""
    weighed = grid * np.log((2 + len(grid)) / (1 + (grid > 0).sum(0, dtype=np.float32)))
    weighed /= np.maximum(np.linalg.norm(weighed, axis=1, keepdims=True), 1e-6)
    likeness: Grid = weighed @ weighed.T
    return likeness


def _rarity_shared(grid: Grid) -> Grid:
    """How rare the words are that each two texts share, summed; a word that only one report has is 1."""
    has = (grid > 0).astype(np.float32)
    rarity = 1 - np.log(np.maximum(has.sum(0), 1)) / np.log(max(len(grid), 2))
    shared: Grid = np.log1p((has * rarity) @ has.T)
    return shared
