"""People who may not be written to first: what is held, what is owed, what goes out at once, and when it is quiet again."""

import pytest

from bot.emulator.model import Topic
from hotline_router.case import ANSWERS_WITHIN
from tests.world import ACKNOWLEDGE, AIGUL, BEK, DILFUZA, GROUP, GULNORA, PUBLIC, STAFF, World

HELD = "Not sent yet"
REFUSED = "messages of this kind are not passed on"


async def quiet_case(world: World, *, taken: bool = True) -> Topic:
    """A case whose person said that writing is dangerous; nothing is left unheard."""
    topic = await world.opens_case()
    await world.presses("sos:no")
    if taken:
        await world.writes("/take", topic)
    world.heard()
    return topic


async def test_an_operators_words_wait_and_come_first(world: World) -> None:
    """All of them, in their order, after how things stand; the answer to what the person wrote comes last."""
    topic = await quiet_case(world, taken=False)
    await world.writes("Are you safe?", topic)
    await world.writes("We are looking for you.", topic)
    assert world.heard() == []
    assert world.said_in(topic).count(HELD) == 2
    assert "Aigul has taken" in world.said_in(topic)
    await world.presses("sos-quiet:safe")
    said = [message.text for message in world.heard()]
    assert "An operator of the hotline is here" in said[0]
    assert said[1:3] == ["Operator: Are you safe?", "Operator: We are looking for you."]
    assert "What is happening" in said[3]


async def test_words_that_answer_go_out_at_once(world: World) -> None:
    """While the person is writing themselves; ten minutes later it is quiet again."""
    topic = await quiet_case(world)
    await world.says("I am alone for a moment")
    world.heard()
    await world.writes("Where are you?", topic)
    assert [m.text for m in world.heard()] == ["Operator: Where are you?"]
    await world.wind(ANSWERS_WITHIN + 1)
    await world.writes("And now?", topic)
    assert world.heard() == []
    assert HELD in world.said_in(topic)


async def test_only_when_i_write(world: World) -> None:
    """The other way to ask for it; what answers the very choice is no first word."""
    topic = await world.opens_case()
    for button in ("sos:yes", "sos-state:next", "sos-where:ru", "sos-contact:when-i-write"):
        await world.presses(button)
    await world.writes("/take", topic)
    assert "An operator of the hotline is here" in world.words()
    await world.wind(ANSWERS_WITHIN + 1)
    await world.writes("Are you safe?", topic)
    assert world.heard() == []
    await world.says("yes I am")
    assert [m.text for m in world.heard()] == ["Operator: Are you safe?"]


async def test_dangerous_again(world: World) -> None:
    """Who says so after writing is not answered for what they wrote before."""
    topic = await quiet_case(world)
    await world.says("I am alone for a moment")
    await world.presses("sos:no")
    world.heard()
    await world.writes("Where are you?", topic)
    assert world.heard() == []


async def test_send_goes_at_once(world: World) -> None:
    """The operator is sure; the command itself is never seen, and it takes the case as words do."""
    topic = await quiet_case(world, taken=False)
    await world.writes("/send We are at the door.", topic)
    assert [m.text for m in world.heard()] == ["Operator: We are at the door."]
    assert "Aigul has taken" in world.said_in(topic)
    assert HELD not in world.said_in(topic)


@pytest.mark.parametrize("words", ["/send", "/send  "])
async def test_send_without_words(world: World, words: str) -> None:
    """There is nothing to send, and that is said."""
    topic = await quiet_case(world)
    await world.writes(words, topic)
    assert world.heard() == []
    assert REFUSED in world.said_in(topic)


async def test_send_in_a_closed_case(world: World) -> None:
    """Nothing goes out of it."""
    topic = await quiet_case(world)
    await world.writes("/close done", topic)
    await world.writes("/send one more thing", topic)
    assert world.heard() == []
    assert REFUSED in world.said_in(topic)


