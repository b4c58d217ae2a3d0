"""What goes into the memory was published, and names nobody."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.common.errors import UserError
from desktop_app.domain.learning import Finding, Recommendation
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.people import Person
from desktop_app.domain.release import OutputText
from desktop_app.domain.remembered import RememberedReview
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.memory.anonymising import considered, parts_of
from desktop_app.services.memory.content import public_id, read, written
from desktop_app.services.memory.keeping import add_to_memory, forget, remembered
from desktop_app.services.memory.published import flat, printed_words, standing_publications
from desktop_app.services.outputs import prepare_output
from desktop_app.services.release.kept_text import pack, units_of
from desktop_app.storage.memory_file import memory_path

SECRET = ("Callum", "Draycott", "Thornby")


def one() -> RememberedReview:
    (found,) = remembered().reviews
    return found


def test_what_was_published_is_remembered_in_the_words_of_the_public(review: Any) -> None:
    added = add_to_memory(review)
    assert added.review == one()
    assert not added.again
    (finding,), (recommendation,) = one().findings, one().recommendations
    assert finding.statement == "When Rowan came home, nobody at the secondary school asked Rowan where he had been."
    assert recommendation.parts[0].text.endswith("within 72 hours of being found.")
    assert recommendation.findings == (finding.id,)
    assert one().title == "Learning from Rowan"
    assert one().published == "2026-06"
    assert add_to_memory(review).again
    assert len(remembered().reviews) == 1


def test_the_ledger_says_that_it_was_added(review: Any) -> None:
    add_to_memory(review)
    assert review.logged == ["memory-added"]


def test_no_uid_and_no_name_is_in_the_file(review: Any) -> None:
    add_to_memory(review)
    data = memory_path().read_bytes()
    for secret in (*SECRET, "f" * 32, "c" * 32, review.snapshot.review.uid, "a.review"):
        assert secret.encode() not in data, secret
    assert memory_path().stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "change",
    [
        {"published": None},
        {"withdrawn": dt.date(2026, 7, 1)},
        {"profile": ProfileName.PARTNER},
        {"kind": OutputKind.CHRONOLOGY},
    ],
)
def test_nothing_that_is_not_out_is_added(review: Any, change: dict[str, object]) -> None:
    (output,) = standing_publications(review.snapshot)
    review.put("Change", replace(output, **change))  # type: ignore[arg-type]
    with pytest.raises(UserError) as refused:
        add_to_memory(review)
    assert refused.value.code == "nothing-published"
    assert not remembered().reviews


def test_what_the_published_output_does_not_print_is_left_out(review: Any) -> None:
    """A briefing prints recommendations; findings stand in the report alone."""
    (output,) = standing_publications(review.snapshot)
    review.put("Change", replace(output, kind=OutputKind.BRIEFING))
    added = add_to_memory(review)
    assert added.left_out == 1
    assert not one().findings
    assert one().recommendations[0].findings == ()
    review.put("Change", replace(output, kind=OutputKind.SEVEN_MINUTE))  # of a finding, its title alone
    add_to_memory(review)
    assert one().findings[0].title
    assert one().findings[0].statement == ""


def test_what_was_changed_after_it_was_published_is_not_told(review: Any) -> None:
    """The words of an output are kept as it is written; the review goes on."""
    (output,) = standing_publications(review.snapshot)
    document = prepare_output(review.snapshot, output.kind, output.profile, output.as_at).preview
    review.put("Keep", OutputText(output=output.uid, packed=pack(units_of(document))))
    assert considered(review.snapshot).review == considered(review.snapshot).review
    (recommendation,) = review.snapshot.recommendations
    (finding,) = review.snapshot.findings
    review.put("Change", replace(recommendation, text="The plan is left as it is."))
    review.put("Change", replace(finding, statement=finding.statement + "\n\nWojciech Brzezinski was told."))
    added = add_to_memory(review)
    assert added.left_out == 1  # nothing of the recommendation was published in these words
    assert [said.statement for said in one().findings] == [
        "When Rowan came home, nobody at the secondary school asked Rowan where he had been."
    ]


def test_words_that_wait_for_a_decision_keep_everything_out(review: Any) -> None:
    (finding,) = review.snapshot.findings
    review.put("Change", replace(finding, statement="Nobody told Wojciech Brzezinski of it."))
    added = add_to_memory(review)
    assert added.review is None
    assert any("Brzezinski" in item.surface for item in added.blocked)
    assert not remembered().reviews


def test_what_is_forgotten_is_not_in_the_file_any_more(review: Any) -> None:
    add_to_memory(review)
    with pytest.raises(UserError) as refused:
        forget("ffffffffff")
    assert refused.value.code == "not-remembered"
    assert forget(one().id[:8]).title == "Learning from Rowan"
    assert not remembered().reviews
    left = b"".join(file.read_bytes() for file in memory_path().parent.iterdir())
    assert b"return conversation" not in left
    assert b"missing" not in left


def test_a_review_is_read_as_it_was_written(review: Any) -> None:
    found = considered(review.whole_snapshot()).review
    assert found is not None
    assert read(written(found)) == found
    assert found.id == public_id(review.snapshot.review.uid)


KINDS = (OutputKind.BRIEFING, OutputKind.OVERVIEW, OutputKind.SEVEN_MINUTE, OutputKind.ACTION_PLAN)
WORDS = st.lists(
    st.sampled_from(
        (
            *("Callum Draycott was seen alone.", "Cal’s school rang home.", "The plan was not changed."),
            *(
                "Thornby Academy closed the referral.",
                "Nobody asked what had happened.",
                "On 7 May 2024 he was missing.",
            ),
            *("The child is heard after every missing episode.", "DRAYCOTT was known.", "A worker rang the mother."),
        )
    ),
    max_size=4,
).map(" ".join)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(statements=st.lists(WORDS, max_size=3), texts=st.lists(WORDS, max_size=3), kind=st.sampled_from(KINDS))
def test_the_memory_is_part_of_what_is_printed(
    review: Any, statements: list[str], texts: list[str], kind: OutputKind
) -> None:
    held = review.whole_snapshot()
    snapshot = Snapshot(
        reviews=held.reviews,
        people=(*held.people, Person(uid="p2", name="Hannah Osei", pseudonym="Social Worker 1")),
        bodies=held.bodies,
        findings=tuple(Finding(number=n, title=f"Point {n}", statement=s) for n, s in enumerate(statements, 1)),
        recommendations=tuple(Recommendation(number=n, text=t) for n, t in enumerate(texts, 1)),
        outputs=(replace(held.outputs[0], kind=kind),),
    )
    found = considered(snapshot)
    assert found.review is not None or found.blocked
    if found.review is None:
        return
    printed, waiting = printed_words(snapshot, standing_publications(snapshot))
    assert not waiting
    for part in parts_of(found.review):
        assert not any(secret.casefold() in part.text.casefold() for secret in SECRET)
        if part.where.startswith(("finding", "recommendation")) and " " in part.text:
            assert all(flat(paragraph) in printed for paragraph in part.text.split("\n\n"))
