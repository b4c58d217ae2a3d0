"""A recommendation as it will be read: its sentence, its parts, and notes beside the words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from desktop_app.domain.learning import Recommendation, RecommendationPart
from desktop_app.services.recommendation_edits import live, reference_pieces
from desktop_app.services.recommendation_notes import Note, notes_by_text
from desktop_app.services.recommendations import RecommendationView
from desktop_app.ui.desk import Desk
from desktop_app.ui.statuses import status_look
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import Badge, IconLabel, Look
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.links import Links
from desktop_app.ui.widgets.live_text import LiveText
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.tab_order import tab_through
from desktop_app.ui.widgets.words import rule, small, words

_TONES = {"good": ("check-circle", "good"), "info": ("info", "accent"), "warn": ("warning", "warn")}


def _note(note: Note) -> QWidget:
    holder = QWidget()
    line = row(holder, spacing=8)
    icon, tone = _TONES[note.tone]
    line.addWidget(IconLabel(icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
    said = column(spacing=0)
    said.addWidget(small(note.text, tone="text", wrap=True))
    if note.detail:
        said.addWidget(small(note.detail, wrap=True))
    line.addLayout(said, 1)
    return holder


class TextPanel(Panel):
    edited = Signal(object)  # Recommendation | RecommendationPart, as it should be stored
    part_deleted = Signal(str)
    followed = Signal(str, str)  # page, uid

    def __init__(self, desk: Desk, after: QWidget) -> None:
        """Tab comes here from `after`."""
        super().__init__()
        self._desk = desk
        self._stops: list[QWidget] = []
        self._after = after
        self.texts: dict[str, LiveText] = {}
        self._notes: dict[str, QFrame] = {}
        self._badges: dict[str, Badge] = {}
        self._shape: tuple[str, ...] = ()
        self._across: list[QBoxLayout] = []
        self._body = self.flush()
        self._holder: QWidget | None = None

    def show_recommendation(self, view: RecommendationView) -> None:
        """The rows are made anew only when there are others: typing, undo and notes leave the caret in its place."""
        shape = (view.uid, *(f"{view.number}{part.letter}{part.uid}" for part in view.parts))
        if shape != self._shape:
            self._build(view)
            self._shape = shape
        snapshot = self._desk.snapshot
        stored = {view.uid: next(r.text for r in snapshot.recommendations if r.uid == view.uid)}
        stored |= {p.uid: p.text for p in snapshot.parts if p.recommendation == view.uid}
        notes = notes_by_text(snapshot, view.uid)
        for uid, text in self.texts.items():
            text.show_pieces(reference_pieces(snapshot, stored[uid], view.number))
            text.mark([note.phrase for note in notes[uid] if note.phrase])
            self._show_notes(uid, notes[uid])
        for part in view.parts:
            self._badges[part.uid].show_look(status_look(snapshot, part.status))
        self._show_links(view)

    def _build(self, view: RecommendationView) -> None:
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self.texts, self._notes, self._badges = {}, {}, {}
        self._holder = QWidget()
        self._across = []
        self._stops = [self._after]
        lines = column(self._holder, spacing=0)
        sentence = self._text(view.uid, self.tr("Recommendation {}").format(view.number), "lead")
        lines.addLayout(self._row(view.uid, "", sentence, None))
        for part in view.parts:
            name = self.tr("Part {}{}").format(view.number, part.letter)
            text = self._text(part.uid, name, "body")
            lines.addWidget(rule())
            foot = self._part_foot(part.uid, name)
            lines.addLayout(self._row(part.uid, f"{view.number}{part.letter}", text, foot))
        lines.addWidget(rule())
        self._links = FlowRow(spacing=24)
        edge = theme().px(16)
        self._links.line.setContentsMargins(edge, theme().px(8), edge, theme().px(8))
        lines.addWidget(self._links)
        self._body.addWidget(self._holder)
        tab_through(self._stops)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def _turn(self) -> None:
        """Notes stand beside the words while the words keep room enough, and below them when they do not."""
        way = QBoxLayout.Direction.LeftToRight if self.width() >= theme().px(560) else QBoxLayout.Direction.TopToBottom
        for line in self._across:
            line.setDirection(way)

    def _text(self, uid: str, name: str, font: str) -> LiveText:
        hint = self.tr("Say who does what, and by when. “Recommendation 2” becomes a reference by itself.")
        made = LiveText(name, font=font, placeholder=hint)
        made.left.connect(partial(self._left, uid))
        made.followed.connect(lambda target: self.followed.emit("recommendations", target))
        self.texts[uid] = made
        self._stops.append(made)
        return made

    def _part_foot(self, uid: str, name: str) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=8)
        line.setContentsMargins(theme().px(4), 0, 0, 0)
        self._badges[uid] = Badge(Look(""))
        line.addWidget(self._badges[uid])
        line.addStretch(1)
        take_out = Button(kind="quiet", icon="trash", name=self.tr("Delete part: {}").format(name))
        take_out.clicked.connect(lambda: self.part_deleted.emit(uid))
        line.addWidget(take_out)
        self._stops.append(take_out)
        return holder

    def _row(self, uid: str, label: str, text: LiveText, foot: QWidget | None) -> QBoxLayout:
        look = theme()
        across = row(spacing=0)
        left = QWidget()
        line = row(left, spacing=4)
        line.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        mark = words(label, font="bold")
        mark.setFixedWidth(look.px(32))
        mark.setContentsMargins(0, look.px(4), 0, 0)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(spacing=2)
        lines.addWidget(text)
        if foot is not None:
            lines.addWidget(foot)
        lines.addStretch(1)
        line.addLayout(lines, 1)
        across.addWidget(left, 14)
        notes = QFrame()
        ground = notes.palette()
        ground.setColor(QPalette.ColorRole.Window, look.colour("sunken"))
        notes.setPalette(ground)
        notes.setAutoFillBackground(True)
        column(notes, margin=12, spacing=6)
        notes.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._notes[uid] = notes
        across.addWidget(notes, 5)
        self._across.append(across)
        return across

    def _show_notes(self, uid: str, notes: tuple[Note, ...]) -> None:
        lines = self._notes[uid].layout()
        assert lines is not None
        while (item := lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in notes:
            lines.addWidget(_note(note))
        getattr(lines, "addStretch")(1)  # noqa: B009 - `layout()` is typed as the bare base class
        self.texts[uid].setAccessibleDescription(" ".join(f"{n.text}. {n.detail}" for n in notes))

    def _show_links(self, view: RecommendationView) -> None:
        self._links.empty()
        snapshot = self._desk.snapshot
        findings = [(f.number, f.uid) for f in snapshot.findings if f.uid in view.findings]
        uids = {rec.number: rec.uid for rec in snapshot.recommendations}
        shown = [("git-merge", self.tr("Rests on"), [(f"Finding {n}", "analysis", u) for n, u in sorted(findings)])]
        for icon, lead, numbers in (
            ("quotes", self.tr("Cites"), view.cites),
            ("arrow-bend-down-left", self.tr("Cited by"), view.cited_by),
        ):
            shown.append((icon, lead, [(f"Recommendation {n}", "recommendations", uids[n]) for n in numbers]))
        stops = [self._stops[-1]]
        for icon, lead, targets in shown:
            if targets:
                links = Links(icon, lead, targets)
                links.followed.connect(self.followed)
                self._links.add(links)
                stops += links.links
        tab_through(stops)
        if not findings:
            self._links.add(small(self.tr("Rests on no finding yet: choose one under Details.")))

    def _left(self, uid: str, stored: str) -> None:
        snapshot = self._desk.snapshot
        text = live(snapshot, stored)
        held: Recommendation | RecommendationPart | None = next(
            (r for r in snapshot.recommendations if r.uid == uid), None
        ) or next((p for p in snapshot.parts if p.uid == uid), None)
        if held is not None and held.text != text:
            self.edited.emit(replace(held, text=text))
