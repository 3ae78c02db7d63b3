"""What goes in as a file comes out as Documents, and every fault as one Problem that says where, what and what to do."""

import gzip
import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from hearsay import documents
from hearsay.documents.files import LIMIT
from hearsay.records import Document, Problem

TEXT = "The army said on Monday that its soldiers had taken the town and that twelve rebels were killed."


def load(*paths: Path | str, **options) -> tuple[list[Document], list[Problem]]:
    made = list(documents.load(paths, **options))
    return [one for one in made if isinstance(one, Document)], [one for one in made if isinstance(one, Problem)]


def write(path: Path, content: str | bytes) -> Path:
    data = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


# Plain text


def test_plain_text_has_its_stem_as_id_and_its_text_unchanged(tmp_path):
    text = f"  {TEXT}\r\n\r\nA second paragraph that is here.\n"
    (document,), problems = load(write(tmp_path / "wire-7.txt", text))
    assert document == Document("wire-7", text)
    assert not problems


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a", "a.gz"])
def test_any_name_will_do_and_gzip_is_unpacked(tmp_path, name):
    (document,), problems = load(write(tmp_path / name, TEXT))
    assert (document.report_id, document.text, problems) == ("a", TEXT, [])


def test_options_hold_where_the_report_is_silent(tmp_path):
    silent = write(tmp_path / "a.txt", TEXT)
    telling = write(tmp_path / "b.txt", f"Outlet: VOA\nDate: 2021-09-02\n---\n{TEXT}")
    found, _ = load(silent, telling, outlet="The Herald", published=date(2021, 9, 1))
    assert [(document.outlet, document.published) for document in found] == [("The Herald", date(2021, 9, 1)), ("VOA", date(2021, 9, 2))]


def test_header_is_taken_off_and_offsets_count_from_the_text(tmp_path):
    header = "Outlet: Voice of America\nDate: 2021-09-02\nTitle: Talks fail\nUrl: https://example.org/1\nNote: written\n  for a test\n---\n\n"
    (document,), problems = load(write(tmp_path / "a.txt", header + TEXT))
    assert document == Document("a", TEXT, "Voice of America", "Talks fail", date(2021, 9, 2), "https://example.org/1")
    assert not problems


@pytest.mark.parametrize(
    "text",
    [
        f"Note: {TEXT}",  # no line of dashes
        f"{TEXT}\nOutlet: VOA\n---\n{TEXT}",  # not at the first line
        f"---\n{TEXT}",  # dashes alone
        f"Date: 2021-09-01\n{TEXT}\n---\n{TEXT}",  # something else before the dashes
        f"outlet: VOA\n---\n{TEXT}",  # not exactly such a key
    ],
)
def test_what_is_no_header_is_text(tmp_path, text):
    (document,), _ = load(write(tmp_path / "a.txt", text))
    assert document == Document("a", text)


@pytest.mark.parametrize("value", ["1 September 2021", "2021-13-01", "2021", "2021-09-1x"])
def test_a_date_that_is_none_is_told_and_the_report_still_read(tmp_path, value):
    found, (problem,) = load(write(tmp_path / "a.txt", f"Date: {value}\n---\n{TEXT}"))
    assert [document.published for document in found] == [None]
    assert (problem.code, problem.source) == ("bad-field", str(tmp_path / "a.txt"))
    assert value in problem.message


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT),
        ("The general’s “army” said that it had left the café.".encode("cp1252"), "The general’s “army” said that it had left the café."),
        (TEXT.encode("utf-16"), TEXT),
    ],
)
def test_encodings(tmp_path, data, text):
    (document,), problems = load(write(tmp_path / "a.txt", data))
    assert (document.text, problems) == (text, [])


# JSON Lines


def test_lines_give_all_fields(tmp_path):
    path = write(
        tmp_path / "a.jsonl",
        lines(
            {"id": "x", "title": "T", "outlet": "VOA", "date": "2021-09-02T10:00:00Z", "url": "u", "text": TEXT},
            {"id": 7, "text": TEXT, "more": []},
            {"id": None, "outlet": None, "date": None, "text": TEXT},
        ),
    )
    found, problems = load(path)
    assert found[0] == Document("x", TEXT, "VOA", "T", date(2021, 9, 2), "u")
    assert found[1] == Document("7", TEXT)
    assert found[2].report_id.startswith("r-")
    assert not problems


def test_an_id_that_is_not_given_follows_from_the_text(tmp_path):
    first, _ = load(write(tmp_path / "a.jsonl", lines({"text": TEXT}, {"text": TEXT + " It left."})))
    again, _ = load(write(tmp_path / "b.jsonl.gz", lines({"text": TEXT})))
    assert first[0].report_id == again[0].report_id != first[1].report_id


def test_lines_are_known_by_their_look_too(tmp_path):
    found, problems = load(write(tmp_path / "reports.txt", lines({"id": "x", "text": TEXT})))
    assert [document.report_id for document in found] == ["x"]
    assert not problems


