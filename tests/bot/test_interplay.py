"""Things of the hotline that meet: closing, erasing, handing over, lapsing, changes of the roster, dead telephones, pages on their way."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.emulator.faults import FOR_EVER
from bot.emulator.model import Topic
from tests.world import (
    ACKNOWLEDGE,
    AIGUL,
    AIGUL_PHONE,
    BEK,
    BEK_PHONE,
    GROUP,
    GULNORA,
    NARGIZA,
    RUSTAM,
    STAFF,
    World,
    count_of,
)

WORDS = "the gate is green zxqvk"
LONG = "Stay where you are. " * 30


@pytest.fixture(autouse=True)
def nobody_picks_up(world: World) -> None:
    """Telephones ring until a test does something."""
    world.emulator.twilio.calls.auto_answer = False


def card(world: World, topic: Topic) -> str:
    return next(m.text for m in world.in_topic(topic) if m.pinned)


async def private(world: World, words: str, who: int = AIGUL) -> str:
    """An operator writes to the staff bot; what it answers to them."""
    before = len(world.private(who))
    await world.emulator.user_says(who, STAFF, words)
    await world.settle()
    return "\n".join(m.text for m in world.private(who)[before:])


def staff_bot_is_cut_off(world: World) -> None:
    world.emulator.telegram.reset("panoh_staff_bot/*", FOR_EVER)


def both_bots_are_cut_off(world: World) -> None:
    staff_bot_is_cut_off(world)
    world.emulator.telegram.reset("panoh_bot/sendMessage", FOR_EVER)


# Pages on their way


async def test_a_page_that_waits_is_not_sent_once_the_case_needs_nobody(world: World) -> None:
    """Telegram was down; when it is back nobody is woken for a case that somebody took by SMS."""
    staff_bot_is_cut_off(world)
    await world.says("SOS")
    await world.texts("#1001", AIGUL_PHONE)
    world.emulator.telegram.clear()
    await world.wind(61)
    assert world.pages(AIGUL) == world.pages(BEK) == []
    assert world.rows("SELECT count(*) FROM outbox") == [(0,)]


async def test_of_pages_that_wait_only_the_last_is_sent(world: World) -> None:
    """After an outage an operator is woken once for a case, not once for each round in vain."""
    both_bots_are_cut_off(world)
    await world.says("SOS")
    for _ in range(6):
        await world.wind(ACKNOWLEDGE + 0.01)
    world.emulator.telegram.clear()
    await world.wind(121)
    assert [len(world.pages(one)) for one in (AIGUL, BEK, NARGIZA)] == [1, 1, 1]
    assert count_of((m.text for m in world.heard()), "Nobody has answered") == 1


async def test_after_a_restart_too(world: World) -> None:
    """What gives way to what is stored."""
    both_bots_are_cut_off(world)
    await world.says("SOS")
    for _ in range(4):
        await world.wind(ACKNOWLEDGE + 0.01)
    await world.stop()
    world.emulator.telegram.clear()
    await world.start()
    await world.wind(16)
    assert [len(world.pages(one)) for one in (AIGUL, BEK, NARGIZA)] == [1, 1, 1]


async def test_a_telephone_does_not_ring_for_a_case_that_was_taken_meanwhile(world: World) -> None:
    """The call could not go out; then somebody took the case."""
    topic = await world.opens_case()
    world.emulator.twilio.fail_next("Calls", 429, times=1)
    await world.wind(ACKNOWLEDGE / 2 + 0.01)
    await world.writes("/take", topic, BEK)
    await world.wind(30)
    assert world.emulator.calls(AIGUL_PHONE) == []


# Erasing


async def test_words_that_wait_are_not_sent_after_they_were_erased(world: World) -> None:
    """Neither into the topic nor to an operator, however long Telegram was slow."""
    topic = await world.opens_case()
    world.emulator.telegram.fail_next("panoh_staff_bot/sendMessage", 429, retry_after=50)
    await world.says(f"first {WORDS}")
    await world.says(f"second {WORDS}")
    world.emulator.telegram.fail_next("deleteForumTopic", 429, retry_after=500)
    assert WORDS not in world.said_in(topic)
    await world.says("DELETE")
    await world.presses("erase:yes")
    await world.wind(51)
    assert WORDS not in world.said_in(topic)
    await world.wind(501)
    assert world.emulator.topics(GROUP) == []
    assert world.rows("SELECT count(*) FROM outbox") == [(0,)]


async def test_words_that_wait_outside_of_the_group_are_not_sent_after_they_were_erased(world: World) -> None:
    """The bot was thrown out and the operators blocked it or were slow: nothing of the person comes later."""
    await world.opens_case()
    await world.emulator.telegram.people.remove_bot(GROUP, STAFF)
    world.emulator.telegram.fail_next("panoh_staff_bot/sendMessage", 429, retry_after=50, times=4)
    await world.says(WORDS)
    await world.says("DELETE")
    await world.presses("erase:yes")
    await world.wind(51)
    await world.wind(51)
    assert [m.text for one in (AIGUL, BEK, NARGIZA) for m in world.private(one) if WORDS in m.text] == []


async def test_a_revealed_identity_is_wiped_when_the_person_erases_it(world: World) -> None:
    """It stands in the operator's private chat, and nowhere else."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await world.writes("/reveal an ambulance needs it", topic)
    assert count_of((m.text for m in world.private() if not m.deleted), "Dilfuza") == 1
    await world.says("DELETE")
    await world.presses("erase:yes")
    await world.settle()
    assert count_of((m.text for m in world.private() if not m.deleted), "Dilfuza") == 0


