"""Everything that can happen to the staff group: no word of a person is lost, answers arrive, and the coordinator hears what to mend."""

from collections.abc import Awaitable, Callable

import pytest

from bot.emulator.model import Message, Topic
from tests.world import AIGUL, AIGUL_PHONE, BEK, DILFUZA, GROUP, GULNORA, NARGIZA, PUBLIC, STAFF, World, count_of

SUPERGROUP = -1009876543210
WORDS = "the gate is green zxqvk"
Break = Callable[[World, Topic], Awaitable[object]]


async def delete(world: World, topic: Topic) -> None:
    """Somebody deletes the topic."""
    await world.emulator.telegram.people.delete_topic(GROUP, topic.id)


async def close(world: World, topic: Topic) -> None:
    """Somebody closes the topic."""
    await world.emulator.telegram.people.close_topic(GROUP, topic.id)


async def close_for_good(world: World, topic: Topic) -> None:
    """Somebody closes the topic, and reopening does not help."""
    await close(world, topic)
    answer = {"ok": False, "error_code": 400, "description": "Bad Request: TOPIC_CLOSED"}
    world.emulator.telegram.fail_next("reopenForumTopic", 400, answer)


async def close_and_demote(world: World, topic: Topic) -> None:
    """Somebody closes the topic, and the bot has no rights to open it or another."""
    await close(world, topic)
    await world.emulator.telegram.people.demote(GROUP, STAFF)


async def delete_and_demote(world: World, topic: Topic) -> None:
    """The topic is gone and the bot may not open another."""
    await delete(world, topic)
    await world.emulator.telegram.people.demote(GROUP, STAFF)


async def end_forum(world: World, _: Topic) -> None:
    """Topics are switched off."""
    await world.emulator.telegram.people.end_forum(GROUP)


async def move_to_forum(world: World, _: Topic) -> None:
    """The group gets another number, and has topics there; Telegram says so only when we write."""
    await world.emulator.telegram.people.migrate(GROUP, SUPERGROUP, forum=True, tells=False)


async def move(world: World, _: Topic) -> None:
    """The group gets another number, without topics; Telegram says so at once."""
    await world.emulator.telegram.people.migrate(GROUP, SUPERGROUP)
    await world.settle()


async def throw_out(world: World, _: Topic) -> None:
    """The bot is removed from the group, and is told."""
    await world.emulator.telegram.people.remove_bot(GROUP, STAFF)


async def throw_out_silently(world: World, _: Topic) -> None:
    """The bot is removed from the group, and finds out when it writes."""
    await world.emulator.telegram.people.remove_bot(GROUP, STAFF, tells=False)


async def nothing(_: World, __: Topic) -> None:
    """Nothing happens."""


def shown(world: World, words: str = WORDS) -> Message:
    """Where staff see these words last: the group, wherever it is now, or a private chat."""
    rooms = [world.emulator.chat(STAFF, chat) for chat in (GROUP, SUPERGROUP, AIGUL, BEK, NARGIZA)]
    return [m for room in rooms for m in room if words in m.text and m.from_bot and not m.deleted][-1]


FAULTS: dict[str, tuple[Break, str, tuple[str, ...]]] = {
    "nothing": (nothing, "", ()),
    "deleted": (delete, "staff.healed-gone", ()),
    "closed": (close, "staff.healed-shut", ()),
    "closed for good": (close_for_good, "staff.healed-gone", ()),
    "closed, no rights": (close_and_demote, "staff.healed-plain", ("I may not manage topics",)),
    "deleted, no rights": (delete_and_demote, "staff.healed-plain", ("I may not manage topics",)),
    "forum switched off": (end_forum, "staff.healed-plain", ("has no topics any more",)),
    "another number": (move, "staff.healed-plain", (str(SUPERGROUP), "has no topics any more")),
    "another number, with topics": (move_to_forum, "", (str(SUPERGROUP),)),
    "thrown out": (throw_out, "staff.aside", ("I cannot write in the staff group",)),
    "thrown out silently": (throw_out_silently, "staff.aside", ("I cannot write in the staff group",)),
}


