"""What exists on the emulated Telegram: bots, people, groups, topics, messages, files; records, nothing that acts."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
GENERAL = 1


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot account; its id is the first half of its token."""

    token: str
    id: int
    username: str
    first_name: str

    def as_json(self) -> Json:
        """The User object."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram account that a human uses."""

    id: int
    first_name: str
    username: str | None
    language_code: str

    def as_json(self) -> Json:
        """The User object."""
        named = {"username": self.username} if self.username else {}
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        } | named

    def as_chat(self) -> Json:
        """The Chat object of a private chat with this person."""
        named = {"username": self.username} if self.username else {}
        return {"id": self.id, "type": "private", "first_name": self.first_name} | named


@dataclass(slots=True)
class Group:
    """A supergroup, or a group of the old kind; `bots` are the tokens of its bots, the first member owns it."""

    id: int
    title: str
    members: list[int]
    bots: list[str]
    forum: bool
    demoted: set[str] = field(default_factory=set)
    """Bots that are members without rights."""
    is_basic: bool = False
    """Not a supergroup yet: it may get a new number."""
    moved_to: int = 0

    def as_chat(self) -> Json:
        """The Chat object."""
        kind = "group" if self.is_basic else "supergroup"
        return {"id": self.id, "type": kind, "title": self.title} | ({"is_forum": True} if self.forum else {})


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a forum; its id is the id of the service message that opened it."""

    id: int
    name: str
    closed: bool = False
    icon_color: int = 7322096

    def as_json(self) -> Json:
        """The ForumTopic object."""
        return {"message_thread_id": self.id, "name": self.name, "icon_color": self.icon_color}


@dataclass(frozen=True, slots=True)
class Stored:
    """A file on the emulated servers."""

    number: int
    kind: str
    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """A message in a chat. `bot` is the token of the bot whose private chat it is ("" in a group).

    `kind` is `text`, `photo`, `voice` ..., `location`, `contact` or `service`; `text` is also a caption.
    """

    id: int
    chat_id: int
    bot: str
    sender: int
    sender_name: str
    from_bot: bool
    date: int
    text: str = ""
    entities: tuple[Json, ...] = ()
    kind: str = "text"
    media: Stored | Json | None = None
    thread: int | None = None
    reply_to: int | None = None
    markup: Json | None = None
    forwarded_from: str | None = None
    anonymous: bool = False
    deleted: bool = False
    edited: bool = False
    pinned: bool = False

    @property
    def buttons(self) -> list[list[Json]]:
        """The inline buttons, row by row: text, data, and url where it has one."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [
            [
                {"text": b["text"], "data": b.get("callback_data", "")} | ({"url": b["url"]} if "url" in b else {})
                for b in row
            ]
            for row in rows
        ]


@dataclass(frozen=True, slots=True)
class Call:
    """One call of an API, for the log: who called what, and what was answered."""

    bot: str
    method: str
    params: Json
    answer: Json


@dataclass(slots=True)
class Chat:
    """A chat as one list of message ids; `keyboard` is the reply keyboard that is showing."""

    ids: list[int] = field(default_factory=list)
    keyboard: Json | None = None
    started: bool = False
    blocked: bool = False


@dataclass(slots=True)
class Press:
    """A press of an inline button, and what the bot answered to it."""

    id: str
    user_id: int
    message_id: int
    data: str
    answered: bool = False
    text: str = ""
    alert: bool = False
