"""What the pages show of events, reports and voices, laid out for the templates."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from hearsay import ledger, picks
from hearsay.dossiers import Dossier
from hearsay.faces import drawing
from hearsay.faces.printings import copied, printings
from hearsay.faces.web import gaps, holdings, told
from hearsay.faces.web.desk import Desk
from hearsay.faces.web.pressing import fields_of, link
from hearsay.records import Claim, Contradiction, Document

_MOST_DRAWN = 400  # claims of an event that are drawn; a table has them all
_INKS = 7  # voices with an ink of their own in a report

Given = dict[str, str]


def event(desk: Desk, event_id: str, *, profile: str, as_of: date | None) -> dict[str, Any]:
    """An event as its page has it."""
    dossier, tied = holdings.event(desk, event_id, profile=profile, as_of=as_of)
    reports = _reports(desk, dossier)
    printed = printings(dossier, desk.kept(("copied", event_id, as_of), lambda: copied(desk.of, dossier)))
    homes = {claim.claim_id: claim.report_id for claim in dossier.claims}
    is_drawn = len(dossier.claims) <= _MOST_DRAWN
    to_claim = _links(homes)
    return {
        "dossier": dossier,
        "summary": dossier.summary,
        "headline": headline(dossier),
        "ties": tied,
        "matrix": drawing.lay(dossier, reports.values()),
        "inks": drawing.inks_of(dossier),
        "sides": [one for one in dossier.tallies if one.victims != ledger.ALL],
        "totals": [one for one in dossier.tallies if one.victims == ledger.ALL],
        "disputes": [(number, one, told.heading(one)) for number, one in enumerate(dossier.contradictions, 1)],
        "by_claim": _disputes_by_claim(dossier.contradictions),
        "chain": drawing.draw(drawing.chain_of(dossier), link=to_claim) if is_drawn else None,
        "timeline": drawing.draw(drawing.timeline_of(dossier, reports.values()), link=to_claim) if is_drawn and dossier.tallies else None,
        "bars": drawing.draw(drawing.bars_of(dossier.tallies)) if dossier.tallies else None,
        "happenings": [claim for claim in dossier.claims if claim.event.type != "toll"],
        "reports": reports,
        "firsts": {copy.report_id: one.first for one in printed for copy in one.again},
        "again": {one.first.report_id: one.again for one in printed},
        "to_claim": to_claim,
        "known": _days_known(desk, event_id),
        "profiles": [(one.name, one.words) for one in ledger.profiles()],
        "profile": profile,
        "as_of": as_of,
    }


def report(desk: Desk, report_id: str, chosen: str | None) -> dict[str, Any]:
    """A report as its page has it."""
    document = holdings.report(desk, report_id)
    known = drawing.in_text_order(picks.claims_of(desk.of, report_id))
    inks = _voice_inks(known)
    silent = gaps.silent(document, known)
    judged = {one.left: one for one in holdings.judgements_in(desk, report_id)}
    return {
        "document": document,
        "address": document.url if document.url and document.url.startswith(("http://", "https://")) else None,
        "text": drawing.marked(document, known, lambda claim: inks[claim.chain[0].name], silent=silent),
        "claims": list(enumerate(known, 1)),
        "inks": inks,
        "homes": picks.homes(desk.of, [claim.claim_id for claim in known]),
        "judged": judged,
        "gone": [one for one in judged.values() if one.verb == "reject"],
        "problems": gaps.problems(document),
        "silent": [" ".join(document.text[start:end].split()) for start, end in silent],
        "correction": next((one for one in ledger.corrections(desk.of) if one.report_id == report_id and one.undone_by is None), None),
        "printings": [one for name in picks.of_one_text(desk.of, report_id) if (one := ledger.report(desk.of, name))],
        "chosen": chosen,
        "fields": fields_of,
    }


def voice(desk: Desk, name: str, *, after: str) -> dict[str, Any]:
    """A voice as its page has it."""
    found = holdings.voice(desk, name)
    claims, following, total = holdings.claims_like(desk, {"voice": found["name"]}, after=after, limit=50)
    homes = picks.homes(desk.of, [claim.claim_id for claim in claims])
    graded = {verdict: [one for one in found["graded"] if one["verdict"] == verdict] for verdict in holdings.VERDICTS}
    return {"voice": found, "claims": claims, "homes": homes, "next": following, "total": total, "graded": graded, "to_claim": claim_link}


def claim_link(claim: Claim) -> str:
    """Where the words of a claim stand highlighted in its report."""
    return _link(claim.report_id, claim.claim_id)


def onward(path: str, given: Given, cursor: object) -> str:
    """The address of the next page of a list."""
    return f"{path}?{urlencode({**{name: value for name, value in given.items() if name != 'cursor'}, 'cursor': str(cursor)}, errors='replace')}"


def headline(dossier: Dossier) -> str:
    """What happened, and where."""
    one = dossier.summary
    what = (one.what.replace("_", " ") or "losses").capitalize()
    return f"{what} in {one.place}" if one.place else what


def _reports(desk: Desk, dossier: Dossier) -> dict[str, Document]:
    """The reports of an event's claims, by id."""
    names = tuple(dict.fromkeys(claim.report_id for claim in dossier.claims))
    found: list[Document | None] = desk.kept(("reports", names), lambda: [ledger.report(desk.of, name) for name in names])
    return {one.report_id: one for one in found if one is not None}


def _days_known(desk: Desk, event_id: str) -> list[tuple[date, int]]:
    """The days on which reports of the event came out, with the number of its claims published up to each."""
    now, _ = holdings.event(desk, event_id, profile="hearsay", as_of=None)
    published = {name: report.published for name, report in _reports(desk, now).items()}
    days = sorted(day for claim in now.claims if (day := published.get(claim.report_id)))
    return [(day, sum(other <= day for other in days)) for day in dict.fromkeys(days)]


def _disputes_by_claim(contradictions: Iterable[Contradiction]) -> dict[str, list[int]]:
    """The numbers of the contradictions that each claim has a part in, those of updates too."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(contradictions, 1):
        for claim_id in (one.left.claim_id, one.right.claim_id):
            found.setdefault(claim_id, []).append(number)
    return found


def _voice_inks(claims: Iterable[Claim]) -> dict[str, str]:
    """An ink for each voice of a report, in the order in which they speak."""
    names = dict.fromkeys(claim.chain[0].name for claim in claims)
    return {name: f"side-{number}" if number < _INKS else "side-none" for number, name in enumerate(names)}


def _links(homes: dict[str, str]) -> Callable[[str], str]:
    return lambda claim_id: _link(homes[claim_id], claim_id)


def _link(report_id: str, claim_id: str) -> str:
    return f"/reports/{link(report_id)}?claim={link(claim_id)}#c-{link(claim_id)}"
