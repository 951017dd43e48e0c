"""Both Telegram libraries and Twilio's client, unchanged, against the emulator: each understands the other."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiogram
import pytest
import pytest_asyncio
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import SendMessage
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from twilio.base.exceptions import TwilioRestException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.rest import Client

from bot.emulator import Emulator

from .conftest import ACCOUNT, AIGUL, BEK, DILFUZA, GROUP, PHONE, PUBLIC, STAFF, Service

# Twilio's client passes aiohttp's old authentication parameter.
pytestmark = pytest.mark.filterwarnings("ignore:The 'auth' parameter is deprecated:DeprecationWarning")
KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Help", callback_data="help")]])


@pytest_asyncio.fixture
async def public(emulator: Emulator) -> AsyncIterator[aiogram.Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(emulator.base))
    async with aiogram.Bot(PUBLIC, session=session).context() as bot:
        yield bot


@pytest_asyncio.fixture
async def staff(emulator: Emulator) -> AsyncIterator[telegram.Bot]:
    async with telegram.Bot(STAFF, f"{emulator.base}/bot", f"{emulator.base}/file/bot") as bot:
        yield bot


@pytest_asyncio.fixture
async def twilio(emulator: Emulator) -> AsyncIterator[Client]:
    http = AsyncTwilioHttpClient()
    client = Client(ACCOUNT.sid, ACCOUNT.auth_token, http_client=http)
    client.api.base_url = emulator.base
    yield client
    await http.close()


async def test_aiogram_sends_edits_and_deletes(emulator: Emulator, public: aiogram.Bot) -> None:
    """A message with HTML and buttons, its edit, its end."""
    await emulator.user_says(DILFUZA, PUBLIC, "/start")
    first = (await public.get_updates())[0].message
    assert first is not None
    assert (first.text, first.entities[0].type if first.entities else "") == ("/start", "bot_command")
    reply = ReplyParameters(message_id=first.message_id)
    sent = await public.send_message(
        DILFUZA, "<b>Hello</b> &lt;you&gt;", parse_mode="HTML", reply_markup=KEYS, reply_parameters=reply
    )
    seen = emulator.chat(PUBLIC, DILFUZA)[-1]
    assert (seen.text, seen.entities) == ("Hello <you>", ({"type": "bold", "offset": 0, "length": 5},))
    assert seen.buttons == [[{"text": "Help", "data": "help"}]]
    assert sent.reply_to_message is not None
    await public.edit_message_text("Other", chat_id=DILFUZA, message_id=sent.message_id)
    assert emulator.chat(PUBLIC, DILFUZA)[-1].edited
    await public.delete_message(DILFUZA, sent.message_id)
    assert emulator.chat(PUBLIC, DILFUZA)[-1].deleted


async def test_aiogram_answers_a_press(emulator: Emulator, public: aiogram.Bot) -> None:
    """A press comes as a callback query, which is answered once."""
    await emulator.user_says(DILFUZA, PUBLIC, "/start")
    sent = await public.send_message(DILFUZA, "Hello", reply_markup=KEYS)
    press = await emulator.user_presses(DILFUZA, DILFUZA, sent.message_id, "help")
    query = (await public.get_updates())[-1].callback_query
    assert query is not None
    assert (query.id, query.data, query.from_user.id) == (press, "help", DILFUZA)
    await public.answer_callback_query(query.id, "Wait")
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await public.answer_callback_query(query.id)


async def test_aiogram_files(emulator: Emulator, public: aiogram.Bot, staff: telegram.Bot) -> None:
    """Files go up and down; an id of one bot is unknown to the other."""
    await emulator.user_sends_file(DILFUZA, PUBLIC, "voice", b"OggS", "voice.ogg", "listen")
    message = (await public.get_updates())[0].message
    assert message is not None
    assert message.voice is not None
    downloaded = await public.download(message.voice.file_id)
    assert downloaded is not None
    assert downloaded.read() == b"OggS"
    sent = await public.send_photo(DILFUZA, BufferedInputFile(b"jpeg", "a.jpg"), caption="a")
    assert sent.photo is not None
    again = await public.send_photo(DILFUZA, sent.photo[-1].file_id)
    assert again.photo is not None
    with pytest.raises(telegram.error.BadRequest, match="Wrong file identifier"):
        await staff.send_photo(GROUP, again.photo[-1].file_id)
    relayed = await staff.send_voice(GROUP, b"OggS", caption="from the person")
    assert relayed.voice is not None


async def test_aiogram_errors(emulator: Emulator, public: aiogram.Bot) -> None:
    """Every refusal arrives as the library's own exception."""
    with pytest.raises(TelegramForbiddenError, match="initiate conversation"):
        await public.send_message(BEK, "Hello")
    await emulator.user_says(BEK, PUBLIC, "/start")
    emulator.telegram.block(BEK, PUBLIC)
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await public.send_message(BEK, "Hello")
    emulator.telegram.fail_next("sendMessage", 429, retry_after=7)
    with pytest.raises(TelegramRetryAfter) as flood:
        await public.send_message(BEK, "Hello")
    assert flood.value.retry_after == 7
    emulator.telegram.unblock(BEK, PUBLIC)
    emulator.telegram.drop_reply("sendMessage")
    with pytest.raises(TelegramNetworkError):
        await public.send_message(BEK, "Lost answer")
    assert emulator.chat(PUBLIC, BEK)[-1].text == "Lost answer"


