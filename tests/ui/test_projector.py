"""What a projector shows of a review of 120 people, on every page of a room: none of their names, in no form."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import read_date
from desktop_app.domain.people import Body, BodyKind, Person
from desktop_app.domain.workshop import Participant, Prompt, Workshop
from desktop_app.services.rooms.live import LiveRoom
from desktop_app.services.rooms.making import make_room_pack
from desktop_app.services.session import create_review
from desktop_app.storage.secrets import LOWEST
from desktop_app.ui.room.room_window import RoomWindow
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.theme import Theme

GIVEN = ["Callum", "Jodie", "Hannah", "Kofi", "Priya", "Marek", "Siân", "Aoife", "Yusuf", "Bethan", "Tomasz", "Leila"]
FAMILY = [
    *("Draycott", "Osei", "Nandakumar", "Fellgate", "Lowrie"),
    *("Pemberton", "Kowalczyk", "Abernathy", "Oyelaran", "Hughes-Price"),
]
WORDS = "lamp orchard ferry"


def people() -> list[Person]:
    made = []
    for number in range(119):
        given, family = GIVEN[number % len(GIVEN)], FAMILY[number // len(GIVEN)]
        name = f"{given} {family}"
        made.append(Person(name=name, pseudonym=f"Person {number + 1}", role="family"))
    return made


@pytest.fixture
def names() -> set[str]:
    """Every register name, whole and in parts."""
    found = {part for person in people() for part in (person.name, *person.name.split())}
    return {name.casefold() for name in (*found, "Thornby Academy", "Thornby")}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    session, _ = create_review(tmp_path / "r.review", "otter velvet cumulus brig")
    register = people()
    told = [
        ChronologyEvent(
            ref=f"A-{n}",
            date=read_date("14 March 2024, 21:40"),
            published_wording=f"{person.name} was seen at Thornby Academy and {register[n - 1].name} was not.",
        )
        for n, person in enumerate(register)
    ]
    workshop = Workshop(
        title="Learning event about Callum Draycott",
        date=dt.date(2026, 5, 21),
        support_person="A colleague of occupational health",
        aftercare="A call within a week.",
        ground_rules="One voice at a time.",
        confidentiality="Notes can be asked for by a court. A new risk to a person is passed on.",
    )
    came = [Participant(workshop=workshop.uid, name=p.name, role_group="social worker") for p in register[:5]]
    school = Body(kind=BodyKind.SCHOOL, name="Thornby Academy", pseudonym="the secondary school", role="school")
    session.put("", workshop, *register, school, *told, *came, Prompt(text="What did Callum Draycott say?", order=1))
    made = make_room_pack(session, workshop, tmp_path / "r.pack", WORDS, LOWEST)
    session.close()
    assert made.written, [item.surface for item in made.blocked]
    return tmp_path / "r.pack"


@pytest.fixture
def window(qapp: QApplication, pack: Path, rest: Any) -> Iterator[RoomWindow]:
    apply(qapp, Theme())
    made = RoomWindow(pack)
    made.resize(1920, 1080)
    made.show()
    made.activateWindow()
    rest()
    made._opened(LiveRoom(pack, WORDS))
    rest()
    yield made
    made._ended = True
    made.close()
    made.deleteLater()
    rest()


def faces(face: QAccessibleInterface) -> list[str]:
    found = [face.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)]
    for number in range(face.childCount()):
        child = face.child(number)
        if child is not None:
            found += faces(child)
    return found


def everything(window: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(window)
    assert face is not None
    found = [window.windowTitle(), *faces(face)]
    for label in window.findChildren(QLabel):
        found += [label.text(), label.toolTip()]
    for widget in window.findChildren(QWidget):
        found += [widget.toolTip(), widget.statusTip(), widget.whatsThis()]
    return "\n".join(found).casefold()


def test_no_name_of_the_register_is_on_any_page_of_the_room(window: RoomWindow, names: set[str], rest: Any) -> None:
    """What is painted by hand is painted from the strings that a screen reader is given."""
    assert window.view is not None
    moments = len(window.view.room.brief.moments)
    assert moments > 100
    seen = everything(window)
    control = Qt.KeyboardModifier.ControlModifier
    for _ in range(moments):
        QTest.keyClick(window.view.line, Qt.Key.Key_PageDown, control)
        rest()
        seen += everything(window)
    for keys in ((Qt.Key.Key_F1,), (Qt.Key.Key_F4,)):
        QTest.keyClick(window.view.line, *keys)
        rest()
        seen += everything(window)
        window.back_to_the_wall()
    window.view.line.insertPlainText("Somebody rang")
    QTest.keyClick(window.view.line, Qt.Key.Key_Return)
    QTest.keyClick(window.view.line, Qt.Key.Key_Up)
    for letter in "tka":
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, letter)
        rest()
        seen += everything(window)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)  # type: ignore[arg-type]
    window.ask_to_leave()
    rest()
    seen += everything(window)
    assert "person 7" in seen
    assert "14 march 2024" not in seen
    assert [name for name in names if name in seen] == []
    assert [name for name in names if name in repr(window.view.room.brief).casefold()] == []


def test_the_bytes_of_a_pack_hold_no_name(pack: Path, names: set[str]) -> None:
    data = pack.read_bytes().lower()
    assert [name for name in names if name.encode() in data] == []


def test_a_point_of_the_timeline_tells_neither_day_nor_time(pack: Path) -> None:
    """A clock beside a month would be finer than the day that is kept back."""
    room = LiveRoom(pack, WORDS)
    try:
        whens = {moment.when for moment in room.brief.moments}
    finally:
        room.leave()
    assert whens == {"March 2024"}


def read_off(window: QWidget, folder: Path) -> str:
    """What a reader of pixels sees: a camera at the back of the room, not the program's own text."""
    picture = folder / "screen.png"
    assert window.grab().save(str(picture))
    done = subprocess.run(
        ["tesseract", str(picture), "-", "--psm", "11"], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.casefold()


@pytest.mark.long
def test_no_name_can_be_read_off_the_screen(window: RoomWindow, names: set[str], rest: Any, tmp_path: Path) -> None:
    """Needs tesseract-ocr. The same reader finds the pseudonyms, so that it would have found a name."""
    assert shutil.which("tesseract"), "install tesseract-ocr for this test"
    assert window.view is not None
    view = window.view
    prompt = view.room.brief.prompts[0].uid
    seen = [read_off(window, tmp_path)]
    for number in range(4):
        view.room.capture(
            f"Person {number + 1} and Person {number + 20} were not asked at the secondary school.", prompt
        )
    view.show_wall()
    rest()
    seen.append(read_off(window, tmp_path))
    for page in ("keys", "agreed"):
        window._show_page(page)
        rest()
        seen.append(read_off(window, tmp_path))
        window.back_to_the_wall()
        rest()
    window.ask_to_leave()
    rest()
    seen.append(read_off(window, tmp_path))
    everything_read = "\n".join(seen)
    assert "person 20" in everything_read
    assert "secondary school" in everything_read
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", everything_read))
    assert len(words) > 60
    assert not [name for name in names if name in everything_read and (" " in name or name in words)]
