"""Who may approve: a role with a secret of its own, kept in the review, that the compiler does not hold."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.common.clock import now, today
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.release import Approver
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session, check_passphrase
from desktop_app.storage.keyslots import Slot, unwrap
from desktop_app.storage.secrets import Passphrase
from desktop_app.storage.signing import new_signing_key

_SAFE = "Nothing was changed."
_SHOWN = 16  # hexadecimal digits of a key that a person writes down


def make_approver(session: Session, role: str, name: str, passphrase: str) -> tuple[ChangeSet, Approver]:
    """Somebody who may approve from now on. Their passphrase must not be what opens the review.

    Raises UserError: no-role, approver-exists, passphrase-empty, passphrase-is-the-reviews.
    """
    said = " ".join(role.split())
    if not said:
        raise _refusal("No role was given.", "Say who may approve, e.g. “Independent chair”.", "no-role")
    if any(same_role(held.role, said) for held in standing(session.snapshot)):
        raise _refusal(
            f"“{said}” may approve already.", "Retire that one first, or give another role.", "approver-exists"
        )
    check_passphrase(passphrase, safe=_SAFE)
    if _opens(session, passphrase):
        raise _refusal(
            "That passphrase opens the review: whoever compiles the output holds it.",
            "Let the approver choose one of their own.",
            "passphrase-is-the-reviews",
        )
    verify, sealed = new_signing_key(passphrase)
    made = Approver(role=said, name=" ".join(name.split()), made=now(), verify=verify, sealed=sealed)
    changes = session.put("Add an approver", made)
    session.log("approver-made", made.uid)
    return changes, made


def retire_approver(session: Session, role: str) -> ChangeSet:
    """They approve nothing from now on; what they signed stays signed. Raises UserError no-approver."""
    held = approver_called(session.snapshot, role)
    changes = session.put("Retire an approver", replace(held, retired=today()))
    session.log("approver-retired", held.uid)
    return changes


def standing(snapshot: Snapshot) -> tuple[Approver, ...]:
    return tuple(held for held in snapshot.approvers if held.retired is None)


def approver_called(snapshot: Snapshot, role: str) -> Approver:
    """The one with this role who may approve now. Raises UserError no-approver."""
    for held in standing(snapshot):
        if same_role(held.role, role):
            return held
    known = ", ".join(f"“{held.role}”" for held in standing(snapshot))
    raise _refusal(
        f"Nobody called “{' '.join(role.split())}” may approve." if role.strip() else "No approver was named.",
        f"Those who may: {known}." if known else "Make an approver first: they choose a passphrase of their own.",
        "no-approver",
    )


def fingerprint(approver: Approver) -> str:
    """What the approver writes down and keeps: "9f0c 2ab8 …"; whoever puts another key in their place shows by it."""
    digits = approver.verify[:_SHOWN]
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def same_role(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _opens(session: Session, passphrase: str) -> bool:
    slots = tuple(slot for slot in session.file.slots if not isinstance(slot, Slot) or not slot.keyfile)
    try:
        unwrap(slots, Passphrase(passphrase))
    except UserError as error:
        if error.code != "wrong-secret":
            raise
        return False
    return True


def _refusal(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe=_SAFE, do=do, code=code, exit_code=Exit.USAGE)