async def test_aiogram_setup(emulator: Emulator, public: aiogram.Bot) -> None:
    """What a bot does at start-up."""
    assert (await public.me()).username == "panoh_bot"
    await public.set_my_commands([BotCommand(command="help", description="Help")])
    assert [c.command for c in await public.get_my_commands()] == ["help"]
    await public.set_webhook("https://example.org/hook", secret_token="s-1", allowed_updates=["message"])
    info = await public.get_webhook_info()
    assert (info.url, info.allowed_updates, info.pending_update_count) == ("https://example.org/hook", ["message"], 0)
    await public.delete_webhook()


async def test_telegram_topics(emulator: Emulator, staff: telegram.Bot) -> None:
    """A topic lives: opened, written in, pinned, renamed, closed, reopened, deleted."""
    topic = await staff.create_forum_topic(GROUP, "1 urgent")
    thread = topic.message_thread_id
    card = await staff.send_message(GROUP, "Card", message_thread_id=thread)
    await staff.pin_chat_message(GROUP, card.message_id)
    assert [m.text for m in emulator.chat(STAFF, GROUP, thread) if m.pinned] == ["Card"]
    await staff.edit_forum_topic(GROUP, thread, name="1 taken")
    await staff.close_forum_topic(GROUP, thread)
    assert [(t.name, t.closed) for t in emulator.topics(GROUP)] == [("1 taken", True)]
    await staff.reopen_forum_topic(GROUP, thread)
    with pytest.raises(telegram.error.BadRequest, match=r"(?i)topic_not_modified"):
        await staff.reopen_forum_topic(GROUP, thread)
    await staff.unpin_all_forum_topic_messages(GROUP, thread)
    await staff.delete_forum_topic(GROUP, thread)
    with pytest.raises(telegram.error.BadRequest, match="thread not found"):
        await staff.send_message(GROUP, "x", message_thread_id=thread)


async def test_telegram_sees_the_group(emulator: Emulator, staff: telegram.Bot) -> None:
    """What operators write in a topic, and who they are."""
    topic = await emulator.add_topic(GROUP, "Case")
    await emulator.user_says(AIGUL, STAFF, "/take", GROUP, topic.id)
    await emulator.user_says(BEK, STAFF, "hidden", GROUP, topic.id, anonymous=True)
    written = [u.message for u in await staff.get_updates() if u.message]
    assert [m.text for m in written] == [None, "/take", "hidden"]
    assert (written[1].message_thread_id, written[1].is_topic_message) == (topic.id, True)
    assert written[2].sender_chat is not None
    statuses = [m.status for m in await staff.get_chat_administrators(GROUP)]
    assert statuses == ["creator", "administrator"]
    assert (await staff.get_chat_member(GROUP, BEK)).status == "member"
    assert (await staff.get_chat(GROUP)).is_forum


async def test_telegram_copies_and_forwards(emulator: Emulator, staff: telegram.Bot) -> None:
    """Copies have no sender, forwards name one."""
    said = await emulator.user_says(AIGUL, STAFF, "Come at six", GROUP)
    copy = await staff.copy_message(GROUP, GROUP, said.id)
    assert emulator.chat(STAFF, GROUP)[-1].id == copy.message_id
    forwarded = await staff.forward_message(GROUP, GROUP, said.id)
    assert forwarded.forward_origin is not None
    await staff.delete_messages(GROUP, [copy.message_id, forwarded.message_id])
    assert [m.text for m in emulator.chat(STAFF, GROUP) if not m.deleted] == ["Come at six"]


