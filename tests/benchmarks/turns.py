"""A full durable turn (webhook in, `sendMessage` out, SQLite with `synchronous=FULL`) against a bare aiogram echo bot."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from bot import sandbox
from tests.benchmarks.conversation import MIX
from tests.benchmarks.processes import cpu_seconds, echo, panoh, provider
from tests.benchmarks.provider import ECHO_TOKENS
from tests.benchmarks.report import Figure

PEOPLE = 200
ROUNDS = 5
TURNS = {1: 150, 32: 800}
"""Turns in a round, by how many people wait for an answer at any moment."""
GOAL = 1.5
PANOH, BACKGROUND, INLINE = "panoh", "echo, default", "echo, handle_in_background=False"


@dataclass(frozen=True, slots=True)
class Round:
    """Milliseconds: time per turn (1 / throughput), median from update to answer, processor time of the bot per turn."""

    per_turn: float
    p50: float
    cpu: float


def measure() -> Iterator[Figure]:
    """Ratios at one person at a time and at 32, then what they are made of."""
    rounds: dict[tuple[str, int], list[Round]] = defaultdict(list)
    with ExitStack() as stack:
        remote = stack.enter_context(provider())
        bots = {
            PANOH: (sandbox.PUBLIC_TOKEN, stack.enter_context(panoh(remote))[0]),
            BACKGROUND: (ECHO_TOKENS[0], stack.enter_context(echo(remote, ECHO_TOKENS[0], "background"))),
            INLINE: (ECHO_TOKENS[1], stack.enter_context(echo(remote, ECHO_TOKENS[1], "inline"))),
        }
        for number, (token, _) in enumerate(bots.values(), 1):
            remote.call("people", token=token, count=PEOPLE, first=number * 10_000)
        for turn in range(-1, ROUNDS):  # the first one warms up
            for number, (name, (token, pid)) in enumerate(bots.items(), 1):
                for at_once, count in TURNS.items():
                    before = cpu_seconds(pid)
                    done = remote.call(
                        "turns", token=token, first=number * 10_000, people=PEOPLE, at_once=at_once, count=count
                    )
                    cpu = cpu_seconds(pid) - before
                    if turn >= 0:
                        rounds[name, at_once].append(
                            Round(done["seconds"] / count * 1e3, median(done["times"]) * 1e3, cpu / count * 1e3)
                        )
    yield from _figures(rounds)


def _figures(rounds: dict[tuple[str, int], list[Round]]) -> Iterator[Figure]:
    middle = {
        at: Round(*(median(getattr(one, field) for one in found) for field in ("per_turn", "p50", "cpu")))
        for at, found in rounds.items()
    }
    for at_once in TURNS:
        ours = middle[PANOH, at_once]
        for other in (BACKGROUND, INLINE):
            theirs = middle[other, at_once]
            for field, what in (("per_turn", "time per turn"), ("p50", "p50")):
                ratio = getattr(ours, field) / getattr(theirs, field)
                yield Figure(f"turn: {what}, {at_once} at once, against {other}", ratio, "x", GOAL)
    for (name, at_once), one in middle.items():
        told = f"{1e3 / one.per_turn:,.0f} turns/s, p50 {one.p50:.2f} ms, {one.cpu:.2f} ms of processor time a turn"
        yield Figure(f"  {name}, {at_once} at once", note=told)
    yield Figure("  made of", note=f"{MIX}; {PEOPLE} people a bot, {ROUNDS} interleaved rounds, medians")
