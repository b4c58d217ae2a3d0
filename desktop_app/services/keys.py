"""Changing what opens a review: the header alone, or, where a secret has leaked, everything."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.common.errors import Exit, UserError
from desktop_app.services.backups import renew_backups
from desktop_app.services.session import Session, check_passphrase
from desktop_app.storage.keyslots import PASSPHRASE, RECOVERY, SHARES, Slot
from desktop_app.storage.recovery_key import KEY_LETTERS, read_recovery_key
from desktop_app.storage.shares import FEWEST, MOST, is_share
from desktop_app.storage.untold import Untold

__all__ = [
    "RECOVERY",
    "SHARES",
    "KeyState",
    "Rekeyed",
    "Untold",
    "change_passphrase",
    "is_share",
    "key_adds_up",
    "key_state",
    "keys_untold",
    "new_recovery_key",
    "new_recovery_shares",
    "put_away",
    "rekey",
]


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """`recovery_key` is shown once. `backups_trouble` says why older backups, which the old secrets open, are left."""

    recovery_key: str = field(repr=False)
    backups_removed: int = 0
    backups_trouble: str = ""


@dataclass(frozen=True, slots=True)
class KeyState:
    """What opens the review, for the Security page. `shares` is (needed, made), None when there are none."""

    keyfile: bool
    recovery_key: bool
    shares: tuple[int, int] | None
    unknown: int  # slots of a newer Candour


def key_state(session: Session) -> KeyState:
    slots = session.file.slots
    known = [slot for slot in slots if isinstance(slot, Slot)]
    plan = next((slot.plan for slot in known if slot.kind == SHARES), None)
    return KeyState(
        keyfile=any(slot.keyfile for slot in known if slot.kind == PASSPHRASE),
        recovery_key=any(slot.kind == RECOVERY for slot in known),
        shares=(plan.needed, plan.made) if plan else None,
        unknown=len(slots) - len(known),
    )


def key_adds_up(text: str) -> bool | None:
    """Whether a recovery key is as it was printed; None while too few letters and digits are there to say."""
    if sum(c.isalnum() for c in text) < KEY_LETTERS:
        return None
    try:
        read_recovery_key(text)
    except UserError:
        return False
    return True


def change_passphrase(session: Session, passphrase: str, keyfile: bytes | None = None) -> None:
    check_passphrase(passphrase, safe="The passphrase was not changed.")
    session.file.change_passphrase(passphrase, keyfile=keyfile)


def keys_untold(session: Session) -> tuple[Untold, ...]:
    """Recovery keys and shares that nobody has said are put away: to be shown until somebody does."""
    return session.file.untold()


def put_away(session: Session, *kinds: str) -> None:
    """Somebody says that these ("recovery", "shares") are somewhere safe; from now on they are shown no more.

    Raises UserError.
    """
    for kind in kinds:
        session.file.put_away(kind)
    session.key_waits = session.key_waits and bool(session.file.untold())


def new_recovery_key(session: Session) -> str:
    """In the review until `put_away`; the one before stops working on this file."""
    return session.file.new_recovery_key()


def new_recovery_shares(session: Session, needed: int, made: int) -> tuple[str, ...]:
    """`made` shares of 23 words, in the review until `put_away`; any `needed` open it. Earlier ones stop working.

    Raises UserError "shares-plan".
    """
    if not FEWEST <= needed <= made <= MOST:
        raise UserError(
            f"{needed} of {made} is not a way to share a key.",
            safe="Nothing was changed.",
            do=f"At least {FEWEST} must be needed, no more than are made, and at most {MOST} made: 2 of 3 is usual.",
            code="shares-plan",
            exit_code=Exit.USAGE,
        )
    return session.file.new_shares(needed, made)


def rekey(session: Session, passphrase: str, keyfile: bytes | None = None, *, keep_backups: bool = False) -> Rekeyed:
    """For a secret that has leaked: a new data key, everything written anew, and a new recovery key, shown once.

    Nothing that opened the review before opens this file, the version beside it or the backups on this computer, for
    which one fresh backup is made. Copies made elsewhere still open with the old secrets, and recovery shares are gone.
    Raises UserError; nothing has then changed.
    """
    check_passphrase(passphrase, safe="Nothing was changed: the old passphrase still opens the review.")
    key = session.file.rekey(passphrase, keyfile=keyfile)
    if keep_backups:
        return Rekeyed(key)
    try:
        return Rekeyed(key, renew_backups(session))
    except UserError as trouble:  # the key must reach the person whatever the backups do
        return Rekeyed(key, backups_trouble=trouble.message)
