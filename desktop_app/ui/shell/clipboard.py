"""What is copied from Candour is taken off the clipboard again, and clipboard histories are asked not to record it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

KEPT_MS = 10_000
# What a desktop's clipboard history looks for before it records: KDE's Klipper (and KeePassXC's convention for it),
# Windows 10 clipboard history and cloud clipboard ("Clipboard Formats", Cloud Clipboard and Clipboard History),
# macOS managers by nspasteboard.org.
HINTS: tuple[tuple[str, bytes], ...] = (
    ("x-kde-passwordManagerHint", b"secret"),
    ("ExcludeClipboardContentFromMonitorProcessing", bytes(4)),
    ("CanIncludeInClipboardHistory", bytes(4)),
    ("CanUploadToCloudClipboard", bytes(4)),
    ("org.nspasteboard.ConcealedType", b"1"),
)
_SELECTED = QClipboard.Mode.Clipboard


class ClipboardGuard(QObject):
    """Watches what this program copies, wherever in it; what other programs copy is never touched."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QApplication.clipboard()
        self._clipboard.dataChanged.connect(self._changed)
        self._until = QTimer(self)
        self._until.setSingleShot(True)
        self._until.setInterval(KEPT_MS)
        self._until.timeout.connect(self.clear)

    def _changed(self) -> None:
        if not self._clipboard.ownsClipboard():
            self._until.stop()
            return
        held = self._clipboard.mimeData(_SELECTED)
        if held is None or not held.formats():
            return
        self._until.start()
        if held.hasFormat(HINTS[0][0]):
            return
        marked = QMimeData()
        for kind in held.formats():
            marked.setData(kind, held.data(kind))
        for kind, value in HINTS:
            marked.setData(kind, value)
        self._clipboard.setMimeData(marked, _SELECTED)

    @property
    def waiting(self) -> bool:
        """Whether something copied here is still to be taken away."""
        return self._until.isActive()

    def clear(self) -> None:
        """Now: when the time is up, and at lock. Only what was copied here."""
        self._until.stop()
        if self._clipboard.ownsClipboard():
            self._clipboard.clear(_SELECTED)
