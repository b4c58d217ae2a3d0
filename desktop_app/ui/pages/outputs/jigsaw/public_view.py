"""What anybody can know already: said in court, in the press, by a partner; each weighed with what outputs tell."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.jigsaw import PublicFact, PublicSource
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.jigsaw.ledger import labels_of
from desktop_app.ui.dates_words import day
from desktop_app.ui.pages.outputs.jigsaw.half_typed import NEW, Fields, HalfTyped
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.day_field import DayField, exact_day
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField, TextField
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import ScrolledColumn, column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule


def _fields_of(fact: PublicFact, *, is_new: bool) -> Fields:
    """What the form shows of a fact; a new one begins as press."""
    source = PublicSource.PRESS if is_new else fact.source
    return {
        "words": fact.words,
        "where": fact.where,
        "about": fact.person,
        "source": source.value,
        "seen": day(fact.seen) if fact.seen else "",
    }


class PublicView(QWidget):
    """`written` carries a PublicFact, new or changed; `deleted` the uid of one; `half_typed` what is to be kept."""

    written = Signal(object)
    deleted = Signal(str)
    half_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._facts: dict[str, PublicFact] = {}
        self._shown = PublicFact()
        self._halves = HalfTyped()
        lines = column(self, spacing=0)
        self.list = RecordList(self.tr("Public already"))
        self.list.setMinimumHeight(theme().px(48))
        self.list.picked.connect(self._show)
        lines.addWidget(self.list, 2)
        lines.addWidget(rule())
        scroll = ScrolledColumn(margin=16, spacing=8)
        lines.addWidget(scroll, 3)
        self.words, self.where = TextField(least=2, most=4), LineField()
        self.list.opened.connect(lambda _uid: self.words.setFocus())
        self.words.setPlaceholderText(self.tr("e.g. A boy of 14 was hurt near a school in the town."))
        self.where.setPlaceholderText(self.tr("e.g. a newspaper, after the trial"))
        self.about, self.source = Chooser(), Chooser(self._sources())
        self.seen = DayField(self.tr("When"))
        for part in (
            Labelled(self.tr("What anybody can read or hear"), self.words),
            Labelled(self.tr("About whom"), self.about),
            Labelled(self.tr("Kind of source"), self.source),
            Labelled(self.tr("Where"), self.where),
            self.seen,
        ):
            scroll.column.addWidget(part)
        foot = FlowRow(spacing=8)
        self.keep = Button(self.tr("Add it"), cap="Ctrl+Enter")
        self.keep.clicked.connect(self.write)
        self.new = Button(self.tr("Another"), kind="quiet", icon="plus")
        self.new.clicked.connect(self.start)
        self.delete = Button(self.tr("Delete"), kind="quiet", icon="trash")
        self.delete.clicked.connect(lambda: self.deleted.emit(self._shown.uid))
        for button in (self.keep, self.new, self.delete):
            foot.add(button)
        scroll.column.addWidget(foot)
        scroll.column.addStretch(1)
        for field in (self.words, self.where, self.seen.line):
            field.left.connect(self._keep_typed)
        for choice in (self.about, self.source):
            choice.chosen.connect(self._keep_typed)
        self._fill()

    def _sources(self) -> list[tuple[str, str]]:
        return [
            (PublicSource.COURT.value, self.tr("Court")),
            (PublicSource.PRESS.value, self.tr("Press")),
            (PublicSource.PARTNER.value, self.tr("A partner’s own statement")),
            (PublicSource.SOCIAL_MEDIA.value, self.tr("Social media")),
            (PublicSource.FAMILY.value, self.tr("The family")),
            (PublicSource.OTHER.value, self.tr("Another source")),
        ]

    def show_snapshot(self, snapshot: Snapshot) -> None:
        labels = labels_of(snapshot)
        names = {uid: label for uid, label in labels.items() if label != "somebody"}
        self.about.set_options([("", self.tr("Nobody in particular")), *names.items()], self.about.value)
        held, self._facts = self._facts, {fact.uid: fact for fact in snapshot.public_facts}
        gone = self._shown.uid in held and self._shown.uid not in self._facts
        sources = dict(self._sources())
        self.list.show_entries(
            [
                Entry(
                    uid=fact.uid,
                    title=fact.words,
                    second=" · ".join(
                        filter(None, [names.get(fact.person, ""), sources[fact.source.value], fact.where])
                    ),
                    right=day(fact.seen),
                )
                for fact in snapshot.public_facts
            ],
            self._shown.uid,
        )
        self.list.setVisible(bool(self._facts))
        self._halves.drop_all_but(self._facts)
        if gone or (not self._is_half_typed and (self._place == NEW or not self.focusWidget())):
            self._show(self.list.current if self._facts else "")

    @property
    def _place(self) -> str:
        return self._shown.uid if self._shown.uid in self._facts else NEW

    def _show(self, uid: str) -> None:
        self._shown = self._facts.get(uid, PublicFact())
        self._fill()

    def start(self) -> None:
        self._shown = PublicFact()
        self._fill()
        self.words.setFocus()

    def restore(self, draft: str) -> None:
        """What was being typed when the page was left, in the form it was typed in."""
        if draft and not self._halves:
            self._halves = HalfTyped.read(draft)
            self._halves.drop_all_but(self._facts)
            self._show(NEW if self._halves.of(NEW) else self.list.current)

    def _keep_typed(self) -> None:
        """Words typed and not yet added are kept, whatever is shown next."""
        self._halves.keep(self._place, self._typed() if self._is_half_typed else {})
        self.half_typed.emit(self._halves.as_draft())

    @property
    def _is_half_typed(self) -> bool:
        return self._typed() != _fields_of(self._shown, is_new=self._place == NEW)

    def _typed(self) -> Fields:
        return {
            "words": self.words.toPlainText(),
            "where": self.where.text(),
            "about": self.about.value,
            "source": self.source.value,
            "seen": self.seen.line.text(),
        }

    def _fill(self) -> None:
        known = self._place != NEW
        said = self._halves.of(self._place) or _fields_of(self._shown, is_new=not known)
        self.words.show_text(said["words"])
        self.where.show_text(said["where"])
        self.about.show_value(said["about"])
        self.source.show_value(said["source"])
        self.seen.line.show_text(said["seen"])
        self.keep.set_words(self.tr("Keep the change") if known else self.tr("Add it"))
        self.delete.setVisible(known)
        self.new.setVisible(known)

    def added(self) -> None:
        """What was typed is a record now."""
        self._halves.keep(self._shown.uid, {})
        self._halves.keep(NEW, {})
        self.half_typed.emit(self._halves.as_draft())

    def write(self) -> None:
        self._shown = replace(
            self._shown,
            words=self.words.toPlainText().strip(),
            person=self.about.value,
            source=PublicSource(self.source.value),
            where=self.where.text().strip(),
            seen=exact_day(self.seen.line.text()),
        )
        self.written.emit(self._shown)
