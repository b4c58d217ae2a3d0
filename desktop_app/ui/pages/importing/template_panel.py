"""A return for an agency to fill in: which columns it has, which of them are needed, and where it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout

from desktop_app.services.return_template import (
    ALWAYS,
    USUAL_COLUMNS,
    USUAL_MANDATORY,
    TemplateResult,
    template_columns,
)
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.words import ElidedLabel, small, words


class TemplatePanel(Panel):
    """`wanted` carries where to write it; `columns` and `mandatory` say what it has."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("A return template"), self.tr("comes back without a question"), ruled=True)
        self.body.addWidget(
            small(
                self.tr(
                    "A clean Word or Excel file with these columns, guidance, and the review’s glossary. "
                    "It holds no name of the register."
                ),
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(24))
        grid.setVerticalSpacing(theme().px(4))
        grid.addWidget(small(self.tr("Column")), 0, 0)
        grid.addWidget(small(self.tr("Needed in every row")), 0, 1)
        self.has: dict[str, CheckBox] = {}
        self.needs: dict[str, CheckBox] = {}
        for number, (field, heading) in enumerate(template_columns(), 1):
            has = CheckBox(heading)
            needs = CheckBox("", self.tr("{} is needed in every row").format(heading))
            has.setChecked(field in USUAL_COLUMNS or field in ALWAYS)
            needs.setChecked(field in USUAL_MANDATORY or field in ALWAYS)
            has.setEnabled(field not in ALWAYS)
            needs.setEnabled(field not in ALWAYS)
            needs.toggled.connect(lambda on, has=has: has.setChecked(has.isChecked() or on))
            has.toggled.connect(lambda on, needs=needs: needs.setChecked(needs.isChecked() and on))
            self.has[field], self.needs[field] = has, needs
            grid.addWidget(has, number, 0)
            grid.addWidget(needs, number, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        line = row()
        self.button = Button(self.tr("Save the template…"), kind="secondary", icon="download-simple")
        self.button.clicked.connect(self._ask_where)
        line.addWidget(self.button)
        self.said = ElidedLabel("", font="small", tone="text2")
        line.addWidget(self.said, 1)
        self.body.addLayout(line)
        self.trouble = words("", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field for field, box in self.has.items() if box.isChecked())

    @property
    def mandatory(self) -> tuple[str, ...]:
        return tuple(field for field, box in self.needs.items() if box.isChecked())

    def show_agency(self, name: str) -> None:
        self.button.block("" if name else self.tr("Choose the agency it is for first."))
        self.said.set_text(self.tr("for {}").format(name) if name else self.tr("Choose the agency it is for first."))

    def show_result(self, result: TemplateResult) -> None:
        if result.written:
            left = self.tr(" {} glossary entries were left out until somebody decides on them.").format(result.left_out)
            self.said.set_text(self.tr("Written and read back clean.") + (left if result.left_out else ""))
        surfaces = ", ".join(blocked.surface for blocked in result.blocked[:12])
        self.trouble.setText(self.tr("Nothing was written: somebody must decide on {} first.").format(surfaces))
        self.trouble.setVisible(not result.written)

    def _ask_where(self) -> None:
        kinds = self.tr("Word (*.docx);;Excel (*.xlsx)")
        name, kind = QFileDialog.getSaveFileName(self, self.tr("Save the template"), "", kinds)
        if name:
            path = Path(name)
            ending = ".xlsx" if "xlsx" in kind else ".docx"
            self.wanted.emit(path if path.suffix.lower() in (".docx", ".xlsx") else path.with_name(path.name + ending))
