"""The reference is what the code says."""

from docs.reference import PAPER, reference


def test_the_reference_is_written_from_the_code_as_it_is():
    assert PAPER.read_text(encoding="utf-8") == reference(), "python -m docs.reference writes it anew"
