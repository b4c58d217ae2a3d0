"""The jigsaw on the outputs page: the strip and the view follow the worker's ledger; what is entered becomes steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.jigsaw import IntruderAnswer, PublicFact, ReferenceFigure
from desktop_app.domain.output import Choice
from desktop_app.services.decisions import decide_surface
from desktop_app.services.jigsaw import add_public_fact, keep_with_reason
from desktop_app.services.jigsaw.weighing import add_figure, record_answer
from desktop_app.ui.pages.outputs.prepared import Prepared, weigh

if TYPE_CHECKING:
    from desktop_app.ui.pages.outputs.page import OutputsPage

# What is entered here weighs facts anew and changes no page.
WEIGHED = frozenset(
    {
        "outputs",
        "output_texts",
        "release_steps",
        "recipients",
        "approvers",
        "disclosed_facts",
        "public_facts",
        "jigsaw_reasons",
        "reference_figures",
        "intruder_answers",
    }
)

_DRAFT = "public-fact"


class Weighing(QObject):
    def __init__(self, page: OutputsPage) -> None:
        super().__init__(page)
        self._page, self._queue = page, page.queue
        view, strip = page.queue.jigsaw, page.strip
        page.queue.turned.connect(lambda part: strip.be_quiet(part == "jigsaw"))
        strip.coarsen.connect(lambda person: self.turn(person))
        strip.keep.connect(lambda person: self.turn(person, reason=True))
        view.facts.card.coarsened.connect(self._coarsen)
        view.facts.card.followed.connect(page.rewrite)
        view.facts.kept.connect(self._keep)
        view.facts.estimate.entered.connect(self._figure)
        view.public.written.connect(self._public)
        view.public.half_typed.connect(lambda text: page.keep_draft(_DRAFT, text))
        view.public.deleted.connect(self._unpublic)
        view.intruder.answered.connect(self._answer)

    def turn(self, person: str = "", *, reason: bool = False) -> None:
        """To the jigsaw; to a person's facts, or to why they stay."""
        self._page.show_part("queue")
        self._queue.turn_to("jigsaw")
        if person:
            self._queue.jigsaw.focus_on(person, reason=reason)
        else:
            self._queue.jigsaw.facts.focus_on("")

    def again(self) -> None:
        """Weigh what is shown with what was just entered, in a worker; no page is set anew."""
        prepared, desk = self._page.prepared, self._page.desk
        if prepared is None:
            return
        snapshot = desk.snapshot  # all but the events, which no ledger reads
        desk.jobs.start(
            lambda progress: weigh(snapshot, prepared),
            self._ready,
            self._page.errors.show_error,
            self.tr("Weighing facts"),
        )

    def _ready(self, weighed: Prepared) -> None:
        if self._page.prepared is not None and self._page.prepared.rendering is weighed.rendering:
            self._page.prepared = weighed
            self.show(weighed)

    def show(self, prepared: Prepared) -> None:
        snapshot = self._page.desk.snapshot
        if prepared.weighed is None or prepared.draft is None:
            return
        self._page.strip.show_ledger(prepared.weighed, prepared.draft)
        self._queue.jigsaw.show_ledger(snapshot, prepared.weighed, prepared.draft)
        self._queue.jigsaw.public.restore(self._page.desk.session.draft(_DRAFT))

    def _coarsen(self, value: str, instead: str) -> None:
        session = self._page.desk.session
        why = self.tr("coarser, for the jigsaw")
        if self._page.do(
            lambda: decide_surface(session, value, Choice.GENERALISE, kind="jigsaw", replacement=instead, reason=why)
        ):
            self._page.desk.told.emit(self.tr("Printed coarser from now on. Ctrl+Z takes it back."))
            self._queue.jigsaw.facts.list.setFocus()

    def _keep(self, person: str, reason: str, kinds: tuple[str, ...]) -> None:
        session, profile = self._page.desk.session, self._page.wanted.profile
        if self._page.do(lambda: keep_with_reason(session, person, reason, profile, kinds)):
            self._page.desk.told.emit(self.tr("They stay, with the reason; more facts will ask again."))
            self._queue.jigsaw.facts.list.setFocus()

    def _figure(self, figure: ReferenceFigure) -> None:
        if self._page.do(lambda: add_figure(self._page.desk.session, figure)):
            self._queue.jigsaw.facts.list.setFocus()

    def _public(self, fact: PublicFact) -> None:
        if self._page.do(lambda: add_public_fact(self._page.desk.session, fact)):
            self._queue.jigsaw.public.added()
            self._page.desk.told.emit(self.tr("Kept, and weighed with what the outputs tell."))

    def _unpublic(self, uid: str) -> None:
        session = self._page.desk.session
        self._page.do(lambda: session.delete("Delete a public fact", PublicFact, uid))

    def _answer(self, answer: IntruderAnswer) -> None:
        if self._page.do(lambda: record_answer(self._page.desk.session, answer)):
            self._queue.jigsaw.intruder.list.setFocus()
