"""What Telegram says when the staff bot may not or cannot, as our closed list of errors."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
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

from bot.log import kind_of, log
from bot.messages import (
    Blocked,
    ChannelError,
    Moved,
    NoForum,
    NoTopic,
    Refused,
    Throttled,
    TopicShut,
    Unknown,
    Unreachable,
)

REFUSALS: dict[str, Callable[[str], ChannelError]] = {
    "thread not found": NoTopic,
    "topic_deleted": NoTopic,
    "topic_id_invalid": NoTopic,
    "topic_closed": TopicShut,
    "chat not found": lambda _: Blocked(),
    "group chat was deactivated": lambda _: Blocked(),
    "not a forum": lambda _: NoForum("no-topics"),
    **dict.fromkeys(
        (
            "not enough rights",
            "have no rights",
            "administrator rights",
            "chat_admin_required",
            "chat_write_forbidden",
            "chat_restricted",
        ),
        lambda _: NoForum("no-rights"),
    ),
}
"""What Telegram says when a call makes no sense to it, and what that means."""
T = TypeVar("T")


async def calling(call: Callable[[], Awaitable[T]]) -> T:
    try:
        return await call()
    except (TelegramError, httpx.HTTPError, OSError) as error:
        raise translate(error) from error


def translate(error: Exception) -> ChannelError:
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
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case BadRequest():
            said = error.message.casefold()
            return next(
                (meant(error.message) for words, meant in REFUSALS.items() if words in said), Refused(error.message)
            )
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
