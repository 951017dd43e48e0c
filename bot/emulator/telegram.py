"""The Bot API server: finds bot and method, checks the call, performs it, answers as Telegram does."""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Callable
from typing import Any

from aiohttp import ClientSession, web

from bot.emulator.changes import Changes
from bot.emulator.checks import METHODS, ApiError, Method
from bot.emulator.faults import Failure, Faults
from bot.emulator.methods_chat import RUN
from bot.emulator.model import Bot, Call, Message, Topic
from bot.emulator.people import People
from bot.emulator.state import TelegramState
from bot.emulator.updates import Updates
from bot.emulator.wire import parameters

Json = dict[str, Any]
_log = logging.getLogger(__name__)
_JSON = "application/json"


class TelegramServer(Faults):
    """`/bot{token}/{method}` and `/file/bot{token}/{path}`, with the faults that a test asks for."""

    def __init__(
        self, now: Callable[[], float], changes: Changes, session: Callable[[], ClientSession], log: deque[Call]
    ) -> None:
        super().__init__()
        self.changes = changes
        self.log = log
        self._session = session
        self._now = now
        self._repeat = 1
        self._retry_pause = 2.0
        self.state = TelegramState(now, self._queue)
        self.people = People(self.state)
        self.block = self.people.block
        self.unblock = self.people.unblock

    def _queue(self, bot: Bot) -> Updates:
        async def run(call: Json) -> None:
            await self.perform(bot, str(call.pop("method", "")), call)

        updates = Updates(self._session, self._now, self.changes.notify, run)
        updates.repeat, updates.retry_pause = self._repeat, self._retry_pause
        return updates

    @property
    def repeat_updates(self) -> int:
        """How many times each update is delivered (1 = as usual)."""
        return self._repeat

    @repeat_updates.setter
    def repeat_updates(self, times: int) -> None:
        self._repeat = times
        for queue in self.state.queues.values():
            queue.repeat = times

    @property
    def retry_pause(self) -> float:
        """Seconds before the second retry of a webhook; doubled for each one after."""
        return self._retry_pause

    @retry_pause.setter
    def retry_pause(self, seconds: float) -> None:
        self._retry_pause = seconds
        for queue in self.state.queues.values():
            queue.retry_pause = seconds

    # HTTP

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One Bot API call."""
        bot = self.state.bots.get(request.match_info["token"])
        if bot is None:
            return _answer(ApiError(401, "Unauthorized").answer())
        name = request.match_info["method"].lower()
        if failure := await self.before(name, bot.username):
            if not failure.status and request.transport is not None:
                request.transport.abort()
            return self._failed(bot, name, failure)
        try:
            params = await parameters(request)
        except ApiError as refusal:
            return _answer(refusal.answer())
        if name == "getupdates":
            return await self._get_updates(bot, params)
        answer = await self.perform(bot, name, params)
        if self.loses_reply(name, bot.username) and request.transport is not None:
            request.transport.abort()
        return _answer(answer)

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file, to a bot that was given its path."""
        stored = self.state.files.get(request.match_info["path"])
        if request.match_info["token"] not in self.state.bots or stored is None:
            return _answer(ApiError(404, "Not Found").answer())
        return web.Response(body=stored.data, content_type="application/octet-stream")

    async def perform(self, bot: Bot, name: str, given: Json) -> Json:
        """Check and run one call, log it, and wake everybody who waits for a change."""
        name = name.lower()
        method = METHODS.get(name)
        params: Json = given
        try:
            params = _known(method).check(given)
            answer = {"ok": True, "result": self._run(_known(method), bot, params)}
        except ApiError as refusal:
            answer = refusal.answer()
            _log.debug("%s: %s", name, refusal)
        self.log.append(Call(bot.username, method.name if method else name, params, answer))
        self.changes.notify()
        return answer

    def _run(self, method: Method, bot: Bot, params: Json) -> Any:
        run = RUN.get(method.name.lower())
        if run is None:
            raise ApiError(501, f"Not Implemented: the emulator does not know what {method.name} does")
        return run(self.state, bot, params)

    async def _get_updates(self, bot: Bot, given: Json) -> web.Response:
        queue = self.state.queues[bot.token]
        try:
            params = METHODS["getupdates"].check(given)
            if "allowed_updates" in params:
                queue.allowed = frozenset(params["allowed_updates"])
            limit = min(100, max(1, params.get("limit", 100)))
            body = await queue.get(params.get("offset", 0), limit, min(50, params.get("timeout", 0)))
        except ApiError as refusal:
            return _answer(refusal.answer())
        return web.Response(body=b'{"ok":true,"result":' + body + b"}", content_type=_JSON)

    def _failed(self, bot: Bot, name: str, failure: Failure) -> web.Response:
        if isinstance(failure.body, str):
            return web.Response(status=failure.status, text=failure.body, content_type="text/html")
        described = (
            f"Too Many Requests: retry after {failure.retry_after}"
            if failure.retry_after is not None
            else "Internal Server Error"
        )
        answer = failure.body or ApiError(failure.status, described, failure.retry_after).answer()
        self.log.append(Call(bot.username, name, {}, answer))
        return _answer(answer, failure.status or 500)

    # Views

    def chat(self, bot_token: str, chat_id: int, thread: int | None = None) -> list[Message]:
        """Messages of a private chat with this bot, or of a group (`thread` = one topic), oldest first."""
        return self.state.in_chat(bot_token, chat_id, thread)

    def topics(self, chat_id: int) -> list[Topic]:
        """Topics of a forum, oldest first."""
        return list(self.state.topics.get(chat_id, {}).values())

    async def close(self) -> None:
        """Let go of every poll and push."""
        for queue in self.state.queues.values():
            queue.close()
            queue.stop()
        await asyncio.sleep(0)


def _known(method: Method | None) -> Method:
    if method is None:
        raise ApiError(404, "Not Found")
    return method


def _answer(body: Json, status: int | None = None) -> web.Response:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return web.Response(body=text.encode(), status=status or body.get("error_code", 200), content_type=_JSON)
