"""Ladders: no coarser rung says more than a finer one, whatever is written, and what is chosen is what is printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.anonymise.ages import band, stage_of, staged
from desktop_app.anonymise.coarsen import coarse_words
from desktop_app.anonymise.day_parts import part_of_day
from desktop_app.anonymise.ladders import ladders, stages
from desktop_app.anonymise.profiles import AgeRung, FamilyRung, Rung, SexRung, TimeRung, load_profile, profiles
from desktop_app.anonymise.pseudonymise import pseudonymise
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render import render
from desktop_app.anonymise.result import Rendering
from desktop_app.anonymise.told import rung_of, told_entries, words_at
from desktop_app.common.document import Dates, Document
from desktop_app.domain.dates import read_date
from desktop_app.domain.output import Choice, ProfileName, SurfaceDecision
from desktop_app.domain.people import RegisterEntry
from desktop_app.domain.reader_rungs import Fact, ReaderRung

DAY_ZERO = dt.date(2025, 10, 9)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31))
PUBLIC = load_profile("public")
TOWN = RegisterEntry("l-1", "place", "Thornby", (), "a town in Eastmarch", "a town", wider="the county")


@pytest.fixture(scope="module")
def told(make_document: Callable[..., Document], register: Register) -> Callable[..., Rendering]:
    """Render one paragraph for the public with some rungs chosen."""

    def run(words: str, *decisions: SurfaceDecision, dates: Dates = Dates.CASE, **rungs: Any) -> Rendering:
        profile = replace(PUBLIC, day_zero=DAY_ZERO, **rungs)
        return render(
            make_document(words, dates=dates),
            register,
            profile,
            decisions,
            scope=(None, None),
            abbreviations=frozenset(),
            date_reader=read_date,
        )

    return run


def test_every_rung_of_the_code_is_a_rung_of_the_data_in_its_order() -> None:
    for fact, kind in zip(Fact, (Rung, AgeRung, TimeRung, SexRung, FamilyRung), strict=True):
        assert [step.id for step in ladders()[fact].steps] == [rung.value for rung in kind]
    assert all(step.done in ("rule", "asked", "both") for ladder in ladders().values() for step in ladder.steps)
    assert all(ladder.source for ladder in ladders().values())


def _width(words: str) -> int:
    """How many days the words of a date leave open."""
    date = read_date(words)
    assert date.start is not None, words
    assert date.end is not None, words
    return (date.end - date.start).days


@given(DAYS)
def test_each_rung_of_a_date_leaves_open_at_least_what_the_one_before_does(day: dt.date) -> None:
    written = f"{day.day} {day:%B} {day.year}"
    printed = [coarse_words(written, rung, read_date) for rung in (Rung.DAY, Rung.MONTH, Rung.SEASON, Rung.YEAR)]
    widths = [_width(words) for words in printed if words]
    assert len(widths) == 4
    assert widths == sorted(widths)


@given(DAYS, st.sampled_from(list(Rung)))
def test_coarsening_what_is_coarse_already_changes_nothing(day: dt.date, rung: Rung) -> None:
    once = coarse_words(f"{day.day} {day:%B} {day.year}", rung, read_date, DAY_ZERO)
    if rung is not Rung.RELATIVE:
        assert once is not None
        assert coarse_words(once, rung, read_date, DAY_ZERO) == once


@given(DAYS, st.integers(-2000, 2000))
def test_days_from_the_event_keep_every_interval_and_show_no_calendar(day: dt.date, apart: int) -> None:
    def offset(of: dt.date) -> int:
        words = coarse_words(f"{of.day} {of:%B} {of.year}", Rung.RELATIVE, read_date, day, alone=True)
        assert words is not None
        return 0 if words == "Day 0" else int(words.split()[0].replace("−", "-"))

    other = day + dt.timedelta(apart)
    assert offset(other) - offset(day) == apart
    assert offset(day) == 0


@given(st.integers(0, 110))
def test_a_stage_of_life_takes_in_the_whole_band(age: int) -> None:
    assert {stage_of(year) for year in band(age)} == {stage_of(age)}
    assert [stage.first for stage in stages()] == sorted(stage.first for stage in stages())


@pytest.mark.parametrize(
    ("written", "rungs", "printed"),
    [
        ("On 23 October 2025 he left.", {"case_dates": Rung.RELATIVE}, "14 days after Day 0 he left."),
        ("He left on 9 October 2025.", {"case_dates": Rung.RELATIVE}, "He left on Day 0."),
        ("Seen in May 2024 at home.", {"case_dates": Rung.RELATIVE}, "Seen about 17 months before Day 0 at home."),
        ("23 October 2025", {"case_dates": Rung.RELATIVE}, "+14 days"),
        ("Seen on 9 October 2025.", {"case_dates": Rung.YEAR}, "Seen in 2025."),
        ("Seen in autumn 2025.", {"case_dates": Rung.YEAR}, "Seen in 2025."),
        ("Seen in January 2025.", {"case_dates": Rung.YEAR}, "Seen in 2025."),
        ("Seen on 9 October 2025.", {"case_dates": Rung.LEFT_OUT}, "Seen on [date]."),
        ("He was aged 13 then.", {"ages": AgeRung.STAGE}, "He was a teenager then."),
        ("A 13-year-old boy.", {"ages": AgeRung.STAGE}, "A teenage boy."),
        ("An 8-year-old was there.", {"ages": AgeRung.STAGE}, "A child was there."),
        ("She was fourteen.", {"ages": AgeRung.STAGE}, "She was a teenager."),
        ("The baby was 6 months old.", {"ages": AgeRung.STAGE}, "The baby was a baby or toddler."),
        ("He was aged 13 then.", {"ages": AgeRung.LEFT_OUT}, "He was [age] then."),
        ("The police came at 14:30.", {"times": TimeRung.PART}, "The police came in the afternoon."),
        ("At 2.15pm, police came.", {"times": TimeRung.PART}, "In the afternoon, police came."),
        ("His younger brother came.", {"family": FamilyRung.PLAIN}, "His sibling came."),
        ("Both of his two sisters came.", {"family": FamilyRung.PLAIN}, "Both of his siblings came."),
        ("The boy was seen.", {"sex": SexRung.NEUTRAL}, "The child was seen."),
    ],
)
def test_each_rung_prints_what_it_says(
    told: Callable[..., Rendering], body_words: Callable[..., list[str]], written: str, rungs: Any, printed: str
) -> None:
    rendering = told(written, **rungs)
    assert body_words(rendering) == [printed]
    if "His" not in written and "his" not in written and "He" not in written and "She" not in written:
        assert rendering.anonymised is not None, rendering.undecided


@pytest.mark.parametrize(
    ("written", "rungs", "asked"),
    [
        ("He was seen, and his mother too.", {"sex": SexRung.NEUTRAL}, {"He was", "his"}),
        ("The youngest of four came.", {"family": FamilyRung.PLAIN}, {"The youngest of four"}),
        ("A sister came.", {"family": FamilyRung.LEFT_OUT}, {"sister"}),
        ("Missing until 14:30 that day.", {"times": TimeRung.PART}, {"14:30"}),
        ("It was at quarter past three.", {"times": TimeRung.PART}, {"quarter past three"}),
        ("It began in May.", {"case_dates": Rung.YEAR}, {"May"}),
        ("He left at the age of 13.", {"ages": AgeRung.STAGE}, {"age of 13"}),
    ],
)
def test_what_rules_would_spoil_is_asked(
    told: Callable[..., Rendering], written: str, rungs: Any, asked: set[str]
) -> None:
    assert {item.surface for item in told(written, **rungs).undecided} == asked


def test_a_pronoun_that_was_decided_is_printed_so_for_this_reader_alone(
    told: Callable[..., Rendering], body_words: Callable[..., list[str]]
) -> None:
    decided = (
        SurfaceDecision(surface="he was", kind="sex", choice=Choice.REPLACE, replacement="they were"),
        SurfaceDecision(surface="his", kind="sex", choice=Choice.REPLACE, replacement="their"),
    )
    written = "Then he was seen with his friend."
    assert body_words(told(written, *decided, sex=SexRung.NEUTRAL)) == ["Then they were seen with their friend."]
    assert body_words(told(written, *decided)) == [written]


def test_a_pronoun_before_an_age_hides_no_age(
    told: Callable[..., Rendering], body_words: Callable[..., list[str]]
) -> None:
    decided = SurfaceDecision(surface="he", kind="sex", choice=Choice.REPLACE, replacement="they")
    assert body_words(told("Then he was 13.", decided, sex=SexRung.NEUTRAL)) == ["Then they were aged 13 to 15."]
    plain = replace(PUBLIC, sex=SexRung.NEUTRAL, family=FamilyRung.PLAIN)
    text, _ = pseudonymise("The boy and his two sisters. He was 13.", Register(()), plain)
    assert text == "The child and their siblings. They were aged 13 to 15."


def test_of_a_persons_words_and_the_readers_rung_the_stricter_counts(
    told: Callable[..., Rendering], body_words: Callable[..., list[str]]
) -> None:
    decided = SurfaceDecision(surface="the day after", choice=Choice.REPLACE, replacement="on 9 October 2025")
    assert body_words(told("He came the day after.", decided)) == ["He came in autumn 2025."]
    decided = SurfaceDecision(surface="9 October 2025", choice=Choice.GENERALISE, replacement="October 2025")
    assert body_words(told("Seen on 9 October 2025.", decided, case_dates=Rung.YEAR)) == ["Seen on 2025."]


def test_a_kept_date_lets_no_other_date_through(
    told: Callable[..., Rendering], body_words: Callable[..., list[str]]
) -> None:
    kept = SurfaceDecision(surface="9 October 2025", choice=Choice.KEEP, reason="given in open court")
    words = body_words(told("Seen on 9 October 2025, then on 19 October 2025.", kept))[0]
    assert words == "Seen on 9 October 2025, then in autumn 2025."


WORDS = st.lists(
    st.sampled_from(
        [
            "Callum was seen",
            "on 9 October 2025",
            "at 14:30",
            "aged 13",
            "a 13-year-old boy",
            "his younger sister",
            "in Thornby",
            "in May 2024",
            "and left.",
            "He was fourteen.",
            "The school rang",
            "two brothers",
            "at the age of 9",
            "with Poppy Draycott",
        ]
    ),
    min_size=1,
    max_size=6,
).map("; ".join)
RUNGS = st.fixed_dictionaries(
    {
        "case_dates": st.sampled_from(list(Rung)),
        "ages": st.sampled_from(list(AgeRung)),
        "times": st.sampled_from(list(TimeRung)),
        "family": st.sampled_from(list(FamilyRung)),
        "sex": st.sampled_from(list(SexRung)),
    }
)


@given(WORDS, RUNGS)
def test_rendering_what_was_rendered_changes_nothing(told: Any, body_words: Any, text: str, rungs: Any) -> None:
    first = body_words(told(text, **rungs))[0]
    assert body_words(told(first, **rungs))[0] == first


@given(st.lists(st.sampled_from(["name", "pseudonym", "descriptor", "wider", "left-out"]), min_size=1))
def test_where_two_choices_meet_the_strictest_counts(chosen: list[str]) -> None:
    rungs = [ReaderRung(about="l-1", rung=rung) for rung in chosen]
    assert rung_of(TOWN, PUBLIC, rungs) == ladders()["place"].strictest(chosen)


@given(st.sampled_from(list(ProfileName)), st.lists(st.sampled_from(list(Rung)), max_size=3))
def test_a_chosen_rung_takes_the_place_of_the_profiles_own(reader: ProfileName, chosen: list[Rung]) -> None:
    profile = profiles()[reader]
    rungs = [ReaderRung(profile=reader, about=Fact.DATE, rung=rung) for rung in chosen]
    others = [ReaderRung(profile=other, about=Fact.DATE, rung="left-out") for other in ProfileName if other != reader]
    expected = ladders()[Fact.DATE].strictest(chosen) if chosen else profile.case_dates
    assert profile.chosen([*rungs, *others], None).case_dates == expected


@pytest.mark.parametrize("gone", ["pseudonym", "descriptor", "wider"])
def test_where_words_are_missing_the_next_coarser_are_printed(gone: str) -> None:
    entry = replace(TOWN, **{gone: ""})
    steps = [step.id for step in ladders()["place"].steps]
    below = steps[steps.index(gone) + 1]
    assert words_at(entry, gone) == words_at(entry, below)
    assert words_at(TOWN, gone) not in ("", words_at(entry, gone))


def _printed(profile_rung: str, told_words: str, entries: tuple[RegisterEntry, ...] = (TOWN,)) -> str:
    rungs = (ReaderRung(about="l-1", rung=profile_rung),)
    register = Register(told_entries(entries, PUBLIC, rungs))
    assert words_at(TOWN, profile_rung) == told_words
    return "" if register.is_named("l-1") else register.entries["l-1"].pseudonym


@pytest.mark.parametrize(
    ("rung", "printed"),
    [("name", ""), ("pseudonym", "a town in Eastmarch"), ("descriptor", "a town"), ("wider", "the county"),
     ("left-out", "[place]")],
)  # fmt: skip
def test_a_place_is_told_by_its_rung(rung: str, printed: str) -> None:
    assert _printed(rung, printed) == printed


def test_brothers_and_sisters_are_told_without_a_number_where_the_family_is_plain() -> None:
    sister = RegisterEntry("p-2", "person", "Poppy Draycott", (), "Sibling 1", "a younger sibling", "sister")
    aunt = RegisterEntry("p-3", "person", "Ann Draycott", (), "Aunt", "", "mother's sister")
    worker = RegisterEntry("w-1", "practitioner", "Yvonne Adeyemi", (), "Health Visitor 1", "", "for his sister")
    plain = replace(PUBLIC, family=FamilyRung.PLAIN)
    told = {entry.uid: entry.pseudonym for entry in told_entries((sister, aunt, worker), plain)}
    assert told == {"p-2": "a sibling", "p-3": "Aunt", "w-1": "Health Visitor 1"}
    assert told_entries((aunt,), plain, siblings={"p-3"})[0].pseudonym == "a sibling"
    assert told_entries((sister,), PUBLIC) == (sister,)


@pytest.mark.parametrize(
    ("words", "part"),
    [("14:05", "afternoon"), ("2147HRS", "evening"), ("9am", "morning"), ("00:10", "night"), ("12 noon", "afternoon")],
)
def test_the_part_of_the_day(words: str, part: str) -> None:
    found = part_of_day(words)
    assert found is not None
    assert found[0] == part


@pytest.mark.parametrize("words", ["quarter past three", "10.30", "7 o'clock", "10 till 12"])
def test_a_time_that_may_be_either_half_of_the_day_is_not_guessed(words: str) -> None:
    assert part_of_day(words) is None


def test_an_age_in_months_beyond_a_toddlers_is_asked() -> None:
    assert staged("50 months old") is None
    assert staged("aged 3, 5 and 7") is None
