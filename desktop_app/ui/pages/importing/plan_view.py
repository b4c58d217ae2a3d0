"""An import plan to look at: counts that add up, which column is which, what waits and what is refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.import_plan import ImportKind, ImportPlan
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import ElidedLabel, rule, small, words

# What a chronology's columns can be read as, in the order people think of them.
FIELDS: tuple[tuple[str, str], ...] = (
    ("date", "Date"),
    ("end_date", "End date"),
    ("time", "Time"),
    ("source", "Source of information"),
    ("event", "What happened"),
    ("action", "Action taken"),
    ("outcome", "Outcome"),
    ("child_seen", "Child seen"),
    ("comment", "Comment"),
    ("comment_author", "Whose comment"),
    ("significance", "How much it matters"),
    ("sender_ref", "Their number"),
)
_MOST_LISTED = 40
_FIELD = 190  # px at 100 % that a chooser of a heading wants


class CountsPanel(Panel):
    """Every row read is added, there already, waiting or refused."""

    def __init__(self) -> None:
        super().__init__()
        self._line = FlowRow(spacing=24, pitch=6)
        self.body.addWidget(self._line)
        self._notes = column(spacing=4)
        self.body.addLayout(self._notes)

    def show_plan(self, plan: ImportPlan) -> None:
        self._line.empty()
        clear(self._notes)
        for count, said, icon, tone in (
            (plan.rows_read, self.tr("rows read"), "rows", "text"),
            (len(plan.rows), self.tr("will be added"), "check-circle", "good"),
            (len(plan.waiting), self.tr("added, and wait for you"), "question", "warn"),
            (len(plan.duplicates), self.tr("are here already"), "intersect", "text2"),
            *(
                [(plan.changed_alone, self.tr("change what is here"), "pencil-simple", "accent")]
                if plan.changed
                else []
            ),
            (len(plan.refused), self.tr("cannot be read"), "prohibit", "warn" if plan.refused else "text2"),
        ):
            holder = QWidget()
            item = row(holder, spacing=6)
            item.addWidget(IconLabel(icon, tone, 18))
            item.addWidget(words(str(count), font="bold"))
            item.addWidget(words(said, tone="text2"))
            self._line.add(holder)
        for note in plan.notes:
            self._notes.addWidget(small(note, wrap=True))


class MappingPanel(Panel):
    """`changed` carries field -> heading as a person has set it."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Which column is which"), ruled=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(16))
        self._grid.setVerticalSpacing(theme().px(8))
        self.body.addLayout(self._grid)
        self._choosers: dict[str, Chooser] = {}
        self._fields: list[Labelled] = []
        self._across = 0

    def show_plan(self, plan: ImportPlan) -> None:
        """A chronology's columns can be chosen; the other kinds have headings of their own and are shown as read."""
        clear(self._grid)
        self._choosers.clear()
        self._fields.clear()
        self.note.setText(self.tr("headings found in row {}").format(plan.mapping.heading_row))
        found = plan.mapping.columns
        if plan.kind is not ImportKind.CHRONOLOGY:
            for number, (field, heading) in enumerate(found.items()):
                self._grid.addWidget(small(field.replace("_", " ")), number, 0)
                self._grid.addWidget(words(heading), number, 1)
            return
        headings = list(dict.fromkeys([*found.values(), *plan.mapping.unused]))
        options = [("", self.tr("not in this file")), *((heading, heading) for heading in headings)]
        for field, label in FIELDS:
            chooser = Chooser(options, found.get(field, ""))
            chooser.chosen.connect(lambda _value: self.changed.emit(self.mapping))
            self._choosers[field] = chooser
            self._fields.append(Labelled(label, chooser))
        self._across = 0
        self._arrange()

    def _arrange(self) -> None:
        """Four columns beside each other, two where there is less room, one where there is little."""
        wide = theme().px(_FIELD)
        across = next((n for n in (4, 2) if self.width() >= n * wide), 1)
        if across == self._across:
            return
        self._across = across
        for column_number in range(4):
            self._grid.setColumnStretch(column_number, int(column_number < across))
        for number, field in enumerate(self._fields):
            self._grid.removeWidget(field)
            self._grid.addWidget(field, number // across, number % across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fields:
            self._arrange()

    @property
    def mapping(self) -> dict[str, str]:
        return {field: chooser.value for field, chooser in self._choosers.items() if chooser.value}


class RowsPanel(Panel):
    """The first rows as they were read, so that a wrong column is seen at once."""

    def __init__(self) -> None:
        super().__init__(self.tr("The first rows, as read"), ruled=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(16))
        self._grid.setVerticalSpacing(theme().px(4))
        self.body.addLayout(self._grid)

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        clear(self._grid)
        width = min(max((len(cells) for cells in rows), default=0), 7)
        for down, cells in enumerate(rows):
            for across, text in enumerate(cells[:width]):
                self._grid.addWidget(ElidedLabel(" ".join(text.split()) or "–"), down, across)
        for across in range(width):
            longest = max((len(cells[across]) for cells in rows if across < len(cells)), default=1)
            self._grid.setColumnStretch(across, min(max(longest, 8), 40))
        self.setVisible(bool(rows))


class WaitingPanel(Panel):
    """Rows a person must look at, each with its original words; and rows that could not be read at all."""

    def __init__(self) -> None:
        super().__init__(self.tr("To look at"), ruled=True)

    def show_plan(self, plan: ImportPlan) -> None:
        body = self.flush()
        clear(body)
        listed = [(w.row, f"{w.field}: {w.text}" if w.text else w.field, w.why, "question") for w in plan.waiting]
        listed += [(r.row, "", r.why, "prohibit") for r in plan.refused]
        for number, (at, text, why, icon) in enumerate(sorted(listed)[:_MOST_LISTED]):
            if number:
                body.addWidget(rule())
            body.addWidget(self._line(at, text, why, icon))
        if len(listed) > _MOST_LISTED:
            more = small(self.tr("and {} more, all kept with the import").format(len(listed) - _MOST_LISTED))
            more.setContentsMargins(*([theme().px(12)] * 4))
            body.addWidget(more)
        self.note.setText(self.tr("nothing here is lost: the original words are kept"))
        self.setVisible(bool(listed))

    def _line(self, at: int, text: str, why: str, icon: str) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=12)
        line.setContentsMargins(theme().px(16), theme().px(6), theme().px(16), theme().px(6))
        line.addWidget(IconLabel(icon, "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
        number = words(self.tr("Row {}").format(at), font="bold")
        number.setFixedWidth(theme().px(76))
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        said = column(spacing=0)
        if text:
            said.addWidget(ElidedLabel(" ".join(text.split())))
        said.addWidget(small(why, wrap=True))
        line.addLayout(said, 1)
        return holder
