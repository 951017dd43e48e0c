"""The staff's side: taking a case in every way, answering, notes, handing over, looking who it is, closing; both directions."""

import pytest

from tests.world import (
    AIGUL,
    AIGUL_PHONE,
    BEK,
    BEK_PHONE,
    DILFUZA,
    GROUP,
    GULNORA,
    NARGIZA,
    PUBLIC,
    STAFF,
    STRANGER,
    World,
    count_of,
)


async def sms_case(world: World) -> int:
    """A case by SMS; the number of its topic."""
    await world.texts("SOS")
    return world.emulator.topics(GROUP)[-1].id


# Taking


async def test_take_by_the_button_on_the_card(world: World) -> None:
    """The person hears it, the card and the others who were paged too."""
    topic = await world.opens_case()
    world.heard()
    assert await world.taps("take:1001", topic) == ""
    assert "An operator of the hotline is here" in world.words()
    card = next(m for m in world.in_topic(topic) if m.pinned)
    assert "Operator: Aigul" in card.text
    assert "Status: taken" in card.text
    commands = ("close", "reveal", "handover", "faq", "note", "mute")
    assert [b["data"] for row in card.buttons for b in row] == [f"{one}:1001" for one in commands]


async def test_take_by_the_button_on_the_page(world: World) -> None:
    """In the private chat with the staff bot."""
    topic = await world.opens_case()
    await world.emulator.user_presses(AIGUL, AIGUL, world.pages(AIGUL)[0].id, "take:1001")
    await world.settle()
    assert "Aigul has taken #1001" in world.said_in(topic)


@pytest.mark.parametrize("words", ["/take", "/take@panoh_staff_bot", "/TAKE"])
async def test_take_by_word_in_the_topic(world: World, words: str) -> None:
    """The person never sees the word."""
    topic = await world.opens_case()
    world.heard()
    await world.writes(words, topic, BEK)
    assert "Bek has taken #1001" in world.said_in(topic)
    assert "take" not in world.words().casefold().replace("taken", "")


@pytest.mark.parametrize("words", ["1001", "#1001", "/take 1001", "I take #1001"])
async def test_take_by_the_number_in_private(world: World, words: str) -> None:
    """A tired operator writes the number, however."""
    topic = await world.opens_case()
    await world.emulator.user_says(AIGUL, STAFF, words)
    await world.settle()
    assert "Aigul has taken #1001" in world.said_in(topic)


@pytest.mark.parametrize("words", ["1001", "#1001", " 1001 ok"])
async def test_take_by_answering_the_page_by_sms(world: World, words: str) -> None:
    """From the phone of the roster; the operator is told that it worked."""
    topic = await world.opens_case()
    await world.texts(words, BEK_PHONE)
    assert "Bek has taken #1001" in world.said_in(topic)
    assert "#1001" in world.sms(BEK_PHONE)[-1].body
    assert len(world.emulator.topics(GROUP)) == 1


async def test_the_number_of_a_case_from_another_phone_is_a_persons_message(world: World) -> None:
    """Nobody outside the roster can take anything by SMS."""
    topic = await world.opens_case()
    await world.texts("1001", GULNORA)
    assert "has taken" not in world.said_in(topic)


async def test_an_operators_own_cry_for_help_is_heard(world: World) -> None:
    """Operators are people too: what is not a number of a case opens one."""
    await world.texts("SOS", BEK_PHONE)
    assert len(world.emulator.topics(GROUP)) == 1


async def test_writing_in_the_topic_takes_the_case(world: World) -> None:
    """And the words arrive, after the word that an operator is here."""
    topic = await world.opens_case()
    world.heard()
    await world.writes("Where are you?", topic, BEK)
    assert "Bek has taken #1001" in world.said_in(topic)
    assert [m.text for m in world.heard()][-1] == "Operator: Where are you?"


async def test_two_take_at_once(world: World) -> None:
    """One has it; the other is told who."""
    topic = await world.opens_case()
    await world.taps("take:1001", topic, AIGUL)
    await world.writes("/take", topic, BEK)
    assert count_of((m.text for m in world.in_topic(topic)), "has taken") == 1
    assert "#1001 is already with Aigul" in world.said_in(topic)


