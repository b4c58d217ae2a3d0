"""An import is one undoable step, counted, with its file's hash and what waits."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.common.progress import CancelledError
from desktop_app.domain.import_plan import ImportKind
from desktop_app.domain.workshop import Workshop
from desktop_app.services.importing import apply_import, import_label, import_records, prepare_import
from desktop_app.services.session import Session

ROWS = "Date,Source,Event\n3 May 2024,Case note,Visit\n31/02/2024,Case note,Letter\n7 May 2024,,Call\n8 May 2024,Log,\n"


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = tmp_path / "return.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_one_step_in_one_step_out(session: Session, sent: Path) -> None:
    plan = prepare_import(session.snapshot, sent, ImportKind.CHRONOLOGY, "Health Visiting")
    assert session.snapshot.events == ()
    assert plan.rows_read == len(plan.rows) + len(plan.duplicates) + len(plan.waiting) + len(plan.refused) == 4
    apply_import(session, plan, "Health Visiting")
    after = session.snapshot
    assert [e.ref for e in sorted(after.events, key=lambda e: e.row)] == ["HV-001", "HV-002", "HV-003"]
    assert after.returns[0].sha256 == hashlib.sha256(sent.read_bytes()).hexdigest()
    assert {e.agency for e in after.events} == {after.agencies[0].uid} == {after.returns[0].agency}
    assert {(i.kind, i.row) for i in after.issues} == {("decide", 3), ("decide", 4), ("refused", 5)}
    session.undo()
    emptied = session.snapshot
    assert (emptied.events, emptied.returns, emptied.issues, emptied.agencies) == ((), (), (), ())
    session.redo()
    assert session.snapshot == after


def test_a_second_return_goes_on_counting_and_keeps_its_agency(session: Session, sent: Path, tmp_path: Path) -> None:
    apply_import(session, prepare_import(session.snapshot, sent, None, "Health Visiting"), "Health Visiting")
    more = tmp_path / "more.csv"
    more.write_text(ROWS + "9 May 2024,Log,New call\n", encoding="utf-8")
    plan = prepare_import(session.snapshot, more, None, "HV")
    apply_import(session, plan, "HV")
    after = session.snapshot
    assert len(after.agencies) == 1
    assert sorted(e.ref for e in after.events) == ["HV-001", "HV-002", "HV-003", "HV-004"]
    assert [r.version for r in after.returns] == [1, 2]


def test_the_agency_is_asked_for_when_nothing_tells_it(session: Session, sent: Path) -> None:
    with pytest.raises(UserError) as refused:
        prepare_import(session.snapshot, sent, ImportKind.CHRONOLOGY)
    assert refused.value.code == "agency-needed"
    apply_import(session, prepare_import(session.snapshot, sent, None, "Health Visiting"), "Health Visiting")
    named = sent.with_name("HV corrected return.csv")
    named.write_text(ROWS, encoding="utf-8")
    assert prepare_import(session.snapshot, named).kind is ImportKind.CHRONOLOGY


def test_imported_actions_go_on_from_the_numbers_there_are(session: Session, tmp_path: Path) -> None:
    for name, number in (("one.csv", 1), ("two.csv", 2)):
        path = tmp_path / name
        path.write_text(f"No,Recommendation,Action\n{number},Ask for {name}.,Doing it.\n", encoding="utf-8")
        apply_import(session, prepare_import(session.snapshot, path, ImportKind.RECOMMENDATIONS))
    assert sorted(a.number for a in session.snapshot.actions) == [1, 2]


def test_imported_reflections_belong_to_the_newest_workshop(session: Session, tmp_path: Path) -> None:
    workshop = Workshop(title="Learning event")
    session.put("Add", workshop)
    path = tmp_path / "said.csv"
    path.write_text("Prompt,Reflection\nWhat helped?,The same worker each week\n", encoding="utf-8")
    apply_import(session, prepare_import(session.snapshot, path, ImportKind.REFLECTIONS))
    assert [r.workshop for r in session.snapshot.reflections] == [workshop.uid]


def test_a_pseudonym_that_gives_somebody_away_is_said_by_row(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "uid,kind,name,aliases,pseudonym,descriptor,role,born\n"
        "p1,person,Jodie Marsh,,Rowan,,,\np2,person,Lee Draycott,,Jodie Marsh,,,\np3,person,Ann Oakley,,Rowan,,,\n",
        encoding="utf-8",
    )
    notes = prepare_import(session.snapshot, path, ImportKind.PEOPLE).notes
    assert any(n.startswith("row 3") and "really has that name" in n for n in notes)
    assert [n.split(",")[0] for n in notes if "already has it" in n] == ["row 2", "row 4"]
    assert not any("Marsh" in n or "Oakley" in n for n in notes)


class _StopAt:
    def __init__(self, done: int) -> None:
        self._at = done

    def step(self, done: int, total: int, what: str) -> None:
        if done >= self._at:
            raise CancelledError


def test_a_cancel_after_the_last_row_still_takes_all_of_them_back(session: Session, sent: Path) -> None:
    plan = prepare_import(session.snapshot, sent, None, "Health Visiting")
    records = import_records(session, plan, "Health Visiting")
    label, before = session.undo_label, session.whole_snapshot()
    with pytest.raises(CancelledError):
        session.store(import_label(plan), records, _StopAt(len(records)))
    assert session.whole_snapshot() == session.file.snapshot() == before
    assert session.undo_label == label
    assert not session.file.check()
