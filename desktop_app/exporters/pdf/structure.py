"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): what each piece of the page is, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFObjectReference

COLUMN_HEAD = "<</O/Table/Scope/Column>>"
DISC_LIST = "<</O/List/ListNumbering/Disc>>"


class Annotation(NamedTuple):
    """A link on a page, both by ReportLab's names."""

    page: str
    name: str


class Element:
    """One node: its role (H1, P, Table, TD ...), its children and the marked content that belongs to it.

    A child is another Element, (page name, marked-content id) for words on a page, or a link's annotation. Built
    while the story is composed, so that the tree follows the document and never the order of drawing.
    """

    __slots__ = ("attributes", "instead", "kids", "name", "page", "parent", "role")

    def __init__(self, role: str, parent: Element | None = None, attributes: str = "", instead: str = "") -> None:
        self.role = role
        self.instead = instead  # words in place of a picture, for who cannot see it
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Element | tuple[str, int] | Annotation] = []
        self.page = ""  # the page most of its content is on: that of its first mark
        self.name = ""
        if parent is not None:
            parent.kids.append(self)

    def mark(self, page: str, number: int) -> None:
        """Note that marked content `number` of `page` is part of this element."""
        self.page = self.page or page
        self.kids.append((page, number))

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))


class Late(PDFObject):  # type: ignore[misc]
    """An indirect object written last, when every object has its number."""

    __RefOnly__ = 1
    __slots__ = ("__InternalName__", "_write")

    def __init__(self, write: Callable[[], str]) -> None:
        self._write = write

    def format(self, document: Any) -> bytes:
        return self._write().encode("ascii")


def write_tree(document: Any, root: Element, pages: list[list[Element]], links: Sequence[Element]) -> None:
    """Add the tree under `root` to ReportLab's `document`. `pages[n][m]` owns marked content m of page n.

    `links[n]` owns the annotation whose number in the parent tree follows the pages' by n.
    """
    numbers: dict[str, tuple[int, int]] = document.idToObjectNumberAndVersion

    def reference(name: str) -> str:
        return f"{numbers[name][0]} 0 R"

    def element_text(element: Element) -> str:
        kids = " ".join(_kid(element, kid, reference) for kid in element.kids)
        parent = element.parent.name if element.parent is not None else "StructTreeRoot"
        page = f"/Pg {reference(element.page)}" if element.page else ""
        attributes = f"/A {element.attributes}" if element.attributes else ""
        instead = f"/Alt <{text_string(element.instead)}>" if element.instead else ""
        return f"<</Type/StructElem/S/{element.role}/P {reference(parent)}{page}{attributes}{instead}/K[{kids}]>>"

    def parents_text() -> str:
        rows = (f"{at}[{' '.join(reference(owner.name) for owner in owners)}]" for at, owners in enumerate(pages))
        singles = (f"{at} {reference(owner.name)}" for at, owner in enumerate(links, len(pages)))
        return "<</Nums[" + "\n".join((*rows, *singles)) + "]>>"

    for at, element in enumerate(root.walk()):
        element.name = f"StructElem{at}"
        document.Reference(Late(partial(element_text, element)), element.name)
    document.Reference(Late(parents_text), "StructParents")
    document.Reference(
        Late(
            lambda: (
                f"<</Type/StructTreeRoot/K {reference(root.name)}/ParentTree {reference('StructParents')}"
                f"/ParentTreeNextKey {len(pages) + len(links)}>>"
            )
        ),
        "StructTreeRoot",
    )
    document.Catalog.StructTreeRoot = PDFObjectReference("StructTreeRoot")
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def text_string(words: str) -> str:
    """As hexadecimal UTF-16 (ISO 32000-1, 7.9.2.2): any character, and nothing to escape."""
    return ("\ufeff" + words).encode("utf-16-be").hex().upper()


def _kid(element: Element, kid: Element | tuple[str, int] | Annotation, reference: Callable[[str], str]) -> str:
    if isinstance(kid, Element):
        return reference(kid.name)
    if isinstance(kid, Annotation):
        return f"<</Type/OBJR/Pg {reference(kid.page)}/Obj {reference(kid.name)}>>"
    page, number = kid
    if page == element.page:
        return str(number)
    return f"<</Type/MCR/Pg {reference(page)}/MCID {number}>>"
