"""From the events that the product puts claims into to one event a report, and how well these groups of reports are those of the gold (B-cubed)."""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from hearsay import events, pipeline
from hearsay.pipeline import Account
from hearsay.records import Document

Groups = Mapping[str, str]  # report id -> the group that it is in


def answers(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    """One report a line: the event that most of its figures belong to. All reports are linked together."""
    accounts = []
    for made in pipeline.read(documents):
        if isinstance(made, Account):
            accounts.append(made)
        else:
            print(made, file=sys.stderr)
    yield from ({"id": report_id, "event": event_id} for report_id, event_id in main_events(accounts).items())


def main_events(accounts: Iterable[Account]) -> dict[str, str | None]:
    """For each report the event that most of its figures belong to, of two with as many the one told first. A report without figures counts its
    claims instead; one without claims has no event."""
    told = list(accounts)
    linked = events.link([claim for account in told for claim in account.claims], sketches=[events.sketch(account.document) for account in told])
    event_of = {claim_id: event.event_id for event in linked for claim_id in event.claim_ids}
    return {account.document.report_id: _main_event(account, event_of) for account in told}


def _main_event(account: Account, event_of: Mapping[str, str]) -> str | None:
    claims = sorted(account.claims, key=lambda claim: (claim.evidence.start, claim.claim_id))
    figures = Counter[str]()
    for claim in claims:
        figures[event_of[claim.claim_id]] += len(claim.figures)
    if not figures.total():
        figures = Counter(event_of[claim.claim_id] for claim in claims)
    return figures.most_common(1)[0][0] if figures else None  # of equals, that which was counted first


def score(gold: Path, answered: Path, split: str | None = None) -> str:
    """B-cubed over the reports that the gold groups. A report without an event is a group of its own, and so is one that has no answer."""
    given = {row["id"]: row["event"] for row in map(json.loads, answered.read_text(encoding="utf-8").splitlines())}
    wanted = _wanted(gold, split)
    precision, recall = b_cubed(wanted, {name: given.get(name) or f"alone {name}" for name in wanted})
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"B3 precision {precision:.3f}   recall {recall:.3f}   F1 {f1:.3f}   ({len(wanted)} reports, {len(set(wanted.values()))} events)"


def b_cubed(wanted: Groups, given: Groups) -> tuple[float, float]:
    """Precision and recall of ``given``, each the mean over the reports of both (Bagga and Baldwin 1998).

    >>> b_cubed({"a": "1", "b": "1", "c": "2", "d": "2"}, {"a": "x", "b": "x", "c": "x", "d": "y"})
    (0.6666666666666666, 0.75)
    """
    right, truth = _members(given), _members(wanted)
    shares = [(len(right[given[name]] & truth[wanted[name]]), len(right[given[name]]), len(truth[wanted[name]])) for name in wanted]
    return sum(both / ours for both, ours, _ in shares) / len(shares), sum(both / theirs for both, _, theirs in shares) / len(shares)


def _members(groups: Groups) -> dict[str, set[str]]:
    members: defaultdict[str, set[str]] = defaultdict(set)
    for name, group in groups.items():
        members[group].add(name)
    return members


def _wanted(gold: Path, split: str | None) -> dict[str, str]:
    """The groups of a JSON file of events with their reports, or of a JSONL file of reports with their incident."""
    if gold.suffix == ".json":
        told = json.loads(gold.read_text(encoding="utf-8"))["events"]
        return {report: event["event"] for event in told for report in event["reports"]}
    with gzip.open(gold, "rt", encoding="utf-8") if gold.suffix == ".gz" else gold.open(encoding="utf-8") as lines:
        return {row["doc_id"]: row["incident_id"] for row in map(json.loads, lines) if split in (None, row["split"])}
