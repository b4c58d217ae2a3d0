"""The cells of a sheet, row by row: what each shows, and which elements of it that takes in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.xlsx_dates import ShownDays
from desktop_app.exporters.reader.xml import local


@dataclass(slots=True)
class Cells:
    """`strings`: the workbook's; `used`: which of them a cell shows; `taken`: the ids of elements that were read."""

    strings: list[str]
    days: ShownDays
    used: set[int] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)

    def row(self, row: Element, where: str, found: Found) -> str:
        """What its cells show, with tabs between them."""
        return "\t".join(self._cell(cell, where, found) for cell in row)

    def _cell(self, cell: Element, where: str, found: Found) -> str:
        """More values than one, which no program writes, are all read."""
        values: list[str] = []
        for child in cell:
            match local(child.tag):
                case "f":
                    found.worry("formula")
                    found.text(f"{where}, formula", child.text or "")
                    self.taken.add(id(child))
                case "v":
                    values.append(self._value(cell, child.text or "", found))
                    self.taken.add(id(child))
                case "is":
                    values.append(joined_string(child))
                    self.taken.update(id(node) for node in _letters(child))
                case _:
                    continue
        return " ".join(values)

    def _value(self, cell: Element, value: str, found: Found) -> str:
        if cell.get("t") == "s" and value.isdigit() and int(value) < len(self.strings):
            self.used.add(int(value))
            found.spend(len(self.strings[int(value)]))
            return self.strings[int(value)]
        return self.days.shown(value, cell.get("s", "")) if cell.get("t", "n") == "n" else value


def joined_string(item: Element) -> str:
    """Without the reading aids above the letters, which come by themselves."""
    return "".join(node.text or "" for node in _letters(item))


def reading_aids(root: Element) -> Iterator[Element]:
    """Of Japanese and Chinese, mostly."""
    return (element for element in root.iter() if local(element.tag) == "rPh")


def string_letters(root: Element) -> set[int]:
    """The ids of the elements that the strings of `root` are made of, reading aids too."""
    return {id(node) for node in root.iter() if local(node.tag) == "t"}


def _letters(item: Element) -> list[Element]:
    if len(item) == 1 and len(item[0]) == 0:
        return [item[0]] if local(item[0].tag) == "t" else []
    aids = {id(node) for aid in reading_aids(item) for node in aid.iter()}
    return [node for node in item.iter() if local(node.tag) == "t" and id(node) not in aids]
