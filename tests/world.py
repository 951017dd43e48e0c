"""A small world for tests: the emulated providers and the whole service in one loop, with hands for everybody and ways to wait."""

import asyncio
import contextlib
import socket
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot import sandbox
from bot.app import Panoh
from bot.clock import Clock
from bot.config import Config
from bot.content import Content
from bot.emulator import Emulator, SmsAccount
from bot.emulator.model import Message, Topic
from bot.emulator.twilio_model import Sms
from bot.outbox import Outbox
from bot.store.sqlite import SqliteStore
from bot.store.verbs import SqliteTx
from hotline_router.load import roster

T = TypeVar("T")
PUBLIC, STAFF, GROUP = sandbox.PUBLIC_TOKEN, sandbox.STAFF_TOKEN, sandbox.GROUP
AIGUL, BEK, NARGIZA = 700000001, 700000002, 700000003
"""Operators on duty in this order; Nargiza is the coordinator."""
AIGUL_PHONE, BEK_PHONE, NARGIZA_PHONE = "+996555000001", "+996555000002", "+996555000003"
STRANGER = 799
"""A member of the staff group who is not on the roster."""
DILFUZA, RUSTAM = 812300500, 812300501
"""People with Telegram; their phones are set to English."""
GULNORA = "+447700900123"
"""Somebody with a basic phone, outside the countries whose language is guessed."""
ACKNOWLEDGE = 180.0
PATIENCE = 10.0
"""Seconds that a test waits for what must happen."""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def add_accounts(emulator: Emulator) -> None:
    """Both bots, the operators (who have pressed /start), the stranger, the people, and the staff group."""
    await emulator.add_bot(PUBLIC, "panoh_bot")
    await emulator.add_bot(STAFF, "panoh_staff_bot")
    for number, name in ((AIGUL, "Aigul"), (BEK, "Bek"), (NARGIZA, "Nargiza"), (STRANGER, "Stranger")):
        await emulator.add_user(number, name)
        emulator.telegram.state.chat_of(STAFF, number).started = True
    for number, name in ((DILFUZA, "Dilfuza"), (RUSTAM, "Rustam")):
        await emulator.add_user(number, name, language_code="en")
    members = [AIGUL, BEK, NARGIZA, STRANGER]
    await emulator.add_group(GROUP, "Hotline", members=members, admin_bots=[STAFF], forum=True)


def account(port: int) -> SmsAccount:
    """The Twilio account whose messages go to the service on this port."""
    return SmsAccount(sandbox.ACCOUNT, sandbox.AUTH_TOKEN, sandbox.NUMBER, f"http://127.0.0.1:{port}/twilio/sms")


