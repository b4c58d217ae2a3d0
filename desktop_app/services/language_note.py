"""A gentle note on words of blame or hindsight in what is meant as fact. It suggests, and never stops anybody."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from desktop_app.common.resources import resource


@dataclass(frozen=True, slots=True)
class LanguageNote:
    """`start`..`end` are Python string indices of `phrase` in the text; `why` and `ask` are sentences' ends."""

    start: int
    end: int
    phrase: str
    kind: str  # blame | hindsight | family
    why: str
    ask: str

    @property
    def sentence(self) -> str:
        return f"“{self.phrase}” is {self.why}: the Comment column may suit it better. {self.ask}"


def language_notes(text: str) -> tuple[LanguageNote, ...]:
    """Where the words stand, in order; none overlap, and the longest phrase is taken. Quoted words are left alone."""
    words, kinds = _lexicon()
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found = []
    for match in words.finditer(text):
        if any(start <= match.start() and match.end() <= end for start, end in quoted):
            continue
        kind, why, ask = kinds[_plain(match[0])]
        found.append(LanguageNote(match.start(), match.end(), match[0], kind, why, ask))
    return tuple(found)


# What somebody said is a fact that it was said.
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@cache
def _lexicon() -> tuple[re.Pattern[str], dict[str, tuple[str, str, str]]]:
    data = tomllib.loads(resource("language", "gentle.toml").read_text(encoding="utf-8"))
    kinds = {
        _plain(phrase): (kind["id"], kind["why"], kind["ask"]) for kind in data["kind"] for phrase in kind["phrases"]
    }
    longest_first = sorted({_plain(p) for p in kinds}, key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]+").replace("'", "['’]") for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE), kinds


def _plain(phrase: str) -> str:
    return re.sub(r"[\s-]+", " ", phrase.casefold().replace("’", "'"))
