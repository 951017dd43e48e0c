"""Nothing reaches a person outside their hours but what answers their own words; neutral words give nothing away. The clock is wound."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.emulator.model import Topic
from dialogues.wishes import MONTH
from hotline_router.case import ANSWERS_WITHIN
from tests.world import ACKNOWLEDGE, AIGUL, GROUP, STAFF, World

WARSAW, BISHKEK = ZoneInfo("Europe/Warsaw"), ZoneInfo("Asia/Bishkek")
KEPT = "It is kept until"


async def wind_to(world: World, hour: int, zone: ZoneInfo) -> None:
    """To the next time that it is this hour there."""
    now = datetime.fromtimestamp(world.clock.now(), zone)
    then = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    if then <= now:
        then = (now + timedelta(days=1)).replace(hour=hour, minute=0, second=0, microsecond=0)
    await world.wind(then.timestamp() - now.timestamp() + 1)


async def daytime(world: World, *more: str, country: str = "pl") -> Topic:
    """A case of somebody who may be written to from 8 to 20; it is two in the night there, and Aigul has taken it."""
    await wind_to(world, 1, WARSAW)
    topic = await world.opens_case()
    for button in (
        "sos:yes",
        "sos-state:next",
        f"sos-where:{country}",
        "sos-contact:hours",
        "contact-hours:day",
        *more,
    ):
        await world.presses(button)
    await world.writes("I am with you.", topic)
    await wind_to(world, 2, WARSAW)
    world.heard()
    return topic


async def test_words_at_night_are_kept_until_the_morning(world: World) -> None:
    """The operator is told at once until when; in the morning they go out in their order, and the operator hears of it."""
    topic = await daytime(world)
    await world.writes("Are you safe?", topic)
    await world.writes("We have a place for you.", topic)
    assert world.heard() == []
    assert f"{KEPT} 08:00" in world.said_in(topic)
    await world.wind(5.9 * 3600)
    assert world.heard() == []
    await wind_to(world, 8, WARSAW)
    assert [m.text for m in world.heard()] == ["Operator: Are you safe?", "Operator: We have a place for you."]
    assert "what was kept has gone out" in world.said_in(topic)
    assert world.rows("SELECT count(*) FROM held") == [(0,)]


async def test_kept_words_outlive_a_restart(world: World) -> None:
    """They are on disk, and sent once."""
    topic = await daytime(world)
    await world.writes("Are you safe?", topic)
    await world.stop()
    await world.start()
    await wind_to(world, 8, WARSAW)
    assert [m.text for m in world.heard()] == ["Operator: Are you safe?"]


async def test_what_answers_goes_at_once(world: World) -> None:
    """Within a few minutes of the person's own words; what was kept comes first, and afterwards it is quiet again."""
    topic = await daytime(world)
    await world.writes("Are you safe?", topic)
    await world.says("I cannot sleep")
    await world.writes("I am here.", topic)
    assert [m.text for m in world.heard()] == ["Operator: Are you safe?", "Operator: I am here."]
    await world.wind(ANSWERS_WITHIN + 1)
    await world.writes("Sleep well.", topic)
    assert world.heard() == []


async def test_now_sends_it_with_a_reason(world: World) -> None:
    """The button asks for the reason; who did it and why stands in the topic and in the history."""
    topic = await daytime(world)
    await world.writes("The car is at the gate.", topic)
    number = next(m for m in reversed(world.in_topic(topic)) if KEPT in m.text).id
    press = await world.emulator.user_presses(AIGUL, GROUP, number, "now:1001")
    await world.settle()
    assert "the reason" in world.emulator.telegram.state.presses[press].text
    await world.writes("/now", topic)
    assert world.heard() == []
    await world.writes("/now they called and asked", topic)
    assert [m.text for m in world.heard()] == ["Operator: The car is at the gate."]
    assert "Reason: they called and asked" in world.said_in(topic)
    assert world.rows("SELECT count(*) FROM entry WHERE kind = 'now'") == [(1,)]
    await world.writes("/now again", topic)
    assert "Nothing is kept" in world.said_in(topic)


async def test_send_is_the_other_way(world: World) -> None:
    """`/send` has always meant: the operator is sure."""
    topic = await daytime(world)
    await world.writes("/send The car is at the gate.", topic)
    assert [m.text for m in world.heard()] == ["Operator: The car is at the gate."]


