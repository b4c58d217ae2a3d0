"""Whom a sentence of an output is about: by what is printed for them, by a pronoun, or as the subject of the review."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.anonymise.sentences import Start, sentence_start

_ENDS = re.compile(r"[.!?…][”’\"')]*\s+|\n+")
_PRONOUN = re.compile(r"\b(?:he|she|they|his|her|their|him|them)\b", re.IGNORECASE)
# In the account of a case these say its subject; "children aged 13" and "pupils" say nobody.
_SUBJECT = re.compile(
    r"\b(?:the|a|this|one) (?:\d{1,2}-year-old|young person|child|victim|boy|girl|young man|young woman|teenager|adult"
    r"|family)\b|\b(?:the|this) (?:incident|attack|offence|injury|injuries|death|assault|events?)\b"
    r"|\bit (?:happened|took place)\b|\b(?:a|the) trial\b|\btook part in an? (?:attack|assault)\b"
    r"|\bthe family(?:’s|'s)?\b",
    re.IGNORECASE,
)


_OF_THE = re.compile(r"[\w .-]+[’'](?:s )?\s*")
Named = tuple[int, tuple[str, ...]]  # where in the sentence, and whose uids


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence."""
    start = 0
    for end in _ENDS.finditer(text):
        if sentence_start(text, end.end()) is Start.YES and not text[end.end() : end.end() + 1].islower():
            yield start, end.end()
            start = end.end()
    if start < len(text):
        yield start, len(text)


@dataclass(frozen=True, slots=True)
class Printed:
    """A register entry as outputs print it: `labels` are its pseudonym and descriptor.

    `shared` are words a ladder puts in place of these ("a sibling"): what is said there is said of all they may mean.
    """

    uid: str
    labels: tuple[str, ...]
    shared: tuple[str, ...] = ()
    at_work: bool = False  # known through their work: what is said with a pronoun is sooner said of somebody else


class Cast:
    """Everybody an output may speak of. `subject` is the uid of the person under review, "" when there is none."""

    def __init__(self, people: Iterable[Printed], subject: str) -> None:
        self.subject = subject
        self._owner: dict[str, tuple[str, ...]] = {}
        self._at_work: set[str] = set()
        for person in people:
            if person.at_work:
                self._at_work.add(person.uid)
            for label in person.labels:
                self._owner.setdefault(label.casefold(), (person.uid,))
            for label in person.shared:
                held = self._owner.get(label.casefold(), ())
                self._owner[label.casefold()] = held if person.uid in held else (*held, person.uid)
        longest = sorted((re.escape(label) for label in self._owner), key=len, reverse=True)
        self._labels = re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE) if longest else None

    def sentences(self, text: str) -> Iterator[tuple[int, str, list[Named]]]:
        """Each sentence with where it begins and who is spoken of, in order; a sentence about nobody has no one."""
        last: tuple[str, ...] = ()
        for start, end in sentence_spans(text):
            sentence = text[start:end]
            named = self._named(sentence)
            if not named and last and _PRONOUN.search(sentence):
                named = [(0, last)]
            if not named and self.subject and (_SUBJECT.search(sentence) or _PRONOUN.match(sentence)):
                named = [(0, (self.subject,))]
            if named:
                last = next((uids for _, uids in named if not self._at_work.issuperset(uids)), named[0][1])
            yield start, sentence, named

    def speaks_of_somebody(self, text: str) -> bool:
        """Whether any sentence of the text could be about somebody: most of a chronology's cells are not."""
        if self._labels is not None and self._labels.search(text):
            return True
        return bool(self.subject) and (_SUBJECT.search(text) or _PRONOUN.search(text)) is not None

    def labels_in(self, sentence: str) -> list[tuple[int, int]]:
        """Where somebody is named: those words are no facts themselves."""
        return [m.span() for m in self._labels.finditer(sentence)] if self._labels else []

    def _named(self, sentence: str) -> list[Named]:
        """What is said of "Rowan's father" is said of both: a parent's work is a fact about the child."""
        if self._labels is None:
            return []
        found: list[Named] = []
        for match in self._labels.finditer(sentence):
            uids = self._owner[match.group().casefold()]
            before = found[-1] if found and _OF_THE.fullmatch(sentence[found[-1][0] : match.start()]) else None
            found.append((match.start(), (*uids, *(u for u in before[1] if u not in uids)) if before else uids))
        return found
