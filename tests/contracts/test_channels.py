"""What every channel promises: the provider's answers become our closed list of errors, and every update becomes an event."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

import pytest
import pytest_asyncio

from bot import sandbox
from bot.channels import sms, staff, telegram
from bot.channels.sms import Sms
from bot.channels.staff import Staff
from bot.channels.telegram import Telegram
from bot.clock import Clock
from bot.config import Bot as BotConfig
from bot.config import Sms as SmsConfig
from bot.emulator import Emulator
from bot.emulator.model import Stored
from bot.lines import Sender
from bot.messages import (
    AnswerPress,
    Blocked,
    Card,
    ChannelError,
    CloseTopic,
    File,
    Found,
    Inbound,
    NoTopic,
    OpenTopic,
    Outbound,
    Pin,
    Refused,
    Relay,
    RenameTopic,
    StaffInbound,
    Text,
    Throttled,
    Unknown,
    Unreachable,
)
from tests.world import AIGUL, DILFUZA, GROUP, GULNORA, PUBLIC, STAFF, account, add_accounts, free_port

PATIENCE = 0.3
"""Seconds after which a channel gives up waiting, in these tests."""


async def no_file(_: str) -> bytes:
    """Nothing is fetched."""
    raise AssertionError


class Faulty(Protocol):
    """The side of the emulator that can be made to fail."""

    def fail_next(
        self, method: str, status: int, body: dict[str, object] | str | None = ..., *, retry_after: int | None = ...
    ) -> None: ...
    def drop_reply(self, method: str) -> None: ...
    def delay(self, method: str, seconds: float) -> None: ...


@dataclass
class Case:
    """One channel with what a test of it needs: a message, where it arrives, and how the provider is made to fail."""

    emulator: Emulator
    channel: Sender
    out: Text
    arrived: Callable[[], list[str]]
    faults: Faulty
    method: str
    block: Callable[[], None]
    elsewhere: Callable[[], Sender]
    throttled: float
    close: Callable[[], Awaitable[None]]

    async def send(self) -> str:
        """Send the message; the provider's id."""
        return (await self.channel.send(self.out, {})).provider_id


def telegram_case(emulator: Emulator) -> Case:
    def make(api: str) -> Telegram:
        return Telegram(BotConfig(PUBLIC, api, ""), no_file)

    channel = make(emulator.base)
    return Case(
        emulator, channel, Text(str(DILFUZA), "Hello"), lambda: [m.text for m in emulator.chat(PUBLIC, DILFUZA)],
        emulator.telegram, "sendMessage", lambda: emulator.telegram.block(DILFUZA, PUBLIC),
        lambda: make(f"http://127.0.0.1:{free_port()}"), 7.0, channel.close,
    )  # fmt: skip


def staff_case(emulator: Emulator) -> Case:
    def make(api: str) -> Staff:
        return Staff(BotConfig(STAFF, api, ""), no_file, keep_nothing)

    channel = make(emulator.base)
    return Case(
        emulator, channel, Text(str(AIGUL), "Hello"), lambda: [m.text for m in emulator.chat(STAFF, AIGUL)],
        emulator.telegram, "sendMessage", lambda: emulator.telegram.block(AIGUL, STAFF),
        lambda: make(f"http://127.0.0.1:{free_port()}"), 7.0, channel.close,
    )  # fmt: skip


def sms_case(emulator: Emulator) -> Case:
    def make(api: str) -> Sms:
        return Sms(SmsConfig(sandbox.ACCOUNT, sandbox.AUTH_TOKEN, sandbox.NUMBER, api), "http://127.0.0.1:1")

    channel = make(emulator.base)
    return Case(
        emulator, channel, Text(GULNORA, "Hello"), lambda: [m.body for m in emulator.sms_out(GULNORA)],
        emulator.twilio, "Messages", lambda: emulator.twilio.opted_out.add(GULNORA),
        lambda: make(f"http://127.0.0.1:{free_port()}"), 2.0, channel.close,
    )  # fmt: skip


