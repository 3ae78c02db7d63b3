"""What is corrected in Label Studio or doccano comes back as judgements; what was not touched changes nothing, and a faulty file nothing at all."""

import json
import shutil
from pathlib import Path

import pytest

from hearsay import ledger
from hearsay.faces import imports
from hearsay.faces.exports import write
from hearsay.faces.imports import ImportFileError


class Desk:
    """A copy of the demo ledger, its export, and what a person does to it."""

    def __init__(self, path: Path, folder: Path, form: str, text: str) -> None:
        self.path, self.form, self.file = path, form, folder / "back.json"
        self.tasks = json.loads(text) if form == "label-studio" else [json.loads(line) for line in text.splitlines()]
        for task in self.tasks:
            if form == "label-studio":
                task["annotations"] = [{"id": 1, "result": task["predictions"][0]["result"], "updated_at": "2026-01-01T00:00:00Z"}]

    def task(self, report_id):
        return next(one for one in self.tasks if self.data(one)["report_id"] == report_id)

    def data(self, task):
        return task["data"] if self.form == "label-studio" else task

    def take_over(self) -> imports.Taken:
        text = json.dumps(self.tasks) if self.form == "label-studio" else "\n".join(map(json.dumps, self.tasks))
        self.file.write_text(text, encoding="utf-8")
        with ledger.open(str(self.path)) as opened:
            return imports.take_over(self.file, opened, "Ann")

    def claims(self):
        with ledger.open(str(self.path), read_only=True) as opened:
            return {claim.claim_id: claim for claim in ledger.hold(opened).claims}

    def entries(self) -> int:
        with ledger.open(str(self.path), read_only=True) as opened:
            return len(ledger.entries(opened))


REPORT = "panjshir-2021-09-02-a"


@pytest.fixture(scope="session")
def exported(holdings, tmp_path_factory) -> dict[str, str]:
    """What is exported of the demo ledger for each tool."""
    folder = tmp_path_factory.mktemp("exported")
    for form in ("label-studio", "doccano"):
        write(holdings, to=form, out=folder / form)
    texts = {"label-studio": folder / "label-studio" / "tasks.json", "doccano": folder / "doccano"}
    return {form: path.read_text(encoding="utf-8") for form, path in texts.items()}


@pytest.fixture
def seated(demo, exported, tmp_path):
    shutil.copy(demo, tmp_path / "l.db")
    return lambda form: Desk(tmp_path / "l.db", tmp_path, form, exported[form])


@pytest.fixture(params=["label-studio", "doccano"])
def desk(request, seated):
    return seated(request.param)


@pytest.fixture
def studio(seated):
    return seated("label-studio")


@pytest.fixture
def doccano(seated):
    return seated("doccano")


def items(desk, report_id=REPORT):
    return desk.task(report_id)["annotations"][0]["result"]


def killed(desk):
    """The id of the claim with "34 killed" in it."""
    return next(key for key, claim in desk.claims().items() if claim.report_id == REPORT and any(figure.low == 34 for figure in claim.figures))


def test_nothing_touched_is_nothing_changed(desk):
    before = desk.claims(), desk.entries()
    taken = desk.take_over()
    assert (taken.judgements, taken.added, taken.moved, taken.untouched) == ((), 0, 0, 0)
    assert taken.reports == len(desk.tasks) == 13
    assert (desk.claims(), desk.entries()) == before


def test_a_task_that_nobody_worked_on_rejects_nothing(studio):
    for task in studio.tasks[1:]:
        task["annotations"] = []
    studio.tasks[0]["annotations"][0]["was_cancelled"] = True
    taken = studio.take_over()
    assert (len(taken.judgements), taken.untouched) == (0, 13)


