"""What a recall event said of each finding, and the answer: agree, something to add, a challenge."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import RecallFeedback, Stance
from desktop_app.services.workshop_recall import heard, unanswered, waits
from desktop_app.ui.pages.workshops.form_foot import end_form
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser, Labelled, TextField
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList


class Recall(QWidget):
    added = Signal(object)  # RecallFeedback
    edited = Signal(object)
    deleted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._all: dict[str, RecallFeedback] = {}
        self._held, self._workshop = RecallFeedback(), ""
        lines = column(self, spacing=16)
        lines.addWidget(self._add_panel())
        self.columns = row(spacing=16)
        listed = Panel(self.tr("What was said of the findings"), ruled=True)
        self._note = listed.note
        self.listing = RecordList(self.tr("What was said of the findings"))
        self.listing.setMinimumHeight(theme().px(240))
        self.listing.picked.connect(self._show)
        listed.flush().addWidget(self.listing, 1)
        self.columns.addWidget(listed, 1)
        self.columns.addWidget(self._answer_panel(), 1)
        lines.addLayout(self.columns)

    def _stances(self) -> list[tuple[str, str]]:
        return [
            (Stance.AGREE.value, self.tr("Agree")),
            (Stance.NUANCE.value, self.tr("Something to add")),
            (Stance.CHALLENGE.value, self.tr("Challenge")),
        ]

    def _add_panel(self) -> Panel:
        panel = Panel(self.tr("Write down what was said of a finding"))
        self.finding, self.stance = Chooser(), Chooser(self._stances())
        self.said = TextField(placeholder=self.tr("What was said. Who said it is not written down."), least=2)
        pair = row(spacing=12)
        pair.addWidget(Labelled(self.tr("Finding"), self.finding), 2)
        pair.addWidget(Labelled(self.tr("They"), self.stance), 1)
        self.pair = pair
        panel.body.addLayout(pair)
        panel.body.addWidget(Labelled(self.tr("In words"), self.said))
        add = Button(self.tr("Keep, and next"), kind="primary", icon="check")
        add.clicked.connect(self._add)
        foot = row()
        foot.addWidget(add)
        foot.addStretch(1)
        panel.body.addLayout(foot)
        return panel

    def _answer_panel(self) -> Panel:
        self.form = Panel(self.tr("The answer"))
        self.text_field, self.answer = TextField(least=2), TextField(least=3)
        self.form.body.addWidget(Labelled(self.tr("What was said"), self.text_field))
        self.form.body.addWidget(Labelled(self.tr("What you did about it"), self.answer))
        self._advice = AdviceLine()
        end_form(self.form, self._advice, self.tr("Delete what was said"), lambda: self.deleted.emit(self._held.uid))
        self.text_field.left.connect(lambda text: self._edit(text=text.strip()))
        self.answer.left.connect(lambda text: self._edit(answer=text.strip()))
        return self.form

    def show_snapshot(self, snapshot: Snapshot, workshop: str) -> None:
        self._workshop = workshop
        findings = [(f.uid, f"{f.number}. {f.title or f.statement}") for f in snapshot.findings]
        self.finding.set_options(findings, self.finding.value)
        self._all = {one.uid: one for one in snapshot.recall_feedback}
        words = dict(self._stances())
        entries = []
        for one in heard(snapshot):
            for said in one.said:
                state = self.tr("waits for an answer") if waits(said) else self.tr("answered") if said.answer else " "
                stance = words[said.stance.value]
                second = f"{stance}: {state}" if state.strip() else stance if said.text else one.finding.title or " "
                entries.append(Entry(said.uid, said.text or stance, second, number=str(one.finding.number)))
        self.listing.show_entries(entries)
        waiting = len(unanswered(snapshot))
        self._note.setText(self.tr("{} waiting").format(waiting) if waiting else "")
        self.form.setEnabled(bool(entries))
        self._show(self.listing.current)

    def _show(self, uid: str) -> None:
        self._held = held = self._all.get(uid, RecallFeedback())
        self.text_field.show_text(held.text)
        self.answer.show_text(held.answer)
        waiting = held.uid in self._all and waits(held)
        self._advice.say(
            self.tr("Those who took part are told what was done: “you said, we did”.") if waiting else "",
            icon="hourglass",
            tone="warn",
        )

    def _add(self) -> None:
        if self.finding.value:
            self.added.emit(
                RecallFeedback(
                    workshop=self._workshop,
                    finding=self.finding.value,
                    stance=Stance(self.stance.value),
                    text=self.said.toPlainText(),
                )
            )

    def added_one(self) -> None:
        """It was kept: ready for the next."""
        self.said.show_text("")
        self.said.setFocus()

    def _edit(self, **fields: str) -> None:
        changed = replace(self._held, **fields)  # type: ignore[arg-type]  # both are words
        if changed != self._held and self._held.uid in self._all:
            self.edited.emit(changed)
