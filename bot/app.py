"""The whole system on one screen: what there is, and what is handed to whom. The only file that knows everything."""

import asyncio
import gc
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.channels.sms import Sms
from bot.channels.staff import Staff
from bot.channels.telegram import FULL_BATCH, Telegram
from bot.clock import Clock, chance
from bot.config import Config
from bot.content import Content
from bot.lines import Sender
from bot.log import kind_of, log
from bot.messages import Relay
from bot.metrics import Metrics
from bot.outbox import Outbox
from bot.privacy import Seal
from bot.stage import Deps
from bot.store.sqlite import SqliteStore
from bot.timers import Timers
from bot.turn import Turns
from bot.unsaved import Door
from bot.web import Health, Hook, Web
from hotline_router.roster import Roster

LONGEST_PAUSE = 30.0


class Panoh:
    """One running service."""

    def __init__(
        self,
        config: Config,
        content: Content,
        roster: Roster,
        clock: Clock,
        chance: Callable[[], int] = chance,
    ) -> None:
        self.config, self.clock, self.metrics = config, clock, Metrics()
        self.store = SqliteStore(config.service.store)
        seal = Seal(config.service.secret_key)
        content.warm()
        deps = Deps(config, content, roster, seal, chance)

        # Channels: updates in, messages out. A file goes from one bot to the other.
        self.telegram = Telegram(config.telegram.public, fetch=self._file_of_staff)
        self.staff = Staff(config.telegram.staff, fetch=self.telegram.fetch, keep=self._keep)
        self.sms = Sms(config.sms, config.base_url) if config.sms else None
        senders: dict[str, Sender] = {
            "telegram": self.telegram,
            "staff": self.staff,
            **({"sms": self.sms, "voice": self.sms} if self.sms else {}),
        }

        # The pipeline: a turn writes rows, the outbox sends them, timers come back as turns.
        self.outbox = Outbox(self.store, seal, clock, self.metrics, senders)
        self.turns = Turns(deps, self.store, clock, self.metrics, self.outbox.add)
        self.outbox.gave_up, self.outbox.failed_over = self.turns.gave_up, self.turns.failed_over
        self.outbox.mend, self.turns.mended = self.turns.mend, self.outbox.apply
        self.turns.recalled = self.outbox.recall
        self.outbox.is_rush = self.turns.is_rush
        self.timers = Timers(self.store, self.turns, clock)
        self.door = Door(self.turns, deps, clock, senders)

        # The outside.
        polls = [] if config.telegram.webhook else ["public", "staff"]
        self.health = Health(dict.fromkeys(polls, clock.now()))
        self.secrets = {
            "public": config.telegram.public.secret_token or seal.token("public webhook"),
            "staff": config.telegram.staff.secret_token or seal.token("staff webhook"),
        }
        hooks = {
            "public": Hook(self.secrets["public"], self._person),
            "staff": Hook(self.secrets["staff"], self._colleague),
        }
        self.web = Web(
            self.turns,
            self.store,
            clock,
            self.metrics,
            self.health,
            hooks if config.telegram.webhook else {},
            self.sms,
            self.door.deliver,
        )
        self._tasks: list[asyncio.Task[None]] = []
        self._runner: web.AppRunner | None = None

    async def _file_of_staff(self, file: str) -> bytes:
        return await self.staff.fetch(file)  # the staff bot is made after the public one

    async def _keep(self, relay: Relay, data: bytes) -> None:
        await self.turns.keep(relay, data)

    async def _person(self, raw: dict[str, object], body: bytes = b"") -> None:
        await self.telegram.take(raw, body, self.door.deliver, self.turns.malformed)

    async def _colleague(self, raw: dict[str, object], body: bytes = b"") -> None:
        await self.staff.take(raw, body, self.turns.staff, self.turns.malformed)

    async def start(self) -> None:
        """Take up what was left, open the doors. Raises StoreDown, Locked, or OSError when the port is taken."""
        self.store.start()
        await self.outbox.start()
        self._runner = web.AppRunner(self.web.app(), access_log=None, shutdown_timeout=10)
        await self._runner.setup()
        await web.TCPSite(self._runner, *self.config.service.listen, backlog=1024, reuse_address=True).start()
        self._go("commands", self.telegram.set_commands)
        self._go("outbox", self.outbox.run)
        self._go("timers", self.timers.run)
        self._go("roster", self.turns.check_roster)
        if self.config.telegram.webhook:
            self._go(
                "public webhook",
                lambda: self.telegram.listen(f"{self.config.base_url}/telegram/public", self.secrets["public"]),
            )
            self._go(
                "staff webhook",
                lambda: self.staff.listen(f"{self.config.base_url}/telegram/staff", self.secrets["staff"]),
            )
        else:
            self._go("public updates", lambda: self.telegram.poll(self._person, self._fetched_people))
            self._go("staff updates", lambda: self.staff.poll(self._colleague, lambda: self._fetched("staff")))
        gc.collect()
        gc.freeze()  # what the libraries and the content keep never goes: collecting it again and again costs tens of milliseconds
        log().info("ready", port=self.config.service.listen[1])

    async def stop(self) -> None:
        """Take nothing more in, finish what is in hand, leave the rest in the outbox."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._runner:
            await self._runner.cleanup()
        await self.outbox.stop()
        self.store.close()
        await asyncio.gather(self.telegram.close(), self.staff.close(), *([self.sms.close()] if self.sms else []))
        log().info("stopped")

    def _fetched_people(self, count: int) -> None:
        self.turns.more_wait = count >= FULL_BATCH
        self._fetched("public")

    def _fetched(self, bot: str) -> None:
        self.health.fetched[bot] = self.clock.now()

    def _go(self, what: str, work: Callable[[], Awaitable[None]]) -> None:
        self._tasks.append(asyncio.create_task(_keep_going(what, work), name=what))


async def _keep_going(what: str, work: Callable[[], Awaitable[None]]) -> None:
    """Do the work until it is done, however often the outside fails."""
    pause = 0.5
    while True:
        started = asyncio.get_running_loop().time()
        try:
            return await work()
        except Exception as error:  # noqa: BLE001 – no failure of a provider may end the service
            log().warning("interrupted, trying again", kind=what, error=kind_of(error))
            if asyncio.get_running_loop().time() - started > LONGEST_PAUSE:
                pause = 0.5
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
