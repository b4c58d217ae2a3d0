"""A room as a facilitator works it: by keyboard alone, on a projector that can show nobody."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from desktop_app.domain.room import RoomBrief, RoomMoment, RoomPrompt
from desktop_app.domain.workshop import Attribution, Consent, Valence
from desktop_app.services.rooms.live import LiveRoom
from desktop_app.storage.packs.making import make_pack
from desktop_app.storage.packs.sealing import new_review_secret
from desktop_app.storage.secrets import LOWEST
from desktop_app.ui.room.room_window import RoomWindow
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.theme import Theme

WORDS = "lamp orchard ferry"
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
BRIEF = RoomBrief(
    title="Learning event",
    prompts=(
        RoomPrompt("a" * 32, "What made sense at the time? Think of the visit in spring 2024.", "SCIE", 15),
        RoomPrompt("b" * 32, "What would help?", "AAR"),
    ),
    moments=(
        RoomMoment("c" * 32, "early spring 2024", "missing from home"),
        RoomMoment("d" * 32, "spring 2024", "a visit"),
    ),
    people=("Rowan", "Mother", "Social Worker 1"),
    groups=(("GP", 1), ("health visitor", 2), ("social worker", 4)),
    factors=("family", "role"),
    ground_rules="One voice at a time.",
    confidentiality="What is said is not attributed. A court may ask for notes.",
    support="A named person is next door.",
    wider=(("GP", "health practitioner"), ("health visitor", "health practitioner")),
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "room.pack"
    make_pack(path, BRIEF, WORDS, new_review_secret(), "w1", LOWEST)
    return path


@pytest.fixture
def window(qapp: QApplication, pack: Path, rest: Callable[[], None], qtbot: Any) -> Iterator[RoomWindow]:
    apply(qapp, Theme())
    made = RoomWindow(pack)
    made.resize(1920, 1080)
    made.show()
    made.activateWindow()
    rest()
    QTest.keyClicks(made.unlock.field, WORDS)
    QTest.keyClick(made.unlock.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.view is not None)
    rest()
    yield made
    made._ended = True
    made.close()
    made.deleteLater()
    rest()


@pytest.fixture
def type_line(window: RoomWindow, write: Callable[[QWidget, str], None]) -> Callable[[str], None]:
    return lambda text: write(_view(window).line, text)


def _view(window: RoomWindow) -> Any:
    assert window.view is not None
    return window.view


def press(*keys: Qt.Key | str, with_: Qt.KeyboardModifier = NONE) -> int:
    """To whatever has the keyboard; how many keys that were comes back."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(key, str):
            QTest.keyClick(focused, key, with_)
        else:
            QTest.keyClick(focused, key, with_)
    return len(keys)


def column(window: RoomWindow, kind: Valence) -> list[Any]:
    view = _view(window)
    return list(view.room.wall(view.prompt.uid)[kind])


def hint_words(window: RoomWindow) -> list[str]:
    return [hint.words for hint in _view(window).hints.hints]


def all_text(window: QWidget) -> str:
    """Every word of the window: labels, accessible names and descriptions, every row of every list."""
    found: list[str] = [window.windowTitle()]

    def walk(face: QAccessibleInterface) -> None:
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            found.append(face.text(kind))
        for number in range(face.childCount()):
            child = face.child(number)
            if child is not None:
                walk(child)

    face = QAccessible.queryAccessibleInterface(window)
    assert face is not None
    walk(face)
    for label in window.findChildren(QLabel):
        found += [label.text(), label.toolTip()]
    for widget in window.findChildren(QObject):
        model = getattr(widget, "rows", None)
        if model is not None and hasattr(model, "rowCount"):
            found += [str(model.data(model.index(n), Qt.ItemDataRole.DisplayRole)) for n in range(model.rowCount())]
    return "\n".join(found)


def test_thirty_notes_with_no_mouse_and_no_dialog(window: RoomWindow, type_line: Any, rest: Any, pack: Path) -> None:
    for number in range(30):
        type_line(f"We waited{' and waited' * number}.")
        press(Qt.Key.Key_Return, "1234"[number % 4])
    rest()
    assert [len(column(window, kind)) for kind in Valence] == [8, 8, 7, 7]
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()] == []
    assert len(LiveRoom(pack, WORDS).wall("a" * 32)[Valence.WORKED_WELL]) == 8  # on the disk, not only here


