"""The only clock and the only source of chance. Everything else is handed the time; the demo winds this clock forward."""

import asyncio
import secrets
import time
from datetime import UTC, datetime

BULK = 256


class Clock:
    """Seconds since 1970 (UTC), and waiting for them. Winding wakes everybody who waits."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._waiting: set[asyncio.Event] = set()

    def now(self) -> float:
        """The time, with what was wound added."""
        return time.time() + self._ahead  # noqa: TID251 – here, and nowhere else

    def wind(self, seconds: float) -> None:
        """Go forward at once; what became due is done now."""
        self._ahead += seconds
        for event in self._waiting:
            event.set()

    async def wait(self, event: asyncio.Event, until: float | None) -> None:
        """Return when the event is set or the time has come (None: never); the event is cleared."""
        self._waiting.add(event)
        try:
            seconds = None if until is None else max(0.0, min(until - self.now(), 3600.0))
            async with asyncio.timeout(
                seconds
            ):  # wait_for of Python 3.11 swallows a cancellation when the event is set meanwhile
                await event.wait()
        except TimeoutError:
            pass
        finally:
            self._waiting.discard(event)
            event.clear()


def day(now: float) -> str:
    """The day (UTC) as a date such as 2026-11-26: figures for editors hold no finer time, which would tell who it was."""
    return datetime.fromtimestamp(now, UTC).date().isoformat()


def new_key() -> str:
    """A fresh secret for `[service] secret_key`: 32 random bytes in URL-safe letters."""
    return secrets.token_urlsafe(32)


def random_bytes(count: int) -> bytes:
    """Random bytes fit for cryptography."""
    return secrets.token_bytes(count)


def chance() -> int:
    """A random number of 64 bits, fit for secrets."""
    return secrets.randbits(64)


class Nonces:
    """Random bytes of one length, drawn in bulk: a system call for each would hand the interpreter to another thread each time."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._drawn: list[bytes] = []

    def next(self) -> bytes:
        """Bytes that were never given out before. May be called from several threads."""
        try:
            return self._drawn.pop()
        except IndexError:
            many = random_bytes(self._length * BULK)
            self._drawn += (many[at : at + self._length] for at in range(self._length, len(many), self._length))
            return many[: self._length]
