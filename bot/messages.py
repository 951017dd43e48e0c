"""Channel-neutral messages in and out, and the closed list of what can go wrong when one is sent. No provider is named here."""

from typing import Literal

import msgspec

PersonChannel = Literal["telegram", "sms"]
ChannelName = Literal["telegram", "staff", "sms", "voice"]
Kind = Literal[
    "text", "button", "photo", "voice", "video", "audio", "document", "animation", "video_note", "sticker", "location", "contact", "other",
    "cut-off", "cut-in", "moved", "shut-out",
]  # fmt: skip
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes that a Telegram bot may fetch."""


MOVES = 3
"""How often a group may have got a new number since the configuration was written."""


def readable(text: str | None) -> str:
    """A text without halves of surrogate pairs: JSON can carry them, UTF-8 cannot, and they are no letters."""
    return text.encode("utf-8", "replace").decode() if text else ""


class File(msgspec.Struct, frozen=True):
    """A file that one of the two bots can fetch."""

    bot: Literal["telegram", "staff"]
    id: str
    kind: str
    size: int = 0
    name: str = ""


class Inbound(msgspec.Struct, frozen=True):
    """Something a person did. `key` names it for ever: the same key twice is the same thing twice."""

    channel: PersonChannel
    key: str
    address: str
    """Where to answer: the chat's id, or a telephone number."""
    kind: Kind = "text"
    text: str = ""
    """Words, or the caption of a file."""
    button: str = ""
    query: str = ""
    """What must be answered so that the pressed button stops turning."""
    edited: bool = False
    file: File | None = None
    latitude: float = 0.0
    longitude: float = 0.0
    message: int = 0
    """The message's number in its chat; 0 where messages have none."""
    reply: int = 0
    """The number of the message that it answers."""
    name: str = ""
    username: str = ""
    language: str = ""
    """The language the phone is set to, if the provider tells."""


class StaffInbound(msgspec.Struct, frozen=True):
    """Something that happened in the staff group or in an operator's private chat."""

    key: str
    user: int
    """The Telegram number; 0 for an anonymous administrator."""
    chat: int
    is_private: bool
    thread: int = 0
    kind: Kind = "text"
    text: str = ""
    button: str = ""
    query: str = ""
    edited: bool = False
    file: File | None = None
    latitude: float = 0.0
    longitude: float = 0.0
    message: int = 0
    reply: int = 0
    """The number of the message that it answers."""
    moved_to: int = 0
    """The group's new number, where Telegram gave it one."""


class Text(msgspec.Struct, frozen=True, tag=True):
    """Say something, with buttons as (label, data), one a line. `thread` names a topic by its case.

    `origin` is the place of the message that this one carries to the other side, `reply` of the message it answers there:
    `public:PERSON:MESSAGE` or `group:MESSAGE`.
    """

    to: str
    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    thread: str = ""
    origin: str = ""
    reply: str = ""


class Relay(msgspec.Struct, frozen=True, tag=True):
    """Send a file that was sent to the other bot."""

    to: str
    file: File
    caption: str = ""
    thread: str = ""
    origin: str = ""
    reply: str = ""


class Pin(msgspec.Struct, frozen=True, tag=True):
    """Send a place on the map."""

    to: str
    latitude: float
    longitude: float
    thread: str = ""
    origin: str = ""
    reply: str = ""


class Change(msgspec.Struct, frozen=True, tag=True):
    """Change the words of a message that was sent before: of the one that carries `reply`."""

    to: str
    text: str
    reply: str
    is_caption: bool = False


class OpenTopic(msgspec.Struct, frozen=True, tag=True):
    """Open a forum topic; its number is remembered as `thread`."""

    to: str
    name: str
    thread: str


class Card(msgspec.Struct, frozen=True, tag=True):
    """Send the card of a case, or change it; its message is remembered as `card`."""

    to: str
    text: str
    buttons: tuple[tuple[str, str], ...]
    thread: str
    card: str


class RenameTopic(msgspec.Struct, frozen=True, tag=True):
    """Give a topic another name."""

    to: str
    name: str
    thread: str


class ReopenTopic(msgspec.Struct, frozen=True, tag=True):
    """Open a topic again that somebody closed."""

    to: str
    thread: str


class CloseTopic(msgspec.Struct, frozen=True, tag=True):
    """Close a topic; `erase` deletes it with all its messages."""

    to: str
    thread: str
    erase: bool = False


class Ring(msgspec.Struct, frozen=True, tag=True):
    """Call a telephone about a case; what is said is asked for when somebody answers."""

    to: str
    case: int


class Wipe(msgspec.Struct, frozen=True, tag=True):
    """Delete messages, because a person erased their data, or hides their chat: then all of it that can be deleted."""

    to: str
    messages: tuple[int, ...]


class AnswerPress(msgspec.Struct, frozen=True, tag=True):
    """Tell Telegram that a pressed button was heard; `text` is shown to the one who pressed."""

    query: str
    text: str = ""


Outbound = (
    Text | Relay | Pin | Change | OpenTopic | Card | RenameTopic | ReopenTopic | CloseTopic | Wipe | Ring | AnswerPress
)
PLAIN = "0"
"""Remembered in the place of a topic's number: the case has none, its messages hang on the card."""


class Sent(msgspec.Struct, frozen=True):
    """What the provider said. `remember` are names and numbers that later messages need (a topic, a card)."""

    provider_id: str = ""
    remember: tuple[tuple[str, str], ...] = ()


class Found(msgspec.Struct, frozen=True):
    """Something like it that the provider has already; `has_failed`: it did not arrive."""

    provider_id: str
    has_failed: bool = False


class ChannelError(Exception):
    """A message was not (surely) sent. The text holds no address and no words of the message."""


class Throttled(ChannelError):
    """Too fast: again after so many seconds."""

    def __init__(self, after: float) -> None:
        super().__init__(f"throttled for {after:g} s")
        self.after = after


class Unreachable(ChannelError):
    """The provider could not be reached; nothing was sent."""


class Refused(ChannelError):
    """The provider will never take this message."""


class Blocked(ChannelError):
    """This person or operator cannot be written to: blocked, never started, stopped. `reason` is a word for staff."""

    def __init__(self, reason: Literal["blocked", "stopped", "refused"] = "blocked") -> None:
        super().__init__(reason)
        self.reason = reason


class Unknown(ChannelError):
    """The connection broke: the message may have been sent or not."""


class NoTopic(Refused):
    """The topic of a case is gone, or was not opened yet."""


class TopicShut(Refused):
    """The topic of a case was closed by somebody."""


class NoForum(Refused):
    """The group has no topics, or the bot may not manage them. The text is a word for staff: `no-topics` or `no-rights`."""


class NotHere(Refused):
    """The staff group takes words, but nothing of this kind."""


class ShutOut(Unreachable):
    """The staff group does not let the bot in: thrown out, silenced, or its number is wrong."""


class Delayed(Unreachable):
    """The staff group takes nothing for a long while."""


class Moved(Unreachable):
    """The staff group has a new number."""

    def __init__(self, to: int) -> None:
        super().__init__("the staff group has a new number")
        self.to = to


GroupFault = NoTopic | TopicShut | NoForum | ShutOut | Delayed | Moved
"""What goes wrong with the staff group itself; it is mended rather than waited for."""
