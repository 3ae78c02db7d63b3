"""Reads the training corpora into windows. What each is, and under which licence, stands in ``SOURCES`` and goes into the card."""

import gzip
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.reading.windows import ROOM, windows_of
from training import labels
from training.words import Window


@dataclass(frozen=True)
class Source:
    """A corpus file, what it teaches (``task``), its licence, whether that licence is open, and how often its windows come in an epoch."""

    path: str
    task: str
    title: str
    licence: str
    is_open: bool
    times: int = 1


SOURCES = (
    Source("language/ewt-train.jsonl.gz", "syntax", "Universal Dependencies English EWT", "CC BY-SA 4.0", True),
    Source(
        "language/gum-train-open.jsonl.gz",
        "syntax",
        "Universal Dependencies English GUM, without fiction and wikiHow",
        "CC BY 4.0 texts and annotations (repository: CC BY-NC-SA 4.0)",
        True,
    ),
    Source("language/ww-train.jsonl.gz", "names", "en-worldwide-newswire", "CC BY-NC-SA 4.0 by its co-author's listing; not open", False),
    Source("language/gmb-train.jsonl.gz", "names", "Groningen Meaning Bank, part", "public-domain texts", True),
    Source("language/crossner-politics.jsonl.gz", "names", "CrossNER politics", "MIT", True),
    Source(
        "events/re3d.jsonl.gz",
        "names",
        "Dstl re3d: the UK Government, CENTCOM, State Department, Wikipedia and Australian parts",
        "OGL 3 / public domain / CC BY-SA 3.0 / CC BY 3.0 AU",
        True,
    ),
    Source("attribution/polnear-train.jsonl.gz", "voices", "PolNeAR 1.0.0", "none stated; not open", False),
    Source("attribution/gum.jsonl.gz", "voices", "GUM attribution relations (eRST), open genres", "CC BY 4.0 annotations", True, 6),
)

NAMES_OF_WW = {
    "Person": "person",
    "Organization": "organisation",
    "Location": "location",
    "NORP": "norp",
    "Date": "date",
    "Facility": "facility",
    "Money": "money",
    "Product": "product",
    "Misc": "misc",
}
_GMB = {
    "per": ("person",),
    "org": ("organisation",),
    "geo": ("location", "facility"),
    "gpe": ("norp", "location"),
    "tim": ("date",),
    "art": ("product", "misc", "weapon"),
    "eve": ("misc",),
    "nat": ("misc",),
}
_CROSSNER = {
    "politician": ("person",),
    "person": ("person",),
    "politicalparty": ("organisation", "norp"),
    "organisation": ("organisation", "facility"),
    "location": ("location", "facility"),
    "country": ("location",),
    "election": ("misc",),
    "event": ("misc",),
    "misc": ("misc", "norp", "product", "date", "money"),
}
_RE3D_OPEN = {"UK Government", "CENTCOM", "US State Department", "Wikipedia", "Australian Department of Foreign Affairs"}
_GUM_OPEN = {"news", "interview", "bio", "voyage", "speech", "textbook", "vlog", "academic", "court"}


def read(root: Path, source: Source) -> list[Window]:
    """All windows of a corpus file below ``root``."""
    rows = list(rows_of(root / source.path))
    name = source.path.split("/")[1].split(".")[0].split("-")[0]
    return list(
        {
            "ewt": _syntax,
            "gum": _gum(source),
            "ww": _names_ww,
            "gmb": _names_gmb,
            "crossner": _names_crossner,
            "re3d": _names_re3d,
            "polnear": _voices,
        }[name](rows)
    )


