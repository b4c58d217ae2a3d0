"""How a page looks: paper, margins, type and ink. Points throughout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from desktop_app.exporters.pdf.fonts import BOLD, ITALIC, REGULAR

ACCENT = HexColor("#17576F")
INK = HexColor("#1C2422")
SECOND = HexColor("#46514D")
QUIET = HexColor("#58635F")
HAIRLINE = HexColor("#B7C0BB")
HEAD_TINT = HexColor("#E8EEF0")

HAIR = 0.5
BAR = 3.0
CELL_ACROSS = 6.0
CELL_DOWN = 5.0
FURNITURE_SIZE = 8.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins; `width` and `height` are what is left for words."""

    sheet: tuple[float, float]
    side: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        return self.sheet[0] - 2 * self.side

    @property
    def height(self) -> float:
        return self.sheet[1] - self.top - self.bottom


PORTRAIT = Paper(sheet=A4, side=64, top=88, bottom=76)
PANELS = Paper(sheet=A4, side=52, top=76, bottom=62)
LANDSCAPE = Paper(sheet=(A4[1], A4[0]), side=50, top=74, bottom=62)


def _style(name: str, **values: Any) -> ParagraphStyle:
    # The bullet's face has to be named as well: ReportLab would otherwise ask for one that is not embedded.
    base: dict[str, Any] = {
        "fontName": REGULAR,
        "bulletFontName": REGULAR,
        "fontSize": 10.5,
        "leading": 15.5,
        "textColor": INK,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
        "spaceAfter": 7,
    }
    return ParagraphStyle(name, **(base | values))


TITLE = _style("title", fontName=BOLD, fontSize=22, leading=27, textColor=ACCENT, spaceAfter=3)
SUBTITLE = _style("subtitle", fontSize=12.5, leading=17, textColor=SECOND, spaceAfter=10)
HEADINGS = {
    1: _style("heading1", fontName=BOLD, fontSize=13.5, leading=18, textColor=ACCENT, spaceBefore=13, spaceAfter=5),
    2: _style("heading2", fontName=BOLD, fontSize=11.5, leading=16, spaceBefore=10, spaceAfter=4),
    3: _style("heading3", fontName=BOLD, fontSize=10.5, leading=15, textColor=SECOND, spaceBefore=8, spaceAfter=3),
}
CONTENTS_TITLE = _style("contentstitle", fontName=BOLD, fontSize=11.5, leading=16, spaceBefore=16, spaceAfter=5)
CONTENTS_LINE = _style("contentsline", leading=15, spaceAfter=2.5)
PARAGRAPHS = {
    "body": _style("body"),
    "lead": _style("lead", fontSize=12, leading=17.5, spaceAfter=9),
    "small": _style("small", fontSize=9, leading=13, textColor=SECOND, spaceAfter=5),
    "marking": _style("marking", fontName=BOLD, fontSize=9, leading=13, textColor=SECOND, spaceAfter=8),
}
QUOTE = _style("quote", fontName=ITALIC, fontSize=11, leading=16.5, leftIndent=16, spaceBefore=0, spaceAfter=0)
SPEAKER = _style("speaker", fontSize=9.5, leading=15, textColor=SECOND, leftIndent=16, spaceBefore=0, spaceAfter=0)
BULLET = _style("bullet", leftIndent=15, bulletIndent=3, spaceAfter=4)
PANEL_HEAD = _style("panelhead", fontName=BOLD, fontSize=12, leading=16, textColor=ACCENT, spaceAfter=4)
PANEL_BODY = _style("panelbody", fontSize=10, leading=14, spaceAfter=4)
PANEL_BULLET = _style("panelbullet", fontSize=10, leading=14, leftIndent=13, bulletIndent=2, spaceAfter=2)
CAPTION = _style("caption", fontName=BOLD, fontSize=9.5, leading=13.5, textColor=SECOND, spaceBefore=6, spaceAfter=4)
CELL = _style("cell", fontSize=9, leading=12.5, spaceAfter=3)
CELL_HEAD = _style("cellhead", fontName=BOLD, fontSize=9, leading=12.5, spaceAfter=0)
