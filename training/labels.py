"""The label sets that the reader knows, in the order of the network's outputs."""

UPOS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X")

DEPREL = tuple(
    "root acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop csubj csubj:outer "
    "csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj "
    "nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct reparandum vocative xcomp".split()
)

NAMES = ("person", "organisation", "location", "facility", "norp", "date", "weapon", "money", "product", "misc")
BIO = ("O", *(f"{prefix}-{name}" for name in NAMES for prefix in "BI"))

ROLES = ("none", "source", "content", "cue")


def upos_id(tag: str) -> int:
    return UPOS.index(tag)


def deprel_id(relation: str) -> int:
    base = relation.split(":", maxsplit=1)[0]
    return DEPREL.index(relation if relation in DEPREL else base if base in DEPREL else "dep")


def bio_ids(tag: str, names: tuple[str, ...]) -> frozenset[int]:
    """The ids that a corpus's tag ("B-x") may stand for, given the names that its x may mean."""
    return frozenset(BIO.index(f"{tag[0]}-{name}") for name in names)
