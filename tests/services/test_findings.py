"""Evidence goes in and out of a finding without touching the rest of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import read_date
from desktop_app.domain.learning import Finding, Recommendation
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Reflection, Workshop
from desktop_app.services.findings import (
    Evidence,
    candidates,
    delete_finding,
    evidence_of,
    with_evidence,
    without_evidence,
)
from desktop_app.services.session import Session

EVENTS = tuple(
    ChronologyEvent(uid=f"e{n}", ref=f"POL-00{n}", date=read_date(f"{n} May 2024"), event=f"Call {n}")
    for n in range(1, 5)
)
SAID = (Reflection(uid="x1", workshop="w1", text="We waited for a form."),)
SNAPSHOT = Snapshot(events=EVENTS, reflections=SAID, workshops=(Workshop(uid="w1", title="Learning event"),))
UIDS = [*(e.uid for e in EVENTS), "x1"]


@given(st.lists(st.sampled_from(UIDS), unique=True))
def test_linked_and_offered_share_everything_out(held: list[str]) -> None:
    finding = Finding(
        uid="f1",
        events=tuple(u for u in held if u != "x1"),
        reflections=tuple(u for u in held if u == "x1"),
    )
    linked = [e.uid for e in evidence_of(SNAPSHOT, finding)]
    offered = [e.uid for e in candidates(SNAPSHOT, finding)]
    assert sorted(linked) == sorted(held)
    assert sorted(linked + offered) == sorted(UIDS)


@given(st.sampled_from([*candidates(SNAPSHOT, Finding(uid="f1")), Evidence("family", "", "We rang")]))
def test_putting_in_and_taking_out_is_nothing(item: Evidence) -> None:
    finding = Finding(uid="f1", statement="As it was")
    assert without_evidence(with_evidence(finding, item), item) == finding


def test_a_reflection_leads_to_its_workshop_and_dates_read_as_people_write_them() -> None:
    found = {e.uid: e for e in candidates(SNAPSHOT, Finding(uid="f1"))}
    assert (found["x1"].page, found["x1"].target) == ("workshops", "w1")
    assert found["e3"].second.replace("\u00a0", " ") == "3 May 2024"


def test_deleting_a_finding_is_one_step(session: Session) -> None:
    one, two = Finding(uid="1" * 32, number=1), Finding(uid="2" * 32, number=2)
    rec = Recommendation(uid="3" * 32, number=1, findings=(one.uid, two.uid))
    session.put("Set up", one, two, rec)
    delete_finding(session, one.uid)
    assert [(f.uid, f.number) for f in session.snapshot.findings] == [(two.uid, 1)]
    assert session.snapshot.recommendations[0].findings == (two.uid,)
    session.undo()
    assert [f.number for f in session.snapshot.findings] == [1, 2]
    assert session.snapshot.recommendations[0].findings == (one.uid, two.uid)
