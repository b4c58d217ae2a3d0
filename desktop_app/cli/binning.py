"""`candour bin`: what was deleted; put back, or removed for good."""

from __future__ import annotations

import argparse

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, lines, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.services.bin import BinItem, bin_items, purge, restore_from_bin


def run(args: argparse.Namespace) -> int:
    with opened(args) as session:
        items = bin_items(session)
        if args.restore:
            restore_from_bin(session, _chosen(items, args.restore))
            say("Restored.")
        elif args.purge or args.purge_all:
            record = purge(session, items if args.purge_all else _chosen(items, args.purge))
            say(
                f"Removed for good: {record.count}. The ledger says so, without their content, in entry {record.entry}."
            )
            say(
                record.backups_trouble or f"Older backups on this computer that were removed: {record.backups_removed}."
            )
            say("Copies made elsewhere still hold them.")
            if args.json:
                document(
                    {"purged": record.count, "at": record.at.isoformat(), "anchor": f"{record.entry}:{record.mac}"}
                )
        else:
            lines(
                {
                    "uid": item.uid,
                    "kind": item.kind.__name__,
                    "words": item.words,
                    "deleted": item.deleted_at.isoformat() if item.deleted_at else None,
                }
                for item in items
            )
    return int(Exit.DONE)


def _chosen(items: tuple[BinItem, ...], uids: list[str]) -> list[BinItem]:
    """Raises UserError "not-in-bin"."""
    by_uid = {item.uid: item for item in items}
    if any(uid not in by_uid for uid in uids):
        raise UserError(
            "One of those is not in the bin.",
            safe="Nothing was changed.",
            do="“candour bin FILE” lists what is there.",
            code="not-in-bin",
            exit_code=Exit.USAGE,
        )
    return [by_uid[uid] for uid in uids]
