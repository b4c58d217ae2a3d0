"""Turns what the disk and the database say into refusals a person can act on."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from desktop_app.common.errors import UserError
from desktop_app.storage import refusals
from desktop_app.storage.driver import Error

# Primary result codes of SQLite, https://sqlite.org/rescode.html
_PERM, _BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 3, 5, 6, 8, 10, 11, 13, 14, 26


@contextlib.contextmanager
def database_refusals(path: Path) -> Iterator[None]:
    """Speak of `path`, the review, for whatever the database under it says. Our own mistakes in SQL stay errors."""
    try:
        yield
    except Error as error:
        refusal = _of_database_error(error, path)
        if refusal is None:
            raise
        raise refusal from error


@contextlib.contextmanager
def outside_refusals(path: Path) -> Iterator[None]:
    """As `database_refusals`, and for what the operating system says as well."""
    try:
        with database_refusals(path):
            yield
    except OSError as error:
        raise refusals.of_os_error(error, path) from error


def is_outside(error: Error) -> bool:
    """Whether the database is kept from working (no room, no permission, in use) rather than damaged."""
    return _primary(error) in (_PERM, _BUSY, _LOCKED, _READONLY, _FULL, _CANTOPEN)


def _primary(error: Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _of_database_error(error: Error, path: Path) -> UserError | None:
    code = _primary(error)
    if code == _FULL:
        return refusals.disk_full(path.name)
    if code in (_PERM, _READONLY, _CANTOPEN):
        return refusals.no_permission(path.name)
    if code == _IOERR:
        return refusals.disk_trouble(path.name)
    if code in (_BUSY, _LOCKED):
        return refusals.in_use(path)
    if code in (_CORRUPT, _NOTADB):
        return refusals.damaged(path, "the database in it cannot be read")
    return None