async def test_a_second_press_on_an_old_page_says_who_has_it(world: World) -> None:
    """Bek was paged after Aigul, and presses when she has it already."""
    topic = await world.opens_case()
    await world.wind(181)
    await world.taps("take:1001", topic, AIGUL)
    number = await world.emulator.user_presses(BEK, BEK, world.pages(BEK)[0].id, "take:1001")
    await world.settle()
    assert "Aigul" in world.emulator.telegram.state.presses[number].text
    assert count_of((m.text for m in world.in_topic(topic)), "has taken") == 1


async def test_others_who_were_paged_hear_that_it_is_taken(world: World) -> None:
    """So that nobody gets up for nothing."""
    topic = await world.opens_case()
    await world.wind(181)
    await world.writes("/take", topic, BEK)
    assert "#1001" in world.private(AIGUL)[-1].text
    assert "Bek" in world.private(AIGUL)[-1].text


# Who may not


async def test_an_anonymous_administrator(world: World) -> None:
    """Nobody knows who it is: nothing is taken, nothing is sent, and it is said why."""
    topic = await world.opens_case()
    world.heard()
    for words in ("/take", "Where are you?", "// a note"):
        await world.writes(words, topic, AIGUL, anonymous=True)
    assert count_of((m.text for m in world.in_topic(topic)), "I cannot see who you are") == 3
    assert "has taken" not in world.said_in(topic)
    assert world.heard() == []


async def test_a_stranger_in_the_group(world: World) -> None:
    """A member who is not on the roster can neither take, nor write to the person, nor look."""
    topic = await world.opens_case()
    world.heard()
    for words in ("/take", "Where are you?", "/reveal please", "/close"):
        await world.writes(words, topic, STRANGER)
    assert "not on the roster" in await world.taps("take:1001", topic, STRANGER)
    assert "has taken" not in world.said_in(topic)
    assert world.heard() == []
    assert world.private(STRANGER) == []


async def test_a_stranger_in_private(world: World) -> None:
    """They learn their own number, for the coordinator, and nothing about cases."""
    await world.opens_case()
    for words in ("/start", "1001", "/take 1001", "/oncall"):
        await world.emulator.user_says(STRANGER, STAFF, words)
    await world.settle()
    said = [m.text for m in world.private(STRANGER)]
    assert len(said) == 4
    assert all(str(STRANGER) in text and "Aigul" not in text for text in said)


async def test_a_button_of_no_case(world: World) -> None:
    """A card of another installation, or a made-up one: an answer, no error."""
    topic = await world.opens_case()
    card = next(m for m in world.in_topic(topic) if m.pinned)
    for button in ("take:9999", "take:", "fly:1001", ""):
        state = world.emulator.telegram.state
        markup = {"inline_keyboard": [[{"text": "x", "callback_data": button}]]}
        state.change(state.messages[card.id], markup=markup)
        number = await world.emulator.user_presses(AIGUL, GROUP, card.id, button)
        await world.settle()
        assert state.presses[number].answered
    assert world.rows("SELECT count(*) FROM dead_letter") == [(0,)]
    assert "has taken" not in world.said_in(topic)


# What never reaches the person


@pytest.mark.parametrize(
    "words",
    ["// she sounds drunk", "//note", "/note call the shelter", "/foo bar", "/", "/ take", "/Где вы?", "/oncall"],
)
async def test_notes_and_commands_never_reach_the_person(world: World, words: str) -> None:
    """Whatever begins with a slash stays among colleagues, known or not."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.heard()
    await world.writes(words, topic)
    assert world.heard() == []
    assert len(world.in_topic(topic)) > 3


@pytest.mark.parametrize("words", ["// his passport", "/note his passport", "/foo"])
async def test_a_photo_with_a_note_under_it_stays_here(world: World, words: str) -> None:
    """The words under a file count as words."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.heard()
    await world.emulator.user_sends_file(AIGUL, STAFF, "photo", b"1", "a.jpg", words, GROUP, topic.id)
    await world.settle()
    assert world.heard() == []


async def test_any_number_in_private(world: World) -> None:
    """A number that is no case is greeted, however long it is."""
    for words in ("7", "99999999999999999999999999", "+996 555 000 001"):
        await world.emulator.user_says(AIGUL, STAFF, words)
    await world.settle()
    assert len(world.private(AIGUL)) == 3
    assert world.rows("SELECT count(*) FROM dead_letter") == [(0,)]


