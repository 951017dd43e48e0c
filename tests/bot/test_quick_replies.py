"""Quick replies in the topic: listed in the operator's language, sent in the person's, with their alphabet."""

from bot.emulator.model import Message, Topic
from tests.world import AIGUL, BEK, GROUP, World


async def last(world: World, topic: Topic, words: str, who: int = AIGUL) -> Message:
    """What the bot says in the topic to a command."""
    await world.writes(words, topic, who)
    return [m for m in world.in_topic(topic) if m.from_bot][-1]


async def taken(world: World, language: str = "en") -> Topic:
    await world.says(f"LANG {language}")
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.heard()
    return topic


async def test_listed_in_the_operators_language(world: World) -> None:
    """Aigul reads Kyrgyz, Bek Russian; gaps are seen."""
    topic = await taken(world)
    listed = await last(world, topic, "/r")
    assert "safe: Азыр коопсуз жердесизби?" in listed.text
    assert "again: Сизге дагы жазам: …." in listed.text
    assert "safe: Вы сейчас в безопасности?" in (await last(world, topic, "/reply", BEK)).text
    assert world.heard() == []


async def test_a_press_sends_it_in_the_persons_language(world: World) -> None:
    """The operator sees what went out, in the language of the group."""
    topic = await taken(world, "tg")
    shown = await last(world, topic, "/r врач")
    assert [button["text"] for row in shown.buttons for button in row] == [
        "hurt: Жаракат алган барбы? Кимдир бирөөгө дарыгер керекпи?"
    ]
    await world.emulator.user_presses(AIGUL, GROUP, shown.id, "say:1001:hurt")
    await world.settle()
    assert [m.text for m in world.heard()] == ["Оператор: Касе захмӣ шудааст? Ба касе духтур лозим аст?"]
    assert "Aigul sent a quick reply: Is anybody hurt?" in world.said_in(topic)


async def test_with_a_gap(world: World) -> None:
    """What belongs into it is said with the command; a press alone asks for it."""
    topic = await taken(world)
    shown = await last(world, topic, "/r again")
    await world.emulator.user_presses(AIGUL, GROUP, shown.id, "say:1001:again")
    await world.settle()
    assert "This reply has a gap. Write: /say again" in world.said_in(topic)
    assert world.heard() == []
    await world.writes("/say again 18:00", topic)
    assert [m.text for m in world.heard()] == ["Operator: I will write to you again: 18:00."]


async def test_by_sms_in_latin_letters(world: World) -> None:
    """The person's alphabet holds, and the numbers are those of their country."""
    await world.texts("LANG ru")
    await world.texts("LAT")
    await world.texts("SOS")
    topic = world.emulator.topics(GROUP)[-1]
    await world.writes("/say emergency", topic)
    assert world.sms()[-1].body.startswith("Operator: Esli est ugroza zhizni, zvonite:")
    assert "103" in world.sms()[-1].body


async def test_a_long_one_by_sms_is_shown_first(world: World) -> None:
    """As every long answer is: nobody pays for five SMS by one press."""
    await world.texts("SOS")
    topic = world.emulator.topics(GROUP)[-1]
    await world.writes("/take", topic)
    before = len(world.sms())
    shown = await last(world, topic, f"/say again {'в шесть часов вечера ' * 8}")
    assert "Nothing is sent yet" in shown.text
    assert len(world.sms()) == before
    await world.writes("/confirm", topic)
    assert len(world.sms()) > before


async def test_it_takes_the_case_and_counts_as_a_reply(world: World) -> None:
    """As words do."""
    topic = await world.opens_case()
    world.heard()
    await world.writes("/say wait", topic)
    assert "Aigul has taken" in world.said_in(topic)
    assert "Operator: Please wait a little. I am here." in world.words()
    await world.wind(700)
    assert "has not written" not in world.said_in(topic)


async def test_held_where_nobody_may_be_written_to(world: World) -> None:
    """It comes when the person writes, as every other word of an operator."""
    topic = await taken(world)
    await world.presses("sos:no")
    world.heard()
    await world.writes("/say wait", topic)
    assert world.heard() == []
    await world.says("now")
    assert "Operator: Please wait a little. I am here." in world.words()


async def test_unknown_and_closed(world: World) -> None:
    """Nothing is sent, and that is said."""
    topic = await taken(world)
    assert "no quick reply like xyzzy" in (await last(world, topic, "/r xyzzy")).text
    assert "no quick reply like xyzzy" in (await last(world, topic, "/say xyzzy at six")).text
    assert "no quick reply like" in (await last(world, topic, "/say")).text
    await world.writes("/close done", topic)
    world.heard()
    assert "closed" in (await last(world, topic, "/say wait")).text
    assert world.heard() == []


async def test_the_help_names_them(world: World) -> None:
    """An unknown command lists what there is."""
    topic = await taken(world)
    assert "/r WORD /say ID" in (await last(world, topic, "/nonsense")).text