async def test_files_answers_and_changes_are_kept_too(world: World) -> None:
    """A photo, a checked answer, a quick reply, and the change of a message that is still kept."""
    topic = await daytime(world)
    await world.emulator.user_sends_file(AIGUL, STAFF, "voice", b"1", "a.ogg", "", GROUP, topic.id)
    written = await world.emulator.user_says(AIGUL, STAFF, "Gate 1", chat_id=GROUP, thread=topic.id)
    await world.settle()
    await world.emulator.user_edits(written.id, "Gate 2")
    await world.writes("/answer privacy", topic)
    await world.writes("/say wait", topic)
    await world.settle()
    assert world.heard() == []
    assert "sent a checked answer" not in world.said_in(topic)
    await wind_to(world, 8, WARSAW)
    heard = world.heard()
    assert [m.kind for m in heard] == ["voice", "text", "text", "text"]
    assert heard[1].text == "Operator: Gate 2"
    assert heard[-1].text == "Operator: Please wait a little. I am here."


async def test_the_ladder_obeys_the_hours(world: World) -> None:
    """Nobody answers at night: the person hears the truth in the morning, as it stands then, once."""
    await world.says("CONTACT")
    for button in ("contact:hours", "contact-hours:day", "contact-where:pl", "contact-words:plain"):
        await world.presses(button)
    await wind_to(world, 1, WARSAW)
    await world.opens_case()
    await world.wind(ANSWERS_WITHIN + 1)
    world.heard()
    for _ in range(4):
        await world.wind(ACKNOWLEDGE)
    assert world.heard() == []
    topic = world.emulator.topics(GROUP)[-1]
    await world.writes("/take", topic)
    assert world.heard() == []
    await wind_to(world, 8, WARSAW)
    assert [m.text for m in world.heard()] == ["An operator of the hotline is here and reads what you write. #1001"]


async def test_closed_at_night(world: World) -> None:
    """That the case is closed waits for the morning too, though it is open no more."""
    topic = await daytime(world)
    await world.writes("/close done", topic)
    assert world.heard() == []
    await wind_to(world, 8, WARSAW)
    assert "has closed #1001" in world.words()


async def test_erased_meanwhile(world: World) -> None:
    """Nothing that was kept comes any more."""
    topic = await daytime(world)
    await world.says("hello")
    await world.wind(ANSWERS_WITHIN + 1)
    await world.writes("Are you safe?", topic)
    await world.panoh.store.run(lambda tx: tx.forget_person(1))
    assert world.rows("SELECT count(*) FROM held") == [(0,)]
    assert world.rows("SELECT count(*) FROM timer WHERE owner LIKE 'person:%'") == [(0,)]
    world.heard()
    await wind_to(world, 8, WARSAW)
    assert world.heard() == []


async def test_too_dangerous_meanwhile(world: World) -> None:
    """What is kept does not go out by itself to somebody for whom writing has become dangerous."""
    topic = await daytime(world)
    await world.presses("sos:no")
    await world.writes("Are you safe?", topic)
    world.heard()
    await wind_to(world, 8, WARSAW)
    assert world.heard() == []
    await world.says("I can write")
    assert "Operator: Are you safe?" in world.words()


@pytest.mark.parametrize(("country", "zone"), [("pl", WARSAW), ("kz", ZoneInfo("Asia/Almaty"))], ids=["pl", "kz"])
async def test_on_the_clock_of_the_country(world: World, country: str, zone: ZoneInfo) -> None:
    """Eight in the morning is eight where the person is."""
    topic = await daytime(world, country=country)
    await wind_to(world, 23, zone)
    await world.writes("Good morning", topic)
    assert world.heard() == []
    await wind_to(world, 8, zone)
    assert [m.text for m in world.heard()] == ["Operator: Good morning"]


async def test_without_a_country_the_rosters_clock_counts(world: World) -> None:
    """Hours that somebody types, by SMS."""
    for words in ("CONTACT", "4", "9-17", "11", "1"):
        await world.texts(words)
    assert "09:00" in world.sms()[-1].body
    await world.texts("SOS")
    topic = world.emulator.topics(GROUP)[-1]
    await world.writes("/take", topic)
    await wind_to(world, 3, BISHKEK)
    before = len(world.sms())
    await world.writes("Good morning", topic)
    assert len(world.sms()) == before
    await wind_to(world, 9, BISHKEK)
    assert [sms.body for sms in world.sms()[before:]] == ["Operator: Good morning"]


async def test_the_card_says_it(world: World) -> None:
    """How, when, on whose clock, and with which words."""
    topic = await daytime(world, "contact-words:neutral")
    card = next(m.text for m in world.in_topic(topic) if m.pinned)
    assert "Answer: here in the chat · ONLY 08:00–20:00 (Europe/Warsaw) · NEUTRAL WORDS" in card


