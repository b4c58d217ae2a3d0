"""`candour agenda`, `prompts`, `invite` and `recall`: a workshop's day, who is asked, what is, and what was said."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import replace
from pathlib import Path

from desktop_app.cli.linking import day_of
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.learning import Finding
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import RecallFeedback, Stance, Workshop
from desktop_app.services.prompt_files import read_prompt_file
from desktop_app.services.rooms.making import workshop_called
from desktop_app.services.session import Session
from desktop_app.services.workshop_agenda import hours, prompts_of, timed, use_library, use_template
from desktop_app.services.workshop_invitations import invitations, mark_sent
from desktop_app.services.workshop_library import agendas, prompt_libraries
from desktop_app.services.workshop_ready import lacking
from desktop_app.services.workshop_recall import add_feedback, answer, heard, waits


def run(args: argparse.Namespace) -> int:
    with opened(args) as session:
        if args.command == "recall":
            return _recall(args, session)
        workshop = workshop_called(session.snapshot, args.workshop)
        does = {"agenda": _agenda, "prompts": _prompts, "invite": _invite}[args.command]
        return does(args, session, workshop)


def _agenda(args: argparse.Namespace, session: Session, workshop: Workshop) -> int:
    if args.template:
        known = {one.id: one for one in agendas()}
        if args.template not in known:
            raise _unknown(f"There is no agenda called “{args.template}”.", f"There are: {', '.join(known)}.")
        use_template(session, workshop.uid, known[args.template])
    if args.starts:
        workshop = replace(workshop, starts=_time(args.starts))
        session.put("Edit the agenda", workshop)
    rows = timed(session.snapshot, workshop)
    minutes = sum(row.item.minutes for row in rows)
    missing = lacking(session.snapshot, workshop)
    if args.json:
        items: list[dict[str, object]] = [
            {
                "starts": f"{row.starts:%H:%M}",
                "ends": f"{row.ends:%H:%M}",
                "minutes": row.item.minutes,
                "title": row.item.title,
                "about": row.item.about,
            }
            for row in rows
        ]
        document({"workshop": workshop.uid, "items": items, "minutes": minutes, "lacking": missing})
    else:
        for row in rows:
            print(f"{row.starts:%H:%M}–{row.ends:%H:%M}  {row.item.title}")
        say(f"{hours(minutes)} in all." if rows else "It has no agenda yet: --template makes one.")
        for sentence in missing:
            say(sentence)
    return int(Exit.DONE)


def _time(text: str) -> dt.time:
    try:
        return dt.datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a time of day has no zone
    except ValueError:
        raise _unknown(f"“{text}” is no time of day.", "Write it as 09:30.") from None


def _prompts(args: argparse.Namespace, session: Session, workshop: Workshop) -> int:
    if args.library or args.source:
        known = {one.id: one for one in prompt_libraries()}
        if args.library and args.library not in known:
            raise _unknown(f"There is no set called “{args.library}”.", f"There are: {', '.join(known)}.")
        chosen = known[args.library] if args.library else read_prompt_file(Path(args.source))
        use_library(session, workshop, chosen)
        workshop = replace(workshop, library=chosen.id)
    asked = prompts_of(session.snapshot, workshop)
    if args.json:
        plain = [{"uid": p.uid, "text": p.text, "library": p.library, "source": p.origin} for p in asked]
        document({"workshop": workshop.uid, "library": workshop.library, "prompts": plain})
    else:
        for number, prompt in enumerate(asked, 1):
            print(f"{number}. {prompt.text}")
    return int(Exit.DONE)


def _invite(args: argparse.Namespace, session: Session, workshop: Workshop) -> int:
    """The letters hold the names of those who are asked, so they go to standard output and into no file."""
    letters = invitations(session.snapshot, workshop)
    if args.sent or args.pre_reading:
        mark_sent(
            session,
            [letter.participant.uid for letter in letters],
            invited=day_of(args.sent) if args.sent else None,
            pre_reading=day_of(args.pre_reading) if args.pre_reading else None,
        )
    if args.json:
        document({"letters": [{"participant": one.participant.uid, "text": one.text} for one in letters]})
    else:
        print("\n\n\f\n".join(letter.text for letter in letters))
    return int(Exit.DONE)


def _recall(args: argparse.Namespace, session: Session) -> int:
    if args.answer:
        if not any(one.uid == args.answer for one in session.snapshot.recall_feedback):
            raise _unknown("Nothing with that uid was said of a finding.", "“candour recall FILE --json” gives them.")
        answer(session, args.answer, args.text)
    elif args.finding is not None:
        workshop = workshop_called(session.snapshot, args.workshop).uid if args.workshop else ""
        finding = _finding(session.snapshot, args.finding).uid
        add_feedback(
            session, RecallFeedback(workshop=workshop, finding=finding, stance=Stance(args.stance), text=args.text)
        )
    said = heard(session.snapshot)
    waiting = sum(one.waiting for one in said)
    if args.json:
        findings = [
            {
                "number": one.finding.number,
                "title": one.finding.title,
                "said": [
                    {"uid": f.uid, "stance": f.stance.value, "text": f.text, "answer": f.answer, "waits": waits(f)}
                    for f in one.said
                ],
            }
            for one in said
        ]
        document({"findings": findings, "waiting": waiting})
    else:
        for one in said:
            for feedback in one.said:
                state = "waits for an answer" if waits(feedback) else feedback.answer
                print(f"{one.finding.number}  {feedback.stance.value}: {feedback.text}  [{state}]")
        say(f"{waiting} wait for an answer." if waiting else "Nothing waits for an answer.")
    return int(Exit.LOOK if waiting else Exit.DONE)


def _finding(snapshot: Snapshot, number: int) -> Finding:
    found = next((f for f in snapshot.findings if f.number == number), None)
    if found is None:
        raise _unknown(f"There is no finding {number}.", "“candour list FILE findings” gives their numbers.")
    return found


def _unknown(what: str, do: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code="usage", exit_code=Exit.USAGE)
