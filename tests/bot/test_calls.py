"""The paging call: when the telephone rings, what it says, what a key does, and what counts as having failed."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import ClientSession

from bot import sandbox
from bot.calls import aloud, tongue
from bot.channels.twiml import twiml
from bot.demo import Hands
from bot.emulator.twilio_model import PhoneCall, sign
from bot.store.base import Delivery
from hotline_router.roster import Operator
from tests.world import ACKNOWLEDGE, AIGUL, AIGUL_PHONE, BEK, BEK_PHONE, NARGIZA_PHONE, STAFF, World

HALF = ACKNOWLEDGE / 2 + 0.01
FIRST_REPLY = 600.0


@pytest.fixture(autouse=True)
def nobody_picks_up(world: World) -> None:
    """Telephones ring until a test does something."""
    world.emulator.twilio.calls.auto_answer = False


def rings(world: World, phone: str = AIGUL_PHONE) -> list[PhoneCall]:
    return world.emulator.calls(phone)


async def test_it_rings_half_way(world: World) -> None:
    """Once, at whoever was paged and did not answer; the next one is paged at the deadline, and rung half way after that."""
    await world.opens_case()
    await world.wind(ACKNOWLEDGE / 2 - 5)
    assert rings(world) == []
    await world.wind(5.01)
    assert [call.status for call in rings(world)] == ["ringing"]
    assert rings(world, BEK_PHONE) == []
    await world.wind(HALF)
    assert len(world.pages(BEK)) == 1
    assert rings(world, BEK_PHONE) == []
    await world.wind(HALF)
    assert [len(rings(world, one)) for one in (AIGUL_PHONE, BEK_PHONE, NARGIZA_PHONE)] == [1, 1, 0]


async def test_it_does_not_ring_when_the_case_was_taken(world: World) -> None:
    """The call is for those who slept through the page."""
    topic = await world.opens_case()
    await world.writes("I am here.", topic)
    await world.wind(HALF)
    await world.wind(HALF)
    assert rings(world) == []


async def test_what_it_says(world: World) -> None:
    """Number, urgency, language, country and signs, in a language of whoever speaks the person's; nothing of the person."""
    await world.says("/start")
    await world.presses("language:uz")
    await world.says("SOS, my name is Zebiniso Karimova, my phone is +998901112233")
    await world.wind(HALF)
    call = await world.emulator.answer_call(rings(world, BEK_PHONE)[0].sid)
    (words,) = call.said
    assert words == (
        "Горячая линия. Обращение 1001, СРОЧНО. Язык: узбекский. Страна: неизвестно. Признаки: крик о помощи. Чтобы взять его, нажмите 1."
    )
    assert call.gather


async def test_key_1_takes_the_case(world: World) -> None:
    """As the button does; the person hears it, and the one who pressed too."""
    topic = await world.opens_case()
    await world.wind(HALF)
    world.heard()
    call = await world.emulator.press_key_on_call(rings(world)[0].sid, "1")
    await world.settle()
    assert "Вы взяли обращение 1001" in call.said[-1]
    assert call.status == "completed"
    assert "Aigul has taken #1001" in world.said_in(topic)
    assert "An operator of the hotline is here" in world.words()
    await world.wind(HALF)
    assert world.pages(BEK) == []


async def test_another_key_says_it_again(world: World) -> None:
    """A thumb that slips loses nothing and takes nothing."""
    topic = await world.opens_case()
    await world.wind(HALF)
    call = await world.emulator.press_key_on_call(rings(world)[0].sid, "7")
    assert call.said[0] == call.said[1]
    assert "has taken" not in world.said_in(topic)
    await world.emulator.press_key_on_call(call.sid, "1")
    await world.settle()
    assert "Aigul has taken #1001" in world.said_in(topic)


async def test_one_who_picks_up_too_late_hears_who_has_it(world: World) -> None:
    """And is asked for no key; a key pressed at that moment takes nothing away."""
    topic = await world.opens_case()
    await world.wind(HALF)
    sid = rings(world)[0].sid
    call = await world.emulator.answer_call(sid)
    await world.writes("/take", topic, BEK)
    call = await world.emulator.press_key_on_call(sid, "1")
    assert "Обращение 1001 уже взято. Оператор: Bek" in call.said[-1]
    assert not call.gather
    assert "Aigul has taken" not in world.said_in(topic)


