"""What a PDF file holds outside the document it shows: earlier saves, loose bytes, lost objects, comments."""

from __future__ import annotations

import re

import pikepdf

from desktop_app.exporters.reader.nested import read_inside
from desktop_app.exporters.reader.pdf_quiet import Written
from desktop_app.exporters.reader.refusals import TooMuchError
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.strings import readable

_END = b"%%EOF"
_SAVED = re.compile(rb"\bobj\b|\bxref\b")  # an end mark behind which nothing was saved ends nothing
_MOST_SAVES = 100
_OBJECT = re.compile(rb"(?:^|[\r\n ])(\d{1,7}) (\d{1,5}) obj\b")
_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_COMMENT = re.compile(rb"(?:^|[\r\n])%([^\r\n]*)")
_USUAL = re.compile(
    rb"PDF-\d\.\d|%EOF|[^ -~]+|[^ -~]* ?ReportLab [Gg]enerated PDF document[ -]*(digest )?\(opensource\)"
)

# All that may stand outside streams: objects, tables of where they are, trailers, comments.
_BETWEEN = re.compile(
    rb"\d+\s+\d+\s+obj\b.*?(?:endobj|$(?![\r\n]))|xref\s+(?:\d+\s+\d+\s+|\d{10} \d{5} [fn]\s*)*"
    rb"|trailer\b.*?startxref|startxref|(?:^|[\r\n])%[^\r\n]*|\b\d+\b",
    re.DOTALL,
)


def earlier_revisions(data: bytes) -> list[bytes]:
    """The file as it stood before each later save: all but the last of the prefixes that end in %%EOF.

    Raises TooMuchError where somebody has saved it more often than anybody would.
    """
    ends = [match.end() for match in re.finditer(re.escape(_END), data)]
    starts = [0, *ends[:-2]]
    told = [end for start, end in zip(starts, ends[:-1], strict=False) if _SAVED.search(data, start, end)]
    if len(told) > _MOST_SAVES:
        raise TooMuchError
    return [data[:end] for end in told]


def loose_bytes(data: bytes, pdf: pikepdf.Pdf, objects: list[Written], name: str, found: Found) -> None:
    """Words before the header, after the end, in comments, and in objects that the file no longer counts."""
    start = data.find(b"%PDF-")
    if start > 0:
        found.worry("leading-data")
        found.text("before the start", readable(data[:start]))
    end = data.rfind(_END) + len(_END)
    if data[end:].strip():
        found.worry("trailing-data")
        read_inside(data[end:], "after the end", name, found)
    outside = _STREAM.sub(b"", data)
    for comment in _COMMENT.findall(outside):
        if comment.strip() and not _USUAL.fullmatch(comment.strip()):
            found.text("comment in the file", readable(comment))
    between = readable(_BETWEEN.sub(b"\n", outside))
    if between:
        found.worry("hidden-data")
        found.text("between objects", between)
    _lost_objects(data, pdf, objects, name, found)


def _lost_objects(data: bytes, pdf: pikepdf.Pdf, objects: list[Written], name: str, found: Found) -> None:
    known = {item.objgen for item, _ in objects}
    seen: set[tuple[int, int]] = set()
    outside = _STREAM.sub(lambda match: b" " * len(match.group()), data)
    for match in _OBJECT.finditer(outside):
        number = int(match.group(1)), int(match.group(2))
        # Numbers and names of their own are objects, too, but come out of the list without theirs.
        if number not in seen and (number in known or pdf.get_object(number) is not None):
            seen.add(number)
            continue
        close = data.find(b"endobj", match.end())
        body = data[match.end() : close if close >= 0 else len(data)]
        if readable(body):
            found.worry("lost-object")
            found.text("object no longer in use", _decoded(body))
            begins = re.search(rb"stream\r?\n", body)
            if begins:
                read_inside(body[begins.end() :], "object no longer in use", name, found)


def _decoded(body: bytes) -> str:
    """Readable runs, with the hexadecimal strings among them written out."""
    written = [bytes.fromhex(run.decode()) for run in re.findall(rb"<((?:[0-9A-Fa-f]{2}){4,})>", body)]
    return "\n".join([readable(body), *(readable(run) for run in written)])
