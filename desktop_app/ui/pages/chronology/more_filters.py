"""The filters that are wanted less often, behind one chip: a menu of menus to tick, in accent while they narrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.widgets.buttons import Button

Options = Iterable[tuple[str, str]]  # (value, words)


class MoreFilters(Button):
    """`narrowed` when anything was ticked or unticked. Groups are named as fields of `EventFilter`."""

    narrowed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", menu_arrow=True)
        self._menu = QMenu(self)
        self._groups: dict[str, dict[str, QAction]] = {}
        self._flags: dict[str, QAction] = {}
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(self.rect().bottomLeft())))
        self._show_words()

    def show_options(self, groups: Mapping[str, tuple[str, Options]], flags: Mapping[str, str]) -> None:
        """Name -> (heading, options), and name -> words of what is only on or off. What was ticked stays ticked."""
        ticked, on = {name: self.ticked(name) for name in self._groups}, {n for n in self._flags if self.flag(n)}
        self._menu.clear()
        self._groups, self._flags = {}, {}
        for name, (heading, options) in groups.items():
            listed = list(options)
            menu = self._menu.addMenu(heading)
            menu.setEnabled(bool(listed))
            self._groups[name] = {
                value: self._tick(menu, words, on=value in ticked.get(name, ())) for value, words in listed
            }
        self._menu.addSeparator()
        for name, words in flags.items():
            self._flags[name] = self._tick(self._menu, words, on=name in on)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Show all of them")).triggered.connect(self._clear)
        self._show_words()

    def _tick(self, menu: QMenu, words: str, *, on: bool) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.toggled.connect(lambda _on: self._tell())
        return action

    def ticked(self, name: str) -> frozenset[str]:
        return frozenset(value for value, action in self._groups.get(name, {}).items() if action.isChecked())

    def flag(self, name: str) -> bool:
        return name in self._flags and self._flags[name].isChecked()

    def set_all(self, groups: Mapping[str, frozenset[str]], flags: frozenset[str]) -> None:
        """Said from outside: nothing is told back."""
        for name, actions in self._groups.items():
            for value, action in actions.items():
                _set_quietly(action, on=value in groups.get(name, frozenset()))
        for name, action in self._flags.items():
            _set_quietly(action, on=name in flags)
        self._show_words()

    def _clear(self) -> None:
        self.set_all({}, frozenset())
        self.narrowed.emit()

    def _tell(self) -> None:
        self._show_words()
        self.narrowed.emit()

    def _show_words(self) -> None:
        count = sum(len(self.ticked(name)) for name in self._groups) + sum(self.flag(name) for name in self._flags)
        self.set_words(self.tr("More: {}").format(count) if count else self.tr("More"))
        self.setAccessibleName(self.tr("More filters, {} on").format(count) if count else self.tr("More filters"))
        self.set_narrowing(bool(count))


def _set_quietly(action: QAction, *, on: bool) -> None:
    action.blockSignals(True)
    action.setChecked(on)
    action.blockSignals(False)
