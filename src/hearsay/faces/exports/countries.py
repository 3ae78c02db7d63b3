"""What other codings call a country (lexicons/en/country.toml)."""

from dataclasses import dataclass
from functools import cache

from hearsay.lexicons import load


@dataclass(frozen=True, slots=True)
class Country:
    """``number``: ISO 3166-1's; ``gw``: Gleditsch and Ward's; None where there is none. ``ucdp``/``acled``: its name in their data; the regions are
    "" where not known."""

    code: str
    iso3: str
    number: int | None
    gw: int | None
    name: str
    ucdp: str
    acled: str
    acled_region: str
    ucdp_region: str


@cache
def country(code: str | None) -> Country | None:
    """The country of an ISO 3166-1 alpha-2 code, None if there is none in the table.

    >>> found = country("AF")
    >>> found and (found.iso3, found.gw, found.ucdp_region)
    ('AFG', 700, 'Asia')
    """
    row = load("country")["countries"].get(code)
    if code is None or row is None:
        return None
    name, gw = row["name"], row.get("gw")
    names = row.get("ucdp", name), row.get("acled", name)
    return Country(code, row["iso3"], row.get("number"), gw, name, *names, row.get("acled_region", ""), _region(code, gw))


def _region(code: str, gw: int | None) -> str:
    """UCDP's region: by the number of the state."""
    for name, (first, last) in load("country")["ucdp_regions"].items():
        if gw is not None and first <= gw <= last:
            return str(name)
    return str(load("country")["ucdp_territories"].get(code, ""))
