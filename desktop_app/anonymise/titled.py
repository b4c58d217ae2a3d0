"""Names given away by what stands before them: a title, initials, "known as", "Operation"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.sentences import Start, sentence_start
from desktop_app.anonymise.tokens import CONNECTORS, FUNCTION_WORDS, NEVER_NAMES, TOKEN, base_of

TITLES = (
    "Mr|Mrs|Ms|Miss|Mx|MR|MRS|MS|MISS|DR|SGT|INSP|PS|TDC|HHJ|DJ|Canon|Deacon|Pastor|Bishop|Sr|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Judge|Justice|Rev|Revd|Reverend|Fr|Father|Sister"
    "|Brother|Imam"
    "|Rabbi|PC|WPC|PCSO|DC|DS|DI|DCI|DSU|Sgt|Sergeant|Inspector|Constable|Detective|Superintendent|Insp|Cllr|Councillor"
    "|Nurse|HCA|EMT|S/N|RMN|RGN|ANP|HLTA|Paramedic|Staff Nurse|Charge Nurse|Ward Sister"
    "|Captain|Capt|Major|Colonel|Col|General|Lieutenant|Lt|Mme|Madame|Monsieur|Frau|Herr|Ing|Mag|Messrs"
    "|Br|Ustadh|Hafiz|Haji|Hajji|Maulana|Mufti|Sheikh|Shaykh|Pandit|Auntie|Aunt"
    "|Aunty|Uncle|Nan|Nana|Gran|Granny|Grandad|Grandma|Grandpa|Coach|SW|HV"
)
_TITLED = re.compile(
    rf"\b(?:{TITLES})\b\.?(?:[\s\u00a0]+(?:(?:[^\W\d_a-z]|[^\W\d_]\.)[^\s,;:()“”\"]*"
    r"|(?:de|da|di|du|der|den|van|von|la|le|el|al|bin|ibn|ter|ten|zu|zur|und)\b)){1,5}"
)
_COLLAR_NUMBER = re.compile(
    r"\b(?:PC|WPC|PCSO|DC|DS|DI|PS|SGT|Sgt|INSP"
    r"|Insp)\.?[ \u00a0]\d{2,6}[ \u00a0][A-Z][\w’'\-]+(?:[ \u00a0][A-Z][\w’'\-]+)?"
)
_WHOLE_WORD_STOPPED = re.compile(
    r"(?:Sir|Dame|Lord|Lady|Judge|Justice|Father|Sister|Brother|Nan|Nana|Gran|Coach|Uncle|Aunt)\."
)
_NEW_SENTENCE = re.compile(r"(?<=[a-z]{3})\.[\s\u00a0]")  # "Mrs Pettifer. IP": the name ends with the sentence
_FULL_STOP = re.compile(r"(?<=[a-z]{3})\.$")  # of the sentence, and none of a name cut short ("Wm.", "Jr.")
_TITLE = re.compile(rf"^(?:{TITLES})\b\.?")
_STRICT = re.compile(
    r"(?:HCA|EMT|RMN|RGN|ANP|HLTA|Mr|Mrs|Ms|Miss|Mx|Dr|PC|WPC|PCSO|DC|DS|DI|DCI|Sgt|Messrs|Mme|Auntie|Aunty|Aunt"
    r"|Uncle|Cllr)\b"
)
_LOWER_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|dear doctor|dear nurse|auntie|aunty|uncle)\.?\s+([a-z][a-z'’\-]{2,})\b"
    r"|\b(?:granny|gran|grandma|grandad|grandpa|nan|nana|nanny|sister|pastor|imam|father) (?P<kin>[a-z][a-z'’\-]{2,})\b"
)
_KNOWN_AS = re.compile(
    r"\b(?:n[ée]e|formerly|maiden name(?: of| was)?|surname(?: is| was)?|known as|nicknamed?|nick ?name(?: is| of)?"
    r"|a\.?k\.?a\.?|alias|street name|goes by|called|named|by the name of|preferred name)\s+[“\"‘']?"
    r"((?:[A-Z][\w’'\-]*)(?:[ \u00a0][A-Z][\w’'\-]*){0,3})"
)
_OPERATION = re.compile(r"\b(?:Project|Operation|Op)\s+[A-Z][\w’'\-]+(?:\s[A-Z][\w’'\-]+)?")
_QUOTED = re.compile(r"[“\"‘]([A-Z][\w’'\-]*(?: [A-Z][\w’'\-]*){0,2})[”\"’](?!\w)")
_LOWER_NICKNAME = re.compile(
    r"\b(?:boyfriend|girlfriend|partner|mate|friend|known as|called|nicknamed?|street name|goes by|man|lad|bloke)"
    r"[ \u00a0][“\"‘']([a-z][\w’\-]*(?: [a-z][\w’\-]*)?)[”\"’']"
)
_NICK_IN_THE_MIDDLE = re.compile(
    r"[A-Z](?<!\w.)[\w\-]+[ \u00a0][“\"‘'(][A-Z][\w’\-]*[”\"’')][ \u00a0]"
    r"(?:[A-Z][\w’'\-]+(?:[ \u00a0][A-Z][\w’'\-]+)?)\b"
)
_SURNAME_FIRST = re.compile(r"([A-Z](?<!\w.)[A-Z'’\-]{2,}),\s+([A-Z][\w'’\-]+)")
_FULL_INITIAL = re.compile(r"([A-Z](?<!\w.)[a-z'’\-]{2,})\s([A-Z])\b(?![.'’]?\w)(?!\s?[&/])")
_SCRIPT = (
    "[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u05ff\u0600-\u06ff\u0700-\u08ff\u0900-\u1dff\u2c00-\u2dff"
    "\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefe\U00010000-\U0002ffff][\u0300-\u036f\u200b-\u200f\u2060]*"
    "[\\s\u3000]?"
)
_OTHER_SCRIPT = re.compile(f"{_SCRIPT}(?:{_SCRIPT})*")

Strength = dict[str, float]  # base of a word -> 2 surely a name, 1.5 a name that is also a word, 1 perhaps


def remember(words: str, strength: Strength) -> None:
    """Note the capitalised words of a name, so that other mentions are found."""
    allowed = lexicon.allowed()
    for word in TOKEN.findall(words):
        base = base_of(word)
        if len(base) > 1 and word[0].isupper() and base not in NEVER_NAMES | CONNECTORS and base not in allowed:
            strength[base] = max(strength.get(base, 0), 1.5 if lexicon.is_word(base) else 2)


def _ordinary(words: str, also: frozenset[str] = FUNCTION_WORDS) -> bool:
    allowed = lexicon.allowed()
    return all(base_of(word) in allowed or base_of(word) in also for word in TOKEN.findall(words))


def _titled(text: str, match: re.Match[str], strength: Strength) -> tuple[Span | None, int]:
    """The name after one title, and where the next may begin: a shape takes in more words than belong to it."""
    allowed = lexicon.allowed()
    found = _NEW_SENTENCE.split(match.group(), maxsplit=1)[0]
    title = _TITLE.match(found)
    body_at = match.start() + (title.end() if title else 0)
    if _WHOLE_WORD_STOPPED.match(match.group()):
        return None, body_at
    body = text[body_at : match.start() + len(found)]
    words = list(TOKEN.finditer(body))
    bases = [base_of(word.group()) for word in words]
    if bases and all(b in allowed or b in CONNECTORS or b in NEVER_NAMES for b in bases):
        letter = len(words[0].group()) == 1 and words[0].group().isupper()
        if _STRICT.match(found) and (letter or bases[0] not in CONNECTORS | NEVER_NAMES):
            strength[bases[0]] = max(strength.get(bases[0], 0), 1)
            end = body_at + words[0].end()
            return Span(match.start(), end, "person", 2, "a title and a name"), end
        return None, body_at
    if bases and bases[0] in allowed and not _STRICT.match(found):
        return None, body_at
    cut = next((word.start() for word, b in zip(words, bases, strict=True) if b in allowed), None)
    end = body_at + cut if cut is not None and cut > 1 else match.start() + len(found)
    kept = _FULL_STOP.sub("", text[body_at:end].rstrip())
    remember(kept, strength)
    end = body_at + len(kept)
    return Span(match.start(), end, "person", 2, "a title and a name"), end


def find_titled(text: str, strength: Strength) -> Iterator[Span]:
    """A title with the name after it; the name is cut at the first ordinary word of the field."""
    allowed = lexicon.allowed()
    match = _TITLED.search(text)
    while match:
        span, end = _titled(text, match, strength)
        if span:
            yield span
        match = _TITLED.search(text, max(end, match.start() + 1))
    for match in _COLLAR_NUMBER.finditer(text):
        remember(match.group(), strength)
        yield Span(match.start(), match.end(), "person", 2, "a rank, a number and a name")
    for match in _LOWER_TITLED.finditer(text):
        kin = match.group("kin")
        if kin and (kin not in lexicon.given_names() or (lexicon.is_word(kin) and kin not in lexicon.rather_names())):
            continue
        named = kin or match.group(1)
        if named not in FUNCTION_WORDS and named not in allowed:
            yield Span(match.start(), match.end(), "person", 2, "a title and a name")


def find_cued(text: str, strength: Strength) -> Iterator[Span]:
    """Names after a cue, in quotation marks, before a comma in a register's style, or in another script."""
    for pattern, kind, group in ((_KNOWN_AS, "person", 1), (_OPERATION, "organisation", 0)):
        for match in pattern.finditer(text):
            if not _ordinary(match.group(group)):
                yield Span(*match.span(group), kind, 2, "named after a cue")
    for match in _QUOTED.finditer(text):
        if sentence_start(text, match.start()) is Start.NO and not _ordinary(match.group(1)):
            yield Span(*match.span(1), "nickname", 3, "capitalised, in quotation marks")
    for match in _LOWER_NICKNAME.finditer(text):
        yield Span(*match.span(1), "nickname", 2, "a nickname in quotation marks")
    for match in _NICK_IN_THE_MIDDLE.finditer(text):
        remember(match.group(), strength)
        yield Span(*match.span(), "person", 2, "a nickname inside a name")
    for match in _SURNAME_FIRST.finditer(text):
        last, first = match.group(1).lower(), match.group(2).lower()
        known = first in lexicon.given_names() or first.partition("-")[0] in lexicon.given_names()
        if known and last not in lexicon.allowed():
            remember(match.group(), strength)
            yield Span(*match.span(), "person", 2, "surname first")
    for match in _FULL_INITIAL.finditer(text):
        given = match.group(1).lower()
        doubtful = match.group(2) in "AI" and lexicon.is_word(given)
        if given in lexicon.given_names() and given not in lexicon.allowed() and not doubtful:
            yield Span(*match.span(), "person", 2, "a given name and an initial")
    for match in _OTHER_SCRIPT.finditer(text):
        found = match.group().rstrip()
        if any(c.isalpha() for c in found):
            yield Span(match.start(), match.start() + len(found), "other-script", 2, "not in Latin letters")
