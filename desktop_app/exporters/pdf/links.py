"""A link from one place of a document to another, as a page and the structure tree know it (ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from desktop_app.exporters.pdf.structure import Element, Late, text_string


@dataclass(slots=True)
class Place:
    """Where a heading came to stand: `page` is ReportLab's name of it, `top` in points; known once it is drawn."""

    heading: str
    page: str = ""
    number: int = 0
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """`box` is left, bottom, right, top on the page it stands on. `element` is read out for it."""

    element: Element
    box: tuple[float, float, float, float]
    to: Place


def link_name(number: int) -> str:
    """ReportLab's name of the annotation of the link `number`, from 0 in the order they are drawn."""
    return f"ContentsLink{number}"


def write_links(document: Any, links: Sequence[Link], pages: int) -> None:
    """Add the annotations to ReportLab's `document`; their numbers in the parent tree follow those of its `pages`."""
    for number, link in enumerate(links):
        document.Reference(Late(partial(_annotation, document, link, pages + number)), link_name(number))


def _annotation(document: Any, link: Link, key: int) -> str:
    numbers: dict[str, tuple[int, int]] = document.idToObjectNumberAndVersion
    box = " ".join(f"{edge:.2f}" for edge in link.box)
    to = f"[{numbers[link.to.page][0]} 0 R/XYZ null {link.to.top:.2f} null]"
    return (
        f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{box}]/StructParent {key}"
        f"/Contents <{text_string(link.to.heading)}>/Dest{to}>>"
    )
