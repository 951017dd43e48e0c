"""Deadlines with the clock wound: the next operator, the coordinator, everybody, for ever; and what the person is told."""

import asyncio

import pytest

from bot.clock import Clock
from bot.emulator.model import Topic
from tests.world import (
    ACKNOWLEDGE,
    AIGUL,
    AIGUL_PHONE,
    BEK,
    BEK_PHONE,
    DILFUZA,
    GROUP,
    GULNORA,
    NARGIZA,
    NARGIZA_PHONE,
    PUBLIC,
    STAFF,
    World,
)

EVERYBODY = (AIGUL, BEK, NARGIZA)


def paged(world: World) -> tuple[int, ...]:
    """How often each operator was paged in private."""
    return tuple(len(world.pages(one)) for one in EVERYBODY)


def paged_by_sms(world: World) -> tuple[int, ...]:
    """How often each operator was paged by SMS."""
    return tuple(len(world.sms(phone)) for phone in (AIGUL_PHONE, BEK_PHONE, NARGIZA_PHONE))


async def test_an_unanswered_page_climbs(world: World) -> None:
    """Each rung at its time, by both means, and the person hears the truth at each."""
    topic = await world.opens_case()
    steps = [(1, 0, 0), (1, 1, 0), (1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4)]
    for number, expected in enumerate(steps):
        if number:
            world.heard()
            await world.wind(ACKNOWLEDGE + 0.01)
            assert "Nobody has answered" in world.words()
        assert paged(world) == paged_by_sms(world) == expected
    assert "nobody has answered for 3 min. Paging: Bek" in world.said_in(topic)
    assert "nobody has answered for 6 min. Paging: Nargiza" in world.said_in(topic)
    assert "Paging: Aigul, Bek, Nargiza" in world.said_in(topic)


async def test_it_goes_on_for_ever(world: World) -> None:
    """A day later everybody is still paged at every deadline; the person is told now and then, not each time."""
    await world.opens_case()
    for _ in range(20):
        await world.wind(ACKNOWLEDGE + 0.01)
    assert paged(world) == paged_by_sms(world) == (19, 19, 19)
    assert 5 <= sum("Nobody has answered" in m.text for m in world.heard()) <= 9
    await world.wind(86_400)
    assert paged(world) == (20, 20, 20)
    assert world.rows("SELECT count(*) FROM timer WHERE name = 'deadline'") == [(1,)]


async def test_a_moment_before_the_deadline_nothing_happens(world: World) -> None:
    """Not sooner."""
    await world.opens_case()
    await world.wind(ACKNOWLEDGE - 5)
    assert paged(world) == (1, 0, 0)


async def test_taking_the_case_ends_it(world: World) -> None:
    """No page more, ever, once the person has heard from the one who took it; and no word of that to the person."""
    topic = await world.opens_case()
    await world.wind(ACKNOWLEDGE + 0.01)
    await world.writes("/take", topic, BEK)
    await world.writes("I am here.", topic, BEK)
    world.heard()
    for _ in range(3):
        await world.wind(86_400)
    assert paged(world) == (1, 1, 0)
    assert world.heard() == []


async def test_an_operator_who_blocked_the_bot_and_has_no_phone_left_is_passed_over_at_once(world: World) -> None:
    """Not at the deadline: nobody waits for one who cannot hear."""
    world.emulator.telegram.state.chat_of(STAFF, AIGUL).blocked = True
    world.emulator.twilio.opted_out.add(AIGUL_PHONE)
    topic = await world.opens_case()
    await world.settle()
    assert paged(world) == (0, 1, 0)
    assert "Aigul cannot be reached by Telegram" in world.said_in(topic)
    assert "Aigul cannot be reached by SMS" in world.said_in(topic)


async def test_an_operator_who_still_has_a_phone_is_waited_for(world: World) -> None:
    """One of two means is enough."""
    world.emulator.telegram.state.chat_of(STAFF, AIGUL).blocked = True
    await world.opens_case()
    assert paged_by_sms(world) == (1, 0, 0)
    assert paged(world) == (0, 0, 0)


async def test_an_sms_that_twilio_could_not_deliver_counts_as_failed(world: World) -> None:
    """Also minutes later, by its status callback, in any order."""
    world.emulator.telegram.state.chat_of(STAFF, AIGUL).blocked = True
    world.emulator.twilio.deliver_as(AIGUL_PHONE, "undelivered")
    world.emulator.twilio.callbacks_reversed = True
    await world.opens_case()
    await world.settle()
    assert paged(world) == (0, 1, 0)


