"""What may not reach a person yet: kept until their hours begin, until they write, or until an operator answers for it.

In the table `held`, not in the outbox: what waits there is in memory too, and could not be taken back when somebody erases their data.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.apply import HOURS, route, step
from bot.messages import Outbound
from bot.render import number
from bot.retry import STAFF
from bot.stage import Somebody, Stage, open_body, seal_body
from bot.store.base import HeldRow, Timer
from dialogues.events import HoursBegan, MonthPassed, TextOwed
from dialogues.wishes import AGAIN, MONTH, are_special
from hotline_router import events as happened
from hotline_router.case import Case
from hotline_router.hours import zone_of

TIMERS = (HOURS, "contact")
"""Of a person: their hours begin; what was agreed on is a month old."""


def opens(stage: Stage, case: Case) -> float:
    """When the person of a case may be written to: now (0), or at this time."""
    at = case.opens(stage.now, stage.roster.zone)
    return at if at > stage.now else 0.0


def clock(stage: Stage, case: Case, at: float) -> str:
    """A time on the person's own clock, as staff read it."""
    return f"{datetime.fromtimestamp(at, zone_of(case.country, stage.roster.zone)):%H:%M}"


def keep(stage: Stage, somebody: Somebody, outs: Iterable[Outbound], case: Case, at: float) -> None:
    """Keep messages of an operator until the person's hours begin."""
    for out in outs:
        body = seal_body(stage.deps.seal, out)
        stage.tx.hold(HeldRow(somebody.id, case.number, at, somebody.channel, body))
    stage.set_timer(f"person:{somebody.id}", HOURS, at)


def release(stage: Stage, somebody: Somebody) -> int:
    """Whatever is kept goes out now, in its order. Returns how many messages."""
    rows = [] if somebody.state.hidden else stage.tx.release(somebody.id)
    for row in rows:
        out, known = open_body(stage.deps.seal, row.body), 0 if somebody.is_erased else somebody.id
        stage.put(STAFF, row.channel, f"person:{somebody.id}", out, case=row.case, person=known)
    for case in dict.fromkeys(row.case for row in rows):
        after = route(stage, case, happened.Answered())
        if after and after.is_open:
            stage.tell_topic(case, stage.group.say("staff.kept-sent", {"case": number(case)}))
    return len(rows)


def ring(stage: Stage, somebody: Somebody, timer: Timer) -> None:
    """One of these timers: what is due is done, unless what the person has said since then stands against it."""
    case = _current(stage, somebody)
    if case and (at := opens(stage, case)):
        stage.set_timer(timer.owner, timer.name, at)  # they moved, or chose other hours
        return
    is_quiet = case is not None and case.is_quiet(stage.now)
    if timer.name != HOURS:
        _ask_again(stage, somebody, case, is_quiet=is_quiet)
    elif not is_quiet:
        step(stage, somebody, HoursBegan())
        release(stage, somebody)


def _current(stage: Stage, somebody: Somebody) -> Case | None:
    """The open case or the last one, with what the person has asked for since."""
    rows, state = stage.tx.cases_of(somebody.id), somebody.state
    case = stage.load(state.case or rows[-1].number) if rows else None
    return replace(case, hours=state.hours, contact=state.contact, country=state.country) if case else None


def _ask_again(stage: Stage, somebody: Somebody, case: Case | None, *, is_quiet: bool) -> None:
    """Only while a case is open, or not long after: nobody is reminded of us for ever."""
    if case is None or not are_special(somebody.state) or (not case.is_open and stage.now - case.closed > MONTH):
        return
    step(stage, somebody, TextOwed(AGAIN, case.number) if is_quiet else MonthPassed())
