"""Whatever bytes a file holds, loading it raises nothing, and every problem is one line that names the file."""

import gzip
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import documents
from hearsay.documents.texts import part
from hearsay.records import Document, Problem

CHUNKS = st.sampled_from(
    [
        b"\n",
        b"\r\n",
        b"---\n",
        b"Outlet: VOA\n",
        b"Date: 2021-09-0",
        b"{",
        b'{"text": "',
        b'"}\n',
        b'{"text": "The army said that it left."}\n',
        b"\xff\xfe",
        gzip.compress(b"The army left."),
        b"\x1f\x8b",
        b"The army said that ",
        b"\xef\xbb\xbf",
        b"\xe9",
        b"[[[",
        b"\x00",
        b'"id": 3, "date": []',
        b"null\n",
    ]
)
FILES = st.one_of(st.binary(max_size=300), st.lists(st.one_of(CHUNKS, st.binary(max_size=4)), max_size=12).map(b"".join))


@settings(max_examples=300, deadline=None)
@given(data=FILES, name=st.sampled_from(["a.txt", "a.jsonl", "a.jsonl.gz", "a"]))
def test_loading_any_bytes_gives_documents_and_one_line_problems(tmp_path_factory, data, name):
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    made = list(documents.load([path]))
    assert made
    for one in made:
        assert isinstance(one, Document | Problem)
        assert isinstance(one, Document) or (one.source == str(path) and "\n" not in str(one) and "\r" not in str(one))


@given(st.text(max_size=200))
def test_a_header_only_ever_takes_from_the_front(text):
    fields, body = part(text)
    assert text.endswith(body)
    assert bool(fields) or body == text


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_the_text_of_a_line_is_kept_to_the_character(tmp_path_factory, before, after):
    text = f"{before} The army said that it had left the town and that nobody was hurt. {after}"
    path = tmp_path_factory.getbasetemp() / "kept.jsonl"
    path.write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")
    assert [made.text for made in documents.load([path]) if isinstance(made, Document)] in ([text], [])
