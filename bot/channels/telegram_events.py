"""What people did on Telegram: aiogram's updates as our events, also one that cannot be read as a whole."""

from collections.abc import Mapping
from typing import Any

import bot.channels.late_models  # noqa: F401 – before aiogram

# isort: split
from aiogram.types import CallbackQuery, Message

from bot.messages import File, Inbound, readable

FILE_KINDS = ("voice", "video", "audio", "document", "animation", "video_note", "sticker")
"""Attributes of a message that hold one file."""


def salvaged(raw: Mapping[str, Any]) -> Inbound | None:
    """The chat and the words of a message that cannot be read as a whole: a cry for help may be in it."""
    message = raw.get("message") or raw.get("edited_message")
    chat = message.get("chat") if isinstance(message, dict) else None
    if not isinstance(message, dict) or not isinstance(chat, dict) or chat.get("type") != "private":
        return None
    number, text = chat.get("id"), message.get("text") or message.get("caption")
    if not isinstance(number, int):
        return None
    words = readable(text) if isinstance(text, str) else ""
    return Inbound("telegram", str(raw.get("update_id")), str(number), kind="text" if words else "other", text=words)


def press(key: str, query: CallbackQuery) -> Inbound:
    who = query.from_user
    return Inbound(
        "telegram", key, str(who.id), kind="button", button=query.data or "", query=query.id,
        name=readable(who.full_name), username=who.username or "", language=who.language_code or "",
    )  # fmt: skip


def message_of(key: str, message: Message, *, edited: bool) -> Inbound | None:
    who = message.from_user
    common: dict[str, Any] = {
        "edited": edited,
        "message": message.message_id,
        "reply": message.reply_to_message.message_id if message.reply_to_message else 0,
        "name": readable(who.full_name) if who else "",
        "username": (who.username or "") if who else "",
        "language": (who.language_code or "") if who else "",
    }
    address = str(message.chat.id)
    if message.text is not None:
        return Inbound("telegram", key, address, text=readable(message.text), **common)
    if message.location:
        where = message.location
        return Inbound(
            "telegram", key, address, kind="location", latitude=where.latitude, longitude=where.longitude, **common
        )
    if message.contact:
        held = message.contact
        told = readable(f"{held.first_name} {held.last_name or ''} {held.phone_number}")
        return Inbound("telegram", key, address, kind="contact", text=told, **common)
    file = _file(message)
    words = readable(message.caption) or (message.sticker.emoji if message.sticker else "") or ""
    return Inbound("telegram", key, address, kind=file.kind if file else "other", file=file, text=words, **common)  # type: ignore[arg-type]  # kinds of FILE_KINDS are kinds


def _file(message: Message) -> File | None:
    if message.photo:
        largest = message.photo[-1]
        return File("telegram", largest.file_id, "photo", largest.file_size or 0)
    for kind in FILE_KINDS:
        if held := getattr(message, kind):
            return File("telegram", held.file_id, kind, held.file_size or 0, getattr(held, "file_name", None) or "")
    return None
