"""The styles that content is set in: a template's own where it has them, else Candour's, added to it."""

from __future__ import annotations

from lxml import etree

from desktop_app.exporters.docx.styles import styles

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def with_styles(theirs: bytes) -> bytes:
    """A template's `word/styles.xml` with what is missing from it; nothing that it has is changed.

    A list style of ours has no bullet of its own there: numbering belongs to the template.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(theirs, parser)
    known = {style.get(f"{_W}styleId") for style in root.iter(f"{_W}style")}
    for style in etree.fromstring(styles().encode("utf-8"), parser).iter(f"{_W}style"):
        if style.get(f"{_W}styleId") in known or style.get(f"{_W}default"):
            continue
        for numbered in style.iter(f"{_W}numPr"):
            _as_dashes(numbered)
            break
        if style.get(f"{_W}styleId") == "Speaker" and "Quote" in known:
            _plain(style)
        root.append(style)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _plain(style: etree._Element) -> None:
    """Without our bar at the left: the template's own quotation, which it follows, has none."""
    for name in ("pBdr", "ind"):
        for element in list(style.iter(f"{_W}{name}")):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)


def _as_dashes(numbered: etree._Element) -> None:
    """No bullet, but an indent that sets the items apart."""
    parent = numbered.getparent()
    if parent is not None:
        parent.remove(numbered)
        indent = etree.SubElement(parent, f"{_W}ind")
        indent.set(f"{_W}left", "340")
