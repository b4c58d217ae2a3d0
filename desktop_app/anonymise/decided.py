"""The decisions people took, by folded surface."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.anonymise.allowance import Surfaces
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.kin_words import FAMILY, SEX
from desktop_app.anonymise.profiles import FamilyRung, Profile, SexRung
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.wording import printed
from desktop_app.domain.output import Choice, SurfaceDecision


class Decided:
    """`kept` are surfaces printed as they stand; the rest have words of their own. The newest decision counts."""

    def __init__(self, decisions: Sequence[SurfaceDecision], register: Register, profile: Profile) -> None:
        self._words: dict[str, str | None] = {}
        for decision in decisions:
            if not _applies(decision, profile):
                continue
            form = fold_surface(decision.surface)
            words = _words(decision, register)
            # An entry that is gone, or no words: as if nobody had decided.
            if form and (words != "" or decision.choice is Choice.OMIT):
                self._words[form] = words
        self.surfaces = Surfaces(self._words)

    def __contains__(self, form: str) -> bool:
        return form in self._words

    def words(self, form: str) -> str | None:
        """What to print for a decided surface; None: as it stands, "": nothing."""
        return self._words[form]

    @property
    def kept(self) -> frozenset[str]:
        return frozenset(form for form, words in self._words.items() if words is None)


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