CHANNELS = {"telegram": telegram_case, "staff": staff_case, "sms": sms_case}


@pytest_asyncio.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """The providers, with the accounts of the small world."""
    async with Emulator(sms=account(free_port()), now=Clock().now) as emulator:
        await add_accounts(emulator)
        for token, number in ((PUBLIC, DILFUZA), (PUBLIC, AIGUL)):
            emulator.telegram.state.chat_of(token, number).started = True
        yield emulator


@pytest_asyncio.fixture(params=CHANNELS)
async def case(
    request: pytest.FixtureRequest, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Case]:
    """Each channel in turn, with little patience."""
    for module in (telegram, staff, sms):
        monkeypatch.setattr(module, "TIMEOUT", PATIENCE)
    case = CHANNELS[request.param](emulator)
    yield case
    emulator.telegram.clear()
    emulator.twilio.clear()
    await _quickly(case.channel)


async def _quickly(channel: Any) -> None:
    """Close a channel without the pause that aiogram makes."""
    if isinstance(channel, Telegram) and (session := channel.bot.session._session):  # type: ignore[attr-defined]
        await session.close()
    await channel.close()


# Out


async def test_success(case: Case) -> None:
    """The message is there once, and the provider's id comes back."""
    assert await case.send()
    assert case.arrived() == ["Hello"]


async def test_too_fast(case: Case) -> None:
    """429: again after so many seconds."""
    case.faults.fail_next(case.method, 429, retry_after=7)
    with pytest.raises(Throttled) as caught:
        await case.send()
    assert caught.value.after == case.throttled
    assert case.arrived() == []


async def test_blocked(case: Case) -> None:
    """403 of Telegram, 21610 of Twilio: this one cannot be written to."""
    case.block()
    with pytest.raises(Blocked):
        await case.send()


async def test_refused(case: Case) -> None:
    """400: never."""
    body = {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: no",
        "code": 21602,
        "message": "no",
        "status": 400,
    }
    case.faults.fail_next(case.method, 400, body)
    with pytest.raises(Refused):
        await case.send()


async def test_nobody_listens(case: Case) -> None:
    """Connection refused: surely not sent."""
    channel = case.elsewhere()
    with pytest.raises(Unreachable):
        await channel.send(case.out, {})
    await _quickly(channel)


async def test_no_answer_in_time(case: Case) -> None:
    """It may have been sent."""
    case.faults.delay(case.method, 3 * PATIENCE)
    with pytest.raises(Unknown):
        await case.send()


async def test_the_connection_breaks_after_the_sending(case: Case) -> None:
    """It was sent, and we cannot know."""
    case.faults.drop_reply(case.method)
    with pytest.raises(Unknown):
        await case.send()
    assert case.arrived() == ["Hello"]


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_page_of_html(case: Case, status: int) -> None:
    """A proxy in between says something in HTML: nobody knows what happened behind it."""
    case.faults.fail_next(case.method, status, "<html><h1>Bad gateway</h1></html>")
    with pytest.raises(Unknown):
        await case.send()


async def test_html_instead_of_an_answer(case: Case) -> None:
    """Even with status 200."""
    case.faults.fail_next(case.method, 200, "<html>maintenance</html>")
    with pytest.raises(Unknown):
        await case.send()


async def test_a_wrong_password(case: Case) -> None:
    """Our own token is refused: that is mended by the operator of the service, the message can wait."""
    body = {
        "ok": False,
        "error_code": 401,
        "description": "Unauthorized",
        "code": 20003,
        "message": "no",
        "status": 401,
    }
    case.faults.fail_next(case.method, 401, body)
    with pytest.raises(Unreachable):
        await case.send()