@dataclass
class World:
    """Everything at once. What people do returns when the providers know it; `settle` waits until all of it is done."""

    emulator: Emulator
    config: Config
    clock: Clock
    content: Content
    service: Panoh | None = None
    seen: dict[int, int] = field(default_factory=dict)
    chance: Callable[[], int] = field(default_factory=sandbox.chances)

    @property
    def panoh(self) -> Panoh:
        """The service, which must be running."""
        assert self.service
        return self.service

    async def start(self) -> Panoh:
        """Start the service, also after `stop`: the store is the same."""
        panoh = await self.start_without_telegram()
        if self.config.telegram.webhook:
            queues = self.emulator.telegram.state.queues
            await self.wait_for(lambda: all(queues[token].hook for token in (PUBLIC, STAFF)))
        return panoh

    async def start_without_telegram(self) -> Panoh:
        """Start the service, and do not wait until Telegram knows of it."""
        people = roster(self.config.hotline.roster, self.config.hotline.coordinator)
        self.service = Panoh(self.config, self.content, people, self.clock, self.chance)
        await self.service.start()
        return self.service

    async def stop(self) -> None:
        """Stop the service, if it runs."""
        if self.service:
            await self.service.stop()
            self.service = None

    # Waiting

    async def wait_for(self, predicate: Callable[[], T], timeout: float = PATIENCE) -> T:  # noqa: ASYNC109
        """The first true value; asked again whenever the emulator changes."""
        return await self.emulator.wait_for(predicate, timeout)

    async def settle(self) -> None:
        """Until every update is taken, every message that may go now is sent, and every receipt is in."""
        queues = self.emulator.telegram.state.queues.values()
        async with asyncio.timeout(PATIENCE):
            while True:
                await self.emulator.wait_for(lambda: not any(queue.pending for queue in queues), PATIENCE)
                outbox: Outbox = self.panoh.outbox
                if busy := {*outbox._tasks, *self.emulator.twilio._tasks}:
                    await asyncio.wait(busy)
                    continue
                await self.panoh.store.run(lambda _: None)  # behind everything that was asked of the store
                if outbox.is_idle and not outbox._tasks and not any(queue.pending for queue in queues):
                    return
                await asyncio.sleep(0)

    def redeliver(self) -> None:
        """The providers' patience is over: Telegram delivers again now what was not taken."""
        for queue in self.emulator.telegram.state.queues.values():
            if hook := queue.hook:
                secret = hook.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
                queue.set_hook(hook.url, secret, hook.max_connections)

    async def wind(self, seconds: float) -> None:
        """Wind the clock; returns when every timer that became due is done, with all that follows."""
        self.clock.wind(seconds)
        async with asyncio.timeout(PATIENCE):
            now = self.clock.now()
            while await self.panoh.store.run(lambda tx: tx.due_timers(now)):
                await asyncio.sleep(0.002)  # the store has no hook for tests; it is asked until nothing is due
        await self.settle()

    # What people do

    async def says(self, text: str, who: int = DILFUZA) -> None:
        """A person writes to the public bot; returns when everything is done."""
        await self.emulator.user_says(who, PUBLIC, text)
        await self.settle()

    async def presses(self, button: str, who: int = DILFUZA) -> None:
        """A person presses a button, on the last message that has it."""
        message = next(m for m in reversed(self.heard(who, fresh=False)) if _has(m, button))
        await self.emulator.user_presses(who, who, message.id, button)
        await self.settle()

    async def texts(self, text: str, number: str = GULNORA) -> None:
        """A person sends an SMS."""
        await self.emulator.sms_in(number, text)
        await self.settle()

    async def opens_case(self, who: int = DILFUZA) -> Topic:
        """A person calls for help in English; the topic of the case."""
        before = len(self.emulator.topics(GROUP))
        await self.says("SOS", who)
        assert len(self.emulator.topics(GROUP)) == before + 1
        return self.emulator.topics(GROUP)[-1]

    async def writes(self, text: str, topic: Topic, who: int = AIGUL, *, anonymous: bool = False) -> None:
        """Somebody of the staff writes in a topic."""
        await self.emulator.user_says(who, STAFF, text, chat_id=GROUP, thread=topic.id, anonymous=anonymous)
        await self.settle()

    async def taps(self, button: str, topic: Topic, who: int = AIGUL) -> str:
        """Somebody of the staff presses a button of the card; what Telegram shows to them."""
        card = next(m for m in self.in_topic(topic) if _has(m, button))
        number = await self.emulator.user_presses(who, GROUP, card.id, button)
        await self.settle()
        return self.emulator.telegram.state.presses[number].text

    # What they see

    def heard(self, who: int = DILFUZA, *, fresh: bool = True) -> list[Message]:
        """What the public bot said to a person, since the last time this was asked."""
        said = [m for m in self.emulator.chat(PUBLIC, who) if m.from_bot]
        if not fresh:
            return said
        new = said[self.seen.get(who, 0) :]
        self.seen[who] = len(said)
        return new

    def words(self, who: int = DILFUZA) -> str:
        """The words of what a person newly heard."""
        return "\n".join(message.text for message in self.heard(who))

    def sms(self, number: str = GULNORA) -> list[Sms]:
        """Every SMS to a number."""
        return self.emulator.sms_out(number)

    def in_topic(self, topic: Topic) -> list[Message]:
        """What stands in a topic."""
        return [m for m in self.emulator.chat(STAFF, GROUP, topic.id) if not m.deleted]

    def said_in(self, topic: Topic) -> str:
        """The words of the bot in a topic."""
        return "\n".join(m.text for m in self.in_topic(topic) if m.from_bot)

    def private(self, operator: int = AIGUL) -> list[Message]:
        """What the staff bot said to an operator."""
        return [m for m in self.emulator.chat(STAFF, operator) if m.from_bot]

    def pages(self, operator: int = AIGUL) -> list[Message]:
        """Pages: messages of the staff bot with a button to take the case."""
        return [m for m in self.private(operator) if any(_has(m, f"take:{n}") for n in range(1001, 1100))]

    def in_group(self) -> list[Message]:
        """Every message of the staff group, in all topics."""
        return self.emulator.chat(STAFF, GROUP)

    def says_key(self, key: str, language: str = "en", **fills: str) -> str:
        """A text of the content, as it stands for staff or, without its placeholders, for a person."""
        return self.content.dialogues.texts.say(key, language, "telegram", fills=fills)

    def rows(self, question: str) -> list[tuple[object, ...]]:
        """What stands in the database file, read by somebody else."""
        with contextlib.closing(sqlite3.connect(f"file:{self.config.service.store}?mode=ro", uri=True)) as other:
            return list(other.execute(question))

    @contextlib.asynccontextmanager
    async def store_down(self) -> AsyncIterator[None]:
        """Meanwhile nothing can be written: somebody else holds the database."""

        def impatient(tx: object) -> None:
            assert isinstance(tx, SqliteTx)
            tx._do("PRAGMA busy_timeout = 0")

        store = self.panoh.store
        assert isinstance(store, SqliteStore)
        await store.run(impatient)
        with contextlib.closing(sqlite3.connect(store.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")


def _has(message: Message, button: str) -> bool:
    return any(one["data"] == button for row in message.buttons for one in row)


def count_of(texts: Iterable[str], part: str) -> int:
    """How many of the texts hold this part."""
    return sum(part in text for text in texts)


@contextlib.asynccontextmanager
async def build(content: Content, folder: Path, *, webhook: bool = True, start: bool = True) -> AsyncIterator[World]:
    """A world around a running service; its database is a file in `folder`."""
    clock, port = Clock(), free_port()
    async with Emulator(sms=account(port), now=clock.now) as emulator:
        emulator.telegram.retry_pause = 0.02
        await add_accounts(emulator)
        config = sandbox.config(folder, emulator.base, ("127.0.0.1", port), webhook=webhook)
        world = World(emulator, config, clock, content)
        try:
            if start:
                await world.start()
            yield world
        finally:
            if world.service and (open_one := world.service.telegram.bot.session._session):  # type: ignore[attr-defined]
                await open_one.close()  # aiogram sleeps for a quarter of a second when it closes it itself
            await world.stop()
