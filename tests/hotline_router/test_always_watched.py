"""Whatever happens to a case in whatever order: while it is open somebody has it or a deadline runs, and one operator at a time."""

from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hotline_router.case import Case, Status, dump, load
from hotline_router.decisions import (
    CloseTopic,
    Decision,
    DropDeadline,
    OpenTopic,
    OwePerson,
    Page,
    SetDeadline,
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
    PageFailed,
    PersonReachable,
    PersonTold,
    PersonUnreachable,
    Resumed,
    RosterRead,
    Withdrawn,
)
from hotline_router.policy import Deadlines, Ladder
from hotline_router.roster import Operator, Override, Roster, Shift
from hotline_router.router import step
from hotline_router.world import World

NAMES = ("a", "b", "c", "d")
names = st.sampled_from(NAMES)
MEANS = ("telegram", "sms", "voice")
DEADLINES = st.builds(Deadlines, st.sampled_from((1.0, 180.0, 9000.0)), st.sampled_from((1.0, 600.0)))


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    """One to four operators, with or without telephones, on any shifts, with changes that were agreed on."""
    known = draw(st.lists(names, min_size=1, unique=True))
    operators = tuple(
        Operator(one, one, at, draw(st.sampled_from(("", "+99655500000")))) for at, one in enumerate(known, 1)
    )
    hours = st.builds(time, st.integers(0, 23))
    days = st.frozensets(st.integers(0, 6))
    crews = st.lists(names, max_size=3, unique=True).map(tuple)  # somebody may have left the roster
    shifts = tuple(draw(st.lists(st.builds(Shift, crews, days, hours, hours), max_size=3)))
    at = st.integers(-48, 48).map(lambda hours: 1_711_800_000.0 + hours * 3600)
    overrides = st.lists(st.builds(Override, names, at, at, st.one_of(st.just(""), names)), max_size=2).map(tuple)
    return Roster(ZoneInfo("Europe/Warsaw"), operators, shifts, draw(st.sampled_from(known)), draw(overrides))


@st.composite
def ladders(draw: st.DrawFn) -> dict[str, Ladder]:
    """One ladder a level; whoever has nothing else can still be written to by Telegram, and what may be a cry climbs for ever."""
    found = {}
    for level in ("urgent", "ask", "routine"):
        means = draw(st.lists(st.sampled_from(MEANS[1:]), unique=True))
        louder = tuple(one for one in MEANS[1:] if one not in means and draw(st.booleans()))
        patience = draw(st.sampled_from((0.5, 1, 10)))
        found[level] = Ladder((MEANS[0], *means), louder, patience, for_ever=level != "routine" or draw(st.booleans()))
    return found


