"""How far an output has come: each step with who took it and when, what it waits for, and who was given it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.common.clock import today
from desktop_app.domain.output import Output
from desktop_app.domain.release import ReleaseStep, Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.release.recipients import recipients_of
from desktop_app.services.release.rules import step_words
from desktop_app.services.release.signed import holds
from desktop_app.services.release.steps import may_follow, steps_of, waits_for
from desktop_app.services.retention_rules import withdrawal_of
from desktop_app.ui.dates_words import day
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import IconLabel, Look
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import small, words


def status_look(status: Status, superseded: str = "") -> Look:
    """Icon, word and tone of a status; superseded ones say so too."""
    if superseded:
        name = _tr(step_words(status).name)
        word = _tr("Superseded") if status is Status.DRAFT else _tr("{}, superseded").format(name)
        return Look(word, "arrows-left-right", "warn")
    icons = {Status.APPROVED: "check-circle", Status.PUBLISHED: "globe", Status.WITHDRAWN: "archive-box"}
    tones = {Status.APPROVED: "good", Status.PUBLISHED: "good", Status.WITHDRAWN: "neutral"}
    return Look(_tr(step_words(status).name), icons.get(status, "file-text"), tones.get(status, "neutral"))


class ReleaseSteps(QWidget):
    def __init__(self, snapshot: Snapshot, output: Output, superseded: str) -> None:
        super().__init__()
        lines = column(self, spacing=4)
        if superseded:
            lines.addWidget(_Line("warning", "warn", _tr("Superseded: {}.").format(superseded)))
        steps = steps_of(snapshot, output.uid)
        for step in steps:
            lines.addWidget(_Line(*_said(snapshot, output, step)))
        for status in waits_for(output, steps) if Status.WITHDRAWN not in {s.status for s in steps} else ():
            lines.addWidget(_Line("circle-dashed", "text2", _tr("{}: not yet").format(_tr(step_words(status).name))))
        if Status.APPROVED in may_follow(output, steps):
            lines.addWidget(_Line("circle-dashed", "text2", _tr("It can be approved now.")))
        for text in _afterwards(snapshot, output):
            lines.addWidget(_Line("info", "text2", text))


class _Line(QWidget):
    def __init__(self, icon: str, tone: str, text: str) -> None:
        super().__init__()
        line = row(self, spacing=8)
        line.addWidget(IconLabel(icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
        said = words(text, wrap=True) if tone != "text2" else small(text, wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said.setContentsMargins(0, 0, 0, theme().px(2))
        line.addWidget(said, 1)
        self.setAccessibleName(text)


def _said(snapshot: Snapshot, output: Output, step: ReleaseStep) -> tuple[str, str, str]:
    """(icon, tone, sentence)."""
    name = _tr(step_words(step.status).name)
    who = ", ".join(filter(None, [step.role, step.name, day(step.on)]))
    said = f"{name}: {who}" + (f". {step.note}" if step.note else "")
    if step.not_needed:
        return "minus-circle", "text", _tr("{} (not needed)").format(said)
    if step.approver and not holds(snapshot, output, step):
        return "warning", "warn", _tr("{}. The signature does not hold.").format(said)
    if step.approver:
        return "check-circle", "good", _tr("{}. Signed for SHA-256 {}…").format(said, step.sha256[:12])
    return "check-circle", "good", said


def _afterwards(snapshot: Snapshot, output: Output) -> Iterator[str]:
    due = withdrawal_of(snapshot, output)
    if due.state(today()) == "due":
        yield _tr("To be taken down since {}.").format(day(due.due))
    elif due.state(today()) == "later":
        yield _tr("To be taken down by {}.").format(day(due.due))
    for given in recipients_of(snapshot, output.uid):
        yield _tr("Given to {}").format(", ".join(filter(None, [given.to, given.how, day(given.on)])))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReleaseSteps", text)
