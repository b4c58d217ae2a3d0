"""Wide, styled and foreign digits and letters as plain ones, one for one, so that places in the text stay the same."""

from __future__ import annotations

import functools
import re
import unicodedata

# No digit beyond those of ASCII comes before U+0660.
_OTHERS = re.compile("[\u0660-\U0010ffff](?:(?<=[\uff01-\uff5e\u3000\U0001d400-\U0001d7ff])|(?<=\\d))")


@functools.lru_cache(1024)
def _narrow(char: str) -> str:
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 and plain.isascii() else char


def narrow(text: str) -> str:
    """A text of the same length in which "０７７００" is "07700"."""
    return text if text.isascii() else _OTHERS.sub(lambda match: _narrow(match.group()), text)