async def test_one_who_picks_up_when_the_case_is_closed(world: World) -> None:
    """There is nothing to do."""
    topic = await world.opens_case()
    await world.wind(HALF)
    await world.writes("/close a test", topic, BEK)
    call = await world.emulator.answer_call(rings(world)[0].sid)
    assert "Обращение 1001 закрыто" in call.said[-1]


async def test_the_key_ends_the_wait_of_an_owner_who_was_paged_again(world: World) -> None:
    """A new cry rings at the owner's; the key says that they heard it."""
    topic = await world.opens_case()
    await world.writes("I am here.", topic)
    await world.says("SOS")
    await world.wind(HALF)
    call = await world.emulator.press_key_on_call(rings(world)[-1].sid, "1")
    assert "Вы взяли обращение 1001" in call.said[-1]
    await world.wind(HALF)
    assert world.pages(BEK) == []


@pytest.mark.parametrize("status", ["busy", "no-answer", "failed"])
async def test_a_call_that_fails_is_told_and_the_page_goes_on(world: World, status: str) -> None:
    """However often Twilio says so; whoever has other means is waited for."""
    topic = await world.opens_case()
    await world.wind(HALF)
    world.emulator.twilio.webhooks.repeat = 3
    await world.emulator.hang_up_call(rings(world)[0].sid, status)
    await world.settle()
    assert world.said_in(topic).count("Aigul cannot be reached by phone call") == 1
    assert world.pages(BEK) == []
    await world.wind(HALF)
    assert len(world.pages(BEK)) == 1


@pytest.mark.parametrize("means", ["telegram", "sms"])
async def test_a_page_that_fails_rings_at_once(world: World, means: str) -> None:
    """The next means does not wait for the half."""
    if means == "telegram":
        world.emulator.telegram.block(AIGUL, STAFF)
    else:
        world.emulator.twilio.opted_out.add(AIGUL_PHONE)
    await world.opens_case()
    assert len(rings(world)) == 1
    assert world.pages(BEK) == []
    await world.wind(HALF)
    assert len(rings(world)) == 1


async def test_a_bad_state_that_outruns_our_own_note(world: World) -> None:
    """Twilio may say that a page failed before we have noted which page it was."""
    topic = await world.opens_case()
    early = asyncio.create_task(world.panoh.turns.delivery("SM-early", "undelivered"))
    await asyncio.sleep(0.05)
    noted = Delivery("SM-early", 1001, "aigul", 0)
    await world.panoh.store.run(lambda tx: tx.add_delivery(noted, world.clock.now()))
    await early
    await world.settle()
    assert "Aigul cannot be reached by SMS" in world.said_in(topic)
    assert len(rings(world)) == 1


def opted_out(world: World) -> None:
    world.emulator.twilio.opted_out.add(AIGUL_PHONE)


def ends_as(outcome: str) -> Callable[[World], None]:
    return lambda world: world.emulator.twilio.deliver_as(AIGUL_PHONE, outcome)


def answers(status: int, **more: Any) -> Callable[[World], None]:
    return lambda world: world.emulator.twilio.fail_next("messages", status, **more)


FAULTS: list[tuple[str, Callable[[World], None], float]] = [
    ("21610: the number has opted out", opted_out, 0),
    ("undelivered", ends_as("undelivered"), 0),
    ("failed", ends_as("failed"), 0),
    ("a number that cannot be", answers(400, body={"code": 21211, "message": "x", "status": 400}), 0),
    ("refused", answers(400, body={"code": 21617, "message": "x", "status": 400}), 0),
    ("the provider does not know us", answers(401, times=9), 1.5),
    ("the provider fails", answers(500, times=9), 1.5),
    ("too fast, for a minute", answers(429, times=9), 4.5),
]


