"""Which frames a word stands in: the reader's frames, mended by rules, as a tree from the words outward to the outlet."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.claims.backward import backward
from hearsay.claims.carriers import CITING, directed, monitored
from hearsay.claims.clausal import STANDARDS, clausal, is_taken_for, subject_of
from hearsay.claims.named_dead import named_by, namings
from hearsay.claims.phrases import Tree
from hearsay.claims.quotes import quotations
from hearsay.claims.saying import Saying
from hearsay.claims.triggers import is_event_noun
from hearsay.claims.verbless import is_speaker, verbless
from hearsay.records import Frame, Token

_SPEECH = lexicons.load("speech")
_SAY = frozenset(_SPEECH["say"])
_UNSAID = frozenset((*_SPEECH["attitude"], *_SPEECH["done"]))
_ADDING = frozenset(_SPEECH["adding"])
_KINDS = frozenset(word for words in (*_SPEECH["kinds"].values(), _SPEECH["document"]) for word in words)
_GROUND = lexicons.words("happening", "naming") | {"country"}
_CHARGED = frozenset(_SPEECH["charged"])
_LIVES = lexicons.words("harm", "lives", "nouns")
_CHANNELS = frozenset(word for words in _SPEECH["channel"].values() for word in words)


_WHOLE = ("caption", "verbless", "headline", "toll", "turn", "signature")  # rules that know themselves how far a content goes
SET_OFF = 9  # words of a speaker between comma and verb
LONG_QUOTE = 5  # words: a shorter quotation is a word or a name in quotation marks
LONGEST = 50  # words of a sentence that one voice says
TRAILING = 5  # words behind "he said" at the end of a sentence
_MARKS = frozenset('"“”«»;:')
FROM = 4  # words back from a place to the "from" of "is reported from all over the province of Idlib"
AFTER = 2  # words, or marks, that may trail "according to X" at the end of what another says


def sayings_of(tree: Tree) -> list[Saying]:
    """The frames of a reading in which somebody speaks, in the order of their cues."""
    bare = list(verbless(tree))
    credited = {k for saying in bare if saying.rule == "caption" for k in saying.source}
    found = [_from_frame(tree, frame) for frame in tree.frames if _is_speech(tree, frame) and not credited & set(frame.source)]
    found = [saying for saying in found if saying.rule != "according" or _is_word_of(tree, saying)]
    found = _with_sources(tree, sorted(found, key=lambda saying: saying.cue[0]))
    found += [_from_author(frame) for frame in tree.reading.frames if frame.is_author and frame.rule != "byline"]
    taken = {k for saying in found for k in saying.cue}
    for saying in [*namings(tree), *clausal(tree), *bare]:
        if saying.rule == "silence" or not taken & set(saying.cue):
            found.append(saying)
            taken.update(saying.cue)
    inner = [_from_frame(tree, frame) for frame in tree.reading.frames if frame.rule == "inner" and frame.source and _is_speech(tree, frame)]
    verbs = [saying for saying in inner if tree.tokens[saying.verb].upos == "VERB" and tree.tokens[saying.verb].lemma.lower() in _SAY]
    found += [saying for saying in verbs if not taken & set(saying.cue)]
    found.sort(key=lambda saying: saying.cue[0])
    voiced = _without_headline([saying for saying in _with_sources(tree, found) if not _is_mute(tree, saying)])
    spoken = [directed(tree, saying) for saying in _apart(tree, list(_to_the_end(tree, _with_quotations(tree, voiced))))]
    return backward(tree, spoken)


def _is_word_of(tree: Tree, saying: Saying) -> bool:
    """Whether "according to" is followed by somebody, rather than by a standard ("according to size")."""
    is_standard = len(saying.source) == 1 and tree.tokens[saying.source[0]].lemma.lower() in STANDARDS
    return saying.source[:1] == (saying.cue[-1] + 1,) and not is_standard


def _without_headline(sayings: Sequence[Saying]) -> list[Saying]:
    """What a headline says is no part of what the first sentence, which has run into it, says after it."""
    headline = next((saying for saying in sayings if saying.rule == "headline"), None)
    if headline is None:
        return list(sayings)
    until = headline.cue[-1]
    return [s if s is headline else replace(s, content=frozenset(k for k in s.content if k > until)) for s in sayings]


def _is_charged(tree: Tree, saying: Saying, head: Token) -> bool:
    """ "A man charged with killing nine": he is not who says so."""
    verb = tree.tokens[saying.verb]
    is_of_head = verb.relation == "acl" and verb.head == head.index
    return is_of_head and verb.lemma.lower() in _CHARGED and verb.text.lower() not in _ADDING and not tree.children(verb.index, "obl:agent")


def _is_mute(tree: Tree, saying: Saying) -> bool:
    """Whether what stands for its source says nothing: "the attack underlined the pressure", "is reported from all over the country", "no
    casualties were reported among the guests"."""
    inside = set(saying.source)
    heads = [tree.tokens[k] for k in saying.source if tree.tokens[k].head not in inside and tree.tokens[k].upos in ("NOUN", "PROPN")]
    if any(t.text.lower() in _LIVES for t in tree.children(saying.verb, "obj")):
        return True  # "a raid claiming the lives of three"
    if len(heads) != 1:
        return False
    if _is_charged(tree, saying, heads[0]):
        return True
    head, name, case = heads[0], tree.name_at(heads[0].index), tree.case_of(heads[0].index)
    is_place = head.lemma.lower() in _GROUND or (name is not None and name.kind == "location")
    before = [t.text.lower() for t in tree.tokens[max(0, saying.source[0] - FROM) : saying.source[0] + 1]]
    if is_place and tree.tokens[saying.verb].lemma.lower() == "report" and "from" in before and saying.verb < head.index:
        return True
    return case == "among" or (name is None and is_event_noun(tree, head) and head.lemma.lower() not in _KINDS)


