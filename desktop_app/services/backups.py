"""Backups that have been opened: made, rotated, restored, and drilled."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop_app.common.clock import now
from desktop_app.common.errors import Exit, UserError
from desktop_app.services.backup_rotation import kept, rotation
from desktop_app.services.session import Secret, Session
from desktop_app.storage import backup_files, refusals
from desktop_app.storage.backup_files import BackupFile
from desktop_app.storage.header import read_header
from desktop_app.storage.working_copy import private_folder


@dataclass(frozen=True, slots=True)
class BackupState:
    """What the Backups page and its banner say. Times are UTC, None for never."""

    newest: dt.datetime | None
    count: int
    last_drill: dt.datetime | None
    drill_due: bool


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was opened and compared; `removed` older ones went by rotation."""

    path: Path
    made: dt.datetime
    removed: int = 0


@dataclass(frozen=True, slots=True)
class DrillReport:
    """`compared` counts tables; `wrong` holds names of tables that differ, or the code of what stood in the way."""

    backup: str
    made: dt.datetime
    compared: int
    wrong: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.wrong


def backup_state(session: Session) -> BackupState:
    """Cheap: looks at names and one note. A drill is due 30 days after the last, or after the oldest backup."""
    found = session.file.backups()
    last = session.file.last_drill
    since = last or (found[-1].made if found else None)
    due = since is not None and now() - since > rotation().drill_after
    return BackupState(found[0].made if found else None, len(found), last, due)


def make_backup(session: Session, to: Path | None = None) -> BackupMade:
    """Save, copy, open the copy and compare it. Into `to` as it is; in Candour's own folder older ones are rotated.

    Raises UserError; there is then no new backup, and none was removed. May run in a worker.
    """
    if to is not None and not to.is_dir():
        raise UserError(
            f"“{to.name}” is not a folder, so the backup cannot go there.",
            safe="Nothing has been changed.",
            do="Choose a folder that exists; a stick or network drive may have been unplugged.",
            code="not-found",
            exit_code=Exit.OUTSIDE,
        )
    if session.unsaved:
        session.save()
    return _back_up(session, to)


def backup_on_open(session: Session) -> BackupMade | None:
    """The file as it was found, if it has changed since its newest backup and that is older than a day."""
    return _back_up(session, None) if backup_due(session) else None


def backup_first(session: Session) -> BackupMade | None:
    """Before a merge, or whatever else changes much: all that is committed, unless the newest backup holds just that.

    Raises UserError as `make_backup`: then do not begin.
    """
    if session.unsaved:
        session.save()
    return _back_up(session, None) if session.file.changed_since_backup else None


def backup_due(session: Session) -> bool:
    newest = session.file.backups()[:1]
    if newest and now() - newest[0].made < rotation().due_after:
        return False
    return session.file.changed_since_backup


def backups_of_file(path: Path) -> list[BackupMade]:
    """Backups of the review at `path` on this computer, newest first; no secret is needed to see that they are there.

    Raises UserError when what is there is no review.
    """
    vault = read_header(path).header.vault
    found = backup_files.backups_in(backup_files.backup_folder(vault), vault)
    return [BackupMade(backup.path, backup.made) for backup in found]


def backups_place() -> Path:
    """The folder that holds a folder of backups for each review of this account. Raises UserError."""
    return private_folder("backups")


def restore_backup(backup: Path, target: Path, secret: Secret) -> None:
    """Never overwrites. Raises UserError: "exists", "wrong-secret", "damaged", "not-found" and their like."""
    backup_files.restore(backup, target, secret)


def drill(session: Session) -> DrillReport:
    """Restore the newest backup in a scratch folder and compare it. Raises UserError "no-backup"."""
    found = session.file.backups()
    if not found:
        raise refusals.no_backup(session.path)
    compared, wrong = session.file.drill(found[0])
    return DrillReport(found[0].path.name, found[0].made, compared, tuple(wrong))


def renew_backups(session: Session) -> int:
    """One fresh backup in place of all the older ones, which hold what was to go; returns how many were removed."""
    fresh = make_backup(session)
    return _remove([b for b in session.file.backups() if b.path != fresh.path])


def remove_all_backups(session: Session) -> int:
    """Those on this computer. Raises UserError; how many were removed."""
    return _remove(session.file.backups())


def _back_up(session: Session, to: Path | None) -> BackupMade:
    backup = session.file.back_up(to)
    removed = 0
    if to is None:
        stay = kept((b.made for b in session.file.backups()), rotation())
        removed = _remove([b for b in session.file.backups() if b.made not in stay])
    return BackupMade(backup.path, backup.made, removed)


def _remove(backups: list[BackupFile]) -> int:
    for backup in backups:
        try:
            backup.delete()
        except OSError as error:
            raise refusals.of_os_error(error, backup.path) from error
    return len(backups)
