"""The whole service: starting when the outside is down, stopping cleanly, and saying plainly why it cannot start."""

import asyncio
import logging
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import structlog
from click.testing import CliRunner, Result

from bot.cli import cli
from bot.clock import Clock
from bot.content import Content
from bot.emulator import Emulator
from bot.store.sqlite import SqliteStore
from tests.service import serve, write_config
from tests.world import (
    AIGUL,
    AIGUL_PHONE,
    DILFUZA,
    GROUP,
    GULNORA,
    PUBLIC,
    World,
    account,
    add_accounts,
    build,
    free_port,
)


@pytest.fixture
def quiet_after() -> Iterator[None]:
    """The log as it was before the program set it up."""
    handlers = list(logging.getLogger().handlers)
    yield
    logging.getLogger().handlers[:] = handlers
    logging.disable(logging.NOTSET)
    structlog.reset_defaults()


async def test_sigterm_stops_cleanly_and_the_rest_waits(tmp_path: Path) -> None:
    """In the middle of work: exit code 0, what was accepted is kept, and the next start sends what was left."""
    port = free_port()
    async with Emulator(sms=account(port), now=Clock().now) as emulator:
        await add_accounts(emulator)
        config = write_config(tmp_path, emulator.base, port, webhook=True)
        async with serve(config, port) as service:
            await service.ready()
            await emulator.user_says(DILFUZA, PUBLIC, "SOS")
            await emulator.wait_for(lambda: emulator.topics(GROUP), 10)
            emulator.telegram.fail_next("*", 502, "<html></html>", times=1000)
            emulator.twilio.fail_next("Messages", 429, times=1000)
            await emulator.sms_in(GULNORA, "SOS")
            code, said = await service.terminate()
        assert code == 0, said
        assert "stopped" in said
        assert "Traceback" not in said
        emulator.telegram.clear()
        emulator.twilio.clear()
        async with serve(config, port) as service:
            await emulator.wait_for(lambda: emulator.sms_out(GULNORA) and len(emulator.topics(GROUP)) == 2, 60)
            await emulator.wait_for(lambda: len(emulator.sms_out(AIGUL_PHONE)) == 2, 30)
            assert (await service.terminate())[0] == 0
        assert len(emulator.sms_out(GULNORA)) == 1


async def test_starts_while_telegram_is_unreachable_and_recovers(content: Content, tmp_path: Path) -> None:
    """Ready at once: SMS works. When Telegram is back, everything that waited goes out."""
    async with build(content, tmp_path, start=False) as world:
        world.emulator.telegram.fail_next("*", 502, "<html>down</html>", times=8)
        await world.start_without_telegram()
        await world.emulator.sms_in(GULNORA, "SOS")
        await world.wait_for(lambda: world.sms(GULNORA) and world.sms(AIGUL_PHONE))
        assert world.pages(AIGUL) == []
        world.emulator.telegram.clear()
        await world.wait_for(lambda: world.pages(AIGUL), 20)
        await world.wait_for(lambda: world.emulator.telegram.state.queues[PUBLIC].hook, 20)
        await world.emulator.user_says(DILFUZA, PUBLIC, "SOS")
        await world.wait_for(lambda: len(world.emulator.topics(GROUP)) == 2)


async def test_stops_in_the_middle_of_waiting(polling: World) -> None:
    """A long poll, a timer and the outbox all wait; nothing holds up the stop."""
    await polling.opens_case()
    async with asyncio.timeout(5):
        await polling.stop()


async def test_stops_and_starts_many_times(world: World) -> None:
    """Nothing is sent twice, nothing is forgotten."""
    topic = await world.opens_case()
    before = len(world.in_group())
    for _ in range(3):
        await world.stop()
        await world.start()
    await world.settle()
    assert len(world.in_group()) == before
    assert len(world.pages(AIGUL)) == len(world.sms(AIGUL_PHONE)) == 1
    await world.writes("Where are you?", topic)
    assert "Where are you?" in world.words()


def run(config: Path) -> Result:
    """`panoh serve`, in this process."""
    return CliRunner().invoke(cli, ["serve", "--config", str(config)])


def problem(result: Result) -> str:
    """The one sentence that was said; anything like a traceback fails the test."""
    assert result.exit_code == 2, result.output
    lines = [line for line in result.stderr.splitlines() if not line.startswith(("{", "Starting"))]
    assert len(lines) == 1, result.stderr
    return lines[0]


def test_a_port_that_is_taken(tmp_path: Path, quiet_after: None) -> None:
    """One plain sentence that names the file, the key and the cure."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = problem(run(write_config(tmp_path, "http://127.0.0.1:1", port, webhook=False)))
    assert "config.toml: service.listen" in said
    assert str(port) in said


def test_a_database_that_another_process_has(tmp_path: Path, quiet_after: None) -> None:
    """The same."""
    store = SqliteStore(str(tmp_path / "panoh.db"))
    store.start()
    with closing(store):
        said = problem(run(write_config(tmp_path, "http://127.0.0.1:1", free_port(), webhook=False)))
    assert "config.toml: service.store" in said
    assert "another panoh" in said


def test_a_database_that_cannot_be_made(tmp_path: Path, quiet_after: None) -> None:
    """A folder that is not there."""
    config = write_config(tmp_path, "http://127.0.0.1:1", free_port(), webhook=False, store="no/such/panoh.db")
    assert "service.store" in problem(run(config))
