"""Sixty leaks in every place a Word or Excel file has for one: each is found, and the file is refused.

Each carrier takes its turn with a few of the leaks, and each leak with a few carriers; all with all under `-m long`.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

import pikepdf
import pytest

Members = dict[str, bytes]
Stopped = Callable[..., list[str]]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY, SHEET = "word/document.xml", "xl/worksheets/sheet2.xml"


def part(name: str, template: str) -> Callable[[Members, str], None]:
    """A new part; {t} is the leak as text, {a} as an attribute in quotation marks."""

    def plant(members: Members, leak: str) -> None:
        members[name] = template.replace("{t}", escape(leak)).replace("{a}", quoteattr(leak)).encode()

    return plant


def within(name: str, before: str, template: str) -> Callable[[Members, str], None]:
    """More XML in a part that is there, in front of `before`."""

    def plant(members: Members, leak: str) -> None:
        more = template.replace("{t}", escape(leak)).replace("{a}", quoteattr(leak))
        assert before.encode() in members[name]
        members[name] = members[name].replace(before.encode(), more.encode() + before.encode(), 1)

    return plant


def body(template: str) -> Callable[[Members, str], None]:
    return within(BODY, "<w:sectPr>", template)


def raw(name: str, made: Callable[[str], bytes]) -> Callable[[Members, str], None]:
    return lambda members, leak: members.__setitem__(name, made(leak))


def split_runs(members: Members, leak: str) -> None:
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(c)}</w:t></w:r>' for c in leak)
    body(f"<w:p>{runs}</w:p>")(members, leak)


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def png(*chunks: bytes) -> bytes:
    head = chunk(b"IHDR", (1).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def zipped(name: str, data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def portable(leak: str) -> bytes:
    inner, out = pikepdf.Pdf.new(), BytesIO()
    inner.docinfo["/Title"] = leak
    inner.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def exif(leak: str) -> bytes:
    return b"\xff\xd8\xff\xe1\x00\x00Exif\x00\x00MM\x00*" + leak.encode() + b"\x00\xff\xd9"


def compressed(leak: str) -> bytes:
    return png(chunk(b"iTXt", b"Author\x00\x01\x00\x00\x00" + zlib.compress(leak.encode())))


WORD: dict[str, Callable[[Members, str], None]] = {
    "text": body("<w:p><w:r><w:t>{t}</w:t></w:r></w:p>"),
    "a run a letter": split_runs,
    "deleted": body('<w:p><w:del w:author="a"><w:r><w:delText>{t}</w:delText></w:r></w:del></w:p>'),
    "inserted": body('<w:p><w:ins w:author="a"><w:r><w:t>{t}</w:t></w:r></w:ins></w:p>'),
    "moved": body('<w:p><w:moveFrom w:author="a"><w:r><w:t>{t}</w:t></w:r></w:moveFrom></w:p>'),
    "author of a change": body("<w:p><w:ins w:author={a}><w:r><w:t>x</w:t></w:r></w:ins></w:p>"),
    "vanished": body("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{t}</w:t></w:r></w:p>"),
    "white": body('<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>{t}</w:t></w:r></w:p>'),
    "field code": body("<w:p><w:r><w:instrText>AUTHOR {t}</w:instrText></w:r></w:p>"),
    "simple field": body("<w:p><w:fldSimple w:instr={a}/></w:p>"),
    "form field": body("<w:p><w:r><w:fldChar><w:ffData><w:default w:val={a}/></w:ffData></w:fldChar></w:r></w:p>"),
    "bookmark": body('<w:p><w:bookmarkStart w:id="1" w:name={a}/></w:p>'),
    "content control": body("<w:sdt><w:sdtPr><w:alias w:val={a}/></w:sdtPr><w:sdtContent/></w:sdt>"),
    "placeholder": body("<w:sdt><w:sdtPr><w:tag w:val={a}/></w:sdtPr><w:sdtContent/></w:sdt>"),
    "alternative text": body(
        '<w:p><w:r><w:drawing><x:docPr xmlns:x="urn:x" id="1" name="p" descr={a}/></w:drawing></w:r></w:p>'
    ),
    "name of a shape": body('<w:p><w:r><w:drawing><x:docPr xmlns:x="urn:x" id="1" name={a}/></w:drawing></w:r></w:p>'),
    "text box": body(
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{t}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    ),
    "smart tag": body(
        '<w:p><w:smartTag><w:smartTagPr><w:attr w:name="n" w:val={a}/></w:smartTagPr></w:smartTag></w:p>'
    ),
    "ruby": body("<w:p><w:r><w:ruby><w:rt><w:r><w:t>{t}</w:t></w:r></w:rt></w:ruby></w:r></w:p>"),
    "table caption": body("<w:tbl><w:tblPr><w:tblCaption w:val={a}/></w:tblPr></w:tbl>"),
    "xml comment": body("<!--{t}-->"),
    "footnote": part("word/footnotes.xml", f"<w:footnotes {W}><w:p><w:r><w:t>{{t}}</w:t></w:r></w:p></w:footnotes>"),
    "endnote": part("word/endnotes.xml", f"<w:endnotes {W}><w:p><w:r><w:t>{{t}}</w:t></w:r></w:p></w:endnotes>"),
    "header": part("word/header9.xml", f"<w:hdr {W}><w:p><w:r><w:t>{{t}}</w:t></w:r></w:p></w:hdr>"),
    "footer": part("word/footer9.xml", f"<w:ftr {W}><w:p><w:r><w:t>{{t}}</w:t></w:r></w:p></w:ftr>"),
    "comment": part("word/comments.xml", f"<w:comments {W}><w:p><w:r><w:t>{{t}}</w:t></w:r></w:p></w:comments>"),
    "comment's author": part("word/comments.xml", f"<w:comments {W}><w:comment w:author={{a}}/></w:comments>"),
    "comment's initials": part("word/comments.xml", f"<w:comments {W}><w:comment w:initials={{a}}/></w:comments>"),
    "people": part("word/people.xml", f"<w:people {W}><w:person w:author={{a}}/></w:people>"),
    "building blocks": part("word/glossary/document.xml", f"<w:g {W}><w:p><w:r><w:t>{{t}}</w:t></w:r></w:p></w:g>"),
    "name of a building block": part(
        "word/glossary/document.xml", f"<w:g {W}><w:docPartPr><w:name w:val={{a}}/></w:docPartPr></w:g>"
    ),
    "document variable": part(
        "word/settings.xml", f'<w:settings {W}><w:docVars><w:docVar w:name="x" w:val={{a}}/></w:docVars></w:settings>'
    ),
    "mail merge": part(
        "word/settings.xml", f"<w:settings {W}><w:mailMerge><w:query w:val={{a}}/></w:mailMerge></w:settings>"
    ),
    "template's path": part(
        "word/_rels/settings.xml.rels",
        '<Relationships><Relationship Id="r1" Type="t" Target={a} TargetMode="External"/></Relationships>',
    ),
    "link": part(
        "word/_rels/footer1.xml.rels",
        '<Relationships><Relationship Id="r1" Type="t" Target={a} TargetMode="External"/></Relationships>',
    ),
    "style": part("word/stylesWithEffects.xml", f"<w:styles {W}><w:style><w:name w:val={{a}}/></w:style></w:styles>"),
    "list text": part("word/numbering.xml", f"<w:numbering {W}><w:lvl><w:lvlText w:val={{a}}/></w:lvl></w:numbering>"),
    "face": part("word/fontTable.xml", f"<w:fonts {W}><w:font w:name={{a}}/></w:fonts>"),
    "theme": part("word/theme/theme9.xml", "<a:theme xmlns:a='urn:a' name={a}/>"),
    "chart": part(
        "word/charts/chart1.xml",
        "<c:chart xmlns:c='urn:c'><c:strCache><c:pt><c:v>{t}</c:v></c:pt></c:strCache></c:chart>",
    ),
    "diagram": part("word/diagrams/data1.xml", "<d:m xmlns:d='urn:d'><d:t>{t}</d:t></d:m>"),
    "core property": part(
        "docProps/core.xml", '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject>{t}</dc:subject></p>'
    ),
    "keywords": part("docProps/core.xml", "<p><keywords>{t}</keywords></p>"),
    "company": part("docProps/app.xml", "<Properties><Company>{t}</Company></Properties>"),
    "headings in app.xml": part(
        "docProps/app.xml", "<Properties><TitlesOfParts><v><lpstr>{t}</lpstr></v></TitlesOfParts></Properties>"
    ),
    "custom property": part("docProps/custom.xml", '<Properties><property name="x"><v>{t}</v></property></Properties>'),
    "name of a property": part(
        "docProps/custom.xml", "<Properties><property name={a}><v>x</v></property></Properties>"
    ),
    "custom xml": part("customXml/item1.xml", "<a><b>{t}</b></a>"),
    "signature": part("_xmlsignatures/sig1.xml", "<Signature><SignatureComments>{t}</SignatureComments></Signature>"),
    "drawing in vectors": part(
        "word/media/image3.svg", "<svg xmlns='http://www.w3.org/2000/svg'><text>{t}</text></svg>"
    ),
    "camera data": raw("word/media/image1.jpeg", exif),
    "camera data in UTF-16": raw("word/media/image1.jpeg", lambda w: b"\xff\xd8\xff\xe1" + w.encode("utf-16-le")),
    "text of a picture": raw("word/media/image2.png", lambda w: png(chunk(b"tEXt", b"Author\x00" + w.encode()))),
    "compressed text of a picture": raw("word/media/image2.png", compressed),
    "thumbnail": raw("docProps/thumbnail.jpeg", exif),
    "embedded object": raw("word/embeddings/oleObject1.bin", lambda w: b"\xd0\xcf\x11\xe0" + w.encode("utf-16-le")),
    "file in an object": raw(
        "word/embeddings/oleObject1.bin", lambda w: b"\xd0\xcf\x11\xe0" + zipped("a.txt", w.encode())
    ),
    "document inside": raw("word/embeddings/a.docx", lambda w: zipped("word/a.xml", f"<a>{escape(w)}</a>".encode())),
    "PDF inside": raw("word/embeddings/oleObject2.bin", portable),
    "macro": raw("word/vbaProject.bin", lambda w: b"Attribute VB_Name = " + w.encode()),
    "printer": raw("word/printerSettings1.bin", lambda w: w.encode("utf-16-le")),
    "name of a part": lambda members, leak: members.__setitem__(f"word/{leak.replace('/', '-')}.xml", b"<a/>"),
}
BOOK: dict[str, Callable[[Members, str], None]] = {
    "cell": within(SHEET, "</sheetData>", '<row r="99"><c r="A99" t="inlineStr"><is><t>{t}</t></is></c></row>'),
    "cell in runs": within(
        SHEET, "</sheetData>", '<row r="99"><c r="A99" t="inlineStr"><is><r><t>{t}</t></r></is></c></row>'
    ),
    "formula": within(SHEET, "</sheetData>", '<row r="99"><c r="A99"><f>"{t}"</f></c></row>'),
    "value of a formula": within(SHEET, "</sheetData>", '<row r="99"><c r="A99" t="str"><f>1</f><v>{t}</v></c></row>'),
    "hidden row": within(SHEET, "</sheetData>", '<row r="99" hidden="1"><c r="A99" t="str"><v>{t}</v></c></row>'),
    "page head": within(SHEET, "</oddHeader>", " {t} "),
    "validation": within(SHEET, "</worksheet>", "<dataValidations><dataValidation prompt={a}/></dataValidations>"),
    "validation list": within(
        SHEET,
        "</worksheet>",
        "<dataValidations><dataValidation><formula1>{t}</formula1></dataValidation></dataValidations>",
    ),
    "conditional format": within(
        SHEET, "</worksheet>", "<conditionalFormatting><cfRule><formula>{t}</formula></cfRule></conditionalFormatting>"
    ),
    "scenario": within(SHEET, "</worksheet>", "<scenarios><scenario name={a}/></scenarios>"),
    "filter": within(SHEET, "</worksheet>", "<autoFilter><filters><filter val={a}/></filters></autoFilter>"),
    "tip of a link": within(SHEET, "</worksheet>", '<hyperlinks><hyperlink ref="A1" tooltip={a}/></hyperlinks>'),
    "unused string": within("xl/sharedStrings.xml", "</sst>", "<si><t>{t}</t></si>"),
    "phonetic string": within("xl/sharedStrings.xml", "</sst>", "<si><rPh><t>{t}</t></rPh></si>"),
    "sheet's name": within("xl/workbook.xml", "</sheets>", '<sheet name={a} sheetId="9" state="veryHidden"/>'),
    "defined name": within("xl/workbook.xml", "</definedNames>", '<definedName name="x">"{t}"</definedName>'),
    "custom view": within(
        "xl/workbook.xml", "</workbook>", "<customWorkbookViews><customWorkbookView name={a}/></customWorkbookViews>"
    ),
    "path": within("xl/workbook.xml", "</workbook>", "<absPath url={a}/>"),
    "cell style": within("xl/styles.xml", "</cellStyles>", "<cellStyle name={a}/>"),
    "number format": within("xl/styles.xml", "</cellStyles>", "<numFmt formatCode={a}/>"),
    "comment": part("xl/comments1.xml", "<comments><text><t>{t}</t></text></comments>"),
    "comment's author": part("xl/comments1.xml", "<comments><author>{t}</author></comments>"),
    "thread": part("xl/threadedComments/threadedComment1.xml", "<T><text>{t}</text></T>"),
    "person": part("xl/persons/person.xml", "<p><person displayName={a}/></p>"),
    "link's cache": part("xl/externalLinks/externalLink1.xml", "<e><v>{t}</v></e>"),
    "connection": part("xl/connections.xml", "<c><connection name={a}/></c>"),
    "query": part("xl/queryTables/queryTable1.xml", "<q name={a}/>"),
    "pivot cache": part("xl/pivotCache/pivotCacheRecords1.xml", "<p><s v={a}/></p>"),
    "table": part("xl/tables/table1.xml", "<t displayName={a}/>"),
    "revision": part("xl/revisions/revisionLog1.xml", "<r><oc><is><t>{t}</t></is></oc></r>"),
    "reviewer": part("xl/revisions/userNames.xml", "<u><userInfo name={a}/></u>"),
    "drawing": part("xl/drawings/drawing1.xml", "<d><cNvPr descr={a}/></d>"),
    "old drawing": part("xl/drawings/vmlDrawing1.vml", "<xml><v>{t}</v></xml>"),
    "chart": part("xl/charts/chart1.xml", "<c><pt><v>{t}</v></pt></c>"),
    "custom property": part("docProps/custom.xml", '<Properties><property name="x"><v>{t}</v></property></Properties>'),
    "printer": raw("xl/printerSettings/printerSettings1.bin", lambda w: w.encode("utf-16-le")),
    "picture": raw("xl/media/image1.png", compressed),
}
CARRIERS = [*(("docx", name) for name in WORD), *(("xlsx", name) for name in BOOK)]


def planted(clean: dict[str, bytes], format_: str, carrier: str, leak: str) -> bytes:
    with zipfile.ZipFile(BytesIO(clean[format_])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    (WORD if format_ == "docx" else BOOK)[carrier](members, leak)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("format_", ["docx", "xlsx"])
def test_the_file_itself_may_leave(clean: dict[str, bytes], stopped: Stopped, format_: str) -> None:
    assert stopped(clean[format_], f"out.{format_}") == []


def test_there_are_enough_of_both(leaks: tuple[str, ...]) -> None:
    assert len(set(leaks)) >= 60
    assert min(len(WORD), len(BOOK)) >= 25


@pytest.mark.parametrize("at", range(len(CARRIERS)), ids=[" ".join(c) for c in CARRIERS])
def test_each_carrier(clean: dict[str, bytes], stopped: Stopped, leaks: tuple[str, ...], at: int) -> None:
    format_, carrier = CARRIERS[at]
    for leak in [leaks[0], *(leaks[(at * 3 + turn) % len(leaks)] for turn in range(3))]:
        assert stopped(planted(clean, format_, carrier, leak), f"out.{format_}", leak), leak


@pytest.mark.long
@pytest.mark.parametrize(("format_", "carrier"), CARRIERS)
def test_every_leak_in_every_carrier(
    clean: dict[str, bytes], stopped: Stopped, leaks: tuple[str, ...], format_: str, carrier: str
) -> None:
    missed = [leak for leak in leaks if not stopped(planted(clean, format_, carrier, leak), f"out.{format_}", leak)]
    assert missed == []
