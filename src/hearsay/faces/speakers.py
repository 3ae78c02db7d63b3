"""Who speaks and whose losses are told of, under one name each, as every face shows it."""

from collections.abc import Iterable, Sequence

from hearsay.dossiers import Dossier
from hearsay.ledger.rulings import names_of
from hearsay.lexicons import naming
from hearsay.lexicons.naming import Sameness
from hearsay.records import Figure, Judgement, Voice

UNKNOWN, CIVILIANS = "unknown", "civilians"


def one_name_each(names: Iterable[str], sameness: Sameness) -> dict[str, str]:
    """Each name with the one that its bearer is shown under: the fullest, not in capitals if any is not."""
    shown: dict[str, str] = {}
    for name in sorted(dict.fromkeys(names), key=lambda name: (name.isupper(), -len(name), name)):
        shown[name] = next((known for known in shown.values() if sameness.is_same(naming.key(known), naming.key(name))), name)
    return shown


def side_of_victims(figure: Figure, sides: Sequence[str], sameness: Sameness) -> str:
    """Whose people a figure counts, by the name that ``sides`` have for them where they have one; "unknown" for mere people."""
    if not figure.victims:
        return UNKNOWN
    if any(naming.is_civilian(party.name) for party in figure.victims):
        return CIVILIANS
    keys = [naming.key(party.name) for party in figure.victims]
    own = " and ".join(sorted({party.name for party in figure.victims}))
    return next((side for side in sides if any(sameness.is_same(naming.key(side), key) for key in keys)), own)


def speaks_for(voice: Voice, side: str, sameness: Sameness) -> bool:
    """True if the voice is of that side, by whom it speaks for or, for a body, by its own name."""
    names = (voice.of, None if voice.kind in ("person", "unnamed") else voice.name)
    return any(sameness.is_same(naming.key(name), naming.key(side)) for name in names if name)


def is_about(one: Judgement, dossier: Dossier) -> bool:
    """True if the judgement stands and names a party of the event."""
    keys = {naming.key(name) for name in names_of(dossier.claims)}
    return one.undone_by is None and not keys.isdisjoint((naming.key(one.left), naming.key(one.right)))
