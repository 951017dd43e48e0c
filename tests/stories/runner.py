"""Plays a story on the whole bot, with the real libraries against the emulator, and writes down what everybody saw.

Lines that people write: `> words` or `> [label]` (the person), `Aigul> words` or `Aigul> [label]` (an operator in the newest
topic), `Aigul@> …` (in the private chat with the staff bot), `Aigul sms> …`, `+3m` (the clock), `> (photo)`, `> (location)`,
`> (contact)`, `> (blocks the bot)`, `other> words` (the person, by SMS from another phone); at the head `channel: sms` and
`starts: 12:00`. Everything else in the file is what
followed; `--update` writes it anew.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from bot.emulator.model import Message
from bot.transcript import GROUP as IN_GROUP
from bot.transcript import PERSON, Line, show
from bot.values import duration
from hotline_router.load import roster
from tests.world import AIGUL, BEK, DILFUZA, GROUP, NARGIZA, PUBLIC, STAFF, World

T = TypeVar("T")
PHONE, OTHER = "+996700111222", "+996700333444"
OPERATORS = {"Aigul": (AIGUL, "+996555000001"), "Bek": (BEK, "+996555000002"), "Nargiza": (NARGIZA, "+996555000003")}
INPUT = re.compile(r"^(?:(?P<who>Aigul|Bek|Nargiza|other)(?P<where>@| sms)?)?> (?P<what>.*)$")
WIND = re.compile(r"^\+(\d+[smhd])$")
ROSTER = "📅 The roster needs you"
"""What the coordinator hears daily holds today's date; it is no part of a story."""


@dataclass
class Player:
    """One story being played. `seen` counts what has been written down of each actor."""

    world: World
    channel: str = "telegram"
    seen: dict[str, int] = field(default_factory=dict)
    cards: dict[int, str] = field(default_factory=dict)

    async def play(self, story: str) -> str:
        """The story again, with what really followed each input."""
        written: list[str] = []
        for line in story.splitlines():
            if line.startswith("channel: "):
                self.channel = line.removeprefix("channel: ").strip()
                written.append(line)
            elif line.startswith("starts: "):
                await self._until(int(line.removeprefix("starts: ")[:2]))
                written.append(line)
            elif line.startswith("#"):
                written.append(line)
            elif INPUT.match(line) or WIND.match(line):
                await self._do(line)
                written += ["", line, *show(self._followed())]
        return "\n".join(written) + "\n"

    async def _until(self, hour: int) -> None:
        """Wind the clock to that hour where the organisation is: some things are said by day only."""
        here = datetime.fromtimestamp(self.world.clock.now(), roster(self.world.config.hotline.roster).zone)
        await self.world.wind((hour * 60 - here.hour * 60 - here.minute) % (24 * 60) * 60)

    async def _do(self, line: str) -> None:
        if wound := WIND.match(line):
            await self.world.wind(duration(wound[1]))
            return
        found = INPUT.match(line)
        assert found
        if found["who"] == "other":
            await self.world.emulator.sms_in(OTHER, found["what"])
        elif found["who"]:
            await self._operator(found["who"], found["where"] or "", found["what"])
        elif self.channel == "sms":
            await self.world.emulator.sms_in(PHONE, found["what"])
        else:
            await self._person(found["what"])
        await self.world.settle()

    async def _person(self, what: str) -> None:
        emulator = self.world.emulator
        if what == "(photo)":
            await emulator.user_sends_file(DILFUZA, PUBLIC, "photo", b"\x89PNG" * 10, "photo.png")
        elif what == "(location)":
            await emulator.user_sends_location(DILFUZA, PUBLIC, 55.751244, 37.618423)
        elif what == "(contact)":
            await emulator.user_sends_contact(DILFUZA, PUBLIC, "+79161234567", "Madina")
        elif what == "(blocks the bot)":
            emulator.telegram.people.block(DILFUZA, PUBLIC)
        elif label := _label(what):
            message, data = _button(emulator.chat(PUBLIC, DILFUZA), label)
            await emulator.user_presses(DILFUZA, DILFUZA, message.id, data)
        else:
            await emulator.user_says(DILFUZA, PUBLIC, what)

    async def _operator(self, name: str, where: str, what: str) -> None:
        emulator, (number, phone) = self.world.emulator, OPERATORS[name]
        if where == " sms":
            await emulator.sms_in(phone, what)
            return
        topic = None if where else emulator.topics(GROUP)[-1].id
        messages = emulator.chat(STAFF, GROUP, topic) if topic else emulator.chat(STAFF, number)
        if label := _label(what):
            message, data = _button(messages, label)
            await emulator.user_presses(number, GROUP if topic else number, message.id, data)
        elif topic:
            await emulator.user_says(number, STAFF, what, chat_id=GROUP, thread=topic)
        else:
            await emulator.user_says(number, STAFF, what)

    def _followed(self) -> Iterator[Line]:
        """What everybody newly saw."""
        emulator = self.world.emulator
        if gone := self._new("wiped", [m for m in emulator.chat(PUBLIC, DILFUZA) if m.deleted]):
            yield Line(PERSON, f"(deleted: {len(gone)} messages)")
        for message in self._new("person", [m for m in emulator.chat(PUBLIC, DILFUZA) if m.from_bot]):
            yield _line(PERSON, message)
        for sms in self._new("phone", emulator.sms_out(PHONE)):
            yield Line(PERSON, sms.body)
        for sms in self._new("other", emulator.sms_out(OTHER)):
            yield Line("other", sms.body)
        yield from self._group()
        for name, (number, phone) in OPERATORS.items():
            private = [m for m in emulator.chat(STAFF, number) if m.from_bot and not m.text.startswith(ROSTER)]
            for message in self._new(name, private):
                yield _line(name, message)
            for sms in self._new(name + phone, emulator.sms_out(phone)):
                yield Line(f"{name} sms", sms.body)

    def _group(self) -> Iterator[Line]:
        emulator = self.world.emulator
        for topic in self._new("topics", emulator.topics(GROUP)):
            yield Line(IN_GROUP, f"(topic) {topic.name}")
        messages = [m for m in emulator.chat(STAFF, GROUP) if m.from_bot and m.kind != "service"]
        for message in [m for m in messages if m.pinned or m.id in self.cards]:
            if self.cards.get(message.id) != message.text:
                self.cards[message.id] = message.text
                line = _line(IN_GROUP, message)
                yield Line(IN_GROUP, f"(card) {line.text}", line.labels)
        for message in self._new("group", [m for m in messages if m.id not in self.cards]):
            yield _line(IN_GROUP, message)

    def _new(self, what: str, everything: list[T]) -> list[T]:
        start = self.seen.get(what, 0)
        self.seen[what] = len(everything)
        return everything[start:]


def _line(actor: str, message: Message) -> Line:
    text = message.text if message.kind == "text" else f"({message.kind}) {message.text}".strip()
    return Line(actor, text, tuple(button["text"] for row in message.buttons for button in row))


def _label(what: str) -> str:
    return what[1:-1] if what.startswith("[") and what.endswith("]") else ""


def _button(messages: list[Message], label: str) -> tuple[Message, str]:
    """The newest message that has a button with these words, and what the button carries."""
    for message in reversed(messages):
        for row in message.buttons:
            for button in row:
                if label in button["text"]:
                    return message, button["data"]
    raise AssertionError(f"nobody offered a button {label!r}")
