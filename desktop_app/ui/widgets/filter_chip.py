"""A chip that narrows a page: a menu of things to tick; in accent, with how many, while it narrows."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.ui.widgets.buttons import Button


class FilterChip(Button):
    """`narrowed` carries the keys that are ticked; none ticked means all are shown."""

    narrowed = Signal(object)  # frozenset[str]

    def __init__(self, everything: str, some: str) -> None:
        """`some` has one {} for the count, or for the one word that is ticked."""
        super().__init__(everything, menu_arrow=True)
        self._everything, self._some = everything, some
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._actions: dict[str, QAction] = {}
        self.clicked.connect(self._open)

    @property
    def ticked(self) -> frozenset[str]:
        return frozenset(key for key, action in self._actions.items() if action.isChecked())

    def show_options(self, options: Sequence[tuple[str, str]]) -> None:
        """(key, words) each; what was ticked stays ticked."""
        before = self.ticked
        self._menu.clear()
        self._actions.clear()
        for key, text in options:
            action = self._menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(key in before)
            action.toggled.connect(lambda _on: self._tell())
            self._actions[key] = action
        self._menu.addSeparator()
        self._menu.addAction(self._everything).triggered.connect(self.show_all)
        self._show_words()

    def show_ticked(self, options: Sequence[tuple[str, str]], ticked: Sequence[str]) -> None:
        """The same, with what is ticked said from outside."""
        # A tick is told while its own signal runs: the menu is made anew only when there is something new in it.
        if [(key, action.text()) for key, action in self._actions.items()] != list(options):
            self.show_options(options)
        for key, action in self._actions.items():
            action.blockSignals(True)
            action.setChecked(key in ticked)
            action.blockSignals(False)
        self._show_words()

    def set_ticked(self, keys: AbstractSet[str]) -> None:
        """Said from outside: nothing is told back."""
        for key, action in self._actions.items():
            action.blockSignals(True)
            action.setChecked(key in keys)
            action.blockSignals(False)
        self._show_words()

    def show_all(self) -> None:
        for action in self._actions.values():
            action.blockSignals(True)
            action.setChecked(False)
            action.blockSignals(False)
        self._tell()

    def tick(self, key: str) -> None:
        self._actions[key].setChecked(True)

    def _tell(self) -> None:
        self._show_words()
        self.narrowed.emit(self.ticked)

    def _show_words(self) -> None:
        ticked = [action.text() for action in self._actions.values() if action.isChecked()]
        text = self._some.format(ticked[0] if len(ticked) == 1 else len(ticked)) if ticked else self._everything
        self.set_words(text)
        self.set_narrowing(bool(ticked))

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
