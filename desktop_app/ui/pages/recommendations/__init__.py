"""Recommendations with their parts, their live references, and the actions that answer them."""

from desktop_app.ui.pages.recommendations.page import RecommendationsPage

__all__ = ["RecommendationsPage"]
