"""Open the review a command names, with the secret it gives."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.printing import say
from desktop_app.cli.secrets import secret_of
from desktop_app.services.session import Session, open_session


def opened(args: argparse.Namespace, file: str | None = None) -> Session:
    """A session to use in a `with`; what a person should know about the opening goes to standard error."""
    session = open_session(Path(file or args.file), secret_of(args))
    for notice in session.notices:
        say(notice)
    return session
