"""Open the review a command names, with the secret it gives."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.printing import say
from desktop_app.cli.secrets import secret_of
from desktop_app.common.errors import UserError
from desktop_app.services.backups import backup_on_open
from desktop_app.services.session import Session, open_session


def opened(args: argparse.Namespace, file: str | None = None, *, back_up: bool = True) -> Session:
    """A session to use in a `with`; what a person should know about the opening goes to standard error.

    A changed review whose newest backup is older than a day is backed up first, except by what makes backups itself.
    """
    session = open_session(Path(file or args.file), secret_of(args))
    for notice in session.notices:
        say(notice)
    if back_up:
        try:
            backup_on_open(session)
        except UserError as error:  # no reason to keep anybody from their work
            say(f"No backup was made. {error.message}")
    return session
