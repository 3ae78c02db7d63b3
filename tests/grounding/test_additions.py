"""Files of places that a user adds: three forms, faults told by their lines, and nothing half done."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.grounding import gazetteer
from hearsay.grounding.additions import add
from hearsay.grounding.gazetteer import GazetteerError

DUMP = "9000001\tDarreh-ye Zard\tDarreh-ye Zard\tYellow Valley,Зард,زرد,黄谷\t35.31\t69.52\tP\tPPL\tAF\t\t42\t\t\t\t410\t\t\tAsia/Kabul\t2020-01-01\n"
RECORD = {
    "wof_id": 1999000001,
    "name": "Tape Sorkh",
    "placetype": "locality",
    "lat": 35.2,
    "lon": 69.4,
    "names": {"eng_x_variant": ["Red Hill Village"], "fas_x_preferred": ["تپه سرخ"]},
    "parent": [{"country_id": 1, "region_id": 2}],
    "pop": None,
}
TABLE = "name,lat,lon,also,country,kind,population\nCamp Ashur,36.41,42.90,Ashur Camp|Kamp Aschur,IQ,town,3000\nPost 17,36.44,42.95,,IQ,site,\n"


@pytest.fixture(autouse=True)
def _own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A gazetteer of the user's own in a folder of the test."""
    monkeypatch.setenv("HEARSAY_GAZETTEER", str(tmp_path / "own" / "places.sqlite"))
    forget()
    yield
    monkeypatch.undo()
    forget()


def forget() -> None:
    """As in a new process."""
    gazetteer.find.cache_clear()
    gazetteer._files.cache_clear()


def put(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (DUMP, "Darreh-ye Zard", "AF"),
        (DUMP, "Yellow Valley", "AF"),
        (DUMP, "Зард", "AF"),
        (DUMP, "黄谷", "AF"),
        (json.dumps(RECORD, ensure_ascii=False) + "\n", "Red Hill Village", None),
        (TABLE, "Camp Ashur", "IQ"),
        (TABLE, "Kamp Aschur", "IQ"),
    ],
)
def test_three_forms_and_names_in_any_script(tmp_path: Path, text: str, name: str, country: str | None) -> None:
    added = add(put(tmp_path / "file", text))
    forget()
    found = [entry for entry in gazetteer.find(name) if entry.entry_id.split(":")[1] in ("9000001", "1999000001", "3000000000")]
    assert added.places >= 1
    assert [entry.country for entry in found] == [country]


def test_the_region_of_a_dump_is_the_one_that_is_there(tmp_path: Path) -> None:
    add(put(tmp_path / "AF.txt", DUMP))
    forget()
    assert gazetteer.region_name(gazetteer.find("Darreh-ye Zard")[0].region) == "Panjshir"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (DUMP + DUMP[:40], 2, "columns"),
        (DUMP.replace("35.31", "95.31"), 1, "latitude is 95.31"),
        (DUMP.replace("69.52", "east"), 1, "no two numbers"),
        (DUMP.replace("9000001", "one"), 1, "id is 'one'"),
        (DUMP + "a\tb\tc\n", 2, "has 3 columns"),
        ('{"wof_id": 1, "name": "A"}\n', 1, "lacks placetype, lat, lon"),
        (json.dumps(RECORD)[:50] + "\n", 1, "is no JSON"),
        ("place,north,east\nA,1,2\n", 1, "lacks name, lat, lon"),
        (TABLE + "Ashur,36.4\n", 4, "has 2 columns"),
        (TABLE.replace("site", "hill"), 3, "kind is 'hill'"),
        (TABLE.replace(",IQ,site", ",IRQ,site"), 3, "country is 'IRQ'"),
        (TABLE.replace("42.95", "242.95"), 3, "longitude is 242.95"),
    ],
)
def test_a_faulty_line_is_told_of_and_nothing_is_added(tmp_path: Path, text: str, line: int, what: str) -> None:
    add(put(tmp_path / "good.csv", TABLE))
    before = gazetteer.added_file().read_bytes()
    with pytest.raises(GazetteerError, match=rf"line {line}: .*{what}.*\n?") as told:
        add(put(tmp_path / "bad", text))
    assert "Nothing was added" in str(told.value)
    assert gazetteer.added_file().read_bytes() == before
    assert [path.name for path in gazetteer.added_file().parent.iterdir()] == ["places.sqlite"]


def test_a_file_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    whole = gzip.compress((DUMP * 500).encode())
    (tmp_path / "AF.txt.gz").write_bytes(whole[: len(whole) - 12])
    with pytest.raises(GazetteerError, match="cut short or damaged"):
        add(tmp_path / "AF.txt.gz")
    assert not gazetteer.added_file().exists()


def test_a_file_that_is_not_there_and_one_without_places(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="No such file"):
        add(tmp_path / "nowhere.txt")
    with pytest.raises(GazetteerError, match="holds no place"):
        add(put(tmp_path / "empty.csv", "name,lat,lon\n"))


def test_added_twice_is_there_once(tmp_path: Path) -> None:
    add(put(tmp_path / "AF.txt", DUMP))
    again = add(put(tmp_path / "AF.txt", DUMP))
    forget()
    assert (again.places, again.names) == (1, 0)
    assert len([entry for entry in gazetteer.find("Darreh-ye Zard") if entry.entry_id == "geonames:9000001"]) == 1


def test_a_damaged_gazetteer_of_ones_own_is_told_of() -> None:
    gazetteer.added_file().parent.mkdir(parents=True)
    gazetteer.added_file().write_text("no database, but a text that is longer than the head of one\n" * 20, encoding="utf-8")
    with pytest.raises(GazetteerError, match="is no gazetteer"):
        gazetteer.find("Kabul")
