"""A return sent again, row by row: what it changes in events that are here, and which of them it no longer has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.import_plan import ChangedRow, ImportPlan, MissingRow
from desktop_app.ui.pages.importing.plan_view import FIELDS
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import rule, small, words

_MOST_LISTED = 40
_LONGEST = 400  # characters of a text shown before and after


class ChangesPanel(Panel):
    def __init__(self) -> None:
        super().__init__(self.tr("Sent again"), ruled=True)

    def show_plan(self, plan: ImportPlan) -> None:
        body = self.flush()
        clear(body)
        lines = [self._changed(changed) for changed in plan.changed[:_MOST_LISTED]]
        lines += [self._missing(missing) for missing in plan.missing[: _MOST_LISTED - len(lines)]]
        for number, line in enumerate(lines):
            if number:
                body.addWidget(rule())
            body.addWidget(line)
        rest = len(plan.changed) + len(plan.missing) - len(lines)
        if rest > 0:
            more = small(self.tr("and {} more").format(rest))
            more.setContentsMargins(*([theme().px(12)] * 4))
            body.addWidget(more)
        self.note.setText(self.tr("what was said before is kept"))
        self.setVisible(bool(lines))

    def _changed(self, changed: ChangedRow) -> QWidget:
        holder, said = self._line("pencil-simple", "accent", changed.ref, changed.row)
        for change in changed.changes:
            said.addWidget(words(_label(change.field), font="bold"))
            said.addWidget(small(self.tr("was: {}").format(_short(change.before)), wrap=True))
            said.addWidget(words(self.tr("now: {}").format(_short(change.after)), wrap=True))
        for kept in changed.kept:
            said.addWidget(words(self.tr("{}: edited here, so it stays").format(_label(kept.field)), font="bold"))
            said.addWidget(words(self.tr("here: {}").format(_short(kept.before)), wrap=True))
            said.addWidget(small(self.tr("sent: {}").format(_short(kept.after)), wrap=True))
        return holder

    def _missing(self, missing: MissingRow) -> QWidget:
        holder, said = self._line("minus", "warn", missing.ref, missing.row)
        said.addWidget(words(self.tr("No longer in the file. The event is kept, and marked."), wrap=True))
        return holder

    def _line(self, icon: str, tone: str, ref: str, at: int) -> tuple[QWidget, QVBoxLayout]:
        holder = QWidget()
        line = row(holder, spacing=12)
        line.setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8))
        line.addWidget(IconLabel(icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
        names = column(spacing=0)
        name = words(ref, font="bold")
        name.setFixedWidth(theme().px(86))
        names.addWidget(name)
        names.addWidget(small(self.tr("row {}").format(at)))
        names.addStretch(1)
        line.addLayout(names)
        said = column(spacing=2)
        line.addLayout(said, 1)
        return holder, said


def _label(field: str) -> str:
    return dict(FIELDS).get(field, field)


def _short(text: str) -> str:
    plain = " ".join(text.split()) or "–"
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
