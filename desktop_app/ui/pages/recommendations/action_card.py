"""One action, to be changed: what, who, by when, how far, what it answers; its updates beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout

from desktop_app.domain.learning import Action, ActionOrigin, ActionStatus
from desktop_app.services.recommendation_edits import live, reference_pieces
from desktop_app.services.recommendations import ActionView
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.recommendations.action_proof import ActionProof
from desktop_app.ui.pages.recommendations.milestones import Milestones
from desktop_app.ui.pages.recommendations.update_form import UpdateForm
from desktop_app.ui.statuses import status_looks
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField
from desktop_app.ui.widgets.live_text import LiveText
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.words import heading, rule, small

_ORIGINS = {
    ActionOrigin.IN_RESPONSE: "In response to this review",
    ActionOrigin.BEFORE_REVIEW: "After the case, before the review",
    ActionOrigin.BEFORE_CASE: "Before the case",
    ActionOrigin.OTHER: "Another reason",
}


class ActionCard(Panel):
    edited = Signal(object)  # Action, as it should be stored
    answered = Signal(str, bool)  # uid of a recommendation or part, whether it is answered now
    status_chosen = Signal(object)  # ActionStatus
    due_chosen = Signal(object)  # dt.date, or None
    reason_given = Signal(str)
    closed = Signal()
    followed = Signal(str)  # uid of a recommendation

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.uid = ""
        self._number = 0
        body = self.flush()
        head = row(spacing=8)
        edge = theme().px(16)
        head.setContentsMargins(edge, theme().px(10), theme().px(10), theme().px(10))
        self._title = heading("")
        head.addWidget(self._title)
        head.addStretch(1)
        self.answers = Button(self.tr("Answers"), icon="link", menu_arrow=True)
        self._menu = QMenu(self.answers)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.answers.clicked.connect(self._open_menu)
        head.addWidget(self.answers)
        close = Button(kind="quiet", icon="x", name=self.tr("Close this action"))
        close.clicked.connect(self.closed)
        head.addWidget(close)
        body.addLayout(head)
        body.addWidget(rule())
        self.columns = row(spacing=24)
        self.columns.setContentsMargins(edge, theme().px(12), edge, theme().px(16))
        body.addLayout(self.columns)
        self.columns.addLayout(self._fields(), 1)
        self.updates = UpdateForm()
        side = column(spacing=0)
        side.addWidget(self.updates)
        side.addStretch(1)
        self.columns.addLayout(side, 1)

    def _fields(self) -> QVBoxLayout:
        lines = column(spacing=12)
        self.text_field = LiveText(self.tr("What will be done"), framed=True)
        self.text_field.left.connect(self._text_left)
        self.text_field.followed.connect(self.followed)
        lines.addWidget(Labelled(self.tr("What will be done"), self.text_field))
        self._came = small("", wrap=True)
        lines.addWidget(self._came)
        self.owner, self.role = LineField(), LineField()
        self.status = Chooser()
        self.origin = Chooser([(o.value, word) for o, word in _ORIGINS.items()])
        self.due, self.revised = DayField(self.tr("Due")), DayField(self.tr("Due, revised"))
        self.reason = LineField()
        for pair in (
            (Labelled(self.tr("Body that owns it"), self.owner), Labelled(self.tr("Role of the owner"), self.role)),
            (Labelled(self.tr("Status"), self.status), Labelled(self.tr("Begun"), self.origin)),
            (self.due, self.revised),
        ):
            across = row(spacing=12)
            for field in pair:
                across.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            lines.addLayout(across)
        self._reason = Labelled(self.tr("Why the date was revised"), self.reason)
        lines.addWidget(self._reason)
        self.proof = ActionProof()
        self.proof.edited.connect(lambda fields: self._edit(**fields))
        lines.addWidget(self.proof)
        self.milestones = Milestones()
        lines.addWidget(self.milestones)
        lines.addStretch(1)
        self.owner.left.connect(lambda text: self._edit(owner_body=text.strip()))
        self.role.left.connect(lambda text: self._edit(owner_role=text.strip()))
        self.reason.left.connect(self.reason_given)
        self.status.chosen.connect(lambda value: self.status_chosen.emit(ActionStatus(value)))
        self.origin.chosen.connect(lambda value: self._edit(origin=ActionOrigin(value)))
        self.due.left_day.connect(lambda value: self._edit(due=value))
        self.revised.left_day.connect(lambda value: self.due_chosen.emit(value or self._action().due))
        return lines

    def show_action(self, view: ActionView, own_number: int) -> None:
        self.uid, self._number = view.uid, own_number
        snapshot = self._desk.snapshot
        action = self._action()
        self._title.setText(self.tr("Action {}").format(action.number))
        self.text_field.show_pieces(reference_pieces(snapshot, action.text, own_number))
        for field, text in ((self.owner, action.owner_body), (self.role, action.owner_role)):
            field.show_text(text)
        self.reason.show_text(action.revised_reason)
        statuses = [(status.value, look.word) for status, look in status_looks(snapshot).items()]
        self.status.set_options(statuses, action.status.value)
        self.origin.show_value(action.origin.value)
        self.due.show_day(action.due)
        self.revised.show_day(action.revised_due)
        self._reason.setVisible(action.revised_due is not None or bool(action.revised_reason))
        bare = action.revised_due is not None and not action.revised_reason
        said = self.tr("Say why: a new date without a reason is asked about.") if bare else ""
        self._reason.advise(said, icon="warning", tone="warn")
        came = self.tr("Carried over from {}.").format(action.carried_from) if action.carried_from else ""
        self._came.setText(came)
        self._came.setVisible(bool(came))
        self.answers.set_words(
            self.tr("Answers {}").format(", ".join(view.answers)) if view.answers else self.tr("Answers nothing yet")
        )
        self.proof.show_action(action)
        self.milestones.show_steps(snapshot, action.uid)
        self.updates.show_updates(view.updates, self._printed)

    def _printed(self, text: str) -> str:
        return "".join(p.printed for p in reference_pieces(self._desk.snapshot, text, self._number))

    def _action(self) -> Action:
        return next(a for a in self._desk.snapshot.actions if a.uid == self.uid)

    def _edit(self, **fields: str | dt.date | ActionStatus | ActionOrigin | None) -> None:
        held = self._action()
        changed = replace(held, **fields)  # type: ignore[arg-type]  # each caller names a field of its own type
        if changed != held:
            self.edited.emit(changed)

    def _text_left(self, stored: str) -> None:
        self._edit(text=live(self._desk.snapshot, stored))

    def _open_menu(self) -> None:
        self._menu.popup(self.answers.mapToGlobal(self.answers.rect().bottomLeft()))

    def _fill_menu(self) -> None:
        self._menu.clear()
        snapshot, action = self._desk.snapshot, self._action()
        parts = sorted(snapshot.parts, key=lambda p: p.letter)
        for rec in sorted(snapshot.recommendations, key=lambda r: r.number):
            self._offer(rec.uid, f"{rec.number}  {rec.title}", rec.uid in action.recommendations)
            for part in parts:
                if part.recommendation == rec.uid:
                    self._offer(part.uid, f"     {rec.number}{part.letter}", part.uid in action.parts)

    def _offer(self, uid: str, text: str, on: bool) -> None:
        item = self._menu.addAction(text.replace("&", "&&"))
        item.setCheckable(True)
        item.setChecked(on)
        item.triggered.connect(partial(self.answered.emit, uid, not on))
