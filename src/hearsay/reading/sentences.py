"""Finds paragraphs and sentences in news as it is: datelines, captions, quotes, capitals, missing spaces."""

import re

Span = tuple[int, int]

_BLANK = re.compile(r"\n[ \t\r]*\n|\r\n[ \t]*\r\n|\u2029")
_LINE = re.compile(r"\r?\n")
_STOP = re.compile(r"""(?:[.!?]+|…|\.{3,})(?:['"”’»)\]]+|\[[^\]\s]{1,40}\])*(?=(?P<gap>\s+)|(?=['"“‘«(\[]?[A-Z]))""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Cmdr|Gov|Sen|Rep|Reps|Sens|Rev|Hon|Pres|St|Mt|Ft|vs|Jr|Sr|"
    r"MR|MRS|MS|DR|PROF|GEN|LT|COL|MAJ|CAPT|SGT|CPL|BRIG|ADM|CMDR|GOV|SEN|REP|REV|PRES|JR|SR|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|Inc|Corp|Ltd|Co|Bros|al|op|cf|viz|ca)"
    r"|\b[A-Za-z](?:\.[A-Za-z])*)\.$"
)
_NUMBER = re.compile(r"\b(?:No|Nos|Art|Sec|p|pp)\.$")  # an abbreviation only before a number
_ENDS_ANYWAY = re.compile(r"\b(?:[ap]\.m|U\.S|U\.N|U\.K|D\.C|E\.U|Inc|Corp|Ltd|Co|Jr|Sr|etc)\.$", re.IGNORECASE)
_UNDONE = re.compile(r"(?:\b(?:of|the|an?|and|by|to|from|with|for|its|their)|,)$")  # a line that ends so goes on in the next
_CLOSED = re.compile(r"""[.!?:…]['"”’)\]]*$""")
_WIRE_HEAD = re.compile(r"\[(?:TEXT|EXCERPTS?|SUMMARY)\](?=\s)")  # what stands before it is the dateline of a text taken down
_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]{2,}(?: [A-Z][A-Z'’.-]+)*(?:, [A-Z][\w.]*(?: [\w.]+){0,2}){0,3},? ?\([A-Z][\w./ -]{1,30}\) ?(?:--|[-–—])(?= ?[\"“‘\[A-Z\d])"
)  # "KABUL, Oct. 3 (Agency) --", which may stand right behind a headline
HEADLINE = 250  # letters before it, at most
_OPENER = re.compile(
    r"""["“‘'«(\[]*(?:The|A|An|In|On|At|It|He|She|They|We|But|And|However|This|That|These|Those|There|Meanwhile|According|After|Before|Since|"""
    r"""When|While|As|For|Its|His|Her|Their|Some|Many|Several|More|Most|No|If|Last|Earlier|Later|Both)\b"""
)

WIDEST = 100  # letters: text is wrapped to lines of fewer
MANY, FULL = 4, 0.8  # lines that make a wrapped block, and the share of the longest that most of them fill


def paragraphs(text: str) -> list[Span]:
    r"""Spans of the paragraphs: blank lines part them, and so does a line end that does not look like a wrapped line.

    >>> text = "A headline\n\nThe army said\nit had left."
    >>> [text[a:b] for a, b in paragraphs(text)]
    ['A headline', 'The army said\nit had left.']
    """
    out: list[Span] = []
    for start, end in _cut(text, 0, len(text), _BLANK):
        out.extend(_unwrap(text, start, end))
    return out


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Spans of the sentences of the paragraph ``text[start:end]``, without the white space around them.

    >>> text = 'He left.Then Gen. Haq said: "No. Never." It was 3 p.m. on Friday.'
    >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
    ['He left.', 'Then Gen. Haq said: "No.', 'Never."', 'It was 3 p.m. on Friday.']
    """
    out: list[Span] = []
    head = _WIRE_HEAD.search(text, start, end)
    begin = head.end() if head else start
    _add(out, text, start, begin)
    dateline = next((m for m in _DATELINE.finditer(text, begin, min(end, begin + HEADLINE)) if _is_dateline(text, begin, m)), None)
    if dateline is not None:
        out += sentences(text, begin, dateline.start()) if dateline.start() > begin else []
        begin = dateline.start()
    for match in _STOP.finditer(text, begin, end):
        if match.end() < end and _is_end(text, begin, match, end):
            _add(out, text, begin, match.end())
            begin = match.end()
    _add(out, text, begin, end)
    return out


def _is_dateline(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a place in capitals begins a dateline: behind a headline, or with its day ("of the PKK (Workers Party) -- says" is none)."""
    before = text[begin : match.start()]
    last = before.split()[-1] if before.strip() else ""
    is_running = before[-1:].isspace() and (last.islower() or last.lower() in ("the", "a", "an"))
    return not is_running or "," in match[0].partition("(")[0]


def _is_end(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    after = match.end()
    rest = text[after:end].lstrip()
    if not rest:
        return False
    before = text[max(begin, match.start() - 24) : match.start() + 1]
    if not match["gap"]:
        return _is_glued_end(text, match)
    if match.group()[0] == "." and len(match.group().rstrip("\"'”’»)]")) == 1:
        if _ENDS_ANYWAY.search(before):
            return bool(_OPENER.match(rest))
        if _ABBREVIATION.search(before) or (_NUMBER.search(before) and rest[0].isdigit()):
            return False
    return not rest[0].islower() and not (rest[0] in "-–—,;:" and len(rest) > 1)


def _is_glued_end(text: str, match: re.Match[str]) -> bool:
    """No space after the stop: "ended.The" ends a sentence, "U.S.-led", "e.g.Kabul" and "a.B" do not."""
    left = text[max(0, match.start() - 3) : match.start()]
    right = text[match.end() : match.end() + 2]
    long_left = len(left) == 3 and left.isalnum() and (left[1:].islower() or left[1:].isdigit())
    return (long_left or text[match.end() - 1] in '"”’)]') and (len(right) < 2 or right[1].islower() or not right[0].isalpha() or right[1] == " ")


def _unwrap(text: str, start: int, end: int) -> list[Span]:
    """Cuts a block at line ends unless it is wrapped text: a long line, or one without a final stop in a block of long ones, then a line going on."""
    lines = _cut(text, start, end, _LINE)
    if len(lines) < 2:
        return lines
    lengths = sorted(b - a for a, b in lines)
    longest = lengths[-1]
    is_wrapped = longest < WIDEST and len(lines) >= MANY and lengths[len(lines) // 2] > FULL * longest
    out = [lines[0]]
    for a, b in lines[1:]:
        last = out[-1]
        previous = text[last[0] : last[1]].rsplit("\n", 1)[-1]
        is_open = _UNDONE.search(previous) is not None or (is_wrapped and not _CLOSED.search(previous))
        goes_on = text[a].islower() or is_open or (longest < WIDEST and len(previous) > 0.6 * longest)
        if goes_on:
            out[-1] = (last[0], b)
        else:
            out.append((a, b))
    return out


def _cut(text: str, start: int, end: int, at: re.Pattern[str]) -> list[Span]:
    out: list[Span] = []
    begin = start
    for match in at.finditer(text, start, end):
        _add(out, text, begin, match.start())
        begin = match.end()
    _add(out, text, begin, end)
    return out


def _add(out: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append((start, end))
