"""What reviews on this computer have published, and the dataset made of it."""

from __future__ import annotations

from desktop_app.cli.words.command import add_command


def add_learning_commands(commands: object) -> None:
    memory = add_command(
        commands, "memory", "remembering", "what reviews on this computer have published: add, list, forget"
    )
    does = memory.add_subparsers(dest="does", metavar="add | list | forget", required=True, parser_class=type(memory))
    add_command(does, "add", "remembering", "remember the published findings and recommendations of FILE", review=True)
    add_command(does, "list", "remembering", "list what is remembered")
    forget = add_command(does, "forget", "remembering", "take a review out of the memory")
    forget.add_argument("remembered", metavar="REVIEW", help="its id, or how it begins, as “memory list” gives it")
    said = add_command(
        commands, "said-before", "remembering", "what other reviews published in words like these", review=True
    )
    which = said.add_mutually_exclusive_group()
    which.add_argument("--recommendation", type=int, metavar="N")
    which.add_argument("--finding", type=int, metavar="N", help="without a number: all findings and recommendations")
    dataset = add_command(
        commands, "dataset", "dataset", "write what is remembered as an open dataset: JSON Lines and SQLite"
    )
    dataset.add_argument("--to", required=True, metavar="DIR", help="a folder; made if it is not there")
