"""Documents to export: a briefing and a chronology like those a review makes, and one of every hostile text."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Bullets, Cell, Dates, Document, Heading, Paragraph, Quote, Table, Text

BACKGROUND = (
    "The review concerns a young person aged 13 to 15, called Rowan here, who lived with Mother, Stepfather and a "
    "sibling in a town in Eastmarch. An incident took place in autumn 2025. The threshold for a statutory review was "
    "not met; partners chose to learn from it locally.",
    "In spring 2024 Rowan was missing from home on two occasions. Social Worker 1 planned to see Rowan at the "
    "secondary school near a street in the town. Agencies did not agree on whether that visit took place.",
    "Mother met the reviewer and read this paper before it was finished. One family member was invited and declined.",
)
RECOMMENDED = (
    (
        "Every contact about a child is screened on the day it arrives.",
        "Complete. Screening times are reported monthly.",
    ),
    ("The Partnership adopts one screening procedure.", "In progress. It also answers Recommendations 3 and 6."),
    ("Where two agencies record a child’s whereabouts differently, someone checks.", "See Recommendation 2 above."),
    ("Strategy discussions are recorded the same way by all who took part.", "Complete. One record within a day."),
)


def fixed(words: str) -> Text:
    return Text(words, Dates.FIXED)


def anonymised(document: Document) -> AnonymisedDocument:
    return AnonymisedDocument(document, "public", frozenset(), 0, 0)


def _recommendations() -> Table:
    rows = []
    for number in range(1, 12):
        recommendation, action = RECOMMENDED[number % len(RECOMMENDED)]
        more = " ".join(BACKGROUND[number % 3] for _ in range(number % 4))
        cells = (Cell((Text(str(number)),)), Cell((Text(recommendation),)), Cell((Text(action), Text(more))))
        rows.append(cells)
    return Table(
        header=(fixed("No"), fixed("Recommendation"), fixed("Action, as at 1 August 2026")),
        rows=tuple(rows),
        widths=(1, 7, 9),
        caption=fixed("Recommendations and the action partners report"),
    )


@pytest.fixture(scope="session")
def briefing() -> AnonymisedDocument:
    """Every kind of block, several pages long."""
    background = tuple(Paragraph(Text(words)) for words in BACKGROUND)
    return anonymised(
        Document(
            kind="briefing",
            title=fixed("Learning review: Rowan"),
            subtitle=fixed("Briefing paper, September 2026"),
            header=fixed("Eastmarch Safeguarding Children Partnership"),
            footer=fixed("Draft, not for circulation"),
            blocks=(
                Paragraph(fixed("OFFICIAL-SENSITIVE until published"), "marking"),
                Heading(fixed("Overview")),
                Quote(
                    Text(
                        "“Rowan was spoken about in many rooms. This review asks what each of us would need to know to "
                        "have listened in one.”"
                    ),
                    fixed("Independent chair"),
                ),
                Paragraph(Text("The Partnership accepts what this review found and has begun to act on it."), "lead"),
                Heading(fixed("Background")),
                *background,
                Heading(fixed("Who took part"), 2),
                Bullets((Text("Children’s Social Care"), Text("Eastmarch Police"), Text("Bwrdd Iechyd Tŷ Ŵyn"))),
                Heading(fixed("A caveat"), 3),
                Paragraph(
                    Text("Much has changed since, and practice described here may not be practice today."), "small"
                ),
                Heading(fixed("The 11 recommendations, and action so far")),
                _recommendations(),
                Heading(fixed("Next steps")),
                *background,
            ),
        )
    )


@pytest.fixture(scope="session")
def chronology() -> AnonymisedDocument:
    """A landscape table of 150 rows."""
    agencies = ("Children’s Social Care", "Police", "School", "GP practice", "Health Visiting", "Valley CAMHS")
    rows = tuple(
        tuple(
            Cell((Text(words),))
            for words in (
                str(number + 1),
                f"{('Spring', 'Summer', 'Autumn', 'Winter')[number % 4]} {2022 + number // 40}",
                agencies[number % 6],
                BACKGROUND[number % 3][: 60 + (number * 37) % 180],
                "" if number % 3 else "Seen alone. Worried about going home.",
                BACKGROUND[(number + 1) % 3][: (number * 53) % 140],
            )
        )
        for number in range(150)
    )
    heads = ("Ref", "When", "Agency", "Significant event", "Child’s voice", "Comment")
    table = Table(tuple(fixed(head) for head in heads), rows, (0.5, 1.2, 1.6, 4, 2, 3))
    return anonymised(
        Document(
            kind="chronology",
            title=fixed("Combined chronology"),
            subtitle=fixed("Seven agencies, spring 2022 to autumn 2025"),
            header=fixed("Eastmarch Safeguarding Children Partnership"),
            footer=fixed("Draft, not for circulation"),
            blocks=(Paragraph(fixed("Dates are given as seasons.")), table),
            landscape=True,
        )
    )
