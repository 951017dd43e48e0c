"""The outbox: every message is sent once, in order, pages first; faults of the providers cost time, not messages."""

import asyncio
from typing import Any

import pytest

from bot.lines import CROWD
from bot.messages import Refused, Text, Throttled, Unknown
from bot.retry import PAGE, REPLY, STAFF
from bot.stage import Stage
from tests.world import (
    AIGUL,
    AIGUL_PHONE,
    DILFUZA,
    GROUP,
    GULNORA,
    PUBLIC,
    RUSTAM,
    World,
    count_of,
)


async def put(world: World, lane: int, channel: str, queue: str, *outs: Text) -> None:
    """Messages straight into the outbox, as a turn leaves them."""

    def work(stage: Stage) -> None:
        for out in outs:
            stage.put(lane, channel, queue, out)

    await world.panoh.turns._commit(work)


async def test_nothing_is_left_after_everything_is_sent(world: World) -> None:
    """Rows leave the disk when the provider has taken them."""
    await world.opens_case()
    assert world.rows("SELECT count(*) FROM outbox") == [(0,)]


async def test_order_is_kept_for_each_recipient_through_a_failure(world: World) -> None:
    """The second message waits for the first, however often that one fails."""
    world.emulator.telegram.fail_next("sendMessage", 502, "<html>bad gateway</html>", times=2)
    await put(world, REPLY, "telegram", "person:1", *(Text(str(AIGUL), f"part {n}") for n in range(3)))
    world.emulator.telegram.state.chat_of(PUBLIC, AIGUL).started = True
    await world.wait_for(lambda: len(world.emulator.chat(PUBLIC, AIGUL)) == 3)
    assert [m.text for m in world.emulator.chat(PUBLIC, AIGUL)] == ["part 0", "part 1", "part 2"]


async def test_a_throttled_message_goes_when_telegram_says(world: World) -> None:
    """429 with retry_after: not sooner, and not lost."""
    await world.says("/start")
    world.heard()
    world.emulator.telegram.fail_next("sendMessage", 429, retry_after=3600)
    await world.says("menu")
    assert world.heard() == []
    assert world.rows("SELECT count(*) FROM outbox") == [(1,)]
    await world.wind(3590)
    assert world.heard() == []
    await world.wind(11)
    await world.wait_for(lambda: world.heard(fresh=False)[1:])
    await world.settle()
    assert len(world.heard()) == 1


async def test_pages_go_while_everybody_else_is_throttled(world: World) -> None:
    """A crowd of throttled people holds the replies of a bot, never its pages."""
    line = world.panoh.outbox._lines["staff"]
    now = world.clock.now()
    for number in range(CROWD):
        line.throttle(f"chat:{number}", now + 3600, now)
    await put(world, REPLY, "staff", "chat:bek", Text(str(AIGUL), "a reply"))
    await put(world, PAGE, "staff", "page:aigul:telegram", Text(str(AIGUL), "a page"))
    await world.wait_for(world.private)
    assert [m.text for m in world.private()] == ["a page"]
    world.clock.wind(3601)
    await world.wait_for(lambda: len(world.private()) == 2)


async def test_a_page_does_not_wait_behind_a_flood_of_replies(world: World) -> None:
    """Two hundred replies are slow; the page overtakes those that wait."""
    crowd = range(1000, 1200)
    for number in crowd:
        await world.emulator.add_user(number, "One")
        world.emulator.telegram.state.chat_of(PUBLIC, number).started = True
    world.emulator.telegram.delay("sendMessage", 0.02)

    def flood(stage: Stage) -> None:
        for number in crowd:
            stage.put(REPLY, "telegram", f"person:{number}", Text(str(number), "hello"))

    await world.panoh.turns._commit(flood)
    await world.emulator.user_says(DILFUZA, PUBLIC, "SOS")
    await world.wait_for(lambda: world.pages(AIGUL))
    waiting = world.panoh.outbox._lines["telegram"].waiting
    world.emulator.telegram.clear()
    await world.settle()
    assert waiting > 0


async def test_a_message_whose_fate_is_unknown_is_sent_again(world: World) -> None:
    """Telegram cannot be asked: rather twice than never."""
    await world.says("/start")
    world.heard()
    world.emulator.telegram.drop_reply("sendMessage")
    await world.emulator.user_says(DILFUZA, PUBLIC, "menu")
    await world.wait_for(lambda: len(world.heard(fresh=False)) == 3)
    first, second = world.heard()
    assert first.text == second.text


