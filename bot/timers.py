"""Timers are rows; when their time comes they come back as turns. This loop only knows when to look."""

import asyncio

from bot.clock import Clock, day
from bot.log import kind_of, log
from bot.store.base import Store
from bot.turn import Turns
from bot.wiping import DELETABLE

PRUNE_EVERY = 3600.0
KEEP_SEEN = 7 * 86_400.0
"""Seconds for which an update is recognised when it comes again."""
KEEP_LETTERS = 30 * 86_400.0
"""Seconds for which a message that could not be handled waits for a technician."""

KEEP_QUESTIONS = 90 * 86_400.0
"""Seconds for which a question without an answer waits for an editor."""


class Timers:
    """Runs until it is cancelled."""

    def __init__(self, store: Store, turns: Turns, clock: Clock) -> None:
        self._store, self._turns, self._clock = store, turns, clock
        self._pruned = 0.0

    async def run(self) -> None:
        """Fire what is due, sleep until the next, for ever. A store that is down is asked again a little later."""
        changed: asyncio.Event = self._turns.timers_changed
        while True:
            try:
                next_due = await self._fire()
            except Exception as error:  # noqa: BLE001 – nothing may stop the deadlines
                log().error("timers could not be read", error=kind_of(error))
                next_due = self._clock.now() + 1
            await self._clock.wait(changed, next_due)

    async def _fire(self) -> float | None:
        now = self._clock.now()
        while due := await self._store.run(lambda tx: tx.due_timers(now)):
            for timer in due:
                await self._turns.timer(timer)
        if now - self._pruned > PRUNE_EVERY:
            self._pruned = now
            questions = day(now - KEEP_QUESTIONS)
            await self._store.run(lambda tx: tx.prune(now - KEEP_SEEN, now - KEEP_LETTERS, questions, now - DELETABLE))
        return await self._store.run(lambda tx: tx.next_timer())
