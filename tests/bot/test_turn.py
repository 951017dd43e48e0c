"""Turns: each update once, in order, all or nothing; what cannot be handled is kept, and the person hears of it."""

import pytest

from tests.world import AIGUL, DILFUZA, GROUP, GULNORA, PUBLIC, RUSTAM, STAFF, World, count_of


async def test_every_update_three_times_gives_one_reply_and_one_case(either: World) -> None:
    """Providers deliver again whenever they doubt; nobody sees it."""
    either.emulator.telegram.repeat_updates = 3
    either.emulator.twilio.webhooks.repeat = 3
    await either.says("/start")
    assert len(either.heard()) == 1
    await either.says("SOS")
    assert len(either.heard()) == 1
    await either.texts("SOS")
    assert len(either.sms(GULNORA)) == 1
    topics = either.emulator.topics(GROUP)
    assert [topic.name.split()[0] for topic in topics] == ["#1001", "#1002"]
    assert len(either.pages(AIGUL)) == 2
    assert len(either.sms("+996555000001")) == 2


async def test_operators_commands_three_times_do_their_thing_once(world: World) -> None:
    """Taking, answering and closing are not doubled either."""
    topic = await world.opens_case()
    world.heard()
    world.emulator.telegram.repeat_updates = 3
    await world.writes("Where are you?", topic)
    said = [message.text for message in world.heard()]
    assert count_of(said, "Where are you?") == 1
    assert len(said) == 2  # an operator is here; the operator's words
    await world.writes("/close done", topic)
    assert len(world.heard()) == 1


async def test_what_one_person_writes_keeps_its_order(either: World) -> None:
    """Ten messages in one breath stand in the topic in the order in which they were written."""
    topic = await either.opens_case()
    for number in range(10):
        await either.emulator.user_says(DILFUZA, PUBLIC, f"line {number}")
    await either.settle()
    lines = [m.text for m in either.in_topic(topic) if "line" in m.text]
    assert lines == [f"💬 line {number}" for number in range(10)]


