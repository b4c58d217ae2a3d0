"""A wording made plain: case, dashes, quotes and spaces alike, and the words around a date set aside."""

from __future__ import annotations

import re
import unicodedata

_DASHES = str.maketrans("‐‑‒–—―−﹘﹣－⁃", "-----------")
_QUOTES = str.maketrans("‘’‚‛′`´“”„″", "'''''''\"\"\"\"")
_ABOUT_BEFORE = re.compile(
    r"^(?:on ?(?:or|/) ?(?:about|around)|at about|about|around|abt\.?|approximately|approx\.?|circa|ca?\.|ca?(?=\s*\d)|"
    r"c\s|roughly|possibly|probably|"
    r"perhaps|maybe|est\.?|estimated(?: as)?|thought to be|believed to be|tua|somewhere around|"
    r"sometime around|~|≈|\(\?\)|\?+(?![?/.\-]))\s*"
)
_ABOUT_AFTER = re.compile(
    r"\s*(?:\?+|\(\?\)|\((?:approx\.?|approximately|about|circa|approximate|date approximate|estimated|est\.?|tbc)\)|"
    r",?\s*(?:approx\.?|approximately|or thereabouts|or so|give or take|date approximate|ish)|"
    r"-ish|\[\?\]|\[approx\.?\])$"
)
_LEADING = re.compile(
    r"^(?:on(?! or )|the|dated|date:?|in|during|throughout|at some point (?:in|during)|at|one day in|a day in|"
    r"some ?time(?: in| during| around)?|(?:over |in |for )?the period(?: of| from|:)?|period(?: of| from|:)?|"
    r"month of|year|yr)\s+"
)
_DITTO = re.compile(r"(?=.*[\"'])[\"'\s,./-]{1,12}|-+ ?(?:do|ditto) ?-+|,,")


def fold(wording: str) -> str:
    """Lower case, one space between words, plain dashes and quotes, no closing punctuation."""
    text = wording.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKC", wording).translate(_DASHES).translate(_QUOTES).lower()
        text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc") or c in "\n\t")
    text = " ".join(text.split())
    if _DITTO.fullmatch(text):
        return '"'
    text = text[2:] if text.startswith("- ") else text
    return strip_edges(text)


def strip_edges(text: str) -> str:
    """Without commas, full stops and a pair of brackets around it."""
    previous = None
    while text != previous:
        previous = text
        text = text.strip(" ,;:").removesuffix(".") if not text.endswith("c.") else text.strip(" ,;:")
        if len(text) > 3 and (text[0], text[-1]) in (("(", ")"), ("[", "]"), ('"', '"'), ("'", "'")):
            inner = text[1:-1]
            if not set("()[]") & set(inner):
                text = inner
    return text


def set_aside_about(text: str) -> tuple[str, bool]:
    """(the wording without "about", "?" and their like, whether there was one)."""
    found = False
    previous = None
    while text != previous:
        previous = text
        for pattern in (_ABOUT_BEFORE, _ABOUT_AFTER):
            shorter = pattern.sub("", text, count=1)
            if shorter != text and shorter:
                text, found = strip_edges(shorter), True
    return text, found


def without_leading(text: str) -> str:
    """Without "on", "the", "in", "during" and their like."""
    previous = None
    while text != previous:
        previous = text
        text = _LEADING.sub("", text, count=1)
    return text
