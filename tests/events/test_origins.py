"""Copies are of one origin, the first published; what only quotes or gathers is not."""

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hearsay import events
from hearsay.records import Document, Origin

WORDS = """
river army hill front northville southport bridge market convoy fighters governor spokesman villagers shelled overnight mortar hospital wounded said
seven nurses road closed smoke rose beyond mill trucks burned tents moved east patrol returned before dawn rain slowed advance radio fell silent
""".split()


def story(seed: int, length: int = 160) -> str:
    chance = random.Random(seed)  # noqa: S311 - a made-up text, not a secret
    return " ".join(chance.choice(WORDS) for _ in range(length)).capitalize() + "."


def report(report_id: str, text: str, day: int | None = None) -> Document:
    return Document(report_id, text, published=date(2021, 3, day) if day else None)


def origin_of(*documents: Document) -> dict[str, str]:
    return {one.report_id: one.origin_id for one in events.origins(documents)}


def test_the_same_text_is_of_the_origin_that_was_published_first() -> None:
    found = events.origins([report("a", story(1), 4), report("b", story(1), 3), report("c", story(2), 1)])
    assert found == (Origin("a", "b", "b", 1.0), Origin("b", "b", "b", 1.0), Origin("c", "c", "c", 1.0))


def test_without_days_the_smallest_id_is_the_origin() -> None:
    assert origin_of(report("b", story(1)), report("a", story(1))) == {"a": "a", "b": "a"}


def test_a_copy_with_its_tail_cut_off_and_another_headline() -> None:
    text = story(1)
    assert origin_of(report("a", text), Document("b", text[: len(text) // 2], title="Shells fall on Northville")) == {"a": "a", "b": "a"}


def test_a_copy_with_edits_says_how_much_is_left() -> None:
    words = story(1, 300).split()
    words[20] = words[90] = words[150] = words[280] = "Tuesday"
    _, edited = events.origins([report("a", story(1, 300)), report("b", " ".join(words))])
    assert edited.origin_id == "a"
    assert 0.7 < edited.share < 1.0


def test_a_chain_of_copies_has_one_origin_and_says_what_each_is_most_like() -> None:
    words = story(1, 600).split()
    drifting = [report(name, " ".join(words[start : start + 400]), day) for day, (name, start) in enumerate((("a", 0), ("b", 90), ("c", 180)), 1)]
    assert origin_of(drifting[0], drifting[2]) == {"a": "a", "c": "c"}
    found = events.origins(drifting)
    assert [(one.origin_id, one.like_id) for one in found] == [("a", "a"), ("a", found[1].like_id), ("a", "b")]


def test_a_paragraph_taken_over_makes_no_copy() -> None:
    background = story(9, 40)
    assert len(set(origin_of(report("a", story(1) + background), report("b", story(2) + background)).values())) == 2


def test_a_roundup_of_many_is_no_copy_of_each() -> None:
    gathered = " ".join(story(number) for number in range(10))
    assert origin_of(report("a", gathered), report("b", story(3)), report("c", story(7))) == {"a": "a", "b": "b", "c": "c"}


def test_two_reports_on_one_thing_in_words_of_their_own_are_two() -> None:
    assert len(set(origin_of(report("a", story(1)), report("b", story(2))).values())) == 2


def test_a_wire_story_of_very_many_outlets_is_one_origin() -> None:
    carriers = [report(f"r{number:03}", story(1)) for number in range(120)]
    assert set(origin_of(*carriers).values()) == {"r000"}


def test_empty_texts_are_no_copies_of_each_other() -> None:
    assert origin_of(report("a", ""), report("b", "")) == {"a": "a", "b": "b"}


def test_a_new_report_finds_its_copies_by_their_sketches() -> None:
    kept = [events.sketch(report(f"r{seed}", story(seed))) for seed in range(5)]
    new = events.sketch(report("new", story(3)[:600]))
    assert list(events.copies(new, kept)) == ["r3"]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(40, 160), st.integers(1, 28)), max_size=8), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_an_origin_is_its_own(drawn: list[tuple[int, int, int]], chance: random.Random) -> None:
    documents = [report(f"r{number}", " ".join(story(seed).split()[:length]), day) for number, (seed, length, day) in enumerate(drawn)]
    found = events.origins(documents)
    assert [one.report_id for one in found] == sorted(one.report_id for one in documents)
    by_id = {one.report_id: one for one in found}
    assert all(by_id[one.origin_id].origin_id == one.origin_id and 0 < one.share <= 1 for one in found)
    chance.shuffle(documents)
    assert events.origins(documents) == found