def by_word(sayings: Sequence[Saying]) -> dict[int, list[Saying]]:
    """For each word the sayings whose content holds it."""
    out: dict[int, list[Saying]] = defaultdict(list)
    for saying in sayings:
        for word in saying.content:
            out[word].append(saying)
    return out


def inward(holding: Sequence[Saying]) -> list[Saying]:
    """The sayings that hold one word, innermost first."""
    return sorted(holding, key=lambda s: (-_depth(s, holding), s.rule == "according", len(s.content), s.cue[0]))


def _depth(saying: Saying, holding: Sequence[Saying]) -> int:
    """How many of the sayings that hold one word hold this saying as well. "According to X" at the end of what another says is not within it: it
    carries that other's word."""
    trails = saying.rule == "according"
    return sum(saying.cue[0] in other.content and (not trails or _goes_on(other, saying)) for other in holding if other is not saying)


def _goes_on(outer: Saying, inner: Saying) -> bool:
    """Whether the outer content goes on for some words after the inner source."""
    return sum(k > max(inner.source) for k in outer.content) > AFTER


def _is_speech(tree: Tree, frame: Frame) -> bool:
    """Whether the cue is a word of saying rather than of wanting, trying, fearing or doing."""
    lemmas = [tree.tokens[k].lemma.lower() for k in frame.cue]
    if lemmas == [":"] and tree.tokens[frame.cue[0] - 1].text == ")":
        return False  # "GHAZNI (Wire): ..."
    if tree.tokens[frame.cue[0]].text.lower() in CITING:
        return False  # "citing X" names a source, and says nothing of its own
    if any(named_by(tree, tree.tokens[k]) for k in frame.cue):
        return False  # "identified the dead as": the tree knows who is named
    if is_taken_for(tree, tree.tokens[frame.cue[-1]]) or (not frame.source and "quote" in lemmas):
        return False  # "was quoted as saying": the tree knows who
    if any(lemma in _SAY or lemma == "according" for lemma in lemmas):
        return True
    return bool(frame.source) and not any(lemma in _UNSAID for lemma in lemmas)


def _from_author(frame: Frame) -> Saying:
    """Who signs, or has the floor. A byline names the outlet's own reporter, who is no voice beside it."""
    return Saying(frame.source, frame.cue, frozenset(frame.content), frame.cue[0], frame.rule)


