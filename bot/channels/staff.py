"""The staff bot, on python-telegram-bot: the group with its topics and the operators' private chats. No decisions, no state."""

import asyncio
import json
import os
import warnings
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

os.environ.setdefault("PTB_TIMEDELTA", "1")  # its new form of RetryAfter, without a warning at each one

import httpx
from telegram import Bot, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest
from telegram.warnings import PTBUserWarning

from bot.config import Bot as BotConfig
from bot.log import kind_of, log
from bot.messages import (
    AnswerPress,
    Blocked,
    Card,
    ChannelError,
    CloseTopic,
    File,
    Kind,
    NoTopic,
    OpenTopic,
    Outbound,
    Pin,
    Refused,
    Relay,
    RenameTopic,
    Ring,
    Sent,
    StaffInbound,
    Text,
    Throttled,
    Unknown,
    Unreachable,
    readable,
)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
TIMEOUT = 15.0
POLL_SECONDS = 25
EMPTY_PAUSE = 0.05
"""Seconds between two questions to a server that answers at once that there is nothing."""
FILE_KINDS = ("voice", "video", "audio", "document", "animation", "video_note", "sticker")

T = TypeVar("T")
Deliver = Callable[[StaffInbound], Awaitable[None]]
Malformed = Callable[[str, str, bytes], Awaitable[None]]
Fetch = Callable[[str], Awaitable[bytes]]


