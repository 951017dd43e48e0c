"""A conversation on paper: the form that `panoh chat` prints and records, and that the stories in the tests hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

PERSON = "<"
GROUP = "group"


@dataclass(frozen=True, slots=True)
class Line:
    """Something that somebody saw: the person (`<`), the staff group, or an operator (`Aigul`, `Aigul sms`)."""

    actor: str
    text: str
    labels: tuple[str, ...] = ()


def show(lines: Iterable[Line]) -> Iterator[str]:
    """What followed one input, by actor: the person first, then the group, then operators by name."""
    order = {PERSON: 0, GROUP: 1}
    for line in sorted(lines, key=lambda one: (order.get(one.actor, 2), one.actor)):
        mark = PERSON if line.actor == PERSON else f"{line.actor}|"
        yield from (f"{mark} {row}".rstrip() for row in line.text.split("\n"))
        if line.labels:
            yield f"{mark} " + " ".join(f"[{label}]" for label in line.labels)
