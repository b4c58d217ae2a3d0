"""Opening by recovery shares: several keepers type theirs one after another, and are told how many are still needed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.common.errors import Exit, UserError
from desktop_app.services.session import RecoveryShares, Secret
from desktop_app.services.shares_typed import PlanOfFile, judge_shares, plan_of_file, split_pasted, still_needed
from desktop_app.ui.unlock.share_field import ShareField
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.words import small

_FEWEST = 2  # of shares that open anything


class SharesWay(QWidget):
    entered = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: PlanOfFile | None = None
        self._lines = column(self, spacing=12)
        self._lines.addWidget(
            small(
                self.tr("Each keeper types the words of one sheet. The first four letters of each word are enough."),
                wrap=True,
            )
        )
        self.fields: list[ShareField] = []
        self._inside = column(spacing=12)
        self._lines.addLayout(self._inside)
        self.needed = AdviceLine(icon="users-three")
        self._lines.addWidget(self.needed)
        self._grow(_FEWEST)

    def show_file(self, path: Path | None) -> None:
        """How many shares a file needs is in its header; a file that cannot be read says so when it is opened."""
        self._plan = None
        if path is not None:
            try:
                self._plan = plan_of_file(path)
            except UserError:
                self._judge()
                return
            if self._plan is None:
                self.needed.say(
                    self.tr("This file has no recovery shares. Its passphrase or its recovery key opens it."),
                    icon="warning",
                    tone="warn",
                )
                return
        self._judge()

    def take_focus(self) -> None:
        field = next((f for f in self.fields if not f.hidden_away), self.fields[-1])
        field.words.setFocus()

    def set_busy(self, busy: bool) -> None:
        for field in self.fields:
            field.words.setReadOnly(busy)

    def clear(self) -> None:
        for field in self.fields:
            field.clear()

    @property
    def typed(self) -> bool:
        return any(field.text for field in self.fields)

    def read(self) -> Secret:
        """Raises UserError "secret-missing" while nothing is typed; storage judges the rest."""
        texts = tuple(field.text for field in self.fields if field.text.strip())
        if not texts:
            raise UserError(
                self.tr("There is no recovery share."),
                safe=self.tr("Nothing was opened."),
                do=self.tr("Type the words of one sheet in each field."),
                code="secret-missing",
                exit_code=Exit.SECRET,
            )
        return RecoveryShares(texts)

    def _grow(self, count: int) -> None:
        while len(self.fields) < count:
            field = ShareField(len(self.fields) + 1)
            field.changed.connect(self._judge)
            field.entered.connect(lambda f=field: self._entered(f))
            field.pasted.connect(lambda text, f=field: self._paste(f, text))
            self.fields.append(field)
            self._inside.addWidget(field)

    def _judge(self) -> None:
        texts = [field.text for field in self.fields]
        judged = judge_shares(texts, self._plan.set_id if self._plan else None)
        for field, typed in zip(self.fields, judged, strict=True):
            field.show_verdict(typed)
        more = still_needed(texts, judged, self._plan)
        whole = sum(field.whole for field in self.fields)
        if more is not None:
            self._grow(whole + more)
        self._say_needed(whole, more)
        self.edited.emit()

    def _say_needed(self, whole: int, more: int | None) -> None:
        said = []
        if self._plan is not None:
            said.append(self.tr("Any {} of the {} shares open this file.").format(self._plan.needed, self._plan.made))
        if more == 0:
            said.append(self.tr("Enough of them are here."))
        elif more is not None and whole:
            said.append(self.tr("{} of {} still needed.").format(more, whole + more))
        done = more == 0
        self.needed.say(
            " ".join(said), icon="check-circle" if done else "users-three", tone="good" if done else "text2"
        )

    def _entered(self, field: ShareField) -> None:
        """On to the next keeper; when enough is here, the file is opened."""
        field.put_away()
        left = [f for f in self.fields if not f.whole]
        if field.whole and left:
            left[0].words.setFocus()
        elif field.whole or self.typed:
            self.entered.emit()

    def _paste(self, field: ShareField, text: str) -> None:
        """Several lines fill this field and those after it."""
        parts = split_pasted(text)
        if len(parts) <= 1:
            field.words.insertPlainText(" ".join(parts))
            return
        start = self.fields.index(field)
        self._grow(start + len(parts))
        for target, part in zip(self.fields[start:], parts, strict=False):
            target.take(part)
            target.put_away()
        self.take_focus()
