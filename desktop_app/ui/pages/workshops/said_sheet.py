"""The sheet of what was said: read under its prompts, written down one after another, changed, taken out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.record import Record
from desktop_app.domain.workshop import Reflection, Workshop
from desktop_app.services import workshop_edits as edits
from desktop_app.services.workshop_advice import attribution_advice
from desktop_app.services.workshops import reflections_by_prompt
from desktop_app.ui.page import Page
from desktop_app.ui.pages.workshops.reflection_form import ReflectionForm
from desktop_app.ui.pages.workshops.reflection_list import ReflectionList, rows_of
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.words import small


class SaidSheet(QObject):
    """`panel` and `form` belong on the page, the form above the panel; what is typed in the form is never lost."""

    opened = Signal()  # the form, which may be out of sight

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._workshop = page, ""
        self.form = ReflectionForm()
        self.form.hide()
        self.listing = ReflectionList(self.tr("What was said"))
        self.panel = Panel()
        self.panel.flush().addWidget(self.listing)
        self._no_words = small(
            self.tr("Nothing is written down yet. Press R, type what was said, Ctrl+Enter."), wrap=True
        )
        edge = theme().px(16)
        self._no_words.setContentsMargins(edge, edge, edge, edge)
        self.panel.body.addWidget(self._no_words)
        self.listing.picked.connect(self.change)
        self.form.kept.connect(self._keep)
        self.form.edited.connect(partial(self._put, self.tr("Edit reflection")))
        self.form.deleted.connect(self._delete)
        self.form.closed.connect(self._close)
        self.form.choices_changed.connect(self._advise)

    def show_workshop(self, workshop: Workshop) -> None:
        self._workshop = workshop.uid
        snapshot = self._page.desk.snapshot
        rows = rows_of([(prompt, said) for prompt, said in reflections_by_prompt(snapshot, workshop.uid) if said])
        self.listing.show_rows(rows)
        self.listing.setVisible(bool(rows))
        self._no_words.setVisible(not rows)
        self.form.show_prompts(sorted(snapshot.prompts, key=lambda p: (p.library, p.order)))
        self._renew_form()
        self._open_draft()

    def _renew_form(self) -> None:
        """After undo or a change from elsewhere the form shows what is stored; what is new in it stays."""
        if self.form.isHidden() or self.form.is_new:
            return
        held = self._reflection(self.form.reflection.uid)
        if held is None:
            self.form.hide()
        else:
            self.form.show_reflection(held, is_new=False)

    def _reflection(self, uid: str) -> Reflection | None:
        return next((r for r in self._page.desk.snapshot.reflections if r.uid == uid), None)

    def _put(self, label: str, record: Record) -> None:
        self._page.put(label, record)

    def write_down(self) -> None:
        """An empty form, with the choices of the last one kept: a table's notes are mostly alike."""
        self._open_form()
        self.form.text_field.setFocus()

    def _open_form(self) -> None:
        last = self.form.reflection
        fresh = Reflection(workshop=self._workshop)
        if not self.form.isHidden() and self.form.is_new:
            fresh = replace(fresh, prompt=last.prompt, capture=last.capture, consent=last.consent, valence=last.valence)
        elif self._page.desk.snapshot.prompts:
            fresh = replace(fresh, prompt=self._prompt_here())
        self.form.show_reflection(fresh, is_new=True)
        self.form.show()

    def _prompt_here(self) -> str:
        """The prompt of the reflection that is chosen, else the first one used here, else the first of all."""
        said = [row.reflection for row in self.listing.rows if row.reflection is not None]
        chosen = [r.prompt for r in said if r.uid == self.listing.current] or [r.prompt for r in said]
        return chosen[0] if chosen else min(self._page.desk.snapshot.prompts, key=lambda p: (p.library, p.order)).uid

    def _keep(self) -> None:
        reflection = self.form.reflection
        if self._page.do(lambda: edits.add_reflection(self._page.desk.session, reflection)):
            self._page.keep_draft(self._draft_key, "")
            self.write_down()

    def keep_typed(self) -> None:
        """Words typed and not yet kept are kept: leaving, locking and closing ask nothing and lose nothing."""
        reflection = self.form.reflection
        if not self.form.isHidden() and self.form.is_new and reflection.text:
            self.form.hide()
            self._page.keep_draft(self._draft_key, "")
            self._page.do(lambda: edits.add_reflection(self._page.desk.session, reflection))

    def leave(self) -> None:
        """For another workshop, or another sheet."""
        self.keep_typed()
        self.form.hide()

    def keep_draft(self) -> None:
        """Words of a new one that is still being typed are kept as a draft in the file, not yet as a step."""
        if self._workshop and not self.form.isHidden() and self.form.is_new:
            self._page.keep_draft(self._draft_key, self.form.reflection.text)

    @property
    def _draft_key(self) -> str:
        return f"reflection:{self._workshop}"

    def _open_draft(self) -> None:
        draft = self._page.desk.session.draft(self._draft_key)
        if draft and self.form.isHidden():
            self._open_form()
            self.form.text_field.setPlainText(draft)

    def change(self, uid: str) -> None:
        held = self._reflection(uid)
        if held is not None:
            self.keep_typed()
            self.form.show_reflection(held, is_new=False)
            self.form.show()
            self.form.text_field.setFocus()
            self.opened.emit()

    def _close(self) -> None:
        self.keep_typed()
        self.form.hide()
        self.listing.setFocus()

    def _advise(self) -> None:
        self.form.advise(attribution_advice(self._page.desk.snapshot, self.form.reflection))

    def _delete(self, uid: str) -> None:
        self.form.hide()
        session = self._page.desk.session
        self._page.do(lambda: session.delete("Delete reflection", Reflection, uid))
        self.listing.setFocus()
        self._page.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))
