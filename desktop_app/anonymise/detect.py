"""The recognisers together: what in a text may identify somebody, found without a register and without a model."""

from __future__ import annotations

import re

from desktop_app.anonymise.abroad import find_courts, in_two_languages, states_and_their_bodies
from desktop_app.anonymise.addresses import find_addresses
from desktop_app.anonymise.addresses_in_words import find_addresses_in_words
from desktop_app.anonymise.age_shapes import find_ages
from desktop_app.anonymise.ages_beside_names import ages_beside_names
from desktop_app.anonymise.ages_in_context import find_ages_in_context
from desktop_app.anonymise.ages_in_passing import find_ages_in_passing
from desktop_app.anonymise.ages_reached import find_ages_reached
from desktop_app.anonymise.ages_stated import find_ages_stated
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.attendance import find_attendance
from desktop_app.anonymise.background import find_background
from desktop_app.anonymise.bodies_in_capitals import find_bodies_in_capitals
from desktop_app.anonymise.called_the import find_called_the
from desktop_app.anonymise.callings import find_callings
from desktop_app.anonymise.capitals import lone_capitals
from desktop_app.anonymise.clock_times import find_times
from desktop_app.anonymise.columns import find_in_columns, surnames_first
from desktop_app.anonymise.date_ranges import spells_of_time
from desktop_app.anonymise.date_shapes import find_dates
from desktop_app.anonymise.days_of_a_month import find_days
from desktop_app.anonymise.dictated import find_dictated
from desktop_app.anonymise.field_phrases import without_field_phrases
from desktop_app.anonymise.foreign import foreign_sentences
from desktop_app.anonymise.form_labels import find_by_form_labels
from desktop_app.anonymise.handles import find_handles
from desktop_app.anonymise.house_numbers import find_homes
from desktop_app.anonymise.initials import (
    find_acronyms,
    find_initials,
    find_initials_by_place,
    find_initials_of_names,
)
from desktop_app.anonymise.kin_cues import find_beside_kin
from desktop_app.anonymise.labelled_background import find_labelled_background
from desktop_app.anonymise.labelled_people import find_labelled_people
from desktop_app.anonymise.led_organisations import find_led_organisations, with_its_kind
from desktop_app.anonymise.letter_ends import find_letter_ends
from desktop_app.anonymise.letters import find_letters, find_speakers, find_surname_and_initial
from desktop_app.anonymise.merge import merge
from desktop_app.anonymise.named_bodies import find_small_heads, named_by_place
from desktop_app.anonymise.named_for_nature import find_named_for_nature
from desktop_app.anonymise.neighbours import (
    families_and_given_names,
    names_at_sentence_starts,
    same_as_elsewhere,
    surnames_after_given_names,
)
from desktop_app.anonymise.organisations import find_organisations
from desktop_app.anonymise.pairs import given_names_with_surnames, names_alone
from desktop_app.anonymise.people_by_letters import find_people_by_letters
from desktop_app.anonymise.plain_numbers import read_as_meant
from desktop_app.anonymise.quantities import find_quantities
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.runs import find_runs
from desktop_app.anonymise.said_beside_names import find_said_beside, surnames_that_speak
from desktop_app.anonymise.said_in_notes import find_in_notes
from desktop_app.anonymise.sentences import Headings
from desktop_app.anonymise.spelt import find_spelt
from desktop_app.anonymise.spelt_out import without_spelt_out
from desktop_app.anonymise.spoken_numbers import find_spoken_numbers
from desktop_app.anonymise.structured import find_structured
from desktop_app.anonymise.surnames_in_forms import find_surnames_in_forms
from desktop_app.anonymise.times_in_context import find_times_in_context
from desktop_app.anonymise.titled import Strength, find_cued, find_titled
from desktop_app.anonymise.tokens import tokenise
from desktop_app.anonymise.unique_roles import find_unique_roles
from desktop_app.anonymise.width import narrow
from desktop_app.anonymise.words_around import words_around
from desktop_app.anonymise.works import find_works
from desktop_app.anonymise.written_small import find_written_small

_PART_OF = re.compile(
    r"\b(?P<part>(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|central|inner"
    r"|mid)(?:ern)?[ -]"
    r"|(?:[Dd]istrict|[Cc]ounty|[Mm]unicipality|[Bb]orough|[Pp]rovince) of )$"
)
_FILE_NAME = re.compile(r"(?<![\w.\-%])[\w.\-%]*_[\w.\-%]+")


