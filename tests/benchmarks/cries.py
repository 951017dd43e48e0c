"""From a cry for help to the first page, with nothing else going on and while 2,000 routine messages pour in."""

from collections.abc import Iterator
from statistics import median, quantiles
from typing import Any

from bot import sandbox
from tests.benchmarks.conversation import MIX
from tests.benchmarks.processes import Remote, panoh, provider
from tests.benchmarks.report import Figure

IDLE = 36
PEOPLE, MESSAGES, FLOODS = 500, 2000, 3
GOAL = 20.0
FIRST = 50_000
WAYS = {
    "webhook, 40 connections": (True, 40, 0.0),
    "webhook, 100 connections": (True, 100, 0.0),
    "polling": (False, 0, 4.0),
}
"""Webhook or not, connections of the flood, seconds in which it pours in (0: all at once)."""
CHANNELS = {"telegram": GOAL, "sms": GOAL, "line": None}
"""By channel the goal; `line` also waits inside Telegram, for one of the connections that the flood holds or its turn in the fetch."""


def measure() -> Iterator[Figure]:
    """For each way that updates can come in: p99 under load against the idle median."""
    for way, (webhook, connections, seconds) in WAYS.items():
        with provider() as remote, panoh(remote, webhook=webhook):
            remote.call("link")
            remote.call("people", token=sandbox.PUBLIC_TOKEN, count=PEOPLE, first=FIRST)
            remote.call("idle", count=6)  # warms up
            idle = remote.call("idle", count=IDLE)
            floods = [_flood(remote, connections, seconds) for _ in range(FLOODS)]
        yield from _figures(way, idle, floods)
    yield Figure("  the flood", note=f"{MESSAGES} messages from {PEOPLE} people, {FLOODS} times; {MIX}")


def _flood(remote: Remote, connections: int, seconds: float) -> dict[str, Any]:
    return remote.call("flood", people=PEOPLE, first=FIRST, count=MESSAGES, connections=connections, seconds=seconds)


def _figures(way: str, idle: dict[str, list[float]], floods: list[dict[str, Any]]) -> Iterator[Figure]:
    for channel, goal in CHANNELS.items():
        quiet = median(idle[channel])
        times = sorted(one for flood in floods for one in flood[channel])
        p99 = quantiles(times, n=100, method="inclusive")[-1]
        note = (
            f"idle {quiet * 1e3:.0f} ms, under load {median(times) * 1e3:.0f} ms in the median, p99 {p99 * 1e3:.0f} ms"
        )
        yield Figure(f"SOS to page: {channel}, {way}", p99 / quiet, "x", goal, note=note)
    whole, cries = (
        median(flood["seconds"] for flood in floods),
        sum(len(flood[one]) for flood in floods for one in CHANNELS),
    )
    yield Figure(f"  {way}", note=f"{cries} cries; a flood was answered in {whole:.1f} s")
