"""What to do after a message could not be sent: a pure decision, read from a table."""

from dataclasses import dataclass

from bot.messages import Blocked, ChannelError, NoTopic, Refused, Throttled, TopicShut, Unknown, Unreachable

PAGE, STAFF, REPLY, BULK, COSMETIC = range(5)
"""Lanes, in the order in which they go out."""
LANES = ("page", "staff", "reply", "bulk", "cosmetic")


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Try again at this time."""

    at: float


@dataclass(frozen=True, slots=True)
class FailOver:
    """Try again at this time, and let the case go on by other means now."""

    at: float


@dataclass(frozen=True, slots=True)
class GiveUp:
    """It will never be sent."""


Decision = RetryAt | FailOver | GiveUp


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a lane tries."""

    longest_wait: float
    """Seconds between two attempts at the most."""
    keep_for: float
    """Seconds after which it is given up."""
    fail_over_after: int | None
    """Attempts after which the case looks for other means."""


DAY = 86_400.0
PATIENCE = {
    PAGE: Patience(5, 6 * 3600, 2),
    STAFF: Patience(60, 7 * DAY, None),
    REPLY: Patience(120, DAY, None),
    BULK: Patience(600, DAY, None),
    COSMETIC: Patience(60, 600, None),
}
LONG = 5.0
"""Seconds: a page that is throttled for longer does not make the case wait."""
FIRST_WAIT = 1.0
"""Seconds before the second attempt; then twice as long each time."""


def after(error: ChannelError, lane: int, attempts: int, age: float, now: float) -> Decision:
    """What to do after attempt number `attempts` (from 1) of a message that is `age` seconds old."""
    patience = PATIENCE[lane]
    if isinstance(error, NoTopic | TopicShut) and lane != COSMETIC:
        error = Unreachable("not mended yet")
    if isinstance(error, Blocked | Refused) or age > patience.keep_for:
        return GiveUp()
    if isinstance(error, Throttled):  # the provider says when: neither sooner nor later
        waits_long = attempts >= (patience.fail_over_after or 0) or error.after > LONG
        return (FailOver if patience.fail_over_after and waits_long else RetryAt)(now + error.after)
    assert isinstance(error, Unreachable | Unknown), error  # noqa: S101 – the list of errors is closed
    wait = min(FIRST_WAIT * 2 ** min(attempts - 1, 10), patience.longest_wait)
    if patience.fail_over_after is not None and attempts >= patience.fail_over_after:
        return FailOver(now + wait)
    return RetryAt(now + wait)
