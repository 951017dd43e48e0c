"""The staff bot, on python-telegram-bot: messages into the group with its topics and into operators' private chats. No decisions, no state."""

import asyncio
import json
import os
import warnings
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

os.environ.setdefault("PTB_TIMEDELTA", "1")  # its new form of RetryAfter, without a warning at each one

from telegram import Bot, InlineKeyboardMarkup, Message, Update
from telegram.error import (
    BadRequest,
    TelegramError,
)
from telegram.request import HTTPXRequest
from telegram.warnings import PTBUserWarning

from bot.channels.staff_errors import calling
from bot.channels.staff_events import event
from bot.channels.staff_form import Where, chat_of, keyboard, topic_of
from bot.config import Bot as BotConfig
from bot.log import log
from bot.messages import (
    PLAIN,
    AnswerPress,
    Blocked,
    Card,
    Change,
    CloseTopic,
    Found,
    NoForum,
    NotHere,
    OpenTopic,
    Outbound,
    Pin,
    Refused,
    Relay,
    RenameTopic,
    ReopenTopic,
    Ring,
    Sent,
    ShutOut,
    StaffInbound,
    Text,
    Wipe,
)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
TIMEOUT = 15.0
POLL_SECONDS = 25
EMPTY_PAUSE = 0.05
"""Seconds between two questions to a server that answers at once that there is nothing."""

TOPIC_WORK = (OpenTopic, RenameTopic, ReopenTopic, CloseTopic)
"""What only an administrator may do; who may not may still write."""
EXTRAS = (Relay, Wipe)
"""What the group may refuse though it still takes words."""
CARD_GONE = ("message to edit not found", "message_id_invalid", "message can't be edited")

Deliver = Callable[[StaffInbound], Awaitable[None]]
Malformed = Callable[[str, str, bytes], Awaitable[None]]
Fetch = Callable[[str], Awaitable[bytes]]
Keep = Callable[[Relay, bytes], Awaitable[None]]


