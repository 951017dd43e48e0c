"""A practice case: the whole ladder, marked everywhere, with its times at the end; it is nobody's."""

import pytest

from tests.world import (
    ACKNOWLEDGE,
    AIGUL,
    AIGUL_PHONE,
    BEK,
    BEK_PHONE,
    DILFUZA,
    GROUP,
    NARGIZA,
    STAFF,
    World,
)

HALF = ACKNOWLEDGE / 2 + 0.01


@pytest.fixture(autouse=True)
def nobody_picks_up(world: World) -> None:
    """Telephones ring until a test does something."""
    world.emulator.twilio.calls.auto_answer = False


async def begins(world: World, who: int = NARGIZA) -> None:
    await world.emulator.user_says(who, STAFF, "/drill")
    await world.settle()


async def test_it_climbs_and_reports(world: World) -> None:
    """Pages by every means, in their order; the first reply ends it, with the times, in the topic and to the coordinator."""
    await begins(world)
    (topic,) = world.emulator.topics(GROUP)
    for _ in range(3):
        await world.wind(HALF)
    await world.emulator.press_key_on_call(world.emulator.calls(BEK_PHONE)[0].sid, "1")
    await world.wind(30)
    await world.writes("I am here.", topic, BEK)
    (report,) = [m.text for m in world.private(NARGIZA) if "is over" in m.text]
    assert report.splitlines()[1:] == [
        "0:00 paged: Aigul, Telegram",
        "0:00 paged: Aigul, SMS",
        "1:30 paged: Aigul, phone call",
        "3:00 paged: Bek, Telegram",
        "3:00 paged: Bek, SMS",
        "4:30 paged: Bek, phone call",
        "4:30 taken: Bek",
        "5:00 first reply: Bek",
    ]
    assert report in world.said_in(topic)
    assert "Status: closed" in next(m for m in world.in_topic(topic) if m.pinned).text
    await world.wind(86_400)
    assert len(world.pages(BEK)) == 1
    assert world.heard(DILFUZA) == []


async def test_it_is_marked_everywhere(world: World) -> None:
    """The topic's name, the card, the pages, the call, and what is said about it."""
    await begins(world)
    await world.wind(HALF)
    (topic,) = world.emulator.topics(GROUP)
    await world.writes("/take", topic, BEK)
    await world.wind(HALF)
    assert "🎓 PRACTICE" in topic.name
    said = [m.text for m in world.in_topic(topic) if m.from_bot and m.text]
    assert said
    assert [text for text in said if "🎓 PRACTICE" not in text] == []
    assert all("МАШЫГУУ" in m.text for m in world.private(AIGUL) if "#1001" in m.text)
    assert "МАШЫГУУ" in world.sms(AIGUL_PHONE)[0].body
    call = await world.emulator.answer_call(world.emulator.calls(AIGUL_PHONE)[0].sid)
    assert "УЧЕБНОЕ" in call.said[0]
    assert "🎓" not in world.sms(AIGUL_PHONE)[0].body + call.said[0]


async def test_what_fails_stands_in_the_report(world: World) -> None:
    """A drill is there to find it."""
    world.emulator.twilio.opted_out.add(AIGUL_PHONE)
    await begins(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.writes("/close it works", topic)
    (report,) = [m.text for m in world.private(NARGIZA) if "is over" in m.text]
    assert "0:00 not reached: Aigul, SMS" in report
    assert "0:00 paged: Aigul, phone call" in report
    assert report.splitlines()[-1] == "0:00 closed: Aigul"


async def test_a_reply_that_is_late_lapses_as_in_earnest(world: World) -> None:
    """Who took it and did not write is told so."""
    await begins(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.writes("/take", topic)
    await world.wind(300.01)
    await world.wind(300.01)
    assert "Aigul has not written to the person in time" in world.said_in(topic)
    assert len(world.pages(BEK)) == 1


@pytest.mark.parametrize("who", [AIGUL, BEK])
async def test_only_the_coordinator_begins_one(world: World, who: int) -> None:
    """Nobody else may wake the others for practice."""
    await begins(world, who)
    assert world.emulator.topics(GROUP) == []
    assert "Nargiza" in world.private(who)[-1].text


async def test_in_the_group(world: World) -> None:
    """The coordinator may also write it there."""
    await world.emulator.user_says(NARGIZA, STAFF, "/drill", chat_id=GROUP)
    await world.settle()
    assert "#1001 🎓 PRACTICE has begun" in "\n".join(m.text for m in world.in_group())
    assert len(world.pages(AIGUL)) == 1