def _from_frame(tree: Tree, frame: Frame) -> Saying:
    frame = _with_deed(tree, frame)
    verb = next((k for k in frame.cue if tree.tokens[k].lemma.lower() in _SAY), frame.cue[0])
    rule = "according" if tree.tokens[frame.cue[0]].text.lower() == "according" else "voices"
    inside = [n for n, k in enumerate(frame.source) if tree.tokens[k].upos not in ("PUNCT", "ADV")]
    source = frame.source[inside[0] : inside[-1] + 1] if inside else ()
    content = _whole_clause(tree, frame)
    if tree.tokens[verb].relation == "acl:relcl":  # "X, who said that ..., is dead": what a relative clause says ends with it
        content &= frozenset(tree.subtree(verb))
    return Saying(source, frame.cue, content, verb, rule)


def _with_deed(tree: Tree, frame: Frame) -> Frame:
    """ "Denied [backing] the group", "admitted shelling it": what is denied is told, it is no part of the telling."""
    deeds = [tree.tokens[k] for k in frame.cue if tree.tokens[k].relation in ("xcomp", "ccomp") and tree.tokens[k].text.lower().endswith("ing")]
    told = {t.index for t in deeds if t.head in frame.cue and tree.tokens[t.head].lemma.lower() in _SAY and t.lemma.lower() not in _SAY}
    if not told or not frame.content:
        return frame
    return replace(frame, cue=tuple(k for k in frame.cue if k not in told), content=tuple(sorted(told.union(frame.content))))


def _whole_clause(tree: Tree, frame: Frame) -> frozenset[int]:
    """The content, and what the reader's head left out of its clauses: every word below a content word that is neither cue nor source."""
    content = set(frame.content)
    fixed = set(frame.cue) | set(frame.source)
    if not content:
        return frozenset()
    verbs = {tree.tokens[k].head for k in content if tree.tokens[k].relation == "nsubj"} - fixed - content
    content |= {k for k in verbs if tree.tokens[k].relation == "ccomp" and tree.tokens[k].head in frame.cue}  # the verb of "his forces"
    low, high = min(content), max(content)
    sentence = tree.reading.sentences[tree.tokens[high].sentence]
    for k in range(low, sentence.last):
        token = tree.tokens[k]
        if k not in fixed and token.head in content and (k <= high or (token.head != k and _goes_with(tree, k, content))):
            content.add(k)
    return frozenset(content - fixed)


def _goes_with(tree: Tree, word: int, content: set[int]) -> bool:
    """A participle after the content ("..., wounding seven"), and what stands below one that was taken in."""
    token = tree.tokens[word]
    return (token.relation == "advcl" and token.text.lower().endswith("ing") and token.text.lower() not in _ADDING) or (
        token.head > max(k for k in content if k < word) - 1
        and token.head in content
        and token.relation != "punct"
        and tree.tokens[token.head].relation == "advcl"
    )


def _with_sources(tree: Tree, sayings: Sequence[Saying]) -> list[Saying]:
    """Gives a participle ("adding that") the source of the saying it goes on with; drops what nobody says."""
    out: list[Saying] = []
    for saying in sayings:
        saying = replace(saying, source=_mended(tree, saying))
        if not saying.source or _is_trailed(tree, saying):
            source = _before(tree, out, saying) or (() if saying.rule == "silence" else _set_off(tree, saying) or subject_of(tree, saying.verb))
            source = source or saying.source
            saying = replace(saying, source=source)
        if saying.source:
            out.append(saying)
    return out


def _set_off(tree: Tree, saying: Saying) -> tuple[int, ...]:
    """ "..., the hospital in Marra said": who speaks, by the order of words alone, where the tree knows no subject: nouns between comma and verb."""
    first = tree.reading.sentences[tree.tokens[saying.verb].sentence].first
    comma = next((k for k in range(saying.verb - 1, max(first, saying.verb - SET_OFF), -1) if tree.tokens[k].text == ","), saying.verb)
    between = tree.tokens[comma + 1 : saying.verb]
    is_voice = is_speaker(tree, between, places=False) and any(k < comma for k in saying.content)
    return tuple(t.index for t in between) if is_voice else ()


