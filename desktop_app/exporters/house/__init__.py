"""A partnership's own Word template, filled with anonymised content.

The template is a file that somebody sent: it is taken apart, what could run, reach out or tell of its author is refused
or removed, and what it may say to the program is to name a field and to repeat a part, and nothing else.
"""
