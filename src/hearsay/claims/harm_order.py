"""Harm told by the order of words alone, which outlasts a wrong tree."""

from hearsay import lexicons
from hearsay.claims.harm_tolls import TOLL_COUNTED
from hearsay.claims.harm_words import ADJECTIVES, NOUNS, VERBS, Harm, begins_count, fatal, measure_of, together
from hearsay.claims.phrases import Tree
from hearsay.records import Token

_HARM = lexicons.load("harm")
_SUFFERED, _SUFFERED_NEAR = ("suffering", "suffered"), 4  # words from "suffered" to what
_HEADLINE: dict[str, str] = _HARM["headline"]
_PEOPLE = lexicons.words("people", "nouns") | lexicons.words("people", "crowds")
_PARTS, _PART_WORDS = lexicons.words("harm", "part", "words"), 7  # words from "including" to the verb
_NO_NOUN = ("injure", "injures", "kill", "kills")  # whatever the tagger says
_TOLL_BEHIND = 8  # words from "to 127" to what is counted
_WHO_WERE = 4  # words from "who" to what is said of them
_AMONG = 5  # words from "among nine" to what was done to them
_OF_THE = 5  # words of "of the 20 people killed"
_PUT_AT = 24  # words from "put" to the number


def harm_by_place(tree: Tree, first: int, last: int, taken: int | None) -> Harm | None:
    """Harm told by the order of words alone, which outlasts a wrong tree: "13 others [were] injured", "wounding 22".

    ``first`` to ``last`` (exclusive) are the words of the number with its noun; ``taken`` is the word of harm of the count before: in "10
    civilians killed 15 injured" the fifteen are not those killed.
    """
    before = _before_number(tree, first)
    if before is not None and before.rule == "harm.before.lose" and (found := _after_number(tree, last)) is not None:
        return found  # "lost 300 men killed or wounded"
    if before is not None and before.word != taken:
        return before
    return _after_number(tree, last)


def who_were(tree: Tree, last: int) -> Harm | None:
    """ "the 15 people who died and 16 [who] were seriously injured": what a clause right behind a number says of them."""
    clause = tree.tokens[last : last + _WHO_WERE]
    if not clause or clause[0].text.lower() != "who":
        return None
    told = next((t for t in clause[1:] if t.upos not in ("ADV", "AUX")), clause[0])
    measure = ADJECTIVES.get(told.text.lower()) if told.sentence == clause[0].sentence else None
    return Harm(measure, told.index, "harm.who") if measure else None


def of_the_harmed(tree: Tree, first: int) -> Harm | None:
    """ "Of the dead, six were women", "Of the 20 wounded, six are in hospital": what opens the sentence tells what befell them."""
    begun = tree.reading.sentences[tree.tokens[first].sentence].first
    opening = [t for t in tree.tokens[begun:first] if t.upos != "PUNCT"]
    if not 3 <= len(opening) <= _OF_THE or [t.text.lower() for t in opening[:2]] != ["of", "the"]:
        return None
    measure = ADJECTIVES.get(opening[-1].text.lower()) or NOUNS.get(opening[-1].lemma.lower())
    return Harm(measure, opening[-1].index, "harm.among", is_part=True) if measure else None


def or_casualties(tree: Tree, noun: int) -> Harm | None:
    """ "no damage or casualties": none of the latter either; ``noun`` is what the "no" stands before."""
    joined = (t for t in tree.children(noun, "conj") if t.lemma.lower() in NOUNS)
    return next((Harm(NOUNS[t.lemma.lower()], t.index, "harm.none") for t in joined), None)


def is_of_property(tree: Tree, first: int, harm: Harm) -> bool:
    """ "property losses of two million", "losses in the millions": no losses of people; ``first`` is the number's first word."""
    if harm.rule != "harm.noun.loss":
        return False
    words = {t.lemma.lower() for t in tree.children(harm.word, "compound", "amod")}
    is_sum = [t.text.lower() for t in tree.tokens[max(0, first - 2) : first]] == ["in", "the"]
    return is_sum or not words.isdisjoint(_HARM["property"]["words"])


