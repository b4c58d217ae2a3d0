"""People and bodies: added, named, given a pseudonym, with advice that never blocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.domain.jigsaw import DisclosedFact
from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.people import PersonKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.people.forms import split_forms
from desktop_app.ui.pages.people.page import PeoplePage
from desktop_app.ui.shell.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("people", "pe1")
    rest()
    return window.desk_view.page


def test_add_by_keyboard(page: Any, session: Any) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_N)
    added = session.snapshot.people[-1]
    assert page.here == added.uid
    page._person.name.setText("Wyn Parry")
    QTest.keyClick(page._person.name, Qt.Key.Key_Tab)
    assert session.snapshot.people[-1].name == "Wyn Parry"
    assert any("Wyn Parry" in entry.title for entry in page.list.entries)


def test_a_risky_pseudonym_is_advised_against_and_kept(page: Any, session: Any) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    page._person.pseudonym.setText("Cedric")
    QTest.keyClick(page._person.pseudonym, Qt.Key.Key_Tab)
    assert session.snapshot.people[0].pseudonym == "Cedric"
    assert "initial" in page._person._pseudonym_line.advice.text()


def test_a_half_date_is_never_stored(page: Any, session: Any) -> None:
    born = session.snapshot.people[0].born
    page._person.born.line.setFocus()
    page._person.born.line.setText("sometime in 2012")
    QTest.keyClick(page._person.born.line, Qt.Key.Key_Tab)
    assert session.snapshot.people[0].born == born
    assert page._person.born.advice.text()


def test_a_body_is_named_as_it_is_unless_told(page: Any, session: Any) -> None:
    page.open_record("b2")
    assert page._instead.text() == "named as it is"
    page._body.pseudonym.setFocus()
    page._body.pseudonym.setText("a mental health service")
    QTest.keyClick(page._body.pseudonym, Qt.Key.Key_Tab)
    assert session.snapshot.bodies[1].pseudonym == "a mental health service"


def test_the_forms_a_name_is_written_in_are_counted(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)
    said = [label.text() for label in page._written.findChildren(QLabel)]
    assert "replaced" in said


def test_delete_and_undo(page: Any, session: Any) -> None:
    page._delete()
    assert len(session.snapshot.people) == 3
    session.undo()
    assert len(session.snapshot.people) == 4


def test_a_professional_is_added_as_one(page: Any, session: Any) -> None:
    page.add_person(PersonKind.PRACTITIONER)
    assert session.snapshot.people[-1].kind is PersonKind.PRACTITIONER


def test_forms_are_split_once_each() -> None:
    assert split_forms(" Cal; Calum ;;Cal ") == ("Cal", "Calum")


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("uid", ["pe1", "pe4", "b1"])
def test_nothing_is_clipped_for_anybody(
    window: MainWindow, page: Any, qtbot: Any, rest: Callable[[], None], scale: int, uid: str
) -> None:
    window._look.choose(scheme=None, scale=scale)
    assert window.desk_view is not None
    window.desk_view.go("people", uid)
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)
    rest()
    shown: Any = window.desk_view.page
    for label in shown.findChildren(QLabel):
        if label.isVisibleTo(shown) and label.text():
            least = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= least, label.text()


def test_forms_that_are_asked_about_are_named(page: Any, qtbot: Any, session: Any, rest: Callable[[], None]) -> None:
    event = session.snapshot.events[0]
    session.put("Edit", replace(event, event="C.D. was seen."))
    page._find_forms("p-callum")
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)
    rest()
    assert "C.D." in page._written._asked.text()


def row_of(page: Any, about: str) -> list[Any]:
    at = [line.about for line in page.ladder._rows].index(about)
    return list(page.ladder.rungs[at])


def words_of(page: Any, about: str) -> list[str]:
    return [rung.cell.words for rung in row_of(page, about)]


def stands(page: Any, about: str) -> str:
    return next(rung.cell.rung for rung in row_of(page, about) if rung.isChecked())


@pytest.fixture
def dated(session: Any) -> None:
    """The day of the event, from which ages and examples are told."""
    session.snapshot = replace(
        session.snapshot, reviews=(replace(session.snapshot.review, trigger_event_date=dt.date(2025, 10, 9)),)
    )


def test_the_ladders_show_what_each_rung_would_print(dated: None, page: Any) -> None:
    assert words_of(page, "age") == ["13", "13 to 15", "teenager", "left out"]
    assert words_of(page, "date") == ["9 Oct 2025", "Oct 2025", "autumn 2025", "2025", "Day 0", "left out"]
    assert words_of(page, "p-callum") == ["Rowan", "somebody"]
    assert stands(page, "date") == "season"


def test_a_reader_is_told_less_by_keyboard_and_undone(
    dated: None, page: Any, session: Any, rest: Callable[[], None]
) -> None:
    season = row_of(page, "date")[2]
    season.setFocus()
    QTest.keyClick(season, Qt.Key.Key_Right)
    year = row_of(page, "date")[3]
    assert year.hasFocus()
    assert session.snapshot.reader_rungs == (), "an arrow only moves"
    QTest.keyClick(year, Qt.Key.Key_Space)
    rest()
    (chosen,) = session.snapshot.reader_rungs
    assert (chosen.profile, chosen.about, chosen.rung) == (ProfileName.PUBLIC, "date", "year")
    assert stands(page, "date") == "year"
    assert row_of(page, "date")[3].hasFocus(), "the keyboard stays where it was"
    QTest.keyClick(row_of(page, "date")[3], Qt.Key.Key_Down)
    assert any(rung.hasFocus() for rung in row_of(page, "time"))
    session.undo()
    page.refresh(frozenset({"reader_rungs"}))
    assert stands(page, "date") == "season"


def test_each_reader_stands_on_a_rung_of_its_own(dated: None, page: Any, session: Any) -> None:
    page.ladder.readers.choose(ProfileName.PANEL)
    assert stands(page, "date") == "day"
    QTest.keyClick(row_of(page, "date")[1], Qt.Key.Key_Return)
    assert session.snapshot.reader_rungs[0].profile is ProfileName.PANEL
    assert stands(page, "date") == "month"
    QTest.keyClick(row_of(page, "date")[0], Qt.Key.Key_Return)
    assert session.snapshot.reader_rungs == (), "the profile's own rung takes the choice back"


def test_days_cannot_be_counted_from_a_day_nobody_gave(page: Any, session: Any) -> None:
    relative = next(rung for rung in row_of(page, "date") if rung.cell.rung == "relative")
    QTest.keyClick(relative, Qt.Key.Key_Space)
    assert session.snapshot.reader_rungs == ()
    assert page.errors.isVisibleTo(page)


def test_a_rung_says_to_a_screen_reader_whose_it_is_and_how_it_is_done(dated: None, page: Any) -> None:
    season = row_of(page, "date")[2]
    assert season.accessibleName() == "Dates: autumn 2025"
    assert season.accessibleDescription().startswith("Told to: Public.")
    assert "asked about" in row_of(page, "sex")[1].accessibleDescription()


def test_a_body_has_one_ladder(page: Any, session: Any) -> None:
    page.open_record("b1")
    assert words_of(page, "b-thornby") == ["Thornby Academy", "the secondary school", "a school", "left out"]
    QTest.keyClick(row_of(page, "b-thornby")[2], Qt.Key.Key_Space)
    assert session.snapshot.reader_rungs[0].rung == "kind"


def test_what_readers_have_been_told_is_said_with_a_way_to_the_ledger(
    page: Any, session: Any, window: MainWindow
) -> None:
    output = Output(uid="o1", kind=OutputKind.BRIEFING, profile=ProfileName.PUBLIC)
    told = tuple(
        DisclosedFact(output="o1", person="p-callum", kind=kind, value=value)
        for kind, value in (("age", "13"), ("sex", "boy"), ("place", "Thornby"))
    )
    session.put("Export", output, *told)
    page.refresh(frozenset({"outputs", "disclosed_facts"}))
    assert page.ladder._strip.isVisibleTo(page)
    assert "Public readers get 3 facts about Rowan from 1 output." in page.ladder._strip.label.text()
    asked: list[tuple[str, str]] = []
    page.desk.asked.connect(lambda to, uid: asked.append((to, uid)))
    page.ladder._strip.acted.emit()
    assert asked == [("outputs", "jigsaw")]


def test_a_relation_is_read_from_both_sides(page: Any, session: Any, rest: Callable[[], None]) -> None:
    page._relations.kind.show_value("sibling")
    page._relations.other.show_value("pe2")
    page._relations.add.click()
    rest()
    (relation,) = session.snapshot.relations
    assert (relation.person, relation.kind.value, relation.other) == ("pe1", "sibling", "pe2")
    page.open_record("pe2")
    rest()
    assert any("brother or sister of" in label.text() for label in page._relations.findChildren(QLabel))
    page._relations.removed.emit(relation.uid)
    assert session.snapshot.relations == ()


def test_a_nickname_in_the_texts_is_taken_with_one_key(
    page: Any, qtbot: Any, session: Any, rest: Callable[[], None]
) -> None:
    session.put("Edit", replace(session.snapshot.events[0], event="The school met Jodee at home."))
    page.open_record("pe2")
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)
    rest()
    assert page._written.proposed
    first = page._written.proposed[0]
    QTest.keyClick(page.list, Qt.Key.Key_Y)
    assert first in session.snapshot.people[1].aliases


def test_what_was_agreed_stands_beside_the_forms(page: Any) -> None:
    said = [label.text() for label in page._agreed.findChildren(QLabel)]
    assert "Callum, with his mother" in said
    assert "Pupils at the school could work out who he is." in said
    page.open_record("pe2")
    assert "Nobody has noted who chose it." in page._agreed._advice.text()


def test_where_rungs_stand_one_under_the_other_down_goes_along_them(
    window: MainWindow, dated: None, page: Any, rest: Callable[[], None]
) -> None:
    window._look.choose(scheme=None, scale=200)
    assert window.desk_view is not None
    window.desk_view.go("people", "pe1")
    rest()
    shown: Any = window.desk_view.page
    ages, dates = row_of(shown, "age"), row_of(shown, "date")
    assert ages[1].y() > ages[0].y()
    ages[-2].setFocus()
    QTest.keyClick(ages[-2], Qt.Key.Key_Down)
    assert ages[-1].hasFocus()
    QTest.keyClick(ages[-1], Qt.Key.Key_Down)
    assert dates[0].hasFocus()
    QTest.keyClick(dates[0], Qt.Key.Key_Up)
    assert ages[-1].hasFocus()


def test_a_family_is_registered_without_leaving_the_keyboard(page: Any, session: Any, rest: Callable[[], None]) -> None:
    """From inside a field: what was typed is kept, and the next one of the same kind waits for its name."""
    QTest.keyClick(page.list, Qt.Key.Key_N)
    rest()
    for name in ("Wyn Parry", "Mali Parry", "Elin Parry"):
        QTest.keyClicks(page._person.name, name)
        QTest.keyClick(page._person.name, Qt.Key.Key_Tab)
        QTest.keyClick(
            page.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        rest()
    assert [person.name for person in session.snapshot.people[-4:]] == ["Wyn Parry", "Mali Parry", "Elin Parry", ""]
    assert page.focusWidget() is page._person.name


def test_what_stands_in_a_field_is_kept_when_another_is_added(page: Any, session: Any) -> None:
    page.open_record("b2")
    kind = session.snapshot.bodies[1].kind
    page._body.pseudonym.setFocus()
    page._body.pseudonym.setText("a mental health service")
    page.add_another()
    assert session.snapshot.bodies[1].pseudonym == "a mental health service"
    assert (session.snapshot.bodies[-1].name, session.snapshot.bodies[-1].kind) == ("", kind)


def test_an_empty_register_offers_to_add_somebody(qapp: Any, empty_session: Any, qtbot: Any) -> None:
    page = PeoplePage(Desk(empty_session))
    qtbot.addWidget(page)
    page.refresh(frozenset())
    page._nothing.acted.emit()
    assert len(empty_session.snapshot.people) == 1
