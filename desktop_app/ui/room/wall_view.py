"""The wall: a column for each kind of note, its count beside its name. Four lists, never a widget a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from desktop_app.domain.workshop import Valence
from desktop_app.services.rooms.wall import Card
from desktop_app.ui.room.card_delegate import CardDelegate, spoken
from desktop_app.ui.room.scale import Scale
from desktop_app.ui.statuses import TONE_OF_WORDS, VALENCE
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.fitted_list import RowModel
from desktop_app.ui.widgets.panel import column, row

Keys = Callable[[QKeyEvent], bool]


class _Head(QWidget):
    def __init__(self, scale: Scale, kind: Valence) -> None:
        super().__init__()
        self._scale, self._kind, self.count = scale, kind, 0
        self.rescale()

    def rescale(self) -> None:
        self.setFixedHeight(self._scale.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, looks = QPainter(self), self._scale.px, VALENCE[self._kind]
        tone = theme().colour(TONE_OF_WORDS[looks.tone] if looks.tone != "neutral" else "text2")
        paint_icon(painter, QRect(0, px(10), px(32), px(32)), looks.icon, tone)
        words = QRect(px(44), 0, self.width() - px(100), px(52))
        draw_elided(painter, words, looks.word, self._scale.font("head"), theme().colour("text"))
        count = QRect(self.width() - px(56), 0, px(56), px(52))
        draw_elided(painter, count, str(self.count), self._scale.font("label"), theme().colour("text2"), right=True)
        painter.fillRect(QRect(0, px(54), self.width(), px(4)), tone)


class _Notes(QListView):
    def __init__(self, scale: Scale, keys: Keys) -> None:
        super().__init__()
        self._keys = keys
        self._seen = -1
        self.rows: RowModel[Card] = RowModel(self, lambda card: card.uid, spoken)
        self.setModel(self.rows)
        self.setItemDelegate(CardDelegate(self, scale))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # arrows reach it; Tab stays at the line
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the head has the count
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; }")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.see(self._seen)

    def see(self, number: int) -> None:
        """Keep this note in sight, also when the wall gets lower."""
        self._seen = number
        if 0 <= number < len(self.rows.rows):
            self.scrollTo(self.rows.index(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys(event):
            event.ignore()


class WallView(QWidget):
    """`current` is the uid of the chosen card, "" while none is."""

    def __init__(self, scale: Scale, kinds: Sequence[Valence], keys: Keys) -> None:
        super().__init__()
        self._scale = scale
        self.setAccessibleName(self.tr("Wall"))
        self._line = row(self, spacing=0)
        self._heads: dict[Valence, _Head] = {}
        self._lists: dict[Valence, _Notes] = {}
        for kind in kinds:
            lines = column(spacing=0)
            self._heads[kind], self._lists[kind] = _Head(scale, kind), _Notes(scale, keys)
            lines.addWidget(self._heads[kind])
            lines.addWidget(self._lists[kind], 1)
            self._line.addLayout(lines, 1)
        self.current = ""
        self.rescale()

    def rescale(self) -> None:
        self._line.setSpacing(self._scale.px(24))
        for head in self._heads.values():
            head.rescale()
        for notes in self._lists.values():
            notes.scheduleDelayedItemsLayout()
            notes.viewport().update()

    def show_cards(self, cards: Mapping[Valence, Sequence[Card]], wanted: str = "", newest: str = "") -> None:
        """`wanted` is chosen; else what was chosen, if it is still there. `newest` is brought into sight."""
        self.current = wanted or self.current
        for kind, notes in self._lists.items():
            held = cards.get(kind, ())
            notes.rows.show_rows(held)
            self._heads[kind].count = len(held)
            self._heads[kind].update()
            notes.setAccessibleName(self.tr("{}, {} notes").format(VALENCE[kind].word, len(held)))
        if self._place(self.current) is None:
            self.current = ""
        self._show_current()
        at = self._place(newest)
        if at is not None:
            self._scroll_to(*at)

    def choose(self, uid: str) -> None:
        self.current = uid if self._place(uid) is not None else ""
        self._show_current()

    def step(self, key: Qt.Key) -> None:
        """To the neighbour of the chosen card; to the last card of the wall while none is chosen."""
        at = self._place(self.current)
        if at is None:
            filled = [kind for kind, notes in self._lists.items() if notes.rows.rows]
            self.choose(self._lists[filled[0]].rows.rows[-1].uid if filled else "")
            return
        kind, number = at
        kinds = list(self._lists)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            rows = self._lists[kind].rows.rows
            number = min(max(number + (1 if key == Qt.Key.Key_Down else -1), 0), len(rows) - 1)
        else:
            ways = kinds[kinds.index(kind) + 1 :] if key == Qt.Key.Key_Right else kinds[: kinds.index(kind)][::-1]
            kind = next((other for other in ways if self._lists[other].rows.rows), kind)
            number = min(number, len(self._lists[kind].rows.rows) - 1)
        self.choose(self._lists[kind].rows.rows[number].uid)

    def before(self) -> str:
        """The card above the chosen one."""
        at = self._place(self.current)
        return self._lists[at[0]].rows.rows[at[1] - 1].uid if at is not None and at[1] else ""

    def in_order(self) -> list[str]:
        return [card.uid for notes in self._lists.values() for card in notes.rows.rows]

    def _place(self, uid: str) -> tuple[Valence, int] | None:
        for kind, notes in self._lists.items():
            for number, card in enumerate(notes.rows.rows):
                if uid and uid in (card.uid, *card.notes):
                    return kind, number
        return None

    def _show_current(self) -> None:
        at = self._place(self.current)
        for kind, notes in self._lists.items():
            if at is not None and kind == at[0]:
                notes.setCurrentIndex(notes.rows.index(at[1]))
                self._scroll_to(*at)
                if not notes.hasFocus():
                    notes.setFocus()
            else:
                notes.selectionModel().clear()

    def _scroll_to(self, kind: Valence, number: int) -> None:
        self._lists[kind].see(number)
