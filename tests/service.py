"""The real program in a process of its own, for tests that stop and kill it."""

import asyncio
import contextlib
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot import sandbox

START = 60.0
"""Seconds that a start may take on a busy machine."""
KEY = "k" * 43


def write_config(
    folder: Path, api: str, port: int, *, webhook: bool, store: str = "panoh.db", acknowledge: str = "3m"
) -> Path:
    """A configuration file, with the roster beside it."""
    (folder / "roster.toml").write_text(sandbox.ROSTER, encoding="utf-8")
    config = folder / "config.toml"
    config.write_text(
        f"""
[service]
public_url = "{f"http://127.0.0.1:{port}" if webhook else ""}"
listen = "127.0.0.1:{port}"
store = "sqlite:///{store}"
default_language = "en"
secret_key = "{KEY}"

[telegram.public]
token = "{sandbox.PUBLIC_TOKEN}"
api = "{api}"
secret_token = "public-secret"

[telegram.staff]
token = "{sandbox.STAFF_TOKEN}"
api = "{api}"
secret_token = "staff-secret"
group = {sandbox.GROUP}

[sms]
account_sid = "{sandbox.ACCOUNT}"
auth_token = "{sandbox.AUTH_TOKEN}"
from = "{sandbox.NUMBER}"
api = "{api}"

[hotline]
roster = "roster.toml"
coordinator = "{sandbox.COORDINATOR}"
deadlines = {{ acknowledge = "{acknowledge}" }}
""",
        encoding="utf-8",
    )
    return config


@dataclass
class Running:
    """A started `panoh serve`."""

    process: Process
    port: int

    async def ready(self) -> None:
        """Until it takes messages; an early end is an error that shows what was said."""
        async with asyncio.timeout(START), ClientSession(timeout=ClientTimeout(total=2)) as session:
            while True:
                if self.process.returncode is not None:
                    raise AssertionError((await self.said()) or "ended without a word")
                with contextlib.suppress(ClientError, TimeoutError):
                    async with session.get(f"http://127.0.0.1:{self.port}/readyz") as answer:
                        if answer.status == 200:
                            return
                await asyncio.sleep(0.05)  # another process: there is nothing to be woken by

    async def said(self) -> str:
        """What it wrote to standard error, once it has ended."""
        _, errors = await self.process.communicate()
        return errors.decode()

    async def terminate(self) -> tuple[int, str]:
        """SIGTERM; the exit code and what was said."""
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(30):
            said = await self.said()
        return self.process.returncode or 0, said

    async def kill(self) -> None:
        """SIGKILL, at once."""
        self.process.kill()
        await self.said()


@contextlib.asynccontextmanager
async def serve(config: Path, port: int) -> AsyncIterator[Running]:
    """`panoh serve --config FILE`; killed at the end if it still runs."""
    command = (sys.executable, "-m", "bot.cli", "serve", "--config", str(config))
    process = await asyncio.create_subprocess_exec(*command, stderr=PIPE, stdout=PIPE)
    running = Running(process, port)
    try:
        yield running
    finally:
        if process.returncode is None:
            await running.kill()
