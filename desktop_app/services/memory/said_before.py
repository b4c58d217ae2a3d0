"""What other reviews published in words like these.

SQLite's full text index (stemmed, ranked by bm25) finds what shares words; rapidfuzz says how near each is. Words that
hold sentences together count for nothing.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from desktop_app.anonymise.tokens import FUNCTION_WORDS
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.resources import resource
from desktop_app.domain.learning import Finding, Recommendation
from desktop_app.domain.remembered import Remembered, RememberedFinding, RememberedRecommendation, RememberedReview
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.memory.content import public_id
from desktop_app.services.memory.keeping import anything_remembered
from desktop_app.services.memory.opening import opened_memory
from desktop_app.services.merging.words import stem, words_of
from desktop_app.services.recommendations import recommendation_views

_CANDIDATES = 60  # of the index, to be looked at word by word
_SHOWN = 8
_LEAST_SHARED = 3  # stems: two words in common are chance
_LEAST_TELLING = 1  # of those, that is not in nearly every recommendation
_MOST_TERMS = 200  # a pasted report asks no more than this
_PLAIN = re.compile(r"[a-z0-9]{2,}")


class Nearness(StrEnum):
    SAME = "same"  # almost the same words
    ALIKE = "alike"
    SOME = "some"  # some of the same words


# Between what says the same and what does not, on the tuned half of tests/memory/restated.toml.
_LEAST = ((90.0, Nearness.SAME), (72.0, Nearness.ALIKE), (55.0, Nearness.SOME))


@dataclass(frozen=True, slots=True)
class Echo:
    """`score` is 0 to 100; `shared` are words of what was asked that the other says too, in their order."""

    review: RememberedReview
    said: Remembered
    score: float
    nearness: Nearness
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """`searched` is how many other reviews were looked through."""

    echoes: tuple[Echo, ...]
    searched: int
    notice: str = ""


def said_before(snapshot: Snapshot, uid: str) -> Answer:
    """For a finding or a recommendation, by uid. Other reviews only. Raises UserError, e.g. "memory-in-use"."""
    return _answers(snapshot.review.uid, [words_to_ask(snapshot, uid)])[0]


def all_said_before(snapshot: Snapshot, uids: list[str]) -> list[Answer]:
    """As `said_before` for each of them, with the memory opened once."""
    return _answers(snapshot.review.uid, [words_to_ask(snapshot, uid) for uid in uids])


def words_to_ask(snapshot: Snapshot, uid: str) -> str:
    """All that a finding or recommendation says, as written; it is compared in this process and goes nowhere."""
    for finding in snapshot.findings:
        if finding.uid == uid:
            return "\n".join((finding.title, finding.statement))
    for view in recommendation_views(snapshot):
        if view.uid == uid:
            return "\n".join((view.title, view.text, *(part.text for part in view.parts)))
    raise KeyError(uid)


def numbered(snapshot: Snapshot, kind: type[Finding] | type[Recommendation], number: int) -> str:
    """The uid of finding or recommendation `number`. Raises UserError "no-such-number"."""
    records: tuple[Finding | Recommendation, ...] = snapshot.findings if kind is Finding else snapshot.recommendations
    found = next((record.uid for record in records if record.number == number), None)
    if found is None:
        raise UserError(
            f"There is no {kind.__name__.lower()} {number} in this review.",
            safe="Nothing was changed.",
            code="no-such-number",
            exit_code=Exit.USAGE,
        )
    return found


def _answers(own: str, asked: list[str]) -> list[Answer]:
    if not anything_remembered():  # asking leaves no trace of having asked
        return [Answer((), 0) for _ in asked]
    with opened_memory() as memory:
        reviews = {review.id: review for review in memory.reviews() if review.id != public_id(own)}
        items = {(review.id, said.id): said for review in reviews.values() for said in review.sayings}
        answers = []
        for words in asked:
            terms = _content_words(words)
            hits = memory.file.alike(terms[:_MOST_TERMS], without=public_id(own), at_most=_CANDIDATES)
            found = [_echo(terms, reviews[hit.review], items[hit.review, hit.item]) for hit in hits]
            near = sorted((echo for echo in found if echo), key=lambda echo: -echo.score)
            answers.append(Answer(tuple(near[:_SHOWN]), len(reviews), memory.notice))
        return answers


def _echo(terms: list[str], review: RememberedReview, said: Remembered) -> Echo | None:
    mine = {stem(term): term for term in terms}
    best, shared = 0.0, tuple[str, ...]()
    for words in _pieces(said):
        theirs = {stem(word) for word in _content_words(words)}
        common = tuple(term for key, term in mine.items() if key in theirs)
        telling = [term for term in common if term not in _of_the_field()]
        if len(common) < min(_LEAST_SHARED, len(mine)) or len(telling) < _LEAST_TELLING:
            continue
        score = fuzz.token_set_ratio(" ".join(sorted(mine)), " ".join(sorted(theirs)))
        if score > best:
            best, shared = score, common
    nearness = next((name for least, name in _LEAST if best >= least), None)
    return Echo(review, said, best, nearness, shared) if nearness else None


@functools.cache
def _of_the_field() -> frozenset[str]:
    lines = resource("recommendations", "of_the_field.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))


def _pieces(said: Remembered) -> list[str]:
    """The whole, and what may by itself be what was asked."""
    if isinstance(said, RememberedFinding):
        return [said.words, said.title, said.statement]
    assert isinstance(said, RememberedRecommendation)
    return [said.words, said.text, *(part.text for part in said.parts)]


def _content_words(text: str) -> list[str]:
    """Each once, in order, without the words that hold sentences together."""
    found = (word for word in words_of(text) if _PLAIN.fullmatch(word) and word not in FUNCTION_WORDS)
    return list(dict.fromkeys(found))
