"""The static report: one file with everything in it, that loads and runs nothing, whatever the reports' words are."""

import shutil
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from typer.testing import CliRunner

from hearsay import dossiers, ledger
from hearsay.faces.cli.commands import app
from hearsay.faces.event_page import Shown, page_of
from tests.faces.drawing.pages import Page
from tests.faces.exports import hostile


@pytest.fixture(scope="module")
def shown(demo):
    with ledger.open(str(demo), read_only=True) as opened:
        dossier = max(dossiers.dossiers(opened), key=lambda one: len(one.contradictions))
        reports = {report.report_id: report for report in ledger.reports(opened)}
        return Shown(dossier, reports, tied=tuple(dossiers.ties(opened, dossier)), state=ledger.head(opened))


@pytest.fixture(scope="module")
def page(shown):
    return Page(page_of(shown))


def test_every_part_is_there(page):
    parts = ["figures", "matrix", "contradictions", "timeline", "chain", "happenings", "related", "sources", "method"]
    assert [name for name in page.ids if name in parts] == parts


def test_every_claim_has_its_words_and_every_link_leads_somewhere(page, shown):
    assert len(page.ids) == len(set(page.ids))
    assert {f"c-{claim.claim_id}" for claim in shown.dossier.claims} <= set(page.ids)
    assert {target.removeprefix("#") for target in page.targets if target.startswith("#")} <= set(page.ids)
    words = "".join(page.words.split())
    for claim in shown.dossier.claims:
        assert "".join(claim.evidence.text.split()) in words


def test_every_figure_has_its_reason_and_every_contradiction_both_its_quotations(page, shown):
    for tally in shown.dossier.tallies:
        assert tally.rule in page.words
    for one in shown.dossier.contradictions:
        assert one.words in page.words
        assert all(" ".join(quote.evidence.text.split()) in page.words for quote in (one.left, one.right))


def test_the_page_says_what_it_is_and_by_which_rules(page, shown):
    for words in ("It does not say what is true", "profile “hearsay”", ledger.profile("hearsay").words[1:], f"entry {shown.state[0]}", "hearsay 0."):
        assert words in page.words


def test_it_asks_for_nothing_and_runs_nothing(page):
    metas = [attributes for tag, attributes in page.seen if tag == "meta"]
    policy = next(one["content"] for one in metas if one.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "url(" not in page.words
    assert "@import" not in page.words


def test_hostile_words_are_shown_and_are_no_more_than_words():
    held = hostile.holdings()
    page = Page(page_of(Shown(next(iter(held.dossiers)), held.reports)))
    assert "<script>alert(1)</script>" in page.words
    assert "\u202e" not in page.words
    assert "\u0007" not in page.words
    assert "https://example.org/?a=1&b=<2>" in page.targets


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://x"])
def test_only_addresses_of_the_web_are_links(address):
    held = hostile.holdings()
    report = replace(held.reports["-report"], url=address)
    page = Page(page_of(Shown(next(iter(held.dossiers)), {"-report": report})))
    assert [target for target in page.targets if not target.startswith("#")] == []


def test_profile_and_day_are_named(demo):
    with ledger.open(str(demo), read_only=True) as opened:
        made = dossiers.dossiers(opened, profile="airwars", published_by=date(2021, 9, 3))
        dossier = max(made, key=lambda one: len(one.claims))
        reports = {report.report_id: report for report in ledger.reports(opened)}
    words = Page(page_of(Shown(dossier, reports, "airwars", date(2021, 9, 3)))).words
    assert "published up to 3 Sep 2021" in words
    assert "profile “airwars”" in words
    assert "Grading: " in words or not any(tally.grading for tally in dossier.tallies)


def test_an_event_without_figures_has_a_page_too(shown, holdings):
    dossier = next(one for one in holdings.dossiers if not one.tallies and not any(claim.figures for claim in one.claims))
    page = Page(page_of(Shown(dossier, shown.reports)))
    assert "Nobody gives a figure of losses." in page.words
    assert "matrix" not in page.ids


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, list(arguments), env={"COLUMNS": "140"})


@pytest.fixture(scope="module")
def event_id(shown):
    return shown.dossier.event.event_id


