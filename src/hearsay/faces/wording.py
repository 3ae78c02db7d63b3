"""Records in words, as an analyst would write them down."""

from collections.abc import Iterable, Sequence
from datetime import date

from hearsay.records import Claim, Document, Figure, Happening, Loss, Party, Place, Tally, Voice, When

NOTHING = "-"
_SHORT_ID = 8


def interval(low: int | None, high: int | None) -> str:
    """Both bounds in words.

    >>> interval(301, None), interval(36, 44), interval(34, 34), interval(0, 0), interval(1, 50)
    ('301 or more', '36 to 44', '34', 'none', 'up to 50')
    >>> interval(None, None)
    'no number'
    """
    if low is None:
        return "no number" if high is None else f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    if low == high:
        return f"{low:,}" if low else "none"
    return f"up to {high:,}" if low <= 1 else f"{low:,} to {high:,}"


def count(figure: Figure) -> str:
    """A figure with its measure.

    >>> count(Figure("killed", 301, None, 301, 0, 0, "more than 300"))
    '301 or more killed'
    >>> count(Figure("wounded", 5, 5, 5, 0, 0, "another five", is_added=True))
    'another 5 wounded'
    """
    words = interval(figure.low, figure.high)
    if figure.low is None and figure.high is None:
        return f"{figure.measure}: no number"
    if figure.high == 0:
        return "no casualties" if figure.measure == "casualties" else f"none {figure.measure}"
    if figure.is_approximate and figure.best is not None and figure.low != figure.high:
        words = f"about {figure.best:,} ({words})"
    words = f"another {words}" if figure.is_added else words
    measure = "casualty" if figure.measure == "casualties" and figure.low == figure.high == 1 else figure.measure
    return f"{words} {measure}{' in all' if figure.is_total else ''}{', part of a larger count' if figure.part_of is not None else ''}"


def span(tally: Tally | Loss) -> str:
    """A tally as low - best - high; "?" where nobody may stand alone for a best number, "+" where it is open upward.

    >>> span(Tally("e", "Taliban", "killed", 8, 34, None, (), ""))
    '8 - 34 - more'
    """
    best = "?" if tally.best is None else f"{tally.best:,}"
    high = "more" if tally.high is None else f"{tally.high:,}"
    low = "?" if tally.low is None else f"{tally.low:,}"
    return low if low == best == high else f"{low} - {best} - {high}"


def many(number: int, noun: str) -> str:
    """So many of them.

    >>> many(1, "claim"), many(2_000, "claim")
    ('1 claim', '2,000 claims')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def printed(report: Document) -> str:
    """Who printed a report, when, and its id.

    >>> printed(Document("herald-7", "Shells fell.", "The Herald", published=date(2021, 9, 3)))
    'The Herald, 3 Sep 2021 (herald-7)'
    """
    return f"{report.outlet}{f', {between(report.published, report.published)}' if report.published else ''} ({report.report_id})"


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Each id with its beginning: 8 characters, or as many more as tell all of them apart. Commands take such beginnings.

    >>> short_ids(["5f47564f2f4b5406", "5f47564f3000aaaa"])
    {'5f47564f2f4b5406': '5f47564f2', '5f47564f3000aaaa': '5f47564f3'}
    """
    known = sorted(set(ids))
    longest = max(map(len, known), default=0)
    length = next((size for size in range(_SHORT_ID, longest) if len({one[:size] for one in known}) == len(known)), longest)
    return {one: one[:length] for one in known}


def days(when: When | None) -> str:
    """Days as one would say them.

    >>> days(When(date(2021, 8, 31), date(2021, 9, 1), 2, "", 0, 0, "stated"))
    '31 Aug - 1 Sep 2021'
    """
    return NOTHING if when is None else between(when.first, when.last)


def between(first: date, last: date) -> str:
    """Two days, both included; whole months and years by their names.

    >>> between(date(2021, 9, 1), date(2021, 9, 30)), between(date(1987, 1, 1), date(1987, 12, 31)), between(date(2021, 9, 3), date(2021, 9, 3))
    ('Sep 2021', '1987', '3 Sep 2021')
    """
    if first == last:
        return f"{first.day} {first:%b %Y}"
    ends_month = last.month != date.fromordinal(last.toordinal() + 1).month
    if first.day == 1 and ends_month and first.year == last.year:
        if (first.month, last.month) == (1, 12):
            return f"{first.year}"
        return f"{first:%b %Y}" if first.month == last.month else f"{first:%b} - {last:%b %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} - {last.day} {last:%b %Y}"
    return f"{first.day} {first:%b}{f' {first.year}' if first.year != last.year else ''} - {last.day} {last:%b %Y}"


def parties(those: Iterable[Party]) -> str:
    """Names, each with the loaded word that the report has for it.

    >>> parties([Party("Taliban", "Taliban terrorists", 0, 0, "rebel", "terrorists")])
    'Taliban (called "terrorists")'
    """
    return ", ".join(f'{party.name} (called "{party.label}")' if party.label else party.name for party in those) or NOTHING


def places(those: Iterable[Place]) -> str:
    """Names with their countries."""
    return ", ".join(dict.fromkeys(f"{place.name} ({place.country})" if place.country else place.name for place in those)) or NOTHING


def speaker(voice: Voice) -> str:
    """Who speaks, and for whom.

    >>> speaker(Voice("Fahim Dashty", "Fahim Dashty", 0, 12, "person", "spokesman", "National Resistance Front"))
    'Fahim Dashty, spokesman of National Resistance Front'
    """
    role = f", {voice.role}" if voice.role else ""
    of = (f" of {voice.of}" if voice.role else f", for {voice.of}") if voice.of and voice.of != voice.name else ""
    channel = f", on {voice.channel}" if voice.channel else ""
    return f"{voice.name}{role}{of}{channel}"


def chain(voices: Sequence[Voice]) -> str:
    """Whose word it is, and through whom it came."""
    first, *carriers = voices
    if not carriers:
        return f"{speaker(first)} (the outlet itself)"
    return f"{speaker(first)} (as told by {', then '.join(voice.name for voice in carriers)})"


def happening(event: Happening) -> str:
    """What is said to have happened, and who did it.

    >>> happening(Happening("airstrike", "planned", (Party("the army", "army", 0, 4),)))
    'airstrike (planned) by the army'
    """
    realis = "" if event.realis == "actual" else f" ({event.realis})"
    actors = f" by {parties(event.actors)}" if event.actors else ""
    weapons = f" with {', '.join(event.weapons)}" if event.weapons else ""
    return f"{event.type.replace('_', ' ')}{realis}{actors}{weapons}"


def heading(event: Happening) -> str:
    """What is said to have happened and where, as a heading under which all stands that tells of it.

    >>> heading(Happening("sexual_violence", places=(Place("PANJSHIR", "PANJSHIR", 0, 8),)))
    'Sexual violence: Panjshir'
    """
    name = event.places[0].name if event.places else ""
    where = name.title() if name.isupper() and len(name) > 4 else name  # wire copy is in capitals, and its places are no others
    return f"{event.type.replace('_', ' ').capitalize()}{f': {where}' if where else ''}"


def figure_places(claim: Claim, figure: Figure) -> str:
    """Where the harm was done: the figure's own places, or the happening's."""
    return places(claim.event.places if figure.places is None else figure.places)


def figure_days(claim: Claim, figure: Figure) -> str:
    """When the harm was done: the figure's own time, or the happening's."""
    return days(figure.time or claim.event.time)
