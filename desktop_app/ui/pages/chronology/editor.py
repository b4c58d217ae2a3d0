"""The editing panel: fact and comment apart, the date read back as it is typed. Leaving a field is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from desktop_app.domain.chronology import ChronologyEvent, Significance, SourceType
from desktop_app.services.chronology import read_date_words
from desktop_app.services.chronology_edits import redated
from desktop_app.services.landmarks import name_of
from desktop_app.services.language_note import language_notes
from desktop_app.services.session import Session
from desktop_app.ui.pages.chronology.detail import SOURCE_TYPES
from desktop_app.ui.pages.chronology.knowledge_form import KnowledgeForm
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField, TextField
from desktop_app.ui.widgets.panel import ScrolledColumn, row
from desktop_app.ui.widgets.words import heading

SIGNIFICANCE = (
    (Significance.ROUTINE.value, "Routine"),
    (Significance.SIGNIFICANT.value, "Significant"),
    (Significance.KEY.value, "Key practice episode"),
)
_SEEN = (("", "Not recorded"), ("Yes", "Yes, seen"), ("No", "Not seen"))


class EventEditor(ScrolledColumn):
    """`edited` carries the event as it should now be stored, and the words for Undo."""

    edited = Signal(object, str)
    done = Signal()
    delete_asked = Signal(str)
    named = Signal(str)  # what it is called when others are counted from it
    known_asked = Signal(str, str, str)  # agency, when and how it learned of the event

    def __init__(self) -> None:
        super().__init__(margin=16, spacing=12)
        self._event = ChronologyEvent(uid="")
        head = row()
        self._head = heading("")
        head.addWidget(self._head)
        head.addStretch(1)
        done = Button(self.tr("Done"), cap="Esc")
        done.clicked.connect(self.done)
        head.addWidget(done)
        self.column.addLayout(head)
        self.agency = Chooser()
        self.agency.chosen.connect(lambda value: self._store("the agency", agency=value))
        self.column.addWidget(Labelled(self.tr("Agency"), self.agency))
        self.date = LineField(placeholder=self.tr("as you would say it: early June 2024"))
        self._date_line = Labelled(self.tr("Date"), self.date)
        self.date.textChanged.connect(self._echo)
        self.date.left.connect(lambda text: self._store("the date", date=redated(self._event, text.strip()).date))
        self.column.addWidget(self._date_line)
        self.event_text = self._text(self.tr("What happened (facts only)"), "event", least=4)
        self.event_text.textChanged.connect(self._advise)
        self.source = self._line(self.tr("Source of information"), "source")
        self.source_type = Chooser(SOURCE_TYPES)
        self.source_type.chosen.connect(lambda value: self._store("the kind of source", source_type=SourceType(value)))
        self.column.addWidget(Labelled(self.tr("When it was written"), self.source_type))
        self.seen = Chooser(_SEEN)
        self.seen.chosen.connect(lambda value: self._store("whether the child was seen", child_seen=value))
        self.column.addWidget(Labelled(self.tr("Child seen"), self.seen))
        self.action = self._text(self.tr("Action taken"), "action")
        self.action.textChanged.connect(self._ask_why_none)
        self.no_action = self._line(self.tr("If no action was taken: why"), "no_action_reason")
        self.outcome = self._text(self.tr("Outcome"), "outcome")
        self.comment = self._text(self.tr("Comment (a view, kept apart from the facts)"), "comment")
        self.comment_author = self._line(self.tr("Whose comment"), "comment_author")
        self.significance = Chooser(SIGNIFICANCE)
        self.significance.chosen.connect(
            lambda value: self._store("how much it matters", significance=Significance(value))
        )
        self.column.addWidget(Labelled(self.tr("How much it matters"), self.significance))
        self.themes = LineField(placeholder=self.tr("one, another"))
        self.themes.left.connect(lambda text: self._store("the themes", themes=_listed(text)))
        self.column.addWidget(Labelled(self.tr("Themes, with commas between"), self.themes))
        self.published = self._text(self.tr("Words for a published timeline"), "published_wording")
        self.explicit = CheckBox(self.tr("Explicit: only the panel reads it in full"))
        self.explicit.clicked.connect(lambda on: self._store("who reads it in full", explicit=on))
        self.column.addWidget(self.explicit)
        self.abridged = self._text(self.tr("What other readers are given (else: details withheld)"), "abridged")
        self.landmark = LineField(placeholder=self.tr("the first referral"))
        self.landmark.left.connect(self.named)
        self.column.addWidget(Labelled(self.tr("Count other events from it as"), self.landmark))
        self.known = KnowledgeForm()
        self.known.asked.connect(self.known_asked)
        self.column.addWidget(self.known)
        self._add_foot()

    def _add_foot(self) -> None:
        foot = row()
        delete = Button(self.tr("Delete this event"), kind="quiet", icon="trash")
        delete.clicked.connect(lambda: self.delete_asked.emit(self._event.uid))
        foot.addWidget(delete)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.column.addStretch(1)

    def _text(self, label: str, name: str, least: int = 2) -> TextField:
        field = TextField(least=least)
        field.setProperty("stores", name)
        field.left.connect(lambda text: self._store(label.split(" (")[0].lower(), **{name: text.strip()}))
        line = Labelled(label, field)
        self.column.addWidget(line)
        if name == "event":
            self._event_line = line
        return field

    def _line(self, label: str, name: str) -> LineField:
        field = LineField()
        field.left.connect(lambda text: self._store(label.lower(), **{name: text.strip()}))
        self.column.addWidget(Labelled(label, field))
        return field

    def _store(self, what: str, **values: Any) -> None:
        changed = replace(self._event, **values)
        if changed != self._event:
            self._event = changed
            self.edited.emit(changed, f"Change {what} of {changed.ref or 'an event'}")

    def _echo(self, text: str) -> None:
        date, sentence = read_date_words(text)
        looks = ("warning", "warn") if date.problem else ("info", "text2")
        self._date_line.advise(sentence, icon=looks[0], tone=looks[1])

    def _advise(self) -> None:
        notes = language_notes(self.event_text.toPlainText())
        said = dict.fromkeys(note.sentence for note in notes)
        self._event_line.advise(" ".join(said), icon="chat-text", tone="text2")

    def _ask_why_none(self) -> None:
        """The reason is asked for while nothing was done, and stays in sight once it was given."""
        line = self.no_action.parentWidget()
        if line is not None:
            line.setVisible(not self.action.toPlainText().strip() or bool(self.no_action.text()))

    def show_event(self, session: Session, event: ChronologyEvent) -> None:
        snapshot = session.snapshot
        self._event = event
        self.known.show_event(snapshot, event)
        self.landmark.show_text(name_of(snapshot, event.uid))
        self._head.setText(event.ref or self.tr("New event"))
        self.agency.set_options([(a.uid, f"{a.code}  {a.name}") for a in snapshot.agencies], event.agency)
        self.date.show_text(event.date.wording)
        self._echo(event.date.wording)
        for field, text in (
            (self.event_text, event.event),
            (self.action, event.action),
            (self.outcome, event.outcome),
            (self.comment, event.comment),
            (self.published, event.published_wording),
            (self.abridged, event.abridged),
        ):
            field.show_text(text)
        self.explicit.setChecked(event.explicit)
        abridged = self.abridged.parentWidget()
        if abridged is not None:
            abridged.setVisible(event.explicit)
        self.no_action.show_text(event.no_action_reason)
        self._ask_why_none()
        self.themes.show_text(", ".join(event.themes))
        self.source.show_text(event.source)
        self.comment_author.show_text(event.comment_author)
        self.source_type.show_value(event.source_type.value)
        known = {value for value, _ in _SEEN}
        options = _SEEN if event.child_seen in known else (*_SEEN, (event.child_seen, event.child_seen))
        self.seen.set_options(options, event.child_seen)
        self.significance.show_value(event.significance.value)


def _listed(text: str) -> tuple[str, ...]:
    """ "a, b" as a list, each once."""
    return tuple(dict.fromkeys(" ".join(part.split()) for part in text.split(",") if part.strip()))
