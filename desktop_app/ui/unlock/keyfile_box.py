"""A keyfile as well as the passphrase: folded away until it is wanted. Where it was is not remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from desktop_app.ui.theme.theme import theme
from desktop_app.ui.unlock.file_button import FileButton
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import small


class KeyfileBox(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._path: Path | None = None
        lines = column(self, margin=8, spacing=8)
        head = row()
        self._fold = Button(self.tr("Use a keyfile as well"), kind="quiet", icon="caret-right")
        self._fold.clicked.connect(self._toggle)
        head.addWidget(self._fold)
        head.addStretch(1)
        lines.addLayout(head)
        self._inside = QWidget()
        inside = column(self._inside, spacing=6)
        inside.setContentsMargins(theme().px(28), 0, theme().px(8), theme().px(8))
        choose = row()
        self._shown = FileButton("key", arrow=False, height=32)
        self._shown.setAccessibleName(self.tr("Keyfile"))
        self._shown.show_file(self.tr("No keyfile"), "")
        self._shown.clicked.connect(self._choose)
        button = Button(self.tr("Choose…"))
        button.clicked.connect(self._choose)
        choose.addWidget(self._shown, 1)
        choose.addWidget(button)
        inside.addLayout(choose)
        inside.addWidget(small(self.tr("Where the keyfile was is not remembered.")))
        lines.addWidget(self._inside)
        self._inside.hide()

    def _toggle(self) -> None:
        opening = self._inside.isHidden()
        self._inside.setVisible(opening)
        self._fold.icon_name = "caret-down" if opening else "caret-right"
        self._fold.update()
        if not opening:
            self._path = None
            self._shown.show_file(self.tr("No keyfile"), "")

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a keyfile"))
        if name:
            self._path = Path(name)
            self._shown.show_file(self.tr("Keyfile chosen"), self.tr("press Choose… for another"))

    def read(self) -> bytes | None:
        """The keyfile's bytes; None while none is used. Raises UserError when it cannot be read."""
        if self._path is None:
            return None
        from desktop_app.services.secret_files import read_keyfile

        return read_keyfile(self._path)
