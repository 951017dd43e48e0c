"""What exists on the emulated Twilio: an account, messages, calls; how they look on the wire and are signed."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import formatdate
from typing import Any

Json = dict[str, Any]
API = "2010-04-01"


@dataclass(frozen=True, slots=True)
class SmsAccount:
    """An account with one number; `inbound_url` is where an SMS to that number is announced."""

    sid: str = "AC" + "0" * 32
    auth_token: str = "emulator"  # noqa: S105 - opens nothing but this emulator
    number: str = "+15005550006"
    inbound_url: str = ""
    can: tuple[str, ...] = ("voice", "sms", "mms")
    """What the number can do."""

    def number_as_json(self, keys: list[str]) -> Json:
        """The IncomingPhoneNumber resource."""
        known = {
            "account_sid": self.sid,
            "sid": "PN" + "0" * 32,
            "phone_number": self.number,
            "sms_url": self.inbound_url,
            "capabilities": {one: one in self.can for one in ("voice", "sms", "mms", "fax")},
        }
        return {key: known.get(key) for key in keys}


@dataclass(frozen=True, slots=True)
class Sms:
    """One SMS in either direction, with what it costs: encoding, units and number of segments."""

    sid: str
    sender: str
    to: str
    body: str
    inbound: bool
    status: str
    created: float
    encoding: str
    units: int
    segments: int
    callback: str = ""
    sent: float | None = None
    error: int | None = None

    def as_json(self, account: str) -> Json:
        """The Message resource."""
        uri = f"/{API}/Accounts/{account}/Messages/{self.sid}"
        return {
            "body": self.body,
            "num_segments": str(self.segments),
            "direction": "inbound" if self.inbound else "outbound-api",
            "from": self.sender,
            "to": self.to,
            "date_updated": rfc2822(self.sent or self.created),
            "price": None,
            "error_message": None if self.error is None else f"Error {self.error}",
            "uri": f"{uri}.json",
            "account_sid": account,
            "num_media": "0",
            "status": self.status,
            "messaging_service_sid": None,
            "sid": self.sid,
            "date_sent": None if self.sent is None else rfc2822(self.sent),
            "date_created": rfc2822(self.created),
            "error_code": self.error,
            "price_unit": "USD",
            "api_version": API,
            "subresource_uris": {"media": f"{uri}/Media.json"},
        }


@dataclass(frozen=True, slots=True)
class PhoneCall:
    """A voice call: what was said so far, and where a pressed key goes."""

    sid: str
    sender: str
    to: str
    status: str
    created: float
    url: str = ""
    twiml: str = ""
    callback: str = ""
    said: tuple[str, ...] = ()
    gather: str = ""
    pressed: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nobody can press a key any more."""
        return self.status in ("completed", "no-answer", "busy", "failed", "canceled")

    def as_json(self, account: str, keys: list[str]) -> Json:
        """The Call resource."""
        known = {
            "sid": self.sid,
            "date_created": rfc2822(self.created),
            "date_updated": rfc2822(self.created),
            "account_sid": account,
            "to": self.to,
            "to_formatted": self.to,
            "from": self.sender,
            "from_formatted": self.sender,
            "status": self.status,
            "direction": "outbound-api",
            "api_version": API,
            "price_unit": "USD",
            "uri": f"/{API}/Accounts/{account}/Calls/{self.sid}.json",
            "subresource_uris": {},
        }
        return {key: known.get(key) for key in keys}


class TwilioError(Exception):
    """A request that Twilio refuses, by its code."""

    def __init__(self, code: int, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status
        self.body = {
            "code": code,
            "message": message,
            "more_info": f"https://www.twilio.com/docs/errors/{code}",
            "status": status,
        }


def rfc2822(moment: float) -> str:
    """A time as Twilio writes it."""
    return formatdate(moment).replace("-0000", "+0000")


def sign(auth_token: str, url: str, params: Mapping[str, str]) -> str:
    """X-Twilio-Signature: HMAC-SHA1 over the URL and the sorted fields."""
    text = url + "".join(name + params[name] for name in sorted(params))
    return base64.b64encode(hmac.new(auth_token.encode(), text.encode(), hashlib.sha1).digest()).decode()
