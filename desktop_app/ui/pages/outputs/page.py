"""The outputs page: wiring between the three panes, the worker that prepares, and the export."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from desktop_app.common.clock import today
from desktop_app.common.errors import UserError
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.services.output_shapes import choose_shape
from desktop_app.services.outputs import OUTPUTS, OutputKindInfo
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.outputs.arranging import Arranging
from desktop_app.ui.pages.outputs.deciding import Deciding
from desktop_app.ui.pages.outputs.decision_card import WAYS
from desktop_app.ui.pages.outputs.export_bar import ExportBar
from desktop_app.ui.pages.outputs.exporting import Exporting
from desktop_app.ui.pages.outputs.identifying import Identifying
from desktop_app.ui.pages.outputs.jigsaw.strip import JigsawStrip
from desktop_app.ui.pages.outputs.keyboard_kept import keyboard_kept
from desktop_app.ui.pages.outputs.kinds_pane import KindsPane
from desktop_app.ui.pages.outputs.notes_box import NotesBox
from desktop_app.ui.pages.outputs.passages_pane import PassagesPane
from desktop_app.ui.pages.outputs.prepared import Prepared, Wanted, prepare, reflect
from desktop_app.ui.pages.outputs.preview_pane import PreviewPane
from desktop_app.ui.pages.outputs.queue_pane import QueuePane
from desktop_app.ui.pages.outputs.releasing import Releasing
from desktop_app.ui.pages.outputs.restricted_key import RestrictedKey
from desktop_app.ui.pages.outputs.weighing import WEIGHED, Weighing
from desktop_app.ui.pages.outputs.where_from import WhereFrom
from desktop_app.ui.pages.outputs.writing import Writing
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.words import rule
from desktop_app.ui.workers import Job

_ALL_THREE = 900  # px at 100 %: with less, one pane at a time
_WIDTHS = (240, 546, 448)


class OutputsPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.wanted = Wanted(OutputKind.BRIEFING, ProfileName.PUBLIC, today())
        self.prepared: Prepared | None = None
        self._job: Job[Prepared] | None = None
        lines = column(self, spacing=0)
        self._panes: dict[str, QWidget] = {}
        self.parts = Segmented(
            self.tr("Part of the page"),
            [
                ("kinds", self.tr("Output")),
                ("page", self.tr("Page")),
                ("queue", self.tr("Decisions")),
                ("out", self.tr("Export")),
            ],
            "queue",
        )
        self.parts.chosen.connect(lambda _key: self._arrange())
        self._tabs = QWidget()
        column(self._tabs, margin=8).addWidget(self.parts)
        lines.addWidget(self._tabs)
        lines.addWidget(self._build(), 1)
        self._connect()
        self._offer()
        self._arrange()  # before it is shown: three panes at once would ask for more than a small screen has

    def _build(self) -> QSplitter:
        self.kinds, self.preview, self.queue = KindsPane(), PreviewPane(), QueuePane()
        self.strip, self.notes, self.bar = JigsawStrip(), NotesBox(), ExportBar()
        self.exporting = Exporting(self.desk, self.bar, self.errors)
        right = QFrame()
        right.setProperty("role", "surface")
        lines = column(right, spacing=0)
        lines.addWidget(self.errors)
        lines.addWidget(self.queue, 1)
        lines.addWidget(self._way_out())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self.passages = PassagesPane()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.preview)
        self.middle.addWidget(self.passages)
        for pane in (self.kinds, self.middle, right):
            split.addWidget(pane)
        self._panes = {"kinds": self.kinds, "page": self.middle, "queue": self.queue, "out": self._out}
        self._right = right
        # Without a least width of its own the panes side by side would hold the window open before they are arranged.
        split.setMinimumWidth(theme().px(280))
        split.setStretchFactor(1, 1)
        split.setSizes([theme().px(width) for width in _WIDTHS])
        return split

    def _way_out(self) -> QWidget:
        self._out = QWidget()
        lines = column(self._out, spacing=0)
        lines.addStretch(1)
        told = column(spacing=8)
        told.setContentsMargins(theme().px(8), 0, theme().px(8), theme().px(8))
        told.addWidget(self.strip)
        told.addWidget(self.notes)
        lines.addLayout(told)
        lines.addWidget(rule())
        lines.addWidget(self.bar)
        return self._out

    def _connect(self) -> None:
        self.kinds.kind_chosen.connect(lambda kind: self._want(kind=OutputKind(kind)))
        self.kinds.reader_chosen.connect(lambda profile: self._want(profile=ProfileName(profile)))
        self.kinds.day_chosen.connect(lambda day: self._want(as_at=day or today()))
        self.queue.picked.connect(self.preview.show_surface)
        self.queue.card.rewrite.connect(self.rewrite)
        self.notes.followed.connect(self.desk.go)
        self.notes.passage_asked.connect(self.write_passages)
        self.kinds.shape.chosen.connect(
            lambda preset, agency: self.do(
                lambda: choose_shape(self.desk.session, self.wanted.kind, preset=preset, agency=agency)
            )
        )
        self.bar.asked.connect(self.export)
        self.bar.template_asked.connect(self.exporting.choose_template)
        self.deciding, self.weighing, self.identifying = Deciding(self), Weighing(self), Identifying(self)
        self.key, self.where_from, self.writing = RestrictedKey(self), WhereFrom(self), Writing(self)
        self.queue.turned.connect(lambda _part: self._arrange())
        self.arranging, self.releasing = Arranging(self), Releasing(self)

    def _offer(self) -> None:
        for number in range(1, len(WAYS) + 1):
            words = self.tr("Decide: choice {}").format(number)
            self.offer(str(number), words, partial(self.deciding.choose, number))
        self.offer("F4", self.tr("With real names, or as it will print"), self.identifying.toggle)
        self.offer("F7", self.tr("The jigsaw: what readers could put together"), self.weighing.turn)
        self.offer("F8", self.tr("Where the chosen paragraph comes from"), self.where_from.go)
        self.offer("Ctrl+E", self.tr("Export"), self.export)
        self.offer("Ctrl+PgDown", self.tr("Next page"), lambda: self.preview.step(1))
        self.offer("Ctrl+PgUp", self.tr("Page before"), lambda: self.preview.step(-1))

    @property
    def info(self) -> OutputKindInfo:
        return next(info for info in OUTPUTS if info.kind is self.wanted.kind)

    @property
    def here(self) -> str:
        return f"{self.wanted.kind.value}|{self.wanted.profile.value}|{self.wanted.as_at.isoformat()}"

    @property
    def in_hand(self) -> str:
        """The passage that is being written, else the output."""
        key = self.passages.in_focus() if self.middle.currentWidget() is self.passages else ""
        return next((n.uid for n in self.desk.snapshot.narratives if key and n.key == key), self.here)

    def open_record(self, uid: str) -> None:
        """A passage, a file, an output as `here` gives it, or a kind alone; "jigsaw", and of whom after a bar."""
        if self.releasing.open(uid):
            return
        if uid.partition("|")[0] == "jigsaw":
            self.weighing.turn(uid.partition("|")[2])
            return
        if any(passage.uid == uid for passage in self.desk.snapshot.narratives):
            self.write_passages(uid)
            return
        kind, _, rest = uid.partition("|")
        profile, _, day = rest.partition("|")
        if kind in {known.value for known in OutputKind}:
            self._want(
                kind=OutputKind(kind),
                profile=ProfileName(profile) if profile else None,
                as_at=dt.date.fromisoformat(day) if day else None,
            )

    def take_focus(self) -> None:
        self.queue.list.setFocus() if self.queue.current else self.kinds.kinds.setFocus()

    def _want(
        self, kind: OutputKind | None = None, profile: ProfileName | None = None, as_at: dt.date | None = None
    ) -> None:
        wanted = Wanted(kind or self.wanted.kind, profile or self.wanted.profile, as_at or self.wanted.as_at)
        if wanted != self.wanted:
            self.wanted = wanted
            self.bar.forget()
            self.refresh(frozenset())

    def refresh(self, families: frozenset[str]) -> None:
        """What is shown stays until the new one is ready: the window never waits."""
        snapshot = self.desk.snapshot
        self.kinds.show_choice(snapshot, self.wanted.kind, self.wanted.profile, self.wanted.as_at)
        self.passages.show_passages(snapshot, self.wanted.kind)
        self.arranging.follow()
        self.exporting.follow(snapshot, self.info.formats)
        if families and families <= WEIGHED:
            self.queue.show_records(snapshot)
            self.weighing.again()
            self.releasing.look()
            return
        self._prepare()

    def _prepare(self) -> None:
        if self._job is not None:
            self._job.cancel()
        if self.prepared is None or self.prepared.wanted != self.wanted:
            self.queue.show_busy()
        self.bar.block(self.tr("It is being read through."))
        session, wanted = self.desk.session, self.wanted
        self._job = self.desk.jobs.start(
            lambda progress: prepare(session.whole_snapshot(), wanted, progress),
            self._show,
            self._failed,
            self.tr("Reading the output through"),
        )

    def _show(self, prepared: Prepared) -> None:
        """The pages at once; what there is to say about them follows."""
        self.prepared = prepared
        self.errors.hide()
        self.where_from.forget()
        self.preview.show_prepared(prepared)
        self.queue.show_queue(self.desk.snapshot, prepared.undecided, empty=prepared.empty)
        self.identifying.follow()
        self.bar.wait_for(len(prepared.undecided))
        session = self.desk.session
        self._job = self.desk.jobs.start(
            lambda progress: reflect(session.whole_snapshot(), prepared, progress),
            self._reflected,
            self._failed,
            self.tr("Reading the output through"),
        )

    def _reflected(self, prepared: Prepared) -> None:
        self._job = None
        self.prepared = prepared
        self.notes.show_notes(self.desk.snapshot, prepared.notes)
        self.weighing.show(prepared)
        self.releasing.look()

    def _failed(self, error: UserError) -> None:
        self._job = None
        self.errors.show_error(error)
        self.bar.block(self.tr("It could not be prepared."))

    def show_page(self) -> None:
        """The picture of the page again."""
        self.middle.setCurrentWidget(self.preview)
        self.take_focus()

    def show_middle(self, pane: QWidget) -> None:
        self.show_part("page")
        self.middle.setCurrentWidget(pane)

    def write_passages(self, uid: str = "") -> None:
        self.show_middle(self.passages)
        self.passages.focus_on(uid)

    def rewrite(self, source: str) -> None:
        """To where the words come from: a passage is written here, a record on its own page."""
        page, uid = place_of(self.desk.snapshot, source)
        if page:
            self.desk.go(page, uid)
        else:
            self.write_passages(source)

    def show_part(self, part: str) -> None:
        with keyboard_kept(self, self.parts):
            self.parts.show_value(part)
            self._arrange()

    def export(self) -> None:
        """Ask where to, and write it there. Disabled with its reason while anything waits."""
        if not self.bar.export.isEnabled():
            self.desk.told.emit(self.bar.reason.text())
            return
        path = self.exporting.ask(self.wanted)
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        self.exporting.start(self.wanted, self.bar.format.value, path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """All three panes side by side, or one of them when there is no room for that."""
        together = self.width() >= theme().px(_ALL_THREE)
        self._tabs.setVisible(not together)
        self.notes.be_quiet(together and self.queue.which.value == "written")
        self.preview.show_alone(not together)
        self._right.setVisible(together or self.parts.value in ("queue", "out"))
        for key, pane in self._panes.items():
            pane.setVisible(together or key == self.parts.value)
