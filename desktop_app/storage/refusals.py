"""Every refusal of this room in words: what happened, what is safe, what to do. Codes are stable."""

from __future__ import annotations

import errno
from pathlib import Path

from desktop_app.common.errors import Exit, UserError

_NOTHING_CHANGED = "Nothing has been changed."


def wrong_secret(*, keyfile_needed: bool = False, keyfile_given: bool = False, recovery: bool = False) -> UserError:
    if recovery:
        what = "This recovery key is well formed, but it does not open this review."
        do = "Check that the sheet belongs to this review: an older sheet stops working when a new key is made."
    else:
        what = "The passphrase does not open this review."
        do = "Try again: capitals and spaces count. The recovery key opens it as well."
        if keyfile_needed and not keyfile_given:
            do = "This review also needs its keyfile: choose it and try again."
        elif keyfile_needed:
            what = "The passphrase and keyfile do not open this review together."
    return UserError(what, safe=_NOTHING_CHANGED, do=do, code="wrong-secret", exit_code=Exit.SECRET)


def recovery_key_mistyped() -> UserError:
    return UserError(
        "The recovery key was not typed as it is printed.",
        safe=_NOTHING_CHANGED,
        do="Compare it with the sheet: eight groups of five letters and digits.",
        code="recovery-key-mistyped",
        exit_code=Exit.SECRET,
    )


def share_mistyped(number: int) -> UserError:
    return UserError(
        f"Recovery share {number} of those given was not typed as it is printed.",
        safe=_NOTHING_CHANGED,
        do="Compare its words with the sheet: there are 23, and their order counts.",
        code="share-mistyped",
        exit_code=Exit.SECRET,
    )


def share_of_another_set(number: int) -> UserError:
    return UserError(
        f"Recovery share {number} of those given is well formed, but it does not belong to this review's shares.",
        safe=_NOTHING_CHANGED,
        do="Look for the sheets made last: older sheets stop working when new shares are made.",
        code="wrong-secret",
        exit_code=Exit.SECRET,
    )


def shares_too_few(given: int, needed: int) -> UserError:
    return UserError(
        f"{needed} different recovery shares are needed together, and {given} {'was' if given == 1 else 'were'} given.",
        safe=_NOTHING_CHANGED,
        do="Ask the others who hold one; the sheet says how many are needed.",
        code="shares-too-few",
        exit_code=Exit.SECRET,
    )


def no_shares() -> UserError:
    return UserError(
        "This review has no recovery shares.",
        safe=_NOTHING_CHANGED,
        do="Use its passphrase or its recovery key. Shares stop working when the review gets a new data key.",
        code="wrong-secret",
        exit_code=Exit.SECRET,
    )


def empty_secret(what: str) -> UserError:
    return UserError(
        f"The {what} is empty.",
        safe=_NOTHING_CHANGED,
        do=f"Choose a {what} that is not empty.",
        code="empty-secret",
        exit_code=Exit.SECRET,
    )


def foreign(path: Path, what: str) -> UserError:
    return UserError(
        f"“{path.name}” is {what}, not a review.",
        safe="It has been left as it is.",
        do="Choose a file that Candour made; their names end in .review.",
        code="foreign",
        exit_code=Exit.FILE,
    )


def empty(path: Path) -> UserError:
    return UserError(
        f"“{path.name}” is empty: there is nothing in it to open.",
        safe="It has been left as it is." + _backup_words(path),
        do="If it came by mail, from a stick or from a synced folder, copy it again from where it came.",
        code="empty",
        exit_code=Exit.FILE,
    )


def damaged(path: Path, how: str) -> UserError:
    return UserError(
        f"“{path.name}” is damaged: {how}.",
        safe="It has been left as it is." + _backup_words(path),
        do="Open the copy beside it, or a backup, or copy the file again from where it came.",
        code="damaged",
        exit_code=Exit.FILE,
    )


def working_copy_damaged(path: Path) -> UserError:
    return UserError(
        f"The working copy of “{path.name}” is damaged: this computer's disk lost something of it.",
        safe="The file was not written: it is as it was last saved.",
        do="Make a copy of the file elsewhere, then close Candour and open the review again: it opens as last saved, "
        "and the damaged copy is kept. Have the disk looked at.",
        code="working-copy-damaged",
        exit_code=Exit.OUTSIDE,
    )


def altered(path: Path) -> UserError:
    return UserError(
        f"“{path.name}” was altered by something other than Candour, so it is not opened.",
        safe="It has been left as it is." + _backup_words(path),
        do="Use a backup, and keep this file for whoever looks after information security.",
        code="altered",
        exit_code=Exit.FILE,
    )


def newer(path: Path) -> UserError:
    return UserError(
        f"“{path.name}” was made by a newer version of Candour than this one.",
        safe="It has been left as it is.",
        do="Open it with the newer version.",
        code="newer",
        exit_code=Exit.FILE,
    )


def in_use(path: Path) -> UserError:
    return UserError(
        f"“{path.name}”, or a copy of it, is already open elsewhere on this computer.",
        safe="Its latest work is there, and nothing has been changed.",
        do="Close it there first.",
        code="in-use",
        exit_code=Exit.OUTSIDE,
    )


def exists(path: Path) -> UserError:
    return UserError(
        f"There is already something called “{path.name}” there.",
        safe="It has been left as it is.",
        do="Choose another name.",
        code="exists",
        exit_code=Exit.OUTSIDE,
    )


def not_found(path: Path) -> UserError:
    return UserError(
        f"“{path.name}” is not there.",
        safe=_NOTHING_CHANGED,
        do="Check the name and the folder; a stick or network drive may have been unplugged.",
        code="not-found",
        exit_code=Exit.OUTSIDE,
    )