def test_a_figure_that_begins_a_line_is_a_figure(window: RoomWindow) -> None:
    press("3", " ", "o", "f", " ", "u", "s", Qt.Key.Key_Return)
    assert [card.text for card in column(window, Valence.CONTEXT)] == ["3 of us"]


def test_esc_empties_the_line_then_takes_the_last_note_back_and_ctrl_z_brings_words_back(
    window: RoomWindow, type_line: Any
) -> None:
    type_line("Nobody rang.")
    press(Qt.Key.Key_Return, "2")
    press(Qt.Key.Key_Escape)
    assert column(window, Valence.GOT_IN_THE_WAY) == []
    assert _view(window).line.words == "Nobody rang."
    press(Qt.Key.Key_Escape)
    assert _view(window).line.words == ""
    press("z", with_=CONTROL)
    assert _view(window).line.words == "Nobody rang."


def test_a_name_is_marked_and_never_stands_on_the_wall(window: RoomWindow, type_line: Any) -> None:
    view = _view(window)
    type_line("Hannah rang Calum's school")
    assert [view.line.words[m.start : m.end] for m in view.line_marks] == ["Hannah", "Calum's"]
    press(Qt.Key.Key_Return)
    assert sum(map(len, view.room.wall("a" * 32).values())) == 0
    press("3", "1")
    assert view.line.words == "Social Worker 1 rang Rowan's school"
    press(Qt.Key.Key_Return, "2")
    assert [card.text for card in column(window, Valence.GOT_IN_THE_WAY)] == ["Social Worker 1 rang Rowan's school"]


def test_raw_words_are_kept_as_sensitive_only_and_not_shown(window: RoomWindow, type_line: Any, rest: Any) -> None:
    type_line("Hannah rang Calum's school")
    press(Qt.Key.Key_Return, "s")
    rest()
    (card,) = column(window, Valence.CONTEXT)
    assert (card.hidden, card.shown, card.text) == ("sensitive", "", "Hannah rang Calum's school")
    assert "Hannah" not in all_text(window)


def test_two_points_become_one_and_thirty_people_give_five_dots_in_few_keys(
    window: RoomWindow, type_line: Any, rest: Any
) -> None:
    for number in range(40):
        type_line(f"It was late{' and late' * number}")
        press(Qt.Key.Key_Return, "1234"[number % 4])
    press(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, "c")
    assert max(card.count for card in column(window, Valence.WORKED_WELL)) == 2
    for _ in range(12):
        press(Qt.Key.Key_Up)
    given = [4] * 36 + [2, 2, 2]  # 150 dots over 39 points: nobody's counting spares the person who enters
    assert sum(given) == 150
    keys = press("d")
    for dots in given:
        keys += press(*str(dots), Qt.Key.Key_Return)
    keys += press(Qt.Key.Key_Escape)
    assert keys <= 200
    cards = [card for kind in Valence for card in column(window, kind)]
    assert sum(card.dots for card in cards) == 150


def test_a_small_group_is_refused_by_name_and_the_next_one_up_is_one_key_away(
    window: RoomWindow, type_line: Any
) -> None:
    type_line("The letter never came")
    press(Qt.Key.Key_Return, Qt.Key.Key_Up, "a", "2", "1")
    assert "Too few here share “GP”" in _view(window)._says.text()
    assert hint_words(window)[0] == "health practitioner (3)"
    press("1")
    (card,) = column(window, Valence.CONTEXT)
    assert (card.attribution, card.group) == (Attribution.AGENCY_TYPE, "health practitioner")


def test_consent_factor_and_moment_by_one_key_each(window: RoomWindow, type_line: Any) -> None:
    type_line("It was a long winter")
    press(Qt.Key.Key_Return, Qt.Key.Key_Up, "k", "1", "f", "2", "t", "2")
    (card,) = column(window, Valence.CONTEXT)
    assert (card.consent, card.factor, card.moments) == (Consent.QUOTE, "role", ("d" * 32,))


