"""What staff can do besides taking and closing: reopen, urgent, mute, checked answers, a second look at long SMS; each by button and word."""

import pytest

from bot import relay
from tests.world import AIGUL, BEK, DILFUZA, GROUP, GULNORA, PUBLIC, STAFF, World, count_of

LONG = (
    "Go to the shop with the green sign, wait inside until the woman in the red coat comes, and show her this text. "
    * 4
)
LANG_OF_AIGUL = "ky"


async def on_card(world: World, command: str, who: int = AIGUL) -> None:
    """Somebody presses a button of the newest message that has it."""
    button = f"{command}:1001"
    message = next(
        m for m in reversed(world.in_group()) if any(b["data"].startswith(button) for r in m.buttons for b in r)
    )
    data = next(b["data"] for r in message.buttons for b in r if b["data"].startswith(button))
    await world.emulator.user_presses(who, GROUP, message.id, data)
    await world.settle()


def card(world: World) -> str:
    """The card of the first case as it is now."""
    return next(m for m in world.in_group() if m.pinned).text


either_way = pytest.mark.parametrize("by_word", [True, False], ids=["word", "button"])


@either_way
async def test_reopening(world: World, *, by_word: bool) -> None:
    """A closed case is open again, and goes on; an open one is left alone."""
    topic = await world.opens_case()
    await world.writes("/close by mistake", topic)
    assert "Status: closed" in card(world)
    await (world.writes("/reopen", topic) if by_word else on_card(world, "reopen"))
    assert "Status: taken" in card(world)
    await world.writes("/reopen", topic)
    assert "#1001 is open" in world.said_in(topic)
    await world.says("Thank you")
    assert "💬 Thank you" in world.said_in(topic)


async def routine(world: World) -> None:
    """A case that is not urgent: somebody asks for a person."""
    await world.says("/start")
    await world.says("I want to talk to a person")
    if not world.emulator.topics(GROUP):
        await world.presses("way:person")


@either_way
async def test_making_it_urgent(world: World, *, by_word: bool) -> None:
    """The card says so, and it is paged as an urgent one from now on; a second time changes nothing."""
    await routine(world)
    (topic,) = world.emulator.topics(GROUP)
    assert "URGENT" not in card(world)
    pages = len(world.pages(AIGUL))
    await (world.writes("/urgent", topic, BEK) if by_word else on_card(world, "urgent", BEK))
    assert "URGENT" in card(world)
    assert len(world.pages(AIGUL)) == pages + 1
    assert world.emulator.topics(GROUP)[0].name.startswith("#1001 🔴")
    await world.writes("/urgent", topic, BEK)
    assert "#1001 is urgent already" in world.said_in(topic)
    assert len(world.pages(AIGUL)) == pages + 1


@either_way
async def test_muting(world: World, *, by_word: bool) -> None:
    """Nothing more is shown, all of it is kept; who is heard again is shown whole."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await (world.writes("/mute", topic) if by_word else on_card(world, "mute"))
    assert "🔇 muted" in card(world)
    for number in range(3):
        await world.says(f"ha ha {number}")
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "photo", b"joke", "a.jpg")
    await world.settle()
    assert "ha ha" not in world.said_in(topic)
    await (world.writes("/unmute", topic) if by_word else on_card(world, "unmute"))
    assert "💬 ha ha 0\n💬 ha ha 1\n💬 ha ha 2" in world.said_in(topic)
    assert [m.kind for m in world.in_topic(topic)].count("photo") == 1
    assert "muted" not in card(world)
    await world.says("sorry")
    assert "💬 sorry" in world.said_in(topic)


async def test_a_cry_of_somebody_who_is_muted(world: World) -> None:
    """Each time the emergency numbers, once a page and the words, and nothing climbs."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await world.writes("/mute", topic)
    pages = len(world.pages(AIGUL))
    for number in range(3):
        world.heard()
        await world.says(f"help me, he wants to kill me {number}")
        assert "102" in world.words()
    assert len(world.pages(AIGUL)) == pages + 1
    assert count_of((m.text for m in world.in_topic(topic)), "he wants to kill me") == 1
    await world.wind(3600)
    assert world.pages(BEK) == []


async def test_muting_takes_the_case(world: World) -> None:
    """An urgent case must have an owner, also one that is a joke."""
    topic = await world.opens_case()
    await world.writes("/mute drunk", topic, BEK)
    assert "Operator: Bek" in card(world)
    await world.wind(3600)
    assert world.pages(BEK) == []


