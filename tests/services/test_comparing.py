"""Two texts compared: what is said of every sentence, on paper and over random edits."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.document import (
    Bullets,
    Cell,
    Dates,
    Document,
    Heading,
    Paragraph,
    Quote,
    Table,
    Text,
)
from desktop_app.services.compose.unfinished import KEY
from desktop_app.services.release.comparing import Change, Comparison, Kind, compare, words_apart
from desktop_app.services.release.kept_text import Unit, pack, sentences, units_of, unpack


def text(words: str) -> Text:
    return Text(words, Dates.CASE)


def units(*said: str, section: str = "Background", label: str = "") -> list[Unit]:
    return [Unit(section, label, sentence) for sentence in said]


def kinds(found: Comparison) -> list[tuple[str, str, str]]:
    return [(change.kind.value, change.before, change.after) for change in found.changes]


A, B, C = "Rowan lived in a town.", "Four agencies knew the family.", "They met twice in spring."


def test_a_changed_sentence_an_added_and_a_removed_one() -> None:
    changed = "Four agencies knew the whole family."
    found = compare(units(A, B, C), units(A, changed, C, "Nobody asked why."))
    assert kinds(found) == [("changed", B, changed), ("added", "", "Nobody asked why.")]
    assert found.same == 2
    assert kinds(compare(units(A, B, C), units(A, C))) == [("removed", B, "")]


def test_a_sentence_that_moved_is_neither_new_nor_gone() -> None:
    last = "Nobody asked why."
    found = compare(units(A, B, C, last), [*units(A, C, last), *units(B, section="Next steps")])
    assert found.changes == (Change(Kind.MOVED, "Next steps", "", B, B, was="Background"),)


def test_a_renamed_section_moves_nothing() -> None:
    found = compare(units(A, B), units(A, B, section="What happened"))
    assert (found.changes, found.same) == ((), 2)


def test_a_word_or_two_do_not_move() -> None:
    before = [Unit("Plan", "Status", "Complete."), *units(A, B)]
    after = [*units(A, B), Unit("Other", "Status", "Complete.")]
    assert {change.kind for change in compare(before, after).changes} == {Kind.REMOVED, Kind.ADDED}


def test_a_cell_that_changed_is_not_paired_with_another_column() -> None:
    before = [Unit("Plan", "Action", "Write to all schools."), Unit("Plan", "Status", "In progress")]
    after = [Unit("Plan", "Action", "Write to all schools and colleges."), Unit("Plan", "Status", "Complete")]
    assert [(c.kind.value, c.label) for c in compare(before, after).changes] == [
        ("changed", "Action"),
        ("changed", "Status"),
    ]


def test_a_long_table_with_words_said_again_and_again() -> None:
    rows = [
        Unit("", label, f"{n} of it" if label == "Event" else "Yes")
        for n in range(2_000)
        for label in ("Event", "Seen")
    ]
    later = [*rows[:1_000], Unit("", "Event", "A new row"), Unit("", "Seen", "Yes"), *rows[1_000:]]
    found = compare(rows, later)
    assert found.same == len(rows)
    assert [c.after for c in found.changes] == ["A new row", "Yes"]


SENTENCE = st.sampled_from([A, B, C, "It was raining.", "Nobody asked.", "A visit was planned for May."])
TEXTS = st.lists(
    st.builds(Unit, st.sampled_from(["One", "Two"]), st.sampled_from(["", "Action"]), SENTENCE), max_size=12
)


@given(TEXTS, TEXTS)
def test_the_later_text_is_the_earlier_one_and_the_changes(before: list[Unit], after: list[Unit]) -> None:
    found = compare(before, after)
    held = Counter(unit.sentence for unit in before)
    for change in found.changes:
        held[change.before] -= bool(change.before)
        held[change.after] += bool(change.after)
    assert +held == Counter(unit.sentence for unit in after)
    both = sum(change.kind in (Kind.CHANGED, Kind.MOVED) for change in found.changes)
    assert found.same + both + found.count(Kind.ADDED) == len(after)
    assert found.same + both + found.count(Kind.REMOVED) == len(before)
    assert compare(after, after).changes == ()
    assert all(change.before == change.after for change in found.changes if change.kind is Kind.MOVED)


@given(st.text(max_size=60), st.text(max_size=60))
def test_words_apart_hold_both_texts(before: str, after: str) -> None:
    told = list(words_apart(before, after))
    assert "".join(words for what, words in told if what != "added") == before
    assert "".join(words for what, words in told if what != "removed") == after


def test_sentences_stay_together_where_it_is_in_doubt() -> None:
    said = "Dr. Ash saw Rowan. “Nobody asked.” He left, i.e. went home. Why? At St. Mary’s it was 3.5 miles."
    assert list(sentences(said)) == [
        "Dr. Ash saw Rowan.",
        "“Nobody asked.”",
        "He left, i.e. went home.",
        "Why?",
        "At St. Mary’s it was 3.5 miles.",
    ]
    assert list(sentences("  ")) == []


def test_what_is_kept_of_a_document_and_comes_back() -> None:
    row = (Cell((text("3"),)), Cell((text("Visit. Then write."),)))
    document = Document(
        "briefing",
        text("Learning review"),
        text("Briefing paper, May 2026"),
        text("Head"),
        text("Foot"),
        (
            Heading(text("Background")),
            Paragraph(text("One thing. Another.")),
            Quote(text("We should have asked."), text("A teacher")),
            Bullets((text("A point."),)),
            Table((text("No"), text("Action")), (row,), (1, 2)),
            Heading(text("Draft: what is not finished"), key=KEY),
            Paragraph(text("Nothing of this is kept.")),
        ),
    )
    held = units_of(document)
    assert unpack(pack(held)) == held
    assert [unit[1:] for unit in held] == [
        ("title", "Learning review"),
        ("subtitle", "Briefing paper, May 2026"),
        ("heading", "Background"),
        ("", "One thing."),
        ("", "Another."),
        ("quote", "We should have asked."),
        ("speaker", "A teacher"),
        ("point", "A point."),
        ("No", "3"),
        ("Action", "Visit."),
        ("Action", "Then write."),
    ]
