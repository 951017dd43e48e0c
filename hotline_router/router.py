"""step(case, event, world) -> (case, decisions): who is woken, when the next one is, what the person is told.

An open urgent case always has an owner or a deadline; the property tests hold this.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from hotline_router.case import LIFE, Case, Status
from hotline_router.decisions import (
    CloseTopic,
    Decision,
    DropDeadline,
    OpenTopic,
    OwePerson,
    Page,
    SetDeadline,
    ShowCard,
    TellDialogue,
    TellGroup,
    TellOperator,
    TellPerson,
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
    Withdrawn,
)
from hotline_router.policy import LADDERS, SIGN_OF_FACT, TRUTH_ALWAYS, TRUTH_EVERY, Deadlines
from hotline_router.roster import Roster


@dataclass(frozen=True, slots=True)
class World:
    """What a step may know: the hour, the roster, the deadlines, and by what each operator can be reached at all."""

    now: float
    roster: Roster
    deadlines: Deadlines
    has_sms: bool = True

    def means(self, operator: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """The means among `wanted` that this operator has."""
        known = self.roster.operator(operator)
        has_phone = bool(known and known.phone and self.has_sms)
        return tuple(one for one in wanted if one != "sms" or has_phone) if known else ()


Outcome = tuple[Case, tuple[Decision, ...]]


def step(case: Case, event: Event, world: World) -> Outcome:
    """Where the case stands after the event, and what must be done. Pure; an event that does not fit changes nothing."""
    match event:
        case Opened():
            return _opened(case, world)
        case PersonTold():
            return _moved(replace(case, unasked=False, heard=world.now), "told")
        case FactTold(fact):
            return _fact(case, fact)
        case CalledAgain(signs):
            return _called_again(case, signs, world)
        case Withdrawn():
            return _ended(case, "withdrawn", (CloseTopic(erase=True),))
        case PageFailed(operator, means):
            return _page_failed(case, operator, means, world)
        case DeadlinePassed():
            return _deadline(case, world)
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
        case OperatorActed():
            return _acted(case)
        case Answered():
            return _moved(case, "answered")
        case MadeUrgent():
            return _made_urgent(case, world)
        case Muted(is_on):
            return (replace(case, muted=is_on, mute_paged=False), (ShowCard(),)) if is_on != case.muted else (case, ())
        case HandedOver(_, to):
            return _handed_over(case, to, world)
        case ClosedBy():
            told = (*_unasked(case, "closed", world), ShowCard(), CloseTopic())
            return _ended(replace(case, muted=False), "closed", told)
        case _:
            assert_never(event)


def _opened(case: Case, world: World) -> Outcome:
    status = LIFE.get((case.status, "opened"))
    return _climb(replace(case, status=status), world, (OpenTopic(),)) if status else (case, ())


def _fact(case: Case, fact: str) -> Outcome:
    kind, _, value = fact.partition(":")
    if kind == "country":
        case = replace(case, country=value)
    elif fact.startswith("write-"):
        case = replace(case, write=fact, heard=0.0 if fact == "write-no" else case.heard)
    elif fact.startswith("contact-"):
        case = replace(case, contact=fact)
    elif (sign := SIGN_OF_FACT.get(fact)) and sign not in case.signs:
        case = replace(case, signs=(*case.signs, sign))
    return case, (ShowCard(),)


def _called_again(case: Case, signs: tuple[str, ...], world: World) -> Outcome:
    """Urgency only rises by itself. Of somebody who is muted one cry is paged."""
    if case.muted and case.mute_paged:
        return case, ()
    was, case = case, replace(case, mute_paged=case.muted)
    case = replace(case, level="urgent", signs=tuple(dict.fromkeys((*case.signs, *signs))))
    loud = (TellGroup("staff.urgent-again"),) if was.is_taken or was.level != "urgent" else ()
    if was.status is Status.PAGED and was.level != "urgent":
        return _climb(replace(case, stepped=(), alarm=0, waiting_for=(), lost=()), world, (*loud, ShowCard()))
    card = (ShowCard(),) if case != was else ()
    if not was.is_taken:
        return case, (*loud, *card)
    if not world.roster.operator(case.owner):
        return _lapsed(case, world, loud)
    page = Page(case.owner, world.means(case.owner, LADDERS["urgent"].means))
    if case.muted:
        return case, (*loud, page, *card)
    deadline = SetDeadline(world.now + world.deadlines.acknowledge)
    return replace(case, waiting_for=(case.owner,), lost=()), (*loud, page, deadline, *card)


def _lapsed(case: Case, world: World, first: tuple[Decision, ...], *, at_once: bool = False) -> Outcome:
    """The owner does not hear: the case climbs again from the first step."""
    case = replace(case, status=LIFE[case.status, "lapsed"], owner="", stepped=(), alarm=0, waiting_for=())
    return _climb(case, world, (*first, TellDialogue("resumed")), at_once=at_once)


def _acted(case: Case) -> Outcome:
    """The owner is there: nobody waits for an answer to a page any more."""
    case, moved = _moved(case, "acted")
    if not case.is_taken or not case.waiting_for:
        return case, moved
    return replace(case, waiting_for=(), lost=()), (DropDeadline(), *moved)


def _moved(case: Case, what: str) -> Outcome:
    """The card shows where the case stands, where that changes."""
    status = LIFE.get((case.status, what))
    return (replace(case, status=status), (ShowCard(),)) if status else (case, ())


def _made_urgent(case: Case, world: World) -> Outcome:
    """An operator makes it urgent: where nobody has it, it is paged as such from now on."""
    if not case.is_open or case.level == "urgent":
        return case, ()
    case, told = replace(case, level="urgent"), (TellGroup("staff.made-urgent"), ShowCard())
    if case.is_taken:
        return case, told
    return _climb(replace(case, stepped=(), alarm=0, waiting_for=(), lost=()), world, told)


def _claimed(case: Case, operator: str, world: World) -> Outcome:
    if case.status is Status.HANDED and operator == case.owner:
        return _acted(case)
    if case.is_taken or (status := LIFE.get((case.status, "claimed"))) is None:
        return case, ()
    resumed: tuple[Decision, ...] = (TellDialogue("resumed"),) if case.status is Status.CLOSED else ()
    others = tuple(TellOperator(one, "staff.page-done") for one in case.paged if one != operator)
    case = replace(case, status=status, owner=operator, waiting_for=(), lost=(), stepped=(), alarm=0)
    here = (TellGroup("staff.claimed"), TellDialogue("taken"), *_unasked(case, "taken", world))
    return case, (DropDeadline(), *resumed, ShowCard(), *here, TellOperator(operator, "staff.you-have-it"), *others)


def _handed_over(case: Case, to: str, world: World) -> Outcome:
    if not case.is_taken or to == case.owner or not world.roster.operator(to):
        return case, ()
    case = replace(case, status=LIFE[case.status, "handed over"], owner=to, waiting_for=(to,), lost=())
    page = Page(to, world.means(to, LADDERS[case.level].means))
    deadline = SetDeadline(world.now + world.deadlines.acknowledge)
    return case, (ShowCard(), TellGroup("staff.handed-over"), page, deadline, *_unasked(case, "handed-over", world))


def _ended(case: Case, how: str, decisions: tuple[Decision, ...]) -> Outcome:
    if (status := LIFE.get((case.status, how))) is None:
        return case, ()
    gone = (TellDialogue("ended"),) if how == "closed" else ()
    return replace(case, status=status, waiting_for=(), lost=()), (DropDeadline(), *decisions, *gone)


def _deadline(case: Case, world: World) -> Outcome:
    if case.is_taken and case.waiting_for:
        return _lapsed(case, world, ())
    return _climb(case, world, ()) if case.status is Status.PAGED else (case, ())


def _page_failed(case: Case, operator: str, means: str, world: World) -> Outcome:
    """An operator who can be reached by no means is passed over at once, not at the deadline."""
    lost = f"{operator}:{means}"
    if not case.is_open or operator not in case.waiting_for or lost in case.lost:
        return case, ()  # also a page of before the claim, which is tried on: whoever took the case is there
    case = replace(case, lost=(*case.lost, lost))
    told = TellGroup("staff.cannot-reach", {"owner": operator, "means": means})
    left = [one for one in world.means(operator, LADDERS[case.level].means) if f"{operator}:{one}" not in case.lost]
    if left:
        return case, (told,)
    if case.is_taken:
        return _lapsed(case, world, (told,), at_once=True)
    case = replace(case, waiting_for=tuple(one for one in case.waiting_for if one != operator))
    # When everybody at once cannot be reached, the deadline keeps the rhythm: going on at once would turn in a circle.
    if case.waiting_for or case.alarm:
        return case, (told,)
    return _climb(case, world, (told,), at_once=True, tells=False)


def _next_alone(case: Case, world: World) -> str | None:
    """The next single step of the ladder: those on duty one by one, then the coordinator."""
    ladder = (*world.roster.on_duty(world.now), world.roster.coordinator)
    return next((one for one in ladder if one not in case.stepped and world.roster.operator(one)), None)


def _climb(
    case: Case, world: World, first: tuple[Decision, ...], *, at_once: bool = False, tells: bool = True
) -> Outcome:
    """Page the next step of the ladder, set its deadline, and tell the person the truth."""
    ladder, alone = LADDERS[case.level], _next_alone(case, world)
    if alone is None and not ladder.for_ever:
        return case, (*first, DropDeadline())
    called = (alone,) if alone else tuple(one.id for one in world.roster.operators)
    is_first = not case.paged
    lost = case.lost if at_once else ()  # who was just lost is paged again, but not waited for
    case = replace(
        case,
        stepped=(*case.stepped, alone) if alone else case.stepped,
        alarm=case.alarm if alone else case.alarm + 1,
        paged=tuple(dict.fromkeys((*case.paged, *called))),
        waiting_for=tuple(
            one for one in called if {f"{one}:{by}" for by in world.means(one, ladder.means)} - set(lost)
        ),
        lost=lost,
    )
    pages = tuple(Page(one, world.means(one, ladder.means), case.alarm) for one in called)
    deadline = SetDeadline(world.now + world.deadlines.acknowledge * ladder.patience)
    told = () if is_first else (*_truth(case, world, tells=tells), ShowCard())
    return case, (*first, *pages, deadline, *told)


def _truth(case: Case, world: World, *, tells: bool) -> tuple[Decision, ...]:
    """What the group and the person hear while nobody has answered; the person hears it once a deadline, not for every dead telephone."""
    minutes = str(int((world.now - case.opened) // 60))
    group = TellGroup("staff.nobody-answers", {"minutes": minutes, "operators": ",".join(case.waiting_for)})
    if not tells or case.level == "routine" or (case.alarm > TRUTH_ALWAYS and case.alarm % TRUTH_EVERY):
        return (group,)
    return group, *_unasked(case, "still-trying-all" if case.alarm else "still-trying", world)


def _unasked(case: Case, key: str, world: World) -> tuple[Decision, ...]:
    """A text that the person did not ask for; somebody for whom it may be dangerous hears it when they write next."""
    return (OwePerson(key) if case.is_quiet(world.now) else TellPerson(key),)
