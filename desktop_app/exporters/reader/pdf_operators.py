"""What stands among the operators of a drawing and is shown by none of them: comments, names, strings left lying.

Told from the bytes, without parsing them: a drawing has thousands of operators and hardly ever one of these. A string
in which something looks like a comment is read twice, and no harm done.
"""

from __future__ import annotations

import re

from desktop_app.exporters.reader.format_words import is_pdf_name
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.strings import readable

_COMMENT = re.compile(rb"%[^\r\n]{4,}")
_NAME = re.compile(rb"/([A-Za-z#][^\s/<>\[\](){}%]{3,127})")
_ESCAPED = re.compile(r"#([0-9A-Fa-f]{2})")
# Behind a string that is shown stands its operator, or more of the array or the dictionary that it is in.
_STRING = rb"\((?:[^()\\]|\\.){2,}+\)|<[0-9A-Fa-f\s]{4,}+>"
_LYING = re.compile(rb"(%b)\s*+(?!Tj|TJ|['\"/\])(<+.\-\d]|>>)" % _STRING, re.DOTALL)
_SHOWN_FLAT = re.compile(rb"(?<![\d.])-?0*\.?0+\s+Tz\b")
_ANY_STRING = re.compile(_STRING, re.DOTALL)


def beside_operators(data: bytes, where: str, found: Found) -> None:
    """Keep what `data`, the bytes of a drawing, says beside what it shows; "hidden-text" where letters are flat."""
    for comment in _COMMENT.findall(data):
        found.form(f"{where}, comment", readable(comment))
    for name in dict.fromkeys(_NAME.findall(data)):
        plain = _ESCAPED.sub(lambda found_: chr(int(found_[1], 16)), name.decode("utf-8", "replace"))
        if not is_pdf_name(plain):
            found.form(f"{where}, name", plain)
    for string in _LYING.findall(data):
        found.form(f"{where}, string that is not shown", _plain(string))
    if _SHOWN_FLAT.search(data):
        found.worry("hidden-text")
        found.form(f"{where}, flat letters", "\n".join(_plain(string) for string in _ANY_STRING.findall(data)))


def _plain(string: bytes) -> str:
    if string[:1] == b"<":
        digits = b"".join(string[1:-1].split())
        return readable(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))
    return readable(string[1:-1].replace(b"\\", b""))
