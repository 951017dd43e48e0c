"""What a test may make go wrong on the providers' side: answers that fail, are lost, or come late."""

import asyncio
from collections import defaultdict, deque
from dataclasses import dataclass, field

EVERY = "*"


@dataclass(frozen=True, slots=True)
class Failure:
    """An answer that is given instead of the real one; `body` is JSON when it is a dict, HTML when it is a text."""

    status: int
    body: dict[str, object] | str | None
    retry_after: int | None


@dataclass(slots=True)
class Faults:
    """Faults by method name (any case; `*` means every method), used up in the order in which they were asked for."""

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

    async def before(self, method: str) -> Failure | None:
        """Wait as long as was asked for; the failure to answer with, if there is one."""
        if self.delays and (seconds := self.delays.get(method) or self.delays.get(EVERY)):
            await asyncio.sleep(seconds)
        for name in (method, EVERY) if self.failures else ():
            if self.failures[name]:
                return self.failures[name].popleft()
        return None

    def loses_reply(self, method: str) -> bool:
        """Whether this answer is to be lost; counts it."""
        for name in (method, EVERY) if self.drops else ():
            if self.drops[name] > 0:
                self.drops[name] -= 1
                return True
        return False
