"""What ``hearsay.read`` gives is a tuple that a notebook shows, and a data frame in one call that loses nothing."""

import copy
import json
import pickle
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser

import pandas
import polars
import pytest

import hearsay
from hearsay.faces.notebook import Claims
from hearsay.faces.rows import OF_CLAIMS
from hearsay.records import Document
from hearsay.records.public import from_json

TEXT = (
    "The army said on Friday that at least 12 rebels were killed and 30 wounded in Herat.\n\n"
    'A rebel spokesman, "Abu <b>Bold</b>", denied it & said that rebels had seized the town of Guzara.'
)


class Checked(HTMLParser):
    """Every element that is opened is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.words = ""

    def handle_starttag(self, tag, attrs):
        assert not [name for name, _ in attrs if name.startswith("on")]
        self.seen.append(tag)
        if tag not in {"br", "meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


@pytest.fixture(scope="module")
def claims() -> Claims:
    return hearsay.read(TEXT, outlet="The <i>Herald</i>", published=date(2021, 9, 3), report_id="herald-1")


def test_it_is_a_tuple_of_claims_as_before(claims):
    assert len(claims) == len(list(claims)) > 1
    assert claims == tuple(claims)
    assert claims.document.text == TEXT
    assert isinstance(claims, tuple)
    assert all(claim.evidence.text == TEXT[claim.evidence.start : claim.evidence.end] for claim in claims)


def test_it_can_be_copied_and_pickled(claims):
    for twin in (copy.deepcopy(claims), pickle.loads(pickle.dumps(claims))):  # noqa: S301 - our own
        assert twin == claims
        assert twin.document == claims.document


def test_a_notebook_shows_the_table_and_the_text_with_its_words_marked(claims):
    page = claims._repr_html_()
    checked = Checked()
    checked.feed(page)
    assert checked.open == []
    assert checked.seen.count("mark") >= len({claim.evidence for claim in claims})
    assert "b>12" not in page or 'class="count"' in page
    assert "The <i>" not in page
    assert "<b>Bold" not in page
    assert "Abu <b>Bold</b>" in checked.words
    assert "12 or more killed" in checked.words
    assert all(f'id="herald-1-{claim.claim_id}"' in page for claim in claims)


@pytest.mark.parametrize("rows", ["figures", "claims"])
@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_has_every_claim_whole(claims, rows, library):
    frame = claims.to_pandas(rows) if library == "pandas" else claims.to_polars(rows)
    assert len(frame) == (len(claims) if rows == "claims" else sum(max(1, len(claim.figures)) for claim in claims))
    assert tuple(dict.fromkeys(from_json(json.loads(record)) for record in frame["record"])) == claims


def test_days_are_days_and_numbers_are_whole_and_may_be_missing(claims):
    frame = claims.to_pandas()
    assert str(frame["published"].dtype).startswith("datetime64")
    assert frame["published"].iloc[0] == pandas.Timestamp(2021, 9, 3)
    assert str(frame["high"].dtype) == "Int64"
    killed = frame[frame["measure"] == "killed"].iloc[0]
    assert (killed["low"], killed["high"] is pandas.NA) == (12, True)
    table = claims.to_polars()
    assert table.schema["first_day"] == polars.Date
    assert table["published"][0] == date(2021, 9, 3)
    assert table.filter(polars.col("measure") == "killed")["high"].to_list() == [None, None]


def test_no_claim_gives_an_empty_frame_with_all_columns():
    none = Claims((), Document("r", "Nothing happened."))
    for frame in (none.to_pandas("claims"), none.to_polars("claims")):
        assert len(frame) == 0
        assert list(frame.columns) == list(OF_CLAIMS)
    assert "No claim was found" in none._repr_html_()


def test_other_rows_are_refused(claims):
    with pytest.raises(ValueError, match='rows are "figures" or "claims", not \'events\''):
        claims.to_pandas("events")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_missing_is_named(library):
    code = f"import sys; sys.modules[{library!r}] = None\nfrom hearsay.faces.notebook import Claims\nfrom hearsay.records import Document\n"
    code += f"try:\n    Claims((), Document('r', 'x')).to_{library}()\nexcept ImportError as fault:\n    print(fault)"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout == f"{library} is needed for this, and is not installed: pip install 'hearsay[frames]'\n"
