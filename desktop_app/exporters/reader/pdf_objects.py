"""Every object of a PDF, reachable or not: its strings, its streams, and what kinds of thing it is."""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf

from desktop_app.exporters.reader.refusals import LARGEST_PART, too_large
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.strings import readable
from desktop_app.exporters.reader.xml import attributes, parse, said_beside, texts, unparsed

_LABELS = {
    "/Title": "title", "/Contents": "annotation", "/Alt": "alternative text", "/ActualText": "actual text",
    "/E": "expansion", "/URI": "link", "/T": "form field or author", "/TU": "form field", "/V": "form field",
    "/DV": "form field", "/JS": "JavaScript", "/F": "file name", "/UF": "file name", "/Desc": "attachment note",
    "/P": "page label", "/Lang": "language", "/Name": "name", "/Names": "name", "/Dests": "name", "/RC": "rich text",
}  # fmt: skip
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
_AUTHORS = {"/Author", "/Creator"}
_WORDLESS = ("/FontFile", "/FontFile2", "/FontFile3", "/ToUnicode", "/CIDToGIDMap", "/CIDSet")


def walk_objects(pdf: pikepdf.Pdf, prefix: str, name: str, found: Found) -> None:
    """Visit each object of the file once, whether or not anything refers to it."""
    _information(pdf, prefix, found)
    passed = _wordless(pdf)
    contents = _page_contents(pdf)
    budget = [LARGEST_PART]
    for item in pdf.objects:
        _strings(item, prefix, found)
        if not isinstance(item, pikepdf.Stream) or item.objgen in passed:
            continue
        if item.objgen in contents:
            _unpacked(item, name, budget)
            _marked_content(item, prefix, found)
        else:
            _stream(item, prefix, name, budget, found)
    _strings(pdf.trailer, prefix, found)


def _information(pdf: pikepdf.Pdf, prefix: str, found: Found) -> None:
    if "/Info" not in pdf.trailer:
        return
    for key, value in pdf.trailer.Info.items():
        words = _spoken(value)
        if not words:
            continue
        plain = key.removeprefix("/")
        found.properties[prefix + plain] = words
        if key in _AUTHORS:
            found.worry("author-property")
        elif key != "/Title":
            found.worry("extra-property")
            found.token(f"{prefix}property name", plain)
        found.text(f"{prefix}{plain.lower()} property", words)


def _page_contents(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Streams whose words come through PDFium."""
    contents: set[tuple[int, int]] = set()
    for page in pdf.pages:
        held = page.obj.get("/Contents")
        streams = [held] if isinstance(held, pikepdf.Stream) else list(held) if isinstance(held, pikepdf.Array) else []
        contents.update(stream.objgen for stream in streams if isinstance(stream, pikepdf.Stream))
    return contents


def _wordless(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Font programs, glyph maps and the file's own index: they hold no words anybody wrote."""
    passed: set[tuple[int, int]] = set()
    for item in pdf.objects:
        if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        for key in _WORDLESS:
            if key in item and isinstance(item[key], pikepdf.Stream):
                passed.add(item[key].objgen)
        if isinstance(item, pikepdf.Stream) and item.get("/Type") in ("/XRef", "/ObjStm"):
            passed.add(item.objgen)
    return passed


def _strings(item: Any, prefix: str, found: Found) -> None:
    """Strings in `item` and in what it holds directly; what it refers to is visited on its own."""
    stack: list[tuple[Any, str]] = [(item, "")]
    while stack:
        value, key = stack.pop()
        if isinstance(value, pikepdf.String):
            if key not in _BINARY:
                found.token(f"{prefix}{_LABELS.get(key, key.removeprefix('/') or 'loose')} string", _spoken(value))
        elif isinstance(value, pikepdf.Array):
            stack.extend((child, key) for child in value if not _elsewhere(child))
        elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
            _judge(value, found)
            for child_key, child in value.items():
                if child_key in _KEY_WORRIES:
                    found.worry(_KEY_WORRIES[child_key])
                if not child_key.removeprefix("/").isascii() or " " in child_key:
                    found.text(f"{prefix}key", child_key.removeprefix("/"))
                if not _elsewhere(child):
                    stack.append((child, child_key))
        elif isinstance(value, pikepdf.Name) and key not in _PLAIN_NAMES and " " in str(value):
            found.text(f"{prefix}{key.removeprefix('/')} name", str(value).removeprefix("/"))


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


def _stream(item: Any, prefix: str, name: str, budget: list[int], found: Found) -> None:
    data = _unpacked(item, name, budget)
    where = f"{prefix}{str(item.get('/Type', item.get('/Subtype', 'stream'))).removeprefix('/')} stream"
    if item.get("/Subtype") == "/XML" or data.lstrip()[:9] in (b"<?xpacket", b"<x:xmpmet"):
        _packet(data, f"{prefix}XMP metadata", found)
    elif item.get("/Subtype") == "/Image":
        found.worry("picture")
        found.text(f"{prefix}picture", readable(item.read_raw_bytes()))
        found.text(f"{prefix}picture", readable(data))
    elif item.get("/Type") == "/EmbeddedFile":
        _attached(data, f"{prefix}attachment", name, found)
    elif item.get("/Subtype") == "/Form":
        _marked_content(item, prefix, found)
        _drawn_strings(item, f"{prefix}form drawing", found)
    else:
        found.text(where, readable(data))


def _marked_content(item: Any, prefix: str, found: Found) -> None:
    """The property lists of marked content: actual text, alternative text and the like beside what is drawn."""
    for instruction in pikepdf.parse_content_stream(item, "BDC DP"):
        for operand in instruction.operands:
            if isinstance(operand, (pikepdf.Dictionary, pikepdf.String)):
                _strings(operand, f"{prefix}marked content, ", found)


def _drawn_strings(item: Any, where: str, found: Found) -> None:
    """What a form draws, for forms that no page shows; codes of a subset font come out as they are."""
    words: list[str] = []
    for instruction in pikepdf.parse_content_stream(item, "Tj TJ ' \""):
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
    if any(str(element.tag).endswith(("}creator", "}CreatorTool", "}Author")) for element in root.iter()):
        found.worry("author-property")


def _attached(data: bytes, where: str, name: str, found: Found) -> None:
    found.worry("attachment")
    found.text(where, readable(data))
    if data.startswith(b"PK\x03\x04"):
        from desktop_app.exporters.reader.package import read_nested

        read_nested(data, where, name, found)


def _unpacked(item: Any, name: str, budget: list[int]) -> bytes:
    """The stream's bytes, but never more than what is left of the file's allowance."""
    raw: bytes = item.read_raw_bytes()
    if item.get("/Filter") == "/FlateDecode" and "/DecodeParms" not in item:
        data = zlib.decompressobj().decompress(raw, budget[0] + 1)
    else:
        try:
            data = bytes(item.read_bytes())
        except pikepdf.PdfError:  # a filter for pictures: what it holds is read as it lies
            data = raw
    budget[0] -= len(data)
    if budget[0] < 0:
        raise too_large(name)
    return data


def _spoken(value: Any) -> str:
    return str(value).replace("\x00", "").removeprefix("\ufeff").strip() if isinstance(value, pikepdf.String) else ""
