"""Lines in: from a file or standard input, UTF-8, one JSON object or plain text a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.regular_file import read_regular

_LARGEST = 512 * 2**20  # bytes


def read_lines(source: str) -> Iterator[tuple[int, str]]:
    """(line number from 1, line without its end); blank lines are left out."""
    try:
        data = sys.stdin.buffer.read() if source == "-" else _from_file(Path(source))
        text = data.decode("utf-8-sig")
    except OSError:
        raise UserError(
            f"“{Path(source).name}” could not be read.",
            safe="Nothing was changed.",
            do="Check that it is there and that you may read it.",
            code="not-found",
            exit_code=Exit.OUTSIDE,
        ) from None
    except UnicodeDecodeError:
        raise UserError(
            "The input is not UTF-8 text.",
            safe="Nothing was changed.",
            do="Save it as UTF-8 and try again.",
            code="not-utf8",
            exit_code=Exit.USAGE,
        ) from None
    # Only real line ends part lines: U+2028 and its kin may stand inside a JSON string.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line.removesuffix("\r")


def _from_file(path: Path) -> bytes:
    data = read_regular(path, _LARGEST, safe="Nothing was changed.")
    if len(data) > _LARGEST:
        raise UserError(
            f"“{path.name}” is larger than {_LARGEST // 2**20} MB.",
            safe="Nothing was changed.",
            do="Split it, or pass it by standard input.",
            code="too-large",
            exit_code=Exit.FILE,
        )
    return data


def read_objects(source: str) -> Iterator[tuple[int, dict[str, object]]]:
    for number, line in read_lines(source):
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):  # a thousand brackets are no more JSON than a typing error
            value = None
        if not isinstance(value, dict):
            raise not_an_object(number)
        yield number, value


def read_texts(source: str) -> Iterator[tuple[object, str]]:
    """(id, text) of each `{"id", "text"}` line."""
    for number, value in read_objects(source):
        text = value.get("text")
        if not isinstance(text, str):
            raise not_an_object(number)
        yield value.get("id", number), text


def not_an_object(number: int) -> UserError:
    return UserError(
        f"Line {number} is not a JSON object with the fields asked for.",
        safe="Nothing was changed.",
        do='Each line is one object, e.g. {"id": "1", "text": "words"}.',
        code="bad-jsonl",
        exit_code=Exit.USAGE,
    )
