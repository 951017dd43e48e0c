"""The Twilio server: SMS out (REST), status callbacks, SMS in (signed webhook), opt-out words; not the calls."""

import asyncio
import base64
import hashlib
import json
import re
from collections import deque
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree as ET

from aiohttp import ClientSession, web

from bot.emulator.calls import Calls
from bot.emulator.changes import Changes
from bot.emulator.faults import Failure, Faults
from bot.emulator.model import Call
from bot.emulator.twilio_lists import fits, page
from bot.emulator.twilio_model import API, PhoneCall, Sms, SmsAccount, TwilioError
from bot.emulator.webhooks import Webhooks

Json = dict[str, Any]
_SPEC: Json = json.loads(files("bot.emulator").joinpath("twilio_api.json").read_text("utf-8"))
_PHONE = re.compile(r"\+[1-9]\d{6,14}")
OPT_OUT = {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"}
OPT_IN = {"START", "YES", "UNSTOP"}
UNDELIVERED = 30003
LONGEST = 1600


class TwilioServer(Faults):
    """`/2010-04-01/Accounts/{sid}/Messages.json` and `Calls.json`, with the faults that a test asks for."""

    def __init__(
        self,
        account: SmsAccount,
        now: Callable[[], float],
        changes: Changes,
        session: Callable[[], ClientSession],
        log: deque[Call],
    ) -> None:
        super().__init__()
        self.account = account
        self.changes = changes
        self.log = log
        self.now = now
        self.messages: dict[str, Sms] = {}
        self.opted_out: set[str] = set()
        self.outcomes: dict[str, tuple[str, int | None]] = {}
        self.callbacks_reversed = False
        self.webhooks = Webhooks(account, session)
        self.calls = Calls(self.webhooks, now, changes.notify, self.new_sid, self.start)
        self._born = now()
        self._count = 0
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def inbound_url(self) -> str:
        """Where an SMS to our number is announced; may be set once the service listens."""
        return self.account.inbound_url

    @inbound_url.setter
    def inbound_url(self, url: str) -> None:
        self.account = self.webhooks.account = replace(self.account, inbound_url=url)

    def new_sid(self, prefix: str) -> str:
        """A sid that no other resource has, in this emulator or one started later."""
        self._count += 1
        return prefix + hashlib.sha256(f"{self._born}/{self._count}".encode()).hexdigest()[:32]

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something beside the request that caused it."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """End everything under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # HTTP

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One REST request: `Messages.json`, `Messages/{sid}.json`, `Calls.json` or `Calls/{sid}.json`."""
        resource, sid = request.match_info["resource"], request.match_info.get("sid")
        given: dict[str, str] = {}
        # A fault is asked for by "Messages" or "Calls" for what is sent, "GET Messages" for what is looked up.
        fault = resource.lower() if request.method == "POST" else f"get {resource.lower()}"
        if failure := await self.before(fault):
            if not failure.status and request.transport is not None:
                request.transport.abort()
            return self._failed(failure)
        try:
            self._authorise(request)
            given = {
                k: str(v) for k, v in (await request.post() if request.method == "POST" else request.query).items()
            }
            body, status = (
                await self._perform(request.method, resource, sid, given),
                201 if request.method == "POST" else 200,
            )
        except TwilioError as refusal:
            body, status = refusal.body, refusal.status
        self.log.append(Call("twilio", f"{request.method} {resource}", given, body))
        self.changes.notify()
        if self.loses_reply(fault) and request.transport is not None:
            request.transport.abort()
        return web.json_response(body, status=status)

    def _failed(self, failure: Failure) -> web.Response:
        headers = {} if failure.retry_after is None else {"Retry-After": str(failure.retry_after)}
        if isinstance(failure.body, str):
            return web.Response(status=failure.status, text=failure.body, content_type="text/html", headers=headers)
        code = {429: 20429, 401: 20003, 403: 20403, 404: 20404}.get(failure.status, 20500)
        body = (
            failure.body
            or TwilioError(
                code, "Too Many Requests" if code == 20429 else "Internal Server Error", failure.status or 500
            ).body
        )
        return web.json_response(body, status=failure.status or 500, headers=headers)

    def _authorise(self, request: web.Request) -> None:
        expected = base64.b64encode(f"{self.account.sid}:{self.account.auth_token}".encode()).decode()
        if request.headers.get("Authorization", "") != f"Basic {expected}":
            raise TwilioError(20003, "Authenticate", 401)
        if request.match_info["account"] != self.account.sid:
            raise TwilioError(20404, f"The requested resource {request.path} was not found", 404)

    async def _perform(self, verb: str, resource: str, sid: str | None, given: dict[str, str]) -> Json:
        spec = _SPEC.get(resource)
        if spec is None:
            raise TwilioError(20404, f"The requested resource {resource} was not found", 404)
        if sid is not None:
            if verb == "POST" and resource == "Calls":
                return (await self.calls.update(sid, given)).as_json(self.account.sid, spec["answer"])
            return self._one(resource, sid, spec)
        self._check(spec["post" if verb == "POST" else "get"], given)
        if verb == "GET":
            return page(resource, self._listed(resource, spec, given), self.account.sid, given)
        if resource == "Calls":
            self._check_ends(given)
            return self.calls.create(given).as_json(self.account.sid, spec["answer"])
        return self._send(given).as_json(self.account.sid)

    def _listed(self, resource: str, spec: Json, given: Mapping[str, str]) -> list[Json]:
        """What a list holds, newest first."""
        if resource == "Messages":
            return [m.as_json(self.account.sid) for m in reversed(self.messages.values()) if fits(m, given)]
        if resource == "IncomingPhoneNumbers":
            is_ours = given.get("PhoneNumber", self.account.number) == self.account.number
            return [self.account.number_as_json(spec["answer"])] if is_ours else []
        calls = [c for c in reversed(self.calls.all.values()) if given.get("To", c.to) == c.to]
        return [c.as_json(self.account.sid, spec["answer"]) for c in calls]

    def _one(self, resource: str, sid: str, spec: Json) -> Json:
        if resource == "Messages" and sid in self.messages:
            return self.messages[sid].as_json(self.account.sid)
        if resource == "Calls" and sid in self.calls.all:
            return self.calls.all[sid].as_json(self.account.sid, spec["answer"])
        raise TwilioError(20404, f"The requested resource /{API}/{resource}/{sid}.json was not found", 404)

    @staticmethod
    def _check(fields: Mapping[str, str], given: Mapping[str, str]) -> None:
        """Names and kinds of the form fields; Twilio itself passes over unknown ones, a test must not."""
        for name, value in given.items():
            kind = fields.get(name, "").removesuffix("!")
            if not kind:
                raise TwilioError(20001, f"Unknown parameter: {name}")
            if kind == "integer" and not value.lstrip("-").isdigit():
                raise TwilioError(20001, f"Invalid value for {name}: an integer is expected")
            if kind == "boolean" and value.lower() not in ("true", "false"):
                raise TwilioError(20001, f"Invalid value for {name}: a boolean is expected")

    def _check_ends(self, given: Mapping[str, str]) -> None:
        to, sender = given.get("To", ""), given.get("From", "")
        if not to:
            raise TwilioError(21604, "A 'To' phone number is required.")
        if not _PHONE.fullmatch(to):
            raise TwilioError(21211, f"Invalid 'To' Phone Number: {to}")
        if not sender:
            raise TwilioError(21603, "A 'From' phone number is required.")
        if sender != self.account.number:
            raise TwilioError(
                21606, f"The From phone number {sender} is not a valid, SMS-capable number of your account."
            )

    # SMS

    def _send(self, given: Mapping[str, str]) -> Sms:
        self._check_ends(given)
        body = given.get("Body", "")
        if not body:
            raise TwilioError(21602, "Message body is required.")
        if len(body) > LONGEST:
            raise TwilioError(21617, "The concatenated message body exceeds the 1600 character limit")
        if given["To"] in self.opted_out:
            raise TwilioError(21610, "Attempt to send to unsubscribed recipient")
        sms = self._new(self.account.number, given["To"], body, inbound=False, callback=given.get("StatusCallback", ""))
        self.start(self._deliver(sms))
        return sms

    def _new(self, sender: str, to: str, body: str, *, inbound: bool, callback: str = "") -> Sms:
        from bot.channels.sms_text import segments

        cost = segments(body)
        status = "received" if inbound else "queued"
        moment = self.now()
        sms = Sms(self.new_sid("SM"), sender, to, body, inbound, status, moment, cost.encoding, cost.units, cost.count,
                  callback, moment if inbound else None)  # fmt: skip
        self.messages[sms.sid] = sms
        return sms

    async def _deliver(self, sms: Sms) -> None:
        """Let the message reach its phone, or not, and report each step."""
        outcome, error = self.outcomes.get(sms.to, ("delivered", None))
        if outcome == "held":
            return
        steps = ["queued", "sent"] if outcome == "silent" else ["queued", "sent", outcome]
        arrived = replace(sms, status=steps[-1], sent=self.now(), error=error)
        self.messages[sms.sid] = arrived
        self.changes.notify()
        if sms.callback:
            for step in reversed(steps) if self.callbacks_reversed else steps:
                await self.webhooks.repeated(sms.callback, self._status_form(arrived, step))

    def _status_form(self, sms: Sms, status: str) -> dict[str, str]:
        form = {"SmsSid": sms.sid, "SmsStatus": status, "MessageStatus": status, "To": sms.to, "MessageSid": sms.sid}
        form |= {"AccountSid": self.account.sid, "From": sms.sender, "ApiVersion": API}
        return form | ({"ErrorCode": str(sms.error)} if sms.error and status in ("failed", "undelivered") else {})

    def deliver_as(self, number: str, outcome: str, error: int | None = None) -> None:
        """From now on an SMS to `number` ends as `delivered`, `undelivered`, `failed`, `silent` (no receipt) or `held` (still queued)."""
        self.outcomes[number] = (outcome, error or (UNDELIVERED if outcome in ("failed", "undelivered") else None))

    async def sms_in(self, from_number: str, text: str) -> Sms:
        """Somebody sends an SMS to our number; returns when the service has answered."""
        word = text.strip().upper()
        if word in OPT_OUT:
            self.opted_out.add(from_number)
        elif word in OPT_IN:
            self.opted_out.discard(from_number)
        sms = self._new(from_number, self.account.number, text, inbound=True)
        self.changes.notify()
        form = {"ToCountry": "", "SmsMessageSid": sms.sid, "NumMedia": "0", "SmsSid": sms.sid, "SmsStatus": "received"}
        form |= {"Body": text, "To": sms.to, "NumSegments": str(sms.segments), "MessageSid": sms.sid}
        form |= {"AccountSid": self.account.sid, "From": from_number, "ApiVersion": API}
        if self.account.inbound_url:
            reply = await self.webhooks.repeated(self.account.inbound_url, form)
            self._reply(from_number, reply.body if 200 <= reply.status < 300 else "")
        return sms

    def _reply(self, to: str, twiml: str) -> None:
        """Send what a `<Message>` in the answer holds."""
        for node in ET.fromstring(twiml).iter("Message") if twiml.strip() else ():  # noqa: S314 - our own service
            if to not in self.opted_out:
                self.start(
                    self._deliver(self._new(self.account.number, to, "".join(node.itertext()).strip(), inbound=False))
                )

    # Views

    def sms_out(self, number: str) -> list[Sms]:
        """SMS that went to this number, oldest first."""
        return [m for m in self.messages.values() if m.to == number and not m.inbound]

    def sms_with(self, number: str) -> list[Sms]:
        """SMS to and from this number, oldest first."""
        return [m for m in self.messages.values() if number in (m.to, m.sender)]

    def calls_to(self, number: str) -> list[PhoneCall]:
        """Calls to this number, oldest first."""
        return [c for c in self.calls.all.values() if c.to == number]
