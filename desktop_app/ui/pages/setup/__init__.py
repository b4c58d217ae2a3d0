"""How the review is set up: kind, decision, terms of reference, panel, parallel processes, requests, publication."""

from desktop_app.ui.pages.setup.page import SetupPage

__all__ = ["SetupPage"]