async def test_an_sms_whose_fate_is_unknown_is_looked_up_first(world: World) -> None:
    """Twilio can be asked: a page that arrived is not sent again."""
    world.emulator.twilio.drop_reply("Messages")
    await world.emulator.user_says(DILFUZA, PUBLIC, "SOS")
    await world.wait_for(lambda: any(call.method == "GET Messages" for call in world.emulator.log))
    await world.settle()
    assert len(world.sms(AIGUL_PHONE)) == 1
    assert world.rows("SELECT count(*) FROM outbox") == [(0,)]


async def test_an_sms_that_did_not_arrive_is_sent_after_the_look_up(world: World) -> None:
    """A page of HTML instead of an answer, nothing performed: asked for, not found, sent."""
    world.emulator.twilio.fail_next("Messages", 502, "<html>bad gateway</html>")
    await world.emulator.user_says(DILFUZA, PUBLIC, "SOS")
    await world.wait_for(lambda: world.sms(AIGUL_PHONE))
    await world.settle()
    assert len(world.sms(AIGUL_PHONE)) == 1


async def test_where_twilio_cannot_be_asked_an_sms_is_sent_again(world: World) -> None:
    """Rather twice than never: a provider that takes messages and answers no questions stops no page."""
    world.emulator.twilio.fail_next("Messages", 502, "<html>bad gateway</html>")
    world.emulator.twilio.fail_next("GET Messages", 405, "<html>method not allowed</html>", times=99)
    await world.emulator.user_says(DILFUZA, PUBLIC, "SOS")
    await world.wait_for(lambda: world.sms(AIGUL_PHONE))
    await world.settle()
    assert len(world.sms(AIGUL_PHONE)) == 1


async def test_what_an_earlier_process_left_is_sent(world: World) -> None:
    """A stop in the middle: the rows are taken up again, the SMS only after asking."""
    world.emulator.telegram.fail_next("*", 502, "<html></html>", times=50)
    world.emulator.twilio.fail_next("Messages", 429, times=5)
    await world.emulator.sms_in(GULNORA, "SOS")
    await world.stop()
    assert world.rows("SELECT count(*) FROM outbox") != [(0,)]
    world.emulator.telegram.clear()
    world.emulator.twilio.clear()
    await world.start()
    await world.wind(60)  # past the pauses after the failures
    assert len(world.sms(GULNORA)) == 1
    assert len(world.sms(AIGUL_PHONE)) == 1
    assert len(world.pages(AIGUL)) == 1
    assert len(world.emulator.topics(GROUP)) == 1


async def test_a_blocked_person_is_told_of_in_the_topic(world: World) -> None:
    """The operator hears that nothing arrives; when the person writes again, that too."""
    topic = await world.opens_case()
    world.emulator.telegram.block(DILFUZA, PUBLIC)
    await world.settle()
    assert "can no longer be reached" in world.said_in(topic)
    await world.writes("Are you there?", topic)
    assert "did not reach the person" in world.said_in(topic)
    await world.says("I am back")
    assert "can be reached again" in world.said_in(topic)


async def test_a_person_cut_off_by_sms_comes_back(world: World) -> None:
    """STOP is told in the topic, and START, too: it is the first thing that they do."""
    await world.texts("SOS")
    topic = world.emulator.topics(GROUP)[-1]
    await world.texts("STOP")
    assert "can no longer be reached (the person wrote STOP" in world.said_in(topic)
    assert "can be reached again" not in world.said_in(topic)
    await world.texts("START")
    assert world.said_in(topic).count("#1001: the person can be reached again") == 1
    await world.writes("Where are you?", topic)
    assert world.sms()[-1].body == "Operator: Where are you?"


async def test_a_group_that_does_not_let_us_in_hears_everything_later(world: World) -> None:
    """Thrown out by mistake: pages go out, the person is answered, and the topic with all words appears when we are back."""
    refused: dict[str, object] = {"ok": False, "error_code": 403, "description": "Forbidden: bot was kicked"}
    world.emulator.telegram.fail_next("createForumTopic", 403, refused, times=6)
    await world.says("SOS")
    await world.says("they are coming back")
    assert len(world.pages(AIGUL)) == 1
    assert world.heard() != []
    for _ in range(7):
        await world.wind(20)
    (topic,) = world.emulator.topics(GROUP)
    assert "💬 SOS" in world.said_in(topic)
    assert "💬 they are coming back" in world.said_in(topic)
    assert world.rows("SELECT count(*) FROM outbox") == [(0,)]


