"""The words of a finding: what it says, of which kind, and whether it is still true."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from desktop_app.domain.learning import Finding
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.factors import headings
from desktop_app.services.findings import KINDS
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField, TextField
from desktop_app.ui.widgets.filter_chip import FilterChip
from desktop_app.ui.widgets.panel import Panel, row


class FindingForm(Panel):
    edited = Signal(object)  # Finding

    def __init__(self) -> None:
        super().__init__()
        self._finding = Finding(uid="")
        self.title_field, self.confidence = LineField(), TextField()
        self.statement = TextField(placeholder=self.tr("What happens in the system, and why it made sense to people"))
        self.still_true = TextField(placeholder=self.tr("Is it so today, here and elsewhere? How do we know?"))
        self.research = TextField(placeholder=self.tr("Studies, policy, national reviews that show the same or not"))
        self.questions = TextField(placeholder=self.tr("What would the board have to know, or decide?"))
        for field, stores in (
            (self.research, "research"),
            (self.questions, "questions"),
            (self.title_field, "title"),
            (self.statement, "statement"),
            (self.still_true, "still_true"),
            (self.confidence, "confidence"),
        ):
            field.setProperty("stores", stores)
        self.kind = Chooser([(key, self.tr(words)) for key, words in KINDS.items()])
        self.kloes = FilterChip(self.tr("Answers no line of enquiry"), self.tr("Answers {}"))
        self.body.addWidget(Labelled(self.tr("Title"), self.title_field))
        self.body.addWidget(Labelled(self.tr("Finding"), self.statement))
        self.factors = FilterChip(self.tr("No contributory factors"), self.tr("Factors: {}"))
        self.factors.narrowed.connect(self._factor)
        across = row(spacing=16)
        across.addWidget(Labelled(self.tr("Kind"), self.kind), 1)
        across.addWidget(Labelled(self.tr("Key lines of enquiry"), self.kloes), 1)
        across.addWidget(Labelled(self.tr("Contributory factors"), self.factors), 1)
        self.across = across
        self.body.addLayout(across)
        self.body.addWidget(Labelled(self.tr("Is it still true?"), self.still_true))
        self.body.addWidget(Labelled(self.tr("How sure, and why"), self.confidence))
        self.body.addWidget(Labelled(self.tr("What is known elsewhere"), self.research))
        self.body.addWidget(Labelled(self.tr("Questions for the board"), self.questions))
        self.research.left.connect(lambda text: self._edit(research=text.strip()))
        self.questions.left.connect(lambda text: self._edit(questions=text.strip()))
        self.title_field.left.connect(lambda text: self._edit(title=text.strip()))
        self.statement.left.connect(lambda text: self._edit(statement=text.strip()))
        self.still_true.left.connect(lambda text: self._edit(still_true=text.strip()))
        self.confidence.left.connect(lambda text: self._edit(confidence=text.strip()))
        self.kind.chosen.connect(lambda value: self._edit(kind=value))
        self.kloes.narrowed.connect(self._answer)

    def show_finding(self, snapshot: Snapshot, finding: Finding) -> None:
        self._finding = finding
        for field, text in (
            (self.title_field, finding.title),
            (self.statement, finding.statement),
            (self.still_true, finding.still_true),
            (self.confidence, finding.confidence),
            (self.research, finding.research),
            (self.questions, finding.questions),
        ):
            field.show_text(text)
        self.kind.show_value(finding.kind)
        numbered = sorted(snapshot.kloes, key=lambda kloe: kloe.number)
        self.kloes.show_ticked([(k.uid, f"{k.number}  {k.question}") for k in numbered], finding.kloes)
        self.kloes.setEnabled(bool(numbered))
        self.factors.show_ticked([(name, self.tr(name)) for name in headings(snapshot)], finding.factors)

    def _answer(self, ticked: frozenset[str]) -> None:
        kept = tuple(uid for uid in self._finding.kloes if uid in ticked)
        self._edit(kloes=(*kept, *sorted(ticked.difference(kept))))

    def _factor(self, ticked: frozenset[str]) -> None:
        kept = tuple(name for name in self._finding.factors if name in ticked)
        self._edit(factors=(*kept, *sorted(ticked.difference(kept))))

    def _edit(self, **changes: object) -> None:
        self.edited.emit(replace(self._finding, **changes))  # type: ignore[arg-type]
