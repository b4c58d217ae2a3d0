"""What a locked page says about how the window before it was put away. Codes cross the pipe, never a name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.common.errors import Exit, UserError
from desktop_app.ui.shell.handover import KEY_WAITS


def _tr(text: str) -> str:
    return QCoreApplication.translate("told_at_lock", text)


def sentence_for(code: str) -> str:
    """For what is no failure; "" for anything else."""
    if code != KEY_WAITS:
        return ""
    return _tr(
        "A new recovery key had not been put away when this was locked. It is kept in the review: unlock with the "
        "passphrase, and it is shown again under Settings, Security."
    )


def refusal_for(code: str) -> UserError:
    return UserError(
        _tr("The file could not be written when it was locked ({}).").format(code),
        safe=_tr("All work is kept in the encrypted working copy on this computer."),
        do=_tr("Unlock it here and press Ctrl+S: the status bar then says what stood in the way."),
        code=code,
        exit_code=Exit.OUTSIDE,
    )
