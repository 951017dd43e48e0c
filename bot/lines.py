"""Who is in line for a channel: one queue a recipient, the page lane first, places kept free for pages, limits as a table."""

import bisect
import heapq
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.messages import Found, Outbound, Sent
from bot.retry import PAGE, STAFF
from bot.store.base import Row


class Sender(Protocol):
    """A channel, as the outbox sees it."""

    async def send(self, out: Outbound, known: Mapping[str, str]) -> Sent:
        """Send one message. `known` holds numbers of topics and cards. Raises a ChannelError."""
        ...

    async def look_up(self, out: Outbound, since: float) -> tuple[Found, ...]:
        """What the provider has taken since then that may be this very message. Raises a ChannelError."""
        ...


AT_ONCE = {"telegram": 48, "staff": 8, "sms": 16, "voice": 8}
"""Messages in flight per channel (the staff bot's HTTP client slows down above 8)."""
FOR_PAGES = 2
"""Places among these that only the page lane may take."""
IN_A_RUSH = 4
"""Messages in flight per channel, pages apart, while many updates come in: whoever cries for help may be among those who still wait."""
CROWD = 3
"""So many recipients throttled at once mean that the whole bot is."""


@dataclass(slots=True)
class Queue:
    """The messages of one recipient, oldest first."""

    rows: deque[Row] = field(default_factory=deque)
    is_busy: bool = False
    is_shut: bool = False
    """The staff group does not let the bot in: each new message is a reason to try, so that it can go another way at once."""
    is_slow: bool = False
    """The staff group takes nothing for a long while: new messages go another way too."""
    not_before: float = 0.0

    def add(self, row: Row) -> None:
        if self.rows and self.rows[-1].id > row.id:  # two turns may be handed over in the other order
            bisect.insort(self.rows, row, key=lambda one: one.id)
        else:
            self.rows.append(row)

    @property
    def lane(self) -> int:
        """A cosmetic message may not hold up a page behind it."""
        return min(row.lane for row in self.rows)


class Line:
    """One channel with its recipients."""

    def __init__(self, name: str, sender: Sender, at_once: int) -> None:
        self.name, self.sender, self.at_once = name, sender, at_once
        self.queues: dict[str, Queue] = {}
        self.ready: list[tuple[int, int, str]] = []
        self.later: list[tuple[float, str]] = []
        self.flying = 0
        self.waiting = 0
        self.throttled: dict[str, float] = {}
        self.held_until = 0.0

    def add(self, row: Row, now: float) -> None:
        queue = self.queues.setdefault(row.queue, Queue())
        queue.add(row)
        if queue.is_shut:
            queue.not_before = queue.rows[0].due = now
        elif not queue.is_busy:
            queue.not_before = max(queue.not_before, queue.rows[0].due)
        self.waiting += 1
        self.offer(row.queue, now)

    def drop(self, is_meant: Callable[[Row], bool], now: float) -> list[Row]:
        """Take out what is meant and not under way; returns what is meant and under way."""
        flying = []
        for name, queue in list(self.queues.items()):
            if not any(map(is_meant, queue.rows)):
                continue
            under_way = queue.rows[0] if queue.is_busy else None
            kept = deque(row for row in queue.rows if row is under_way or not is_meant(row))
            flying += [row for row in kept if row is under_way and is_meant(row)]
            self.waiting -= len(queue.rows) - len(kept)
            queue.rows = kept
            self.offer(name, now)
        return flying

    def count(self) -> float:
        """How many messages are not sent yet."""
        return self.waiting

    def offer(self, name: str, now: float) -> None:
        """Put a recipient in line, now or for later."""
        queue = self.queues[name]
        if queue.is_busy:
            return
        if not queue.rows:
            del self.queues[name]
        elif queue.not_before > now:
            heapq.heappush(self.later, (queue.not_before, name))
        else:
            heapq.heappush(self.ready, (queue.lane, queue.rows[0].id, name))

    def wake(self, now: float) -> float | None:
        """Put those whose time has come in line; returns when the next one's time comes."""
        while self.later and self.later[0][0] <= now:
            _, name = heapq.heappop(self.later)
            if name in self.queues and self.queues[name].not_before <= now:
                self.offer(name, now)
        return self.later[0][0] if self.later else None

    def next(self, now: float, *, is_rush: bool) -> tuple[str, Row] | None:
        """The next message to send, if one may go."""
        room = min(self.at_once - FOR_PAGES, IN_A_RUSH) if is_rush else self.at_once - FOR_PAGES
        while self.ready and self.flying < self.at_once:
            lane, first, name = self.ready[0]
            queue = self.queues.get(name)
            if queue is None or queue.is_busy or not queue.rows or queue.rows[0].id != first or queue.not_before > now:
                heapq.heappop(self.ready)  # offered again meanwhile, or already under way
                continue
            if lane > PAGE and (
                (lane > STAFF and self.flying >= room)
                or self.flying >= self.at_once - FOR_PAGES
                or (lane > STAFF and self.held_until > now)
            ):
                return None
            heapq.heappop(self.ready)
            queue.is_busy = True
            self.flying += 1
            return name, queue.rows[0]
        return None

    def next_is_due(self, now: float) -> bool:
        """Whether somebody is in line."""
        return any(queue.rows and queue.not_before <= now for queue in self.queues.values())

    def throttle(self, name: str, until: float, now: float) -> None:
        """Remember who was throttled; a crowd of them means that all but pages and staff must wait."""
        self.throttled = {one: at for one, at in self.throttled.items() if at > now}
        self.throttled[name] = until
        if len(self.throttled) >= CROWD:
            self.held_until = max(self.held_until, until)
