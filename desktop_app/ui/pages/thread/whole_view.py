"""The whole review: what is broken or loose, and how far the findings reach. Enter goes to the record."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.thread import broken_links, orphans
from desktop_app.services.thread.coverage import agency_cover, kloe_cover
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule, small


class LooseView(QWidget):
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.list = RecordList(self.tr("Broken links and loose ends"))
        self.list.opened.connect(lambda row: self.opened.emit(row.partition(" ")[2]))
        self.list.doubleClicked.connect(lambda _index: self.opened.emit(self.list.current.partition(" ")[2]))
        self._foot = _foot()
        lines = column(self, spacing=0)
        lines.addWidget(self.list, 1)
        lines.addWidget(rule())
        lines.addWidget(self._foot)

    def show_whole(self, snapshot: Snapshot) -> int:
        """How many there are comes back."""
        broken, loose = broken_links(snapshot), orphans(snapshot)
        entries = [Entry(group=self.tr("Broken links, {}").format(len(broken)))] if broken else []
        for n, link in enumerate(broken):
            entries.append(Entry(uid=f"b{n} {link.uid}", title=link.what, icon="link-break", tone="bad"))
        if loose:
            entries.append(Entry(group=self.tr("Loose ends, {}").format(len(loose))))
        for n, orphan in enumerate(loose):
            entries.append(Entry(uid=f"o{n} {orphan.uid}", title=orphan.what, icon="warning", tone="warn"))
        self.list.show_entries(entries)
        said = self.tr("Outputs stay drafts, and list what concerns them, while any of these stands.")
        self._foot.setText(said if entries else self.tr("Nothing is broken or loose: every thread holds."))
        return len(broken) + len(loose)


class CoverView(QWidget):
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.list = RecordList(self.tr("Coverage of lines of enquiry and agencies"))
        self.list.opened.connect(self.opened)
        self.list.doubleClicked.connect(lambda _index: self.opened.emit(self.list.current))
        self._foot = _foot()
        lines = column(self, spacing=0)
        lines.addWidget(self.list, 1)
        lines.addWidget(rule())
        lines.addWidget(self._foot)

    def show_whole(self, snapshot: Snapshot) -> None:
        enquiry, agencies = kloe_cover(snapshot), agency_cover(snapshot)
        entries = [Entry(group=self.tr("Key lines of enquiry"))] if enquiry else []
        for row in enquiry:
            by = ", ".join(str(number) for number in row.findings)
            said = self.tr("answered by finding {}").format(by) if by else self.tr("no finding answers it")
            counts = self.tr("{} events bear on it, {} pieces of evidence under its findings")
            entries.append(
                Entry(
                    uid=row.uid,
                    number=str(row.number),
                    title=row.question,
                    second=f"{said}; {counts.format(row.events, row.evidence)}",
                    icon="check-circle" if row.covered else "warning",
                    tone="good" if row.covered else "warn",
                )
            )
        if agencies:
            entries.append(Entry(group=self.tr("Agencies")))
        for agency in agencies:
            by = ", ".join(str(number) for number in agency.findings)
            used = self.tr("{} of {} events used, {} of {} key ones")
            said = used.format(agency.used, agency.events, agency.key_used, agency.key)
            entries.append(
                Entry(
                    uid=agency.uid,
                    title=agency.name,
                    second=said + (self.tr("; finding {}").format(by) if by else ""),
                    icon="check-circle" if agency.used else "warning",
                    tone="good" if agency.used else "warn",
                )
            )
        self.list.show_entries(entries)
        none = self.tr("Nothing to cover yet: no line of enquiry, and no agency.")
        self._foot.setText(self.tr("What no finding reaches is marked.") if entries else none)


def _foot() -> QLabel:
    foot = small("", wrap=True)
    edge = theme().px(16)
    foot.setContentsMargins(edge, theme().px(10), edge, theme().px(10))
    return foot