class Staff:
    """One bot. `fetch` gets a file that a person sent to the public bot; `keep` keeps it as it is, before it goes on."""

    def __init__(self, config: BotConfig, fetch: Fetch, keep: Keep) -> None:
        self.bot = Bot(
            config.token,
            base_url=f"{config.api}/bot",
            base_file_url=f"{config.api}/file/bot",
            request=_request(16, TIMEOUT),
            get_updates_request=_request(2, POLL_SECONDS + 10),
        )
        self._fetch, self._keep = fetch, keep

    async def close(self) -> None:
        """Close the connections."""
        for request in self.bot._request:  # noqa: SLF001 – Bot.shutdown wants an initialize before it, which asks Telegram
            await request.shutdown()

    # In

    def inbound(self, raw: dict[str, Any]) -> StaffInbound | None:
        """The event in an update; None for a kind that does not concern us. Raises ValueError on a malformed one."""
        try:
            return event(Update.de_json(raw, self.bot))
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
        file = b""
        if isinstance(out, Relay):
            file = await self._fetch(out.file.id)
            await self._keep(out, file)
        try:
            return await calling(lambda: self._send(out, known, file))
        except (Blocked, Refused) as error:
            if isinstance(out, TOPIC_WORK) and "topic_not_modified" in str(error).casefold():
                return Sent()
            is_group = getattr(out, "to", "").startswith("-")
            if isinstance(error, NoForum) and isinstance(out, EXTRAS):
                raise NotHere("not allowed in the group") from error
            if is_group and (
                isinstance(error, Blocked) or (isinstance(error, NoForum) and not isinstance(out, TOPIC_WORK))
            ):
                raise ShutOut("the staff group does not let the bot in") from error
            raise

    async def look_up(self, out: Outbound, since: float) -> tuple[Found, ...]:  # noqa: ARG002
        """Telegram cannot tell: it is sent again rather than lost; a page carries the same case number."""
        return ()

    async def fetch(self, file_id: str) -> bytes:
        """A file that an operator sent. Raises a ChannelError."""

        async def get() -> bytes:
            file = await self.bot.get_file(file_id)
            return bytes(await file.download_as_bytearray(read_timeout=120))

        return await calling(get)

    async def _send(self, out: Outbound, known: Mapping[str, str], file: bytes) -> Sent:
        match out:
            case Text(text=text, buttons=buttons):
                where = Where.of(out, known)
                words = where.mark(text, out.thread, 4096)
                return _sent(
                    await self.bot.send_message(
                        where.chat,
                        words,
                        message_thread_id=where.topic,
                        reply_markup=keyboard(buttons),
                        reply_parameters=where.reply,
                    )
                )
            case Relay():
                return _sent(await self._send_file(Where.of(out, known), out, file))
            case Pin(latitude=latitude, longitude=longitude):
                where = Where.of(out, known)
                return _sent(
                    await self.bot.send_location(
                        where.chat,
                        latitude,
                        longitude,
                        message_thread_id=where.topic,
                        reply_parameters=where.reply,
                    )
                )
            case Change():
                raise Refused("what stands in the group is not changed")
            case Wipe(to, messages):
                await self.bot.delete_messages(chat_of(known, to), messages)
                return Sent()
            case AnswerPress(query, text):
                await self.bot.answer_callback_query(query, text or None, show_alert=bool(text))
                return Sent()
            case Card():
                return await self._card(out, known)
            case OpenTopic() | RenameTopic() | ReopenTopic() | CloseTopic():
                return await self._change_topic(out, known)
            case Ring():
                raise Refused("a call cannot go by Telegram")

    async def _card(self, out: Card, known: Mapping[str, str]) -> Sent:
        """Send the card and pin it, or change the one that is there."""
        buttons, chat = keyboard(out.buttons), chat_of(known, out.to)
        if (shown := known.get(out.card)) and await self._change_card(out, chat, int(shown), buttons):
            return Sent()
        topic = topic_of(known, out.thread)
        message = await self.bot.send_message(chat, out.text, message_thread_id=topic, reply_markup=buttons)
        try:
            await self.bot.pin_chat_message(chat, message.message_id, disable_notification=True)
        except TelegramError as error:  # the card is there; that it is not pinned harms nobody
            log().warning("card not pinned", channel="staff", error=type(error).__name__)
        return Sent(str(message.message_id), ((out.card, str(message.message_id)),))

    async def _change_card(self, out: Card, chat: str, shown: int, keyboard: InlineKeyboardMarkup | None) -> bool:
        """Whether the card is there, and as it should be."""
        try:
            await self.bot.edit_message_text(out.text, chat, shown, reply_markup=keyboard)
        except BadRequest as error:
            if any(gone in error.message.casefold() for gone in CARD_GONE):
                return False
            if "not modified" not in error.message:
                raise
        return True

    async def _change_topic(
        self, out: OpenTopic | RenameTopic | ReopenTopic | CloseTopic, known: Mapping[str, str]
    ) -> Sent:
        bot, chat = self.bot, chat_of(known, out.to)
        if isinstance(out, OpenTopic):
            topic = await bot.create_forum_topic(chat, out.name[:128])
            number, case = str(topic.message_thread_id), out.thread.removeprefix("topic:")
            return Sent(number, ((out.thread, number), (f"thread:{number}", case)))
        if known.get(out.thread, PLAIN) == PLAIN:
            return Sent()
        thread = int(known[out.thread])
        match out:
            case RenameTopic():
                await bot.edit_forum_topic(chat, thread, name=out.name[:128])
            case ReopenTopic():
                await bot.reopen_forum_topic(chat, thread)
            case CloseTopic(erase=erase):
                if erase:
                    await bot.delete_forum_topic(chat, thread)
        return Sent()

    async def _send_file(self, where: "Where", out: Relay, data: bytes) -> Message:
        file, bot = out.file, self.bot
        common: dict[str, Any] = {"message_thread_id": where.topic, "reply_parameters": where.reply}
        words = where.mark(out.caption, out.thread, 1024) or None
        name = f"{file.kind}{Path(file.name).suffix[:8]}"  # the true one may tell who it is
        match file.kind:
            case "photo":
                return await bot.send_photo(where.chat, data, caption=words, **common)
            case "voice":
                return await bot.send_voice(where.chat, data, caption=words, **common)
            case "video":
                return await bot.send_video(where.chat, data, caption=words, **common)
            case "video_note" if not words:
                return await bot.send_video_note(where.chat, data, **common)
            case "animation":
                return await bot.send_animation(where.chat, data, caption=words, filename=name, **common)
            case "sticker" if not words:
                return await bot.send_sticker(where.chat, data, **common)
            case "audio":
                return await bot.send_audio(where.chat, data, caption=words, filename=name, **common)
            case _:
                return await bot.send_document(where.chat, data, caption=words, filename=name, **common)


def _request(connections: int, read_timeout: float) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        read_timeout=read_timeout,
        write_timeout=60,
        connect_timeout=10,
        pool_timeout=30,
    )


def _sent(message: Message) -> Sent:
    return Sent(str(message.message_id))
