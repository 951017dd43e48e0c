"""step(case, event, world) -> (case, decisions): who is woken, when the next one is, what the person is told.

An open urgent case always has an owner or a deadline; the property tests hold this.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from hotline_router import paths
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
from hotline_router.policy import BY_PHONE, HALF_WAY, LADDERS, SIGN_OF_FACT, TRUTH_ALWAYS, TRUTH_EVERY, Deadlines
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
        return tuple(one for one in wanted if one not in BY_PHONE or has_phone) if known else ()


Outcome = tuple[Case, tuple[Decision, ...]]


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
        case OperatorActed(by_note):
            return _acted(case, by_note=by_note)
        case Answered():
            return _acted(case, "answered")
        case MadeUrgent():
            return _made_urgent(case, world)
        case Muted(is_on):
            return _muted(case, is_on=is_on)
        case HandedOver(_, to):
            return _handed_over(case, to, world)
        case ClosedBy():
            told = (*_unasked(case, "closed", world), ShowCard(), CloseTopic())
            return _ended(replace(case, muted=False, closed=world.now), "closed", told)
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
        return _climb(replace(case, stepped=(), alarm=0, waiting_for=(), lost=()), world, (*loud, ShowCard()))
    card = (ShowCard(),) if case != was else ()
    if not was.is_taken:
        return case, (*loud, *card)
    if not world.roster.operator(case.owner):
        return _lapsed(case, world, loud)
    if case.muted:
        return case, (*loud, Page(case.owner, world.means(case.owner, LADDERS[case.level].means)), *card)
    return _page_owner(case, world, loud, card)


def _page_owner(case: Case, world: World, first: tuple[Decision, ...], then: tuple[Decision, ...]) -> Outcome:
    """Wake the owner of a taken case, who has the time of one rung."""
    page = Page(case.owner, world.means(case.owner, LADDERS[case.level].means))
    case, deadline = _rung(replace(case, lost=(), owes=False), world, (case.owner,), 1)
    return case, (*first, page, deadline, *then)


def _rung(case: Case, world: World, waited: tuple[str, ...], patience: float) -> tuple[Case, SetDeadline]:
    """Wait for these operators; half way the page grows louder, where it can."""
    seconds = world.deadlines.acknowledge * patience
    half_way = seconds * HALF_WAY if LADDERS[case.level].louder else seconds
    return replace(case, waiting_for=waited, rung=(), until=world.now + seconds), SetDeadline(world.now + half_way)


def _lapsed(case: Case, world: World, first: tuple[Decision, ...], *, at_once: bool = False) -> Outcome:
    """The owner does not hear: the case climbs again from the first step."""
    case = replace(case, status=LIFE[case.status, "lapsed"], owner="", stepped=(), alarm=0, waiting_for=())
    case = replace(case, owes=False)
    return _climb(case, world, (*first, TellDialogue("resumed")), at_once=at_once)


def _acted(case: Case, what: str = "acted", *, by_note: bool = False) -> Outcome:
    """The owner is there: nobody waits for an answer to a page, or for the first reply, any more."""
    if by_note and not (case.unreachable or case.write == "write-no" or case.contact == "contact-call"):
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
    case, done = _acted(case) if is_on else (case, ())
    card = () if ShowCard() in done else (ShowCard(),)
    return replace(case, muted=is_on, mute_paged=False), (*done, *card)


def _made_urgent(case: Case, world: World) -> Outcome:
    """An operator makes it urgent: where nobody has it, it is paged as such from now on; a first reply is owed sooner."""
    if not case.is_open or case.level == "urgent":
        return case, ()
    case, told = replace(case, level="urgent"), (TellGroup("staff.made-urgent"), ShowCard())
    sooner, deadline = _owes_reply(case, world)
    if case.owes and sooner.until < case.until:
        return sooner, (deadline, *told)
    if case.is_taken:
        return case, told
    return _climb(replace(case, stepped=(), alarm=0, waiting_for=(), lost=()), world, told)


def _owes_reply(case: Case, world: World) -> tuple[Case, SetDeadline]:
    """Whoever has the case now owes the person a first reply; half way they are reminded."""
    seconds = world.deadlines.first_reply * LADDERS[case.level].patience
    case = replace(case, waiting_for=(), lost=(), rung=(), owes=True, reminded=False, until=world.now + seconds)
    return case, SetDeadline(world.now + seconds * HALF_WAY)


def _reply_late(case: Case, world: World) -> Outcome:
    """The owner is reminded once; after that the acknowledgement lapses and paging goes on with the others."""
    if not case.reminded:
        rest = world.deadlines.first_reply * LADDERS[case.level].patience * (1 - HALF_WAY)
        # Also where the service was down at half way: nobody loses a case without a reminder before.
        case = replace(case, reminded=True, until=case.until if world.now < case.until else world.now + rest)
        told = (TellOperator(case.owner, "staff.reply-soon"), TellGroup("staff.no-reply-yet"))
        return case, (*told, SetDeadline(case.until))
    owner, for_ever = case.owner, LADDERS[case.level].for_ever
    told_all = (TellGroup("staff.lapsed", {"owner": owner}), TellOperator(owner, "staff.you-lost-it"))
    case = replace(case, status=LIFE[case.status, "lapsed"], owner="", alarm=0, owes=False, reminded=False)
    case = replace(case, stepped=(owner,) if for_ever else ())
    return _climb(case, world, (*told_all, TellDialogue("resumed"), *_unasked(case, "lapsed", world)), tells=False)


def _claimed(case: Case, operator: str, world: World) -> Outcome:
    if case.is_taken and operator == case.owner and case.waiting_for:
        case, moved = _moved(case, "claimed")
        case, deadline = _owes_reply(case, world)
        return case, (deadline, *moved)
    if case.is_taken or (status := LIFE.get((case.status, "claimed"))) is None:
        return case, ()
    resumed: tuple[Decision, ...] = (TellDialogue("resumed"),) if case.status is Status.CLOSED else ()
    others = tuple(TellOperator(one, "staff.page-done") for one in case.paged if one != operator)
    case, deadline = _owes_reply(replace(case, status=status, owner=operator, stepped=(), alarm=0), world)
    here = (TellGroup("staff.claimed"), TellDialogue("taken"), *_unasked(case, "taken", world))
    return case, (deadline, *resumed, ShowCard(), *here, TellOperator(operator, "staff.you-have-it"), *others)


def _handed_over(case: Case, to: str, world: World) -> Outcome:
    if not case.is_taken or to == case.owner or not world.roster.operator(to):
        return case, ()
    case = replace(case, status=LIFE[case.status, "handed over"], owner=to)
    told = _unasked(case, "handed-over", world)
    return _page_owner(case, world, (ShowCard(), TellGroup("staff.handed-over")), told)


def _ended(case: Case, how: str, decisions: tuple[Decision, ...]) -> Outcome:
    if (status := LIFE.get((case.status, how))) is None:
        return case, ()
    gone = (TellDialogue("ended"),) if how == "closed" else ()
    case = replace(case, status=status, waiting_for=(), lost=(), rung=(), owes=False, until=0.0)
    return case, (DropDeadline(), *decisions, *gone)


def _deadline(case: Case, world: World) -> Outcome:
    if case.is_taken and case.owes:
        return _reply_late(case, world)
    if case.status is not Status.PAGED and not (case.is_taken and case.waiting_for):
        return case, ()
    if world.now < case.until:
        until = SetDeadline(case.until)
        case, pages = _louder(case, world, case.waiting_for)
        return case, (*pages, until)
    return _climb(case, world, ()) if case.status is Status.PAGED else _lapsed(case, world, ())


def _louder(case: Case, world: World, operators: tuple[str, ...]) -> tuple[Case, tuple[Page, ...]]:
    """Call these operators by the louder means, each once a rung."""
    pages = []
    for one in operators:
        means = tuple(by for by in world.means(one, LADDERS[case.level].louder) if f"{one}:{by}" not in case.lost)
        if means and one not in case.rung:
            pages.append(Page(one, means, case.alarm))
    return replace(case, rung=(*case.rung, *(page.operator for page in pages))), tuple(pages)


def _page_failed(case: Case, operator: str, means: str, world: World) -> Outcome:
    """An operator who can be reached by no means is passed over at once, not at the deadline."""
    lost = f"{operator}:{means}"
    if not case.is_open or operator not in case.waiting_for or lost in case.lost:
        return case, ()  # also a page of before the claim, which is tried on: whoever took the case is there
    case = replace(case, lost=(*case.lost, lost))
    told = TellGroup("staff.cannot-reach", {"owner": operator, "means": means})
    case, louder = _louder(case, world, (operator,))  # their telephone may still wake them, whoever else is woken
    first: tuple[Decision, ...] = (told, *louder)
    if [one for one in world.means(operator, LADDERS[case.level].means) if f"{operator}:{one}" not in case.lost]:
        return case, first
    if case.is_taken:
        return _lapsed(case, world, first, at_once=True)
    case = replace(case, waiting_for=tuple(one for one in case.waiting_for if one != operator))
    # When everybody at once cannot be reached, the deadline keeps the rhythm: going on at once would turn in a circle.
    if case.waiting_for or case.alarm:
        return case, first
    return _climb(case, world, first, at_once=True, tells=False)


def _next_alone(case: Case, world: World) -> str | None:
    """The next single step of the ladder: those on duty one by one, then the coordinator."""
    on_duty = world.roster.asked(world.now, case.language, case.country, case.channel)
    ladder = (*on_duty, world.roster.coordinator)
    return next((one for one in ladder if one not in case.stepped and world.roster.operator(one)), None)


def _is_spoken(case: Case, world: World) -> bool:
    """Whether anybody on duty speaks the person's language; it goes to those on duty all the same."""
    on_duty = [world.roster.operator(one) for one in world.roster.on_duty(world.now)]
    return not on_duty or any(one and one.speaks(case.language) for one in on_duty)


