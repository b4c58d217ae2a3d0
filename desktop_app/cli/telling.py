"""`candour tell`, `explicit` and `relate`: what readers are told, without a screen."""

from __future__ import annotations

import argparse

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.output import ProfileName
from desktop_app.domain.people import Person, RelationKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.explicit import account_named, mark_explicit
from desktop_app.services.ladders import choose_rung
from desktop_app.services.relations import add_relation


def run(args: argparse.Namespace) -> int:
    return {"tell": _tell, "explicit": _explicit, "relate": _relate}[args.command](args)


def _tell(args: argparse.Namespace) -> int:
    reader = ProfileName(args.reader)
    with opened(args) as session:
        choose_rung(session, reader, args.about, args.rung)
    if args.json:
        document({"reader": reader.value, "about": args.about, "rung": args.rung})
    say("Stored in the review. Every output made from now on for this reader says so much and no more.")
    return int(Exit.DONE)


def _explicit(args: argparse.Namespace) -> int:
    with opened(args) as session:
        mark_explicit(session, account_named(session.snapshot, args.account), not args.none, args.abridged)
    if args.json:
        document({"account": args.account, "explicit": not args.none})
    say(
        "Stored in the review. It stays as it was sent; only the panel is given it in full."
        if not args.none
        else "Stored in the review. Every reader is given it in full."
    )
    return int(Exit.DONE)


def _relate(args: argparse.Namespace) -> int:
    kind = RelationKind(args.kind)
    with opened(args) as session:
        person, other = (_person(session.snapshot, name) for name in args.people)
        add_relation(session, person.uid, kind, other.uid)
    if args.json:
        document({"person": args.people[0], "kind": kind.value, "other": args.people[1]})
    say("Stored in the review.")
    return int(Exit.DONE)


def _person(snapshot: Snapshot, uid: str) -> Person:
    found = next((p for p in snapshot.people if uid in (p.uid, p.key)), None)
    if found is None:
        raise UserError(
            "There is no person with that uid in the register.",
            safe="Nothing was changed.",
            do="“candour list FILE people” gives them.",
            code="no-such-person",
            exit_code=Exit.USAGE,
        )
    return found