async def test_a_file_is_not_held(world: World) -> None:
    """A voice or a picture on a phone that somebody else may hold: it is neither sent nor kept for later."""
    topic = await quiet_case(world)
    for kind in ("photo", "voice"):
        await world.emulator.user_sends_file(AIGUL, STAFF, kind, b"1", "a.bin", "look", GROUP, topic.id)
    await world.emulator.user_sends_location(AIGUL, STAFF, 42.87, 74.59, chat_id=GROUP, thread=topic.id)
    await world.settle()
    assert world.heard() == []
    assert world.said_in(topic).count(REFUSED) == 3
    await world.says("I can write")
    assert {message.kind for message in world.heard()} <= {"text"}


async def test_a_case_closed_meanwhile(world: World) -> None:
    """Its own number stands in what is owed, though the person has no open case any more."""
    topic = await quiet_case(world)
    await world.writes("Go to the gate.", topic)
    await world.writes("/close done", topic)
    assert world.heard() == []
    await world.says("menu")
    said = [message.text for message in world.heard()]
    assert said[0] == "Operator: Go to the gate."
    assert "has closed #1001" in said[1]
    assert "#0" not in "".join(said)


async def test_a_text_of_the_router_about_a_case_that_is_closed(world: World) -> None:
    """Also where nothing is quiet, and also after a second case was opened."""
    topic = await world.opens_case()
    await world.writes("/close done", topic)
    assert "closed #1001" in world.words()
    second = await world.opens_case()
    world.heard()
    await world.writes("/close done", second)
    assert "closed #1002" in world.words()


async def test_quiet_by_sms(world: World) -> None:
    """A phone that lights up may be seen: the words wait there too."""
    await world.texts("SOS")
    await world.texts("2")
    topic = world.emulator.topics(GROUP)[-1]
    before = len(world.sms())
    await world.writes("Are you safe?", topic)
    await world.wind(ACKNOWLEDGE + 1)
    assert len(world.sms()) == before
    await world.texts("yes I am", GULNORA)
    bodies = [sms.body for sms in world.sms()[before:]]
    assert "Operator: Are you safe?" in "\n".join(bodies)


async def doubtful(world: World) -> Topic:
    """Doubtful words that nobody explained: an operator sees them, the person knows nothing of it."""
    await world.says("/start")
    await world.presses("language:en")
    await world.says("my boss threatens me")
    world.heard()
    await world.wind(301)
    return world.emulator.topics(GROUP)[-1]


async def test_a_case_that_the_person_does_not_know_of(world: World) -> None:
    """Pages climb and operators write; the phone stays dark until the person writes, and then they hear that it is open."""
    topic = await doubtful(world)
    assert "my boss threatens me" in world.said_in(topic)
    await world.wind(ACKNOWLEDGE + 1)
    await world.writes("Are you safe?", topic, BEK)
    assert world.heard() == []
    assert HELD in world.said_in(topic)
    await world.says("what is a patent")
    said = [message.text for message in world.heard()]
    assert "#1001" in said[0]
    assert "Operator: Are you safe?" in said
    await world.wind(ANSWERS_WITHIN + 1)
    await world.writes("Where are you?", topic, BEK)
    assert "Operator: Where are you?" in world.words()


async def test_that_it_is_open_is_the_first_thing_they_hear(world: World) -> None:
    """Where nobody has done anything yet."""
    await doubtful(world)
    await world.says("thank you")
    assert "Your case #1001 is open" in world.heard()[0].text


async def test_a_person_asked_for_after_doubtful_words(world: World) -> None:
    """The operators see the words, and the case is in doubt, not routine; the timer opens no second one."""
    await world.says("/start")
    await world.presses("language:en")
    await world.says("my boss threatens me")
    await world.says("operator")
    (topic,) = world.emulator.topics(GROUP)
    assert "in doubt" in topic.name
    assert "my boss threatens me" in world.said_in(topic)
    await world.wind(301)
    assert len(world.emulator.topics(GROUP)) == 1


async def test_more_doubtful_words_do_not_put_it_off(world: World) -> None:
    """Five minutes from the first of them, and all of them are shown."""
    await world.emulator.user_says(DILFUZA, PUBLIC, "LANG en")
    await world.says("my boss threatens me")
    await world.wind(200)
    await world.says("my boss threatens us all")
    await world.wind(101)
    (topic,) = world.emulator.topics(GROUP)
    assert "my boss threatens me\nmy boss threatens us all" in world.said_in(topic)
