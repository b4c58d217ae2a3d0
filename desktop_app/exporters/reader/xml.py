"""XML from a file nobody vouches for: no entities, no document types, and nothing in it passed over."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from desktop_app.exporters.reader.format_words import is_office_name
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.strings import readable
from desktop_app.exporters.reader.together import put_together

_COMMENTS = re.compile(rb"<!--(.*?)-->|<\?(?!xml\b)(.*?)\?>|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_NAMESPACE = re.compile(rb"xmlns(?::([^\s=]+))?\s*=\s*[\"']([^\"']*)")
_DECLARED = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)|^\x4c\x6f\xa7\x94\x93")
_EBCDIC = "cp037"  # in which a declaration cannot be read before it is known
# What holds one run of words in charts, drawings, old drawings and notes.
_PARAGRAPHS = frozenset({"p", "div", "text", "si", "rich", "is"})
# Attributes that hold what a person typed, or who the person was, however plain the value looks.
_TOLD = frozenset(
    {
        "author", "initials", "descr", "title", "alias", "displayName", "userId", "providerId", "tooltip", "display",
        "prompt", "promptTitle", "error", "errorTitle", "altText", "instr", "userName", "location", "about", "comment",
        "tooltipText", "caption", "string",
    }
)  # fmt: skip
_TOLD_VALUES = frozenset(
    {
        "alias",
        "tag",
        "docVar",
        "lvlText",
        "docPartGallery",
        "placeholder",
        "dataBinding",
        "tblCaption",
        "tblDescription",
        "bookmarkStart",
        "property",
        "cNvPr",
        "docPr",
    }
)


_OWN_VALUES = re.compile(r"•|PAGE|NUMPAGES|_Toc\d{1,3}")  # of our own files: bullets, fields, places in a list


def local(name: str) -> str:
    """A tag or attribute without its namespace."""
    return name.rpartition("}")[2]


def parse(data: bytes) -> Element | None:
    """The root element; None when the bytes are not XML that may be opened."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        return None
    return root


def said_beside(data: bytes, where: str, found: Found) -> None:
    """XML comments and processing instructions, which a parser drops."""
    for stands_for, address in _NAMESPACE.findall(data):
        found.form(f"{where}, namespace", address.decode("utf-8", "replace"))
        found.form(f"{where}, prefix", stands_for.decode("utf-8", "replace"))
    for match in _COMMENTS.finditer(data):
        for group in match.groups():
            if group:
                found.text(f"{where}, XML comment", group.decode("utf-8", "replace"))


def unparsed(data: bytes, where: str, found: Found) -> None:
    """What can be read of XML that cannot be parsed."""
    found.worry("unreadable-part")
    found.text(where, readable(data))
    declared = _DECLARED.search(data[:200])
    if declared:
        with contextlib.suppress(LookupError, UnicodeError):
            found.text(where, data.decode((declared[1] or _EBCDIC.encode()).decode("ascii")))


def attributes(root: Element, where: str, found: Found) -> None:
    """Every attribute value that may hold words."""
    single: dict[str, list[str]] = {}
    for element in root.iter():
        tag = local(element.tag) if isinstance(element.tag, str) else ""
        if not is_office_name(str(element.tag)):
            found.form(f"{where}, name of an element", tag)
        for name, value in element.attrib.items():
            attribute = local(name)
            if len(value) == 1:
                single.setdefault(f"{tag} {attribute}", []).append(value)
            if not is_office_name(name, str(element.tag)):
                found.form(f"{where}, name of an attribute", attribute)
            label = f"{where}, {tag} {attribute}"
            if attribute.lower().startswith("rsid"):
                found.worry("editing-history")
            elif attribute in _TOLD or (attribute in {"val", "name"} and tag in _TOLD_VALUES):
                _told(found, label, value)
            else:
                found.token(label, value)
    for place, letters in single.items():
        for word in put_together(letters):
            found.form(f"{where}, {place}", word)


def _told(found: Found, label: str, value: str) -> None:
    if _OWN_VALUES.fullmatch(value.strip()) is None:
        found.text(label, value)


def texts(root: Element) -> Iterator[str]:
    """Every text node, in document order."""
    for words in root.itertext():
        if words.strip():
            yield words


def left_over(root: Element, taken: set[int]) -> Iterator[tuple[str, str]]:
    """(tag, words) in elements whose ids are not in `taken`, and behind any: where no program writes, somebody may."""
    for element in root.iter():
        if element.text and id(element) not in taken and element.text.strip():
            yield local(element.tag), element.text
        if element.tail and element.tail.strip():
            yield f"behind {local(element.tag)}", element.tail


def joined(root: Element) -> Iterator[str]:
    """The words of each paragraph that is written in several pieces, without anything between them."""
    for element in root.iter():
        if isinstance(element.tag, str) and local(element.tag) in _PARAGRAPHS:
            pieces = [words for words in element.itertext() if words.strip()]
            if len(pieces) > 1:
                yield "".join(pieces)
