"""Borders, padding and states, from the roles. Fonts are set in code: a font in a style sheet loses its features."""

from __future__ import annotations

from string import Template

from desktop_app.ui.theme.theme import Theme

_SHEET = Template(
    """
QWidget { outline: 0; }
QMainWindow, QDialog { background: $window; }
QToolTip { background: $text; color: $surface; border: 1px solid $edge; padding: ${p4}px ${p8}px; }
QFrame[role="panel"] { background: $surface; border: 1px solid $line; border-radius: ${p6}px; }
QFrame[role="sunken"] { background: $sunken; border: 1px solid $line; border-radius: ${p4}px; }
QFrame[role="surface"], QWidget[role="surface"] { background: $surface; border: 0; }
QWidget[role="rail"] { background: $rail; }
QWidget[role="window"] { background: $window; }
QFrame[role="rule"] { background: $line; border: 0; }
QFrame[role="warning"] { background: $warnbg; border: 1px solid $warnedge; border-radius: ${p4}px; }
QFrame[role="error"] { background: $badbg; border: 1px solid $bad; border-radius: ${p4}px; }
QFrame[role="palette"] { background: $surface; border: 1px solid $edge; border-radius: ${p6}px; }
QLabel { background: transparent; color: $text; }
QLabel[tone="text2"] { color: $text2; }
QLabel[tone="text3"] { color: $text3; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel:disabled { color: $text3; }
QLineEdit, QPlainTextEdit, QDateEdit, QSpinBox {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${p4}px;
  placeholder-text-color: $text3;
  padding: 0 ${p10}px; selection-background-color: $accent; selection-color: $onaccent; }
QLineEdit, QDateEdit, QSpinBox { min-height: ${p30}px; }
QLineEdit[tall="true"] { min-height: ${p38}px; }
QPlainTextEdit { padding: ${p4}px ${p6}px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $sunken; color: $text3; border-color: $line; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $sunken; }
QAbstractItemView { background: $surface; color: $text; border: 0;
  selection-background-color: $soft; selection-color: $text; }
QComboBox QAbstractItemView { border: 1px solid $edge; padding: ${p4}px 0; }
QComboBox QAbstractItemView::item { min-height: ${p32}px; padding: 0 ${p10}px; }
QMenu { background: $surface; color: $text; border: 1px solid $edge; padding: ${p4}px 0; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p12}px; }
QMenu::item:selected { background: $soft; color: $text; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px 0; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $text3; border: 0; border-bottom: 1px solid $line;
  padding: 0 ${p12}px; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: ${p4}px; margin: ${p2}px; min-height: ${p24}px;
  min-width: ${p24}px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QProgressBar { background: $line; border: 0; border-radius: ${p2}px; }
QProgressBar::chunk { background: $accent; border-radius: ${p2}px; }
QCheckBox { spacing: ${p8}px; color: $text; background: transparent; }
QCheckBox::indicator { width: ${p16}px; height: ${p16}px; border: 1px solid $edge; border-radius: ${p2}px;
  background: $surface; }
QCheckBox::indicator:checked { background: $accent; border: ${p4}px solid $surface; outline: 1px solid $edge; }
"""
)


def stylesheet(theme: Theme) -> str:
    values: dict[str, object] = {
        name: theme.hex(name)
        for name in (
            *("window", "rail", "surface", "sunken", "hover", "soft", "line", "edge", "text", "text2", "text3"),
            *("accent", "onaccent", "good", "warn", "bad", "warnbg", "badbg"),
        )
    }
    values["warnedge"] = theme.hex("warn" if theme.scheme == "contrast" else "warnbg")
    values |= {f"p{n}": theme.px(n) for n in (2, 4, 6, 8, 10, 12, 16, 24, 30, 32, 38)}
    return _SHEET.substitute(values)
