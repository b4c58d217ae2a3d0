"""Coding: themes marked on records and on stretches of their texts, found again when the text is edited."""
