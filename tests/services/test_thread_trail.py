"""A trail is the same thread from either end."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.family import FamilyPoint
from desktop_app.domain.learning import Action, Finding, ProgressUpdate, Recommendation, RecommendationPart
from desktop_app.domain.output import Output, OutputKind
from desktop_app.domain.people import Person
from desktop_app.domain.review import Kloe
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Reflection
from desktop_app.services.sample import make_sample
from desktop_app.services.thread.trail import Thread

DAY = dt.date(2026, 5, 1)


def review() -> tuple[Snapshot, dict[str, str]]:
    kloe, point, said = Kloe(number=1), FamilyPoint(text="We rang."), Reflection(text="We waited.")
    event = ChronologyEvent(ref="CSC-001", kloes=(kloe.uid,))
    other = ChronologyEvent(ref="CSC-002", kloes=(kloe.uid,))
    finding = Finding(
        number=1, kloes=(kloe.uid,), events=(event.uid,), reflections=(said.uid,), family_points=(point.uid,)
    )
    rec = Recommendation(number=1, findings=(finding.uid,))
    part = RecommendationPart(recommendation=rec.uid, letter="a")
    action = Action(number=1, parts=(part.uid,))
    early = ProgressUpdate(action=action.uid, as_at=DAY, text="Begun.")
    late = ProgressUpdate(action=action.uid, as_at=dt.date(2026, 8, 1), text="Done.")
    briefing = Output(kind=OutputKind.BRIEFING, as_at=dt.date(2026, 6, 1))
    person = Person(name="Rowan")
    held = locals()
    snapshot = Snapshot(
        kloes=(kloe,), family_points=(point,), reflections=(said,), events=(event, other), findings=(finding,),
        recommendations=(rec,), parts=(part,), actions=(action,), updates=(early, late), outputs=(briefing,),
        people=(person,),
    )  # fmt: skip
    return snapshot, {name: record.uid for name, record in held.items() if hasattr(record, "uid")}


def test_from_the_event_to_the_page_and_back() -> None:
    snapshot, uid = review()
    names = {u: name for name, u in uid.items()}
    thread = Thread(snapshot)
    up = thread.trail(uid["event"])
    assert up is not None
    above = [names[node.uid] for node in up.above()]
    assert above[:2] == ["kloe", "finding"]
    assert set(above) == {"kloe", "finding", "rec", "action", "early", "late", "briefing"}
    down = thread.trail(uid["briefing"])
    assert down is not None
    assert {names[node.uid] for node in down.below()} == {
        *("early", "action", "rec", "finding", "kloe", "event", "said", "point"),
    }


def test_an_output_prints_the_newest_update_as_at_its_day() -> None:
    snapshot, uid = review()
    trail = Thread(snapshot).trail(uid["late"])
    assert trail is not None
    assert uid["briefing"] not in {node.uid for node in trail.nodes}


def test_a_finding_is_not_answerable_for_everything_asked_about_its_line_of_enquiry() -> None:
    snapshot, uid = review()
    trail = Thread(snapshot).trail(uid["finding"])
    assert trail is not None
    assert uid["other"] not in {node.uid for node in trail.nodes}
    asked = Thread(snapshot).trail(uid["kloe"])
    assert asked is not None
    assert {uid["event"], uid["other"]} <= {node.uid for node in asked.below()}


def test_a_part_has_the_thread_of_its_recommendation_and_a_person_has_none() -> None:
    snapshot, uid = review()
    trail = Thread(snapshot).trail(uid["part"])
    assert trail is not None
    assert trail.root == uid["rec"]
    assert Thread(snapshot).trail(uid["person"]) is None
    assert Thread(snapshot).trail("") is None


def test_links_into_nothing_and_in_a_circle_end() -> None:
    one, two = Recommendation(number=1), Finding(number=1)
    one, two = replace(one, findings=("gone", two.uid)), replace(two, events=(one.uid,))
    trail = Thread(Snapshot(recommendations=(one,), findings=(two,))).trail(one.uid)
    assert trail is not None
    assert {node.uid for node in trail.nodes} == {one.uid, two.uid}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    session, _ = make_sample(tmp_path_factory.mktemp("sample") / "s.review", "otter velvet cumulus brig")
    snapshot = session.whole_snapshot()
    session.close()
    return snapshot


def test_what_rests_on_a_thing_says_that_it_rests_on_it(sample: Snapshot) -> None:
    """Seen from above and from below the same ties are there, lines of enquiry apart, which are not walked through."""
    thread = Thread(sample)
    for finding in sample.findings:
        trail = thread.trail(finding.uid)
        assert trail is not None
        for node in trail.above():
            back = thread.trail(node.uid)
            assert back is not None
            assert finding.uid in {n.uid for n in back.below()}
        for node in trail.below():
            forth = thread.trail(node.uid)
            assert forth is not None
            assert finding.uid in {n.uid for n in forth.above()}
        assert all(a != b for a, b in trail.ties)
