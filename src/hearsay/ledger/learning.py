"""What is learnt once from all claims and reports, for every event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from hearsay.ledger.lore import Boast, Lore, boasts, is_observing, learn
from hearsay.lexicons import naming, words
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Claim, Document, Voice

NO_ORIGINS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Learnt:
    """``boasts``: by report, the numbers that a side gives of its enemy. ``published``: the days of the reports. ``origins``: a copy -> the report
    that it was copied from. ``outlets``: a report -> who printed it. ``observers``: a report -> the one observer that it names."""

    lore: Lore
    boasts: Mapping[str, set[Boast]]
    published: Mapping[str, date | None]
    origins: Mapping[str, str]
    outlets: Mapping[str, str]
    observers: Mapping[str, Voice]

    def origin_of(self, report_id: str) -> str:
        """The report that it was copied from; itself if it is no copy."""
        return self.origins.get(report_id, report_id)

    def precedence(self, report_id: str) -> tuple[bool, date, str]:
        """Of the reports of one text the least is the one whose word stands: by the outlet of their origin, then whose outlet printed it first."""
        is_other = self.outlets.get(report_id) != self.outlets.get(self.origin_of(report_id))
        return is_other, self.published.get(report_id) or date.max, report_id

    def voice_of(self, claim: Claim) -> Voice:
        """Whose word the claim is: the first of its chain, by its name if words only describe it. What a copy says in its outlet's name is the word
        of the outlet it was copied from."""
        voice = claim.chain[0]
        if claim.report_id in self.observers and _is_described(voice):
            return self.observers[claim.report_id]
        origin = self.origin_of(claim.report_id)
        if len(claim.chain) > 1 or origin == claim.report_id or origin not in self.outlets:
            return voice
        return replace(voice, name=self.outlets[origin], of=None)


def study(
    claims: Iterable[Claim],
    documents: Iterable[Document] = (),
    sameness: Sameness = AS_NAMED,
    origins: Mapping[str, str] = NO_ORIGINS,
    *,
    lore: Lore | None = None,
) -> Learnt:
    """Goes through all claims once. ``documents`` give the days of publication; ``origins`` say which report is a copy of which; ``lore`` what more
    claims than these tell about the voices."""
    known = tuple(claims)
    lore = lore or learn(known, sameness)
    outlets = {claim.report_id: claim.chain[-1].name for claim in known}
    published = {document.report_id: document.published for document in documents}
    return Learnt(lore, boasts(known, lore), published, origins, outlets, _observers(known, sameness))


def _observers(claims: Iterable[Claim], sameness: Sameness) -> dict[str, Voice]:
    """By report, the observer that speaks in it by name, if there is but one."""
    found: defaultdict[str, dict[str, Voice]] = defaultdict(dict)
    for claim in sorted((claim for claim in claims if _is_observer(claim.chain[0])), key=lambda claim: claim.claim_id):
        found[claim.report_id].setdefault(naming.key(claim.chain[0].name), claim.chain[0])
    first = {report_id: voices[max(voices, key=lambda key: (len(key), key))] for report_id, voices in found.items()}
    return {report_id: one for report_id, one in first.items() if all(sameness.is_same(naming.key(one.name), key) for key in found[report_id])}


def _is_observer(voice: Voice) -> bool:
    return voice.kind in ("organisation", "party") and is_observing(naming.key(voice.name)) and not _is_described(voice)


def _is_described(voice: Voice) -> bool:
    return not voice.of and naming.key(voice.name) in words("reconciling", "words", "unnamed_observers")
