"""DOCX and XLSX: a zip of parts, every one of which is read, whatever it calls itself."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from io import BytesIO

from desktop_app.common.errors import UserError
from desktop_app.exporters.reader.docx_text import read_docx_part
from desktop_app.exporters.reader.nested import read_inside
from desktop_app.exporters.reader.properties import read_properties
from desktop_app.exporters.reader.refusals import (
    LARGEST_PART,
    LARGEST_WHOLE,
    MOST_MEMBERS,
    damaged,
    encrypted,
    foreign,
    too_large,
)
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.strings import readable
from desktop_app.exporters.reader.together import put_together
from desktop_app.exporters.reader.unpack import is_swollen, unlisted_member
from desktop_app.exporters.reader.vocabulary import is_boilerplate
from desktop_app.exporters.reader.xlsx_text import read_workbook
from desktop_app.exporters.reader.xml import attributes, joined, local, parse, said_beside, texts, unparsed

_MEMBER_WORRIES = (
    (re.compile(r"thumbnail", re.I), "thumbnail"),
    (re.compile(r"(^|/)customXml/", re.I), "custom-xml"),
    (re.compile(r"vbaProject|macrosheets?/|vbaData|activeX", re.I), "macro"),
    (re.compile(r"(^|/)embeddings/|oleObject|\.bin$", re.I), "embedded-object"),
    (re.compile(r"(^|/)media/", re.I), "picture"),
    (re.compile(r"externalLinks?/|connections\.xml|queryTables?/", re.I), "external-link"),
    (re.compile(r"(^|/)(comments\w*|threadedComments?|persons?|people)(/|\d*\.xml)", re.I), "comments"),
    (re.compile(r"docProps/custom\.xml", re.I), "extra-property"),
    (re.compile(r"(^|/)printerSettings", re.I), "printer-settings"),
)
_LOCAL_HEADER = 30  # bytes of a member's own header before its name (APPNOTE 4.3.7)
_DESCRIPTOR = 24  # bytes: the longest there may be after a member (4.3.9)
_AT_ONCE = 2**20  # bytes
_BY_SHEET = re.compile(r"xl/(workbook|worksheets/sheet\d+|sharedStrings)\.xml")  # read by `read_workbook`


def read_package(data: bytes, name: str, found: Found) -> str:
    """Read every member into `found`; returns "docx" or "xlsx". Raises UserError as `read_back` says."""
    members = _unpack(data, name, found)
    format_ = _format_of(members)
    if format_ is None:
        raise encrypted(name) if "EncryptedPackage" in members else foreign(name)
    _read_members(members, format_, "", name, found)
    return format_


def read_nested(data: bytes, where: str, name: str, found: Found) -> None:
    """A zip inside another file: its members as generic parts."""
    try:
        members = _unpack(data, name, found)
    except UserError:
        found.worry("unreadable-part")
        return
    _read_members(members, _format_of(members) or "", f"{where}, ", name, found)


def _unpack(data: bytes, name: str, found: Found) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > LARGEST_WHOLE:
                raise too_large(name)
            _around(data, archive, found)
            members: dict[str, bytes] = {}
            for info in infos:
                if info.flag_bits & 1:
                    raise encrypted(name)
                if info.filename in members:
                    found.worry("duplicate-member")
                    found.text(f"{info.filename}, earlier copy", readable(members[info.filename]))
                if is_swollen(info.compress_size, info.file_size):
                    raise too_large(name)
                with archive.open(info) as member:
                    members[info.filename] = member.read(LARGEST_PART + 1)
                if len(members[info.filename]) > LARGEST_PART:
                    raise too_large(name)
            return members
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise damaged(name) from error


def _around(data: bytes, archive: zipfile.ZipFile, found: Found) -> None:
    """What a zip carries outside its members: its comment, theirs, extra fields, bytes before the first."""
    found.text("zip comment", readable(archive.comment))
    infos = archive.infolist()
    for info in infos:
        found.text("zip member comment", readable(info.comment))
        found.text("zip extra field", readable(info.extra))
        if not is_boilerplate(info.filename):
            found.text("zip member name", info.filename)
    first = min((info.header_offset for info in infos), default=0)
    if first > 0:
        found.worry("leading-data")
        found.text("before the start", readable(data[:first]))
    _between_members(data, archive, found)
    tail = data.rfind(b"PK\x05\x06") + 22 + len(archive.comment)
    if data[tail:].strip(b"\x00"):
        found.worry("trailing-data")
        found.text("after the end", readable(data[tail:]))


def _between_members(data: bytes, archive: zipfile.ZipFile, found: Found) -> None:
    """Bytes that belong to no listed member, and a member that was taken off the list only."""
    infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    starts = [*(info.header_offset for info in infos[1:]), archive.start_dir]
    for info, following in zip(infos, starts, strict=False):
        head = data[info.header_offset : info.header_offset + _LOCAL_HEADER]
        named = info.header_offset + _LOCAL_HEADER + int.from_bytes(head[26:28], "little")
        begins = named + int.from_bytes(head[28:30], "little")
        found.text("zip extra field", readable(data[named:begins]))
        end = begins + info.compress_size
        if info.compress_type == zipfile.ZIP_DEFLATED:
            _after_packed(data[begins:end], info.filename, found)
        gap = data[end:following]
        if len(gap) > _DESCRIPTOR and gap.strip(b"\x00"):
            found.worry("hidden-data")
            found.text("between zip members", readable(gap))
            at = gap.find(b"PK\x03\x04")
            found.text("zip member no longer listed", readable(unlisted_member(gap[at:]) if at >= 0 else b""))


def _after_packed(packed: bytes, member: str, found: Found) -> None:
    """What stands behind the end of a member, within the length that it is said to have."""
    unpacking = zlib.decompressobj(-15)
    rest = packed
    while rest and not unpacking.eof:
        unpacking.decompress(rest, _AT_ONCE)
        rest = unpacking.unconsumed_tail
    if readable(unpacking.unused_data):
        found.worry("hidden-data")
        found.text(f"{member}, after its end", readable(unpacking.unused_data))


def _format_of(members: dict[str, bytes]) -> str | None:
    if any(name.startswith("word/") for name in members):
        return "docx"
    return "xlsx" if any(name.startswith("xl/") for name in members) else None


def _read_members(members: dict[str, bytes], format_: str, prefix: str, name: str, found: Found) -> None:
    for member in members:
        for pattern, worry in _MEMBER_WORRIES:
            if pattern.search(member):
                found.worry(worry)
    if format_ == "xlsx":
        read_workbook(members, prefix, found)
    for member, data in members.items():
        where = f"{prefix}{member}"
        if data.startswith(b"PK\x03\x04"):
            read_inside(data, where, name, found)
        elif member.endswith((".xml", ".rels", ".vml")) or data.lstrip()[:5] == b"<?xml":
            _read_xml(member, data, format_, prefix, found)
        elif not member.endswith("/") and hashlib.sha256(data).hexdigest() not in found.known:
            found.worry("binary-part")
            read_inside(data, where, name, found)


def _read_xml(member: str, data: bytes, format_: str, prefix: str, found: Found) -> None:
    if hashlib.sha256(data).hexdigest() in found.known:
        return
    where = f"{prefix}{member}"
    said_beside(data, where, found)
    root = parse(data)
    if root is None:
        unparsed(data, where, found)
        return
    attributes(root, where, found)
    if member.endswith(".rels"):
        if any(relation.get("TargetMode") == "External" for relation in root):
            found.worry("external-link")
        return
    if member.startswith("docProps/"):
        read_properties(root, prefix, found)
    elif format_ == "docx" and member.startswith("word/"):
        read_docx_part(root, member, prefix, found)
    elif format_ == "xlsx" and member == "xl/workbook.xml":
        sheets = [sheet.get("name", "") for sheet in root.iter() if local(str(sheet.tag)) == "sheet"]
        found.form(f"{where}, names of its sheets", "\n".join(sheets))
    elif not (format_ == "xlsx" and _BY_SHEET.fullmatch(member)):
        for words in texts(root):
            found.token(where, words)
        for word in put_together(texts(root)):
            found.form(where, word)
        for words in joined(root):
            found.text(f"{where}, pieces put together", words)
