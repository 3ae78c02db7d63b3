"""Exchanges the two parties that a report names most, reads it again, and says how much is read the same, mirrored:

    python bench/swapped.py --in FILE.jsonl

A figure is the same if measure and interval are, and its victims with the parties exchanged; a happening if type and realis are, and its actors and
targets with the parties exchanged. Reports that name fewer than two parties by a name are left out.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.quality import documents_of
from hearsay import lexicons, pipeline
from hearsay.grounding import gazetteer
from hearsay.lexicons import naming, parties
from hearsay.pipeline import Account
from hearsay.records import Claim, Document, Party

PEOPLES = ("Arab", "Kurdish", "Sunni", "Shia", "Shiite", "Muslim", "Christian", "Islamist", "Islamic")
NAMED = ("organisation", "state", "rebel", "militia")
SHORT = 3  # letters: so short a name stands in capitals ("IS", "US")
Traits = Counter[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Side:
    """A party with its names as its report spells them, the commonest first; of a country, the words for its people and what is theirs too."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    is_country: bool = False


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--in", dest="texts", type=Path, required=True)
    options.add_argument("--show", action="store_true", help="show what differs")
    given = options.parse_args()
    first = [made for made in pipeline.read(documents_of(given.texts)) if isinstance(made, Account)]
    pairs = [(made, swapper(*two)) for made in first if (two := sides_of(made)) is not None]
    turned = [exchanged(made.document, swap) for made, swap in pairs]
    second = [made for made in pipeline.read(turned) if isinstance(made, Account)]
    same, total = Counter[str](), Counter[str]()
    for (before, swap), after in zip(pairs, second, strict=True):
        for kind, traits in (("figures", figures), ("figures with victims", victims), ("types", types), ("types with parties", participants)):
            old, new = traits(before.claims, swap), traits(after.claims, str)
            same[kind] += (old & new).total()
            total[kind] += max(old.total(), new.total())
            if given.show and old != new:
                print(before.document.report_id, kind, "before", list((old - new).elements()), "after", list((new - old).elements()))
    print(f"{len(pairs)} of {len(first)} reports name two parties")
    for kind, number in total.items():
        print(f"{kind:<22}{same[kind] / number:>7.3f}  ({same[kind]} of {number})")


def sides_of(made: Account) -> tuple[Side, Side] | None:
    """The two parties that most claims have for actors, targets or victims.

    An outlet is none, nor is a people ("Kurdish"), or what a report names but once, or in capitals throughout where no table knows it: that may be no
    name at all. A country changes places with a country, or is no place in the report: another party cannot stand for it there ("in Iran").
    """
    told = [p for c in made.claims for p in (*c.event.actors, *c.event.targets, *(v for f in c.figures for v in f.victims)) if p.kind in NAMED]
    media = {made.document.outlet, *(voice.name for c in made.claims for voice in c.chain if voice.kind == "media")}
    places = {words for c in made.claims for place in c.event.places for words in (place.name, place.surface)}
    keys = Counter(_key(party) for party in told if party.name not in media)
    ranked = [key for key, _ in keys.most_common() if gazetteer.of_adjective(key) is None and key not in PEOPLES]
    sides = [side for key in ranked if (side := _side(key, made.document.text)) is not None]
    for k, one in enumerate(sides):
        for two in sides[k + 1 :]:
            are_apart = not _is_within(one, two) and not _is_within(two, one)
            if are_apart and ((one.is_country and two.is_country) or places.isdisjoint((*one.names, *two.names))):
                return one, two
    return None


def _is_within(one: Side, two: Side) -> bool:
    """Whether a name of a party has another's within it ("Iranian Revolutionary Guards" of Iran)."""
    return any(re.search(_any((*one.names, *one.adjectives)), name) for name in two.names)


def _key(party: Party) -> str:
    """What a party goes by here: its name in the table of parties, the code of its country, or its name."""
    row = parties.find(party.name) or parties.find(party.surface)
    return row.name if row else naming.state_of(naming.key(party.name)) if party.kind == "state" else party.name


def _side(key: str, text: str) -> Side | None:
    demonyms = lexicons.load("demonym")
    row = parties.find(key)
    known = demonyms["names"].get(key, ()) if row is None else (row.name, *row.also)
    names = _spelt(known or (() if text.isupper() else (key,)), text)
    people = _spelt([f"{word}{end}" for word in demonyms["adjectives"].get(key, ()) for end in ("", "s")], text)
    return Side(names, people, key in demonyms["names"]) if names and sum(text.count(name) for name in names) > 1 else None


def _spelt(names: Sequence[str], text: str) -> tuple[str, ...]:
    """The names as a text has them, the commonest first; a name has a capital at either end, so that "regime" is none."""
    if not names:
        return ()
    found = Counter(" ".join(match[0].split()) for match in re.finditer(_any(names), text, re.IGNORECASE) if _is_name(match[0]))
    return tuple(name for name, _ in found.most_common())


def _is_name(words: str) -> bool:
    return words.rsplit(maxsplit=1)[-1][:1].isupper() and (words[:1].isupper() or words.startswith("al-")) and (len(words) > SHORT or words.isupper())


def _any(names: Sequence[str]) -> str:
    """A pattern for any of the names as words, the longest first; a line may end within."""
    longest = (r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)"


def swapper(one: Side, two: Side) -> Callable[[str], str]:
    """Exchanges two parties wherever they are named, in a headline's capitals too: each name with the other's commonest, and of two countries the
    words for their people with each other. A name within another party's ("US-led coalition") stays."""
    table = dict(_exchanges(one, two)) | dict(_exchanges(two, one))
    own, within = frozenset(map(str.casefold, table)), re.compile(_any([*one.names, *two.names]))
    others = [name for row in parties.rows() for name in (row.name, *row.also) if name.casefold() not in own and within.search(name)]
    pattern = re.compile(_any([*table, *others]), re.IGNORECASE)
    return lambda words: pattern.sub(lambda match: table.get(" ".join(match[0].split()), match[0]), words)


def _exchanges(one: Side, two: Side) -> Iterator[tuple[str, str]]:
    yield from ((name, two.names[0]) for name in one.names)
    yield from ((name.upper(), two.names[0].upper()) for name in one.names if len(name) > SHORT)
    if two.is_country and two.adjectives:
        stem = min(two.adjectives, key=len).removesuffix("s")
        yield from ((word, f"{stem}s" if word.endswith("s") else stem) for word in one.adjectives)


def exchanged(document: Document, swap: Callable[[str], str]) -> Document:
    return replace(document, text=swap(document.text), title=document.title and swap(document.title))


def figures(claims: Sequence[Claim], _: Callable[[str], str]) -> Traits:
    return Counter((f.measure, f.low, f.high) for claim in claims for f in claim.figures)


def victims(claims: Sequence[Claim], swap: Callable[[str], str]) -> Traits:
    return Counter((f.measure, f.low, f.high, _names(f.victims, swap)) for claim in claims for f in claim.figures)


def types(claims: Sequence[Claim], _: Callable[[str], str]) -> Traits:
    return Counter((claim.event.type, claim.event.realis) for claim in claims)


def participants(claims: Sequence[Claim], swap: Callable[[str], str]) -> Traits:
    return Counter((c.event.type, c.event.realis, _names(c.event.actors, swap), _names(c.event.targets, swap)) for c in claims)


def _names(parties: Sequence[Party], swap: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(sorted(swap(party.surface) for party in parties))


if __name__ == "__main__":
    main()