def rows_of(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _gum(source: Source):
    return _syntax if source.task == "syntax" else _voices_nested


def _syntax(rows: list[dict]) -> Iterator[Window]:
    """Windows of consecutive sentences of one text, of all lengths from one sentence to a full window."""
    rng = random.Random(11)
    group: list[dict] = []
    room = 0
    for row in rows:
        full = group and (row["src"] != group[0]["src"] or sum(len(r["form"]) for r in group) + len(row["form"]) > room)
        if full:
            yield syntax_window(group)
            group = []
        if not group:
            room = rng.choice((1, 1, 40, 80, 120, ROOM))
        group.append(row)
    yield syntax_window(group)


def syntax_window(group: list[dict]) -> Window:
    words: list[str] = []
    sentence, upos, head, label = ([] for _ in range(4))
    for number, row in enumerate(group):
        base = len(words)
        words += row["form"]
        sentence += [number] * len(row["form"])
        upos += [labels.upos_id(tag) if tag in labels.UPOS else labels.upos_id("X") for tag in row["upos"]]
        head += [h - 1 + base if h else -1 for h in row["head"]]
        label += [labels.deprel_id(relation) for relation in row["deprel"]]
    return Window(tuple(words), tuple(sentence), tuple(upos), tuple(head), tuple(label))


def _names_ww(rows: list[dict]) -> Iterator[Window]:
    outside = frozenset({0, *labels.bio_ids("B-", ("weapon",)), *labels.bio_ids("I-", ("weapon",))})
    for row in rows:
        yield from _names(
            row, lambda t: outside if t == "O" else labels.bio_ids(t, (NAMES_OF_WW[t[2:]], "weapon") if t[2:] == "Product" else (NAMES_OF_WW[t[2:]],))
        )


def _names_gmb(rows: list[dict]) -> Iterator[Window]:
    """GMB leaves out money, and its "O" may hide a facility or a weapon."""
    free = ("weapon", "facility", "money", "product", "misc", "date")
    outside = frozenset({0}) | labels.bio_ids("B-", free) | labels.bio_ids("I-", free)
    for row in rows:
        yield from _names(row, lambda t: outside if t == "O" else labels.bio_ids(t, _GMB[t[2:]]))


def _names_crossner(rows: list[dict]) -> Iterator[Window]:
    free = ("weapon", "facility", "money", "product", "misc", "date", "norp")
    outside = frozenset({0}) | labels.bio_ids("B-", free) | labels.bio_ids("I-", free)
    for row in rows:
        yield from _names(row, lambda t: outside if t == "O" else labels.bio_ids(t, _CROSSNER[t[2:]]))


def _names(row: dict, allowed) -> Iterator[Window]:
    words, tags = row["form"], row["ner"]
    for begin in range(0, len(words), ROOM):
        part = words[begin : begin + ROOM]
        yield Window(tuple(part), (0,) * len(part), allowed=tuple(allowed(t) for t in tags[begin : begin + ROOM]))


def _names_re3d(rows: list[dict]) -> Iterator[Window]:
    """Teaches weapons and military platforms; of every other word it says only that it is none."""
    weapon = {p: labels.BIO.index(f"{p}-weapon") for p in "BI"}
    other = frozenset(range(len(labels.BIO))) - frozenset(weapon.values())
    for row in rows:
        if row["source"] not in _RE3D_OPEN:
            continue
        spans = [(e["start"], e["end"]) for e in row["entities"] if e["type"] in ("Weapon", "MilitaryPlatform")]
        for window in windows_of(row["text"]):
            allowed = []
            for a, b in window.tokens:
                inside = [s for s in spans if s[0] < b and s[1] > a]
                allowed.append(frozenset({weapon["B" if inside[0][0] >= a else "I"]}) if inside else other)
            if any(len(a) == 1 for a in allowed):
                yield Window(tuple(row["text"][a:b] for a, b in window.tokens), _from_zero(window.sentence), allowed=tuple(allowed))


def _voices(rows: list[dict]) -> Iterator[Window]:
    for row in rows:
        frames = [[a["source"], a["content"], a["cue"]] for a in row["attributions"]]
        for room in (ROOM, 110):  # two cuttings of each document, so that every frame is once away from an edge
            yield from _framed(row["text"], frames, windows_of(row["text"], room), 0)


def _voices_nested(rows: Iterable[dict]) -> Iterator[Window]:
    for row in rows:
        if row["split"] == "train" and row["genre"] in _GUM_OPEN:
            frames = [[a["source"], a["content"], a["cue"] or _cue_of(a)] for a in row["attributions"]]
            yield from _framed(row["text"], frames, windows_of(row["text"]), 1)


def _cue_of(attribution: dict) -> list[list[int]]:
    """GUM marks no cue in "according to X": what the frame holds before its source."""
    (frame, *_), (source, *_) = attribution["frame"], attribution["source"]
    return [[frame[0], source[0]]] if source[0] > frame[0] else []


def _framed(text: str, frames: list, windows, anchor_head: int) -> Iterator[Window]:
    for window in windows:
        tokens = window.tokens
        marked = []
        for source, content, cue in frames:
            roles = [0] * len(tokens)
            for role, spans in ((2, content), (1, source), (3, cue)):
                for start, end in spans:
                    for k, (a, b) in enumerate(tokens):
                        if a < end and b > start:
                            roles[k] = role
            if 3 in roles and 2 in roles:
                marked.append((roles.index(3), tuple(roles)))
        yield Window(tuple(text[a:b] for a, b in tokens), _from_zero(window.sentence), frames=tuple(marked), anchor_head=anchor_head)


def _from_zero(numbers: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(number - numbers[0] for number in numbers)
