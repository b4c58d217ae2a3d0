"""Statuses keep their meaning and may be called what a partnership calls them."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.learning import ActionStatus, StatusLabel
from desktop_app.domain.status_labels import labels
from desktop_app.services.compose.status_words import status_words
from desktop_app.services.session import Session

LONGEST = 40  # characters: a badge is one line


def call_status(session: Session, status: ActionStatus, label: str) -> ChangeSet | None:
    """From now on `status` is called `label`; "" gives it its usual word back. None when nothing changes.

    Raises UserError for one that is too long, or that another status has: two would be read as one.
    """
    snapshot, word = session.snapshot, " ".join(label.split())
    held = [one for one in snapshot.status_labels if one.status is status]
    if word == (held[-1].label if held else ""):
        return None
    if len(word) > LONGEST:
        raise _refusal(f"A status is called by at most {LONGEST} characters.", "Shorten it.")
    for other in ActionStatus:
        if other is not status and word and status_words(snapshot, other).casefold() == word.casefold():
            raise _refusal(f"Another status is called “{word}” already.", "Choose another word for one of them.")
    return session.put("Name a status", replace(held[-1] if held else StatusLabel(status=status), label=word))


def _refusal(what: str, do: str) -> UserError:
    return UserError(what, safe="Its name is as it was.", do=do, code="status-label", exit_code=Exit.USAGE)


__all__ = ["LONGEST", "call_status", "labels", "status_words"]