def test_a_number_corrected_in_label_studio_amends_the_claim_and_can_be_taken_back(studio):
    claim_id = killed(studio)
    before = studio.claims()[claim_id]
    for item in items(studio):
        if item.get("id") == f"{claim_id}.1" and item["from_name"] in ("low", "high"):
            item["value"]["text"] = ["35"]
    taken = studio.take_over()
    assert [(one.verb, one.left, one.by) for one in taken.judgements] == [("amend", claim_id, "Ann")]
    figure = studio.claims()[claim_id].figures[0]
    assert (figure.low, figure.best, figure.high) == (35, 35, 35)
    assert studio.take_over().judgements == ()  # the same file once more
    with ledger.open(str(studio.path)) as opened:
        ledger.undo(opened, taken.judgements[0].judgement_id, "Ann")
    assert studio.claims()[claim_id] == before


def test_a_number_corrected_in_doccano_amends_the_claim(doccano):
    entity = next(one for one in doccano.task(REPORT)["entities"] if one["label"] == "killed 34")
    entity["label"] = "killed 30-40"
    figures = [mark for mark in json.loads(doccano.task(REPORT)["hearsay"]) if mark["kind"] == "figure"]
    claim_id = next(mark["claim_id"] for mark in figures if mark["start"] == entity["start_offset"])
    taken = doccano.take_over()
    assert [(one.verb, one.left) for one in taken.judgements] == [("amend", claim_id)]
    assert {(figure.low, figure.high) for figure in doccano.claims()[claim_id].figures} >= {(30, 40)}


def test_an_open_number_stays_open_and_can_be_opened(doccano):
    entity = next(one for one in doccano.task(REPORT)["entities"] if one["label"] == "killed 34")
    entity["label"] = "killed 34+"
    (made,) = doccano.take_over().judgements
    assert made.record is not None
    assert (made.record.figures[0].low, made.record.figures[0].high) == (34, None)


def test_another_label_and_stance_amend_the_claim(studio):
    claim_id = next(key for key, claim in studio.claims().items() if claim.report_id == REPORT and claim.event.type == "attack")
    for item in items(studio):
        if item.get("id") == claim_id and item["from_name"] == "label":
            item["value"]["labels"] = ["clash"]
        if item.get("id") == claim_id and item["from_name"] == "stance":
            item["value"]["choices"] = ["doubts"]
        if item.get("id") == claim_id and item["from_name"] == "speaker":
            item["value"]["text"] = ["Amrullah Saleh"]
    assert len(studio.take_over().judgements) == 1
    claim = studio.claims()[claim_id]
    assert (claim.event.type, claim.stance, claim.chain[0].name) == ("clash", "doubts", "Amrullah Saleh")


def test_another_label_in_doccano_amends_the_claim(doccano):
    entity = next(one for one in doccano.task(REPORT)["entities"] if one["label"] == "attack")
    entity["label"] = "clash (denies, planned)"
    made = doccano.take_over().judgements
    assert {(one.verb, one.record.event.type, one.record.stance, one.record.event.realis) for one in made if one.record} == {
        ("amend", "clash", "denies", "planned")
    }


def test_another_voice_tied_to_a_claim_in_doccano_is_its_speaker(doccano):
    task = doccano.task(REPORT)
    relation = next(one for one in task["relations"] if one["type"] == "said by")
    voices = [one for one in task["entities"] if one["label"] == "voice" and one["id"] != relation["to_id"]]
    relation["to_id"] = voices[-1]["id"]
    (made,) = doccano.take_over().judgements
    assert made.record is not None
    assert made.record.chain[0].name == task["text"][voices[-1]["start_offset"] : voices[-1]["end_offset"]]


def test_deleted_words_reject_the_claim(desk):
    claim_id = next(key for key, claim in desk.claims().items() if claim.report_id == REPORT and claim.event.type == "clash")
    task = desk.task(REPORT)
    mark = next(one for one in json.loads(desk.data(task)["hearsay"]) if one["mark_id"] == claim_id)
    if desk.form == "label-studio":
        result = task["annotations"][0]["result"]
        result[:] = [one for one in result if one.get("id") != claim_id and one.get("from_id") != claim_id]
    else:
        place = (mark["start"], mark["end"])
        task["entities"] = [
            one for one in task["entities"] if (one["start_offset"], one["end_offset"]) != place or not one["label"].startswith("clash")
        ]
    taken = desk.take_over()
    assert [(one.verb, one.left) for one in taken.judgements] == [("reject", claim_id)]
    assert claim_id not in desk.claims()
    assert desk.take_over().judgements == ()


