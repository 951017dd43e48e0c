"""Commits: turns that share a flush against one flush for each, on the real store and its real tables."""

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from bot.store.base import Row, Tx
from bot.store.sqlite import SqliteStore
from tests.benchmarks.report import Figure

WRITES = 1500
AT_ONCE = 32
ROUNDS = 5
GOAL = 3.0


def _turn(number: int) -> "tuple[str, Row]":
    return f"update {number}", Row(0, 2, "telegram", f"person:{number % 100}", 0.0, 0.0, b"x" * 400)


async def _write(store: SqliteStore, first: int, count: int, at_once: int) -> float:
    """Seconds for so many small turns, with so many waiting at any moment."""
    numbers = iter(range(first, first + count))

    async def one_after_another() -> None:
        for number in numbers:
            key, row = _turn(number)

            def work(tx: Tx, key: str = key, row: Row = row) -> int:
                tx.first_time("telegram", key, 0.0)
                return tx.put(row)

            await store.run(work)

    started = perf_counter()
    await asyncio.gather(*(one_after_another() for _ in range(at_once)))
    return perf_counter() - started


async def _measure() -> tuple[float, float]:
    with tempfile.TemporaryDirectory(prefix="panoh-bench-") as folder:
        store = SqliteStore(str(Path(folder) / "panoh.db"))
        store.start()
        single, grouped = [], []
        for number in range(ROUNDS):  # side by side, so that a busy machine slows both
            first = number * 2 * WRITES
            single.append(await _write(store, first, WRITES, 1))
            grouped.append(await _write(store, first + WRITES, WRITES, AT_ONCE))
        store.close()
    return WRITES / median(single), WRITES / median(grouped)


def measure() -> Iterator[Figure]:
    """How many times more durable writes a second when they share commits."""
    single, grouped = asyncio.run(_measure())
    note = f"{single:,.0f}/s one by one, {grouped:,.0f}/s with {AT_ONCE} waiting; synchronous=FULL"
    yield Figure("commits: grouped against one by one", grouped / single, "x", GOAL, at_least=True, note=note)
