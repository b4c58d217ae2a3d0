"""A template taken apart: refused for what could run, reach out or hide; rid of what tells who made it."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from lxml import etree

from desktop_app.exporters.container import packed
from desktop_app.exporters.house.cleaned import LARGEST_FILE, Cleaned
from desktop_app.exporters.house.language import check_marks
from desktop_app.exporters.house.pictures import plain_picture
from desktop_app.exporters.house.refusals import asks_for, holds, not_a_template, too_large

_LARGEST_WHOLE = 32 * 2**20  # bytes unpacked
_LARGEST_WRITTEN = 2**20  # bytes of a part with words in it
_MOST_MEMBERS = 300
_WRITTEN = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RUNS = re.compile(r"vbaProject|vbaData|macro|activeX|embeddings/|oleObject|\.bin$|afchunk|externalLink", re.I)
_DROPPED = re.compile(
    r"/(customXml|thumbnail|custom-properties|extended-properties|core-properties|people|comments\w*|glossaryDocument"
    r"|printerSettings|webSettings|keyMapCustomizations|attachedToolbars)$"
)
_CHANGES = {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "commentReference", "commentRangeStart"}
_OBJECTS = {"object", "control", "altChunk", "subDoc", "sdt", "ffData", "dataBinding", "pict"}
_FIELDS_KEPT = {"PAGE", "NUMPAGES", "SECTIONPAGES", "TOC", "STYLEREF"}
_SETTINGS_DROPPED = {
    *("rsids", "docVars", "mailMerge", "attachedTemplate", "docId", "writeProtection", "documentProtection"),
}
_RSID = re.compile(rb'\s(?:w:rsid\w*|w14:paraId|w14:textId)="[^"]*"')


def clean(data: bytes) -> Cleaned:
    """Raises UserError template-unreadable, template-too-large or template-refused."""
    members = _unpacked(data)
    if _MAIN not in members.get("[Content_Types].xml", b""):
        raise not_a_template() if not any(_RUNS.search(name) for name in members) else _macros()
    pictures: set[str] = set()
    for name, content in list(members.items()):
        if _RUNS.search(name):
            raise _macros()
        if name.startswith("word/media/"):
            members[name] = plain_picture(content)
            pictures.add(hashlib.sha256(members[name]).hexdigest())
        elif name.endswith((".xml", ".rels")):
            members[name] = _checked(name, content)
    return Cleaned(packed(members), frozenset(pictures))


def _macros() -> Exception:
    return holds("a macro or another program", "Save it as .docx without macros, and without embedded objects.")


def _unpacked(data: bytes) -> dict[str, bytes]:
    if len(data) > LARGEST_FILE:
        raise too_large()
    members: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > _MOST_MEMBERS or sum(info.file_size for info in infos) > _LARGEST_WHOLE:
                raise too_large()
            for info in infos:
                if info.flag_bits & 1 or info.filename in members:
                    raise not_a_template()
                with archive.open(info) as member:
                    members[info.filename] = member.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise not_a_template() from error
    return members


def _checked(name: str, content: bytes) -> bytes:
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise not_a_template() from error
    if name.endswith(".rels"):
        return _relations(content)
    if _WRITTEN.fullmatch(name):
        if len(content) > _LARGEST_WRITTEN:
            raise too_large()
        _check_written(root)
        return _RSID.sub(b"", content)
    return _settings(content) if name == "word/settings.xml" else content


def _relations(content: bytes) -> bytes:
    root = etree.fromstring(content, _parser())
    for relation in list(root):
        if relation.get("TargetMode") == "External":
            raise holds(
                "a link to somewhere outside itself",
                "Remove hyperlinks, linked pictures and the attached template; an address may stand there as words.",
            )
        if _DROPPED.search(relation.get("Type", "")):
            root.remove(relation)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _settings(content: bytes) -> bytes:
    root = etree.fromstring(content, _parser())
    for element in list(root):
        if isinstance(element.tag, str) and etree.QName(element).localname in _SETTINGS_DROPPED:
            root.remove(element)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _check_written(root: Element) -> None:
    text: list[str] = []
    for element in root.iter():
        local = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if local in _CHANGES:
            raise holds("tracked changes or comments", "Accept the changes, delete the comments and save it again.")
        if local in _OBJECTS:
            raise holds("an embedded object or a form field", "Use plain paragraphs, tables and pictures only.")
        code = element.text or "" if local == "instrText" else ""
        if local == "fldSimple":
            code = next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == "instr"), "")
        if code.strip() and code.split()[0].upper() not in _FIELDS_KEPT:
            raise holds("a field that fetches something", "Keep page numbers and contents; type the rest as words.")
        if any(mark in value for value in element.attrib.values() for mark in ("{{", "{%", "{#")):
            raise asks_for("a field where no words are printed")
        text.append(element.text or "")
        text.append(element.tail or "")
    check_marks("".join(text))
