"""The file itself: header and database written together, and the database taken out again with its seal checked."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from desktop_app.common import durable
from desktop_app.storage import refusals
from desktop_app.storage.header import SIZE, Header, open_for_reading, pack, read_header_from
from desktop_app.storage.keyslots import subkey

_PIECE = 1 << 20


def write_container(
    target: Path,
    header: Header,
    data_key: bytes,
    database: Path,
    *,
    keep: Path | None = None,
    new: bool = False,
    ready: Callable[[], None] | None = None,
) -> Header:
    """Write a review from an encrypted `database`; returns the header as written, with its size and seal.

    Nobody writes `database` meanwhile. `keep` and `new` as in `durable.write_durably`; `ready` is called when all bytes
    are on the disk and only the replacing is left. Raises OSError; then `target` is as it was.
    """
    written = header

    def fill(file: BinaryIO) -> None:
        nonlocal written
        file.write(b"\0" * SIZE)
        with database.open("rb") as source:
            before = os.fstat(source.fileno())
            copy_bytes(source, file)
            after = os.fstat(source.fileno())
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
            raise RuntimeError("the database was written while it was copied")  # a seal would call it good
        size, seal = _flush_and_seal(file, data_key)
        written = replace(header, size=size, seal=seal)
        file.seek(0)
        file.write(pack(written, data_key))
        if ready is not None:
            file.flush()
            os.fsync(file.fileno())
            ready()

    durable.write_durably(target, fill, keep=keep, new=new)
    return written


def copy_sealed(source: Path, target: Path, data_key: bytes, *, new: bool = True) -> Header:
    """Copy a review durably, byte for byte, its seal checked on the way; returns its header.

    Raises UserError as `check_file`, FileExistsError, OSError; there is then nothing new at `target`.
    """
    with open_for_reading(source) as file:
        header = check_file(source, file, data_key)

        def fill(copy: BinaryIO) -> None:
            file.seek(0)
            copy.write(file.read(SIZE))
            _, seal = _pour(file, copy.write, data_key)
            _check_seal(source, header, seal)  # again: the bytes that were copied, not those that were looked at

        durable.write_durably(target, fill, new=new)
    return header


def take_out(file: BinaryIO, path: Path, header: Header, data_key: bytes, target: Path) -> None:
    """Copy the still encrypted database from an open review to `target`, mode 0600.

    Raises UserError "damaged" (cut short, too long, or not as sealed) before or after copying; `target` is then gone.
    """
    _check_length(file, path, header)
    target.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(target, durable.NEW_FILE, 0o600), "wb") as copy:
            _, seal = _pour(file, copy.write, data_key)
            copy.flush()
            os.fsync(copy.fileno())  # commits will rest on these pages
        _check_seal(path, header, seal)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def check_seal(file: BinaryIO, path: Path, header: Header, data_key: bytes) -> None:
    """Raises UserError "damaged" unless what follows the header is what was sealed at the last save."""
    _check_length(file, path, header)
    _, seal = _pour(file, lambda piece: len(piece), data_key)
    _check_seal(path, header, seal)


def check_file(path: Path, file: BinaryIO, data_key: bytes) -> Header:
    """Header and seal of an open review. Raises UserError "altered", "damaged" and those of `read_header`."""
    read = read_header_from(file, path)
    header = read.settled(data_key)
    if header is None:
        raise refusals.altered(path)
    check_seal(file, path, header, data_key)
    return header


def copy_bytes(source: BinaryIO, target: BinaryIO) -> None:
    """From where `source` stands to its end."""
    while piece := source.read(_PIECE):
        target.write(piece)


def _check_length(file: BinaryIO, path: Path, header: Header) -> None:
    """Before anything is copied: a huge sparse file or one that is cut short costs nothing."""
    there, meant = os.fstat(file.fileno()).st_size, SIZE + header.size
    if there < meant:
        raise refusals.damaged(path, f"it is cut short, {there} of {meant} bytes are there")
    if there > meant:
        raise refusals.damaged(path, "something was added at its end")
    file.seek(SIZE)


def _check_seal(path: Path, header: Header, seal: str) -> None:
    if seal != header.seal:
        raise refusals.damaged(path, "its content is not what was last saved")


def _flush_and_seal(file: BinaryIO, data_key: bytes) -> tuple[int, str]:
    """Size and seal of what was written behind the header, read back; flushed meanwhile, for both take long."""
    file.flush()
    with ThreadPoolExecutor(1) as beside:
        flushed = beside.submit(os.fsync, file.fileno())
        file.seek(SIZE)
        size, seal = _pour(file, lambda piece: len(piece), data_key)
        flushed.result()
    return size, seal


def _pour(source: BinaryIO, sink: Callable[[bytes], int], data_key: bytes) -> tuple[int, str]:
    """Bytes poured, and their keyed BLAKE2b as 64 hexadecimal digits."""
    hasher, size = hashlib.blake2b(key=subkey(data_key, "seal"), digest_size=32), 0
    while piece := source.read(_PIECE):
        hasher.update(piece)
        sink(piece)
        size += len(piece)
    return size, hasher.hexdigest()
