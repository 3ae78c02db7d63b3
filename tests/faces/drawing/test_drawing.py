"""The matrix has every figure, the drawings are sound SVG with every claim in them, and no words of a report become tags."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from hearsay import ledger
from hearsay.faces.drawing import bars_of, chain_of, draw, escape, lay, marked, matrix_table, timeline_of
from hearsay.faces.drawing.picture import Box, Curve, Dot, Line, Words, fitted
from hearsay.faces.drawing.png import draw_png
from hearsay.faces.drawing.scales import days, numbers
from hearsay.records import Claim, Document, Evidence, Happening, Tally, Voice
from tests.faces.drawing.pages import Page
from tests.faces.exports import hostile

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def fullest(holdings):
    return max(holdings.dossiers, key=lambda dossier: len(dossier.claims))


@pytest.fixture(params=["demo", "hostile"])
def event(request, fullest, holdings):
    return (
        (fullest, list(holdings.reports.values()))
        if request.param == "demo"
        else (next(iter(hostile.holdings().dossiers)), [hostile.holdings().reports["-report"]])
    )


def test_the_matrix_has_every_figure_once_under_its_speaker(fullest, holdings):
    matrix = lay(fullest, holdings.reports.values())
    said = [one for group in matrix.groups for row in group.rows for cell in row.cells for one in cell.said]
    assert len(said) == sum(len(claim.figures) for claim in fullest.claims) > 10
    assert {one.claim_id for one in said} == {claim.claim_id for claim in fullest.claims if claim.figures}
    assert all(len(row.cells) == len(matrix.columns) for group in matrix.groups for row in group.rows)
    assert all(one.day == holdings.reports[one.report_id].published for one in said)
    speakers = [row.speaker for group in matrix.groups for row in group.rows]
    assert len(speakers) == len(set(speakers))


def test_the_matrix_groups_speakers_by_side_and_kind_and_those_of_none_last(fullest):
    matrix = lay(fullest)
    keys = [(group.side, group.kind) for group in matrix.groups]
    assert len(keys) == len(set(keys))
    sides = [side for side, _ in keys]
    assert sides == sorted(sides, key=lambda side: not side)
    spokesman = next(group for group in matrix.groups if any(row.speaker == "Zabihullah Mujahid" for row in group.rows))
    assert (spokesman.side, spokesman.kind) == ("Taliban", "person")


def test_a_cell_spans_all_that_is_said_and_is_open_if_any_of_it_is(fullest):
    cells = [cell for group in lay(fullest).groups for row in group.rows for cell in row.cells if cell.said]
    for cell in cells:
        lows = [one.low for one in cell.said if one.low is not None]
        assert cell.low == (min(lows) if lows else None)
        if any(one.low is not None and one.high is None for one in cell.said):
            assert cell.high is None
        assert set(cell.claim_ids) == {one.claim_id for one in cell.said}
    assert {"2,000 to 9,999", "1,001 or more", "no number"} <= {cell.interval for cell in cells}


def test_disputes_are_those_of_the_dossier(fullest):
    disputed = {quote.claim_id for one in fullest.contradictions if not one.is_update for quote in (one.left, one.right)}
    cells = [cell for group in lay(fullest).groups for row in group.rows for cell in row.cells]
    assert {one.claim_id for cell in cells for one in cell.said if one.disputes} == disputed & {
        claim.claim_id for claim in fullest.claims if claim.figures
    }


@pytest.mark.parametrize("make", [timeline_of, lambda dossier, _: chain_of(dossier)])
def test_a_drawing_is_sound_svg_that_loads_nothing(make, event):
    picture = make(*event)
    root = ElementTree.fromstring(draw(picture, is_file=True))  # noqa: S314 - our own
    assert root.tag == f"{SVG}svg"
    assert root.find(f"{SVG}title") is not None
    Page(draw(picture, link=lambda claim_id: f"#c-{claim_id}"))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "title", "desc", "rect", "line", "circle", "path", "text", "g", "a"}


def test_all_shapes_lie_within_the_picture(event):
    dossier, reports = event
    for picture in (timeline_of(dossier, reports), chain_of(dossier), bars_of(dossier.tallies)):
        for shape in picture.shapes:
            if isinstance(shape, Line | Curve):
                places = [(shape.x1, shape.y1), (shape.x2, shape.y2)]
            elif isinstance(shape, Box):
                places = [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
            else:
                assert isinstance(shape, Dot | Words)
                places = [(shape.x, shape.y)]
            assert all(0 <= x <= picture.width and 0 <= y <= picture.height for x, y in places)


def test_the_timeline_leads_to_every_claim_with_a_number_that_has_a_panel(fullest, holdings):
    drawn = draw(timeline_of(fullest, holdings.reports.values()), link=lambda claim_id: f"#c-{claim_id}")
    numbered = {claim.claim_id for claim in fullest.claims if any(figure.low for figure in claim.figures if figure.measure in ("killed", "captured"))}
    assert {f"#c-{claim_id}" for claim_id in numbered} <= set(Page(drawn).targets)


def test_the_chain_has_every_voice_and_every_step(fullest):
    drawn = draw(chain_of(fullest))
    words = Page(drawn).words
    assert all(claim.chain[-1].name in words for claim in fullest.claims)
    pairs = {(left.name, right.name) for claim in fullest.claims for left, right in zip(claim.chain, claim.chain[1:], strict=False)}
    assert drawn.count("stroke-opacity") <= len(pairs)
    assert "Fahim Dashti, as told by Demo Observer" in words


def test_voices_that_carry_each_other_do_not_hang_the_drawing():
    one, other, outlet = Voice("A", "A", 0, 1, "person"), Voice("B", "B", 2, 3, "person"), Voice("Herald", "", 0, 0, "media")
    chains = [(one, other, outlet), (other, one, outlet), (outlet,)]
    claims = [Claim(f"c{n}", "r", Evidence(0, 1, "A"), own, "asserts", Happening("clash"), (), 1.0, "r") for n, own in enumerate(chains)]
    dossier = replace(next(iter(hostile.holdings().dossiers)), claims=tuple(claims), tallies=())
    assert "Herald" in draw(chain_of(dossier))


def test_a_crowd_of_voices_is_cut_and_counted():
    outlet = Voice("Herald", "", 0, 0, "media")
    voices = [Voice(f"Speaker {chr(65 + n % 26)}{chr(65 + n // 26)}x", "x", 0, 1, "person") for n in range(120)]
    claims = [
        Claim(f"c{n}", "r", Evidence(0, 1, "A"), (voice, outlet), "asserts", Happening("clash"), (), 1.0, "r") for n, voice in enumerate(voices)
    ]
    dossier = replace(next(iter(hostile.holdings().dossiers)), claims=tuple(claims), tallies=())
    assert "voices more" in draw(chain_of(dossier))


def test_a_bar_without_a_bound_says_so():
    tallies = [Tally("e", "army", "killed", 3, 5, None, (), "why"), Tally("e", "all", "killed", 0, None, 0, (), "why")]
    assert "3 - 5 - more" in Page(draw(bars_of(tallies))).words


def test_bars_whose_lengths_are_no_plain_measure_say_so():
    near = [Tally("e", "army", "killed", 3, 5, 8, (), "why"), Tally("e", "front", "killed", 4, 6, 9, (), "why")]
    far = [*near, Tally("e", "all", "killed", 0, 400, 900, (), "why")]
    assert "powers of ten" not in Page(draw(bars_of(near))).words
    assert "powers of ten" in Page(draw(bars_of(far))).words


def test_a_png_is_drawn_of_every_kind_of_shape(event, tmp_path):
    for picture in (timeline_of(*event), chain_of(event[0])):
        draw_png(picture, tmp_path / "out.png")
        data = (tmp_path / "out.png").read_bytes()
        assert data.startswith(b"\x89PNG")
        width = int.from_bytes(data[16:20], "big")
        assert abs(width - picture.width / 96 * 200) <= 1


def test_text_is_marked_at_its_claims_and_stays_whole(fullest, holdings):
    for report_id in {claim.report_id for claim in fullest.claims}:
        document, claims = holdings.reports[report_id], [claim for claim in fullest.claims if claim.report_id == report_id]
        page = Page(marked(document, claims))
        assert sorted(page.ids) == sorted(f"c-{claim.claim_id}" for claim in claims)
        assert "".join(page.words.split()) == "".join(document.text.split())


def test_only_paragraphs_with_claims_are_shown_if_cut(fullest, holdings):
    claim = fullest.claims[0]
    page = Page(marked(holdings.reports[claim.report_id], [claim], is_cut=True))
    assert "[…]" in page.words
    assert len(page.words) < len(holdings.reports[claim.report_id].text)
    assert " ".join(claim.evidence.text.split()) in " ".join(page.words.split())


def test_words_that_no_claim_was_read_from_have_a_class(fullest, holdings):
    claim = fullest.claims[0]
    document = holdings.reports[claim.report_id]
    page = Page(marked(document, [claim], silent=[(0, len(document.text))]))
    spans = [attributes for tag, attributes in page.seen if tag == "span"]
    assert spans
    assert all(attributes == {"class": "silent"} for attributes in spans)
    assert "".join(page.words.split()) == "".join(document.text.split())


def test_overlapping_words_are_marked_once_with_all_their_claims():
    text = "Rebels killed two soldiers and burned a post."
    voice = (Voice("outlet", "", 0, 0, "media"),)
    spans = [(0, 26), (14, 45), (14, 26)]
    claims = [Claim(f"c{n}", "r", Evidence(a, b, text[a:b]), voice, "asserts", Happening("clash"), (), 1.0, "r") for n, (a, b) in enumerate(spans)]
    page = Page(marked(Document("r", text), claims))
    assert [attributes["data-claims"] for tag, attributes in page.seen if tag == "mark"] == ["c0", "c0 c2 c1", "c1"]
    assert page.words == text


def test_the_table_of_the_matrix_leads_to_every_figure(event):
    dossier, reports = event
    page = Page(matrix_table(lay(dossier, reports), lambda claim_id: f"#c-{claim_id}", {}))
    assert set(page.targets) == {f"#c-{claim.claim_id}" for claim in dossier.claims if claim.figures}


def test_nothing_steers_the_page():
    assert escape("a\u202eb\x00c\x1bd") == "a b c d"
    assert escape(escape("<")) == "&lt;"


def test_scales_hold_all_days_and_numbers():
    axis = days([date(2021, 9, 1), None, date(2021, 9, 3)], left=100, width=400)
    assert [axis.place(day) for day in (None, date(2021, 9, 1), date(2021, 9, 3))] == [150, 250, 450]
    assert len(days([date(1999, 1, 1), date(2021, 9, 3)], left=0, width=400).ticks) <= 11
    assert days([], left=0, width=10).place(None) == 5
    up = numbers([3, 5000], bottom=100, top=0)
    assert up.is_log
    assert 100 == up.place(0) > up.place(3) > up.place(5000) > 0 == up.place(10**9)
    assert numbers([], bottom=100, top=0).place(0) == 100
    assert fitted("short", 100) == "short"


def test_an_event_without_losses_has_its_drawings_too(holdings):
    dossier = next(one for one in holdings.dossiers if not one.tallies)
    assert dossier.tallies == ()
    assert ledger.ALL not in draw(timeline_of(dossier, holdings.reports.values()), is_file=True)
    assert draw(chain_of(dossier))
