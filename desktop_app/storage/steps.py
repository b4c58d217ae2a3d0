"""Undo steps of an open review: made by each change, taken back, brought again; each in the ledger."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from desktop_app.domain.changes import ChangeSet
from desktop_app.storage import refusals
from desktop_app.storage.access import DEVICE, Access
from desktop_app.storage.change import Change, detail_of
from desktop_app.storage.history import ChangedSinceError, Step
from desktop_app.storage.state import advance


@contextlib.contextmanager
def change(access: Access, label: str) -> Iterator[Change]:
    """A step in the making; an exception inside takes all of it back."""
    with access.transaction():
        action, uid = access.history.begin(label)
        change = Change(access.db, label, DEVICE)
        try:
            yield change
        finally:
            access.history.end()
            changed = change.end()
        access.history.settle(action, changed=bool(changed))
        if changed:
            access.note("change", uid, detail_of(changed))


def undo(access: Access) -> ChangeSet | None:
    """None when there is nothing to take back. Raises UserError "changed-since"."""
    with access.transaction():
        return _turn(access, access.history.next_undo(), "undo")


def redo(access: Access) -> ChangeSet | None:
    """None when there is nothing to bring back. Raises UserError "changed-since"."""
    with access.transaction():
        return _turn(access, access.history.next_redo(), "redo")


def undo_label(access: Access) -> str | None:
    with access.using():
        step = access.history.next_undo()
        return None if step is None else step[2]


def redo_label(access: Access) -> str | None:
    with access.using():
        step = access.history.next_redo()
        return None if step is None else step[2]


def forget(access: Access) -> None:
    """Nothing can be undone from now on, nor redone; earlier texts and the bin stay. Raises UserError."""
    with access.transaction():
        if access.history.forget():
            advance(access.db)


def _turn(access: Access, step: Step | None, action: str) -> ChangeSet | None:
    if step is None:
        return None
    number, uid, label = step
    turn = access.history.undo if action == "undo" else access.history.redo
    try:
        touched = turn(number)
    except ChangedSinceError:
        raise refusals.changed_since(label) from None
    access.note(action, uid, detail_of(touched))
    return ChangeSet(label, touched)
