"""Names written in lower case, as in dictated or hurried notes, that are also ordinary words: "spoke to amber"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.titled import Strength
from desktop_app.anonymise.tokens import Mark, Token

WHY = "a given name in lower case, where a person is spoken of"
_KIN = (
    "mum|mummy|mam|mother|dad|daddy|father|stepdad|stepmum|nan|nana|gran|granny|grandma|grandad|auntie|aunty|aunt|uncle"
    "|brother|sister|twin|son|daughter|cousin|sibling|baby|boyfriend|girlfriend|partner|husband|wife|friend|mate|fella|bloke|lad|kids|twins"
)
_STRONG_BEFORE = re.compile(
    rf"\b(?:spoke (?:to|with)|speaking (?:to|with)|spoken (?:to|with)|told|rang|phoned|texted|messaged|emailed|tell"
    rf"|asked"
    rf"|(?:{_KIN})|(?:{_KIN}) of|parents of|living with|lives with|stay(?:s|ed|ing)? with"
    r"|(?:seen|signed|written|supervised|collected|brought(?: in)?|assessed|reviewed|told|reported|picked up"
    r"|looked after"
    r"|visited|observed|taken|given) by"
    r"|(?:conversation|chat|meeting|met|contact|discussed|session|supervision|review|work) with|d/w"
    r"|(?:call|t/c|tc|text|letter|e-?mail|message|heard) (?:from|to|with)|visit(?:s|ed)? to|visited|saw"
    r"|nurse|staff member|named|hv|sw|social worker|teacher|key ?worker|support worker|midwife|miss|mr|mrs|ms"
    r"|this is|called|named|known as|name is|called her|called him|worried (?:what|that|about)|(?:told me|said|says"
    r"|think|thinks) that)[ \u00a0]$",
    re.IGNORECASE,
)
_WEAK_BEFORE = re.compile(
    r"(?:^|[.;:!?\n(|–-][ \u00a0]?|\b(?:for|with|and|to|at|by|from|of|that|because|but|when|if|while|about|between|met"
    r"|seen|collected|hit|slapped|pushed|kissed|so|then|is|are|has|said|says|re|ps|hi|dear|love|thanks|was)[ \u00a0])$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"['’]s (?:mum|dad|mother|father|school|house|room|bed|phone|bag|sister|brother|nan|teacher|social worker"
    r"|birthday|plan|partner|boyfriend|girlfriend|gran|flat|place|medication|behaviour)\b"
    r"|[ \u00a0](?:said|says|told|tells|disclosed|reported|rang|phoned|texted|replied|cried|cries|went|goes|attended"
    r"|refused|refuses|stated|became|seems|seemed|looked|looks|appears|appeared|did not|didn['’]t|doesn['’]t|does not"
    r"|wasn['’]t|hasn['’]t|isn['’]t|lives|lived|works|worked|let (?:me|us|him|her)|believes|thinks|thought|wants|wanted"
    r"|came|comes|took|takes|left|stayed|slept|woke|ate|ran|hit|screamed|shouted|laughed|smiled|played|asked|knows|knew"
    r"|feels|felt|needs|needed|and (?:her|his)|who"
    r"|(?:is|was|has been|had been) (?:at|in|on|upstairs|downstairs|asleep|crying|seen|there|picked|collected|not"
    r"|very|upset"
    r"|coming|going|aged|expecting|angry|tearful|quiet|late|absent|home|present|sick|ill|hungry|tired|wearing|with)"
    rf"|(?:his|her|my|the|their) (?:{_KIN})|at yours|on (?:the )?phone|has|had|is|was)\b"
    rf"|[ \u00a0]\((?:her|his|my|their|the|{_KIN})\b|, (?:her|his|my|their|aged|who|{_KIN})\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"\b(?:the|a|an|her|his|my|our|your|their|its|this|these|no|any|some|good|own|much|more|great|little|every"
    r"|each"
    r"|early|late|mid|last|next|all|real|full|in|such|most|and no)[ \u00a0]$",
    re.IGNORECASE,
)
# Verbs and abstract nouns among the names, and what shows that they are meant as such.
_VERBS = frozenset(
    [
        "will",
        "may",
        "mark",
        "hope",
        "grant",
        "chase",
        "bill",
        "rob",
        "sue",
        "pat",
        "drew",
        "rose",
        "dot",
        "chance",
        "faith",
        "grace",
        "joy",
        "will",
    ]
)
_ABSTRACT = frozenset(
    [
        "hope",
        "grace",
        "joy",
        "faith",
        "patience",
        "charity",
        "mercy",
        "harmony",
        "prudence",
        "destiny",
        "honey",
        "serenity",
        "liberty",
    ]
)
_VERBAL_BEFORE = re.compile(
    r"\b(?:i|we|you|they|he|she|it|who|which|there|to|not|would|could|can|should|must|might|please|children|parents"
    r"|people"
    r"|staff|workers|practitioners|police|school)[ \u00a0]$",
    re.IGNORECASE,
)
_VERBAL_AFTER = re.compile(
    r"[ \u00a0](?:be|have|not|never|always|also|need|go|get|take|make|help|come|see|give|you|the|a|an|that|this|my"
    r"|your|our"
    r"|their|it|them|to|of|for)\b|[ \u00a0](?:his|her)[ \u00a0](?!girlfriend|boyfriend|mum|dad|partner|wife|husband)"
)
_OF_SOMETHING = re.compile(r"[ \u00a0](?:of|for|that|in)\b")  # "with hope of a change"
_ARTICLE = re.compile(r"\b(?:the|a|an)[ \u00a0]$", re.IGNORECASE)
_AT_SOMEBODYS = re.compile(r"\b(?:at|round|to|from)[ ]$")
_AND = re.compile(r" (?:and|&) ")
_AND_BEFORE = re.compile(r" (?:and|&) $")
# What only a person does: enough without a cue before it.
_ACTS = re.compile(
    r"['’]s (?:mum|dad|mother|father|sister|brother|nan|teacher|social worker|birthday|partner|boyfriend|girlfriend"
    r"|gran)\b"
    r"|[ \u00a0](?:said|says|told|disclosed|rang|phoned|texted|replied|cried|asked|stated|admitted|denied|refused to"
    r"|let (?:me|us|him|her)|(?:did not|didn['’]t|does not|doesn['’]t) (?:believe|want|know|like|think|say|come|go"
    r"|answer|attend)"
    rf"|(?:his|her) (?:{_KIN}))\b|[ \u00a0]\((?:her|his|{_KIN})\b",
    re.IGNORECASE,
)
_GENERAL_BEFORE = re.compile(r"\b(?:with|of|for|in|and|or|without|by|from|more|to)[ \u00a0]$", re.IGNORECASE)


def find_dictated(text: str, tokens: list[Token], strength: Strength) -> Iterator[Span]:
    """Words in lower case, or in a log's capitals, that are given names, where cues of a person stand around them."""
    suspects, sure = lexicon.name_words(), lexicon.word_set("lower_names")
    waiting: list[Token] = []
    for token in tokens:
        if not _written_without_case(token):
            continue
        base = token.base
        if len(base) > 1 and token.word.islower() and not lexicon.is_word(base, True):
            if base not in lexicon.allowed() and _names_somebody(text, token):
                yield _claimed(token)
            continue
        if base not in suspects and base not in sure:
            if (
                base.endswith("s")
                and base[:-1] in suspects
                and _AT_SOMEBODYS.search(text, max(0, token.start - 8), token.start)
            ):
                yield _claimed(token)
            continue
        before, after = text[max(0, token.start - 26) : token.start], text[token.end : token.end + 30]
        if (_ARTICLE if base in sure else _DETERMINED).search(before):
            continue
        if base in sure or _stands_for_a_person(base, before, after, strength):
            strength[base] = max(strength.get(base, 0), 1)
            yield _claimed(token)
        else:
            waiting.append(token)
    yield from _beside_a_name(text, tokens, waiting, strength)


