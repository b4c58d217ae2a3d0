"""A small review in memory behind the same door as a real one, and a window around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Any

import pytest
import sqlcipher3
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.common.progress import Progress
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import ChronologyEvent, ChronologyReturn, EventLink, Significance
from desktop_app.domain.dates import read_date
from desktop_app.domain.learning import (
    Action,
    ActionStatus,
    Finding,
    ProgressUpdate,
    Recommendation,
    RecommendationPart,
)
from desktop_app.domain.people import Agency, Body, BodyKind, Person, PersonKind
from desktop_app.domain.record import Record
from desktop_app.domain.review import Clock, Decision, Kloe, Narrative, Review
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.domain.workshop import Attribution, Consent, Prompt, Reflection, Valence, Workshop
from desktop_app.storage.driver import Database
from desktop_app.storage.event_reading import EventReader
from desktop_app.storage.migrations import migrate
from desktop_app.storage.records import put
from desktop_app.ui.shell.handover import Handover
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.successor import Successor
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.theme import Theme, theme

IGNORED = "This plugin does not support propagateSizeHints"  # the offscreen platform says so of every window


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("qt_log_ignore", IGNORED)


class MemoryFile:
    """What Settings and the bin ask of the file below a session, empty."""

    last_drill: dt.datetime | None = None
    slots: tuple[object, ...] = ()

    def untold(self) -> tuple[object, ...]:
        return ()

    def backups(self) -> list[object]:
        return []

    def in_bin(self) -> list[object]:
        return []


class MemoryEvents:
    """One database in memory for all sessions: making its tables takes longer than most tests."""

    def __init__(self) -> None:
        self._held: Snapshot | None = None
        self._using = RLock()

    @cached_property
    def _db(self) -> Database:
        conn: Any = sqlcipher3.connect(":memory:", check_same_thread=False)  # a worker reads it for the lanes
        db = Database(conn)
        migrate(db)
        return db

    def over(self, snapshot: Snapshot) -> EventReader:
        if self._held is not snapshot:
            with self._using, self._db.atomic():
                self._db.conn.execute("DELETE FROM events")
                self._db.conn.execute("DELETE FROM agencies")
                put(self._db, (*snapshot.agencies, *snapshot.events), "desk")
            self._held = snapshot
        return EventReader(self._reading)

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        with self._using:
            yield self._db


_INDEX = MemoryEvents()


class MemorySession:
    """The part of `services.session.Session` that pages use, with undo, and without a file."""

    def __init__(self, snapshot: Snapshot, path: Path = Path("memory.review")) -> None:
        self.snapshot, self.path = snapshot, path
        self.title, self.recovered, self.notices = "EM-LR-2026-02", False, ()
        self.file = MemoryFile()
        self._undo: list[tuple[str, Snapshot]] = []
        self._redo: list[tuple[str, Snapshot]] = []
        self.edited_at: dt.datetime | None = None
        self.saved_at: dt.datetime | None = dt.datetime(2026, 9, 8, 14, 2).astimezone()
        self.unsaved = False
        self.closed = self.storing = False
        self.fail_save: Exception | None = None
        self.drafts: dict[str, str] = {}

    def _family(self, kind: type[Record]) -> str:
        return next(name for name, held in family_types().items() if held is kind)

    def put(self, label: str, *records: Record) -> ChangeSet:
        return self.replace_all(label, records, ())

    def store(self, label: str, records: Sequence[Record], progress: Progress) -> ChangeSet:
        progress.step(len(records), len(records), "Storing")
        return self.replace_all(label, tuple(records), ())

    def follow(self, changes: ChangeSet) -> ChangeSet:
        return changes

    def delete(self, label: str, kind: type[Record], uid: str) -> ChangeSet:
        return self.replace_all(label, (), ((kind, uid),))

    def replace_all(
        self, label: str, puts: tuple[Record, ...], deletes: tuple[tuple[type[Record], str], ...]
    ) -> ChangeSet:
        self._undo.append((label, self.snapshot))
        self._redo.clear()
        families: dict[str, Any] = {}
        touched = set()
        for record in puts:
            name = self._family(type(record))
            held = list(families.get(name, getattr(self.snapshot, name)))
            at = next((n for n, r in enumerate(held) if r.uid == record.uid), None)
            if at is None:
                held.append(record)
            else:
                held[at] = record
            families[name] = held
            touched.add((name, record.uid))
        for kind, uid in deletes:
            name = self._family(kind)
            families[name] = [r for r in families.get(name, getattr(self.snapshot, name)) if r.uid != uid]
            touched.add((name, uid))
        self.snapshot = replace(self.snapshot, **{name: tuple(held) for name, held in families.items()})
        self.edited_at, self.unsaved = dt.datetime(2026, 9, 8, 14, 5).astimezone(), True
        return ChangeSet(label, frozenset(touched))

    def _swap(self, away: list[tuple[str, Snapshot]], into: list[tuple[str, Snapshot]]) -> ChangeSet | None:
        if not away:
            return None
        label, snapshot = away.pop()
        into.append((label, self.snapshot))
        self.snapshot = snapshot
        return ChangeSet(label, frozenset((f.name, "") for f in fields(Snapshot)))

    def undo(self) -> ChangeSet | None:
        return self._swap(self._undo, self._redo)

    def redo(self) -> ChangeSet | None:
        return self._swap(self._redo, self._undo)

    def forget_undo(self) -> None:
        self._undo.clear()
        self._redo.clear()

    def whole_snapshot(self) -> Snapshot:
        return self.snapshot

    @property
    def events(self) -> EventReader:
        """The real index, over the events that are held."""
        return _INDEX.over(self.snapshot)

    @property
    def undo_label(self) -> str | None:
        return self._undo[-1][0] if self._undo else None

    @property
    def redo_label(self) -> str | None:
        return self._redo[-1][0] if self._redo else None

    def save(self) -> dt.datetime:
        if self.fail_save is not None:
            raise self.fail_save
        self.unsaved = False
        self.saved_at = dt.datetime(2026, 9, 8, 14, 6).astimezone()
        return self.saved_at

    def close(self) -> None:
        self.save()
        self.closed = True

    def leave(self) -> None:
        self.closed = True

    def draft(self, key: str) -> str:
        return self.drafts.get(key, "")

    def save_draft(self, key: str, text: str) -> None:
        self.drafts[key] = text

    def log(self, action: str, detail_code: str = "") -> None:
        return None

    def anchor(self) -> tuple[int, str]:
        return (1, "0" * 8)


_AGENCIES = (
    ("CSC", "Children’s Social Care"),
    ("POL", "Eastmarch Police"),
    ("SCH", "Thornby Academy"),
    ("GP", "GP practice"),
    ("HV", "Health Visiting"),
    ("CAM", "Valley CAMHS"),
    ("YJS", "Youth Justice Service"),
)
# agency, date, event, action, source, child seen, comment
_EVENTS = (
    (
        "SCH",
        "Autumn term 2023",
        "Sanctions rising since half-term. Head of year spoke to mum at the gate.",
        "",
        "CPOMS",
        "Yes",
        "",
    ),
    (
        "HV",
        "12–14 Feb 2024",
        "Two home visits for Poppy. Callum in his room, not seen either day.",
        "Next visit booked",
        "SystmOne",
        "Not seen",
        "",
    ),
    (
        "POL",
        "? 3 March 2024",
        "Reported missing at about 21:00 by Ms Draycott; home before officers rang back.",
        "Closed",
        "Log 412",
        "",
        "",
    ),
    (
        "CSC",
        "03/05/2024 14:05",
        "Strategy discussion. Agreed a single-agency enquiry by Children’s Social Care.",
        "Visit to school",
        "Meeting record",
        "",
        "",
    ),
    (
        "POL",
        "3 May 2024, 14:10",
        "Strategy discussion with CSC. Agreed joint enquiry; Children’s Social Care to visit first.",
        "",
        "Command log",
        "",
        "",
    ),
    (
        "CSC",
        "7 May 2024",
        "Callum seen alone at Thornby Academy by Hannah Osei. Said things were “all right, just boring”.",
        "Next visit planned for 21 May",
        "Case note, 7 May 2024, 16:20",
        "Yes",
        "Which day was meant? The diary has 8 May.",
    ),
    ("SCH", "7 May 2024", "Absent all day. Absence call at 09:40, no reply.", "", "Register", "No", ""),
    (
        "GP",
        "22 May 2024",
        "Seen with Ms Draycott: poor sleep, low mood. Referred to Valley CAMHS.",
        "Referral sent",
        "EMIS",
        "Seen",
        "",
    ),
    ("CAM", "early June 2024", "Referral not accepted. Advice letter to the GP.", "", "", "", ""),
    ("SCH", "31/02/2024", "Fixed-term exclusion, two days.", "Reintegration meeting", "SIMS", "", ""),
    (
        "YJS",
        "c. 20 Sept 2024",
        "Referral for a prevention offer. Family did not answer the first letter.",
        "Second letter",
        "ChildView",
        "",
        "",
    ),
    (
        "CSC",
        "9 October 2025",
        "Told by the hospital that Callum was hurt that afternoon. SW failed to follow up the July call.",
        "Strategy meeting",
        "Case note",
        "Yes",
        "",
    ),
)
_RECS = (
    ("Screening at the front door", "Every contact about a child is screened on the day it arrives.", "accepted"),
    ("One screening procedure", "The Partnership adopts one screening procedure, used by every agency.", "accepted"),
    (
        "Who checks what was seen",
        "Where two agencies record a child’s whereabouts differently, someone checks.",
        "accepted",
    ),
    ("A shared case system", "Agencies buy one shared case system.", "not-accepted"),
    (
        "After a missing episode",
        "After every missing episode, the child is heard, and what they say changes the plan.",
        "accepted",
    ),
)


def rec_uid(number: int) -> str:
    """As long as a real one, or a live reference to it would not be read."""
    return f"{number:032x}"


def rowan() -> Snapshot:
    """Enough of the invented Rowan review to fill every page."""
    agencies = tuple(Agency(uid=f"a-{c}", code=c, name=n, order=i) for i, (c, n) in enumerate(_AGENCIES, 1))
    events = tuple(
        ChronologyEvent(
            uid=f"e{n}",
            ref=f"{code}-{n:03}",
            agency=f"a-{code}",
            date=read_date(when),
            event=event,
            action=action,
            source=source,
            child_seen=seen,
            comment=comment,
            comment_author="Review author" if comment else "",
            significance=Significance.KEY if n in (5, 6) else Significance.ROUTINE,
            chronology_return="ret1" if code == "CSC" else "",
            row=60 + n,
        )
        for n, (code, when, event, action, source, seen, comment) in enumerate(_EVENTS)
    )
    recs = tuple(
        Recommendation(uid=rec_uid(n), number=n, title=t, text=x, accepted=a, findings=("f1",) if n != 3 else ())
        for n, (t, x, a) in enumerate(_RECS, 1)
    )
    parts = (
        RecommendationPart(
            uid="p5a",
            recommendation=rec_uid(5),
            letter="a",
            text="Children’s Social Care offers every child a return conversation within 72 hours of being found.",
        ),
        RecommendationPart(
            uid="p5b",
            recommendation=rec_uid(5),
            letter="b",
            text="Eastmarch Police tells the school the next day, as outlined at Recommendation {rec:"
            + rec_uid(2)
            + "} above.",
        ),
    )
    actions = (
        Action(
            uid="ac1",
            number=1,
            text="Report screening times each month",
            recommendations=(rec_uid(1),),
            owner_body="CSC",
            status=ActionStatus.COMPLETE,
        ),
        Action(
            uid="ac2",
            number=7,
            text="Refresh the screening procedure",
            recommendations=(rec_uid(2), rec_uid(3)),
            owner_body="Partnership",
            due=dt.date(2026, 6, 30),
            status=ActionStatus.IN_PROGRESS,
        ),
        Action(
            uid="ac3",
            number=14,
            text="Return conversation offer",
            parts=("p5a",),
            owner_body="Social Care",
            due=dt.date(2026, 3, 31),
            status=ActionStatus.COMPLETE,
        ),
        Action(
            uid="ac4",
            number=15,
            text="Tell school the next day",
            parts=("p5b",),
            owner_body="Police",
            due=dt.date(2026, 7, 31),
            revised_due=dt.date(2026, 10, 30),
            status=ActionStatus.DELAYED,
        ),
    )
    updates = (
        ProgressUpdate(
            uid="u1",
            action="ac2",
            as_at=dt.date(2026, 5, 1),
            text="Redraft agreed; training from June.",
            author="Business unit",
        ),
        ProgressUpdate(
            uid="u2",
            action="ac3",
            as_at=dt.date(2026, 2, 1),
            text="Offered to 19 of 19 children since January.",
            author="Social Care",
        ),
    )
    return Snapshot(
        reviews=(
            Review(
                uid="rev",
                reference="EM-LR-2026-02",
                working_title="Rowan",
                commissioning_body="Eastmarch Safeguarding Children Partnership",
                scope_start=dt.date(2023, 9, 1),
                scope_end=dt.date(2025, 10, 9),
            ),
        ),
        decisions=(Decision(uid="d1", date=dt.date(2026, 1, 30), outcome="A local learning review"),),
        kloes=(Kloe(uid="k1", number=1, question="What did each agency know, and when?"),),
        clocks=(
            Clock(uid="c1", name="Rapid review", start=dt.date(2025, 12, 23), amount=15, met_on=dt.date(2026, 1, 15)),
            Clock(uid="c2", name="Report complete", start=dt.date(2026, 3, 30), amount=6, unit="months"),
        ),
        narratives=(
            Narrative(uid="n1", key="background", text="The review concerns Callum Draycott, who lived in Thornby."),
        ),
        people=(
            Person(
                uid="pe1",
                key="p-callum",
                name="Callum Draycott",
                aliases=("Cal", "Calum"),
                pseudonym="Rowan",
                role="subject",
                pseudonym_chosen_by="Callum, with his mother",
                pseudonym_agreed=dt.date(2026, 4, 20),
                born=dt.date(2012, 3, 14),
                harm_note="Pupils at the school could work out who he is.",
            ),
            Person(uid="pe2", key="p-jodie", name="Jodie Draycott", pseudonym="Mother", role="mother"),
            Person(
                uid="pe3",
                key="p-hannah",
                kind=PersonKind.PRACTITIONER,
                name="Hannah Osei",
                pseudonym="Social Worker 1",
                role="social worker",
            ),
            Person(uid="pe4", key="p-lee", name="Lee Marsh", role="stepfather"),
        ),
        bodies=(
            Body(
                uid="b1",
                key="b-thornby",
                kind=BodyKind.SCHOOL,
                name="Thornby Academy",
                pseudonym="the secondary school",
                role="school",
            ),
            Body(uid="b2", key="b-camhs", name="Valley CAMHS", role="agency"),
        ),
        agencies=agencies,
        returns=(
            ChronologyReturn(
                uid="ret1", agency="a-CSC", file_name="csc.docx", version=2, signed_off_by="AD", rows_read=3
            ),
        ),
        events=events,
        event_links=(
            EventLink(
                uid="l1", kind="contradicts", a="e5", b="e6", state="accepted", why="School has him absent all day"
            ),
        ),
        workshops=(
            Workshop(
                uid="w1",
                type="practitioner event",
                title="Practitioner learning event",
                date=dt.date(2026, 6, 19),
                place="Eastmarch Town Hall",
                purpose="To hear what it was like",
                facilitators="Business unit",
                ground_rules="One voice at a time.",
                confidentiality="What is said here is not attributed. Notes can be asked for by a court.",
                support_person="A named person from occupational health",
            ),
        ),
        prompts=(
            Prompt(uid="q1", library="scie", order=1, text="What made sense at the time?", origin="SCIE"),
            Prompt(uid="q2", library="scie", order=2, text="What got in the way?", origin="SCIE"),
        ),
        reflections=(
            Reflection(
                uid="x1",
                workshop="w1",
                prompt="q1",
                text="School rang home the same morning, every time.",
                valence=Valence.WORKED_WELL,
                consent=Consent.QUOTE,
                events=("e6",),
            ),
            Reflection(
                uid="x2",
                workshop="w1",
                prompt="q1",
                text="Two agencies each thought the other had seen him.",
                valence=Valence.GOT_IN_THE_WAY,
                attribution=Attribution.AGENCY_TYPE,
                group="health",
            ),
            Reflection(
                uid="x3",
                workshop="w1",
                prompt="q2",
                text="We waited for a form when a phone call would have done.",
                valence=Valence.GOT_IN_THE_WAY,
            ),
        ),
        findings=(
            Finding(
                uid="f1",
                number=1,
                title="Seen is not heard",
                statement="Agencies recorded that a child was seen and took it that somebody had listened.",
                events=("e5", "e6"),
                reflections=("x2",),
                kloes=("k1",),
            ),
            Finding(
                uid="f2",
                number=2,
                title="Silence read as safety",
                statement="When nobody wrote, everybody thought somebody else had.",
            ),
        ),
        recommendations=recs,
        parts=parts,
        actions=actions,
        updates=updates,
    )


def settle() -> None:
    """Let layouts, deferred deletions and queued signals come to rest."""
    for _ in range(6):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def type_text(widget: QWidget, text: str) -> None:
    """As an input method commits it: any letter, Welsh ones too."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def _no_window_left(qapp: QApplication) -> Iterator[None]:
    """A window of an earlier test would go on listening to the clipboard, the look and the clock."""
    if theme() != Theme() or qapp.font() != theme().font():
        apply(qapp, Theme())  # what an earlier test looked at large, or nobody has put a look in force yet
    yield
    settle()
    for left in QApplication.topLevelWidgets():
        left.deleteLater()
    settle()


