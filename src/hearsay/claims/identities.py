"""Which voices of a report are one: "a monitor" of the lead that the report names further down, and a body and the person who speaks for it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.claims.count import Count
from hearsay.lexicons import naming
from hearsay.records import Voice

_DESCRIBED = lexicons.words("speech", "described", "bodies")
_OTHERS = lexicons.words("speech", "described", "others")
LARGE = 10  # people: a smaller number may come from two voices by chance
Given = tuple[Count, Voice]  # a count and the voice nearest to it
Chain = tuple[Voice, ...]


def identified(given: Sequence[Given]) -> dict[str, Voice]:
    """The named body that each described one turns out to be, by the description: both give the same large number of the same harm, and no other
    named body gives it too."""
    found: dict[str, Voice] = {}
    for count, voice in given:
        if voice.name in found or not _is_described(voice) or count.low is None or count.low < LARGE:
            continue
        bodies = {body.name: body for other, named in given if _is_same_number(count, other) and (body := _body(named, given)) is not None}
        if len(bodies) == 1:
            found[voice.name] = next(iter(bodies.values()))
    return found


def renamed(chain: Chain, identities: dict[str, Voice]) -> Chain:
    """The chain with each described body under its name; its surface stays as the text has it."""
    return tuple(replace(voice, name=body.name, kind=body.kind) if (body := identities.get(voice.name)) is not None else voice for voice in chain)


def is_one(voice: Voice, other: Voice) -> bool:
    """Whether two voices that give one count speak as one: the same name, spelled out or short, a body and its own speaker, or two descriptions.

    >>> from hearsay.records import Voice
    >>> is_one(Voice("Rami Abdel", "", 0, 0, "person", of="Observatory"), Voice("Observatory for Rights", "", 0, 0, "organisation"))
    True
    >>> is_one(Voice("Rami Abdel", "", 0, 0, "person", of="Observatory"), Voice("Omar Said", "", 0, 0, "person", of="Observatory"))
    False
    """
    if voice.name.casefold() == other.name.casefold() or (_is_described(voice) and _is_described(other)):
        return True
    if not (voice.name[:1].isupper() and other.name[:1].isupper()):
        return False
    pairs = ((voice.name, other.name), (voice.of, other.name), (voice.name, other.of))
    return any(_is_name(naming.key(left), naming.key(right)) for left, right in pairs if left and right)


def _is_name(left: str, right: str) -> bool:
    """Two spellings of one name, or a name and some words of it: "Observatory" of the "Observatory for Human Rights"."""
    short, long = sorted((left, right), key=len)
    is_within = f" {short} " in f" {long} " and not naming.is_vague(short)
    return is_within or naming.is_same(left, right)


def _is_described(voice: Voice) -> bool:
    """A single body without a name: "a monitoring group", a headline's "Monitor"; not "activists", nor "a second group", nor one that fights."""
    is_body = (voice.name[:1].islower() or " " not in voice.name) and voice.name.split()[-1].lower() in _DESCRIBED
    return is_body and _OTHERS.isdisjoint(voice.surface.lower().split())


def _is_same_number(count: Count, other: Count) -> bool:
    return (count.measure, count.low, count.high) == (other.measure, other.low, other.high)


def _body(voice: Voice, given: Iterable[Given]) -> Voice | None:
    """The named body that a voice is or speaks for, by its fullest name."""
    if voice.kind == "organisation" and voice.name[:1].isupper():
        return voice
    of = next((v.of for _, v in given if v.name == voice.name and v.of and v.of[:1].isupper()), None)
    return replace(voice, name=of, kind="organisation", role=None, of=None) if voice.kind == "person" and of else None
