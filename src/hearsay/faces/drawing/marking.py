"""A report's text as HTML, the words of each claim marked in the ink of its voice, the counts in them bold."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from hearsay.faces import wording
from hearsay.faces.drawing.markup import Markup, join, tag
from hearsay.records import Claim, Document

Ink = Callable[[Claim], str]
Spans = Sequence[tuple[int, int]]

_GAP = tag("span", "[…]", class_="gap")
_BREAK = re.compile(r"\n\s*\n")


def marked(
    document: Document,
    claims: Iterable[Claim],
    ink: Ink = lambda _: "side-none",
    *,
    prefix: str = "c-",
    silent: Spans = (),
    is_cut: bool = False,
) -> Markup:
    """The text in paragraphs. Where several claims rest on the same words, these are marked once, with all their numbers. The first words of a claim
    are the target ``#c-ID`` (``prefix`` and the claim's id). ``silent``: words [start, end) that no claim was read from, which have a class.
    ``is_cut``: only the paragraphs that hold words of claims."""
    numbered = list(enumerate(in_text_order(claims), 1))
    breaks = {found.span() for found in _BREAK.finditer(document.text)}
    paragraphs: list[list[Markup]] = [[]]
    for start, end in pairwise(_cuts(document.text, [claim for _, claim in numbered], (*breaks, *silent))):
        if any(first <= start and end <= last for first, last in breaks):
            paragraphs.append([])
            continue
        over = [(number, claim) for number, claim in numbered if claim.evidence.start <= start and end <= claim.evidence.end]
        is_silent = not over and any(first <= start and end <= last for first, last in silent)
        piece = _piece(document.text[start:end], start, over, ink, prefix)
        paragraphs[-1].append(tag("span", piece, class_="silent") if is_silent else piece)
    shown = [(pieces, any(piece.startswith("<mark") for piece in pieces)) for pieces in paragraphs if pieces]
    return join(tag("p", *pieces, dir="auto") for pieces in (_cut(shown) if is_cut else (pieces for pieces, _ in shown)))


def _cuts(text: str, claims: Sequence[Claim], spans: Spans) -> list[int]:
    """Where the text is cut, so that each piece lies wholly within or without every span, every claim's words and every figure's."""
    own = [(claim.evidence.start, claim.evidence.end) for claim in claims]
    own += [(figure.start, figure.end) for claim in claims for figure in claim.figures]
    return sorted({0, len(text)} | {cut for span in (*spans, *own) for cut in span if 0 <= cut <= len(text)})


def _cut(paragraphs: Iterable[tuple[list[Markup], bool]]) -> Iterator[list[Markup]]:
    """Those with claims, and a sign for each run of others."""
    for has_claim, those in groupby(paragraphs, key=lambda paragraph: paragraph[1]):
        yield from (pieces for pieces, _ in those) if has_claim else ([_GAP],)


def in_text_order(claims: Iterable[Claim]) -> list[Claim]:
    """The claims as their words stand in the text, which is the order of their numbers."""
    return sorted(claims, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.claim_id))


def _piece(words: str, start: int, over: Sequence[tuple[int, Claim]], ink: Ink, prefix: str) -> Markup:
    is_counted = any(figure.start <= start < figure.end for _, claim in over for figure in claim.figures)
    shown = tag("b", words, class_="count") if is_counted else join([words])
    if not over:
        return shown
    opened = [(number, claim) for number, claim in over if claim.evidence.start == start]
    anchors = [tag("a", str(number), id=f"{prefix}{claim.claim_id}", class_="number") for number, claim in opened]
    hint = "\n".join(f"{number}. {_hint(claim)}" for number, claim in over)
    classes = " ".join(dict.fromkeys(f"voice-{ink(claim)}" for _, claim in over))
    ids = " ".join(claim.claim_id for _, claim in over)
    return tag("mark", *anchors, shown, class_=f"claim {classes}", data_claims=ids, title=hint)


def _hint(claim: Claim) -> str:
    counts = [f"{wording.count(figure)} ({wording.parties(figure.victims)})" for figure in claim.figures]
    what = [wording.happening(claim.event)] if claim.event.type != "toll" else []
    return f"{wording.chain(claim.chain)} {claim.stance}: {'; '.join(what + counts)}"
