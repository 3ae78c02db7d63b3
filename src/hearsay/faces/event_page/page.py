"""Puts the page together."""

from datetime import date

from hearsay.faces import wording
from hearsay.faces.drawing import Markup, chain_of, draw, inks_of, join, lay, matrix_table, parts, tag, timeline_of
from hearsay.faces.drawing.styles import CLAIMS, DRAWN, PAGE
from hearsay.faces.event_page.method import method
from hearsay.faces.event_page.sections import contradictions, figures, happenings, related, section, sources
from hearsay.faces.event_page.shown import Shown

_COLUMNS = 6  # of the claim matrix that fit on a page of paper

# Nothing may be loaded or run, whatever a report's words are.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page_of(shown: Shown) -> str:
    """The whole page as a text that can be written to a file."""
    title = heading(shown)
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", title),
        tag("style", join([PAGE, DRAWN, CLAIMS])),
    )
    body = tag("body", tag("main", *_parts(shown, title), class_="hearsay"))
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='en')}\n"


def part_of(shown: Shown) -> str:
    """What the page shows, to stand within another page."""
    return str(tag("div", tag("style", join([CLAIMS, DRAWN])), *_parts(shown, heading(shown)), class_="hearsay"))


def heading(shown: Shown) -> str:
    """What, where and when."""
    summary = shown.dossier.summary
    what = (summary.what.replace("_", " ") or "losses").capitalize()
    where = f" in {summary.place}" if summary.place else ""
    first, last = date.fromordinal(summary.first_day or 1), date.fromordinal(summary.last_day or 1)
    return f"{what}{where}, {wording.between(first, last) if summary.first_day else 'day unknown'}"


def _parts(shown: Shown, title: str) -> list[Markup | None]:
    dossier, inks = shown.dossier, inks_of(shown.dossier)
    return [
        tag("header", tag("h1", title, dir="auto"), tag("p", _standing(shown)), tag("p", _caution(), class_="caution")),
        section("figures", "What stands of the figures", figures(shown)),
        section("matrix", "Who says how many", *(_wide(matrix_table(part, link, inks)) for part in parts(lay(dossier, shown.sources), _COLUMNS))),
        section("contradictions", "What does not agree", contradictions(shown)),
        section("timeline", "What was said when", _wide(draw(timeline_of(dossier, shown.sources), link=link))),
        section("chain", "Through whom it came", _wide(draw(chain_of(dossier), link=link))),
        section("happenings", "What is said to have happened", happenings(shown)),
        section("related", "Related events", related(shown)),
        section("sources", "The words", sources(shown, inks)),
        section("method", "How this was made", method(shown)),
    ]


def link(claim_id: str) -> str:
    """Where the words of a claim stand in the page."""
    return f"#c-{claim_id}"


def _wide(drawn: Markup) -> Markup:
    return tag("div", drawn, class_="wide", tabindex="0")


def _standing(shown: Shown) -> str:
    """On what it rests, by whose rules, and as known when."""
    summary = shown.dossier.summary
    rests = f"{wording.many(summary.claims, 'claim')} by {wording.many(summary.voices, 'voice')} in {wording.many(summary.reports, 'report')}"
    day = shown.published_by
    known = f"As known from what was published up to {wording.between(day, day)}" if day else "As known from all that was posted"
    held = f", as the ledger had it on {shown.recorded_by:%Y-%m-%d %H:%M} UTC" if shown.recorded_by else ""
    contested = f" {wording.many(summary.contradictions, 'contradiction')}." if summary.contradictions else ""
    return f"Event {summary.event_id}: {rests}.{contested} {known}{held}, figures by the profile “{shown.profile}”."


def _caution() -> str:
    return "This page says who claims what, and on which words that rests. It does not say what is true."
