"""The status bar: saved and when, or what went wrong; work under way; what is on this screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop_app.common.errors import UserError
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import row
from desktop_app.ui.widgets.words import ElidedLabel, set_tone, small
from desktop_app.ui.workers import Job

if TYPE_CHECKING:
    from desktop_app.ui.shell.saver import Saver

_SHOW_AFTER_MS = 500


class StatusBar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look = theme()
        self.setFixedHeight(look.px(28))
        line = row(self, spacing=6)
        line.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._icon = IconLabel("lock-key", "text2", 16)
        self._saved = small("")
        line.addWidget(self._icon)
        line.addWidget(self._saved)
        line.addSpacing(look.px(12))
        self._told = ElidedLabel(font="small", tone="text2")
        line.addWidget(self._told, 1)
        self._work = QWidget()
        work = row(self._work, spacing=8)
        self._what = small("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(look.px(120), look.px(4))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = Button(self.tr("Cancel"), kind="quiet")
        self._cancel.setFixedHeight(look.px(24))
        self._cancel.clicked.connect(self._stop)
        for widget in (self._what, self._bar, self._cancel):
            work.addWidget(widget)
        self._work.hide()
        line.addWidget(self._work)
        self._right_icon = IconLabel("identification-card", "text2", 16)
        self._right = small("")
        line.addWidget(self._right_icon)
        line.addWidget(self._right)
        self._job: Job[object] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SHOW_AFTER_MS)
        self._later.timeout.connect(self._show_work)

    def _say(self, text: str, icon: str, tone: str) -> None:
        self._icon.set_icon(icon, tone)
        self._saved.setText(text)
        set_tone(self._saved, tone)

    def show_locked(self) -> None:
        self._say(self.tr("Locked. Your drafts were kept."), "lock-key", "text2")
        self._told.set_text(self.tr("Works with no network"))
        self._right_icon.set_icon("question", "text2")
        self._right.setText(self.tr("Help F1"))

    def show_saved(self, saver: Saver) -> None:
        """Both truths: when the last edit was kept, in the working copy at once, and when the file was written."""
        self._right_icon.set_icon("identification-card", "text2")
        self._right.setText(self.tr("Real names on this screen"))
        if saver.trouble is not None:
            self.show_error(saver.trouble)
            return
        self._say(self._both(saver), "check-circle", "good")

    def _both(self, saver: Saver) -> str:
        written = f"{saver.written.astimezone():%H:%M}" if saver.written is not None else ""
        if not saver.unsaved:
            return self.tr("Saved {}").format(written) if written else self.tr("Open")
        kept = saver.edited or saver.written
        edits = self.tr("Edits kept {}").format(f"{kept.astimezone():%H:%M}" if kept is not None else "")
        if saver.writing:
            file = self.tr("writing the file")
        else:
            file = self.tr("file written {}").format(written) if written else self.tr("no file yet")
        return f"{edits} · {file}"

    def show_error(self, error: UserError) -> None:
        self._say(error.what, "warning-circle", "bad")
        self._told.set_text(" ".join(filter(None, [error.safe, error.do])))

    def tell(self, text: str) -> None:
        self._told.set_text(text)

    def watch(self, job: Job[object] | None) -> None:
        """Show a job that takes longer than half a second; None when all work is over."""
        self._job = job
        if job is None:
            self._later.stop()
            self._work.hide()
            return
        self._what.setText(job.what)
        self._bar.setRange(0, 0)
        job.stepped.connect(self._step)
        self._later.start()

    def _show_work(self) -> None:
        self._work.setVisible(self._job is not None)

    def _step(self, done: int, total: int, what: str) -> None:
        self._what.setText(what)
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._what.setText(self.tr("Stopping"))
