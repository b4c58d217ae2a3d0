"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): what each piece of the page is, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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

    __slots__ = ("attributes", "instead", "kids", "number", "page", "parent", "role")

    def __init__(self, role: str, parent: Element | None = None, attributes: str = "", instead: str = "") -> None:
        self.role = role
        self.instead = instead  # words in place of a picture, for who cannot see it
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Element | tuple[str, int] | Annotation] = []
        self.page = ""  # the page most of its content is on: that of its first mark
        self.number = 0  # of its object in the file
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


class Tree:
    """The tree under `root`, beside the objects of ReportLab's `document`.

    `pages[n][m]` owns marked content m of page n. `links[n]` owns the annotation whose number in the parent tree
    follows the pages' by n. The elements are no objects of ReportLab's: it would keep three names for each.
    """

    def __init__(self, document: Any, root: Element, pages: list[list[Element]], links: Sequence[Element]) -> None:
        self._numbers: dict[str, tuple[int, int]] = document.idToObjectNumberAndVersion
        self._root, self._pages, self._links = root, pages, links
        document.Reference(Late(self._parents), "StructParents")
        document.Reference(Late(self._top), "StructTreeRoot")
        document.Catalog.StructTreeRoot = PDFObjectReference("StructTreeRoot")
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def number_from(self, first: int) -> int:
        """Give every element the number of its object; returns the next that is free."""
        for element in self._root.walk():
            element.number = first
            first += 1
        return first

    def written(self) -> Iterator[tuple[int, bytes]]:
        """(object number, the object) of every element, in reading order."""
        for element in self._root.walk():
            yield element.number, self._element(element).encode("ascii")

    def _of(self, name: str) -> str:
        return f"{self._numbers[name][0]} 0 R"

    def _element(self, element: Element) -> str:
        kids = " ".join(self._kid(element, kid) for kid in element.kids)
        parent = f"{element.parent.number} 0 R" if element.parent is not None else self._of("StructTreeRoot")
        page = f"/Pg {self._of(element.page)}" if element.page else ""
        attributes = f"/A {element.attributes}" if element.attributes else ""
        instead = f"/Alt <{text_string(element.instead)}>" if element.instead else ""
        return f"<</Type/StructElem/S/{element.role}/P {parent}{page}{attributes}{instead}/K[{kids}]>>"

    def _kid(self, element: Element, kid: Element | tuple[str, int] | Annotation) -> str:
        if isinstance(kid, Element):
            return f"{kid.number} 0 R"
        if isinstance(kid, Annotation):
            return f"<</Type/OBJR/Pg {self._of(kid.page)}/Obj {self._of(kid.name)}>>"
        page, number = kid
        if page == element.page:
            return str(number)
        return f"<</Type/MCR/Pg {self._of(page)}/MCID {number}>>"

    def _parents(self) -> str:
        rows = (f"{at}[{' '.join(f'{owner.number} 0 R' for owner in own)}]" for at, own in enumerate(self._pages))
        singles = (f"{at} {owner.number} 0 R" for at, owner in enumerate(self._links, len(self._pages)))
        return "<</Nums[" + "\n".join((*rows, *singles)) + "]>>"

    def _top(self) -> str:
        following = len(self._pages) + len(self._links)
        return (
            f"<</Type/StructTreeRoot/K {self._root.number} 0 R/ParentTree {self._of('StructParents')}"
            f"/ParentTreeNextKey {following}>>"
        )


def text_string(words: str) -> str:
    """As hexadecimal UTF-16 (ISO 32000-1, 7.9.2.2): any character, and nothing to escape."""
    return ("\ufeff" + words).encode("utf-16-be").hex().upper()
