"""`candour code`: themes, and what is marked with them."""

from __future__ import annotations

import argparse

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.services.coding.marking import move, settle, unmark
from desktop_app.services.coding.named import mark_words, theme_named
from desktop_app.services.coding.themes import delete_theme, merge_themes, new_theme
from desktop_app.services.session import Session

Json = dict[str, object]


def run(args: argparse.Namespace) -> int:
    with opened(args) as session:
        done = _do(args, session)
    if args.json:
        document(done)
    say("Stored in the review. What agencies sent and people said stays as it was.")
    return int(Exit.DONE)


def _do(args: argparse.Namespace, session: Session) -> Json:
    if args.new is not None:
        parent = theme_named(session.snapshot, args.under).uid if args.under else ""
        made = new_theme(session.snapshot, args.new, definition=args.define or "", parent=parent)
        session.put("Add a theme", made)
        return {"theme": made.uid, "name": made.name, "letter": made.letter}
    if args.settle:
        return {"settled": settle(session)[0]}
    if args.remove:
        unmark(session, *_known(session, args.remove))
        return {"removed": list(args.remove)}
    if not args.theme:
        raise _refusal("No theme is named.", "Add --theme with its name or letter, or --new to make one.")
    theme = theme_named(session.snapshot, args.theme)
    if args.delete:
        delete_theme(session, theme.uid)
        return {"deleted": theme.uid}
    if args.merge:
        gone = theme_named(session.snapshot, args.merge)
        merge_themes(session, theme, gone)
        return {"theme": theme.uid, "merged": gone.uid}
    if args.move:
        move(session, _known(session, args.move), theme.uid)
        return {"theme": theme.uid, "moved": list(args.move)}
    if not args.record:
        raise _refusal("Nothing to mark is named.", "Give the ref of an event, the key of a passage, or a uid.")
    coding = mark_words(session, theme.uid, args.record, args.words, args.field, args.memo)
    return {
        "coding": coding.uid,
        "theme": theme.uid,
        "of": coding.of,
        "field": coding.field or None,
        "start": coding.start,
        "end": coding.end,
        "quote": coding.quote,
    }


def _known(session: Session, uids: list[str]) -> list[str]:
    held = {coding.uid for coding in session.snapshot.codings}
    if any(uid not in held for uid in uids):
        raise _refusal("There is no such mark.", "“candour list FILE codings” gives the uid of each.")
    return uids


def _refusal(what: str, do: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code="code-words", exit_code=Exit.USAGE)
