"""What a PDF says about itself: its title and its language, and nothing about who made it or when."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString

LANGUAGE = "en-GB"
WELSH_TAG = "cy-GB"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class TitleOnly(PDFInfo):  # type: ignore[misc]
    """The document information dictionary with a title in it: no author, creator, producer or date."""

    def format(self, document: Any) -> Any:
        return PDFDictionary({"Title": PDFString(self.title)}).format(document)


def metadata(title: str) -> bytes:
    """The XMP packet: title, language, and that the file is made to PDF/UA-1."""
    return _PACKET.format(title=escape(title), language=LANGUAGE).encode("utf-8")