def detect(text: str) -> list[Span]:
    """Findings in order, none overlapping. Tier 1 identifies directly, 2 looks like a name, 3 is faint."""
    text = narrow(text)
    headings = Headings(text)
    strength: Strength = {}
    anchors = Anchors(text)
    spans = [*find_structured(anchors), *find_addresses(anchors), *find_dates(anchors), *find_times(anchors)]
    spans += [*find_ages(anchors), *find_ages_in_context(anchors), *find_quantities(anchors)]
    spans += [*find_addresses_in_words(anchors), *find_homes(anchors)]
    spans += [
        *find_days(anchors),
        *find_handles(anchors),
        *find_times_in_context(anchors),
        *find_spoken_numbers(anchors),
    ]
    spans += [*find_ages_reached(anchors), *find_ages_stated(anchors), *find_ages_in_passing(anchors)]
    spans += find_in_notes(anchors)
    spans += find_titled(text, strength)
    spans += find_initials(text, headings, strength)
    spans += find_acronyms(text, headings)
    spans += [*find_initials_by_place(anchors), *find_people_by_letters(anchors)]
    spans += find_cued(text, strength)
    spans += [*find_spelt(text), *find_letters(text), *find_surname_and_initial(text), *find_speakers(text, strength)]
    spans += [*find_in_columns(text), *surnames_first(text)]
    spans += [*find_beside_kin(anchors, strength), *find_letter_ends(anchors, strength)]
    spans += [*find_attendance(anchors, strength), *find_labelled_people(anchors, strength)]
    spans += [*find_surnames_in_forms(anchors, strength), *find_said_beside(anchors, strength)]
    tokens = tokenise(text, headings)
    foreign_sentences(text, tokens)
    names_at_sentence_starts(text, tokens, strength)
    surnames_after_given_names(text, tokens, strength)
    families_and_given_names(text, tokens, strength)
    surnames_that_speak(text, tokens, strength)
    spans += given_names_with_surnames(text, tokens, strength)
    names_alone(text, tokens)
    spans += find_dictated(text, tokens, strength)
    spans += [*find_organisations(anchors, tokens), *find_led_organisations(anchors), *find_courts(anchors)]
    spans += [
        *find_named_for_nature(anchors),
        *find_written_small(anchors),
        *find_bodies_in_capitals(anchors),
        *find_by_form_labels(anchors),
        *find_called_the(anchors),
        *find_small_heads(anchors),
    ]
    spans += [*find_background(anchors, tokens), *find_labelled_background(anchors), *find_works(anchors)]
    lone_capitals(text, tokens)
    named_by_place(text, tokens)
    same_as_elsewhere(text, tokens, strength)
    spans += [*find_initials_of_names(text, tokens), *find_callings(anchors, tokens)]
    spans += find_unique_roles(anchors)
    spans += find_runs(text, tokens)
    merged = merge(without_field_phrases(text, read_as_meant(spans, anchors), tokens))
    merged = without_spelt_out(text, merged)
    wider = [*_file_names(text, merged), *_parts_of_places(text, merged), *with_its_kind(text, merged)]
    wider += [*ages_beside_names(text, merged), *spells_of_time(text, merged), *words_around(text, merged)]
    return merge([*merged, *wider, *states_and_their_bodies(text, merged), *in_two_languages(text, merged)])


def _parts_of_places(text: str, spans: list[Span]) -> list[Span]:
    """ "north London", "county of Avon": what part of a place, or what kind of place, belongs to its name."""
    return [
        Span(match.start("part"), span.end, span.kind, span.tier, span.why)
        for span in spans
        if span.kind in ("name", "country", "place")
        and (match := _PART_OF.search(text, max(0, span.start - 20), span.start))
    ]


def _file_names(text: str, spans: list[Span]) -> list[Span]:
    """Words joined by "_" that hold a finding are findings as a whole."""
    return [
        Span(match.start(), match.end(), "file-name", 2, "a file name that holds an identifier")
        for match in _FILE_NAME.finditer(text)
        if any(s.start < match.end() and s.end > match.start() for s in spans)
    ]
