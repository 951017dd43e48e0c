"""A hidden chat on the real libraries: messages are deleted on both sides, nothing of before is shown, what was held comes after."""

import pytest

from bot.emulator.model import Message
from bot.privacy import Seal
from bot.store.base import Hidden, Tx
from bot.wiping import DELETABLE
from dialogues.silence import ASK_AFTER
from hotline_router.case import ANSWERS_WITHIN
from tests.bot.test_safe_contact import BISHKEK, WARSAW, daytime, wind_to
from tests.world import ACKNOWLEDGE, AIGUL, BEK, DILFUZA, GROUP, GULNORA, PUBLIC, RUSTAM, STAFF, World

HELD = "The person has hidden the chat"
DAY = 86_400.0


def visible(world: World, who: int = DILFUZA) -> list[Message]:
    """What still stands in a person's chat, theirs and ours."""
    return [m for m in world.emulator.chat(PUBLIC, who) if not m.deleted]


async def hide(world: World, who: int = DILFUZA, word: str = "samovar") -> None:
    """The long way, with a word of one's own."""
    await world.says("/hide", who)
    await world.presses("hide:yes", who)
    await world.says(word, who)
    world.heard(who)


async def test_both_sides_are_deleted(world: World) -> None:
    """Ours and theirs, of all kinds; what is left is one harmless message."""
    await world.says("SOS")
    await world.emulator.user_sends_location(DILFUZA, PUBLIC, 55.75, 37.61)
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "voice", b"OggS", "voice.ogg")
    await world.settle()
    topic = world.emulator.topics(GROUP)[-1]
    await world.writes("Are you alone?", topic)
    await world.emulator.user_sends_file(
        AIGUL, STAFF, "photo", b"\x89PNG" * 10, "p.png", chat_id=GROUP, thread=topic.id
    )
    await world.settle()
    await hide(world)
    left = visible(world)
    assert len(left) == 1
    assert left[0].text == world.says_key("plain")
    gone = [m for m in world.emulator.chat(PUBLIC, DILFUZA) if m.deleted]
    assert {m.from_bot for m in gone} == {True, False}
    assert any("#1001" in m.text for m in gone)


async def test_another_chat_stays(world: World) -> None:
    """Only the chat of the one who asked."""
    await world.says("SOS", RUSTAM)
    before = len(visible(world, RUSTAM))
    await hide(world)
    assert len(visible(world, RUSTAM)) == before


async def test_a_hundred_at_a_time(world: World) -> None:
    """A long chat takes several calls."""
    for number in range(60):
        await world.emulator.user_says(DILFUZA, PUBLIC, f"menu {number}")
    await world.settle()
    assert len(visible(world)) > 100
    await hide(world)
    assert len(visible(world)) == 1


async def test_older_than_48_hours_stays(world: World) -> None:
    """Telegram allows no more; the younger ones go all the same, and the numbers of the old ones are forgotten."""
    await world.says("SOS")
    old = len(visible(world))
    await world.wind(DELETABLE + 60)
    await hide(world)
    assert len(visible(world)) == old + sum("Nobody has answered" in m.text for m in visible(world)) + 1
    numbers = {m.id for m in world.emulator.chat(PUBLIC, DILFUZA) if not m.deleted}
    known = {row[0] for row in world.rows("SELECT message FROM chat_message")}
    assert known <= numbers
    assert len(known) == 1


async def test_one_that_cannot_go_does_not_keep_the_others(world: World) -> None:
    """Telegram refuses a whole call because of one message: then each is deleted alone."""
    await world.says("menu")
    first = world.emulator.chat(PUBLIC, DILFUZA)[0]
    world.emulator.telegram.state.change(first, date=int(first.date - DELETABLE - DAY))
    await hide(world)
    assert [m.id for m in visible(world)][:1] == [first.id]
    assert len(visible(world)) == 2


async def test_what_waits_to_be_sent_goes_too(world: World) -> None:
    """A message that was on its way when the chat was hidden is not left standing."""
    await world.says("menu")
    await world.emulator.user_says(DILFUZA, PUBLIC, "/hide")
    await world.emulator.user_says(DILFUZA, PUBLIC, "how long may I stay in Russia")
    await world.emulator.user_says(DILFUZA, PUBLIC, "/hide")
    await world.settle()
    assert [m.text for m in visible(world)] == [world.says_key("plain")]