class Watched(RuleBasedStateMachine):
    """One case in the hands of chance; what the decisions ask for is done here as `bot` does it."""

    @initialize(roster=rosters(), level=st.sampled_from(("urgent", "ask")), deadlines=DEADLINES, ladders=ladders())
    def opened(self, roster: Roster, level: str, deadlines: Deadlines, ladders: dict[str, Ladder]) -> None:
        self.now = 1_711_800_000.0  # the night before the clocks change in Warsaw
        self.world = World(self.now, roster, deadlines, ladders=ladders)
        self.case, self.deadline, self.topics = Case(1, self.now, level=level), 0.0, 0
        self.happens(Opened())

    def happens(self, event: Event) -> tuple[Decision, ...]:
        self.was = self.case
        world = replace(self.world, now=self.now)
        self.case, decisions = step(self.case, event, world)
        assert load(dump(self.case)) == self.case
        for one in decisions:
            self.done(one)
        self.pages = tuple(one for one in decisions if isinstance(one, Page))
        return decisions

    def opens(self) -> float:
        """When the person may be written to next."""
        return self.case.opens(self.now, self.world.roster.zone)

    def done(self, decision: Decision) -> None:
        match decision:
            case SetDeadline(at):
                self.deadline = at
            case DropDeadline():
                self.deadline = 0.0
            case OpenTopic():
                self.topics += 1
            case Page(_, means):
                assert means
            case CloseTopic():
                assert not self.case.is_open
            case TellPerson():
                assert not self.case.is_quiet(self.now)
                assert self.opens() == self.now
            case OwePerson(_, at):
                assert self.case.is_quiet(self.now) if not at else at == self.opens() > self.now
            case _:
                pass

    @rule()
    def time_is_over(self) -> None:
        """The deadline comes, never before its time."""
        if self.deadline:
            was, self.now, self.deadline = self.case, max(self.now, self.deadline), 0.0
            self.happens(DeadlinePassed())
            if was.owes:
                assert self.case.reminded or self.case.status is Status.PAGED
                assert was.reminded or self.case.status is Status.TAKEN
            elif was.is_taken and was.waiting_for and self.now >= was.until:
                assert self.case.status is Status.PAGED
            assert not was.is_taken or was.owes or was.waiting_for or self.case == was
            assert self.deadline > self.now or not self.case.is_open or self.case == was

    @precondition(lambda self: self.case.status is Status.PAGED and self.case.waiting_for)
    @rule(at=st.integers(0, 3))
    def cannot_be_reached(self, at: int) -> None:
        """Somebody who is waited for can be reached by no means: the ladder goes on at once."""
        operator = self.case.waiting_for[at % len(self.case.waiting_for)]
        alone = self.case.waiting_for == (operator,) and not self.case.alarm
        for means in self.world.ladders[self.case.level].means:
            if operator in self.case.waiting_for:
                self.happens(PageFailed(operator, means))
        assert self.case.waiting_for != (operator,) or self.case.alarm
        if alone:
            assert self.case.waiting_for or self.case.alarm
            assert self.deadline

    @rule(operator=names, means=st.sampled_from(MEANS))
    def page_fails(self, operator: str, means: str) -> None:
        self.happens(PageFailed(operator, means))

    @rule(operator=names)
    def claimed(self, operator: str) -> None:
        was = self.case
        self.happens(Claimed(operator))
        assert self.case.owner == (was.owner if was.is_taken or was.status is Status.NEW else operator)

    @rule(by=names, to=names)
    def handed_over(self, by: str, to: str) -> None:
        self.happens(HandedOver(by, to))

    @rule(operator=names)
    def closed(self, operator: str) -> None:
        self.happens(ClosedBy(operator))

    @rule(
        event=st.sampled_from((
            Opened(), Withdrawn(), Resumed(), CalledAgain(("violence",)), CalledAgain(), PersonTold(), OperatorActed(), PersonReachable(),
            PersonUnreachable("blocked"), Answered(), Answered("b"), OperatorActed(operator="c"), MadeUrgent("a"),
            Muted(is_on=True), Muted(is_on=False),
            FactTold("write-no"), FactTold("write-yes"), FactTold("contact-when-i-write"), FactTold("hurt"), FactTold("country:tr"),
            FactTold("hours:20:00-23:00"), FactTold("hours:"),
        ))
    )  # fmt: skip
    def anything(self, event: Event) -> None:
        self.happens(event)

    @rule(
        event=st.sampled_from(
            (
                Opened(),
                Claimed("a"),
                ClosedBy("a"),
                HandedOver("a", "b"),
                FactTold("hurt"),
                PersonUnreachable("blocked"),
                PageFailed("a", "telegram"),
                CalledAgain(("debt",)),
                Answered(),
                MadeUrgent("a"),
                Muted(is_on=True),
            )
        )
    )
    def comes_twice(self, event: Event) -> None:
        """A replayed event changes nothing that the first did not."""
        self.happens(event)
        once, deadline = self.case, self.deadline
        self.happens(event)
        assert (self.case, self.deadline) == (once, deadline)

    @rule(roster=rosters())
    def roster_changes(self, roster: Roster) -> None:
        """A new roster is read while the case is open: whoever is not on it has no case any more."""
        self.world = replace(self.world, roster=roster)
        self.happens(RosterRead())
        assert not self.case.is_taken or roster.operator(self.case.owner)
        once, deadline = self.case, self.deadline
        self.happens(RosterRead())
        assert (self.case, self.deadline) == (once, deadline)

    @precondition(lambda self: self.case.waiting_for and self.case.is_taken)
    @rule(cries=st.integers(1, 5))
    def cries_again(self, cries: int) -> None:
        """However often the person cries while the owner is waited for: what comes next comes no later."""
        deadline, level = self.deadline, self.case.level
        for _ in range(cries):
            self.happens(CalledAgain())
        assert self.deadline == deadline or level != self.case.level or not self.case.is_taken

    @rule(hours=st.integers(1, 30))
    def hours_pass(self, hours: int) -> None:
        """Time passes; what was due has come before."""
        until = self.now + hours * 3600.0
        for _ in range(40):
            if not self.deadline or self.deadline > until:
                break
            self.time_is_over()
        self.now = max(self.now, until)

    @invariant()
    def somebody_has_it_or_a_deadline_runs(self) -> None:
        """An open case always has an owner or a deadline."""
        if self.case.is_open:
            assert bool(self.case.owner) is self.case.is_taken
            assert self.case.owner or self.deadline
            if self.case.waiting_for or self.case.owes:
                assert self.now < self.deadline or self.deadline <= self.case.until or not self.case.until
                assert self.deadline

    @invariant()
    def closed_is_calm(self) -> None:
        """A closed case has no deadline and waits for nobody, a taken one at most for its owner; its topic was opened once."""
        assert self.topics == 1
        if self.case.status is Status.CLOSED:
            assert not self.deadline
        if self.case.status is Status.CLOSED:
            assert not self.case.waiting_for
        if self.case.is_taken:
            assert self.case.waiting_for in ((), (self.case.owner,))
        if self.case.owes:
            assert self.case.status is Status.TAKEN
        if self.case.status is Status.WAITING:
            assert not self.case.waiting_for
        if self.case.status is Status.HANDED:
            assert self.case.waiting_for == (self.case.owner,)

    @invariant()
    def urgency_never_falls(self) -> None:
        """Urgency only rises by itself."""
        assert (self.was.level, self.case.level) != ("urgent", "ask")


