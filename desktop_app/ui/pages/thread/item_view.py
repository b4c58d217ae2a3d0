"""One item's thread: what it rests on and what rests on it as a list, and beside it the picture of the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.services.thread.trail import Node, Trail
from desktop_app.ui.pages.thread.node_words import Wording, layer_word
from desktop_app.ui.pages.thread.picture import ThreadPicture
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.two_panes import TwoPanes
from desktop_app.ui.widgets.words import rule, small


class ItemView(QWidget):
    """`opened` and `centred` carry the uid of a node."""

    opened = Signal(str)
    centred = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.list = RecordList(self.tr("What it rests on, and what rests on it"))
        self.picture = ThreadPicture()
        pane = QFrame()
        pane.setProperty("role", "surface")
        lines = column(pane, spacing=0)
        lines.addWidget(self.list, 1)
        lines.addWidget(rule())
        foot = small(self.tr("Enter goes to the record. In the picture, Space puts it in the middle."), wrap=True)
        edge = theme().px(16)
        foot.setContentsMargins(edge, theme().px(10), edge, theme().px(10))
        lines.addWidget(foot)
        self.panes = TwoPanes(pane, self.picture, (self.tr("List"), self.tr("Picture")), width=340, below=820)
        column(self).addWidget(self.panes)
        self.list.opened.connect(self.opened)
        self.list.doubleClicked.connect(lambda _index: self.opened.emit(self.list.current))
        self.list.picked.connect(self.picture.pick)
        self.picture.opened.connect(self.opened)
        self.picture.centred.connect(self.centred)

    def show_trail(self, trail: Trail, wording: Wording) -> None:
        self.picture.show_trail(trail, wording)
        entries = [Entry(group=self.tr("This item"))]
        entries += [_entry(node, wording) for node in trail.nodes if node.distance == 0]
        for words, nodes in ((self.tr("Rests on"), trail.below()), (self.tr("What rests on it"), trail.above())):
            if not nodes:
                entries.append(Entry(group=self.tr("{}: nothing yet").format(words)))
            for layer in dict.fromkeys(node.layer for node in nodes):
                mine = [node for node in nodes if node.layer == layer]
                asked = mine[0].family == "kloes" and mine[0].distance < 0
                lead = self.tr("Answers") if asked else words
                entries.append(Entry(group=f"{lead}: {layer_word(layer)}, {len(mine)}"))
                entries += [_entry(node, wording) for node in mine]
        self.list.show_entries(entries, trail.root)


def _entry(node: Node, wording: Wording) -> Entry:
    said = wording.of(node)
    return Entry(uid=node.uid, title=said.title, second=said.second or " ", lead=said.icon)
