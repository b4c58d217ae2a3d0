"""An output's shape is chosen beside its reader, by keyboard, and the page shows it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desktop_app.domain.output import OutputKind
from desktop_app.services.document_text import all_texts
from desktop_app.ui.shell.main_window import MainWindow


def test_another_shape_is_chosen_by_key_and_kept(window: MainWindow, qtbot: Any) -> None:
    assert window.desk_view is not None
    window.desk_view.go("outputs", OutputKind.CHRONOLOGY.value)
    page: Any = window.desk_view.page
    qtbot.waitUntil(lambda: page.prepared is not None and not page.desk.jobs.busy, timeout=30_000)
    fields = page.kinds.shape
    assert fields.preset.accessibleName() == "Shape"
    assert fields.preset.value == "shared"
    assert _heads(page, "Ref")
    fields.preset.setFocus()
    qtbot.keyClick(fields.preset, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not page.desk.jobs.busy and not _heads(page, "Ref"), timeout=30_000)
    (kept,) = page.desk.snapshot.output_shapes
    assert (kept.kind, kept.preset) == (OutputKind.CHRONOLOGY, "summary")


def test_a_kind_with_one_shape_asks_for_none(window: MainWindow, qtbot: Any) -> None:
    assert window.desk_view is not None
    window.desk_view.go("outputs", OutputKind.BRIEFING.value)
    page: Any = window.desk_view.page
    qtbot.waitUntil(lambda: page.prepared is not None and not page.desk.jobs.busy, timeout=30_000)
    assert not page.kinds.shape.isVisible()


def _heads(page: Any, words: str) -> bool:
    return words in {text.words for text in all_texts(page.prepared.rendering.preview)}
