"""Names of places worn down to what tells them from others, so that spellings meet."""

import re
from functools import lru_cache

from anyascii import anyascii

from hearsay import lexicons

_MARKS = re.compile(r"['’‘`ʻʿʾʼ.\"]")
_GAPS = re.compile(r"[^a-z0-9]+")
_ENDED = re.compile(r"(?<=\w\w[ae])h$")  # Raqqah and Raqqa
_DOUBLED = re.compile(r"(.)\1+")
_SOUNDS = str.maketrans({"o": "u", "e": "i", "y": "i", "q": "k", "w": "v"})
_SMALL = frozenset(lexicons.load("place")["folding"]["small"])


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Latin letters without case, accents and apostrophes; hyphens are spaces.

    >>> fold("Deir ez-Zor"), fold("Sana'a"), fold("Kyïv")
    ('deir ez zor', 'sanaa', 'kyiv')
    """
    text = name if name.isascii() else anyascii(name)
    return _GAPS.sub(" ", _MARKS.sub("", text.lower())).strip()


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """What the usual spellings of a name share: three vowels, no doubled letters, no article, no gaps.

    >>> key("Khan Sheikhoun") == key("Khān Shaykhūn"), key("Raqqa") == key("ar-Raqa"), key("Deir ez-Zor") == key("Dayr az-Zawr")
    (True, True, False)
    """
    words = fold(name).split()
    telling = [word for word in words if word not in _SMALL]
    joined = "".join(_ENDED.sub("", word) for word in (telling if sum(map(len, telling)) > 2 else words))
    return _DOUBLED.sub(r"\1", joined.translate(_SOUNDS).replace("ai", "i").replace("ph", "f"))
