"""The recommendations page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QMenu

from desktop_app.common.clock import today
from desktop_app.domain.changes import ChangeSet
from desktop_app.services import recommendation_edits as edits
from desktop_app.services.recommendation_answers import amend_answer, set_answer
from desktop_app.services.recommendations import RecommendationView, delete_recommendation, recommendation_views
from desktop_app.ui.dates_words import day
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.recommendations.action_work import ActionWork
from desktop_app.ui.pages.recommendations.details_panel import DetailsPanel
from desktop_app.ui.pages.recommendations.head import Head
from desktop_app.ui.pages.recommendations.standing import entry, standing
from desktop_app.ui.pages.recommendations.text_panel import TextPanel
from desktop_app.ui.said_before import SaidBeforePanel
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.list_and_detail import ListAndDetail
from desktop_app.ui.widgets.live_text import LiveText
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.record_list import RecordList


class RecommendationsPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._uid = ""
        self.listing = RecordList(self.tr("Recommendations"))
        self.listing.picked.connect(self._show)
        self._split = ListAndDetail(self.listing, "", width=304)
        column(self).addWidget(self._split)
        self._add_list_buttons()
        self._head = Head()
        self._head.refer_asked.connect(self.choose_reference)
        self._head.part_asked.connect(self.add_part)
        self._head.delete_asked.connect(self.delete)
        self.texts = TextPanel(desk, self._head.remove)
        self.texts.edited.connect(partial(self.put, self.tr("Edit recommendation")))
        self.texts.part_deleted.connect(self.delete_part)
        self.texts.followed.connect(desk.go)
        self.work = ActionWork(self)
        self.work.day_chosen.connect(lambda: self.refresh(frozenset()))
        self.actions_panel, self.card = self.work.panel, self.work.card
        self.card.followed.connect(self.listing.pick)
        self.details = DetailsPanel()
        self.details.edited.connect(partial(self.put, self.tr("Edit recommendation")))
        self.details.answer_chosen.connect(self._set_answer)
        self.details.answer_told.connect(self._amend_answer)
        self.said_before = SaidBeforePanel(desk)
        detail = self._split.detail
        detail.flip(self._head.line, below=640)
        detail.column.addLayout(self._head.line)
        for part in (self.errors, self.texts, self.actions_panel, self.card, self.details, self.said_before):
            detail.column.addWidget(part)
        detail.column.addStretch(1)
        for columns in (self.card.columns, self.details.columns):
            detail.flip(columns, below=640)
        detail.flip(self.actions_panel.when, below=480)
        self._offer_actions()

    def _add_list_buttons(self) -> None:
        self._up = Button(kind="quiet", icon="arrow-up", name=self.tr("Move up"), cap="Alt+Up")
        self._down = Button(kind="quiet", icon="arrow-down", name=self.tr("Move down"), cap="Alt+Down")
        add = Button(kind="quiet", icon="plus", name=self.tr("Add recommendation"), cap="N")
        self._up.clicked.connect(lambda: self.move_by(-1))
        self._down.clicked.connect(lambda: self.move_by(1))
        add.clicked.connect(self.add)
        for button in (self._up, self._down, add):
            self._split.head.addWidget(button)

    def _offer_actions(self) -> None:
        self.offer("N", self.tr("Add a recommendation"), self.add)
        self.offer("Ctrl+Shift+P", self.tr("Add a part"), self.add_part)
        self.offer("Ctrl+Shift+A", self.tr("Add an action"), self.work.add)
        self.offer("Ctrl+R", self.tr("Refer to another recommendation, at the caret"), self.choose_reference)
        self.offer("Ctrl+H", self.tr("Earlier versions of this text"), self.earlier)
        self.offer("Alt+Up", self.tr("Move the recommendation up"), lambda: self.move_by(-1))
        self.offer("Alt+Down", self.tr("Move the recommendation down"), lambda: self.move_by(1))
        self.offer("Ctrl+Delete", self.tr("Delete the recommendation"), self.delete)
        self.offer("Ctrl+I", self.tr("Import recommendations"), lambda: self.desk.go("import", "recommendations"))
        self.offer("F2", self.tr("Change the title"), self.details.title_field.setFocus)
        self.offer("F3", self.tr("The day that actions are shown as at"), self.actions_panel.day_field.line.setFocus)

    @property
    def here(self) -> str:
        return self._uid

    @property
    def in_hand(self) -> str:
        return self.work.uid or self._uid

    def take_focus(self) -> None:
        self.listing.setFocus()

    def open_record(self, uid: str) -> None:
        """A recommendation, one of its parts, or an action."""
        snapshot = self.desk.snapshot
        action = next((a for a in snapshot.actions if a.uid == uid), None)
        owners = [*action.recommendations] if action else []
        owners += [p.recommendation for p in snapshot.parts if p.uid == uid or (action and p.uid in action.parts)]
        self.listing.pick(owners[0] if owners else uid)
        if action is not None:
            self.work.open(uid)

    def refresh(self, families: frozenset[str]) -> None:
        views = recommendation_views(self.desk.snapshot, self.work.day)
        self._split.heading.setText(
            self.tr("1 recommendation") if len(views) == 1 else self.tr("{} recommendations").format(len(views))
        )
        with QSignalBlocker(self.listing):  # what is current is shown once, below
            self.listing.show_entries([entry(self.desk.snapshot, view) for view in views], self._uid)
        self._split.say(
            self.tr("Statuses as at {}. When they move, every reference follows.").format(day(self.work.day))
        )
        if not views:
            empty = EmptyState(
                self.tr("No recommendations yet"),
                self.tr("Say what should change, who should change it, and by when."),
                self.tr("Add the first"),
                cap="N",
            )
            empty.acted.connect(self.add)
            self._uid = ""
            self._split.show_empty(empty)
            return
        self._split.show_empty(None)
        self._show(self.listing.current)

    def _view(self) -> RecommendationView | None:
        views = recommendation_views(self.desk.snapshot, self.work.day)
        return next((view for view in views if view.uid == self._uid), None)

    def _show(self, uid: str) -> None:
        if uid != self._uid:
            self.errors.hide()
            self.work.leave()
        self._uid = uid
        view = self._view()
        self.work.show(view)
        if view is None:
            return
        count = len(self.desk.snapshot.recommendations)
        self._up.block("" if view.number > 1 else self.tr("It is the first."))
        self._down.block("" if view.number < count else self.tr("It is the last."))
        title = f"{view.number}  {view.title or self.tr('No title yet')}"
        self._head.show_title(title, standing(self.desk.snapshot, view))
        self.texts.show_recommendation(view)
        rec = next(r for r in self.desk.snapshot.recommendations if r.uid == uid)
        self.details.show_recommendation(rec, self.desk.snapshot)
        self.said_before.show_record(self.desk.snapshot, uid)

    def commit(self) -> None:
        """An update that is still being typed is kept as a draft in the file: it becomes a step when it is added."""
        super().commit()
        self.work.keep_draft()

    def _made(self, add: Callable[[], tuple[ChangeSet, str]]) -> str:
        """The uid of what `add` made, "" when it was refused."""
        made: list[str] = []

        def change() -> ChangeSet:
            changes, uid = add()
            made.append(uid)
            return changes

        return made[0] if self.do(change) else ""

    def add(self) -> None:
        made = self._made(lambda: edits.add_recommendation(self.desk.session))
        if made:
            self.listing.pick(made)
            self.texts.texts[made].setFocus()

    def add_part(self) -> None:
        made = self._uid and self._made(lambda: edits.add_part(self.desk.session, self._uid))
        if made:
            self.texts.texts[made].setFocus()

    def _set_answer(self, answer: str) -> None:
        on = min(self.work.day, today())
        self.do(lambda: set_answer(self.desk.session, self._uid, answer, on=on))

    def _amend_answer(self, told: dict[str, Any]) -> None:
        self.do(lambda: amend_answer(self.desk.session, self._uid, **told))

    def delete_part(self, uid: str) -> None:
        if self.do(lambda: edits.delete_part(self.desk.session, uid)):
            self.texts.texts[self._uid].setFocus()
            self.desk.told.emit(self.tr("Part deleted. Ctrl+Z brings it back."))

    def delete(self) -> None:
        if self._uid and self.do(lambda: delete_recommendation(self.desk.session, self._uid)):
            self.listing.setFocus()
            self.desk.told.emit(self.tr("Recommendation deleted. Ctrl+Z brings it back."))
        elif self._uid:
            self._split.detail.ensureWidgetVisible(self.errors)

    def move_by(self, step: int) -> None:
        self.commit()
        if self._uid:
            self.do(lambda: edits.move_recommendation(self.desk.session, self._uid, step))

    def earlier(self) -> None:
        """Of the part that is being written in, else of the recommendation's sentence."""
        self.commit()
        focused, view, snapshot = self.focusWidget(), self._view(), self.desk.snapshot
        if view is None:
            return
        written = next((uid for uid, text in self.texts.texts.items() if text is focused), self._uid)
        record = next(r for r in (*snapshot.recommendations, *snapshot.parts) if r.uid == written)
        as_read = partial(edits.as_read, snapshot, own_number=view.number)
        self.show_earlier(self.tr("Earlier versions"), record, "text", as_read)

    def choose_reference(self) -> None:
        """A menu of the other recommendations; the one chosen is put in where the caret is."""
        view = self._view()
        if view is None:
            return
        focused = self.focusWidget()
        target = focused if isinstance(focused, LiveText) else self.texts.texts[view.uid]
        menu = QMenu(self)
        for other in recommendation_views(self.desk.snapshot):
            if other.uid != view.uid:
                item = menu.addAction(f"{other.number}  {other.title}".replace("&", "&&"))
                item.triggered.connect(partial(self.refer_to, other.uid, target))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(target.mapToGlobal(target.cursorRect().bottomLeft()))

    def refer_to(self, uid: str, target: LiveText) -> None:
        view = self._view()
        if view is None:
            return
        stored = edits.reference_to(self.desk.snapshot, uid, view.number)
        target.setFocus()
        target.insert_reference(edits.reference_pieces(self.desk.snapshot, stored, view.number)[0])
