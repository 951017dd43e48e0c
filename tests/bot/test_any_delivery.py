"""Updates of several chats in any order, each delivered up to three times, with restarts in between: as if each had come once.

Real turns on a real database; nothing is sent. Whatever happens, an open urgent case has an owner or a deadline, and one owner at a time.
"""

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot import sandbox
from bot.clock import Clock
from bot.content import Content
from bot.messages import Inbound, StaffInbound, Unreachable
from bot.metrics import Metrics
from bot.privacy import Seal
from bot.retry import PAGE
from bot.stage import Deps
from bot.store.base import Delivery, Row, Tx
from bot.store.sqlite import SqliteStore
from bot.store.verbs import SqliteTx
from bot.turn import Turns
from hotline_router.case import Case, load
from hotline_router.load import roster
from tests.world import AIGUL, AIGUL_PHONE, BEK, BEK_PHONE, DILFUZA, GROUP, GULNORA, NARGIZA, RUSTAM

BEGIN = 1_795_000_000.0
CASES = (1001, 1002, 1003)
PERSON_SAYS = (
    "SOS",
    "/start",
    "they beat me and I cannot leave",
    "my boss threatens me",
    "DELETE",
    "menu",
    "thank you",
    "an operator please",
    "/hide",
)
PERSON_PRESSES = (
    "erase:yes", "sos:yes", "sos:no", "sos-contact:when-i-write", "menu:sos", "doubt:no", "contact:sms", "contact-hours:night",
    "contact-where:ru", "contact-words:neutral",
)  # fmt: skip
STAFF_SAYS = (
    "/take", "I am here", "// a note", "/close done", "/handover bek", "/handover aigul", "/reopen", "/mute", "/unmute", "/urgent",
    "/reveal why", "/confirm", "/send now",
)  # fmt: skip
PRIVATELY = ("1001", "/take 1002", "/reopen 1001", "/swap bek today", "/off today", "yes", "no", "/drill", "/oncall")
OPERATORS = (AIGUL, BEK, NARGIZA)


@dataclass(frozen=True, slots=True)
class Wound:
    """Time passes, and what is due happens."""

    seconds: float


@dataclass(frozen=True, slots=True)
class NotSent:
    """A page that waits does not go out; `for_good`: it never will."""

    which: int
    for_good: bool


@dataclass(frozen=True, slots=True)
class Status:
    """What the provider says of an SMS."""

    which: int
    status: str


Step = Inbound | StaffInbound | Wound | NotSent | Status


def of_person(channel: Any, address: str) -> st.SearchStrategy[Step]:
    says = st.builds(Inbound, st.just(channel), st.just(""), st.just(address), text=st.sampled_from(PERSON_SAYS))
    if channel == "sms":
        return says
    presses = st.builds(
        Inbound,
        st.just(channel),
        st.just(""),
        st.just(address),
        kind=st.just("button"),
        button=st.sampled_from(PERSON_PRESSES),
    )
    cut = st.builds(
        Inbound, st.just(channel), st.just(""), st.just(address), kind=st.sampled_from(("cut-off", "cut-in"))
    )
    return st.one_of(says, says, presses, cut)


def of_staff() -> st.SearchStrategy[Step]:
    who = st.sampled_from(OPERATORS)
    in_topic = st.builds(
        StaffInbound,
        st.just(""),
        who,
        st.just(GROUP),
        is_private=st.just(value=False),
        thread=st.sampled_from(CASES),
        text=st.sampled_from(STAFF_SAYS),
    )
    private = st.builds(
        lambda user, text: StaffInbound("", user, user, is_private=True, text=text), who, st.sampled_from(PRIVATELY)
    )
    pressed = st.builds(
        lambda user, what, case: StaffInbound("", user, user, is_private=True, kind="button", button=f"{what}:{case}", query="q"),
        who, st.sampled_from(("take", "close", "handover", "reopen")), st.sampled_from(CASES),
    )  # fmt: skip
    return st.one_of(in_topic, in_topic, private, pressed)


