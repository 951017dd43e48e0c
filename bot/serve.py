"""`panoh serve`: start, wait for SIGTERM, stop cleanly."""

import asyncio
import signal

from bot.app import Panoh
from bot.clock import Clock
from bot.config import Config
from bot.content import Content
from bot.log import log, set_up
from hotline_router.roster import Roster

GAP_DAYS = 14


async def run(config: Config, content: Content, roster: Roster) -> None:
    """Serve until SIGTERM or SIGINT. Raises StoreDown, Locked, OSError when it cannot start."""
    set_up()
    clock = Clock()
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    panoh = Panoh(config, content, roster, clock)
    try:
        await panoh.start()
        if gaps := roster.gaps(clock.now(), GAP_DAYS):
            log().warning(
                "nobody is on duty at times; `panoh roster` says when; the coordinator is paged then", count=len(gaps)
            )
        await stop.wait()
    finally:
        await panoh.stop()
