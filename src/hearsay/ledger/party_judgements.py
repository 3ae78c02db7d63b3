"""Judgements about parties: that two names are one party, or that they are two."""

from rapidfuzz.process import extractOne

from hearsay.ledger.folding import hold
from hearsay.ledger.judgements import judgements, write
from hearsay.ledger.roll import Listed, enrol
from hearsay.ledger.rulings import Identities, identity
from hearsay.ledger.store import Ledger
from hearsay.lexicons import naming
from hearsay.records import Judgement, Problem
from hearsay.records.judgement import PartyVerb

_CLOSE = 70.0  # how like a name of the ledger is at least that is offered for an unknown one


def merge(ledger: Ledger, left: str, right: str, by: str) -> Judgement | Problem:
    """Judge that two parties of the ledger are one, which goes under the name of ``left``. A Problem, and nothing written, if a name is unknown, they
    are one already, or a judgement says that they are two. It holds for reports posted later too."""
    bench = _Bench(ledger)
    one, other = bench.find(left), bench.find(right)
    if one is None or other is None:
        return bench.unknown(left if one is None else right)
    if one is other:
        return bench.refuse("one-already", f"{left!r} and {right!r} are one party already")
    if split_by := bench.split_by(one.name, other.name):
        return bench.refuse("split", f"judgement {split_by} says that {left!r} and {right!r} are two: undo that first")
    return bench.write("merge", (one.name, other.name), by)


def split(ledger: Ledger, left: str, right: str, by: str) -> Judgement | Problem:
    """Judge that two names are not one party: ``right`` is a party of the ledger, or a name or words that ``left`` was read from. A Problem, and
    nothing written, if a name is unknown, a judgement has merged them, or the two are the same words. It holds for reports posted later too."""
    bench = _Bench(ledger)
    one = bench.find(left)
    other = bench.find(right, first=one)
    if one is None or other is None:
        return bench.unknown(left if one is None else right)
    if split_by := bench.split_by(one.name, right if one is other else other.name):
        return bench.refuse("split-already", f"judgement {split_by} has split {left!r} and {right!r} already")
    if one is not other:
        return bench.write("split", (one.name, other.name), by)
    if merged_by := bench.merged_by(right):
        return bench.refuse("merged", f"{right!r} was merged into {one.name!r} by judgement {merged_by}: undo that instead")
    if naming.key(right) == naming.key(one.name):
        return bench.refuse("same-words", f"{left!r} and {right!r} are the same words, which cannot be told apart")
    return bench.write("split", (one.name, right), by)


class _Bench:
    """What a judgement is checked against: the ledger's parties, and the judgements that stand."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.made = judgements(ledger)
        self._standing = [one for one in self.made if one.undone_by is None]
        self._identities = Identities(self._standing)
        self._listed = enrol(hold(ledger).claims, self._standing)

    def find(self, name: str, *, first: Listed | None = None) -> Listed | None:
        """The party that goes by the name, else one that was read from these words: ``first`` before others."""
        key, words = self._identities.of(name), naming.key(name)
        named = next((one for one in self._listed if one.key == key), None)
        ordered = (first, *self._listed) if first else self._listed
        return named or next((one for one in ordered if words in map(naming.key, one.aliases)), None)

    def split_by(self, left: str, right: str) -> int | None:
        """The judgement that says that the two are not one."""
        pair = {self._identities.of(left), self._identities.of(right)}
        splits = (one for one in self._standing if one.verb == "split")
        return next((one.judgement_id for one in splits if {self._identities.of(one.left), self._identities.of(one.right)} == pair), None)

    def merged_by(self, name: str) -> int | None:
        """The judgement that merged the party of this name into another."""
        merges = (one for one in self._standing if one.verb == "merge")
        return next((one.judgement_id for one in merges if identity(one.right) == identity(name)), None)

    def refuse(self, code: str, wrong: str) -> Problem:
        """Say what is wrong; nothing was written."""
        return Problem(code, f"{wrong}. Nothing was changed.", self._ledger.name)

    def unknown(self, name: str) -> Problem:
        """Say that nobody goes by the name, and who has a name like it."""
        near = extractOne(name, [one.name for one in self._listed], score_cutoff=_CLOSE)
        hint = f"; did you mean {near[0]!r}?" if near else f": `hearsay parties --all --ledger {self._ledger.argument}` lists those there are"
        return self.refuse("unknown-party", f"no party goes by the name {name!r}{hint}".removesuffix("?"))

    def write(self, verb: PartyVerb, names: tuple[str, str], by: str) -> Judgement:
        """Append the judgement."""
        return write(self._ledger, verb, names, by)