STEPS = st.one_of(
    of_person("telegram", str(DILFUZA)),
    of_person("telegram", str(RUSTAM)),
    of_person("sms", GULNORA),
    of_staff(),
    of_staff(),
    st.builds(
        Inbound,
        st.just("sms"),
        st.just(""),
        st.sampled_from((AIGUL_PHONE, BEK_PHONE)),
        text=st.sampled_from(("1001", "#1002")),
    ),
    st.builds(Wound, st.sampled_from((1.0, 91.0, 181.0, 301.0, 700.0))),
    st.builds(NotSent, st.integers(0, 9), st.booleans()),
    st.builds(Status, st.integers(0, 9), st.sampled_from(("sent", "delivered", "undelivered", "failed"))),
)


@dataclass(frozen=True, slots=True)
class History:
    """What happens, and how it is delivered: how often each comes again, how much later; before which steps the program starts anew."""

    steps: tuple[Step, ...]
    again: tuple[tuple[int, int], ...]
    restarts: frozenset[int]

    def delivered(self) -> Iterator[tuple[int, bool]]:
        """Numbers of steps in the order in which they come, and whether it is the first time."""
        for now in range(len(self.steps)):
            yield now, True
            for first, later in self.again:
                if first + later == now and isinstance(self.steps[first], Inbound | StaffInbound | Status):
                    yield first, False


@st.composite
def histories(draw: st.DrawFn) -> History:
    steps = draw(st.lists(STEPS, min_size=1, max_size=24))
    numbers = st.integers(0, len(steps) - 1)
    again = draw(st.lists(st.tuples(numbers, st.integers(0, 6)), max_size=2 * len(steps)))
    return History(tuple(steps), tuple(again), draw(st.frozensets(numbers, max_size=3)))


class Hour(Clock):
    """A clock that stands still until it is wound."""

    at = BEGIN

    def now(self) -> float:
        """The hour."""
        return self.at


@dataclass
class Service:
    """The turns of a service whose messages stay in the outbox; topics and SMS get numbers as if they were sent."""

    content: Content
    folder: Path
    seal: Seal = field(default_factory=lambda: Seal(("k" * 43,)))
    clock: Hour = field(default_factory=Hour)
    sids: list[str] = field(default_factory=list)
    about: dict[int, str] = field(default_factory=dict)
    """Which SMS the statuses told of when they came first."""

    def start(self) -> None:
        """Start, also after `stop`."""
        config = sandbox.config(self.folder, "http://127.0.0.1:1", ("127.0.0.1", 1))
        deps = Deps(config, self.content, roster(config.hotline.roster, config.hotline.coordinator), self.seal)
        self.store = SqliteStore(config.service.store)
        self.store.start()
        self.turns = Turns(deps, self.store, self.clock, Metrics(), lambda _: None)

    async def step(self, number: int, step: Step) -> None:
        """One thing happens; an update carries the number by which it is known again."""
        match step:
            case Inbound():
                await self.turns.person(_named(step, number))
            case StaffInbound():
                await self.turns.staff(_named(step, number))
            case Wound(seconds):
                self.clock.at += seconds
                await self._ring()
            case NotSent(which, for_good):
                await self._not_sent(which, for_good=for_good)
            case Status(which, status):
                about = self.about.setdefault(number, self.sids[which % len(self.sids)] if self.sids else "")
                if about:
                    await self.turns.delivery(about, status)
        await self.store.run(self._sent)

    async def _ring(self) -> None:
        for _ in range(50):
            due = await self.store.run(lambda tx: tx.due_timers(self.clock.at))
            if not due:
                return
            for timer in due:
                await self.turns.timer(timer)
        raise AssertionError("deadlines turn in a circle")

    async def _not_sent(self, which: int, *, for_good: bool) -> None:
        pages = [row for row in await self.store.run(lambda tx: tx.waiting()) if row.lane == PAGE and row.operator]
        if pages:
            row: Row = pages[which % len(pages)]
            await (self.turns.gave_up(row, Unreachable("x")) if for_good else self.turns.failed_over(row))

    def _sent(self, tx: Tx) -> None:
        for row in tx.waiting():
            if row.channel == "sms" and (sid := f"SM{row.id}") not in self.sids:
                self.sids.append(sid)
                tx.add_delivery(Delivery(sid, row.case, row.operator, 0, row.person), self.clock.at)
        for case in CASES:
            tx.remember(f"topic:{case}", str(case))
            tx.remember(f"thread:{case}", str(case))

    async def cases(self) -> dict[int, Case]:
        """Every case."""
        found = await self.store.run(lambda tx: _ask(tx, "SELECT number, body FROM hotline_case"))
        return {number: load(self.seal.open("case", body)) for number, body in found}

    async def watched(self) -> None:
        """What must hold after every step."""
        deadlines = dict(
            await self.store.run(lambda tx: _ask(tx, "SELECT owner, due FROM timer WHERE name = 'deadline'"))
        )
        for number, case in (await self.cases()).items():
            due = deadlines.get(f"case:{number}", 0.0)
            if case.is_open and case.level != "routine":
                assert case.owner or due > self.clock.at, case
            assert case.is_open or not due
            assert bool(case.owner) is case.is_taken or not case.is_open

    async def everything(self) -> dict[str, list[tuple[object, ...]]]:
        """All that is stored, unsealed."""
        opened = {
            "person": {"identity": 2, "state": 3},
            "hotline_case": {"case": 3},
            "entry": {"entry": 5},
            "outbox": {"outbox": 6},
            "held": {"outbox": 5},
            "hidden_message": {"outbox": 5},
        }
        tables = (
            "person",
            "hotline_case",
            "entry",
            "timer",
            "remembered",
            "delivery",
            "dead_letter",
            "outbox",
            "shown",
            "held",
            "hidden_message",
            "chat_message",
        )
        found = {}
        for table in tables:
            rows = await self.store.run(lambda tx, table=table: _ask(tx, f"SELECT * FROM {table} ORDER BY 1, 2"))  # type: ignore[misc]  # noqa: S608
            found[table] = [self._opened(row, opened.get(table, {})) for row in rows]
        return found

    def _opened(self, row: tuple[Any, ...], sealed: dict[str, int]) -> tuple[object, ...]:
        shown = list(row)
        for kind, at in sealed.items():
            shown[at] = self.seal.open(kind, row[at])
        return tuple(shown)