@pytest.mark.parametrize("words", ["// call the shelter", "//call the shelter", "/note call the shelter"])
async def test_a_note_is_kept(world: World, words: str) -> None:
    """In the history of the case; that is said in the topic."""
    topic = await world.opens_case()
    await world.writes(words, topic)
    assert "Note kept" in world.said_in(topic)
    assert world.rows("SELECT who FROM entry WHERE kind = 'note'") == [("aigul",)]
    assert "has taken" not in world.said_in(topic)


async def test_an_unknown_command_is_answered(world: World) -> None:
    """So that nobody believes it did something."""
    topic = await world.opens_case()
    await world.writes("/clsoe done", topic)
    assert "I do not know /clsoe; nothing was sent" in world.said_in(topic)


async def test_talk_outside_topics_of_cases(world: World) -> None:
    """Colleagues talk in the group and in topics of their own; the bot is silent and nothing goes anywhere."""
    await world.opens_case()
    world.heard()
    tea = await world.emulator.add_topic(GROUP, "Tea")
    before = len(world.in_group())
    await world.emulator.user_says(AIGUL, STAFF, "Good morning", chat_id=GROUP)
    await world.emulator.user_says(AIGUL, STAFF, "Who has sugar?", chat_id=GROUP, thread=tea.id)
    await world.settle()
    assert len(world.in_group()) == before + 2
    assert world.heard() == []


async def test_a_command_outside_topics_of_cases(world: World) -> None:
    """It is said that there is no case here."""
    await world.emulator.user_says(AIGUL, STAFF, "/take", chat_id=GROUP)
    await world.settle()
    assert "no case in this topic" in world.in_group()[-1].text


async def test_oncall(world: World) -> None:
    """In the group and in private: who is on duty."""
    await world.emulator.user_says(AIGUL, STAFF, "/oncall", chat_id=GROUP)
    await world.emulator.user_says(BEK, STAFF, "/oncall")
    await world.settle()
    for text in (world.in_group()[-1].text, world.private(BEK)[-1].text):
        assert all(name in text for name in ("Aigul", "Bek", "Nargiza"))


# Handing over, closing


@pytest.mark.parametrize("to", ["bek", "@Bek", "Bek"])
async def test_handing_over(world: World, to: str) -> None:
    """The other one is paged, the card shows it, the person hears it without a name."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.heard()
    await world.writes(f"/handover {to}", topic)
    assert len(world.pages(BEK)) == 1
    assert len(world.sms(BEK_PHONE)) == 1
    assert "Bek has taken over #1001" in world.said_in(topic)
    words = world.words()
    assert "Another operator" in words
    assert "Bek" not in words
    assert "Operator: Bek" in next(m for m in world.in_topic(topic) if m.pinned).text


@pytest.mark.parametrize("to", ["nobody", "@stranger"])
async def test_handing_over_to_nobody(world: World, to: str) -> None:
    """Nothing changes, and the names that would work are said."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await world.writes(f"/handover {to}", topic)
    assert "Aigul, Bek, Nargiza" in world.said_in(topic)
    assert "Operator: Aigul" in next(m for m in world.in_topic(topic) if m.pinned).text