def test_notes_typed_while_a_moment_is_talked_about_are_pinned_to_it(window: RoomWindow, type_line: Any) -> None:
    press(Qt.Key.Key_PageDown, with_=CONTROL)
    type_line("It was a long winter")
    press(Qt.Key.Key_Return)
    assert column(window, Valence.CONTEXT)[0].moments == ("c" * 32,)


def test_a_safeguarding_matter_is_gone_from_the_screen_before_who_acts_is_asked(
    window: RoomWindow, type_line: Any, rest: Any
) -> None:
    type_line("cold porridge")
    press(Qt.Key.Key_Return, Qt.Key.Key_Up, "!")
    rest()
    assert "porridge" not in all_text(window)
    type_line("the facilitator")
    press(Qt.Key.Key_Return)
    type_line("this afternoon")
    press(Qt.Key.Key_Return)
    rest()
    assert "1 matter taken forward" in all_text(window)
    assert _view(window).room.unfinished_concerns == ()
    assert column(window, Valence.CONTEXT) == []


def test_other_words_for_a_note_are_looked_through_too(window: RoomWindow, type_line: Any) -> None:
    type_line("Nobody rang")
    press(Qt.Key.Key_Return, Qt.Key.Key_Up, "e")
    _view(window).line.replace_words("Hannah never rang")
    press(Qt.Key.Key_Return)
    assert [card.text for card in column(window, Valence.CONTEXT)] == ["Nobody rang"]
    press("3")
    assert [card.text for card in column(window, Valence.CONTEXT)] == ["Social Worker 1 never rang"]


def test_the_room_is_left_by_its_passphrase_only(window: RoomWindow, qtbot: Any, rest: Any, pack: Path) -> None:
    window.close()
    rest()
    assert window.isVisible()
    page = window._over
    assert page is not None
    field: Any = QApplication.focusWidget()
    QTest.keyClicks(field, "wrong")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not field.isReadOnly())
    assert "not the passphrase" in page.errors.message  # type: ignore[attr-defined]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    rest()
    assert QApplication.focusWidget() is _view(window).line
    press("q", with_=CONTROL)
    rest()
    field = QApplication.focusWidget()
    QTest.keyClicks(field, WORDS)
    with qtbot.waitSignal(window.ended):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert not window.isVisible()
    LiveRoom(pack, WORDS).leave()


def test_a_wrong_passphrase_is_said_where_it_was_typed(qapp: QApplication, pack: Path, qtbot: Any, rest: Any) -> None:
    made = RoomWindow(pack)
    made.show()
    QTest.keyClicks(made.unlock.field, "wrong")
    QTest.keyClick(made.unlock.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(made.unlock.errors.message))
    assert made.view is None
    assert made.windowTitle() == "Learning event"
    made.close()
    rest()


def test_the_pages_of_keys_and_of_what_was_agreed_go_with_any_key(window: RoomWindow, rest: Any) -> None:
    for key, words in ((Qt.Key.Key_F1, "take the last note back"), (Qt.Key.Key_F4, "A court may ask for notes.")):
        press(key)
        rest()
        assert words in all_text(window)
        press(Qt.Key.Key_Space)
        rest()
        assert QApplication.focusWidget() is _view(window).line


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768)])
def test_the_hints_fit_and_notes_read_from_the_back_of_the_room(
    window: RoomWindow, type_line: Any, rest: Any, size: tuple[int, int]
) -> None:
    window.resize(*size)
    rest()
    view = _view(window)
    assert (window.width(), window.height()) == size
    assert view.scale.font("note").pixelSize() >= size[1] * 0.022
    assert view.hints.height() <= 3 * view.scale.px(40)
    assert view.line.geometry().bottom() < window.height()


def test_the_process_of_a_room_loads_nothing_that_opens_a_review() -> None:
    code = (
        "import sys, desktop_app.cli.room, desktop_app.ui.room.app; "
        "print([m for m in sys.modules if m in ('desktop_app.services.session', 'desktop_app.storage.review_file', "
        "'desktop_app.storage.opening', 'desktop_app.ui.desk', 'desktop_app.anonymise.register')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
