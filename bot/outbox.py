"""Sends what turns have put into the outbox: page lane first, in order for each recipient, until it is sent or given up.

The rows are on disk before they come here, and leave the disk only after the provider has taken them. What this process
was sending when it died is sent again; an SMS only after the provider was asked whether it has it.
"""

import asyncio
import contextlib
from collections import ChainMap, deque
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from functools import partial

from bot import wiping
from bot.clock import Clock
from bot.healing import Fault
from bot.lines import AT_ONCE, Line, Queue, Sender
from bot.log import kind_of, log
from bot.messages import (
    ChannelError,
    Delayed,
    Moved,
    NoForum,
    NoTopic,
    OpenTopic,
    Outbound,
    Refused,
    ReopenTopic,
    Sent,
    ShutOut,
    Throttled,
    TopicShut,
    Unknown,
)
from bot.metrics import Metrics
from bot.notes import TRACED, already_taken, note, record, room
from bot.privacy import CannotOpen, Seal
from bot.retry import LANES, PAGE, STAFF, FailOver, GiveUp, RetryAt, after
from bot.stage import Recall, Remedy, open_body
from bot.store.base import Row, Store, StoreDown

MOST_STEPS = 12
"""Steps of mending the staff group while one message is sent; after them it waits."""
LONG = 60.0
"""Seconds of throttling from which messages for the staff group go to the private chats as well."""
Mend = Callable[[Fault], Awaitable[Remedy]]
GaveUp = Callable[[Row, ChannelError], Awaitable[None]]

STORE_PAUSE = 1.0
"""Seconds before a store that could not write is asked again."""
STOP_PATIENCE = 20.0