async def test_neutral_words(world: World) -> None:
    """From the choice on nothing that is said first names us, a case or an operator."""
    topic = await world.opens_case()
    for button in ("sos:yes", "sos-state:next", "sos-where:pl", "sos-contact:any", "sos-waiting:contact"):
        await world.presses(button)
    for button in ("contact:words", "contact-words:neutral"):
        await world.presses(button)
    world.heard()
    await world.wind(ACKNOWLEDGE)
    await world.writes("/take", topic)
    await world.writes("The bread is ready.", topic)
    await world.says("thanks")
    await world.writes("/handover bek", topic)
    await world.writes("/close done", topic)
    said = [m.text for m in world.heard()]
    assert said == [
        "Hello! There is no answer yet, I keep asking. I will write again.",
        "Hello! I have your message and am here now.",
        "The bread is ready.",
        "Hello! From now on somebody else writes to you.",
        "Hello! That is all for now. If you need anything, write at any time.",
    ]


async def test_the_next_case_knows_it(world: World) -> None:
    """What was agreed on holds for the person, not for one case."""
    await world.says("CONTACT")
    for button in ("contact:words", "contact-words:neutral"):
        await world.presses(button)
    topic = await world.opens_case()
    assert "NEUTRAL WORDS" in next(m.text for m in world.in_topic(topic) if m.pinned)


# A month later


async def test_asked_again_after_a_month(world: World) -> None:
    """Softly, inside the hours, while the case is open; the answer holds for another month."""
    await daytime(world)
    await world.wind(MONTH - 86_400)
    assert world.heard() == []
    await wind_to(world, 2, WARSAW)
    await wind_to(world, 2, WARSAW)
    assert world.heard() == []
    await wind_to(world, 8, WARSAW)
    (asked,) = world.heard()
    assert "A month ago we agreed: Here in this chat; 08:00–20:00 (Poland); Plain words" in asked.text
    await world.presses("contact-again:yes")
    assert "It stays as it is" in world.words()
    await world.wind(MONTH + 86_400)
    assert "A month ago we agreed" in world.words()
    await world.wind(3 * MONTH)
    assert world.heard() == []


async def test_not_asked_long_after(world: World) -> None:
    """A case that was closed a month ago is no reason to write."""
    topic = await daytime(world)
    await world.writes("/close done", topic)
    await wind_to(world, 9, WARSAW)
    world.heard()
    await world.wind(MONTH + 86_400)
    assert world.heard() == []


async def test_not_asked_where_nothing_is_agreed_on(world: World) -> None:
    """Whoever may be written to at any time in any words is left alone."""
    await world.opens_case()
    for button in ("sos:yes", "sos-state:next", "sos-where:pl", "sos-contact:any"):
        await world.presses(button)
    await world.writes("/take", world.emulator.topics(GROUP)[-1])
    await world.writes("I am here", world.emulator.topics(GROUP)[-1])
    world.heard()
    await world.wind(MONTH + 86_400)
    assert world.heard() == []


async def test_asked_when_they_write(world: World) -> None:
    """Whoever wants to write first is asked when they do."""
    topic = await world.opens_case()
    for button in ("sos:yes", "sos-state:next", "sos-where:pl", "sos-contact:when-i-write"):
        await world.presses(button)
    await world.writes("/take", topic)
    await world.writes("I am here", topic)
    world.heard()
    await world.wind(MONTH + 86_400)
    assert world.heard() == []
    await world.says("hello again")
    assert "A month ago we agreed: Only when I write first" in world.words()


async def test_an_sms_person_is_asked_in_neutral_words(world: World) -> None:
    """What arrives first is harmless."""
    for words in ("CONTACT", "5", "2"):
        await world.texts(words)
    await world.texts("SOS")
    await world.writes("/take", world.emulator.topics(GROUP)[-1])
    await world.writes("hello", world.emulator.topics(GROUP)[-1])
    before = len(world.sms())
    await world.wind(MONTH + 86_400)
    assert world.sms()[before].body.startswith("Hello! May I still write to you as before?")


# Somebody who falls silent in the middle of a tree

AGREED = [
    ("nothing", (), True),
    ("neutral words", ("contact:words", "contact-words:neutral"), False),
    ("only when they write", ("contact:when-i-write",), False),
    ("other hours", ("contact:hours", "contact-hours:evening", "contact-where:pl", "contact-words:plain"), False),
    ("these hours", ("contact:hours", "contact-hours:day", "contact-where:pl", "contact-words:plain"), True),
]


@pytest.mark.parametrize(("buttons", "is_asked"), [row[1:] for row in AGREED], ids=[row[0] for row in AGREED])
async def test_silence_is_left_alone_where_it_was_agreed_on(
    world: World, buttons: tuple[str, ...], *, is_asked: bool
) -> None:
    """The gentle question after twenty minutes is a first word too."""
    await wind_to(world, 12, WARSAW)
    if buttons:
        await world.says("CONTACT")
    for button in buttons:
        await world.presses(button)
    await world.says("JOB")
    world.heard()
    await world.wind(21 * 60)
    assert bool(world.heard()) is is_asked