async def test_a_flood_is_bundled(world: World) -> None:
    """Fifty messages in a breath: the first ones at once, the rest in a few messages, in order, and every one of them."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    before = len(world.in_topic(topic))
    for number in range(50):
        await world.emulator.user_says(DILFUZA, PUBLIC, f"line {number}.")
    await world.settle()
    await world.wind(relay.BUNDLE_SECONDS + 1)
    said = [m.text for m in world.in_topic(topic)[before:]]
    assert len(said) <= relay.FLOOD + 2
    lines = [line for text in said for line in text.split("\n")]
    assert lines == [f"💬 line {number}." for number in range(50)]


async def test_a_cry_in_a_flood_is_shown_at_once(world: World) -> None:
    """What waited goes before it."""
    topic = await world.opens_case()
    for number in range(relay.FLOOD + 5):
        await world.says(f"line {number}.")
    assert f"line {relay.FLOOD + 4}." not in world.said_in(topic)
    await world.says("he wants to kill me")
    lines = [line for m in world.in_topic(topic) for line in m.text.split("\n") if line.startswith("💬")]
    assert lines[-2:] == [f"💬 line {relay.FLOOD + 4}.", "💬 he wants to kill me"]


async def test_erased_while_words_wait(world: World) -> None:
    """They are gone with the person, and nothing fails."""
    await world.opens_case()
    for number in range(relay.FLOOD + 5):
        await world.says(f"line {number}.")
    await world.says("DELETE")
    await world.presses("erase:yes")
    await world.wind(relay.BUNDLE_SECONDS + 1)
    assert world.emulator.topics(GROUP) == []
    assert count_of((m.text for m in world.in_group() if not m.deleted), "line") == 0


# Checked answers


@either_way
async def test_a_checked_answer(world: World, *, by_word: bool) -> None:
    """The operator reads it in their language; the person gets it in theirs."""
    await world.says("/start")
    await world.presses("language:uz")
    topic = await world.opens_case()
    await world.writes("/faq passport taken by the boss", topic)
    known = world.content.faq.topics["passport-taken"]
    found = world.in_topic(topic)[-1]
    assert known.question[LANG_OF_AIGUL].casefold()[:30] in found.text.casefold()
    assert "/answer passport-taken" in found.text
    world.heard()
    await (world.writes("/answer passport-taken", topic) if by_word else on_card(world, "answer"))
    heard = world.heard()[-1].text
    assert heard.startswith(known.answer().say("uz")[:40])
    assert "Aigul sent a checked answer" in world.said_in(topic)
    assert "Status: waiting for the person" in card(world)


async def test_another_answer_that_was_found(world: World) -> None:
    """Its button shows it first."""
    topic = await world.opens_case()
    await world.writes("/faq wages", topic)
    found = world.in_topic(topic)[-1]
    other = next(b["data"] for row in found.buttons for b in row if b["data"].startswith("faq:"))
    await world.emulator.user_presses(AIGUL, GROUP, found.id, other)
    await world.settle()
    assert f"/answer {other.rpartition(':')[2]}" in world.in_topic(topic)[-1].text


async def test_a_checked_answer_by_sms(world: World) -> None:
    """In its short form, without a second look."""
    await world.texts("SOS")
    (topic,) = world.emulator.topics(GROUP)
    await world.writes("/answer passport-taken", topic)
    known = world.content.faq.topics["passport-taken"]
    assert world.sms()[-1].body[:30] == known.answer().say("en", sms=True)[:30]


@pytest.mark.parametrize("words", ["/faq", "/faq zzzz qqqq", "/answer", "/answer no-such-topic"])
async def test_no_checked_answer(world: World, words: str) -> None:
    """It is said, and the person hears nothing."""
    topic = await world.opens_case()
    world.heard()
    before = len(world.in_topic(topic))
    await world.writes(words, topic)
    assert len(world.in_topic(topic)) == before + 2
    assert world.heard() == []


async def test_an_answer_outside_of_a_case_is_only_read(world: World) -> None:
    """In the group and in private, in the operator's language."""
    await world.emulator.user_says(AIGUL, STAFF, "/faq passport taken by the boss", chat_id=GROUP)
    await world.emulator.user_says(AIGUL, STAFF, "/faq passport taken by the boss")
    await world.emulator.user_says(AIGUL, STAFF, "/faq")
    await world.settle()
    wording = world.content.faq.topics["passport-taken"].question[LANG_OF_AIGUL].casefold()[:30]
    for message in (world.in_group()[-1], world.private(AIGUL)[0]):
        assert wording in message.text.casefold()
        assert message.buttons == []
    assert len(world.private(AIGUL)) == 2


