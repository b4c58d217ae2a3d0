"""What words say once the ways of writing they came in are undone: %41, &#65;, \\u0041, =41, RTF, base64, hexadecimal.

A name in such a form is one click away in the program that opens the file. Nothing here is replaced: what the words
become is read beside them.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Callable, Iterator

from desktop_app.exporters.reader.figures_apart import figures_apart

_DEPTH = 4  # a link inside a link inside a page
_LONGEST = 2**20  # characters: longer ones are data, read as bytes
_LEAST_PACKED = 40  # bytes: smaller than any archive or picture
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_REFERENCE = re.compile(r"&#?\w{2,10};")
_TAG = re.compile(r"<[^<>]{1,300}>")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})")
_SHEET_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")  # ECMA-376 part 1, 22.9.2.19
_QUOTED = re.compile(r"(?:=[0-9A-F]{2}|=\r?\n)+")  # RFC 2045, 6.7
_CHARACTER = re.compile(r"(?:UNI)?CHAR\((\d{1,7})\)", re.I)
_JOINED = re.compile(r'"\s*[&,;]\s*(?:_xlfn\.)?"')
_RTF_PIECE = re.compile(r"\\'([0-9A-Fa-f]{2})|\\u(-?\d{1,6}) ?\??|\\([a-z]+)(-?\d+)? ?|[{}]|\r|\n")
_BACKWARDS = re.compile("[\u202e\u2067]([^\u202c\u2069\n]*)")
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_PRIVATE = 0xF000  # ECMA-376 part 1, 17.3.3.30
_SYMBOL = re.compile("[\uf020-\uf0ff]")
_CODES = re.compile(r"(?<![\d.])(?:\d{2,3}[,; ]{1,2}){4,}\d{2,3}(?![\d.])")
_NUMBER = re.compile(r"\d+")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]|\r?\n(?=[A-Za-z0-9+/_-])){12,}={0,2}")
_LEAST_LINE = 12  # letters of base64, alone on a line
_SHORT = 16  # bytes: the sum of a ledger's entry, once in a hundred, would read as words of several alphabets
_LETTERS = re.compile(rb"[A-Za-z][A-Za-z .'-]{3,}")
_HEXADECIMAL = re.compile(r"(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{2}\s?){6,}(?![0-9A-Fa-f])")


def readings(words: str) -> Iterator[str]:
    """What `words` become, each once; nothing for plain words."""
    seen, waiting = {words}, [words]
    for _ in range(_DEPTH):
        waiting = [said for form in waiting for undo in _WAYS for said in undo(form) if said not in seen]
        waiting = list(dict.fromkeys(waiting))
        seen.update(waiting)
        yield from waiting


def packed(words: str) -> Iterator[bytes]:
    """Bytes written as base64 or hexadecimal that are no text: an archive or a picture, perhaps."""
    for data in _bytes_in(words):
        if len(data) >= _LEAST_PACKED and not _as_text(data):
            yield data


def _percent(words: str) -> Iterator[str]:
    if _PERCENT.search(words):
        written = words.encode("utf-8", "replace")
        plain = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), written)
        yield plain.decode("utf-8", "replace").replace("+", " ")


def _references(words: str) -> Iterator[str]:
    if _REFERENCE.search(words) and (plain := html.unescape(words)) != words:
        yield plain
    if len(words) < _LONGEST and words.count("<") > 1 and (plain := _TAG.sub("", words)) != words:
        yield plain


def _escapes(words: str) -> Iterator[str]:
    if "\\u" in words or "\\x" in words:
        yield _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), words)
    if "_x" in words:
        yield _SHEET_ESCAPE.sub(lambda found: chr(int(found[1], 16)), words)


def _quoted_printable(words: str) -> Iterator[str]:
    if _QUOTED.search(words):
        yield _QUOTED.sub(_quoted, words)


def _quoted(found: re.Match[str]) -> str:
    pairs = re.findall(r"=([0-9A-F]{2})", found.group())
    return bytes.fromhex("".join(pairs)).decode("utf-8", "replace")


def _formula(words: str) -> Iterator[str]:
    if _CHARACTER.search(words) or _JOINED.search(words):
        letters = _CHARACTER.sub(lambda found: f'"{chr(min(int(found[1]), 0x10FFFF))}"', words)
        yield _JOINED.sub("", letters)


def _rich_text(words: str) -> Iterator[str]:
    if "{\\rtf" in words:
        yield _RTF_PIECE.sub(_rtf_piece, words)


def _rtf_piece(found: re.Match[str]) -> str:
    if found[1]:
        return bytes.fromhex(found[1]).decode("cp1252", "replace")
    if found[2]:
        return chr(int(found[2]) % 0x10000)
    return "\n" if found[3] in {"par", "line", "cell", "row", "tab"} else ""


def _directions(words: str) -> Iterator[str]:
    """Letters a reader sees in the other order, and those between which nothing is seen."""
    if _BACKWARDS.search(words):
        yield _BACKWARDS.sub(lambda found: found[1][::-1], words)
    if _UNSEEN.search(words):
        yield _UNSEEN.sub("", words)


def _symbols(words: str) -> Iterator[str]:
    """Letters where fonts of symbols have them, which show as the plain ones do."""
    if _SYMBOL.search(words):
        yield _SYMBOL.sub(lambda found: chr(ord(found[0]) - _PRIVATE), words)


def _codes(words: str) -> Iterator[str]:
    """Letters by their numbers, one after the other, as scripts write them."""
    for run in _CODES.findall(words):
        letters = [int(code) for code in _NUMBER.findall(run)]
        said = "".join(map(chr, letters))
        if sum(letter.isalpha() or letter in " .'-" for letter in said) == len(said):
            yield said


def _data(words: str) -> Iterator[str]:
    for data in _bytes_in(words):
        if said := _as_text(data):
            yield said


def _bytes_in(words: str) -> Iterator[bytes]:
    """Runs of base64 and hexadecimal: over all their lines, and line by line, for a word may stand above them."""
    for run in _BASE64.findall(words):
        for piece in dict.fromkeys((run, run.partition("\n")[2], *run.splitlines())):
            if len(piece) >= _LEAST_LINE:  # a heading above a number is a word: "Question" would decode, too
                yield _from_base64(piece)
    for run in _HEXADECIMAL.findall(words):
        for piece in dict.fromkeys((run, *run.splitlines())):
            letters = "".join(piece.split())
            yield bytes.fromhex(letters[: len(letters) // 2 * 2])


def _from_base64(run: str) -> bytes:
    letters = "".join(run.split()).rstrip("=").replace("-", "+").replace("_", "/")
    if letters.islower() or letters.isdigit() or len(letters) % 4 == 1:
        return b""  # a word or a number
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4))
    except binascii.Error:
        return b""


def _as_text(data: bytes) -> str:
    """The words in `data` when it is nothing else; chance makes hardly any such, so the short are letters alone."""
    if len(data) < _SHORT:
        return data.decode("ascii") if _LETTERS.fullmatch(data) else ""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        try:
            said = data.decode(encoding).rstrip("\x00")
        except UnicodeDecodeError:
            continue
        if len(said) >= 4 and all(letter.isprintable() or letter in "\r\n\t" for letter in said):
            latin = sum(letter < "\u0250" for letter in said)
            if latin == len(said) or (encoding == "utf-8" and latin * 2 > len(said)):
                return said
    return ""


_WAYS: tuple[Callable[[str], Iterator[str]], ...] = (
    _percent,
    _references,
    _escapes,
    _quoted_printable,
    _formula,
    _rich_text,
    _directions,
    _symbols,
    _codes,
    _data,
    figures_apart,
)
