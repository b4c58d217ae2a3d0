"""The document properties of an Office file: its title and language, and nothing about who made it or when."""

from __future__ import annotations

from xml.sax.saxutils import escape

from desktop_app.exporters.clean import one_line

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LANGUAGE = "en-GB"
WELSH = "cy-GB"

_CORE = (
    XML + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "<dc:language>{language}</dc:language></cp:coreProperties>"
)
APP = XML + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'


def core(title: str) -> str:
    """`docProps/core.xml`."""
    return _CORE.format(title=escape(one_line(title)), language=LANGUAGE)