async def test_telegram_polls_long(emulator: Emulator, staff: telegram.Bot) -> None:
    """A long poll is answered when something comes, and confirms by its offset."""
    poll = asyncio.create_task(staff.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    await emulator.user_sends_location(AIGUL, STAFF, 42.87, 74.6)
    (first,) = await poll
    await emulator.user_sends_contact(AIGUL, STAFF, PHONE, "Aigul")
    assert first.message is not None
    assert first.message.location is not None
    (second,) = await staff.get_updates(offset=first.update_id + 1)
    assert second.message is not None
    assert second.message.contact is not None
    assert second.message.contact.user_id == AIGUL


async def test_aiogram_answers_in_the_reply(emulator: Emulator, public: aiogram.Bot) -> None:
    """aiogram may put its call into the webhook's answer."""
    dispatcher = aiogram.Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> SendMessage:
        return message.answer(f"echo {message.text}")

    app = web.Application()
    SimpleRequestHandler(dispatcher, public, handle_in_background=False).register(app, "/hook")
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await public.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook")
    await emulator.user_says(DILFUZA, PUBLIC, "ҳа")
    await emulator.wait_for(lambda: emulator.chat(PUBLIC, DILFUZA)[-1].text == "echo ҳа")
    await runner.cleanup()


async def test_twilio_sends_and_lists(emulator: Emulator, twilio: Client) -> None:
    """An SMS, its resource, and the list that answers "did it go out?"."""
    sent = await twilio.messages.create_async(to=PHONE, from_=ACCOUNT.number, body="Салом")
    assert (sent.status, sent.num_segments, sent.direction) == ("queued", "1", "outbound-api")
    await emulator.wait_for(lambda: emulator.sms_out(PHONE)[0].status == "delivered")
    assert (await twilio.messages(sent.sid).fetch_async()).status == "delivered"
    for _ in range(2):
        await twilio.messages.create_async(to=PHONE, from_=ACCOUNT.number, body="again")
    await emulator.wait_for(lambda: all(m.status == "delivered" for m in emulator.sms_out(PHONE)))
    since = datetime.fromtimestamp(emulator.now() - 60, UTC)
    found = await twilio.messages.list_async(to=PHONE, date_sent_after=since, page_size=2)
    assert [m.body for m in found] == ["again", "again", "Салом"]
    later = datetime.fromtimestamp(emulator.now() + 60, UTC)
    assert await twilio.messages.list_async(to=PHONE, date_sent_after=later) == []


async def test_twilio_errors(emulator: Emulator, twilio: Client) -> None:
    """Refusals carry Twilio's codes."""
    await emulator.sms_in(PHONE, "stop")
    with pytest.raises(TwilioRestException) as refused:
        await twilio.messages.create_async(to=PHONE, from_=ACCOUNT.number, body="x")
    assert (refused.value.status, refused.value.code) == (400, 21610)
    await emulator.sms_in(PHONE, "START")
    emulator.twilio.fail_next("Messages", 429)
    with pytest.raises(TwilioRestException) as flood:
        await twilio.messages.create_async(to=PHONE, from_=ACCOUNT.number, body="x")
    assert (flood.value.status, flood.value.code) == (429, 20429)
    await twilio.messages.create_async(to=PHONE, from_=ACCOUNT.number, body="x")


async def test_twilio_calls(emulator: Emulator, twilio: Client, service: Service) -> None:
    """A call is answered, speaks, takes a key, ends."""
    gather = '<Response><Gather numDigits="1" action="/voice?key=1"><Say>Case 7. Press 1.</Say></Gather></Response>'
    service.answers = [web.Response(text=gather), web.Response(text="<Response><Say>Thank you.</Say></Response>")]
    call = await twilio.calls.create_async(to=PHONE, from_=ACCOUNT.number, url=f"{service.base}/voice")
    await emulator.wait_for(lambda: emulator.calls(PHONE)[0].said)
    ended = await emulator.press_key_on_call(str(call.sid), "1")
    assert (ended.said, ended.status) == (("Case 7. Press 1.", "Thank you."), "completed")
    assert service.taken[1][2]["Digits"] == "1"
