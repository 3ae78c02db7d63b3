"""What a person changed: the marks as they were exported against the regions that came back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hearsay.faces.exports.marks import MEASURES, Mark
from hearsay.faces.imports.regions import Region

_FIGURE = "figure"


@dataclass(slots=True)
class Corrections:
    """``changes``: by claim what is to be amended, None if it is not in its report. What has no place in the ledger is only counted: ``added``
    regions that no claim has, and ``moved`` ones that stand elsewhere now."""

    changes: dict[str, dict[str, str] | None] = field(default_factory=dict)
    added: int = 0
    moved: int = 0


def compare(marks: Sequence[Mark], regions: Sequence[Region], text: str) -> Corrections:
    """What was changed in one report. A region is a mark's by its id; if the tool keeps no ids, by its place, and then by words that overlap. Raises
    ValueError if something cannot be told."""
    made, pairs = Corrections(), _pairs(marks, regions)
    claims = [mark for mark in marks if mark.kind == "claim"]
    if len(claims) > 1 and not any(mark.mark_id in pairs for mark in claims):
        raise ValueError("no claim of it is marked any more: begin from what was exported; if none stands, reject them with `hearsay review reject`")
    voices = {mark.mark_id: (mark.start, mark.end) for mark in marks}
    for mark in marks:
        region = pairs.get(mark.mark_id)
        if mark.kind == "voice":
            continue
        if region is None:
            _delete(mark, marks, made)
        elif region.kind != mark.kind:
            raise ValueError(f"{mark.claim_id}: what is marked as a {mark.kind} was made a {region.kind}: delete it and mark it anew instead")
        else:
            made.moved += (region.start, region.end) != (mark.start, mark.end)
            _change(mark, _changed(mark, region, voices.get(mark.said_by), text), made)
    taken = {id(region) for region in pairs.values()}
    made.added = sum(id(region) not in taken for region in regions if region.kind != "voice")
    return made


def _pairs(marks: Sequence[Mark], regions: Sequence[Region]) -> dict[str, Region]:
    """Each mark's region, if it has one. Marks with the same words and label may share one."""
    named = {region.region_id: region for region in regions if region.region_id}
    found = {mark.mark_id: named[mark.mark_id] for mark in marks if mark.mark_id in named}
    free = [region for region in regions if not region.region_id]
    for is_alike in (_is_equal, _is_placed, _is_near):
        shared = is_alike is _is_equal
        for mark in marks:
            if mark.mark_id in found:
                continue
            taken = set() if shared else {id(region) for region in found.values()}
            fitting = [region for region in free if id(region) not in taken and is_alike(mark, region)]
            if fitting:
                found[mark.mark_id] = fitting[0]
                _share(mark, marks, found, fitting[0])
    return found


def _share(mark: Mark, marks: Iterable[Mark], found: dict[str, Region], region: Region) -> None:
    """Marks that were one entity in the file go with it together."""
    for other in marks:
        if other.mark_id not in found and (other.start, other.end, other.label) == (mark.start, mark.end, mark.label):
            found[other.mark_id] = region


def _is_equal(mark: Mark, region: Region) -> bool:
    return _is_placed(mark, region) and all(mark.fields.get(key) == value for key, value in region.fields.items())


def _is_placed(mark: Mark, region: Region) -> bool:
    return mark.kind == region.kind and (mark.start, mark.end) == (region.start, region.end)


def _is_near(mark: Mark, region: Region) -> bool:
    """The same kind of mark, of the same type or measure, on words that overlap: its ends were moved."""
    same = all(mark.fields.get(key) == region.fields.get(key) for key in ("type", "measure"))
    return mark.kind == region.kind and same and mark.start < region.end and region.start < mark.end


def _delete(mark: Mark, marks: Iterable[Mark], made: Corrections) -> None:
    """A claim whose words are no longer marked is not in the report; nor is one that only gives a figure, if that is gone. Another claim whose figure
    is gone gives no number there."""
    if mark.kind == "claim":
        made.changes[mark.claim_id] = None
    elif made.changes.get(mark.claim_id, {}) is not None:
        own = [other for other in marks if other.claim_id == mark.claim_id]
        if len(own) == 2 and any(other.fields.get("type") == "toll" for other in own):
            made.changes[mark.claim_id] = None
        else:
            _change(mark, {"low": "", "high": ""}, made)


def _change(mark: Mark, told: dict[str, str], made: Corrections) -> None:
    if told and made.changes.get(mark.claim_id, {}) is not None:
        prefix = f"{mark.number}." if mark.kind == _FIGURE else ""
        known = made.changes.get(mark.claim_id) or {}
        made.changes[mark.claim_id] = known | {f"{prefix}{key}": value for key, value in told.items()}


def _changed(mark: Mark, region: Region, voice: tuple[int, int] | None, text: str) -> dict[str, str]:
    """The fields that are otherwise; the speaker too if the claim was tied to another voice."""
    told = dict(_differences(mark, region))
    if mark.kind == "claim" and region.said_by is not None and region.said_by != voice:
        told["speaker"] = " ".join(text[slice(*region.said_by)].split())
    return told


def _differences(mark: Mark, region: Region) -> Iterator[tuple[str, str]]:
    for key, value in region.fields.items():
        if value != mark.fields.get(key, ""):
            if key in ("low", "high") and value and not value.replace(",", "").isdecimal():
                raise ValueError(f'{key} of a {region.fields.get("measure", MEASURES[0])} figure is "{value:.40}": write a whole number, or nothing')
            yield key, value
