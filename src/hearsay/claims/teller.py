"""Whose word a count or a happening is: the voices of the sayings that hold it, and the outlet."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from hearsay import lexicons
from hearsay.claims.attribution import by_word, inward, sayings_of
from hearsay.claims.count import Count
from hearsay.claims.doubts import Doubt
from hearsay.claims.participants import parties
from hearsay.claims.phrases import Tree, is_nobody
from hearsay.claims.quotes import quotations
from hearsay.claims.rebuttals import clause_of, is_judged, is_of_accusation, is_of_figure, rebuttals
from hearsay.claims.saying import Saying
from hearsay.claims.silences import Silence
from hearsay.claims.sources import head_of
from hearsay.claims.stances import is_neither, stance_of
from hearsay.claims.telling import Telling
from hearsay.claims.voices import Voices, outlet_voice
from hearsay.records import Party, Voice
from hearsay.records.claim import SPOKEN, Stance

_FIRST_PERSON = frozenset(lexicons.load("pronoun")["first_person"]["words"])
_SPEECH = lexicons.load("speech")["performative"]
_TEXTS, _OWN, _PERFORMATIVE = frozenset(_SPEECH["texts"]), frozenset(_SPEECH["own"]), frozenset(_SPEECH["verbs"])
_TALK = frozenset(row["type"] for row in lexicons.load("happening_talk")["row"])
_ACTS = SPOKEN | {"offer"}  # whoever does one speaks by it
_SINGULAR = frozenset(("i", "me", "my"))
Chain = tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A count or a happening with its voices. ``is_ours``: a "we" tells of it that is nobody but the outlet."""

    chain: Chain
    stance: Stance
    rule: str
    is_ours: bool = False


