"""The recovery keys and shares that wait to be put away, shown sheet by sheet until somebody says that they are.

They come from the review and not from the work that made them, so that a lock, a crash or another text size in between
loses none.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.common.errors import UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.services.keys import Untold, keys_untold, put_away
from desktop_app.ui.desk import Desk
from desktop_app.ui.unlock.recovery_card import RecoveryCard


class KeysToPutAway(QObject):
    """`over` when nothing waits any more; `failed` carries the UserError that kept the review from forgetting one."""

    over = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, card: RecoveryCard) -> None:
        super().__init__(card)
        self._desk, self._card = desk, card
        self._shown: tuple[Untold, ...] = ()
        self._sheets: list[tuple[Untold, int]] = []
        card.setMinimumWidth(0)  # narrower than on a page of its own where the window is narrow
        card.kept.connect(self._kept)
        card.hide()

    def show(self, *, focus: bool = False) -> None:
        """What waits now, from its first sheet; what is being shown already goes on being shown."""
        held = keys_untold(self._desk.session)
        if held == self._shown:
            return
        self._shown = held
        self._sheets = [(untold, number) for untold in held for number in range(len(untold.texts))]
        self._show_next(focus=focus)

    def _show_next(self, *, focus: bool) -> None:
        if not self._sheets:
            self._card.hide()
            return
        untold, number = self._sheets[0]
        many = len(untold.texts)
        if many == 1:
            self._card.show_key(untold.texts[0], go_on=self.tr("Done"))
        else:
            self._card.show_share(untold.texts[number], number + 1, many, untold.needed)
        self._card.show()
        if focus:
            self._card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self) -> None:
        untold, number = self._sheets.pop(0)
        if number + 1 == len(untold.texts):
            try:
                put_away(self._desk.session, untold.kind)
                self._desk.announce(ChangeSet(self.tr("Put a key away"), frozenset()))  # it is to be saved, and said
            except UserError as error:
                self.failed.emit(error)
        self._show_next(focus=True)
        if not self._sheets:
            self._shown = ()
            self.over.emit()