@pytest.mark.parametrize(("breaks", "line", "told"), FAULTS.values(), ids=list(FAULTS))
async def test_words_go_both_ways_after_a_fault(world: World, breaks: Break, line: str, told: tuple[str, ...]) -> None:
    """Before the fault, through it and after it; the answer to what is shown reaches the person; one word to the coordinator."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await breaks(world, topic)
    for number in (1, 2, 3):
        await world.says(f"{WORDS} {number}")
    everything = [
        m.text for chat in (GROUP, SUPERGROUP, AIGUL) for m in world.emulator.chat(STAFF, chat) if not m.deleted
    ]
    assert [count_of(everything, f"{WORDS} {n}") for n in (1, 2, 3)] == [1, 1, 1]
    if line:
        said = world.says_key(line, "ky" if line == "staff.aside" else "en", case="#1001")
        assert count_of(everything, said) == 1
    world.heard()
    message = shown(world)
    await world.emulator.user_says(AIGUL, STAFF, "Stay inside", message.chat_id, message.thread, reply_to=message.id)
    await world.settle()
    assert world.words() == "Operator: Stay inside"
    repairs = [m.text for m in world.private(NARGIZA) if m.text.startswith("🔧")]
    assert len(repairs) == len(told)
    assert all(one in repair for one, repair in zip(told, repairs, strict=True))


@pytest.mark.parametrize("breaks", [delete, close_for_good, move_to_forum], ids=["deleted", "closed", "moved"])
async def test_the_new_topic_has_its_card_first(world: World, breaks: Break) -> None:
    """With the number in its name and buttons that work; what is written there needs no reply."""
    topic = await world.opens_case()
    await breaks(world, topic)
    await world.says(WORDS)
    group = shown(world).chat_id
    fresh = world.emulator.topics(group)[-1]
    assert fresh.id != topic.id
    assert fresh.name.startswith("#1001 🔴")
    first = next(m for m in world.emulator.chat(STAFF, group, fresh.id) if m.kind == "text")
    assert first.pinned
    world.heard()
    await world.emulator.user_presses(AIGUL, group, first.id, "take:1001")
    await world.settle()
    assert "Operator: Aigul" in world.emulator.telegram.state.messages[first.id].text
    await world.emulator.user_says(AIGUL, STAFF, "Where are you?", chat_id=group, thread=fresh.id)
    await world.settle()
    assert world.heard()[-1].text == "Operator: Where are you?"


async def test_words_in_the_old_topic_that_was_closed(world: World) -> None:
    """An administrator may still write there: it reaches the person, and what the person answers stands in the new one."""
    topic = await world.opens_case()
    await close_for_good(world, topic)
    await world.says(WORDS)
    world.heard()
    await world.emulator.user_says(AIGUL, STAFF, "Where are you?", chat_id=GROUP, thread=topic.id)
    await world.settle()
    assert world.heard()[-1].text == "Operator: Where are you?"


async def test_a_case_from_the_start_in_a_plain_group(world: World) -> None:
    """The card is an ordinary message; button, reply to the card, reply to the words, and words that are no reply."""
    await end_forum(world, Topic(0, ""))
    await world.says("SOS")
    card = next(m for m in world.in_group() if m.pinned)
    await world.emulator.user_presses(AIGUL, GROUP, card.id, "take:1001")
    await world.says(WORDS)
    assert shown(world).reply_to == card.id
    world.heard()
    for answered, text in (
        (card.id, "One"),
        (shown(world).id, "Two"),
        (None, "Tea?"),
        (world.in_group()[-1].id, "Three"),
    ):
        await world.emulator.user_says(AIGUL, STAFF, text, chat_id=GROUP, reply_to=answered)
        await world.settle()
    assert [m.text for m in world.heard()] == ["Operator: One", "Operator: Two", "Operator: Three"]
    await world.emulator.user_says(AIGUL, STAFF, "/close safe", chat_id=GROUP, reply_to=card.id)
    await world.settle()
    assert "Aigul has closed #1001" in world.in_group()[-1].text
    assert "closed" in world.emulator.telegram.state.messages[card.id].text


async def test_two_cases_in_a_plain_group_are_kept_apart(world: World) -> None:
    """A reply goes to the one whose message it answers."""
    await end_forum(world, Topic(0, ""))
    await world.says("SOS")
    await world.texts("SOS")
    await world.says("from Telegram")
    await world.texts("from a phone")
    for words, answer in (("from Telegram", "To her"), ("from a phone", "To the phone")):
        await world.emulator.user_says(AIGUL, STAFF, answer, chat_id=GROUP, reply_to=shown(world, words).id)
    await world.settle()
    assert world.heard()[-1].text == "Operator: To her"
    assert world.sms(GULNORA)[-1].body == "Operator: To the phone"
    assert count_of((m.text for m in world.in_group()), "has no topic") == 2
    assert count_of((m.text for m in world.private(NARGIZA)), "has no topics") == 1


async def test_out_of_the_group_everybody_on_duty_hears(world: World) -> None:
    """In private with the words, by SMS with the number alone; in the group it all stands once the bot is back."""
    await throw_out(world, Topic(0, ""))
    await world.says("SOS")
    await world.says(WORDS)
    for operator in (AIGUL, BEK):
        assert count_of((m.text for m in world.private(operator)), WORDS) == 1
    sms = [one.body for one in world.sms(AIGUL_PHONE)]
    assert count_of(sms, "Telegram tobu ishtebey") + count_of(sms, "Telegram тобу иштебей") == 1
    assert count_of(sms, "#1001") == len(sms)
    assert count_of(sms, "zxqvk") == 0
    world.emulator.telegram.state.groups[GROUP].bots.append(STAFF)
    await world.wind(61)
    (topic,) = world.emulator.topics(GROUP)
    assert WORDS in world.said_in(topic)
    assert next(m for m in world.in_topic(topic) if m.kind == "text").pinned
    assert count_of((m.text for m in world.private(AIGUL)), WORDS) == 1


async def test_a_photo_when_the_bot_is_out(world: World) -> None:
    """Files and places go the same way, and the photo of the answer reaches the person."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await throw_out(world, topic)
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "voice", b"a voice", "v.ogg")
    await world.settle()
    assert [m.kind for m in world.private(AIGUL)].count("voice") == 1
    message = world.private(AIGUL)[-1]
    await world.emulator.user_sends_file(AIGUL, STAFF, "document", b"a map", "a.pdf", reply_to=message.id)
    await world.settle()
    assert world.heard()[-1].kind == "document"


