"""Exchanges the names of the two parties that a report names most, reads it again, and says how much is read the same, mirrored:

    python bench/swapped.py --in FILE.jsonl

A figure is the same if measure and interval are, and its victims with the names exchanged; a happening if type and realis are, and its actors and
targets with the names exchanged. Reports that name fewer than two parties by a name are left out.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.quality import documents_of
from hearsay import lexicons, pipeline
from hearsay.grounding import gazetteer
from hearsay.pipeline import Account
from hearsay.records import Claim, Document, Party

ADJECTIVES = ("Arab", "Kurdish", "Sunni", "Shia", "Shiite", "Muslim", "Christian", "Islamist", "Islamic")
NAMED = ("organisation", "state", "rebel", "militia")
Traits = Counter[tuple[object, ...]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--in", dest="texts", type=Path, required=True)
    options.add_argument("--show", action="store_true", help="show what differs")
    given = options.parse_args()
    first = [made for made in pipeline.read(documents_of(given.texts)) if isinstance(made, Account)]
    pairs = [(made, two) for made in first if len(two := parties_of(made)) == 2]
    turned = [exchanged(made.document, two) for made, two in pairs]
    second = [made for made in pipeline.read(turned) if isinstance(made, Account)]
    same, total = Counter[str](), Counter[str]()
    for (before, two), after in zip(pairs, second, strict=True):
        for kind, traits in (("figures", figures), ("figures with victims", victims), ("types", types), ("types with parties", sides)):
            old, new = traits(before.claims, swapper(*two)), traits(after.claims, str)
            same[kind] += (old & new).total()
            total[kind] += max(old.total(), new.total())
            if given.show and old != new:
                print(before.document.report_id, two, kind, "before", list((old - new).elements()), "after", list((new - old).elements()))
    print(f"{len(pairs)} of {len(first)} reports name two parties")
    for kind, number in total.items():
        print(f"{kind:<22}{same[kind] / number:>7.3f}  ({same[kind]} of {number})")


def parties_of(made: Account) -> list[str]:
    """The two names that most claims have for actors, targets or victims, neither within the other. An outlet is no party; a name that is also
    told as a place is none that another can stand for ("in Iran"), nor is an adjective ("Arab"), a description ("Syrian pilot"), or what the
    report says but once: it may be no name at all."""
    parties = [p for c in made.claims for p in (*c.event.actors, *c.event.targets, *(v for f in c.figures for v in f.victims))]
    others = {made.document.outlet, *(voice.name for c in made.claims for voice in c.chain if voice.kind == "media")}
    others |= {words for c in made.claims for place in c.event.places for words in (place.name, place.surface)}
    text = made.document.text
    told = (p.name if p.name in text else p.surface for p in parties if p.kind in NAMED)
    names = Counter(name for name in told if _is_name(name, text) and name not in others)
    ranked = [name for name, _ in names.most_common()]
    other = next((name for name in ranked[1:] if name not in ranked[0] and ranked[0] not in name), None)
    return [ranked[0], other] if other is not None else ranked[:1]


def _is_name(name: str, text: str) -> bool:
    last = name.rsplit(maxsplit=1)[-1]
    is_described = last.islower() and last.removesuffix("s") in lexicons.words("people", "nouns")
    is_adjective = gazetteer.country_of_adjective(name) is not None or name in ADJECTIVES
    return name[:1].isupper() and text.count(name) > 1 and not is_described and not is_adjective


def swapper(one: str, two: str) -> Callable[[str], str]:
    """Exchanges two names wherever they stand as words, in a headline's capitals too."""
    pattern = re.compile(rf"\b(?:{re.escape(one)}|{re.escape(two)})\b", re.IGNORECASE)
    return lambda words: pattern.sub(lambda match: two if match[0].lower() == one.lower() else one, words)


def exchanged(document: Document, two: Sequence[str]) -> Document:
    swap = swapper(*two)
    return replace(document, text=swap(document.text), title=document.title and swap(document.title))


def figures(claims: Sequence[Claim], _: Callable[[str], str]) -> Traits:
    return Counter((f.measure, f.low, f.high) for claim in claims for f in claim.figures)


def victims(claims: Sequence[Claim], swap: Callable[[str], str]) -> Traits:
    return Counter((f.measure, f.low, f.high, _names(f.victims, swap)) for claim in claims for f in claim.figures)


def types(claims: Sequence[Claim], _: Callable[[str], str]) -> Traits:
    return Counter((claim.event.type, claim.event.realis) for claim in claims)


def sides(claims: Sequence[Claim], swap: Callable[[str], str]) -> Traits:
    return Counter((c.event.type, c.event.realis, _names(c.event.actors, swap), _names(c.event.targets, swap)) for c in claims)


def _names(parties: Sequence[Party], swap: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(sorted(swap(party.surface) for party in parties))


if __name__ == "__main__":
    main()
