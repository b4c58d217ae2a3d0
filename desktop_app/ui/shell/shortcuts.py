"""F1: every shortcut that works here, in words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from desktop_app.ui.page import Action
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import ScrolledColumn, column, row
from desktop_app.ui.widgets.words import heading, title, words

EVERYWHERE: tuple[tuple[str, object], ...] = (
    ("Ctrl+1 … Ctrl+8", QT_TRANSLATE_NOOP("ShortcutList", "Go to a page")),
    ("Ctrl+K", QT_TRANSLATE_NOOP("ShortcutList", "Find a record or an action")),
    ("Ctrl+Z", QT_TRANSLATE_NOOP("ShortcutList", "Undo")),
    ("Ctrl+Shift+Z", QT_TRANSLATE_NOOP("ShortcutList", "Redo")),
    ("Ctrl+S", QT_TRANSLATE_NOOP("ShortcutList", "Save now")),
    ("Ctrl+L", QT_TRANSLATE_NOOP("ShortcutList", "Save and lock")),
    ("Ctrl++ and Ctrl+−", QT_TRANSLATE_NOOP("ShortcutList", "Larger and smaller text")),
    ("Ctrl+0", QT_TRANSLATE_NOOP("ShortcutList", "Text at 100 %")),
    ("F6", QT_TRANSLATE_NOOP("ShortcutList", "Next part of the window")),
    ("F1", QT_TRANSLATE_NOOP("ShortcutList", "This list")),
)


class ShortcutList(QDialog):
    def __init__(self, parent: QWidget, page: str, actions: list[Action]) -> None:
        super().__init__(parent)
        look = theme()
        self.setWindowTitle("Candour")
        self.setAccessibleName(self.tr("Shortcuts"))
        self.resize(look.px(520), look.px(560))
        outer = column(self, margin=0)
        scroll = ScrolledColumn(margin=24, spacing=12)
        outer.addWidget(scroll)
        scroll.column.addWidget(title(self.tr("Shortcuts")))
        here = [(a.keys, a.words) for a in actions if a.keys]
        everywhere = [(keys, self.tr(str(marked))) for keys, marked in EVERYWHERE]
        for head, pairs in ((page, here), (self.tr("Everywhere"), everywhere)):
            if not pairs:
                continue
            scroll.column.addWidget(heading(head))
            grid = QGridLayout()
            grid.setHorizontalSpacing(look.px(24))
            grid.setVerticalSpacing(look.px(6))
            grid.setColumnStretch(1, 1)
            for number, (keys, what) in enumerate(pairs):
                grid.addWidget(words(keys, font="bold"), number, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(words(what, wrap=True), number, 1)
            scroll.column.addLayout(grid)
        scroll.column.addStretch(1)
        foot = row(margin=16)
        foot.addStretch(1)
        close = Button(self.tr("Close"), cap="Esc")
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        outer.addLayout(foot)
        close.setFocus()
