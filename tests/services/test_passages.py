"""Every passage offered for an output is printed in it, and no other is; the export splits where it may."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.learning import Action, ActionStatus
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.review import Narrative
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose import compose
from desktop_app.services.document_text import all_texts
from desktop_app.services.governance import actions_by_status
from desktop_app.services.outputs import export, plan_export, prepare_output, record_export, run_export
from desktop_app.services.passages import _NAMES, passages_of, write_passage
from desktop_app.services.preview import preview_pdf, words_on_pages
from desktop_app.services.proofing import notes
from desktop_app.services.readers import reader, readers
from desktop_app.services.session import Session

AS_AT = dt.date(2026, 9, 8)


@pytest.mark.parametrize("kind", list(OutputKind))
@pytest.mark.parametrize("key", list(_NAMES))
def test_a_passage_is_offered_where_it_is_printed(kind: OutputKind, key: str) -> None:
    snapshot = Snapshot(narratives=(Narrative(uid="n", key=key, text="Unmistakable words."),))
    printed = any("Unmistakable" in text.words for text in all_texts(compose(snapshot, kind, AS_AT)))
    offered = key in {passage.key for passage in passages_of(snapshot, kind)}
    assert offered == printed


def test_writing_a_passage_twice_keeps_one(session: Session) -> None:
    write_passage(session, "about", "First words.")
    write_passage(session, "about", "Second words.")
    assert [n.text for n in session.snapshot.narratives] == ["Second words."]
    session.undo()
    assert [n.text for n in session.snapshot.narratives] == ["First words."]


def test_a_note_names_the_record_it_is_about() -> None:
    snapshot = Snapshot(narratives=(Narrative(uid="n7", key="about", text="He said “no and left."),))
    found = [note for note in notes(snapshot, OutputKind.BRIEFING, AS_AT) if "quotation mark" in note.what]
    assert [note.source for note in found] == ["n7"]


def test_words_are_found_where_they_stand(session: Session) -> None:
    write_passage(session, "about", "The ferry came late. The ferry came again.")
    rendering = prepare_output(session.snapshot, OutputKind.BRIEFING, ProfileName.PUBLIC, AS_AT)
    found = words_on_pages(preview_pdf(rendering, "public"), ["ferry", "harbour", " "])
    assert len(found["ferry"]) == 2
    assert found["harbour"] == found[" "] == ()
    first, second = found["ferry"]
    assert first.page == second.page == 0
    assert 0 < first.left < first.right < 1
    assert 0 < first.top < first.bottom < 1
    assert first.right < second.left or first.bottom <= second.top


def test_the_three_steps_come_to_what_export_comes_to(session: Session, tmp_path: Path) -> None:
    write_passage(session, "about", "The school and the health service work together.")
    arguments = (OutputKind.BRIEFING, ProfileName.PUBLIC, "pdf")
    task = plan_export(session, *arguments, tmp_path / "a.pdf", as_at=AS_AT)
    result = run_export(task)
    assert result.written, result.blocked
    assert not session.snapshot.outputs, "the worker's part touches no session"
    record_export(session, task, result)
    again = export(session, *arguments, tmp_path / "b.pdf", as_at=AS_AT)
    assert again.written
    assert [o.version for o in session.snapshot.outputs] == [1, 2]


def test_what_a_reader_is_told_follows_the_profile() -> None:
    assert len(readers()) == len(ProfileName)
    assert dict(reader(ProfileName.PUBLIC).facts)["Dates in lives"] == "the season"
    assert dict(reader(ProfileName.PANEL).facts)["Dates in lives"] == "as they are"


def test_lateness_counts_from_the_revised_day_and_not_for_what_is_over() -> None:
    late = Action(uid="a1", number=1, due=dt.date(2026, 8, 31), status=ActionStatus.IN_PROGRESS)
    moved = replace(late, uid="a2", number=2, revised_due=dt.date(2026, 9, 8))
    over = replace(late, uid="a3", number=3, status=ActionStatus.COMPLETE)
    groups = dict(actions_by_status(Snapshot(actions=(moved, late, over)), AS_AT))
    assert [(line.uid, line.days_late) for line in groups[ActionStatus.IN_PROGRESS]] == [("a1", 8), ("a2", 0)]
    assert [line.days_late for line in groups[ActionStatus.COMPLETE]] == [0]