def _past_parts(tree: Tree, last: int) -> int:
    """Past "including 11 children" to the verb that is said of the whole."""
    if last < len(tree.tokens) and tree.tokens[last].text.lower() in _PARTS:
        return next((t.index for t in tree.tokens[last : last + _PART_WORDS] if t.lemma.lower() in ("be", "have")), last)
    return last


def _among(tree: Tree, after: int) -> Harm | None:
    """ "At least two officers were among those killed"."""
    after += 1 if [t.upos for t in tree.tokens[after : after + 2]] == ["AUX", "ADV"] else 0  # "are reportedly among the deceased"
    words = [t.text.lower() for t in tree.tokens[after : after + 4]]
    if len(words) < 4 or tree.tokens[after].upos not in ("AUX", "ADV") or words[1] != "among":
        return None
    if tree.tokens[after + 2].upos == "NUM":  # "two nurses were among nine people killed"
        told = next((t for t in tree.tokens[after + 3 : after + 3 + _AMONG] if t.text.lower() in ADJECTIVES), None)
        is_near = told is not None and told.sentence == tree.tokens[after].sentence
        return Harm(ADJECTIVES[told.text.lower()], told.index, "harm.among", is_part=True) if told is not None and is_near else None
    if words[2] not in ("those", "the"):
        return None
    measure = "killed" if words[3] == "deceased" else ADJECTIVES.get(words[3]) or NOUNS.get(tree.tokens[after + 3].lemma.lower())
    return Harm(measure, after + 3, "harm.among", is_part=True) if measure else None


def _after_number(tree: Tree, last: int) -> Harm | None:
    after = _past_parts(tree, last)
    if (found := _among(tree, after)) is not None:
        return found
    begun = after
    while after < len(tree.tokens) and tree.tokens[after].lemma.lower() in ("be", "have", "been") and after < begun + 3:
        after += 1
    if after >= len(tree.tokens) or tree.tokens[after].sentence != tree.tokens[last - 1].sentence:
        return None
    low, row = tree.tokens[after].text.lower(), VERBS.get(tree.tokens[after].lemma.lower())
    if row is not None and row["harmed"] == "subject" and row["measure"] == "killed" and after > begun:
        return Harm("killed", after, "harm.after")  # "five peasants have died"
    if low in _HARM["take"]["made"] and after + 1 < len(tree.tokens) and tree.tokens[after + 1].lemma.lower() in _HARM["take"]["states"]:
        return Harm("captured", after, "harm.take")  # "391 made prisoners", "two pilots were taken prisoner"
    if low in _HEADLINE and after == last and tree.tokens[last - 1].text.lower() not in ("one", "1", "a", "single"):
        return fatal(tree, Harm(_HEADLINE[low], after, "harm.headline"))
    if low in _SUFFERED and any(t.lemma.lower() in _HARM["suffered"]["things"] for t in tree.tokens[after + 1 : after + 1 + _SUFFERED_NEAR]):
        return Harm("wounded", after, "harm.suffered")
    following = tree.tokens[after + 1] if after + 1 < len(tree.tokens) else None
    follows = following.upos if following is not None else ""
    is_rough = following is not None and following.lemma.lower() in _HARM["rough"]["nouns"]  # "35 dead dozens wounded"
    is_modifier = follows in ("NOUN", "PROPN") and tree.tokens[after].head > after and not is_rough
    is_active = (
        after == last
        and tree.tokens[after].upos == "VERB"
        and (any(t.index > after for t in tree.children(after, "obj")) or begins_count(tree, after + 1))
    )
    if low not in ADJECTIVES or (after == last and (is_modifier or is_active or follows in ("DET", "PRON"))):
        return None
    second = ADJECTIVES.get(following.text.lower()) if following is not None else None
    if low.endswith("ly") and second == "wounded":
        return Harm("killed", after, "harm.fatal")  # "one victim fatally wounded"
    if {second, ADJECTIVES[low]} == set(_HARM["together"]["pair"]):  # "175 killed injured", as headlines have it
        return Harm(_HARM["together"]["measure"], after, "harm.together")
    return together(tree, Harm(ADJECTIVES[low], after, "harm.after"))


