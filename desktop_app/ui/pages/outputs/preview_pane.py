"""The page as it will print, one at a time, as large as there is room for or as wide as the pane."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from desktop_app.services.identified import Identified
from desktop_app.services.preview import Spot, page_text, preview_page
from desktop_app.ui.pages.outputs.page_picture import PagePicture
from desktop_app.ui.pages.outputs.prepared import Prepared
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import Theme, theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import heading, small, words

_SHARPEN_MS = 80


class _Key(QWidget):
    """The mark that a word of the legend is about."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(24), theme().px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        paper = Theme(Scheme.LIGHT, theme().scale)
        painter = QPainter(self)
        base = self.height() - 2
        if self._mark == "replaced":
            painter.setPen(QPen(theme().colour("accent"), 1, Qt.PenStyle.DotLine))
        else:
            painter.fillRect(0, 0, self.width(), base, paper.colour("mark"))
            painter.setPen(QPen(paper.colour("markline"), 2))
        painter.drawLine(0, base, self.width(), base)


class PreviewPane(QWidget):
    passages_asked = Signal()
    sections_asked = Signal()
    toggled = Signal()  # to real names, or back
    source_asked = Signal()  # of the paragraph that is chosen

    def __init__(self) -> None:
        super().__init__()
        self.page = 0
        self._prepared: Prepared | None = None
        self._real: Identified | None = None
        self._surface = ""
        self._paragraph: tuple[Spot, ...] = ()
        lines = column(self, margin=16, spacing=12)
        lines.addLayout(self._head())
        self.picture = PagePicture()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.picture)
        self._scroll.viewport().installEventFilter(self)
        lines.addWidget(self._scroll, 1)
        legend = FlowRow(spacing=8)
        self._legend = small(self.tr("replaced"))
        for mark, label in (("replaced", self._legend), ("waiting", small(self.tr("to decide")))):
            legend.add(_Key(mark))
            legend.add(label)
        legend.add(small(self.tr("Neither mark prints."), tone="text3"))
        came = Button(self.tr("Where it comes from"), kind="quiet", icon="git-merge", cap="F8")
        came.setToolTip(self.tr("To the record that the chosen paragraph comes from"))
        came.clicked.connect(self.source_asked)
        legend.add(came)
        lines.addWidget(legend)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SHARPEN_MS)
        self._later.timeout.connect(self._draw)
        self.picture.hide()

    def _head(self) -> QHBoxLayout:
        head = row(spacing=8)
        self.title = heading(self.tr("As it will print"))
        head.addWidget(self.title)
        head.addStretch(1)
        self.back = Button(kind="quiet", icon="caret-left", name=self.tr("Page before"), cap="Ctrl+PgUp")
        self.on = Button(kind="quiet", icon="caret-right", name=self.tr("Next page"), cap="Ctrl+PgDown")
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.where = words("", tone="text2")
        self.sizes = Chooser([("page", self.tr("Whole page")), ("width", self.tr("Full width"))], "page")
        self.sizes.setAccessibleName(self.tr("Size of the page"))
        self.sizes.chosen.connect(lambda _value: self._resize())
        self._chosen = False
        write = Button(kind="quiet", icon="pencil-simple", name=self.tr("Write its passages"), cap="F2")
        write.clicked.connect(self.passages_asked)
        order = Button(kind="quiet", icon="list-dashes", name=self.tr("Put its sections in order"), cap="F3")
        order.clicked.connect(self.sections_asked)
        self.real = Button(kind="quiet", icon="eye", name=self.tr("Show it with real names"), cap="F4")
        self.real.clicked.connect(self.toggled)
        for widget in (self.back, self.where, self.on, self.sizes, self.real, order, write):
            head.addWidget(widget)
        return head

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
            self._later.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def show_prepared(self, prepared: Prepared) -> None:
        other = self._prepared is None or self._prepared.wanted != prepared.wanted
        self._prepared, self._real = prepared, None if other else self._real
        self.page = 0 if other else min(self.page, self._pages - 1)
        self._draw()

    def show_identified(self, real: Identified | None) -> None:
        """The page with real names in place of the one that prints; None shows that one again."""
        if real is None and self._real is None:
            return
        self._real, self._paragraph = real, ()
        self.title.setText(self.tr("With real names") if real else self.tr("As it will print"))
        name = self.tr("Show it as it will print") if real else self.tr("Show it with real names")
        self.real.setAccessibleName(name)
        self.real.setToolTip(f"{name} (F4)")
        self._legend.setText(self.tr("printed otherwise") if real else self.tr("replaced"))
        self._draw()

    @property
    def real_words(self) -> tuple[str, ...]:
        """The paragraphs with real names while those are shown, else none."""
        return self._real.paragraphs if self._real else ()

    def show_paragraph(self, spots: tuple[Spot, ...], text: str) -> None:
        """Frame a paragraph, turn to the page it begins on and bring it into sight; () frames none."""
        self._paragraph = spots
        if spots and spots[0].page != self.page:
            self.page = spots[0].page
            self._draw()
        else:
            self._mark()
        if spots:
            self.picture.setAccessibleDescription(text)
            middle = (spots[0].top + spots[-1].bottom) / 2 if spots[-1].page == self.page else spots[0].top
            left = round(spots[0].left * self.picture.width())
            self._scroll.ensureVisible(left, round(middle * self.picture.height()), 0, theme().px(120))

    @property
    def page_bytes(self) -> bytes:
        return self._real.pdf if self._real else self._prepared.pdf if self._prepared else b""

    @property
    def _pages(self) -> int:
        return self._real.pages if self._real else self._prepared.pages if self._prepared else 0

    @property
    def _waiting(self) -> dict[str, tuple[Spot, ...]]:
        return self._real.waiting if self._real else self._prepared.waiting if self._prepared else {}

    def show_surface(self, surface: str, *, turn: bool = True) -> None:
        """Mark what is being decided, and turn to the first page it stands on."""
        self._surface = surface
        spots = self._waiting.get(surface, ())
        if turn and spots and all(spot.page != self.page for spot in spots):
            self.page = spots[0].page
            self._draw()
        else:
            self._mark()

    def step(self, by: int) -> None:
        if self._prepared is not None:
            self.page = min(max(self.page + by, 0), self._pages - 1)
            self._draw()

    def _resize(self) -> None:
        self._chosen = True
        self._draw()

    def show_alone(self, alone: bool) -> None:
        """With the pane to itself a page is as wide as that, until the person says otherwise."""
        wanted = "width" if alone else "page"
        if not self._chosen and self.sizes.value != wanted:
            self.sizes.show_value(wanted)
            self._draw()

    def _fit(self) -> None:
        room = self._scroll.viewport().size()
        width = room.width()
        if self.sizes.value == "page":
            width = min(width, int(room.height() / self.picture.shape))
        self.picture.fit(max(width, theme().px(200)))

    def _draw(self) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        self._fit()
        sharp = max(1, round(self.picture.width() * self.devicePixelRatioF()))
        self.page = min(self.page, self._pages - 1)
        png, pages = preview_page(self.page_bytes, page=self.page, width_px=sharp)
        said = self.tr("{} of {}").format(self.page + 1, pages)
        self.picture.show_page(png, self.tr("Page {}").format(said), page_text(self.page_bytes, self.page))
        self.picture.show()
        self._fit()
        self.where.setText(said)
        self.back.setEnabled(self.page > 0)
        self.on.setEnabled(self.page < pages - 1)
        self._mark()

    def _mark(self) -> None:
        prepared = self._prepared
        if prepared is None:
            return

        def here(spots: Iterable[Spot]) -> list[Spot]:
            return [spot for spot in spots if spot.page == self.page]

        replaced = self._real.changed if self._real else prepared.replaced
        others = (spot for surface, spots in self._waiting.items() if surface != self._surface for spot in spots)
        self.picture.show_chosen(here(self._paragraph))
        self.picture.show_marks(here(replaced), here(others), here(self._waiting.get(self._surface, ())))
