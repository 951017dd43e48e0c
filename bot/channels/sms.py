"""SMS and calls, on Twilio's own client: signed webhooks in, messages and calls out, and the question whether one went out already."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientConnectorError, ClientError
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.http.response import Response
from twilio.request_validator import RequestValidator
from twilio.rest import Client

from bot.config import Sms as SmsConfig
from bot.messages import (
    Blocked,
    ChannelError,
    Found,
    Inbound,
    Outbound,
    Refused,
    Ring,
    Sent,
    Text,
    Throttled,
    Unknown,
    Unreachable,
)

TIMEOUT = 15.0
CUT_OFF = frozenset({"stop", "stopall", "unsubscribe", "cancel", "end", "quit"})
"""Words by which the carrier cuts a person off; nothing is answered to them."""
PICTURE = " (+ MMS)"
"""Stands for a picture that came with an SMS and cannot be passed on."""
STOPPED = 21610
"""Twilio: the recipient has opted out."""
NEVER = frozenset({21211, 21214, 21217, 21219, 21408, 21606, 21612, 21614, 21635, 30003, 30005, 30006})
"""Twilio: this number cannot be written to."""
RINGS = 25
"""Seconds for which a telephone rings: less than it takes most mailboxes to answer."""
LONGEST_CALL = 180
"""Seconds."""
FAILED = frozenset({"failed", "undelivered", "busy", "no-answer", "canceled"})
"""How an SMS or a call ends that reached nobody."""
LISTED = 200
"""Messages to one number, newest first, among which one is sought."""
SKEW = 5.0
"""Seconds by which Twilio's clock may differ from ours."""


class _Http(AsyncTwilioHttpClient):  # type: ignore[misc]  # twilio has no types here
    """Twilio's client with the address of the configuration, and with a time-out (its own one is ignored: twilio-python #925)."""

    def __init__(self, api: str) -> None:
        super().__init__()
        self._to = urlsplit(api)

    async def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        """One request, at the configured address."""
        wanted = urlsplit(url)._replace(scheme=self._to.scheme, netloc=self._to.netloc)
        wanted = wanted._replace(path=self._to.path + wanted.path)
        return await asyncio.wait_for(super().request(method, wanted.geturl(), *args, **kwargs), TIMEOUT)


class Sms:
    """One Twilio number. `base_url` is where Twilio reaches this service."""

    def __init__(self, config: SmsConfig, base_url: str) -> None:
        logging.getLogger("twilio.async_http_client").setLevel(logging.ERROR)  # it would log numbers
        self._config = config
        self._base_url = base_url
        self._http = _Http(config.api)
        self._client = Client(config.account_sid, config.auth_token, http_client=self._http)
        self._validator = RequestValidator(config.auth_token)

    async def close(self) -> None:
        """Close the connections."""
        await self._http.close()

    # In

    def is_signed(self, path: str, form: Mapping[str, str], signature: str | None) -> bool:
        """Whether Twilio signed this request to us."""
        return bool(signature) and bool(self._validator.validate(self._base_url + path, form, signature))

    def inbound(self, form: Mapping[str, str]) -> Inbound | None:
        """The event in a signed webhook; None when it is no message."""
        key, number = form.get("MessageSid") or form.get("SmsSid"), form.get("From")
        if not key or not number:
            return None
        text = form.get("Body", "")
        word = text.strip().casefold()
        if word in CUT_OFF or form.get("OptOutType") == "STOP":
            return Inbound("sms", key, number, kind="cut-off")
        has_picture = form.get("NumMedia", "0") not in ("", "0")
        return Inbound(
            "sms", key, number, kind="other" if has_picture and not text else "text", text=text + PICTURE * has_picture
        )

    # Out

    async def send(self, out: Outbound, known: Mapping[str, str]) -> Sent:  # noqa: ARG002 – no topics on this side
        """Send one SMS, or make one call. Raises a ChannelError."""
        if not isinstance(out, Text | Ring):
            raise Refused(f"{type(out).__name__} cannot go by SMS")
        callback = f"{self._base_url}/twilio/status"
        ends = {"to": out.to, "from_": self._config.number, "status_callback": callback}
        try:
            if isinstance(out, Ring):
                url = f"{self._base_url}/twilio/voice?case={out.case}"
                made = await self._client.calls.create_async(url=url, timeout=RINGS, time_limit=LONGEST_CALL, **ends)
            else:
                made = await self._client.messages.create_async(body=out.text, **ends)
        except (TwilioException, ClientError, TimeoutError, OSError, ValueError) as error:
            raise _translate(error) from error
        return Sent(str(made.sid))

    async def look_up(self, out: Outbound, since: float) -> tuple[Found, ...]:
        """These very words, or calls to this number, that Twilio has taken since then, newest first. Raises a ChannelError.

        Twilio is asked by number alone: what is still queued has no time of sending, and a filter by that would hide it.
        """
        if not isinstance(out, Text | Ring):
            return ()
        listed = self._client.calls if isinstance(out, Ring) else self._client.messages
        try:
            found = await listed.list_async(to=out.to, limit=LISTED)
        except (TwilioException, ClientError, TimeoutError, OSError, ValueError) as error:
            raise _translate(error) from error
        return tuple(
            Found(str(one.sid), str(one.status) in FAILED)
            for one in found
            if (isinstance(out, Ring) or one.body == out.text)
            and one.date_created
            and one.date_created.timestamp() >= since - SKEW
        )


def _translate(error: Exception) -> ChannelError:
    """Twilio's errors as ours."""
    match error:
        case TwilioRestException(code=code) if code == STOPPED:
            return Blocked("stopped")
        case TwilioRestException(code=code) if code in NEVER:
            return Blocked("refused")
        case TwilioRestException(status=429):
            return Throttled(2.0)
        case TwilioRestException(status=status) if status >= 500:
            return Unknown("the provider failed")
        case TwilioRestException(status=401 | 403):
            return Unreachable("the provider does not know us")
        case TwilioRestException():
            return Refused(f"code {error.code}")
        case ClientConnectorError():
            return Unreachable("no connection")
        case _:
            return Unknown("connection lost")
