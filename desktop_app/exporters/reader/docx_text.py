"""The words of a Word document in reading order, each paragraph's runs joined, and apart from them what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.xml import left_over, local, texts

_WHERE = {"document": "document text", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments"}
_FORM = {"styles", "settings", "numbering", "fontTable", "webSettings", "theme1", "stylesWithEffects"}
_SAID = {"t", "delText", "tab", "br", "cr", "noBreakHyphen", "sym", "rt", "rubyBase"}
_CODES = {"instrText", "delInstrText"}
_PRIVATE = 0xF000  # where fonts of symbols have their letters (ECMA-376 part 1, 17.3.3.30)
_WHITE = {"FFFFFF", "FEFEFE"}
_OFF = {"0", "false", "off", "none"}
_WORRIES = {
    "del": "tracked-changes",
    "ins": "tracked-changes",
    "moveFrom": "tracked-changes",
    "moveTo": "tracked-changes",
    "rPrChange": "tracked-changes",
    "pPrChange": "tracked-changes",
    "commentReference": "comments",
    "commentRangeStart": "comments",
    "object": "embedded-object",
    "altChunk": "embedded-object",
    "ffData": "form-field",
    "sdt": "form-field",
    "docVar": "document-variable",
    "drawing": "picture",
    "pict": "picture",
}


def read_docx_part(root: Element, member: str, prefix: str, found: Found) -> None:
    """One part of the document: body, header, footer, notes, comments, or settings."""
    stem = member.rpartition("/")[2].removesuffix(".xml")
    where = prefix + _WHERE.get(stem, stem)
    for element in root.iter():
        worry = _WORRIES.get(local(element.tag))
        if worry is not None:
            found.worry(worry)
    if stem in _FORM:
        for words in texts(root):
            found.token(where, words)
        return
    shown: list[str] = []
    whole: list[str] = []
    taken: set[int] = set()
    for paragraph in (element for element in root.iter() if local(element.tag) == "p"):
        _paragraph(paragraph, where, shown, whole, taken, found)
    found.text(where, "\n".join(shown))
    if whole != shown:
        found.text(f"{where}, with what is hidden", "\n".join(whole))
    for tag, words in left_over(root, taken):
        found.token(f"{where}, {tag}", words)


def _paragraph(
    paragraph: Element, where: str, shown: list[str], whole: list[str], taken: set[int], found: Found
) -> None:
    """`shown` gets the visible words; `whole` those and the deleted and hidden ones, in their places."""
    visible: list[str] = []
    every: list[str] = []
    deleted: list[str] = []
    codes: list[str] = []
    for node, is_deleted, is_hidden in _nodes(paragraph):
        tag = local(node.tag)
        words = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "rt": " ", "rubyBase": " "}.get(
            tag, node.text or ""
        )
        if tag == "sym":
            words = _symbol(node)
        if tag in _CODES:
            codes.append(words)
        elif tag in _SAID:
            every.append(words)
            (deleted if is_deleted or tag == "delText" or is_hidden else visible).append(words)
        else:
            continue
        taken.add(id(node))
        if is_hidden and words.strip():
            found.worry("hidden-text")
    found.token(f"{where}, field code", "".join(codes))
    found.text(f"{where}, deleted or hidden words", "".join(deleted))
    shown.extend(["".join(visible)] if "".join(visible).strip() else [])
    whole.extend(["".join(every)] if "".join(every).strip() else [])


def _nodes(paragraph: Element) -> Iterator[tuple[Element, bool, bool]]:
    """Leaves of `paragraph` in order with (deleted, hidden); inner paragraphs (text boxes) come on their own."""
    stack: list[tuple[Element, bool, bool]] = [(child, False, False) for child in reversed(paragraph)]
    while stack:
        node, deleted, hidden = stack.pop()
        tag = local(node.tag)
        if tag in {"p", "rPr", "pPr"}:
            continue
        deleted = deleted or tag in {"del", "moveFrom"}
        hidden = hidden or (tag == "r" and _is_hidden(node))
        yield node, deleted, hidden
        stack.extend((child, deleted, hidden) for child in reversed(node))


def _symbol(node: Element) -> str:
    code = next((value for name, value in node.attrib.items() if local(name) == "char"), "")
    try:
        letter = int(code, 16)
    except ValueError:
        return code
    return chr(letter - _PRIVATE if _PRIVATE <= letter < _PRIVATE + 0x100 else min(letter, 0x10FFFF))


def _is_hidden(run: Element) -> bool:
    """Hidden by `vanish`, written white, or too small to see."""
    for properties in (child for child in run if local(child.tag) == "rPr"):
        for element in properties:
            values = {local(name): value for name, value in element.attrib.items()}
            value = values.get("val", "")
            match local(element.tag):
                case "vanish" | "webHidden" | "specVanish" if value.lower() not in _OFF:
                    return True
                case "color" if value.upper() in _WHITE or values.get("themeColor") == "background1":
                    return True
                case "sz" if value.isdigit() and int(value) <= 3:
                    return True
                case _:
                    continue
    return False