async def test_an_error_holds_neither_address_nor_words(case: Case) -> None:
    """Its text may be logged somewhere one day."""
    for fault in (400, 403, 502):
        case.faults.fail_next(case.method, fault)
        with pytest.raises(ChannelError) as caught:
            await case.send()
        assert case.out.to not in str(caught.value)
        assert case.out.text not in str(caught.value)


async def test_looking_up(case: Case) -> None:
    """Only Twilio can tell; the same words of an hour ago do not count, other words neither."""
    now = case.emulator.now()
    await case.send()
    await case.emulator.wait_for(case.arrived)
    found = await case.channel.look_up(case.out, now)
    assert bool(found) is isinstance(case.channel, Sms)
    assert await case.channel.look_up(case.out, now + 3600) == ()
    assert await case.channel.look_up(Text(case.out.to, "Other"), now) == ()


async def test_an_sms_that_is_still_queued_is_found(emulator: Emulator) -> None:
    """Twilio took it, and sending it again would double it, though it was not sent on yet."""
    case = sms_case(emulator)
    emulator.twilio.deliver_as(GULNORA, "held")
    sent = await case.send()
    assert await case.channel.look_up(case.out, emulator.now()) == (Found(sent),)
    await case.close()


async def test_an_sms_that_failed_at_the_provider_is_known_as_such(emulator: Emulator) -> None:
    """Its fate was told while nobody knew whose it is."""
    case = sms_case(emulator)
    emulator.twilio.deliver_as(GULNORA, "undelivered")
    sent = await case.send()
    await emulator.wait_for(lambda: emulator.sms_out(GULNORA)[-1].status == "undelivered")
    assert await case.channel.look_up(case.out, emulator.now()) == (Found(sent, has_failed=True),)
    await case.close()


@pytest.mark.parametrize("code", [21211, 21408, 21614])
async def test_numbers_that_twilio_never_reaches(emulator: Emulator, code: int) -> None:
    """They count as blocked: an operator's page fails over at once."""
    case = sms_case(emulator)
    emulator.twilio.fail_next("Messages", 400, {"code": code, "message": "no", "more_info": "", "status": 400})
    with pytest.raises(Blocked):
        await case.send()
    await _quickly(case.channel)


# Out: the staff bot


@pytest_asyncio.fixture
async def desk(emulator: Emulator) -> AsyncIterator[Staff]:
    """The staff bot."""

    async def fetch(_: str) -> bytes:
        return b"bytes"

    channel = Staff(BotConfig(STAFF, emulator.base, ""), fetch, keep_nothing)
    yield channel
    await channel.close()


async def keep_nothing(_: Relay, __: bytes) -> None:
    """There is no history here."""


async def open_topic(emulator: Emulator, desk: Staff) -> dict[str, str]:
    """A topic for case 1001; what must be remembered of it."""
    return dict((await desk.send(OpenTopic(str(GROUP), "#1001", "topic:1001"), {})).remember)


TOPICAL: dict[str, Outbound] = {
    "text": Text(str(GROUP), "Hello", thread="topic:1001"),
    "place": Pin(str(GROUP), 55.7, 37.6, thread="topic:1001"),
    "card": Card(str(GROUP), "Card", (("Take", "take:1001"),), "topic:1001", "card:1001"),
    **{
        kind: Relay(str(GROUP), File("telegram", "x", kind), "Hello", "topic:1001")
        for kind in ("photo", "voice", "video", "audio", "document", "animation", "video_note")
    },
}


@pytest.mark.parametrize("out", TOPICAL.values(), ids=list(TOPICAL))
async def test_into_a_topic(emulator: Emulator, desk: Staff, out: Outbound) -> None:
    """Everything of a case stands in its topic; when that is gone, NoTopic."""
    known = await open_topic(emulator, desk)
    topic = emulator.topics(GROUP)[0]
    assert known == {"topic:1001": str(topic.id), f"thread:{topic.id}": "1001"}
    await desk.send(out, known)
    assert len([m for m in emulator.chat(STAFF, GROUP, topic.id) if m.kind != "service"]) == 1
    del emulator.telegram.state.topics[GROUP][topic.id]
    with pytest.raises(NoTopic):
        await desk.send(out, known)