def disk_full(name: str) -> UserError:
    return UserError(
        f"The disk is full, so “{name}” could not be written.",
        safe="The file as it was last saved is whole, and work done so far is kept.",
        do="Free some space and try again.",
        code="disk-full",
        exit_code=Exit.OUTSIDE,
    )


def no_permission(name: str) -> UserError:
    return UserError(
        f"This account may not read or write “{name}”.",
        safe="The file as it was last saved is whole, and work done so far is kept.",
        do="Move it to a folder you may write to, or ask whoever looks after the computer.",
        code="no-permission",
        exit_code=Exit.OUTSIDE,
    )


def read_only(name: str) -> UserError:
    return UserError(
        f"“{name}” is on a disk, stick or network drive that cannot be written to now: it is read-only.",
        safe="The file as it was last saved is whole, and work done so far is kept on this computer.",
        do="Look for a write-protect switch, or copy the file to where it can be written.",
        code="read-only",
        exit_code=Exit.OUTSIDE,
    )


def disk_trouble(name: str) -> UserError:
    return UserError(
        f"The disk did not answer properly while “{name}” was read or written.",
        safe="The file as it was last saved is left alone, and work done so far is kept.",
        do="Check the disk, stick or network drive, and try again.",
        code="disk-trouble",
        exit_code=Exit.OUTSIDE,
    )


def no_memory() -> UserError:
    return UserError(
        "There is not enough free memory to turn the passphrase into a key.",
        safe=_NOTHING_CHANGED,
        do="Close other programs and try again. The recovery key needs hardly any memory.",
        code="no-memory",
        exit_code=Exit.OUTSIDE,
    )


def changed_since(label: str) -> UserError:
    return UserError(
        f"“{label}” cannot be undone or redone: what it changed has been changed again since.",
        safe=_NOTHING_CHANGED,
        do="Make the change by hand.",
        code="changed-since",
        exit_code=Exit.OUTSIDE,
    )


def not_text() -> UserError:
    return UserError(
        "A text holds half of a character (an unpaired surrogate), which cannot be stored.",
        safe=_NOTHING_CHANGED,
        do="Type the words again, or save the file they came from as UTF-8 and import it again.",
        code="not-text",
        exit_code=Exit.FILE,
    )


def backup_differs(path: Path) -> UserError:
    return UserError(
        f"The backup of “{path.name}” was read back, and it is not the same as the review.",
        safe="The review is as it was; the bad backup was deleted.",
        do="Check the disk the backup goes to, or make it somewhere else.",
        code="backup-differs",
        exit_code=Exit.OUTSIDE,
    )


def not_in_bin(count: int) -> UserError:
    return UserError(
        f"{count} of what was to be removed for good {'is' if count == 1 else 'are'} not in the bin.",
        safe=_NOTHING_CHANGED,
        do="Delete it first; only what is in the bin can be removed for good.",
        code="not-in-bin",
        exit_code=Exit.USAGE,
    )


def no_backup(path: Path) -> UserError:
    return UserError(
        f"There is no backup of “{path.name}” on this computer yet.",
        safe=_NOTHING_CHANGED,
        do="Make one: “candour backup”, or Settings, Backups.",
        code="no-backup",
        exit_code=Exit.LOOK,
    )


def backup_of_other_keys() -> UserError:
    return UserError(
        "That backup does not open with this review's keys: it was made before they were all made new, or was altered.",
        safe=_NOTHING_CHANGED,
        do="Restore it where a file is unlocked, with the passphrase or recovery key of that time.",
        code="backup-other-keys",
        exit_code=Exit.SECRET,
    )


def same_file(path: Path) -> UserError:
    return UserError(
        f"“{path.name}” is the review itself, not a copy of it.",
        safe=_NOTHING_CHANGED,
        do="Choose the copy that somebody else worked on.",
        code="same-file",
        exit_code=Exit.USAGE,
    )


def another_review(path: Path) -> UserError:
    return UserError(
        f"“{path.name}” is another review, not a copy of this one.",
        safe=_NOTHING_CHANGED,
        do="Choose a file that began as a copy of this review.",
        code="another-review",
        exit_code=Exit.FILE,
    )


def memory_in_use() -> UserError:
    return UserError(
        "Another window or command is using the memory of earlier reviews.",
        safe=_NOTHING_CHANGED,
        do="Try again in a moment.",
        code="memory-in-use",
        exit_code=Exit.OUTSIDE,
    )


def memory_newer() -> UserError:
    return UserError(
        "The memory of earlier reviews on this computer was made by a newer version of Candour.",
        safe="It has been left as it is.",
        do="Use the newer version.",
        code="memory-newer",
        exit_code=Exit.FILE,
    )


def of_os_error(error: OSError, path: Path) -> UserError:
    """The refusal that says what the operating system said."""
    if isinstance(error, FileNotFoundError):
        return not_found(path)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return disk_full(path.name)
    if error.errno == errno.ELOOP:
        return foreign(path, "a link that leads back to itself")
    if error.errno == errno.EROFS:
        return read_only(path.name)
    if error.errno in (errno.EACCES, errno.EPERM):
        return no_permission(path.name)
    return disk_trouble(path.name)


def _backup_words(path: Path) -> str:
    bak = backup_of(path)
    return f" The copy as it was before the last save is beside it: “{bak.name}”." if bak.is_file() else ""


def backup_of(path: Path) -> Path:
    """Where the previous version of a review is kept."""
    return path.with_name(path.name + ".bak")
