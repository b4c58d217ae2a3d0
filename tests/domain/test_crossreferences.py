"""References between recommendations: found, kept alive, and printed as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.crossreferences import GONE, cites, find_mentions, render, tokenise

UIDS = {n: f"{n:032x}" for n in range(1, 30)}
NUMBERS = {uid: n for n, uid in UIDS.items()}


@pytest.mark.parametrize(
    ("text", "numbers", "direction"),
    [
        ("as outlined at Recommendation 2 above.", (2,), "above"),
        ("As per recommendation 2 above, the", (2,), "above"),
        ("As per Recommendation 2 and 5 above, the", (2, 5), "above"),
        ("in Recommendations 1, 4 and 7 below", (1, 4, 7), "below"),
        ("see Rec 3", (3,), ""),
        ("see Recs. 3 & 4", (3, 4), ""),
        ("Recommendation 11a", (11,), ""),
        ("Recommendation no. 6", (6,), ""),
    ],
)
def test_mentions_are_found(text: str, numbers: tuple[int, ...], direction: str) -> None:
    (mention,) = find_mentions(text)
    assert (mention.numbers, mention.direction) == (numbers, direction)
    assert text[mention.start : mention.end].lower().startswith("rec")


@pytest.mark.parametrize(
    "text", ["11 recommendations", "Recommendation 2019", "recommended 2", "Recommendation 12.5 %", "record 2"]
)
def test_what_only_looks_like_one_is_left(text: str) -> None:
    assert not cites(tokenise(text, UIDS))


def test_sides_follow_the_numbers_when_recommendations_move() -> None:
    text = tokenise("As outlined at Recommendation 2 above.", UIDS)
    assert render(text, NUMBERS, 3) == "As outlined at Recommendation 2 above."
    moved = NUMBERS | {UIDS[2]: 3, UIDS[3]: 2}
    assert render(text, moved, 2) == "As outlined at Recommendation 3 below."
    both = tokenise("As per Recommendation 2 and 5 above, done.", UIDS)
    assert render(both, NUMBERS, 11) == "As per Recommendation 2 and 5 above, done."
    assert render(both, NUMBERS, 1) == "As per Recommendation 2 and 5 below, done."
    assert render(both, NUMBERS, 3) == "As per Recommendation 2 above and 5 below, done."
    assert render(both, NUMBERS) == "As per Recommendation 2 and 5 above, done."


def test_a_token_typed_with_a_number_prints_its_word() -> None:
    text = tokenise("as outlined at {rec:2} above", UIDS)
    assert text == f"as outlined at {{rec:{UIDS[2]}}} above"
    assert render(text, NUMBERS, 3) == "as outlined at Recommendation 2 above"


def test_unknown_numbers_stay_and_lost_targets_are_said() -> None:
    assert tokenise("Recommendation 99 above", UIDS) == "Recommendation 99 above"
    assert render(f"Recommendation {{rec:{'f' * 32}}} above", NUMBERS, 3) == f"Recommendation {GONE} above"


def test_cites_names_each_target_once() -> None:
    text = tokenise("Recommendation 2 and 5 above; recommendation 2 above; Recommendation 11a", UIDS)
    assert cites(text) == (UIDS[2], UIDS[5], UIDS[11])


WORDS = "the Recommendation recommendations rec. 2 5, and & to above below 11 7a , - (4) 19"
words = st.sampled_from([*WORDS.split(), "\n", "  "])


@given(st.lists(words, max_size=14).map(" ".join) | st.text(max_size=40))
def test_round_trip_of_any_text(text: str) -> None:
    """Printed from anywhere outside the recommendations, a tokenised text is what was written, to the letter."""
    stored = tokenise(text, UIDS)
    assert render(stored, NUMBERS) == text
    assert tokenise(stored, UIDS) == stored
    named = {n for m in find_mentions(text) for n in m.numbers if n in UIDS}
    assert {NUMBERS[uid] for uid in cites(stored)} == named


@given(st.integers(1, 29), st.lists(st.integers(1, 29), min_size=1, max_size=4, unique=True))
def test_true_sides_round_trip_inside_a_recommendation(own: int, targets: list[int]) -> None:
    targets = [n for n in targets if n < own]
    if targets:
        text = f"As per Recommendation {' and '.join(map(str, targets))} above, done."
        assert render(tokenise(text, UIDS), NUMBERS, own) == text
