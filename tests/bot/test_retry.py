"""What is done after each error, in each lane, after each number of attempts: the whole table."""

import pytest

from bot.messages import Blocked, ChannelError, NoTopic, Refused, Throttled, TopicShut, Unknown, Unreachable
from bot.retry import (
    BULK,
    COSMETIC,
    DAY,
    LANES,
    PAGE,
    PATIENCE,
    REPLY,
    STAFF,
    Decision,
    FailOver,
    GiveUp,
    RetryAt,
    after,
)

NOW = 1000.0
BROKEN = (Unreachable("x"), Unknown("x"))
FINAL = (Refused("x"), Blocked("blocked"), Blocked("stopped"))
WAITS = [
    (PAGE, 1, 1), (PAGE, 3, 4), (PAGE, 4, 5), (PAGE, 99, 5),
    (STAFF, 1, 1), (STAFF, 2, 2), (STAFF, 7, 60), (STAFF, 99, 60),
    (REPLY, 1, 1), (REPLY, 2, 2), (REPLY, 7, 64), (REPLY, 8, 120), (REPLY, 9999, 120),
    (BULK, 1, 1), (BULK, 10, 512), (BULK, 11, 600), (BULK, 99, 600),
    (COSMETIC, 1, 1), (COSMETIC, 7, 60),
]  # fmt: skip


@pytest.mark.parametrize(("lane", "attempts", "wait"), WAITS, ids=[f"{LANES[row[0]]}-{row[1]}" for row in WAITS])
@pytest.mark.parametrize("error", BROKEN, ids=["unreachable", "unknown"])
def test_waits_twice_as_long_each_time(error: ChannelError, lane: int, attempts: int, wait: float) -> None:
    """A broken connection is tried again, at growing distances up to the lane's longest."""
    fails_over = lane == PAGE and attempts > 1
    assert after(error, lane, attempts, 0, NOW) == (FailOver if fails_over else RetryAt)(NOW + wait)


@pytest.mark.parametrize("error", BROKEN, ids=["unreachable", "unknown"])
def test_only_a_page_fails_over(error: ChannelError) -> None:
    """From its second attempt on a page is tried on, and the case goes on by other means; nothing else fails over.

    Each time, because the process may have died before the first was noted.
    """
    decisions = {lane: [type(after(error, lane, attempts, 0, NOW)) for attempts in range(1, 8)] for lane in PATIENCE}
    assert after(error, PAGE, 2, 0, NOW) == FailOver(NOW + 2)
    assert decisions[PAGE] == [RetryAt, *[FailOver] * 6]
    assert all(FailOver not in decisions[lane] for lane in (STAFF, REPLY, BULK, COSMETIC))


@pytest.mark.parametrize("lane", PATIENCE, ids=LANES)
@pytest.mark.parametrize("error", FINAL, ids=["refused", "blocked", "stopped"])
def test_what_will_never_be_sent(error: ChannelError, lane: int) -> None:
    """What the provider will never take is given up at the first attempt."""
    assert after(error, lane, 1, 0, NOW) == GiveUp()


def test_topic_that_is_gone() -> None:
    """What belongs into a topic that could not be mended yet is never given up for that; an old name of it is."""
    for error in (NoTopic("x"), TopicShut("x")):
        for lane in (STAFF, REPLY, BULK):
            decisions = [after(error, lane, attempts, 0, NOW) for attempts in (1, 2, 3)]
            assert decisions == [RetryAt(NOW + 1), RetryAt(NOW + 2), RetryAt(NOW + 4)]
        assert after(error, COSMETIC, 1, 0, NOW) == GiveUp()


@pytest.mark.parametrize("lane", PATIENCE, ids=LANES)
@pytest.mark.parametrize("seconds", [0, 0.5, 37, 4000])
def test_throttled_waits_as_told(lane: int, seconds: float) -> None:
    """The provider says when: neither sooner nor later, in every lane; but a case does not wait for a page that is held up."""
    for attempts in (1, 2, 50):
        decided = FailOver if lane == PAGE and (attempts > 1 or seconds > 5) else RetryAt
        assert after(Throttled(seconds), lane, attempts, 0, NOW) == decided(NOW + seconds)


AGES = [(PAGE, 6 * 3600), (STAFF, 7 * DAY), (REPLY, DAY), (BULK, DAY), (COSMETIC, 600)]


@pytest.mark.parametrize(("lane", "keep"), AGES, ids=LANES)
@pytest.mark.parametrize("error", [*BROKEN, Throttled(1)], ids=["unreachable", "unknown", "throttled"])
def test_given_up_when_too_old(error: ChannelError, lane: int, keep: float) -> None:
    """A lane tries as long as its message can still be of use, and no longer."""
    kept: Decision = after(error, lane, 30, keep, NOW)
    assert isinstance(kept, RetryAt | FailOver)
    assert after(error, lane, 30, keep + 1, NOW) == GiveUp()


def test_lanes_are_in_order() -> None:
    """A page goes before everything, a cosmetic message after everything, and each has its patience."""
    assert list(PATIENCE) == [PAGE, STAFF, REPLY, BULK, COSMETIC] == list(range(len(LANES)))
