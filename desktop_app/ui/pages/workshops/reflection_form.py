"""Write down what was said: type, Ctrl+Enter, next. The same form changes a reflection that is already there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal

from desktop_app.domain.workshop import Attribution, Consent, Prompt, Reflection, Valence
from desktop_app.ui.statuses import ATTRIBUTION, CONSENT, VALENCE
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField, TextField
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.words import heading, small

_CAPTURE = (("paraphrase", "In our words"), ("verbatim", "In their words"), ("sticky-note", "From a note"))


class ReflectionForm(Panel):
    kept = Signal()  # a new one is ready to be kept
    edited = Signal(object)  # Reflection that is there already, as it should be stored
    deleted = Signal(str)
    closed = Signal()
    choices_changed = Signal()  # attribution or group: the advice may be another

    def __init__(self) -> None:
        super().__init__()
        self._held = Reflection()
        self.is_new = True
        head = row(spacing=8)
        self._title = heading("")
        head.addWidget(self._title)
        head.addStretch(1)
        self._delete = Button(kind="quiet", icon="trash", name=self.tr("Delete this reflection"))
        self._delete.clicked.connect(lambda: self.deleted.emit(self._held.uid))
        close = Button(kind="quiet", icon="x", name=self.tr("Close the form"), cap="Esc")
        close.clicked.connect(self.closed)
        head.addWidget(self._delete)
        head.addWidget(close)
        self.body.addLayout(head)
        self.prompt = Chooser()
        self.body.addWidget(Labelled(self.tr("Prompt"), self.prompt))
        self.text_field = TextField(placeholder=self.tr("What was said. Who said it is not written down."), least=2)
        self.body.addWidget(Labelled(self.tr("What was said"), self.text_field))
        self._add_choices()
        self._add_foot()
        self._connect()
        shortcut(self, "Ctrl+Return", self._keep)
        shortcut(self, "Esc", self.closed.emit)

    def _add_choices(self) -> None:
        self.valence = Chooser([(v.value, look.word) for v, look in VALENCE.items()])
        self.consent = Chooser([(c.value, look.word) for c, look in CONSENT.items()])
        self.attribution = Chooser([(a.value, look.word) for a, look in ATTRIBUTION.items()])
        self.capture = Chooser(_CAPTURE)
        self.group, self.factor = LineField(), LineField()
        self._group = Labelled(self.tr("Printed as"), self.group)
        self.first, self.second = row(spacing=12), row(spacing=12)
        for label, field in (
            (self.tr("What it is about"), self.valence),
            (self.tr("Consent"), self.consent),
            (self.tr("How it was taken down"), self.capture),
        ):
            self.first.addWidget(Labelled(label, field), 1, Qt.AlignmentFlag.AlignTop)
        self.second.addWidget(Labelled(self.tr("Attribution"), self.attribution), 1, Qt.AlignmentFlag.AlignTop)
        self.second.addWidget(self._group, 1, Qt.AlignmentFlag.AlignTop)
        self.second.addWidget(Labelled(self.tr("Factor"), self.factor), 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self.first)
        self.body.addLayout(self.second)
        marks = column(spacing=6)
        self.sensitive = CheckBox(self.tr("Sensitive"))
        self.escalated = CheckBox(self.tr("A new risk, passed on"))
        for box in (self.sensitive, self.escalated):
            marks.addWidget(box)
        self.body.addLayout(marks)

    def _add_foot(self) -> None:
        foot = row(spacing=12)
        self.keep = Button(self.tr("Keep, and next"), kind="primary", icon="check", cap="Ctrl ↵")
        self.keep.clicked.connect(self._keep)
        foot.addWidget(self.keep)
        note = self.tr("Shown in the order of the alphabet, so that nobody can read who spoke when.")
        foot.addWidget(small(note, wrap=True), 1)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.prompt.chosen.connect(lambda value: self._edit(prompt=value))
        self.text_field.left.connect(lambda text: self._edit(text=text.strip()))
        self.valence.chosen.connect(lambda value: self._edit(valence=Valence(value)))
        self.consent.chosen.connect(lambda value: self._edit(consent=Consent(value)))
        self.attribution.chosen.connect(lambda value: self._edit(attribution=Attribution(value)))
        self.capture.chosen.connect(lambda value: self._edit(capture=value))
        self.group.left.connect(lambda text: self._edit(group=text.strip()))
        self.factor.left.connect(lambda text: self._edit(factor=text.strip()))
        self.sensitive.clicked.connect(lambda on: self._edit(sensitive=on))
        self.escalated.clicked.connect(lambda on: self._edit(escalated=on))

    @property
    def reflection(self) -> Reflection:
        """As the form says it now, words still being typed included."""
        return replace(
            self._held,
            text=self.text_field.toPlainText().strip(),
            group=self.group.text().strip(),
            factor=self.factor.text().strip(),
        )

    def show_prompts(self, prompts: Sequence[Prompt]) -> None:
        options = [("", self.tr("Without a prompt")), *((p.uid, p.text or self.tr("No words yet")) for p in prompts)]
        self.prompt.set_options(options, self._held.prompt)

    def show_reflection(self, held: Reflection, *, is_new: bool) -> None:
        self._held, self.is_new = held, is_new
        self._title.setText(self.tr("Add what was said") if is_new else self.tr("Change what was written down"))
        self._delete.setVisible(not is_new)
        self.keep.setVisible(is_new)
        self.prompt.show_value(held.prompt)
        self.text_field.show_text(held.text)
        self.valence.show_value(held.valence.value)
        self.consent.show_value(held.consent.value)
        self.attribution.show_value(held.attribution.value)
        self.capture.show_value(held.capture)
        self.group.show_text(held.group)
        self.factor.show_text(held.factor)
        self.sensitive.setChecked(held.sensitive)
        self.escalated.setChecked(held.escalated)
        self._group.setVisible(held.attribution is not Attribution.UNATTRIBUTED)
        self.choices_changed.emit()

    def advise(self, text: str) -> None:
        self._group.advise(text, icon="warning", tone="warn")

    def _keep(self) -> None:
        if self.is_new:
            self.kept.emit()

    def _edit(self, **fields: Any) -> None:
        changed = replace(self._held, **fields)
        if changed == self._held:
            return
        self._held = changed
        self._group.setVisible(changed.attribution is not Attribution.UNATTRIBUTED)
        self.choices_changed.emit()
        if not self.is_new:
            self.edited.emit(changed)
