"""Every printed paragraph leads to its record and on to its evidence, and no file says so."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib

import pytest

from desktop_app.common.document import Bullets, Cell, Dates, Document, Heading, Paragraph, Table, Text
from desktop_app.domain.coding import Coding, Theme
from desktop_app.domain.learning import Finding
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.review import Narrative
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.domain.workshop import Reflection
from desktop_app.exporters.page_paragraphs import find_paragraphs
from desktop_app.exporters.write import build
from desktop_app.services.fidelity import printed, trace, trace_lines
from desktop_app.services.outputs import prepare_output
from desktop_app.services.passages import rest_passage
from desktop_app.services.preview import preview_pdf
from desktop_app.services.sample import make_sample
from desktop_app.services.session import Session
from desktop_app.services.thread import orphans
from desktop_app.services.thread.trail import Thread
from desktop_app.ui.where import place_of

DAY = dt.date(2026, 8, 15)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    session, _ = make_sample(tmp_path_factory.mktemp("sample") / "s.review", "otter velvet cumulus brig")
    snapshot = session.whole_snapshot()
    session.close()
    return snapshot


@pytest.mark.parametrize("kind", [OutputKind.BRIEFING, OutputKind.OVERVIEW, OutputKind.ACTION_PLAN])
def test_every_paragraph_leads_to_a_record_and_that_to_evidence_in_two_actions(
    sample: Snapshot, kind: OutputKind
) -> None:
    """First to the record's page, then along its thread; where that ends early, a loose end says so."""
    traced = trace(sample, kind, ProfileName.PUBLIC, DAY)
    assert len(traced) > 40
    loose = {orphan.uid for orphan in orphans(sample)}
    thread = Thread(sample)
    for one in traced:
        assert one.records, one.printed.words
        page, _ = place_of(sample, one.records[0].uid)
        assert page, one.printed.words
        trail = thread.trail(one.records[0].uid)
        if one.records[0].family not in ("reviews", "abbreviations"):
            assert trail is not None, one.printed.words
        if not one.evidence:
            assert trail is not None
            assert loose & {node.uid for node in trail.nodes}, one.printed.words


@pytest.mark.parametrize(
    ("kind", "made_as"),
    [(OutputKind.BRIEFING, "pdf"), (OutputKind.BRIEFING, "docx"), (OutputKind.ACTION_PLAN, "xlsx")],
)
def test_nothing_of_it_shows_in_the_bytes_of_a_file(sample: Snapshot, kind: OutputKind, made_as: str) -> None:
    rendering = prepare_output(sample, kind, ProfileName.PANEL, DAY)
    if rendering.anonymised is None:
        rendering = prepare_output(sample, kind, ProfileName.PUBLIC, DAY)
    assert rendering.anonymised is not None
    assert any(paragraph.sources for paragraph in printed(rendering.anonymised.document))
    data = build(rendering.anonymised, made_as)
    uids = {record.uid for name in family_types() for record in getattr(sample, name)}
    for part in opened(data):
        hexes = re.findall(rb"[0-9a-f]{32}", part.lower())
        assert not uids & {found.decode() for found in hexes}
        assert not [uid for uid in uids if bytes.fromhex(uid) in part]


def opened(data: bytes) -> list[bytes]:
    """The bytes of a file, and of all that is packed inside it."""
    parts = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts += [packed.read(name) for name in packed.namelist()]
            parts += [name.encode() for name in packed.namelist()]
    for match in re.finditer(rb"stream\r?\n", data):
        try:
            parts.append(zlib.decompressobj().decompress(data[match.end() :]))
        except zlib.error:
            continue  # a stream that is stored as it is: its bytes are looked through above
    assert len(parts) > 5
    return parts


def test_every_paragraph_is_found_on_the_pages_in_order(sample: Snapshot) -> None:
    rendering = prepare_output(sample, OutputKind.BRIEFING, ProfileName.PUBLIC, DAY)
    words = [paragraph.words for paragraph in printed(rendering.preview)]
    found = find_paragraphs(preview_pdf(rendering, "public"), words)
    assert all(found)
    pages = [spots[0].page for spots in found]
    assert pages == sorted(pages)
    assert len({(spots[0].page, spots[0].left, spots[0].top) for spots in found}) == len(found)
    assert all(0 <= s.left < s.right <= 1 and 0 <= s.top < s.bottom <= 1 for spots in found for s in spots)


def said(words: str, source: str = "") -> Text:
    return Text(words, Dates.FIXED, source)


def test_sentences_of_the_program_count_from_their_section_and_cells_from_their_row() -> None:
    blank = said("")
    rows = (
        (Cell((said("1"),)), Cell((said("Ask children.", "r1"),)), Cell((said("No action is recorded for it yet."),))),
        (Cell((said("2"),)), Cell((said("Ask again.", "r2"),)), Cell((said("Done.", "a1"),))),
    )
    table = Table((said("No"), said("What"), said("Action")), rows, (1.0, 1.0, 1.0))
    document = Document(
        "briefing", said("Title", "v1"), blank, blank, blank,
        (Heading(said("Two recommendations")), Paragraph(said("There are two.")), table,
         Heading(said("Findings")), Heading(said("1. Seen is not heard", "f1"), level=2), Bullets((said("So."),))),
    )  # fmt: skip
    assert [(p.words, p.sources) for p in printed(document)] == [
        ("Title", ("v1",)),
        ("There are two.", ("r1", "r2", "a1")),
        ("Ask children.", ("r1",)),
        ("No action is recorded for it yet.", ("r1",)),
        ("Ask again.", ("r2",)),
        ("Done.", ("a1",)),
        ("1. Seen is not heard", ("f1",)),
        ("So.", ("f1",)),
    ]
    assert [p.number for p in printed(document)] == list(range(1, 9))


def test_a_passage_rests_on_what_its_author_says_else_on_what_its_key_tells_of(session: Session) -> None:
    finding, other = Finding(number=1), Finding(number=2)
    heard, read = Reflection(text="We waited."), Reflection(text="We rang.")
    session.put("Set up", finding, other, heard, read, Narrative(key="about", text="It began with a call."))

    def below() -> set[str]:
        trail = Thread(session.snapshot).trail(session.snapshot.narratives[0].uid)
        assert trail is not None
        return {node.uid for node in trail.below()}

    assert below() == {finding.uid, other.uid}
    rest_passage(session, "about", [finding.uid, heard.uid])
    assert below() == {finding.uid, heard.uid}
    theme = Theme(name="Waiting", letter="W")
    passage = session.snapshot.narratives[0].uid
    session.put(
        "Mark", theme, Coding(theme=theme.uid, family="narratives", of=passage, field="text", end=2, quote="It"),
        Coding(theme=theme.uid, family="reflections", of=read.uid),
    )  # fmt: skip
    assert below() == {finding.uid, heard.uid, read.uid}, "words under one theme rest on its evidence"
    rest_passage(session, "about", [finding.uid, heard.uid], off=True)
    assert below() == {finding.uid, other.uid, read.uid}
    (line,) = [
        line
        for line in trace_lines(trace(session.snapshot, OutputKind.BRIEFING, ProfileName.PANEL, DAY))
        if line["words"] == "It began with a call."
    ]
    assert line["records"] == [
        {"uid": passage, "kind": "narratives", "label": "The passage “What the review is about”"}
    ]


def test_an_empty_document_has_no_paragraphs() -> None:
    blank = said("")
    assert printed(Document("briefing", blank, blank, blank, blank, ())) == []
