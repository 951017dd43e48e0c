"""The HTTP side: webhooks in, health and figures out. A webhook is answered 2xx only after its turn is on disk."""

import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import msgspec
from aiohttp import web

from bot.channels.sms import Sms
from bot.channels.twiml import twiml
from bot.clock import Clock
from bot.log import log
from bot.messages import Inbound
from bot.metrics import Metrics
from bot.store.base import Store, StoreDown, Tx
from bot.turn import Turns

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 – the name of a header
FRESH = 120.0
"""Seconds after which a bot that fetches its updates counts as cut off."""
LARGEST = 1 << 20
TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

TakeRaw = Callable[[dict[str, Any], bytes], Awaitable[None]]


@dataclass(slots=True)
class Health:
    """When updates were last fetched, by bot; empty with webhooks."""

    fetched: dict[str, float]


@dataclass(frozen=True, slots=True)
class Hook:
    """One bot's webhook."""

    secret: str
    take: TakeRaw


class Web:
    """All routes."""

    def __init__(
        self, turns: Turns, store: Store, clock: Clock, metrics: Metrics, health: Health, hooks: dict[str, Hook], sms: Sms | None,
        deliver: Callable[[Inbound], Awaitable[None]],
    ) -> None:  # fmt: skip
        self._turns, self._store, self._clock, self._metrics = turns, store, clock, metrics
        self._health, self._hooks, self._sms, self._deliver = health, hooks, sms, deliver

    def app(self) -> web.Application:
        """The application with its routes."""
        app = web.Application(client_max_size=LARGEST)
        for name, hook in self._hooks.items():
            app.router.add_post(f"/telegram/{name}", self._telegram(hook))
        if self._sms:
            app.router.add_post("/twilio/sms", self._twilio_sms)
            app.router.add_post("/twilio/status", self._twilio_status)
            app.router.add_post("/twilio/voice", self._twilio_voice)
        app.router.add_get("/healthz", self._alive)
        app.router.add_get("/readyz", self._ready)
        app.router.add_get("/metrics", self._figures)
        return app

    def _telegram(self, hook: Hook) -> Callable[[web.Request], Awaitable[web.Response]]:
        secret = hook.secret.encode()

        async def receive(request: web.Request) -> web.Response:
            if not hmac.compare_digest(request.headers.get(SECRET, "").encode("utf-8", "surrogateescape"), secret):
                return web.Response(status=401, text="the secret token does not match\n")
            body = await request.read()
            raw = _json(body)
            if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
                return web.Response(status=400, text="the body is no update in JSON\n")
            try:
                await hook.take(raw, body)
            except StoreDown:
                return _again()
            return web.Response()

        return receive

    async def _signed(self, request: web.Request) -> dict[str, str] | None:
        """The form of a request that Twilio signed."""
        try:
            form = {key: str(value) for key, value in (await request.post()).items()}
        except (ValueError, LookupError, UnicodeError):  # no form that Twilio would send
            return None
        signed = self._sms and self._sms.is_signed(request.path_qs, form, request.headers.get("X-Twilio-Signature"))
        return form if signed else None

    async def _twilio_sms(self, request: web.Request) -> web.Response:
        form = await self._signed(request)
        if form is None or self._sms is None:
            return web.Response(status=403, text="the signature does not match\n")
        inbound = self._sms.inbound(form)
        if inbound is None:
            return web.Response(status=400, text="MessageSid or From is missing\n")
        try:
            await self._deliver(inbound)
        except StoreDown:
            return _again()
        return web.Response(text=TWIML, content_type="application/xml")

    async def _twilio_status(self, request: web.Request) -> web.Response:
        form = await self._signed(request)
        if form is None:
            return web.Response(status=403, text="the signature does not match\n")
        try:
            if call := form.get("CallSid"):
                await self._turns.delivery(call, form.get("CallStatus", ""), "voice")
            else:
                await self._turns.delivery(form.get("MessageSid", ""), form.get("MessageStatus", ""), "sms")
        except StoreDown:
            return _again()
        return web.Response(status=204)

    async def _twilio_voice(self, request: web.Request) -> web.Response:
        """Somebody answered a paging call, or pressed a key in it."""
        form = await self._signed(request)
        if form is None:
            return web.Response(status=403, text="the signature does not match\n")
        about = request.query.get("case", "")
        if not (about.isascii() and about.isdecimal() and len(about) < 10):
            return web.Response(status=400, text="the number of the case is missing\n")
        try:
            spoken = await self._turns.call(int(about), form.get("To", ""), form.get("Digits", ""))
        except StoreDown:
            return _again()
        return web.Response(text=twiml(spoken.text, spoken.language, asks=spoken.asks), content_type="application/xml")

    async def _alive(self, _: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def _ready(self, _: web.Request) -> web.Response:
        try:
            self._metrics.cases.set(await self._store.run(_written))
        except StoreDown:
            return web.Response(status=503, text="the store cannot be written\n")
        now = self._clock.now()
        stale = [name for name, at in self._health.fetched.items() if now - at > FRESH]
        if stale:
            return web.Response(status=503, text=f"no updates fetched for the bot: {', '.join(stale)}\n")
        return web.Response(text="ready\n")

    async def _figures(self, _: web.Request) -> web.Response:
        return web.Response(body=self._metrics.text(), content_type="text/plain")


def _written(tx: Tx) -> int:
    """Whether the disk still takes anything; the number of open cases."""
    tx.remember("ready", "1")
    return tx.open_cases()


def _json(body: bytes) -> object:
    """The body, or None. The slower reader takes what the strict one refuses: half a surrogate pair may not silence a person."""
    try:
        return msgspec.json.decode(body)
    except msgspec.DecodeError:
        try:
            return json.loads(body)
        except ValueError:
            return None


def _again() -> web.Response:
    log().error("store down, provider asked to deliver again")
    return web.Response(status=503, headers={"Retry-After": "5"}, text="cannot store anything now; deliver it again\n")
