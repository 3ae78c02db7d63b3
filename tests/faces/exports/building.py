"""Small events of invented places and groups, reconciled as the ledger does it."""

from collections.abc import Iterable
from datetime import date
from zlib import crc32

from hearsay import ledger
from hearsay.dossiers import Dossier
from hearsay.faces.exports import Holdings
from hearsay.records import Claim, Document, Event, Evidence, Figure, Happening, Party, Place, Voice, When

ARMY = Party("Syrian army", "army", 0, 0, "state")
FRONT = Party("Hill Front", "Hill Front", 0, 0, "rebel")
LEAGUE = Party("River League", "River League", 0, 0, "rebel")
VILLAGERS = Party("villagers", "villagers", 0, 0, "civilians")
ORUN = Place("Orun", "Orun", 0, 0, 36.2, 37.15, "SY", "Aleppo", "made:1", 1)
MONITOR = Voice("Orun Rights Monitor", "Monitor", 0, 7, "organisation")
FRONT_VOICE = Voice("Ali Tarek", "Tarek", 0, 5, "person", "spokesman", "Hill Front")
ARMY_VOICE = Voice("Colonel Rami", "Rami", 0, 4, "person", "spokesman", "Syrian army")
OUTLET = Voice("The Herald", "", 0, 0, "media")


def day(first: int, last: int | None = None, precision: int | None = None) -> When:
    """Days of May 2031."""
    last = last or first
    return When(date(2031, 5, first), date(2031, 5, last), precision or (1 if first == last else 2), "", 0, 0, "stated")


def dead(number: int, victims: Party, *, high: int | None = -1) -> Figure:
    """So many killed; ``high`` None is open upward."""
    return Figure("killed", number, number if high == -1 else high, number, 0, 0, f"{number}", (victims,))


def told(happening: Happening, *figures: Figure, by: Voice = MONITOR, stance: str = "asserts", report: str = "r1") -> Claim:
    """A claim whose words are its report's."""
    words = f"{by.name} on {happening.type}: {', '.join(figure.text for figure in figures)}"
    name = f"{report}-{crc32(repr((words, stance, happening)).encode()):x}"
    return Claim(name, report, Evidence(0, len(words), words), (by, OUTLET), stance, happening, figures, 0.9, "made")  # type: ignore[arg-type]


def holdings(claims: Iterable[Claim], profile: str = "hearsay") -> Holdings:
    """One event of all these claims, reconciled by a profile."""
    own = tuple(claims)
    event = Event("e1a2b3c4d5e", tuple(sorted(claim.claim_id for claim in own)), ())
    reports = {claim.report_id: Document(claim.report_id, claim.evidence.text, "The Herald", "Dead; and wounded", date(2031, 5, 9)) for claim in own}
    tallies = ledger.reconcile(event, own, reports.values(), profile=profile)
    by_hearsay = ledger.reconcile(event, own, reports.values())
    unproven = {(one.event_id, side, one.measure) for one in by_hearsay if one.best is None for side in (one.victims, "")}
    found = ledger.contradict(event, own, reports.values())
    return Holdings((Dossier(event, own, tallies, contradictions=found),), reports, profile, frozenset(unproven))
