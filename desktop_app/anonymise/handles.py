"""Names on social media without an "@": after the name of an application, or beside another handle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

_APPLICATIONS = frozenset(
    [
        *("snap", "snapchat", "insta", "instagram", "tiktok", "discord", "roblox", "telegram", "twitter", "facebook"),
        *("handle", "username", "profile", "grindr", "xbox", "steam", "twitch", "bebo", "yubo", "signal", "whatsapp"),
        *(
            "whisper",
            "onlyfans",
            "snapchats",
            "youtube",
            "messenger",
            "gamertag",
            "gamer",
            "screenname",
            "psn",
            "fortnite",
            "minecraft",
            "tinder",
            "kik",
        ),
    ]
)
_LIKE_ONE = re.compile(
    r"(?<![\w@.])@?(?=[a-z0-9]*[a-z])[a-z0-9]+(?:[._][a-z0-9]+)+(?![\w@])|(?<![\w@.])[a-z]{2,}\d{1,4}\b", re.IGNORECASE
)
_NO_HANDLE = re.compile(r"(?:i\.e|e\.g|a\.m|p\.m|\w\.\w)$|\d+\.\d+$", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"‘'](?P<who>[\w.\-]{3,30})[”\"’']")
_NAMED = re.compile(r"\w+:?(?: (?:name|account|user ?name|tag|is|as|user))*:? (?P<who>[a-z0-9]{5,30})\b")
_JUST_BEFORE = re.compile(r"(?<![\w@.])(?P<who>\w*[._\d]\w*) on $")
# "from a private account (mr.trombone)"
_IN_BRACKETS = re.compile(r"(?:accounts?|profile|page|user)[ ]\([“\"'‘]?(?P<who>\w{2,}[._]\w[\w.]*)")
# "jo_k07: u up": who writes in a chat
_WRITES = re.compile(
    r"^(?:\[[^\]\n]{1,20}\] ?)?(?P<who>(?=[a-z0-9.]*_|[a-z]{3,}\d+[a-z0-9]*:)[a-z][\w.]{3,29}): (?=\S)", re.M
)
_FAR = 70  # characters after the application's name


def find_handles(anchors: Anchors) -> Iterator[Span]:
    """Tier 1."""
    text = anchors.text
    for match in _WRITES.finditer(text) if "_" in text or anchors.numbers else ():
        if not lexicon.is_word(match["who"].rstrip("0123456789"), True):
            yield Span(*match.span("who"), "handle", 1, "writes in a chat")
    for match in anchors.tried(
        (_IN_BRACKETS,), anchors.of(frozenset(["account", "accounts", "profile", "page", "user"]))
    ):
        yield Span(*match.span("who"), "handle", 1, "the name of an account")
    for start in anchors.of(_APPLICATIONS):
        end = min(len(text), start + _FAR)
        stop = text.find("\n", start, end)
        quoted = _QUOTED.search(text, start, min(end, start + 36))
        if quoted:
            yield Span(*quoted.span("who"), "handle", 1, "in quotation marks beside an application")
        named = _NAMED.match(text, start)
        if named and not lexicon.is_word(named["who"], True) and not named["who"].isdigit():
            yield Span(*named.span("who"), "handle", 1, "a name beside that of an application")
        before = _JUST_BEFORE.search(text, max(0, start - 34), start)
        if before and not before["who"].isdigit():
            yield Span(*before.span("who"), "handle", 1, "a name beside that of an application")
        for match in _LIKE_ONE.finditer(text, start, stop if stop >= 0 else end):
            if not _NO_HANDLE.match(match.group()) and match.start() > start:
                yield Span(*match.span(), "handle", 1, "a name beside that of an application")
