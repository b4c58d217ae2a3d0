"""The user's problem, told apart from our bug at the lowest level where the difference is known."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the command line: a public promise."""

    DONE = 0
    LOOK = 1
    USAGE = 2
    SECRET = 3
    FILE = 4
    OUTSIDE = 5


class UserError(Exception):
    """Something a person can act on.

    `what` happened, what is `safe`, what to `do`: three plain sentences. `code` is a stable, content-free
    word for JSON and logs; `exit_code` is what the command line answers with.
    """

    def __init__(self, what: str, *, safe: str = "", do: str = "", code: str, exit_code: Exit) -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.do = do
        self.code = code
        self.exit_code = exit_code

    @property
    def message(self) -> str:
        """All that is said, in one paragraph."""
        return " ".join(part for part in (self.what, self.safe, self.do) if part)
