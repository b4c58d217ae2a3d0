"""Judges one place where a registered form stands: whose it is, whether it is sure, and how far it reaches."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.fold import fold
from desktop_app.anonymise.resolve import Match
from desktop_app.anonymise.sentences import Headings, Start, sentence_start
from desktop_app.anonymise.surroundings import (
    MONTHS,
    acts_as_a_person,
    another_given_name,
    another_surname,
    is_a_month_here,
    names_a_place,
    next_word,
    part_of_another_phrase,
    place_or_team,
    spoken_of_as_a_person,
    whole_phrase,
)
from desktop_app.anonymise.titles import meant, title_before
from desktop_app.anonymise.tokens import FUNCTION_WORDS, base_of, plain
from desktop_app.anonymise.variants import PARTICLES, PEOPLE, TITLES, Part, Variant
from desktop_app.domain.people import RegisterEntry

_GIVEN = frozenset({Part.GIVEN, Part.ALIAS, Part.NICKNAME})
_SINGLE = frozenset({Part.GIVEN, Part.ALIAS, Part.SURNAME, Part.NICKNAME, Part.MIDDLE})
_FAMILY_NAMES = frozenset({Part.SURNAME, Part.MIDDLE})
_SURE_WHEN_SMALL = 5  # letters: shorter names in small letters are words of some language
# So common that, in small letters and with nobody spoken of, they are asked about for nothing on every page.
_EVERYDAY = frozenset(
    {"day", "days", "long", "best", "little", "good", "new", "old", "young", "right", "case", "child"}
)
_THEIR_HOME = re.compile(r"[ \u00a0](?:family|household)\b")
_INITIAL_OF_ANOTHER = "initial and part of a surname"
_INITIAL_BEFORE = re.compile(r"(?<![\w.'’-])(?P<letter>[A-Za-z])(?:(?P<stop>\.)[ \u00a0]?|[ \u00a0])$")
_FAMILY_AFTER = re.compile(r"[ \u00a0](?:family|household|children|siblings|sisters|brothers|home|house)\b")


@dataclass(frozen=True, slots=True)
class Place:
    """A form found in a text, in source indices. `plural` when a family's "s" ends it."""

    start: int
    end: int
    form: str
    plural: bool
    inside: tuple[int, int] | None  # the e-mail address, file name ... that holds it


