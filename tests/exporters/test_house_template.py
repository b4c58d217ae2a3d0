"""A partnership’s own Word template is filled as laid out; nothing in a hostile one runs, reaches out or stays."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from PIL import Image

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Bullets, Cell, Document, Heading, Paragraph, Quote, Table, Text
from desktop_app.common.errors import UserError
from desktop_app.exporters.house.cleaned import Cleaned
from desktop_app.exporters.house.cleaning import clean
from desktop_app.exporters.house.filling import filled
from desktop_app.exporters.house.form import apart
from desktop_app.exporters.house.starter import starter
from desktop_app.exporters.reader import read_bytes

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MARKUP = Text("Tŷ <b> & {{ title }} {% for x in y %}")
_DOCUMENT = Document(
    "briefing",
    Text("Learning review: Rowan"),
    Text("Briefing paper"),
    Text("Eastmarch Safeguarding Children Partnership"),
    Text("Draft"),
    (
        Paragraph(Text("Before anything.")),
        Heading(Text("Background")),
        Paragraph(_MARKUP),
        Bullets((Text("one"), Text("two"))),
        Heading(Text("Next steps")),
        Table((Text("No"), Text("Action")), ((Cell((Text("1"),)), Cell((_MARKUP, Text("second")))),), (1.0, 4.0)),
        Quote(Text("Said."), Text("Chair")),
    ),
)


def _template(*paragraphs: str, change: Callable[[Any], None] | None = None) -> bytes:
    word = docx.Document()
    word.core_properties.author = "Jane Bloggs"
    word.core_properties.comments = "{{ ''.__class__ }}"
    word.sections[0].footer.paragraphs[0].text = "Civic Hall"
    for words in paragraphs:
        word.add_paragraph(words)
    if change is not None:
        change(word)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _words(data: bytes) -> list[str]:
    word = docx.Document(BytesIO(data))
    said = [p.text for p in word.paragraphs]
    return said + [cell.text for table in word.tables for row in table.rows for cell in row.cells]


def _fill(template: bytes) -> bytes:
    return filled(_DOCUMENT, clean(template), "Version 1")


def test_fields_stand_where_the_template_puts_them_and_content_is_never_read_as_a_template() -> None:
    house = _template(
        "{{ partnership|upper }}: {{ title }}",
        *("{%p for part in sections %}", "# {{ part.heading }}", "{{p part.body }}", "{%p endfor %}"),
        "{% if marking %}{{ marking }}, {{ ledger }}{% endif %}",
    )
    said = [words for words in _words(_fill(house)) if words]
    assert said == [
        "EASTMARCH SAFEGUARDING CHILDREN PARTNERSHIP: Learning review: Rowan",
        *("# ", "Before anything.", "# Background", _MARKUP.words, "one", "two", "# Next steps", "Said.", "Chair"),
        "Draft, Version 1",
        *("No", "Action", "1", f"{_MARKUP.words}\nsecond"),
    ]


def test_the_whole_body_in_one_field_and_the_same_bytes_twice() -> None:
    house = _template("{{ title }}", "{{p body }}")
    first, second = _fill(house), _fill(house)
    assert first == second
    assert "Next steps" in _words(first)
    word = docx.Document(BytesIO(first))
    assert [p.style.name for p in word.paragraphs if p.text == "Background"] == ["Heading 1"]


def test_the_author_and_all_properties_but_the_title_are_gone() -> None:
    data = _fill(_template("{{p body }}"))
    seen = read_bytes(data, "o.docx")
    assert seen.properties == {"title": "Learning review: Rowan", "language": "en-GB"}
    assert b"Bloggs" not in b"".join(
        zipfile.ZipFile(BytesIO(data)).read(n) for n in zipfile.ZipFile(BytesIO(data)).namelist()
    )


def test_the_starter_holds_every_field_and_its_remarks_never_print() -> None:
    said = _words(_fill(starter()))
    assert "Learning review: Rowan" in said
    assert "Background" in said
    assert not any("template" in words.casefold() for words in said)


def test_form_is_known_from_words_and_a_logo_from_a_picture_that_came_from_elsewhere() -> None:
    def logo(word: Any) -> None:
        out = BytesIO()
        Image.new("RGB", (8, 8), "red").save(out, "PNG", pnginfo=None)
        word.add_picture(BytesIO(out.getvalue()))

    house = clean(_template("{{p body }}", "Jane of Civic Hall", change=logo))
    data = filled(_DOCUMENT, house, "")
    rest, form = apart(read_bytes(data, "o.docx"), data, house)
    assert rest.findings == ()
    assert "Courier" in {part.text for part in form}
    assert "Cambria" not in {part.text for part in rest.parts}
    assert any("Jane of Civic Hall" in part.text for part in rest.parts), "what is printed is read like any file"
    other = Cleaned(house.data, frozenset())
    assert "picture" in apart(read_bytes(data, "o.docx"), data, other)[0].findings


@pytest.mark.parametrize(
    "words",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ title.__class__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self._TemplateReference__context }}",
        "{{ lipsum() }}",
        "{{ body.__html__() }}",
        "{% for i in range(10**9) %}x{% endfor %}",
        "{% for a in sections %}{% for b in sections %}x{% endfor %}{% endfor %}",
        "{% for a in sections recursive %}{{ loop(sections) }}{% endfor %}",
        "{{ 'x' * 10**9 }}",
        "{{ 10**10**10 }}",
        "{{ 'x'.center(10**9) }}",
        "{{ '%999999999d'|format(1) }}",
        "{{ title|indent(10**8) }}",
        "{{ sections|map(attribute='body')|list }}",
        "{% include '/etc/passwd' %}",
        "{% import '/etc/passwd' as x %}",
        "{% extends '/etc/passwd' %}",
        "{% set x = title %}{{ x }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% filter upper %}x{% endfilter %}",
        "{{ title[0] }}",
        "{{ titel }}",
        "{{ title",
        "}} {{",
        "{{ " * 900,
        "{% for a in sections %}",
    ],
)
def test_a_template_that_asks_for_more_than_fields_is_refused(words: str) -> None:
    with pytest.raises(UserError) as refused:
        _fill(_template(words))
    assert refused.value.code == "template-refused"


def _with(xml: str) -> Callable[[Any], None]:
    return lambda word: word.element.body.insert(0, parse_xml(xml.replace("XMLNS", _W)))


def _with_link(word: Any) -> None:
    word.part.relate_to("http://example.org/", "http://x/hyperlink", is_external=True)


@pytest.mark.parametrize(
    "change",
    [
        _with('<w:p XMLNS><w:ins w:id="1" w:author="Jane"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'),
        _with('<w:p XMLNS><w:r><w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText></w:r></w:p>'),
        _with('<w:p XMLNS><w:fldSimple w:instr="DDEAUTO c:\\\\x"/></w:p>'),
        _with("<w:p XMLNS><w:r><w:object/></w:r></w:p>"),
        _with('<w:p XMLNS><w:bookmarkStart w:id="1" w:name="{{ title }}"/></w:p>'),
        _with_link,
    ],
)
def test_a_template_that_hides_or_fetches_something_is_refused(change: Callable[[Any], None]) -> None:
    with pytest.raises(UserError) as refused:
        clean(_template("{{ title }}", change=change))
    assert refused.value.code == "template-refused"


def _rewritten(data: bytes, **members: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in members:
                new.writestr(name, old.read(name))
        for name, content in members.items():
            new.writestr(name, content)
    return out.getvalue()


def test_macros_bombs_entities_and_what_is_no_template_are_refused() -> None:
    house = _template("{{ title }}")
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    for data, code in (
        (_rewritten(house, **{"word/vbaProject.bin": b"x"}), "template-refused"),
        (_rewritten(house, **{"word/embeddings/a.xlsx": b"x"}), "template-refused"),
        (_rewritten(house, **{"word/media/a.svg": b"<svg/>"}), "template-refused"),
        (_rewritten(house, **{"word/settings.xml": bomb}), "template-unreadable"),
        (_rewritten(house, **{"word/document.xml": b" " * 40 * 2**20}), "template-too-large"),
        (_rewritten(house, **{"word/document.xml": b"<a>" + b" " * 2**21 + b"</a>"}), "template-too-large"),
        (_rewritten(house, **{"[Content_Types].xml": b"<Types/>"}), "template-unreadable"),
        (b"PK\x03\x04 broken", "template-unreadable"),
        (b"", "template-unreadable"),
        (b"x" * 5 * 2**20, "template-too-large"),
    ):
        with pytest.raises(UserError) as refused:
            clean(data)
        assert refused.value.code == code


def test_any_document_sets_in_a_template_of_our_own_making(briefing: AnonymisedDocument) -> None:
    data = filled(briefing.document, clean(starter()), "Version 1")
    assert read_bytes(data, "o.docx").findings == ()
