"""The recommendations page."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QMenu, QSizePolicy

from desktop_app.common.clock import today
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.learning import ActionStatus, Milestone
from desktop_app.domain.record import Record
from desktop_app.services import action_edits
from desktop_app.services import recommendation_edits as edits
from desktop_app.services.recommendations import RecommendationView, delete_recommendation, recommendation_views
from desktop_app.ui.dates_words import day
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.recommendations.action_card import ActionCard
from desktop_app.ui.pages.recommendations.actions_panel import ActionsPanel
from desktop_app.ui.pages.recommendations.details_panel import DetailsPanel
from desktop_app.ui.pages.recommendations.text_panel import TextPanel
from desktop_app.ui.statuses import STATUS, TONE_OF_WORDS
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.badge import Badge, Look
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.day_field import exact_day
from desktop_app.ui.widgets.list_and_detail import ListAndDetail
from desktop_app.ui.widgets.live_text import LiveText
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import ElidedLabel


class RecommendationsPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._uid, self._action, self._day = "", "", today()
        self._last_text: LiveText | None = None
        self.listing = RecordList(self.tr("Recommendations"))
        self.listing.picked.connect(self._show)
        self._split = ListAndDetail(self.listing, "", width=304)
        column(self).addWidget(self._split)
        self._add_list_buttons()
        self._add_head()
        self.texts = TextPanel(desk, self._remove)
        self.texts.edited.connect(partial(self._put, self.tr("Edit recommendation")))
        self.texts.part_deleted.connect(self.delete_part)
        self.texts.followed.connect(desk.go)
        self.actions_panel = ActionsPanel()
        self.actions_panel.day_chosen.connect(self._choose_day)
        self.actions_panel.add_asked.connect(self.add_action)
        self.actions_panel.picked.connect(self._show_action)
        self.card = ActionCard(desk)
        self.card.edited.connect(partial(self._put, self.tr("Edit action")))
        self.card.answered.connect(self._answer)
        self.card.status_chosen.connect(self._set_status)
        self.card.due_chosen.connect(self._set_due)
        self.card.reason_given.connect(self._give_reason)
        self.card.milestones.edited.connect(partial(self._put, self.tr("Edit milestone")))
        self.card.milestones.deleted.connect(self._delete_milestone)
        self.card.closed.connect(lambda: self._show_action(""))
        self.card.followed.connect(self.listing.pick)
        self.card.updates.added.connect(self._add_update)
        self.details = DetailsPanel()
        self.details.edited.connect(partial(self._put, self.tr("Edit recommendation")))
        detail = self._split.detail
        for part in (self.errors, self.texts, self.actions_panel, self.card, self.details):
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

    def _add_head(self) -> None:
        self._title = ElidedLabel(font="title")
        self._title.setObjectName("page-title")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._badge = Badge(Look(""))
        self._refer = Button(self.tr("Refer to"), icon="link", cap="Ctrl R")
        self._refer.clicked.connect(self.choose_reference)
        add_part = Button(self.tr("Add part"), icon="plus")
        add_part.clicked.connect(self.add_part)
        self._remove = Button(kind="quiet", icon="trash", name=self.tr("Delete this recommendation"))
        self._remove.clicked.connect(self.delete)
        head = row(spacing=8)
        named = row(spacing=12)
        named.addWidget(self._title)
        named.addWidget(self._badge)
        named.addStretch(1)
        tools = row(spacing=8)
        for widget in (self._refer, add_part, self._remove):
            tools.addWidget(widget)
        tools.addStretch(0)
        head.addLayout(named, 1)
        head.addLayout(tools)
        self._split.detail.flip(head, below=640)
        self._split.detail.column.addLayout(head)

    def _offer_actions(self) -> None:
        self.offer("N", self.tr("Add a recommendation"), self.add)
        self.offer("Ctrl+Shift+P", self.tr("Add a part"), self.add_part)
        self.offer("Ctrl+Shift+A", self.tr("Add an action"), self.add_action)
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
        return self._action or self._uid

    def take_focus(self) -> None:
        self.listing.setFocus()

    def open_record(self, uid: str) -> None:
        """A recommendation, one of its parts, or an action."""
        snapshot = self.desk.snapshot
        action = next((a for a in snapshot.actions if a.uid == uid), None)
        owners = [*action.recommendations] if action else []
        owners += [p.recommendation for p in snapshot.parts if p.uid == uid or (action and p.uid in action.parts)]
        self.listing.pick(owners[0] if owners else uid)
        if action is not None and owners:
            self._show_action(uid)

    def refresh(self, families: frozenset[str]) -> None:
        views = recommendation_views(self.desk.snapshot, self._day)
        self._split.heading.setText(
            self.tr("1 recommendation") if len(views) == 1 else self.tr("{} recommendations").format(len(views))
        )
        with QSignalBlocker(self.listing):  # what is current is shown once, below
            self.listing.show_entries([_entry(view) for view in views], self._uid)
        self._split.say(self.tr("Statuses as at {}. When they move, every reference follows.").format(day(self._day)))
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
        views = recommendation_views(self.desk.snapshot, self._day)
        return next((view for view in views if view.uid == self._uid), None)

    def _show(self, uid: str) -> None:
        if uid != self._uid:
            self.errors.hide()
            self._keep_draft()
            self._action = ""
        self._uid = uid
        view = self._view()
        if view is None:
            return
        count = len(recommendation_views(self.desk.snapshot))
        self._up.block("" if view.number > 1 else self.tr("It is the first."))
        self._down.block("" if view.number < count else self.tr("It is the last."))
        self._title.set_text(f"{view.number}  {view.title or self.tr('No title yet')}")
        self._badge.show_look(_summary(view))
        self.texts.show_recommendation(view)
        self.actions_panel.show_actions(view, self._day, self._action)
        rec = next(r for r in self.desk.snapshot.recommendations if r.uid == uid)
        self.details.show_recommendation(rec, self.desk.snapshot)
        self._show_card(view)

    def _show_card(self, view: RecommendationView) -> None:
        action = next((a for a in view.actions if a.uid == self._action), None)
        self.card.setVisible(action is not None)
        if action is not None:
            self.card.show_action(action, view.number)

    def commit(self) -> None:
        """An update that is still being typed is kept as a draft in the file: it becomes a step when it is added."""
        super().commit()
        self._keep_draft()

    def _keep_draft(self) -> None:
        if self._action:
            self.keep_draft(f"update:{self._action}", self.card.updates.text_field.toPlainText())

    def _show_action(self, uid: str) -> None:
        self._keep_draft()
        self._action = uid
        self.card.updates.emptied()
        if uid:
            self.card.updates.text_field.setPlainText(self.desk.session.draft(f"update:{uid}"))
        view = self._view()
        if view is not None:
            self._show_card(view)
        if uid:
            self.card.text_field.setFocus()
        else:
            self.actions_panel.rows.setFocus()

    def _choose_day(self, when: dt.date) -> None:
        self._day = when
        self.refresh(frozenset())

    def _put(self, label: str, record: Record) -> None:
        self.put(label, record)

    def add(self) -> None:
        made: list[str] = []

        def change() -> ChangeSet:
            changes, uid = edits.add_recommendation(self.desk.session)
            made.append(uid)
            return changes

        if self.do(change):
            self.listing.pick(made[0])
            self.texts.texts[made[0]].setFocus()

    def add_part(self) -> None:
        made: list[str] = []

        def change() -> ChangeSet:
            changes, uid = edits.add_part(self.desk.session, self._uid)
            made.append(uid)
            return changes

        if self._uid and self.do(change):
            self.texts.texts[made[0]].setFocus()

    def add_action(self) -> None:
        made: list[str] = []

        def change() -> ChangeSet:
            changes, uid = edits.add_action(self.desk.session, self._uid)
            made.append(uid)
            return changes

        if self._uid and self.do(change):
            self._show(self._uid)
            self._show_action(made[0])

    def _answer(self, uid: str, on: bool) -> None:
        self.do(lambda: edits.answer(self.desk.session, self._action, uid, answers=on))

    def _set_status(self, status: ActionStatus) -> None:
        """True from the day shown, when that has come already."""
        on = min(self._day, today())
        self.do(lambda: action_edits.set_status(self.desk.session, self._action, status, on=on))

    def _set_due(self, due: dt.date | None) -> None:
        on = min(self._day, today())
        self.do(lambda: action_edits.set_due(self.desk.session, self._action, due, on=on))

    def _give_reason(self, reason: str) -> None:
        self.do(lambda: action_edits.give_reason(self.desk.session, self._action, reason))

    def _delete_milestone(self, uid: str) -> None:
        if self.do(lambda: self.desk.session.delete("Delete milestone", Milestone, uid)):
            self.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))

    def _add_update(self) -> None:
        form = self.card.updates
        text, author = form.text_field.toPlainText(), form.author_field.text()
        when = exact_day(form.day_field.line.text())
        if self.do(lambda: edits.add_update(self.desk.session, self._action, when, text, author)):
            form.emptied()
            self._keep_draft()
            form.text_field.setFocus()

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


def _entry(view: RecommendationView) -> Entry:
    look = STATUS[view.status]
    words = view.title or view.text or "No words yet"
    return Entry(view.uid, words, look.word, look.icon, TONE_OF_WORDS[look.tone], number=str(view.number))


def _summary(view: RecommendationView) -> Look:
    """ "Part complete: 1 of 4" where there are parts."""
    look = STATUS[view.status]
    done = sum(part.status.value == "complete" for part in view.parts)
    if not view.parts or done in (0, len(view.parts)):
        return look
    return Look(f"{look.word}: {done} of {len(view.parts)}", look.icon, look.tone)
