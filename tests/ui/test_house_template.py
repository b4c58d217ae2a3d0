"""The partnership's own Word template is chosen on the Outputs page and is a format from then on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx

from desktop_app.domain.output import OutputKind
from desktop_app.services.house_template import write_starter
from desktop_app.ui.shell.main_window import MainWindow


def test_a_template_becomes_a_format_and_a_bad_one_is_refused_in_words(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    assert window.desk_view is not None
    window.desk_view.go("outputs", OutputKind.GOVERNANCE_UPDATE.value)
    page: Any = window.desk_view.page
    qtbot.waitUntil(lambda: page.prepared is not None and not page.desk.jobs.busy, timeout=30_000)
    assert page.bar.format.findData("house") < 0
    (tmp_path / "bad.docx").write_bytes(b"no")
    page.exporting.keep_template(tmp_path / "bad.docx")
    assert page.errors.isVisible()
    write_starter(tmp_path / "house.docx")
    page.exporting.keep_template(tmp_path / "house.docx")
    assert not page.errors.isVisible()
    assert page.bar.format.value == "house"
    qtbot.waitUntil(lambda: not page.desk.jobs.busy and page.bar.export.isEnabled(), timeout=30_000)
    page.export_to(tmp_path / "o.docx")
    qtbot.waitUntil(lambda: page.bar.written is not None, timeout=30_000)
    assert docx.Document(str(tmp_path / "o.docx")).paragraphs[0].text == page.prepared.rendering.preview.title.words
    assert page.bar.template.accessibleName() == "Choose your own Word template"
