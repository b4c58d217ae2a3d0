"""Words one by one: what is capitalised and not provably an ordinary English word is a suspect."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.date_shapes import follows_a_legal_word
from desktop_app.anonymise.fold import fold_char
from desktop_app.anonymise.sentences import Headings, Start, sentence_start

TOKEN = re.compile(r"[^\W\d_]+(?:[’'ʼ\u2011\-][^\W\d_]+)*|\d+(?:[.,:/\u2011\-]\d+)*")
CONNECTORS = frozenset(
    "of the and for de da di du der den des von van la le el al bin ibn on in & to at under upon y und et ve dos das do "
    "zu zur zum".split()
)
NEVER_NAMES = frozenset(
    "i i'm i'd i've i'll mr mrs ms miss dr prof no nos p pp v vs ie eg am pm a the an it he she they we you his her their "
    "our my your this that these those in on at by for from with and or but as if when while after before of to not "
    "however according there then yes mx".split()
)
FUNCTION_WORDS = frozenset(
    "about above across after against all along also although among an and another any are around as at away be because "
    "been before began behind being below beneath beside between beyond both but by can came could despite did do does "
    "down due during each either else even ever every except few finally first following for former formerly from "
    "further furthermore had has have having he hence her here hers him his how however if in indeed inside instead into "
    "is it its just last later lastly least less let like made many may meanwhile might more moreover most much must my "
    "near neither never nevertheless next no nobody none nor not nothing now of off often on once one only onto or other "
    "others our out outside over own per perhaps rather same second see several shall she should since so some soon still "
    "such than that the their them then there therefore these they third this those though three through throughout thus "
    "to together too toward towards two under unlike until up upon us using was we were what when where whereas whether "
    "which while who whom whose why will with within without would yet you your both four five six seven eight nine ten "
    "today yesterday tomorrow born based known given including according accordingly additionally currently dear "
    "regarding re subject note notes attendees present apologies".split()
)


class Mark(StrEnum):
    """What is thought of a token on its own."""

    NAME = "name"
    CAPITAL = "capital"  # a capitalised ordinary word inside a sentence
    START = "start"  # a capitalised ordinary word where sentences begin
    ATTRIBUTE = "attribute"
    COUNTRY = "country"
    NUMBER = "number"
    UNKNOWN = "unknown-word"


@dataclass(slots=True)
class Token:
    """A word and its place; `base` is folded without a possessive; `tier` is 9 while nothing is claimed."""

    word: str
    start: int
    end: int
    base: str
    heading: bool
    mark: Mark | None = None
    tier: int = 9
    why: str = ""

    def claim(self, mark: Mark, tier: int, why: str) -> None:
        self.mark, self.tier, self.why = mark, tier, why

    @property
    def capital(self) -> bool:
        return self.word[0].isupper()


@functools.lru_cache(1 << 17)
def base_of(word: str) -> str:
    """Lower case, straight apostrophes and hyphens, no possessive; accents stay for the word lists."""
    low = word.lower().replace("’", "'").replace("ʼ", "'").replace("\u2011", "-")
    if low.endswith("'s"):
        return low[:-2]
    return low[:-1] if low.endswith("s'") else low


def plain(base: str) -> str:
    """Without accents, for lists that have none."""
    return base if base.isascii() else "".join(map(fold_char, base))


def tokenise(text: str, headings: Headings) -> list[Token]:
    """All words and numbers, in order, each with what it looks like on its own."""
    allowed = lexicon.allowed()
    tokens = []
    for match in TOKEN.finditer(text):
        word, start = match.group(), match.start()
        token = Token(word, start, match.end(), base_of(word), False)
        if word[0].isdigit():
            _mark_number(text, token)
        elif token.base not in allowed and not (token.base.endswith("s") and token.base[:-1] in allowed):
            token.heading = start in headings
            _mark_word(text, token)
        tokens.append(token)
    return tokens


def _mark_number(text: str, token: Token) -> None:
    digits = sum(c.isdigit() for c in token.word)
    if digits < 3 or follows_a_legal_word(text, token.start):
        return
    token.claim(Mark.NUMBER, 2, "a number of three digits or more")


def _mark_word(text: str, token: Token) -> None:
    base, word = token.base, token.word
    if word.islower():
        if base in lexicon.attributes():
            token.claim(Mark.ATTRIBUTE, 3, "nationality, ethnicity or religion")
        elif len(base) > 2 and not lexicon.is_word(base, True):
            if lexicon.is_name(plain(base)):
                token.claim(Mark.NAME, 2, "a name in lower case")
            else:
                token.claim(Mark.UNKNOWN, 3, "not an English word")
        return
    if base in NEVER_NAMES:
        return
    start = Start.YES if token.heading else sentence_start(text, token.start)
    if base in lexicon.attributes():
        token.claim(Mark.ATTRIBUTE, 3, "nationality, ethnicity or religion")
    elif base in lexicon.countries():
        token.claim(Mark.COUNTRY, 3, "a country")
    elif not (lexicon.is_word(base) or (start is Start.YES and lexicon.is_word(base, True))):
        token.claim(Mark.NAME, 2, "capitalised, and not an English word")
    elif start is Start.NO:
        known = plain(base)
        if lexicon.is_name(known) or known in lexicon.places():
            token.claim(Mark.NAME, 2, "a name or a place, inside a sentence")
        else:
            token.mark = Mark.CAPITAL
    else:
        token.mark = Mark.START
