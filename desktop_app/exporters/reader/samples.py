"""Writing among the samples of a picture, where nearly everything that looks like letters is a shade of something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.exporters.reader.strings import readable

_MOST = 16 * 2**20  # bytes of samples: more than a page scanned in grey
_SMALL = 4096  # bytes: a note, not a photograph
_AROUND = 80  # bytes either side of what was found
# Shades run into each other: none of them is a space between two words, and none groups figures as people do.
_PAIR = rb"(?<![A-Za-z])(?:[A-Z]?[a-z]{2,}|[A-Z]{2,}) (?:[A-Z]?[a-z]{2,}|[A-Z]{2,})(?![A-Za-z])"
_FIGURES = rb"(?<!\d)(?:\d{3}[ -]\d{3}[ -]\d{4}|0\d{4} \d{6}|0\d{2,3} \d{3,4} \d{4}|\+44 ?\d{4} ?\d{6}|07\d{9})(?!\d)"
_ADDRESS = rb"[\w.-]{2,40}@[\w-]{2,40}\.[a-z]{2,}"
_SAID = re.compile(rb"%b|%b|%b" % (_PAIR, _FIGURES, _ADDRESS))
_BEFORE, _AFTER = re.compile(rb"[ -~]*\Z"), re.compile(rb"[ -~]*")


def said_among(data: bytes) -> str:
    """Runs with two words or a number in groups, one a line; of a small picture every run that could be letters."""
    return readable(data) if len(data) <= _SMALL else written_in(data)


def written_in(data: bytes) -> str:
    """Only the runs with two words or a number in groups, however little there is."""
    return "\n".join(dict.fromkeys(_runs(data[:_MOST])))


def _runs(data: bytes) -> Iterator[str]:
    for found in _SAID.finditer(data):
        before = _BEFORE.search(data[max(0, found.start() - _AROUND) : found.start()])
        after = _AFTER.match(data, found.end())
        parts = (before.group() if before else b"", found.group(), after.group()[:_AROUND] if after else b"")
        yield b"".join(parts).decode("ascii").strip()
