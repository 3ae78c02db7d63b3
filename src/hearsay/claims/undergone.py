"""Counts that a happening makes of the people it is told of ("bundled away 40 employees" is an abduction of 40), and happenings that a count tells of
("some 900 have crossed into the valley" is a displacement), whatever verb tells them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.claims.count import Count
from hearsay.claims.counted import ENDINGS, PERSONS, counted, is_people, top_of
from hearsay.claims.idioms import is_of_none
from hearsay.claims.phrases import INDEFINITE, Tree, behind_rank
from hearsay.claims.quantities import Quantity, find_quantities
from hearsay.claims.realis import realis_of
from hearsay.claims.telling import Telling
from hearsay.records import Happening, Party, Token
from hearsay.records.reading import Sentence

_ROWS: list[dict[str, str]] = lexicons.load("harm")["undergone"]
_NOUNS = "harm.noun"
_OF_TOWNS = frozenset(word for row in lexicons.load("harm")["verb"] for word in row.get("towns", ())) | {"take"}
_STATES = frozenset(("displaced", "homeless"))
_HOMES = lexicons.words("harm", "part", "homes")
_NOBODY = frozenset(lexicons.load("harm")["anybody"]["nouns"])


def undergone(tree: Tree, tellings: Sequence[Telling], counts: Sequence[Count]) -> list[Count]:
    """The counts of a reading with those that its happenings make of people whom no word of harm counts, in the order of the text."""
    taken = {k for count in counts for k in range(count.first, count.last)}
    made: list[Count] = []
    for telling in tellings:
        for count in _of(tree, telling):
            if taken.isdisjoint(range(count.first, count.last)):
                made.append(count)
                taken |= set(range(count.first, count.last))
    return sorted([*counts, *made], key=lambda count: count.first)


def happening_of(tree: Tree, counts: Sequence[Count]) -> Happening | None:
    """The happening that a count with its parts tells of where no other words do: people flee, are held, give themselves up; None for a mere toll."""
    count = counts[0]
    row = next((row for row in _ROWS if row["measure"] == count.measure and "told" in row), None)
    is_state = count.rule.startswith(_NOUNS) or tree.tokens[count.harm].text.lower() in _STATES  # "150,000 displaced" is a toll
    if row is None or is_state or count.is_declined or count.high == 0:
        return None
    realis = realis_of(tree, count.harm)
    if realis not in ("actual", "ongoing"):
        return None
    parties = count.victims or (people_of(tree, count),)
    whom = {row["who"]: parties}
    return Happening(row["told"], realis, **whom)  # type: ignore[arg-type]


def people_of(tree: Tree, count: Count) -> Party:
    """Those counted, of whom nothing else is known."""
    return Party("people", tree.reading.text_of(count.first, count.last), tree.tokens[count.first].start, tree.tokens[count.last - 1].end)


def _of(tree: Tree, telling: Telling) -> Iterator[Count]:
    for row in _ROWS if telling.realis in ("actual", "ongoing") else ():
        for party in (telling.actors if row["who"] == "actors" else telling.targets) if row["type"] == telling.type else ():
            head = next((t for t in tree.tokens[telling.first : telling.last] if t.end == party.end), None)
            count = None if head is None else _numbered(tree, telling, row, party, head) or _single(tree, telling, row, party, head)
            if count is not None:
                yield count


def _numbered(tree: Tree, telling: Telling, row: dict[str, str], party: Party, head: Token) -> Count | None:
    """ "Forty employees"; families are no people to count."""
    if not is_people(tree, head.index) or head.lemma.lower() in _HOMES or head.upos == "PRON":
        return None
    sentence = tree.reading.sentences[head.sentence]
    of_them = (n for n in _numbers(tree, sentence) if n.first <= head.index and counted(tree, top_of(tree, n.first, n.last), n) == head.index)
    number = next(of_them, None)
    if number is None or number.kind != "cardinal" or number.high == 0 or is_of_none(tree, number.first):
        return None
    return Count(
        measure=row["measure"],
        low=number.low,
        high=number.high,
        best=number.best,
        first=number.first,
        last=head.index + 1,
        harm=telling.trigger,
        victims=() if head.lemma.lower() in _NOBODY else (party,),
        rule=f"harm.undergone.{telling.type}",
        is_approximate=number.is_approximate,
        is_added=number.is_added,
    )


def _numbers(tree: Tree, sentence: Sentence) -> Iterator[Quantity]:
    for found in find_quantities(tree.tokens[sentence.first : sentence.last]):
        yield replace(found, first=found.first + sentence.first, last=found.last + sentence.first)


def _single(tree: Tree, telling: Telling, row: dict[str, str], party: Party, head: Token) -> Count | None:
    """ "A bread seller", "my mother"; one who leaves a town may be on a journey."""
    low, name = head.lemma.lower(), tree.name_at(head.index)
    is_town = (
        tree.tokens[telling.trigger].lemma.lower() in _OF_TOWNS and name is not None and behind_rank(tree, name) == name.first
    )  # "captured Khan al-Assal"
    if name is not None and name.kind == "person" and row["measure"] != "displaced" and not is_town:
        return Count(row["measure"], 1, 1, 1, name.first, name.last, telling.trigger, (party,), f"harm.undergone.{telling.type}.single")
    is_one = head.text.lower() == low and (low in PERSONS or low.endswith(ENDINGS))
    said = [
        t for t in tree.children(head.index, "det", "nmod:poss") if t.text.lower() in INDEFINITE or (t.relation == "nmod:poss" and t.upos == "PRON")
    ]
    if row["measure"] == "displaced" or not is_one or not said or tree.children(head.index, "nummod"):
        return None
    return Count(row["measure"], 1, 1, 1, said[0].index, head.index + 1, telling.trigger, (party,), f"harm.undergone.{telling.type}.single")
