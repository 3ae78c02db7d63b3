"""Joins counts and happenings with the voices whose word they are."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.claims import clause_slips
from hearsay.claims.certainty import settled
from hearsay.claims.count import Count
from hearsay.claims.counts import find_counts
from hearsay.claims.doubts import Doubt, find_doubts
from hearsay.claims.happenings import find_happenings
from hearsay.claims.identities import identified, renamed
from hearsay.claims.phrases import Tree
from hearsay.claims.repeats import counted_once, is_counted_before, told_once
from hearsay.claims.silences import Silence, find_silences
from hearsay.claims.teller import Teller, Told, is_first_person, letters, word_of
from hearsay.claims.telling import Telling
from hearsay.claims.undergone import happening_of, people_of, undergone
from hearsay.claims.whose import struck
from hearsay.lexicons import naming
from hearsay.records import Claim, Evidence, Figure, Happening, Party, Reading, Voice
from hearsay.records.claim import Stance

_ATTACKS = tuple(lexicons.load("happening")["echo"]["kinds"])
_HARMING = (*_ATTACKS, "clash", "execution")
_TAKEN = lexicons.words("harm", "held", "nouns")
_FATAL, _DEATH = lexicons.words("harm", "fatal", "adverbs"), lexicons.words("harm", "fatal", "nouns")
_OWNERS = frozenset(("his", "her"))
_HURT = frozenset(("injured", "wounded", "displaced", "dead", "sick"))
_MORE = frozenset(("another", "other", "others", "further"))


def find(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a report in the order of the text. Times, places and parties are as the words have them, for grounding to resolve."""
    return tuple(settled(candidates(reading)))


def candidates(reading: Reading) -> list[Claim]:
    """Every claim that the rules make, in the order of the text, before it is known how sure it is."""
    tree = clause_slips.set_right(Tree(reading))
    teller = Teller(tree)
    found = [count for count in find_counts(tree) if not teller.is_speaker(count) and not teller.is_unsaid(count.harm)]
    happenings = [telling for telling in find_happenings(tree) if not teller.is_unsaid(telling.trigger)]
    found = undergone(tree, happenings, found)
    real = {telling.trigger for telling in happenings if telling.realis in ("actual", "ongoing")}
    denied = [(count, told) for count in found if (told := teller.denied(count, real)) is not None]
    given = [*_gone_on(tree, [(count, teller.told(word_of(count))) for count in found]), *denied]
    same = identified([(count, told.chain[0]) for count, told in given])
    counts, again = counted_once(tree, [(count, _renamed(told, same)) for count, told in given])
    told_of = ((telling, teller.told_of(telling)) for telling in map(teller.without_speaker, happenings))
    more = {tree.tokens[count.first].sentence: told for count, told in given if told.rule == "more"}
    tellings = [(telling, _renamed(_with_its_counts(tree, telling, told, more), same)) for telling, told in told_of]
    claims = []
    left = list(counts)
    counted: list[tuple[Count, Telling, Told]] = []
    distinct = [(telling, _own_denial(telling, told)) for telling, told in told_once(tree, tellings)]
    for telling, told in distinct:
        own = [pair for pair in left if _belongs(pair, telling, told) and not _is_deeper(pair, telling, distinct)]
        repeated = [count for count, by in again if _belongs((count, by), telling, told)]
        if _is_of_its_victims(telling, [count for count, _ in own]) or is_counted_before([*repeated, *(c for c, _ in own)], telling, told, counted):
            continue
        counted += [(count, telling, told) for count, _ in own]
        left = [pair for pair in left if pair not in own]
        beside = [pair for pair in counts if pair in own or not any(_belongs(pair, *other) for other in distinct if other[0].type in _HARMING)]
        claims.append(_claim(tree, _hit(tree, telling, told, beside), told, struck(tree, telling, [count for count, _ in own])))
    claims.extend(_tolls(tree, left, distinct))
    refuted = {told.chain for _, told in denied}
    claims.extend(_claim(tree, telling, told, ()) for telling, told in teller.denials([t for t, _ in distinct]) if told.chain not in refuted)
    claims.extend(_silences(tree, teller, [telling for telling, _ in tellings], counts))
    claims.extend(_doubt(tree, doubt, teller.doubting(doubt)) for doubt in find_doubts(tree))
    return sorted(_told_most(claims), key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.claim_id))


