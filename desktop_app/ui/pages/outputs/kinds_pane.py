"""The left pane: which output, who will read it and what that copy holds, and as at which day."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.release import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.ladders import reader_profile
from desktop_app.services.output_kinds import GROUPS, OUTPUTS
from desktop_app.services.readers import reader, readers
from desktop_app.services.release.rules import step_words
from desktop_app.ui.pages.outputs.kinds_list import KindsList
from desktop_app.ui.pages.outputs.shape_fields import ShapeFields
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.panel import ScrolledColumn, clear, column, row
from desktop_app.ui.widgets.record_list import Entry
from desktop_app.ui.widgets.words import heading, rule, words

_ROW = 32  # px at 100 %
_WIDTH = 234  # px at 100 %: the longest heading, and what a reader is told, unclipped
_BELOW = 0.4  # the share of the pane that reader, facts and day have at least


class KindsPane(QFrame):
    kind_chosen = Signal(str)
    reader_chosen = Signal(str)
    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        look = theme()
        self.setMinimumWidth(look.px(_WIDTH))
        lines = column(self, spacing=0)
        head = heading(self.tr("Outputs"))
        head.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(4))
        self._head = head
        lines.addWidget(head)
        self.kinds = KindsList(self.tr("Outputs"))
        self.kinds.picked.connect(self.kind_chosen)
        lines.addWidget(self.kinds)
        lines.addSpacing(look.px(12))
        lines.addWidget(rule())
        self._below = scroll = ScrolledColumn(margin=16, spacing=12)
        lines.addWidget(scroll, 1)
        self.reader = Chooser([(r.profile.value, r.name) for r in readers()], icon="users-three")
        self.reader.chosen.connect(self.reader_chosen)
        scroll.column.addWidget(Labelled(self.tr("Who will read it"), self.reader))
        self.shape = ShapeFields()
        scroll.column.addWidget(self.shape)
        self._facts: QVBoxLayout = column(spacing=6)
        scroll.column.addLayout(self._facts)
        self.day = DayField(self.tr("As at"), self.tr("Later updates are left out."))
        self.day.left_day.connect(self.day_chosen)
        scroll.column.addWidget(self.day)
        scroll.column.addStretch(1)

    def show_choice(self, snapshot: Snapshot, kind: OutputKind, profile: ProfileName, as_at: dt.date) -> None:
        groups = {
            self.tr(group): [
                Entry(uid=info.kind.value, title=self.tr(info.name), right=_last(snapshot, info.kind))
                for info in OUTPUTS
                if info.group == group
            ]
            for group in GROUPS
        }
        self.kinds.show_groups(groups, kind.value)
        self.reader.show_value(profile.value)
        self.shape.show_shape(snapshot, kind)
        self.day.show_day(as_at)
        self._show_facts(snapshot, profile)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The list has all its outputs where there is room for that and for what is below, else its groups fold."""
        room = self.height() - self._head.sizeHint().height() - theme().px(12) - 1
        inner = self._below.widget()
        below = inner.sizeHint().height() if inner is not None else 0
        whole, folded = self.kinds.height_of_all, self.kinds.sizeHint().height()
        wish = whole if whole + below <= room else folded
        self.kinds.setFixedHeight(max(min(wish, room - min(below, round(room * _BELOW))), theme().px(_ROW) * 2))

    def _show_facts(self, snapshot: Snapshot, profile: ProfileName) -> None:
        clear(self._facts)
        for what, how in reader(profile, reader_profile(snapshot, profile)).facts:
            line = row(spacing=8)
            line.addWidget(words(self.tr(what), tone="text2"))
            line.addStretch(1)
            line.addWidget(words(self.tr(how)))
            self._facts.addLayout(line)


def _last(snapshot: Snapshot, kind: OutputKind) -> str:
    """ "draft 3", or what became of it: "published"; "" when it was never written."""
    written = [output for output in snapshot.outputs if output.kind is kind]
    if not written:
        return ""
    newest = written[-1]
    return (
        f"draft {newest.version}" if newest.status == Status.DRAFT else step_words(Status(newest.status)).name.lower()
    )
