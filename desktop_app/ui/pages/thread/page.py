"""The thread page."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from desktop_app.services.thread.trail import Thread
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.thread.item_view import ItemView
from desktop_app.ui.pages.thread.node_words import Wording, layer_word
from desktop_app.ui.pages.thread.whole_view import CoverView, LooseView
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.words import ElidedLabel, rule


class ThreadPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._uid = ""
        lines = column(self, spacing=0)
        head = row(spacing=12)
        edge = theme().px(16)
        head.setContentsMargins(edge, theme().px(12), edge, theme().px(12))
        views = [("item", self.tr("One item")), ("loose", self.tr("Loose ends")), ("cover", self.tr("Coverage"))]
        self.which = Segmented(self.tr("Show"), views, "item")
        self.which.chosen.connect(self._turn)
        self._title = ElidedLabel(font="heading")
        self.show_button = Button(icon="arrow-right", name=self.tr("Go to it"))
        self.show_button.clicked.connect(lambda: self._open(self._uid))
        head.addWidget(self.which)
        head.addWidget(self._title, 1)
        head.addWidget(self.show_button)
        lines.addLayout(head)
        lines.addWidget(self.errors)
        lines.addWidget(rule())
        self.item, self.loose, self.cover = ItemView(), LooseView(), CoverView()
        self.nothing = EmptyState(
            self.tr("Nothing has a thread yet"),
            self.tr("A thread begins with an event, with something said or asked, and leads to what is printed."),
            self.tr("Go to the analysis"),
        )
        self.nothing.acted.connect(lambda: desk.go("analysis"))
        self._stack = QStackedWidget()
        for view in (self.item, self.loose, self.cover, self.nothing):
            self._stack.addWidget(view)
        lines.addWidget(self._stack, 1)
        for signal in (self.item.opened, self.loose.opened, self.cover.opened):
            signal.connect(self._open)
        self.item.centred.connect(self.open_record)
        self.offer("F3", self.tr("The list"), self._to_list)
        self.offer("F4", self.tr("The picture"), self._to_picture)
        self.offer("Alt+1", self.tr("The thread of one item"), lambda: self._choose("item"))
        self.offer("Alt+2", self.tr("Broken links and loose ends"), lambda: self._choose("loose"))
        self.offer("Alt+3", self.tr("Coverage"), lambda: self._choose("cover"))

    @property
    def here(self) -> str:
        return self._uid

    def take_focus(self) -> None:
        self._to_list()

    def open_record(self, uid: str) -> None:
        self._uid = uid
        self.which.show_value("item")
        self.refresh(frozenset())

    def refresh(self, families: frozenset[str]) -> None:
        snapshot = self.desk.snapshot
        self.loose.show_whole(snapshot)
        self.cover.show_whole(snapshot)
        thread = Thread(snapshot)
        first = (*snapshot.findings, *snapshot.recommendations, *snapshot.kloes)
        trail = thread.trail(self._uid) or (thread.trail(first[0].uid) if first else None)
        if trail is not None:
            self._uid = trail.root
            wording = Wording(snapshot)
            self.item.show_trail(trail, wording)
            root = next(node for node in trail.nodes if node.uid == trail.root)
            said = wording.of(root)
            self._title.set_text(f"{said.second if root.layer else layer_word(0)}: {said.title}")
        self._turn(self.which.value)

    def _turn(self, which: str) -> None:
        item = which == "item"
        bare = item and not self.item.picture.trail.nodes
        views = {"item": self.nothing if bare else self.item, "loose": self.loose, "cover": self.cover}
        self._stack.setCurrentWidget(views[which])
        self._title.setVisible(item and not bare)
        self.show_button.setVisible(item and not bare)

    def _choose(self, which: str) -> None:
        self.which.show_value(which)
        self._turn(which)
        self._to_list()

    def _to_list(self) -> None:
        if self._stack.currentWidget() is self.item:
            self.item.panes.turn_to("first")
        lists = {"item": self.item.list, "loose": self.loose.list, "cover": self.cover.list}
        lists[self.which.value].setFocus()

    def _to_picture(self) -> None:
        self.which.show_value("item")
        self._turn("item")
        self.item.panes.turn_to("second")
        self.item.picture.setFocus()

    def _open(self, uid: str) -> None:
        page, target = place_of(self.desk.snapshot, uid)
        if page:
            self.desk.go(page, target)
