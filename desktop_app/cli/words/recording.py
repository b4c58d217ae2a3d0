"""What an author enters without a window: links, gaps, episodes, actions, how much a reader is told."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app.cli.narrowing import add_narrowing
from desktop_app.cli.words.command import PROFILES, add_command

STATUSES = (
    *("complete", "part-complete", "in-progress", "delayed", "not-started", "not-accepted", "embedded", "unknown"),
)


class _Fields(argparse.Action):
    """Like --help: no review is asked for, for what a field holds is the same in all."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[str] | None,
        option_string: str | None = None,
    ) -> None:
        from desktop_app.cli.printing import lines
        from desktop_app.services.recording_fields import KINDS, described

        if isinstance(values, str) and values not in KINDS:
            parser.error(f"“{values}” is not a kind that can be recorded. Kinds are: {', '.join(KINDS)}.")
        lines(described((values,) if isinstance(values, str) else KINDS))
        parser.exit()


def add_linking_commands(commands: object) -> None:
    link = add_command(
        commands, "link", "linking", "say how two events belong together, or that they do not", review=True
    )
    link.add_argument("events", metavar="EVENT", nargs=2, help="ref or uid of an event")
    link.add_argument("--as", dest="kind", choices=("duplicate", "contradicts", "corroborates"), default="duplicate")
    answers = link.add_mutually_exclusive_group()
    answers.add_argument("--refuse", action="store_true", help="they do not; remembered, so that it is not asked again")
    answers.add_argument("--later", action="store_true")
    answers.add_argument("--undo", action="store_true", help="as if nobody had answered: a joined event is two again")
    link.add_argument("--reason", default="")
    link.add_argument("--resolved", metavar="TEXT", help="what was found out about a contradiction")
    gap = add_command(commands, "gap", "linking", "say why a gap was, that it is none, or that it stands", review=True)
    gap.add_argument("--agency", default="", metavar="NAME", help="code or name; without it, nobody was in contact")
    gap.add_argument("--from", dest="start", required=True, metavar="DATE", help="any day of the gap")
    gap.add_argument("--explained", default="", metavar="TEXT", help="e.g. “family abroad”")
    gap.add_argument("--none", action="store_true", help="it is no gap; --explained then says why")


def add_analysis_commands(commands: object) -> None:
    knew = add_command(commands, "knew", "analysing", "say when an agency learned of an event, and how", review=True)
    knew.add_argument("event", metavar="EVENT", help="ref or uid of an event")
    knew.add_argument("--agency", required=True, metavar="NAME", help="code or name of the agency that learned of it")
    knew.add_argument("--when", required=True, metavar="DATE", help="as you would say it: “4 May 2024”, “early June”")
    knew.add_argument("--how", default="", metavar="TEXT")
    count = add_command(commands, "count", "analysing", "count other events from this one, by a name", review=True)
    count.add_argument("event", metavar="EVENT", help="ref or uid of an event")
    count.add_argument("--name", default="", metavar="TEXT", help="e.g. “the first referral”; without it, no more")
    episode = add_command(
        commands, "episode", "analysing", "make a key practice episode, or add events to one", review=True
    )
    episode.add_argument("events", metavar="EVENT", nargs="*", help="refs or uids of events")
    what = episode.add_mutually_exclusive_group(required=True)
    what.add_argument("--title", help="of a new episode")
    what.add_argument("--number", type=int, metavar="N", help="add to this one")
    episode.add_argument("--why", default=None, metavar="TEXT", help="why it mattered")
    episode.add_argument("--appraisal", default=None, metavar="TEXT")
    episode.add_argument("--factor", action="append", default=[], metavar="HEADING", help="a contributory factor")

    view = add_command(commands, "view", "viewing", "keep a way of looking at the chronology under a name", review=True)
    view.add_argument("name", metavar="NAME", help="a view of that name is replaced")
    view.add_argument("--delete", action="store_true", help="let the view go; events stay")
    columns = ("action", "source", "child_seen", "significance", "people", "kloes", "themes")
    view.add_argument("--column", action="append", default=[], choices=columns, metavar="KEY", help=", ".join(columns))
    add_narrowing(view, "what it shows")


def add_telling_commands(commands: object) -> None:
    tell = add_command(commands, "tell", "telling", "choose how much a reader is told", review=True)
    tell.add_argument("--reader", required=True, choices=PROFILES, metavar="PROFILE", help=", ".join(PROFILES))
    tell.add_argument("--about", required=True, metavar="WHAT", help="date, age, time, sex, family, or a register uid")
    tell.add_argument("--rung", required=True, metavar="RUNG", help="“list FILE ladders” gives them, finest first")
    explicit = add_command(
        commands, "explicit", "telling", "say that only the panel may read an account in full", review=True
    )
    explicit.add_argument("account", metavar="ACCOUNT", help="ref or uid of an event, or the key of a passage")
    explicit.add_argument("--abridged", metavar="WORDS", help="what other readers are given in its place")
    explicit.add_argument("--none", action="store_true", help="it holds nothing explicit after all")
    relate = add_command(commands, "relate", "telling", "say how two people belong together", review=True)
    relate.add_argument("people", metavar="UID", nargs=2, help="the first is the KIND of the second")
    kinds = ("parent", "step-parent", "grandparent", "sibling", "partner", "relative", "carer", "friend")
    relate.add_argument("--as", dest="kind", required=True, choices=kinds, metavar="KIND", help=", ".join(kinds))


def add_recording_commands(commands: object) -> None:
    record = add_command(commands, "record", "recording", "add or change records, one JSON object a line", review=True)
    record.add_argument("source", metavar="JSONL", nargs="?", default="-", help="each with its kind and fields")
    record.add_argument(
        "--fields", action=_Fields, nargs="?", metavar="KIND", help="say which fields KIND has, or every kind, and end"
    )
    kind = add_command(commands, "kind", "recording", "say which kind of review this is; adds its clocks", review=True)
    kind.add_argument("regime", metavar="KIND", help="e.g. rapid-review, lcspr, learning-review, sar, dardr, susr")
    kind.add_argument(
        "--from", dest="source", metavar="TOML", help="a partnership's own kinds, in place of those shipped"
    )
    action = add_command(commands, "action", "recording", "a dated change or update of an action", review=True)
    action.add_argument("number", type=int, metavar="N")
    action.add_argument("--status", choices=STATUSES, metavar="STATUS", help=", ".join(STATUSES))
    action.add_argument("--due", metavar="DATE", help="a new date; the one before is kept, with the reason")
    action.add_argument("--update", metavar="TEXT", help="what has happened, true on the day of --on")
    action.add_argument("--on", metavar="DATE", help="the day it was true; a change without one is of today")
    action.add_argument("--reason", default="")
    action.add_argument("--by", metavar="ROLE", default="")
