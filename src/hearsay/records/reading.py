"""A report as the reader sees it: tokens with tags and heads, names, and attribution frames."""

from dataclasses import dataclass

from hearsay.records.document import Document


@dataclass(frozen=True, slots=True)
class Token:
    """A word. ``head`` is the index of its governor in the reading's tokens, -1 for the root of a sentence; ``relation`` is the UD
    dependency label with subtype; ``start``/``end`` are character offsets, half-open."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    relation: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first`` to ``last`` (exclusive), and the number of its paragraph."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``first`` to ``last`` (exclusive) that name something. ``kind`` is person, organisation, location, facility, norp
    (nationality, religious or political group), date, weapon, money, product or misc."""

    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution as the reader sees it, by token indexes: who (source), the words of saying (cue), what is said (content).

    ``source`` may be empty. ``parent`` is the index of the frame whose content this one stands in, or None. ``rule`` is what found it: the
    reader's head for voices, by the anchor for frames that stand by themselves (voices) or by that for nested ones (inner), or what marks the
    author of the whole (byline, signature) or of a turn in a transcript (turn).
    """

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    parent: int | None = None
    rule: str = "voices"

    @property
    def is_author(self) -> bool:
        """Whether it holds the whole text or a turn of it, rather than what one cue tells."""
        return self.rule not in ("voices", "inner")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with everything that the reader says about it. ``antecedents`` maps a token (the head of a pronoun or of a short
    description) to the token that heads the mention it stands for."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    frames: tuple[Frame, ...]
    antecedents: dict[int, int]
    reader: str

    def text_of(self, first: int, last: int) -> str:
        """The document's words from token ``first`` to ``last`` (exclusive), as they stand in the text."""
        return self.document.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""