async def test_a_card_is_pinned_and_then_changed(emulator: Emulator, desk: Staff) -> None:
    """It stays one message; the same card again is no error."""
    known = await open_topic(emulator, desk)
    card = TOPICAL["card"]
    known |= dict((await desk.send(card, known)).remember)
    for text in ("Card 2", "Card 2"):
        await desk.send(Card(str(GROUP), text, (), "topic:1001", "card:1001"), known)
    shown = [m for m in emulator.chat(STAFF, GROUP, emulator.topics(GROUP)[0].id) if m.kind == "text"]
    assert [(m.text, m.pinned, m.edited) for m in shown] == [("Card 2", True, True)]


async def test_a_topic_is_renamed_and_erased(emulator: Emulator, desk: Staff) -> None:
    """By the name under which it was opened; an unknown one is passed over."""
    known = await open_topic(emulator, desk)
    await desk.send(RenameTopic(str(GROUP), "#1001 closed", "topic:1001"), known)
    assert emulator.topics(GROUP)[0].name == "#1001 closed"
    await desk.send(CloseTopic(str(GROUP), "topic:1001", erase=True), known)
    await desk.send(CloseTopic(str(GROUP), "topic:1002", erase=True), known)
    assert emulator.topics(GROUP) == []


GROUP_SHUT = [
    ("thrown out", 403, "Forbidden: bot was kicked from the supergroup chat"),
    ("a wrong number", 400, "Bad Request: chat not found"),
    ("migrated", 400, "Bad Request: group chat was upgraded to a supergroup chat"),
]


@pytest.mark.parametrize(("status", "said"), [row[1:] for row in GROUP_SHUT], ids=[row[0] for row in GROUP_SHUT])
async def test_a_group_that_does_not_let_us_in(emulator: Emulator, desk: Staff, status: int, said: str) -> None:
    """Somebody will mend that: what belongs there waits. In private the same words mean that this one is lost to us."""
    migrated = "upgraded" in said
    body: dict[str, object] = {"ok": False, "error_code": status, "description": said}
    if migrated:
        body["parameters"] = {"migrate_to_chat_id": -1009999999999}
    for out, method in (
        (Text(str(GROUP), "Hello"), "sendMessage"),
        (OpenTopic(str(GROUP), "#1", "topic:1"), "createForumTopic"),
    ):
        emulator.telegram.fail_next(method, status, body)
        with pytest.raises(Unreachable):
            await desk.send(out, {})
    if not migrated:
        emulator.telegram.fail_next("sendMessage", status, body)
        with pytest.raises(Blocked):
            await desk.send(Text(str(AIGUL), "Hello"), {})


@pytest.mark.parametrize(("name", "shown"), [("Dilfuza Karimova.pdf", "document.pdf"), ("passport", "document")])
async def test_the_name_of_a_file_stays_here(emulator: Emulator, desk: Staff, name: str, shown: str) -> None:
    """It may tell who somebody is: only its kind and its ending go on, to the group and to the person."""

    async def fetch(_: str) -> bytes:
        return b"bytes"

    channel = Telegram(BotConfig(PUBLIC, emulator.base, ""), fetch)
    await channel.send(Relay(str(DILFUZA), File("staff", "x", "document", name=name)), {})
    await desk.send(Relay(str(GROUP), File("telegram", "x", "document", name=name)), {})
    for message in (emulator.chat(PUBLIC, DILFUZA)[-1], emulator.chat(STAFF, GROUP)[-1]):
        assert isinstance(message.media, Stored)
        assert message.media.name == shown
    await _quickly(channel)


