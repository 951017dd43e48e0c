"""The demo page over HTTP: the page, its state as server-sent events, and what a visitor does as POST requests."""

import asyncio
import base64
import binascii
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from aiohttp import web

from bot.emulator.demo import Demo, DemoOperator, DemoPerson, DemoPhone, Duty
from bot.emulator.feed import Feed
from bot.emulator.server import Emulator
from bot.emulator.snapshot import snapshot

Json = dict[str, Any]
Action = Callable[[Demo, Json], Awaitable[object]]
HEARTBEAT = 10.0
TOGETHER = 0.05  # seconds in which changes are sent as one
RINGS = 60.0
_SAFE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "connect-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def _where(demo: Demo, given: Json) -> tuple[int, str, int | None, int | None]:
    """Who writes, to which bot, in which chat and topic; `in` is public, staff or group."""
    if given["in"] == "group":
        return int(given["user"]), demo.staff_token, demo.group_id, int(given["thread"])
    return int(given["user"]), demo.public_token if given["in"] == "public" else demo.staff_token, None, None


async def _say(demo: Demo, given: Json) -> object:
    user, token, chat, thread = _where(demo, given)
    return await demo.emulator.user_says(user, token, str(given["text"])[:4096], chat, thread)


async def _press(demo: Demo, given: Json) -> object:
    user, chat, message = int(given["user"]), int(given["chat"]), int(given["message"])
    return await demo.emulator.user_presses(user, chat, message, str(given["data"]))


async def _file(demo: Demo, given: Json) -> object:
    user, token, chat, thread = _where(demo, given)
    data = base64.b64decode(given["bytes"], validate=True)
    kind, name = str(given["kind"]), str(given["name"])
    return await demo.emulator.user_sends_file(user, token, kind, data, name, "", chat, thread)


async def _location(demo: Demo, given: Json) -> object:
    user, token, chat, thread = _where(demo, given)
    return await demo.emulator.user_sends_location(user, token, 42.87, 74.59, chat, thread)


async def _contact(demo: Demo, given: Json) -> object:
    user, token, chat, thread = _where(demo, given)
    name = demo.emulator.telegram.state.people[user].first_name
    return await demo.emulator.user_sends_contact(user, token, "+996700000000", name, chat, thread)


async def _sms(demo: Demo, given: Json) -> object:
    return await demo.emulator.sms_in(str(given["from"]), str(given["text"])[:1600])


async def _answer(demo: Demo, given: Json) -> object:
    return await demo.emulator.answer_call(str(given["call"]))


async def _key(demo: Demo, given: Json) -> object:
    return await demo.emulator.press_key_on_call(str(given["call"]), str(given["digit"])[:1])


async def _hang_up(demo: Demo, given: Json) -> object:
    return await demo.emulator.hang_up_call(str(given["call"]), "busy" if given.get("busy") else "completed")


async def _wind(demo: Demo, given: Json) -> object:
    await demo.wind(min(86_400.0, max(0.0, float(given["seconds"]))))
    await _stop_ringing(demo)
    return None


async def _next_shift(demo: Demo, _given: Json) -> object:
    """Wind on until somebody else is on duty; a ringing telephone may stop it before."""
    if (at := demo.duty().changes_at) > demo.now():
        await demo.wind(at - demo.now() + 1)
        await _stop_ringing(demo)
    return None


async def _delete_topic(demo: Demo, given: Json) -> object:
    """An administrator of the group deletes a topic; Telegram tells no bot of it."""
    thread = int(given["thread"])
    if thread not in {one.id for one in demo.emulator.topics(demo.group_id)}:
        raise LookupError("there is no such topic")
    await demo.emulator.telegram.people.delete_topic(demo.group_id, thread)
    return None


async def _stop_ringing(demo: Demo) -> None:
    """A call that nobody takes ends after a minute of the demo's clock."""
    for call in list(demo.emulator.twilio.calls.all.values()):
        if call.status == "ringing" and demo.now() - call.created >= RINGS:
            await demo.emulator.hang_up_call(call.sid, "no-answer")


ACTIONS: dict[str, Action] = {
    "say": _say,
    "press": _press,
    "file": _file,
    "location": _location,
    "contact": _contact,
    "sms": _sms,
    "answer": _answer,
    "key": _key,
    "hang-up": _hang_up,
    "wind": _wind,
    "shift": _next_shift,
    "delete-topic": _delete_topic,
}
NOTED: dict[str, tuple[str, Callable[[Json], str]]] = {
    "wind": ("clock", lambda given: f"The clock is wound {_span(float(given['seconds']))} forward"),
    "shift": ("clock", lambda _: "The clock is wound to the next shift"),
    "delete-topic": ("case", lambda _: "Somebody deletes the topic"),
}
"""What a visitor does that no chat shows: a line for the list of what happened."""


