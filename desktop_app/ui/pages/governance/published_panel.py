"""What was made for the public: when it was published, when it must come down, and when it did."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal

from desktop_app.domain.output import Output
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.outputs import OUTPUTS
from desktop_app.services.retention_rules import Withdrawal, withdrawal_rules, withdrawals
from desktop_app.ui.dates_words import day
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule, small

_ROW, _MOST = 48, 5
_NAMES = {info.kind: info.name for info in OUTPUTS}
_FORMATS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "csv": "CSV", "png": "picture"}


class PublishedPanel(Panel):
    edited = Signal(object)  # Output

    def __init__(self) -> None:
        super().__init__(self.tr("Published, and when it comes down"), " ", ruled=True)
        self._outputs: dict[str, Output] = {}
        lines = self.flush()
        self.list = RecordList(self.tr("Public outputs"))
        self.list.picked.connect(self._show)
        lines.addWidget(self.list)
        self._rule = rule()
        lines.addWidget(self._rule)
        under = column(spacing=12)
        edge = theme().px(16)
        under.setContentsMargins(edge, theme().px(12), edge, theme().px(12))
        self.published, self.withdrawn = DayField(self.tr("Published on")), DayField(self.tr("Taken down on"))
        self.pair = row(spacing=12)
        self.pair.addWidget(self.published, 1)
        self.pair.addWidget(self.withdrawn, 1)
        under.addLayout(self.pair)
        self._foot = small("", wrap=True)
        under.addWidget(self._foot)
        lines.addLayout(under)
        self.published.left_day.connect(lambda value: self._edit(published=value))
        self.withdrawn.left_day.connect(lambda value: self._edit(withdrawn=value))

    def show_published(self, snapshot: Snapshot, today: dt.date) -> None:
        found = withdrawals(snapshot)
        self._outputs = {w.output.uid: w.output for w in found}
        self.list.show_entries([self._entry(w, today) for w in found])
        self.list.setFixedHeight(theme().px(_ROW) * min(max(len(found), 1), _MOST) + 2)
        for shown in (self.list, self._rule, self.published, self.withdrawn):
            shown.setVisible(bool(found))
        due = sum(w.state(today) == "due" for w in found)
        self.note.setText(self.tr("{} to take down now").format(due) if due else "")
        nothing = self.tr("Nothing has been exported for the public yet.")
        self._foot.setText(" ".join(r.what for r in withdrawal_rules()) if found else nothing)
        self._show(self.list.current)

    def _entry(self, held: Withdrawal, today: dt.date) -> Entry:
        output, due = held.output, day(held.due)
        icon, tone, said = {
            "unpublished": ("circle-dashed", "text2", self.tr("not published yet")),
            "withdrawn": ("check-circle", "good", self.tr("taken down {}").format(day(output.withdrawn))),
            "stays": ("check-circle", "good", self.tr("may stay")),
            "due": ("warning", "warn", self.tr("to be taken down since {}").format(due)),
            "later": ("hourglass", "text2", self.tr("to be taken down on {}").format(due)),
        }[held.state(today)]
        published = self.tr("published {}").format(day(output.published)) if output.published else ""
        name = f"{_NAMES[output.kind]}, {_FORMATS.get(output.format, output.format)}"
        second = ", ".join(filter(None, [published, said]))
        return Entry(uid=output.uid, title=name, second=second, icon=icon, tone=tone)

    def _show(self, uid: str) -> None:
        output = self._outputs.get(uid)
        if output is not None:
            self.published.show_day(output.published)
            self.withdrawn.show_day(output.withdrawn)

    def _edit(self, **changes: dt.date | None) -> None:
        output = self._outputs.get(self.list.current)
        if output is not None and (changed := replace(output, **changes)) != output:  # type: ignore[arg-type]
            self.edited.emit(changed)
