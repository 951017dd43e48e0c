"""The public bot, on aiogram: people's updates in, messages to people out. No dialogue, no state."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import bot.channels.late_models  # noqa: F401 – before aiogram

# isort: split
import msgspec
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, TelegramBadRequest
from aiogram.methods import Response, TelegramMethod
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    Message,
    ReplyParameters,
    Update,
)

from bot.channels.photo import NotClean, is_photo, without_metadata
from bot.channels.telegram_errors import TakenUnread, calling
from bot.channels.telegram_events import message_of, press, salvaged
from bot.config import Bot as BotConfig
from bot.log import log
from bot.messages import (
    AnswerPress,
    Change,
    File,
    Found,
    Inbound,
    Outbound,
    Pin,
    Refused,
    Relay,
    Sent,
    Text,
    Wipe,
)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
CONNECTIONS = 40
"""How many updates Telegram may deliver at once (its own default; the most is 100)."""
TIMEOUT = 15
POLL_SECONDS = 25
FULL_BATCH = 100
"""Updates that one fetch brings at the most: so many mean that more wait."""
SIDE_BY_SIDE = 20
"""Fetched updates that are stored at once: all hundred would keep a cry for help by SMS waiting."""
MOST_DELETED = 100
"""Messages that one call may delete."""
EMPTY_PAUSE = 0.05
"""Seconds between two questions to a server that answers at once that there is nothing."""
COMMANDS = {
    "en": ("Menu", "Help", "Rights at work", "Numbers", "Settings", "Language"),
    "ru": ("Меню", "Помощь", "Права на работе", "Телефоны", "Настройки", "Язык"),
    "uz": ("Menyu", "Yordam", "Ishdagi huquqlar", "Telefonlar", "Sozlamalar", "Til"),
    "tg": ("Меню", "Кӯмак", "Ҳуқуқ дар кор", "Телефонҳо", "Танзимот", "Забон"),
    "ky": ("Меню", "Жардам", "Жумуштагы укук", "Телефондор", "Жөндөөлөр", "Тил"),
    "kk": ("Мәзір", "Көмек", "Жұмыстағы құқық", "Телефондар", "Баптаулар", "Тіл"),
}
"""The words in Telegram's menu button."""

Deliver = Callable[[Inbound], Awaitable[None]]
Malformed = Callable[[str, str, bytes], Awaitable[None]]
Fetch = Callable[[str], Awaitable[bytes]]


