"""How long the commands take to start, and how much memory the service holds."""

import os
import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from time import perf_counter

from tests.benchmarks.processes import ROOT, panoh, provider, resident_mb
from tests.benchmarks.report import Figure

ROUNDS = 3
READY, MEMORY, COMMAND, CHECK = 6.0, 200.0, 0.6, 3.0


def _command(*arguments: str, given: str = "") -> float:
    """Seconds from start to end of a command; raises CalledProcessError when it fails."""
    times = []
    for _ in range(ROUNDS):
        started = perf_counter()
        subprocess.run(
            [sys.executable, "-m", "bot.cli", *arguments], cwd=ROOT, input=given.encode(), check=True, stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        times.append(perf_counter() - started)
    return median(times)


def measure() -> Iterator[Figure]:
    """`panoh serve` to ready, its memory, `panoh --help`, `panoh ask` with one question, `panoh check`."""
    ready, memory = [], []
    with provider() as remote:
        for _ in range(ROUNDS):
            with panoh(remote) as (pid, seconds):
                ready.append(seconds)
                memory.append(resident_mb(pid))
    yield Figure("start: `panoh serve` to ready", median(ready), "s", READY)
    yield Figure("start: resident memory when ready", median(memory), "MB", MEMORY)
    yield Figure("start: `panoh --help`", _command("--help"), "s", COMMAND)
    yield Figure(
        "start: `panoh ask`, one question", _command("ask", "--lang", "ru", given="нужен ли патент\n"), "s", COMMAND
    )
    yield Figure(
        "start: `panoh check`, the whole content read and checked, nothing kept", _command("check"), "s", CHECK
    )