async def test_an_old_press_is_refused_not_fatal(desk: Staff, emulator: Emulator) -> None:
    """Telegram forgets a press after a while; that is no reason to try again."""
    with pytest.raises(Refused):
        await desk.send(AnswerPress("1234567890"), {})


@pytest.mark.parametrize("kind", ["photo", "voice", "video", "audio", "document", "sticker", "animation", "video_note"])
async def test_a_file_to_a_person(emulator: Emulator, kind: str) -> None:
    """What an operator sent arrives as the same kind, or at least as a file."""

    async def fetch(_: str) -> bytes:
        return b"bytes"

    channel = Telegram(BotConfig(PUBLIC, emulator.base, ""), fetch)
    await channel.send(Relay(str(DILFUZA), File("staff", "x", kind, name="a.bin"), "Look"), {})
    (message,) = emulator.chat(PUBLIC, DILFUZA)
    assert message.kind in (kind, "document")
    await _quickly(channel)


async def test_a_file_travels_from_one_bot_to_the_other(emulator: Emulator) -> None:
    """The bytes are the same at the end, though a file has another id for each bot."""
    public = Telegram(BotConfig(PUBLIC, emulator.base, ""), no_file)
    desk = Staff(BotConfig(STAFF, emulator.base, ""), public.fetch, keep_nothing)
    await emulator.user_sends_file(DILFUZA, PUBLIC, "voice", b"the very bytes", "v.ogg", "")
    inbound = public.inbound(pending(emulator, PUBLIC)[0])
    assert inbound
    assert inbound.file
    await desk.send(Relay(str(GROUP), inbound.file), {})
    sent = emulator.chat(STAFF, GROUP)[-1]
    assert getattr(sent.media, "data", b"") == b"the very bytes"
    await desk.close()
    await _quickly(public)


# In


def pending(emulator: Emulator, token: str) -> list[dict[str, Any]]:
    """The updates that wait for a bot, as they come over the wire."""
    return [json.loads(update.body) for update in emulator.telegram.state.queues[token].pending.values()]


@pytest_asyncio.fixture
async def public(emulator: Emulator) -> AsyncIterator[Telegram]:
    """The public bot."""
    channel = Telegram(BotConfig(PUBLIC, emulator.base, ""), no_file)
    yield channel
    await _quickly(channel)


Does = Callable[[Emulator], Awaitable[object]]
LONG = "ў" * 4096
PERSON_DOES: dict[str, tuple[Does, dict[str, object]]] = {
    "text": (lambda e: e.user_says(DILFUZA, PUBLIC, "Hello"), {"kind": "text", "text": "Hello", "edited": False}),
    "4,096 characters": (lambda e: e.user_says(DILFUZA, PUBLIC, LONG), {"kind": "text", "text": LONG}),
    **{
        kind: (
            lambda e, kind=kind: e.user_sends_file(DILFUZA, PUBLIC, kind, b"12345", "a.bin", "Look"),  # type: ignore[misc]
            {"kind": kind, "text": "Look"},
        )
        for kind in ("photo", "voice", "video", "audio", "document", "animation")
    },
    "video note": (
        lambda e: e.user_sends_file(DILFUZA, PUBLIC, "video_note", b"1"),
        {"kind": "video_note", "text": ""},
    ),
    "sticker": (lambda e: e.user_sends_file(DILFUZA, PUBLIC, "sticker", b"1"), {"kind": "sticker"}),
    "location": (
        lambda e: e.user_sends_location(DILFUZA, PUBLIC, 55.75, 37.62),
        {"kind": "location", "latitude": 55.75, "longitude": 37.62, "text": ""},
    ),
    "contact": (
        lambda e: e.user_sends_contact(DILFUZA, PUBLIC, "+79991234567", "Mother"),
        {"kind": "contact", "text": "Mother  +79991234567"},
    ),
}


