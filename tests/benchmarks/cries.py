"""From a cry for help to the first page, with nothing else going on and while 2,000 routine messages pour in."""

from collections.abc import Iterator
from statistics import median, quantiles
from typing import Any

from bot import sandbox
from tests.benchmarks.conversation import MIX
from tests.benchmarks.processes import Remote, panoh, provider
from tests.benchmarks.report import Figure

IDLE = 40
PEOPLE, MESSAGES = 500, 2000
CRIES, FLOODS = 16, 7
"""Cries in one flood, and floods: over a hundred cries, so that a p99 means something."""
GOAL = 20.0
FIRST = 50_000
WAYS = {"webhook, 40 connections": (True, 40), "webhook, 100 connections": (True, 100), "polling": (False, 0)}
CHANNELS = ("telegram", "sms")


def measure() -> Iterator[Figure]:
    """For each way that updates can come in: p99 under load against the idle median."""
    for way, (webhook, connections) in WAYS.items():
        with provider() as remote, panoh(remote, webhook=webhook):
            remote.call("link")
            remote.call("people", token=sandbox.PUBLIC_TOKEN, count=PEOPLE, first=FIRST)
            remote.call("idle", count=4)  # warms up
            idle = remote.call("idle", count=IDLE)
            floods = [_flood(remote, connections) for _ in range(FLOODS)]
        yield from _figures(way, idle, floods)
    yield Figure("  the routine messages", note=f"{MESSAGES} from {PEOPLE} people, all at once, {FLOODS} times; {MIX}")


def _flood(remote: Remote, connections: int) -> dict[str, Any]:
    return remote.call(
        "flood", people=PEOPLE, first=FIRST, count=MESSAGES, cries=CRIES, connections=connections
    )


def _figures(way: str, idle: dict[str, list[float]], floods: list[dict[str, Any]]) -> Iterator[Figure]:
    for channel in CHANNELS:
        quiet = median(idle[channel])
        times = sorted(one for flood in floods for one in flood[channel])
        p99 = quantiles(times, n=100, method="inclusive")[-1]
        note = f"idle {quiet * 1e3:.0f} ms, under load {median(times) * 1e3:.0f} ms in the median, p99 {p99 * 1e3:.0f} ms"
        yield Figure(f"SOS to page: {channel}, {way}", p99 / quiet, "x", GOAL, note=note)
    waiting, whole = (median(flood[key] for flood in floods) for key in ("pending", "seconds"))
    yield Figure(f"  {way}", note=f"{waiting:,.0f} messages still waited after the last cry; all answered in {whole:.1f} s")