class Telegram:
    """One bot. `fetch` gets a file that was sent to the staff bot."""

    def __init__(self, config: BotConfig, fetch: Fetch) -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(config.api), timeout=TIMEOUT)
        self.bot = Bot(config.token, session=session)
        self._fetch = fetch

    async def close(self) -> None:
        """Close the connections."""
        await self.bot.session.close()

    # In

    def inbound(self, raw: Mapping[str, Any]) -> Inbound | None:
        """The event in an update; None for a kind that does not concern us. Raises ValidationError on a malformed one."""
        update = Update.model_validate(raw, context={"bot": self.bot})
        key = str(update.update_id)
        if update.callback_query:
            return press(key, update.callback_query)
        if update.my_chat_member and update.my_chat_member.chat.type == "private":
            left = update.my_chat_member.new_chat_member.status in ("kicked", "left")
            return Inbound("telegram", key, str(update.my_chat_member.chat.id), kind="cut-off" if left else "cut-in")
        message = update.message or update.edited_message
        if message is None or message.chat.type != "private":
            return None
        return message_of(key, message, edited=update.edited_message is not None)

    async def take(self, raw: Mapping[str, Any], payload: bytes, deliver: Deliver, malformed: Malformed) -> None:
        """Hand one update on; returns when it is stored."""
        try:
            inbound = self.inbound(raw)
        except Exception:  # noqa: BLE001 – whatever it is that cannot be read, the person and the updates after it must be heard
            if (inbound := salvaged(raw)) is None:
                await malformed("telegram", str(raw.get("update_id", "")), payload or json.dumps(raw).encode())
        if inbound:
            await deliver(inbound)

    async def listen(self, url: str, secret: str) -> None:
        """Have updates delivered to a webhook."""
        await self.bot.set_webhook(
            url,
            secret_token=secret,
            allowed_updates=ALLOWED_UPDATES,
            max_connections=CONNECTIONS,
            request_timeout=TIMEOUT,
        )

    async def set_commands(self) -> None:
        """Name the commands in Telegram's menu button, in every language; it is no harm when that fails."""
        for language, names in COMMANDS.items():
            words = zip(("menu", "help", "rights", "numbers", "settings", "language"), names, strict=True)
            commands = [BotCommand(command=word, description=name) for word, name in words]
            try:
                await self.bot.set_my_commands(commands, language_code="" if language == "en" else language)
            except (AiogramError, TimeoutError, OSError) as error:
                log().warning("commands not set", channel="telegram", error=type(error).__name__)
                return

    async def poll(self, take: Callable[[dict[str, Any]], Awaitable[None]], fetched: Callable[[int], None]) -> None:
        """Fetch updates for ever. An offset is confirmed only after all updates before it are stored; those of a batch are stored side by side."""
        await self.bot.delete_webhook(request_timeout=TIMEOUT)
        offset = None
        while True:
            updates = await self.bot(
                RawUpdates(offset=offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED_UPDATES),
                request_timeout=POLL_SECONDS + 10,
            )
            fetched(len(updates))
            if updates:
                for first in range(0, len(updates), SIDE_BY_SIDE):
                    await asyncio.gather(*(take(update) for update in updates[first : first + SIDE_BY_SIDE]))
                offset = max(int(update["update_id"]) for update in updates) + 1
            else:
                await asyncio.sleep(EMPTY_PAUSE)

    # Out

    async def send(self, out: Outbound, known: Mapping[str, str]) -> Sent:
        """Send one message; `known` tells the number of the message that it answers or changes. Raises a ChannelError."""
        file = await self._clean_file(out.file) if isinstance(out, Relay) else b""
        about = known.get(getattr(out, "reply", ""), "")
        try:
            return await calling(lambda: self._send(out, file, about))
        except TakenUnread:
            return Sent()
        except Refused as error:
            if isinstance(out, Change) and "not modified" in str(error):
                return Sent()
            raise

    async def _clean_file(self, file: File) -> bytes:
        """A file of the staff; a photo without its metadata."""
        data = await self._fetch(file.id)
        if not is_photo(file.kind, file.name):
            return data
        try:
            return await asyncio.to_thread(without_metadata, data, file.kind)
        except NotClean as error:
            raise Refused("a photo with metadata that cannot be taken out") from error

    async def look_up(self, out: Outbound, since: float) -> tuple[Found, ...]:  # noqa: ARG002
        """Telegram cannot tell: it is sent again rather than lost."""
        return ()

    async def fetch(self, file_id: str) -> bytes:
        """A file that a person sent. Raises a ChannelError."""

        async def get() -> bytes:
            file = await self.bot.get_file(file_id, request_timeout=TIMEOUT)
            data = await self.bot.download_file(str(file.file_path), timeout=120)
            return data.read() if data else b""

        return await calling(get)

    async def _send(self, out: Outbound, file: bytes, about: str) -> Sent:
        bot = self.bot
        reply = ReplyParameters(message_id=int(about), allow_sending_without_reply=True) if about else None
        match out:
            case Text(to, text, buttons):
                answered = reply.model_dump_json(exclude_unset=True) if reply else None
                sent = await bot(
                    SendText(chat_id=to, text=text, reply_markup=_keyboard(buttons), reply_parameters=answered)
                )
                return Sent(str(sent["message_id"]))
            case Change(to, text, _, is_caption):
                if not about:
                    raise Refused("the message to change is not known")
                if is_caption:
                    await bot.edit_message_caption(chat_id=to, message_id=int(about), caption=text)
                else:
                    await bot.edit_message_text(text, chat_id=to, message_id=int(about))
                return Sent()
            case AnswerPress(query, text):
                await bot.answer_callback_query(query, text or None)
                return Sent()
            case Wipe(to, messages):
                for first in range(0, len(messages), MOST_DELETED):
                    await self._delete(to, messages[first : first + MOST_DELETED])
                return Sent()
            case Pin(to, latitude, longitude):
                return _sent(await bot.send_location(to, latitude, longitude, reply_parameters=reply))
            case Relay():
                return _sent(await self._send_file(out, file, reply))
            case _:
                raise Refused(f"{type(out).__name__} is for the staff bot")

    async def _delete(self, to: str, messages: tuple[int, ...]) -> None:
        """All at once; where Telegram refuses that because of one, each alone, and that one stays."""
        try:
            await self.bot.delete_messages(to, list(messages))
        except TelegramBadRequest:
            for one in messages:
                with contextlib.suppress(TelegramBadRequest):
                    await self.bot.delete_message(to, one)

    async def _send_file(self, out: Relay, data: bytes, reply: ReplyParameters | None) -> Message:
        bot, to, caption, file = self.bot, out.to, out.caption or None, out.file
        held = BufferedInputFile(data, f"{file.kind}{Path(file.name).suffix[:8]}")
        match file.kind:
            case "photo":
                return await bot.send_photo(to, held, caption=caption, reply_parameters=reply)
            case "voice":
                return await bot.send_voice(to, held, caption=caption, reply_parameters=reply)
            case "video":
                return await bot.send_video(to, held, caption=caption, reply_parameters=reply)
            case "video_note":
                return await bot.send_video_note(to, held, reply_parameters=reply)
            case "animation":
                return await bot.send_animation(to, held, caption=caption, reply_parameters=reply)
            case "audio":
                return await bot.send_audio(to, held, caption=caption, reply_parameters=reply)
            case "sticker":
                return await bot.send_sticker(to, held, reply_parameters=reply)
            case _:
                return await bot.send_document(to, held, caption=caption, reply_parameters=reply)


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without parsing: one malformed update may not hide the others of its batch."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


# aiogram wraps every answer in a generic model of its own; without a name that holds it, pydantic builds it anew each time.
_KEPT = (Response[bool], Response[dict[str, Any]], Response[list[dict[str, Any]]], Response[Message])
Update.model_rebuild()  # the first cry must not wait for it


class SendText(TelegramMethod[dict[str, Any]]):
    """sendMessage as most of our messages need it. Typed buttons and a parsed answer would cost as much as the whole turn."""

    __returning__ = dict[str, Any]
    __api_method__ = "sendMessage"

    chat_id: str
    text: str
    reply_markup: str | None = None
    reply_parameters: str | None = None


PICTURE = 2
"""Characters of a label that is only a picture."""


def _keyboard(buttons: tuple[tuple[str, str], ...]) -> str | None:
    """The inline keyboard as it goes over the wire: one button a line, lone pictures side by side."""
    rows: list[list[dict[str, str]]] = []
    for label, data in buttons:
        button = {"text": label, "callback_data": data}
        if rows and len(label) <= PICTURE and len(rows[-1][-1]["text"]) <= PICTURE:
            rows[-1].append(button)
        else:
            rows.append([button])
    return msgspec.json.encode({"inline_keyboard": rows}).decode() if rows else None


def _sent(message: Message) -> Sent:
    return Sent(str(message.message_id))