async def test_closing_and_what_comes_after(world: World) -> None:
    """The person hears it; words in the closed topic go nowhere; /take opens it again."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.heard()
    await world.writes("/close safe at home", topic)
    assert "closed #1001" in world.words()
    assert "Aigul has closed #1001" in world.said_in(topic)
    assert world.emulator.topics(GROUP)[0].name.startswith("#1001 ✅")
    assert world.rows("SELECT count(*) FROM timer WHERE owner LIKE 'case:%'") == [(0,)]
    await world.writes("One more thing", topic)
    assert world.heard() == []
    assert "#1001 is closed" in world.said_in(topic)
    await world.writes("/take", topic)
    await world.writes("One more thing", topic)
    assert "Operator: One more thing" in world.words()
    await world.says("Thank you")
    assert "💬 Thank you" in world.said_in(topic)


async def test_after_closing_a_new_cry_is_a_new_case(world: World) -> None:
    """With a topic and a page of its own."""
    topic = await world.opens_case()
    await world.writes("/close done", topic)
    await world.opens_case()
    assert [t.name.split()[0] for t in world.emulator.topics(GROUP)] == ["#1001", "#1002"]
    assert len(world.pages(AIGUL)) == 2


async def test_closing_twice(world: World) -> None:
    """Nobody hears it twice."""
    topic = await world.opens_case()
    await world.writes("/close", topic)
    world.heard()
    await world.writes("/close", topic)
    assert world.heard() == []


# Who is it


async def test_reveal_stands_only_in_the_private_chat_and_is_logged(world: World) -> None:
    """Name, account, number and place to the one who asks; who looked and why stands in the topic."""
    await world.emulator.add_user(DILFUZA, "Dilfuza", "dilfuza_acc", "en")
    topic = await world.opens_case()
    await world.emulator.user_sends_location(DILFUZA, PUBLIC, 55.751244, 37.618423)
    await world.emulator.user_sends_contact(DILFUZA, PUBLIC, "+79995550101", "Mother")
    await world.settle()
    assert "Reveal shows it to you alone" in world.said_in(topic)
    await world.writes("/reveal ambulance needs the address", topic)
    told = world.private(AIGUL)[-1].text
    for part in ("Dilfuza", "@dilfuza_acc", str(DILFUZA), "55.751244", "37.618423", "+79995550101"):
        assert part in told
    assert "Aigul opened the identity" in world.said_in(topic)
    assert "ambulance needs the address" in world.said_in(topic)
    for part in ("Dilfuza", "dilfuza_acc", "55.75", "+7999"):
        assert count_of((m.text for m in world.in_group()), part) == 0
    assert world.rows("SELECT count(*) FROM entry WHERE kind = 'reveal' AND who = 'aigul'") == [(1,)]


async def test_reveal_without_a_reason(world: World) -> None:
    """Neither the word alone nor the button shows anything; both ask why."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    before = len(world.private(AIGUL))
    await world.writes("/reveal", topic)
    assert "Write /reveal and the reason" in world.said_in(topic)
    assert "Write /reveal and the reason" in await world.taps("reveal:1001", topic)
    assert len(world.private(AIGUL)) == before


async def test_reveal_of_an_erased_person(world: World) -> None:
    """There is nothing left to show."""
    await world.opens_case()
    await world.says("DELETE")
    await world.presses("erase:yes")
    assert world.emulator.topics(GROUP) == []
    await world.emulator.user_says(AIGUL, STAFF, "1001")
    await world.settle()
    assert all("Dilfuza" not in m.text for m in world.private(AIGUL))
    assert world.rows("SELECT count(*) FROM person") == [(0,)]


# Files and alphabets, both ways

FILES = ["photo", "voice", "video", "audio", "document"]


@pytest.mark.parametrize("kind", FILES)
async def test_a_file_of_the_person_reaches_the_topic(world: World, kind: str) -> None:
    """The very bytes, with the words that stood under it."""
    topic = await world.opens_case()
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, kind, b"bytes of it", "a.bin", "the door")
    await world.settle()
    sent = world.in_topic(topic)[-1]
    assert (sent.kind, sent.text, getattr(sent.media, "data", b"")) == (kind, "the door", b"bytes of it")


@pytest.mark.parametrize("kind", FILES)
async def test_a_file_of_the_operator_reaches_the_person(world: World, kind: str) -> None:
    """And takes the case, as words do."""
    topic = await world.opens_case()
    await world.emulator.user_sends_file(
        AIGUL, STAFF, kind, b"a map", "a.bin", "go here", chat_id=GROUP, thread=topic.id
    )
    await world.settle()
    sent = world.heard()[-1]
    assert (sent.kind, sent.text, getattr(sent.media, "data", b"")) == (kind, "go here", b"a map")
    assert "Aigul has taken" in world.said_in(topic)


