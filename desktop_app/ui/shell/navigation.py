"""The pages of the desk, in the order of the work. Each is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page


@dataclass(frozen=True, slots=True)
class PageInfo:
    """`module` and `cls` name the page's class; `count` is the figure in the rail, None for none.

    `marked` is the page's word as QT_TRANSLATE_NOOP gives it back; `word` says it in the language of the window.
    """

    name: str
    marked: object
    icon: str
    module: str
    cls: str
    keys: str
    count: Callable[[Snapshot], int] | None = None
    under: str = ""  # the page of the rail that this place belongs to

    @property
    def word(self) -> str:
        return QCoreApplication.translate("pages", str(self.marked))

    def build(self, desk: Desk) -> Page:
        page = getattr(import_module(f"desktop_app.ui.pages.{self.module}"), self.cls)(desk)
        assert isinstance(page, Page)
        return page


PAGES: tuple[PageInfo, ...] = (
    PageInfo("overview", QT_TRANSLATE_NOOP("pages", "Overview"), "squares-four", "overview", "OverviewPage", "Ctrl+1"),
    PageInfo(
        "chronology",
        QT_TRANSLATE_NOOP("pages", "Chronology"),
        "rows",
        "chronology",
        "ChronologyPage",
        "Ctrl+2",
        lambda s: s.event_count,
    ),
    PageInfo(
        *("people", QT_TRANSLATE_NOOP("pages", "People & bodies"), "users", "people", "PeoplePage", "Ctrl+3"),
        lambda s: len(s.people) + len(s.bodies),
    ),
    PageInfo(
        "workshops",
        QT_TRANSLATE_NOOP("pages", "Workshops"),
        "chats-circle",
        "workshops",
        "WorkshopsPage",
        "Ctrl+4",
        lambda s: len(s.workshops),
    ),
    PageInfo(
        "analysis",
        QT_TRANSLATE_NOOP("pages", "Analysis"),
        "tree-structure",
        "analysis",
        "AnalysisPage",
        "Ctrl+5",
        lambda s: len(s.findings),
    ),
    PageInfo(
        *(
            "recommendations",
            QT_TRANSLATE_NOOP("pages", "Recommendations"),
            "list-numbers",
            "recommendations",
            "RecommendationsPage",
            "Ctrl+6",
        ),
        lambda s: len(s.recommendations),
    ),
    PageInfo(
        "outputs",
        QT_TRANSLATE_NOOP("pages", "Outputs"),
        "file-text",
        "outputs",
        "OutputsPage",
        "Ctrl+7",
        lambda s: len(s.outputs),
    ),
    PageInfo(
        "governance", QT_TRANSLATE_NOOP("pages", "Governance"), "scales", "governance", "GovernancePage", "Ctrl+8"
    ),
)
IMPORT = PageInfo(
    "import", QT_TRANSLATE_NOOP("pages", "Import a file"), "download-simple", "importing", "ImportPage", ""
)
SETTINGS = PageInfo("settings", QT_TRANSLATE_NOOP("pages", "Settings"), "gear", "settings", "SettingsPage", "Ctrl+,")
MERGING = PageInfo(
    "merging",
    QT_TRANSLATE_NOOP("pages", "Compare accounts"),
    "intersect",
    "merging",
    "MergingPage",
    "Ctrl+M",
    under="chronology",
)
KNOWING = PageInfo(
    "knowing",
    QT_TRANSLATE_NOOP("pages", "Who knew what"),
    "eye",
    "knowing",
    "KnowingPage",
    "Ctrl+Shift+W",
    under="chronology",
)
EPISODES = PageInfo(
    *("episodes", QT_TRANSLATE_NOOP("pages", "Key practice episodes"), "bookmark-simple"),
    *("episodes", "EpisodesPage", "Ctrl+Shift+E"),
    under="chronology",
)
THREAD = PageInfo(
    *("thread", QT_TRANSLATE_NOOP("pages", "The thread"), "git-merge", "thread", "ThreadPage", "Ctrl+T"),
    under="analysis",
)
BOARD = PageInfo(
    *("board", QT_TRANSLATE_NOOP("pages", "The board"), "cards", "board", "BoardPage", "Ctrl+Shift+D"),
    under="analysis",
)
THEMES = PageInfo(
    *("themes", QT_TRANSLATE_NOOP("pages", "Themes"), "highlighter-circle", "coding", "CodingPage", "Ctrl+Shift+T"),
    under="analysis",
)
FAMILY = PageInfo(
    *("family", QT_TRANSLATE_NOOP("pages", "Family and those affected"), "users-three", "family", "FamilyPage"),
    "Ctrl+Shift+Y",
    under="people",
)
SETUP = PageInfo(
    *("setup", QT_TRANSLATE_NOOP("pages", "How the review is set up"), "clipboard-text", "setup", "SetupPage"),
    "Ctrl+Shift+U",
    under="governance",
)
BODIES = PageInfo(
    *("bodies", QT_TRANSLATE_NOOP("pages", "One body, several names"), "intersect", "bodies", "BodiesPage"),
    "Ctrl+Shift+B",
    under="governance",
)
MEMORY = PageInfo(
    *("memory", QT_TRANSLATE_NOOP("pages", "Said in other reviews"), "books", "memory", "MemoryPage"),
    "Ctrl+Shift+M",
    under="recommendations",
)
COPIES = PageInfo(
    *("copies", QT_TRANSLATE_NOOP("pages", "A co-author’s copy"), "copy", "copies", "CopiesPage", ""),
    under="governance",
)
BIN = PageInfo("bin", QT_TRANSLATE_NOOP("pages", "Bin"), "trash", "bin", "BinPage", "")
# Places without an item in the rail: reached from another page, by their keys, or through Ctrl+K.
OTHERS = (
    *(IMPORT, MERGING, KNOWING, EPISODES, FAMILY, SETUP, BODIES, THEMES, BOARD, THREAD, MEMORY, COPIES),
    *(SETTINGS, BIN),
)


def page_info(name: str) -> PageInfo:
    return next(page for page in (*PAGES, *OTHERS) if page.name == name)
