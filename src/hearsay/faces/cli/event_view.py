"""Events on the screen: a list with the losses of each side, and one event with its claims, speaker against speaker."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.rule import Rule
from rich.table import Table

from hearsay.faces.cli import wording
from hearsay.faces.cli.screens import cell, clean
from hearsay.lexicons import naming
from hearsay.pipeline import Dossier
from hearsay.records import Claim, Figure, Tally

LISTED = ("killed", "wounded", "captured")  # the measures that the list of events has a column for
_LEGEND = "? stands where nobody who gives a number can be taken alone; more, where no bound is set."
COLUMN = 25  # characters that a speaker's column needs at least


def list_events(console: Console, dossiers: Sequence[Dossier], *, every: bool) -> None:
    """Prints a headline an event, and under it a row for each side with low - best - high of its losses; the events without any count only if
    ``every`` is wanted."""
    shown = [dossier for dossier in dossiers if every or dossier.tallies]
    if shown:
        console.print(_losses([("low - best - high of losses", *LISTED)]))
    for dossier in shown:
        console.print()
        console.print(cell(headline(dossier), "bold"))
        if dossier.tallies:
            console.print(_losses(_rows_of(dossier.tallies)))
    console.print()
    rest = len(dossiers) - len(shown)
    if not dossiers:
        console.print("The ledger holds no claims yet: post reports with `hearsay ingest`.")
    else:
        console.print(_LEGEND + (f" {_many(rest, 'event')} without any count: --all lists them too." if rest else ""))


def headline(dossier: Dossier) -> str:
    """An event in a line: its id, what, where, when, and on how many words it rests.

    The type and the place are those that most of its claims have.
    """
    kinds = Counter(claim.event.type for claim in dossier.claims if claim.event.type != "toll")
    named = Counter(place.name for claim in dossier.claims for place in claim.event.places[:1])
    what = kinds.most_common(1)[0][0].replace("_", " ") if kinds else "losses"
    where = f" in {named.most_common(1)[0][0]}" if named else ""
    speakers = {claim.chain[0].name for claim in dossier.claims}
    reports = {claim.report_id for claim in dossier.claims}
    rests = f"{_many(len(dossier.claims), 'claim')} by {_many(len(speakers), 'voice')} in {_many(len(reports), 'report')}"
    return clean(f"{dossier.event.event_id}  {what}{where}, {_when(dossier.claims)}: {rests}")


def show_event(console: Console, dossier: Dossier) -> None:
    """Prints the event's claims side by side: a block for each question (how many of whom? did it happen?), a column for each speaker."""
    console.print(Rule(cell(headline(dossier), "bold"), align="left", characters="="))
    speakers = dict.fromkeys(claim.chain[0].name for claim in dossier.claims)
    for question, answers in _losses_told(dossier).items():
        _print_question(console, question, answers)
        silent = [name for name in speakers if name not in {answer.speaker for answer in answers}]
        if silent:
            console.print(cell(f"Silent on this: {', '.join(silent)}"))
        for tally in dossier.tallies:
            if question == _loss(tally.measure, tally.victims):
                console.print(cell(f"Low - best - high: {wording.span(tally)}. {tally.rule}"))
    for question, answers in _happenings_told(dossier).items():
        _print_question(console, question, answers)


