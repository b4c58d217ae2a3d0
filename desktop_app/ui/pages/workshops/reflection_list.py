"""What was said, under the prompt it answers, with what may be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.workshop import Attribution, Prompt, Reflection
from desktop_app.ui.statuses import ATTRIBUTION, CONSENT, VALENCE
from desktop_app.ui.theme.lines import draw_elided, draw_lines, fitted_lines
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import Look, badge_width, paint_badge
from desktop_app.ui.widgets.fitted_list import ROW, FittedList, Index
from desktop_app.ui.widgets.record_list import paint_row_ground

_MOST_LINES = 8
_WIDEST = 640  # px at 100 %, about 80 characters


@dataclass(frozen=True, slots=True)
class Row:
    """A prompt as a heading, with how many were said to it; or a reflection."""

    prompt: str = ""
    count: int = 0
    reflection: Reflection | None = None


def rows_of(groups: Sequence[tuple[Prompt, list[Reflection]]]) -> list[Row]:
    rows = []
    for prompt, said in groups:
        rows.append(Row(prompt=prompt.text or "A prompt without words", count=len(said)))
        rows += [Row(reflection=reflection) for reflection in said]
    return rows


def looks(reflection: Reflection) -> list[Look]:
    """How it was meant, what may be done with it, and who may be named for it."""
    attribution = ATTRIBUTION[reflection.attribution]
    if reflection.group and reflection.attribution is not Attribution.UNATTRIBUTED:
        attribution = Look(f"{attribution.word}: {reflection.group}", attribution.icon, attribution.tone)
    found = [VALENCE[reflection.valence], CONSENT[reflection.consent], attribution]
    if reflection.sensitive:
        found.append(Look("Sensitive", "eye-slash", "warn"))
    if reflection.escalated:
        found.append(Look("Passed on", "megaphone", "bad"))
    return found


def _spoken(row: Row) -> str:
    if row.reflection is None:
        return f"{row.prompt}, {row.count}"
    return ", ".join((row.reflection.text, *(look.word for look in looks(row.reflection))))


class _Delegate(QStyledItemDelegate):
    def _inner(self, option: QStyleOptionViewItem) -> int:
        held = option.widget
        width = held.viewport().width() if isinstance(held, QAbstractItemView) else theme().px(_WIDEST)
        return int(min(width - theme().px(32), theme().px(_WIDEST)))

    def _badge_lines(self, row: Row, width: int) -> list[list[Look]]:
        lines: list[list[Look]] = [[]]
        used = 0
        for look in looks(row.reflection) if row.reflection else []:
            step = badge_width(look) + theme().px(6)
            if lines[-1] and used + step > width:
                lines.append([])
                used = 0
            lines[-1].append(look)
            used += step
        return lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        look, width = theme(), self._inner(option)
        if row.reflection is None:
            lines = len(fitted_lines(row.prompt, look.font("bold"), width - look.px(40), 3))
            return QSize(width, look.px(20) * lines + look.px(20))
        lines = len(fitted_lines(row.reflection.text, look.font(), width, _MOST_LINES))
        badges = len(self._badge_lines(row, width))
        return QSize(width, look.px(20) * lines + look.px(26) * badges + look.px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        if row.reflection is None:
            self._paint_prompt(painter, QRect(option.rect), row, self._inner(option))
        else:
            paint_row_ground(painter, option)
            self._paint_reflection(painter, QRect(option.rect), row, row.reflection.text, self._inner(option))
        painter.restore()

    def _paint_prompt(self, painter: QPainter, box: QRect, row: Row, width: int) -> None:
        look = theme()
        painter.fillRect(box, look.colour("sunken"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.colour("line"))
        words = QRect(box.left() + look.px(16), box.top() + look.px(10), width - look.px(40), box.height())
        draw_lines(painter, words, row.prompt, look.font("bold"), look.colour("text"), most=3, pitch=look.px(20))
        count = QRect(box.right() - look.px(56), box.top() + look.px(10), look.px(40), look.px(20))
        draw_elided(painter, count, str(row.count), look.font("small"), look.colour("text2"), right=True)

    def _paint_reflection(self, painter: QPainter, box: QRect, row: Row, text: str, width: int) -> None:
        look = theme()
        left, pitch = box.left() + look.px(16), look.px(20)
        words = QRect(left, box.top() + look.px(8), width, box.height())
        used = draw_lines(painter, words, text, look.font(), look.colour("text"), most=_MOST_LINES, pitch=pitch)
        top = words.top() + used + look.px(4)
        for line in self._badge_lines(row, width):
            at = left
            for badge in line:
                at += paint_badge(painter, at, top, badge) + look.px(6)
            top += look.px(26)


class ReflectionList(FittedList[Row]):
    def __init__(self, name: str) -> None:
        super().__init__(name, lambda row: row.reflection.uid if row.reflection else "", _spoken)
        self.paint_with(_Delegate(self))
