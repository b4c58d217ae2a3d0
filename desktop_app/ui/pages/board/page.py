"""The board."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop_app.domain.board import Side
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.learning import Finding
from desktop_app.services.board import Laid, board_of, lay, not_laid, note, take_off
from desktop_app.services.factors import headings
from desktop_app.services.findings import Evidence
from desktop_app.ui.desk import Desk
from desktop_app.ui.evidence_icons import ICONS
from desktop_app.ui.page import Page
from desktop_app.ui.pages.board.card_list import key_of
from desktop_app.ui.pages.board.columns import SIDES, TOGETHER, Columns, side_words
from desktop_app.ui.pages.board.finding_head import FindingHead
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import LineField
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.record_list import Entry
from desktop_app.ui.widgets.type_ahead import TypeAhead


class BoardPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._uid = self._noting = ""
        self._stack = QStackedWidget()
        column(self).addWidget(self._stack)
        self._stack.addWidget(self._build())
        self.nothing = EmptyState(
            self.tr("No finding to lay evidence beside"),
            self.tr(
                "Write what seems to be a finding first, however roughly: the board helps to see whether it holds."
            ),
            self.tr("Go to findings"),
        )
        self.nothing.acted.connect(lambda: desk.go("analysis"))
        self._stack.addWidget(self.nothing)
        self._offer()

    def _build(self) -> QWidget:
        whole = QWidget()
        lines = column(whole, margin=16, spacing=12)
        self.head, self.columns = FindingHead(), Columns()
        self.head.chosen.connect(self.open_record)
        self.head.factored.connect(self._factor)
        self.columns.picked.connect(self._show_card)
        self.columns.opened.connect(self._open)
        self.columns.dropped.connect(self._dropped)
        lines.addWidget(self.head)
        lines.addWidget(self.errors)
        lines.addWidget(self.columns, 1)
        lines.addLayout(self._tools())
        return whole

    def _tools(self) -> QHBoxLayout:
        line = row(spacing=4)
        add = Button(self.tr("Lay evidence"), kind="primary", icon="plus", cap="F3")
        add.clicked.connect(self.choose_evidence)
        line.addWidget(add)
        line.addSpacing(theme().px(8))
        self.note = LineField(placeholder=self.tr("what it shows here, how far it goes, what it leaves open"))
        self.note.setAccessibleName(self.tr("Note on this card"))
        self.note.left.connect(self._note)
        line.addWidget(self.note, 1)
        line.addSpacing(theme().px(4))
        self._moves: list[Button] = []
        for text, icon, cap, run in (
            (self.tr("The card to the side at its left"), "arrow-left", "Ctrl+Left", lambda: self.shift_side(-1)),
            (self.tr("The card to the side at its right"), "arrow-right", "Ctrl+Right", lambda: self.shift_side(1)),
            (self.tr("The card higher"), "arrow-up", "Ctrl+Up", lambda: self.shift_place(-1)),
            (self.tr("The card lower"), "arrow-down", "Ctrl+Down", lambda: self.shift_place(1)),
            (self.tr("Take the card off the board"), "x", "Del", self.take_off),
        ):
            made = Button(kind="quiet", icon=icon, name=text, cap=cap)
            made.clicked.connect(run)
            self._moves.append(made)
            line.addWidget(made)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.show_short(self.width() < theme().px(TOGETHER))

    def _offer(self) -> None:
        self.offer("F3", self.tr("Lay evidence on this side"), self.choose_evidence)
        self.offer("Ctrl+Right", self.tr("The card to the side at its right"), lambda: self.shift_side(1))
        self.offer("Ctrl+Left", self.tr("The card to the side at its left"), lambda: self.shift_side(-1))
        self.offer("Ctrl+Up", self.tr("The card higher"), lambda: self.shift_place(-1))
        self.offer("Ctrl+Down", self.tr("The card lower"), lambda: self.shift_place(1))
        self.offer("N", self.tr("Note on the card"), self.note.setFocus)
        self.offer("Delete", self.tr("Take the card off the board"), self.take_off)
        self.offer("Alt+Down", self.tr("Next finding"), lambda: self._step(1))
        self.offer("Alt+Up", self.tr("Finding before"), lambda: self._step(-1))

    @property
    def here(self) -> str:
        return self._uid

    def take_focus(self) -> None:
        self.columns.focus_on(self.columns.side)

    def open_record(self, uid: str) -> None:
        if any(finding.uid == uid for finding in self.desk.snapshot.findings):
            self._uid = uid
            self.refresh(frozenset())

    def _finding(self) -> Finding | None:
        findings = self.desk.snapshot.findings
        return next((f for f in findings if f.uid == self._uid), findings[0] if findings else None)

    def refresh(self, families: frozenset[str]) -> None:
        self._show()

    def _show(self, current: str = "") -> None:
        finding, snapshot = self._finding(), self.desk.snapshot
        self._stack.setCurrentIndex(1 if finding is None else 0)
        if finding is None:
            self._uid = ""
            return
        self._uid = finding.uid
        self.head.show_finding(snapshot.findings, finding, headings(snapshot))
        self.columns.show_board(board_of(snapshot, finding), current)
        self._show_card()

    def _show_card(self) -> None:
        laid = self.columns.current
        self._noting = key_of(laid) if laid else ""
        self.note.show_text(laid.note if laid else "")
        self.note.setEnabled(laid is not None)
        for button in self._moves:
            button.setEnabled(laid is not None)

    def _step(self, by: int) -> None:
        uids = [finding.uid for finding in self.desk.snapshot.findings]
        if self._uid in uids:
            self.commit()
            self.open_record(uids[(uids.index(self._uid) + by) % len(uids)])
            self.take_focus()

    def _change(self, change: Callable[[Finding], ChangeSet | None], current: str = "") -> None:
        finding = self._finding()
        if finding is not None and self.do(lambda: change(finding)):
            self._show(current)

    def choose_evidence(self) -> None:
        """Whatever is not on this board yet, by words; it is laid at the end of the side that has the keyboard."""
        finding = self._finding()
        if finding is None:
            return
        side = self.columns.side
        items = {item.uid: item for item in not_laid(self.desk.snapshot, finding)}
        entries = [Entry(uid=i.uid, title=i.title, second=i.second or " ", lead=ICONS[i.kind]) for i in items.values()]
        name = self.tr("Lay evidence: {}").format(side_words(side)[0])
        asked = TypeAhead(self, name, self.tr("A ref, a day, words of what happened or was said"), entries)
        asked.accepted.connect(lambda: self._lay_all([items[uid] for uid in (asked.chosen,) if uid], side))
        asked.finished.connect(asked.deleteLater)
        asked.show_over(self)

    def _lay_all(self, items: Sequence[Evidence], side: Side) -> None:
        for item in items:
            self._lay(item, side)

    def _lay(self, item: Evidence, side: Side, at: int | None = None) -> None:
        self._change(lambda finding: lay(self.desk.session, finding, item, side, at), item.uid or item.title)

    def shift_side(self, by: int) -> None:
        laid = self.columns.current
        at = SIDES.index(self.columns.side) + by
        if laid is not None and 0 <= at < len(SIDES):
            self._lay(laid.item, SIDES[at])

    def shift_place(self, by: int) -> None:
        laid, side = self.columns.current, self.columns.side
        if laid is not None:
            at = self.columns.lists[side].currentIndex().row() + by
            if 0 <= at < len(self.columns.lists[side].cards):
                self._lay(laid.item, side, at)

    def _dropped(self, key: str, side: str, at: int) -> None:
        finding = self._finding()
        board = board_of(self.desk.snapshot, finding) if finding is not None else {}
        for held, cards in board.items():
            for place, laid in enumerate(cards):
                if key_of(laid) == key:
                    below = held is Side(side) and place < at  # taking it out moves those after it up
                    self._lay(laid.item, Side(side), at - below)
                    return

    def take_off(self) -> None:
        laid = self.columns.current
        if laid is not None:
            self._change(lambda finding: take_off(self.desk.session, finding, laid.item))
            self.columns.focus_on(self.columns.side)
            self.desk.told.emit(self.tr("Taken off the board. Ctrl+Z lays it back."))

    def _note(self, text: str) -> None:
        finding, key = self._finding(), self._noting
        for cards in board_of(self.desk.snapshot, finding).values() if finding is not None else ():
            for laid in cards:
                if finding is not None and key_of(laid) == key:
                    self._change(lambda held, laid=laid: note(self.desk.session, held, laid, text))  # type: ignore[misc]
                    return

    def _open(self, laid: Laid | None) -> None:
        if laid is not None and laid.item.page:
            self.desk.go(laid.item.page, laid.item.target)

    def _factor(self, ticked: frozenset[str]) -> None:
        finding = self._finding()
        if finding is not None:
            known = headings(self.desk.snapshot)
            # One that another kind of review has stays: nobody could tick it here.
            kept = tuple(name for name in finding.factors if name in ticked or name not in known)
            self.put(self.tr("Contributory factors"), replace(finding, factors=(
                *kept, *(name for name in known if name in ticked and name not in kept))))  # fmt: skip