Watched.TestCase.settings = settings(max_examples=120, stateful_step_count=25, deadline=None)
TestWatched = Watched.TestCase


@settings(max_examples=60, deadline=None)
@given(roster=rosters(), hour=st.integers(0, 24 * 7), failing=st.lists(st.booleans(), min_size=12, max_size=12))
def test_order_of_the_ladder(roster: Roster, hour: int, failing: list[bool]) -> None:
    """Those on duty in their order, then the coordinator, then everybody for ever; whether a page fails or nobody answers is the same."""
    world = World(1_711_800_000.0 + hour * 3600, roster, Deadlines())
    on_duty = [one for one in roster.on_duty(world.now) if roster.operator(one)]
    alone = list(dict.fromkeys((*on_duty, roster.coordinator)))
    case, decisions = step(Case(1, world.now), Opened(), world)
    paged = [tuple(one.operator for one in decisions if isinstance(one, Page))]
    rings = []
    for fails in failing:
        events: list[Event] = [DeadlinePassed()]
        if fails and not case.alarm:
            events = [PageFailed(case.waiting_for[0], means) for means in world.means(case.waiting_for[0], MEANS[:2])]
        decisions = ()
        for event in events:
            case, more = step(case, event, replace(world, now=max(world.now, case.until)))
            decisions += more
        rings += [one.operator for one in decisions if isinstance(one, Page) and one.means == ("voice",)]
        paged.append(tuple(one.operator for one in decisions if isinstance(one, Page) and one.means != ("voice",)))
    assert set(rings) <= {one.id for one in roster.operators if one.phone}
    everybody = tuple(one.id for one in roster.operators)
    assert paged == ([(one,) for one in alone] + [everybody] * 13)[:13]
