"""What a node of the thread is called in the window: a title, a second line, an icon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.domain.dates.print import in_words
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.outputs import OUTPUTS
from desktop_app.services.passages import passage_name
from desktop_app.services.recommendation_edits import as_read
from desktop_app.services.thread.trail import Node
from desktop_app.ui.dates_words import day
from desktop_app.ui.statuses import STATUS

_OUTPUT_NAMES = {info.kind: info.name for info in OUTPUTS}
_LONGEST = 160
LAYER_WORDS = (
    QT_TRANSLATE_NOOP("thread", "Evidence"),
    QT_TRANSLATE_NOOP("thread", "Line of enquiry"),
    QT_TRANSLATE_NOOP("thread", "Finding"),
    QT_TRANSLATE_NOOP("thread", "Recommendation"),
    QT_TRANSLATE_NOOP("thread", "Action"),
    QT_TRANSLATE_NOOP("thread", "Update"),
    QT_TRANSLATE_NOOP("thread", "Passage"),
    QT_TRANSLATE_NOOP("thread", "Output"),
)


def layer_word(layer: int) -> str:
    return _tr(str(LAYER_WORDS[layer]))


def _tr(text: str) -> str:
    return QCoreApplication.translate("thread", text)


@dataclass(frozen=True, slots=True)
class NodeWords:
    title: str
    second: str
    icon: str


class Wording:
    """Words for the nodes of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._agencies = {agency.uid: agency.name for agency in snapshot.agencies}
        self._workshops = {workshop.uid: workshop.title for workshop in snapshot.workshops}
        self._numbers = {action.uid: action.number for action in snapshot.actions}
        self._ways: dict[str, Callable[[Any], NodeWords]] = {
            "events": self._event,
            "reflections": self._reflection,
            "family_points": self._point,
            "kloes": self._kloe,
            "findings": self._finding,
            "recommendations": self._recommendation,
            "actions": self._action,
            "updates": self._update,
            "outputs": self._output,
            "episodes": self._episode,
            "involvements": self._involvement,
            "agency_requests": self._request,
            "workshops": lambda held: NodeWords(held.title or held.type, _tr("Workshop"), "chats-circle"),
            "decisions": lambda held: NodeWords(held.outcome or held.question, _tr("Decision to review"), "scales"),
            "terms": lambda held: NodeWords(
                held.purpose or held.scope, _tr("Terms of reference, version {}").format(held.version), "clipboard-text"
            ),
            "panel": lambda held: NodeWords(held.job_title or held.name, _tr("Panel member"), "users-three"),
            "publication_decisions": lambda held: NodeWords(
                held.outcome or held.reasons, _tr("Decision on publication"), "newspaper"
            ),
            "quotes": lambda held: NodeWords(held.text, _tr("Words agreed for printing"), "quotes"),
            "narratives": lambda held: NodeWords(held.text, passage_name(held.key), "text-align-left"),
        }

    def of(self, node: Node) -> NodeWords:
        found = self._ways[node.family](node.record)
        return NodeWords(" ".join(found.title[:_LONGEST].split()), found.second, found.icon)

    def _event(self, event: Any) -> NodeWords:
        when = in_words(event.date) or event.date.wording
        second = ", ".join(filter(None, [when, self._agencies.get(event.agency, "")]))
        return NodeWords(f"{event.ref}  {event.event}", second, "rows")

    def _reflection(self, said: Any) -> NodeWords:
        return NodeWords(said.text, self._workshops.get(said.workshop, _tr("A workshop")), "chats-circle")

    def _point(self, point: Any) -> NodeWords:
        return NodeWords(point.text, _tr("What the family said"), "users")

    def _episode(self, episode: Any) -> NodeWords:
        return NodeWords(episode.title, _tr("Key practice episode {}").format(episode.number), "bookmark-simple")

    def _involvement(self, entry: Any) -> NodeWords:
        second = _tr("Family and those affected, {}").format(entry.number)
        return NodeWords(entry.relation or second, second, "users-three")

    def _request(self, request: Any) -> NodeWords:
        agency = self._agencies.get(request.agency, "")
        return NodeWords(agency or request.what, request.what or _tr("Request to an agency"), "buildings")

    def _kloe(self, kloe: Any) -> NodeWords:
        return NodeWords(f"{kloe.number}  {kloe.question}", _tr("Key line of enquiry"), "question")

    def _finding(self, finding: Any) -> NodeWords:
        title = finding.title or finding.statement or _tr("No title yet")
        return NodeWords(title, _tr("Finding {}").format(finding.number), "lightbulb")

    def _recommendation(self, rec: Any) -> NodeWords:
        title = rec.title or as_read(self._snapshot, rec.text) or _tr("No words yet")
        return NodeWords(title, _tr("Recommendation {}").format(rec.number), "list-numbers")

    def _action(self, action: Any) -> NodeWords:
        second = ", ".join((_tr("Action {}").format(action.number), STATUS[action.status].word))
        return NodeWords(as_read(self._snapshot, action.text) or _tr("No words yet"), second, "check-circle")

    def _update(self, update: Any) -> NodeWords:
        number = self._numbers.get(update.action, "?")
        second = _tr("Action {}, {}").format(number, day(update.as_at) or _tr("not dated"))
        return NodeWords(as_read(self._snapshot, update.text), second, "chat-text")

    def _output(self, output: Any) -> NodeWords:
        second = _tr("for {}, as at {}").format(output.profile.value, day(output.as_at) or _tr("no day"))
        return NodeWords(_OUTPUT_NAMES[output.kind], second, "file-text")
