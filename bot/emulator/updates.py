"""What a bot has not fetched yet, and both ways to hand it over: pushed to a webhook, or fetched by getUpdates.

The retries are those of Telegram's own server: at once, then after 2, 4, 8 ... seconds; the head of a chat's queue
holds back that chat and no other.
"""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.emulator.checks import ApiError
from bot.emulator.wire import call_in_reply

Json = dict[str, Any]
DAY = 86400.0
LIFETIME = {"callback_query": 150.0}
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
LONGEST_PAUSE = 60.0
_TIMEOUT = ClientTimeout(total=60)


@dataclass(slots=True)
class Update:
    """One thing that happened, as its bytes on the wire; `lane` is the chat whose order it keeps."""

    id: int
    lane: int
    kind: str
    born: float
    body: bytes
    delivered: int = 0


@dataclass(slots=True)
class Hook:
    """A webhook as the bot set it, and the last trouble with it."""

    url: str
    headers: dict[str, str]
    slots: asyncio.Semaphore
    max_connections: int
    last_error: str = ""
    last_error_date: int = 0
    lanes: dict[int, deque[Update]] = field(default_factory=dict)
    workers: dict[int, asyncio.Task[None]] = field(default_factory=dict)


class Updates:
    """The queue of one bot."""

    def __init__(
        self,
        session: Callable[[], ClientSession],
        now: Callable[[], float],
        changed: Callable[[], None],
        run: Callable[[Json], Awaitable[None]],
    ) -> None:
        self._session = session
        self._now = now
        self._changed = changed
        self._run = run
        self._next = int(now()) % 100_000_000 * 10
        self.pending: dict[int, Update] = {}
        self.hook: Hook | None = None
        self.allowed: frozenset[str] = frozenset()
        self.repeat = 1
        self.retry_pause = 2.0
        self._arrived = asyncio.Event()
        self._poll = 0

    def push(self, kind: str, content: Json, lane: int) -> None:
        """Something happened; the bot is told, unless it does not want this kind."""
        if kind not in self.allowed if self.allowed else kind in NOT_BY_DEFAULT:
            return
        self._next += 1
        body = json.dumps(
            {"update_id": self._next, kind: content}
        ).encode()  # ASCII, as half a surrogate pair has no other form
        update = Update(self._next, lane, kind, self._now(), body)
        self.pending[update.id] = update
        self._arrived.set()
        if self.hook is not None:
            self._line_up(self.hook, update)

    # Webhook

    def set_hook(self, url: str, secret: str, max_connections: int) -> None:
        """Push from now on to `url` ("" ends it); what waits is pushed at once."""
        self.stop()
        self.hook = None
        if url:
            headers = {"Content-Type": "application/json"}
            if secret:
                headers["X-Telegram-Bot-Api-Secret-Token"] = secret
            self.hook = Hook(url, headers, asyncio.Semaphore(max_connections), max_connections)
            for update in self.pending.values():
                self._line_up(self.hook, update)
        self._poll += 1
        self._arrived.set()

    def stop(self) -> None:
        """End every push under way; what was not taken stays pending."""
        for worker in self.hook.workers.values() if self.hook else ():
            worker.cancel()

    def _line_up(self, hook: Hook, update: Update) -> None:
        lane = hook.lanes.setdefault(update.lane, deque())
        lane.append(update)
        if update.lane not in hook.workers:
            worker = asyncio.create_task(self._drain(hook, update.lane, lane))
            hook.workers[update.lane] = worker

    async def _drain(self, hook: Hook, key: int, lane: deque[Update]) -> None:
        """Push the updates of one chat, each until it is taken or too old."""
        failures = 0
        while lane:
            update = lane[0]
            if update.id not in self.pending or self._now() - update.born > LIFETIME.get(update.kind, DAY):
                self._taken(lane, update)
                continue
            async with hook.slots:
                wait = await self._post(hook, update)
            if wait is None:
                failures = 0
                update.delivered += 1
                if update.delivered >= self.repeat:
                    self._taken(lane, update)
                continue
            failures += 1
            pause = 0.0 if failures == 1 else min(LONGEST_PAUSE, self.retry_pause * 2.0 ** (failures - 2))
            await asyncio.sleep(max(pause, wait))
        del hook.workers[key]
        del hook.lanes[key]

    def _taken(self, lane: deque[Update], update: Update) -> None:
        lane.popleft()
        self.pending.pop(update.id, None)
        if not self.pending:
            self._changed()

    async def _post(self, hook: Hook, update: Update) -> float | None:
        """None when the bot took it, else the seconds that it asks to wait (0 = none)."""
        try:
            async with self._session().post(
                hook.url, data=update.body, headers=hook.headers, timeout=_TIMEOUT
            ) as answer:
                if 200 <= answer.status < 300:
                    if call := await call_in_reply(answer):
                        await self._run(call)
                    return None
                hook.last_error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                wait = answer.headers.get("Retry-After", "0")
        except (ClientError, OSError, TimeoutError):
            hook.last_error, wait = "Connection refused", "0"
        hook.last_error_date = int(self._now())
        self._changed()
        return min(3600.0, float(wait)) if wait.isdigit() else 0.0

    def info(self) -> Json:
        """The WebhookInfo object."""
        hook = self.hook
        shown: Json = {
            "url": hook.url if hook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self.pending),
        }
        if hook:
            shown["max_connections"] = hook.max_connections
        if hook and hook.last_error:
            shown |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error}
        return shown | ({"allowed_updates": sorted(self.allowed)} if self.allowed else {})

    # Long polling

    async def get(self, offset: int, limit: int, timeout: float) -> bytes:  # noqa: ASYNC109 - the Bot API's own parameter
        """A JSON array of updates from `offset` on; those before it are confirmed."""
        if self.hook is not None:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._poll += 1
        mine = self._poll
        self._arrived.set()
        self._confirm(offset)
        try:
            async with asyncio.timeout(timeout):
                while not self.pending and mine == self._poll:
                    self._arrived.clear()
                    await self._arrived.wait()
        except TimeoutError:
            pass
        if mine != self._poll:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )
        batch = list(self.pending.values())[:limit]
        for update in batch:
            update.delivered += 1
        return b"[" + b",".join(u.body for u in batch) + b"]"

    def close(self) -> None:
        """Let go of a poll that waits."""
        self._poll += 1
        self._arrived.set()

    def drop(self) -> None:
        """Forget everything that waits."""
        self.pending.clear()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            offset = next(iter(list(self.pending)[offset:]), 0)
        for number in [n for n, u in self.pending.items() if n < offset and u.delivered >= self.repeat]:
            del self.pending[number]
        if not self.pending:
            self._changed()
