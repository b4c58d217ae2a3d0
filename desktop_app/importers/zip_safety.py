"""A zipped office file, looked over before a parser sees it: how much it grows, what it hides, what it would run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812

from desktop_app.importers.refusals import refuse, unreadable

MAX_UNPACKED = 300 * 1024 * 1024  # bytes, all members together
MAX_MEMBERS = 5000
_RATIO_LIMIT = 250  # honest sheets stay far below; deflate can reach 1032
_RATIO_FLOOR = 10 * 1024 * 1024  # below this many bytes a high ratio harms nobody
_CHUNK = 1 << 20
_DECLARATION = re.compile(  # a byte of 0 between letters: UTF-16
    rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)", re.I
)
_NESTED = (".zip", ".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".ods", ".odt", ".7z", ".rar", ".gz")


def inspect_zip(name: str, data: bytes, wanted: re.Pattern[str] | None = None) -> tuple[list[str], dict[str, bytes]]:
    """(notes about what is left alone in it, those of its XML parts whose whole name is `wanted`): unpacked once for
    looking and for reading. Raises UserError: zip-bomb, zip-path, xml-entities, password-protected,
    unreadable-source.
    """
    parts: dict[str, bytes] = {}
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _refuse_bombs(name, members, len(data))
            for member in members:
                if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
                    continue
                keep = bool(wanted and wanted.fullmatch(member.filename))
                read = _without_declarations(name, archive, member, keep=keep)
                if keep:
                    parts[member.filename] = read
            return _notes(archive, members), parts
    except (BadZipFile, ZlibError, EOFError, OSError, NotImplementedError, ValueError, RuntimeError):
        raise unreadable(name) from None


def _refuse_bombs(name: str, members: list[ZipInfo], size: int) -> None:
    do = "Do not open it elsewhere either. Ask the sender what it is."
    if any(member.flag_bits & 1 for member in members):
        what = f"{name} is protected by a password."
        raise refuse(what, "Save a copy without one, or ask the sender for one.", "password-protected")
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    huge = unpacked > MAX_UNPACKED or (unpacked > _RATIO_FLOOR and unpacked > _RATIO_LIMIT * max(size, 1))
    if huge or len(members) > MAX_MEMBERS or packed > size:
        raise refuse(f"{name} would grow enormously when unpacked, as harmful files do.", do, "zip-bomb")
    for member in members:
        parts = member.filename.replace("\\", "/").split("/")
        if ".." in parts or member.filename.startswith(("/", "\\")) or ":" in parts[0]:
            raise refuse(f"{name} holds a part that would be written outside its folder.", do, "zip-path")


def _without_declarations(name: str, archive: ZipFile, member: ZipInfo, *, keep: bool) -> bytes:
    """Reads the member to its end, too: a size that lies fails its checksum here and not in a parser. Gives what it
    read when that is to be kept.
    """
    tail = b""
    kept: list[bytes] = []
    for chunk in chunks(archive, member.filename):
        if _DECLARATION.search(tail + chunk):
            do = "Ask the sender to save it again from Word or Excel."
            raise refuse(f"{name} declares its own XML entities, as harmful files do.", do, "xml-entities")
        tail = chunk[-32:]
        if keep:
            kept.append(chunk)
    return b"".join(kept)


def chunks(archive: ZipFile, member: str) -> Iterator[bytes]:
    """The member's bytes, a megabyte at a time."""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _notes(archive: ZipFile, members: list[ZipInfo]) -> list[str]:
    notes = []
    names = [member.filename.lower() for member in members]
    if any(n.endswith(("vbaproject.bin", "vbadata.xml")) or n.startswith(("basic/", "scripts/")) for n in names):
        notes.append("The file holds macros. They were not run; only its text was read.")
    if nested := sum(n.endswith(_NESTED) or "/embeddings/" in n or "oleobject" in n for n in names):
        notes.append(f"{nested} file(s) embedded in it were not opened.")
    outside = 0
    for member in members:
        if member.filename.lower().endswith(".rels"):
            relations = re.findall(rb"<Relationship\b[^>]*>", archive.read(member))
            outside += sum(b"External" in r and b"/hyperlink" not in r for r in relations)
    if outside:
        notes.append(f"It points to {outside} file(s) elsewhere. Nothing was fetched.")
    return notes
