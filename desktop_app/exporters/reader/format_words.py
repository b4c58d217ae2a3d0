"""The words that the formats themselves are written in: what a standard names says nothing about anybody.

Without them nobody called Mark could be in a review: every PDF has a "MarkInfo", every DOCX a "themeFontLang".
The lists are data, under resources/formats; packaging/build_format_words.py makes those of Word and Excel anew.
"""

from __future__ import annotations

import re
from functools import cache

from desktop_app.common.resources import resource

_PAGE_NUMBER = re.compile(r"FormXob\.PageNumber\d{1,6}")  # the drawing that our pages share for "page x of y"
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


@cache
def _listed(name: str) -> frozenset[str]:
    lines = resource("formats", f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
