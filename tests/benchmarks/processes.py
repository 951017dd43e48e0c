"""The processes of a benchmark: the provider, the echo bots, and `panoh serve` with a configuration of its own."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from bot import sandbox
from bot.clock import new_key

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
CONFIG = """\
[service]
public_url = "{public_url}"
listen = "127.0.0.1:{port}"
store = "sqlite:///panoh.db"
secret_key = "{key}"
[telegram.public]
token = "{public}"
api = "{api}"
[telegram.staff]
token = "{staff}"
api = "{api}"
group = {group}
[sms]
account_sid = "{account}"
auth_token = "{auth}"
from = "{number}"
api = "{api}"
[hotline]
roster = "roster.toml"
coordinator = "{coordinator}"
deadlines = {{ acknowledge = "1h", first_reply = "2h" }}
"""


def free_port() -> int:
    """A port of this machine that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(*arguments: str, errors: Path | None = None) -> Iterator["subprocess.Popen[str]"]:
    """A Python process that is ended with the block; its complaints go to a file."""
    with errors.open("w") if errors else nullcontext() as log:
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=log,
        )  # fmt: skip
        try:
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE)


class Remote:
    """The provider's process, called like functions."""

    def __init__(self, process: "subprocess.Popen[str]", inbound: int) -> None:
        self._process = process
        self.inbound = inbound
        self.base: str = self._answer()["base"]

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the provider's process ended; its complaint stands above")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def call(self, name: str, **arguments: object) -> dict[str, Any]:
        """Have the provider do something, and wait for it."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps([name, arguments]) + "\n")
        self._process.stdin.flush()
        return self._answer()


@contextmanager
def provider() -> Iterator[Remote]:
    """The emulator in its own process; SMS are announced at port `inbound`."""
    port = free_port()
    with running("-m", "tests.benchmarks.provider", f"http://127.0.0.1:{port}/twilio/sms") as process:
        yield Remote(process, port)


@contextmanager
def echo(remote: Remote, token: str, mode: str) -> Iterator[int]:
    """A bare echo bot; its process id."""
    with running("-m", "tests.benchmarks.echo", token, remote.base, str(free_port()), mode) as process:
        assert process.stdout
        if "ready" not in process.stdout.readline():
            raise RuntimeError("the echo bot did not start; its complaint stands above")
        yield process.pid


@contextmanager
def panoh(remote: Remote, *, webhook: bool = True) -> Iterator[tuple[int, float]]:
    """`panoh serve` on a database file of its own: process id, and seconds from start to ready."""
    with tempfile.TemporaryDirectory(prefix="panoh-bench-") as name:
        folder, port = Path(name), remote.inbound
        (folder / "roster.toml").write_text(sandbox.ROSTER)
        (folder / "panoh.toml").write_text(CONFIG.format(
            public_url=f"http://127.0.0.1:{port}" if webhook else "", port=port, key=new_key(), api=remote.base,
            public=sandbox.PUBLIC_TOKEN, staff=sandbox.STAFF_TOKEN, group=sandbox.GROUP, account=sandbox.ACCOUNT,
            auth=sandbox.AUTH_TOKEN, number=sandbox.NUMBER, coordinator=sandbox.COORDINATOR,
        ))  # fmt: skip
        started = perf_counter()
        with running(
            "-m", "bot.cli", "serve", "--config", str(folder / "panoh.toml"), errors=folder / "log"
        ) as process:
            try:
                _until_ready(f"http://127.0.0.1:{port}/readyz", process)
                yield process.pid, perf_counter() - started
            except Exception as error:
                error.add_note((folder / "log").read_text()[-2000:])
                raise


def _until_ready(url: str, process: "subprocess.Popen[str]") -> None:
    deadline = perf_counter() + PATIENCE
    while perf_counter() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 – our own service on this machine
                return
        except (urllib.error.URLError, OSError):
            sleep(0.02)
    raise RuntimeError("panoh serve did not become ready")


def cpu_seconds(pid: int) -> float:
    """Processor time that a process has used so far (Linux; 0 elsewhere)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid: int) -> float:
    """Memory that a process holds (Linux; 0 elsewhere)."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
