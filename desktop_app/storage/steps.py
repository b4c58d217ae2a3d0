"""Undo steps of an open review: made by each change, taken back, brought again; each in the ledger."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from desktop_app.domain.changes import ChangeSet
from desktop_app.storage import history, refusals
from desktop_app.storage.access import DEVICE, Access
from desktop_app.storage.change import Change, detail_of


@contextlib.contextmanager
def change(access: Access, label: str) -> Iterator[Change]:
    """A step in the making; an exception inside takes all of it back."""
    with access.transaction():
        action, uid = history.begin(access.db, label)
        change = Change(access.db, label, DEVICE)
        try:
            yield change
        finally:
            changed = change.end()
        history.finish(access.db, action, changed=bool(changed))
        if changed:
            access.note("change", uid, detail_of(changed))


def undo(access: Access) -> ChangeSet | None:
    """None when there is nothing to take back. Raises UserError "changed-since"."""
    with access.transaction():
        return _turn(access, history.next_undo(access.db), "undo")


def redo(access: Access) -> ChangeSet | None:
    """None when there is nothing to bring back. Raises UserError "changed-since"."""
    with access.transaction():
        return _turn(access, history.next_redo(access.db), "redo")


def undo_label(access: Access) -> str | None:
    with access.using():
        step = history.next_undo(access.db)
        return None if step is None else step[2]


def redo_label(access: Access) -> str | None:
    with access.using():
        step = history.next_redo(access.db)
        return None if step is None else step[2]


def _turn(access: Access, step: tuple[int, str, str] | None, action: str) -> ChangeSet | None:
    if step is None:
        return None
    number, uid, label = step
    turn = history.undo if action == "undo" else history.redo
    try:
        touched = turn(access.db, number)
    except history.ChangedSinceError:
        raise refusals.changed_since(label) from None
    access.note(action, uid, detail_of(touched))
    return ChangeSet(label, touched)
