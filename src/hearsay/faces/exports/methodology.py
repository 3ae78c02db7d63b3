"""The methodology statement that goes with a data package: a fixed text (methodology.md) with the numbers and rules of these very files."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from string import Template

from hearsay import __version__, ledger
from hearsay.dossiers import Dossier
from hearsay.faces.exports.holdings import Holdings
from hearsay.lexicons import load
from hearsay.records import Claim

_MOST_OUTLETS = 40  # names that the text lists
_COUNTS = {"words": "the interval that they allow", "acled": "the number by which ACLED codes them", "ucdp": "the number by which UCDP codes them"}
_ALONE = {
    "always": "always",
    "never": "never",
    "bystanders": "on civilians, and on people of whom it is not said who they were",
    "civilians": "on civilians",
}


@dataclass
class Census:
    """What there is in an export, counted as it goes by."""

    events: int = 0
    claims: int = 0
    figures: int = 0
    contradictions: int = 0
    reports: set[str] = field(default_factory=set)
    outlets: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    first: date | None = None
    last: date | None = None

    def watch(self, dossiers: Iterable[Dossier]) -> Iterator[Dossier]:
        """The dossiers as they are, each counted."""
        for dossier in dossiers:
            self.events += 1
            self.contradictions += sum(not one.is_update for one in dossier.contradictions)
            for claim in dossier.claims:
                self._count(claim)
            yield dossier

    def _count(self, claim: Claim) -> None:
        self.claims += 1
        self.figures += bool(claim.figures)
        self.reports.add(claim.report_id)
        self.outlets[claim.chain[-1].name] += 1
        self.kinds[claim.chain[0].kind] += 1
        when = claim.event.time
        if when is not None:
            self.first = min(self.first or when.first, when.first)
            self.last = max(self.last or when.last, when.last)


def statement(census: Census, holdings: Holdings) -> str:
    """The text in Markdown."""
    by = ledger.profile(holdings.profile)
    text = Template((files("hearsay.faces.exports") / "methodology.md").read_text(encoding="utf-8"))
    return text.substitute(
        release=__version__,
        events=f"{census.events:,}",
        claims=f"{census.claims:,}",
        figures=f"{census.figures:,}",
        reports=f"{len(census.reports):,}",
        days=f"; they tell of {census.first} to {census.last}" if census.first else "",
        as_of=_as_of(holdings),
        outlet_count=f"{len(census.outlets):,}",
        outlets=_plain(_outlets(census)),
        kinds=", ".join(f"{kind} {number:,}" for kind, number in sorted(census.kinds.items(), key=lambda pair: (-pair[1], pair[0]))) or "none",
        standings=_standings(),
        contradictions=f"{census.contradictions:,}",
        profile=by.name,
        rule=by.words,
        counts=_COUNTS[by.counts],
        rule_source=by.source,
    )


def _as_of(holdings: Holdings) -> str:
    heeded = f"Only what was published up to {holdings.published_by} is heeded." if holdings.published_by else "All reports are heeded."
    return f"{heeded} They are as the ledger had them at {holdings.recorded_by}." if holdings.recorded_by else heeded


def _outlets(census: Census) -> str:
    names = sorted(census.outlets)
    rest = len(names) - _MOST_OUTLETS
    return ", ".join(names[:_MOST_OUTLETS]) + (f" and {rest:,} more" if rest > 0 else "") or "none"


def _standings() -> str:
    rows = [f"| {row['words']} | {row['weight']} | {_ALONE[row['alone']]} |" for row in load("reconciling")["standings"].values()]
    return "\n".join(["| whose word | weight | may be taken alone |", "|---|---|---|", *rows])


def _plain(names: str) -> str:
    """Names from reports, without what Markdown or HTML would read as more than a name."""
    return "".join("\\" + character if character in "\\`*_{}[]<>()#!|&" else character for character in " ".join(names.split()))
