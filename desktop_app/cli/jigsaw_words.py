"""The words of `candour jigsaw`."""

from __future__ import annotations

import argparse

_PROFILES = ("public", "partner", "family", "practitioner", "panel")
_SOURCES = ("court", "press", "partner", "social-media", "family", "other")


def add_jigsaw_words(jigsaw: argparse.ArgumentParser) -> None:
    jigsaw.add_argument("--profile", choices=_PROFILES, default="public", metavar="P", help="for whom; else the public")
    enters = jigsaw.add_mutually_exclusive_group()
    enters.add_argument(
        "--public-fact", metavar="WORDS", help="what anybody can know (--about, --source, --where, --on)"
    )
    enters.add_argument("--keep", metavar="UID", help="why the facts about this person stay (needs --reason)")
    enters.add_argument(
        "--figure",
        nargs=3,
        metavar=("KIND", "N", "M"),
        help="N of M people share this kind of fact (--about, --counts, and --where for its source)",
    )
    enters.add_argument(
        "--answer", metavar="QUESTION", help="what an intruder tried (--tried, --by, --found, --on-output)"
    )
    enters.add_argument("--remove", metavar="UID", help="take back what was entered")
    jigsaw.add_argument("--about", default="", metavar="UID", help="key or uid of a person")
    jigsaw.add_argument("--source", choices=_SOURCES, default="other", metavar="S", help=", ".join(_SOURCES))
    jigsaw.add_argument("--where", default="", metavar="W", help="e.g. “a newspaper, after the trial”")
    jigsaw.add_argument("--on", metavar="DATE", help="the day it was seen, or tried")
    jigsaw.add_argument("--reason", default="")
    jigsaw.add_argument(
        "--counts", default="", help="what a figure counts, e.g. “children of 10 to 17 in the district”"
    )
    jigsaw.add_argument(
        "--on-output", default="", metavar="UID", help="the output that was tried; else the whole review"
    )
    jigsaw.add_argument("--tried", default="")
    jigsaw.add_argument("--found", metavar="WHAT", help="what it leads to; else nothing was found")
    jigsaw.add_argument("--by", default="", metavar="ROLE")