def test_a_deleted_figure_leaves_the_claim_without_that_number(studio):
    claim_id = next(key for key, claim in studio.claims().items() if claim.event.type != "toll" and claim.figures)
    report_id = studio.claims()[claim_id].report_id
    result = items(studio, report_id)
    result[:] = [one for one in result if one.get("id") != f"{claim_id}.1" and one.get("to_id") != f"{claim_id}.1"]
    assert [one.verb for one in studio.take_over().judgements] == ["amend"]
    assert studio.claims()[claim_id].figures[0].low is None


def test_a_deleted_figure_of_a_mere_count_rejects_it(studio):
    claim_id = next(key for key, claim in studio.claims().items() if claim.event.type == "toll" and len(claim.figures) == 1)
    result = items(studio, studio.claims()[claim_id].report_id)
    result[:] = [one for one in result if one.get("id") != f"{claim_id}.1" and one.get("to_id") != f"{claim_id}.1"]
    assert [(one.verb, one.left) for one in studio.take_over().judgements] == [("reject", claim_id)]


def test_marks_by_hand_and_moved_ends_are_counted_and_not_taken_over(desk):
    task = desk.task(REPORT)
    text = desk.data(task)["text"]
    start = text.index("Traffic on the main road")
    if desk.form == "label-studio":
        added = {"start": start, "end": start + 7, "text": "Traffic", "labels": ["destruction"]}
        result = task["annotations"][0]["result"]
        moved = next(one for one in result if one.get("from_name") == "label" and one["value"]["labels"] == ["attack"])
        moved["value"] |= {"end": moved["value"]["end"] - 3, "text": text[moved["value"]["start"] : moved["value"]["end"] - 3]}
        result.append({"id": "byhand", "from_name": "label", "to_name": "text", "type": "labels", "value": added})
    else:
        next(one for one in task["entities"] if one["label"] == "attack")["end_offset"] -= 3
        task["entities"].append({"id": 99999, "label": "destruction", "start_offset": start, "end_offset": start + 7})
    taken = desk.take_over()
    assert (taken.judgements, taken.added, taken.moved) == ((), 1, 1)


def test_the_last_of_several_annotations_counts(studio):
    task = studio.task(REPORT)
    claim_id = killed(studio)
    newer = json.loads(json.dumps(task["annotations"][0])) | {"updated_at": "2026-02-01T00:00:00Z"}
    for item in newer["result"]:
        if item.get("id") == f"{claim_id}.1" and item["from_name"] == "high":
            item["value"]["text"] = ["40"]
    task["annotations"].insert(0, newer)
    (made,) = studio.take_over().judgements
    assert made.record is not None
    assert made.record.figures[0].high == 40


def test_places_counted_in_utf_16_are_understood():
    from hearsay.faces.imports.label_studio_tasks import regions

    text = "A \U0001f600 sign: 34 killed."
    value = {"start": 11, "end": 20, "text": "34 killed", "labels": ["killed"]}
    task = {"annotations": [{"result": [{"id": "x", "from_name": "label", "to_name": "text", "type": "labels", "value": value}]}]}
    (region,) = regions(task, text) or ()
    assert text[region.start : region.end] == "34 killed"


FAULTS = [
    ("", "the file is empty"),
    ("[", "is not JSON"),
    ("{}", "has no text or no report_id"),
    ("[1]", "task 1: is no task with its data"),
    ("[{}]", "task 1: is no task with its data"),
    ('{"text": "x", "report_id": "r"}', "line 1 (report r): what hearsay wrote along with it"),
    ('{"text": "x", "report_id": "r", "hearsay": "[{}]"}', "line 1 (report r): what hearsay wrote along with it"),
    ("nonsense", "line 1: is not JSON"),
    ("[" * 100_000, "is not JSON"),
]


