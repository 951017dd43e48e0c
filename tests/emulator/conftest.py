"""An emulator with two bots, three people and a forum group, and a small service that takes webhooks."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest_asyncio
from aiohttp import ClientSession, web

from bot.emulator import Emulator, SmsAccount

PUBLIC, STAFF = "111:public", "222:staff"
DILFUZA, AIGUL, BEK = 1001, 2001, 2002
GROUP = -1009000
PHONE = "+996555000001"
ACCOUNT = SmsAccount("AC" + "a" * 32, "token", "+15005550006")


@dataclass
class Clock:
    """A clock that a test winds."""

    moment: float = 1_790_000_000.0

    def __call__(self) -> float:
        return self.moment


@dataclass
class Service:
    """The other side: takes every webhook, notes it, and answers from a list (with 200 when that is empty)."""

    base: str = ""
    taken: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.Response:
        body = await request.json() if request.content_type == "application/json" else dict(await request.post())
        self.taken.append((request.path, dict(request.headers), body))
        self.came.set()
        return self.answers.pop(0) if self.answers else web.Response()

    async def wait(self, count: int) -> None:
        """Until so many webhooks have come."""
        async with asyncio.timeout(3):
            while len(self.taken) < count:
                self.came.clear()
                await self.came.wait()


@pytest_asyncio.fixture
async def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture
async def emulator(clock: Clock) -> AsyncIterator[Emulator]:
    async with Emulator(sms=ACCOUNT, now=clock) as emulator:
        emulator.telegram.retry_pause = 0.01
        await emulator.add_bot(PUBLIC, "panoh_bot")
        await emulator.add_bot(STAFF, "panoh_staff_bot")
        await emulator.add_user(DILFUZA, "Dilfuza", "dilfuza", "tg")
        await emulator.add_user(AIGUL, "Aigul", language_code="ky")
        await emulator.add_user(BEK, "Bek")
        await emulator.add_group(GROUP, "Hotline", [AIGUL, BEK], [STAFF])
        yield emulator


@pytest_asyncio.fixture
async def service() -> AsyncIterator[Service]:
    service = Service()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", service.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    service.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield service
    await runner.cleanup()


@dataclass
class Api:
    """Plain calls of the Bot API."""

    session: ClientSession
    base: str

    async def __call__(self, method: str, token: str = STAFF, **params: Any) -> dict[str, Any]:
        async with self.session.post(f"{self.base}/bot{token}/{method}", json=params) as answer:
            body: dict[str, Any] = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body


@pytest_asyncio.fixture
async def api(emulator: Emulator) -> AsyncIterator[Api]:
    async with ClientSession() as session:
        yield Api(session, emulator.base)