async def test_a_group_that_takes_no_photos(world: World) -> None:
    """Whoever has the case gets it in private; the topic says that there was one."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    said = "Bad Request: not enough rights to send photos to the chat"
    world.emulator.telegram.fail_next("sendPhoto", 400, {"ok": False, "error_code": 400, "description": said})
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "photo", b"a photo", "a.jpg", "the door")
    await world.settle()
    assert [(m.kind, m.text) for m in world.private(AIGUL)][-1] == ("photo", "#1001\nthe door")
    assert "The person sent a file" in world.said_in(topic)
    assert world.private(BEK) == []


async def test_a_file_that_telegram_gives_out_no_more(world: World) -> None:
    """It is said in the topic, and nobody is called elsewhere for it."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    before = len(world.private(AIGUL))
    said = "Bad Request: file is too big"
    world.emulator.telegram.fail_next("getFile", 400, {"ok": False, "error_code": 400, "description": said})
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "photo", b"a photo", "a.jpg")
    await world.settle()
    assert "The person sent a file" in world.said_in(topic)
    assert len(world.private(AIGUL)) == before


async def test_out_of_the_group_and_blocked_by_the_operator(world: World) -> None:
    """Then the coordinator has the words."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await throw_out(world, topic)
    world.emulator.telegram.block(AIGUL, STAFF)
    await world.says(WORDS)
    assert count_of((m.text for m in world.private(NARGIZA)), WORDS) == 1


async def test_after_a_restart_the_new_number_is_known(world: World) -> None:
    """It is stored: no call goes to the old number any more."""
    topic = await world.opens_case()
    await move_to_forum(world, topic)
    await world.says(WORDS)
    await world.stop()
    await world.start()
    del world.emulator.telegram.state.groups[GROUP]
    await world.says("SOS", DILFUZA + 1)
    assert [t.name.split()[0] for t in world.emulator.topics(SUPERGROUP)] == ["#1001", "#1002"]


GONE: dict[str, object] = {"ok": False, "error_code": 400, "description": "Bad Request: message thread not found"}
SHUT: dict[str, object] = {"ok": False, "error_code": 400, "description": "Bad Request: TOPIC_CLOSED"}
ODD: dict[str, object] = {"ok": False, "error_code": 400, "description": "Bad Request: CHANNEL_FORUM_MISSING"}
STUBBORN: dict[str, list[tuple[str, dict[str, object], int]]] = {
    "gone, and the new one too": [("sendMessage", GONE, 2)],
    "closed, and the new one too": [("sendMessage", SHUT, 3)],
    "closed, and something odd": [("sendMessage", SHUT, 1), ("reopenForumTopic", ODD, 1), ("createForumTopic", ODD, 1)],
    "gone, and something odd": [("sendMessage", GONE, 1), ("createForumTopic", ODD, 1)],
}


@pytest.mark.parametrize("faults", STUBBORN.values(), ids=list(STUBBORN))
async def test_what_does_not_heal_hangs_on_the_card(
    world: World, faults: list[tuple[str, dict[str, object], int]]
) -> None:
    """Not one topic after the other: after a new one that does not help either, none; and the words are there."""
    await world.writes("/take", await world.opens_case())
    for method, answer, times in faults:
        world.emulator.telegram.fail_next(method, 400, answer, times=times)
    await world.says(WORDS)
    assert len(world.emulator.topics(GROUP)) <= 2
    message = shown(world)
    assert message.text.startswith("#1001\n")
    assert world.emulator.telegram.state.messages[message.reply_to or 0].pinned
    world.heard()
    await world.emulator.user_says(AIGUL, STAFF, "Stay inside", GROUP, None, reply_to=message.id)
    await world.settle()
    assert world.heard()[-1].text == "Operator: Stay inside"


async def test_a_group_that_never_takes_anything_is_waited_for(world: World) -> None:
    """However often it says that a topic is gone: a bounded number of tries, then patience; the words arrive when it ends."""
    await world.writes("/take", await world.opens_case())
    world.emulator.telegram.fail_next("sendMessage", 400, GONE, times=200)
    before = len(world.emulator.log)
    await world.emulator.user_says(DILFUZA, PUBLIC, WORDS)
    await world.wait_for(lambda: len(world.emulator.log) > before + 5)
    await world.settle()
    assert len(world.emulator.log) < before + 60
    assert len(world.emulator.topics(GROUP)) <= 3
    world.emulator.telegram.clear()
    await world.wind(120)
    assert shown(world)


async def test_a_group_that_is_throttled_for_long(world: World) -> None:
    """The words go to those on duty at once, and into the topic when it is over; nobody is asked to mend anything."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.emulator.telegram.fail_next("sendMessage", 429, retry_after=600)
    await world.says(f"first {WORDS}")
    await world.says(f"second {WORDS}")
    private = [m.text for m in world.private(AIGUL)]
    assert count_of(private, f"first {WORDS}") == count_of(private, f"second {WORDS}") == 1
    assert WORDS not in world.said_in(topic)
    assert not any(m.text.startswith("🔧") for m in world.private(NARGIZA))
    await world.wind(601)
    assert count_of((m.text for m in world.in_topic(topic)), WORDS) == 2