def _told_most(claims: Sequence[Claim]) -> list[Claim]:
    """Of claims with one id, which tell one thing in the same words, the one that names most: "intensify its campaign of air strikes"."""
    kept: dict[str, Claim] = {}
    for claim in claims:
        before = kept.setdefault(claim.claim_id, claim)
        if len(claim.event.actors) + len(claim.event.targets) > len(before.event.actors) + len(before.event.targets):
            kept[claim.claim_id] = claim
    return list(kept.values())


def _hit(tree: Tree, telling: Telling, told: Told, counts: Sequence[tuple[Count, Told]]) -> Telling:
    """An attack without a target that the same voice counts victims beside, in one sentence: those victims."""
    if telling.targets or telling.type not in _ATTACKS:
        return telling
    sentence = tree.tokens[telling.trigger].sentence
    beside = [c for c, own in counts if own.chain == told.chain and tree.tokens[c.first].sentence == sentence and c.measure in ("killed", "wounded")]
    victims = next((count.victims for count in beside if count.victims), ())
    return replace(telling, targets=victims or tuple(people_of(tree, count) for count in beside[:1]))


def _own_denial(telling: Telling, told: Told) -> Told:
    """A voice that says its own side did not do it denies it."""
    if telling.realis != "negated" or len(told.chain) < 2 or told.stance != "asserts":
        return told
    sides = {letters(name) for name in (told.chain[0].name, told.chain[0].of) if name}
    is_own = any(letters(party.name) in sides for party in telling.actors)
    return replace(told, stance="denies") if is_own else told


def _renamed(told: Told, identities: dict[str, Voice]) -> Told:
    return replace(told, chain=renamed(told.chain, identities)) if identities else told


def _gone_on(tree: Tree, pairs: Sequence[tuple[Count, Told]]) -> Iterator[tuple[Count, Told]]:
    """ "Another seven people were killed", told by nobody, in the sentence after a voice has counted others: that voice's too, with its parts."""
    last: tuple[Count, Told] | None = None
    for count, told in pairs:
        is_beside = last is not None and last[1].rule == "more" and tree.tokens[count.first].sentence == tree.tokens[last[0].first].sentence
        if len(told.chain) == 1 and last is not None and not count.is_declined and (is_beside or _is_more(tree, count, last[0])):
            told = replace(last[1], rule="more")
        last = (count, told)
        yield count, told


def _with_its_counts(tree: Tree, telling: Telling, told: Told, more: dict[int, Told]) -> Told:
    """What is told by nobody beside "another seven", which are a voice's, is that voice's too."""
    return more.get(tree.tokens[telling.trigger].sentence, told) if len(told.chain) == 1 else told


def _is_more(tree: Tree, count: Count, before: Count) -> bool:
    apart = tree.tokens[count.first].sentence - tree.tokens[before.last - 1].sentence
    words = [t.text.lower() for t in tree.tokens[count.first : count.last]]
    is_more = not _MORE.isdisjoint(words) or "more" in words[1:]  # "nine more residents", not "more than nine"
    return (apart in (1, 2) and is_more) or (apart == 0 and count.is_part)


def _belongs(pair: tuple[Count, Told], telling: Telling, told: Told) -> bool:
    """Whether a count is part of a happening: it stands in the clause, on the same word and with the same stance."""
    count, own = pair
    return telling.first <= count.first < telling.last and own.chain[:-1] == told.chain[:-1] and own.stance == told.stance and not count.is_declined


def _is_deeper(pair: tuple[Count, Told], telling: Telling, others: Sequence[tuple[Telling, Told]]) -> bool:
    """Whether a count is of a happening told within the clause of another: "the rebels, who killed 20 in an ambush, were bombed"."""
    inner = (other for other, told in others if (other.type != telling.type or other.type in _ATTACKS) and _belongs(pair, other, told))
    return any(telling.first <= other.first and other.last <= telling.last and _width(other) < _width(telling) for other in inner)


def _width(telling: Telling) -> int:
    return telling.last - telling.first


def _is_of_its_victims(telling: Telling, counts: Sequence[Count]) -> bool:
    """ "57 civilians killed 150 injured": nobody in such words killed anybody but those who died."""
    doers = {party.name for party in telling.actors}
    harmed = [{party.name for party in count.victims} for count in counts if count.victims]
    return telling.rule == "attack.harm" and bool(doers and harmed) and all(doers <= names for names in harmed)


