"""One event beside the table: what is recorded, fact and comment apart, and the thread through it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.domain.chronology import SourceType
from desktop_app.domain.dates import in_words
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services import event_returns
from desktop_app.services.chronology import EventRow
from desktop_app.services.event_facts import facts_of
from desktop_app.services.landmarks import landmarks_of
from desktop_app.services.session import Session
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import WarningStrip
from desktop_app.ui.widgets.agency import AgencyChip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import ScrolledColumn, clear, column, row
from desktop_app.ui.widgets.thread import Node, ThreadView
from desktop_app.ui.widgets.words import rule, words

SOURCE_TYPES: tuple[tuple[str, str], ...] = (
    (SourceType.UNSTATED.value, "Not said"),
    (SourceType.CONTEMPORANEOUS.value, "Written at the time"),
    (SourceType.LATER.value, "Written later"),
    (SourceType.PRACTITIONER.value, "A practitioner’s account"),
    (SourceType.FAMILY.value, "The family’s account"),
)


def thread_of(session: Session, shown: EventRow) -> list[Node]:
    """What the event rests on, and what rests on it."""
    event, snapshot = shown.event, session.snapshot
    nodes = [Node(label="Rests on")]
    received = next((r for r in snapshot.returns if r.uid == event.chronology_return), None)
    if received is not None:
        where = f"Row {event.row}" if event.row else ""
        nodes.append(Node(f"{shown.agency_name} return, version {received.version}", where, "file-text"))
    else:
        nodes.append(Node("Typed in here", "", "pencil-simple"))
    nodes.append(Node(event.ref or "This event", "", "rows", itself=True))
    links = [link for link in snapshot.event_links if event.uid in (link.a, link.b) and link.state == "accepted"]
    others = [link.b if link.a == event.uid else link.a for link in links]
    refs = {e.uid: e.ref for e in session.events.named(others)}
    for link, other in zip(links, others, strict=True):
        if other in refs:
            word = {"contradicts": "Contradicts", "corroborates": "Backed by"}.get(link.kind, "Same event as")
            icon = "link-break" if link.kind == "contradicts" else "intersect"
            nodes.append(Node(f"{word} {refs.get(other, '')}", link.why, icon, "chronology", other))
    return [*nodes, *_resting_on(snapshot, event.uid)]


def _resting_on(snapshot: Snapshot, uid: str) -> list[Node]:
    reflections = [r for r in snapshot.reflections if uid in r.events]
    findings = [f for f in snapshot.findings if uid in f.events]
    finding_uids = {f.uid for f in findings}
    recommendations = [r for r in snapshot.recommendations if finding_uids & set(r.findings)]
    nodes = [Node(label="What rests on it")]
    nodes += [
        Node(f"Key practice episode {e.number}", e.title, "bookmark-simple", "chronology", uid)
        for e in snapshot.episodes
        if uid in e.events
    ]
    if reflections:
        count = len(reflections)
        text = "1 reflection" if count == 1 else f"{count} reflections"
        nodes.append(Node(text, "none attributed", "chats-circle", "workshops", reflections[0].workshop))
    nodes += [Node(f"Finding {f.number}", f.title, "lightbulb", "analysis", f.uid) for f in findings]
    nodes += [
        Node(f"Recommendation {r.number}", r.title, "list-numbers", "recommendations", r.uid) for r in recommendations
    ]
    if len(nodes) == 1:
        nodes.append(Node("Nothing yet", "", "circle-dashed"))
    return nodes


class EventDetail(ScrolledColumn):
    edit_asked = Signal()
    followed = Signal(str, str)
    settled = Signal(str)  # uid of an ImportIssue

    def __init__(self) -> None:
        super().__init__(margin=16, spacing=12)
        self._holder = QWidget()
        self._lines = column(self._holder, spacing=12)
        self.column.addWidget(self._holder)
        self.column.addWidget(rule())
        self.thread_view = ThreadView()
        self.thread_view.followed.connect(self.followed)
        self.column.addWidget(self.thread_view)
        self.column.addStretch(1)

    def show_event(self, session: Session, shown: EventRow) -> None:
        snapshot = session.snapshot
        clear(self._lines)
        look = theme()
        head = row()
        head.addWidget(AgencyChip(shown.agency_order, shown.agency_code))
        head.addWidget(words(shown.event.ref, font="bold"))
        head.addStretch(1)
        edit = Button(self.tr("Edit"), kind="quiet", icon="pencil-simple", cap="F2")
        edit.clicked.connect(self.edit_asked)
        head.addWidget(edit)
        self._lines.addLayout(head)
        for order, code, _ in shown.others:
            head.insertWidget(head.count() - 2, AgencyChip(order, code))
        self._lines.addWidget(words(shown.date_words, font="bold", wrap=True))
        facts = facts_of(snapshot, shown.event, landmarks_of(session))
        for line in (*facts, *event_returns.sentences(snapshot, shown.event)):
            self._lines.addWidget(words(line, font="small", tone="text2", wrap=True))
        if shown.event.date.problem:
            self._lines.addWidget(words(shown.event.date.problem, font="small", tone="warn", wrap=True))
        for issue in snapshot.issues:
            if issue.event == shown.event.uid and issue.kind == "decide" and not issue.resolved:
                strip = WarningStrip(issue.why[:1].upper() + issue.why[1:], self.tr("Settled"))
                strip.acted.connect(partial(self.settled.emit, issue.uid))
                self._lines.addWidget(strip)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(8))
        grid.setColumnStretch(1, 1)
        for number, (label, value) in enumerate(self._fields(shown)):
            name = words(label, font="small", tone="text2")
            name.setMinimumWidth(look.px(68))
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, number, 1)
        self._lines.addLayout(grid)
        self._show_sources(session, shown)
        self.thread_view.show_nodes(thread_of(session, shown))

    def _show_sources(self, session: Session, shown: EventRow) -> None:
        """The other accounts of an event that was merged, whole, as each agency sent it."""
        if not shown.merged:
            return
        agencies = {agency.uid: agency for agency in session.snapshot.agencies}
        self._lines.addWidget(words(self.tr("Other accounts of it"), font="bold"))
        for event in shown.merged:
            agency = agencies.get(event.agency)
            line = row()
            line.addWidget(AgencyChip(agency.order if agency else 0, agency.code if agency else ""))
            line.addWidget(words(event.ref, font="small", tone="text2"))
            line.addWidget(words(in_words(event.date) or event.date.wording, font="small", tone="text2"))
            line.addStretch(1)
            self._lines.addLayout(line)
            self._lines.addWidget(words(event.event, wrap=True))

    def _why_none(self, reason: str) -> str:
        return self.tr("None: {}").format(reason) if reason else ""

    def _fields(self, shown: EventRow) -> list[tuple[str, QLabel]]:
        event = shown.event
        plain: Callable[[str], QLabel] = lambda text: words(text, wrap=True)  # noqa: E731 - a short name for one use
        fields = [(self.tr("Event"), plain(event.event))]
        for label, text in (
            (self.tr("Child"), event.child_seen),
            (self.tr("Action"), event.action or self._why_none(event.no_action_reason)),
            (self.tr("Outcome"), event.outcome),
        ):
            if text:
                fields.append((label, plain(text)))
        fields.append((self.tr("Source"), plain(event.source or self.tr("None given"))))
        if event.source_type is not SourceType.UNSTATED:
            fields.append(
                ("", words(dict(SOURCE_TYPES)[event.source_type.value], font="small", tone="text2", wrap=True))
            )
        if event.comment:
            fields.append((self.tr("Comment"), words(event.comment, italic=True, wrap=True)))
            if event.comment_author:
                fields.append(("", words(event.comment_author, font="small", tone="text2", wrap=True)))
        if event.date.wording and event.date.wording != shown.date_words:
            fields.append((self.tr("Written"), words(f"“{event.date.wording}”", font="small", tone="text2", wrap=True)))
        return fields
