"""What goes to standard output (results) and to standard error (messages, progress)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping

from desktop_app.common.errors import UserError


def use_utf8() -> None:
    """The same bytes whatever the machine's locale is."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "replace")


def document(value: object) -> None:
    """One JSON document."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def lines(values: Iterable[Mapping[str, object]]) -> None:
    """JSON Lines: one object a line."""
    for value in values:
        print(json.dumps(value, ensure_ascii=False))


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def refuse(error: UserError, *, as_json: bool) -> int:
    """Say a `UserError` and give its exit code."""
    say(error.message)
    if as_json:
        document({"ok": False, "code": error.code, "what": error.what, "safe": error.safe, "do": error.do})
    return int(error.exit_code)


class TerminalProgress:
    """Progress on a terminal only, on one line."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def step(self, done: int, total: int, what: str) -> None:
        if self._shown:
            end = "\n" if done >= total else ""
            print(f"\r\x1b[K{what} ({done} of {total})", end=end, file=sys.stderr, flush=True)
