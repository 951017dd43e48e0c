"""Somebody on Telegram who wants to be written to by SMS: the other phone proves itself, and is theirs until they erase everything."""

import re

from tests.world import AIGUL, DILFUZA, GULNORA, World

OTHER = "+447700900999"


async def code_of(world: World) -> str:
    """What the person is asked to send."""
    await world.says("CONTACT")
    await world.presses("contact:sms")
    (asked,) = [m.text for m in world.heard() if "send an SMS" in m.text]
    assert "+15005550006" in asked
    found = re.search(r"^\d{8}$", asked, re.MULTILINE)
    assert found
    return found[0]


async def test_operators_write_to_the_other_phone(world: World) -> None:
    """Nothing goes there before it has proved itself; then what is unasked goes there, and answers go where was written from."""
    code = await code_of(world)
    topic = await world.opens_case()
    await world.writes("first", topic)
    assert world.sms() == []
    assert "Operator: first" in world.words()
    await world.texts(code)
    assert [sms.body for sms in world.sms()] == ["Thank you, that is noted."]
    await world.writes("second", topic)
    assert world.sms()[-1].body == "Operator: second"
    assert "second" not in world.words()
    assert "by SMS to a phone" in next(m.text for m in world.in_topic(topic) if m.pinned)
    await world.texts("I am here")
    assert "I am here" in world.said_in(topic)
    before = len(world.sms())
    await world.says("menu")
    assert "What do you need" in world.words()
    assert len(world.sms()) == before
    assert world.rows("SELECT count(*) FROM person") == [(1,)]


async def test_here_by_sms_is_the_other_phone(world: World) -> None:
    """And back on Telegram it is Telegram again."""
    await world.texts(await code_of(world))
    topic = await world.opens_case()
    await world.texts("CONTACT")
    await world.texts("1")
    await world.writes("first", topic)
    assert world.sms()[-1].body == "Operator: first"
    await world.says("CONTACT")
    await world.presses("contact:here")
    world.heard()
    await world.writes("second", topic)
    assert [m.text for m in world.heard()] == ["Operator: second"]


async def test_a_wrong_or_old_number_links_nothing(world: World) -> None:
    """It is a text like any other; a day later the right one is old."""
    code = await code_of(world)
    await world.texts("12345678")
    await world.wind(86_401)
    await world.texts(code)
    assert "that is noted" not in "".join(sms.body for sms in world.sms())
    topic = await world.opens_case()
    before = len(world.sms())
    await world.writes("hello", topic)
    assert len(world.sms()) == before


async def test_a_phone_with_a_case_of_its_own_stays_its_own(world: World) -> None:
    """Nobody is taken over."""
    code = await code_of(world)
    await world.texts("SOS")
    await world.texts(code)
    assert "that is noted" not in world.sms()[-1].body
    assert world.rows("SELECT count(*) FROM person") == [(2,)]


async def test_who_only_asked_questions_there_before_begins_anew(world: World) -> None:
    """What was kept of the phone is erased: it is theirs."""
    await world.texts("LANG ru", OTHER)
    await world.texts(await code_of(world), OTHER)
    assert world.sms(OTHER)[-1].body == "Thank you, that is noted."
    assert world.rows("SELECT count(*) FROM person") == [(1,)]


async def test_erased(world: World) -> None:
    """The phone is nobody's then, and nothing tells whose it was."""
    await world.texts(await code_of(world))
    await world.opens_case()
    await world.texts("DELETE")
    await world.texts("1")
    assert world.rows("SELECT count(*) FROM person") == [(0,)]
    assert world.rows("SELECT name FROM remembered WHERE name LIKE 'also:%' OR name LIKE 'phone:%'") == []
    await world.texts("HELP")
    assert world.rows("SELECT count(*) FROM person") == [(1,)]


async def test_its_number_is_shown_to_nobody_but_by_reveal(world: World) -> None:
    """Not in the group, even when the person writes it."""
    await world.texts(await code_of(world))
    topic = await world.opens_case()
    await world.says(f"my number is {GULNORA}")
    assert GULNORA not in "".join(m.text for m in world.in_group())
    await world.writes("/reveal they do not answer", topic)
    assert f"{DILFUZA} · {GULNORA}" in world.private(AIGUL)[-1].text
