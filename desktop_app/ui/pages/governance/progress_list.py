"""Bars of actions by status: one row a body or a day, each stretch with its sign and its number, read out in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.learning import ActionStatus
from desktop_app.services.progress import Progress
from desktop_app.ui.dates_words import day
from desktop_app.ui.statuses import STATUS, TONE_OF_WORDS
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import Look
from desktop_app.ui.widgets.fitted_list import ROW, FittedList, Index
from desktop_app.ui.widgets.record_list import paint_row_ground

_FILLS = {"good": "goodbg", "warn": "warnbg", "accent": "soft", "bad": "badbg"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProgressList", text)


def name_of(progress: Progress) -> str:
    """A body, or a day, or that nobody owns them."""
    return progress.name or day(progress.day) or _tr("No day")


def in_words(progress: Progress, looks: Mapping[ActionStatus, Look]) -> str:
    """ "2 complete, 1 delayed; 1 is late"."""
    counts = ", ".join(f"{count} {looks[status].word.lower()}" for status, count in progress.counts)
    if not progress.late:
        return counts
    late = _tr("1 is late") if progress.late == 1 else _tr("{} are late").format(progress.late)
    return f"{counts}; {late}"


class _Bars(QStyledItemDelegate):
    def __init__(self, of: ProgressList) -> None:
        super().__init__(of)
        self._list = of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else theme().px(400)
        return QSize(width, theme().px(56))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, progress = theme(), index.data(ROW)
        painter.save()
        box: QRect = option.rect
        paint_row_ground(painter, option)
        left, width = box.left() + look.px(16), box.width() - look.px(32)
        top = QRect(left, box.top() + look.px(4), width, look.px(20))
        late = in_words(progress, self._list.looks).rpartition("; ")[2] if progress.late else ""
        draw_elided(painter, top, self._list.called(progress), look.font(), look.colour("text"))
        draw_elided(painter, top, late, look.font("small"), look.colour("warn"), right=True)
        if self._list.words:
            below = QRect(left, top.bottom() + look.px(2), width, look.px(20))
            said = in_words(progress, self._list.looks).partition("; ")[0]
            draw_elided(painter, below, said, look.font("small"), look.colour("text2"))
        else:
            self._bar(painter, QRect(left, top.bottom() + look.px(3), width, look.px(22)), progress)
        painter.restore()

    def _bar(self, painter: QPainter, box: QRect, progress: Progress) -> None:
        """The row with most actions is the longest; no stretch is thinner than its sign and number."""
        look = theme()
        least = look.px(38)
        most = max(self._list.most, 1)
        room = box.width() - least * len(self._list.looks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = float(box.left())
        for status, count in progress.counts:
            shown = self._list.looks[status]
            wide = least + room * count / most
            stretch = QRectF(at, box.top(), wide - look.px(2), box.height())
            ink = look.colour(TONE_OF_WORDS[shown.tone])
            painter.setPen(QPen(ink, 1))
            painter.setBrush(look.colour(_FILLS.get(shown.tone, "sunken")))
            painter.drawRoundedRect(stretch.adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))
            side = look.px(14)
            inner = stretch.toRect()
            spot = QRect(inner.left() + look.px(6), inner.center().y() - side // 2 + 1, side, side)
            paint_icon(painter, spot, shown.icon, ink)
            inner.setLeft(spot.right() + look.px(4))
            draw_elided(painter, inner, str(count), look.font("small"), ink)
            at += wide


class ProgressList(FittedList[Progress]):
    """`looks` are the statuses as the review has them; `words` shows numbers in words in place of the bars."""

    def __init__(self, name: str) -> None:
        super().__init__(name, self._key, self._spoken)
        self.looks: Mapping[ActionStatus, Look] = STATUS
        self.words, self.most, self.nobody = False, 1, False
        self.paint_with(_Bars(self))

    def show_progress(self, rows: Sequence[Progress], looks: Mapping[ActionStatus, Look], *, nobody: bool) -> None:
        """`nobody`: a row without a name is of what nobody owns, not of a day."""
        self.looks, self.most, self.nobody = looks, max((row.total for row in rows), default=1), nobody
        self.show_rows(rows)

    def called(self, progress: Progress) -> str:
        return _tr("Nobody named") if self.nobody and not progress.name else name_of(progress)

    def _key(self, progress: Progress) -> str:
        return progress.name or (progress.day.isoformat() if progress.day else "")

    def _spoken(self, progress: Progress) -> str:
        return f"{self.called(progress)}: {in_words(progress, self.looks)}"
