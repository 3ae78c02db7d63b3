"""How two places lie to each other."""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from hearsay.lexicons import load
from hearsay.records import Spot

_EARTH_KM = 6371.0
_LEAST_ALIKE = 0.5


@lru_cache(maxsize=100_000)
def relate(left: Spot, right: Spot) -> str:
    """Name of the weight in linking.toml that says how the two lie: same_place ... other_place, or "apart" if they cannot be one event."""
    if left.country and right.country and left.country != right.country:
        return "apart"
    if left.is_country or right.is_country:
        return "same_country" if (left.country and left.country == right.country) or left.name == right.name else "unrelated"
    gap_km = _gap_km(left, right)
    if gap_km is not None and left.is_exact and right.is_exact:
        return _by_gap(left, right, gap_km)
    if left.name == right.name:
        return "same_place" if left.is_exact == right.is_exact else "inside_place"
    if left.admin1 and left.admin1 == right.admin1 and not (left.is_exact and right.is_exact):
        return "inside_place"
    if _is_alike(left.name, right.name):
        return "same_place"
    return "far_place" if gap_km is not None and _is_beyond(left, right, gap_km) else "other_place"


def is_about(region: Spot, place: Spot) -> bool:
    """True if the place lies as near the region's middle as the region reaches."""
    gap_km = None if region.country != place.country else _gap_km(region, place)
    return gap_km is not None and place.is_exact and not region.is_exact and gap_km <= region.slack_km


def _by_gap(left: Spot, right: Spot, gap_km: float) -> str:
    limits = load("linking")["limits"]
    gap_km = max(0.0, gap_km - (left.slack_km + right.slack_km))
    if gap_km <= 1.0 or (left.name == right.name and gap_km <= limits["near_km"]):
        return "same_place"
    if gap_km <= limits["near_km"]:
        return "near_place"
    return "far_place" if gap_km <= limits["far_km"] else "apart"


def _is_beyond(left: Spot, right: Spot, gap_km: float) -> bool:
    """True if the two are far apart wherever in their regions the thing was; a region without a size may reach anywhere."""
    is_bounded = all(spot.is_exact or spot.slack_km for spot in (left, right))
    far_km: float = load("linking")["limits"]["far_km"]
    return is_bounded and gap_km - (left.slack_km + right.slack_km) > far_km


def _gap_km(left: Spot, right: Spot) -> float | None:
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    lat, other = radians(left.lat), radians(right.lat)
    half_lat, half_lon = (other - lat) / 2, radians(right.lon - left.lon) / 2
    chord = sin(half_lat) ** 2 + cos(lat) * cos(other) * sin(half_lon) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(chord)))


def _is_alike(left: str, right: str) -> bool:
    """One holds the other's words ("Panjshir", "Panjshir Valley"), or they are spelt alike ("Tukhar", "Tokhar")."""
    ours, theirs = set(left.split()), set(right.split())
    if ours <= theirs or theirs <= ours:
        return True
    pairs, others = _letter_pairs(left), _letter_pairs(right)
    return len(pairs & others) >= _LEAST_ALIKE * max(len(pairs), len(others))


@lru_cache(maxsize=100_000)
def _letter_pairs(name: str) -> frozenset[str]:
    padded = f" {name} "
    return frozenset(padded[index : index + 2] for index in range(len(padded) - 1))
