"""The sections of the output: their order, what is left out, their headings, and sections of one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.output_sections import Section, own_text, sections_of, usual_sections
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, LineField, TextField
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import ScrolledColumn, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import heading, small

_ROW = 32  # px at 100 %, as `EntryDelegate` has it


class SectionsPane(QWidget):
    moved = Signal(str, int)
    dropped = Signal(str, bool)
    renamed = Signal(str, str)
    written = Signal(str, str)
    added = Signal()
    reset = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sections: dict[str, Section] = {}
        self._snapshot = Snapshot()
        lines = column(self, margin=16, spacing=12)
        head = row(spacing=8)
        head.addWidget(heading(self.tr("Sections")))
        head.addStretch(1)
        leave = Button(self.tr("Back to the page"), icon="file-text", cap="F3")
        leave.clicked.connect(self.closed)
        head.addWidget(leave)
        lines.addLayout(head)
        self._scroll = ScrolledColumn(margin=0, spacing=12)
        lines.addWidget(self._scroll, 1)
        lines = self._scroll.column
        self._note = small("", wrap=True)
        lines.addWidget(self._note)
        self.list = RecordList(self.tr("Sections, in order"))
        self.list.picked.connect(self._show)
        lines.addWidget(self.list)
        lines.addWidget(self._buttons())
        self.title = LineField()
        self.title.left.connect(lambda text: self._emit(self.renamed, text))
        self._title = Labelled(self.tr("Heading"), self.title)
        lines.addWidget(self._title)
        self.text = TextField(least=3, most=10)
        self.text.left.connect(lambda text: self._emit(self.written, text))
        self._text = Labelled(
            self.tr("What it says"),
            self.text,
            self.tr("Write {rec:2}, {finding:3}, {action:7} or {count:actions}: they keep up with the record."),
        )
        lines.addWidget(self._text)
        lines.addStretch(1)

    def _buttons(self) -> QWidget:
        flow = FlowRow(spacing=8)
        self.up = Button(self.tr("Up"), icon="arrow-up", cap="Alt+Up")
        self.down = Button(self.tr("Down"), icon="arrow-down", cap="Alt+Down")
        self.drop = Button(self.tr("Leave out"), icon="minus")
        self.add = Button(self.tr("Add a section"), icon="plus")
        self.usual = Button(self.tr("As usual"), kind="quiet", icon="arrow-counter-clockwise")
        self.up.clicked.connect(lambda: self.move_current(-1))
        self.down.clicked.connect(lambda: self.move_current(1))
        self.drop.clicked.connect(self._drop)
        self.add.clicked.connect(self.added)
        self.usual.clicked.connect(self.reset)
        for button in (self.up, self.down, self.drop, self.add, self.usual):
            flow.add(button)
        return flow

    def show_sections(self, snapshot: Snapshot, kind: OutputKind) -> None:
        self._snapshot = snapshot
        held = sections_of(snapshot, kind)
        self._sections = {section.id: section for section in held}
        usual = usual_sections(snapshot, kind)
        self._note.setText(
            self.tr("Where the usual order comes from: {}.").format(usual.source)
            if usual
            else self.tr("This output has no sections that could be moved: it is one table, or one day.")
        )
        self.list.show_entries([self._entry(section) for section in held])
        self.list.setFixedHeight(theme().px(_ROW) * len(held) + 2)  # the column scrolls, not the list in it
        for widget in (self.add, self.usual):
            widget.setEnabled(usual is not None)
        self._show(self.list.current)

    def _entry(self, section: Section) -> Entry:
        note = self.tr("left out") if section.dropped else self.tr("your own") if section.own else ""
        icon = "eye-slash" if section.dropped else "pencil-simple" if section.own else "file-text"
        return Entry(uid=section.id, title=section.name or self.tr("Without a heading"), icon=icon, right=note)

    def pick(self, id_: str) -> None:
        self.list.pick(id_)
        self.title.setFocus()
        self._scroll.ensureWidgetVisible(self.text)

    def move_current(self, by: int) -> None:
        if self.list.current in self._sections:
            self.moved.emit(self.list.current, by)
            self.list.setFocus()

    def _drop(self) -> None:
        section = self._sections.get(self.list.current)
        if section is not None:
            self.dropped.emit(section.id, not section.dropped)

    def _emit(self, signal: SignalInstance, text: str) -> None:
        """Only what was changed, for the section that is shown."""
        section = self._sections.get(self.list.current)
        if section is None:
            return
        before = section.heading if signal is self.renamed else own_text(self._snapshot, section)
        if text.strip() != before:
            signal.emit(section.id, text)

    def _show(self, id_: str) -> None:
        section = self._sections.get(id_)
        order = list(self._sections)
        self.up.setEnabled(section is not None and order.index(id_) > 0)
        self.down.setEnabled(section is not None and order.index(id_) < len(order) - 1)
        self.drop.setEnabled(section is not None)
        self._title.setVisible(section is not None)
        self._text.setVisible(section is not None and section.own)
        if section is None:
            return
        self.drop.set_words(self.tr("Take in again") if section.dropped else self.tr("Leave out"))
        self.title.show_text(section.heading)
        self.title.setPlaceholderText(section.usual)
        if section.own:
            self.text.show_text(own_text(self._snapshot, section))