def _with_quotations(tree: Tree, sayings: Sequence[Saying]) -> list[Saying]:
    """Takes in the whole of a quotation of which a saying holds the better part of one sentence: it is one voice's from mark to mark."""
    quoted = {k: span for span in quotations(tree.reading) for k in range(*span)}
    out = []
    for saying in sayings:
        spans = {quoted[k] for k in saying.content if k in quoted}
        more = {k for first, last in spans if _quotes(tree, saying, first, last) for k in range(first, last)}
        content = _kept(tree, saying, quoted) | (more - set(saying.cue) - set(saying.source))
        out.append(replace(saying, content=frozenset(content)))
    return out


def _to_the_end(tree: Tree, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """ "Seventy have died since units broke in from three sides, he said": who speaks at the end of a sentence says all of it, if nobody else speaks
    in it."""
    cues: dict[int, int] = defaultdict(int)
    for saying in sayings:
        cues[tree.tokens[saying.verb].sentence] += 1
    for saying in sayings:
        sentence = tree.reading.sentences[tree.tokens[saying.verb].sentence]
        begun = min(*saying.source, *saying.cue)
        before = tree.tokens[sentence.first : begun]
        is_last = saying.rule == "voices" and cues[tree.tokens[saying.verb].sentence] == 1 and max(saying.content, default=sentence.last) < begun
        is_plain = 0 < len(before) < LONGEST and before[-1].text == "," and not any(t.text in _MARKS for t in before) and saying.verb > begun
        more = {t.index for t in before[:-1]} if is_last and is_plain and sentence.last - saying.cue[-1] <= TRAILING else set()
        yield replace(saying, content=saying.content | more)


def _kept(tree: Tree, saying: Saying, quoted: Mapping[int, tuple[int, int]]) -> frozenset[int]:
    """The content without what runs over into another sentence outside quotation marks: that is the outlet's own again."""
    own = tree.tokens[saying.verb].sentence
    if saying.rule in _WHOLE or not any(tree.tokens[k].sentence == own for k in saying.content):
        return saying.content
    last = tree.reading.sentences[own].last
    end = last if _is_inserted(tree, saying) else next((k for k in range(saying.verb + 1, last) if tree.tokens[k].text == ";"), last)
    return frozenset(k for k in saying.content if k in quoted or (tree.tokens[k].sentence == own and k < end))


def _is_inserted(tree: Tree, saying: Saying) -> bool:
    """ "In two days, he said, 57 men fell; the enemy had 500 dead": set between commas within what is said, which goes on past a semicolon."""
    before = min(*saying.source, *saying.cue) - 1
    after = max(*saying.source, *saying.cue) + 1
    is_within = before > min(saying.content, default=before) and after < max(saying.content, default=after)
    return is_within and tree.tokens[before].text == "," and tree.tokens[after].text == ","


def _apart(tree: Tree, sayings: Sequence[Saying]) -> list[Saying]:
    """ "The rebels said two died, while the army said five died": the second saying is no part of the first."""
    cued = {saying.cue[0]: saying for saying in sayings}
    out = []
    for saying in sayings:
        inside = [cued[k] for k in sorted(saying.content) if k in cued]
        beside = [s for s in inside if s is not saying and _is_beside(tree, saying, s)]
        gone = {k for s in beside for k in (*s.source, *s.cue, *s.content) if k > saying.cue[-1]}
        gone |= {k for s in inside for k in saying.content if k <= _parted(tree, s, saying)}
        out.append(replace(saying, content=saying.content - gone) if gone and saying.content - gone else saying)
    return out


def _parted(tree: Tree, first: Saying, second: Saying) -> int:
    """The semicolon between two sayings of one sentence, the second of which stands at its end; -1 if there is none: "The army said two died; five
    died, the rebels said"."""
    if tree.tokens[first.verb].sentence != tree.tokens[second.verb].sentence or first.verb >= min(second.source):
        return -1
    return next((k for k in range(min(second.source), first.verb, -1) if tree.tokens[k].text == ";"), -1)


def _is_beside(tree: Tree, first: Saying, second: Saying) -> bool:
    verb = tree.tokens[second.verb]
    marks = {t.text.lower() for t in tree.children(second.verb, "mark", "advmod", "cc")}
    between = [t.text.lower() for t in tree.tokens[first.cue[-1] + 1 : min(second.source)]]
    if between == [",", "but"] and min(first.content) < first.cue[0]:
        return True  # "Two died, the rebels said, but the army put the number at five"
    return second.verb > first.verb and (bool(marks & {"while", "whereas"}) or (verb.relation == "conj" and verb.head == first.verb))


def _quotes(tree: Tree, saying: Saying, first: int, last: int) -> bool:
    """Whether the quotation is the saying's own: its cue stands outside, and it holds most of the first or the last sentence of it."""
    if first <= saying.cue[0] < last or last - first < LONG_QUOTE:
        return False
    edges = {tree.tokens[first].sentence, tree.tokens[last - 1].sentence}
    parts = [[k for k in range(first, last) if tree.tokens[k].sentence == edge] for edge in edges]
    return any(sum(k in saying.content for k in part) > len(part) / 2 for part in parts)


def _mended(tree: Tree, saying: Saying) -> tuple[int, ...]:
    """The source, or the subject of the cue where the reader's head kept of the source but an article or a clause."""
    heard = monitored(tree, saying.source) if saying.source else ()
    if heard:
        return heard
    if saying.source and tree.case_of(saying.source[0]) in ("in", "at", "for", "of") and (whole := _set_off(tree, saying)):
        return whole  # "..., headquarters in [Windhoek] announced"
    if saying.source and _is_beside_subject(tree, saying):
        return subject_of(tree, saying.verb) or saying.source
    subject = subject_of(tree, saying.verb)
    if saying.source and _is_cut_short(tree, saying.source, subject):
        return subject
    if not saying.source or any(tree.tokens[k].upos in ("NOUN", "PROPN", "PRON", "NUM") for k in saying.source):
        return saying.source
    noun = tree.tokens[saying.source[-1]].head
    whole = tuple(tree.subtree(noun, "acl:relcl", "acl", "case")) if noun >= 0 and tree.tokens[noun].upos in ("NOUN", "PROPN") else ()
    return subject or whole or saying.source


def _is_cut_short(tree: Tree, source: Sequence[int], subject: Sequence[int]) -> bool:
    """Whether a source is but the first words of a subject and lacks the noun that they hang on: "[the Russian]-installed administration"."""
    top = next((k for k in subject if tree.tokens[k].head not in subject), None)
    if top is None or top in source or not set(source) < set(subject):
        return False
    return tree.tokens[max(source) + 1].text == "-" or (source[0] == subject[0] and top > max(source))


def _is_beside_subject(tree: Tree, saying: Saying) -> bool:
    """Whether the reader's head took for the source where or by what means a subject speaks: "a doctor [there] said by [amateur radio]"."""
    first, last = tree.tokens[saying.source[0]], tree.tokens[saying.source[-1]]
    by_means = first.index == saying.verb + 2 and tree.tokens[saying.verb + 1].text.lower() == "by" and last.lemma.lower() in _CHANNELS
    return by_means or (first is last and first.text.lower() in ("here", "there"))


def _is_trailed(tree: Tree, saying: Saying) -> bool:
    """Whether a participle ("adding that ...") was given a source that stands behind all that is said: that is the source of "according to"."""
    return tree.tokens[saying.verb].text.lower() in _ADDING and bool(saying.content) and min(saying.source) > max(saying.content)


def _before(tree: Tree, sayings: Sequence[Saying], saying: Saying) -> tuple[int, ...]:
    """The source of the saying just before, if it stands in the same sentence and this cue is a participle."""
    token = tree.tokens[saying.verb]
    if not sayings or (token.text.lower() not in _ADDING and saying.rule != "silence"):
        return ()
    last = sayings[-1]
    return last.source if tree.tokens[last.verb].sentence == token.sentence else ()
