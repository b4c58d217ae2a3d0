"""Words that any PDF, DOCX or XLSX holds as a matter of form, which say nothing about anybody.

Deliberately small: whatever is not listed is reported, and the tests see to it that our own files need no more.
"""

from __future__ import annotations

import re

from desktop_app.exporters.reader.format_words import is_office_form, is_office_value

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
# Parts that a library puts into every file it writes, by SHA-256.
KNOWN_PARTS = frozenset(
    {
        "75104b2164c20dab2578383d827deac3a7eec077c3f7c99a4099a551fdebb134",  # Excel's theme, with its list of faces
        "02d71a68ddb92c055e84526d6a9e45700be3872781ababf759241694bc30e384",  # python-docx, word/styles.xml
        "463ae0928cf0d84775dbf8cf18d6c3029f6707c81bf590f6d6dd8757a5e93f15",  # python-docx, word/stylesWithEffects.xml
        "51a0d348fe85965c66e4748a03c3c0d055d78455514f03cb121c334af7d73689",  # python-docx, word/settings.xml
        "349d36de7434d09f86987ff671d8814964a0588c1e630c06e562cda7e75e9f95",  # python-docx, word/webSettings.xml
        "79385fb7f60247507ecaffc292e9ebd52ea0657b8634f629ba6fccc54011d6bb",  # python-docx, word/fontTable.xml
        "e3a8ab7db9ca7afca56f5f2820a56e8b660016c647773555b060b0a02ac76941",  # python-docx, word/theme/theme1.xml
        "a86086ffc5d8e83ebd6c71a55d1d2efaa31b137977f5f3a752366e1023612144",  # python-docx, customXml/item1.xml
        "c542307b13ec29a8b546217bb37936ab4822e044b265d2952985ec3d6afed24e",  # python-docx, customXml/itemProps1.xml
        "70976f19cbcd896e51890859fe6ecb3467a5a7ad0c040160fedc5a1993cb09ce",  # python-docx, word/numbering.xml
        "96367138dc44ce09bf2c8f0f8e49348a1478d2c5c0af69bbc2bbc38b63cdcead",  # python-docx, docProps/thumbnail.jpeg
        "d15e8ebf78ef7b9720839d7ae8fdc81a7df5bc24706d8e137df61a5683c358d9",  # openpyxl, xl/theme/theme1.xml
    }
)
_NUMBERS = r"""
      [-+]?\d{1,5}(\.\d*)?%?            # small numbers: sizes, ids, versions
    | \d{1,5}:\d{1,5} | rId\d+ | _Toc\d{1,3} | [A-Z]{1,3}\d+(:[A-Z]{1,3}\d+)?
    | \$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?
    | /?(?:(?:word|xl|docProps|_rels|theme|worksheets|customXml|media|tables|drawings|charts|glossary|embeddings)/)*
      (?:(?:document|styles|stylesWithEffects|settings|numbering|fontTable|webSettings|core|app|custom|workbook
        |sharedStrings|footnotes|endnotes|comments|people|calcChain|thumbnail|vbaProject
        |(?:theme|sheet|header|footer|item|itemProps|table|drawing|chart|image|style|colors)\d{0,4}
        |\[Content_Types\])(?:\.xml|\.vml|\.jpeg|\.png|\.bin)?)?(?:\.rels)?
    """
_SUM = re.compile(r"(?=.*\d)(?:[0-9A-F]{32}|[0-9a-f]{32}|[0-9A-F]{40}|[0-9a-f]{40}|[0-9a-f]{64})")  # read decoded, too
_PLACES = re.compile(_NUMBERS, re.VERBOSE)
_SHAPES = re.compile(
    rf"""{_NUMBERS}
    | \#?[0-9A-Fa-f]{{6}}|[0-9A-Fa-f]{{8}}  # colours
    | [a-z][A-Za-z]{{0,30}}\d?            # enumeration values: both, nextPage, autoZero
    | https?://(schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org/dc|www\.w3\.org)/[\w./+-]*
    | application/vnd\.[\w.+-]+ | [a-z]+/[a-z]+
    """,
    re.VERBOSE,
)


def is_usual(words: str) -> bool:
    """Whether `words` is listed, here or in a standard, or a place in the file: no register needs to see it."""
    stripped = words.strip()
    listed = stripped in _WORDS or is_office_value(stripped)
    return listed or _PLACES.fullmatch(stripped) is not None or _SUM.fullmatch(stripped) is not None


def is_boilerplate(words: str) -> bool:
    """Whether `words` is form and no content. Never asked about a document's text, only about names and attributes."""
    stripped = words.strip()
    known = stripped in _WORDS or _SHAPES.fullmatch(stripped) is not None or is_office_form(stripped)
    return known or (is_office_value(stripped) and not stripped[0].isupper())
