"""`panoh chat`: the same dialogues in a terminal, on a store in memory; what would go to staff is shown in one line each."""

import asyncio
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import msgspec

from bot import sandbox
from bot.clock import Clock
from bot.content import Content
from bot.messages import AnswerPress, Card, Inbound, OpenTopic, Outbound, PersonChannel, Text
from bot.metrics import Metrics
from bot.privacy import Seal
from bot.stage import Deps, open_body
from bot.store.base import Row
from bot.store.sqlite import SqliteStore
from bot.turn import Turns
from hotline_router.load import roster as load_roster

ADDRESS = {"telegram": "810000001", "sms": "+996700111222"}
HELLO = "Write as a person would; a number or the words on a button choose. Ctrl+D ends."


class Chat:
    """One conversation; what was said is kept for a story."""

    def __init__(self, content: Content, channel: str, folder: Path) -> None:
        config = sandbox.config(folder, "http://127.0.0.1", ("127.0.0.1", 0), store=":memory:")
        roster = load_roster(config.hotline.roster, config.hotline.coordinator)
        self.seal = Seal(config.service.secret_key)
        self.store = SqliteStore(":memory:")
        self.channel = channel
        self.story = [f"channel: {channel}", "language: {}", ""]
        self.turns = Turns(Deps(config, content, roster, self.seal), self.store, Clock(), Metrics(), self._show)
        self.buttons: tuple[tuple[str, str], ...] = ()
        self._count = 0

    async def say(self, text: str) -> None:
        """One line of the person: words, or the choice of a button by its label."""
        self._count += 1
        button = next((data for label, data in self.buttons if text.strip() == label), "")
        self.story.append(f"> {text}")
        channel: PersonChannel = "sms" if self.channel == "sms" else "telegram"
        inbound = Inbound(channel, str(self._count), ADDRESS[channel], text=text, language="en")
        if button:
            inbound = msgspec.structs.replace(inbound, kind="button", button=button, query="1", text="")
        await self.turns.person(inbound)

    def _show(self, rows: Iterable[Row]) -> None:
        for row in rows:
            for line in self._lines(row, open_body(self.seal, row.body)):
                self.story.append(line)
                click.echo(line)

    def _lines(self, row: Row, out: Outbound) -> Iterator[str]:
        if row.channel == self.channel and not row.operator and isinstance(out, Text):
            self.buttons = out.buttons or self.buttons
            yield from (f"< {line}" for line in out.text.split("\n"))
            yield from (f"  [{label}]" for label, _ in out.buttons)
        elif row.operator:
            yield f"* page to {row.operator} ({'SMS' if row.channel == 'sms' else 'Telegram'})"
        elif isinstance(out, OpenTopic):
            yield f"* topic {out.name}"
        elif isinstance(out, Card):
            yield "* card shown in the topic"
        elif not isinstance(out, AnswerPress):
            yield f"* to staff: {getattr(out, 'text', type(out).__name__)}".split("\n", maxsplit=1)[0]


def run(content: Content, channel: str, language: str | None, record: Path | None) -> None:
    """Talk until the end of standard input; with `record` the story is written to that file."""
    with tempfile.TemporaryDirectory() as folder:
        chat = asyncio.run(_talk(content, channel, language, Path(folder)))
    if record:
        record.write_text("\n".join(chat.story) + "\n", encoding="utf-8")
        click.echo(f"Recorded in {record}.", err=True)


async def _talk(content: Content, channel: str, language: str | None, folder: Path) -> Chat:
    chat = Chat(content, channel, folder)
    chat.store.start()
    try:
        if language:
            await chat.say(f"LANG {language}")
        if sys.stdin.isatty():
            click.echo(HELLO, err=True)
        while line := await asyncio.to_thread(_read):
            if text := line.strip():
                await chat.say(text)
    finally:
        chat.store.close()
    return chat


def _read() -> str:
    if sys.stdin.isatty():
        click.echo("> ", nl=False, err=True)
    return sys.stdin.readline()