async def test_an_identity_goes_to_nobody_else_when_it_cannot_be_shown(world: World) -> None:
    """The operator has blocked the bot meanwhile: the coordinator did not ask for it."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    world.emulator.telegram.block(AIGUL, STAFF)
    await world.writes("/reveal an ambulance needs it", topic)
    assert count_of((m.text for m in world.private(NARGIZA)), "Dilfuza") == 0


async def test_nobody_can_begin_a_case_again_that_was_erased(world: World) -> None:
    """The card in a group without topics is too old to be deleted: its buttons do nothing, and wake no colleague for nobody."""
    await world.emulator.telegram.people.end_forum(GROUP)
    await world.says("SOS")
    pinned = next(m for m in world.in_group() if m.pinned)
    for words in ("/take", "/handover"):
        await world.emulator.user_says(AIGUL, STAFF, words, chat_id=GROUP, reply_to=pinned.id)
        await world.settle()
    whom = world.in_group()[-1]
    too_old: dict[str, object] = {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: message can't be deleted",
    }
    world.emulator.telegram.fail_next("deleteMessages", 400, too_old, times=9)
    await world.says("DELETE")
    await world.presses("erase:yes")
    for message in (pinned, whom, world.pages()[0]):
        for button in [
            one["data"] for row in world.emulator.telegram.state.messages[message.id].buttons for one in row
        ]:
            await world.emulator.user_presses(AIGUL, message.chat_id, message.id, button)
            await world.settle()
    await private(world, "/take 1001")
    assert await world.panoh.store.run(lambda tx: tx.open_numbers()) == []
    assert len(world.pages(BEK)) == 0


# Acknowledging late, or what is over


async def closed(world: World) -> Topic:
    topic = await world.opens_case()
    await world.writes("/close done", topic, BEK)
    world.heard()
    return topic


async def presses_the_page(world: World) -> str:
    number = await world.emulator.user_presses(AIGUL, AIGUL, world.pages(AIGUL)[0].id, "take:1001")
    await world.settle()
    return world.emulator.telegram.state.presses[number].text


async def writes_the_number(world: World) -> str:
    return await private(world, "1001")


async def sends_the_number(world: World) -> str:
    await world.texts("#1001", AIGUL_PHONE)
    return world.sms(AIGUL_PHONE)[-1].body


@pytest.mark.parametrize(
    ("answers", "said"),
    [(presses_the_page, "#1001 is closed"), (writes_the_number, "#1001"), (sends_the_number, "#1001")],
    ids=["button", "private", "SMS"],
)
async def test_a_page_answered_after_the_end_opens_nothing(
    world: World, answers: Callable[..., object], said: str
) -> None:
    """Whoever wakes up late is told that it is over; the person hears nothing, and the operator's phone is no person's."""
    topic = await closed(world)
    people = world.rows("SELECT count(*) FROM person")
    assert said in await answers(world)  # type: ignore[misc]
    assert "Status: closed" in card(world, topic)
    assert world.heard() == []
    assert world.rows("SELECT count(*) FROM person") == people
    await private(world, "/take 1001")
    assert "Operator: Aigul" in card(world, topic)


async def test_two_at_once_by_every_means(world: World) -> None:
    """One has it; each of the others hears who, where they asked."""
    topic = await world.opens_case()
    await world.wind(ACKNOWLEDGE / 2 + 0.01)
    call = world.emulator.calls(AIGUL_PHONE)[0].sid
    await world.emulator.user_says(BEK, STAFF, "/take", chat_id=GROUP, thread=topic.id)
    await world.emulator.sms_in(AIGUL_PHONE, "1001")
    spoken = await world.emulator.answer_call(call)
    await world.emulator.user_says(NARGIZA, STAFF, "1001")
    await world.settle()
    (owner,) = [name for name in ("Aigul", "Bek") if f"Operator: {name}" in card(world, topic)]
    assert owner == "Aigul" or owner in spoken.said[-1] + world.sms(AIGUL_PHONE)[-1].body
    assert f"already with {owner}" in world.private(NARGIZA)[-1].text
    assert owner == "Bek" or "already with Aigul" in world.said_in(topic)
    assert world.rows("SELECT count(*) FROM entry WHERE kind = 'take'") == [(1,)]


async def test_taken_back_after_it_lapsed(world: World) -> None:
    """Whoever lost it may take it again, by SMS too, and owes a reply again; the one paged meanwhile is told."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await world.wind(300.01)
    await world.wind(300.01)
    assert len(world.pages(BEK)) == 1
    await world.texts("1001", AIGUL_PHONE)
    assert "Operator: Aigul" in card(world, topic)
    assert "#1001" in world.private(BEK)[-1].text
    await world.wind(300.01)
    await world.wind(300.01)
    assert "Operator: nobody yet" in card(world, topic)


