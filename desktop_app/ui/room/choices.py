"""What is chosen for a note: consent, attribution, factor, moment; whose table is entered; a safeguarding matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.domain.workshop import Attribution, Consent
from desktop_app.services.rooms.wall import Card
from desktop_app.ui.room.modes.asking import Asking
from desktop_app.ui.room.modes.mode import Mode, translate
from desktop_app.ui.room.modes.picking import Picking
from desktop_app.ui.room.moments import told
from desktop_app.ui.statuses import CONSENT

if TYPE_CHECKING:
    from desktop_app.ui.room.room_view import RoomView

_TABLES = 9


def _then_choose(view: RoomView, card: Card, change: Callable[[], None]) -> None:
    if view.attempt(change):
        view.show_wall(card.uid)
    view.choose_on()


def _back(view: RoomView) -> Callable[[], None]:
    return view.choose_on


def consent(view: RoomView, card: Card) -> Mode:
    options = [(kind.value, look.word) for kind, look in CONSENT.items()]
    return Picking(
        translate("room", "What may be done with this note?"),
        options,
        lambda value: _then_choose(view, card, lambda: view.room.consent(card.uid, Consent(value))),
        _back(view),
    )


def factors(view: RoomView, card: Card) -> Mode:
    options = [*((factor, factor) for factor in view.room.brief.factors), ("", translate("room", "none"))]
    return Picking(
        translate("room", "Which factor is it about?"),
        options,
        lambda value: _then_choose(view, card, lambda: view.room.factor(card.uid, value)),
        _back(view),
    )


def moments(view: RoomView, card: Card) -> Mode:
    options = [(moment.uid, told(moment)) for moment in view.room.brief.moments]

    def pin(uid: str) -> None:
        """Chosen again, a pin comes out."""
        pins = [m for m in card.moments if m != uid] if uid in card.moments else [*card.moments, uid]
        _then_choose(view, card, lambda: view.room.pin(card.uid, pins))

    return Picking(translate("room", "Which moment is it about?"), options, pin, _back(view))


def attribution(view: RoomView, card: Card) -> Mode:
    def choose(value: str) -> None:
        if value == "group":
            view.enter(_groups(view, card))
        else:
            _then_choose(view, card, lambda: view.room.attribute(card.uid, Attribution(value)))

    options = [
        (Attribution.UNATTRIBUTED.value, translate("room", "not attributed")),
        ("group", translate("room", "a role or kind of agency")),
        (Attribution.NAMED.value, translate("room", "named, and they agreed")),
    ]
    return Picking(translate("room", "As whose may it be printed?"), options, choose, _back(view))


def _groups(view: RoomView, card: Card) -> Mode:
    """A group of fewer than three is refused, and the next one up is offered."""
    roles = dict(view.room.brief.groups)

    def attribute(group: str) -> None:
        level = Attribution.ROLE if group in roles else Attribution.AGENCY_TYPE
        _then_choose(view, card, lambda: view.room.attribute(card.uid, level, group))

    def choose(group: str) -> None:
        shared = view.room.may_say(group)
        if shared.label == group:
            attribute(group)
        else:
            view.enter(_wider(view, card, group, attribute))

    above = sorted({view.room.may_say(group).label for group in roles} - {"", *roles})
    named = [(group, f"{group} ({roles[group]})") for group in roles]
    named += [(group, f"{group} ({view.room.may_say(group).count})") for group in above]
    return Picking(translate("room", "Which group?"), named, choose, _back(view))


def _wider(view: RoomView, card: Card, group: str, attribute: Callable[[str], None]) -> Mode:
    shared = view.room.may_say(group)
    says = translate("room", "Too few here share “{}”: it could tell who spoke.").format(group)
    options = [("", translate("room", "not attributed"))]
    if shared.label:
        options.insert(0, (shared.label, f"{shared.label} ({shared.count})"))
        says += " " + translate("room", "It can be printed as:")

    def choose(label: str) -> None:
        if label:
            attribute(label)
        else:
            _then_choose(view, card, lambda: view.room.attribute(card.uid, Attribution.UNATTRIBUTED))

    return Picking(says, options, choose, _back(view))


def tables(view: RoomView) -> Mode:
    def enter(value: str) -> None:
        if value == "0":
            alike = [0]
            if view.attempt(lambda: alike.append(view.room.all_together())):
                view.show_wall()
                view.type_on()
                view.tell(
                    translate("room", "All tables together. Points that say the same and are now one: {}").format(
                        alike[-1]
                    )
                )
            return
        view.room.table = int(value)
        view.show_wall()
        view.type_on()

    options = [(str(number), translate("room", "table {}").format(number)) for number in range(1, _TABLES + 1)]
    together = ("A", translate("room", "all together"), lambda: enter("0"))
    return Picking(translate("room", "Whose sheet is entered now?"), options, enter, view.type_on, [together])


def escalate(view: RoomView, card: Card) -> None:
    """Off the wall at once; then who acts, and by when. The words are nowhere on the screen any more."""
    concern: list[str] = []
    if not view.attempt(lambda: concern.append(view.room.escalate(card.uid))):
        return
    view.show_wall()
    ask_who(view, concern[0])


def ask_who(view: RoomView, concern: str) -> None:
    kept = view.line.words

    def done(who: str, when: str) -> None:
        if view.attempt(lambda: view.room.act_on(concern, who, when)):
            view.type_on(kept)
            view.tell(translate("room", "It is kept for the review. Summaries count it and say no more."), "good")

    def ask_when(who: str) -> None:
        if not who:
            view.tell(translate("room", "Somebody has to act: a role is enough, such as “the facilitator”."))
            return
        view.enter(
            Asking(translate("room", "By when?"), "", lambda when: done(who, when), again, translate("room", "save"))
        )

    def again() -> None:
        view.enter(
            Asking(
                translate("room", "Off the wall. Who will act on it?"), "", ask_when, later, translate("room", "next")
            )
        )

    def later() -> None:
        view.type_on(kept)
        view.tell(translate("room", "It is kept for the review. Who acts is still to be said there."), "warn")

    again()
