"""The real program, killed again and again under load: no accepted report is lost, and what staff and people see is not doubled."""

import asyncio
import contextlib
import hashlib
import os
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, pairwise
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.emulator import Emulator
from bot.emulator.webhooks import Reply
from bot.lines import AT_ONCE
from tests.service import Running, serve, write_config
from tests.world import AIGUL, AIGUL_PHONE, GROUP, PUBLIC, STAFF, account, add_accounts, free_port

ROUNDS = int(os.environ.get("PANOH_CRASH_ROUNDS", "10"))
"""Kills, shared between the two ways in which updates come."""
SEED = os.environ.get("PANOH_CRASH_SEED", "1")
PAUSE = 0.04
"""Seconds between two cries for help."""
BEFORE_READY = 4
"""One kill in so many comes while the program still starts, with everything waiting."""
NUMBER = re.compile(r"#(\d+)")


def chances(mode: str) -> Iterator[float]:
    """Numbers between 0 and 1 that are the same in every run with the same seed."""
    for turn in count():
        yield int.from_bytes(hashlib.sha256(f"{SEED}/{mode}/{turn}".encode()).digest()[:4]) / 2**32


@dataclass
class Load:
    """People who cry for help, each once, by Telegram and by SMS in turn; what was accepted of it."""

    emulator: Emulator
    number: int = 0
    telegram: set[int] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)
    """Those whose SMS was answered with 2xx."""
    tasks: set[asyncio.Task[object]] = field(default_factory=set)

    def listen(self) -> None:
        """Note which SMS the service accepted."""
        webhooks = self.emulator.twilio.webhooks
        post = webhooks._once

        async def noted(url: str, form: dict[str, str]) -> Reply:
            reply = await post(url, form)
            if url.endswith("/twilio/sms") and 200 <= reply.status < 300:
                self.phones.add(form["From"])
            return reply

        webhooks._once = noted  # type: ignore[method-assign]

    async def run(self) -> None:
        """Cry for ever."""
        while True:
            self.number += 1
            self._start(self._telegram(100_000 + self.number) if self.number % 2 else self._sms(self.number))
            await asyncio.sleep(PAUSE)

    async def _telegram(self, who: int) -> None:
        await self.emulator.add_user(who, "One", language_code="en")
        self.telegram.add(who)
        await self.emulator.user_says(who, PUBLIC, f"SOS {word(str(who))}")

    async def _sms(self, number: int) -> None:
        phone = f"+44770{number:07}"
        await self.emulator.sms_in(phone, f"SOS {word(phone)}")

    def _start(self, work: object) -> None:
        task = asyncio.ensure_future(work)  # type: ignore[call-overload]
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)


def word(who: str) -> str:
    """A word by which a cry is known in the group; it names nobody, so that nothing hides it."""
    digits = hashlib.sha256(who.encode()).hexdigest()[:12]
    return "q" + digits.translate(str.maketrans("0123456789", "ghijklmnop"))


async def kill_under_load(load: Load, config: Path, port: int, mode: str, rounds: int) -> list[int]:
    """Start, cry, kill; the newest message's id after each kill."""
    chance, marks = chances(mode), []
    for turn in range(rounds):
        async with serve(config, port) as service:
            crying = asyncio.create_task(load.run())
            if turn % BEFORE_READY == BEFORE_READY - 1:
                await asyncio.sleep(1.0 + 3 * next(chance))
            else:
                await service.ready()
                await asyncio.sleep(0.8 * next(chance))
            await service.kill()
            crying.cancel()
            await asyncio.gather(crying, *load.tasks, return_exceptions=True)
        marks.append(load.emulator.telegram.state._last_id)
    return marks


async def finish(emulator: Emulator, service: Running, store: Path) -> None:
    """Until everything that waited is taken and sent."""
    await service.ready()
    async with asyncio.timeout(120):
        queues = emulator.telegram.state.queues.values()
        await emulator.wait_for(lambda: not any(queue.pending for queue in queues), 120)
        while query(store, "SELECT count(*) FROM outbox") != [(0,)]:
            await asyncio.sleep(0.1)  # another process: there is nothing to be woken by


def query(store: Path, question: str) -> list[tuple[object, ...]]:
    """A look into the database of the other process."""
    with contextlib.closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as other:
        return list(other.execute(question))


@dataclass
class Counts:
    """What came of it."""

    cases_of: dict[str, set[str]]
    topics: Counter[str]
    pages: Counter[str]
    sms_pages: Counter[str]
    doubled: list[tuple[int, int]]
    """The ids of a message and of its first repetition."""


