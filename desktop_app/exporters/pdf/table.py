"""A table over as many pages as it needs, its header row on each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.platypus import Flowable

from desktop_app.exporters.pdf.canvas import PAGE_FURNITURE
from desktop_app.exporters.pdf.design import HAIR, HAIRLINE, HEAD_TINT
from desktop_app.exporters.pdf.rows import Row, Rows, cut, draw_row

_WASTE = 115.0  # points that may stay white to keep a row whole


class RuledTable(Flowable):  # type: ignore[misc]
    """Rows `first` to the end of `rows`, which parts of one table share: a split copies nothing but a number.

    (ReportLab's own table copies every row at each page and takes a time that grows with the square of its length.)
    `page_height` is the room on an empty page, points. `drawn` is told how many rows each part has set.
    """

    def __init__(
        self,
        header: Row,
        rows: Rows,
        widths: list[float],
        page_height: float,
        drawn: Callable[[int], None],
        *,
        span: tuple[int, int] | None = None,
        continued: bool = False,
    ) -> None:
        super().__init__()
        self._header, self._rows, self._widths, self._page_height = header, rows, widths, page_height
        self._first, self._end = span or (0, len(rows))
        self._continued = continued
        self._drawn = drawn
        self.spaceBefore = 0 if continued else 4
        self.spaceAfter = 10

    def wrap(self, _width: float, room: float) -> tuple[float, float]:
        """Width and height; stops adding up once it is clear that the rest does not fit in `room`."""
        height = self._header.height
        for at in range(self._first, self._end):
            height += self._rows[at].height
            if height > room + self._page_height:
                break
        self.height = height
        return sum(self._widths), height

    def split(self, _width: float, room: float) -> list[Flowable]:
        """What fits in `room` and what does not; [] asks for the next page."""
        used = self._header.height
        at = self._first
        while at < self._end and used + self._rows[at].height <= room:
            used += self._rows[at].height
            at += 1
        if at == self._end:
            return [self]
        if self._should_cut(self._rows[at], room - used):
            halves = cut(self._rows[at], self._widths, room - used)
            if halves is not None:
                self._rows.put_apart(at, halves)
                return [self._part(self._first, at + 1), self._part(at + 1, self._end + 1)]
        if at == self._end - 1 > self._first + 1 and self._rows[at].ends:
            at -= 1  # the last row never stands alone on a page
        if at == self._first:
            return []
        return [self._part(self._first, at), self._part(at, self._end)]

    def _should_cut(self, row: Row, left: float) -> bool:
        fits_alone = self._header.height + row.height <= self._page_height
        return not fits_alone or left > _WASTE

    def _part(self, first: int, end: int) -> RuledTable:
        continued = self._continued or first > self._first
        return RuledTable(
            self._header,
            self._rows,
            self._widths,
            self._page_height,
            self._drawn,
            span=(first, end),
            continued=continued,
        )

    def draw(self) -> None:
        canvas = self.canv
        rows = [self._rows[at] for at in range(self._first, self._end)]
        with canvas.artifact():
            canvas.setFillColor(HEAD_TINT)
            canvas.rect(0, self.height - self._header.height, sum(self._widths), self._header.height, stroke=0, fill=1)
        if self._continued:  # the head was read once; on later pages it is furniture
            with canvas.artifact(PAGE_FURNITURE):
                draw_row(canvas, self._header, self._widths, self.height)
        else:
            draw_row(canvas, self._header, self._widths, self.height)
        top = self.height - self._header.height
        for row in rows:
            draw_row(canvas, row, self._widths, top)
            top -= row.height
        with canvas.artifact():
            self._rule(canvas, rows)
        self._rows.let_go(self._first, self._end)
        self._drawn(sum(row.ends for row in rows))

    def _rule(self, canvas: Any, rows: list[Row]) -> None:
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(HAIR)
        width = sum(self._widths)
        lines = [(0.0, self.height, width, self.height)]
        y = self.height - self._header.height
        lines.append((0.0, y, width, y))
        for row in rows:
            y -= row.height
            if row.ends or row is rows[-1]:
                lines.append((0.0, y, width, y))
        x = 0.0
        for column in [0.0, *self._widths]:
            x += column
            lines.append((x, y, x, self.height))
        canvas.lines(lines)
