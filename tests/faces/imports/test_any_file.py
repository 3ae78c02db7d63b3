"""Whatever is in a file, reading it gives reports or one plain fault, and never anything else."""

import json
import random

import pytest

from hearsay.faces.exports import write
from hearsay.faces.imports import ImportFileError, compare, read

_JUNK: list[object] = [None, True, -1, 10**12, 1.5, "", "x", "attack", [], {}, [[]], {"id": 1}, "\u0000", "\ud83d\ude00"]


@pytest.fixture(scope="module", params=["label-studio", "doccano"])
def tasks(request, holdings, tmp_path_factory):
    out = tmp_path_factory.mktemp("any") / "out"
    write(holdings, to=request.param, out=out)
    if request.param == "doccano":
        return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()][:2]
    made = json.loads((out / "tasks.json").read_text(encoding="utf-8"))[:2]
    return [task | {"annotations": [{"result": task["predictions"][0]["result"]}]} for task in made]


def spoil(value, chance: random.Random):
    """The same with something in it taken out or made something else."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(sorted(value))
        if chance.random() < 0.15:
            return {name: one for name, one in value.items() if name != key}
        return value | {key: spoil(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.95:
        place = chance.randrange(len(value))
        return [spoil(one, chance) if number == place else one for number, one in enumerate(value)]
    return chance.choice(_JUNK)


@pytest.mark.parametrize("seed", range(150))
def test_a_spoilt_file_is_read_or_refused(tasks, seed, tmp_path):
    chance = random.Random(seed)  # noqa: S311 - the same each time
    spoilt = spoil(tasks, chance)
    path = tmp_path / "back.json"
    text = json.dumps(spoilt) if "data" in tasks[0] else "\n".join(json.dumps(one) for one in (spoilt if isinstance(spoilt, list) else [spoilt]))
    path.write_text(text, encoding="utf-8")
    told = said(path)
    assert told is None or told.strip()


def said(path):
    """What is wrong with the file; None if nothing is."""
    try:
        for one in read(path):
            if one.regions is not None:
                compare(one.marks, one.regions, one.text)
    except (ImportFileError, ValueError) as fault:
        return str(fault)
    return None