class Staff:
    """One bot. `fetch` gets a file that a person sent to the public bot."""

    def __init__(self, config: BotConfig, fetch: Fetch) -> None:
        self.bot = Bot(
            config.token,
            base_url=f"{config.api}/bot",
            base_file_url=f"{config.api}/file/bot",
            request=_request(16, TIMEOUT),
            get_updates_request=_request(2, POLL_SECONDS + 10),
        )
        self._fetch = fetch

    async def close(self) -> None:
        """Close the connections."""
        for request in self.bot._request:  # noqa: SLF001 – Bot.shutdown wants an initialize before it, which asks Telegram
            await request.shutdown()

    # In

    def inbound(self, raw: dict[str, Any]) -> StaffInbound | None:
        """The event in an update; None for a kind that does not concern us. Raises ValueError on a malformed one."""
        try:
            return _event(Update.de_json(raw, self.bot))
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError("malformed update") from error

    async def take(self, raw: dict[str, Any], payload: bytes, deliver: Deliver, malformed: Malformed) -> None:
        """Hand one update on; returns when it is stored."""
        try:
            inbound = self.inbound(raw)
        except Exception:  # noqa: BLE001 – whatever it is that cannot be read, the updates after it must be heard
            await malformed("staff", str(raw.get("update_id", "")), payload or json.dumps(raw).encode())
            return
        if inbound:
            await deliver(inbound)

    async def listen(self, url: str, secret: str) -> None:
        """Have updates delivered to a webhook."""
        await self.bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES, max_connections=10)

    async def poll(self, take: Callable[[dict[str, Any]], Awaitable[None]], fetched: Callable[[], None]) -> None:
        """Fetch updates for ever. An offset is confirmed only after all updates before it are stored."""
        await self.bot.delete_webhook()
        asked: dict[str, Any] = {"timeout": POLL_SECONDS, "allowed_updates": ALLOWED_UPDATES}
        while True:
            updates = await self._raw_updates(asked)
            fetched()
            if updates:
                await asyncio.gather(*(take(update) for update in updates))
                asked["offset"] = max(int(update["update_id"]) for update in updates) + 1
            else:
                await asyncio.sleep(EMPTY_PAUSE)

    async def _raw_updates(self, asked: dict[str, Any]) -> list[dict[str, Any]]:
        """getUpdates without parsing: one malformed update may not hide the others of its batch."""
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", PTBUserWarning
            )  # "use get_updates": that one parses the whole batch or nothing
            updates: list[dict[str, Any]] = await self.bot.do_api_request(
                "getUpdates", api_kwargs=asked, read_timeout=POLL_SECONDS + 10
            )
        return updates

    # Out

    async def send(self, out: Outbound, known: Mapping[str, str]) -> Sent:
        """Send one message; `known` tells the numbers of topics and cards. Raises a ChannelError."""
        file = await self._fetch(out.file.id) if isinstance(out, Relay) else b""
        try:
            return await _calling(lambda: self._send(out, known, file))
        except Blocked as error:
            if getattr(out, "to", "").startswith(
                "-"
            ):  # the group: thrown out, or its number is wrong; that will be mended
                raise Unreachable("the staff group does not let the bot in") from error
            raise

    async def was_sent(self, out: Outbound, since: float) -> bool:  # noqa: ARG002
        """Telegram cannot tell: it is sent again rather than lost; a page carries the same case number."""
        return False

    async def fetch(self, file_id: str) -> bytes:
        """A file that an operator sent. Raises a ChannelError."""

        async def get() -> bytes:
            file = await self.bot.get_file(file_id)
            return bytes(await file.download_as_bytearray(read_timeout=120))

        return await _calling(get)

    async def _send(self, out: Outbound, known: Mapping[str, str], file: bytes) -> Sent:
        match out:
            case Text(to, text, buttons, thread):
                topic = _topic(known, thread)
                return _sent(
                    await self.bot.send_message(
                        to, _marked(text, thread, topic), message_thread_id=topic, reply_markup=_keyboard(buttons)
                    )
                )
            case Relay(to, held, caption, thread):
                topic = _topic(known, thread)
                return _sent(await self._send_file(to, held, file, _marked(caption, thread, topic), topic))
            case Pin(to, latitude, longitude, thread):
                return _sent(
                    await self.bot.send_location(to, latitude, longitude, message_thread_id=_topic(known, thread))
                )
            case AnswerPress(query, text):
                await self.bot.answer_callback_query(query, text or None, show_alert=bool(text))
                return Sent()
            case Card():
                return await self._card(out, known)
            case OpenTopic() | RenameTopic() | CloseTopic():
                return await self._change_topic(out, known)
            case Ring():
                raise Refused("a call cannot go by Telegram")

    async def _card(self, out: Card, known: Mapping[str, str]) -> Sent:
        """Send the card and pin it, or change the one that is there."""
        keyboard, topic = _keyboard(out.buttons), _topic(known, out.thread)
        if shown := known.get(out.card):
            try:
                await self.bot.edit_message_text(out.text, out.to, int(shown), reply_markup=keyboard)
            except BadRequest as error:
                if "not modified" not in error.message:
                    raise
            return Sent()
        message = await self.bot.send_message(out.to, out.text, message_thread_id=topic, reply_markup=keyboard)
        try:
            await self.bot.pin_chat_message(out.to, message.message_id, disable_notification=True)
        except TelegramError as error:  # the card is there; that it is not pinned harms nobody
            log().warning("card not pinned", channel="staff", error=type(error).__name__)
        return Sent(str(message.message_id), ((out.card, str(message.message_id)),))

    async def _change_topic(self, out: OpenTopic | RenameTopic | CloseTopic, known: Mapping[str, str]) -> Sent:
        if isinstance(out, OpenTopic):
            topic = await self.bot.create_forum_topic(out.to, out.name[:128])
            number, case = str(topic.message_thread_id), out.thread.removeprefix("topic:")
            return Sent(number, ((out.thread, number), (f"thread:{number}", case)))
        thread = _topic(known, out.thread)
        if thread is None:
            return Sent()
        if isinstance(out, RenameTopic):
            await self.bot.edit_forum_topic(out.to, thread, name=out.name[:128])
        elif out.erase:
            await self.bot.delete_forum_topic(out.to, thread)
        return Sent()

    async def _send_file(self, to: str, file: File, data: bytes, caption: str, topic: int | None) -> Message:
        bot, words, name = (
            self.bot,
            caption or None,
            f"{file.kind}{Path(file.name).suffix[:8]}",
        )  # a name may tell who it is
        match file.kind:
            case "photo":
                return await bot.send_photo(to, data, caption=words, message_thread_id=topic)
            case "voice":
                return await bot.send_voice(to, data, caption=words, message_thread_id=topic)
            case "video":
                return await bot.send_video(to, data, caption=words, message_thread_id=topic)
            case "audio":
                return await bot.send_audio(to, data, caption=words, message_thread_id=topic, filename=name)
            case _:
                return await bot.send_document(to, data, caption=words, message_thread_id=topic, filename=name)


def _request(connections: int, read_timeout: float) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        read_timeout=read_timeout,
        write_timeout=60,
        connect_timeout=10,
        pool_timeout=30,
    )


