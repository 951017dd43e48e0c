"""Ladders, deadlines and limits as data: who is woken, by what, how fast."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ladder:
    """How a case of one level climbs."""

    means: tuple[str, ...]
    """By what a page goes, all at once."""
    patience: float
    """The deadline of each rung, as a multiple of the configured `acknowledge`."""
    for_ever: bool
    """After the coordinator everybody is paged, again and again; else the case rests with the coordinator."""


LADDERS = {
    "urgent": Ladder(("telegram", "sms"), 1, for_ever=True),
    "ask": Ladder(("telegram", "sms"), 1, for_ever=True),
    "routine": Ladder(("telegram",), 10, for_ever=False),
}
SIGN_OF_FACT = {"hurt": "injury", "locked-in": "movement", "child-here": "child", "at-home": "at-home"}
"""Answers in the call for help that are signs of their own."""
TRUTH_ALWAYS, TRUTH_EVERY = 3, 5
"""While everybody is called in vain, the person is told in the first rounds, then every so many."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """In seconds."""

    acknowledge: float = 180.0
    first_reply: float = 600.0
