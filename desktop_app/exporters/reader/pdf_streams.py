"""One stream of a PDF, by what it is: metadata, a picture, an attachment, a drawing, or nobody knows."""

from __future__ import annotations

import base64
import contextlib
import re
import warnings
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from desktop_app.exporters.reader.format_words import is_pdf_name
from desktop_app.exporters.reader.nested import read_inside
from desktop_app.exporters.reader.pdf_quiet import is_quiet
from desktop_app.exporters.reader.pdf_strings import read_strings
from desktop_app.exporters.reader.picture_metadata import picture_texts
from desktop_app.exporters.reader.refusals import too_large
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.strings import readable
from desktop_app.exporters.reader.xml import attributes, parse, said_beside, texts, unparsed

# Comments, and the samples of pictures that stand among the drawing: no operator shows them as words.
_PASSED_OVER = re.compile(rb"(?:^|[\r\n])%[^\r\n]*|\bID\s.{4,4000}?\sEI\b", re.DOTALL)

_PIECE = 64  # bytes of a damaged stream that are tried together


def read_stream(item: Any, prefix: str, name: str, budget: list[int], found: Found, *, is_page: bool) -> None:
    """Read `item`, a page's contents when `is_page`. `budget` holds how many bytes may still be unpacked."""
    data = _unpacked(item, name, budget)
    if is_page:  # its words come through PDFium
        _marked_content(item, prefix, found)
        for piece in _PASSED_OVER.findall(data):
            found.form(f"{prefix}page contents", readable(piece))
        return
    where = f"{prefix}{str(item.get('/Type', item.get('/Subtype', 'stream'))).removeprefix('/')} stream"
    if item.get("/Subtype") == "/XML" or data.lstrip()[:9] in (b"<?xpacket", b"<x:xmpmet"):
        _packet(data, f"{prefix}XMP metadata", found)
    elif item.get("/Subtype") == "/Image":
        found.worry("picture")
        for _, words in picture_texts(_picture_file(item)):
            found.text(f"{prefix}picture", words)
        found.text(f"{prefix}picture", readable(data))
    elif item.get("/Type") == "/EmbeddedFile":
        _attached(data, f"{prefix}attachment", name, found)
    elif item.get("/Subtype") == "/Form":
        _marked_content(item, prefix, found)
        _drawn_strings(item, f"{prefix}form drawing", found)
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


def _marked_content(item: Any, prefix: str, found: Found) -> None:
    """The property lists of marked content: actual text, alternative text and the like beside what is drawn."""
    for operands in _operands(item, "BDC DP"):
        for operand in operands:
            if isinstance(operand, pikepdf.Name) and not is_pdf_name(str(operand)[1:]):
                found.form(f"{prefix}marked content, name", str(operand).removeprefix("/"))
            told = isinstance(operand, (pikepdf.Dictionary, pikepdf.String))
            if told and not is_quiet(operand, operand.unparse()):
                read_strings(operand, f"{prefix}marked content, ", found)


def _operands(item: Any, operators: str) -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # contents that break off: what there is, is read
        instructions = pikepdf.parse_content_stream(item, operators)
    for instruction in instructions:
        yield instruction.operands


def _drawn_strings(item: Any, where: str, found: Found) -> None:
    """What a form draws, for forms that no page shows; codes of a subset font come out as they are."""
    words: list[str] = []
    for operands in _operands(item, "Tj TJ ' \""):
        for operand in operands:
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
    if any(str(element.tag).endswith(("}creator", "}CreatorTool", "}Author")) for element in root.iter()):
        found.worry("author-property")


def _attached(data: bytes, where: str, name: str, found: Found) -> None:
    found.worry("attachment")
    read_inside(data, where, name, found)


def _unpacked(item: Any, name: str, budget: list[int]) -> bytes:
    """The stream's bytes, but never more than what is left of the file's allowance."""
    raw: bytes = item.read_raw_bytes()
    if item.get("/Filter") == "/FlateDecode" and "/DecodeParms" not in item:
        data = _inflated(raw, budget[0] + 1)
    else:
        try:
            data = bytes(item.read_bytes(pikepdf.StreamDecodeLevel.specialized))
        except pikepdf.PdfError:  # a filter for pictures: what it holds is read as it lies
            data = raw
    budget[0] -= len(data)
    if budget[0] < 0:
        raise too_large(name)
    return data


def _inflated(raw: bytes, most: int) -> bytes:
    """What can be unpacked, and no more than `most` bytes; of damaged bytes as they lie, too."""
    try:
        return zlib.decompressobj().decompress(raw, most)
    except zlib.error:
        whole, data = zlib.decompressobj(), bytearray()
        with contextlib.suppress(zlib.error):
            for at in range(0, len(raw), _PIECE):
                data += whole.decompress(raw[at : at + _PIECE], most)
                if len(data) >= most:
                    break
        return bytes(data) + b"\n" + raw