class Outbox:
    """Runs until it is stopped; `add` is called by turns after their commit."""

    def __init__(self, store: Store, seal: Seal, clock: Clock, metrics: Metrics, senders: Mapping[str, Sender]) -> None:
        self._store, self._seal, self._clock, self._metrics = store, seal, clock, metrics
        self._lines = {name: Line(name, sender, AT_ONCE[name]) for name, sender in senders.items()}
        for line in self._lines.values():
            metrics.waiting.labels(line.name).set_function(line.count)
        self._known: dict[str, str] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()
        self._stopping = False
        self.gave_up: GaveUp = _nobody
        self.is_rush: Callable[[], bool] = lambda: False
        self.mend: Mend = _no_remedy
        self.failed_over: Callable[[Row], Awaitable[None]] = _nobody

    async def start(self) -> None:
        """Take up what an earlier process left."""
        rows, self._known = await self._store.run(
            lambda tx: (tx.waiting(), tx.remembered("topic:") | tx.remembered("card:") | tx.remembered("moved:"))
        )
        if rows:
            log().info("outbox taken up", count=len(rows))
        self.add(rows)

    def add(self, rows: Iterable[Row]) -> None:
        """Messages that a committed turn wants sent."""
        now = self._clock.now()
        for row in rows:
            if line := self._lines.get(row.channel):
                line.add(row, now)
                self._pump(line)
                if line.queues[row.queue].is_slow:
                    self._later(self._all_aside(line.queues[row.queue]))

    def recall(self, what: Recall) -> None:
        """Forget messages that nobody wants any more; on the disk they are gone. What is on its way now is not tried again."""
        for line in self._lines.values():
            for row in line.drop(what.holds, self._clock.now()):
                row.is_recalled = True

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits that could be sent now."""
        now = self._clock.now()
        return not any(line.flying or line.next_is_due(now) for line in self._lines.values())

    async def run(self) -> None:
        """Wake those who wait for their time, for ever."""
        while True:
            now = self._clock.now()
            times = []
            for line in self._lines.values():
                if (at := line.wake(now)) is not None:
                    times.append(at)
                if line.held_until > now:
                    times.append(line.held_until)
                self._pump(line)
            await self._clock.wait(self._changed, min(times, default=None))

    async def stop(self) -> None:
        """Start nothing more; wait for what is under way."""
        self._stopping = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(STOP_PATIENCE):
                while self._tasks:  # what is sent starts a task that notes it
                    await asyncio.wait(self._tasks)

    def _pump(self, line: Line) -> None:
        now = self._clock.now()
        while not self._stopping and (found := line.next(now, is_rush=self.is_rush())):
            self._later(self._send(line, *found))

    def _later(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send(self, line: Line, name: str, row: Row) -> None:
        queue = line.queues[name]
        try:
            out = open_body(self._seal, row.body)
            if row.latest and any(other.latest == row.latest and other is not row for other in queue.rows):
                await self._store.run(lambda tx: tx.done(row.id))
                self._leave(line, queue, row)
                return
            await self._attempt(line, row, out)
        except ChannelError as error:
            await self._failed(line, name, row, error)
        except CannotOpen as error:
            log().error("outbox row sealed with an unknown key", row=row.id, error=kind_of(error))
            self._leave(line, queue, row)
        except Exception as error:  # noqa: BLE001 – our mistake must not stop the line; the row is tried again after a restart
            log().error("sending failed in our own code", row=row.id, error=kind_of(error))
            await self._failed(line, name, row, Unknown("our own code"))
        else:
            self._leave(line, queue, row)
        finally:
            queue.is_busy = False
            line.flying -= 1
            line.offer(name, self._clock.now())
            self._pump(line)
            if line.later or line.held_until > self._clock.now():
                self._changed.set()

    def _leave(self, line: Line, queue: Queue, row: Row) -> None:
        queue.rows.remove(row)
        line.waiting -= 1

    async def _attempt(self, line: Line, row: Row, out: Outbound) -> None:
        row.attempts += 1
        if row.unsure and row.channel in TRACED and (found := await already_taken(self._store, line.sender, row, out)):
            await self._record(row, out, found, self._clock.now())
            return
        out, sent = await self._deliver(line, row, await wiping.whole(self._store, row, out, self._clock.now()))
        now = self._clock.now()
        if row.id:
            await self._record(row, out, sent, now)
        self._metrics.sent.labels(line.name, LANES[row.lane]).inc()
        if row.lane == PAGE:
            self._metrics.page_delay.observe(max(0.0, now - row.created))

    async def _deliver(self, line: Line, row: Row, out: Outbound) -> tuple[Outbound, Sent]:
        """Send it; where the staff group is at fault, mend that first. Returns what was sent last. Raises a ChannelError."""
        plan: deque[Outbound] = deque([out])
        done: list[str] = []
        while plan:
            first = plan[0]
            try:
                sent = await line.sender.send(first, await self._known_for(row, first))
            except (NoTopic, TopicShut, NoForum, ShutOut, Moved) as error:
                plan = await self._mended(Fault(row, out, first, error, tuple(done)))
                done.append(type(error).__name__)
            except Refused:
                if first is out:
                    raise
                plan = await self._without(row, out, plan, done)
            else:
                self._known.update(sent.remember)
                plan.popleft()
                if not plan:
                    return first, sent
                done.append(type(first).__name__)
                await self._store.run(partial(note, row=row, out=first, sent=sent, now=self._clock.now()))
        return out, Sent()

    async def _mended(self, fault: Fault) -> deque[Outbound]:
        """What is sent after a fault of the group. Raises the fault when it must be waited for."""
        remedy = await self.mend(fault)
        if remedy.plan is None or len(fault.done) >= MOST_STEPS:
            raise fault.error
        return deque(remedy.plan)

    async def _without(self, row: Row, out: Outbound, plan: deque[Outbound], done: list[str]) -> deque[Outbound]:
        """A part of a plan was refused: a topic can be done without, a card and a line too; the message itself not."""
        first = plan[0]
        if isinstance(first, OpenTopic | ReopenTopic):
            error = NoForum("no-rights") if isinstance(first, OpenTopic) else NoTopic("cannot be opened again")
            return await self._mended(Fault(row, out, first, error, tuple(done)))
        return deque([one for one in plan if one is not first])

    async def _known_for(self, row: Row, out: Outbound) -> Mapping[str, str]:
        """What is known of topics and cards, and of the message that this one answers or changes."""
        if not (reply := getattr(out, "reply", "")):
            return self._known
        twin = await self._store.run(lambda tx: tx.twin(reply, room(row, out)))
        return ChainMap({reply: twin}, self._known) if twin else self._known

    def apply(self, remedy: Remedy) -> None:
        """What a turn found out about the staff group."""
        whole = tuple(name for name in remedy.forget if name.endswith(":"))
        for name in [name for name in self._known if name in remedy.forget or (whole and name.startswith(whole))]:
            del self._known[name]
        self._known.update(remedy.remember)

    async def _record(self, row: Row, out: Outbound, sent: Sent, now: float) -> None:
        """Note that a message is sent, before anything else waits. A store that cannot write is asked again: sending again would be worse."""
        lasting = row.lane <= STAFF or row.channel != "telegram"  # after a power cut a reply on Telegram may come twice
        while True:
            try:
                return await self._store.run(
                    lambda tx: record(tx, row, out, sent, now), urgent=row.lane == PAGE, soon=True, lasting=lasting
                )
            except StoreDown as error:
                log().error("sent, but not noted yet", row=row.id, error=kind_of(error))
                await asyncio.sleep(STORE_PAUSE)

    async def _failed(self, line: Line, name: str, row: Row, error: ChannelError) -> None:
        """Do what the table says. Must not raise: the line goes on whatever happens."""
        now, queue = self._clock.now(), line.queues[name]
        if row.is_recalled:
            self._leave(line, queue, row)
            return
        self._metrics.failed.labels(line.name, type(error).__name__).inc()
        log().warning(
            "not sent",
            row=row.id,
            case=row.case,
            lane=LANES[row.lane],
            channel=line.name,
            attempts=row.attempts,
            error=type(error).__name__,
        )
        row.unsure = row.unsure or isinstance(error, Unknown)
        queue.is_shut = isinstance(error, ShutOut)
        queue.is_slow = isinstance(error, Throttled) and error.after > LONG and line.name == "staff" and row.case > 0
        decision = after(error, row.lane, row.attempts, now - row.created, now)
        try:
            if queue.is_shut or queue.is_slow:
                await self._all_aside(queue)
            match decision:
                case GiveUp():
                    await self.gave_up(row, error)
                    self._leave(line, queue, row)
                case FailOver(at):
                    await self._put_off(queue, row, at)
                    await self.failed_over(row)
                case RetryAt(at):
                    if isinstance(error, Throttled):
                        line.throttle(name, at, now)
                    await self._put_off(queue, row, at)
        except Exception as wrong:  # noqa: BLE001 – the store is down: the row stays as it was, on disk and here
            log().error("outbox could not record a failure", row=row.id, error=kind_of(wrong))
            queue.not_before = max(queue.not_before, now + 5)

    async def _all_aside(self, queue: Queue) -> None:
        """Whatever waits for the staff group goes another way too."""
        error = Delayed("too fast") if queue.is_slow else ShutOut("the group is shut")
        for row in list(queue.rows):
            with contextlib.suppress(CannotOpen):
                out = open_body(self._seal, row.body)
                await self.mend(Fault(row, out, out, error))

    async def _put_off(self, queue: Queue, row: Row, at: float) -> None:
        queue.not_before = row.due = at
        await self._store.run(lambda tx: tx.put_off(row.id, at, row.attempts))


async def _no_remedy(_: Fault) -> Remedy:
    """Until the turns are there, nothing is mended."""
    return Remedy()


async def _nobody(*_: object) -> None:
    """Until the turns are there, nobody listens."""
