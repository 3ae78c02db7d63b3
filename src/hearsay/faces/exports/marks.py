"""What annotation tools mark in a report's text: the words of each claim, of each figure and of each speaker, and what was read from them."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import chain
from typing import Any, Literal, get_args

from hearsay.faces.exports.holdings import Holdings
from hearsay.lexicons import load
from hearsay.records import Claim, Document, Figure
from hearsay.records.claim import Realis, Stance
from hearsay.records.figure import Measure

MEASURES: tuple[str, ...] = get_args(Measure)
STANCES: tuple[str, ...] = get_args(Stance)
REALES: tuple[str, ...] = get_args(Realis)
VOICE, SAID_BY, COUNTS = "voice", "said by", "counts"

_CLAIM = re.compile(r"(\w+)(?: \(([\w, ]+)\))?")
_FIGURE = re.compile(r"(\w+) (\?|\d+)(?:(\+)|-(\?|\d+))?")


class LabelError(ValueError):
    """A label that is none of those that claims, figures and voices have."""


@dataclass(frozen=True, slots=True)
class Mark:
    """``mark_id`` is the claim's id, the claim's id with ".2" for its second figure, or of a voice that of its words. ``fields``: what can be amended
    there, as the ledger's ``amend`` takes it. ``said_by``: the mark of the speaker."""

    mark_id: str
    kind: Literal["claim", "figure", "voice"]
    start: int
    end: int
    claim_id: str = ""
    number: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    said_by: str = ""

    @property
    def label(self) -> str:
        """All of it in one label, for tools whose marks have nothing else."""
        return VOICE if self.kind == VOICE else _claim_label(self.fields) if self.kind == "claim" else _figure_label(self.fields)


def types() -> tuple[str, ...]:
    """The types that a claim can be of."""
    return tuple(load("coding")["types"])


def by_report(holdings: Holdings) -> Iterator[tuple[Document, list[Claim]]]:
    """Each report that has claims, with these in the order of the text. All claims are held in memory meanwhile."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for dossier in holdings.dossiers:
        for claim in dossier.claims:
            told[claim.report_id].append(claim)
    for report_id in sorted(told):
        yield holdings.reports[report_id], sorted(told[report_id], key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.claim_id))


def marks_of(claims: Iterable[Claim]) -> list[Mark]:
    """The marks of a report's claims: voices first, each once, then every claim and its figures."""
    own = list(claims)
    spans = dict.fromkeys((claim.chain[0].start, claim.chain[0].end) for claim in own if claim.chain[0].surface)
    return [Mark(_voice_id(*span), "voice", *span) for span in spans] + [mark for claim in own for mark in _of_claim(claim)]


def to_text(marks: Iterable[Mark]) -> str:
    """The marks as a string that tools carry along, to tell later what was changed."""
    return json.dumps([asdict(mark) for mark in marks], ensure_ascii=False)


def from_text(text: Any) -> list[Mark]:
    """The marks that ``to_text`` wrote. Raises ValueError if it did not."""
    try:
        marks = [Mark(**one) for one in json.loads(text)]
    except (TypeError, ValueError, RecursionError):
        marks = []
    if not marks or not all(_is_sound(mark) for mark in marks):
        raise ValueError("what hearsay wrote along with it (the field hearsay) is gone or was changed")
    return marks


def _is_sound(mark: Mark) -> bool:
    texts = (mark.mark_id, mark.claim_id, mark.said_by, mark.kind)
    numbers = (mark.start, mark.end, mark.number)
    fields: Any = mark.fields  # whatever a file has there
    told = fields.items() if isinstance(fields, dict) else [(None, None)]
    return all(isinstance(one, str) for one in (*texts, *chain.from_iterable(told))) and all(isinstance(one, int) for one in numbers)


def read_label(label: str) -> tuple[str, dict[str, str]]:
    """The kind of mark and its fields, from a label as ``Mark.label`` writes it. Raises LabelError if it is none.

    >>> read_label("killed 301+")
    ('figure', {'measure': 'killed', 'low': '301', 'high': ''})
    >>> read_label("attack (denies)")
    ('claim', {'type': 'attack', 'stance': 'denies', 'realis': 'actual'})
    """
    if label == VOICE:
        return VOICE, {}
    figure, claim = _FIGURE.fullmatch(label), _CLAIM.fullmatch(label)
    if figure and figure[1] in MEASURES:
        low = figure[2].strip("?")
        high = "" if figure[3] else (figure[4].strip("?") if figure[4] else low)
        return "figure", {"measure": figure[1], "low": low, "high": high}
    if claim and claim[1] in types():
        return "claim", {"type": claim[1]} | _qualified([word.strip() for word in (claim[2] or "").split(",") if word.strip()])
    raise LabelError(
        f'there is no label "{label}": there are types of claims ("attack", "attack (denies)"), counts ("killed 34", "killed 30-40"), voice'
    )


def _qualified(words: list[str]) -> dict[str, str]:
    stances = [word for word in words if word in STANCES]
    reales = [word for word in words if word in REALES]
    if len(stances) + len(reales) != len(words) or len(stances) > 1 or len(reales) > 1:
        raise LabelError(f"({', '.join(words)}) is no stance and realis: stances are {', '.join(STANCES)}; realis is {', '.join(REALES)}")
    return {"stance": (stances or ["asserts"])[0], "realis": (reales or ["actual"])[0]}


def _of_claim(claim: Claim) -> Iterator[Mark]:
    speaker = claim.chain[0]
    told = {"type": claim.event.type, "stance": claim.stance, "realis": claim.event.realis, "speaker": speaker.name}
    said_by = _voice_id(speaker.start, speaker.end) if speaker.surface else ""
    yield Mark(claim.claim_id, "claim", claim.evidence.start, claim.evidence.end, claim.claim_id, 0, told, said_by)
    for number, figure in enumerate(claim.figures, 1):
        yield Mark(f"{claim.claim_id}.{number}", "figure", figure.start, figure.end, claim.claim_id, number, _bounds(figure))


def _bounds(figure: Figure) -> dict[str, str]:
    low, high = ("" if bound is None else str(bound) for bound in (figure.low, figure.high))
    return {"measure": figure.measure, "low": low, "high": high, "victims": ", ".join(party.name for party in figure.victims)}


def _voice_id(start: int, end: int) -> str:
    return f"voice.{start}.{end}"


def _claim_label(told: dict[str, str]) -> str:
    more = [word for word in (told["stance"], told["realis"]) if word not in ("asserts", "actual")]
    return f"{told['type']} ({', '.join(more)})" if more else told["type"]


def _figure_label(told: dict[str, str]) -> str:
    low, high = told["low"], told["high"]
    number = low or "?" if low == high else f"{low}+" if not high else f"{low or '?'}-{high}"
    return f"{told['measure']} {number}"