class Teller:
    """Answers, for a word of the report, whose word it is."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        found = sayings_of(tree)
        self._sayings = [saying for saying in found if not _is_nobodys(tree, saying)]
        self._unsaid = {k for saying in found if saying not in self._sayings for k in saying.content}
        self._holding = by_word(self._sayings)
        self._voices = Voices(tree, self._sayings)
        self._outlet = outlet_voice(tree.reading.document)
        self._speaking = {k for s in self._sayings for k in range(min(s.source), max(*s.source, s.cue[0]) + 1) if k not in s.content}
        self._rebuttals = list(rebuttals(tree, self._sayings))
        self._denials = {id(denied): denial for denial, denied in self._rebuttals if denied is not None}
        self._quoted = {k for span in quotations(tree.reading) for k in range(*span)}
        self._numbers = {id(saying): number for number, saying in enumerate(self._sayings)}

    def told(self, word: int, *, act: str = "", is_own: bool = False) -> Told:
        """``is_own``: the word is itself a cue, of a voice that tells of its own deed ("claimed responsibility"). ``act``: the word is of a
        happening of this type, which is no part of what somebody is silent on, nor of the act of speaking that it is itself ("announced a truce")."""
        sayings = [s for s in inward(self._holding.get(word, ())) if not (act and self._is_itself(s, word, is_talk=act in _TALK))]
        own = [s for s in self._sayings if is_own and word in s.cue]
        sayings = own + [s for s in sayings if s not in own]
        chain: list[Voice] = []
        for saying in sayings:
            for voice in map(self._meant, self._voices.of(self._numbers[id(saying)]), repeat(saying)):
                is_self = is_first_person(voice.name)  # "We counted nine", the chief said
                if voice.name not in [c.name for c in chain] and not is_self and not (chain and self._is_own(voice)):
                    chain.append(voice)
        is_ours = bool(sayings) and not chain
        if not chain or chain[-1].name.casefold() != self._outlet.name.casefold():
            chain.append(self._outlet)
        return Told(tuple(chain), stance_of(self._tree, sayings, word), sayings[0].rule if sayings else "outlet", is_ours)

    def _meant(self, voice: Voice, saying: Saying) -> Voice:
        """Whom "I", or the "we" of a quotation, means that nobody is said to have spoken: whoever spoke last."""
        is_one = voice.name.lower() in _SINGULAR or saying.verb in self._quoted
        return self._voices.last(saying.verb) or voice if is_first_person(voice.name) and is_one else voice

    def told_of(self, telling: Telling) -> Told:
        """Whose word a happening is. Who accuses, demands or threatens speaks by it, though but the outlet tells of it: "The union accused the
        army". Who accuses does so whoever tells of it, if named."""
        told = self.told(telling.trigger, act=telling.type, is_own=telling.rule in _OWN)
        is_act = (
            (telling.type in _ACTS or telling.rule == "breakdown.rule_out")
            and bool(telling.actors)
            and telling.actors[0].surface.lower().split()[-1] not in _TEXTS
        )
        is_carried = telling.rule in _OWN and bool(telling.actors) and all(telling.trigger not in saying.cue for saying in self._sayings)
        is_blame = telling.type == "accusation" and bool(telling.actors) and telling.actors[0].surface[:1].isupper()
        is_act &= len(told.chain) == 1 or is_blame  # "officials said that Amara had blamed the army"
        voice = self._acting(telling.actors[0], telling.trigger) if is_carried or is_act else None
        if voice is None or voice.name in [known.name for known in told.chain]:
            return told
        return replace(told, chain=(voice, *told.chain), rule="act")

    def _acting(self, actor: Party, verb: int) -> Voice | None:
        """The voice of a party; None if it is the outlet's own, or nobody's."""
        words = [t.index for t in self._tree.tokens if actor.start <= t.start < actor.end]
        voice = self._voices.named(words, verb) if words else self._outlet
        is_name = actor.name[:1].isupper() and not actor.name.isupper()
        if is_name and _last(actor.name) not in letters(voice.name) and _last(voice.name) not in letters(actor.name):
            voice = replace(voice, name=actor.name, role=None, of=None)  # whom the words mean is known better than who has spoken
        return None if self._is_own(voice) or is_first_person(voice.name) else voice

    def without_speaker(self, telling: Telling) -> Telling:
        """Without the person who tells of it among those who did it, drawn in by a lost comma: "were killed said the head Jan Dahl"."""
        if telling.type in SPOKEN or telling.type in _TALK:
            return telling
        told = [k for saying in self._holding.get(telling.trigger, ()) if saying.rule == "voices" for k in saying.source]
        named = ((k, self._tree.name_at(k)) for k in told)
        spoken = {self._tree.tokens[k].start for k, name in named if name is not None and name.kind == "person"}
        heads = [party for party in telling.actors if any(party.start <= start < party.end for start in spoken)]
        return replace(telling, actors=tuple(party for party in telling.actors if party not in heads)) if heads else telling

    def is_unsaid(self, word: int) -> bool:
        """Whether a word is of what nobody says: "no group has said that it did"; what such words only name ("no claim for the raid") is told."""
        token = self._tree.tokens[word]
        verb = token.head if token.relation == "obj" else word
        return {word, verb} <= self._unsaid and self._tree.tokens[verb].upos == "VERB"

    def denied(self, count: Count, told: Collection[int]) -> Told | None:
        """Who denies a count that another voice has given, with no more than "it" or "the report"; None if nobody does. ``told``: the words of the
        happenings. Who denies a happening denies that, and repeats no number (denials)."""
        given = inward(self._holding.get(word_of(count), ()))
        denial = self._denials.get(id(given[0])) if given and not count.is_declined else None
        if denial is not None and is_of_accusation(self._tree, denial):
            return None  # being blamed is denied (denials)
        if denial is not None and not is_of_figure(self._tree, denial) and not given[0].content.isdisjoint(told):
            return None
        voices = self._voices.of(self._numbers[id(denial)]) if denial is not None else ()
        return Told((*voices, self._outlet), _stance(self._tree, denial), "rebuttal") if denial is not None and voices else None

    def denials(self, tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Told]]:
        """Who denies a happening that another voice has told, or a charge, with no more than "it" or "the charge"; the clause is the denial's."""
        for denial, denied in self._rebuttals:
            voices = self._voices.of(self._numbers[id(denial)])
            if not voices or is_of_figure(self._tree, denial):
                continue
            inside = {*denied.cue, *denied.content} if denied is not None else set()
            held = [t for t in tellings if t.trigger in inside and t.realis in ("actual", "ongoing")]
            held.sort(key=lambda t: sum(above.index in inside for above in self._tree.ancestors(t.trigger)))  # what the clause is of goes first
            around = self.told(denial.verb).chain  # "We deny it", the minister said
            chain = around if len(around) > 1 and is_first_person(voices[0].name) else (*voices, self._outlet)
            first, last = clause_of(self._tree, denial)
            for telling in self._blame(denial, held)[:1]:
                told = Told(chain, _stance(self._tree, denial), "rebuttal")
                yield replace(telling, trigger=denial.verb, first=first, last=last, rule="rebuttal"), told

    def _blame(self, denial: Saying, held: Sequence[Telling]) -> list[Telling]:
        """What is denied, likeliest first: being blamed, or what was told; a charge of which no more is known."""
        blame = [t for t in held if t.type == "accusation"]
        tokens = self._tree.tokens
        is_apposed = bool(held) and tokens[held[0].trigger].sentence == tokens[denial.verb].sentence  # "..., a charge that the army denied"
        if is_apposed or not is_of_accusation(self._tree, denial):
            return [*blame, *held]
        accused = tuple(parties(self._tree, [head_of(self._tree, denial.source)]))
        if not accused or is_judged(self._tree, denial):
            return blame
        return [*blame, Telling("accusation", denial.verb, 0, 0, "actual", (), accused, (), "rebuttal")]

    def doubting(self, doubt: Doubt) -> Told:
        """The chain of a doubt: the voice that could not verify, if it is another than the outlet, and the outlet."""
        voice = self._voices.named(doubt.source, doubt.verb) if doubt.source else self._outlet
        is_outlet = voice is self._outlet or self._is_own(voice) or is_first_person(voice.name)
        return Told((self._outlet,) if is_outlet else (voice, self._outlet), "doubts", "doubt")

    def silent(self, silence: Silence) -> Told:
        """The chain of a refusal to comment."""
        voice = self._voices.named(silence.source, silence.verb)
        return Told((self._outlet,) if self._is_own(voice) else (voice, self._outlet), "declines", "comment")

    def is_speaker(self, count: Count) -> bool:
        """Whether a single person "killed" is but the one who speaks, drawn in by a slip of the tree: "... were killed, Karim Haddad said"."""
        if not count.rule.endswith(".single") or self._tree.tokens[count.first].text.lower() == "whose":
            return False
        speaker = self.told(word_of(count)).chain[0].name
        return not self._speaking.isdisjoint(range(count.first, count.last)) or [speaker] == [party.name for party in count.victims]

    def _is_itself(self, saying: Saying, word: int, *, is_talk: bool) -> bool:
        token = self._tree.tokens[word]
        is_object = token.relation in ("obj", "obl", "nmod") and token.head == saying.verb
        verb = self._tree.tokens[saying.verb].lemma.lower()
        return token.upos != "VERB" and (saying.rule == "silence" or (is_talk and is_object and verb in _PERFORMATIVE))

    def _is_own(self, voice: Voice) -> bool:
        """The outlet's own reporter or sources carry nothing that the outlet does not."""
        outlet = letters(self._outlet.name.casefold().removeprefix("the "))
        text = self._tree.reading.document.text[voice.start : voice.start + len(self._outlet.name)]
        if voice.surface and letters(text) == letters(self._outlet.name):
            return True  # "Myanmar" of "told Myanmar Now"
        return len(outlet) > 2 and (outlet in letters(voice.surface) or outlet in letters(voice.name))


def _is_nobodys(tree: Tree, saying: Saying) -> bool:
    """ "No group has said"."""
    return any(is_nobody(tree, tree.tokens[k]) for k in saying.source if tree.tokens[k].head not in saying.source)


def _stance(tree: Tree, denial: Saying) -> Stance:
    return "declines" if is_neither(tree, denial) else "denies"


def is_first_person(word: str) -> bool:
    """ "We", "us"; not the US."""
    return word.lower() in _FIRST_PERSON and word != "US"


def letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _last(name: str) -> str:
    return letters(name.rsplit(maxsplit=1)[-1])


def word_of(count: Count) -> int:
    return count.last - 1 if count.is_declined or count.rule in ("harm.toll", "harm.put", "harm.named.single") else count.harm
