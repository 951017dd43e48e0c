"""What `panoh doctor` finds when it asks the services: the number at Twilio, and what it can do."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot import sandbox
from bot.clock import Clock
from bot.doctor import Finding, examine
from bot.emulator import Emulator
from tests.world import account, add_accounts, free_port

ABLE = [
    ("everything", ("voice", "sms"), ["ok: can send SMS and make calls"]),
    ("only calls", ("voice",), ["mend: cannot send SMS"]),
    ("only SMS", ("sms", "mms"), ["mend: cannot make calls"]),
    ("nothing", (), ["mend: cannot send SMS", "mend: cannot make calls"]),
]


async def findings(
    folder: Path, *, can: tuple[str, ...] = ("voice", "sms"), number: str = sandbox.NUMBER
) -> list[Finding]:
    """What is said about SMS."""
    port = free_port()
    async with Emulator(sms=replace(account(port), can=can), now=Clock().now) as emulator:
        await add_accounts(emulator)
        config = sandbox.config(folder, emulator.base, ("127.0.0.1", port))
        assert config.sms
        asked = replace(config, sms=replace(config.sms, number=number))
        return [one for one in await examine(asked) if one.text.startswith("sms")]


@pytest.mark.parametrize(("can", "said"), [row[1:] for row in ABLE], ids=[row[0] for row in ABLE])
async def test_what_the_number_can_do(tmp_path: Path, can: tuple[str, ...], said: list[str]) -> None:
    """A number that cannot ring wakes nobody: that is found before the first night, with the cure."""
    found = await findings(tmp_path, can=can)
    about = [one for one in found if one.text.startswith(f"sms.from: {sandbox.NUMBER} can")]
    assert len(about) == len(said)
    for one, expected in zip(about, said, strict=True):
        kind, _, words = expected.partition(": ")
        assert one.is_well is (kind == "ok")
        assert words in one.text
        assert one.is_well or "get a number with the capabilit" in one.text
    assert any(one.is_well and "messages to" in one.text for one in found)


async def test_a_number_of_somebody_else(tmp_path: Path) -> None:
    """Not in this account."""
    (found,) = [one for one in await findings(tmp_path, number="+15005550099") if not one.is_well]
    assert "is not a number of this account" in found.text