def _print_question(console: Console, question: str, answers: Sequence["Answer"]) -> None:
    console.print()
    console.print(cell(question, "bold"))
    for groups in _rows(answers, max(1, console.width // COLUMN)):
        console.print(_block(groups))


class Answer(NamedTuple):
    """What one voice says to one question, with the words it was read from."""

    speaker: str
    source: str
    answer: str
    stance: str
    words: str


def _losses_told(dossier: Dossier) -> dict[str, list[Answer]]:
    """The answers to how many were harmed, by measure and side."""
    sides = list(dict.fromkeys(tally.victims for tally in dossier.tallies))
    told: dict[str, list[Answer]] = {}
    for claim in dossier.claims:
        for figure in claim.figures:
            told.setdefault(_loss(figure.measure, _side(figure, sides)), []).append(_answer(claim, wording.count(figure)))
    return dict(sorted(told.items()))


def _happenings_told(dossier: Dossier) -> dict[str, list[Answer]]:
    """The answers to what happened, by type and place."""
    told: dict[str, list[Answer]] = {}
    for claim in dossier.claims:
        event = claim.event
        if event.type != "toll":
            where = f": {wording.places(event.places)}" if event.places else ""
            told.setdefault(f"{event.type.replace('_', ' ').capitalize()}{where}", []).append(_answer(claim, wording.happening(event)))
    return told


def _loss(measure: str, side: str) -> str:
    return f"{measure.capitalize()}: {side}"


def _side(figure: Figure, sides: Sequence[str]) -> str:
    """Whose people, by the name that the tallies have for them where they have one."""
    if not figure.victims:
        return "unknown"
    if any(naming.is_civilian(party.name) for party in figure.victims):
        return "civilians"
    keys = [naming.key(party.name) for party in figure.victims]
    own = " and ".join(sorted({party.name for party in figure.victims}))
    return next((side for side in sides if any(naming.is_same(naming.key(side), key) for key in keys)), own)


def _answer(claim: Claim, answer: str) -> Answer:
    outlets = " > ".join(voice.name for voice in claim.chain[1:])
    when = wording.days(claim.event.time)
    source = f"{claim.report_id}{f' via {outlets}' if outlets else ''}"
    return Answer(
        claim.chain[0].name, source, f"{answer}{f', {when}' if when != wording.NOTHING else ''}", claim.stance, " ".join(claim.evidence.text.split())
    )


def _rows(answers: Sequence[Answer], columns: int) -> Iterator[list[list[Answer]]]:
    """The answers by speaker, as many speakers at a time as there is room for."""
    by_speaker: dict[str, list[Answer]] = {}
    for answer in answers:
        by_speaker.setdefault(answer.speaker, []).append(answer)
    groups = list(by_speaker.values())
    for first in range(0, len(groups), columns):
        yield groups[first : first + columns]


def _block(groups: Sequence[Sequence[Answer]]) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for group in groups:
        table.add_column(cell(group[0].speaker), ratio=1)
    cells = []
    for group in groups:
        words = cell("")
        for answer in group:
            words.append("\n\n" if words else "")
            words.append(f"{answer.stance}: {clean(answer.answer)}\n", "bold")
            words.append(f"“{clean(answer.words)}”\n")
            words.append(clean(f"({answer.source})"), "dim")
        cells.append(words)
    table.add_row(*cells)
    return table


def _rows_of(tallies: Sequence[Tally]) -> Iterator[tuple[str, ...]]:
    """Each side with its losses; what there is no column for stands in a row below."""
    for side in dict.fromkeys(tally.victims for tally in tallies):
        found = {tally.measure: wording.span(tally) for tally in tallies if tally.victims == side}
        if found.keys() & set(LISTED):
            yield f"  {side}", *(found.get(measure, wording.NOTHING) for measure in LISTED)
        for measure in sorted(found.keys() - set(LISTED)):
            yield f"  {side}: {found[measure]} {measure}", *[""] * len(LISTED)


def _losses(rows: Iterable[tuple[str, ...]]) -> Table:
    table = Table.grid(expand=True, padding=(0, 1, 0, 0))
    table.add_column(ratio=1)
    for _ in LISTED:
        table.add_column(justify="right", width=17)
    for row in rows:
        table.add_row(*map(cell, row))
    return table


def _when(claims: Sequence[Claim]) -> str:
    times = [claim.event.time for claim in claims if claim.event.time]
    return wording.between(min(time.first for time in times), max(time.last for time in times)) if times else "day unknown"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
