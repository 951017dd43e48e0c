"""What a test may make go wrong on the providers' side: answers that fail, are lost, or come late."""

import asyncio
from collections import defaultdict, deque
from dataclasses import dataclass, field

EVERY = "*"
FOR_EVER = 5000
"""So many calls that no test makes them."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An answer that is given instead of the real one; `body` is JSON when it is a dict, HTML when it is a text; status 0: the connection breaks."""

    status: int
    body: dict[str, object] | str | None
    retry_after: int | None
    wait: float = 0.0
    """Seconds before it comes."""


@dataclass(slots=True)
class Faults:
    """Faults by method name (any case; `*` means every method), used up in the order in which they were asked for.

    `panoh_bot/sendMessage` and `panoh_bot/*` are those of one bot alone.
    """

    failures: dict[str, deque[Failure]] = field(default_factory=lambda: defaultdict(deque))
    drops: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    delays: dict[str, float] = field(default_factory=dict)

    def fail_next(
        self,
        method: str,
        status: int = 500,
        body: dict[str, object] | str | None = None,
        times: int = 1,
        retry_after: int | None = None,
    ) -> None:
        """Answer the next `times` calls of `method` with this status, and do not perform them."""
        self.failures[method.lower()].extend([Failure(status, body, retry_after)] * times)

    def reset(self, method: str, times: int = 1, wait: float = 0.0) -> None:
        """Close the connection of the next `times` calls of `method`, after so many seconds, and do not perform them."""
        self.failures[method.lower()].extend([Failure(0, None, None, wait)] * times)

    def drop_reply(self, method: str, times: int = 1) -> None:
        """Perform the next `times` calls of `method`, then close the connection without an answer."""
        self.drops[method.lower()] += times

    def delay(self, method: str, seconds: float) -> None:
        """Wait so long before each call of `method`; 0 ends it."""
        self.delays[method.lower()] = seconds

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self.failures.clear()
        self.drops.clear()
        self.delays.clear()

    async def before(self, method: str, bot: str = "") -> Failure | None:
        """Wait as long as was asked for; the failure to answer with, if there is one."""
        names = _names(method, bot) if self.delays or self.failures else ()
        if seconds := next((self.delays[name] for name in names if self.delays.get(name)), 0.0):
            await asyncio.sleep(seconds)
        for name in names:
            if self.failures.get(name):
                failure = self.failures[name].popleft()
                await asyncio.sleep(failure.wait)
                return failure
        return None

    def loses_reply(self, method: str, bot: str = "") -> bool:
        """Whether this answer is to be lost; counts it."""
        for name in _names(method, bot) if self.drops else ():
            if self.drops[name] > 0:
                self.drops[name] -= 1
                return True
        return False


def _names(method: str, bot: str) -> tuple[str, ...]:
    return (f"{bot}/{method}", f"{bot}/{EVERY}", method, EVERY) if bot else (method, EVERY)
