"""Ladders, deadlines and limits as data: who is woken, by what, how fast."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ladder:
    """How a case of one level climbs."""

    means: tuple[str, ...]
    """By what a page goes, all at once."""
    louder: tuple[str, ...]
    """By what it goes when nobody has answered half way through the rung, and at once when one of the means above fails."""
    patience: float
    """The deadline of each rung, as a multiple of the configured `acknowledge`."""
    for_ever: bool
    """After the coordinator everybody is paged, again and again; else the case rests with the coordinator."""


LADDERS = {
    "urgent": Ladder(("telegram", "sms"), ("voice",), 1, for_ever=True),
    "ask": Ladder(("telegram", "sms"), ("voice",), 1, for_ever=True),
    "routine": Ladder(("telegram",), (), 10, for_ever=False),
}
BY_PHONE = ("sms", "voice")
"""Means that need a telephone."""
HALF_WAY = 0.5
"""The part of a deadline after which a page grows louder, and whoever owes a first reply is reminded."""
OF_REPORTS = (
    "report", "documents", "movement", "violence", "threats", "isolation", "sold", "wages", "debt", "deceived", "conditions", "sexual",
    "crime", "child",
)  # fmt: skip
"""Signs that a report may tell; the first says that it is one."""
SIGN_OF_FACT = {
    "hurt": "injury", "locked-in": "movement", "child-here": "child", "at-home": "at-home",
    **{f"sign:{sign}": sign for sign in OF_REPORTS},
}  # fmt: skip
"""Answers in the call for help, and in a report, that are signs of their own."""
TRUTH_ALWAYS, TRUTH_EVERY = 3, 5
"""While everybody is called in vain, the person is told in the first rounds, then every so many."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """In seconds."""

    acknowledge: float = 180.0
    first_reply: float = 600.0
