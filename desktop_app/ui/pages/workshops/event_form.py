"""The event itself: when, where and why; the rules; what is promised, and the limits of that."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.workshop import Workshop
from desktop_app.services.workshop_advice import confidentiality_advice
from desktop_app.services.workshop_library import ground_rules, statements
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField, TextField
from desktop_app.ui.widgets.panel import Panel, column, row


class EventForm(QWidget):
    edited = Signal(object)  # Workshop, as it should be stored

    def __init__(self) -> None:
        super().__init__()
        self._held = Workshop()
        self._fields: dict[str, LineField | TextField] = {}
        lines = column(self, spacing=16)
        event = Panel(self.tr("The event"))
        self.title_field = self._line(event, self.tr("Title"), "title")
        self.pair = row(spacing=12)
        kind = LineField()
        kind.left.connect(lambda text: self._edit(type=text.strip()))
        self._fields["type"] = kind
        self.day_field = DayField(self.tr("Date"))
        self.day_field.left_day.connect(lambda value: self._edit(date=value))
        self.pair.addWidget(Labelled(self.tr("Kind of event"), kind), 1, Qt.AlignmentFlag.AlignTop)
        self.pair.addWidget(self.day_field, 1, Qt.AlignmentFlag.AlignTop)
        event.body.addLayout(self.pair)
        self._line(event, self.tr("Place"), "place")
        self._line(event, self.tr("Facilitators"), "facilitators")
        self._text(event, self.tr("Purpose"), "purpose")
        self._text(event, self.tr("What is read beforehand"), "pre_reading")
        lines.addWidget(event)
        promised = Panel(self.tr("What is promised"))
        self.promises = Chooser(
            [
                ("", self.tr("Use words that ship with the program")),
                *((f"rules:{n}", one.title) for n, one in enumerate(ground_rules())),
                *((f"limits:{n}", one.title) for n, one in enumerate(statements())),
            ]
        )
        self.promises.chosen.connect(self._use)
        promised.body.addWidget(Labelled(self.tr("Ground rules and statements"), self.promises))
        self._text(promised, self.tr("Ground rules"), "ground_rules")
        self._line(promised, self.tr("Version of the ground rules"), "ground_rules_version")
        self._confidentiality = self._text(promised, self.tr("Confidentiality, and its limits"), "confidentiality")
        self._line(promised, self.tr("Version of the statement"), "confidentiality_version")
        lines.addWidget(promised)
        care = Panel(self.tr("Care for those who come"))
        self._text(care, self.tr("Who is there for support on the day"), "support_person")
        self._text(care, self.tr("Afterwards"), "aftercare")
        lines.addWidget(care)

    def _line(self, panel: Panel, label: str, name: str) -> LineField:
        field = LineField()
        field.left.connect(lambda text: self._edit(**{name: text.strip()}))
        self._fields[name] = field
        panel.body.addWidget(Labelled(label, field))
        return field

    def _text(self, panel: Panel, label: str, name: str) -> Labelled:
        field = TextField(least=2, most=12)
        field.left.connect(lambda text: self._edit(**{name: text.strip()}))
        self._fields[name] = field
        labelled = Labelled(label, field)
        panel.body.addWidget(labelled)
        return labelled

    def show_workshop(self, held: Workshop) -> None:
        self._held = held
        for name, field in self._fields.items():
            if name != "type":
                field.show_text(getattr(held, name))
        # Imported kinds are written with hyphens; left alone, they stay as they are.
        self._fields["type"].show_text(held.type.replace("-", " "))
        self.day_field.show_day(held.date)
        advice = confidentiality_advice(held.confidentiality)
        if advice:
            self._confidentiality.advise(advice, icon="warning", tone="warn")
        else:
            self._confidentiality.advise(self.tr("It says its limits."), icon="check-circle", tone="good")

    def _use(self, chosen: str) -> None:
        """Words and version together, so that what was agreed can be told later."""
        what, _, number = chosen.partition(":")
        self.promises.show_value("")
        if what == "rules":
            found = ground_rules()[int(number)]
            self._edit(ground_rules=found.text, ground_rules_version=found.version)
        elif what == "limits":
            found = statements()[int(number)]
            self._edit(confidentiality=found.text, confidentiality_version=found.version)

    def _edit(self, **fields: Any) -> None:
        changed = replace(self._held, **fields)
        if changed != self._held:
            self.edited.emit(changed)
