"""Colours, type, icons and focus: everything that is looked at and nothing that is done."""
