"""Builds the lemma table: what the rules of ``hearsay.reading.lemmas`` get wrong on the treebanks, by form and tag."""

import collections
from collections.abc import Iterable
from pathlib import Path

from hearsay.reading.lemmas import by_rule
from training.corpora import rows_of

TREEBANKS = ("language/ewt-train.jsonl.gz", "language/gum-train-open.jsonl.gz")
TAGS = ("NOUN", "VERB", "AUX", "ADJ", "ADV", "PRON", "DET", "NUM")


def table(root: Path) -> dict[str, str]:
    """ "form|TAG" -> lemma, lower case, for every form whose commonest lemma is not what the rule gives."""
    seen: dict[tuple[str, str], collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for form, tag, lemma in _words(root):
        seen[form.lower(), tag][lemma.lower()] += 1
    out = {}
    for (form, tag), lemmas in sorted(seen.items()):
        best = lemmas.most_common(1)[0][0]
        if best != by_rule(form, tag):
            out[f"{form}|{tag}"] = best
    return out


def _words(root: Path) -> Iterable[tuple[str, str, str]]:
    for path in TREEBANKS:
        for row in rows_of(root / path):
            for form, tag, lemma in zip(row["form"], row["upos"], row["lemma"], strict=True):
                if tag in TAGS and form.isascii() and any(c.isalpha() for c in form):
                    yield form, tag, lemma
