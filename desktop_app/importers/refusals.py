"""How a file is refused: one shape for every reason, with a code that scripts can rely on."""

from __future__ import annotations

from desktop_app.common.errors import Exit, UserError

SAFE = "Nothing was read into the review."


def refuse(what: str, do: str, code: str, exit_code: Exit = Exit.FILE) -> UserError:
    """The error to raise. `what` may hold the file's name as the person gave it, never its content."""
    return UserError(what, safe=SAFE, do=do, code=code, exit_code=exit_code)


def unreadable(name: str, do: str = "Ask the sender for a fresh copy, or open it and save it again.") -> UserError:
    return refuse(f"{name} is damaged or cut short and cannot be read.", do, "unreadable-source")
