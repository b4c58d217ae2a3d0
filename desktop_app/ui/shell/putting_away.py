"""Locking, as far as the review goes: drafts into the encrypted file, the file written, let go of. Nothing stops it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.common.errors import UserError
from desktop_app.services.keys import Untold, keys_untold
from desktop_app.ui.crash import fault_code
from desktop_app.ui.shell.desk_view import DeskView
from desktop_app.ui.shell.handover import KEY_WAITS
from desktop_app.ui.shell.place import keep_place, place_on
from desktop_app.ui.shell.saver import Saver

_log = logging.getLogger(__name__)


def keep_what_is_typed(view: DeskView) -> str:
    """Drafts and the place go into the encrypted working copy. Returns the code of what went wrong, or ""."""

    def keep() -> None:
        if view.page is None:
            return
        place = place_on(view.current, view.page)
        view.commit()
        keep_place(view.desk.session, place)

    return carried_on(keep)


@dataclass(frozen=True, slots=True)
class PutAway:
    """Two codes for the locked page, "" when there is nothing to say: what went wrong, and what waits inside."""

    trouble: str
    told: str


def put_away(view: DeskView, saver: Saver) -> PutAway:
    """Undo ends, the file is written and closed. One that cannot be written stays in the working copy, whole.

    Only here does undo end: whoever unlocks the desk next may be somebody else. A crash, or closing, keeps it.
    New keys being made are made to their end: half of that would leave backups that a leaked passphrase opens.
    """
    session = view.desk.session
    view.desk.jobs.cancel_all()
    view.desk.jobs.finish_whole()
    carried_on(saver.finish)
    carried_on(session.forget_undo)
    waits: list[Untold] = []
    carried_on(lambda: waits.extend(keys_untold(session)))
    trouble = carried_on(session.close)
    if trouble:
        carried_on(session.leave)
    return PutAway(trouble, KEY_WAITS if waits else "")


def carried_on(step: Callable[[], None]) -> str:
    """A fault of ours may no more keep a desk open than a full disk: it is logged by its code, and locking goes on."""
    try:
        step()
    except UserError as error:
        return error.code
    except Exception:  # noqa: BLE001 - said on the locked page by its code
        kind, _error, trace = sys.exc_info()
        code = fault_code(kind or Exception, trace)
        _log.error("fault %s while locking", code)
        return code
    return ""
