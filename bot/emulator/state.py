"""All that the emulated Telegram remembers, how it is looked up, and how it looks as Bot API objects."""

import hashlib
import mimetypes
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.emulator.checks import ApiError, File, bad
from bot.emulator.model import GENERAL, Bot, Chat, Group, Message, Person, Press, Stored, Topic
from bot.emulator.updates import Updates

Json = dict[str, Any]
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
MOVED = "group chat was upgraded to a supergroup chat"
_SHAPES: dict[str, Json] = {
    "photo": {"width": 640, "height": 480},
    "voice": {"duration": 3},
    "audio": {"duration": 3},
    "video": {"width": 640, "height": 480, "duration": 3},
    "video_note": {"length": 240, "duration": 3},
    "animation": {"width": 320, "height": 240, "duration": 3},
    "sticker": {"width": 512, "height": 512, "type": "regular", "is_animated": False, "is_video": False},
}
_NAMED = {"document", "audio", "video", "animation"}
_MIMES = {"voice": "audio/ogg", "photo": "image/jpeg", "sticker": "image/webp"}


class TelegramState:
    """Bots, people, groups, topics, messages and files."""

    def __init__(self, now: Callable[[], float], updates: Callable[[Bot], Updates]) -> None:
        self.now = now
        self._updates = updates
        self.bots: dict[str, Bot] = {}
        self.queues: dict[str, Updates] = {}
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.topics: dict[int, dict[int, Topic]] = {}
        self.messages: dict[int, Message] = {}
        self.chats: dict[tuple[str, int], Chat] = {}
        self.files: dict[str, Stored] = {}
        self.presses: dict[str, Press] = {}
        self.settings: dict[tuple[str, str], Any] = {}
        self._last_id = 100  # 1 is the general topic of every forum

    # Accounts

    def add_bot(self, token: str, username: str) -> Bot:
        """A bot account; asked for again, the same one."""
        if token not in self.bots:
            bot = Bot(token, int(token.partition(":")[0]), username, username.replace("_", " ").capitalize())
            self.bots[token] = bot
            self.queues[token] = self._updates(bot)
        return self.bots[token]

    def next_id(self) -> int:
        """Message ids are one sequence for all chats, so that an id alone names a message."""
        self._last_id += 1
        return self._last_id

    def chat_of(self, token: str, chat_id: int) -> Chat:
        """The list of messages of a private chat with this bot, or of a group."""
        key = ("" if chat_id in self.groups else token, chat_id)
        if key not in self.chats:
            self.chats[key] = Chat()
        return self.chats[key]

    def reachable(self, bot: Bot, chat_id: int | str) -> int:
        """The chat that this bot may act in, or the refusal that Telegram gives."""
        if isinstance(chat_id, str):
            chat_id = self._by_name(chat_id)
        if group := self.groups.get(chat_id):
            if group.moved_to:
                raise ApiError(400, f"Bad Request: {MOVED}", moved_to=group.moved_to)
            if bot.token not in group.bots:
                raise ApiError(403, "Forbidden: bot is not a member of the supergroup chat")
            return chat_id
        if chat_id not in self.people:
            raise bad("chat not found")
        chat = self.chat_of(bot.token, chat_id)
        if not chat.started:
            raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        if chat.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return chat_id

    def _by_name(self, name: str) -> int:
        for person in self.people.values():
            if person.username and name.lower() == f"@{person.username.lower()}":
                return person.id
        raise bad("chat not found")

    def forum(self, bot: Bot, params: Json) -> Group:
        """The forum group that a topic method acts on."""
        group = self.groups.get(self.reachable(bot, params["chat_id"]))
        if group is None or not group.forum:
            raise bad("the chat is not a forum")
        if bot.token in group.demoted:
            raise bad("not enough rights to manage topics")
        return group

    def topic(self, chat_id: int, thread: int | None) -> Topic | None:
        """The topic of that id; None for the general one; refuses an unknown one, and every one where there is no forum."""
        if thread in (None, GENERAL):
            return None
        if (group := self.groups.get(chat_id)) and not group.forum:
            raise bad("message thread not found")
        topic = self.topics.get(chat_id, {}).get(thread or 0)
        if topic is None:
            raise bad("message thread not found")
        return topic

    # Messages

    def add(self, message: Message) -> Message:
        """Put a new message into its chat."""
        self.messages[message.id] = message
        chat = self.chat_of(message.bot, message.chat_id)
        chat.ids.append(message.id)
        if markup := message.markup:
            if "keyboard" in markup:
                chat.keyboard = markup
            elif "remove_keyboard" in markup:
                chat.keyboard = None
        return message

    def change(self, message: Message, **changes: Any) -> Message:
        """The message with these fields replaced, from now on."""
        changed = replace(message, **changes)
        self.messages[message.id] = changed
        return changed

    def message_of(self, bot: Bot, chat_id: int, message_id: int, refusal: str) -> Message:
        """A message that is there and that this bot can see."""
        message = self.messages.get(message_id)
        if message is None or message.deleted or message.chat_id != chat_id or message.bot not in ("", bot.token):
            raise bad(refusal)
        return message

    def in_chat(self, token: str, chat_id: int, thread: int | None = None) -> list[Message]:
        """Messages of a chat in order; of one topic where `thread` is given."""
        found = [self.messages[i] for i in self.chat_of(token, chat_id).ids]
        return found if thread is None else [m for m in found if (m.thread or GENERAL) == thread]

    # Files

    def store(self, kind: str, file: File) -> Stored:
        """Keep a file that a person or a bot sent."""
        mime = file.mime or _MIMES.get(kind) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        stored = Stored(len(self.files) + 1, kind, file.name, mime, file.data)
        self.files[self.path(stored)] = stored
        return stored

    @staticmethod
    def path(stored: Stored) -> str:
        """Where the file is served from."""
        _, dot, suffix = stored.name.rpartition(".")
        return f"{stored.kind}s/file_{stored.number}{dot}{suffix if dot else ''}"

    @staticmethod
    def file_id(token: str, stored: Stored) -> str:
        """A file has another id for every bot."""
        secret = hashlib.sha256(f"{token}/{stored.number}".encode()).hexdigest()[:24]
        return f"AgAC{stored.number}-{secret}"

    def file(self, token: str, file_id: str) -> Stored:
        """The file of that id, if the id was given to this bot."""
        number = file_id.removeprefix("AgAC").partition("-")[0]
        for stored in self.files.values():
            if str(stored.number) == number and self.file_id(token, stored) == file_id:
                return stored
        raise bad("wrong file identifier/HTTP URL specified")

    def file_json(self, token: str, stored: Stored) -> Json:
        """The File object."""
        unique = hashlib.sha256(str(stored.number).encode()).hexdigest()[:12]
        return {"file_id": self.file_id(token, stored), "file_unique_id": unique, "file_size": len(stored.data)}

    # Bot API objects

    def message_json(self, token: str, message: Message, *, reply: bool = True) -> Json:
        """The Message object, as this bot sees it."""
        group = self.groups.get(message.chat_id)
        shown: Json = {
            "message_id": message.id,
            "from": self._sender(message),
            "chat": group.as_chat() if group else self.people[message.chat_id].as_chat(),
            "date": message.date,
        }
        if group and message.anonymous:
            shown["sender_chat"] = group.as_chat()
        if message.thread is not None and (group is None or group.forum):
            shown |= {"message_thread_id": message.thread, "is_topic_message": True}
        if group and not group.forum and not group.is_basic and message.reply_to:
            shown["message_thread_id"] = self._root(message).id
        if reply and (answered := self.messages.get(message.reply_to or message.thread or 0)):
            shown["reply_to_message"] = self.message_json(token, answered, reply=False)
        if message.forwarded_from is not None:
            shown["forward_origin"] = {
                "type": "hidden_user",
                "date": message.date,
                "sender_user_name": message.forwarded_from,
            }
        if message.edited:
            shown["edit_date"] = int(self.now())
        if message.markup and "inline_keyboard" in message.markup:
            shown["reply_markup"] = message.markup
        return shown | self._content(token, message)

    def _root(self, message: Message) -> Message:
        """The message that a thread of replies hangs on."""
        while before := self.messages.get(message.reply_to or 0):
            message = before
        return message

    def _sender(self, message: Message) -> Json:
        if message.anonymous:
            return ANONYMOUS
        if message.from_bot:
            return next(b.as_json() for b in self.bots.values() if b.id == message.sender)
        return self.people[message.sender].as_json()

    def _content(self, token: str, message: Message) -> Json:
        if message.kind == "text":
            return {"text": message.text} | ({"entities": list(message.entities)} if message.entities else {})
        if not isinstance(message.media, Stored):
            return {message.kind: message.media} if message.kind != "service" else dict(message.media or {})
        shown: Json = {message.kind: self.media_json(token, message.media)}
        if message.text:
            shown["caption"] = message.text
        if message.entities:
            shown["caption_entities"] = list(message.entities)
        return shown

    def media_json(self, token: str, stored: Stored) -> Json | list[Json]:
        """The PhotoSize list, Voice, Document ... object."""
        shown = self.file_json(token, stored) | _SHAPES.get(stored.kind, {})
        if stored.kind in _NAMED:
            shown["file_name"] = stored.name
        if stored.kind not in ("photo", "sticker", "video_note"):
            shown["mime_type"] = stored.mime
        return [shown] if stored.kind == "photo" else shown
