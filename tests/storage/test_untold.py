"""A recovery key that nobody has put away is in the review until somebody says that it is safe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.people import Person
from desktop_app.storage import vault
from desktop_app.storage.keyslots import RECOVERY, SHARES
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST, Passphrase, RecoveryKey, RecoveryShares

Open = Callable[..., ReviewFile]
NEW = Passphrase("a passphrase nobody saw")


def kinds(review: ReviewFile) -> list[tuple[str, int]]:
    return [(held.kind, len(held.texts)) for held in review.untold()]


def test_kept_through_a_crash_until_put_away(closed: tuple[Path, str], opened: Open) -> None:
    path, _ = closed
    review = opened(path)
    assert review.untold() == ()
    key, shares = review.new_recovery_key(), review.new_shares(2, 3)
    review.close(save=False)
    again = opened(path)
    recovery, sheets = again.untold()
    assert (recovery.texts, sheets.texts, sheets.needed) == ((key,), shares, 2)
    assert key not in repr(recovery)
    again.put_away(SHARES)
    again.close()
    opened(path, RecoveryKey(key)).close()
    last = opened(path, RecoveryShares(shares[1:]))
    assert kinds(last) == [(RECOVERY, 1)]
    last.put_away(RECOVERY)
    last.put_away(RECOVERY)
    last.close()
    review = opened(path)
    assert review.untold() == ()
    entries = review._vault.db.conn.execute("SELECT detail FROM _audit WHERE action = 'key-put-away'").fetchall()
    assert entries == [(SHARES,), (RECOVERY,)]
    assert review.check() == []


def test_a_new_data_key_brings_its_recovery_key_in_the_same_rename(closed: tuple[Path, str], opened: Open) -> None:
    path, _ = closed
    review = opened(path)
    review.new_shares(2, 3)
    review.rekey(NEW.text, cost=LOWEST)
    review.close(save=False)
    work = review._vault.work
    work.delete()  # as on another computer
    alone = opened(path, NEW)
    (held,) = alone.untold()
    alone.close()
    opened(path, RecoveryKey(held.texts[0])).close()


def test_closing_a_review_leaves_its_key_and_no_word_of_it(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    key = review.replace_all_content([Person(uid="kept")], NEW.text, ref="r", cost=LOWEST)
    assert [held.texts for held in review.untold()] == [(key,)]


@pytest.mark.parametrize("moment", ["before", "after"])
def test_cut_off_between_the_note_and_the_slot(
    closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Of two keys noted, the one that opens the file is the one that waits."""
    path, _ = closed
    review = opened(path)
    first = review.new_recovery_key()
    rewrite = vault.rewrite_in_place

    def cut_off(target: Path, raw: bytes) -> None:
        if moment == "after":
            rewrite(target, raw)
        raise OSError(5, "cut off")

    with monkeypatch.context() as patch:
        patch.setattr(vault, "rewrite_in_place", cut_off)
        with pytest.raises(UserError):
            review.new_recovery_key()
    review.close(save=False)
    (held,) = opened(path).untold()
    assert (held.texts == (first,)) == (moment == "before")
    review.close(save=False)


def test_a_key_that_was_replaced_elsewhere_waits_no_more(closed: tuple[Path, str], opened: Open) -> None:
    """The note of one machine, the slots of another: what opens nothing is not shown."""
    review = opened(closed[0])
    review.keep_untold("AAAAA-BBBBB")
    assert review.untold() == ()
