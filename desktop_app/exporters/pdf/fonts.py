"""FiraGO in four styles, from the package that ships it, embedded as subsets."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop_app.exporters.font_names import SHIPPED

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "FiraGO", "FiraGO-Bold", "FiraGO-Italic", "FiraGO-BoldItalic"
_MAPS_A_BLOCK = 100  # most entries a bfchar block may hold (PDF 32000-1, 9.10.3)


class _Embedded(TTFont):  # type: ignore[misc]
    """Keeps ReportLab's unused glyph slots out of the ToUnicode map, where they would claim to be NUL."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        before = set(doc.idToObject)
        super().addObjects(doc)
        for key in sorted(set(doc.idToObject) - before):
            if key.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[key]
                stream.content = _without_nul(stream.content)


def _without_nul(cmap: str) -> str:
    head, rest = re.split(r"\d+ beginbfchar\n", cmap, maxsplit=1)
    maps, tail = rest.split("endbfchar", 1)
    kept = [line for line in maps.strip().split("\n") if not line.endswith("<0000>")]
    blocks = [kept[at : at + _MAPS_A_BLOCK] for at in range(0, len(kept), _MAPS_A_BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return head + body + tail.lstrip("\n")


@cache
def register() -> frozenset[int]:
    """Register the four styles once a process; returns the code points that all four can draw."""
    import pymupdf_fonts

    fonts = {name: _Embedded(name, BytesIO(pymupdf_fonts.fontbuffers[key]())) for name, key in SHIPPED.items()}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)
    return frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in fonts.values()))
