"""step(case, event, world) -> (case, decisions): who is woken, when the next one is, what the person is told.

An open urgent case always has an owner or a deadline; the property tests hold this.
"""

from dataclasses import replace
from typing import assert_never

from hotline_router import paths
from hotline_router.case import LIFE, Case, Status
from hotline_router.decisions import (
    CloseTopic,
    Decision,
    DropDeadline,
    OpenTopic,
    Page,
    ShowCard,
    TellDialogue,
    TellGroup,
    TellOperator,
)
from hotline_router.events import (
    Answered,
    CalledAgain,
    Claimed,
    ClosedBy,
    DeadlinePassed,
    Event,
    FactTold,
    HandedOver,
    MadeUrgent,
    Muted,
    Opened,
    OperatorActed,
    OperatorsEvent,
    PageFailed,
    PersonReachable,
    PersonTold,
    PersonUnreachable,
    Resumed,
    RosterRead,
    Withdrawn,
)
from hotline_router.ladder import climb, lapsed, owes_reply, page_failed, page_owner, time_is_over, unasked
from hotline_router.policy import SIGN_OF_FACT
from hotline_router.world import Outcome, World


def step(case: Case, event: Event, world: World) -> Outcome:
    """Where the case stands after the event, and what must be done. Pure; an event that does not fit changes nothing."""
    after, decisions = _step(case, event, world)
    after, told = paths.shown(case, after)
    return after, (*decisions, *told)


def _step(case: Case, event: Event, world: World) -> Outcome:
    match event:
        case Opened():
            return _opened(case, world)
        case PersonTold():
            return _moved(replace(case, unasked=False, heard=world.now), "told")
        case Resumed():
            return _resumed(case, world)
        case FactTold(fact):
            return _fact(case, fact)
        case CalledAgain(signs):
            return _called_again(case, signs, world)
        case Withdrawn():
            return _ended(case, "withdrawn", (CloseTopic(erase=True),))
        case PageFailed(operator, means):
            return page_failed(case, operator, means, world)
        case DeadlinePassed():
            return time_is_over(case, world)
        case RosterRead():
            is_gone = case.is_taken and not world.roster.operator(case.owner)
            left = (TellGroup("staff.owner-left"),)
            return lapsed(replace(case, since=world.now), world, left, tells=False) if is_gone else (case, ())
        case PersonUnreachable(reason):
            told = TellGroup("staff.person-cut-off", {"reason": reason})
            return (case, ()) if case.unreachable else (replace(case, unreachable=reason), (told,))
        case PersonReachable():
            back = (TellGroup("staff.person-back"),) if case.unreachable else ()
            return replace(case, unreachable=""), back
        case _:
            return _by_operator(case, event, world)


def _by_operator(case: Case, event: OperatorsEvent, world: World) -> Outcome:
    match event:
        case Claimed(operator):
            return _claimed(case, operator, world)
        case OperatorActed(by_note, operator):
            return _acted(case, by=operator, by_note=by_note)
        case Answered(operator):
            return _acted(case, "answered", by=operator)
        case MadeUrgent():
            return _made_urgent(case, world)
        case Muted(is_on):
            return _muted(case, is_on=is_on)
        case HandedOver(_, to):
            return _handed_over(case, to, world)
        case ClosedBy():
            told = (*unasked(case, "closed", world), ShowCard(), CloseTopic())
            return _ended(replace(case, muted=False, closed=world.now), "closed", told)
        case _:
            assert_never(event)


def _opened(case: Case, world: World) -> Outcome:
    status = LIFE.get((case.status, "opened"))
    return climb(replace(case, status=status), world, (OpenTopic(),)) if status else (case, ())


def _resumed(case: Case, world: World) -> Outcome:
    """A closed case goes on because the person goes on: it climbs as if it were new, in the topic that it has."""
    if (status := LIFE.get((case.status, "resumed"))) is None:
        return case, ()
    case = replace(case, status=status, owner="", stepped=(), alarm=0, paged=(), unasked=False, heard=world.now)
    return climb(case, world, (TellGroup("staff.report-reopened"), ShowCard()))


def _fact(case: Case, fact: str) -> Outcome:
    kind, _, value = fact.partition(":")
    if kind == "country":
        case = replace(case, country=value)
    elif fact.startswith("write-"):
        case = replace(case, write=fact, heard=0.0 if fact == "write-no" else case.heard)
    elif fact.startswith("contact-"):
        case = replace(case, contact=fact)
    elif kind == "hours":
        case = replace(case, hours=value)
    elif kind == "wording":
        case = replace(case, wording=value)
    elif (sign := SIGN_OF_FACT.get(fact)) and sign not in case.signs:
        case = replace(case, signs=(*case.signs, sign))
    return case, (ShowCard(),)


