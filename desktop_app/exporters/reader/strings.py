"""Readable runs in bytes of no known form, as the `strings` tool finds them, in the encodings words come in."""

from __future__ import annotations

import re

_LEAST = 4
_BYTES = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}){%d,}" % _LEAST)
_UTF16_LITTLE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00|[\x00-\x7f]\x01){%d,}" % _LEAST)
_UTF16_BIG = re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]|\x01[\x00-\x7f]){%d,}" % _LEAST)


def readable(data: bytes) -> str:
    """One run a line: UTF-8 (and ASCII), UTF-16 of either order with the letters of European languages."""
    runs = [match.group().decode("utf-8", "replace") for match in _BYTES.finditer(data)]
    runs += [match.group().decode("utf-16-le", "replace") for match in _UTF16_LITTLE.finditer(data)]
    runs += [match.group().decode("utf-16-be", "replace") for match in _UTF16_BIG.finditer(data)]
    return "\n".join(dict.fromkeys(run.strip() for run in runs if run.strip()))
