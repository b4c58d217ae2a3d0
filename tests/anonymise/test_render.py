"""Rendering the Rowan case: its traps, dates, decisions, grammar."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.common.document import Dates
from desktop_app.domain.output import Choice, SurfaceDecision


def keep(surface: str) -> SurfaceDecision:
    return SurfaceDecision(surface=surface, choice=Choice.KEEP, reason="a street in another county")


def surfaces(rendering) -> set[str]:
    return {u.surface for u in rendering.undecided}


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Cal's bag was found.", "Rowan's bag was found."),
        ("Calum was seen.", "Rowan was seen."),
        ("The Draycotts' house was cold.", "The family's house was cold."),
        ("He went to the Draycotts' house.", "He went to the family's house."),
        ("Ms Draycott rang.", "Mother rang."),
        ("Mr Marsh’s van was outside.", "Stepfather’s van was outside."),
        ("Thornby Academy excluded him.", "The secondary school excluded him."),
        ("The Thornby Academy site was closed.", "The secondary school site was closed."),
        ("An Osei assessment followed.", "A Social Worker 1 assessment followed."),
        (
            "Hannah Osei, Thornby Academy link social worker, rang.",
            "Social Worker 1, the secondary school link social worker, rang.",
        ),
        ("Dr Nandakumar examined him.", "GP 1 examined him."),
        ("He lives in Thornby.", "He lives in a town in Eastmarch."),
        ("CALLUM DRAYCOTT was excluded.", "Rowan was excluded."),
        (
            "Eastmarch Safeguarding Children Partnership (ESCP) met.",
            "Eastmarch Safeguarding Children Partnership (ESCP) met.",
        ),
    ],
)
def test_registered_names_are_replaced_with_grammar_kept(rendered, body_words, written, printed) -> None:
    rendering = rendered(written)
    assert body_words(rendering) == [printed]
    assert rendering.anonymised is not None, rendering.undecided


def test_the_traps_are_left_alone_and_asked_about_once(rendered, body_words) -> None:
    text = "A poppy wreath hung in Marsh Lane. Another poppy wreath lay in Marsh Lane. C.D. left."
    rendering = rendered(text)
    assert body_words(rendering) == [text]
    assert {(u.surface, u.count) for u in rendering.undecided} == {("poppy wreath", 2), ("Marsh Lane", 2), ("C.D.", 1)}
    assert rendering.anonymised is None


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Seen on 9 October 2025 at home.", "Seen in autumn 2025 at home."),
        ("On 3 May 2024 he was missing.", "In spring 2024 he was missing."),
        ("9 October 2025 was the day.", "Autumn 2025 was the day."),
        ("Missing in January 2025.", "Missing in winter 2024/25."),
        ("Missing since December 2024.", "Missing since winter 2024/25."),
        ("On Thursday 9 October 2025 they met.", "In autumn 2025 they met."),
        ("Between 3 May 2024 and 9 October 2025 he moved.", "Between spring 2024 and autumn 2025 he moved."),
        ("It happened in May.", "It happened in spring."),
        ("This was in 2025, after 2019/20.", "This was in 2025, after 2019/20."),
        ("It ended three weeks later.", "It ended three weeks later."),
        ("In autumn 2025 he left.", "In autumn 2025 he left."),
        ("The police came at 14:30 on 9 October 2025.", "The police came in autumn 2025."),
        ("At 2.15pm, police came.", "Police came."),
        ("He was aged 13 then.", "He was aged 13 to 15 then."),
        ("A 13-year-old boy.", "A 13-to-15-year-old boy."),
        ("She was fourteen.", "She was aged 13 to 15."),
    ],
)
def test_case_dates_times_and_ages_under_public(rendered, body_words, written, printed) -> None:
    rendering = rendered(written)
    assert body_words(rendering) == [printed]
    assert rendering.anonymised is not None, rendering.undecided


def test_a_day_that_leans_on_another_is_asked_about(rendered) -> None:
    assert surfaces(rendered("Seen on the Tuesday after half-term.")) == {"the Tuesday after half-term"}


def test_a_date_of_birth_is_asked_about(rendered) -> None:
    assert surfaces(rendered("He was born on 14 March 2012.")) == {"14 March 2012"}


@pytest.mark.parametrize(
    ("profile", "printed"),
    [
        ("public", "Seen in autumn 2025."),
        ("family", "Seen in October 2025."),
        ("partner", "Seen in October 2025."),
        ("practitioner", "Seen in October 2025."),
        ("panel", "Seen on 9 October 2025."),
    ],
)
def test_each_profile_has_its_rung_and_none_names_people(rendered, body_words, profile, printed) -> None:
    assert body_words(rendered("Seen on 9 October 2025.", profile=profile)) == [printed]
    assert body_words(rendered("They saw Callum Draycott.", profile=profile)) == ["They saw Rowan."]


SCOPE = (dt.date(2023, 9, 1), dt.date(2025, 10, 9))


@pytest.mark.parametrize(
    ("written", "scope", "profile", "printed"),
    [
        ("Launched in October 2019.", SCOPE, "public", "Launched in October 2019."),
        ("Launched on 4 October 2019.", SCOPE, "public", "Launched in October 2019."),
        ("Launched on 4 October 2019.", SCOPE, "partner", "Launched on 4 October 2019."),
        ("Agreed on 3 May 2024.", SCOPE, "public", "Agreed in spring 2024."),
        ("Agreed on 3 May 2024.", (None, None), "public", "Agreed in May 2024."),
        ("The survey runs each October.", SCOPE, "public", "The survey runs each October."),
    ],
)
def test_governance_dates(rendered, body_words, written, scope, profile, printed) -> None:
    rendering = rendered(written, dates=Dates.GOVERNANCE, scope=scope, profile=profile)
    assert body_words(rendering) == [printed]
    assert rendering.anonymised is not None, rendering.undecided


def test_our_own_wording_is_never_changed(rendered) -> None:
    preview = rendered("Callum was seen in May 2024.").preview
    assert preview.subtitle.words == "Briefing paper – May 2026"
    assert preview.title.words == "Learning Review: briefing paper"


def test_a_registered_name_in_our_own_wording_is_still_replaced(rendered, body_words) -> None:
    assert body_words(rendered("The review of Callum Draycott, May 2024", dates=Dates.FIXED)) == [
        "The review of Rowan, May 2024"
    ]


def test_decisions_are_remembered_by_surface(rendered, body_words) -> None:
    decisions = (
        keep("Marsh Lane"),
        SurfaceDecision(surface="Poppy wreath", choice=Choice.REPLACE, replacement="wreath", reason=""),
        SurfaceDecision(surface="C.D.", choice=Choice.REGISTER, entry="p-callum"),
        SurfaceDecision(surface="Barry Stokes", choice=Choice.GENERALISE, replacement="an uncle"),
    )
    text = "A poppy wreath hung in Marsh Lane. C.D.'s bag and Barry Stokes’s van."
    rendering = rendered(text, decisions=decisions)
    assert body_words(rendering) == ["A wreath hung in Marsh Lane. Rowan's bag and an uncle’s van."]
    assert rendering.anonymised is not None, rendering.undecided
    assert "“Marsh Lane”" in rendering.anonymised.allowed
    assert "marsh" not in rendering.anonymised.allowed


def test_a_kept_street_does_not_let_its_house_number_or_the_surname_through(rendered) -> None:
    rendering = rendered("He lives at 12 Marsh Lane. Marsh was not there.", decisions=(keep("Marsh Lane"),))
    assert surfaces(rendering) == {"12 Marsh Lane", "Marsh"}


def test_a_register_name_beats_an_older_decision_to_keep_it(rendered, body_words) -> None:
    rendering = rendered("They saw Hannah Osei.", decisions=(keep("Hannah Osei"), keep("Osei")))
    assert body_words(rendering) == ["They saw Social Worker 1."]


def test_abbreviations_of_the_review_are_not_asked_about(rendered) -> None:
    text = "The NECTU and NYP leads met."
    assert surfaces(rendered(text, dates=Dates.GOVERNANCE)) >= {"NECTU"}
    rendering = rendered(text, dates=Dates.GOVERNANCE, abbreviations=frozenset({"NECTU", "NYP"}))
    assert rendering.anonymised is not None, rendering.undecided


@pytest.mark.parametrize(
    "text",
    [
        "The Youth Justice Service and Early Help attended a Strategy Discussion under Section 47.",
        "MAPPA, CAMHS and the Multi-Agency Safeguarding Hub were told. Ofsted inspected.",
        "Recommendation 3: the Safeguarding Partnership should audit the Graded Care Profile.",
        "Practitioners said that supervision, workload and thresholds got in the way.",
        "Status: part complete. Due: overdue. Owner: the Learning and Improvement Sub Group.",
        "The Designated Safeguarding Lead made a referral to Children's Social Care.",
        "The Key Practice Episode shows what made sense at the time.",
    ],
)
def test_the_words_of_the_field_are_not_asked_about(rendered, text) -> None:
    rendering = rendered(text, dates=Dates.GOVERNANCE)
    assert rendering.anonymised is not None, surfaces(rendering)


def test_unregistered_names_block_until_somebody_decides(rendered) -> None:
    rendering = rendered("His uncle Barry Stokes rang 07700 900123 from Kirkcaldy.")
    assert surfaces(rendering) == {"Barry Stokes", "Kirkcaldy"}
    assert [u.tier for u in rendering.undecided] == [2, 2]
    assert all(u.contexts and u.where == "Background" for u in rendering.undecided)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("943 476 5919", "NHS number"),
        ("07700 900123", "telephone number"),
        ("k.wilk@example.org", "e-mail address"),
        ("TB9 4QX", "postcode"),
        ("42/06117/24", "reference"),
        ("EM-180923-0611", "reference"),
    ],
)
def test_what_leads_straight_to_somebody_is_omitted_by_rule(rendered, body_words, words, kind) -> None:
    rendering = rendered(f"It was noted as {words} that day.")
    assert body_words(rendering) == [f"It was noted as [{kind}] that day."]
    assert surfaces(rendering) == set()
    assert rendering.anonymised is not None


@pytest.mark.parametrize("words", ["K29/4", "20/43"])
def test_what_only_looks_like_a_reference_is_asked_about(rendered, words) -> None:
    assert words in surfaces(rendered(f"It was noted as {words} that day."))


@pytest.mark.parametrize(("words", "asked"), [("on Sunday", False), ("Tues and Weds", False), ("93.1% here", False)])
def test_a_bare_weekday_and_a_percentage_say_nothing(rendered, words, asked) -> None:
    assert bool(surfaces(rendered(f"He was seen {words}."))) is asked


def test_a_person_without_a_pseudonym_is_never_printed(make_document, rendered) -> None:
    from desktop_app.anonymise.register import Register
    from desktop_app.domain.people import RegisterEntry

    register = Register((RegisterEntry("x", "person", "Tomasz Wilk"),))
    assert surfaces(rendered("They saw Tomasz Wilk.", register=register)) == {"Tomasz Wilk"}


def test_rendering_is_deterministic(rendered) -> None:
    text = "Cal met Barry Stokes, Ms Draycott and Marsh at 12 Marsh Lane on 9 October 2025 with Ana Wilk."
    assert rendered(text) == rendered(text)


def test_marks_point_at_the_words_of_the_preview(register, make_document) -> None:
    from desktop_app.anonymise.layout import located_texts
    from desktop_app.anonymise.profiles import load_profile
    from desktop_app.anonymise.render import marks, render
    from desktop_app.domain.dates import read_date

    document = make_document("Callum met Barry Stokes on 9 October 2025.", "Ms Draycott rang.")
    options = {"scope": (None, None), "abbreviations": frozenset[str](), "date_reader": read_date}
    preview = render(document, register, load_profile("public"), (), **options).preview
    found = marks(document, register, load_profile("public"), (), **options)
    shown = []
    for located, mark in zip(located_texts(preview), found, strict=True):
        shown += [located.text.words[a:b] for a, b in mark.replaced]
        shown += [f"?{located.text.words[a:b]}" for a, b in mark.undecided]
    assert shown == ["Rowan", "in autumn 2025", "?Barry Stokes", "Mother"]


def test_a_decision_without_words_or_with_a_lost_entry_is_none(rendered) -> None:
    decisions = (
        SurfaceDecision(surface="Barry Stokes", choice=Choice.REGISTER, entry="gone"),
        SurfaceDecision(surface="Kirkcaldy", choice=Choice.REPLACE, replacement=""),
    )
    assert surfaces(rendered("Barry Stokes left Kirkcaldy.", decisions=decisions)) == {"Barry Stokes", "Kirkcaldy"}
