"""Which types of happenings can tell of one event (linking.toml)."""

from functools import cache

from hearsay.lexicons import load


@cache
def families(types: frozenset[str]) -> frozenset[str]:
    """The families that any of the types is in."""
    return _groups("families", types)


@cache
def kin(types: frozenset[str]) -> frozenset[str]:
    """The groups of words for one thing that any of the types is in."""
    return _groups("kin", types)


def _groups(table: str, types: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name, those in load("linking")[table].items() if types & frozenset(those))
