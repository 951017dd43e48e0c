"""Who and what the demo page shows; the program that starts the demo says so, the emulator knows no roster."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.emulator.model import Group, Person
from bot.emulator.server import Emulator


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody with Telegram: `language` is a code, `about` half a sentence for the visitor."""

    id: int
    name: str
    language: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class DemoPhone:
    """A basic phone."""

    number: str
    name: str
    language: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class DemoOperator:
    """Somebody on the roster: a private chat with the staff bot, and a phone that pages reach."""

    id: int
    name: str
    phone: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is on duty now, in words by operator, and when that changes next (seconds since 1970; 0: not soon)."""

    about: Mapping[int, str]
    changes_at: float = 0.0
    then: str = ""
    """Who is on duty from then on."""


@dataclass(frozen=True, slots=True)
class Demo:
    """All of it. `wind` moves the service's clock forward by so many seconds; `links` are shown at the foot.

    `duty` says who is on duty; without it the operators' own words stand.
    """

    emulator: Emulator
    people: Sequence[DemoPerson]
    operators: Sequence[DemoOperator]
    group_id: int
    public_token: str
    staff_token: str
    sms_phones: Sequence[DemoPhone]
    wind: Callable[[float], Awaitable[None]]
    now: Callable[[], float]
    links: Mapping[str, str] = field(default_factory=dict)
    duty: Callable[[], Duty] = lambda: Duty({})

    def populate(self) -> None:
        """Open the accounts, the bots and the group, where they are not there yet."""
        state = self.emulator.telegram.state
        state.add_bot(self.public_token, "panoh_bot")
        state.add_bot(self.staff_token, "panoh_staff_bot")
        for person in self.people:
            state.people.setdefault(person.id, Person(person.id, person.name, None, person.language))
        for operator in self.operators:
            state.people.setdefault(operator.id, Person(operator.id, operator.name, None, "en"))
        members = [o.id for o in self.operators]
        state.groups.setdefault(self.group_id, Group(self.group_id, "Hotline", members, [self.staff_token], forum=True))
