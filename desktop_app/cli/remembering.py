"""`candour memory` and `candour said-before`: what reviews on this computer have published."""

from __future__ import annotations

import argparse

from desktop_app.cli.blocked import blocked_report, tell_blocked
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, lines, say
from desktop_app.common.errors import Exit
from desktop_app.domain.learning import Finding, Recommendation
from desktop_app.domain.remembered import RememberedFinding, RememberedReview
from desktop_app.services.memory.keeping import Added, add_to_memory, forget, remembered
from desktop_app.services.memory.said_before import Answer, Echo, all_said_before, numbered

Json = dict[str, object]


def run(args: argparse.Namespace) -> int:
    if args.command == "said-before":
        return _said_before(args)
    return {"add": _add, "list": _list, "forget": _forget}[args.does](args)


def _add(args: argparse.Namespace) -> int:
    with opened(args) as session:
        added = add_to_memory(session)
    _notice(added.notice)
    if args.json:
        document(_added(added))
    elif added.review is None:
        tell_blocked(added.blocked)
    else:
        say(
            f"Remembered as {added.review.id}: {_many(len(added.review.findings), 'finding')} and "
            f"{_many(len(added.review.recommendations), 'recommendation')}, as published."
        )
        if added.left_out:
            say(f"{added.left_out} more are in the review and in no published output, so they were left out.")
    return int(Exit.DONE if added.review else Exit.LOOK)


def _added(added: Added) -> Json:
    return {
        "added": added.review is not None,
        "again": added.again,
        "review": _review(added.review) if added.review else None,
        "left_out": added.left_out,
        "blocked": blocked_report(added.blocked),
    }


def _list(args: argparse.Namespace) -> int:
    contents = remembered()
    _notice(contents.notice)
    if args.json:
        lines(_review(review) for review in contents.reviews)
    elif not contents.reviews:
        say("Nothing is remembered on this computer yet.")
    else:
        for review in contents.reviews:
            print(f"{review.id}  {review.published}  {review.title}")
    return int(Exit.DONE)


def _forget(args: argparse.Namespace) -> int:
    gone = forget(args.remembered)
    if args.json:
        document({"forgotten": gone.id})
    else:
        say(f"Forgotten: {gone.title} ({gone.published}). The review itself is untouched.")
    return int(Exit.DONE)


def _review(review: RememberedReview) -> Json:
    return {
        "review": review.id,
        "title": review.title,
        "type": review.type,
        "published": review.published,
        "added": review.added.isoformat(),
        "findings": len(review.findings),
        "recommendations": len(review.recommendations),
    }


def _said_before(args: argparse.Namespace) -> int:
    with opened(args) as session:
        snapshot = session.snapshot
    records: list[Finding | Recommendation] = [*snapshot.findings, *snapshot.recommendations]
    if args.finding is not None or args.recommendation is not None:
        kind = Recommendation if args.finding is None else Finding
        uid = numbered(snapshot, kind, args.recommendation if args.finding is None else args.finding)
        records = [record for record in records if record.uid == uid]
    answers = all_said_before(snapshot, [record.uid for record in records])
    for notice in {answer.notice for answer in answers}:
        _notice(notice)
    if args.json:
        said = [
            {"kind": _kind(record), "number": record.number, "echoes": [_echo(echo) for echo in answer.echoes]}
            for record, answer in zip(records, answers, strict=True)
        ]
        document({"said": said, "searched": answers[0].searched if answers else 0})
    else:
        for record, answer in zip(records, answers, strict=True):
            _tell(record, answer)
    return int(Exit.DONE)


def _kind(record: Finding | Recommendation) -> str:
    return "finding" if isinstance(record, Finding) else "recommendation"


def _echo(echo: Echo) -> Json:
    return {
        "review": echo.review.id,
        "title": echo.review.title,
        "published": echo.review.published,
        "kind": "finding" if isinstance(echo.said, RememberedFinding) else "recommendation",
        "number": echo.said.number,
        "words": echo.said.words,
        "nearness": echo.nearness.value,
        "score": round(echo.score, 1),
        "shared": list(echo.shared),
    }


def _tell(record: Finding | Recommendation, answer: Answer) -> None:
    name = f"{_kind(record).capitalize()} {record.number}"
    if not answer.echoes:
        print(f"{name}: nothing like it in {_many(answer.searched, 'other review')}.")
    for echo in answer.echoes:
        kind = "finding" if isinstance(echo.said, RememberedFinding) else "recommendation"
        print(f"{name}: {kind} {echo.said.number} of “{echo.review.title}”, {echo.review.published} ({echo.score:.0f})")
        print("    " + echo.said.words.replace("\n", "\n    "))


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _notice(notice: str) -> None:
    if notice:
        say(notice)
