"""The swim lanes: agencies as lanes, imprecise dates as soft bars, silences hatched, contradictions tied."""

from desktop_app.ui.pages.chronology.timeline.panel import TimelinePanel

__all__ = ["TimelinePanel"]
