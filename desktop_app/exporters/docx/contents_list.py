"""The sections of a long document as links, written out: they read right without being brought up to date.

Pages are left out. Only Word knows on which page a heading falls, with its own faces and its own breaks, and a number
that is wrong is worse than none. The list is a field (ECMA-376 part 1, 17.16.5.68) that says so itself, `\\n`: brought
up to date it is the same list.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.common.document import Heading
from desktop_app.exporters.clean import one_line
from desktop_app.exporters.contents import TITLE
from desktop_app.exporters.docx.runs import run

_CODE = 'TOC \\o "1-1" \\n \\h \\z'


def contents_xml(headings: Sequence[Heading]) -> str:
    """The list under its title; "" for no headings."""
    if not headings:
        return ""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {_CODE} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = []
    for number, heading in enumerate(headings, 1):
        words = run(one_line(heading.text.words))
        link = f'<w:hyperlink w:anchor="{bookmark(number)}" w:history="1">{words}</w:hyperlink>'
        before, after = begin if number == 1 else "", end if number == len(headings) else ""
        lines.append(f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{before}{link}{after}</w:p>')
    return f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{run(TITLE)}</w:p>{"".join(lines)}'


def bookmark(number: int) -> str:
    """The name of the place that the list's line `number`, from 1, leads to; as Word names them itself."""
    return f"_Toc{number}"


def marked(runs: str, number: int) -> str:
    """A heading's runs within the bookmark of its line."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(number)}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
