"""Marks of themes: put on and taken away, merged and moved, and found again after the words were edited."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.common.errors import UserError
from desktop_app.domain.board import BoardCard, Side
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.coding import Coding, Theme
from desktop_app.domain.learning import Finding
from desktop_app.domain.people import Agency
from desktop_app.domain.review import Narrative
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Reflection
from desktop_app.services.checking import check
from desktop_app.services.coding.anchors import anchor_of
from desktop_app.services.coding.listed import coding_lines, theme_lines
from desktop_app.services.coding.marking import mark, move, settle, unmark
from desktop_app.services.coding.named import mark_words
from desktop_app.services.coding.themes import delete_theme, edit_theme, merge_themes, new_theme
from desktop_app.services.coding.under import counts, on, under
from desktop_app.services.session import Session

TEXT = "Callum was seen alone at school. Nobody asked what he was worried about, and the case was closed."
AGENCY = Agency(uid="a" * 32, code="CSC", name="Children’s Social Care")
EVENT = ChronologyEvent(uid="e" * 32, ref="CSC-001", agency=AGENCY.uid, event=TEXT, comment="Closed too soon?")
SAID = Reflection(uid="f" * 32, text="We each thought the other had asked.")
PASSAGE = Narrative(uid="b" * 32, key="about", text="It began with a call.\n\nNobody asked.")
VOICE, CLOSED = Theme(uid="1" * 32, name="Voice", letter="V"), Theme(uid="2" * 32, name="Closed early", letter="C")


@pytest.fixture
def review(session: Session) -> Session:
    session.put("Set up", AGENCY, EVENT, SAID, PASSAGE, VOICE, CLOSED)
    return session


def marked(text: str, words: str, **more: Any) -> Coding:
    start = text.index(words)
    return Coding(theme=VOICE.uid, family="events", of=EVENT.uid, field="event", start=start, end=start + len(words),
                  quote=words, **more)  # fmt: skip


def test_words_a_record_and_a_passage_are_marked_and_listed_under_the_theme(review: Session) -> None:
    mark(review, VOICE.uid, "events", EVENT.uid, "event", TEXT.index(" Nobody"), TEXT.index(", and"))
    mark(review, VOICE.uid, "reflections", SAID.uid)
    mark(review, CLOSED.uid, "narratives", PASSAGE.uid, "text", 23, 36)
    held = under(review, VOICE.uid)
    assert [one.words for one in held] == ["Nobody asked what he was worried about", SAID.text]
    assert [one.source.label for one in held] == ["CSC-001", "A workshop"]
    voice = counts(review)[VOICE.uid]
    assert (voice.marks, voice.records, voice.agencies) == (2, 2, {AGENCY.uid: 1, "": 1})
    (line,) = [line for line in coding_lines(review.snapshot) if line["kind"] == "narratives"]
    assert (line["words"], line["start"], line["end"], line["state"]) == ("Nobody asked.", 23, 36, "there")
    assert {line["name"]: line["agencies"] for line in theme_lines(review.snapshot)}["Voice"] == {"CSC": 1, "": 1}
    assert check(review).ok


def test_the_same_words_are_marked_once_with_a_theme_and_once_with_another(review: Session) -> None:
    first, _ = mark(review, VOICE.uid, "events", EVENT.uid, "event", 0, 6)
    again, changes = mark(review, VOICE.uid, "events", EVENT.uid, "event", 0, 7)  # the space after it is no word
    assert (again.uid, changes) == (first.uid, None)
    mark(review, CLOSED.uid, "events", EVENT.uid, "event", 0, 6)
    assert len(review.snapshot.codings) == 2


def test_what_cannot_be_marked_is_refused_in_words(review: Session) -> None:
    wrong: tuple[tuple[tuple[Any, ...], str], ...] = (
        (("9" * 32, "events", EVENT.uid, "event", 0, 6), "theme-unknown"),
        ((VOICE.uid, "people", EVENT.uid), "not-codable"),
        ((VOICE.uid, "events", EVENT.uid, "source", 0, 6), "not-codable"),
        ((VOICE.uid, "events", "9" * 32), "no-such-record"),
        ((VOICE.uid, "events", EVENT.uid, "event", 6, 7), "no-words"),
        ((VOICE.uid, "events", EVENT.uid, "event", 9_000, 9_001), "no-words"),
    )
    for words, code in wrong:
        with pytest.raises(UserError) as refused:
            mark(review, *words)
        assert refused.value.code == code
    assert review.snapshot.codings == ()


PIECES = st.text(alphabet="abc XYŵ.\n", max_size=30)


@given(PIECES, PIECES, st.integers(0, 90), st.integers(1, 20))
def test_a_stretch_is_found_again_wherever_the_words_around_it_went(
    before: str, after: str, start: int, length: int
) -> None:
    quote = TEXT[start : start + length].strip()
    if quote:
        at = TEXT.index(quote, start)
        coding = replace(marked(TEXT, quote), start=at, end=at + len(quote))
        edited = before + TEXT + after
        now = anchor_of(edited, coding)
        assert edited[now.start : now.end].casefold().split() == quote.casefold().split()
        assert now.how == ("there" if edited[at : at + len(quote)] == quote else "moved")


@pytest.mark.parametrize(
    ("text", "how", "words"),
    [
        (TEXT, "there", "Nobody asked what he was worried about"),
        (f"On 7 May. {TEXT}", "moved", "Nobody asked what he was worried about"),
        (TEXT.replace("asked what", "asked\n what"), "moved", "Nobody asked\n what he was worried about"),
        (TEXT.replace("worried about", "worried over"), "reworded", "Nobody asked what he was worried over"),
        ("Callum was not seen.", "gone", ""),
        ("", "gone", ""),
    ],
)
def test_edited_words_are_followed_as_far_as_they_can_be(text: str, how: str, words: str) -> None:
    now = anchor_of(text, marked(TEXT, "Nobody asked what he was worried about"))
    assert (now.how, text[now.start : now.end]) == (how, words)


def test_of_words_that_stand_twice_the_nearest_is_meant() -> None:
    twice = "asked. Nobody asked. " * 2
    coding = replace(marked(twice, "Nobody asked"), start=29, end=41)
    assert anchor_of(twice, coding).start == twice.rindex("Nobody")


def test_settling_stores_where_the_words_are_now_in_one_step(review: Session) -> None:
    mark_words(review, "voice", "csc-001", "nobody  asked")
    review.put("Edit", replace(EVENT, event=f"A visit. {TEXT}"))
    many, _ = settle(review)
    (coding,) = review.snapshot.codings
    assert (many, coding.start, coding.quote) == (1, TEXT.index("Nobody") + 9, "Nobody asked")
    assert settle(review) == (0, None)
    review.undo()
    assert review.snapshot.codings[0].start == TEXT.index("Nobody")


def test_words_that_are_gone_keep_their_quotation_and_say_so(review: Session) -> None:
    mark_words(review, "V", "CSC-001", "the case was closed")
    review.put("Edit", replace(EVENT, event="Callum was seen."))
    (one,) = under(review, VOICE.uid)
    assert (one.anchor.how, one.words) == ("gone", "the case was closed")
    assert settle(review)[0] == 0


STRETCHES = st.lists(st.tuples(st.booleans(), st.sampled_from([(0, 6), (7, 15), (16, 24), (0, 31)])), max_size=8)


@settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
@given(STRETCHES)
def test_two_themes_put_together_mark_what_either_marked_once(
    session: Session, made: list[tuple[bool, tuple[int, int]]]
) -> None:
    session.put("Set up", AGENCY, EVENT, VOICE, CLOSED)
    before = session.undo_label
    for voice, (start, end) in made:
        mark(session, VOICE.uid if voice else CLOSED.uid, "events", EVENT.uid, "event", start, end)
    rested = Finding(uid="7" * 32, number=1, codings=tuple(c.uid for c in session.snapshot.codings))
    session.put("Find", rested)
    held = session.snapshot
    merge_themes(
        session, *(t for t in held.themes if t.uid == VOICE.uid), *(t for t in held.themes if t.uid != VOICE.uid)
    )
    now = session.snapshot
    assert {(c.start, c.end) for c in now.codings} == {place for _, place in made}
    assert len(now.codings) == len({place for _, place in made})
    assert {theme.uid for theme in now.themes} == {VOICE.uid}
    assert set(now.findings[0].codings) == {c.uid for c in now.codings}
    session.undo()
    assert session.snapshot == held
    while session.undo_label != before:
        session.undo()


def test_taking_a_mark_away_takes_it_off_findings_and_boards(review: Session) -> None:
    coding, _ = mark(review, VOICE.uid, "events", EVENT.uid)
    finding = Finding(number=1, codings=(coding.uid,))
    other = Finding(number=2)
    review.put("Lay", finding, other, BoardCard(finding=other.uid, family="codings", of=coding.uid, side=Side.AGAINST))
    before = review.snapshot
    unmark(review, coding.uid)
    assert review.snapshot.findings[0].codings == ()
    assert (review.snapshot.codings, review.snapshot.board_cards) == ((), ())
    assert check(review).ok
    review.undo()
    assert review.snapshot == before


def test_moved_to_another_theme_words_stay(review: Session) -> None:
    coding, _ = mark(review, VOICE.uid, "events", EVENT.uid, "comment", 0, 6)
    move(review, [coding.uid], CLOSED.uid)
    assert [one.words for one in under(review, CLOSED.uid)] == ["Closed"]
    assert under(review, VOICE.uid) == []


def test_a_theme_above_counts_what_is_under_it_and_circles_are_refused(review: Session) -> None:
    edit_theme(review, replace(CLOSED, parent=VOICE.uid))
    mark(review, CLOSED.uid, "events", EVENT.uid)
    assert counts(review)[VOICE.uid].marks == 1
    with pytest.raises(UserError) as refused:
        edit_theme(review, replace(VOICE, parent=CLOSED.uid))
    assert refused.value.code == "theme-circle"
    delete_theme(review, VOICE.uid)
    assert [(t.uid, t.parent) for t in review.snapshot.themes] == [(CLOSED.uid, "")]
    assert len(review.snapshot.codings) == 1


def test_merging_into_what_lies_under_it_leaves_no_circle(review: Session) -> None:
    child = replace(CLOSED, parent=VOICE.uid, definition="Shut before it was looked at")
    review.put("Under", child, replace(VOICE, definition="What the child said"))
    merge_themes(review, child, next(t for t in review.snapshot.themes if t.uid == VOICE.uid))
    (left,) = review.snapshot.themes
    assert (left.parent, left.definition) == ("", "Shut before it was looked at\n\nWhat the child said")


@given(st.lists(st.text(min_size=1, max_size=12), max_size=30))
def test_every_new_theme_has_a_letter_of_its_own(names: list[str]) -> None:
    themes: list[Theme] = []
    for name in names:
        try:
            themes.append(new_theme(Snapshot(themes=tuple(themes)), name))
        except UserError as refused:
            assert refused.code in ("theme-without-name", "theme-twice")  # noqa: PT017
    assert len({theme.letter.casefold() for theme in themes}) == len(themes)
    assert all(1 <= len(theme.letter) <= 3 and 1 <= theme.colour <= 8 for theme in themes)


def test_the_marks_of_one_record_stand_in_the_order_of_its_words(review: Session) -> None:
    for words in ("closed", "Callum"):
        mark_words(review, "Voice", "CSC-001", words, field="event")
    mark_words(review, "Voice", "CSC-001")
    (source,) = {one.source.uid: one.source for one in under(review, VOICE.uid)}.values()
    assert [one.coding.quote for one in on(review, source)] == ["", "Callum", "closed"]
