"""The document properties of an Office file: core, application and custom."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.xml import local, texts

_AUTHORS = {"creator", "lastModifiedBy", "Manager", "Company", "contentStatus"}
_EXPECTED = {"title", "language"}


def read_properties(root: Element, prefix: str, found: Found) -> None:
    """Each property that is not empty, by its own name; any but the title and the language is a worry."""
    for child in root:
        words = " ".join(texts(child)).strip()
        if not words:
            continue
        name = child.get("name") or local(child.tag)
        found.properties[prefix + name] = words
        if name in _AUTHORS:
            found.worry("author-property")
        elif name not in _EXPECTED:
            found.worry("extra-property")
        if name != "language":
            found.text(f"{prefix}{name} property", words)