@pytest.fixture(autouse=True)
def handed_over(monkeypatch: pytest.MonkeyPatch) -> list[Handover | str]:
    """What a locking window tells its successor. No test but one starts a process."""
    told: list[Handover | str] = []
    monkeypatch.setattr(Successor, "start", lambda _self, handover: told.append(handover))
    monkeypatch.setattr(Successor, "tell", lambda _self, trouble: told.append(trouble))
    return told


@pytest.fixture
def snapshot() -> Snapshot:
    return rowan()


@pytest.fixture
def session(snapshot: Snapshot) -> MemorySession:
    return MemorySession(snapshot)


@pytest.fixture
def write() -> Callable[[QWidget, str], None]:
    return type_text


@pytest.fixture
def rest() -> Callable[[], None]:
    return settle


@pytest.fixture
def window(qapp: QApplication, session: MemorySession) -> Iterator[MainWindow]:
    """The desk open on the small review, at 1440 x 900."""
    made = MainWindow(Look(qapp))
    made.open_desk(session)  # type: ignore[arg-type]
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    settle()
    yield made
    made.close()
    made.deleteLater()
    settle()
    apply(qapp, Theme())


@pytest.fixture
def empty_session() -> MemorySession:
    return MemorySession(Snapshot(reviews=(Review(uid="rev"),)))


__all__ = ["MemorySession", "Qt"]
