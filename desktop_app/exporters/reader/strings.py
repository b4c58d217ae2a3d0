"""Readable runs in bytes of no known form, as the `strings` tool finds them, in the encodings words come in."""

from __future__ import annotations

import re

_LEAST = 4
_LEAST_WIDE = 3  # chance does not put a zero after every letter
_BYTES = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}){%d,}" % _LEAST)
_ENDED = re.compile(rb"(?<![^\x00])[A-Za-z]{3}(?![^\x00])")  # a short string as C programs keep one
# Latin letters, their marks, Greek and Cyrillic that look like them, hyphens and quotation marks, full-width letters.
_WIDE = (
    (rb"\x20-\x7e\xa0-\xff", rb"\x00"),
    (rb"\x00-\xff", rb"\x01-\x04"),
    (rb"\x0b-\x1f", rb"\x20"),
    (rb"\x01-\x5e", rb"\xff"),
)
_UTF16_LITTLE = re.compile(b"(?:%b){%d,}" % (b"|".join(b"[%b][%b]" % pair for pair in _WIDE), _LEAST_WIDE))
_UTF16_BIG = re.compile(b"(?:%b){%d,}" % (b"|".join(b"[%b][%b]" % pair[::-1] for pair in _WIDE), _LEAST_WIDE))
_UTF32_LITTLE = re.compile(rb"(?:[\x20-\x7e]\x00\x00\x00){%d,}" % _LEAST)
_UTF32_BIG = re.compile(rb"(?:\x00\x00\x00[\x20-\x7e]){%d,}" % _LEAST)


def readable(data: bytes) -> str:
    """One run a line: UTF-8 (and ASCII), UTF-16 of either order with the letters of European languages."""
    runs = [match.group().decode("utf-8", "replace") for match in _BYTES.finditer(data)]
    runs += [match.group().decode() for match in _ENDED.finditer(data)]
    runs += [match.group().decode("utf-16-le", "replace") for match in _UTF16_LITTLE.finditer(data)]
    runs += [match.group().decode("utf-16-be", "replace") for match in _UTF16_BIG.finditer(data)]
    runs += [match.group()[::4].decode() for match in _UTF32_LITTLE.finditer(data)]
    runs += [match.group()[3::4].decode() for match in _UTF32_BIG.finditer(data)]
    return "\n".join(dict.fromkeys(run.strip() for run in runs if run.strip()))
