"""One event on the screen: its claims side by side, speaker against speaker, question by question."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from hearsay import ledger
from hearsay.dossiers import Dossier
from hearsay.faces import wording
from hearsay.faces.cli.contradiction_view import show_contradictions
from hearsay.faces.cli.event_view import headline
from hearsay.faces.cli.screens import cell, clean
from hearsay.faces.speakers import one_name_each, side_of_victims, speaks_for
from hearsay.records import Claim, Tally

COLUMN = 25  # characters that a speaker's column needs at least
MEASURES = ("killed", "wounded", "casualties", "captured", "surrendered", "missing", "trapped", "displaced")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one voice says to one question, with the words it was read from; ``short_id`` is the claim's,
    ``origin_id`` the report that the claim's is a copy of."""

    speaker: str
    claim: Claim
    words: str
    short_id: str
    origin_id: str | None


def show_event(console: Console, dossier: Dossier) -> None:
    """Prints a block for each question (how many of whom? what happened where?) with a column for each speaker. Losses come first, those that most
    speak of before others; under them stand the tally, with how it came about and the claims it rests on, and whether the side whose losses they are
    gives no number. Then the totals over all sides, and the contradictions with the words of both."""
    console.print(Rule(cell(headline(dossier.summary), "bold"), align="left", characters="="))
    names = one_name_each((claim.chain[0].name for claim in dossier.claims), dossier.sameness)
    short = wording.short_ids(claim.claim_id for claim in dossier.claims)
    tallies = {(tally.measure, tally.victims): tally for tally in dossier.tallies}
    for (measure, side), answers in _losses_told(dossier, names, short).items():
        _print_question(console, f"{measure.capitalize()}: {side}", answers)
        quiet = _quiet(side, dossier, names, answers)
        if quiet:
            console.print(cell(f"No number from their own side ({', '.join(quiet)})."))
        if (measure, side) in tallies:
            _print_tally(console, tallies[measure, side], short)
    for tally in dossier.tallies:
        if tally.victims == ledger.ALL:
            console.print()
            console.print(cell(f"{tally.measure.capitalize()}: all sides", "bold"))
            _print_tally(console, tally, short)
    show_contradictions(console, dossier.contradictions)
    for question, answers in _happenings_told(dossier, names, short).items():
        _print_question(console, question, answers)


def _losses_told(dossier: Dossier, names: Mapping[str, str], short: Mapping[str, str]) -> dict[tuple[str, str], list[Answer]]:
    """The answers to how many were harmed, by measure and side."""
    sides = list(dict.fromkeys(tally.victims for tally in dossier.tallies if tally.victims != ledger.ALL))
    told: dict[tuple[str, str], list[Answer]] = {}
    for claim in dossier.claims:
        for figure in claim.figures:
            answer = Answer(names[claim.chain[0].name], claim, wording.count(figure), short[claim.claim_id], dossier.origins.get(claim.report_id))
            told.setdefault((figure.measure, side_of_victims(figure, sides, dossier.sameness)), []).append(answer)
    return dict(sorted(told.items(), key=lambda item: (MEASURES.index(item[0][0]), -len(item[1]), item[0][1])))


def _happenings_told(dossier: Dossier, names: Mapping[str, str], short: Mapping[str, str]) -> dict[str, list[Answer]]:
    """The answers to what happened, by type and place."""
    told: dict[str, list[Answer]] = {}
    questions: dict[str, str] = {}
    for claim in dossier.claims:
        event = claim.event
        if event.type != "toll":
            where = f": {wording.places(event.places)}" if event.places else ""
            question = f"{event.type.replace('_', ' ').capitalize()}{where}"
            question = questions.setdefault(question.casefold(), question)  # upper-case wire copy asks nothing new
            answer = Answer(names[claim.chain[0].name], claim, wording.happening(event), short[claim.claim_id], dossier.origins.get(claim.report_id))
            told.setdefault(question, []).append(answer)
    return dict(sorted(told.items(), key=lambda item: -len(item[1])))


def _quiet(side: str, dossier: Dossier, names: Mapping[str, str], answers: Iterable[Answer]) -> list[str]:
    """The side's own voices in this event, if none of them gives a number of its losses."""
    own = dict.fromkeys(names[claim.chain[0].name] for claim in dossier.claims if speaks_for(claim.chain[0], side, dossier.sameness))
    numbers = {answer.speaker for answer in answers if any(figure.low is not None for figure in answer.claim.figures)}
    return [] if numbers & own.keys() else list(own)


def _print_tally(console: Console, tally: Tally, short: Mapping[str, str]) -> None:
    resting = ", ".join(short.get(claim_id, claim_id) for claim_id in tally.rests_on)
    console.print(cell(f"Low - best - high: {wording.span(tally)}. {tally.rule} Rests on {resting}."))


def _print_question(console: Console, question: str, answers: Sequence[Answer]) -> None:
    console.print()
    console.print(cell(question, "bold"))
    for groups in _rows(answers, max(1, console.width // COLUMN)):
        console.print(_block(groups))


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
    table.add_row(*(Text("\n").join(map(_told, group)) for group in groups))
    return table


def _told(answer: Answer) -> Text:
    claim = answer.claim
    when = f", {wording.days(claim.event.time)}" if claim.event.time else ""
    carriers = " > ".join(voice.name for voice in claim.chain[1:])
    text = cell(f"{claim.stance}: {answer.words}{when}\n", "bold")
    text.append(f"“{clean(' '.join(claim.evidence.text.split()))}”\n", "not bold")
    via, copy = f" via {carriers}" if carriers else "", f", a copy of {answer.origin_id}" if answer.origin_id else ""
    return text.append(clean(f"({claim.report_id}{via}{copy}; {answer.short_id})\n"), "not bold dim")