async def test_long_words_confirmed_after_the_case_lapsed_take_it_again(world: World) -> None:
    """Otherwise the person has the words, and hears that nobody has answered."""
    await world.texts("SOS")
    topic = world.emulator.topics(GROUP)[-1]
    await world.writes(LONG, topic)
    await world.wind(300.01)
    await world.wind(300.01)
    assert "Operator: nobody yet" in card(world, topic)
    await world.writes("/confirm", topic)
    assert "Operator: Aigul" in card(world, topic)
    said = len(world.sms(GULNORA))
    await world.wind(86_400)
    assert len(world.sms(GULNORA)) == said


# Handing over


async def test_words_of_the_one_before_are_no_acknowledgement(world: World) -> None:
    """They say goodbye to the person; the new owner has not been heard of, and is waited for as before."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    await world.writes("/handover bek", topic)
    await world.writes("Bek will write to you now.", topic)
    assert "Bek will write" in world.words()
    assert "Status: handed over" in card(world, topic)
    await world.wind(ACKNOWLEDGE + 0.01)
    assert "Status: calling operators" in card(world, topic)


async def test_handed_to_one_who_cannot_be_reached(world: World) -> None:
    """The next one on duty at once, not the same one again."""
    topic = await world.opens_case()
    world.emulator.telegram.block(AIGUL, STAFF)
    world.emulator.twilio.opted_out.add(AIGUL_PHONE)
    await world.writes("/take", topic, BEK)
    await world.writes("/handover aigul", topic, BEK)
    assert [len(world.pages(one)) for one in (AIGUL, BEK)] == [1, 1]


async def test_a_person_who_cries_every_minute(world: World) -> None:
    """Does not put off the call to the owner, nor the next operator."""
    topic = await world.opens_case()
    await world.writes("/take", topic)
    for _ in range(3):
        await world.says("SOS")
        await world.wind(60)
    assert len(world.emulator.calls(AIGUL_PHONE)) >= 1
    await world.wind(1)
    assert "Status: calling operators" in card(world, topic)


# The roster


async def leaves(world: World, name: str, number: int) -> None:
    """Somebody is taken off the roster file, which is read at the start."""
    await world.stop()
    roster: Path = world.config.hotline.roster
    told = roster.read_text(encoding="utf-8").replace(f'"{name}"', '"zarina"').replace(str(number), "700000009")
    roster.write_text(told, encoding="utf-8")
    await world.start()
    await world.settle()


async def test_the_owner_is_taken_off_the_roster(world: World) -> None:
    """Nobody waits for the next cry: others are called when the roster is read, and the topic says why."""
    topic = await world.opens_case()
    await world.writes("Hello", topic)
    await leaves(world, "aigul", AIGUL)
    await world.wait_for(lambda: "calling operators" in card(world, topic))
    assert "is not on the roster any more" in world.said_in(topic)
    assert "Status: calling operators" in card(world, topic)
    await world.writes("/take", topic, BEK)
    assert "Operator: Bek" in card(world, topic)


async def test_who_took_over_a_duty_is_taken_off_the_roster(world: World) -> None:
    """Then nobody is on duty: the coordinator is woken and has what cannot be written in the group."""
    await private(world, "/swap nargiza today")
    await private(world, "yes", NARGIZA)
    await private(world, "/swap nargiza today", BEK)
    await private(world, "yes", NARGIZA)
    await world.stop()
    roster: Path = world.config.hotline.roster
    told = roster.read_text(encoding="utf-8")
    at = told.index('[[operator]]\nid = "nargiza"')
    roster.write_text(told[:at] + told[told.index("[[shift]]") :], encoding="utf-8")
    world.config = replace(world.config, hotline=replace(world.config.hotline, coordinator="bek"))
    await world.start()
    await world.emulator.telegram.people.remove_bot(GROUP, STAFF)
    await world.says("SOS")
    await world.says(WORDS)
    assert len(world.pages(BEK)) == 1
    assert count_of((m.text for m in world.private(BEK)), WORDS) == 1


async def test_two_agree_to_stand_in_for_the_same_hours(world: World) -> None:
    """The second yes is too late: whoever said it would believe to be on duty, and would not be."""
    await private(world, "/off today")
    await private(world, "/swap nargiza today")
    asked = world.private(NARGIZA)[-1].id
    await private(world, "yes", BEK)
    await world.emulator.user_presses(NARGIZA, NARGIZA, asked, "swap-yes:2")
    await world.settle()
    assert "nothing to agree to" in world.private(NARGIZA)[-1].text
    await world.emulator.user_says(BEK, STAFF, "/oncall")
    await world.settle()
    assert "Nargiza" not in world.private(BEK)[-1].text.partition("oordin")[0].partition(".")[0]


async def test_off_when_one_is_the_only_one_left(world: World) -> None:
    """Bek is off; Aigul may not be off too, neither when she asks nor when an older question is answered."""
    await private(world, "/off today", BEK)
    await private(world, "/off today")
    await private(world, "yes")
    said = await private(world, "yes", BEK)
    assert "⛔" in said
    await private(world, "/off today")
    assert "⛔" in world.private()[-1].text


# A practice case


async def test_practice_through_everything(world: World) -> None:
    """Swapped, its topic deleted, handed over, muted: it stays marked, is nobody's, and ends."""
    await private(world, "/swap nargiza today")
    await private(world, "yes", NARGIZA)
    await private(world, "/drill", NARGIZA)
    (topic,) = world.emulator.topics(GROUP)
    assert [len(world.pages(one)) for one in (AIGUL, BEK, NARGIZA)] == [0, 0, 1]
    await world.emulator.telegram.people.delete_topic(GROUP, topic.id)
    await world.wind(ACKNOWLEDGE + 0.01)
    (topic,) = world.emulator.topics(GROUP)
    assert "PRACTICE" in topic.name
    await world.writes("/handover nargiza", topic, BEK)
    await world.writes("/mute", topic, NARGIZA)
    await world.writes("/unmute", topic, NARGIZA)
    await world.writes("/reveal why", topic, NARGIZA)
    await world.writes("I am here", topic, NARGIZA)
    assert "Status: closed" in card(world, topic)
    assert count_of((m.text for m in world.private(NARGIZA)), "is over") == 1
    await world.writes("/reopen", topic, NARGIZA)
    assert "PRACTICE" in card(world, topic)
    assert world.heard() == []


