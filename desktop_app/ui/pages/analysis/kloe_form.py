"""A key line of enquiry: the question, why it is asked, and whether it is still open."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from desktop_app.domain.review import Kloe
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.widgets.fields import Chooser, Labelled, TextField
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.thread import Node, ThreadView


class KloeForm(Panel):
    edited = Signal(object)  # Kloe
    followed = Signal(str)  # uid of a finding

    def __init__(self) -> None:
        super().__init__()
        self._kloe = Kloe(uid="")
        self.question = TextField(placeholder=self.tr("What did each agency know, and when?"))
        self.why = TextField()
        self.question.setProperty("stores", "question")
        self.why.setProperty("stores", "why")
        self.status = Chooser([("open", self.tr("Open")), ("answered", self.tr("Answered"))])
        self.body.addWidget(Labelled(self.tr("Question"), self.question))
        self.body.addWidget(Labelled(self.tr("Why it is asked"), self.why))
        self.body.addWidget(Labelled(self.tr("Status"), self.status))
        self.thread_view = ThreadView()
        self.thread_view.followed.connect(lambda _page, uid: self.followed.emit(uid))
        self.body.addWidget(self.thread_view)
        self.question.left.connect(lambda text: self.edited.emit(replace(self._kloe, question=text.strip())))
        self.why.left.connect(lambda text: self.edited.emit(replace(self._kloe, why=text.strip())))
        self.status.chosen.connect(lambda value: self.edited.emit(replace(self._kloe, status=value)))

    def show_kloe(self, snapshot: Snapshot, kloe: Kloe) -> None:
        self._kloe = kloe
        self.question.show_text(kloe.question)
        self.why.show_text(kloe.why)
        self.status.show_value(kloe.status)
        nodes = [Node(self.tr("Key line of enquiry {}").format(kloe.number), icon="question", itself=True)]
        found = [f for f in snapshot.findings if kloe.uid in f.kloes]
        nodes.append(Node(label=self.tr("Answered by") if found else self.tr("No finding answers it yet")))
        nodes += [Node(f"Finding {f.number}  {f.title}", icon="lightbulb", page="analysis", uid=f.uid) for f in found]
        self.thread_view.show_nodes(nodes)
