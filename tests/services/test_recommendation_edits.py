"""Parts, references, actions and updates change together, and nothing is orphaned or overwritten."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.errors import UserError
from desktop_app.domain.crossreferences import pieces, render
from desktop_app.domain.learning import Action, ActionStatus, Recommendation, RecommendationPart
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services import recommendation_edits as edits
from desktop_app.services.recommendation_notes import notes_by_text
from desktop_app.services.recommendations import recommendation_views
from desktop_app.services.session import Session

ONE, TWO = "1" * 32, "2" * 32


def test_words_typed_become_live_and_follow_a_move(session: Session) -> None:
    _, first = edits.add_recommendation(session)
    _, second = edits.add_recommendation(session)
    text = edits.live(session.snapshot, "As outlined at Recommendation 1 above.")
    session.put("Edit", Recommendation(uid=second, number=2, text=text))
    edits.move_recommendation(session, second, -1)
    views = recommendation_views(session.snapshot)
    assert [v.uid for v in views] == [second, first]
    assert views[0].text == "As outlined at Recommendation 2 below."
    assert edits.move_recommendation(session, second, -1) is None


def test_a_reference_put_in_by_hand_says_its_side(session: Session) -> None:
    _, first = edits.add_recommendation(session)
    _, second = edits.add_recommendation(session)
    snapshot = session.snapshot
    assert edits.reference_pieces(snapshot, edits.reference_to(snapshot, first, 2), 2)[0].printed == (
        "Recommendation 1 above"
    )
    assert edits.reference_pieces(snapshot, edits.reference_to(snapshot, second, 1), 1)[0].printed == (
        "Recommendation 2 below"
    )


_WORDS = st.sampled_from(
    [
        "See ",
        "Recommendation ",
        f"{{rec:{ONE}}}",
        f"{{rec:{TWO}}}",
        " above",
        " below",
        " and ",
        ", ",
        "\n",
        "a",
        "{rec:",
    ]
)


@given(st.lists(_WORDS, max_size=12).map("".join))
def test_pieces_lose_nothing_and_print_as_the_whole_does(text: str) -> None:
    numbers = {ONE: 1, TWO: 2}
    cut = pieces(text, numbers, 2)
    assert "".join(piece.stored for piece in cut) == text
    assert "".join(piece.printed for piece in cut) == render(text, numbers, 2)


def test_deleting_a_part_moves_letters_up_and_keeps_its_action(session: Session) -> None:
    _, rec = edits.add_recommendation(session)
    uids = [edits.add_part(session, rec)[1] for _ in range(3)]
    session.put("Add", Action(uid="a" * 32, number=1, parts=(uids[1],)))
    edits.delete_part(session, uids[1])
    after = session.snapshot
    assert sorted((p.letter, p.uid) for p in after.parts) == [("a", uids[0]), ("b", uids[2])]
    assert (after.actions[0].parts, after.actions[0].recommendations) == ((), (rec,))
    session.undo()
    assert len(session.snapshot.parts) == 3
    assert session.snapshot.actions[0].parts == (uids[1],)


def test_there_are_no_more_parts_than_letters(session: Session) -> None:
    rec = Recommendation(number=1)
    parts = [RecommendationPart(recommendation=rec.uid, letter=chr(ord("a") + n)) for n in range(26)]
    session.put("Add", rec, *parts)
    with pytest.raises(UserError) as refused:
        edits.add_part(session, rec.uid)
    assert refused.value.code == "too-many-parts"
    assert len(session.snapshot.parts) == 26


def test_an_update_is_added_and_never_replaces_one(session: Session) -> None:
    _, rec = edits.add_recommendation(session)
    _, action = edits.add_action(session, rec)
    edits.add_update(session, action, dt.date(2026, 5, 1), "Begun.", "Unit")
    edits.add_update(session, action, dt.date(2026, 8, 1), "Done, as at Recommendation 1.", "Unit")
    shown = {day: recommendation_views(session.snapshot, day)[0].actions[0].update for day in (
        dt.date(2026, 4, 1), dt.date(2026, 6, 1), dt.date(2026, 9, 1))}  # fmt: skip
    assert list(shown.values()) == ["", "Begun.", "Done, as at Recommendation 1."]
    assert f"{{rec:{rec}}}" in session.snapshot.updates[1].text


@pytest.mark.parametrize(("when", "text"), [(None, "Words."), (dt.date(2026, 5, 1), "  ")])
def test_half_an_update_is_refused_and_nothing_is_stored(session: Session, when: dt.date | None, text: str) -> None:
    _, rec = edits.add_recommendation(session)
    _, action = edits.add_action(session, rec)
    with pytest.raises(UserError) as refused:
        edits.add_update(session, action, when, text, "")
    assert refused.value.code == "update-incomplete"
    assert session.snapshot.updates == ()


def test_answering_is_said_and_taken_back(session: Session) -> None:
    _, rec = edits.add_recommendation(session)
    _, part = edits.add_part(session, rec)
    _, action = edits.add_action(session, rec)
    edits.answer(session, action, part, answers=True)
    edits.answer(session, action, rec, answers=False)
    held = session.snapshot.actions[0]
    assert (held.recommendations, held.parts) == ((), (part,))


def _noted(*actions: Action, text: str = "The Partnership audits.", accepted: str = "accepted") -> list[str]:
    rec = Recommendation(uid=ONE, number=1, text=text, accepted=accepted)
    return [note.text for note in notes_by_text(Snapshot(recommendations=(rec,), actions=actions), ONE)[ONE]]


def test_notes_ask_who_and_when() -> None:
    assert _noted() == ["No action answers this yet"]
    assert _noted(Action(number=1, recommendations=(ONE,))) == ["Nobody is named to do it"]
    named = Action(number=1, recommendations=(ONE,), owner_body="CSC")
    assert _noted(named) == ["No day is set for it"]
    done = Action(number=1, recommendations=(ONE,), owner_body="CSC", status=ActionStatus.COMPLETE)
    assert _noted(done) == ["Who and by when are clear"]
    assert _noted(accepted="not-accepted") == []
    assert _noted(text="") == []


def test_a_note_says_that_what_is_cited_is_not_finished() -> None:
    first = Recommendation(uid=ONE, number=1, text="One.")
    second = Recommendation(uid=TWO, number=2, text=f"See Recommendation {{rec:{ONE}}} above.", accepted="not-accepted")
    notes = notes_by_text(Snapshot(recommendations=(first, second)), TWO)[TWO]
    assert [note.text for note in notes if note.tone == "info"] == ["Recommendation 1 isn’t finished"]
