"""One stream of a PDF, by what it is: metadata, a picture, an attachment, a drawing, or nobody knows."""

from __future__ import annotations

import base64
import contextlib
import warnings
from collections.abc import Iterator
from typing import Any

import pikepdf

from desktop_app.exporters.reader.colour_profile import profile_words
from desktop_app.exporters.reader.format_words import is_pdf_name
from desktop_app.exporters.reader.nested import read_inside
from desktop_app.exporters.reader.pdf_inline import read_inline_picture
from desktop_app.exporters.reader.pdf_operators import beside_operators
from desktop_app.exporters.reader.pdf_quiet import is_quiet
from desktop_app.exporters.reader.pdf_strings import read_strings, spoken
from desktop_app.exporters.reader.pdf_unpacked import stream_bytes
from desktop_app.exporters.reader.picture import picture_format, picture_words
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.samples import said_among
from desktop_app.exporters.reader.strings import readable
from desktop_app.exporters.reader.together import put_together
from desktop_app.exporters.reader.xml import attributes, parse, said_beside, texts, unparsed

_PROFILE_MARK = 36  # bytes into a colour profile (ICC.1, 7.2)


def read_stream(item: Any, prefix: str, name: str, budget: list[int], found: Found, *, is_page: bool) -> None:
    """Read `item`, a page's contents when `is_page`. `budget` holds how many bytes may still be unpacked."""
    data, behind = stream_bytes(item, name, budget)
    if readable(behind):
        found.worry("hidden-data")
        read_inside(behind, f"{prefix}after the end of a stream", name, found)
    if is_page:  # its words come through PDFium
        _drawing(item, data, prefix, name, budget, found)
        return
    where = f"{prefix}{str(item.get('/Type', item.get('/Subtype', 'stream'))).removeprefix('/')} stream"
    if item.get("/Subtype") == "/XML" or data.lstrip()[:9] in (b"<?xpacket", b"<x:xmpmet"):
        _packet(data, f"{prefix}XMP metadata", found)
    elif item.get("/Subtype") == "/Image":
        found.worry("picture")
        held = _picture_file(item)
        for _, words in picture_words(held) if picture_format(held) else [("", said_among(held))]:
            found.text(f"{prefix}picture", words)
        found.text(f"{prefix}picture", said_among(data))
    elif item.get("/Type") == "/EmbeddedFile":
        _attached(data, f"{prefix}attachment", name, found)
    elif item.get("/Subtype") == "/Form":
        _drawing(item, data, prefix, name, budget, found)
        _drawn_strings(item, f"{prefix}form drawing", found)
    elif data[_PROFILE_MARK:][:4] == b"acsp":
        for words in profile_words(data):
            found.text(f"{prefix}colour profile", words)
    elif item.get("/Type") != "/ObjStm":
        read_inside(data, where, name, found)


def _picture_file(item: Any) -> bytes:
    """The file of a picture as it was put in, out of what it was wrapped in to be text."""
    raw: bytes = item.read_raw_bytes()
    if b"~>" in raw[-8:]:
        with contextlib.suppress(ValueError):
            return base64.a85decode(raw.strip().removeprefix(b"<~").removesuffix(b"~>"))
    if raw.rstrip().endswith(b">"):
        with contextlib.suppress(ValueError):
            return bytes.fromhex(raw.decode("ascii").strip().rstrip(">"))
    return raw


def _drawing(item: Any, data: bytes, prefix: str, name: str, budget: list[int], found: Found) -> None:
    """What stands among the operators of a drawing: small pictures, property lists, and what is not shown at all.

    Property lists hold actual text, alternative text and the like.
    """
    beside_operators(data, f"{prefix}drawing", found)
    spoken_instead: list[str] = []
    for instruction in _instructions(item, "BDC DP BI ID EI"):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            read_inline_picture(instruction, f"{prefix}picture among the drawing", name, budget, found)
            continue
        for operand in instruction.operands:
            if isinstance(operand, pikepdf.Name) and not is_pdf_name(str(operand)[1:]):
                found.form(f"{prefix}marked content, name", str(operand).removeprefix("/"))
            if isinstance(operand, pikepdf.Dictionary) and "/ActualText" in operand:
                spoken_instead.append(spoken(operand.ActualText))
            told = isinstance(operand, (pikepdf.Dictionary, pikepdf.String))
            if told and not is_quiet(operand, operand.unparse()):
                read_strings(operand, f"{prefix}marked content, ", found)
    for word in put_together(spoken_instead):
        found.form(f"{prefix}marked content", word)


def _instructions(item: Any, operators: str) -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # contents that break off: what there is, is read
        instructions = pikepdf.parse_content_stream(item, operators)
    yield from instructions


def _drawn_strings(item: Any, where: str, found: Found) -> None:
    """What a form draws, for forms that no page shows; codes of a subset font come out as they are."""
    words: list[str] = []
    for instruction in _instructions(item, "Tj TJ ' \""):
        for operand in instruction.operands:
            pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
            words.append("".join(str(piece) for piece in pieces if isinstance(piece, pikepdf.String)))
    found.text(where, readable("\n".join(words).encode("utf-8")))


def _packet(data: bytes, where: str, found: Found) -> None:
    root = parse(data.strip().removeprefix(b"\xef\xbb\xbf"))
    said_beside(data.replace(b"<?xpacket", b"<?xml", 2), where, found)
    if root is None:
        unparsed(data, where, found)
        return
    attributes(root, where, found)
    for words in texts(root):
        found.token(where, words)
    for word in put_together(texts(root)):
        found.form(where, word)
    if any(str(element.tag).endswith(("}creator", "}CreatorTool", "}Author")) for element in root.iter()):
        found.worry("author-property")


def _attached(data: bytes, where: str, name: str, found: Found) -> None:
    found.worry("attachment")
    read_inside(data, where, name, found)
