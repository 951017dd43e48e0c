"""`panoh chat`: the same dialogues in a terminal, on a store in memory; what would go to staff is shown in one line each."""

import asyncio
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from bot import sandbox
from bot.clock import Clock
from bot.content import Content
from bot.messages import Card, Inbound, OpenTopic, Outbound, PersonChannel, Text
from bot.metrics import Metrics
from bot.privacy import Seal
from bot.stage import Deps, open_body
from bot.store.base import Row
from bot.store.sqlite import SqliteStore
from bot.transcript import GROUP, PERSON, Line, show
from bot.turn import Turns
from hotline_router.load import roster as load_roster

ADDRESS = {"telegram": "810000001", "sms": "+996700111222"}
HELLO = "Write as a person would; a number or the words on a button choose. Ctrl+D ends."


class Chat:
    """One conversation; what was said is kept for a story."""

    def __init__(self, content: Content, channel: str, folder: Path) -> None:
        config = sandbox.config(folder, "http://127.0.0.1", ("127.0.0.1", 0), store=":memory:")
        self.roster = load_roster(config.hotline.roster, config.hotline.coordinator)
        self.seal = Seal(config.service.secret_key)
        self.store = SqliteStore(":memory:")
        self.channel: PersonChannel = "sms" if channel == "sms" else "telegram"
        self.story = [f"channel: {channel}"]
        self.turns = Turns(
            Deps(config, content, self.roster, self.seal, sandbox.chances()),
            self.store,
            Clock(),
            Metrics(),
            self._collect,
        )
        self.buttons: dict[str, str] = {}
        self.cards: dict[str, str] = {}
        self._lines: list[Line] = []
        self._count = 0

    async def say(self, text: str) -> None:
        """One line of the person: words, or the choice of a button by its label (with or without brackets)."""
        self._count += 1
        inbound = Inbound(self.channel, str(self._count), ADDRESS[self.channel], text=text, language="en")
        if button := self.buttons.get(text.removeprefix("[").removesuffix("]")):
            inbound = msgspec.structs.replace(inbound, kind="button", button=button, query="1", text="")
            text = f"[{text.removeprefix('[').removesuffix(']')}]"
        self._lines = []
        await self.turns.person(inbound)
        shown = list(show(self._lines))
        self.story += ["", f"> {text}", *shown]
        for line in shown:
            click.echo(line)

    def _collect(self, rows: Iterable[Row]) -> None:
        for row in rows:
            out = open_body(self.seal, row.body)
            if line := self._line(row, out):
                self._lines.append(line)

    def _line(self, row: Row, out: Outbound) -> Line | None:
        match out:
            case Text(to, text, buttons) if to == ADDRESS[self.channel]:
                self.buttons = dict(buttons) or self.buttons
                return Line(PERSON, text, tuple(label for label, _ in buttons))
            case Text(text=text, buttons=buttons) if row.operator or row.queue.startswith("operator:"):
                known = self.roster.operator(row.operator or row.queue.split(":")[1])
                means = " sms" if row.channel == "sms" else ""
                return Line(f"{known.name if known else '?'}{means}", text, tuple(label for label, _ in buttons))
            case Text(text=text):
                return Line(GROUP, text)
            case OpenTopic(name=name):
                return Line(GROUP, f"(topic) {name}")
            case Card(text=text, buttons=buttons, card=card) if self.cards.get(card) != text:
                self.cards[card] = text
                return Line(GROUP, f"(card) {text}", tuple(label for label, _ in buttons))
            case _:
                return None


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
