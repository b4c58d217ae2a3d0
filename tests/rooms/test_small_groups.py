"""No printed group of fewer than three, and none that can be worked out by taking others away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.small_groups import SMALLEST_GROUP, shared_by

NAMES = st.sampled_from("abcdefgh")


@given(st.dictionaries(NAMES, st.integers(0, 5)), st.dictionaries(NAMES, NAMES))
def test_everybody_is_printed_once_among_three_or_not_at_all(counts: dict[str, int], wider: dict[str, str]) -> None:
    shared = shared_by(counts, wider)
    assert set(shared) == {group for group, count in counts.items() if count}
    printed: dict[str, int] = {}
    for group, found in shared.items():
        if found.label:
            printed[found.label] = printed.get(found.label, 0) + counts[group]
    for found in shared.values():
        assert (found.count >= SMALLEST_GROUP) == bool(found.label)
        if found.label:
            assert printed[found.label] == found.count


@given(st.dictionaries(NAMES, st.integers(0, 5)))
def test_a_group_is_printed_as_itself_or_one_above_it(counts: dict[str, int]) -> None:
    wider = {name: chr(ord(name) + 1) for name in "abcdefg"}
    for group, found in shared_by(counts, wider).items():
        assert not found.label or found.label >= group


def test_a_remainder_of_one_takes_a_printed_group_along() -> None:
    """Nine of ten printed by agency would tell who the tenth is."""
    shared = shared_by({"police": 3, "school": 6, "YJS": 1}, dict.fromkeys(("police", "school", "YJS"), "partner"))
    assert (shared["YJS"].label, shared["police"].label, shared["school"].label) == ("partner", "partner", "school")
    assert shared["YJS"].count == 4