@pytest.mark.parametrize(("text", "wrong"), FAULTS, ids=range(len(FAULTS)))
def test_a_malformed_file_is_told_with_its_place_and_changes_nothing(text, wrong, desk):
    before = desk.entries()
    desk.file.write_text(text, encoding="utf-8")
    with ledger.open(str(desk.path)) as opened, pytest.raises(ImportFileError) as fault:
        imports.take_over(desk.file, opened, "Ann")
    assert wrong in str(fault.value)
    assert desk.entries() == before


def _unknown_label(desk, task):
    if desk.form == "label-studio":
        next(one for one in task["annotations"][0]["result"] if one.get("from_name") == "label")["value"]["labels"] = ["catastrophe"]
    else:
        task["entities"][0]["label"] = "catastrophe"


def _out_of_text(desk, task):
    if desk.form == "label-studio":
        next(one for one in task["annotations"][0]["result"] if one.get("from_name") == "label")["value"]["start"] = 99999
    else:
        task["entities"][0]["end_offset"] = 99999


def _missing_key(desk, task):
    if desk.form == "label-studio":
        del next(one for one in task["annotations"][0]["result"] if one.get("from_name") == "label")["value"]["start"]
    else:
        del task["entities"][0]["start_offset"]


def _emptied(desk, task):
    if desk.form == "label-studio":
        task["annotations"][0]["result"] = []
    else:
        task["entities"], task["relations"] = [], []


def _not_as_written(desk, task):
    if desk.form == "label-studio":
        task["annotations"][0]["result"] = ["x"]
    else:
        task["entities"] = ["x"]


@pytest.mark.parametrize(
    ("spoil", "wrong"),
    [
        (_not_as_written, "is not as the tool writes it"),
        (_unknown_label, "there is no label"),
        (_out_of_text, "no place in the text"),
        (_missing_key, "lacks 'start"),
        (_emptied, "no claim of it is marked any more"),
        (lambda desk, task: desk.data(task).update(report_id="unheard-of"), "has no report unheard-of"),
        (lambda desk, task: desk.data(task).update(text=desk.data(task)["text"] + " "), "is not that in"),
        (lambda desk, task: desk.tasks.append(task), "stands in"),
    ],
)
def test_one_faulty_report_changes_nothing_though_others_were_corrected(spoil, wrong, desk):
    _correct_another(desk)
    spoil(desk, desk.task("panjshir-2021-09-06-b"))
    before = desk.entries()
    with pytest.raises(ImportFileError) as fault:
        desk.take_over()
    assert wrong in str(fault.value)
    assert "task " in str(fault.value) or "line " in str(fault.value)
    assert desk.entries() == before


def _correct_another(desk):
    task = desk.task(REPORT)
    if desk.form == "label-studio":
        item = next(one for one in task["annotations"][0]["result"] if one.get("from_name") == "low")
        item["value"]["text"] = ["1"]
    else:
        next(one for one in task["entities"] if one["label"] == "killed 34")["label"] = "killed 33"


def test_a_number_that_is_none_is_refused(studio):
    next(one for one in items(studio) if one.get("from_name") == "low")["value"]["text"] = ["many"]
    with pytest.raises(ImportFileError, match='"many": write a whole number, or nothing'):
        studio.take_over()


def test_a_claim_that_was_rejected_meanwhile_cannot_be_amended(studio):
    claim_id = killed(studio)
    next(one for one in items(studio) if one.get("id") == f"{claim_id}.1" and one["from_name"] == "high")["value"]["text"] = ["40"]
    with ledger.open(str(studio.path)) as opened:
        ledger.reject(opened, claim_id, "Ben")
    before = studio.entries()
    with pytest.raises(ImportFileError, match="does not stand any more"):
        studio.take_over()
    assert studio.entries() == before
