"""Which claim came in the place of which, and what people said of the claims that are gone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from hearsay.records import Entry, Judgement


def successors(made: Iterable[Entry]) -> dict[str, str]:
    """For claims that a newer reading no longer has the claim that it has in their place, by the entries in their order."""
    found: dict[str, str] = {}
    for entry in made:
        if entry.kind == "correction" and entry.body["verb"] == "reread":
            found |= entry.body["successors"]
            for claim_id in entry.body["added"]:
                found.pop(claim_id, None)  # it is there again
    return found


def line(claim_id: str, come: Mapping[str, str]) -> Iterator[str]:
    """The claim, the one in its place, the one in that one's place, and so on.

    >>> list(line("a", {"a": "b", "b": "c"})), list(line("a", {"a": "b", "b": "a"}))
    (['a', 'b', 'c'], ['a', 'b'])
    """
    seen = {claim_id}
    yield claim_id
    while (claim_id := come.get(claim_id, "")) and claim_id not in seen:
        seen.add(claim_id)
        yield claim_id


def handed_on(judgements: Iterable[Judgement], come: Mapping[str, str]) -> tuple[Judgement, ...]:
    """The judgements that stand, those about events with the two claims that they are about by now: those in the place of the claims that they were
    given about, but for claims that a person accepted or amended, which stay."""
    standing = tuple(judgements)
    kept = {one.left for one in standing if one.subject == "claims" and one.verb != "reject"}
    return tuple(_handed_on(one, come, kept) if one.subject == "events" else one for one in standing)


def _handed_on(one: Judgement, come: Mapping[str, str], kept: set[str]) -> Judgement:
    left, right = (_last(claim_id, come, kept) for claim_id in (one.left, one.right))
    return one if (left, right) == (one.left, one.right) else replace(one, left=left, right=right)


def _last(claim_id: str, come: Mapping[str, str], kept: set[str]) -> str:
    names = list(line(claim_id, come))
    return next((name for name in names if name in kept), names[-1])