def _named(step: Any, number: int) -> Any:
    return type(step)(**{name: getattr(step, name) for name in step.__struct_fields__} | {"key": str(number)})


def _ask(tx: Tx, question: str) -> list[tuple[Any, ...]]:
    assert isinstance(tx, SqliteTx)
    return tx._do(question).fetchall()


async def once(content: Content, history: History) -> dict[str, list[tuple[object, ...]]]:
    """Everything comes once, in one life of the program. One owner at a time: only handing over changes a name for another."""
    with tempfile.TemporaryDirectory() as folder:
        service = Service(content, Path(folder))
        service.start()
        try:
            for number, step in enumerate(history.steps):
                before = await service.cases()
                await service.step(number, step)
                await service.watched()
                for case in (await service.cases()).values():
                    was = before.get(case.number)
                    is_handed = isinstance(step, StaffInbound) and "handover" in step.text
                    if was and was.is_taken and case.is_taken and case.owner != was.owner:
                        assert is_handed, (was, case)
            return await service.everything()
        finally:
            service.store.close()


async def again_and_again(content: Content, history: History) -> dict[str, list[tuple[object, ...]]]:
    """The same, delivered again and again, with new starts."""
    with tempfile.TemporaryDirectory() as folder:
        service = Service(content, Path(folder))
        service.start()
        try:
            for number, is_first in history.delivered():
                if is_first and number in history.restarts:
                    service.store.close()
                    service.start()
                await service.step(number, history.steps[number])
                await service.watched()
            return await service.everything()
        finally:
            service.store.close()


CRY = Inbound("telegram", "", str(DILFUZA), text="SOS")
TAKE = StaffInbound("", AIGUL, GROUP, is_private=False, thread=1001, text="/take")


def test_delivered_again_it_is_as_if_it_came_once(content: Content) -> None:
    """Persons, cases, history, timers, messages: all the same, to the byte."""

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @example(
        History((CRY, TAKE, Wound(301.0), Wound(301.0), TAKE), ((0, 0), (0, 3), (1, 3), (4, 0)), frozenset((2, 4)))
    )
    @example(
        History((CRY, NotSent(0, for_good=True), NotSent(0, for_good=True), Wound(91.0)), ((0, 1),), frozenset((1,)))
    )
    @given(histories())
    def check(history: History) -> None:
        assert asyncio.run(again_and_again(content, history)) == asyncio.run(once(content, history))

    check()
