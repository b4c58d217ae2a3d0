"""Candour: sensitive learning reviews in one encrypted file."""

__version__ = "0.1.0"