@pytest.mark.parametrize(("does", "expected"), PERSON_DOES.values(), ids=list(PERSON_DOES))
async def test_what_a_person_does(
    emulator: Emulator, public: Telegram, does: Does, expected: dict[str, object]
) -> None:
    """Each kind becomes an event with everything that is in it."""
    await does(emulator)
    (raw,) = pending(emulator, PUBLIC)
    inbound = public.inbound(raw)
    assert inbound
    assert {name: getattr(inbound, name) for name in expected} == expected
    assert (inbound.address, inbound.key, inbound.name) == (str(DILFUZA), str(raw["update_id"]), "Dilfuza")
    assert (inbound.file is not None) is (inbound.kind not in ("text", "location", "contact"))


async def test_a_person_changes_a_message(emulator: Emulator, public: Telegram) -> None:
    """It is heard as changed."""
    message = await emulator.user_says(DILFUZA, PUBLIC, "Hello")
    await emulator.user_edits(message.id, "Help")
    inbound = public.inbound(pending(emulator, PUBLIC)[-1])
    assert inbound
    assert (inbound.kind, inbound.text, inbound.edited) == ("text", "Help", True)


async def test_a_person_presses_a_button(emulator: Emulator, public: Telegram) -> None:
    """What the button carried comes back, with the press that has to be answered."""
    await public.send(Text(str(DILFUZA), "Choose", (("Yes", "sos:yes"),)), {})
    press = await emulator.user_presses(DILFUZA, DILFUZA, emulator.chat(PUBLIC, DILFUZA)[-1].id, "sos:yes")
    inbound = public.inbound(pending(emulator, PUBLIC)[-1])
    assert inbound
    assert (inbound.kind, inbound.button, inbound.query) == ("button", "sos:yes", press)
    await public.send(AnswerPress(press), {})
    assert emulator.telegram.state.presses[press].answered


async def test_a_person_blocks_the_bot_and_comes_back(emulator: Emulator, public: Telegram) -> None:
    """Both are told."""
    emulator.telegram.block(DILFUZA, PUBLIC)
    emulator.telegram.unblock(DILFUZA, PUBLIC)
    kinds = [found.kind for raw in pending(emulator, PUBLIC) if (found := public.inbound(raw))]
    assert kinds == ["cut-off", "cut-in"]


UNKNOWN_KINDS: dict[str, dict[str, Any]] = {
    "a kind of next year": {"update_id": 1, "telepathy": {"thought": "hello"}},
    "a post in a channel": {
        "update_id": 1, "channel_post": {"message_id": 1, "date": 1, "chat": {"id": -5, "type": "channel", "title": "A"}, "text": "a"},
    },
    "nothing": {"update_id": 1},
}  # fmt: skip
MALFORMED: dict[str, dict[str, Any]] = {
    "a message without a chat": {"update_id": 1, "message": {"message_id": 1, "date": 1, "text": "a"}},
    "a message that is a number": {"update_id": 1, "message": 5},
    "a chat without an id": {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"type": "private"}, "text": "a"}},
    "a press without a person": {"update_id": 1, "callback_query": {"id": "1", "data": "x"}},
}  # fmt: skip


@dataclass
class Taken:
    """What a channel handed on."""

    events: list[object]
    malformed: list[tuple[str, str]]
    payload: bytes = b""

    async def deliver(self, inbound: Inbound | StaffInbound) -> None:
        """An event."""
        self.events.append(inbound)

    async def bad(self, channel: str, key: str, payload: bytes) -> None:
        """An update that could not be read."""
        self.malformed.append((channel, key))
        self.payload = payload


@pytest.mark.parametrize("raw", UNKNOWN_KINDS.values(), ids=list(UNKNOWN_KINDS))
async def test_a_kind_that_does_not_concern_us(public: Telegram, desk: Staff, raw: dict[str, Any]) -> None:
    """It is passed over, and is no error."""
    taken = Taken([], [])
    await public.take(raw, b"", taken.deliver, taken.bad)
    await desk.take(raw, b"", taken.deliver, taken.bad)
    assert taken == Taken([], [])