def _called_again(case: Case, signs: tuple[str, ...], world: World) -> Outcome:
    """Urgency only rises by itself. Of somebody who is muted one cry is paged."""
    if case.muted and case.mute_paged:
        return case, ()
    was, case = case, replace(_moved(case, "told")[0], mute_paged=case.muted)  # who cries waits for us, not we for them
    case = replace(case, level="urgent", signs=tuple(dict.fromkeys((*case.signs, *signs))))
    loud = (TellGroup("staff.urgent-again"),) if was.is_taken or was.level != "urgent" else ()
    if was.status is Status.PAGED and was.level != "urgent":
        return climb(replace(case, stepped=(), alarm=0, waiting_for=(), lost=()), world, (*loud, ShowCard()))
    card = (ShowCard(),) if case != was else ()
    if not was.is_taken:
        return case, (*loud, *card)
    if not world.roster.operator(case.owner):
        return lapsed(case, world, loud)
    if (
        case.waiting_for and world.ladders[was.level] == world.ladders[case.level]
    ):  # more cries may not put off what comes next
        return case, (*loud, *card)
    if case.muted:
        return case, (*loud, Page(case.owner, world.means(case.owner, world.ladders[case.level].means)), *card)
    return page_owner(case, world, loud, card)


def _acted(case: Case, what: str = "acted", *, by: str = "", by_note: bool = False) -> Outcome:
    """The owner is there: nobody waits for an answer to a page, or for the first reply, any more."""
    if by_note and not (case.unreachable or case.write == "write-no" or case.contact == "contact-call"):
        return case, ()
    if case.status is Status.HANDED and by != case.owner:
        # Only the new owner can say that they have it, not words of the one before that were kept till now.
        return case, ()
    case, moved = _moved(case, what)
    if not case.is_taken or not (case.waiting_for or case.owes):
        return case, moved
    return replace(case, waiting_for=(), lost=(), rung=(), owes=False, until=0.0), (DropDeadline(), *moved)


def _moved(case: Case, what: str) -> Outcome:
    """The card shows where the case stands, where that changes."""
    status = LIFE.get((case.status, what))
    return (replace(case, status=status), (ShowCard(),)) if status else (case, ())


def _muted(case: Case, *, is_on: bool) -> Outcome:
    """Whoever mutes the person has looked at the case, and owes them no reply."""
    if is_on == case.muted:
        return case, ()
    case, done = _acted(case, by=case.owner) if is_on else (case, ())
    card = () if ShowCard() in done else (ShowCard(),)
    return replace(case, muted=is_on, mute_paged=False), (*done, *card)


def _made_urgent(case: Case, world: World) -> Outcome:
    """An operator makes it urgent: where nobody has it, it is paged as such from now on; a first reply is owed sooner."""
    if not case.is_open or case.level == "urgent":
        return case, ()
    case, told = replace(case, level="urgent"), (TellGroup("staff.made-urgent"), ShowCard())
    sooner, deadline = owes_reply(case, world)
    if case.owes and sooner.until < case.until:
        return sooner, (deadline, *told)
    if case.is_taken:
        return case, told
    return climb(replace(case, stepped=(), alarm=0, waiting_for=(), lost=()), world, told)


def _claimed(case: Case, operator: str, world: World) -> Outcome:
    if case.is_taken and operator == case.owner and case.waiting_for:
        case, moved = _moved(case, "claimed")
        case, deadline = owes_reply(case, world)
        return case, (deadline, *moved)
    if case.is_taken or (status := LIFE.get((case.status, "claimed"))) is None:
        return case, ()
    was_paged = case.status is Status.PAGED  # whoever was paged for a case that is opened again need not know
    others = tuple(TellOperator(one, "staff.page-done") for one in case.paged if was_paged and one != operator)
    resumed: tuple[Decision, ...] = () if was_paged else (TellDialogue("resumed"),)
    case = case if was_paged else replace(case, since=world.now)
    case, deadline = owes_reply(replace(case, status=status, owner=operator, stepped=(), alarm=0), world)
    here = (TellGroup("staff.claimed"), TellDialogue("taken"), *unasked(case, "taken", world))
    return case, (deadline, *resumed, ShowCard(), *here, TellOperator(operator, "staff.you-have-it"), *others)


def _handed_over(case: Case, to: str, world: World) -> Outcome:
    if not case.is_taken or to == case.owner or not world.roster.operator(to):
        return case, ()
    case = replace(case, status=LIFE[case.status, "handed over"], owner=to)
    told = unasked(case, "handed-over", world)
    return page_owner(case, world, (ShowCard(), TellGroup("staff.handed-over")), told)


def _ended(case: Case, how: str, decisions: tuple[Decision, ...]) -> Outcome:
    if (status := LIFE.get((case.status, how))) is None:
        return case, ()
    gone = (TellDialogue("ended"),) if how == "closed" else ()
    case = replace(case, status=status, waiting_for=(), lost=(), rung=(), owes=False, until=0.0)
    return case, (DropDeadline(), *decisions, *gone)