def _names_somebody(text: str, token: Token) -> bool:
    """Is a word that no dictionary has where a person's name would be?"""
    before = text[max(0, token.start - 26) : token.start]
    return bool(_STRONG_BEFORE.search(before) or _ACTS.match(text, token.end)) and not _ARTICLE.search(before)


def _written_without_case(token: Token) -> bool:
    if token.mark is None:
        return token.word[0].islower()
    return token.mark is Mark.START and token.heading and token.word.isupper() and len(token.word) > 2


def _stands_for_a_person(base: str, before: str, after: str, strength: Strength) -> bool:
    strong, acts, leads = _STRONG_BEFORE.search(before), _ACTS.match(after), _AFTER.match(after)
    if _is_a_verb(base, before, after, bool(strong)):
        return False
    if base in _ABSTRACT and _OF_SOMETHING.match(after):
        return False
    if strong or acts:
        return True
    if base in _ABSTRACT and _GENERAL_BEFORE.search(before):
        return False
    weak = _WEAK_BEFORE.search(before)
    return bool(leads and weak) or (strength.get(base, 0) >= 1 and bool(leads or weak))


def _is_a_verb(base: str, before: str, after: str, strong: bool) -> bool:
    """ "she will go", "to mark the day": the words after and before are a verb's."""
    if base not in _VERBS:
        return False
    if _VERBAL_BEFORE.search(before) and not strong:
        return True
    return bool(_VERBAL_AFTER.match(after)) and not (strong and not before.endswith("to "))


def _beside_a_name(text: str, tokens: list[Token], waiting: list[Token], strength: Strength) -> Iterator[Span]:
    """ "mark and summer": the other of two; and other places of a word that is somebody's name in this text."""
    claimed = {token.start for token in tokens if token.mark is Mark.NAME}
    ends = {token.end for token in tokens if token.mark is Mark.NAME}
    for token in reversed(waiting):
        paired = _AND.match(text, token.end)
        before = _AND_BEFORE.search(text, max(0, token.start - 5), token.start)
        named_after = token.base not in _VERBS and token.end + 1 in claimed and text[token.end] == " "
        beside = (
            named_after
            or (paired is not None and paired.end() in claimed)
            or (before is not None and before.start() in ends)
        )
        around = text[max(0, token.start - 26) : token.start], text[token.end : token.end + 30]
        if beside:
            claimed.add(token.start)
        if beside or (strength.get(token.base, 0) >= 1 and not _is_a_verb(token.base, *around, strong=False)):
            yield _claimed(token)


def _claimed(token: Token) -> Span:
    token.claim(Mark.NAME, 2, WHY)
    return Span(token.start, token.end, "name", 2, WHY)
