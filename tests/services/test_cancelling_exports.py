"""Cancel while names are being replaced and checked: heard between two texts, and nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop_app.anonymise import render
from desktop_app.anonymise.gate import check_register
from desktop_app.anonymise.render_steps import REPLACING
from desktop_app.common.progress import CancelledError
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.people import Person
from desktop_app.domain.review import Narrative, Review
from desktop_app.services.outputs import export
from desktop_app.services.session import Session


class Watching:
    """Cancels at the fifth step of replacing."""

    def __init__(self, *, cancels: bool) -> None:
        self.cancels, self.seen = cancels, list[int]()

    def step(self, done: int, total: int, what: str) -> None:
        assert total == 100
        if what == REPLACING:
            self.seen.append(done)
        if self.cancels and len(self.seen) == 5:
            raise CancelledError


@pytest.fixture
def told(session: Session) -> Session:
    about = "\n\n".join(f"Callum Draycott was seen at home, visit {n}." for n in ("one", "two", "three", "four"))
    review = Review(reference="EM-LR-2026-02", commissioning_body="Eastmarch Safeguarding Children Partnership")
    person = Person(name="Callum Draycott", pseudonym="Rowan", role="subject child")
    session.put("Told", review, person, Narrative(key="about", text=about))
    return session


def test_it_is_heard_and_nothing_is_written(told: Session, tmp_path: Path) -> None:
    watcher = Watching(cancels=True)
    with pytest.raises(CancelledError):
        export(told, OutputKind.OVERVIEW, ProfileName.PANEL, "docx", tmp_path / "o.docx", progress=watcher)
    assert len(watcher.seen) == 5
    assert not (tmp_path / "o.docx").exists()
    assert told.snapshot.outputs == ()


def test_its_steps_take_the_first_quarter(told: Session, tmp_path: Path) -> None:
    watcher = Watching(cancels=False)
    assert export(told, OutputKind.OVERVIEW, ProfileName.PANEL, "docx", tmp_path / "o.docx", progress=watcher).written
    assert watcher.seen == sorted(watcher.seen)
    assert watcher.seen[0] == 0 < watcher.seen[-1] < 25


def test_it_is_heard_while_the_whole_is_checked(told: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watcher, steps = Watching(cancels=False), list[int]()

    def checking(*given: Any) -> None:
        steps.append(len(watcher.seen))
        check_register(*given)
        steps.append(len(watcher.seen))

    monkeypatch.setattr(render, "check_register", checking)
    assert export(told, OutputKind.OVERVIEW, ProfileName.PANEL, "docx", tmp_path / "o.docx", progress=watcher).written
    before, after = steps
    assert after - before >= 4  # the four visits are each looked at
