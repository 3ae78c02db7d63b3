"""What a reader has to know to judge the page: what is counted, by which rules, and what made it."""

from collections.abc import Iterator

from hearsay import __version__, ledger, lexicons
from hearsay.faces import wording
from hearsay.faces.drawing import Markup, join, tag
from hearsay.faces.event_page.shown import Shown
from hearsay.lexicons import load
from hearsay.records import Judgement


def method(shown: Shown) -> Markup:
    """The rules of the profile in words, who may stand alone, what people judged, and which release made the page."""
    by = ledger.profile(shown.profile)
    rules = [
        ("Sources", _sources(shown)),
        (
            "What is a claim",
            "A count or a happening, as one voice tells it in one report, with the words it was read from.",
        ),
        ("What is counted", _counted(shown)),
        (f"Low, best and high by “{by.name}”", f"{by.words[:1].upper()}{by.words[1:]}. After: {by.source}."),
        ("Who may stand alone", "; ".join(_standings())),
        ("Contradictions", "Named only where two claims cannot both be right; what leaves a doubt is left out."),
        ("As known when", _known(shown)),
        ("Judgements by people", _judged(shown)),
        ("Made by", f"hearsay {__version__}, lexicons {lexicons.digest()}{_state(shown)}. No network was used, and no side is taken."),
    ]
    return tag("dl", *(part for name, told in rules for part in (tag("dt", name), tag("dd", told))))


def _sources(shown: Shown) -> str:
    outlets = dict.fromkeys(report.outlet for report in shown.sources)
    told = f"{wording.many(len(shown.sources), 'report')} of {wording.many(len(outlets), 'outlet')}"
    return f"{told}: {', '.join(outlets)}. Only what was posted is known."


def _counted(shown: Shown) -> str:
    by = ledger.profile(shown.profile)
    measures = f" Only {', '.join(by.measures)}." if by.measures else ""
    victims = f" Only of {', '.join(by.victims)}." if by.victims else ""
    return (
        "Figures told as fact, with a number, each camp once by its latest word; copies of one text are one voice, and who only repeats a "
        f"side's number is left out.{measures}{victims}"
    )


def _standings() -> Iterator[str]:
    told = {"always": "always", "civilians": "only on civilians", "bystanders": "only on civilians and people of no told side", "never": "never"}
    for name, row in load("reconciling")["standings"].items():
        yield f"{row.get('words', name)}: {told.get(row['alone'], row['alone'])}"


def _known(shown: Shown) -> str:
    held = f"Only what the ledger held on {shown.recorded_by:%Y-%m-%d %H:%M} UTC. " if shown.recorded_by else ""
    if shown.published_by is None:
        return held or "Everything that the ledger held when the page was made."
    return f"{held}Only reports published up to {wording.between(shown.published_by, shown.published_by)}, corrections by outlets heeded up to then."


def _judged(shown: Shown) -> object:
    if not shown.judgements:
        return "None about the claims or parties of this event."
    return join([tag("ul", *(tag("li", _judgement(one), dir="auto") for one in shown.judgements))])


def _judgement(one: Judgement) -> str:
    what = {
        "merge": f"“{one.right}” is “{one.left}”",
        "split": f"“{one.right}” is not “{one.left}”",
        "same": f"claims {one.left} and {one.right} are of one event",
        "different": f"claims {one.left} and {one.right} are of two events",
    }.get(one.verb, f"claim {one.left}: {one.verb}")
    note = f" ({one.note})" if one.note else ""
    return f"{what}, by {one.by}, {one.recorded_at:%Y-%m-%d}{note}"


def _state(shown: Shown) -> str:
    return f", from the ledger as of entry {shown.state[0]} (hash {shown.state[1][:12]})" if shown.state and shown.state[0] else ""
