"""ReportLab's objects and the structure tree as the bytes of a file, small objects packed together.

ReportLab's own way writes every object by itself and keeps it with three names for it until the end. For a long
chronology, whose structure tree is a hundred thousand small objects, such a file is three times the size, and packing
it afterwards takes twice the memory.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import format as formatted

from desktop_app.exporters.pdf.structure import Late, Tree

_TOGETHER = 200  # objects in one stream
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# How the index says where an object is (ISO 32000-1, 7.5.8): from which byte on, or the how-manyth of which stream.
_FREE, _IN_FILE, _IN_STREAM = 0, 1, 2


def write_file(document: Any, tree: Tree) -> bytes:
    """In place of ReportLab's `PDFDocument.format`. The same objects give the same bytes."""
    document.encrypt.prepare(document)
    document.Reference(document.Catalog)
    document.Reference(document.info)
    file = _File()
    late: list[tuple[int, Late]] = []
    number = 1
    while number in document.numberToId:  # there may be more of them for every one that is written
        held = document.idToObject[document.numberToId[number]]
        if isinstance(held, Late):
            late.append((number, held))
        else:
            file.add(number, formatted(held, document, toplevel=1))
        number += 1
    number = tree.number_from(number)
    for at, held in late:
        file.add(at, held.format(document))
    for at, said in tree.written():
        file.add(at, said)
    numbers = document.idToObjectNumberAndVersion
    root, info = (numbers[each.__InternalName__][0] for each in (document.Catalog, document.info))
    return file.closed(number, f"/Root {root} 0 R/Info {info} 0 R")


class _File:
    def __init__(self) -> None:
        self._out = [_HEADER]
        self._length = len(_HEADER)
        self._places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
        self._small: list[tuple[int, bytes]] = []
        self._packed: list[tuple[list[int], bytes]] = []  # (numbers of the objects in it, a stream of them)

    def add(self, number: int, said: bytes) -> None:
        """An object: at once when it is a stream, else with others like it."""
        if said.rstrip().endswith(b"endstream"):
            self._write(number, said.rstrip())
            return
        self._small.append((number, said.strip()))
        if len(self._small) == _TOGETHER:
            self._pack()

    def closed(self, number: int, trailer: str) -> bytes:
        """The whole file; `number` is the first that no object has."""
        self._pack()
        for at, (members, stream) in enumerate(self._packed, number):
            self._write(at, stream)
            for place, member in enumerate(members):
                self._places[member] = _IN_STREAM, at, place
        index = number + len(self._packed)
        self._places[index] = _IN_FILE, self._length, 0
        rows = b"".join(bytes((kind,)) + a.to_bytes(4, "big") + b.to_bytes(2, "big") for kind, a, b in self._in_order())
        print_of = hashlib.sha256(b"".join(self._out) + rows).hexdigest()[:32]
        start = self._length
        told = f"/Type/XRef/Size {index + 1}/W[1 4 2]{trailer}/ID[<{print_of}><{print_of}>]"
        self._write(index, _stream(told, rows))
        self._out.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._out)

    def _in_order(self) -> Iterator[tuple[int, int, int]]:
        return (self._places[number] for number in range(len(self._places)))

    def _write(self, number: int, said: bytes) -> None:
        self._places[number] = _IN_FILE, self._length, 0
        whole = b"%d 0 obj\n%b\nendobj\n" % (number, said)
        self._out.append(whole)
        self._length += len(whole)

    def _pack(self) -> None:
        if not self._small:
            return
        heads: list[str] = []
        length = 0
        for number, said in self._small:
            heads.append(f"{number} {length}")
            length += len(said) + 1
        head = (" ".join(heads) + "\n").encode("ascii")
        told = f"/Type/ObjStm/N {len(self._small)}/First {len(head)}"
        body = head + b"".join(said + b"\n" for _, said in self._small)
        self._packed.append(([number for number, _ in self._small], _stream(told, body)))
        self._small = []


def _stream(told: str, data: bytes) -> bytes:
    packed = zlib.compress(data, 9)
    head = f"<<{told}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode("ascii")
    return head + packed + b"\nendstream"