@pytest.mark.parametrize("raw", MALFORMED.values(), ids=list(MALFORMED))
async def test_a_malformed_update(public: Telegram, desk: Staff, raw: dict[str, Any]) -> None:
    """It is kept as malformed and never raises: raising would make Telegram send it for ever. Polling has no body to keep."""
    for channel in (public, desk):
        for body, kept in ((b"", json.dumps(raw).encode()), (b"as it came", b"as it came")):
            taken = Taken([], [])
            await channel.take(raw, body, taken.deliver, taken.bad)
            assert taken == Taken([], [("staff" if channel is desk else "telegram", "1")], kept)


PRIVATE = {"id": DILFUZA, "type": "private"}
SALVAGED: dict[str, tuple[dict[str, Any], tuple[str, str]]] = {
    "words": ({"message": {"message_id": "x", "chat": PRIVATE, "text": "SOS"}}, ("text", "SOS")),
    "changed words": ({"edited_message": {"chat": PRIVATE, "text": "SOS"}}, ("text", "SOS")),
    "the words under a file": ({"message": {"chat": PRIVATE, "photo": 5, "caption": "SOS"}}, ("text", "SOS")),
    "no words": ({"message": {"chat": PRIVATE, "voice": 5}}, ("other", "")),
    "words that are none": ({"message": {"chat": PRIVATE, "text": 5}}, ("other", "")),
    "half a picture": ({"message": {"chat": PRIVATE, "text": "SOS \ud83d"}}, ("text", "SOS ?")),
}


@pytest.mark.parametrize(("raw", "heard"), SALVAGED.values(), ids=list(SALVAGED))
async def test_a_malformed_update_of_somebody(public: Telegram, raw: dict[str, Any], heard: tuple[str, str]) -> None:
    """Whose it is and what is said can be read: that is enough to hear it."""
    taken = Taken([], [])
    await public.take({"update_id": 7, **raw}, b"", taken.deliver, taken.bad)
    (event,) = taken.events
    assert isinstance(event, Inbound)
    assert (event.key, event.address, event.kind, event.text) == ("7", str(DILFUZA), *heard)
    assert taken.malformed == []


async def test_a_dice_a_poll_a_story_is_not_dropped(emulator: Emulator, public: Telegram) -> None:
    """A message of a kind that we do not know is heard as something that is not text."""
    raw = {
        "update_id": 1,
        "message": {
            "message_id": 1, "date": 1, "chat": {"id": DILFUZA, "type": "private", "first_name": "D"},
            "from": {"id": DILFUZA, "is_bot": False, "first_name": "D"}, "dice": {"emoji": "🎲", "value": 3},
        },
    }  # fmt: skip
    inbound = public.inbound(raw)
    assert inbound
    assert inbound.kind == "other"


STAFF_DOES: dict[str, tuple[Does, dict[str, object] | None]] = {
    "text in private": (
        lambda e: e.user_says(AIGUL, STAFF, "/start"),
        {"user": AIGUL, "is_private": True, "text": "/start", "thread": 0},
    ),
    "text in the group": (
        lambda e: e.user_says(AIGUL, STAFF, "Hello", chat_id=GROUP),
        {"user": AIGUL, "is_private": False, "chat": GROUP, "thread": 0},
    ),
    "an anonymous administrator": (
        lambda e: e.user_says(AIGUL, STAFF, "Hello", chat_id=GROUP, anonymous=True),
        {"user": 0, "is_private": False},
    ),
    "a photo": (
        lambda e: e.user_sends_file(AIGUL, STAFF, "photo", b"1", caption="Look", chat_id=GROUP),
        {"kind": "photo", "text": "Look"},
    ),
    "a place": (
        lambda e: e.user_sends_location(AIGUL, STAFF, 55.75, 37.62, chat_id=GROUP),
        {"kind": "location", "latitude": 55.75},
    ),
    "a contact": (
        lambda e: e.user_sends_contact(AIGUL, STAFF, "+79991234567", "Shelter", chat_id=GROUP),
        {"kind": "text", "text": "Shelter  +79991234567", "file": None},
    ),
    "a topic that somebody opened": (lambda e: e.add_topic(GROUP, "Tea"), None),
}


