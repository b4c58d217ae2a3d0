"""What was written, newest first: how far each has come, the next step, and its certificate."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop_app.common.clock import now
from desktop_app.domain.output import Output
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.outputs import OUTPUTS
from desktop_app.services.readers import reader
from desktop_app.services.release.approvers import standing
from desktop_app.services.release.approving import compiled_by
from desktop_app.services.release.rules import rule_for
from desktop_app.services.release.steps import may_follow, status_of, steps_of
from desktop_app.ui.dates_words import moment
from desktop_app.ui.pages.outputs.approver_form import ApproverForm
from desktop_app.ui.pages.outputs.handed_form import HandedForm
from desktop_app.ui.pages.outputs.release_form import ReleaseForm
from desktop_app.ui.pages.outputs.release_steps import ReleaseSteps, status_look
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.panel import ScrolledColumn, clear, column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule, small, words

_ROW, _ROWS = 48, 4  # px of a row at 100 %, and how many are in sight: the steps of the one chosen need the rest
_SAID = 8  # of what remained, in the certificate


def name_of(output: Output) -> str:
    """ "Briefing for the public, draft 3"."""
    kind = next(info.name for info in OUTPUTS if info.kind is output.kind)
    return f"{_tr(kind)}, {_tr(reader(output.profile).name).lower()}, {_tr('draft {}').format(output.version)}"


class WrittenList(QWidget):
    asked = Signal(object)  # a step: release_form.Asked
    approver_made = Signal(str, str)  # role, passphrase
    given = Signal(str, str, str, str)  # uid, to whom, how, by whom
    withdrawal = Signal(str, object)  # uid, day or None
    compared = Signal(str, str)  # uids of the earlier and the later one

    def __init__(self) -> None:
        super().__init__()
        self._outputs: dict[str, Output] = {}
        self._superseded: dict[str, str] = {}
        self._snapshot = Snapshot()
        self._shown: tuple[object, ...] = ()
        self.form: ReleaseForm | None = None
        self.approver: ApproverForm | None = None
        self.handed: HandedForm | None = None
        lines = column(self, spacing=0)
        self.stack = QStackedWidget()
        lines.addWidget(self.stack)
        both = QWidget()
        inner = column(both, spacing=0)
        self.list = RecordList(self.tr("Written"))
        self.list.picked.connect(self._show)
        inner.addWidget(self.list)
        inner.addWidget(rule())
        self._detail = ScrolledColumn(margin=16, spacing=6)
        inner.addWidget(self._detail, 1)
        self.stack.addWidget(both)
        self.stack.addWidget(
            EmptyState(
                self.tr("Nothing was written yet"),
                self.tr("Each file that leaves is read back first, and what that rests on is kept here."),
            )
        )

    def show_outputs(self, snapshot: Snapshot) -> None:
        before, self._snapshot = self._outputs, snapshot
        self._outputs = {output.uid: output for output in reversed(snapshot.outputs)}
        newest = next((uid for uid in self._outputs if before and uid not in before), "")
        self.list.show_entries([self._entry(output) for output in self._outputs.values()], newest)
        self.list.setFixedHeight(theme().px(_ROW) * min(max(len(self._outputs), 1), _ROWS) + 2)
        self.stack.setCurrentIndex(0 if self._outputs else 1)
        self._show(self.list.current)

    def show_superseded(self, why: dict[str, str]) -> None:
        """uid -> why, as a worker found it."""
        if why != self._superseded:
            self._superseded = why
            self.show_outputs(self._snapshot)

    def focus_on(self, uid: str) -> None:
        self.list.pick(uid)
        self.list.setFocus()

    def _entry(self, output: Output) -> Entry:
        when = moment(output.written, now()) if output.written else ""
        status = status_of(steps_of(self._snapshot, output.uid))
        look = status_look(status, self._superseded.get(output.uid, ""))
        return Entry(
            uid=output.uid,
            title=name_of(output),
            second=look.word,
            icon=look.icon,
            tone=look.tone if look.tone in ("good", "warn") else "text2",
            right=f"{output.format.upper()}, {when}",
        )

    def _show(self, uid: str) -> None:
        """What is being typed into the form stays where nothing of the output changed."""
        output = self._outputs.get(uid)
        shown = (output, self._superseded.get(uid), *self._records(uid))
        if shown == self._shown:
            return
        self._shown = shown
        focused = QApplication.focusWidget()
        writing = focused is not None and self._detail.isAncestorOf(focused)
        clear(self._detail.column)
        self.form = self.approver = self.handed = None
        if output is None:
            return
        lines = self._detail.column
        lines.addWidget(ReleaseSteps(self._snapshot, output, self._superseded.get(uid, "")))
        self._add_forms(output)
        if writing:  # a step was recorded: the keyboard stays, at the next one
            (self.form.status if self.form is not None else self.list).setFocus()
        for label, text in self._certificate(output):
            lines.addWidget(small(label))
            said = words(text, wrap=True)
            said.setAccessibleName(f"{label}: {text}")
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setContentsMargins(0, 0, 0, theme().px(6))
            lines.addWidget(said)
        lines.addStretch(1)

    def _records(self, uid: str) -> tuple[object, ...]:
        held = self._snapshot
        return (
            *(step for step in held.release_steps if step.output == uid),
            *(given for given in held.recipients if given.output == uid),
            *standing(held),
            len(held.outputs),
        )

    def _add_forms(self, output: Output) -> None:
        lines, snapshot, uid = self._detail.column, self._snapshot, output.uid
        if may_follow(output, steps_of(snapshot, uid)):
            lines.addWidget(rule())
            self.form = ReleaseForm(snapshot, output)
            self.form.asked.connect(self.asked)
            lines.addWidget(self.form)
            if rule_for(output.profile).second_person and not self._others(output):
                self.approver = ApproverForm()
                self.approver.made.connect(self.approver_made)
                lines.addWidget(self.approver)
        lines.addWidget(rule())
        self.handed = HandedForm(output)
        self.handed.given.connect(lambda to, how, by: self.given.emit(uid, to, how, by))
        self.handed.withdrawal.connect(lambda day: self.withdrawal.emit(uid, day))
        lines.addWidget(self.handed)
        self._add_comparison(output)
        lines.addWidget(rule())

    def _others(self, output: Output) -> bool:
        """Whether somebody may approve it who did not compile it."""
        steps = steps_of(self._snapshot, output.uid)
        return any(not compiled_by(held, steps) for held in standing(self._snapshot))

    def _add_comparison(self, output: Output) -> None:
        """With other outputs of the kind, the version before it first."""
        others = [other for other in self._outputs.values() if other.kind is output.kind and other.uid != output.uid]
        if not others:
            return
        before = [other for other in others if self._before(other, output)]
        alike = [other for other in before if other.profile is output.profile]
        first = (alike or before or others)[0]
        self.other = Chooser([(other.uid, f"{name_of(other)}, {other.format.upper()}") for other in others], first.uid)
        self._detail.column.addWidget(Labelled(self.tr("Compare with"), self.other))
        self.compare = Button(self.tr("Compare"), icon="git-diff", cap="F9")
        self.compare.clicked.connect(lambda: self.ask_comparison(output.uid))
        self._detail.column.addWidget(self.compare)

    @property
    def can_compare(self) -> bool:
        shown = self._outputs.get(self.list.current)
        return shown is not None and sum(other.kind is shown.kind for other in self._outputs.values()) > 1

    def ask_comparison(self, uid: str = "") -> None:
        """Of the output shown with the one chosen, the earlier first."""
        shown, other = self._outputs.get(uid or self.list.current), self._outputs.get(self.other.value)
        if shown is not None and other is not None:
            earlier, later = (other, shown) if self._before(other, shown) else (shown, other)
            self.compared.emit(earlier.uid, later.uid)

    def _before(self, one: Output, other: Output) -> bool:
        order = list(self._outputs)  # newest first
        return order.index(one.uid) > order.index(other.uid)

    def _certificate(self, output: Output) -> Iterator[tuple[str, str]]:
        if output.final_sha256:
            yield self.tr("SHA-256 of the approved file"), _in_groups(output.final_sha256)
        yield self.tr("SHA-256 of the draft"), _in_groups(output.sha256)
        if output.anchor:
            yield self.tr("Ledger, as printed in it"), output.anchor
        counts = self.tr("{} places replaced; {} decisions in force").format(output.replaced, output.decisions)
        yield self.tr("What was done"), counts
        if output.checked:
            yield self.tr("Read back and checked"), "\n".join(output.checked)
        remains = "\n".join(output.remains[:_SAID]) or self.tr("No warning of the jigsaw waited.")
        if (more := len(output.remains) - _SAID) > 0:
            remains += "\n" + self.tr("And {} more, under Jigsaw.").format(more)
        yield self.tr("What remained"), remains


def _in_groups(digits: str) -> str:
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))


def _tr(text: str) -> str:
    return QCoreApplication.translate("WrittenList", text)
