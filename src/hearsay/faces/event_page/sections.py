"""The parts of the page."""

from collections.abc import Iterator, Mapping

from hearsay import ledger
from hearsay.faces import wording
from hearsay.faces.drawing import Markup, bars_of, claims_table, draw, join, marked, tag
from hearsay.faces.drawing.matrix import MEASURES
from hearsay.faces.event_page.shown import Shown
from hearsay.lexicons import load
from hearsay.records import Claim, Contradiction, Document, Quote, Tally

_TIES = {
    ("part_of", True): "Part of",
    ("part_of", False): "Has as a part",
    ("update_of", True): "A later word on",
    ("update_of", False): "Brought up to date by",
}


def section(name: str, heading: str, *content: Markup | None) -> Markup | None:
    """A part with a heading; nothing if there is nothing in it."""
    told = [one for one in content if one]
    return tag("section", tag("h2", heading), *told, id=name) if told else None


def figures(shown: Shown) -> Markup:
    """Low, best and high of each side's losses, drawn and in a table with the reason for each."""
    tallies = sorted(shown.dossier.tallies, key=_weight)
    if not tallies:
        return tag("p", "Nobody gives a figure of losses.")
    headings = ("Whose losses", "Measure", "Low", "Best", "High", "Why, and on which claims it rests")
    head = tag("thead", tag("tr", *(tag("th", one, scope="col") for one in headings)))
    table = tag("table", head, tag("tbody", *(_tally(tally) for tally in tallies)), class_="tallies")
    note = tag("p", "“?” stands where nobody who gives a number may be taken alone; “no bound” where the highest number is open.", class_="note")
    return join([tag("div", draw(bars_of(tallies)), class_="fit"), tag("div", table, class_="wide", tabindex="0"), note])


def _weight(tally: Tally) -> tuple[int, bool, int, str]:
    """Deaths first, of each measure the largest before the smaller, and the total last."""
    top = tally.high if tally.high is not None else max(tally.best or 0, tally.low or 0)
    return MEASURES.index(tally.measure), tally.victims == ledger.ALL, -top, tally.victims


def _tally(tally: Tally) -> Markup:
    numbers = [_number(tally.low), _number(tally.best), "no bound" if tally.high is None else f"{tally.high:,}"]
    grading = tag("p", f"Grading: {tally.grading}. {load('profile')['gradings'].get(tally.grading, '')}") if tally.grading else None
    resting = join(tag("a", f"{number}", href=f"#c-{claim_id}", class_="rests") for number, claim_id in enumerate(tally.rests_on, 1))
    why = tag("td", tally.rule, " Rests on: ", resting, grading, dir="auto")
    bounds = (tag("td", one, class_="number") for one in numbers)
    return tag("tr", tag("th", tally.victims, scope="row", dir="auto"), tag("td", tally.measure), *bounds, why)


def _number(number: int | None) -> str:
    return "?" if number is None else f"{number:,}"


def contradictions(shown: Shown) -> Markup | None:
    """Each with both sides' words; what voices only brought up to date stands apart."""
    found = shown.dossier.contradictions
    real, updates = [one for one in found if not one.is_update], [one for one in found if one.is_update]
    more = tag("details", tag("summary", f"{len(updates)} brought up to date by the same voice"), *map(_contradiction, updates)) if updates else None
    return join([*map(_contradiction, real), more]) if found else None


def _contradiction(one: Contradiction) -> Markup:
    kind: str = load("contradiction")["kinds"][one.kind]["heading"]
    quotes = tag("div", *(_quote(quote) for quote in (one.left, one.right)), class_="pair")
    return tag("article", tag("h3", kind), tag("p", one.words, dir="auto"), quotes, class_="contradiction")


def _quote(quote: Quote) -> Markup:
    where = tag("a", f"{quote.report_id}, characters {quote.evidence.start}-{quote.evidence.end}", href=f"#c-{quote.claim_id}")
    words = tag("blockquote", " ".join(quote.evidence.text.split()), dir="auto")
    return tag("figure", words, tag("figcaption", tag("b", quote.voice, dir="auto"), " ", where))


def happenings(shown: Shown) -> Markup | None:
    """Who says what happened, by type and place."""
    told: dict[str, list[Claim]] = {}
    for claim in shown.dossier.claims:
        if claim.event.type != "toll":
            told.setdefault(wording.heading(claim.event), []).append(claim)
    ordered = sorted(told.items(), key=lambda item: (-len(item[1]), item[0]))
    return tag("dl", *(part for what, claims in ordered for part in (tag("dt", what, dir="auto"), *map(_happening, claims)))) if told else None


def _happening(claim: Claim) -> Markup:
    when = f", {wording.days(claim.event.time)}" if claim.event.time else ""
    words = f"{wording.speaker(claim.chain[0])} {claim.stance}: {wording.happening(claim.event)}{when}. "
    return tag("dd", words, tag("a", f"“{' '.join(claim.evidence.text.split())}”", href=f"#c-{claim.claim_id}"), dir="auto")


def related(shown: Shown) -> Markup | None:
    """The events that this one is a part or an update of, or that are so of it."""
    items = []
    for tie, other in shown.tied:
        what = (other.what.replace("_", " ") or "losses") + (f" in {other.place}" if other.place else "")
        reasons = "; ".join(words for _, words in tie.reasons)
        items.append(tag("li", f"{_TIES[tie.kind, other.event_id == tie.right]}: {what} (event {other.event_id}; {reasons})", dir="auto"))
    return tag("ul", *items) if items else None


def sources(shown: Shown, inks: Mapping[str, str]) -> Markup:
    """Each report: who printed it and when, its paragraphs with words of claims marked, and these claims."""
    again = {one.first.report_id: one.words for one in shown.printings}
    firsts = {copy.report_id: one.first for one in shown.printings for copy in one.again}
    notes = {name: f"A copy of {wording.printed(first)}." for name, first in firsts.items()}
    notes |= {name: f"{words[0].upper()}{words[1:]}." for name, words in again.items()}
    return join(_source(report, shown.claims_of(report.report_id), inks, notes.get(report.report_id)) for report in shown.sources)


def _source(report: Document, claims: list[Claim], inks: Mapping[str, str], note: str | None) -> Markup:
    day = f", {wording.between(report.published, report.published)}" if report.published else ", day of publication unknown"
    text = tag("div", marked(report, claims, lambda claim: inks[claim.chain[0].name], is_cut=True), class_="report-text")
    table = tag("details", tag("summary", wording.many(len(claims), "claim")), tag("div", claims_table(claims, inks), class_="wide"))
    title = tag("h3", report.title or report.report_id, dir="auto")
    return tag("article", title, tag("p", *_imprint(report, day, note)), text, table, class_="source")


def _imprint(report: Document, day: str, note: str | None) -> Iterator[object]:
    yield f"{report.outlet}{day}. Report {report.report_id}.{f' {note}' if note else ''}"
    if report.url and report.url.startswith(("http://", "https://")):
        yield " "
        yield tag("a", report.url, href=report.url, rel="noreferrer noopener")