def test_each_bad_line_is_told_and_the_others_are_read(tmp_path):
    bad: list[tuple[bytes, str]] = [
        (b'{"text": "half', "no-json"),
        (b"[1, 2]", "no-json"),
        (b'"text"', "no-json"),
        (b"{" * 100_000, "no-json"),
        (b"[" * 100_000, "no-json"),
        (b'{"id": "no text"}', "no-text"),
        (b'{"text": 12}', "no-text"),
        (b'{"text": ["a"]}', "no-text"),
        (b'{"text": ""}', "empty"),
        (b'{"text": " \\n "}', "empty"),
        (b'{"text": "12 -- 13"}', "no-words"),
        (b'{"text": "It left \\ud83d."}', "broken-text"),
        (b'{"id": {}, "text": "It left."}', "bad-id"),
        (b'{"id": true, "text": "It left."}', "bad-id"),
        (b'{"text": "\x81\x8d\xff\xfe\xfd\xfc\xfb\xfa\xf9\xf8"}', "undecodable"),
        ('{"text": "Войска заявили, что город взят."}'.encode(), "language"),
        (b'{"text": "' + b"a word " * (LIMIT // 7) + b'"}', "too-large"),
    ]
    content = b"".join(line + b"\n" + json.dumps({"id": number, "text": TEXT}).encode() + b"\n\n" for number, (line, _) in enumerate(bad))
    path = write(tmp_path / "a.jsonl", content)
    found, problems = load(path)
    assert [document.report_id for document in found] == [str(number) for number in range(len(bad))]
    assert [(problem.code, problem.line) for problem in problems] == [(code, 1 + 3 * number) for number, (_, code) in enumerate(bad)]
    assert all(problem.source == str(path) and "\n" not in str(problem) and len(str(problem)) < 300 for problem in problems)


def test_a_faulty_field_is_told_and_taken_as_unknown(tmp_path):
    found, problems = load(write(tmp_path / "a.jsonl", lines({"id": "x", "outlet": 5, "date": 20210901, "title": ["t"], "text": TEXT})))
    assert found == [Document("x", TEXT)]
    assert [problem.code for problem in problems] == ["bad-field"] * 3


def test_lines_may_be_any_number(tmp_path):
    path = write(tmp_path / "a.jsonl", lines(*({"id": number, "text": TEXT + " It is so." * 50} for number in range(12_000))))
    assert path.stat().st_size > LIMIT
    found, problems = load(path)
    assert (len(found), problems) == (12_000, [])


# What cannot be read


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n ", "empty"),
        ("a.txt", b"Outlet: VOA\n---\n", "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.txt.gz", b"", "empty"),
        ("a.txt", b"12 - 13 ... 14", "no-words"),
        ("a.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00", "binary"),
        ("a.jsonl", b"\x7fELF\x02\x01\x01\x00\x00\x00", "binary"),
        ("a.txt", b"%PDF-1.7\n%some text that looks fine", "binary"),
        ("a.docx", b"PK\x03\x04 and so on", "binary"),
        ("a.txt", bytes(range(1, 9)) * 40, "binary"),
        ("a.txt", "Армия заявила, что город взят.".encode("koi8-r"), "undecodable"),
        ("a.txt", "陸軍は都市を制圧したと発表した。".encode("shift-jis"), "undecodable"),
        ("a.txt", "<!DOCTYPE html>\n<html><body>The army said.</body></html>", "markup"),
        ("a.txt", "Армия заявила, что город взят.", "language"),
        ("a.txt", "أعلن الجيش أنه سيطر على المدينة", "language"),
        ("a.txt", b"The army said that. " * (LIMIT // 20 + 1), "too-large"),
        ("a.txt.gz", b"The army said that. " * (LIMIT // 20 + 1), "too-large"),
        ("fifty.txt", b"x" * 50_000_000, "too-large"),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_problem(tmp_path, name, content, code):
    good = write(tmp_path / "good.txt", TEXT)
    path = write(tmp_path / name, content)
    found, (problem,) = load(path, good)
    assert [document.report_id for document in found] == ["good"]
    assert (problem.code, problem.source) == (code, str(path))
    assert str(problem).startswith(str(path))
    assert "\n" not in str(problem)


def test_missing_file_and_folder(tmp_path):
    found, problems = load(tmp_path / "none.txt", tmp_path, write(tmp_path / "good.txt", TEXT))
    assert [document.report_id for document in found] == ["good"]
    assert [problem.code for problem in problems] == ["missing-file", "directory"]


def test_a_name_that_no_file_can_have():
    assert [problem.code for problem in load("a\0b")[1]] == ["unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_forbidden_file(tmp_path):
    path = write(tmp_path / "a.txt", TEXT)
    path.chmod(0)
    assert [problem.code for problem in load(path)[1]] == ["unreadable"]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz"])
def test_damaged_gzip(tmp_path, name):
    path = tmp_path / name
    whole = gzip.compress(lines(*({"id": number, "text": TEXT + str(number)} for number in range(500))).encode())
    path.write_bytes(whole[:-20])
    _, problems = load(path)
    assert [problem.code for problem in problems] == ["damaged"]


def test_two_reports_with_one_id(tmp_path):
    (tmp_path / "other").mkdir()
    first = write(tmp_path / "a.txt", TEXT)
    second = write(tmp_path / "other" / "a.txt", TEXT + " It left.")
    third = write(tmp_path / "b.jsonl", lines({"id": "b", "text": TEXT}, {"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}))
    found, problems = load(first, second, third)
    assert [document.report_id for document in found] == ["a", "b"]
    assert [(problem.code, problem.source, problem.line) for problem in problems] == [
        ("duplicate-id", str(second), None),
        ("duplicate-id", str(third), 2),
        ("duplicate-id", str(third), 3),
    ]
    assert str(first) in problems[0].message
    assert f"{third}, line 1" in problems[2].message


# Standard input


class _Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input(monkeypatch, pack):
    monkeypatch.setattr("sys.stdin", _Input(pack(TEXT.encode())))
    (document,), problems = load("-")
    assert (document.text, problems) == (TEXT, [])
    assert document.report_id.startswith("r-")


def test_standard_input_may_be_lines(monkeypatch):
    monkeypatch.setattr("sys.stdin", _Input(lines({"id": "x", "text": TEXT}, {"id": "y"}).encode()))
    found, problems = load("-")
    assert [document.report_id for document in found] == ["x"]
    assert [(problem.source, problem.line) for problem in problems] == [("-", 2)]
