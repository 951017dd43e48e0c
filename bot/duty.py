"""The roster in the hands of those who are on it: /swap and /off with a colleague's yes, and the check that tells the coordinator."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.channels.sms_text import fold
from bot.clock import day
from bot.messages import StaffInbound, Text
from bot.render import Desk
from bot.retry import PAGE
from bot.stage import Stage
from hotline_router import watch, when
from hotline_router.roster import DAY, Operator, Override, Span

LOOKS_AHEAD = 14 * DAY
EVERY = DAY
"""Seconds between two checks of the roster."""
SHOWN = 12
"""Problems that one message names."""
YES = ("yes", "да", "ha", "ҳа", "бале", "ооба", "иә", "ok", "/yes")
NO = ("no", "нет", "yoʻq", "yo'q", "не", "жок", "жоқ", "/no")
COMMANDS = ("swap", "off")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change of the roster that waits for somebody's yes."""

    change: Override
    asked: str
    """The operator who has to agree."""


_proposal = msgspec.json.Decoder(Proposal).decode
_encode = msgspec.json.Encoder().encode


def private(stage: Stage, inbound: StaffInbound, operator: Operator) -> bool:
    """What an operator writes in private about the roster; False when it is about something else."""
    word, _, rest = inbound.text.strip().partition(" ")
    command = word.removeprefix("/").partition("@")[0].casefold()
    if word.startswith("/") and command in COMMANDS:
        _propose(stage, operator, command, rest.strip())
        return True
    asked = [
        name
        for name, found in _proposals(stage).items()
        if found.asked == operator.id and _still_counts(stage, found.change)
    ]
    if asked and word.casefold().rstrip(".!,") in (*YES, *NO):
        answer(stage, operator, asked[-1], agrees=word.casefold().rstrip(".!,") in YES)
        return True
    return False


def _say(stage: Stage, operator: str, key: str, **fills: str) -> None:
    stage.tell_operator(operator, stage.desk(operator).say(key, fills))


def shown(stage: Stage, span: Span) -> str:
    """A time from and to, on the roster's clock."""
    begin, end = (datetime.fromtimestamp(at, stage.roster.zone) for at in span)
    return (
        f"{begin:%d.%m %H:%M} – {end:%H:%M}"
        if begin.date() == end.date()
        else f"{begin:%d.%m %H:%M} – {end:%d.%m %H:%M}"
    )


def _propose(stage: Stage, operator: Operator, command: str, words: str) -> None:
    """`/swap NAME [WHEN]` and `/off [WHEN]`: checked, then put to the colleague."""
    instead = ""
    if command == "swap":
        name, _, words = words.partition(" ")
        colleague = stage.roster.named(name)
        if colleague is None or colleague.id == operator.id:
            everybody = stage.group.names(one.id for one in stage.roster.operators)
            _say(stage, operator.id, "staff.swap-how", operators=everybody)
            return
        instead = colleague.id
    span = when.parse(words, stage.now, stage.roster.zone) if words else stage.roster.next_shift(operator.id, stage.now)
    if words and span is None:
        _say(stage, operator.id, "staff.swap-when", words=words)
        return
    if span is None or not stage.roster.spans(span, lambda on_duty: operator.id in on_duty):
        _say(stage, operator.id, "staff.swap-not-on-duty", words=shown(stage, span) if span else "")
        return
    _put_to(stage, Override(operator.id, *span, instead))


def _put_to(stage: Stage, change: Override) -> None:
    cost = watch.cost(stage.roster, change, stage.deps.config.service.languages)
    if cost.gaps:
        _say(stage, change.away, "staff.swap-gap", words=", ".join(shown(stage, one) for one in cost.gaps))
        return
    after = watch.with_override(stage.roster, change)
    asked = change.instead or next(iter(after.on_duty(change.start)), stage.roster.coordinator)
    number = int(stage.tx.recall("swap-last") or 0) + 1
    stage.tx.remember("swap-last", str(number))
    stage.tx.remember(f"swap:{number}", _encode(Proposal(change, asked)).decode())
    desk, span = stage.desk(asked), shown(stage, (change.start, change.end))
    key = "staff.swap-ask" if change.instead else "staff.off-ask"
    text = desk.say(key, {"owner": desk.names([change.away]), "words": span}) + _uncovered(desk, cost.languages)
    labels = (("staff.swap-yes", f"swap-yes:{number}"), ("staff.swap-no", f"swap-no:{number}"))
    stage.tell_operator(asked, text, tuple((desk.say(label), data) for label, data in labels))
    mine = stage.desk(change.away)
    told = mine.say("staff.swap-asked", {"owner": mine.names([asked]), "words": span})
    stage.tell_operator(change.away, told + _uncovered(mine, cost.languages))


