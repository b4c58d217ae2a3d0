"""Purged words are nowhere: not in a table, an undo step, a draft, the working copy, the file or the one before it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.board import BoardCard
from desktop_app.domain.chronology import ChronologyEvent, EarlierWording, ImportIssue, Knowledge, Landmark
from desktop_app.domain.coding import Coding
from desktop_app.domain.people import Person
from desktop_app.domain.review import Kloe
from desktop_app.storage.header import SIZE, read_header
from desktop_app.storage.review_file import ReviewFile

Open = Callable[..., ReviewFile]
Pages = Callable[[bytes, bytes, bytes], bytes]
WORDS = "zanzibarquokka"


def with_secret_person(review: ReviewFile) -> None:
    with review.change(f"Add {WORDS}") as change:
        change.put(Person(uid="p9", name=WORDS))
        change.put(Kloe(uid="k1", question="Why?"))
    with review.change("Edit") as change:
        change.put(Person(uid="p9", name=WORDS * 2))
    review.save_draft("people:p9:name", WORDS)
    review.save_draft("place", '{"page": "people", "record": "p9", "typed": "%s"}' % WORDS)  # noqa: UP031 - JSON braces
    review.save()
    with review.change("Delete") as change:
        change.delete(Person, "p9")
    review.save()


def test_nothing_of_it_is_left(closed: tuple[Path, str], opened: Open, plain_pages: Pages) -> None:
    """Looked for in the decrypted pages: rows, and the room between them."""
    path, _ = closed
    review = opened(path)
    with_secret_person(review)
    key = review._vault.data_key
    before = read_header(path).header
    assert WORDS.encode() in plain_pages(path.read_bytes()[SIZE:], key, before.salt)
    review.purge([(Person, "p9")])
    after = read_header(path).header
    for place, offset in ((path, SIZE), (path.with_name(path.name + ".bak"), SIZE), (review._vault.work.database, 0)):
        assert WORDS.encode() not in plain_pages(place.read_bytes()[offset:], key, after.salt), place
    assert review.in_bin() == []
    assert review.draft("people:p9:name") == ""
    assert review.check() == []
    assert review.get(Kloe, "k1") is not None, "what was changed with it stays"
    assert review.get(Person, "p1") is not None


def test_the_ledger_says_that_and_not_what(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    with_secret_person(review)
    printed = review.anchor()
    review.purge([(Person, "p9")])
    last = review._vault.db.conn.execute("SELECT action, ref, detail FROM _audit ORDER BY n DESC LIMIT 1").fetchone()
    assert last == ("purge", "", '{"people": 1}')
    assert review.check(printed) == []


def test_the_same_secrets_open_it(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    with_secret_person(review)
    review.purge([(Person, "p9")])
    review.close()
    assert [p.uid for p in opened(closed[0]).snapshot().people] == ["p1"]


def test_undo_goes_round_what_is_gone(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    with review.change("Question") as change:
        change.put(Kloe(uid="k2", question="How?"))
    with_secret_person(review)
    review.purge([(Person, "p9")])
    assert review.undo_label == "Question"
    assert review.undo() is not None
    assert review.get(Kloe, "k2") is None
    while review.undo():
        pass
    assert review.get(Person, "p9") is None
    assert review.check() == []


@pytest.mark.parametrize("uid", ["p1", "nobody"])
def test_only_what_is_in_the_bin(closed: tuple[Path, str], opened: Open, uid: str) -> None:
    review = opened(closed[0])
    with_secret_person(review)
    before = closed[0].read_bytes()
    with pytest.raises(UserError) as caught:
        review.purge([(Person, "p9"), (Person, uid)])
    assert caught.value.code == "not-in-bin"
    assert closed[0].read_bytes() == before
    assert len(review.in_bin()) == 1


def test_what_quotes_a_purged_event_goes_with_it(closed: tuple[Path, str], opened: Open, plain_pages: Pages) -> None:
    path, _ = closed
    review = opened(path)
    with review.change("Import") as change:
        change.put_all((ChronologyEvent(uid="e9", event="A call"), ChronologyEvent(uid="e8", event="A visit")))
    with review.change("Ask") as change:
        for uid, words in (("e9", WORDS), ("e8", "stays")):
            change.put(EarlierWording(event=uid, field="event", text=words))
            change.put(ImportIssue(event=uid, field="event", text=words))
            change.put(Knowledge(event=uid, how=words))
            change.put(Landmark(event=uid, name=words))
            change.put(Coding(family="events", of=uid, field="event", quote=words))
            change.put(BoardCard(family="events", of=uid, note=words))
    with review.change("Delete") as change:
        change.delete(ChronologyEvent, "e9")
    review.purge([(ChronologyEvent, "e9")])
    now = review.snapshot()
    assert [w.text for w in now.earlier_wordings] == [i.text for i in now.issues] == [k.how for k in now.knowledge]
    assert [w.text for w in now.earlier_wordings] == [mark.name for mark in now.landmarks] == ["stays"]
    assert [c.quote for c in now.codings] == [c.note for c in now.board_cards] == ["stays"]
    key, salt = review._vault.data_key, read_header(path).header.salt
    assert WORDS.encode() not in plain_pages(path.read_bytes()[SIZE:], key, salt)
    assert review.check() == []
