"""The printed recovery key: 160 random bits and a 40-bit checksum, in base 32, as eight groups of five."""

from __future__ import annotations

import base64
import binascii
import hashlib
import os

from desktop_app.storage.refusals import recovery_key_mistyped

_RAW, _CHECK = 20, 5
KEY_LETTERS = (_RAW + _CHECK) * 8 // 5  # base 32 holds five bits a letter


def new_recovery_key() -> str:
    """E.g. "ABCDE-FGHIJ-…", 47 characters."""
    return print_recovery_key(os.urandom(_RAW))


def print_recovery_key(raw: bytes) -> str:
    """`raw` is 20 bytes."""
    text = base64.b32encode(raw + _checksum(raw)).decode()
    return "-".join(text[i : i + 5] for i in range(0, len(text), 5))


def read_recovery_key(text: str) -> bytes:
    """The 20 bytes of a key as somebody typed it. Raises UserError "recovery-key-mistyped".

    Base 32 has no 0, 1 or 8, so those can only be O, I and B misread.
    """
    folded = "".join(c for c in text.upper() if c.isalnum()).translate(str.maketrans("018", "OIB"))
    try:
        raw = base64.b32decode(folded.encode("ascii"))
    except (binascii.Error, UnicodeEncodeError):
        raise recovery_key_mistyped() from None
    if len(raw) != _RAW + _CHECK or _checksum(raw[:_RAW]) != raw[_RAW:]:
        raise recovery_key_mistyped()
    return raw[:_RAW]


def _checksum(raw: bytes) -> bytes:
    return hashlib.blake2b(raw, digest_size=_CHECK).digest()
