"""An export under way: planned and recorded here, made in a worker that never holds the session."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.house_template import keep_template, newest_template
from desktop_app.services.outputs import (
    ExportResult,
    ExportTask,
    compiled_last_by,
    plan_export,
    record_export,
    run_export,
)
from desktop_app.services.release.approvers import standing
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.outputs.export_bar import HOUSE, ExportBar
from desktop_app.ui.pages.outputs.prepared import Wanted
from desktop_app.ui.widgets.advice import ErrorStrip
from desktop_app.ui.workers import Job

_COMPILER = "compiled by"  # the draft that keeps the role in the review, not in settings


class Exporting(QObject):
    def __init__(self, desk: Desk, bar: ExportBar, errors: ErrorStrip) -> None:
        super().__init__()
        self._desk, self._bar, self._errors = desk, bar, errors
        self._task: ExportTask | None = None
        self._results: list[ExportResult] = []
        self._job: Job[None] | None = None
        bar.cancelled.connect(self._cancel)
        bar.by.left.connect(self._keep_compiler)

    def follow(self, snapshot: Snapshot, formats: tuple[str, ...]) -> None:
        """What the output that is shown can be written as, and who compiles: as typed, else who did so last."""
        self._bar.show_formats(formats, house=newest_template(snapshot) is not None)
        role = self._desk.session.draft(_COMPILER) or compiled_last_by(snapshot)
        self._bar.show_compiler(role, [held.role for held in standing(snapshot)])

    def _keep_compiler(self, role: str) -> None:
        try:
            self._desk.session.save_draft(_COMPILER, " ".join(role.split()))
        except UserError as error:
            self._errors.show_error(error)

    def ask(self, wanted: Wanted) -> Path | None:
        """Where it goes, by the system's own dialogue; None when the person thought better of it."""
        chosen = "docx" if self._bar.format.value == HOUSE else self._bar.format.value
        name, _ = QFileDialog.getSaveFileName(
            self._bar.window(), self.tr("Where the output goes"), f"{wanted.kind.value}.{chosen}", f"*.{chosen}"
        )
        path = Path(name)
        return (path if path.suffix else path.with_suffix(f".{chosen}")) if name else None

    def choose_template(self) -> None:
        """Ask for the partnership's own template and keep it; from then on it is one of the formats."""
        name, _ = QFileDialog.getOpenFileName(
            self._bar.window(), self.tr("Your own Word template"), "", self.tr("Word documents (*.docx)")
        )
        if name:
            self.keep_template(Path(name))

    def keep_template(self, path: Path) -> None:
        try:
            changes, _ = keep_template(self._desk.session, path)
        except UserError as error:
            self._errors.show_error(error)
            return
        self._errors.hide()
        self._desk.announce(changes)
        self._bar.format.show_value(HOUSE)
        self._desk.told.emit(self.tr("Kept with the review. Export sets the Word file in it."))

    def start(self, wanted: Wanted, file_format: str, target: Path) -> None:
        """The role in the bar is who compiled it."""
        if self._job is not None:
            return
        session = self._desk.session
        kept = newest_template(session.snapshot) if file_format == HOUSE else None
        made_as, template = ("docx", kept.sha256) if kept else (file_format, "")
        try:
            task = plan_export(
                session,
                wanted.kind,
                wanted.profile,
                made_as,
                target,
                as_at=wanted.as_at,
                by=self._bar.by.text(),
                template=template,
            )
        except UserError as error:
            self._errors.show_error(error)
            return
        self._errors.hide()
        self._task, self._results = task, []
        results = self._results

        def make(progress: Progress) -> None:
            results.append(run_export(task, progress))

        self._bar.work(True)
        self._job = self._desk.jobs.start(make, lambda _none: None, self._failed, self.tr("Exporting"))
        self._job.stepped.connect(self._bar.step)
        self._job.finished.connect(self._over)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _failed(self, error: UserError) -> None:
        self._errors.show_error(error)

    def _over(self) -> None:
        """Whatever came of it, also when Cancel came too late: a file that was written is always recorded."""
        task, self._job, self._task = self._task, None, None
        result = self._results[0] if self._results else None
        changes = record_export(self._desk.session, task, result) if task and result else None
        if not isValid(self._bar):
            return  # the page was built anew meanwhile, at another text size; what was written is recorded
        self._bar.work(False)
        if result is None:
            self._desk.told.emit(self.tr("Nothing was written."))
            return
        self._desk.announce(changes)
        if result.written:
            self._bar.show_written(result)
        else:
            self._errors.show_error(_blocked(result))


def _blocked(result: ExportResult) -> UserError:
    said = "; ".join(f"{item.surface} ({item.where})" for item in result.blocked[:3])
    return UserError(
        f"The finished file was read back, and it still holds: {said}."
        if result.read_back
        else f"Something is still undecided: {said}.",
        safe="Nothing was written.",
        do="Decide on these words, or add them to the register, and export again.",
        code="export-blocked",
        exit_code=Exit.LOOK,
    )
