"""A made-up organisation with two operators: what the demo, `panoh chat` and the tests run on. Nothing here exists outside."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from bot.clock import new_key
from bot.config import Bot, Config, Hotline, Service, Sms, Telegram
from faq.language import LANGUAGES

PUBLIC_TOKEN, STAFF_TOKEN = "1000001:public-demo-token", "1000002:staff-demo-token"
GROUP = -1001000000001
ACCOUNT, AUTH_TOKEN, NUMBER = "AC" + "0" * 31 + "1", "demo-auth-token", "+15005550006"
OPERATORS = """\
timezone = "Asia/Bishkek"

[[operator]]
id = "aigul"
name = "Aigul"
telegram = 700000001
phone = "+996555000001"
languages = ["ky", "ru"]

[[operator]]
id = "bek"
name = "Bek"
telegram = 700000002
phone = "+996555000002"
languages = ["ru", "uz", "tg"]

[[operator]]
id = "nargiza"
name = "Nargiza"
telegram = 700000003
phone = "+996555000003"
languages = ["en", "ru"]

"""
ROUND = """\
[[shift]]
operators = ["aigul", "bek"]
from = "08:00"
to = "08:00"
"""
DAY_AND_NIGHT = """\
[[shift]]
operators = ["aigul", "bek"]
from = "08:00"
to = "20:00"

[[shift]]
operators = ["bek"]
from = "20:00"
to = "08:00"
"""
ROSTER = OPERATORS + ROUND
COORDINATOR = "nargiza"


def chances() -> Callable[[], int]:
    """The same numbers every time, in the place of chance: a story that was recorded can be played again."""
    numbers = count(1)
    return lambda: next(numbers) * 1_234_567_891_011


def config(
    folder: Path,
    api: str,
    listen: tuple[str, int],
    *,
    webhook: bool = True,
    store: str = "",
    language: str = "en",
    shifts: str = ROUND,
) -> Config:
    """A configuration that points at a local emulator at `api`; the roster is written into `folder`."""
    roster = folder / "roster.toml"
    roster.write_text(OPERATORS + shifts, encoding="utf-8")
    public_url = f"http://{listen[0]}:{listen[1]}" if webhook else ""
    return Config(
        folder / "panoh.toml",
        Service(
            "Panoh", LANGUAGES, language, public_url, listen, store or str(folder / "panoh.db"), (new_key(),), None
        ),
        Telegram(webhook, Bot(PUBLIC_TOKEN, api, "public-secret"), Bot(STAFF_TOKEN, api, "staff-secret"), GROUP),
        Sms(ACCOUNT, AUTH_TOKEN, NUMBER, api),
        Hotline(roster, COORDINATOR, 180.0, 600.0),
    )