async def test_what_an_operator_writes_keeps_its_order(world: World) -> None:
    """And the other way round."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.heard()
    for number in range(10):
        await world.emulator.user_says(AIGUL, "", f"line {number}", chat_id=GROUP, thread=topic.id)
    await world.settle()
    assert [m.text for m in world.heard()] == [f"Operator: line {number}" for number in range(10)]


@pytest.mark.parametrize("what", ["state", "identity"])
async def test_a_turn_that_raises_is_kept_and_the_next_one_works(world: World, what: str) -> None:
    """A damaged row of a person: dead letter, apology with numbers, a note to staff; their next message is answered."""
    await world.says("/start")
    world.heard()
    await world.panoh.store.run(lambda tx: tx._do(f"UPDATE person SET {what} = x'00'"))  # type: ignore[attr-defined]  # noqa: S608
    await world.says("hello")
    words = world.words()
    assert "Something went wrong" in words
    assert "102" in words
    assert world.rows("SELECT count(*) FROM dead_letter") == [(1,)]
    assert "hello" not in "".join(map(str, world.rows("SELECT * FROM dead_letter")))
    assert count_of((m.text for m in world.in_group()), "could not be handled") == 1
    await world.says("SOS")
    assert "Your case number is #1001" in world.words()
    assert len(world.pages(AIGUL)) == 1


async def test_a_damaged_person_with_an_open_case_still_belongs_to_it(world: World) -> None:
    """What is written after the damage still reaches the operators of the open case."""
    topic = await world.opens_case()
    await world.panoh.store.run(lambda tx: tx._do("UPDATE person SET state = x'00'"))  # type: ignore[attr-defined]
    await world.says("first words after it")
    await world.says("second words after it")
    assert "second words after it" in world.said_in(topic)
    assert len(world.emulator.topics(GROUP)) == 1


async def test_a_poison_update_is_not_delivered_for_ever(world: World) -> None:
    """It is answered 2xx after it is kept; what follows in the same chat is handled."""
    world.emulator.telegram.state.queues[PUBLIC].push("message", {"message_id": "no number"}, DILFUZA)
    await world.says("/start")
    assert len(world.heard()) == 1
    assert world.rows("SELECT error FROM dead_letter") == [("malformed update",)]


async def test_a_cry_in_an_update_that_cannot_be_read_is_heard(either: World) -> None:
    """The chat and the words are enough to open a case and to answer."""
    queue = either.emulator.telegram.state.queues[PUBLIC]
    chat = {"id": DILFUZA, "type": "private"}
    either.emulator.telegram.state.chat_of(PUBLIC, DILFUZA).started = True
    queue.push("message", {"message_id": "no number", "chat": chat, "text": "SOS they locked us in"}, DILFUZA)
    await either.wait_for(lambda: either.heard(fresh=False))
    await either.settle()
    (topic,) = either.emulator.topics(GROUP)
    assert "locked us in" in either.said_in(topic)
    assert "#1001" in either.words()
    assert either.rows("SELECT count(*) FROM dead_letter") == [(0,)]


@pytest.mark.parametrize("token", [PUBLIC, STAFF], ids=["public", "staff"])
async def test_an_update_that_cannot_be_read_is_kept_whole(either: World, token: str) -> None:
    """Its payload is sealed and not empty, fetched or delivered; what comes after it is handled."""
    queue = either.emulator.telegram.state.queues[token]
    queue.push("message", {"message_id": "no number", "text": "what it said"}, DILFUZA)
    await either.wait_for(lambda: not queue.pending)
    topic = await either.opens_case()
    await either.writes("/take", topic)
    assert "Aigul has taken" in either.said_in(topic)
    ((sealed,),) = either.rows("SELECT payload FROM dead_letter")
    assert isinstance(sealed, bytes)
    assert b"what it said" in either.panoh.turns._deps.seal.open("dead letter", sealed)


async def test_a_date_beyond_all_calendars_does_not_stop_the_staffs_updates(either: World) -> None:
    """The library cannot even compute with it: the update is kept, and the next one is handled."""
    topic = await either.opens_case()
    chat = {"id": GROUP, "type": "supergroup", "title": "Hotline", "is_forum": True}
    who = {"id": AIGUL, "is_bot": False, "first_name": "Aigul"}
    huge = {
        "message_id": 900_001,
        "date": 10**18,
        "chat": chat,
        "from": who,
        "message_thread_id": topic.id,
        "text": "/take",
    }
    queue = either.emulator.telegram.state.queues[STAFF]
    queue.push("message", huge, GROUP)
    await either.wait_for(lambda: not queue.pending)
    await either.writes("/take", topic)
    assert "Aigul has taken" in either.said_in(topic)
    assert either.rows("SELECT channel, error FROM dead_letter") == [("staff", "malformed update")]


async def test_store_down_the_person_is_told_once_and_the_update_comes_again(world: World) -> None:
    """Nothing can be written: 503, the truth with numbers, once; when it can, the cry is heard."""
    queue = world.emulator.telegram.state.queues[PUBLIC]

    def refused() -> bool:
        return bool(queue.hook and "503" in queue.hook.last_error)

    async with world.store_down():
        await world.emulator.user_says(DILFUZA, PUBLIC, "SOS")
        for _ in range(3):
            await world.wait_for(refused)
            world.redeliver()
        await world.wait_for(refused)
        heard = world.words()
        assert heard.count("could not store") == 1
        assert "102" in heard
        assert not world.emulator.topics(GROUP)
    world.redeliver()
    await world.wait_for(lambda: world.emulator.topics(GROUP))
    await world.settle()
    assert "Your case number is #1001" in world.words()
    assert len(world.emulator.topics(GROUP)) == 1


async def test_store_down_by_sms(world: World) -> None:
    """The same for a basic phone; Twilio is told to come again."""
    async with world.store_down():
        world.emulator.twilio.webhooks.repeat = 3
        await world.emulator.sms_in(GULNORA, "SOS")
        (told,) = await world.wait_for(lambda: world.sms(GULNORA))
        assert "could not store" in told.body
        await world.emulator.sms_in(GULNORA, "SOS")
        assert len(world.sms(GULNORA)) == 2  # another message that is lost
    await world.texts("SOS")
    assert len(world.emulator.topics(GROUP)) == 1


async def test_polling_confirms_an_offset_only_after_the_commit(polling: World) -> None:
    """While nothing can be stored the updates stay with Telegram, and none of the batch is lost or doubled."""
    queue = polling.emulator.telegram.state.queues[PUBLIC]
    await polling.says("/start")
    async with polling.store_down():
        await polling.emulator.user_says(DILFUZA, PUBLIC, "SOS")
        await polling.emulator.user_says(RUSTAM, PUBLIC, "SOS")
        await polling.wait_for(lambda: polling.heard(RUSTAM, fresh=False))
        await polling.wait_for(lambda: all(update.delivered >= 2 for update in queue.pending.values()))
        assert len(queue.pending) == 2
    await polling.wait_for(lambda: not queue.pending, 20)
    await polling.settle()
    assert len(polling.emulator.topics(GROUP)) == 2
    assert len(polling.pages(AIGUL)) == 2


async def test_a_stop_between_fetching_and_storing_loses_nothing(polling: World) -> None:
    """The process ends while the store is down; the next one takes the update up."""
    async with polling.store_down():
        await polling.emulator.user_says(DILFUZA, PUBLIC, "SOS")
        await polling.wait_for(lambda: polling.heard(fresh=False))
        await polling.stop()
    assert len(polling.emulator.telegram.state.queues[PUBLIC].pending) == 1
    await polling.start()
    await polling.settle()
    assert len(polling.emulator.topics(GROUP)) == 1
    assert len(polling.pages(AIGUL)) == 1
