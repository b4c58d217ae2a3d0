"""The lanes themselves, painted. The table below says the same to a screen reader, row by row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.domain.people import Agency
from desktop_app.services.chronology import EventRow
from desktop_app.services.merging import Silence
from desktop_app.ui.pages.chronology.timeline.drawing import draw_block, draw_gap, draw_soft_bar, draw_tie
from desktop_app.ui.pages.chronology.timeline.span import Span
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.agency import paint_swatch

HEAD, LANE, NAMES = 28, 28, 172


@dataclass(frozen=True, slots=True)
class Tie:
    """Two events somebody linked, by uid; `contradicts` or the same event."""

    a: str
    b: str
    contradicts: bool


class Lanes(QWidget):
    """`picked` carries the uid of an event that was clicked, or reached with the arrow keys."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._agencies: tuple[Agency, ...] = ()
        self._rows: tuple[EventRow, ...] = ()
        self._silences: tuple[Silence, ...] = ()
        self._ties: tuple[Tie, ...] = ()
        self._span: Span | None = None
        self._current = ""
        self._spots: list[tuple[QRectF, EventRow]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline: arrow keys go from event to event"))

    def show_all(
        self,
        agencies: Sequence[Agency],
        rows: Sequence[EventRow],
        silences: Sequence[Silence],
        ties: Sequence[Tie],
    ) -> None:
        self._agencies, self._rows = tuple(agencies), tuple(rows)
        self._silences, self._ties = tuple(silences), tuple(ties)
        self.updateGeometry()
        self.update()

    def show_span(self, span: Span | None) -> None:
        self._span = span
        self.update()

    def show_current(self, uid: str) -> None:
        self._current = uid
        row = next((r for r in self._rows if r.event.uid == uid), None)
        said = (row.event.ref, row.agency_name, row.date_words, row.event.event) if row else ()
        self.setAccessibleDescription(", ".join(filter(None, said)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(HEAD + LANE * max(len(self._agencies), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), self.sizeHint().height())

    @property
    def plot(self) -> QRectF:
        """Where days are drawn."""
        left = theme().px(NAMES)
        return QRectF(
            left, theme().px(HEAD), self.width() - left - theme().px(8), theme().px(LANE) * len(self._agencies)
        )

    def _lane_of(self, agency: str) -> int:
        return next((n for n, a in enumerate(self._agencies) if a.uid == agency), -1)

    def _middle(self, lane: int) -> float:
        return self.plot.top() + theme().px(LANE) * (lane + 0.5)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._spots = []
        if self._span is None:
            return
        painter.setClipRect(self.plot.adjusted(0, -theme().px(2), 0, theme().px(2)))
        for silence in self._silences:
            if silence.agency:
                self._paint_silence(painter, silence)
        for row in self._rows:
            self._paint_event(painter, row)
        self._paint_ties(painter)
        for silence in self._silences:
            if not silence.agency:
                self._paint_silence(painter, silence)

    def _paint_ground(self, painter: QPainter) -> None:
        look, plot = theme(), self.plot
        for number, agency in enumerate(self._agencies):
            lane = QRectF(0, plot.top() + look.px(LANE) * number, self.width(), look.px(LANE))
            if number % 2 == 0:
                painter.fillRect(lane, look.colour("sunken"))
            side = look.px(12)
            box = QRect(look.px(10), round(lane.center().y()) - side // 2, side, side)
            paint_swatch(painter, box, agency.order)
            name = QRect(box.right() + look.px(8), round(lane.top()), look.px(NAMES - 36), look.px(LANE))
            draw_elided(painter, name, agency.name, look.font(), look.colour("text"))
        painter.fillRect(QRectF(0, plot.top() - 1, self.width(), 1), look.colour("line"))
        if self._span is None:
            return
        for number, month in enumerate(self._span.months()):
            x = max(self._span.x(month, plot.left(), plot.width()), plot.left())
            painter.fillRect(QRectF(x, look.px(6), 1, plot.bottom() - look.px(6)), look.colour("line"))
            words = f"{month:%B} {month.year}" if number == 0 or month.month == 1 else f"{month:%B}"
            room = self._span.days and plot.width() / self._span.days * 29 - look.px(8)
            if QFontMetrics(look.font("small")).horizontalAdvance(words) > room:
                words = f"{month:%b}"
            box = QRect(round(x) + look.px(6), 0, look.px(120), look.px(HEAD))
            draw_elided(painter, box, words, look.font("small"), look.colour("text2"))

    def _reach(self, start: dt.date, end: dt.date) -> tuple[float, float]:
        """Left and right of the days from `start` to `end`, both whole."""
        assert self._span is not None
        plot = self.plot
        after = end + dt.timedelta(days=1) if end < dt.date.max else end
        return self._span.x(start, plot.left(), plot.width()), self._span.x(after, plot.left(), plot.width())

    def _paint_silence(self, painter: QPainter, silence: Silence) -> None:
        if self._span is None or not self._span.holds(silence.start, silence.end):
            return
        words = [self.tr("no contact, {} days").format(silence.days)]
        if not silence.agency:
            words = [self.tr("No agency, {} days").format(silence.days), silence.explained]
            box = self._stretch(silence.start, silence.end, self.plot.top(), self.plot.height())
            draw_gap(painter, box, [word for word in words if word])
            return
        lane = self._lane_of(silence.agency)
        if lane < 0:
            return
        half = theme().px(8)
        pieces = [self._stretch(a, b, self._middle(lane) - half, 2 * half) for a, b in self._alone(silence)]
        widest = max(pieces, key=lambda box: box.width(), default=None)
        for box in pieces:
            draw_gap(painter, box, words if box is widest else [])

    def _stretch(self, start: dt.date, end: dt.date, top: float, height: float) -> QRectF:
        """The part of these days that is shown."""
        left, right = self._reach(start, end)
        left, right = max(left, self.plot.left()), min(right, self.plot.right())
        return QRectF(left, top, max(right - left, 0), height)

    def _alone(self, silence: Silence) -> list[tuple[dt.date, dt.date]]:
        """The days of an agency's silence on which somebody else was in contact."""
        one = dt.timedelta(days=1)
        pieces = [(silence.start, silence.end)]
        for other in self._silences:
            if other.agency:
                continue
            cut: list[tuple[dt.date, dt.date]] = []
            for start, end in pieces:
                if other.end < start or other.start > end:
                    cut.append((start, end))
                    continue
                if start < other.start:
                    cut.append((start, other.start - one))
                if other.end < end:
                    cut.append((other.end + one, end))
            pieces = cut
        return [piece for piece in pieces if self._span is not None and self._span.holds(*piece)]

    def _paint_event(self, painter: QPainter, row: EventRow) -> None:
        date, lane = row.event.date, self._lane_of(row.event.agency)
        if self._span is None or lane < 0 or not date.start or not date.end:
            return
        if not self._span.holds(date.start, date.end):
            return
        look = theme()
        left, right = self._reach(date.start, date.end)
        middle = self._middle(lane)
        block = look.px(10)
        current = row.event.uid == self._current
        if date.start == date.end:
            centre = (left + right) / 2
            box = QRectF(centre - block / 2, middle - look.px(7), block, look.px(14))
            draw_block(painter, box, row.agency_order, current=current)
        else:
            box = QRectF(left, middle - look.px(7), max(right - left, block), look.px(14))
            if date.approximate or date.precision not in ("range", "day"):
                draw_soft_bar(painter, box, row.agency_order, current=current)
            else:
                draw_block(painter, box, row.agency_order, current=current)
        self._spots.append((box, row))

    def _paint_ties(self, painter: QPainter) -> None:
        places = {row.event.uid: box.center() for box, row in self._spots}
        for tie in self._ties:
            if tie.a in places and tie.b in places:
                draw_tie(painter, places[tie.a], places[tie.b], contradicts=tie.contradicts)

    def _at(self, point: QPointF) -> EventRow | None:
        slack = theme().px(3)
        hits = [row for box, row in self._spots if box.adjusted(-slack, -slack, slack, slack).contains(point)]
        return hits[-1] if hits else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._at(event.position())
        if row is not None:
            self.picked.emit(row.event.uid)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row = self._at(QPointF(event.pos()))
            text = f"{row.event.ref}, {row.date_words}\n{row.event.event[:160]}" if row else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None or not self._rows:
            super().keyPressEvent(event)
            return
        uids = [row.event.uid for row in self._rows]
        at = uids.index(self._current) if self._current in uids else -1
        self.picked.emit(uids[min(max(at + step, 0), len(uids) - 1)])
