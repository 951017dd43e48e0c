"""What happened on the staff's side: python-telegram-bot's updates as our events."""

from typing import cast

from telegram import CallbackQuery, Message, Update

from bot.messages import File, Kind, StaffInbound, readable

FILE_KINDS = ("voice", "video", "audio", "document", "animation", "video_note", "sticker")


def _press(key: str, query: CallbackQuery) -> StaffInbound:
    message = query.message
    thread = getattr(message, "message_thread_id", None) or 0
    chat = message.chat if message else None
    return StaffInbound(
        key, query.from_user.id, chat.id if chat else query.from_user.id, is_private=not chat or chat.type == "private",
        thread=thread, kind="button", button=str(query.data or ""), query=query.id,
    )  # fmt: skip


def event(update: Update) -> StaffInbound | None:
    """The event in an update; None for a kind that does not concern us."""
    key = str(update.update_id)
    if update.callback_query:
        return _press(key, update.callback_query)
    if (change := update.my_chat_member) and change.chat.type != "private":
        is_out = change.new_chat_member.status in ("kicked", "left")
        return StaffInbound(key, 0, change.chat.id, is_private=False, kind="shut-out") if is_out else None
    message = update.message or update.edited_message
    return _message(key, message, edited=update.edited_message is not None) if message else None


def _message(key: str, message: Message, *, edited: bool) -> StaffInbound | None:
    if message.migrate_to_chat_id:
        to = message.migrate_to_chat_id
        return StaffInbound(key, 0, message.chat.id, is_private=False, kind="moved", moved_to=to)
    if message.migrate_from_chat_id:
        old = message.migrate_from_chat_id
        return StaffInbound(key, 0, old, is_private=False, kind="moved", moved_to=message.chat.id)
    anonymous = message.sender_chat is not None
    answered = message.reply_to_message
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
        message=message.message_id,
        reply=answered.message_id if answered else 0,
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
