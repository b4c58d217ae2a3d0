"""Rebuild resources/formats/office_*.txt from the schemas that Word's and Excel's formats are checked by.

    .venv/bin/python packaging/build_format_words.py

Reads the schemas that `openxml-audit` (MIT, a tool of the tests) packages, and the addresses that `python-docx` (MIT)
keeps of them. Run by hand, only when one of the two is raised. The same sources give the same bytes.
"""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "resources" / "formats"
ELSEWHERE = re.compile(r"customui|emma|presentationml|powerpoint|bibliography", re.I)  # in no letter and no table
ADDRESS = re.compile(r'"((?:https?|urn|application)[:/][^"\s{}]+)"')
MANY_WORDS = re.compile(r"[a-z]+(?:[A-Z0-9][A-Za-z0-9]*)+")  # "decimalZero": one word alone might be somebody's name
# The package that the parts lie in (ECMA-376 part 2), its properties (Dublin Core), and the packet of XMP in pictures
# and PDF (ISO 16684-1): no schema among them.
MORE_NAMES = frozenset(
    [
        "Types",
        "Default",
        "Override",
        "Extension",
        "PartName",
        "ContentType",
        "Relationships",
        "Relationship",
        "Target",
        "TargetMode",
        "Id",
        "Type",
        "coreProperties",
        "category",
        "contentStatus",
        "created",
        "creator",
        "description",
        "identifier",
        "keywords",
        "language",
        "lastModifiedBy",
        "lastPrinted",
        "modified",
        "revision",
        "subject",
        "title",
        "version",
        "type",
        "xmpmeta",
        "xmptk",
        "RDF",
        "Description",
        "Bag",
        "Seq",
        "Alt",
        "li",
        "about",
        "parseType",
        "resource",
        "format",
        "CreateDate",
        "ModifyDate",
        "MetadataDate",
        "CreatorTool",
        "Producer",
        "Keywords",
        "PDFVersion",
        "part",
        "conformance",
        "rev",
        "DocumentID",
        "InstanceID",
    ]
)
MORE_ADDRESSES = frozenset(
    [
        "http://purl.org/dc/terms/",
        "http://purl.org/dc/elements/1.1/",
        "http://schemas.microsoft.com/office/word",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "http://schemas.openxmlformats.org/package/2006/content-types",
        "http://schemas.openxmlformats.org/package/2006/relationships",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://ns.adobe.com/xap/1.0/",
        "http://ns.adobe.com/xap/1.0/mm/",
        "http://ns.adobe.com/pdf/1.3/",
        "http://www.aiim.org/pdfua/ns/id/",
        "http://www.aiim.org/pdfa/ns/id/",
        "adobe:ns:meta/",
    ]
)


def schemas() -> Iterator[dict[str, Any]]:
    folder = Path(importlib.import_module("openxml_audit").__path__[0]) / "data" / "openxml" / "schemas"
    for path in sorted(folder.glob("*.json")):
        if not ELSEWHERE.search(path.name):
            yield json.loads(path.read_text("utf-8"))


def local(name: str) -> str:
    return name.rpartition("/")[2].rpartition(":")[2]


def addresses_in(module: str, *names: str) -> Iterator[str]:
    package = Path(importlib.import_module(module).__path__[0])
    for name in names:
        yield from ADDRESS.findall((package / name).read_text("utf-8").replace("'", '"'))


def write(name: str, what: str, words: set[str]) -> None:
    lines = [f"# {what}", "# Made by packaging/build_format_words.py from the schemas of openxml-audit (MIT).", ""]
    (OUT / f"{name}.txt").write_text("\n".join([*lines, *sorted(words - {""})]) + "\n", "utf-8")


def main() -> None:
    names, values, addresses = set(MORE_NAMES), set[str](), set(MORE_ADDRESSES)
    for schema in schemas():
        addresses.add(schema["TargetNamespace"])
        for kind in schema.get("Types", ()):
            names.add(local(kind["Name"]))
            names.update(local(attribute["QName"]) for attribute in kind.get("Attributes", ()))
        for each in schema.get("Enums", ()):
            values.update(facet["Value"] for facet in each["Facets"])
    addresses.update(addresses_in("openxml_audit", "namespaces.py"))
    addresses.update(addresses_in("docx", "opc/constants.py"))
    write("office_names", "Elements and attributes of Office Open XML (ECMA-376 and what Microsoft adds).", names)
    write("office_values", "Values that its schemas enumerate.", {v for v in values if MANY_WORDS.fullmatch(v)})
    write("office_addresses", "Its namespaces, and the types of its parts and of what relates them.", addresses)


if __name__ == "__main__":
    main()