class Judge:
    """Works on one text with the register's entries."""

    def __init__(
        self,
        text: str,
        entries: dict[str, RegisterEntry],
        tokens: dict[str, set[str]],
        familiar: dict[str, frozenset[str]],
    ) -> None:
        self.text = text
        self.entries = entries
        self.tokens = tokens
        self.familiar = familiar
        self.headings = Headings(text)

    def judge(self, place: Place, variants: tuple[Variant, ...]) -> Match | None:
        """The match at this place, or None when the words mean something else."""
        source = self.text[place.start : place.end]
        fitting = [v for v in variants if _written_so(v, source, place.form)]
        if not fitting:
            return None
        if place.inside:
            return self._inside(place, fitting)
        sure = [v for v in fitting if v.sure]
        chosen = sure or fitting
        part = chosen[0].part
        if part is Part.INITIALS and source.isalpha() and source.lower() in lexicon.allowed() | TITLES:
            return None
        if part is Part.ORGANISATION and len(place.form) > 3:
            return self._organisation(place, chosen)
        if part is Part.SURNAME and (initialled := self._initialled(place, chosen, bool(sure))):
            return initialled
        if part in _SINGLE and " " not in place.form:
            return self._single(place, chosen, bool(sure))
        doubtful = part in (Part.INITIAL_SURNAME, Part.GIVEN_INITIAL) and re.search(r"(?:^|[ ,])[AI]$|^[AI] ", source)
        ordinary = source.islower() and all(lexicon.is_word(w.strip(".,")) for w in place.form.split())
        return self._owned(place.start, place.end, chosen, auto=bool(sure) and not doubtful and not ordinary)

    def _match(
        self,
        start: int,
        end: int,
        variants: list[Variant],
        how: str,
        auto: bool,
        *,
        family: bool = False,
        longer: bool = False,
    ) -> Match:
        owners = tuple(dict.fromkeys(v.uid for v in variants))
        return Match(start, end, owners[0], self.entries[owners[0]].kind, how, auto, owners, family, longer)

    def _initialled(self, place: Place, variants: list[Variant], sure: bool) -> Match | None:
        """A surname with an initial before it that no form has: the initial is part of the name, and says whose.

        Where it is none of the owner's, somebody who bears a part of the surname may be meant, or a stranger.
        """
        before = _INITIAL_BEFORE.search(self.text, max(0, place.start - 6), place.start)
        source, parts = self.text[place.start : place.end], set(re.split(r"[ -]", place.form))
        if not before or (not before["stop"] and (before["letter"] in "AaIi" or lexicon.is_word(place.form, True))):
            return None
        letter = before["letter"].lower()
        if before["letter"].islower() and not source.islower():
            return None
        start = before.start("letter")
        own = [v for v in variants if any(t[0] == letter for t in self.tokens[v.uid] - parts)]
        if own:
            return self._match(start, place.end, own, "initial and surname", sure and len({v.uid for v in own}) == 1)
        near = [
            Variant(uid, Part.INITIAL_SURNAME, sure=False)
            for uid, tokens in self.tokens.items()
            if self.entries[uid].kind in PEOPLE and tokens & parts and any(t[0] == letter for t in tokens - parts)
        ]
        return self._match(
            start, place.end, [*near, *variants], _INITIAL_OF_ANOTHER if near else "surname with another initial", False
        )

    def _inside(self, place: Place, variants: list[Variant]) -> Match | None:
        """Names of four letters or more inside an address, a handle or a file name: the whole of it is the match."""
        if len(place.form) < 4 or not place.inside or any(v.part is Part.NICKNAME for v in variants):
            return None
        ordinary = lexicon.is_word(place.form, True)
        how = f"{variants[0].part}, inside an address, a handle or a file name"
        alone = len({v.uid for v in variants}) == 1 or self._one_pseudonym(variants)
        return self._match(*place.inside, variants, how, alone and not ordinary)

    def _one_pseudonym(self, variants: list[Variant]) -> bool:
        return len({self.entries[v.uid].pseudonym for v in variants}) == 1

    def _organisation(self, place: Place, variants: list[Variant]) -> Match | None:
        source, start, end = self.text[place.start : place.end], place.start, place.end
        ordinary = " " not in place.form and lexicon.is_word(place.form)
        how = str(variants[0].part)
        kind = self.entries[variants[0].uid].kind
        if ordinary and (source.islower() or sentence_start(self.text, start) is Start.YES):
            return self._match(start, end, variants, f"{how}, also a word", False)
        if kind == "place" and source[0].isupper() and names_a_place(self.text, end):
            return self._match(
                start, whole_phrase(self.text, end), variants, f"{how}, part of a longer name", False, longer=True
            )
        return self._owned(start, end, variants, auto=True)

    def _single(self, place: Place, variants: list[Variant], sure: bool) -> Match | None:
        """One word of a person's name, in the light of the words around it."""
        text, start, end, form = self.text, place.start, place.end, place.form
        how, source = str(variants[0].part), text[start:end]
        ordinary = form in lexicon.words() or form in MONTHS
        ordinary = ordinary or (place.plural and source.lower() in lexicon.words())
        if source[0].isupper() and form in lexicon.rather_names():
            ordinary = False
        title_at, title = title_before(text, start)
        if is_a_month_here(text, start, end, form):
            return None
        if source.islower():
            return self._lower(place, variants, ordinary, bool(title), sure)
        own = set().union(*(self.tokens[v.uid] for v in variants))
        if names_a_place(text, end) and not (place.plural or title):
            return self._match(
                start, whole_phrase(text, end), variants, f"{how}, part of a longer name", False, longer=True
            )
        if not title and place_or_team(text, start, end):
            return self._match(start, whole_phrase(text, end), variants, f"{how}, or a place or a club", False)
        if variants[0].part in _FAMILY_NAMES and not title:
            other = another_given_name(text, start, own)
            if other >= 0:
                whose = [v for v in variants if fold(text[other:start]).strip() in self.familiar[v.uid]]
                if whose:
                    return self._match(other, end, whose, "nickname and surname", sure and len(whose) == 1)
                return self._match(other, end, variants, f"{how} of somebody with another given name", False)
        may_be_given = variants[0].part in _GIVEN or plain(form) in lexicon.given_names()
        if may_be_given and another_surname(text, end, own) and start not in self.headings:
            return self._match(start, next_word(text, end)[1], variants, f"{how} with another surname", False)
        if variants[0].part is Part.SURNAME and not place.plural and not title and self._their_home(place):
            return self._family(place, variants, how, sure)
        doubtful = part_of_another_phrase(text, start, end, form, own) or not self._capital_is_a_name(place)
        if ordinary and not title and doubtful:
            return None if form in FUNCTION_WORDS else self._match(start, end, variants, f"{how}, also a word", False)
        if place.plural or (variants[0].part is Part.SURNAME and _FAMILY_AFTER.match(text, end) and not title):
            return self._family(place, variants, how, sure)
        if title and variants[0].part is Part.SURNAME:
            return self._titled(title_at, title, place, variants, sure)
        return self._owned(title_at if title else start, end, variants, auto=sure)

    def _their_home(self, place: Place) -> bool:
        """ "the Banks family", inside a sentence; "Young families" at its start says nothing."""
        return bool(_THEIR_HOME.match(self.text, place.end)) and sentence_start(self.text, place.start) is Start.NO

    def _capital_is_a_name(self, place: Place) -> bool:
        """A capitalised ordinary word: a name inside a sentence, or where the words after it say so."""
        if acts_as_a_person(self.text, place.end):
            return True
        if place.start in self.headings or sentence_start(self.text, place.start) is not Start.NO:
            return False
        word, _ = next_word(self.text, place.end)
        return not word[:1].isupper() or base_of(word) in lexicon.allowed()

    def _lower(self, place: Place, variants: list[Variant], ordinary: bool, titled: bool, sure: bool) -> Match | None:
        start, end = place.start, place.end
        how = f"{variants[0].part} in lower case"
        if not ordinary:
            if variants[0].part is Part.NICKNAME and lexicon.is_word(place.form, True):
                return None
            known = len(place.form) >= _SURE_WHEN_SMALL or titled or spoken_of_as_a_person(self.text, start, end)
            return self._owned(start, end, variants, auto=sure and known and not place.plural)
        if variants[0].part is Part.NICKNAME and not titled:
            return None
        if (
            place.form in FUNCTION_WORDS | PARTICLES | _EVERYDAY
            and not titled
            and not spoken_of_as_a_person(self.text, start, end)
        ):
            return None
        if not titled and not spoken_of_as_a_person(self.text, start, end):
            word, after = next_word(self.text, end)
            if word.islower() and base_of(word) not in FUNCTION_WORDS:
                end = after
        found = self._match(start, end, variants, f"{how}, also a word", False)
        return replace(found, word=not titled and not spoken_of_as_a_person(self.text, start, place.end))

    def _family(self, place: Place, variants: list[Variant], how: str, sure: bool) -> Match:
        """ "the Draycotts", "Draycotts'", "the Draycott family"; or "Callums" without its apostrophe."""
        end = place.end
        if variants[0].part is not Part.SURNAME:
            return self._owned(place.start, end, variants, auto=sure)
        if not place.plural:
            after = _FAMILY_AFTER.match(self.text, end)
            if after and after.group().strip() in ("family", "household"):
                end = after.end()
            elif len({v.uid for v in variants}) == 1:
                return self._owned(place.start, end, variants, auto=sure)
        return self._match(place.start, end, variants, f"{how} of a family", sure, family=True)

    def _titled(self, at: int, title: str, place: Place, variants: list[Variant], sure: bool) -> Match:
        owners = meant(title, (self.entries[v.uid] for v in variants))
        uids = {owner.uid for owner in owners}
        left = [v for v in variants if v.uid in uids]
        if not left:
            return self._match(at, place.end, variants, "surname with a title that suits nobody of that name", False)
        return self._match(at, place.end, left, "title and surname", sure and len(uids) == 1)

    def _owned(self, start: int, end: int, variants: list[Variant], *, auto: bool) -> Match:
        one = len({v.uid for v in variants}) == 1
        how = str(variants[0].part) + ("" if one else ", shared by more than one")
        at, title = title_before(self.text, start)
        person = variants[0].part not in (Part.ORGANISATION, Part.SHORT, Part.ACRONYM)
        return self._match(at if title and person else start, end, variants, how, auto and one)


def _written_so(variant: Variant, source: str, form: str) -> bool:
    """Do the capitals suit the kind of form?"""
    letters = [c for c in source if c.isalpha()]
    if variant.capitals:
        return all(c.isupper() for c in letters)
    if variant.part is Part.INITIALS:
        if "." in source:
            return letters[0].isupper() and any(c.isupper() for c in letters)
        return all(c.isupper() for c in letters)
    if variant.part in (Part.INITIAL_SURNAME, Part.GIVEN_INITIAL):
        words = [w for w in re.split(r"[\s.,]+", source) if w and w.lower() not in PARTICLES]
        return bool(words) and all(w[0].isupper() for w in words)
    return True
