"""Large text on a small screen: what grows downwards never grows sideways out of sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.panel import ScrolledColumn

PAGES = (
    *("overview", "chronology", "people", "workshops", "analysis", "recommendations", "outputs", "governance"),
    *("merging", "knowing", "episodes"),
)
RETURN = "Date,Time,Source,Event,Comment\n12/02/2024,10:00,SystmOne,Home visit,\n31/02/2024,,SystmOne,Clinic,\n"


@pytest.fixture
def large(qapp: QApplication, session: object, rest: Callable[[], None]) -> Iterator[MainWindow]:
    look = Look(qapp)
    look.choose(scheme=Scheme.LIGHT, scale=200)
    window = MainWindow(look)
    window.resize(1440, 900)
    window.open_desk(session)  # type: ignore[arg-type]
    window.show()
    rest()
    yield window
    window.close()
    window.deleteLater()
    rest()
    apply(qapp, Theme())


def too_wide(page: QWidget) -> list[tuple[int, int, str]]:
    found = []
    for area in page.findChildren(ScrolledColumn):
        inner = area.widget()
        if inner is not None and area.isVisibleTo(page) and inner.width() > area.viewport().width():
            widest = max(inner.findChildren(QWidget), key=lambda w: w.minimumSizeHint().width(), default=inner)
            found.append((inner.width(), area.viewport().width(), f"{type(widest).__name__} {widest.accessibleName()}"))
    return found


@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_out_at_the_right(large: MainWindow, name: str, rest: Callable[[], None], qtbot: Any) -> None:
    assert large.desk_view is not None
    large.desk_view.go(name)
    desk = large.desk_view.desk
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=30_000)
    rest()
    page = large.desk_view.page
    assert page is not None
    assert too_wide(page) == []


def test_a_file_about_to_be_imported_fits(
    large: MainWindow, tmp_path: Path, rest: Callable[[], None], qtbot: Any
) -> None:
    assert large.desk_view is not None
    large.desk_view.go("import", "chronology")
    page: Any = large.desk_view.page
    path = tmp_path / "return.csv"
    path.write_text(RETURN, encoding="utf-8")
    page.agency.show_value("HV")
    page.choose(path)
    qtbot.waitUntil(lambda: page.plan is not None and not page.desk.jobs.busy, timeout=30_000)
    rest()
    assert page.mapping.isVisible()
    assert too_wide(page) == []


@pytest.mark.parametrize("part", ["kinds", "page", "queue", "out"])
def test_each_part_of_outputs_can_be_reached(
    large: MainWindow, part: str, rest: Callable[[], None], qtbot: Any
) -> None:
    assert large.desk_view is not None
    large.desk_view.go("outputs")
    page: Any = large.desk_view.page
    qtbot.waitUntil(lambda: page.prepared is not None, timeout=30_000)
    page.parts.show_value(part)
    page._arrange()
    rest()
    assert [key for key, pane in page._panes.items() if pane.isVisibleTo(page)] == [part]
    assert too_wide(page) == []
