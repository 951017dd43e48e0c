"""What Telegram says when the public bot cannot write to somebody, as our closed list of errors."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import bot.channels.late_models  # noqa: F401 – before aiogram

# isort: split
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError

from bot.log import kind_of, log
from bot.messages import Blocked, ChannelError, Refused, Throttled, Unknown, Unreachable

T = TypeVar("T")


class TakenUnread(Exception):
    """Telegram took the message, but its answer is newer than this library: sending again would double it."""


async def calling(call: Callable[[], Awaitable[T]]) -> T:
    try:
        return await call()
    except ClientDecodeError as error:
        if isinstance(error.data, dict) and error.data.get("ok") is True:
            raise TakenUnread from error
        raise Unknown("unreadable answer") from error
    except (AiogramError, TimeoutError, OSError) as error:
        raise _translate(error) from error


def _translate(error: Exception) -> ChannelError:
    """aiogram's errors as ours. A broken connection and a page of HTML leave open what happened."""
    match error:
        case TelegramRetryAfter():
            return Throttled(float(error.retry_after))
        case TelegramForbiddenError():
            return Blocked()
        case TelegramUnauthorizedError() | TelegramNotFound():
            log().error("the public bot's token is refused", channel="telegram", error=kind_of(error))
            return Unreachable("unauthorized")
        case TelegramBadRequest() if "chat not found" in error.message or "user is deactivated" in error.message:
            return Blocked()
        case TelegramServerError() | TelegramNetworkError():
            refused = isinstance(error.__cause__, ClientConnectorError)
            return Unreachable("no connection") if refused else Unknown("connection lost")
        case TelegramAPIError():
            return Refused(error.message)
        case _:
            return Unknown("unreadable answer")