@pytest.mark.parametrize(("does", "expected"), STAFF_DOES.values(), ids=list(STAFF_DOES))
async def test_what_staff_do(emulator: Emulator, desk: Staff, does: Does, expected: dict[str, object] | None) -> None:
    """Each kind becomes an event; what Telegram itself says in the group does not."""
    await does(emulator)
    inbound = desk.inbound(pending(emulator, STAFF)[-1])
    if expected is None:
        assert inbound is None
    else:
        assert inbound
        assert {name: getattr(inbound, name) for name in expected} == expected


async def test_staff_write_in_a_topic_and_change_it(emulator: Emulator, desk: Staff) -> None:
    """The topic comes along; a changed message is marked."""
    await open_topic(emulator, desk)
    topic = emulator.topics(GROUP)[0]
    message = await emulator.user_says(AIGUL, STAFF, "Hello", chat_id=GROUP, thread=topic.id)
    await emulator.user_edits(message.id, "Hello!")
    events = [desk.inbound(raw) for raw in pending(emulator, STAFF)[-2:]]
    assert [(e.thread, e.text, e.edited) for e in events if e] == [
        (topic.id, "Hello", False),
        (topic.id, "Hello!", True),
    ]


async def test_staff_press_a_button(emulator: Emulator, desk: Staff) -> None:
    """In a topic, with the press that has to be answered."""
    known = await open_topic(emulator, desk)
    await desk.send(TOPICAL["card"], known)
    card = emulator.chat(STAFF, GROUP)[-1]
    press = await emulator.user_presses(AIGUL, GROUP, card.id, "take:1001")
    inbound = desk.inbound(pending(emulator, STAFF)[-1])
    assert inbound
    assert (inbound.user, inbound.button, inbound.query, inbound.chat) == (AIGUL, "take:1001", press, GROUP)


FORM = {"MessageSid": "SM1", "From": GULNORA, "Body": "Hello"}
FORMS: dict[str, tuple[dict[str, str], tuple[str, str] | None]] = {
    "text": (FORM, ("text", "Hello")),
    "nothing in it": ({**FORM, "Body": ""}, ("text", "")),
    "a picture": ({**FORM, "Body": "", "NumMedia": "1"}, ("other", sms.PICTURE)),
    "a picture with words": ({**FORM, "NumMedia": "1"}, ("text", f"Hello{sms.PICTURE}")),
    "STOP": ({**FORM, "Body": " Stop "}, ("cut-off", "")),
    "opted out at Twilio": ({**FORM, "Body": "стоп", "OptOutType": "STOP"}, ("cut-off", "")),
    "START": ({**FORM, "Body": "START"}, ("text", "START")),
    "yes is an answer": ({**FORM, "Body": "yes"}, ("text", "yes")),
    "the old name of the id": ({"SmsSid": "SM1", "From": GULNORA, "Body": "Hello"}, ("text", "Hello")),
    "no id": ({"From": GULNORA, "Body": "Hello"}, None),
    "no number": ({"MessageSid": "SM1", "Body": "Hello"}, None),
}


@pytest.mark.parametrize(("form", "expected"), FORMS.values(), ids=list(FORMS))
async def test_an_sms_comes_in(emulator: Emulator, form: dict[str, str], expected: tuple[str, str] | None) -> None:
    """Words, pictures, and the words by which a carrier cuts people off."""
    channel = sms_case(emulator).channel
    assert isinstance(channel, Sms)
    inbound = channel.inbound(form)
    assert (inbound and (inbound.kind, inbound.text)) == expected
    await channel.close()
