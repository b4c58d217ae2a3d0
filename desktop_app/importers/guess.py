"""Which of the four kinds a file is, from its headings, for `--as auto`."""

from __future__ import annotations

from desktop_app.domain.import_plan import ImportKind
from desktop_app.importers.headings import headings_for
from desktop_app.importers.mapping import find_layout, no_heading
from desktop_app.importers.source_file import SourceFile

# The stricter shape first: a recommendations table has an "Action" column too, and a register a "name".
_SHAPES = (
    (ImportKind.PEOPLE, "people"),
    (ImportKind.RECOMMENDATIONS, "recommendations"),
    (ImportKind.RECOMMENDATIONS, "recommendation_keys"),
    (ImportKind.CHRONOLOGY, "chronology"),
    (ImportKind.REFLECTIONS, "reflections"),
    (ImportKind.REFLECTIONS, "reflection_columns"),
)


def guess_kind(source: SourceFile) -> ImportKind:
    """The kind whose headings a table of the file has. Raises UserError no-heading when none fits."""
    for kind, shape in _SHAPES:
        for table in source.tables:
            layout = find_layout(table, shape)
            if layout and len(layout.columns) > 1 and set(headings_for(shape).required) <= set(layout.columns):
                return kind
    raise no_heading(source, "chronology")
