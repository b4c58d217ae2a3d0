"""Only what the typeface can draw: anything else is shown to be missing, never left out or drawn empty."""

from __future__ import annotations

from desktop_app.exporters.clean import clean, one_line
from desktop_app.exporters.pdf.fonts import register

MISSING = "?"
# What the face lacks but says in another way, with no change of meaning.
_INSTEAD = {"\u202f": "\u00a0", "\u2028": "\n", "✔": "✓", "☒": "×", "✗": "×", "✘": "×", "⁃": "•"}


def drawable(words: str) -> str:
    """`words` cleaned, with each character FiraGO lacks replaced by a question mark. Newlines are kept."""
    return _substituted(clean(words))


def drawable_line(words: str) -> str:
    """`drawable` on one line."""
    return _substituted(one_line(words))


def _substituted(text: str) -> str:
    if text.isascii():
        return text
    known = register()
    return "".join(_drawn(char, known) for char in text)


def _drawn(char: str, known: frozenset[int]) -> str:
    if char == "\n" or ord(char) in known:
        return char
    other = _INSTEAD.get(char, MISSING)
    return other if all(ord(part) in known for part in other) else MISSING
