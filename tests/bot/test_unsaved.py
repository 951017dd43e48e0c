"""The door: what could not be stored is said at once, once, with the emergency numbers, in a likely language."""

import pytest

from bot.messages import Found, Inbound, Outbound, Sent, Unreachable
from bot.store.base import StoreDown
from bot.turn import Turns
from bot.unsaved import QUIET, Door
from tests.world import World


class Phone:
    """A channel that keeps what it is given; it fails when it is told to."""

    def __init__(self) -> None:
        self.got: list[Outbound] = []
        self.fails = False

    async def send(self, out: Outbound, known: object) -> Sent:
        """Keep it."""
        if self.fails:
            raise Unreachable
        self.got.append(out)
        return Sent()

    async def look_up(self, out: Outbound, since: float) -> tuple[Found, ...]:
        """Never asked."""
        raise AssertionError


@pytest.fixture
def phone() -> Phone:
    """What the person sees."""
    return Phone()


@pytest.fixture
def door(world: World, phone: Phone) -> Door:
    """A door before a store that is closed."""
    panoh = world.panoh
    return Door(panoh.turns, panoh.turns._deps, world.clock, {"telegram": phone, "sms": phone})


def words(phone: Phone) -> list[str]:
    """What was said."""
    return [str(getattr(out, "text", "")) for out in phone.got]


async def deliver(world: World, door: Door, inbound: Inbound) -> None:
    """Deliver while nothing can be stored; the provider must hear of it."""
    async with world.store_down():
        with pytest.raises(StoreDown):
            await door.deliver(inbound)


async def test_told_once_for_each_message(world: World, door: Door, phone: Phone) -> None:
    """The provider delivers the same message again and again; what the person writes anew is not stored either."""
    for key, told in (("1", 1), ("1", 1), ("2", 2), ("1", 2), ("2", 2)):
        await deliver(world, door, Inbound("telegram", key, "500", text="SOS"))
        assert len(phone.got) == told
    world.clock.wind(QUIET + 1)
    await deliver(world, door, Inbound("telegram", "3", "501", text="SOS"))
    assert list(door._told) == ["3"]  # what was told long ago is forgotten


async def test_told_again_when_the_telling_failed(world: World, door: Door, phone: Phone) -> None:
    """The provider's next attempt is ours too."""
    phone.fails = True
    await deliver(world, door, Inbound("telegram", "1", "500", text="SOS"))
    phone.fails = False
    for _ in range(2):
        await deliver(world, door, Inbound("telegram", "1", "500", text="SOS"))
    assert len(phone.got) == 1


class Broken(Turns):
    """A turn with a mistake that nobody foresaw."""

    def __init__(self) -> None:
        """Nothing is needed."""

    async def person(self, inbound: Inbound) -> None:
        """Fail."""
        raise ZeroDivisionError


async def test_whatever_went_wrong(world: World, phone: Phone) -> None:
    """Not only a store that is down: the person hears that nothing was stored, and the caller what it was."""
    door = Door(Broken(), world.panoh.turns._deps, world.clock, {"telegram": phone})
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            await door.deliver(Inbound("telegram", "1", "500", text="SOS", language="en"))
    (said,) = words(phone)
    assert "could not store" in said


@pytest.mark.parametrize(
    ("inbound", "parts"),
    [
        (Inbound("telegram", "1", "500", text="SOS", language="ru"), ("не сохранилось", "102")),
        (Inbound("telegram", "1", "500", text="SOS", language="tg"), ("102",)),
        (Inbound("telegram", "1", "500", text="SOS", language="fr"), ("could not store", "102")),
        (Inbound("sms", "1", "+79991234567", text="SOS"), ("112",)),
        (Inbound("sms", "1", "not a number", text="SOS"), ("could not store", "102")),
    ],
    ids=["ru", "tg", "unknown language", "a Russian number", "a broken number"],
)
async def test_in_a_likely_language_with_numbers(
    world: World, door: Door, phone: Phone, inbound: Inbound, parts: tuple[str, ...]
) -> None:
    """The phone's language, or that of the number's country, with its emergency numbers."""
    await deliver(world, door, inbound)
    (said,) = words(phone)
    assert all(part in said for part in parts)


async def test_one_who_cuts_us_off_is_not_written_to(world: World, door: Door, phone: Phone) -> None:
    """STOP means stop."""
    await deliver(world, door, Inbound("sms", "1", "+79991234567", kind="cut-off"))
    assert phone.got == []


async def test_the_channel_fails_too(world: World, door: Door, phone: Phone) -> None:
    """Then at least the provider is told to come again."""
    phone.fails = True
    await deliver(world, door, Inbound("telegram", "1", "500", text="SOS"))


async def test_stored_nothing_is_said(world: World, door: Door, phone: Phone) -> None:
    """The ordinary case."""
    await door.deliver(Inbound("telegram", "1", "500", text="/start"))
    assert phone.got == []
