"""The rows of an undo step lie together by their own number, so that an edit writes no index of them.

`_history.id` is the step's number, a bit for redo, and the row's place among the step's: `action` and `direction` are
read from it. `_steps.uid`, which nothing looks for, has no index. With the state of the review, `head_at` is the ledger
entry after which `head` was set; a later entry is the head itself.
"""

# ruff: noqa: S608 - SQL is put together from the numbers in this file.

from __future__ import annotations

from desktop_app.storage.driver import Database

STEP_BITS, REDO_BIT = 24, 1 << 23  # eight million rows a step and direction

_STEPS = (
    "CREATE TABLE _steps_new (id INTEGER PRIMARY KEY, uid TEXT NOT NULL, at TEXT NOT NULL,"
    " label TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0) STRICT"
)
_HISTORY = (
    f"CREATE TABLE _history_new (id INTEGER PRIMARY KEY,"
    f" action INTEGER GENERATED ALWAYS AS (id >> {STEP_BITS}) VIRTUAL,"
    f" direction TEXT GENERATED ALWAYS AS (CASE id & {REDO_BIT} WHEN 0 THEN 'undo' ELSE 'redo' END) VIRTUAL,"
    " family TEXT NOT NULL, uid TEXT NOT NULL, op TEXT NOT NULL, before TEXT, after_rev TEXT) STRICT"
)
_COPY = (
    "INSERT INTO _history_new(id, family, uid, op, before, after_rev)"
    f" SELECT (action << {STEP_BITS}) + (direction = 'redo') * {REDO_BIT}"
    " + row_number() OVER (PARTITION BY action, direction ORDER BY id), family, uid, op, before, after_rev"
    " FROM _history"
)
_GONE = (
    "CREATE TRIGGER _steps_gone AFTER DELETE ON _steps BEGIN"
    f" DELETE FROM _history WHERE id BETWEEN old.id << {STEP_BITS} AND ((old.id + 1) << {STEP_BITS}) - 1; END"
)


def apply(db: Database) -> None:
    run = db.conn.execute
    run(_STEPS)
    run("INSERT INTO _steps_new SELECT id, uid, at, label, undone FROM _steps")
    run(_HISTORY)
    run(_COPY)
    for table in ("_history", "_steps"):  # the rows that refer before those they refer to
        run(f"DROP TABLE {table}")
        run(f"ALTER TABLE {table}_new RENAME TO {table}")
    run(_GONE)
    run(
        "INSERT INTO _state(key, value) SELECT 'head_at', (SELECT ifnull(max(n), 0) FROM _audit) FROM _state"
        " WHERE key = 'head'"
    )
