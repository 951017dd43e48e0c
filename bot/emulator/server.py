"""The emulator: one local server that speaks the Bot API and the Twilio API, with handles for tests and the page."""

from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Self

from aiohttp import ClientSession, DummyCookieJar, TCPConnector, web

from bot.emulator.changes import Changes
from bot.emulator.model import Call
from bot.emulator.telegram import TelegramServer
from bot.emulator.twilio import TwilioServer
from bot.emulator.twilio_model import SmsAccount

LARGEST_BODY = 60 << 20
KEPT_CALLS = 20_000


class Emulator:
    """`async with Emulator(now=clock) as emulator:` and `emulator.base` is where both APIs answer.

    `now` gives the time in seconds since 1970, for dates and lifetimes. The handles are those of its parts by short
    names: people act through `user_*`, `sms_in`, `press_key_on_call`; tests look through `chat`, `topics`, `sms_out`,
    `calls`, and wait with `wait_for`, which is woken by every change.
    """

    def __init__(self, port: int = 0, sms: SmsAccount | None = None, *, now: Callable[[], float]) -> None:
        self.port = port
        self.now = now
        self.changes = Changes()
        self.log: deque[Call] = deque(maxlen=KEPT_CALLS)
        self.telegram = TelegramServer(now, self.changes, self._open_session, self.log)
        self.twilio = TwilioServer(sms or SmsAccount(), now, self.changes, self._open_session, self.log)
        self.app = self._app()
        self._session: ClientSession | None = None
        self._runner: web.AppRunner | None = None
        self._name_handles()

    def _name_handles(self) -> None:
        people, calls = self.telegram.people, self.twilio.calls
        self.add_bot, self.add_user, self.add_group, self.add_topic = (
            people.add_bot,
            people.add_user,
            people.add_group,
            people.add_topic,
        )
        self.user_says, self.user_edits, self.user_deletes = people.user_says, people.user_edits, people.user_deletes
        self.user_presses, self.user_sends_file = people.user_presses, people.user_sends_file
        self.user_sends_location, self.user_sends_contact = people.user_sends_location, people.user_sends_contact
        self.sms_in, self.press_key_on_call, self.answer_call = self.twilio.sms_in, calls.press_key, calls.answer
        self.hang_up_call = calls.hang_up
        self.chat, self.topics = self.telegram.chat, self.telegram.topics
        self.sms_out, self.calls = self.twilio.sms_out, self.twilio.calls_to
        self.wait_for, self.on_change = self.changes.wait_for, self.changes.subscribe

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST_BODY)
        twilio = "/2010-04-01/Accounts/{account}"
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self.telegram.handle)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self.telegram.file)
        app.router.add_route("*", twilio + "/{resource}.json", self.twilio.handle)
        app.router.add_route("*", twilio + "/{resource}/{sid}.json", self.twilio.handle)
        return app

    def _open_session(self) -> ClientSession:
        """The one session of every push, made when first needed."""
        if self._session is None or self._session.closed:
            self._session = ClientSession(connector=TCPConnector(limit=0), cookie_jar=DummyCookieJar())
        return self._session

    @property
    def base(self) -> str:
        """The base address of both APIs, and of the demo page."""
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port, backlog=1024, reuse_address=True)
        await site.start()
        self._runner = runner
        self.port = runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.telegram.close()
        await self.twilio.close()
        if self._runner is not None:
            await self._runner.cleanup()
        if self._session is not None:
            await self._session.close()