async def test_operators_words_wait(world: World) -> None:
    """Words, a photo, a place and a checked answer; the operator hears so each time, and all comes in its order."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await hide(world)
    assert HELD in world.said_in(topic)
    await world.writes("We are near.", topic)
    await world.writes("/send Come to the gate.", topic)
    await world.emulator.user_sends_location(AIGUL, STAFF, 42.87, 74.59, chat_id=GROUP, thread=topic.id)
    await world.settle()
    assert world.heard() == []
    assert world.said_in(topic).count("This waits for them") == 3
    await world.says("who")
    assert "Operator" not in world.words()
    await world.says("samovar")
    said = world.heard()
    assert [m.text for m in said[:3]] == [
        world.says_key("hide-back"),
        "Operator: We are near.",
        "Operator: Come to the gate.",
    ]
    assert said[3].kind == "location"
    assert "The person is back" in world.said_in(topic)
    await world.writes("Good.", topic)
    assert [m.text for m in world.heard()] == ["Operator: Good."]


async def test_the_ladder_is_silent(world: World) -> None:
    """Nobody answers for long: the staff are paged on and on, the hidden chat shows nothing; afterwards how things stand, once."""
    await world.opens_case()
    await hide(world)
    for _ in range(5):
        await world.wind(ACKNOWLEDGE)
    assert world.heard() == []
    assert world.pages(BEK)
    await world.says("samovar")
    assert world.words().count("Nobody has answered yet") == 1


async def test_a_cry_in_hiding_wakes_the_staff(world: World) -> None:
    """The case is open, the operator paged and told; the phone shows a sentence that says nothing to others."""
    await hide(world)
    await world.says("help, they beat me")
    topic = world.emulator.topics(GROUP)[-1]
    assert "help, they beat me" in world.said_in(topic)
    assert HELD in world.said_in(topic)
    assert len(world.pages(AIGUL)) == 1
    assert [m.text for m in visible(world)] == [world.heard(fresh=False)[-1].text], "the cry itself is deleted too"
    words = world.words()
    assert "is being passed on now" in words
    assert "102" in words
    assert "#" not in words
    await world.writes("/take", topic)
    await world.writes("Where are you?", topic)
    assert world.heard() == []
    await world.says("samovar")
    assert "Operator: Where are you?" in world.words()


async def test_erasing_in_hiding(world: World) -> None:
    """Nothing is left: not what was held, not the numbers of messages."""
    topic = await world.opens_case()
    await hide(world)
    await world.writes("We are near.", topic)
    await world.says("DELETE")
    await world.presses("plain-erase:yes")
    assert world.words().endswith(world.says_key("plain-erased"))
    for table in ("person", "hidden_message", "chat_message"):
        assert world.rows(f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608 – the names above
    await world.says("hello")
    assert "SOS" in world.words(), "who starts anew is a new person"


async def test_a_restart_changes_nothing(world: World) -> None:
    """Hidden stays hidden, held stays held."""
    topic = await world.opens_case()
    await hide(world)
    await world.writes("We are near.", topic)
    await world.stop()
    await world.start()
    await world.says("menu")
    assert world.words() == world.says_key("plain")
    await world.says("samovar")
    assert "Operator: We are near." in world.words()


async def test_by_sms(world: World) -> None:
    """Nothing is deleted and nothing pretended: the SMS before says so, the one after is harmless."""
    for text in ("SOS", "HIDE", "1", "samovar"):
        await world.texts(text)
    topic = world.emulator.topics(GROUP)[-1]
    explained, asked, plain = (one.body for one in world.sms()[-3:])
    assert "I cannot delete SMS" in explained
    assert "samovar" not in asked
    assert plain.startswith("Information about work and life abroad")
    count = len(world.sms())
    await world.writes("Are you alone?", topic)
    await world.wind(ACKNOWLEDGE)
    assert len(world.sms()) == count
    await world.texts("samovar")
    assert any("Operator: Are you alone?" in one.body for one in world.sms(GULNORA)[count:])


async def test_kept_until_the_hours_and_hidden_meanwhile(world: World) -> None:
    """Hours that begin show nothing in a hidden chat; what was kept when it was hidden is not deleted unread."""
    topic = await daytime(world)
    await hide(world)
    await world.writes("Are you safe?", topic)
    await world.says("samovar")
    world.heard()
    await world.wind(ANSWERS_WITHIN + 1)
    await world.writes("We are near.", topic)
    await world.says("/hide")
    assert world.words() == world.says_key("plain")
    await world.wind(ANSWERS_WITHIN + 1)
    await world.writes("We wait at the gate.", topic)
    await wind_to(world, 9, WARSAW)
    count = world.said_in(topic).count("This waits for them")
    await world.writes("/now They asked for it.", topic)
    assert world.said_in(topic).count("This waits for them") == count + 1
    assert world.heard() == []
    await world.says("samovar")
    said = [m.text for m in world.heard()]
    assert said[1:3] == ["Operator: We are near.", "Operator: We wait at the gate."]
    assert world.rows("SELECT count(*) FROM held") == [(0,)]


HOURS = [
    ("by day", 12, "", True),
    ("at night", 23, "", False),
    ("in the hours that they chose", 12, "11:00-13:00", True),
    ("outside of them", 15, "11:00-13:00", False),
]


@pytest.mark.parametrize(("hour", "hours", "is_asked"), [row[1:] for row in HOURS], ids=[row[0] for row in HOURS])
async def test_when_silence_is_spoken_to(world: World, hour: int, hours: str, *, is_asked: bool) -> None:
    """By day, and in the hours in which the person may be written to."""
    await wind_to(world, hour, BISHKEK)
    if hours:
        await world.says("CONTACT")
        await world.presses("contact:hours")
        await world.says(hours)
    await world.says("JOB")
    await world.presses("offer:begin")
    world.heard()
    await world.wind(ASK_AFTER["telegram"] + 1)
    assert (world.words() == world.says_key("silence")) == is_asked


def test_no_word_in_the_database() -> None:
    """A word makes another hash for another person and with another key; an older key still knows it."""
    seal, later, other = Seal(["k" * 43]), Seal(["n" * 43, "k" * 43]), Seal(["x" * 43])
    mark = seal.mark(1, "samovar")
    assert "samovar" not in mark
    assert mark != seal.mark(2, "samovar")
    assert seal.is_mark(mark, 1, "samovar")
    assert later.is_mark(mark, 1, "samovar")
    assert not seal.is_mark(mark, 1, "kabutar")
    assert not seal.is_mark(mark, 2, "samovar")
    assert not other.is_mark(mark, 1, "samovar")


@pytest.mark.parametrize("held", [0, 3])
async def test_hidden_rows(world: World, held: int) -> None:
    """What is held is taken once, in its order."""

    def work(tx: Tx) -> list[list[int]]:
        for number in range(held):
            tx.hide(Hidden(5, 1, number, "telegram", b"sealed"))
        tx.hide(Hidden(6, 1, 99, "telegram", b"of another person"))
        return [[one.case for one in tx.take_hidden(5)] for _ in range(2)]

    assert await world.panoh.store.run(work) == [list(range(held)), []]