async def test_what_is_noted_at_once(world: World) -> None:
    """That a page, something for staff or an SMS went out is flushed to the disk; a reply on Telegram may come twice."""
    await world.settle()  # the check of the roster
    store, noted = world.panoh.store, []
    run = store.run

    async def watched(work: Any, **how: bool) -> Any:
        if how.get("soon"):  # only a note of what was sent
            noted.append(how["lasting"])
        return await run(work, **how)

    store.run = watched  # type: ignore[method-assign]
    await world.says("/start")
    assert noted == [False]
    noted.clear()
    await world.texts("menu")
    assert noted == [True]
    noted.clear()
    await world.says("SOS")
    assert noted.count(False) == 1  # the answer to the person
    assert noted.count(True) >= 4  # the topic, its card, the words, two pages


async def test_a_stop_waits_until_what_was_sent_is_noted(world: World) -> None:
    """Otherwise the next process would send it again."""
    await world.says("/start")
    world.emulator.telegram.delay("sendMessage", 0.2)
    await world.emulator.user_says(DILFUZA, PUBLIC, "menu")
    await world.wait_for(lambda: world.panoh.outbox._lines["telegram"].flying)
    await world.panoh.outbox.stop()
    assert world.rows("SELECT count(*) FROM outbox") == [(0,)]
    world.emulator.telegram.clear()
    await world.stop()
    await world.start()
    await world.settle()
    assert len(world.heard(fresh=False)) == 2


async def test_a_reply_that_telegram_refuses_is_given_up_and_the_line_goes_on(world: World) -> None:
    """A 400 for one message stops nobody."""
    await world.says("/start")
    world.heard()
    world.emulator.telegram.fail_next(
        "sendMessage", 400, {"ok": False, "error_code": 400, "description": "Bad Request: x"}
    )
    await world.says("menu")
    assert world.rows("SELECT count(*) FROM outbox") == [(0,)]
    await world.says("menu")
    assert len(world.heard()) == 1


async def test_a_topic_that_is_gone(world: World) -> None:
    """What belongs to it then goes to another one, in order."""
    topic = await world.opens_case()
    del world.emulator.telegram.state.topics[GROUP][topic.id]
    await world.says("they are coming back")
    await world.says("now")
    assert [m.text for m in world.in_topic(world.emulator.topics(GROUP)[0])][-2:] == [
        "💬 they are coming back",
        "💬 now",
    ]


async def test_of_several_cards_that_wait_only_the_last_is_sent(world: World) -> None:
    """Cosmetic changes are worth nothing once they are old."""
    topic = await world.opens_case()
    world.emulator.telegram.fail_next("editMessageText", 429, retry_after=60)
    await world.presses("sos:yes")
    await world.presses("sos-state:hurt")
    await world.presses("sos-state:child")
    before = sum(call.method == "editMessageText" for call in world.emulator.log)
    await world.wind(61)
    edits = sum(call.method == "editMessageText" for call in world.emulator.log) - before
    assert edits <= 2
    card = next(m for m in world.in_topic(topic) if m.pinned)
    assert "a child" in card.text


@pytest.mark.parametrize("error", [Throttled(5), Unknown("x"), Refused("x")], ids=lambda e: type(e).__name__)
async def test_a_page_goes_on_when_the_store_goes_down_after_sending(world: World, error: Exception) -> None:
    """Whatever one line meets, the others are served."""
    status = {Throttled: 429, Unknown: 502, Refused: 400}[type(error)]
    world.emulator.telegram.fail_next("sendMessage", status, retry_after=5 if status == 429 else None)
    await put(world, STAFF, "staff", "case:1", Text(str(GROUP), "one"))
    await put(world, STAFF, "staff", "case:2", Text(str(GROUP), "two"))
    await world.wait_for(lambda: count_of((m.text for m in world.in_group()), "two"))


async def test_sent_but_not_noted_is_not_sent_again(world: World) -> None:
    """The store fails between the sending and the note of it: it is asked again, the message goes once."""
    await world.says("/start")
    await world.says("/start", RUSTAM)
    world.emulator.telegram.delay("sendMessage", 0.2)
    await world.emulator.user_says(DILFUZA, PUBLIC, "menu")
    await world.wait_for(lambda: world.panoh.outbox._lines["telegram"].flying)
    async with world.store_down():
        await world.wait_for(lambda: len(world.heard(fresh=False)) == 2)
        await asyncio.sleep(0.05)
    world.emulator.telegram.clear()
    await world.settle()
    assert len(world.heard(fresh=False)) == 2
    assert world.rows("SELECT count(*) FROM outbox") == [(0,)]