def _climb(
    case: Case, world: World, first: tuple[Decision, ...], *, at_once: bool = False, tells: bool = True
) -> Outcome:
    """Page the next step of the ladder, set its deadline, and tell the person the truth."""
    ladder, alone = LADDERS[case.level], _next_alone(case, world)
    if alone is None and not ladder.for_ever:
        return case, (*first, DropDeadline())
    called = (alone,) if alone else tuple(one.id for one in world.roster.operators)
    is_first = not case.paged
    if is_first:
        case = replace(case, unspoken=not _is_spoken(case, world))
    lost = case.lost if at_once else ()  # who was just lost is paged again, but not waited for
    waited = tuple(one for one in called if {f"{one}:{by}" for by in world.means(one, ladder.means)} - set(lost))
    case = replace(
        case,
        stepped=(*case.stepped, alone) if alone else case.stepped,
        alarm=case.alarm if alone else case.alarm + 1,
        paged=tuple(dict.fromkeys((*case.paged, *called))),
        lost=lost,
    )
    case, deadline = _rung(case, world, waited, ladder.patience)
    pages = tuple(Page(one, world.means(one, ladder.means), case.alarm) for one in called)
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
    if case.is_quiet(world.now):
        return (OwePerson(key),)
    at = case.opens(world.now, world.roster.zone)
    return (OwePerson(key, at) if at > world.now else TellPerson(key),)
