"""Cuts text into tokens the way English treebanks do (UD: "did n't", "Dashty 's", "34 - year - old")."""

import re
from collections.abc import Iterator

from hearsay import lexicons

Span = tuple[int, int]

_PREFIXES = "al|el|ul|an|as|at|ad|ar|e|non|anti|re|co|pre|pro|mid|post|over|semi|multi|ex|sub|counter|inter|neo|socio|un|de|ultra|trans"
_PATTERN = re.compile(
    r"""
    (?P<url>(?:https?://|www\.)[^\s<>"”]+[^\s<>"”.,;:!?)\]’'])
  | (?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
  | (?P<handle>[@\#]\w+)
  | (?P<dots>\.{2,}|…+)
  | (?P<ordinal>\d+(?:st|nd|rd|th|s)\b)
  | (?P<number>\d{1,3}(?:[,.]\d{3})+(?:\.\d+)?(?![\d])|\d+(?:[.,:/]\d+)+|\d+)
  | (?P<initials>(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s+[A-Z]))
  | (?P<abbreviation>(?:ABBR)\.|Nos?\.(?=\s?\d))
  | (?P<word>\w+(?:(?<=\w)['’](?!(?:s|re|ve|ll|d|m|t)\b)\w+)*)
  | (?P<clitic>['’](?:s|re|ve|ll|d|m|t)\b)
  | (?P<dash>-{2,})
  | (?P<marks>``|'{2})
  | (?P<other>\S)
    """.replace(
        "ABBR",
        "Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Cmdr|Gov|Sen|Rep|Rev|Hon|Pres|Sr|Jr|St|Mt|Ft|vs|etc|Inc|Corp|Ltd|Co|"
        "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|approx|dept|Dept|govt|Govt|Bros|Ave|Rd",
    ),
    re.VERBOSE | re.IGNORECASE,
)
_CANNOT = re.compile(r"^(can)(not)$", re.IGNORECASE)
_PREFIXED = re.compile(rf"^(?:{_PREFIXES})$", re.IGNORECASE)
_HYPHENED = frozenset(lexicons.load("naming")["hyphened"])
_MAKE, _MODEL = re.compile(r"[A-Z][A-Za-z]{0,2}"), re.compile(r"\d{1,3}[A-Z]?s")  # "F-16s", "Mi-24s"


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Character spans (half-open) of the tokens of ``text[start:end]``, in order; whitespace is in none.

    >>> text = "Dashty's men didn't retreat."
    >>> [text[a:b] for a, b in tokenise(text)]
    ['Dashty', "'s", 'men', 'did', "n't", 'retreat', '.']
    """
    spans = list(_pieces(text, start, len(text) if end is None else end))
    return _join_prefixes(text, spans)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _PATTERN.finditer(text, start, end):
        a, b = match.span()
        if match.lastgroup == "word" or match.lastgroup == "number":
            yield from _split_word(text, a, b)
        else:
            yield a, b


def _split_word(text: str, a: int, b: int) -> Iterator[Span]:
    word = text[a:b]
    if word[-1:] in "nN" and text[b : b + 2].lower() in ("'t", "’t"):
        if b - 1 > a:  # the n of "n't" goes with the clitic, see _join_prefixes
            yield a, b - 1
        return
    if _CANNOT.match(word):
        yield a, a + 3
        yield a + 3, b
        return
    yield a, b


def _join_prefixes(text: str, spans: list[Span]) -> list[Span]:
    """Joins "al" "-" "Qaeda" and "anti" "-" "aircraft", "cease" "-" "fire", "F" "-" "16s", and gives "n't" its n."""
    out: list[Span] = []
    k = 0
    while k < len(spans):
        a, b = spans[k]
        if text[a:b].lower() in ("'t", "’t") and a and text[a - 1] in "nN" and (not out or out[-1][1] < a):
            out.append((a - 1, b))
        elif _is_prefix(text, spans, k):
            out.append((a, spans[k + 2][1]))
            k += 2
        else:
            out.append((a, b))
        k += 1
    return out


def _is_prefix(text: str, spans: list[Span], k: int) -> bool:
    if k + 2 >= len(spans):
        return False
    first, dash, rest = spans[k : k + 3]
    touching = first[1] == dash[0] and dash[1] == rest[0]
    if not touching or text[dash[0] : dash[1]] not in "-‑‐":
        return False
    before, after = text[first[0] : first[1]], text[rest[0] : rest[1]]
    is_word = f"{before}-{after}".lower().removesuffix("s") in _HYPHENED or bool(_MAKE.fullmatch(before) and _MODEL.fullmatch(after))
    return is_word or (bool(_PREFIXED.match(before)) and after[0].isalpha())
