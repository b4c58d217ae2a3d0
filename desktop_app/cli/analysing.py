"""`candour knew`, `candour count` and `candour episode`: what the author works out from the accounts."""

from __future__ import annotations

import argparse

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit
from desktop_app.services.episodes import edit_episode
from desktop_app.services.landmarks import count_from, landmark_lines
from desktop_app.services.merging.named import event_named
from desktop_app.services.who_knew import agency_named, learned


def run(args: argparse.Namespace) -> int:
    does = {"knew": _knew, "episode": _episode, "count": _count}
    return does[args.command](args)


def _knew(args: argparse.Namespace) -> int:
    with opened(args) as session:
        event = event_named(session.snapshot, args.event)
        agency = agency_named(session.snapshot, args.agency)
        learned(session, event, agency.uid, args.when, args.how)
    if args.json:
        document({"event": event.ref or event.uid, "agency": agency.name, "when": args.when, "how": args.how})
    say("Stored in the review. The event stays as it was sent.")
    return int(Exit.DONE)


def _count(args: argparse.Namespace) -> int:
    with opened(args) as session:
        event = event_named(session.snapshot, args.event)
        count_from(session, event.uid, args.name)
        kept = landmark_lines(session.snapshot)
    if args.json:
        document({"landmarks": kept})
    say("Stored in the review. “candour list FILE events” says how far each event is from it.")
    return int(Exit.DONE)


def _episode(args: argparse.Namespace) -> int:
    with opened(args) as session:
        events = tuple(event_named(session.snapshot, name).uid for name in args.events)
        episode = edit_episode(
            session,
            events,
            title=args.title,
            number=args.number,
            why=args.why,
            appraisal=args.appraisal,
            factors=tuple(args.factor),
        )
    if args.json:
        document(
            {
                "number": episode.number,
                "title": episode.title,
                "events": list(episode.events),
                "factors": list(episode.factors),
            }
        )
    say(f"Stored in the review as episode {episode.number}.")
    return int(Exit.DONE)
