"""Words that any PDF, DOCX or XLSX holds as a matter of form, which say nothing about anybody.

Deliberately small: whatever is not listed is reported, and the tests see to it that our own files need no more.
"""

from __future__ import annotations

import re

_WORDS = frozenset(
    {
        # faces and cultures
        "FiraGO", "FiraGO-Regular", "FiraGO-Bold", "FiraGO-Italic", "FiraGO-BoldItalic", "Calibri", "Arial",
        "en-GB", "cy-GB", "en-US", "x-default", "Adobe", "UCS", "Identity", "utf-8", "UTF-8",
        # DOCX styles, levels and field codes
        "Normal", "Title", "Subtitle", "Quote", "Caption", "Header", "Footer", "List Bullet", "Table Grid", "No List",
        "Heading1", "Heading2", "Heading3", "Heading 1", "Heading 2", "Heading 3", "ListBullet", "TableGrid",
        "NoList", "TableNormal", "Normal Table", "Default Paragraph Font", "DefaultParagraphFont", "List Paragraph",
        "heading 1", "heading 2", "heading 3", "TableText", "TableHeading", "Table Text", "Table Heading", "Lead",
        "Panel", "PanelBullet", "Panel Bullet",
        "Small", "Marking", "Speaker", ".", ",", "gray125", "TableStyleMedium9", "PivotStyleLight16",
        "TOCHeading", "TOC Heading", "TOC1", "toc 1", 'TOC \\o "1-1" \\n \\h \\z',
        "PAGE", "NUMPAGES", "•", "·", "o", "▪",
        # what Word and Excel call their own parts
        "Office", "Office Theme", "Heading", "About", "Sheet1", "_xlnm._FilterDatabase", "_xlnm.Print_Titles",
        "application/pdf", "application/xml", "rId1", "PDF/UA",
    }
)  # fmt: skip
# Parts that a library puts into every file it writes, by SHA-256: Excel's standard theme, with its list of faces.
KNOWN_PARTS = frozenset({"75104b2164c20dab2578383d827deac3a7eec077c3f7c99a4099a551fdebb134"})
_SHAPES = re.compile(
    r"""
      [-+]?\d{1,5}(\.\d*)?%?            # small numbers: sizes, ids, versions
    | \#?[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8}  # colours
    | [a-z][A-Za-z]{0,30}\d?            # enumeration values: both, nextPage, autoZero
    | \d{1,5}:\d{1,5} | rId\d+ | _Toc\d{1,3} | [A-Z]{1,3}\d+(:[A-Z]{1,3}\d+)?
    | \$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?
    | https?://(schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org/dc|www\.w3\.org)/[\w./+-]*
    | application/vnd\.[\w.+-]+ | [a-z]+/[a-z]+
    | /?(word|xl|docProps|_rels|theme|worksheets|customXml|media)?(/(worksheets|_rels|theme))*
      /?(document|styles|settings|numbering|fontTable|webSettings|theme\d*|core|app|workbook|sharedStrings
        |footnotes|endnotes|sheet\d+|header\d*|footer\d*|\[Content_Types\])?(\.xml)?(\.rels)?
    """,
    re.VERBOSE,
)


def is_usual(words: str) -> bool:
    """Whether `words` is one of the words listed here, which no register needs to be held against."""
    return words.strip() in _WORDS


def is_boilerplate(words: str) -> bool:
    """Whether `words` is form and no content. Never asked about a document's text, only about names and attributes."""
    stripped = words.strip()
    return stripped in _WORDS or _SHAPES.fullmatch(stripped) is not None
