"""What was written, newest first, each with its certificate: what was replaced, decided and checked, what remains."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.common.clock import now
from desktop_app.domain.output import Output
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.outputs import OUTPUTS
from desktop_app.services.readers import reader
from desktop_app.ui.dates_words import moment
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.panel import ScrolledColumn, clear, column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule, small, words


def name_of(output: Output) -> str:
    """ "Briefing for the public, draft 3"."""
    kind = next(info.name for info in OUTPUTS if info.kind is output.kind)
    return f"{_tr(kind)}, {_tr(reader(output.profile).name).lower()}, {_tr('draft {}').format(output.version)}"


class WrittenList(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._outputs: dict[str, Output] = {}
        lines = column(self, spacing=0)
        self.stack = QStackedWidget()
        lines.addWidget(self.stack)
        both = QWidget()
        inner = column(both, spacing=0)
        self.list = RecordList(self.tr("Written"))
        self.list.picked.connect(self._show)
        inner.addWidget(self.list, 2)
        inner.addWidget(rule())
        self._detail = ScrolledColumn(margin=16, spacing=6)
        inner.addWidget(self._detail, 3)
        self.stack.addWidget(both)
        self.stack.addWidget(
            EmptyState(
                self.tr("Nothing was written yet"),
                self.tr("Each file that leaves is read back first, and what that rests on is kept here."),
            )
        )

    def show_outputs(self, snapshot: Snapshot) -> None:
        self._outputs = {output.uid: output for output in reversed(snapshot.outputs)}
        self.list.show_entries([self._entry(output) for output in self._outputs.values()])
        self.stack.setCurrentIndex(0 if self._outputs else 1)
        self._show(self.list.current)

    def _entry(self, output: Output) -> Entry:
        when = moment(output.written, now()) if output.written else ""
        return Entry(
            uid=output.uid,
            title=name_of(output),
            second=f"SHA-256 {output.sha256[:16]}…",
            right=f"{output.format.upper()}, {when}",
        )

    def _show(self, uid: str) -> None:
        clear(self._detail.column)
        output = self._outputs.get(uid)
        if output is None:
            return
        for label, text in self._certificate(output):
            self._detail.column.addWidget(small(label))
            said = words(text, wrap=True)
            said.setAccessibleName(f"{label}: {text}")
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setContentsMargins(0, 0, 0, theme().px(6))
            self._detail.column.addWidget(said)
        self._detail.column.addStretch(1)

    def _certificate(self, output: Output) -> Iterator[tuple[str, str]]:
        yield self.tr("SHA-256 of the file"), _in_groups(output.sha256)
        if output.anchor:
            yield self.tr("Ledger, as printed in it"), output.anchor
        counts = self.tr("{} places replaced; {} decisions in force").format(output.replaced, output.decisions)
        yield self.tr("What was done"), counts
        if output.checked:
            yield self.tr("Read back and checked"), "\n".join(output.checked)
        remains = "\n".join(output.remains) if output.remains else self.tr("No warning of the jigsaw waited.")
        yield self.tr("What remained"), remains


def _in_groups(digits: str) -> str:
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))


def _tr(text: str) -> str:
    return QCoreApplication.translate("WrittenList", text)
