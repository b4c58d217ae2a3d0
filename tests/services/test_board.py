"""The board beside a finding: what lies for it is what it rests on, and order and notes are the author's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.common.errors import UserError
from desktop_app.domain.board import BoardCard, Side
from desktop_app.domain.chronology import ChronologyEvent, KeyPracticeEpisode
from desktop_app.domain.coding import Coding, Theme
from desktop_app.domain.family import FamilyPoint
from desktop_app.domain.learning import Finding
from desktop_app.domain.review import Narrative, Review, ReviewType
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Reflection, Workshop
from desktop_app.services.board import board_of, lay, not_laid, note, take_off
from desktop_app.services.board_named import board_lines, lay_named
from desktop_app.services.checking import check
from desktop_app.services.factors import heading_named, headings
from desktop_app.services.findings import FIELDS, counts, delete_finding, everything
from desktop_app.services.passages import rest_passage
from desktop_app.services.session import Session
from desktop_app.services.thread import broken_links
from desktop_app.services.thread.named import record_named, thread_of

FINDING = "f" * 32


def uid(letter: str, n: int = 0) -> str:
    return f"{letter}{n:031d}"


RECORDS = (
    *(ChronologyEvent(uid=uid("a", n), ref=f"CSC-00{n}", event=f"Call {n}") for n in range(3)),
    Workshop(uid=uid("b"), title="Learning event"),
    Reflection(uid=uid("c"), workshop=uid("b"), text="We waited for a form."),
    FamilyPoint(uid=uid("d"), text="We rang four times"),
    KeyPracticeEpisode(uid=uid("e"), number=1, title="The spring", events=(uid("a"),)),
    Theme(uid=uid("1"), name="Voice", letter="V"),
    Coding(uid=uid("2"), theme=uid("1"), family="events", of=uid("a", 1), field="event", end=4, quote="Call"),
)
LAYABLE = [uid("a", 0), uid("a", 1), uid("a", 2), uid("c"), uid("d"), uid("e"), uid("2")]


@pytest.fixture
def review(session: Session) -> Session:
    session.put("Set up", *RECORDS, Finding(uid=FINDING, number=1, events=(uid("a"),), family_points=("Older words",)))
    return session


def finding(session: Session) -> Finding:
    return session.snapshot.findings[0]


def put(session: Session, what: str, side: Side, at: int | None = None) -> None:
    item = next(item for item in everything(session.snapshot) if item.uid == what)
    lay(session, finding(session), item, side, at)


def sides(session: Session) -> dict[str, list[str]]:
    return {
        side.value: [one.item.uid or one.item.title for one in laid]
        for side, laid in board_of(session.snapshot, finding(session)).items()
    }


def test_what_a_finding_rests_on_lies_for_it(review: Session) -> None:
    assert sides(review) == {"for": [uid("a"), "Older words"], "against": [], "context": []}
    assert uid("a") not in {item.uid for item in not_laid(review.snapshot, finding(review))}
    assert {item.uid for item in not_laid(review.snapshot, finding(review))} == set(LAYABLE) - {uid("a")}


def test_every_kind_of_evidence_goes_to_every_side_and_off_again(review: Session) -> None:
    take_off(review, finding(review), next(i for i in everything(review.snapshot) if i.uid == uid("a")))
    before, held = sides(review), finding(review)
    for what in LAYABLE:
        for side in (Side.FOR, Side.AGAINST, Side.CONTEXT, Side.FOR):
            put(review, what, side)
            assert [what in there for there in sides(review).values()] == [side is other for other in Side]
            now = finding(review)
            assert (what in (u for field in FIELDS.values() for u in getattr(now, field))) == (side is Side.FOR)
        assert broken_links(review.snapshot) == []
        take_off(review, finding(review), next(i for i in everything(review.snapshot) if i.uid == what))
        assert sides(review) == before
        assert finding(review) == held
    assert review.snapshot.board_cards == ()


MOVES = st.lists(st.tuples(st.sampled_from(LAYABLE), st.sampled_from(Side), st.integers(0, 4)), max_size=7)


@settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
@given(MOVES)
def test_the_board_is_as_a_list_of_lists_would_be(session: Session, moves: list[tuple[str, Side, int]]) -> None:
    session.put("Set up", *RECORDS, Finding(uid=FINDING, number=1))
    session.replace_all("Clear", (), tuple((BoardCard, card.uid) for card in session.snapshot.board_cards))
    model: dict[str, list[str]] = {side.value: [] for side in Side}
    for what, side, at in moves:
        put(session, what, side, at)
        for laid in model.values():
            if what in laid:
                laid.remove(what)
        model[side.value].insert(at, what)
        assert sides(session) == model
    assert len(session.snapshot.board_cards) == len({what for what, _, _ in moves})
    assert sum(count for _, count in counts(finding(session))) == len(model["for"])


def test_a_move_is_one_step_of_undo(review: Session) -> None:
    put(review, uid("c"), Side.FOR)
    before = review.snapshot
    put(review, uid("c"), Side.AGAINST)
    review.undo()
    assert review.snapshot == before


def test_words_an_earlier_version_kept_become_a_point_when_they_are_laid(review: Session) -> None:
    old = next(one.item for one in board_of(review.snapshot, finding(review))[Side.FOR] if not one.item.uid)
    lay(review, finding(review), old, Side.CONTEXT)
    (point,) = [p for p in review.snapshot.family_points if p.text == "Older words"]
    assert finding(review).family_points == ()
    assert sides(review)["context"] == [point.uid]


def test_a_note_stays_with_its_card_wherever_that_goes(review: Session) -> None:
    laid = board_of(review.snapshot, finding(review))[Side.FOR][0]
    note(review, finding(review), laid, "Two sources agree")
    put(review, uid("a"), Side.AGAINST)
    (against,) = board_of(review.snapshot, finding(review))[Side.AGAINST]
    assert against.note == "Two sources agree"
    assert note(review, finding(review), against, "Two sources agree ") is None


def test_evidence_taken_out_elsewhere_is_off_the_board(review: Session) -> None:
    put(review, uid("a", 1), Side.FOR)
    review.put("Elsewhere", replace(finding(review), events=()))
    assert sides(review)["for"] == ["Older words"]
    review.put("Elsewhere", replace(finding(review), events=(uid("a", 1),)))
    assert sides(review)["for"] == [uid("a", 1), "Older words"]


def test_a_deleted_finding_takes_its_board_along(review: Session) -> None:
    put(review, uid("c"), Side.AGAINST)
    delete_finding(review, FINDING)
    assert review.snapshot.board_cards == ()
    assert check(review).ok


def test_what_cannot_be_laid_lays_nothing(review: Session) -> None:
    before = review.snapshot
    for number, names, code in (
        (99, ["CSC-000"], "finding-unknown"),
        (1, ["CSC-000", "finding 1"], "not-evidence"),
        (1, ["X-1"], "no-such-record"),
    ):
        with pytest.raises(UserError) as refused:
            lay_named(review, number, names, "against")
        assert refused.value.code == code
        assert review.snapshot == before


def test_records_are_named_by_ref_number_key_or_uid(review: Session) -> None:
    review.put("Write", Narrative(uid=uid("9"), key="about", text="It began."))
    found = [record_named(review.snapshot, name) for name in ("csc-001", "KPE 1", "finding 1", "About", uid("c"))]
    assert found == [uid("a", 1), uid("e"), FINDING, uid("9"), uid("c")]
    with pytest.raises(UserError) as refused:
        rest_passage(review, "nowhere", [])
    assert refused.value.code == "no-passage"


def test_the_thread_of_a_record_goes_through_episodes_and_marked_words(review: Session) -> None:
    put(review, uid("e"), Side.FOR)
    put(review, uid("2"), Side.FOR)
    found = thread_of(review.snapshot, FINDING)
    below: Any = found["rests_on"]
    assert {line["label"] for line in below} == {"CSC-000", "CSC-001", "Key practice episode 1"}
    above: Any = thread_of(review.snapshot, uid("a", 1))["carries"]
    assert [(line["label"], line["steps"]) for line in above] == [("Finding 1", 1)]
    assert thread_of(review.snapshot, uid("1")) == {"uid": uid("1"), "rests_on": [], "carries": []}
    assert {line["words"] for line in board_lines(review.snapshot) if line["side"] == "for"} >= {"The spring", "Call"}


def test_factors_are_those_of_the_kind_of_review() -> None:
    other, health = Snapshot(), Snapshot(reviews=(Review(type=ReviewType.PSIRF),))
    assert headings(other)[5] == heading_named(other, "inter-AGENCY") == "Inter-agency"
    assert len(headings(other)) == 9
    assert headings(health)[0] == "Person"
    with pytest.raises(UserError):
        heading_named(health, "Inter-agency")
