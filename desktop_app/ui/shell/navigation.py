"""The pages of the desk, in the order of the work. Each is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page


@dataclass(frozen=True, slots=True)
class PageInfo:
    """`module` and `cls` name the page's class; `count` is the figure in the rail, None for none."""

    name: str
    word: str
    icon: str
    module: str
    cls: str
    keys: str
    count: Callable[[Snapshot], int] | None = None

    def build(self, desk: Desk) -> Page:
        page = getattr(import_module(f"desktop_app.ui.pages.{self.module}"), self.cls)(desk)
        assert isinstance(page, Page)
        return page


PAGES: tuple[PageInfo, ...] = (
    PageInfo("overview", "Overview", "squares-four", "overview", "OverviewPage", "Ctrl+1"),
    PageInfo("chronology", "Chronology", "rows", "chronology", "ChronologyPage", "Ctrl+2", lambda s: len(s.events)),
    PageInfo(
        *("people", "People & bodies", "users", "people", "PeoplePage", "Ctrl+3"),
        lambda s: len(s.people) + len(s.bodies),
    ),
    PageInfo(
        "workshops", "Workshops", "chats-circle", "workshops", "WorkshopsPage", "Ctrl+4", lambda s: len(s.workshops)
    ),
    PageInfo("analysis", "Analysis", "tree-structure", "analysis", "AnalysisPage", "Ctrl+5", lambda s: len(s.findings)),
    PageInfo(
        *("recommendations", "Recommendations", "list-numbers", "recommendations", "RecommendationsPage", "Ctrl+6"),
        lambda s: len(s.recommendations),
    ),
    PageInfo("outputs", "Outputs", "file-text", "outputs", "OutputsPage", "Ctrl+7", lambda s: len(s.outputs)),
    PageInfo("governance", "Governance", "scales", "governance", "GovernancePage", "Ctrl+8"),
)
IMPORT = PageInfo("import", "Import a file", "download-simple", "importing", "ImportPage", "")
SETTINGS = PageInfo("settings", "Settings", "gear", "settings", "SettingsPage", "Ctrl+,")

BIN = PageInfo("bin", "Bin", "trash", "bin", "BinPage", "")


def page_info(name: str) -> PageInfo:
    return next(page for page in (*PAGES, IMPORT, SETTINGS, BIN) if page.name == name)
