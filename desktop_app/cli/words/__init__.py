"""The command line's words: which commands there are, and what each takes."""
