"""Our own faults: a calm dialog with a code that says nothing about the review, and a log of the same."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

_log = logging.getLogger(__name__)


def fault_code(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Eight letters and figures from the kind of fault and the places in our code; never from any value."""
    import hashlib  # these two only when something has gone wrong: start-up waits for neither
    import traceback

    places = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
    digest = hashlib.sha256("|".join([kind.__name__, *places]).encode()).hexdigest()[:8].upper()
    return f"{digest[:4]}-{digest[4:]}"


def install() -> None:
    sys.excepthook = _handle


def _handle(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    import traceback

    code = fault_code(kind, trace)
    where = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in traceback.extract_tb(trace)][-6:]
    _log.error("fault %s %s at %s", code, kind.__name__, " < ".join(reversed(where)))
    from PySide6.QtWidgets import QMessageBox  # rarely wanted

    box = QMessageBox(QApplication.activeWindow())
    box.setWindowTitle("Candour")
    box.setText(QCoreApplication.translate("crash", "Something in Candour went wrong. The code is {}.").format(code))
    box.setInformativeText(
        QCoreApplication.translate(
            "crash",
            "Everything entered up to a moment ago is kept in the encrypted working copy. You can go on; if it happens "
            "again, close and open the review. The code names nobody and nothing.",
        )
    )
    box.open()
