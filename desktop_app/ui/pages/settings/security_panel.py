"""What opens the review: the passphrase, the recovery key, recovery shares; and what to do when a secret has leaked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.services.keys import (
    KeyState,
    Rekeyed,
    change_passphrase,
    key_state,
    new_recovery_key,
    new_recovery_shares,
    rekey,
)
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.unlock.keyfile_box import KeyfileBox
from desktop_app.ui.unlock.keys_to_put_away import KeysToPutAway
from desktop_app.ui.unlock.new_passphrase import NewPassphrase
from desktop_app.ui.unlock.recovery_card import RecoveryCard
from desktop_app.ui.widgets.advice import AdviceLine, ErrorStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.words import heading, rule, small, words

T = TypeVar("T")
_PLANS = ((2, 3), (2, 5), (3, 5))


class SecurityPanel(Panel):
    """Deriving a key takes about a second on purpose, so each of these is work in a thread."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Security"), ruled=True)
        self._desk = desk
        self._opens = words("", wrap=True)
        self.body.addWidget(self._opens)
        self.errors = ErrorStrip()
        self.done = AdviceLine()
        self.body.addWidget(self.errors)
        self.body.addWidget(self.done)
        self.card = RecoveryCard()
        self.body.addWidget(self.card)
        self._keys = KeysToPutAway(desk, self.card)
        self._keys.over.connect(self._to_the_passphrase)
        self._keys.failed.connect(self.errors.show_error)
        self._passphrase_part()
        self.body.addWidget(rule())
        self._recovery_part()

    def _passphrase_part(self) -> None:
        self.body.addSpacing(theme().px(8))
        self.body.addWidget(heading(self.tr("Passphrase")))
        self.pair = NewPassphrase(self.tr("New passphrase"))
        self.body.addWidget(self.pair)
        self.keyfile = KeyfileBox()
        self.body.addWidget(self.keyfile)
        self.without_keyfile = AdviceLine()
        self.body.addWidget(self.without_keyfile)
        self.change = Button(self.tr("Change the passphrase"), icon="key")
        self.change.clicked.connect(self.change_it)
        self.body.addWidget(_in_row(self.change))
        self.body.addWidget(
            small(
                self.tr(
                    "If somebody else may know the passphrase or hold the recovery key, changing it is not enough: "
                    "copies they have would still open. Type a new one above and make everything new. The file and "
                    "its backups here are written again under new keys; the old secrets open none of them. Copies "
                    "kept elsewhere still open with the old ones: find and delete those."
                ),
                wrap=True,
            )
        )
        self.leaked = Button(self.tr("It has leaked: make everything new"), icon="warning")
        self.leaked.clicked.connect(self.make_new)
        self.body.addWidget(_in_row(self.leaked))

    def _recovery_part(self) -> None:
        self.body.addSpacing(theme().px(4))
        self.body.addWidget(heading(self.tr("If the passphrase is forgotten")))
        self.recovery = Button(self.tr("Make a new recovery key"), icon="lifebuoy")
        self.recovery.clicked.connect(self.make_recovery)
        self.body.addWidget(_in_row(self.recovery))
        self.body.addWidget(
            small(
                self.tr(
                    "Recovery shares are for an office: each of several people keeps one sheet, and no one of them "
                    "can open the review alone. Making new ones ends those made before."
                ),
                wrap=True,
            )
        )
        self.plan = Chooser([(f"{k}/{n}", self.tr("any {} of {}").format(k, n)) for k, n in _PLANS], "2/3")
        self.body.addWidget(Labelled(self.tr("Shares needed together"), self.plan))
        self.shares = Button(self.tr("Make recovery shares"), icon="users-three")
        self.shares.clicked.connect(self.make_shares)
        self.body.addWidget(_in_row(self.shares))

    def show_state(self) -> None:
        state = key_state(self._desk.session)
        self._opens.setText(self._said(state))
        self.without_keyfile.say(
            self.tr("A keyfile is asked for now. Choose one here, or the new passphrase will do without.")
            if state.keyfile
            else ""
        )
        self._keys.show()

    def _to_the_passphrase(self) -> None:
        self.change.setFocus()

    def _said(self, state: KeyState) -> str:
        ways = [self.tr("the passphrase with its keyfile") if state.keyfile else self.tr("the passphrase")]
        if state.recovery_key:
            ways.append(self.tr("the recovery key"))
        if state.shares:
            ways.append(self.tr("any {} of {} recovery shares").format(*state.shares))
        text = self.tr("What opens this review: {}.").format("; ".join(ways))
        return text + (" " + self.tr("A newer Candour added a way of its own.") if state.unknown else "")

    def change_it(self) -> None:
        def task(passphrase: str, keyfile: bytes | None) -> None:
            change_passphrase(self._desk.session, passphrase, keyfile)

        self._with_passphrase(task, self._changed, self.tr("Changing the passphrase"))

    def make_new(self) -> None:
        def task(passphrase: str, keyfile: bytes | None) -> Rekeyed:
            return rekey(self._desk.session, passphrase, keyfile)

        self._with_passphrase(task, self._made_new, self.tr("Making everything new"))

    def _with_passphrase(self, task: Callable[[str, bytes | None], T], done: Callable[[T], None], what: str) -> None:
        try:
            passphrase = self.pair.read(safe=self.tr("Nothing was changed."))
            keyfile = self.keyfile.read()
        except UserError as error:
            self._failed(error)
            return
        self._run(lambda: task(passphrase, keyfile), done, what)

    def _changed(self, _none: None) -> None:
        self.pair.clear()
        self._over(self.tr("The passphrase is changed. The recovery key still works."))

    def _made_new(self, made: Rekeyed) -> None:
        self.pair.clear()
        said = self.tr("Everything is new. Old secrets no longer open this review; any recovery shares are gone.")
        if made.backups_trouble:
            said += " " + self.tr("But older backups are still here: {}").format(made.backups_trouble)
        self._over(said)

    def make_recovery(self) -> None:
        self._run(
            lambda: new_recovery_key(self._desk.session),
            lambda _key: self._over(self.tr("The recovery key before this one no longer works.")),
            self.tr("Making a recovery key"),
        )

    def make_shares(self) -> None:
        needed, made = (int(part) for part in self.plan.value.split("/"))
        self._run(
            lambda: new_recovery_shares(self._desk.session, needed, made),
            lambda _shares: self._over(self.tr("Give each share to a different person.")),
            self.tr("Making recovery shares"),
        )

    def _run(self, task: Callable[[], T], done: Callable[[T], None], what: str) -> None:
        if self._desk.jobs.busy:
            self.done.say(
                self.tr("Something else is still being done. Try again in a moment."), icon="info", tone="text2"
            )
            return
        self.errors.hide()
        self.done.say("")
        self._block(what + "…")

        def run(_progress: Progress) -> T:
            return task()

        self._desk.jobs.start(run, done, self._failed, what, whole=True)

    def _block(self, why: str) -> None:
        for button in (self.change, self.leaked, self.recovery, self.shares):
            button.block(why)

    def _over(self, said: str) -> None:
        self._block("")
        self.done.say(said, icon="check-circle", tone="good")
        self._keys.show(focus=True)
        self.show_state()

    def _failed(self, error: UserError) -> None:
        self._block("")
        self.errors.show_error(error)


def _in_row(button: Button) -> FlowRow:
    line = FlowRow(spacing=8, pitch=8)
    line.add(button)
    return line
