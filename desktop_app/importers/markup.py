"""Cell text with what a web editor and page breaks left in it made plain: paragraphs, and nothing else."""

from __future__ import annotations

import html
import re

_BREAKS = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|table|tbody)\b[^<>]*>", re.I)
_INLINE = re.compile(r"</?(?:b|i|u|strong|em|span|a|font|sup|sub|small)\b[^<>]*>", re.I)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|lsquo|rsquo|ldquo|rdquo|pound|#\d{1,6});")
_ENDS = re.compile(r"[.!?:;]['\"”’)\]]*$")


def paragraphs(text: str) -> list[str]:
    """Non-empty paragraphs: parted by line ends and block tags, spaces single, tags gone."""
    text = _INLINE.sub("", _BREAKS.sub("\n", text))
    text = _ENTITY.sub(lambda m: html.unescape(m[0]), text)
    return [" ".join(part.split()) for part in text.split("\n") if part.strip()]


def continued(above: list[str], below: list[str]) -> list[str]:
    """Paragraphs of a cell that runs over a page: a sentence cut in two is made whole again."""
    if not above or not below or _ENDS.search(above[-1]):
        return above + below
    return [*above[:-1], f"{above[-1]} {below[0]}", *below[1:]]
