"""Reports of one origin: the same text, copies with edits, copies with the tail cut off."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from hearsay.events.sketches import sketch
from hearsay.lexicons import load
from hearsay.records import Document, Origin, Sketch

Copies = dict[str, dict[str, float]]  # of each report those that have its text, with the share


def origins(documents: Iterable[Document]) -> tuple[Origin, ...]:
    """For each report the one that its text was first published as, sorted by report. A chain of copies has one origin."""
    known = {document.report_id: sketch(document) for document in documents}
    found: Copies = defaultdict(dict)
    for left, right in _candidates(known):
        if (share := shared(known[left], known[right])) is not None:
            found[left][right] = found[right][left] = share
    made = (origin for group in _groups(known, found) for origin in _origins(group, known, found))
    return tuple(sorted(made, key=lambda origin: origin.report_id))


def copies(one: Sketch, others: Iterable[Sketch]) -> dict[str, float]:
    """Which of the others are of one text with this, and how much of the shorter text both have (0 to 1). To add a report to those whose origins are
    known: ask this of those that share a shingle with it; all that it finds, and all of their origins, are of one origin with it."""
    shares = {other.report_id: shared(one, other) for other in others if other.report_id != one.report_id}
    return {name: share for name, share in shares.items() if share is not None}


def shared(left: Sketch, right: Sketch) -> float | None:
    """The share of the shorter text that both have, from their shingles; None if that is too little to be a copy: a paragraph of background that
    two reports take over is none, nor is an item in a roundup of many."""
    limits = load("linking")["copies"]
    ours, theirs = set(left.shingles), set(right.shingles)
    both, (short, long) = len(ours & theirs), sorted((len(ours), len(theirs)))
    if ours != theirs and (both < limits["fewest"] or both < limits["of_shorter"] * short or both < limits["of_longer"] * long):
        return None
    return round(both / short, 3) if short else None


def _candidates(known: Mapping[str, Sketch]) -> Iterator[tuple[str, str]]:
    """Pairs that share a shingle; of those that very many share, the first few with all."""
    first = load("linking")["limits"]["first_tellings"]
    shelves: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(known):
        for shingle in known[name].shingles:
            shelves[shingle].append(name)
    seen: set[tuple[str, str]] = set()
    for holders in shelves.values():
        for index, one in enumerate(holders[:first]):
            seen.update((one, other) if one < other else (other, one) for other in holders[index + 1 :])
    yield from sorted(seen)


def _groups(known: Mapping[str, Sketch], found: Copies) -> Iterator[list[str]]:
    done: set[str] = set()
    for name in sorted(known):
        group, wave = set[str](), {name} - done
        while wave:
            group |= wave
            wave = {other for one in wave for other in found.get(one, ())} - group
        done |= group
        if group:
            yield sorted(group)


def _origins(group: list[str], known: Mapping[str, Sketch], found: Copies) -> Iterator[Origin]:
    first = min(group, key=lambda name: (known[name].published or date.max, name))
    for name in group:
        like = name if name == first else min(found[name], key=lambda other: (-found[name][other], other))
        yield Origin(name, first, like, 1.0 if like == name else found[name][like])