def _claim(tree: Tree, telling: Telling, told: Told, counts: Sequence[Count]) -> Claim:
    harmed = next((count.victims for count in counts if count.victims and telling.type not in ("clash", "retreat")), ())
    is_held = all(party.name.casefold() in _TAKEN for party in telling.targets)  # "took 12 prisoner"
    actors, targets = _ours(telling.actors, told), _ours((harmed or telling.targets) if is_held else telling.targets, told)
    actors = (*actors, *_fallen(tree, counts, actors)) if telling.type == "clash" else actors
    targets = tuple(_numbered(tree, party, counts) for party in targets)
    realis = "actual" if told.stance == "declines" and telling.realis == "negated" else telling.realis  # "neither confirmed nor denied"
    happening = Happening(telling.type, realis, actors, targets, weapons=telling.weapons)  # type: ignore[arg-type]
    return _made(tree, (telling.first, telling.last), told, happening, counts, telling.rule)


def _fallen(tree: Tree, counts: Sequence[Count], known: Sequence[Party]) -> tuple[Party, ...]:
    """Armed people who fell in a clash were a party to it, where the words name one party at most."""
    armed, names = lexicons.words("happening", "classes", "armed"), {party.name.casefold() for party in known}
    own = [count for count in counts if any(tree.tokens[k].lemma.lower() in armed for k in range(count.first, count.last))]
    fallen = {party.name.casefold(): party for count in own for party in count.victims}
    return () if len(known) > 1 else tuple(party for name, party in fallen.items() if name not in names)


def _numbered(tree: Tree, party: Party, counts: Sequence[Count]) -> Party:
    """Mere "people" with what else is known of them: "at least 72 people", "injured persons"."""
    if not naming.is_nobody(party.name):
        return party
    for count in counts:
        start, end = tree.tokens[count.first].start, tree.tokens[count.last - 1].end
        if start <= party.start and party.end <= end:
            return replace(party, surface=tree.reading.text_of(count.first, count.last), start=start, end=end)
    word = next((t for t in tree.tokens[1:] if t.start == party.start), None)
    if word is None:
        return party
    before = tree.tokens[word.index - 1]
    numbers = [tree.tokens[k] for t in tree.children(word.index, "nummod") if t.index < word.index for k in tree.subtree(t.index)]
    first = min(numbers, key=lambda t: t.start) if numbers else before if before.text.lower() in _HURT else None
    return party if first is None else replace(party, surface=tree.reading.document.text[first.start : party.end], start=first.start)


def _tolls(tree: Tree, counts: Sequence[tuple[Count, Told]], tellings: Sequence[tuple[Telling, Told]]) -> Iterator[Claim]:
    """Claims of counts that belong to no happening, those of people who fled or are held as happenings of their own; a count with its parts
    ("45 dead, eleven of them children") in one; ``counts`` in the order of the text."""
    groups: list[tuple[list[Count], Told]] = []
    for count, told in counts:
        whole = groups[-1][0][0] if groups else None
        is_part = whole is not None and count.is_part and count.measure == whole.measure and told.chain == groups[-1][1].chain
        if whole is not None and is_part and tree.tokens[count.first].sentence == tree.tokens[whole.first].sentence:
            groups[-1][0].append(count)
        else:
            groups.append(([count], told))
    known = {(telling.type, told.chain[0].name, tree.tokens[telling.trigger].sentence) for telling, told in tellings}
    return (_toll(tree, group, told, known) for group, told in groups)


def _toll(tree: Tree, counts: Sequence[Count], told: Told, known: Collection[tuple[str, str, int]]) -> Claim:
    stance: Stance = "declines" if counts[0].is_declined else told.stance
    inside = [k for count in counts for k in (count.first, _last_of(tree, _told_at(tree, count)), _told_at(tree, count), count.last - 1)]
    span = (min(inside), max(inside) + 1)
    happening = happening_of(tree, counts)
    if happening is None or (happening.type, told.chain[0].name, tree.tokens[counts[0].first].sentence) in known:
        happening = Happening("toll")
    return _made(tree, span, Told(told.chain, stance, told.rule), happening, counts, counts[0].rule)


def _told_at(tree: Tree, count: Count) -> int:
    """The word of harm, or the verb of "the police put the number at six", which is of dead told of by another."""
    head = tree.tokens[count.last - 1].head
    return head if count.rule == "harm.put" and head >= 0 else count.harm


def _last_of(tree: Tree, harm: int) -> int:
    """The end of "stabbed to death", "shot dead"."""
    words = [t.text.lower() for t in tree.tokens[harm + 1 : harm + 3]]
    if words[:1] == ["to"] and words[-1] in _DEATH:
        return harm + 2
    return harm + 1 if words and words[0] in _FATAL else harm


