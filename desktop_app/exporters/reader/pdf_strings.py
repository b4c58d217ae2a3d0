"""The strings and the telling names in one object of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from desktop_app.exporters.reader.format_words import is_pdf_name
from desktop_app.exporters.reader.pdf_pieces import Pieces
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.strings import readable

_LABELS = {
    "/Title": "title", "/Contents": "annotation", "/Alt": "alternative text", "/ActualText": "actual text",
    "/E": "expansion", "/URI": "link", "/T": "form field or author", "/TU": "form field", "/V": "form field",
    "/DV": "form field", "/JS": "JavaScript", "/F": "file name", "/UF": "file name", "/Desc": "attachment note",
    "/P": "page label", "/Lang": "language", "/Name": "name", "/Names": "name", "/Dests": "name", "/RC": "rich text",
}  # fmt: skip
_LANGUAGE = re.compile("\x1b[^\x1b]{0,4}\x1b")
_FEWEST_CODES, _MOST_PIECES = 4, 64  # strings: more are a list of many things
_PLAIN_NAMES = ("/Type", "/Subtype", "/S", "/Filter")
_BINARY = {"/ID", "/O", "/U", "/OE", "/UE", "/Perms", "/CheckSum", "/CharSet", "/Panose"}
_WORRIES = {
    "/JavaScript": "javascript", "/URI": "external-link", "/GoToR": "external-link", "/Launch": "external-link",
    "/SubmitForm": "external-link", "/EmbeddedFile": "attachment", "/Filespec": "attachment",
    "/OCG": "optional-content", "/Widget": "form-field", "/FileAttachment": "attachment",
    "/RichMedia": "embedded-object", "/3D": "embedded-object", "/Screen": "embedded-object",
    "/Movie": "embedded-object", "/Sound": "embedded-object", "/Rendition": "embedded-object",
}  # fmt: skip
_KEY_WORRIES = {
    "/OCProperties": "optional-content", "/AcroForm": "form-field", "/EmbeddedFiles": "attachment", "/JS": "javascript",
    "/Thumb": "thumbnail", "/PieceInfo": "private-data", "/EF": "attachment", "/XFA": "form-field",
}  # fmt: skip
_QUIET_ANNOTATIONS = {"/Link", "/Widget", "/FileAttachment", "/RichMedia", "/3D", "/Screen", "/Movie", "/Sound"}


def read_strings(item: Any, prefix: str, found: Found, pieces: Pieces | None = None) -> None:
    """Strings in `item` and in what it holds directly; what it refers to is visited on its own.

    `pieces` gets the short ones, which say nothing by themselves.
    """
    stack: list[tuple[Any, str]] = [(item, "")]
    while stack:
        value, key = stack.pop()
        if isinstance(value, pikepdf.String):
            if pieces is not None:
                pieces.add(key, spoken(value))
            if key in _BINARY:
                found.form(f"{prefix}{key.removeprefix('/')}, bytes", readable(bytes(value)))
            else:
                found.token(f"{prefix}{_LABELS.get(key, key.removeprefix('/') or 'loose')} string", spoken(value))
        elif isinstance(value, pikepdf.Array):
            if key not in _BINARY:
                _read_pieces([spoken(child) for child in value if isinstance(child, pikepdf.String)], prefix, found)
                for word in _by_codes(value):
                    found.form(f"{prefix}numbers in a row", word)
            stack.extend((child, key) for child in reversed(list(value)) if not _elsewhere(child))
        elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
            _judge(value, found)
            for child_key, child in reversed(list(value.items())):
                if child_key in _KEY_WORRIES:
                    found.worry(_KEY_WORRIES[child_key])
                if not is_pdf_name(child_key.removeprefix("/")):
                    found.form(f"{prefix}key", child_key.removeprefix("/"))
                if not child_key.removeprefix("/").isascii() or " " in child_key:
                    found.text(f"{prefix}key", child_key.removeprefix("/"))
                if not _elsewhere(child):
                    stack.append((child, child_key))
        elif isinstance(value, pikepdf.Name) and key not in _PLAIN_NAMES and not is_pdf_name(str(value)[1:]):
            keep = found.text if " " in str(value) else found.form
            keep(f"{prefix}{key.removeprefix('/')} name", str(value).removeprefix("/"))


def _read_pieces(strings: list[str], prefix: str, found: Found) -> None:
    """Strings of one array, run together: a name may be cut between them."""
    if 1 < len(strings) <= _MOST_PIECES:
        found.form(f"{prefix}strings in a row", "".join(strings))
        found.form(f"{prefix}strings in a row", "\n".join(strings))


def _by_codes(array: pikepdf.Array) -> Iterator[str]:
    """Letters, each by its number; what anybody has in mind who writes so few numbers that all are letters."""
    if _FEWEST_CODES <= len(array) <= _MOST_PIECES:
        numbers: list[Any] = list(array)
        codes = [child for child in numbers if isinstance(child, int) and not isinstance(child, bool)]
        said = "".join(chr(code) for code in codes if 32 <= code < 592)
        if len(said) == len(array) and all(letter.isalpha() or letter in " .'-" for letter in said):
            yield said


def _elsewhere(child: Any) -> bool:
    return isinstance(child, pikepdf.Object) and child.is_indirect


def _judge(value: Any, found: Found) -> None:
    for key in _PLAIN_NAMES[:3]:
        kind = value.get(key)
        if isinstance(kind, pikepdf.Name) and str(kind) in _WORRIES:
            found.worry(_WORRIES[str(kind)])
    subtype = value.get("/Subtype")
    if "/Rect" in value and isinstance(subtype, pikepdf.Name) and str(subtype) not in _QUIET_ANNOTATIONS:
        found.worry("comments")


def spoken(value: Any) -> str:
    """A text string as people read it, without the language that may stand in it (PDF 32000-1, 7.9.2.2)."""
    if not isinstance(value, pikepdf.String):
        return ""
    return _LANGUAGE.sub("", str(value)).replace("\x00", "").removeprefix("\ufeff").strip()