async def test_a_flood_of_topics_is_waited_for(world: World) -> None:
    """The page goes at once; the topic and the words when Telegram lets them."""
    world.emulator.telegram.fail_next("createForumTopic", 429, retry_after=20)
    await world.says("SOS")
    await world.says(WORDS)
    assert len(world.pages(AIGUL)) == 1
    assert world.emulator.topics(GROUP) == []
    await world.wind(21)
    assert WORDS in world.said_in(world.emulator.topics(GROUP)[0])


async def test_a_card_that_was_deleted_comes_again(world: World) -> None:
    """So that there is always something with buttons."""
    topic = await world.opens_case()
    card = next(m for m in world.in_topic(topic) if m.pinned)
    await world.emulator.user_deletes(card.id)
    await world.writes("/take", topic)
    assert "Operator: Aigul" in next(m for m in world.in_topic(topic) if m.pinned).text


async def test_a_topic_deleted_after_the_end(world: World) -> None:
    """Somebody tidies up: no new topic for a case that is closed."""
    topic = await world.opens_case()
    await world.writes("/close done", topic)
    await delete(world, topic)
    await world.emulator.user_says(AIGUL, STAFF, "/oncall")
    await world.settle()
    assert world.emulator.topics(GROUP) == []


async def test_the_group_without_a_case(world: World) -> None:
    """What staff are told in the group itself reaches them in private when the bot is out."""
    await throw_out(world, Topic(0, ""))
    world.emulator.telegram.state.queues[PUBLIC].push("message", {"message_id": "nonsense"}, DILFUZA)
    await world.settle()
    assert count_of((m.text for m in world.private(AIGUL)), "could not be handled") == 1


@pytest.mark.parametrize("breaks", [end_forum, close_for_good, throw_out], ids=["plain", "closed", "thrown out"])
async def test_what_is_erased_leaves_no_word_anywhere(world: World, breaks: Break) -> None:
    """Also where it stood outside of a topic: in the group, in the old topic, in private chats."""
    topic = await world.opens_case()
    await world.says(f"first {WORDS}")
    await breaks(world, topic)
    await world.says(WORDS)
    assert shown(world)
    await world.says("DELETE")
    await world.presses("erase:yes")
    world.emulator.telegram.state.groups[GROUP].bots[:] = [STAFF]
    await world.wind(61)
    rooms = [world.emulator.chat(STAFF, chat) for chat in (GROUP, AIGUL, BEK, NARGIZA)]
    assert [m.text for room in rooms for m in room if "zxqvk" in m.text and m.from_bot and not m.deleted] == []
