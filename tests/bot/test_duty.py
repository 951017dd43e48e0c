"""Changes of the roster that colleagues agree on, and the check that tells the coordinator what is wrong with it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.editor import memory, roster_report
from hotline_router.load import roster as load_roster
from tests.world import ACKNOWLEDGE, AIGUL, AIGUL_PHONE, BEK, BEK_PHONE, GROUP, NARGIZA, NARGIZA_PHONE, STAFF, World

LANGUAGES = {AIGUL: "ky", BEK: "ru", NARGIZA: "en"}
ZONE = ZoneInfo("Asia/Bishkek")


async def tells(world: World, who: int, words: str) -> str:
    """An operator writes to the staff bot; what it answers to them."""
    before = len(world.private(who))
    await world.emulator.user_says(who, STAFF, words)
    await world.settle()
    return "\n".join(m.text for m in world.private(who)[before:])


async def presses(world: World, who: int, button: str) -> None:
    message = next(
        m for m in reversed(world.private(who)) if any(b["data"] == button for row in m.buttons for b in row)
    )
    await world.emulator.user_presses(who, who, message.id, button)
    await world.settle()


async def on_duty(world: World) -> str:
    await world.emulator.user_says(AIGUL, STAFF, "/oncall", chat_id=GROUP)
    await world.settle()
    return world.in_group()[-1].text


@pytest.mark.parametrize("how", ["button", "да", "Да!", "yes"])
async def test_a_swap_that_is_agreed(world: World, how: str) -> None:
    """From then on the colleague is paged in the other's place; the coordinator hears of it."""
    assert "Nargiza" in await tells(world, AIGUL, "/swap nargiza today")
    assert "Aigul asks you to take over" in world.private(NARGIZA)[-1].text
    assert "On duty now: Aigul, Bek" in await on_duty(world)
    if how == "button":
        await presses(world, NARGIZA, "swap-yes:1")
    else:
        await tells(world, NARGIZA, how)
    assert "Nargiza is on duty for Aigul" in world.private(NARGIZA)[-1].text
    assert "Макулдашылды" in world.private(AIGUL)[-1].text
    assert "On duty now: Nargiza, Bek" in await on_duty(world)
    await world.opens_case()
    assert [len(world.pages(one)) for one in (AIGUL, BEK, NARGIZA)] == [0, 0, 1]
    await world.wind(86_400)
    assert "On duty now: Aigul, Bek" in await on_duty(world)


async def test_an_agreed_swap_outlives_a_restart(world: World) -> None:
    """It is stored."""
    await tells(world, AIGUL, "/swap nargiza today")
    await presses(world, NARGIZA, "swap-yes:1")
    await world.stop()
    await world.start()
    assert "On duty now: Nargiza, Bek" in await on_duty(world)


@pytest.mark.parametrize("how", ["button", "no", "нет"])
async def test_a_swap_that_is_refused(world: World, how: str) -> None:
    """Nothing changes, and both know."""
    await tells(world, AIGUL, "/swap bek today")
    if how == "button":
        await presses(world, BEK, "swap-no:1")
    else:
        await tells(world, BEK, how)
    assert "Отказ: Bek" in world.private(BEK)[-1].text
    assert "Bek" in world.private(AIGUL)[-1].text
    assert "On duty now: Aigul, Bek" in await on_duty(world)


async def test_only_who_was_asked_can_agree(world: World) -> None:
    """A button that somebody else got hold of, or pressed twice, does nothing."""
    await tells(world, AIGUL, "/swap bek today")
    assert "Salom" not in await tells(world, NARGIZA, "yes")
    assert "On duty now: Aigul, Bek" in await on_duty(world)
    await presses(world, BEK, "swap-yes:1")
    await presses(world, BEK, "swap-no:1")
    assert "Соглашаться больше не с чем" in world.private(BEK)[-1].text
    assert "On duty now: Bek." in await on_duty(world)


async def test_off_is_agreed_by_who_stays(world: World) -> None:
    """And it says which language nobody on duty speaks then."""
    assert "⚠️" in await tells(world, AIGUL, "/off today")
    assert "не говорит на языке: кыргызский" in world.private(BEK)[-1].text
    await tells(world, BEK, "да")
    assert "On duty now: Bek." in await on_duty(world)


async def test_off_that_leaves_a_gap_is_not_asked(world: World) -> None:
    """It says so, and what can be done."""
    await tells(world, AIGUL, "/off today")
    await tells(world, BEK, "да")
    before = len(world.private(NARGIZA))
    told = await tells(world, BEK, "/off today")
    assert "никто не будет дежурить" in told
    assert "/swap" in told
    assert len(world.private(NARGIZA)) == before


async def test_what_was_right_when_it_was_asked_is_checked_again(world: World) -> None:
    """Both ask each other to be off; the second yes would leave nobody."""
    await tells(world, AIGUL, "/off today")
    await tells(world, BEK, "/off today")
    await tells(world, BEK, "да")
    await tells(world, AIGUL, "ооба")
    assert "эч ким нөөмөттө калбайт" in world.private(AIGUL)[-1].text
    assert "On duty now: Bek." in await on_duty(world)


