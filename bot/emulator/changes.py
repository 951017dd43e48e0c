"""Who wants to know that something in the emulator changed: tests that wait, and the page."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Changes:
    """Wakes everybody who waits, once for each change; nobody polls."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []
        self._watching: list[Callable[[], None]] = []

    def notify(self) -> None:
        """Something changed."""
        for watcher in self._watching:
            watcher()
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            for each in waiting:
                if not each.done():
                    each.set_result(None)

    def subscribe(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Call `watcher` after every change, until the returned function is called."""
        self._watching.append(watcher)
        return lambda: self._watching.remove(watcher) if watcher in self._watching else None

    async def wait_for(self, predicate: Callable[[], T], timeout: float = 5.0) -> T:  # noqa: ASYNC109 - a test states its patience
        """The first true value of `predicate`, asked now and after every change, or TimeoutError."""
        async with asyncio.timeout(timeout):
            while not (found := predicate()):
                change = asyncio.get_running_loop().create_future()
                self._waiting.append(change)
                await change
            return found
