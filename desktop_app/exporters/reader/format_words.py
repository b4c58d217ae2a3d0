"""The words that the formats themselves are written in: what a standard names says nothing about anybody.

Without them nobody called Mark could be in a review: every PDF has a "MarkInfo", every DOCX a "themeFontLang".
The lists are data, under resources/formats; packaging/build_format_words.py makes those of Word and Excel anew.
"""

from __future__ import annotations

import re
from functools import cache

from desktop_app.common.resources import resource

_PAGE_NUMBER = re.compile(r"FormXob\.PageNumber\d{1,6}")  # the drawing that our pages share for "page x of y"
_ENDING = re.compile(r"\d{0,2}(?:char)?\d{0,2}$")
_XML = "{http://www.w3.org/XML/1998/namespace}"


def is_pdf_name(name: str) -> bool:
    """Whether a key or a name, without its slash, is one that the standard gives."""
    return name in _listed("pdf_names") or _PAGE_NUMBER.fullmatch(name) is not None


def is_office_name(qualified: str, element: str = "") -> bool:
    """Whether a tag or an attribute, as "{namespace}name", is of Office Open XML.

    An attribute without a namespace belongs to its `element`; a name of nobody's namespace, or of somebody's own, is
    never one, for whoever makes custom XML names its elements.
    """
    namespace, brace, name = qualified.rpartition("}")
    if not brace:
        namespace = element.rpartition("}")[0]
    if not namespace:
        return False
    return namespace + "}" == _XML or (namespace[1:] in _listed("office_addresses") and name in _listed("office_names"))


def is_office_value(words: str) -> bool:
    """Whether an attribute's value is an address of the format, or one that its schemas enumerate."""
    return words in _listed("office_addresses") or words in _listed("office_values")


def is_office_form(words: str) -> bool:
    """Whether `words` is a name that Office programs give by themselves to a style or a face, or several such."""
    pieces = words.split(" ") if words.startswith(("w14", "x14")) else [words]
    return all(_plain(piece) in _listed("styles_and_faces") for piece in pieces)


def _plain(words: str) -> str:
    """As it is listed: a style's own name and its key in the file are one."""
    bare = "".join(letter for letter in words.lower() if letter.isalnum())
    return bare if bare in _listed("styles_and_faces") else _ENDING.sub("", bare)


@cache
def _listed(name: str) -> frozenset[str]:
    lines = resource("formats", f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
