"""Anonymised content in, PDF, DOCX or XLSX out; and the reader that opens them again as an attacker would."""
