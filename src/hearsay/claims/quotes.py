"""Quotations: from an opening mark to its close, over sentences, and over paragraphs where a paragraph opens with a mark again."""

from collections.abc import Iterator, Sequence

from hearsay.records import Problem, Reading, Token

CLOSE_OF = {"“": "”", "«": "»", "„": "“”", '"': '"'}  # what closes each opening mark
CLOSING, STRAIGHT = "”»", '"'
LONGEST = 400  # words of a quotation that never closes
MARK = 5  # words of "[BEGIN LOPEZ RECORDING]"
SHOWN = 40  # characters shown of a quotation with something wrong


def quotations(reading: Reading) -> Sequence[tuple[int, int]]:
    """First and last (exclusive) words within each outermost pair of quotation marks, the marks left out.

    A mark that is not closed runs to the end of its paragraph, and on if the next one opens with a mark, as newspapers set long quotations.
    """
    return [*_Marks(reading).spans, *_recordings(reading)]


def _recordings(reading: Reading) -> Iterator[tuple[int, int]]:
    """ "[BEGIN RECORDING] ... [END RECORDING]" of a monitored broadcast: what is heard of the one who speaks."""
    opened: int | None = None
    words = [token.text.upper() for token in reading.tokens]
    for at in (k for k, word in enumerate(words) if word == "[" and "]" in words[k + 3 : k + MARK]):
        closed = words.index("]", at)
        if words[at + 1] == "BEGIN":
            opened = closed + 1
        elif words[at + 1] == "END" and opened is not None:
            yield opened, at
            opened = None


def faults(reading: Reading) -> Iterator[Problem]:
    """At most one: quotation marks without a partner, so that it is not sure where a voice ends."""
    marks = _Marks(reading)
    if marks.faults:
        document = reading.document
        start = min(reading.tokens[k].start for k in marks.faults)
        words = " ".join(document.text[start : start + SHOWN].split())
        number = f"{len(marks.faults)} quotation marks" if len(marks.faults) > 1 else "a quotation mark"
        message = (
            f"has {number} without a partner, first at “{words}”. Read all the same, to the end of the paragraph at most: check who says what there."
        )
        yield Problem("unpaired-quotes", message, document.report_id, is_read=True)


class _Marks:
    """Goes over the words once. ``spans``: what is quoted; ``faults``: places of marks without a partner; both in the order of their ends."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._opened: list[int] = []  # places of the marks that are open, the outermost first
        self.spans: list[tuple[int, int]] = []
        self.faults: list[int] = []
        for token in reading.tokens:
            if self._opened and self._breaks(token):
                self._break(token.index)
            if (token.text in CLOSE_OF or token.text in CLOSING) and not self._goes_on(token):
                self._take(token)
        if self._opened:
            self._break(len(reading.tokens))

    def _take(self, token: Token) -> None:
        own = [n for n, k in enumerate(self._opened) if token.text in CLOSE_OF[self._reading.tokens[k].text]]
        if own:
            self._close(token, own[-1])
        elif token.text in CLOSE_OF and not (self._opened and token.text == STRAIGHT and self._leans_back(token)):
            self._opened.append(token.index)
        else:
            self.faults.append(token.index)
            if self._opened:
                self._close(token, len(self._opened) - 1)

    def _close(self, token: Token, number: int) -> None:
        """Closes the mark that is open as the ``number``th, and with it what was left open inside."""
        if number < len(self._opened) - 1:
            self.faults.append(self._opened[-1])
        if number == 0:
            self._end(token.index)
        del self._opened[number:]

    def _break(self, last: int) -> None:
        self._end(last)
        self.faults.append(self._opened[0])
        self._opened.clear()

    def _end(self, last: int) -> None:
        if last > self._opened[0] + 1:
            self.spans.append((self._opened[0] + 1, last))

    def _breaks(self, token: Token) -> bool:
        """Whether an open quotation ends before this word: it has run too long, or a paragraph begins that does not take it up."""
        return token.index - self._opened[0] > LONGEST or (self._is_new(token) and token.text not in CLOSE_OF)

    def _goes_on(self, token: Token) -> bool:
        """Whether this mark, at the head of a paragraph, only takes up what is open."""
        return bool(self._opened) and token.text == self._reading.tokens[self._opened[-1]].text and self._is_new(token)

    def _is_new(self, token: Token) -> bool:
        """Whether a paragraph begins with this word."""
        sentences = self._reading.sentences
        before = self._reading.tokens[token.index - 1]
        return sentences[token.sentence].paragraph != sentences[before.sentence].paragraph

    def _leans_back(self, token: Token) -> bool:
        """Whether the mark stands right behind a word."""
        return self._reading.tokens[token.index - 1].end == token.start
