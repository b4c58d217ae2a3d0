"""Short sums of a row as its sender wrote it, field by field: whether a row sent again was changed by its sender."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

# The order in which the sums stand; a field added later goes to the end.
SUMMED = ("date", "time", "source", "event", "action", "outcome", "child_seen", "comment")
_NOTHING = "-"


def sums_of(values: Sequence[str]) -> str:
    """One sum a field, in the order of `SUMMED`. They tell equal from different; nothing can be read out of them."""
    return " ".join([f"{crc32(value.encode('utf-8', 'replace')):x}" if value else _NOTHING for value in values])


def changed_fields(before: str, after: str) -> tuple[str, ...]:
    """The fields whose sums differ. `before` may be from a time when fewer fields were summed."""
    return tuple(name for name, a, b in zip(SUMMED, before.split(), after.split(), strict=False) if a != b)