def take_stock(emulator: Emulator) -> Counts:
    """Read the group, the operator's chats and the people's phones."""
    name_of = {topic.id: number_in(topic.name) for topic in emulator.topics(GROUP)}
    cases_of: dict[str, set[str]] = defaultdict(set)
    for message in emulator.chat(STAFF, GROUP):
        for one in re.findall(r"\bq[a-p]{12}\b", message.text):
            cases_of[one].add(name_of.get(message.thread or 0) or number_in(message.text))
    pages = [message.text for message in emulator.chat(STAFF, AIGUL) if message.buttons]
    sms = [one.body for one in emulator.sms_out(AIGUL_PHONE)]
    return Counts(
        cases_of,
        Counter(name_of.values()),
        Counter(map(number_in, pages)),
        Counter(map(number_in, sms)),
        doubled_replies(emulator),
    )


def number_in(text: str) -> str:
    """The number of a case."""
    found = NUMBER.search(text)
    return found[1] if found else ""


def doubled_replies(emulator: Emulator) -> list[tuple[int, int]]:
    """Replies that a person got more than once."""
    found = []
    for token, who in list(emulator.telegram.state.chats):
        if token == PUBLIC:
            replies = [message.id for message in emulator.chat(token, who) if message.from_bot]
            found += list(pairwise(replies))
    return found


@pytest.mark.crash
@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_killed_at_any_moment(mode: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everybody whose cry was accepted has one case with a topic and a page; nothing is doubled that could be known."""
    port, store = free_port(), tmp_path / "panoh.db"
    async with Emulator(sms=account(port), now=Clock().now) as emulator:
        await add_accounts(emulator)
        emulator.telegram.retry_pause = 0.05
        config = write_config(tmp_path, emulator.base, port, webhook=mode == "webhook", acknowledge="1d")
        load = Load(emulator)
        load.listen()
        rounds = max(1, ROUNDS // 2)
        marks = await kill_under_load(load, config, port, mode, rounds)
        async with serve(config, port) as service:
            await finish(emulator, service, store)
            code, said = await service.terminate()
        assert code == 0, said
        counts = take_stock(emulator)
        accepted = {word(str(who)) for who in load.telegram} | {word(phone) for phone in load.phones}
        report(capsys, mode, rounds, load, counts)
        check(emulator, store, load, counts, accepted, marks)


def report(capsys: pytest.CaptureFixture[str], mode: str, rounds: int, load: Load, counts: Counts) -> None:
    """Print the counts, past pytest's capture."""
    again = {"pages": counts.pages, "topics": counts.topics, "SMS pages": counts.sms_pages}
    doubled = ", ".join(f"{name} {sum(n - 1 for n in found.values())}" for name, found in again.items())
    with capsys.disabled():
        print(  # noqa: T201 – the counts are what a reader of this test wants
            f"\n{mode}: {rounds} kills, {load.number} cries ({len(load.telegram)} by Telegram, {len(load.phones)} SMS accepted), "
            f"{len(counts.cases_of)} cases; doubled: replies {len(counts.doubled)}, {doubled}"
        )


def check(emulator: Emulator, store: Path, load: Load, counts: Counts, accepted: set[str], marks: list[int]) -> None:
    """What must hold."""
    lost = accepted - counts.cases_of.keys()
    assert not lost, f"{len(lost)} accepted reports are lost"
    assert all(len(cases) == 1 and "" not in cases for cases in counts.cases_of.values())
    assert query(store, "SELECT person FROM hotline_case GROUP BY person HAVING count(*) > 1") == []
    assert query(store, "SELECT count(*) FROM dead_letter") == [(0,)]
    numbers = {number for cases in counts.cases_of.values() for number in cases}
    assert numbers <= counts.topics.keys()
    assert numbers <= counts.pages.keys()
    # An SMS is looked up first: never doubled.
    assert counts.sms_pages == dict.fromkeys(numbers, 1)
    for phone in load.phones:
        assert len(emulator.sms_out(phone)) == 1, phone
    # Telegram cannot be asked: only what was on its way when the program died may come twice.
    in_flight = {name: limit * len(marks) for name, limit in AT_ONCE.items()}
    assert len(counts.doubled) <= in_flight["telegram"]
    for first, second in counts.doubled:
        # What was in the sockets at the kill is performed a moment after it.
        near = (first <= mark + sum(AT_ONCE.values()) and mark < second for mark in marks)
        assert any(near), f"message {first} was doubled as {second} without a kill in between: {marks}"
    assert sum(n - 1 for n in counts.topics.values()) <= in_flight["staff"]
    assert sum(n - 1 for n in counts.pages.values()) <= in_flight["staff"]
    assert all(emulator.chat(PUBLIC, who)[1:] for who in load.telegram)
