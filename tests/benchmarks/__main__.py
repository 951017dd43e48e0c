"""Runs every benchmark and prints one line a figure. It measures: a goal that is not met does not make it fail."""

import sys
from collections.abc import Callable, Iterator

from tests.benchmarks import commits, cries, engine, matching, start, turns
from tests.benchmarks.report import Figure

BENCHMARKS: dict[str, Callable[[], Iterator[Figure]]] = {
    "turns": turns.measure,
    "engine": engine.measure,
    "commits": commits.measure,
    "cries": cries.measure,
    "matching": matching.measure,
    "start": start.measure,
}


def main(names: list[str]) -> None:
    """Run the named ones; without a name, all."""
    for name in names or BENCHMARKS:
        for figure in BENCHMARKS[name]():
            print(figure.line(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
