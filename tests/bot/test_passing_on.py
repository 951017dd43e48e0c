"""What goes from one side to the other, what does not, and what is said when it cannot: files, places, contacts, changes."""

from bot.emulator.model import Stored
from tests.world import AIGUL, DILFUZA, GROUP, PUBLIC, STAFF, World


async def test_the_name_of_a_file_stays_where_it_was(world: World) -> None:
    """It may tell who somebody is, on either side: only kind and ending go on."""
    topic = await world.opens_case()
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "document", b"1", "Dilfuza Karimova 1999.pdf")
    await world.settle()
    await world.emulator.user_sends_file(AIGUL, STAFF, "document", b"1", "Aigul Osmonova.doc", "", GROUP, topic.id)
    await world.settle()
    names = [
        m.media.name for m in (*world.in_topic(topic), *world.heard()) if m.from_bot and isinstance(m.media, Stored)
    ]
    assert names == ["document.pdf", "document.doc"]


async def test_a_place_that_moves(world: World) -> None:
    """A live place tells the topic once and answers nothing; who asks is shown the last one alone."""
    topic = await world.opens_case()
    message = await world.emulator.user_sends_location(DILFUZA, PUBLIC, 55.751244, 37.618423)
    await world.settle()
    world.heard()
    people = world.emulator.telegram.people
    for latitude in (55.76, 55.77, 55.78):
        place = {"latitude": latitude, "longitude": 37.62}
        moved = people.state.change(people.state.messages[message.id], media=place, edited=True)
        people._tell("edited_message", moved)
    await world.settle()
    assert world.heard() == []
    assert world.said_in(topic).count("sent a location") == 1
    await world.writes("/reveal where they are", topic)
    told = world.private(AIGUL)[-1].text
    assert "55.780000, 37.620000" in told
    assert all(gone not in told for gone in ("55.751244", "55.76", "55.77"))


async def test_a_changed_caption(world: World) -> None:
    """The new words are shown as changed; the file is not sent a second time."""
    topic = await world.opens_case()
    message = await world.emulator.user_sends_file(DILFUZA, PUBLIC, "photo", b"1", "a.jpg", "the dor")
    await world.settle()
    world.heard()
    await world.emulator.user_edits(message.id, "the door")
    await world.settle()
    assert [m.kind for m in world.in_topic(topic)].count("photo") == 1
    assert "✏️ changed: the door" in world.said_in(topic)
    assert world.heard() == []


def dice(chat: dict[str, object], user: int, **more: object) -> dict[str, object]:
    """A message of a kind that cannot be passed on."""
    who = {"id": user, "is_bot": False, "first_name": "D"}
    return {"message_id": 900_000, "date": 1, "chat": chat, "from": who, "dice": {"emoji": "🎲", "value": 3}, **more}


async def test_something_of_the_person_that_cannot_be_passed_on(world: World) -> None:
    """The topic hears that there was something."""
    topic = await world.opens_case()
    queue = world.emulator.telegram.state.queues[PUBLIC]
    queue.push("message", dice({"id": DILFUZA, "type": "private"}, DILFUZA), DILFUZA)
    await world.settle()
    assert "something that I cannot pass on" in world.said_in(topic)


async def test_something_of_an_operator_that_cannot_be_passed_on(world: World) -> None:
    """Nobody believes that it arrived."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.heard()
    group: dict[str, object] = {"id": GROUP, "type": "supergroup", "title": "Hotline", "is_forum": True}
    raw = dice(group, AIGUL, message_thread_id=topic.id)
    world.emulator.telegram.state.queues[STAFF].push("message", raw, GROUP)
    await world.settle()
    assert "nothing was sent" in world.said_in(topic)
    assert world.heard() == []


async def test_what_an_operator_changes_is_not_sent_again(world: World) -> None:
    """The person has the old words; that nothing was sent is said."""
    topic = await world.opens_case()
    words = await world.emulator.user_says(AIGUL, STAFF, "Go to the gatte", chat_id=GROUP, thread=topic.id)
    photo = await world.emulator.user_sends_file(AIGUL, STAFF, "photo", b"1", "a.jpg", "here", GROUP, topic.id)
    await world.settle()
    world.heard()
    for message, text in ((words, "Go to the gate"), (photo, "right here")):
        await world.emulator.user_edits(message.id, text)
    await world.settle()
    assert world.said_in(topic).count("nothing was sent") == 2
    assert world.heard() == []


async def test_a_contact_of_an_operator_arrives_as_words(world: World) -> None:
    """On Telegram and on a phone with keys."""
    topic = await world.opens_case()
    await world.texts("SOS")
    for each in (topic, world.emulator.topics(GROUP)[-1]):
        await world.emulator.user_sends_contact(AIGUL, STAFF, "+79991234567", "Shelter", GROUP, each.id, own=False)
    await world.settle()
    for said in (world.heard()[-1].text, world.sms()[-1].body):
        assert said.startswith("Operator: Shelter")
        assert said.endswith("+79991234567")
