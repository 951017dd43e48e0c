"""Every fault of the two providers, alone and in pairs: a cry by Telegram and one by SMS reach somebody within one deadline.

The faults are a table. With both providers gone nobody can be reached: then the truth is told, and everything goes out when
they return. After each pair everything is mended, and nothing is left unsaid.
"""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from itertools import combinations_with_replacement, count

import pytest
import pytest_asyncio

from bot.channels import sms, staff, telegram
from bot.content import Content
from bot.emulator.faults import FOR_EVER
from tests.world import (
    ACKNOWLEDGE,
    AIGUL,
    AIGUL_PHONE,
    BEK,
    BEK_PHONE,
    GROUP,
    NARGIZA,
    NARGIZA_PHONE,
    PUBLIC,
    STAFF,
    World,
    build,
    count_of,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

OPERATORS = {AIGUL: AIGUL_PHONE, BEK: BEK_PHONE, NARGIZA: NARGIZA_PHONE}
SUPERGROUP = -1009876543210
TIME_OUT = 0.1
"""Seconds after which a channel gives up waiting, in these tests."""
STEPS = 4
"""Steps in which the clock goes through one deadline."""
HTML = "<html>bad gateway</html>"
Do = Callable[[World], object]


def nothing(_: World) -> None:
    """Nothing is to be done."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong: how it begins and ends, and by what nobody can be reached meanwhile."""

    name: str
    begin: Do
    end: Do = nothing
    cuts: frozenset[str] = field(default_factory=frozenset)
    lasts: bool = False
    """It cannot be taken back: the world is used for nothing else."""

    def __str__(self) -> str:
        return self.name


def on_telegram(*calls: str, times: int = FOR_EVER, **failure: object) -> Do:
    """The calls of both bots fail so."""
    return lambda world: [world.emulator.telegram.fail_next(one, times=times, **failure) for one in calls]  # type: ignore[arg-type]


def on_twilio(*calls: str, times: int = FOR_EVER, **failure: object) -> Do:
    """These requests to Twilio fail so."""
    return lambda world: [world.emulator.twilio.fail_next(one, times=times, **failure) for one in calls]  # type: ignore[arg-type]


def blocked(world: World) -> None:
    """All operators have blocked the staff bot."""
    for operator in OPERATORS:
        world.emulator.telegram.state.chat_of(STAFF, operator).blocked = True


def unblocked(world: World) -> None:
    """They have not any more."""
    for operator in OPERATORS:
        world.emulator.telegram.state.chat_of(STAFF, operator).blocked = False


def no_topic_stays(world: World) -> None:
    """The next topic disappears as soon as it is there, before its card."""
    known = {topic.id for topic in world.emulator.topics(GROUP)}

    def look() -> None:
        new = [topic for topic in world.emulator.topics(GROUP) if topic.id not in known]
        if new:
            stop()
            del world.emulator.telegram.state.topics[GROUP][new[0].id]

    stop = world.emulator.changes.subscribe(look)


async def moved(world: World) -> None:
    """The group has another number; Telegram says so when it is written to."""
    await world.emulator.telegram.people.migrate(GROUP, SUPERGROUP, forum=True, tells=False)


async def thrown_out(world: World) -> None:
    """The bot is removed from the group, and is not told."""
    await world.emulator.telegram.people.remove_bot(GROUP, STAFF, tells=False)


def let_in(world: World) -> None:
    """It is in again."""
    world.emulator.telegram.state.groups[GROUP].bots[:] = [STAFF]


def each_phone(what: str) -> Do:
    """SMS to the operators end so."""
    return lambda world: [world.emulator.twilio.deliver_as(phone, what) for phone in OPERATORS.values()]


def statuses_in_disorder(world: World) -> None:
    """The last one first, each three times."""
    world.emulator.twilio.callbacks_reversed, world.emulator.twilio.webhooks.repeat = True, 3


def statuses_in_order(world: World) -> None:
    """As usual."""
    world.emulator.twilio.callbacks_reversed, world.emulator.twilio.webhooks.repeat = False, 1


BY_TELEGRAM, BY_PHONE = frozenset({"telegram"}), frozenset({"sms", "voice"})
FAULTS = (
    Fault("Telegram 429", on_telegram("*", status=429, retry_after=30), cuts=BY_TELEGRAM),
    Fault("Telegram 502", on_telegram("*", status=502, body=HTML), cuts=BY_TELEGRAM),
    Fault("Telegram times out", lambda w: w.emulator.telegram.reset("*", FOR_EVER, 2 * TIME_OUT), cuts=BY_TELEGRAM),
    Fault("Telegram resets", lambda w: w.emulator.telegram.reset("sendMessage", 5)),
    Fault("Telegram is down", lambda w: w.emulator.telegram.reset("*", FOR_EVER), cuts=BY_TELEGRAM),
    Fault("Telegram's answer is lost", lambda w: w.emulator.telegram.drop_reply("*", 5)),
    Fault("blocked by everybody", blocked, unblocked, cuts=BY_TELEGRAM),
    Fault("group moved", moved, lasts=True),
    Fault("topic deleted", no_topic_stays),
    Fault("thrown out of the group", thrown_out, let_in),
    Fault("Twilio 429", on_twilio("messages", "calls", status=429), cuts=BY_PHONE),
    Fault("Twilio 500", on_twilio("messages", "calls", status=500), cuts=BY_PHONE),
    Fault("Twilio times out", lambda w: w.emulator.twilio.reset("*", FOR_EVER, 2 * TIME_OUT), cuts=BY_PHONE),
    Fault("Twilio resets", lambda w: w.emulator.twilio.reset("messages", 5)),
    Fault("Twilio is down", lambda w: w.emulator.twilio.reset("*", FOR_EVER), cuts=BY_PHONE),
    Fault("Twilio's answer is lost", lambda w: w.emulator.twilio.drop_reply("messages", 5)),
    Fault("SMS stopped (21610)", lambda w: w.emulator.twilio.opted_out.update(OPERATORS.values()),
          lambda w: w.emulator.twilio.opted_out.clear(), cuts=frozenset({"sms"})),
    Fault("SMS not delivered", each_phone("undelivered"), each_phone("delivered"), cuts=frozenset({"sms"})),
    Fault("statuses in disorder", statuses_in_disorder, statuses_in_order),
)  # fmt: skip
PAIRS = tuple(
    (one, other)
    for one, other in combinations_with_replacement(FAULTS, 2)
    if one is other or not (one.cuts and other.cuts and (one.cuts <= other.cuts or other.cuts <= one.cuts))
)
"""A fault with itself is the fault alone. Of two that cut off the same means only one could ever be met."""
numbers = count(1)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(content: Content, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """One service that lives through everything."""
    with pytest.MonkeyPatch.context() as patch:
        for channel in (sms, staff, telegram):
            patch.setattr(channel, "TIMEOUT", TIME_OUT)
        async with build(content, tmp_path_factory.mktemp("faults")) as world:
            yield quiet(world)


def quiet(world: World) -> World:
    """Telephones ring and nobody picks up."""
    world.emulator.twilio.calls.auto_answer = False
    return world


def reached(world: World, case: str) -> bool:
    """Whether something about this case is before the eyes or in the ears of somebody of the staff."""
    telegram_page = any(
        button["data"] == f"take:{case}"
        for operator in OPERATORS
        for message in world.private(operator)
        for line in message.buttons
        for button in line
    )
    by_sms = any(
        f"#{case}" in one.body and one.status in ("sent", "delivered")
        for p in OPERATORS.values()
        for one in world.sms(p)
    )
    rings = any(
        call.url.endswith(f"case={case}") for phone in OPERATORS.values() for call in world.emulator.calls(phone)
    )
    return telegram_page or by_sms or rings


async def cries(world: World) -> tuple[int, str, list[str]]:
    """Two people whom nobody knows cry for help; who they are, and the numbers of their cases."""
    number = next(numbers)
    who, phone = 500_000 + number, f"+44770090{number:04}"
    await world.emulator.add_user(who, "One", language_code="en")
    queues = world.emulator.telegram.state.queues.values()
    await world.emulator.user_says(who, PUBLIC, f"SOS {word_of(who)} by Telegram")
    await world.wait_for(lambda: not any(queue.pending for queue in queues))
    await world.emulator.sms_in(phone, f"SOS {word_of(who)} by SMS")
    cases = await world.panoh.store.run(lambda tx: tx.open_numbers())
    assert len(cases) == 2
    return who, phone, [str(case) for case in cases]


def word_of(who: int) -> str:
    """By what the words of the two are known."""
    return "zxq" + str(who).translate(str.maketrans("0123456789", "abcdefghij"))


async def within_a_deadline(world: World, cases: list[str]) -> bool:
    """Whether both were heard of before one deadline has passed."""
    for _ in range(STEPS):
        await world.settle()
        if all(reached(world, case) for case in cases):
            return True
        await world.wind((ACKNOWLEDGE - 1) / STEPS)
    return False


async def mend(world: World, pair: tuple[Fault, Fault]) -> None:
    """Nothing is wrong any more, and the longest pause is over."""
    world.emulator.telegram.clear()
    world.emulator.twilio.clear()
    for fault in pair:
        await done(fault.end(world))
    for _ in range(3):
        await world.wind(121)
        if world.rows("SELECT count(*) FROM outbox") == [(0,)]:
            break


async def close(world: World, cases: list[str]) -> None:
    """Somebody ends both cases in their topics, so that the next pair begins anew."""
    for topic in world.emulator.topics(GROUP):
        if any(topic.name.startswith(f"#{case} ") for case in cases):
            await world.emulator.user_says(NARGIZA, STAFF, "/close over", GROUP, topic.id)
    await world.settle()


async def done(work: object) -> None:
    """Some faults take time to begin."""
    if hasattr(work, "__await__"):
        await work


async def lives_through(world: World, pair: tuple[Fault, Fault]) -> None:
    """Both cries, from beginning to end."""
    is_cut_off = {"telegram", "sms", "voice"} <= pair[0].cuts | pair[1].cuts
    for fault in dict.fromkeys(pair):
        await done(fault.begin(world))
    who, phone, cases = await cries(world)
    try:
        in_time = await within_a_deadline(world, cases)
        for seconds in (20.0, ACKNOWLEDGE) if is_cut_off else ():  # everybody was tried in vain; then the deadline
            await world.wind(seconds)
        for case in cases if in_time else ():
            await world.texts(f"#{case}", AIGUL_PHONE)
    finally:
        await mend(world, pair)
        await close(world, cases)
    assert in_time is not is_cut_off
    assert all(reached(world, case) for case in cases)
    assert world.rows("SELECT count(*) FROM outbox") == [(0,)]
    said = "\n".join(message.text for message in world.emulator.chat(PUBLIC, who) if message.from_bot)
    told = "\n".join(one.body for one in world.sms(phone))
    for words, case in ((said, cases[0]), (told, cases[1])):
        assert f"#{case}" in words
        assert ("could not reach any operator" in words) is is_cut_off
    assert all(count_of(shown(world), words) for words in (f"{word_of(who)} by Telegram", f"{word_of(who)} by SMS"))


def shown(world: World) -> list[str]:
    """What stands in the group, wherever it is now."""
    return [m.text for chat in (GROUP, SUPERGROUP) for m in world.emulator.chat(STAFF, chat) if not m.deleted]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: " + ".join(map(str, dict.fromkeys(pair))))
async def test_a_cry_reaches_somebody(
    shared: World, content: Content, tmp_path_factory: pytest.TempPathFactory, pair: tuple[Fault, Fault]
) -> None:
    """Within one deadline, by a means that works."""
    if any(fault.lasts for fault in pair):
        async with build(content, tmp_path_factory.mktemp("moved")) as world:
            await lives_through(quiet(world), pair)
    else:
        await lives_through(shared, pair)
