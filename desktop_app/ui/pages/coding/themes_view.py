"""The themes: what each means, how often each agency's account comes up under it, and everything marked with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.coding import Theme
from desktop_app.services.coding.marking import settle
from desktop_app.services.coding.themes import ancestry, delete_theme, edit_theme, merge_themes, new_theme
from desktop_app.services.coding.under import ThemeCount, counts, under
from desktop_app.ui.page import Page
from desktop_app.ui.pages.coding.theme_form import ThemeForm
from desktop_app.ui.pages.coding.under_panel import UnderPanel
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.list_and_detail import ListAndDetail
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.type_ahead import TypeAhead
from desktop_app.ui.widgets.words import title


class ThemesView(QWidget):
    followed = Signal(str)  # uid of a coding: read it where it stands

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self._desk, self.uid = page, page.desk, ""
        self.list = RecordList(self.tr("Themes"))
        self.list.picked.connect(self._show)
        self.split = ListAndDetail(self.list, self.tr("Themes"), width=320)
        column(self).addWidget(self.split)
        add = Button(kind="quiet", icon="plus", name=self.tr("Add a theme"), cap="N")
        add.clicked.connect(self.add)
        self.split.head.addWidget(add)
        head = row(spacing=12)
        self._title = title("")
        self._title.setWordWrap(True)
        merge = Button(self.tr("Put together with …"), icon="intersect", cap="F4")
        merge.clicked.connect(self.choose_merge)
        remove = Button(kind="quiet", icon="trash", name=self.tr("Delete this theme"), cap="Ctrl+Del")
        remove.clicked.connect(self.delete)
        for widget in (merge, remove):
            head.addWidget(widget)
        head.insertWidget(0, self._title, 1)
        self.form, self.under = ThemeForm(), UnderPanel()
        self.form.edited.connect(lambda theme: self._page.do(lambda: edit_theme(self._desk.session, theme)))
        self.under.followed.connect(self.followed)
        self.under.settled.connect(self.settle)
        detail = self.split.detail
        detail.column.addLayout(head)
        detail.column.addWidget(self.form)
        detail.column.addWidget(self.under)
        detail.column.addStretch(1)
        detail.flip(self.form.across, below=560)

    def show_review(self) -> None:
        snapshot = self._desk.snapshot
        counted = counts(self._desk.session)
        entries = [self._entry(theme, depth, counted[theme.uid]) for theme, depth in _in_order(snapshot.themes)]
        self.list.show_entries(entries, self.uid)
        if entries:
            self.split.show_empty(None)
            self._show(self.list.current)
            return
        self.uid = ""
        empty = EmptyState(
            self.tr("No themes yet"),
            self.tr("A theme gathers what different people wrote and said of the same thing. Make one here, or while "
                    "you read: choose words and press M."),
            self.tr("Add the first"),
            cap="N",
        )  # fmt: skip
        empty.acted.connect(self.add)
        self.split.show_empty(empty)

    def _entry(self, theme: Theme, depth: int, counted: ThemeCount) -> Entry:
        many = self.tr("{} marks on {} records") if counted.marks != 1 else self.tr("{} mark on {} record")
        said = many.format(counted.marks, counted.records) if counted.marks else self.tr("nothing marked yet")
        indent = "\u2003" * depth
        return Entry(uid=theme.uid, number=theme.letter, title=indent + theme.name, second=indent + said)

    def _theme(self) -> Theme | None:
        return next((theme for theme in self._desk.snapshot.themes if theme.uid == self.uid), None)

    def _show(self, uid: str) -> None:
        self.uid = uid
        theme = self._theme()
        if theme is None:
            return
        session, snapshot = self._desk.session, self._desk.snapshot
        self._title.setText(f"{theme.letter}  {theme.name}")
        parents = [held for held in snapshot.themes if theme.uid not in ancestry(snapshot, held.uid)]
        self.form.show_theme(theme, parents)
        self.under.show_marked(snapshot, under(session, theme.uid))

    def add(self) -> None:
        names = {theme.name for theme in self._desk.snapshot.themes}
        name = next(name for name in self._names() if name not in names)
        made = new_theme(self._desk.snapshot, name)
        if self._page.put(self.tr("Add a theme"), made):
            self.list.pick(made.uid)
            self.form.name_field.setFocus()
            self.form.name_field.selectAll()

    def _names(self) -> list[str]:
        first = self.tr("New theme")
        return [first, *(f"{first} {n}" for n in range(2, len(self._desk.snapshot.themes) + 3))]

    def choose_merge(self) -> None:
        """The theme that goes: its marks come under the one that is shown."""
        theme = self._theme()
        others = [held for held in self._desk.snapshot.themes if held.uid != self.uid]
        if theme is None or not others:
            return
        entries = [Entry(uid=t.uid, number=t.letter, title=t.name, second=t.definition or " ") for t in others]
        said = self.tr("The theme whose marks come under “{}”").format(theme.name)
        asked = TypeAhead(self, said, said, entries)
        asked.accepted.connect(lambda: self.merge(asked.chosen))
        asked.finished.connect(asked.deleteLater)
        asked.show_over(self)

    def merge(self, gone: str) -> None:
        theme = self._theme()
        other = next((held for held in self._desk.snapshot.themes if held.uid == gone), None)
        if theme is not None and other is not None:
            self._page.do(lambda: merge_themes(self._desk.session, theme, other))
            self._desk.told.emit(self.tr("The two are one theme. Ctrl+Z makes them two again."))

    def delete(self) -> None:
        theme = self._theme()
        if theme is not None and self._page.do(lambda: delete_theme(self._desk.session, theme.uid)):
            self._desk.told.emit(self.tr("Deleted, with its marks. Ctrl+Z brings them back."))

    def settle(self) -> None:
        """Marks whose words were edited stand where the words are now."""
        many, changes = settle(self._desk.session)
        self._desk.announce(changes)
        self._desk.told.emit(self.tr("{} marks follow their words.").format(many))


def _in_order(themes: tuple[Theme, ...]) -> list[tuple[Theme, int]]:
    """Each theme with how deep it lies: those under it follow it, by name. What leads round in a circle comes last."""
    known = {theme.uid for theme in themes}
    named = sorted(themes, key=lambda theme: theme.name.casefold())
    found: dict[str, tuple[Theme, int]] = {}

    def add(parent: str, depth: int) -> None:
        for theme in named:
            at_top = not parent and theme.parent not in known
            if theme.uid not in found and (at_top or (parent and theme.parent == parent)):
                found[theme.uid] = (theme, depth)
                add(theme.uid, depth + 1)

    add("", 0)
    return [*found.values(), *((theme, 0) for theme in named if theme.uid not in found)]
