"""Voice calls of the emulated Twilio: fetches the TwiML, notes what is said, posts the keys that are pressed."""

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from bot.emulator.twilio_model import API, PhoneCall, TwilioError
from bot.emulator.webhooks import Webhooks

_SPEECH = {"Say", "Play"}


class Calls:
    """Calls by sid. With `auto_answer` the phone is picked up at once; without, it rings until `answer`."""

    def __init__(
        self,
        webhooks: Webhooks,
        now: Callable[[], float],
        changed: Callable[[], None],
        new_sid: Callable[[str], str],
        start: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        self.all: dict[str, PhoneCall] = {}
        self.auto_answer = True
        self._webhooks = webhooks
        self._now = now
        self._changed = changed
        self._new_sid = new_sid
        self._start = start

    def create(self, given: Mapping[str, str]) -> PhoneCall:
        """A call goes out."""
        if not (given.get("Url") or given.get("Twiml")):
            raise TwilioError(21205, "Url parameter is required.")
        call = PhoneCall(self._new_sid("CA"), given["From"], given["To"], "queued", self._now(), given.get("Url", ""),
                         given.get("Twiml", ""), given.get("StatusCallback", ""))  # fmt: skip
        self.all[call.sid] = call
        self._start(self._ring(call))
        return call

    async def _ring(self, call: PhoneCall) -> None:
        self._put(replace(call, status="ringing"))
        if self.auto_answer:
            await self.answer(call.sid)

    async def answer(self, sid: str) -> PhoneCall:
        """Somebody picks up: the TwiML is fetched and spoken."""
        call = self._put(replace(self.all[sid], status="in-progress"))
        twiml = call.twiml or await self._fetch(call, call.url, {})
        return self._speak(call.sid, twiml, call.url)

    async def press_key(self, sid: str, digit: str) -> PhoneCall:
        """A key on the phone (which is picked up first, where it still rings)."""
        if self.all[sid].status == "ringing":
            await self.answer(sid)
        call = self.all[sid]
        if call.is_over or not call.gather:
            raise LookupError(f"call {sid} waits for no key: {call.status}")
        self._put(replace(call, pressed=call.pressed + digit, gather=""))
        twiml = await self._fetch(call, call.gather, {"Digits": digit, "msg": "Gather End"})
        return self._speak(sid, twiml, call.gather)

    async def hang_up(self, sid: str, status: str = "completed") -> PhoneCall:
        """The call ends, or was never answered (`no-answer`, `busy`)."""
        call = self._put(replace(self.all[sid], status=status, gather=""))
        if call.callback:
            await self._webhooks.repeated(call.callback, self._form(call))
        return call

    async def update(self, sid: str, given: Mapping[str, str]) -> PhoneCall:
        """A REST change of a call: `Status=completed` or `canceled` ends it."""
        if sid not in self.all:
            raise TwilioError(20404, f"The requested resource /{API}/Calls/{sid}.json was not found", 404)
        if given.get("Status") in ("completed", "canceled") and not self.all[sid].is_over:
            return await self.hang_up(sid, given["Status"])
        return self.all[sid]

    def _put(self, call: PhoneCall) -> PhoneCall:
        self.all[call.sid] = call
        self._changed()
        return call

    def _form(self, call: PhoneCall) -> dict[str, str]:
        form = {
            "CallSid": call.sid,
            "CallStatus": call.status,
            "From": call.sender,
            "To": call.to,
            "Direction": "outbound-api",
        }
        return form | {"AccountSid": self._webhooks.account.sid, "ApiVersion": API}

    async def _fetch(self, call: PhoneCall, url: str, extra: dict[str, str]) -> str:
        reply = await self._webhooks.post(url, self._form(call) | extra)
        return (
            reply.body
            if 200 <= reply.status < 300
            else "<Response><Say>An application error has occurred.</Say></Response>"
        )

    def _speak(self, sid: str, twiml: str, url: str) -> PhoneCall:
        """Run the verbs: what is said is noted, a Gather waits for a key, and otherwise the call ends."""
        call = self.all[sid]
        root = ET.fromstring(twiml or "<Response/>")  # noqa: S314 - our own service
        said = tuple((node.text or "").strip() for node in root.iter() if node.tag in _SPEECH)
        gather = root.find("Gather")
        if gather is not None:
            return self._put(replace(call, said=call.said + said, gather=urljoin(url, gather.get("action") or url)))
        ended = self._put(replace(call, said=call.said + said, gather="", status="completed"))
        if ended.callback:
            self._start(self._report(ended))
        return ended

    async def _report(self, call: PhoneCall) -> None:
        await self._webhooks.repeated(call.callback, self._form(call))
