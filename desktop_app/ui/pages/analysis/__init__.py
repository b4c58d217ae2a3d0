"""What the review found: lines of enquiry, findings, and the evidence each finding rests on."""

from desktop_app.ui.pages.analysis.page import AnalysisPage

__all__ = ["AnalysisPage"]
