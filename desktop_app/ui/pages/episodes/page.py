"""Key practice episodes: each with its events, appraisal and factors; below them what the lines of enquiry rest on."""

from __future__ import annotations

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import KeyPracticeEpisode
from desktop_app.services.episodes import (
    EpisodeView,
    add_events,
    episode_views,
    events_named,
    kloe_coverage,
    make_episode,
    remove_events,
)
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.episodes.form import EpisodeForm
from desktop_app.ui.pages.episodes.rows import event_entries, kloe_entries
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fitted_list import FittedList
from desktop_app.ui.widgets.list_and_detail import ListAndDetail
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.record_list import Entry, EntryDelegate, RecordList
from desktop_app.ui.widgets.words import title, words


class EpisodesPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        outer = row(self, spacing=0)
        self.list = RecordList(self.tr("Episodes"))
        self._panes = ListAndDetail(self.list, self.tr("Episodes"), width=312)
        outer.addWidget(self._panes)
        add = Button(kind="quiet", icon="plus", name=self.tr("Make an episode"), cap="N")
        add.clicked.connect(self.make)
        self._panes.head.addWidget(add)
        lines = self._panes.detail.column
        self._title = title(self.tr("What mattered, and why"))
        self._title.setWordWrap(True)
        lines.addWidget(self._title)
        lines.addWidget(self.errors)
        self.form = EpisodeForm()
        self.form.edited.connect(lambda episode, label: self.put(label, episode))
        self.form.events_asked.connect(self._add)
        self.form.removed.connect(self._remove)
        self.form.followed.connect(lambda uid: self.desk.go("chronology", uid))
        self.form.delete_asked.connect(self._delete)
        self.form.title_missing.connect(lambda: self._show(self.list.current))
        lines.addWidget(self.form)
        self._nothing = Panel(self.tr("No key practice episode yet"))
        self._nothing.body.addWidget(
            words(
                self.tr("Choose events that together shaped what followed, and say why they mattered."),
                tone="text2",
                wrap=True,
            )
        )
        make = Button(self.tr("Make an episode"), kind="primary", icon="plus", cap="N")
        make.clicked.connect(self.make)
        self._nothing.body.addWidget(make)
        lines.addWidget(self._nothing)
        lines.addWidget(self._coverage())
        lines.addStretch(1)
        self.list.picked.connect(self._show)
        self.list.opened.connect(lambda _uid: self.form.title.setFocus())
        self.offer("N", self.tr("Make an episode"), self.make)
        self.offer("Ctrl+Return", self.tr("Add events by their refs"), self.form.add.setFocus)

    def _coverage(self) -> Panel:
        panel = Panel(self.tr("What the lines of enquiry rest on"))
        look = theme()
        panel.body.setContentsMargins(1, look.px(4), 1, look.px(8))
        self.kloes: FittedList[Entry] = FittedList(
            self.tr("What the lines of enquiry rest on"), lambda entry: entry.uid, lambda entry: entry.spoken
        )
        self.kloes.paint_with(EntryDelegate(self.kloes))
        self.kloes.picked.connect(lambda uid: self.desk.go("chronology", f"kloe:{uid}"))
        panel.body.addWidget(self.kloes)
        self._kloe_panel = panel
        return panel

    def take_focus(self) -> None:
        self.list.setFocus()

    @property
    def here(self) -> str:
        return self.list.current

    @property
    def views(self) -> dict[str, EpisodeView]:
        return {view.episode.uid: view for view in episode_views(self.desk.snapshot)}

    def refresh(self, families: frozenset[str]) -> None:
        views, snapshot = self.views, self.desk.snapshot
        self.list.show_entries(
            [
                Entry(
                    uid,
                    view.episode.title,
                    " · ".join(part for part in (view.period, _events(len(view.events))) if part),
                    number=str(view.episode.number),
                )
                for uid, view in views.items()
            ]
        )
        coverage = kloe_coverage(snapshot)
        self.kloes.show_rows(kloe_entries(coverage))
        bare = sum(not one.covered for one in coverage)
        self._kloe_panel.note.setText(self.tr("Nothing behind: {}").format(bare) if bare else "")
        self._kloe_panel.setVisible(bool(coverage))
        self.form.setVisible(bool(views))
        self._nothing.setVisible(not views)
        self._show(self.list.current)

    def open_record(self, uid: str) -> None:
        self.list.pick(uid)

    def _show(self, uid: str) -> None:
        view = self.views.get(uid)
        if view is not None:
            self.form.show_episode(view, event_entries(self.desk.snapshot, view))

    @property
    def _episode(self) -> KeyPracticeEpisode | None:
        view = self.views.get(self.list.current)
        return view.episode if view else None

    def make(self) -> None:
        """A new one, its title ready to be typed over."""
        self.commit()
        session = self.desk.session
        made: list[KeyPracticeEpisode] = []

        def change() -> ChangeSet:
            episode, changes = make_episode(session, self.tr("New episode"), ())
            made.append(episode)
            return changes

        if self.do(change):
            self.list.pick(made[0].uid)
            self.form.title.setFocus()
            self.form.title.selectAll()

    def _add(self, refs: str) -> None:
        episode, session = self._episode, self.desk.session
        if episode is not None and self.do(lambda: add_events(session, episode, events_named(session.snapshot, refs))):
            self.form.add.clear()

    def _remove(self, uid: str) -> None:
        episode, session = self._episode, self.desk.session
        if episode is not None:
            self.do(lambda: remove_events(session, episode, (uid,)))

    def _delete(self) -> None:
        episode, session = self._episode, self.desk.session
        if episode is not None and self.do(
            lambda: session.delete("Delete an episode", KeyPracticeEpisode, episode.uid)
        ):
            self.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))


def _events(count: int) -> str:
    return "1 event" if count == 1 else f"{count} events"
