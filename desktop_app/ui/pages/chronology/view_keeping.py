"""Views by name: kept, taken up again, let go."""

from __future__ import annotations

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.saved_view import SavedView
from desktop_app.services import saved_views
from desktop_app.ui.page import Page
from desktop_app.ui.pages.chronology.ask_line import AskLine
from desktop_app.ui.pages.chronology.filters import Filters
from desktop_app.ui.pages.chronology.timeline import TimelinePanel
from desktop_app.ui.pages.chronology.views_menu import ViewsMenu


class ViewKeeping:
    """What the menu of views asks for, done."""

    def __init__(self, page: Page, menu: ViewsMenu, filters: Filters, timeline: TimelinePanel) -> None:
        self._page, self._menu, self._filters, self._timeline = page, menu, filters, timeline
        menu.taken.connect(self._take)
        menu.dropped.connect(lambda view: page.do(lambda: saved_views.delete_view(page.desk.session, view)))
        menu.save_asked.connect(self._save)

    def _save(self) -> None:
        page = self._page

        def take(name: str) -> ChangeSet:
            changes = saved_views.save_view(page.desk.session, name, self._filters.chosen, self._menu.columns)
            page.desk.announce(changes)
            return changes

        AskLine(page, page.tr("Save this view"), page.tr("What it shows"), page.tr("Save"), take).open()

    def _take(self, view: SavedView) -> None:
        self._menu.show_columns(view.columns)
        self._timeline.clear_filter()
        self._filters.show_chosen(saved_views.filter_of(view))