def _uncovered(desk: Desk, languages: Iterable[str]) -> str:
    named = ", ".join(desk.say(f"staff.language-{one}") for one in languages)
    return "\n" + desk.say("staff.swap-languages", {"words": named}) if named else ""


def answer(stage: Stage, operator: Operator, name: str, *, agrees: bool) -> None:
    """The colleague says yes or no. What was right when it was asked is checked again: others may have agreed on something since."""
    found = _proposals(stage).get(name)
    if found is None or found.asked != operator.id or not _still_counts(stage, found.change):
        _say(stage, operator.id, "staff.swap-gone")
        return
    stage.tx.forget(name)
    change, span = found.change, shown(stage, (found.change.start, found.change.end))
    if not agrees:
        for one in (change.away, operator.id):
            _say(stage, one, "staff.swap-refused", owner=stage.group.names([operator.id]), words=span)
        return
    cost = watch.cost(stage.roster, change, stage.deps.config.service.languages)
    if cost.gaps:
        for one in (change.away, operator.id):
            _say(stage, one, "staff.swap-gap", words=", ".join(shown(stage, gap) for gap in cost.gaps))
        return
    stage.agree(change)
    key = "staff.swap-done" if change.instead else "staff.off-done"
    for one in dict.fromkeys((change.away, operator.id, stage.roster.coordinator)):
        desk = stage.desk(one)
        fills = {"owner": desk.names([change.away]), "operators": desk.names([change.instead]), "words": span}
        stage.tell_operator(one, desk.say(key, fills) + _uncovered(desk, cost.languages))


def _still_counts(stage: Stage, change: Override) -> bool:
    """It is not over, and who wants to be away is on duty then: something else may have been agreed on since."""
    return change.end > stage.now and bool(
        stage.roster.spans((change.start, change.end), lambda on_duty: change.away in on_duty)
    )


def pressed(stage: Stage, operator: Operator, command: str, about: str) -> None:
    """One of the two buttons below the question."""
    answer(stage, operator, f"swap:{about}", agrees=command == "swap-yes")


def _proposals(stage: Stage) -> dict[str, Proposal]:
    found = {name: _proposal(value) for name, value in stage.tx.remembered("swap:").items()}
    return dict(sorted(found.items(), key=lambda item: int(item[0].removeprefix("swap:"))))


# The check


def check(stage: Stage) -> None:
    """Look at the roster, and come back in a day. The coordinator is told what is wrong, and woken where nobody is on duty."""
    stage.set_timer("roster:0", "check", stage.now + EVERY)
    stage.forget_old()
    roster, coordinator = stage.roster, stage.roster.coordinator
    linked, bounced = (_named(stage, prefix) for prefix in ("linked:", "bounced:"))
    within = (stage.now, stage.now + LOOKS_AHEAD)
    found = watch.problems(roster, within, stage.deps.config.service.languages, linked, bounced)
    desk = stage.desk(coordinator)
    lines = [_line(stage, desk, one) for one in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(desk.say("staff.roster-more", {"words": str(len(found) - SHOWN)}))
    if not roster.on_duty(stage.now):
        _wake(stage, coordinator)
    text = "\n".join((desk.say("staff.roster-problems"), *lines))
    seen = day(stage.now) + hashlib.sha256(text.encode()).hexdigest()
    if lines and stage.tx.recall("roster-told") != seen:
        stage.tx.remember("roster-told", seen)  # a service that restarts again and again does not say it each time
        stage.tell_operator(coordinator, text)


def _named(stage: Stage, prefix: str) -> set[str]:
    return {name.removeprefix(prefix) for name in stage.tx.remembered(prefix)}


def _line(stage: Stage, desk: Desk, problem: watch.Problem) -> str:
    about = problem.about
    words = desk.say(f"staff.language-{about}") if problem.kind == "language" else desk.names([about])
    begins = f"{datetime.fromtimestamp(problem.span[0], stage.roster.zone):%d.%m %H:%M}"
    span = shown(stage, problem.span) if problem.kind == "gap" else begins
    return "– " + desk.say(f"staff.roster-{problem.kind}", {"owner": words, "words": span})


def _wake(stage: Stage, coordinator: str) -> None:
    """Nobody is on duty: never quiet."""
    known, desk = stage.roster.operator(coordinator), stage.desk(coordinator)
    if known is None:
        return
    stage.put(PAGE, "staff", f"operator:{coordinator}", Text(str(known.telegram), desk.say("staff.roster-nobody")))
    if known.phone and stage.deps.config.sms:
        out = Text(known.phone, fold(desk.say("staff.roster-nobody", None, "sms")))
        stage.put(PAGE, "sms", f"operator:{coordinator}:sms", out)
