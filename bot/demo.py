"""`panoh demo`: the whole service on this machine, against local servers that speak Telegram's and Twilio's language."""

import asyncio
import contextlib
import signal
import socket
import tempfile
import webbrowser
from dataclasses import replace
from pathlib import Path

import click

from bot import sandbox
from bot.app import Panoh
from bot.clock import Clock
from bot.content import load
from bot.emulator.demo import DemoOperator, DemoPerson, DemoPhone, Duty
from bot.emulator.page import mount_demo
from bot.emulator.server import Emulator
from bot.emulator.twilio_model import SmsAccount
from bot.log import set_up
from bot.stage import overrides
from hotline_router.load import roster as load_roster
from hotline_router.roster import Roster

PEOPLE = (
    DemoPerson(810000001, "Aida", "ky", "from Osh, works in a sewing shop"),
    DemoPerson(810000002, "Farhod", "tg", "from Khujand, works on a building site"),
    DemoPerson(810000003, "Dilnoza", "uz", "from Samarkand, was offered a job in Turkey"),
)
PHONES = (
    DemoPhone("+996700111222", "Aida's basic phone", "ky", "a Kyrgyz SIM card"),
    DemoPhone("+79031234567", "Erlan's basic phone", "kk", "a Russian SIM card, no Cyrillic"),
)


AHEAD = 2 * 86_400.0
"""Seconds within which the next change of duty is sought."""
ORDER = ("first", "second", "third", "fourth")
STOPS, STOP = 60, 0.15
"""So often winding stops at what is due, and so many seconds for it to happen."""


def free_port() -> int:
    """A port of this machine that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def run(port: int, *, open_browser: bool) -> None:
    """Serve the page until SIGINT or SIGTERM. Raises OSError when the port is taken."""
    set_up()
    clock, listen = Clock(), ("127.0.0.1", free_port())
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    account = SmsAccount(
        sandbox.ACCOUNT, sandbox.AUTH_TOKEN, sandbox.NUMBER, f"http://{listen[0]}:{listen[1]}/twilio/sms"
    )
    with tempfile.TemporaryDirectory(prefix="panoh-demo-") as folder:
        emulator = Emulator(port, account, now=clock.now)
        hands = Hands(clock, emulator)
        config = sandbox.config(Path(folder), "http://127.0.0.1", listen, shifts=sandbox.DAY_AND_NIGHT)
        roster = load_roster(config.hotline.roster, config.hotline.coordinator)
        _mount(emulator, roster, hands)
        async with emulator:
            config = sandbox.config(Path(folder), emulator.base, listen, shifts=sandbox.DAY_AND_NIGHT)
            hands.panoh = panoh = Panoh(config, load(), roster, clock)
            watching = asyncio.create_task(hands.watch(roster))
            await _serve(panoh, emulator, roster, stop, open_browser=open_browser)
            watching.cancel()


class Hands:
    """The visitor's hands on the clock, and eyes on the roster."""

    def __init__(self, clock: Clock, emulator: Emulator) -> None:
        self.clock, self._emulator = clock, emulator
        self.panoh: Panoh | None = None
        self.roster: Roster | None = None

    def duty(self) -> Duty:
        """Who is on duty by now, and when that changes."""
        if self.roster is None:
            return Duty({})
        roster, now = self.roster, self.clock.now()
        crew = roster.on_duty(now)
        spans = roster.spans((now, now + AHEAD), lambda on_duty: on_duty == crew)
        changes = spans[0][1] if spans and spans[0][1] < now + AHEAD else 0.0
        about = {
            one.telegram: f"on duty, paged {ORDER[crew.index(one.id)]}" if one.id in crew else "off duty"
            for one in roster.operators
        }
        if boss := roster.operator(roster.coordinator):
            about[boss.telegram] += ", coordinator"
        names = (one.name for each in roster.on_duty(changes) if (one := roster.operator(each)))
        return Duty(about, changes, ", ".join(names) if changes else "")

    async def watch(self, base: Roster) -> None:
        """Follow what colleagues agree on, for ever."""
        assert self.panoh  # noqa: S101 – started after it is there
        changed = asyncio.Event()
        changed.set()
        self._emulator.on_change(changed.set)
        while await changed.wait():
            changed.clear()
            agreed = await self.panoh.store.run(lambda tx: overrides(tx.remembered("override:")))
            self.roster = replace(base, overrides=agreed)

    async def wind(self, seconds: float) -> None:
        """Go forward, from one thing that is due to the next; stop where a telephone begins to ring, so that it can be answered."""
        until, calls = self.clock.now() + seconds, self._emulator.twilio.calls.all
        rung = len(calls)
        for _ in range(STOPS if self.panoh else 0):
            due = await self._next_due()
            if due is None or due >= until or len(calls) > rung:
                break
            self.clock.wind(max(0.0, due - self.clock.now()) + 0.001)
            await asyncio.sleep(STOP)
        if len(calls) == rung:
            self.clock.wind(max(0.0, until - self.clock.now()))

    async def _next_due(self) -> float | None:
        assert self.panoh  # noqa: S101 – asked only when it is there
        return await self.panoh.store.run(lambda tx: tx.next_timer())


def _mount(emulator: Emulator, roster: Roster, hands: Hands) -> None:
    clock, hands.roster = hands.clock, roster
    mount_demo(
        emulator,
        people=PEOPLE,
        operators=[DemoOperator(one.telegram, one.name, one.phone) for one in roster.operators],
        group_id=sandbox.GROUP,
        public_token=sandbox.PUBLIC_TOKEN,
        staff_token=sandbox.STAFF_TOKEN,
        sms_phones=PHONES,
        wind=hands.wind,
        now=clock.now,
        duty=hands.duty,
    )


async def _serve(panoh: Panoh, emulator: Emulator, roster: Roster, stop: asyncio.Event, *, open_browser: bool) -> None:
    await panoh.start()
    try:
        for operator in roster.operators:
            await emulator.user_says(operator.telegram, sandbox.STAFF_TOKEN, "/start")
        click.echo(f"Panoh demo: {emulator.base}/   (Ctrl+C stops it; nothing is kept)")
        if open_browser:
            with contextlib.suppress(webbrowser.Error):
                await asyncio.to_thread(webbrowser.open, f"{emulator.base}/")
        await stop.wait()
    finally:
        await panoh.stop()