# The person cannot be reached


async def test_a_dead_number_is_told_of_with_the_first_sms(world: World) -> None:
    """Before any operator has written: what the service itself said did not arrive. When it does again, that is told too."""
    world.emulator.twilio.deliver_as(GULNORA, "undelivered", 30005)
    await world.texts("SOS")
    topic = world.emulator.topics(GROUP)[-1]
    assert world.said_in(topic).count("can no longer be reached (an SMS did not arrive") == 1
    await world.writes("Where are you?", topic)
    assert world.said_in(topic).count("did not reach the person (an SMS did not arrive") == 1
    assert world.said_in(topic).count("can no longer be reached") == 1
    world.emulator.twilio.deliver_as(GULNORA, "delivered")
    await world.writes("And now?", topic)
    assert "can be reached again" in world.said_in(topic)
    assert world.said_in(topic).count("did not reach the person") == 1


async def test_stop_that_we_were_not_told_of(world: World) -> None:
    """The provider refuses (21610): told with the first SMS that does not go out."""
    await world.texts("SOS")
    topic = world.emulator.topics(GROUP)[-1]
    world.emulator.twilio.opted_out.add(GULNORA)
    await world.writes("Where are you?", topic)
    assert "can no longer be reached (the person wrote STOP" in world.said_in(topic)