async def test_words_for_a_button_that_needs_them(world: World) -> None:
    """Note and Faq say how; Handover asks to whom, and a name is enough."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    assert "Write // and your note" in await world.taps("note:1001", topic)
    assert "Write /faq" in await world.taps("faq:1001", topic)
    await world.taps("handover:1001", topic)
    assert "Who takes over?" in world.said_in(topic)


async def test_handing_over_by_buttons(world: World) -> None:
    """To a colleague whose name is pressed; the card says that it is handed over until they do something."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await world.taps("handover:1001", topic)
    choice = world.in_topic(topic)[-1]
    assert [b["text"] for row in choice.buttons for b in row] == ["Bek", "Nargiza"]
    await world.emulator.user_presses(AIGUL, GROUP, choice.id, "handover:1001:bek")
    await world.settle()
    assert "Status: handed over" in card(world)
    assert len(world.pages(BEK)) == 1
    await world.emulator.user_presses(BEK, BEK, world.pages(BEK)[0].id, "take:1001")
    await world.settle()
    assert "Status: taken" in card(world)
    await world.wind(600)
    assert "Operator: Bek" in card(world)


async def test_where_a_case_stands(world: World) -> None:
    """An operator has written, the person has not answered yet; then they have."""
    topic = await world.opens_case()
    await world.writes("Where are you?", topic)
    assert "Status: waiting for the person" in card(world)
    await world.writes("// no answer yet", topic)
    assert "Status: waiting for the person" in card(world)
    await world.says("In the cellar")
    assert "Status: taken" in card(world)


# Long words for a phone with keys


async def sms_topic(world: World, language: str = "en") -> int:
    """A case by SMS; the number of its topic."""
    await world.texts(f"LANG {language}")
    await world.texts("SOS")
    return world.emulator.topics(GROUP)[-1].id


@either_way
async def test_long_words_by_sms_are_looked_at_first(world: World, *, by_word: bool) -> None:
    """They are shown with what they cost; one word sends them, once."""
    await sms_topic(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.writes("/take", topic)
    before = len(world.sms())
    await world.writes(LONG, topic)
    assert len(world.sms()) == before
    assert "this takes 3 SMS" in world.said_in(topic)
    await (world.writes("/confirm", topic) if by_word else on_card(world, "confirm"))
    assert [sms.body for sms in world.sms()[before:]] == [f"Operator: {LONG}".strip()]
    await world.writes("/confirm", topic)
    assert "Nothing waits to be confirmed" in world.said_in(topic)
    assert len(world.sms()) == before + 1


@either_way
async def test_in_latin_letters_it_is_cheaper(world: World, *, by_word: bool) -> None:
    """The Latin form is shown with its price, and can be sent."""
    await sms_topic(world, "ru")
    (topic,) = world.emulator.topics(GROUP)
    await world.writes("Идите в магазин с зелёной вывеской и ждите внутри. " * 5, topic)
    assert "In Latin letters it takes 2" in world.said_in(topic)
    await (world.writes("/latin", topic) if by_word else on_card(world, "latin"))
    sent = world.sms()[-1]
    assert sent.encoding == "GSM-7"
    assert "Idite v magazin" in sent.body


async def test_short_words_go_at_once(world: World) -> None:
    """Two segments are no reason to wait."""
    await sms_topic(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.writes("Wait inside. " * 20, topic)
    assert "Wait inside" in world.sms()[-1].body


async def test_words_that_are_changed_before_they_are_confirmed(world: World) -> None:
    """The newest count; the person never hears of the older ones."""
    await sms_topic(world)
    (topic,) = world.emulator.topics(GROUP)
    await world.writes("/take", topic)
    message = await world.emulator.user_says(AIGUL, STAFF, LONG, chat_id=GROUP, thread=topic.id)
    await world.settle()
    before = len(world.sms(GULNORA))
    await world.emulator.user_edits(message.id, LONG.replace("green", "blue"))
    await world.settle()
    assert len(world.sms(GULNORA)) == before
    await world.writes("/confirm", topic)
    (sent,) = world.sms(GULNORA)[before:]
    assert "blue" in sent.body
    assert "correction" not in sent.body
