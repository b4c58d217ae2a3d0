"""What of a finished file is the template's own form: names of its styles and typefaces, and its pictures.

They are the partnership's and the same in every output; a typeface is called like a person often enough. They are held
against the register all the same, and all that is printed is read like any other file's.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from dataclasses import replace
from io import BytesIO

from desktop_app.anonymise.result import FilePart
from desktop_app.exporters.house.cleaned import Cleaned
from desktop_app.exporters.reader import ReadBack, read_bytes

_FORM = re.compile(
    r"(word/(styles\w*|theme/theme\d*|fontTable|numbering|settings|stylesWithEffects)\.xml|\[Content_Types\]\.xml"
    r"|(word/)?_rels/[\w.]+\.rels|word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml), "
)
_PICTURES = {"picture", "binary-part"}


def apart(seen: ReadBack, data: bytes, template: Cleaned) -> tuple[ReadBack, tuple[FilePart, ...]]:
    """What is to be read like any file's, and what came with the template and is form. `seen` is `data` read back."""
    brought = {(part.where, part.text) for part in read_bytes(template.data, "template.docx", whole=True).parts}
    form = tuple(part for part in seen.parts if (part.where, part.text) in brought and _is_form(part.where))
    rest = tuple(part for part in seen.parts if part not in form)
    findings = seen.findings
    if _media(data) <= template.pictures:
        findings = tuple(code for code in findings if code not in _PICTURES)
    return replace(seen, parts=rest, findings=findings), form


def _is_form(where: str) -> bool:
    """Words of paragraphs are never form: those stand under names without a comma, such as “document text”."""
    return where == "zip member name" or _FORM.match(where) is not None


def _media(data: bytes) -> frozenset[str]:
    """The sums of all that is not XML in the file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        named = [info for info in archive.infolist() if not info.filename.endswith((".xml", ".rels"))]
        return frozenset(hashlib.sha256(archive.read(info)).hexdigest() for info in named)
