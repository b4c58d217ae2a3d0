"""What a colour profile says of itself: its tags of words. The rest are curves, in which chance writes."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.exporters.reader.samples import written_in
from desktop_app.exporters.reader.strings import readable

_HEADER, _TAG = 128, 12  # bytes (ICC.1, 7.2 and 7.3)
_CURVES = (b"curv", b"para", b"mft1", b"mft2", b"mAB ", b"mBA ", b"XYZ ", b"sf32")
_FIXED = 84  # bytes of the header that say what kind of profile it is
_MOST_TAGS = 100


def profile_words(data: bytes) -> Iterator[str]:
    """Of the header, of each tag that is no curve, of what stands in no tag; of curves only whole words."""
    count = min(int.from_bytes(data[_HEADER : _HEADER + 4], "big"), _MOST_TAGS)
    left = bytearray(data)
    for at in range(_HEADER + 4, _HEADER + 4 + count * _TAG, _TAG):
        start, length = (int.from_bytes(data[at + n : at + n + 4], "big") for n in (4, 8))
        body = data[start : start + length]
        if body:
            yield written_in(body) if body[:4] in _CURVES else readable(body[8:])
            left[start : start + length] = bytes(len(body))
    yield readable(bytes(left[_FIXED:_HEADER] + left[_HEADER + 4 + count * _TAG :]))