def _topic(known: Mapping[str, str], thread: str) -> int | None:
    return int(known[thread]) if thread in known else None


def _marked(text: str, thread: str, topic: int | None) -> str:
    """Without its topic a message of a case carries the number itself."""
    return f"#{thread.removeprefix('topic:')}\n{text}"[:4096] if thread and topic is None else text


def _keyboard(buttons: tuple[tuple[str, str], ...]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data) for label, data in buttons]])


def _sent(message: Message) -> Sent:
    return Sent(str(message.message_id))


def _press(key: str, query: CallbackQuery) -> StaffInbound:
    message = query.message
    thread = getattr(message, "message_thread_id", None) or 0
    chat = message.chat if message else None
    return StaffInbound(
        key, query.from_user.id, chat.id if chat else query.from_user.id, is_private=not chat or chat.type == "private",
        thread=thread, kind="button", button=str(query.data or ""), query=query.id,
    )  # fmt: skip


def _event(update: Update) -> StaffInbound | None:
    key = str(update.update_id)
    if update.callback_query:
        return _press(key, update.callback_query)
    message = update.message or update.edited_message
    return _message(key, message, edited=update.edited_message is not None) if message else None


def _message(key: str, message: Message, *, edited: bool) -> StaffInbound | None:
    anonymous = message.sender_chat is not None
    file = _file(message)
    text = readable(message.text or message.caption)
    if contact := message.contact:
        text = f"{contact.first_name} {contact.last_name or ''} {contact.phone_number}"
    if not (text or file or message.location or message.effective_attachment) or (
        message.from_user and message.from_user.is_bot and not anonymous
    ):
        return None  # a service message: topic opened, member joined, message pinned
    return StaffInbound(
        key,
        message.from_user.id if message.from_user and not anonymous else 0,
        message.chat.id,
        is_private=message.chat.type == "private",
        thread=message.message_thread_id or 0,
        kind=_kind(message, file),
        text=text,
        edited=edited,
        file=file,
        latitude=message.location.latitude if message.location else 0.0,
        longitude=message.location.longitude if message.location else 0.0,
    )


def _kind(message: Message, file: File | None) -> Kind:
    if message.location:
        return "location"
    if file:
        return cast("Kind", file.kind)
    return "text" if message.text or message.contact else "other"


def _file(message: Message) -> File | None:
    if message.photo:
        return File("staff", message.photo[-1].file_id, "photo", message.photo[-1].file_size or 0)
    for kind in FILE_KINDS:
        if held := getattr(message, kind):
            return File("staff", held.file_id, kind, held.file_size or 0, getattr(held, "file_name", None) or "")
    return None


async def _calling(call: Callable[[], Awaitable[T]]) -> T:
    try:
        return await call()
    except (TelegramError, httpx.HTTPError, OSError) as error:
        raise _translate(error) from error


def _translate(error: Exception) -> ChannelError:
    """python-telegram-bot's errors as ours. BadRequest and TimedOut are kinds of NetworkError there, so they come first."""
    match error:
        case RetryAfter():
            after = error.retry_after
            return Throttled(after if isinstance(after, int) else after.total_seconds())
        case Forbidden():
            return Blocked()
        case InvalidToken():
            log().error("the staff bot's token is refused", channel="staff", error=kind_of(error))
            return Unreachable("unauthorized")
        case BadRequest() if (
            "thread not found" in error.message
            or "TOPIC_DELETED" in error.message
            or "TOPIC_ID_INVALID" in error.message
        ):
            return NoTopic(error.message)
        case ChatMigrated():
            log().error(
                "the staff group has a new number: put it into telegram.staff.group",
                channel="staff",
                error="ChatMigrated",
            )
            return Unreachable("the staff group has a new number")
        case BadRequest() if "chat not found" in error.message.casefold():
            return Blocked()
        case BadRequest():
            return Refused(error.message)
        case TimedOut():
            return Unknown("timed out")
        case NetworkError():
            refused = isinstance(error.__cause__, httpx.ConnectError)
            return Unreachable("no connection") if refused else Unknown("connection lost")
        case TelegramError() if type(error) is TelegramError:  # the library's word for an answer that is not JSON
            return Unknown("unreadable answer")
        case TelegramError():
            return Refused(error.message)
        case _:
            return Unknown("connection lost")
