"""What can happen to a case. Past tense."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    """The person called for help, or asked for a person."""


@dataclass(frozen=True, slots=True)
class PersonTold:
    """The person wrote or sent something that belongs to the case."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The person adds to a case that was closed."""


@dataclass(frozen=True, slots=True)
class FactTold:
    """The person chose an answer: `fact` is a word such as hurt, write-no, country:ru."""

    fact: str


@dataclass(frozen=True, slots=True)
class CalledAgain:
    """The person called for help again, or the case turned out to be urgent."""

    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claimed:
    """An operator took the case (button, word, or by writing in its topic)."""

    operator: str


@dataclass(frozen=True, slots=True)
class OperatorActed:
    """An operator wrote to the person, or did something else about the case.

    A note is something done only where the person cannot or may not be written to. `operator` is who it was, where that is known.
    """

    by_note: bool = False
    operator: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """An operator has written to the person: now it is their turn."""

    operator: str = ""


@dataclass(frozen=True, slots=True)
class MadeUrgent:
    """An operator finds the case urgent."""

    operator: str


@dataclass(frozen=True, slots=True)
class Muted:
    """An operator does not want to see any more what the person writes, or wants to see it again."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The owner, or the coordinator, gave the case to another operator."""

    by: str
    to: str


@dataclass(frozen=True, slots=True)
class ClosedBy:
    """An operator closed the case."""

    operator: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The person erased their data."""


@dataclass(frozen=True, slots=True)
class PageFailed:
    """A page could not be delivered by one means."""

    operator: str
    means: str


@dataclass(frozen=True, slots=True)
class DeadlinePassed:
    """The time for an acknowledgement is over."""


@dataclass(frozen=True, slots=True)
class RosterRead:
    """The service has read its roster: whoever had the case may not be on it any more."""


@dataclass(frozen=True, slots=True)
class PersonUnreachable:
    """The person can no longer be reached; `reason` is blocked, stopped, refused or undelivered."""

    reason: str


@dataclass(frozen=True, slots=True)
class PersonReachable:
    """The person can be reached again."""


OperatorsEvent = Claimed | OperatorActed | Answered | MadeUrgent | Muted | HandedOver | ClosedBy
Event = (
    Opened
    | PersonTold
    | Resumed
    | FactTold
    | CalledAgain
    | Withdrawn
    | PageFailed
    | DeadlinePassed
    | RosterRead
    | PersonUnreachable
    | PersonReachable
    | OperatorsEvent
)
