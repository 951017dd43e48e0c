"""Where a message of the staff bot goes, and how its buttons stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters

from bot.messages import MOVES, PLAIN, NoTopic, Pin, Relay, Text

SHORT_LABEL, IN_A_ROW = 14, 3
"""So many buttons whose labels are no longer than this stand side by side."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a message goes: a chat, a topic of it, and the message that it answers."""

    chat: str
    topic: int | None
    reply: ReplyParameters | None

    @classmethod
    def of(cls, out: Text | Relay | Pin, known: Mapping[str, str]) -> "Where":
        """By what is known of topics and cards. Raises NoTopic when the case has no topic yet."""
        topic = topic_of(known, out.thread)
        card = known.get(f"card:{out.thread.removeprefix('topic:')}", "") if out.thread and topic is None else ""
        answered = known.get(out.reply, "") or card
        reply = ReplyParameters(int(answered), allow_sending_without_reply=True) if answered else None
        return cls(chat_of(known, out.to), topic, reply)

    def mark(self, text: str, thread: str, limit: int) -> str:
        """Without its topic a message of a case carries the number itself."""
        return f"#{thread.removeprefix('topic:')}\n{text}"[:limit] if thread and self.topic is None else text


def chat_of(known: Mapping[str, str], to: str) -> str:
    """The chat's number; a group may have got a new one since the message was written."""
    for _ in range(MOVES):
        to = known.get(f"moved:{to}", to)
    return to


def topic_of(known: Mapping[str, str], thread: str) -> int | None:
    """The number of a case's topic; None where it hangs on its card. Raises NoTopic when neither is there yet."""
    if thread and thread not in known:
        raise NoTopic("not opened yet")
    return int(known[thread]) if thread and known[thread] != PLAIN else None


def keyboard(buttons: tuple[tuple[str, str], ...]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    shown = [InlineKeyboardButton(label, callback_data=data) for label, data in buttons]
    if any(len(label) > SHORT_LABEL for label, _ in buttons):
        return InlineKeyboardMarkup([[one] for one in shown])
    return InlineKeyboardMarkup([shown[at : at + IN_A_ROW] for at in range(0, len(shown), IN_A_ROW)])
