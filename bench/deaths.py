"""Deaths of whole events against UCDP's rows: what is reconciled from the texts of the reports, and what would be from perfectly read ones."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hearsay import events, ledger, pipeline
from hearsay.lexicons import load
from hearsay.records import Claim, Document, Event, Evidence, Figure, Happening, Party, Place, Problem, Tally, Voice, When

Row = dict[str, Any]


def answers(documents: Iterable[Document]) -> Iterator[Row]:
    """One event a line: how many of its figures each report has, and its total of deaths."""
    read = [made for made in pipeline.read(documents) if not isinstance(made, Problem)]
    claims = [claim for account in read for claim in account.claims]
    linked = events.link(claims)
    for event, tallies in zip(linked, ledger.reconcile_all(linked, claims, [account.document for account in read]), strict=True):
        yield _row(event, {claim.claim_id: claim for claim in claims}, tallies)


def score(gold: Path, predicted: Path, split: str | None) -> str:
    """The clusters of events.json that have a row of UCDP's, each with ours against it. Raises FileNotFoundError if dev.jsonl does not lie beside it,
    and its texts in the folder of reports."""
    del split
    clusters = [row for row in json.loads(gold.read_text(encoding="utf-8"))["events"] if row.get("ucdp")]
    texts = [json.loads(line) for line in predicted.read_text(encoding="utf-8").splitlines()]
    written = [json.loads(line) for line in (gold.parents[1] / "reports" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    reports = [json.loads(line) for line in gold.with_name("dev.jsonl").read_text(encoding="utf-8").splitlines()]
    reports = [row | {"text": next(one["text"] for one in written if one["id"] == row["report"])} for row in reports]
    lines = [f"{'event':34} {'UCDP low-best-high':>20} {'from text':>22} {'from gold claims':>22}"]
    met = Counter[str]()
    for cluster in clusters:
        ucdp = cluster["ucdp"]
        ours = {"text": _largest(cluster["reports"], texts), "gold": _perfect(cluster, reports)}
        met.update(name for name, row in ours.items() if _overlaps(row, ucdp))
        met.update(f"{name} firm" for name, row in ours.items() if row and row["is_firm"])
        shown = [f"{_words(row)} {'yes' if _overlaps(row, ucdp) else 'NO'}{'' if row and row['is_firm'] else ' one-sided'}" for row in ours.values()]
        lines.append(
            f"{cluster['event']:34} {ucdp['low']:.0f} - {ucdp['best']:.0f} - {ucdp['high']:.0f}".ljust(55) + " ".join(f"{one:>22}" for one in shown)
        )
    told = "{}: {} of {} overlap UCDP's low..high; {} do not rest on one side's claim about its enemy"
    return "\n".join([*lines, *(told.format(name, met[name], len(clusters), met[f"{name} firm"]) for name in ("text", "gold"))])


def _row(event: Event, claims: dict[str, Claim], tallies: Iterable[Tally]) -> Row:
    own = [claims[claim_id] for claim_id in event.claim_ids]
    figures = Counter(claim.report_id for claim in own for _ in claim.figures)
    killed = [tally for tally in tallies if tally.measure == "killed"]
    total = next((tally for tally in killed if tally.victims == "all"), killed[0] if killed else None)
    bounds = {"low": total.low, "best": total.best, "high": total.high, "rule": total.rule} if total else {}
    return {"event": event.event_id, "figures": figures, "is_firm": total is not None and _is_borne_out(total, killed)} | bounds


def _is_borne_out(total: Tally, killed: Iterable[Tally]) -> bool:
    """True if it has a best, and anybody but a side on its enemy is among those it rests on."""
    rows = load("reconciling")["standings"]
    others = [f"({row['words']})" for name, row in rows.items() if name not in ("accuser", "denier")]
    return total.best is not None and any(words in tally.rule for words in others for tally in (total, *killed))


def _largest(reports: list[str], rows: Iterable[Row]) -> Row | None:
    """The event that most figures of the reports belong to."""
    row = max(rows, key=lambda row: sum(row["figures"].get(report, 0) for report in reports))
    return row if "low" in row else None


def _perfect(cluster: Row, reports: Iterable[Row]) -> Row | None:
    """The cluster's event made of the gold figures of its reports that fall on its days."""
    first, last = (date.fromisoformat(cluster["ucdp"][key]) for key in ("date_start", "date_end"))
    claims, documents = [], []
    for row in reports:
        if row["report"] in cluster["reports"]:
            published = row["published"] and date.fromisoformat(row["published"])
            documents.append(Document(row["report"], "", row["outlet"], published=published))
            claims += [_claim(row, number, figure) for number, figure in enumerate(row["figures"]) if _is_within(figure, first, last)]
    event = Event("gold", tuple(sorted(claim.claim_id for claim in claims)), ())
    row = _row(event, {claim.claim_id: claim for claim in claims}, ledger.reconcile(event, claims, documents))
    return row if "low" in row else None


def _is_within(figure: Row, first: date, last: date) -> bool:
    if figure["date"] is None:
        return False
    begins, ends = map(date.fromisoformat, figure["date"])
    return begins == ends and first <= begins <= last


def _claim(row: Row, number: int, figure: Row) -> Claim:
    names = figure["victims_names"][:1]
    civilian = any(name.split()[-1] in ("civilians", "civilian", "children", "women") for name in figure["victims_names"] if name)
    victims = tuple(Party(name, name, 0, 0, "civilians" if civilian else "other") for name in names)
    speaker, outlet = figure["speaker_names"][0], Voice(row["outlet"], "", 0, 0, "media")
    chain = (outlet,) if "outlet" in figure["speaker_names"] else (Voice(speaker, speaker, 0, 1, "organisation"), outlet)
    days = [date.fromisoformat(day) for day in figure["date"]]
    time = When(days[0], days[-1], 1, "then", 0, 0, "stated")
    places = tuple(Place(name, name, 0, 0) for name in figure["place_names"][:1])
    words = row["text"][figure["start"] : figure["end"]]
    low, high = figure["low"], figure["high"]
    counted = Figure(figure["measure"], low, high, low, figure["start"], figure["end"], words, victims, is_total=figure["total"])
    evidence = Evidence(figure["start"], figure["end"], words)
    happening = Happening("toll", places=places, time=time)
    return Claim(f"{row['report']}/{number}", row["report"], evidence, chain, figure["stance"], happening, (counted,), 1.0, "gold")


def _overlaps(row: Row | None, ucdp: Row) -> bool:
    return row is not None and row["low"] <= ucdp["high"] and (row["high"] is None or ucdp["low"] <= row["high"])


def _words(row: Row | None) -> str:
    if row is None:
        return "nothing"
    return " - ".join("?" if row[key] is None and key == "best" else "more" if row[key] is None else str(row[key]) for key in ("low", "best", "high"))
