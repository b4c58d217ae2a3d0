"""Work that does not fit the file becomes a review of its own beside it, which the same secrets open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop_app.common import clock
from desktop_app.common.ids import new_uid
from desktop_app.storage.container import write_container
from desktop_app.storage.header import Header
from desktop_app.storage.state import read_state
from desktop_app.storage.working_copy import WorkingCopy


def side_name(path: Path, words: str) -> Path:
    """A free name beside `path`, e.g. "Case (unsaved work 2026-11-23 1304).review"."""
    stamp = f"{clock.now().astimezone():%Y-%m-%d %H%M}"
    for turn in range(1, 1000):
        number = f" {turn}" if turn > 1 else ""
        name = path.with_name(f"{path.stem} ({words} {stamp}{number}){path.suffix}")
        if not name.exists():
            return name
    raise FileExistsError(path.name)


def set_work_aside(path: Path, header: Header, data_key: bytes, work: WorkingCopy) -> Path:
    """Make a review of its own out of a readable working copy of `path`, then clear it away; returns where it is.

    Beside the file, or in the work folder when nothing can be written there. Raises OSError or driver.Error; the
    working copy is then where it was.
    """
    db = work.open_database(data_key, header.salt)
    try:
        head = read_state(db).head
        snapshot = work.compact(db)
    finally:
        db.close()
    apart = replace(header, vault=new_uid(), generation=1, head=head)
    try:
        aside = _write_somewhere(path, work, apart, data_key, snapshot)
    finally:
        snapshot.unlink(missing_ok=True)
    work.delete()
    return aside


def _write_somewhere(path: Path, work: WorkingCopy, header: Header, data_key: bytes, snapshot: Path) -> Path:
    aside = side_name(path, "unsaved work")
    try:
        write_container(aside, header, data_key, snapshot, new=True)
    except OSError:
        aside = work.folder / f"{header.vault}.review"
        write_container(aside, header, data_key, snapshot, new=True)
    return aside
