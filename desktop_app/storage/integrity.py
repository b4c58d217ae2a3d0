"""What can be wrong inside a review, found by looking at all of it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.storage.audit import AuditChain
from desktop_app.storage.driver import Database


@dataclass(frozen=True, slots=True)
class Problem:
    """`code` is stable; `what` is a sentence; `where` is a page, a table or an entry, never content."""

    code: str
    what: str
    where: str


def database_problems(db: Database) -> list[Problem]:
    """Every page's MAC, SQLite's own structure, and the references between tables. No transaction may be open."""
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    problems = [
        Problem("page", "A page of the file does not match its own seal.", str(found))
        for (found,) in db.conn.execute("PRAGMA cipher_integrity_check").fetchall()
    ]
    problems += [
        Problem("structure", "The database inside the file is not well formed.", str(found))
        for (found,) in db.conn.execute("PRAGMA integrity_check").fetchall()
        if found != "ok"
    ]
    problems += [
        Problem("reference", "A row refers to one that is not there.", f"{table} {row}")
        for table, row, *_ in db.conn.execute("PRAGMA foreign_key_check").fetchall()
    ]
    problems += [
        Problem("reference", "A row of the undo steps belongs to none of them.", f"_history {row}")
        for (row,) in db.conn.execute("SELECT id FROM _history WHERE action NOT IN (SELECT id FROM _steps)").fetchall()
    ]
    return problems


_BROKEN = {
    "edited": "This entry of the ledger was edited after it was made.",
    "missing": "This entry of the ledger is missing.",
    "moved": "This entry of the ledger does not stand where it was made: it was moved, or others were taken out.",
}


def audit_problems(audit: AuditChain, anchor: tuple[int, str] | None) -> list[Problem]:
    """The chain itself and, with the anchor of an older print, whether it still reaches that far."""
    broken = audit.broken_at()
    if broken is not None:
        number, how = broken
        return [Problem("audit", _BROKEN[how], f"entry {number}")]
    if anchor is None or audit.holds(anchor):
        return []
    last, _ = audit.anchor()
    if anchor[0] > last:
        what = f"The ledger was cut, or this is an older file: it ends at entry {last}, and {anchor[0]} was printed."
        return [Problem("audit-cut", what, f"entry {last + 1}")]
    what = "The ledger is sound in itself, but this entry is not the one that was printed."
    return [Problem("audit-other", what, f"entry {anchor[0]}")]
