"""English is read however it is written; other languages are refused, with the reason."""

import pytest

from hearsay import lexicons
from hearsay.documents.languages import language_fault

COMMON = lexicons.load("common")


@pytest.mark.parametrize("text", COMMON["english"]["silent"])
def test_english_with_misleading_names_is_read(text):
    assert language_fault(text, "a") is None


@pytest.mark.parametrize(("language", "text"), [(entry["name"], text) for entry in COMMON["other"] for text in entry["fires"]])
def test_another_language_is_told_by_name(language, text):
    fault = language_fault(text, "a", 3)
    assert fault is not None
    assert (fault.code, fault.line) == ("language", 3)
    assert f"looks like {language} (" in fault.message


def test_a_language_that_is_in_no_list_is_refused_when_the_text_is_long():
    welsh = "Dywedodd y fyddin fod deuddeg milwr wedi eu lladd mewn ymosodiad ar y dref ddoe, ac mae'r ymladd yn parhau heddiw. "
    fault = language_fault(welsh * 4, "a")
    assert fault is not None
    assert "does not look like English" in fault.message


def test_upper_case_wire_copy_without_little_words_is_read():
    text = "KABUL 12 JAN (AFP) -- TALIBAN FIGHTERS KILL 12 SOLDIERS, WOUND 30, CAPTURE DISTRICT CENTRE. ARMY SENDS TROOPS. " * 10
    assert language_fault(text, "a") is None


def test_a_quotation_in_another_script_does_not_matter():
    assert language_fault("The minister said: «Мы не признаём этого». He left for Kyiv on Monday.", "a") is None


@pytest.mark.parametrize(
    ("text", "script"), [("Армия взяла город", "Cyrillic"), ("部队占领了城市", "Cjk"), ("أعلن الجيش", "Arabic"), ("सेना ने कहा", "Devanagari")]
)
def test_another_script_is_told(text, script):
    fault = language_fault(text, "a")
    assert fault is not None
    assert f"mostly in {script} letters" in fault.message
