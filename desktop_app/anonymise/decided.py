"""The decisions people took, by surface: folded, and as written where a registered name is in it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.anonymise.allowance import Surfaces
from desktop_app.anonymise.as_written import may_stand_for, surface_key
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.kin_words import FAMILY, SEX
from desktop_app.anonymise.profiles import FamilyRung, Profile, SexRung
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.wording import printed
from desktop_app.domain.output import Choice, SurfaceDecision


class Decided:
    """`kept` are surfaces printed as they stand; the rest have words of their own. The newest decision counts."""

    def __init__(self, decisions: Sequence[SurfaceDecision], register: Register, profile: Profile) -> None:
        self._register = register
        self._words: dict[str, str | None] = {}
        self._keys: dict[str, list[str]] = {}
        for decision in decisions:
            if not _applies(decision, profile):
                continue
            key = surface_key(decision.surface, register)
            words = _words(decision, register)
            # An entry that is gone, or no words: as if nobody had decided.
            if key and (words != "" or decision.choice is Choice.OMIT):
                self._words[key] = words
                self._keys.setdefault(fold_surface(key), []).append(key)
        self._surfaces = Surfaces(self._keys)

    def __contains__(self, surface: str) -> bool:
        """Was it decided what becomes of these words, as they are written?"""
        return self._key(surface) is not None

    def words(self, surface: str) -> str | None:
        """What to print for a decided surface, given as written; None: as it stands, "": nothing."""
        key = self._key(surface)
        if key is None:
            raise KeyError("no decision on these words")
        return self._words[key]

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, folded form) of every decided surface that stands in a text."""
        return [place for place in self._surfaces.find(text) if text[place[0] : place[1]] in self]

    def _key(self, surface: str) -> str | None:
        """A decision on the very words, or the newest on them in other capitals that gives them other words."""
        known = self._keys.get(fold_surface(surface))
        if not known:
            return None
        key = surface_key(surface, self._register)
        if key in self._words:
            return key
        others = [k for k in reversed(known) if self._words[k] is not None and may_stand_for(key, k)]
        return others[0] if others else None

    @property
    def kept(self) -> frozenset[str]:
        return frozenset(key for key, words in self._words.items() if words is None)


def _applies(decision: SurfaceDecision, profile: Profile) -> bool:
    """What was decided because some reader is not told of sex or family says nothing for a reader who is."""
    if decision.kind == SEX:
        return profile.sex is not SexRung.AS_IT_IS
    return decision.kind != FAMILY or profile.family is not FamilyRung.AS_IT_IS


def _words(decision: SurfaceDecision, register: Register) -> str | None:
    if decision.choice is Choice.KEEP:
        return None
    if decision.choice is Choice.REGISTER:
        return printed(register, decision.entry) if decision.entry in register.entries else ""
    return "" if decision.choice is Choice.OMIT else decision.replacement