WRONG = [
    ("/swap", "/swap ИМЯ"),
    ("/swap somebody tomorrow", "В графике: Aigul, Bek, Nargiza"),
    ("/swap bek tomorrow", "/swap ИМЯ"),
    ("/swap aigul soon", "Не понимаю время"),
    ("/off 31.2", "Не понимаю время"),
]


@pytest.mark.parametrize(("words", "part"), WRONG)
async def test_what_is_not_understood(world: World, words: str, part: str) -> None:
    """An example of what is."""
    assert part in await tells(world, BEK, words)


async def test_one_who_is_not_on_duty_has_nothing_to_swap(world: World) -> None:
    """It says so."""
    assert "You are not on duty then" in await tells(world, NARGIZA, "/off")


async def test_without_a_time_it_is_the_next_shift(world: World) -> None:
    """What is left of the one that runs."""
    told = await tells(world, BEK, "/swap nargiza")
    now = datetime.fromtimestamp(world.clock.now(), ZONE)
    end = now.replace(hour=8) if now.hour < 8 else now.replace(hour=8) + timedelta(days=1)
    assert "08:00" in told
    assert f"{end:%d.%m}" in told


async def test_the_command_line_knows_what_was_agreed(world: World) -> None:
    """`panoh roster` reads it from the database: who has pressed /start, whose number bounced, who stands in for whom."""
    world.emulator.twilio.deliver_as(BEK_PHONE, "undelivered")
    await tells(world, AIGUL, "/swap nargiza today")
    await presses(world, NARGIZA, "swap-yes:1")
    topic = await world.opens_case()
    await world.writes("/handover bek", topic, NARGIZA)
    known = memory(world.config.service.store)
    lines, problems = roster_report(
        load_roster(world.config.hotline.roster, "nargiza"), world.clock.now(), 2, ("ru",), known
    )
    assert "on duty Nargiza (nargiza), Bek (bek)" in lines[0]
    assert any(one.startswith("operator bek: the last SMS to Bek did not arrive") for one in problems)
    assert any(one.startswith("operator bek: has never pressed /start") for one in problems)
    assert any(one.startswith("operator bek: on duty for more than 24 hours") for one in problems)
    assert not any(one.startswith("operator aigul: has never") for one in problems)


# The check


def checks(world: World) -> list[str]:
    return [m.text for m in world.private(NARGIZA) if "The roster needs you" in m.text]


async def test_the_coordinator_hears_at_the_start_and_daily(world: World) -> None:
    """In private, once a day, also where the service starts again and again."""
    (told,) = await world.wait_for(lambda: checks(world))
    assert "– Bek has not pressed /start here" in told
    assert "– nobody on duty speaks Kazakh" in told
    assert "– Aigul: more than 24 hours on duty without a break" in told
    await world.stop()
    await world.start()
    await world.settle()
    assert len(checks(world)) == 1
    await world.wind(86_401)
    assert len(checks(world)) == 2


async def test_who_pressed_start_is_linked_until_they_block_the_bot(world: World) -> None:
    """The next check says what it is today."""
    for one in (AIGUL, BEK, NARGIZA):
        await tells(world, one, "/start")
    await world.wind(86_401)
    assert "pressed /start" not in checks(world)[-1]
    world.emulator.telegram.block(AIGUL, STAFF)
    await world.opens_case()
    await world.wind(86_401)
    assert "Aigul has not pressed /start" in checks(world)[-1]


async def test_a_number_that_bounced(world: World) -> None:
    """Until an SMS arrives there again."""
    world.emulator.twilio.deliver_as(AIGUL_PHONE, "undelivered")
    topic = await world.opens_case()
    await world.writes("I am here.", topic)
    await world.wind(86_401)
    assert "Aigul: the last SMS did not arrive" in checks(world)[-1]
    world.emulator.twilio.deliver_as(AIGUL_PHONE, "delivered")
    await world.says("SOS")
    await world.writes("I am here.", topic)
    await world.wind(86_401)
    assert "SMS did not arrive" not in checks(world)[-1]


async def test_nobody_on_duty(world: World) -> None:
    """The coordinator is woken by every means, and told until when; a cry for help goes to them."""
    await world.stop()
    rosters = world.config.hotline.roster
    kept = rosters.read_text(encoding="utf-8").partition("[[shift]]")[0]
    rosters.write_text(kept, encoding="utf-8")
    await world.start()
    await world.settle()
    assert any("NOBODY is on duty now" in m.text for m in world.private(NARGIZA))
    assert "NOBODY is on duty now" in world.sms(NARGIZA_PHONE)[0].body
    assert "– nobody is on duty" in checks(world)[-1]
    await world.opens_case()
    assert len(world.pages(NARGIZA)) == 1
    assert world.sms(BEK_PHONE) == []
    await world.wind(ACKNOWLEDGE + 0.01)
    assert len(world.pages(BEK)) == 1
