"""What stands beside the words of a recommendation: title, response, bodies, scope, findings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from desktop_app.domain.learning import Recommendation
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.tab_order import tab_through
from desktop_app.ui.widgets.words import small

_ACCEPTED = (("undecided", "No answer yet"), ("accepted", "Accepted"), ("not-accepted", "Not accepted"))
_SCOPES = (
    ("single-agency", "One agency"),
    ("local", "Local"),
    ("regional", "Regional"),
    ("national", "National"),
)


class DetailsPanel(Panel):
    edited = Signal(object)  # Recommendation, as it should be stored
    answer_chosen = Signal(str)  # of `recommendation_answers.ANSWERS`
    answer_told = Signal(dict)  # reason, by or on: more about the answer that stands

    def __init__(self) -> None:
        super().__init__(self.tr("Details"))
        self._held: Recommendation | None = None
        self.title_field, self.bodies, self.reason = LineField(), LineField(), LineField()
        self.accepted, self.scope = Chooser(_ACCEPTED), Chooser(_SCOPES)
        self.columns = row(spacing=24)
        self.body.addLayout(self.columns)
        left = column(spacing=12)
        left.addWidget(Labelled(self.tr("Title"), self.title_field))
        left.addWidget(
            Labelled(self.tr("Addressed to"), self.bodies, self.tr("Several bodies are divided by semicolons."))
        )
        across = row(spacing=12)
        across.addWidget(Labelled(self.tr("Scope"), self.scope), 1)
        across.addWidget(Labelled(self.tr("Response"), self.accepted), 1)
        left.addLayout(across)
        self._reason = Labelled(self.tr("Reason for the response"), self.reason)
        left.addWidget(self._reason)
        self.answered_by, self.answered_on = LineField(), DayField(self.tr("On"))
        answered = row(spacing=12)
        answered.addWidget(Labelled(self.tr("Answered by which body"), self.answered_by), 2, Qt.AlignmentFlag.AlignTop)
        answered.addWidget(self.answered_on, 1, Qt.AlignmentFlag.AlignTop)
        left.addLayout(answered)
        left.addStretch(1)
        right = column(spacing=8)
        right.addWidget(small(self.tr("Rests on")))
        self._findings = column(spacing=6)
        right.addLayout(self._findings)
        right.addStretch(1)
        self.columns.addLayout(left, 1)
        self.columns.addLayout(right, 1)
        self.title_field.left.connect(lambda text: self._edit(title=text.strip()))
        self.bodies.left.connect(lambda text: self._edit(bodies=_divided(text)))
        self.reason.left.connect(lambda text: self.answer_told.emit({"reason": text}))
        self.answered_by.left.connect(lambda text: self.answer_told.emit({"by": text}))
        self.answered_on.left_day.connect(lambda value: self.answer_told.emit({"on": value}))
        self.accepted.chosen.connect(self.answer_chosen)
        self.scope.chosen.connect(lambda value: self._edit(scope=value))

    def show_recommendation(self, rec: Recommendation, snapshot: Snapshot) -> None:
        names = {body.uid: body.name for body in snapshot.bodies}
        self._held = rec
        self.title_field.show_text(rec.title)
        self.bodies.show_text("; ".join(names.get(body, body) for body in rec.bodies))
        self.reason.show_text(rec.accepted_reason)
        self.accepted.show_value(rec.accepted)
        self.answered_by.show_text(rec.accepted_by)
        self.answered_on.show_day(rec.accepted_on)
        bare = rec.accepted == "not-accepted" and not rec.accepted_reason
        missing = self.tr("Say why: what is not accepted is reported with its reason.") if bare else ""
        self._reason.advise(missing, icon="warning", tone="warn")
        self.scope.show_value(rec.scope)
        self._show_findings(rec, snapshot)

    def _show_findings(self, rec: Recommendation, snapshot: Snapshot) -> None:
        boxes = self._boxes()
        wanted = [f"{f.number}  {f.title or f.statement[:60]}" for f in snapshot.findings]
        if [box.text() for box in boxes] != wanted or not wanted:
            clear(self._findings)
            for text in wanted:
                self._findings.addWidget(self._finding_box(text))
            if not wanted:
                self._findings.addWidget(small(self.tr("No findings yet. Analysis has them."), wrap=True))
        tab_through([self.reason, self.answered_by, self.answered_on.line, *self._boxes()])
        for box, finding in zip(self._boxes(), snapshot.findings, strict=True):
            box.setProperty("uid", finding.uid)
            box.setChecked(finding.uid in rec.findings)

    def _boxes(self) -> list[CheckBox]:
        items = (self._findings.itemAt(n) for n in range(self._findings.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, CheckBox)]

    def _finding_box(self, text: str) -> CheckBox:
        box = CheckBox(text, self.tr("Rests on finding {}").format(text))
        box.clicked.connect(lambda on: self._rest_on(str(box.property("uid")), on))
        return box

    def _rest_on(self, finding: str, on: bool) -> None:
        if self._held is not None:
            kept = tuple(uid for uid in self._held.findings if uid != finding)
            self._edit(findings=(*kept, finding) if on else kept)

    def _edit(self, **fields: str | tuple[str, ...]) -> None:
        if self._held is None:
            return
        changed = replace(self._held, **fields)  # type: ignore[arg-type]  # each caller names a field of its own type
        if changed != self._held:
            self.edited.emit(changed)


def _divided(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