async def test_places_stickers_and_changed_words(world: World) -> None:
    """A place of the operator arrives; a sticker and a changed message of the person reach the topic."""
    topic = await world.opens_case()
    await world.emulator.user_sends_location(AIGUL, STAFF, 42.87, 74.59, chat_id=GROUP, thread=topic.id)
    await world.settle()
    assert world.heard()[-1].kind == "location"
    message = await world.emulator.user_says(DILFUZA, PUBLIC, "at the markt")
    await world.emulator.user_edits(message.id, "at the market")
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "sticker", b"1", "s.webp")
    await world.settle()
    assert "✏️ changed: at the market" in world.said_in(topic)
    assert "sticker" in world.said_in(topic)


async def test_a_file_that_is_too_large(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both sides are told."""
    monkeypatch.setattr("bot.relay.LARGEST_FILE", 10)
    monkeypatch.setattr("bot.answering.LARGEST_FILE", 10)
    topic = await world.opens_case()
    world.heard()
    await world.emulator.user_sends_file(DILFUZA, PUBLIC, "video", b"x" * 11, "a.mp4")
    await world.settle()
    assert "too large" in world.words()
    assert "too large to pass on" in world.said_in(topic)
    await world.emulator.user_sends_file(AIGUL, STAFF, "video", b"x" * 11, "a.mp4", chat_id=GROUP, thread=topic.id)
    await world.settle()
    assert "larger than 20 MB" in world.said_in(topic)


async def test_a_person_by_sms_gets_text_only(world: World) -> None:
    """A file cannot go there and the operator is told; words and places go as text."""
    await sms_case(world)
    topic = world.emulator.topics(GROUP)[-1]
    before = len(world.sms())
    await world.writes("/take", topic)
    await world.emulator.user_sends_file(AIGUL, STAFF, "photo", b"1", chat_id=GROUP, thread=topic.id)
    await world.settle()
    assert "the person uses SMS" in world.said_in(topic).replace("The person", "the person")
    await world.writes("Where are you?", topic)
    await world.emulator.user_sends_location(AIGUL, STAFF, 42.87, 74.59, chat_id=GROUP, thread=topic.id)
    await world.settle()
    bodies = [sms.body for sms in world.sms()[before:]]
    assert bodies[-2] == "Operator: Where are you?"
    assert "42.87000, 74.59000" in bodies[-1]
    assert len(bodies) == 3


async def test_lat_holds_for_an_operators_words(world: World) -> None:
    """By SMS and by Telegram: Cyrillic of the operator arrives in Latin letters."""
    await world.texts("LANG ru")
    await world.texts("LAT")
    await world.texts("SOS")
    topic = world.emulator.topics(GROUP)[-1]
    await world.writes("Где вы сейчас?", topic)
    assert world.sms()[-1].encoding == "GSM-7"
    assert "Gde vy" in world.sms()[-1].body
    await world.says("/start")
    await world.presses("language:ru")
    await world.says("LAT")
    topic = await world.opens_case()
    await world.writes("Где вы сейчас?", topic)
    assert "Gde vy" in world.heard()[-1].text


async def test_long_words_go_in_parts(world: World) -> None:
    """4,096 characters of an operator arrive whole, and so do those of a person."""
    topic = await world.opens_case()
    long = " ".join(f"word{n}" for n in range(600))[:4096]
    await world.writes(long, topic)
    arrived = " ".join(m.text.removeprefix("Operator: ") for m in world.heard() if "word" in m.text)
    assert arrived.split() == long.split()
    await world.says(long)
    shown = " ".join(m.text.removeprefix("💬 ") for m in world.in_topic(topic) if m.from_bot and "word" in m.text)
    assert shown.split() == long.split()


async def test_pages_and_cards_hold_nothing_of_the_person(world: World) -> None:
    """Number, urgency, language, country, signs; the words follow in the topic, nowhere else."""
    await world.says("they locked us in a cellar, zxqvk")
    texts = [m.text for m in world.pages(AIGUL)] + [s.body for s in world.sms(AIGUL_PHONE)]
    texts += [m.text for m in world.in_group() if m.pinned] + [t.name for t in world.emulator.topics(GROUP)]
    assert len(texts) == 4
    assert count_of(texts, "#1001") == 4
    assert count_of(texts, "zxqvk") == 0
    assert count_of((m.text for m in world.in_group()), "zxqvk") == 1
    assert count_of((m.text for m in world.private(NARGIZA)), "zxqvk") == 0
