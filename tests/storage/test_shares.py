"""Any k of n shares open a review; the standard's own vectors hold; slots of a later version are left alone."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shamir_mnemonic import MnemonicError, Share, combine_mnemonics

from desktop_app.common.errors import Exit, UserError
from desktop_app.storage import header
from desktop_app.storage.keyslots import UnknownSlot
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST, Passphrase, RecoveryKey, RecoveryShares
from desktop_app.storage.shares import SharePlan, new_shares, read_shares

Open = Callable[..., ReviewFile]

# Of SLIP-0039's published test vectors (passphrase TREZOR): 1, 2, 4, 5 and 20.
ONE = "duckling enlarge academic academic agency result length solution fridge kidney coal piece deal husband erode "
FIRST = (
    "shadow pistol academic always adequate wildlife fancy gross oasis cylinder mustang wrist rescue view short owner "
)
SECOND = (
    "shadow pistol academic acid actress prayer class unknown daughter sweater depict flip twice unkind craft early "
)
LONG = (
    "theory painting academic academic armed sweater year military elder discuss acne wildlife boring employer fused "
    "large satoshi bundle carbon diagnose anatomy hamster leaves tracks paces beyond phantom capital marvel lips brave "
    "detect luck"
)
VECTORS = [
    ([ONE + "duke ajar critical decision keyboard"], "bb54aac4b89dc868ba37d9cc21b2cece"),
    ([ONE + "duke ajar critical decision kidney"], ""),
    (
        [FIRST + "flip making coding armed", SECOND + "superior advocate guest smoking"],
        "b43ceb7e57a0ea8766221624d01b0864",
    ),
    ([FIRST + "flip making coding armed"], ""),
    ([LONG], "989baf9dcaad5b10ca33dfd8cc75e42477025dce88ae83e75a230086a0e00e92"),
]


@pytest.mark.parametrize(("shares", "secret"), VECTORS)
def test_published_vectors(shares: list[str], secret: str) -> None:
    if secret:
        assert combine_mnemonics(shares, b"TREZOR").hex() == secret
    else:
        with pytest.raises(MnemonicError):
            combine_mnemonics(shares, b"TREZOR")


def code(texts: tuple[str, ...], plan: SharePlan) -> str:
    with pytest.raises(UserError) as caught:
        read_shares(texts, plan)
    assert caught.value.exit_code is Exit.SECRET
    assert caught.value.do
    return caught.value.code


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_k_of_n_and_no_fewer(data: st.DataObject) -> None:
    made = data.draw(st.integers(2, 16))
    needed = data.draw(st.integers(2, made))
    raw, plan, shares = new_shares(needed, made)
    assert len(set(shares)) == made
    chosen = tuple(data.draw(st.permutations(shares)))[: data.draw(st.integers(1, made))]
    if len(chosen) >= needed:
        assert read_shares(chosen, plan) == raw
    else:
        assert code(chosen, plan) == "shares-too-few"
        assert code(chosen * 16, plan) == "shares-too-few", "the same sheet twice is one"


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 22), st.integers(0, 1023), st.booleans())
def test_a_wrong_word_is_found_and_the_share_named(at: int, other: int, swap: bool) -> None:
    _, plan, (first, second, _) = new_shares(2, 3)
    words = second.split()
    if swap and words[at] != words[at - 1]:
        words[at], words[at - 1] = words[at - 1], words[at]
    else:
        words[at] = "candour"
    with pytest.raises(UserError) as caught:
        read_shares((first, " ".join(words)), plan)
    assert caught.value.code == "share-mistyped"
    assert "share 2" in caught.value.what


@pytest.mark.parametrize("text", ["", "hello", "academic " * 23, "ÄÖÜ " * 23, "\0", "academic " * 2000])
def test_junk_is_mistyped(text: str) -> None:
    _, plan, shares = new_shares(2, 3)
    assert code((shares[0], text), plan) == "share-mistyped"


def test_as_people_type() -> None:
    raw, plan, shares = new_shares(2, 3)
    sloppy = tuple("\n ".join(word[:4].upper() for word in share.split()) for share in shares)
    assert read_shares(sloppy[1:], plan) == raw


@pytest.mark.parametrize(("needed", "made"), [(1, 1), (1, 3), (0, 0), (3, 2), (2, 17), (-1, 3)])
def test_plans_out_of_limits(needed: int, made: int) -> None:
    with pytest.raises(ValueError, match="out of limits"):
        new_shares(needed, made)


def test_a_review_opens_by_any_two_of_three(closed: tuple[Path, str], opened: Open) -> None:
    path, key = closed
    review = opened(path)
    shares = review.new_shares(2, 3)
    review.close()
    for pair in itertools.permutations(shares, 2):
        again = opened(path, RecoveryShares(pair))
        assert again.snapshot().people
        again.close()
    for secret in (RecoveryKey(key), Passphrase("correct horse battery")):
        opened(path, secret).close()
    with pytest.raises(UserError, match="2 different recovery shares are needed"):
        opened(path, RecoveryShares(shares[:1]))


def test_new_shares_replace_the_old_and_a_new_passphrase_does_not(closed: tuple[Path, str], opened: Open) -> None:
    path, _ = closed
    review = opened(path)
    old = review.new_shares(2, 3)
    new = review.new_shares(3, 5)
    review.change_passphrase("another", cost=LOWEST)
    review.close()
    opened(path, RecoveryShares(new[1:4])).close()
    with pytest.raises(UserError) as caught:
        opened(path, RecoveryShares(old))
    assert caught.value.code == "wrong-secret"


def test_a_review_without_shares_says_so(closed: tuple[Path, str], opened: Open) -> None:
    with pytest.raises(UserError, match="no recovery shares"):
        opened(closed[0], RecoveryShares(new_shares(2, 3)[2]))


def test_a_slot_of_a_later_version_is_kept_and_does_no_harm(closed: tuple[Path, str], opened: Open) -> None:
    path, key = closed
    review = opened(path)
    later = UnknownSlot("passkey", {"id": "abcd", "kind": "passkey", "anything": [1, {"a": "ü"}]})
    review._vault.change_slots(lambda slots: (later, *slots))
    review.close()
    again = opened(path)
    again.log("x", "y")
    again.change_passphrase("another", cost=LOWEST)
    again.save()
    again.close()
    assert later in header.read_header(path).header.slots
    opened(path, Passphrase("another")).close()
    opened(path, RecoveryKey(key)).close()


def test_a_plan_out_of_limits_in_a_header_is_refused(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    review.new_shares(2, 3)
    slot = review.slots[-1]
    assert not isinstance(slot, UnknownSlot)
    assert slot.plan is not None
    for plan in (replace(slot.plan, needed=0), replace(slot.plan, made=1 << 40), replace(slot.plan, set_id=-1)):
        broken = replace(slot, plan=plan)
        review._vault.change_slots(lambda slots, bad=broken: (*slots[:-1], bad))
        with pytest.raises(UserError) as caught:
            header.read_header(closed[0])
        assert caught.value.code == "altered"


def test_what_a_share_tells() -> None:
    _, plan, shares = new_shares(2, 3)
    assert [Share.from_mnemonic(text).index for text in shares] == [0, 1, 2]
    assert {Share.from_mnemonic(text).member_threshold for text in shares} == {plan.needed}
