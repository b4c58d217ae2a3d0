"""Words made safe to set, the same for every format: composed, without characters nobody can see."""

from __future__ import annotations

import unicodedata

# Format characters that change how a reader sees neighbouring letters without being seen themselves (bidi overrides,
# zero-width joins, soft hyphens, byte-order marks): they hide words from the read-back and print as nothing.
_KEPT_CONTROLS = "\n"
_AS_SPACE = "\t\v\f\u0085\u2028\u2029"


def clean(words: str) -> str:
    """NFC text with newlines as its only control characters.

    Tabs and exotic line separators become spaces, CRLF one newline; control, format, surrogate, private-use and
    unassigned characters are dropped, because none of them is seen and any of them may break up a word.
    """
    text = unicodedata.normalize("NFC", words.replace("\r\n", "\n").replace("\r", "\n"))
    if text.isascii() and text.isprintable():
        return text
    return "".join(_kept(char) for char in text)


def one_line(words: str) -> str:
    """`clean`, with every run of white space one space: for titles, running heads and properties."""
    return " ".join(clean(words).split())


def _kept(char: str) -> str:
    if char in _KEPT_CONTROLS:
        return char
    if char in _AS_SPACE:
        return " "
    return "" if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} else char
