"""How a case climbs: who is paged by what, when it grows louder, when the next one is, and what the person hears meanwhile."""

from dataclasses import replace

from hotline_router.case import LIFE, Case, Status
from hotline_router.decisions import (
    Decision,
    DropDeadline,
    OwePerson,
    Page,
    SetDeadline,
    ShowCard,
    TellDialogue,
    TellGroup,
    TellOperator,
    TellPerson,
)
from hotline_router.policy import HALF_WAY, TRUTH_ALWAYS, TRUTH_EVERY
from hotline_router.world import Outcome, World


def page_owner(case: Case, world: World, first: tuple[Decision, ...], then: tuple[Decision, ...]) -> Outcome:
    """Wake the owner of a taken case, who has the time of one rung."""
    page = Page(case.owner, world.means(case.owner, world.ladders[case.level].means))
    case, deadline = _rung(replace(case, lost=(), owes=False, since=world.now), world, (case.owner,), 1)
    return case, (*first, page, deadline, *then)


def _rung(case: Case, world: World, waited: tuple[str, ...], patience: float) -> tuple[Case, SetDeadline]:
    """Wait for these operators; half way the page grows louder, where it can."""
    seconds = world.deadlines.acknowledge * patience
    half_way = seconds * HALF_WAY if world.ladders[case.level].louder else seconds
    return replace(case, waiting_for=waited, rung=(), until=world.now + seconds), SetDeadline(world.now + half_way)


def lapsed(
    case: Case, world: World, first: tuple[Decision, ...], *, at_once: bool = False, tells: bool = True
) -> Outcome:
    """The owner does not hear: the case climbs again from the first step; `at_once`: past the owner, who cannot be reached."""
    stepped = (case.owner,) if at_once else ()
    case = replace(case, status=LIFE[case.status, "lapsed"], owner="", stepped=stepped, alarm=0, waiting_for=())
    case = replace(case, owes=False)
    return climb(case, world, (*first, TellDialogue("resumed")), at_once=at_once, tells=tells)


def owes_reply(case: Case, world: World) -> tuple[Case, SetDeadline]:
    """Whoever has the case now owes the person a first reply; half way they are reminded."""
    seconds = world.deadlines.first_reply * world.ladders[case.level].patience
    case = replace(case, waiting_for=(), lost=(), rung=(), owes=True, reminded=False, until=world.now + seconds)
    return case, SetDeadline(world.now + seconds * HALF_WAY)


def _reply_late(case: Case, world: World) -> Outcome:
    """The owner is reminded once; after that the acknowledgement lapses and paging goes on with the others."""
    if not case.reminded:
        rest = world.deadlines.first_reply * world.ladders[case.level].patience * (1 - HALF_WAY)
        # Also where the service was down at half way: nobody loses a case without a reminder before.
        case = replace(case, reminded=True, until=case.until if world.now < case.until else world.now + rest)
        told = (TellOperator(case.owner, "staff.reply-soon"), TellGroup("staff.no-reply-yet"))
        return case, (*told, SetDeadline(case.until))
    owner, for_ever = case.owner, world.ladders[case.level].for_ever
    told_all = (TellGroup("staff.lapsed", {"owner": owner}), TellOperator(owner, "staff.you-lost-it"))
    case = replace(case, status=LIFE[case.status, "lapsed"], owner="", alarm=0, owes=False, reminded=False)
    case = replace(case, stepped=(owner,) if for_ever else ())
    return climb(case, world, (*told_all, TellDialogue("resumed"), *unasked(case, "lapsed", world)), tells=False)


def time_is_over(case: Case, world: World) -> Outcome:
    if case.is_taken and case.owes:
        return _reply_late(case, world)
    if case.status is not Status.PAGED and not (case.is_taken and case.waiting_for):
        return case, ()
    if world.now < case.until:
        until = SetDeadline(case.until)
        case, pages = _louder(case, world, case.waiting_for)
        return case, (*pages, until)
    return climb(case, world, ()) if case.status is Status.PAGED else lapsed(case, world, ())


def _louder(case: Case, world: World, operators: tuple[str, ...]) -> tuple[Case, tuple[Page, ...]]:
    """Call these operators by the louder means, each once a rung."""
    pages = []
    for one in operators:
        means = tuple(by for by in world.means(one, world.ladders[case.level].louder) if f"{one}:{by}" not in case.lost)
        if means and one not in case.rung:
            pages.append(Page(one, means, case.alarm))
    return replace(case, rung=(*case.rung, *(page.operator for page in pages))), tuple(pages)


