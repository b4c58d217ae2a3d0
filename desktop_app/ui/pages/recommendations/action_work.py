"""What is done with actions: which is open, its changes dated by the day shown, its updates and their drafts."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.common.clock import today
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.learning import ActionStatus, Milestone
from desktop_app.services import action_edits
from desktop_app.services import recommendation_edits as edits
from desktop_app.services.recommendations import RecommendationView, action_view
from desktop_app.ui.page import Page
from desktop_app.ui.pages.recommendations.action_card import ActionCard
from desktop_app.ui.pages.recommendations.actions_panel import ActionsPanel
from desktop_app.ui.widgets.day_field import exact_day


class ActionWork(QObject):
    """`day` is the one that actions are shown as at; `uid` the action that is open, "" for none."""

    day_chosen = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self._session = page, page.desk.session
        self.uid, self.day = "", today()
        self._view: RecommendationView | None = None
        self.panel, self.card = ActionsPanel(), ActionCard(page.desk)
        self.panel.day_chosen.connect(self._choose_day)
        self.panel.add_asked.connect(self.add)
        self.panel.picked.connect(self.open)
        card = self.card
        card.edited.connect(partial(page.put, self.tr("Edit action")))
        card.answered.connect(self._answer)
        card.status_chosen.connect(self._set_status)
        card.due_chosen.connect(self._set_due)
        card.reason_given.connect(self._give_reason)
        card.milestones.edited.connect(partial(page.put, self.tr("Edit milestone")))
        card.milestones.deleted.connect(self._delete_milestone)
        card.closed.connect(lambda: self.open(""))
        card.updates.added.connect(self._add_update)

    def show(self, view: RecommendationView | None) -> None:
        """The actions of a recommendation as at the day, and the one that is open: among them, or answering nothing."""
        self._view = view
        found = next((a for a in view.actions if a.uid == self.uid), None) if view else None
        if view is not None and found is None and self.uid:
            loose = action_view(self._page.desk.snapshot, self.uid, self.day, view.number)
            found = loose if loose is not None and not loose.answers else None
        self.card.setVisible(found is not None)
        if view is not None:
            self.panel.show_actions(self._page.desk.snapshot, view, self.day, self.uid)
            if found is not None:
                self.card.show_action(found, view.number)

    def open(self, uid: str) -> None:
        self.keep_draft()
        self.uid = uid
        self.card.updates.emptied()
        if uid:
            self.card.updates.text_field.setPlainText(self._session.draft(f"update:{uid}"))
        self.show(self._view)
        (self.card.text_field if uid else self.panel.rows).setFocus()

    def leave(self) -> None:
        """Another recommendation is shown: what was open is not, and its draft is kept."""
        self.keep_draft()
        self.uid = ""

    def keep_draft(self) -> None:
        """An update that is still being typed; it becomes a step when it is added."""
        if self.uid:
            self._page.keep_draft(f"update:{self.uid}", self.card.updates.text_field.toPlainText())

    def add(self) -> None:
        made: list[str] = []
        view = self._view

        def change() -> ChangeSet:
            assert view is not None
            changes, uid = edits.add_action(self._session, view.uid)
            made.append(uid)
            return changes

        if view is not None and self._page.do(change):
            self.open(made[0])

    def _choose_day(self, when: dt.date) -> None:
        self.day = when
        self.day_chosen.emit()

    @property
    def _from(self) -> dt.date:
        """A change is true from the day shown, when that has come already."""
        return min(self.day, today())

    def _answer(self, uid: str, on: bool) -> None:
        """What answered nothing goes to the first thing it answers."""
        action = self.uid
        shown = self._view is not None and any(held.uid == action for held in self._view.actions)
        if self._page.do(lambda: edits.answer(self._session, action, uid, answers=on)) and on and not shown:
            self._page.open_record(action)

    def _set_status(self, status: ActionStatus) -> None:
        self._page.do(lambda: action_edits.set_status(self._session, self.uid, status, on=self._from))

    def _set_due(self, due: dt.date | None) -> None:
        self._page.do(lambda: action_edits.set_due(self._session, self.uid, due, on=self._from))

    def _give_reason(self, reason: str) -> None:
        self._page.do(lambda: action_edits.give_reason(self._session, self.uid, reason))

    def _delete_milestone(self, uid: str) -> None:
        if self._page.do(lambda: self._session.delete("Delete milestone", Milestone, uid)):
            self._page.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))

    def _add_update(self) -> None:
        form = self.card.updates
        text, author = form.text_field.toPlainText(), form.author_field.text()
        when = exact_day(form.day_field.line.text())
        if self._page.do(lambda: edits.add_update(self._session, self.uid, when, text, author)):
            form.emptied()
            self.keep_draft()
            form.text_field.setFocus()