@pytest.mark.parametrize(("fault", "seconds"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
async def test_the_next_means_at_once(world: World, fault: Callable[[World], None], seconds: float) -> None:
    """Whatever is wrong with the SMS: the telephone does not wait for the half of the deadline."""
    fault(world)
    await world.opens_case()
    if seconds:
        await world.wind(seconds)
    await world.wait_for(lambda: rings(world))
    assert len(rings(world)) == 1
    assert [len(world.pages(one)) for one in (AIGUL, BEK)] == [1, 0]


@pytest.mark.parametrize(("fault", "seconds"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
async def test_the_next_person_at_once(world: World, fault: Callable[[World], None], seconds: float) -> None:
    """Where the bot is blocked, too."""
    world.emulator.telegram.block(AIGUL, STAFF)
    fault(world)
    await world.opens_case()
    if seconds:
        await world.wind(seconds)
    assert await world.wait_for(lambda: world.pages(BEK))


async def test_the_button_acknowledges_for_an_owner_who_was_paged_again(world: World) -> None:
    """As the key does."""
    topic = await world.opens_case()
    await world.writes("I am here.", topic)
    await world.says("SOS")
    page = world.pages(AIGUL)[-1]
    await world.emulator.user_presses(AIGUL, AIGUL, page.id, "take:1001")
    await world.settle()
    await world.wind(HALF)
    await world.wind(HALF)
    assert rings(world) == []
    assert world.pages(BEK) == []


async def test_when_both_fail_it_rings_and_the_next_one_is_paged(world: World) -> None:
    """Whoever of the two answers first has it."""
    world.emulator.telegram.block(AIGUL, STAFF)
    world.emulator.twilio.deliver_as(AIGUL_PHONE, "undelivered")
    topic = await world.opens_case()
    await world.settle()
    assert len(rings(world)) == 1
    assert len(world.pages(BEK)) == 1
    await world.emulator.press_key_on_call(rings(world)[0].sid, "1")
    await world.settle()
    assert "Aigul has taken #1001" in world.said_in(topic)


async def test_a_call_that_twilio_refuses(world: World) -> None:
    """The other means are left; it is no reason to be quiet."""
    topic = await world.opens_case()
    world.emulator.twilio.fail_next("calls", 400, times=50)
    await world.wind(HALF)
    assert "Aigul cannot be reached by phone call" in world.said_in(topic)
    await world.wind(HALF)
    assert len(world.pages(BEK)) == 1


async def test_a_call_whose_answer_was_lost_is_not_made_twice(world: World) -> None:
    """Twilio is asked whether it knows the call."""
    await world.opens_case()
    world.emulator.twilio.drop_reply("calls")
    await world.wind(HALF)
    await world.wind(5)
    assert len(rings(world)) == 1


async def post(world: World, path: str, form: dict[str, str], *, token: str = sandbox.AUTH_TOKEN) -> tuple[int, str]:
    address = f"{world.config.base_url}{path}"
    headers = {"X-Twilio-Signature": sign(token, address, form)}
    async with ClientSession() as session, session.post(address, data=form, headers=headers) as answer:
        return answer.status, await answer.text()


FORM = {"CallSid": "CA1", "To": AIGUL_PHONE, "From": sandbox.NUMBER, "CallStatus": "in-progress"}
ASKED = [
    ("a wrong signature", "/twilio/voice?case=1001", FORM, "wrong", 403, "signature"),
    ("no case", "/twilio/voice", FORM, sandbox.AUTH_TOKEN, 400, "number of the case"),
    ("no number", "/twilio/voice?case=x1", FORM, sandbox.AUTH_TOKEN, 400, "number of the case"),
    ("an unknown case", "/twilio/voice?case=4711", FORM, sandbox.AUTH_TOKEN, 200, "nothing to do"),
    ("a stranger", "/twilio/voice?case=1001", FORM | {"To": "+15551234567", "Digits": "1"}, sandbox.AUTH_TOKEN, 200, "nothing to do"),
    ("an operator", "/twilio/voice?case=1001", FORM, sandbox.AUTH_TOKEN, 200, "<Gather"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "form", "token", "status", "part"), [row[1:] for row in ASKED], ids=[row[0] for row in ASKED]
)
async def test_who_may_ask(world: World, path: str, form: dict[str, str], token: str, status: int, part: str) -> None:
    """Only Twilio, and only for a telephone of the roster."""
    topic = await world.opens_case()
    found, said = await post(world, path, form, token=token)
    assert (found, part in said) == (status, True)
    assert "has taken" not in world.said_in(topic)


async def test_key_twice(world: World) -> None:
    """A repeated request changes nothing."""
    topic = await world.opens_case()
    for _ in range(3):
        status, said = await post(world, "/twilio/voice?case=1001", FORM | {"Digits": "1"})
        assert (status, "Вы взяли" in said) == (200, True)
    await world.settle()
    assert world.said_in(topic).count("Aigul has taken #1001") == 1


SPOKEN = [
    ("en", "Press 1.", '<Say language="en-GB" loop="3" voice="Polly.Amy">Press 1.</Say>'),
    ("ru", "Нажмите 1.", '<Say language="ru-RU" loop="3" voice="Polly.Tatyana">Нажмите 1.</Say>'),
    ("ky", "Өлкө: Түркия", '<Say language="ru-RU" loop="3" voice="Polly.Tatyana">Олко: Туркия</Say>'),
    ("ru", "a < b & c", '<Say language="ru-RU" loop="3" voice="Polly.Tatyana">a &lt; b &amp; c</Say>'),
]


@pytest.mark.parametrize(("language", "text", "said"), SPOKEN)
def test_twiml(language: str, text: str, said: str) -> None:
    """A voice that the provider has; what none speaks is read in Russian letters."""
    assert f'<Gather numDigits="1" timeout="10">{said}</Gather>' in twiml(text, language, asks=True)
    assert "Gather" not in twiml(text, language, asks=False)


def test_aloud() -> None:
    """Uzbek in Cyrillic, nothing that a voice would name."""
    assert aloud("Murojaat #1001: oʻzbekcha", "uz") == "Мурожаат 1001: ўзбекча"
    assert aloud("Кайрылуу #1001", "ky") == "Кайрылуу 1001"


TONGUES = [(("ky", "ru"), "ru"), (("en", "ru"), "en"), (("uz", "tg"), "uz"), ((), "kk")]


@pytest.mark.parametrize(("languages", "chosen"), TONGUES)
def test_tongue(languages: tuple[str, ...], chosen: str) -> None:
    """The first that can be spoken, else the first."""
    assert tongue(replace(Operator("a", "A", 1), languages=languages), "kk") == chosen


async def test_the_demo_stops_its_clock_where_a_telephone_rings(world: World) -> None:
    """The visitor can pick up; wound on, the ladder climbs as it would."""
    hands = Hands(world.clock, world.emulator)
    hands.panoh = world.panoh
    began = world.clock.now()
    await world.opens_case()
    for phone, at in ((AIGUL_PHONE, 90), (BEK_PHONE, 270), (NARGIZA_PHONE, 450)):
        await hands.wind(600)
        await world.settle()
        assert rings(world, phone)[-1].status == "ringing"
        assert at <= world.clock.now() - began < at + 10
    await world.emulator.press_key_on_call(rings(world, NARGIZA_PHONE)[0].sid, "1")
    before = world.clock.now()
    await hands.wind(200)
    assert world.clock.now() - before >= 200


# The first reply


async def test_no_first_reply(world: World) -> None:
    """Half way the owner is reminded; then the case is open again, the others are paged, and the person hears the truth."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.heard()
    await world.wind(FIRST_REPLY / 2 + 0.01)
    assert "has not written to the person yet" in world.said_in(topic)
    assert "#1001" in world.private(AIGUL)[-1].text
    assert world.heard() == []
    await world.wind(FIRST_REPLY / 2)
    assert "Aigul has not written to the person in time" in world.said_in(topic)
    assert "The operator has not been able to write to you yet" in world.words()
    assert [len(world.pages(one)) for one in (AIGUL, BEK)] == [1, 1]
    await world.writes("/take", topic)
    assert "Aigul has taken #1001" in world.said_in(topic)


@pytest.mark.parametrize("words", ["I am here.", "/send I am here."])
async def test_a_first_reply_in_time(world: World, words: str) -> None:
    """Also after the reminder."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await world.wind(FIRST_REPLY / 2 + 0.01)
    await world.writes(words, topic)
    await world.wind(FIRST_REPLY)
    await world.wind(FIRST_REPLY)
    assert world.pages(BEK) == []
    assert "Status: waiting for the person" in next(m for m in world.in_topic(topic) if m.pinned).text


async def test_a_note_is_no_first_reply(world: World) -> None:
    """The person has not heard from anybody."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await world.writes("// who knows this person?", topic)
    await world.wind(FIRST_REPLY / 2 + 0.01)
    await world.wind(FIRST_REPLY / 2)
    assert len(world.pages(BEK)) == 1