def page_failed(case: Case, operator: str, means: str, world: World) -> Outcome:
    """An operator who can be reached by no means is passed over at once, not at the deadline."""
    lost = f"{operator}:{means}"
    if not case.is_open or lost in case.lost:
        return case, ()
    if (
        operator not in case.waiting_for
    ):  # a page of before the claim too, which is tried on: whoever took the case is there
        tells = case.status is Status.PAGED and means in world.ladders[case.level].louder
        return (replace(case, lost=(*case.lost, lost)), ()) if tells and operator in case.paged else (case, ())
    case = replace(case, lost=(*case.lost, lost))
    told = TellGroup("staff.cannot-reach", {"owner": operator, "means": means})
    case, louder = _louder(case, world, (operator,))  # their telephone may still wake them, whoever else is woken
    first: tuple[Decision, ...] = (told, *louder)
    if [one for one in world.means(operator, world.ladders[case.level].means) if f"{operator}:{one}" not in case.lost]:
        return case, first
    if case.is_taken:
        return lapsed(case, world, first, at_once=True)
    case = replace(case, waiting_for=tuple(one for one in case.waiting_for if one != operator))
    # When everybody at once cannot be reached, the deadline keeps the rhythm: going on at once would turn in a circle.
    if case.waiting_for or case.alarm:
        return case, first
    return climb(case, world, first, at_once=True, tells=False)


def _next_alone(case: Case, world: World) -> str | None:
    """The next single step of the ladder: those on duty one by one, then the coordinator."""
    on_duty = world.roster.asked(world.now, case.language, case.country, case.channel)
    ladder = (*on_duty, world.roster.coordinator)
    return next((one for one in ladder if one not in case.stepped and world.roster.operator(one)), None)


def _is_spoken(case: Case, world: World) -> bool:
    """Whether anybody on duty speaks the person's language; it goes to those on duty all the same."""
    on_duty = [world.roster.operator(one) for one in world.roster.on_duty(world.now)]
    return not on_duty or any(one and one.speaks(case.language) for one in on_duty)


def climb(
    case: Case, world: World, first: tuple[Decision, ...], *, at_once: bool = False, tells: bool = True
) -> Outcome:
    """Page the next step of the ladder, set its deadline, and tell the person the truth."""
    ladder, alone = world.ladders[case.level], _next_alone(case, world)
    if alone is None and not ladder.for_ever:
        return case, (*first, DropDeadline())
    called = (alone,) if alone else tuple(one.id for one in world.roster.operators)
    is_first, reached = not case.paged, not case.alarm or _was_reached(case, world)
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
    told = () if is_first else (*_truth(case, world, tells=tells, reached=reached), ShowCard())
    return case, (*first, *pages, deadline, *told)


def _truth(case: Case, world: World, *, tells: bool, reached: bool) -> tuple[Decision, ...]:
    """What the group and the person hear while nobody has answered; the person hears it once a deadline, not for every dead telephone."""
    minutes = str(int((world.now - (case.since or case.opened)) // 60))
    group = TellGroup("staff.nobody-answers", {"minutes": minutes, "operators": ",".join(case.waiting_for)})
    if not tells or case.level == "routine" or (case.alarm > TRUTH_ALWAYS and case.alarm % TRUTH_EVERY):
        return (group,)
    key = "not-reached" if not reached else "still-trying-all" if case.alarm else "still-trying"
    return group, *unasked(case, key, world)


def _was_reached(case: Case, world: World) -> bool:
    """Whether a page of the rung that ends now may have been seen, or a telephone have rung."""
    rang = (f"{one}:{by}" for one in case.paged for by in world.means(one, world.ladders[case.level].louder))
    return bool(case.waiting_for) or not set(rang) <= set(case.lost)


def unasked(case: Case, key: str, world: World) -> tuple[Decision, ...]:
    """A text that the person did not ask for; somebody for whom it may be dangerous hears it when they write next."""
    if case.is_quiet(world.now):
        return (OwePerson(key),)
    at = case.opens(world.now, world.roster.zone)
    return (OwePerson(key, at) if at > world.now else TellPerson(key),)