def test_the_commands_write_files_named_after_the_event_and_replace_none(demo, event_id, run, tmp_path):
    for command, ending in (("report", ".html"), ("chart", ".svg")):
        made = run(command, event_id[:6], "--ledger", str(demo))
        assert (made.exit_code, made.stderr) == (0, "")
        before = (tmp_path / f"{event_id}{ending}").read_bytes()
        again = run(command, event_id, "--ledger", str(demo))
        assert again.exit_code == 2
        assert "is there already: write elsewhere, or say --overwrite" in again.stderr
        assert run(command, event_id, "--ledger", str(demo), "--overwrite").exit_code == 0
        assert (tmp_path / f"{event_id}{ending}").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{event_id}.html", f"{event_id}.svg"]


FAULTS = [
    (["report", "nonsense"], "no event has an id that begins with 'nonsense'"),
    (["report", "e"], "several events have ids that begin with 'e'"),
    (["report", "EVENT", "-o", "none/x.html"], "the folder none does not exist"),
    (["report", "EVENT", "--as-of", "2020-01-01"], "nothing of event"),
    (["report", "EVENT", "--recorded-by", "2020-01-01"], "nothing of event"),
    (["report", "EVENT", "--profile", "nobody"], "there is no profile 'nobody'"),
    (["chart", "EVENT", "-o", "x.gif"], "a chart is an .svg or a .png"),
    (["chart", "EVENT", "--show", "map"], "there is no chart 'map'; there are timeline, chain"),
]


@pytest.mark.parametrize(("arguments", "wrong"), FAULTS, ids=[" ".join(one) for one, _ in FAULTS])
def test_what_is_wrong_is_told_and_nothing_is_written(arguments, wrong, demo, event_id, run, tmp_path):
    made = run(*[event_id if one == "EVENT" else one for one in arguments], "--ledger", str(demo))
    assert made.exit_code == 2
    assert wrong in " ".join(made.stderr.split()).replace("│ ", "")
    assert list(tmp_path.iterdir()) == []


def test_a_page_of_what_the_ledger_held_before_a_judgement(demo, shown, run, tmp_path):
    shutil.copy(demo, tmp_path / "l.db")
    claim_id = next(claim.claim_id for claim in shown.dossier.claims if claim.figures)
    before = datetime.now(UTC)
    assert run("review", "reject", claim_id, "--ledger", "l.db", "--by", "Ann", "--note", "misread").exit_code == 0
    moment = before.strftime("%Y-%m-%dT%H:%M:%S.%f")
    with ledger.open("l.db", read_only=True) as opened:
        now = next(one.event.event_id for one in dossiers.dossiers(opened) if set(one.event.claim_ids) & set(shown.dossier.event.claim_ids))
    assert run("report", now, "-o", "then.html", "--recorded-by", moment, "--ledger", "l.db").exit_code == 0
    then = Page((tmp_path / "then.html").read_text(encoding="utf-8"))
    assert f"c-{claim_id}" in then.ids
    assert "as the ledger had it on" in then.words
    assert "by Ann" not in then.words
    assert run("report", now, "-o", "now.html", "--ledger", "l.db").exit_code == 0
    assert f"c-{claim_id}" not in Page((tmp_path / "now.html").read_text(encoding="utf-8")).ids


def test_a_png_without_matplotlib_is_refused_with_what_to_do(demo, event_id, run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.backends.backend_agg", None)
    made = run("chart", event_id, "-o", "x.png", "--ledger", str(demo))
    assert made.exit_code == 2
    assert "a PNG needs matplotlib, which is not installed: pip install 'hearsay[chart]', or write an .svg" in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_import_from_the_command_line(demo, run, tmp_path):
    shutil.copy(demo, tmp_path / "l.db")
    assert run("export", "--ledger", "l.db", "--to", "doccano", "--out", "d.jsonl").exit_code == 0
    untouched = run("import", "d.jsonl", "--ledger", "l.db", "--by", "Ann")
    assert untouched.stdout.startswith("d.jsonl: 0 judgements (0 amended, 0 rejected) from 13 reports.")
    text = (tmp_path / "d.jsonl").read_text(encoding="utf-8")
    (tmp_path / "d.jsonl").write_text(text.replace('"label":"killed 34"', '"label":"killed 33"'), encoding="utf-8")
    made = run("import", "d.jsonl", "--ledger", "l.db", "--by", "Ann")
    assert "(" in made.stdout
    assert " amended, 0 rejected)" in made.stdout
    assert "hearsay review log --ledger l.db" in made.stdout
    (tmp_path / "d.jsonl").write_text("{", encoding="utf-8")
    broken = run("import", "d.jsonl", "--ledger", "l.db")
    assert (broken.exit_code, "line 1: is not JSON" in broken.stderr) == (2, True)
    assert run("import", "d.jsonl", "--ledger", "l.db", "--by", " ").exit_code == 2
