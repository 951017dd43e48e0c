"""The clock that can be wound, and the chance that comes from one place."""

import asyncio
import time

from bot.clock import Clock, new_key, random_bytes


def test_winding_goes_forward() -> None:
    """Winding adds to the time, each time anew; another clock is not touched."""
    clock, other = Clock(), Clock()
    before = other.now()
    clock.wind(3600)
    clock.wind(60)
    assert 3660 <= clock.now() - before < 3670
    assert other.now() - before < 10


async def test_wait_ends_with_the_event() -> None:
    """Who waits is woken by the event, which is cleared for the next time."""
    clock, event = Clock(), asyncio.Event()
    waiting = asyncio.create_task(clock.wait(event, None))
    await asyncio.sleep(0)
    event.set()
    await asyncio.wait_for(waiting, 2)
    assert not event.is_set()


async def test_wait_ends_when_the_time_has_come() -> None:
    """A time that is past does not wait; one that is near is waited for."""
    clock, event = Clock(), asyncio.Event()
    began = time.monotonic()
    await asyncio.wait_for(clock.wait(event, clock.now() - 5), 2)
    await asyncio.wait_for(clock.wait(event, clock.now() + 0.05), 2)
    assert 0.04 < time.monotonic() - began < 2


async def test_winding_wakes_everybody() -> None:
    """Everybody who waits looks at the clock again after it was wound."""
    clock = Clock()
    waiting = [asyncio.create_task(clock.wait(asyncio.Event(), clock.now() + 3000)) for _ in range(3)]
    await asyncio.sleep(0)
    clock.wind(3600)
    await asyncio.wait_for(asyncio.gather(*waiting), 2)


def test_keys_are_long_and_new() -> None:
    """A fresh key fits the configuration, and no two are alike."""
    keys = {new_key() for _ in range(20)}
    assert len(keys) == 20
    assert all(len(key) >= 32 and key.isascii() for key in keys)
    assert len(random_bytes(12)) == 12
