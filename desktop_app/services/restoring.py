"""Bring a backup of the open review back, as a review of its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop_app.common.errors import Exit, UserError
from desktop_app.services.session import Session


def backups_made(session: Session) -> list[dt.datetime]:
    """When each of those on this computer was made, newest first."""
    return [backup.made for backup in session.file.backups()]


def restore_beside(session: Session, made: dt.datetime, target: Path) -> None:
    """Put the backup of that time at `target`, which must be free. The open review and the backup stay as they are.

    Raises UserError "backup-gone" when rotation has removed it meanwhile, "backup-other-keys" when it is older than the
    review's data key, "exists", "not-found", and what a disk may say; nothing is then at `target`. May run in a worker.
    """
    found = next((backup for backup in session.file.backups() if backup.made == made), None)
    if found is None:
        raise UserError(
            "That backup is not there any more: newer ones have taken its place.",
            safe="Nothing has been changed.",
            do="Choose one of those that are kept.",
            code="backup-gone",
            exit_code=Exit.OUTSIDE,
        )
    session.file.restore(found, target)
    session.log("restore", "backup")