async def test_nobody_at_all_can_be_reached(world: World) -> None:
    """It does not turn in a circle: the deadline keeps the rhythm."""
    for number, phone in zip(EVERYBODY, (AIGUL_PHONE, BEK_PHONE, NARGIZA_PHONE), strict=True):
        world.emulator.telegram.state.chat_of(STAFF, number).blocked = True
        world.emulator.twilio.opted_out.add(phone)
    await world.opens_case()
    calls = len(world.emulator.log)
    await world.wind(ACKNOWLEDGE + 0.01)
    assert len(world.emulator.log) - calls < 40
    world.emulator.telegram.state.chat_of(STAFF, NARGIZA).blocked = False
    await world.wind(ACKNOWLEDGE + 0.01)
    assert len(world.pages(NARGIZA)) == 1


async def test_one_who_may_not_be_written_to_hears_nothing_unasked(world: World) -> None:
    """It may be dangerous: pages climb, the phone of the person stays dark until they write."""
    await world.opens_case()
    await world.presses("sos:no")
    world.heard()
    for _ in range(4):
        await world.wind(ACKNOWLEDGE + 0.01)
    assert paged(world) == (3, 3, 3)
    assert world.heard() == []
    await world.says("now I can")
    assert world.heard()


async def test_only_when_i_write_is_quiet_too(world: World) -> None:
    """By SMS as well: a phone that lights up may be seen."""
    await world.texts("SOS")
    await world.texts("2")
    said = len(world.sms(GULNORA))
    await world.wind(ACKNOWLEDGE + 0.01)
    await world.wind(ACKNOWLEDGE + 0.01)
    assert len(world.sms(GULNORA)) == said


async def test_a_case_that_is_not_urgent_is_patient(world: World) -> None:
    """No SMS at night for a question; it rests with the coordinator in the end."""
    await world.says("/start")
    await world.presses("language:en")
    await world.says("I want to talk to an operator")
    await world.says("operator")
    assert paged(world) == (1, 0, 0)
    assert paged_by_sms(world) == (0, 0, 0)
    await world.wind(ACKNOWLEDGE + 1)
    assert paged(world) == (1, 0, 0)
    for _ in range(5):
        await world.wind(10 * ACKNOWLEDGE)
    assert paged(world) == (1, 1, 1)
    assert paged_by_sms(world) == (0, 0, 0)


async def test_deadlines_outlive_the_process(world: World) -> None:
    """What became due while nothing ran is done at the start, once."""
    await world.opens_case()
    await world.stop()
    world.clock.wind(ACKNOWLEDGE + 1)
    await world.start()
    await world.wind(0)
    assert paged(world) == paged_by_sms(world) == (1, 1, 0)


async def test_deadlines_survive_a_store_that_is_down_meanwhile(world: World) -> None:
    """They are late then, and not lost."""
    await world.opens_case()
    async with world.store_down():
        world.clock.wind(ACKNOWLEDGE + 1)
    await world.wait_for(lambda: world.pages(BEK))
    await world.settle()
    assert paged(world) == (1, 1, 0)


async def test_a_damaged_case_does_not_stop_the_others(world: World) -> None:
    """One deadline that fails is an error in the log; the next one is kept all the same."""
    await world.opens_case()
    await world.emulator.sms_in(GULNORA, "SOS")
    await world.settle()
    await world.panoh.store.run(lambda tx: tx._do("UPDATE hotline_case SET body = x'00' WHERE number = 1001"))  # type: ignore[attr-defined]
    await world.wind(ACKNOWLEDGE + 0.01)
    assert any("#1002" in m.text for m in world.pages(BEK))
    assert world.rows("SELECT count(*) FROM timer WHERE owner = 'case:1001'") == [
        (1,)
    ]  # tried again later, not at once


