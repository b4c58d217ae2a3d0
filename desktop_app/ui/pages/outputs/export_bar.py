"""The way out: format, Export or why not yet, how far it is, and where the file is afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from desktop_app.services.outputs import COMPILER, ExportResult
from desktop_app.services.release.approvers import same_role
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser, LineField
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import ElidedLabel, small, words

_FORMATS = {
    "pdf": "PDF",
    "docx": "Word",
    "house": "Word, your template",
    "xlsx": "Excel",
    "csv": "CSV",
    "png": "Picture",
}
HOUSE = "house"  # a Word file in the partnership's own template


class ExportBar(QFrame):
    asked = Signal()
    cancelled = Signal()
    template_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.written: Path | None = None
        self._approvers: tuple[str, ...] = ()
        lines = column(self, margin=16, spacing=8)
        self._done = self._written_box()
        lines.addWidget(self._done)
        self._work = self._work_box()
        lines.addWidget(self._work)
        self._who_line = self._who()
        lines.addWidget(self._who_line)
        line = row(spacing=8)
        self.format = Chooser()
        self.format.setAccessibleName(self.tr("Format"))
        self.export = Button(self.tr("Export"), kind="primary", icon="export", cap="Ctrl E")
        self.export.clicked.connect(self.asked)
        self.reason = small("", wrap=True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.template = Button(kind="quiet", icon="file-text", name=self.tr("Choose your own Word template"))
        self.template.clicked.connect(self.template_asked)
        line.addWidget(self.export)
        line.addWidget(self.format)
        line.addWidget(self.template)
        line.addStretch(1)
        lines.addLayout(line)
        lines.addWidget(self.reason)

    def _who(self) -> QWidget:
        box = QWidget()
        lines = column(box, spacing=8)
        line = row(spacing=8)
        self.by = LineField(placeholder=COMPILER)
        self.by.setToolTip(self.tr("A role, not a name. Whoever compiles an output cannot approve it."))
        label = small(self.tr("Compiled by (a role)"))
        label.setBuddy(self.by)
        self.by.setAccessibleName(label.text())
        self.by.setAccessibleDescription(self.by.toolTip())
        line.addWidget(label)
        line.addWidget(self.by, 1)
        self.by.textChanged.connect(lambda _text: self._advise())
        self._advice = AdviceLine()
        lines.addLayout(line)
        lines.addWidget(self._advice)
        return box

    def show_compiler(self, role: str, approvers: Sequence[str]) -> None:
        """Who compiled last; `approvers` are roles that cannot both compile and approve."""
        self._approvers = tuple(approvers)
        if not self.by.hasFocus():
            self.by.show_text(role)
        self._advise()

    def _advise(self) -> None:
        same = any(same_role(self.by.text(), role) for role in self._approvers)
        said = self.tr("Whoever compiles it cannot approve it: another approver must sign this one.")
        self._advice.say(said if same else "", icon="info", tone="text2")

    def _work_box(self) -> QWidget:
        box = QWidget()
        line = row(box, spacing=8)
        self._what = small("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(theme().px(4))
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self.cancel = Button(self.tr("Cancel"), kind="quiet")
        self.cancel.clicked.connect(self.cancelled)
        line.addWidget(self._what)
        line.addWidget(self._bar, 1)
        line.addWidget(self.cancel)
        box.hide()
        return box

    def _written_box(self) -> QWidget:
        box = QFrame()
        box.setProperty("role", "sunken")
        lines = column(box, margin=12, spacing=4)
        first = row(spacing=6)
        first.addWidget(IconLabel("check-circle", "good", 18))
        first.addWidget(words(self.tr("Written, and read back clean"), font="bold", tone="good"), 1)
        close = Button(kind="quiet", icon="x", name=self.tr("Close this message"))
        close.clicked.connect(self.forget)
        first.addWidget(close)
        lines.addLayout(first)
        self._path = ElidedLabel()
        self._hash = ElidedLabel(font="small", tone="text2")
        lines.addWidget(self._path)
        lines.addWidget(self._hash)
        foot = row(spacing=8)
        self.open = Button(self.tr("Open"), icon="arrow-square-out")
        self.folder = Button(self.tr("Show in folder"), icon="folder-open")
        self.open.clicked.connect(lambda: self._show(self.written))
        self.folder.clicked.connect(lambda: self._show(self.written.parent if self.written else None))
        foot.addWidget(self.open)
        foot.addWidget(self.folder)
        foot.addStretch(1)
        lines.addLayout(foot)
        box.hide()
        return box

    def _show(self, path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show_formats(self, formats: tuple[str, ...], *, house: bool) -> None:
        """`house`: a template is kept in which a Word file can be set."""
        self.template.setVisible("docx" in formats)
        offered = [key for key in _FORMATS if key in formats or (key == HOUSE and house and "docx" in formats)]
        chosen = self.format.value
        options = [(key, self.tr(_FORMATS[key])) for key in offered]
        self.format.set_options(options, chosen if chosen in offered else offered[0])

    def block(self, reason: str) -> None:
        """Why it cannot be exported now; "" when it can."""
        self.export.block(reason)
        self.reason.setText(reason or self.tr("Read back as a stranger would before it is handed over."))

    def wait_for(self, decisions: int) -> None:
        """Nothing leaves while any waits, and who compiles is asked when something can."""
        waits = self.tr("Waits for this decision.") if decisions == 1 else self.tr("Waits for these {} decisions.")
        self.block(waits.format(decisions) if decisions else "")
        self._who_line.setVisible(not decisions)

    def step(self, done: int, total: int, what: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._what.setText(what)

    def work(self, under_way: bool) -> None:
        self._work.setVisible(under_way)
        if under_way:
            self.forget()

    def show_written(self, result: ExportResult) -> None:
        self.written = result.path
        self._path.set_text(str(result.path))
        self._hash.set_text(f"SHA-256 {result.sha256}")
        self._done.show()
        self.open.setFocus()

    def forget(self) -> None:
        self.written = None
        self._done.hide()
