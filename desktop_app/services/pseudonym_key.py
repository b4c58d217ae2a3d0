"""The pseudonym key: who stands behind each name that outputs print. The one file that Candour writes with names in it.

It is no kind of output and made with none: it has to be asked for by itself and said to be restricted, it is encrypted
or not written, and the ledger keeps that it was made.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop_app.common.document import Block, Cell, Dates, Document, Heading, Paragraph, Table, Text
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import NoProgress, Progress
from desktop_app.domain.people import RegisterEntry
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exporters.deliver import deliver
from desktop_app.services.compose.parts import cell
from desktop_app.services.compose.wording import fixed
from desktop_app.services.export_target import check_target
from desktop_app.services.passphrases import passphrase_strength
from desktop_app.services.session import Session

_SECTION = "pseudonym-key"
_SAFE = "Nothing was written."
_NAME = "The pseudonym key"


def write_pseudonym_key(
    session: Session, target: Path, passphrase: str, *, restricted: bool, progress: Progress | None = None
) -> str:
    """The SHA-256 of the encrypted PDF at `target`.

    Raises UserError restricted (nobody said that it is), passphrase-weak, nothing-to-write, format-not-offered, and
    what `deliver` raises.
    """
    check_target(session.path, _NAME, ("pdf",), target.suffix.lower().lstrip(".") or "none", target)
    if not restricted:
        raise UserError(
            "The pseudonym key holds every real name. Whoever has it can undo all that was anonymised.",
            safe=_SAFE,
            do="Say that you know this with --restricted, and keep the file apart from every output.",
            code="restricted",
            exit_code=Exit.USAGE,
        )
    if passphrase_strength(passphrase)[0] != "strong":
        raise UserError(
            "That passphrase could be guessed: the key is worth the whole review to whoever finds it.",
            safe=_SAFE,
            do="Choose four or five unrelated words, and not those of the review.",
            code="passphrase-weak",
            exit_code=Exit.USAGE,
        )
    snapshot = session.snapshot
    if not snapshot.register:
        raise UserError(
            "Nobody is in the register yet.",
            safe=_SAFE,
            do="Add people and bodies first.",
            code="nothing-to-write",
            exit_code=Exit.LOOK,
        )
    data = _made(snapshot, passphrase, progress or NoProgress())
    deliver(data, target)
    session.log("pseudonym-key-made")
    return hashlib.sha256(data).hexdigest()


def _made(snapshot: Snapshot, passphrase: str, progress: Progress) -> bytes:
    from desktop_app.exporters.pdf.build import build_pdf
    from desktop_app.exporters.pdf.sealed import opens_with, sealed

    data = sealed(build_pdf(key_document(snapshot), "", progress), passphrase)
    if not opens_with(data, passphrase):
        raise ValueError("the sealed file does not open")
    return data


def key_document(snapshot: Snapshot) -> Document:
    """Real names. Never for an exporter of outputs, nor for a preview."""
    people = [entry for entry in snapshot.register if entry.kind in ("person", "practitioner")]
    others = [entry for entry in snapshot.register if entry not in people and entry.pseudonym]
    blocks: list[Block] = [Paragraph(fixed(_SECTION, "warning"), style="lead")]
    for key, entries in (("people", people), ("bodies", others)):
        if entries:
            blocks += [Heading(fixed(_SECTION, key)), _table(entries)]
    return Document(
        kind=_SECTION,
        title=fixed(_SECTION, "title"),
        subtitle=_plain(snapshot.review.reference),
        header=fixed(_SECTION, "marking"),
        footer=fixed(_SECTION, "marking"),
        blocks=tuple(blocks),
        landscape=True,
    )


def _table(entries: list[RegisterEntry]) -> Table:
    columns = ("name", "aliases", "printed", "descriptor", "role")
    rows: list[tuple[Cell, ...]] = [
        tuple(
            cell(_plain(said))
            for said in (entry.name, "; ".join(entry.aliases), entry.pseudonym, entry.descriptor, entry.role)
        )
        for entry in entries
    ]
    return Table(tuple(fixed(_SECTION, column) for column in columns), tuple(rows), (2.2, 2.6, 1.8, 2.0, 1.6))


def _plain(words: str) -> Text:
    return Text(words, Dates.FIXED)