async def test_an_sms_whose_answer_was_lost_and_that_failed_afterwards(world: World) -> None:
    """Twilio took the page, its answer was lost, and the page did not arrive: the telephone rings at once."""
    world.emulator.twilio.deliver_as(AIGUL_PHONE, "undelivered")
    world.emulator.twilio.drop_reply("Messages")
    topic = await world.opens_case()
    await world.wind(2)
    assert "cannot be reached by SMS" in world.said_in(topic)
    assert len(world.emulator.calls(AIGUL_PHONE)) == 1
    assert len(world.sms(AIGUL_PHONE)) == 1


async def test_an_sms_whose_answer_was_lost_and_that_fails_later(world: World) -> None:
    """It was found at the provider, so its fate is still listened to."""
    world.emulator.twilio.deliver_as(AIGUL_PHONE, "held")
    world.emulator.twilio.drop_reply("Messages")
    topic = await world.opens_case()
    await world.wind(2)
    (sms,) = world.sms(AIGUL_PHONE)
    await world.panoh.turns.delivery(sms.sid, "undelivered")
    await world.settle()
    assert "cannot be reached by SMS" in world.said_in(topic)
    assert world.emulator.calls(BEK_PHONE) == []


async def test_a_call_that_is_sought_is_not_another_one(world: World) -> None:
    """The telephone rang a moment ago for another case; whether the second call went out is not known, so it is made."""
    await world.opens_case()
    await world.wind(1)
    await world.opens_case(RUSTAM)
    await world.wind(ACKNOWLEDGE / 2 - 0.5)
    assert [call.url.rpartition("=")[2] for call in world.emulator.calls(AIGUL_PHONE)] == ["1001"]
    world.emulator.twilio.reset("calls")
    await world.wind(1)
    await world.wind(3)
    assert [call.url.rpartition("=")[2] for call in world.emulator.calls(AIGUL_PHONE)] == ["1001", "1002"]
