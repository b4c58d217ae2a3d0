"""Recovery shares while they are typed: each kind of slip is told apart, and how many are still needed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.errors import UserError
from desktop_app.services.shares_typed import Said, judge_shares, plan_of_file, split_pasted, still_needed
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost, Passphrase
from desktop_app.storage.shares import new_shares

_RAW, PLAN, SHARES = new_shares(3, 5)
OTHERS = new_shares(2, 3)[2]


def said(*texts: str, set_id: int | None = None) -> list[Said]:
    return [typed.said for typed in judge_shares(texts, set_id)]


def test_what_can_be_wrong_with_a_share_is_told_apart() -> None:
    first = SHARES[0].split()
    swapped = [first[1], first[0], *first[2:]]
    cases = {
        "": Said.EMPTY,
        "  ": Said.EMPTY,
        " ".join(first[:12]): Said.UNFINISHED,
        " ".join([*first[:12], "xylophone "]): Said.STRAY,
        " ".join(swapped): Said.WRONG,
        " ".join([*first, first[0]]): Said.MANY,
        SHARES[0]: Said.WHOLE,
        SHARES[0].upper(): Said.WHOLE,
        " ".join(word[:4] for word in first): Said.WHOLE,
    }
    if first[0] != first[1]:
        assert {text: said(text)[0] for text in cases} == cases


def test_a_word_on_its_way_is_not_called_wrong_yet() -> None:
    words = SHARES[0].split()
    assert said(" ".join(words[:5]) + " xylo") == [Said.UNFINISHED]
    typed = judge_shares([" ".join(words[:5]) + " academmy xylophone "])[0]
    assert typed.stray == (7, "xylophone", ""), "four letters are enough, so the sixth is academy"


def test_a_near_word_is_offered() -> None:
    typed = judge_shares(["academic brohter "])[0]
    assert typed.stray == (2, "brohter", "brother")
    assert judge_shares(["lanternn "])[0].stray == (1, "lanternn", ""), "no guess beats a wild one"


def test_shares_of_another_set_and_the_same_one_twice() -> None:
    assert said(SHARES[0], OTHERS[0], SHARES[0], SHARES[1]) == [Said.WHOLE, Said.FOREIGN, Said.TWICE, Said.WHOLE]
    assert said(SHARES[0], set_id=PLAN.set_id ^ 1) == [Said.FOREIGN], "the file says which set opens it"


@given(st.lists(st.integers(0, 4), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_how_many_are_still_needed_is_the_plan_less_the_different_whole_ones(
    which: list[int], chance: random.Random
) -> None:
    texts = [SHARES[n] for n in which] + ["half a share"]
    chance.shuffle(texts)
    assert still_needed(texts, judge_shares(texts), None) == max(3 - len(set(which)), 0)


def test_nothing_is_known_before_the_first_share_or_the_file_says_it() -> None:
    assert still_needed([""], judge_shares([""]), None) is None


def test_pasted_lines_are_shares_or_one_share_broken_into_lines() -> None:
    assert split_pasted("\n".join(SHARES[:2]) + "\n\n") == list(SHARES[:2])
    words = SHARES[0].split()
    assert split_pasted(" ".join(words[:9]) + "\n " + " ".join(words[9:])) == [SHARES[0]]
    assert split_pasted(" \n") == []


def test_the_plan_is_read_from_the_file_without_a_secret(tmp_path: Path) -> None:
    path = tmp_path / "r.review"
    file, _ = ReviewFile.create(path, "x", cost=KdfCost(19 * 1024, 1))
    file.close()
    assert plan_of_file(path) is None
    file = ReviewFile.open(path, Passphrase("x"))
    (share, *_rest) = file.new_shares(2, 3)
    file.close()
    plan = plan_of_file(path)
    assert plan is not None
    assert (plan.needed, plan.made) == (2, 3)
    assert said(share, set_id=plan.set_id) == [Said.WHOLE]
    (tmp_path / "text").write_text("no review")
    with pytest.raises(UserError):
        plan_of_file(tmp_path / "text")
