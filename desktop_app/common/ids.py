"""Random identifiers: they carry no order, no time and no machine, so nothing can be read out of them."""

from __future__ import annotations

import uuid


def new_uid() -> str:
    """32 hexadecimal characters from the system's random source."""
    return uuid.uuid4().hex
