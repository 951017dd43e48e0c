"""How Twilio's REST API lists things: filters by time and number, pages with links to the next."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from bot.emulator.twilio_model import API, Sms, TwilioError

Json = dict[str, Any]
_SNAKE = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a word begins in the name of a resource: IncomingPhoneNumbers are listed as incoming_phone_numbers."""


def page(resource: str, found: list[Json], account: str, given: Mapping[str, str]) -> Json:
    """One page of a list, with the links to its neighbours; the other filters stay in them."""
    size, number = int(given.get("PageSize", "50")), int(given.get("Page", "0"))
    shown = found[number * size : (number + 1) * size]
    kept = [(k, v) for k, v in given.items() if k not in ("PageSize", "Page", "PageToken")]
    path = f"/{API}/Accounts/{account}/{resource}.json"

    def uri(to: int) -> str:
        return f"{path}?{urlencode([*kept, ('PageSize', str(size)), ('Page', str(to))])}"

    return {
        _SNAKE.sub("_", resource).lower(): shown,
        "page": number,
        "page_size": size,
        "start": number * size,
        "end": number * size + max(0, len(shown) - 1),
        "uri": uri(number),
        "first_page_uri": uri(0),
        "previous_page_uri": uri(number - 1) if number else None,
        "next_page_uri": uri(number + 1) if len(found) > (number + 1) * size else None,
    }


def fits(sms: Sms, given: Mapping[str, str]) -> bool:
    """The filters of a list of messages; times in ISO form, whole seconds as Twilio keeps them."""
    if given.get("To", sms.to) != sms.to or given.get("From", sms.sender) != sms.sender:
        return False
    sent = int(sms.sent or 0)
    if "DateSent>" in given and not (sms.sent and sent >= _moment(given["DateSent>"])):
        return False
    return "DateSent<" not in given or bool(sms.sent and sent <= _moment(given["DateSent<"]))


def _moment(text: str) -> int:
    try:
        moment = datetime.fromisoformat(text if "T" in text else f"{text}T00:00:00+00:00")
    except ValueError as problem:
        raise TwilioError(20001, f"Invalid date: {text}") from problem
    return int(moment.timestamp())