def _silences(tree: Tree, teller: Teller, tellings: Sequence[Telling], counts: Sequence[tuple[Count, Told]]) -> Iterator[Claim]:
    """Refusals to comment on a happening; who "did not comment on the number of casualties" is silent on that alone."""
    told_of = {(tree.tokens[count.first].sentence, told.chain[0].name) for count, told in counts if count.is_declined}
    for silence in find_silences(tree, tellings):
        told = teller.silent(silence)
        if (tree.tokens[silence.verb].sentence, told.chain[0].name) not in told_of:
            yield _silent(tree, silence, told)


def _silent(tree: Tree, silence: Silence, told: Told) -> Claim:
    return _claim(tree, replace(silence.about, rule="silence"), told, ())


def _doubt(tree: Tree, doubt: Doubt, told: Told) -> Claim:
    return _made(tree, (doubt.first, doubt.last), told, Happening("toll"), (), "doubt")


def _made(tree: Tree, span: tuple[int, int], told: Told, happening: Happening, counts: Sequence[Count], rule: str) -> Claim:
    document = tree.reading.document
    start, end = tree.tokens[span[0]].start, tree.tokens[span[1] - 1].end
    figures = _figures(tree, [replace(count, victims=_ours(count.victims, told)) for count in counts])
    return Claim(
        claim_id=_id(document.report_id, start, end, told, happening, figures),
        report_id=document.report_id,
        evidence=Evidence(start, end, document.text[start:end]),
        chain=told.chain,
        stance=told.stance,
        event=happening,
        figures=figures,
        certainty=0.0,
        rule=f"{rule}+{told.rule}",
    )


def _ours(parties: tuple[Party, ...], told: Told) -> tuple[Party, ...]:
    """ "We" and "our forces" are the speaker's own side, and so are "his men" of one who speaks for a side; "our neighbours" are a resident's."""
    if len(told.chain) < 2:
        return parties
    speaker = told.chain[0]
    side = speaker.of or speaker.name
    owners = _OWNERS if speaker.kind == "person" and speaker.of else frozenset()
    is_nobodys = speaker.of is None and speaker.kind in ("person", "unnamed")
    ours = [is_first_person(whose := party.surface.split()[0]) or whose.lower() in owners or is_first_person(party.name) for party in parties]
    return tuple(_own(party, side, is_nobodys=is_nobodys) if is_ours else party for party, is_ours in zip(parties, ours, strict=True))


def _own(party: Party, side: str, *, is_nobodys: bool) -> Party:
    whose, _, people = party.surface.partition(" ")
    if is_nobodys and not is_first_person(party.surface):
        return replace(party, name=people if people and is_first_person(whose) else party.surface)
    return replace(party, name=side)


def _figures(tree: Tree, counts: Sequence[Count]) -> tuple[Figure, ...]:
    out: list[Figure] = []
    for number, count in enumerate(counts):
        start, end = tree.tokens[count.first].start, tree.tokens[count.last - 1].end
        out.append(
            Figure(
                measure=count.measure,  # type: ignore[arg-type]
                low=count.low,
                high=count.high,
                best=count.best,
                start=start,
                end=end,
                text=tree.reading.document.text[start:end],
                victims=count.victims,
                is_approximate=count.is_approximate,
                is_total=count.is_total,
                is_added=count.is_added,
                part_of=_whole(counts, number) if count.is_part else None,
            )
        )
    return tuple(out)


def _whole(counts: Sequence[Count], part: int) -> int | None:
    """What a count is part of: the whole before it, else the one behind it, "two nurses were among nine people killed"."""
    wholes = [number for number, count in enumerate(counts) if not count.is_part]
    behind = [number for number in wholes if number > part and counts[number].measure == counts[part].measure]
    return next((number for number in reversed(wholes) if number < part), behind[0] if behind else None)


def _id(report_id: str, start: int, end: int, told: Told, happening: Happening, figures: Sequence[Figure]) -> str:
    """Stable while the same release reads the same report. The ids of a report's claims begin alike, so that they stand together wherever claims are
    kept in the order of their ids: a new report touches one place of a large ledger's index, and not as many as it has claims."""
    parts = [report_id, start, end, happening.type, told.stance, told.chain[0].name, *((f.measure, f.start, f.end) for f in figures)]
    return _digits(report_id, 4) + _digits(repr(parts), 12)


def _digits(said: str, number: int) -> str:
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:number]
