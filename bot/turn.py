"""A turn: one event, one transaction. Seen before? Load, step, save state, write messages and timers, commit; nothing is sent inside.

A turn that raises is rolled back and kept as a sealed dead letter; the person gets a short apology with emergency numbers, and
the staff are told. Only a store that cannot write makes a turn fail: then the provider is asked to deliver again.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable

import msgspec

from bot import calls, duty, held
from bot.apply import route, step
from bot.arriving import apologise, person_did
from bot.clock import Clock
from bot.desk import handle
from bot.evidence import keep
from bot.fates import IN_VAIN, followed, lost, page_failed
from bot.healing import Fault, mend
from bot.log import kind_of, log
from bot.messages import (
    ChannelError,
    Inbound,
    Relay,
    StaffInbound,
    Text,
)
from bot.metrics import Metrics
from bot.relay import show_bundle
from bot.retry import STAFF
from bot.stage import Deps, Recall, Remedy, Stage
from bot.store.base import Row, Store, StoreDown, Timer, Tx
from dialogues.events import DoubtUnanswered, Event, FellSilent, ReportSilent
from hotline_router import events as happened
from hotline_router.triage import triage

RUSH = 12
"""More people than this whose words are being stored at this moment."""
PUT_OFF = 60.0
"""Seconds after which a timer that failed is tried again."""
OUTRUN = (0.3, 2.0)
"""Seconds after which a bad state is looked at again: it may come before we have noted what it is about."""
TIMED: dict[str, Event] = {"doubt": DoubtUnanswered(), "silence": FellSilent(), "report": ReportSilent()}
"""What a timer of a person says when its time has come."""


class Turns:
    """Where everything that happens comes in. All methods return only when it is on disk."""

    def __init__(
        self, deps: Deps, store: Store, clock: Clock, metrics: Metrics, send: Callable[[Iterable[Row]], None]
    ) -> None:
        """`send` is handed the messages of each committed turn."""
        self._deps, self._store, self._clock, self._metrics, self._send = deps, store, clock, metrics, send
        self._under_way: Counter[str] = Counter()
        self.more_wait = False
        """Whether updates are known to wait that were not fetched yet."""
        self.timers_changed = asyncio.Event()
        self.mended: Callable[[Remedy], None] = lambda _: None
        """Is handed what a turn found out about the staff group."""
        self.recalled: Callable[[Recall], None] = lambda _: None
        """Is handed what need not be sent any more."""

    async def person(self, inbound: Inbound) -> None:
        """Something a person did. Raises StoreDown when it could not be stored."""
        first_of_theirs = self._under_way[inbound.address] == 0
        self._under_way[inbound.address] += 1
        try:
            # A cry goes before what waits, but never before the same person's earlier words.
            urgent = first_of_theirs and triage(inbound.text, self._deps.content.signs).level == "urgent"
            await self._turn(inbound.channel, inbound, lambda stage: person_did(stage, inbound), urgent=urgent)
        finally:
            self._under_way[inbound.address] -= 1
            if not self._under_way[inbound.address]:
                del self._under_way[inbound.address]

    def is_rush(self) -> bool:
        """Whether so many people write at once that hearing them goes before answering them."""
        return self.more_wait or len(self._under_way) > RUSH

    async def staff(self, inbound: StaffInbound) -> None:
        """Something that happened on the staff's side."""
        await self._turn("staff", inbound, lambda stage: handle(stage, inbound), urgent=True)

    async def malformed(self, channel: str, key: str, payload: bytes) -> None:
        """An update that could not be read: kept, so that nothing is lost, and staff are told once."""
        await self._bury(channel, key, "malformed update", payload, None)

    async def timer(self, timer: Timer) -> None:
        """A timer whose time has come. One that fails is put off: it may be mended, and must not keep the others waiting."""

        def work(stage: Stage) -> None:
            if stage.tx.take_timer(timer):
                _ring(stage, timer)

        def later(stage: Stage) -> None:
            if stage.tx.take_timer(timer):
                stage.set_timer(timer.owner, timer.name, stage.now + PUT_OFF)

        if not await self._quietly("timer", work):
            await self._quietly("timer", later)

    async def check_roster(self) -> None:
        """At the start: what is wrong with the roster, to the coordinator (from then on daily); whoever left it has no case any more."""
        await self._quietly("roster", duty.check)
        for number_ in await self._store.run(lambda tx: tx.open_numbers()):
            await self._quietly("roster", lambda stage, one=number_: _roster_read(stage, one))  # type: ignore[misc]  # mypy #12557

    async def gave_up(self, row: Row, error: ChannelError) -> None:
        """A message that will never be sent: taken out, and whoever waits for it hears of it."""

        def work(stage: Stage) -> None:
            stage.tx.done(row.id)
            lost(stage, row, error)

        await self._quietly("gave up", work)

    async def mend(self, fault: Fault) -> Remedy:
        """The staff group is at fault: what is sent instead, or nothing, and it waits. Raises StoreDown."""
        remedies: list[Remedy] = []

        def work(stage: Stage) -> None:
            remedies.append(mend(stage, fault))
            stage.remedies.append(remedies[0])

        return remedies[0] if await self._quietly("mend", work) else Remedy()

    async def keep(self, relay: Relay, data: bytes) -> None:
        """A file that a person sent, as evidence: as it is, with its SHA-256 and the time, sealed. Raises StoreDown."""
        await self._quietly("keep", lambda stage: keep(stage, relay, data))

    async def failed_over(self, row: Row) -> None:
        """A page that does not get through: it is tried on, but the case goes on by other means."""
        await self._quietly("failed over", lambda stage: page_failed(stage, row))

    async def delivery(self, provider_id: str, status: str, means: str = "sms") -> None:
        """What became of an SMS or a call. Raises StoreDown."""
        is_known = False

        def work(stage: Stage) -> None:
            nonlocal is_known
            is_known = followed(stage, provider_id, status, means)

        await self._commit(work, urgent=True)
        for pause in OUTRUN if status in IN_VAIN else ():
            if is_known:
                return
            await asyncio.sleep(pause)
            await self._commit(work, urgent=True)

    async def call(self, case: int, phone: str, keys: str) -> calls.Spoken:
        """An operator picked up a paging call, or pressed keys in it: what to say. Raises StoreDown."""
        spoken: list[calls.Spoken] = []
        await self._commit(lambda stage: spoken.append(calls.answer(stage, case, phone, keys)), urgent=True)
        return spoken[-1]

    async def _turn(
        self, channel: str, inbound: Inbound | StaffInbound, work: Callable[[Stage], None], *, urgent: bool
    ) -> None:
        def once(stage: Stage) -> None:
            if stage.tx.first_time(channel, inbound.key, stage.now):
                work(stage)
            else:
                self._metrics.repeated.labels(channel).inc()

        try:
            await self._commit(once, urgent=urgent)
            self._metrics.turns.labels(channel).inc()
        except StoreDown:
            raise
        except Exception as error:  # noqa: BLE001 – whatever we did wrong, the words are kept and the person hears of it
            log().error("turn failed", channel=channel, update=inbound.key, error=kind_of(error))
            person = inbound if isinstance(inbound, Inbound) else None
            await self._bury(channel, inbound.key, kind_of(error), msgspec.json.encode(inbound), person)

    async def _commit(self, work: Callable[[Stage], None], *, urgent: bool = False) -> None:
        now = self._clock.now()

        def transaction(tx: Tx) -> tuple[Stage, list[Row]]:
            stage = Stage(self._deps, tx, now)
            work(stage)
            return stage, stage.finish()

        stage, rows = await self._store.run(transaction, urgent=urgent)
        for remedy in stage.remedies:
            self.mended(remedy)
        for what in stage.recalls:
            self.recalled(what)
        self._send(rows)
        if stage.sets_timers:
            self.timers_changed.set()

    async def _quietly(self, what: str, work: Callable[[Stage], None]) -> bool:
        """A turn of our own: nobody delivers it again, so a mistake in it is kept in the log. False then; raises StoreDown."""
        try:
            await self._commit(work, urgent=True)
        except StoreDown:
            raise
        except Exception as error:  # noqa: BLE001 – a deadline that fails must not stop the others
            log().error("turn failed", kind=what, error=kind_of(error))
            self._metrics.dead.inc()
            return False
        return True

    async def _bury(self, channel: str, key: str, error: str, payload: bytes, person: Inbound | None) -> None:
        """Keep what could not be handled, apologise, tell the staff."""

        def work(stage: Stage) -> None:
            if not stage.tx.first_time(channel, key, stage.now):
                return
            seal = self._deps.seal
            whose = seal.find(person.channel, person.address)[0] if person else b""
            letter = stage.tx.bury(channel, key, error, seal.seal("dead letter", payload), stage.now, whose)
            told = stage.group.say("staff.dead-letter", {"words": str(letter)})
            stage.put(STAFF, "staff", "group", Text(stage.group_id, told))
            if person:
                apologise(stage, person)

        self._metrics.dead.inc()
        await self._commit(work, urgent=True)


def _ring(stage: Stage, timer: Timer) -> None:
    kind, _, whose = timer.owner.partition(":")
    if kind == "roster":
        duty.check(stage)
    elif kind == "case" and timer.name == "bundle":
        show_bundle(stage, int(whose))
    elif kind == "case":
        route(stage, int(whose), happened.DeadlinePassed())
    elif somebody := stage.person(int(whose)):
        if timer.name in held.TIMERS:
            held.ring(stage, somebody, timer)
        else:
            step(stage, somebody, TIMED[timer.name])


def _roster_read(stage: Stage, case: int) -> None:
    route(stage, case, happened.RosterRead())
