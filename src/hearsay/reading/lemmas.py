"""The dictionary form of a word: a table of exceptions from the treebanks, and rules of English endings."""

from collections.abc import Mapping

from hearsay import lexicons

_VOWELS = "aeiou"
_ENDING = lexicons.load("ending")
_DOUBLED, _WHOLE, _AFTER_VOWEL, _AFTER_ANY = (tuple(_ENDING["verb"][n]) for n in ("doubled", "whole", "after_vowel", "after_any"))

_PLURALS, _NO_MEN = frozenset(f"{noun}s" for noun in _ENDING["noun"]["with_s"]), frozenset(_ENDING["noun"]["no_men"])
_KNOWN: dict[str, str] = {form: verb for verb, forms in _ENDING["irregular"].items() for form in forms}
_KNOWN |= {f"{verb[:-1]}{ending}": verb for verb in _ENDING["regular"]["with_e"] for ending in ("ed", "ing")}
_KNOWN |= {f"{verb}{last}{ending}": verb for verb in _ENDING["regular"]["without_e"] for last in ("", verb[-1]) for ending in ("ed", "ing")}


def lemma_of(form: str, tag: str, exceptions: Mapping[str, str]) -> str:
    """The lemma of ``form`` with the universal tag ``tag``; names keep their letters.

    >>> lemma_of("soldiers", "NOUN", {}), lemma_of("Fled", "VERB", {"fled|VERB": "flee"}), lemma_of("Herat", "PROPN", {})
    ('soldier', 'flee', 'Herat')
    """
    if tag in ("PROPN", "X", "PUNCT", "SYM"):
        return form
    low = form.lower().replace("’", "'")
    known = _KNOWN.get(low) if tag == "VERB" else None
    is_plain = tag == "NOUN" and low in _PLURALS  # "bases" is more often of "base" than of "basis"
    return known or (not is_plain and exceptions.get(f"{low}|{tag}")) or by_rule(low, tag)


def by_rule(form: str, tag: str) -> str:
    """The lemma by endings alone."""
    low = form.lower()
    if tag == "NOUN":
        return _singular(low)
    if tag in ("VERB", "AUX"):
        return _infinitive(low)
    return low


def _singular(word: str) -> str:
    if word in _PLURALS:
        return word[:-1]
    if word.endswith("men") and len(word) > 4 and word not in _NO_MEN:
        return word[:-3] + "man"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ics", "news")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _infinitive(word: str) -> str:
    if word in ("dying", "lying", "tying"):
        return word[0] + "ie"
    if word.endswith("ing") and len(word) > 5:
        return _stem(word[:-3])
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("eed"):
        return word[:-1] if word.endswith("reed") else word
    if word.endswith("ed") and len(word) > 4:
        return _stem(word[:-2])
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return _singular(word) if len(word) > 3 else word
    return word


def _stem(stem: str) -> str:
    """What is left of a verb when -ing or -ed is off: "stopp" to "stop", "seiz" to "seize", "attack" as it is."""
    if stem.endswith(_DOUBLED):
        return stem[:-1]
    if stem.endswith(_WHOLE):
        return stem
    is_short = len(stem) > 2 and stem[-1] not in _VOWELS and stem[-2] in _VOWELS and stem[-3] not in _VOWELS
    return stem + "e" if stem.endswith(_AFTER_VOWEL if is_short else _AFTER_ANY) else stem
