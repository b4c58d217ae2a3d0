"""Objects of a PDF that can hold no words: most of a tagged file, passed over at a glance."""

from __future__ import annotations

import re
from typing import Any

import pikepdf

Written = tuple[Any, bytes]  # an object, and how it would be written into a file

_NAME = re.compile(rb"/[^\s/<>\[\](){}%]+")
_HEXADECIMAL = re.compile(rb"<\s*[0-9A-Fa-f>]")
# What structure elements are made of. None of these is a worry of `pdf_strings`, and any other name is looked at.
_STRUCTURE = (
    b"A BlockQuote Caption Column Disc Document Figure H1 H2 H3 H4 K L LBody LI Lbl Link List ListNumbering MCID MCR O "
    b"P Pg S Scope Sect Span StructElem TBody TD TH THead TOC TOCI TR Table Type"
)
_QUIET = frozenset(b"/" + name for name in _STRUCTURE.split())


def written(pdf: pikepdf.Pdf) -> list[Written]:
    """Every object of the file, whether or not anything refers to it; but no bare number, which says nothing."""
    return [(item, item.unparse(resolved=True)) for item in pdf.objects if isinstance(item, pikepdf.Object)]


def is_quiet(item: Any, raw: bytes) -> bool:
    """Whether it holds numbers, references and the names of a structure tree, and nothing else."""
    if isinstance(item, pikepdf.Stream) or b"(" in raw or _HEXADECIMAL.search(raw):
        return False
    return _QUIET.issuperset(_NAME.findall(raw))
