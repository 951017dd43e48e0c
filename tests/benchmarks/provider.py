"""The emulator in a process of its own, with the people who write to it; told what to do by JSON lines on standard input.

Times are taken here, where the person and the operator are: from the update's birth to the message's arrival.
"""

import asyncio
import itertools
import json
import re
import sys
from collections import deque
from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import Any

from bot import sandbox
from bot.clock import Clock
from bot.emulator.model import Press
from bot.emulator.server import Emulator
from bot.emulator.twilio_model import SmsAccount
from tests.benchmarks.conversation import ENTRIES, OPENING, Step, step

ECHO_TOKENS = ("1000003:echo-background", "1000004:echo-inline")
OPERATORS = {"700000001": "Aigul", "700000002": "Bek", "700000003": "Nargiza"}
PATIENCE = 30.0
CHANNELS = ("telegram", "sms", "line")
CASE = re.compile(r"#(\d+)")
Json = dict[str, Any]


class Provider:
    """The emulator and everybody around it."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.replies: dict[int, asyncio.Future[float]] = {}
        self.paged: asyncio.Future[float] | None = None
        self.last_case = 0
        self.steps: dict[tuple[str, int], int] = {}
        self.sos_people = itertools.count(900_000_000)
        self.answered = 0
        self._seen: object = None
        emulator.on_change(self._look)

    def _look(self) -> None:
        """Woken after every call: note replies and pages with the time at which they came."""
        if not self.emulator.log or (call := self.emulator.log[-1]) is self._seen:
            return
        self._seen = call
        if call.method == "sendMessage" and call.answer["ok"]:
            self._message(int(call.params["chat_id"]), call.params["text"])
        elif call.method not in ("answerCallbackQuery", "getUpdates"):
            self._sms(json.dumps(call.params))

    def _message(self, chat: int, text: str) -> None:
        self.answered += 1
        if waiting := self.replies.pop(chat, None):
            waiting.set_result(perf_counter())
        elif str(chat) in OPERATORS:
            self._page(text)

    def _sms(self, params: str) -> None:
        if "+99655500000" in params:
            self._page(params)

    def _page(self, text: str) -> None:
        """The first page of a new case; numbers only grow, so a late second page of an older one is not mistaken for it."""
        number = max((int(found) for found in CASE.findall(text)), default=0)
        if number > self.last_case and self.paged is not None and not self.paged.done():
            self.last_case = number
            self.paged.set_result(perf_counter())

    # What people do

    async def act(self, token: str, person: int, what: Step) -> float:
        """Do one thing; when it was done."""
        born = perf_counter()
        if what[0] == "says":
            await self.emulator.user_says(person, token, what[1])
        else:
            self._presses(token, person, what[1])
        return born

    def _presses(self, token: str, person: int, data: str) -> None:
        """A button under the last message; the echo bot is sent the same, though it shows no buttons."""
        state = self.emulator.telegram.state
        last = state.messages[state.chat_of(token, person).ids[-1]]
        number = str(10_000_000 + len(state.presses))
        state.presses[number] = Press(number, person, last.id, data)
        query = {"id": number, "from": state.people[person].as_json(), "message": state.message_json(token, last),
                 "chat_instance": str(person), "data": data}  # fmt: skip
        state.queues[token].push("callback_query", query, person)

    async def turn(self, token: str, person: int, what: Step) -> float:
        """Do one thing and wait for the answer: seconds."""
        done = self.replies[person] = asyncio.get_running_loop().create_future()
        born = await self.act(token, person, what)
        async with asyncio.timeout(PATIENCE):
            arrived: float = await done
        return arrived - born

    async def people(self, token: str, count: int, first: int) -> Json:
        """People who have chosen a language and stand in the menu."""
        for person in range(first, first + count):
            await self.emulator.add_user(person, f"Person {person}", None, "ru")
            self.steps[token, person] = ENTRIES[person % len(ENTRIES)]  # not all at the same point
            for what in (*OPENING, ("presses", "way:menu")):
                await self.turn(token, person, what)
        return {}

    def next_step(self, token: str, person: int) -> Step:
        """What this person does next."""
        number = self.steps[token, person]
        self.steps[token, person] = number + 1
        return step(number)

    # What is measured

    async def turns(self, token: str, first: int, people: int, at_once: int, count: int) -> Json:
        """So many turns, with so many people waiting for an answer at any moment."""
        line, left = deque(range(first, first + people)), itertools.count(1)
        times: list[float] = []

        async def one_after_another() -> None:
            while next(left) <= count:
                person = line.popleft()
                times.append(await self.turn(token, person, self.next_step(token, person)))
                line.append(person)

        started = perf_counter()
        await asyncio.gather(*(one_after_another() for _ in range(at_once)))
        return {"seconds": perf_counter() - started, "times": times}

    async def sos(self, channel: str) -> float:
        """A cry for help from somebody new: seconds until the first page. `line` = Telegram, after all that it has not delivered yet."""
        person = next(self.sos_people)
        self.paged = asyncio.get_running_loop().create_future()
        born = perf_counter()
        async with asyncio.timeout(PATIENCE):
            if channel == "sms":
                sending = asyncio.create_task(self.emulator.sms_in(f"+7{person}0", "SOS"))
                at = await self.paged
                await sending
            else:
                await self.emulator.add_user(person, f"Person {person}", None, "ky")
                await self._cry(person, own_connection=channel == "telegram")
                at = await self.paged
        return at - born

    async def _cry(self, person: int, *, own_connection: bool) -> None:
        """Without a connection of its own the cry waits inside Telegram for one of those that the flood holds."""
        hook = self.emulator.telegram.state.queues[sandbox.PUBLIC_TOKEN].hook
        if hook is None or not own_connection:
            await self.emulator.user_says(person, sandbox.PUBLIC_TOKEN, "SOS, помогите")
            return
        held, hook.slots = hook.slots, asyncio.Semaphore(1)
        await self.emulator.user_says(person, sandbox.PUBLIC_TOKEN, "SOS, помогите")
        await asyncio.sleep(0)
        hook.slots = held

    async def idle(self, count: int) -> Json:
        """Cries with nothing else going on, by channel."""
        times: dict[str, list[float]] = {channel: [] for channel in CHANNELS}
        for number in range(count):
            channel = CHANNELS[number % len(CHANNELS)]
            times[channel].append(await self.sos(channel))
            await asyncio.sleep(0.05)
        return times

    async def flood(self, people: int, first: int, count: int, connections: int, seconds: float) -> Json:
        """Cries by one channel after the other while so many routine messages pour in, within so many seconds."""
        queue = self.emulator.telegram.state.queues[sandbox.PUBLIC_TOKEN]
        if queue.hook and connections:
            queue.hook.slots = asyncio.Semaphore(connections)
        times: dict[str, list[float]] = {channel: [] for channel in CHANNELS}
        self.answered, started = 0, perf_counter()
        pouring = asyncio.create_task(self._pour(people, first, count, seconds))
        await asyncio.sleep(0.02)
        async with asyncio.timeout(PATIENCE):
            for channel in itertools.cycle(CHANNELS):
                if self.answered >= count and pouring.done():
                    break
                times[channel].append(await self.sos(channel))
                await asyncio.sleep(0.02)
        return {**times, "seconds": perf_counter() - started}

    async def _pour(self, people: int, first: int, count: int, seconds: float) -> None:
        started = perf_counter()
        for number in range(count):
            if seconds and (early := number / count * seconds - (perf_counter() - started)) > 0:
                await asyncio.sleep(early)
            person = first + number % people
            await self.act(sandbox.PUBLIC_TOKEN, person, self.next_step(sandbox.PUBLIC_TOKEN, person))


async def main() -> None:
    """Serve until standard input ends."""
    clock = Clock()
    lines = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    account = SmsAccount(sandbox.ACCOUNT, sandbox.AUTH_TOKEN, sandbox.NUMBER, sys.argv[1])
    async with Emulator(sms=account, now=clock.now) as emulator:
        for token, name in zip((sandbox.PUBLIC_TOKEN, sandbox.STAFF_TOKEN, *ECHO_TOKENS), "abcd", strict=True):
            await emulator.add_bot(token, f"bench_{name}_bot")
        for number, name in OPERATORS.items():
            await emulator.add_user(int(number), name)
        await emulator.add_group(
            sandbox.GROUP, "Hotline", members=[int(one) for one in OPERATORS], admin_bots=[sandbox.STAFF_TOKEN]
        )
        provider = Provider(emulator)
        commands: dict[str, Callable[..., Awaitable[Json]]] = {
            "people": provider.people, "turns": provider.turns, "idle": provider.idle, "flood": provider.flood,
            "link": lambda: _link(emulator),
        }  # fmt: skip
        print(json.dumps({"base": emulator.base}), flush=True)
        while line := await lines.readline():
            name, arguments = json.loads(line)
            print(json.dumps(await commands[name](**arguments)), flush=True)


async def _link(emulator: Emulator) -> Json:
    """Every operator has pressed /start in the staff bot."""
    for number in OPERATORS:
        await emulator.user_says(int(number), sandbox.STAFF_TOKEN, "/start")
    await asyncio.sleep(0.5)
    return {}


if __name__ == "__main__":
    asyncio.run(main())
