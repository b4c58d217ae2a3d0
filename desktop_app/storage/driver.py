"""The only door to SQLite: sqlcipher3 given to sqlite-utils by the hook that sqlite-utils has for it.

sqlite-utils tries to import `pysqlite3` before `sqlite3`. Handing it sqlcipher3 under that name makes all its
except-clauses match the errors sqlcipher3 raises; a bare sqlcipher3 connection without this loses data silently
(a failed INSERT ... RETURNING leaves its transaction open). Hence the assertion below, and hence the rule that
nothing else in Candour imports either of them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import sqlcipher3
import sqlcipher3.dbapi2

if "sqlite_utils" in sys.modules:
    raise ImportError("desktop_app.storage.driver must be imported before sqlite_utils")
_HOOK = {"pysqlite3": sqlcipher3, "pysqlite3.dbapi2": sqlcipher3.dbapi2}
sys.modules.update(_HOOK)
import sqlite_utils  # noqa: E402
import sqlite_utils.db  # noqa: E402
from sqlite_utils import Database, Migrations  # noqa: E402

for _name in _HOOK:
    del sys.modules[_name]

Error = sqlcipher3.dbapi2.Error
IntegrityError = sqlcipher3.dbapi2.IntegrityError

__all__ = ["Database", "Error", "IntegrityError", "Migrations", "open_keyed", "open_plain", "rekey"]


def assert_hooked() -> None:
    """Raises ImportError unless sqlite-utils and sqlcipher3 are one: never run without it."""
    hooked = vars(sqlite_utils.db)
    if hooked["sqlite3"] is not sqlcipher3 or hooked["OperationalError"] is not sqlcipher3.dbapi2.OperationalError:
        raise ImportError("sqlite-utils did not take sqlcipher3 as its driver")


assert_hooked()

_PRAGMAS = (
    "foreign_keys=ON",
    "temp_store=MEMORY",  # temp_store=FILE would write plaintext
    "secure_delete=ON",
    "cache_size=-65536",
    "trusted_schema=OFF",
)

# More than there are: sqlcipher3 lets a new statement take the place of the one before it once the cache is full, and
# two that follow each other are then compiled anew each time, which costs more than they do.
_CACHED_STATEMENTS = 4000
_LASTING = ("journal_mode=WAL", "synchronous=FULL")
_SCRATCH = ("journal_mode=MEMORY", "synchronous=OFF")  # for a copy that nobody misses when it is half written


def open_keyed(path: Path, key: bytes, salt: bytes, *, create: bool = False, scratch: bool = False) -> Database:
    """Open (or with `create` make) the SQLCipher 4 file at `path` with a raw 32-byte key and 16-byte salt.

    Raises `Error` with sqlite_errorcode 26 when the key does not fit or the file is no such database. The
    connection may cross threads: the caller holds a lock around each use. A `scratch` copy leaves no logs beside it
    and is not flushed.
    """
    spec = _raw_key(key, salt)
    uri = path.absolute().as_uri() + ("?mode=rwc" if create else "?mode=rw")  # as_uri copes with spaces, # and ?
    conn: Any = sqlcipher3.connect(
        uri, uri=True, check_same_thread=False, isolation_level=None, cached_statements=_CACHED_STATEMENTS
    )
    try:
        conn.execute("PRAGMA cipher_log_level=NONE")
        conn.set_key(spec)  # not as SQL text, which statement caches would keep
        for pragma in (*_PRAGMAS, *(_SCRATCH if scratch else _LASTING)):
            conn.execute(f"PRAGMA {pragma}").fetchall()
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return Database(conn, execute_plugins=False)
    except BaseException:
        conn.close()
        raise


def open_plain(path: Path, *, create: bool = False) -> Database:
    """Open (or with `create` make) an ordinary SQLite file, for words that were published and for nothing else.

    Raises `Error`; for what is no database, with the first statement. Deleted rows are overwritten.
    """
    uri = path.absolute().as_uri() + ("?mode=rwc" if create else "?mode=rw")
    conn: Any = sqlcipher3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            conn.execute(f"PRAGMA {pragma}").fetchall()
        return Database(conn, execute_plugins=False)
    except BaseException:
        conn.close()
        raise


def rekey(path: Path, key: bytes, salt: bytes, new_key: bytes, new_salt: bytes) -> None:
    """Encrypt every page of a scratch copy anew. Raises `Error`; the copy is then worth nothing."""
    spec = _raw_key(new_key, new_salt)
    db = open_keyed(path, key, salt, scratch=True)
    try:
        # The pragma takes no parameter; the statement dies with this connection, and both keys are in memory anyway.
        db.conn.execute(f'PRAGMA rekey = "{spec}"').fetchall()
    finally:
        db.close()


def _raw_key(key: bytes, salt: bytes) -> str:
    if len(key) != 32 or len(salt) != 16:
        raise ValueError("a malformed key would silently be taken for a passphrase")
    return f"x'{key.hex()}{salt.hex()}'"