class Page:
    """The handlers of the demo page."""

    def __init__(self, demo: Demo) -> None:
        self.demo = demo
        self.feed = Feed(demo)
        self.html = files("bot.emulator").joinpath("page.html").read_text("utf-8")

    async def page(self, _request: web.Request) -> web.Response:
        """The one page."""
        return web.Response(text=self.html, content_type="text/html", headers=_SAFE)

    async def state(self, _request: web.Request) -> web.Response:
        """Everything, once."""
        return web.json_response(snapshot(self.demo, self.feed), headers=_SAFE)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Everything, again after every change."""
        stream = web.StreamResponse(headers=_SAFE | {"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        changed = asyncio.Event()
        changed.set()
        leave = self.demo.emulator.on_change(changed.set)
        try:
            while True:
                await self._wait(changed)
                text = json.dumps(snapshot(self.demo, self.feed), ensure_ascii=False)
                await stream.write(f"data: {text}\n\n".encode())
        except (ConnectionResetError, asyncio.CancelledError):
            return stream
        finally:
            leave()

    async def _wait(self, changed: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(HEARTBEAT):
                await changed.wait()
        except TimeoutError:
            await _stop_ringing(self.demo)
        await asyncio.sleep(TOGETHER)
        changed.clear()

    async def act(self, request: web.Request) -> web.Response:
        """What the visitor did. Only JSON is taken, so that no foreign page can post a form here."""
        action = ACTIONS.get(request.match_info["action"])
        if action is None or request.content_type != "application/json":
            return web.json_response({"error": "unknown action"}, status=404)
        try:
            given = await request.json()
            noted = NOTED.get(request.match_info["action"])
            if noted and noted[0] == "clock":  # before what comes of it
                self.feed.add(noted[0], noted[1](given))
            await action(self.demo, given)
            if noted and noted[0] != "clock":
                self.feed.add(noted[0], noted[1](given))
        except (LookupError, TypeError, ValueError, binascii.Error) as problem:
            return web.json_response({"error": f"That did not work: {problem}"}, status=400)
        self.demo.emulator.changes.notify()
        return web.json_response({})

    async def segments(self, request: web.Request) -> web.Response:
        """What an SMS of this text would cost."""
        from bot.channels.sms_text import segments

        cost = segments(request.query.get("text", "")[:1600])
        return web.json_response({"encoding": cost.encoding, "units": cost.units, "segments": cost.count})

    async def file(self, request: web.Request) -> web.Response:
        """A picture or voice note that somebody sent."""
        number = int(request.match_info["number"])
        found = [f for f in self.demo.emulator.telegram.state.files.values() if f.number == number]
        if not found:
            raise web.HTTPNotFound
        mime = (
            found[0].mime
            if found[0].mime.startswith(("image/jpeg", "image/png", "audio/"))
            else "application/octet-stream"
        )
        return web.Response(body=found[0].data, content_type=mime.partition(";")[0], headers=_SAFE)


def _span(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h"


def mount_demo(  # noqa: PLR0913 - everything that the page shows, by name
    emulator: Emulator,
    *,
    people: Sequence[DemoPerson],
    operators: Sequence[DemoOperator],
    group_id: int,
    public_token: str,
    staff_token: str,
    sms_phones: Sequence[DemoPhone],
    wind: Callable[[float], Awaitable[None]],
    now: Callable[[], float],
    links: Mapping[str, str] | None = None,
    duty: Callable[[], Duty] = lambda: Duty({}),
) -> Demo:
    """Put the demo page at `/` of an emulator that is not yet started; opens its accounts, bots and group, too."""
    demo = Demo(
        emulator, people, operators, group_id, public_token, staff_token, sms_phones, wind, now, dict(links or {}), duty
    )
    demo.populate()
    emulator.twilio.calls.auto_answer = False
    page = Page(demo)
    router = emulator.app.router
    router.add_get("/", page.page)
    router.add_get("/demo/state", page.state)
    router.add_get("/demo/events", page.events)
    router.add_get("/demo/segments", page.segments)
    router.add_get(r"/demo/file/{number:\d+}", page.file)
    router.add_post("/demo/do/{action}", page.act)
    return demo