async def taken(world: World) -> Topic:
    """A case that Aigul has, in which the person called for help again; how often everybody was paged is known."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await world.says("SOS")
    assert "calls for help again" in world.said_in(topic)
    assert paged(world) == paged_by_sms(world) == (2, 0, 0)
    world.heard()
    return topic


async def test_an_owner_who_does_not_hear_loses_the_case(world: World) -> None:
    """A cry in a taken case has a deadline; then it climbs from the first step, and the person hears the truth."""
    topic = await taken(world)
    await world.wind(ACKNOWLEDGE + 0.01)
    assert paged(world) == paged_by_sms(world) == (3, 0, 0)
    assert "Nobody has answered" in world.words()
    card = next(m for m in world.in_topic(topic) if m.pinned)
    assert "Status: calling operators" in card.text
    assert "Operator: nobody yet" in card.text
    await world.says("hello?")
    assert world.heard() != []  # no operator is there to answer
    await world.wind(ACKNOWLEDGE + 0.01)
    assert paged(world) == (3, 1, 0)
    await world.writes("/take", topic, BEK)
    await world.wind(86_400)
    assert paged(world) == (3, 1, 0)


@pytest.mark.parametrize("words", ["I am here.", "/send I am here."])
async def test_an_owner_who_answers_keeps_the_case(world: World, words: str) -> None:
    """What they write to the person says that they heard it."""
    topic = await taken(world)
    await world.writes(words, topic)
    assert "I am here." in world.words()
    await world.wind(86_400)
    assert paged(world) == (2, 0, 0)
    assert world.heard() == []


async def test_an_owner_who_cannot_be_reached_at_all(world: World) -> None:
    """The case does not wait for the deadline."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.emulator.telegram.block(AIGUL, STAFF)
    world.emulator.twilio.opted_out.add(AIGUL_PHONE)
    await world.says("SOS")
    await world.settle()
    assert "Aigul cannot be reached by Telegram" in world.said_in(topic)
    assert "Aigul cannot be reached by SMS" in world.said_in(topic)
    assert "Status: calling operators" in next(m for m in world.in_topic(topic) if m.pinned).text
    await world.wind(ACKNOWLEDGE + 0.01)
    assert paged(world)[1] == 1


async def test_one_who_was_handed_a_case_and_does_not_come(world: World) -> None:
    """They were paged like everybody, and like everybody they have their time."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await world.writes("/handover nargiza", topic)
    await world.wind(ACKNOWLEDGE + 0.01)
    assert "Status: calling operators" in next(m for m in world.in_topic(topic) if m.pinned).text
    assert paged(world) == (2, 0, 1)


async def test_an_owner_who_left_the_roster(world: World) -> None:
    """A new roster is read at the start: the next cry goes to those who are on it."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await world.stop()
    rosters = world.config.hotline.roster
    told = rosters.read_text(encoding="utf-8")
    rosters.write_text(told.replace('"aigul"', '"somebody"').replace("700000001", "700000009"), encoding="utf-8")
    await world.start()
    await world.says("SOS")
    await world.wind(ACKNOWLEDGE + 0.01)
    assert paged(world)[1] == 1
    assert "Status: calling operators" in next(m for m in world.in_topic(topic) if m.pinned).text


async def doubt(world: World) -> None:
    """A person writes what may be a cry for help."""
    await world.says("/start")
    await world.presses("language:en")
    world.heard()
    await world.says("my boss threatens me")
    assert "Is somebody in danger" in world.words()


async def test_a_doubtful_cry_that_is_not_explained_becomes_a_case(world: World) -> None:
    """After five minutes an operator sees it, though the person says nothing."""
    await doubt(world)
    await world.wind(290)
    assert world.emulator.topics(GROUP) == []
    await world.wind(11)
    assert len(world.emulator.topics(GROUP)) == 1
    assert paged(world) == (1, 0, 0)


async def test_a_doubtful_cry_that_was_a_question_does_not(world: World) -> None:
    """The person says so."""
    await doubt(world)
    await world.presses("doubt:no")
    await world.wind(600)
    assert world.emulator.topics(GROUP) == []


async def test_a_stop_is_heard_also_by_one_who_is_woken_at_that_moment() -> None:
    """Otherwise the service would not end, now and then."""
    clock, event = Clock(), asyncio.Event()
    waiting = asyncio.create_task(clock.wait(event, clock.now() + 60))
    await asyncio.sleep(0)
    event.set()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_update_keys_are_forgotten_after_a_week(world: World) -> None:
    """Not sooner: providers deliver again for days."""
    await world.says("/start")
    seen = world.rows("SELECT count(*) FROM seen")
    assert seen != [(0,)]
    await world.opens_case()  # its deadlines wake the clock
    await world.wind(3 * 86_400)
    assert world.rows("SELECT count(*) FROM seen") != [(0,)]
    await world.wind(8 * 86_400)
    await world.wait_for(lambda: world.rows("SELECT count(*) FROM seen WHERE channel = 'telegram'") == [(0,)])


async def test_a_person_who_blocked_the_bot_is_no_reason_to_stop(world: World) -> None:
    """Operators are paged on; the topic says that nothing arrives."""
    topic = await world.opens_case()
    world.emulator.telegram.block(DILFUZA, PUBLIC)
    await world.settle()
    await world.wind(ACKNOWLEDGE + 0.01)
    assert paged(world) == (1, 1, 0)
    assert "can no longer be reached" in world.said_in(topic)