def _before_number(tree: Tree, first: int) -> Harm | None:
    """ "wounding 22", "killed 13": an active word of harm right before the number."""
    before = tree.tokens[first - 1] if first else None
    if before is None or before.sentence != tree.tokens[first].sentence or tree.children(before.index, "aux:pass"):
        return None
    if any(t.index < before.index and (t.upos == "NUM" or t.lemma.lower() in _PEOPLE) for t in tree.children(before.index, "nsubj:pass")):
        return None  # "a child [killed] seven injured"
    row = VERBS.get(before.lemma.lower())
    if row is not None and row["harmed"] == "object" and (before.upos == "VERB" or before.text.lower() in _NO_NOUN):
        measure = _HARM["together"]["measure"] if _is_second(tree, before) else row["measure"]
        return fatal(tree, Harm(measure, before.index, f"harm.before.{row['id']}", needs_people=row.get("people", False)))
    if before.upos == "ADJ" and before.text.lower() in ("wounded", "injured", "killed"):  # slips of the tagger
        return Harm(ADJECTIVES[before.text.lower()], before.index, "harm.before")
    return None


def noun_before(tree: Tree, first: int) -> Harm | None:
    """ "the wounding of five others", where the tree hangs the five elsewhere."""
    if first < 2 or tree.tokens[first - 1].text.lower() != "of" or tree.tokens[first].sentence != tree.tokens[first - 2].sentence:
        return None
    noun = tree.tokens[first - 2]
    measure = NOUNS.get(noun.lemma.lower()) or NOUNS.get(noun.text.lower())
    if not measure or noun.upos != "NOUN":
        return None
    measure = measure_of(noun, measure, tree.tokens[first + 1 : first + 3])
    return Harm(measure, noun.index, f"harm.noun.{noun.lemma.lower()}", needs_people=measure not in ("killed", "wounded"))


def _is_second(tree: Tree, verb: Token) -> bool:
    """Whether the verb ends "killed or wounded"."""
    if verb.index < 2 or tree.tokens[verb.index - 1].text.lower() not in ("or", "and"):
        return False
    rows = [VERBS.get(tree.tokens[k].lemma.lower()) for k in (verb.index, verb.index - 2)]
    return {row["measure"] for row in rows if row and row["id"] != "shoot"} == set(_HARM["together"]["pair"])


def put_at(tree: Tree, first: int) -> Harm | None:
    """ "They put the number of villagers killed since May at 51", "raised the toll to 61", by the order of words alone: ``first`` is the number's
    first word."""
    sentence = tree.reading.sentences[tree.tokens[first].sentence]
    before = [t for t in tree.tokens[max(sentence.first, first - _PUT_AT) : first] if t.text.lower() not in _HARM["total"]["between"]]
    word = before[-1].text.lower() if before else ""
    verbs = {"at": _HARM["total"]["put"], "to": _HARM["total"]["raise"], "as": _HARM["total"]["give"]}.get(word, ())
    if not any(t.lemma.lower() in verbs for t in before):
        return None
    toll = next((t for t in before if t.lemma.lower() in TOLL_COUNTED or t.text.lower() in _HARM["total"]["harmed"]), None)
    if toll is None:  # "raising to 127 the number of rebels killed"
        behind = [t for t in tree.tokens[first + 1 : first + 1 + _TOLL_BEHIND] if t.sentence == tree.tokens[first].sentence]
        toll = next((t for t in behind[:3] if t.lemma.lower() in TOLL_COUNTED), None)
        before = [*before, *(behind if toll is not None else [])]
    found = (NOUNS.get(t.lemma.lower()) or ADJECTIVES.get(t.text.lower()) for t in before if toll is not None and t.index >= toll.index)
    after = [t for t in before if toll is not None and t.index > toll.index]
    fled = (VERBS[t.lemma.lower()]["measure"] for t in after if t.upos == "VERB" and t.lemma.lower() in VERBS)
    measure = "killed" if toll is not None and toll.lemma.lower() == "toll" else next((m for m in (*found, *fled) if m), None)
    return Harm(measure, toll.index, "harm.put", is_total=True) if toll is not None and measure else None
