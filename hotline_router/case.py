"""A case and its life cycle. The cycle is a table, from which the picture in the documentation is drawn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from hotline_router.hours import opens_at, zone_of

VERSION = 3
ANSWERS_WITHIN = 300.0
"""Seconds for which a text still answers what the person wrote by themselves."""


class Status(StrEnum):
    """Where a case stands."""

    NEW = "new"
    PAGED = "paged"
    TAKEN = "taken"
    WAITING = "waiting"
    """For the person: an operator has written, and they have not answered yet."""
    HANDED = "handed over"
    """To a colleague who has not done anything about it yet."""
    CLOSED = "closed"


LIFE = {
    (Status.NEW, "opened"): Status.PAGED,
    (Status.PAGED, "claimed"): Status.TAKEN,
    (Status.PAGED, "closed"): Status.CLOSED,
    (Status.PAGED, "withdrawn"): Status.CLOSED,
    (Status.TAKEN, "answered"): Status.WAITING,
    (Status.TAKEN, "handed over"): Status.HANDED,
    (Status.TAKEN, "closed"): Status.CLOSED,
    (Status.TAKEN, "lapsed"): Status.PAGED,
    (Status.TAKEN, "withdrawn"): Status.CLOSED,
    (Status.WAITING, "told"): Status.TAKEN,
    (Status.WAITING, "handed over"): Status.HANDED,
    (Status.WAITING, "closed"): Status.CLOSED,
    (Status.WAITING, "lapsed"): Status.PAGED,
    (Status.WAITING, "withdrawn"): Status.CLOSED,
    (Status.HANDED, "claimed"): Status.TAKEN,
    (Status.HANDED, "acted"): Status.TAKEN,
    (Status.HANDED, "answered"): Status.WAITING,
    (Status.HANDED, "handed over"): Status.HANDED,
    (Status.HANDED, "closed"): Status.CLOSED,
    (Status.HANDED, "lapsed"): Status.PAGED,
    (Status.HANDED, "withdrawn"): Status.CLOSED,
    (Status.CLOSED, "claimed"): Status.TAKEN,
    (Status.CLOSED, "resumed"): Status.PAGED,
    (Status.CLOSED, "withdrawn"): Status.CLOSED,
}
"""(where it stands, what happens) -> where it stands then. What is not here does not move a case."""
OWNED = frozenset({Status.TAKEN, Status.WAITING, Status.HANDED})
"""Where an operator has the case."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the router remembers of a case; nothing that tells who the person is."""

    number: int
    opened: float
    """Seconds since 1970, UTC."""
    version: int = VERSION
    status: Status = Status.NEW
    level: str = "urgent"
    language: str = ""
    country: str = ""
    channel: str = "telegram"
    signs: tuple[str, ...] = ()
    write: str = ""
    """May we write? `write-yes`, `write-no`, or empty: not known."""
    contact: str = ""
    """How the person wants to be answered: one of the `contact-…` words, or empty."""
    hours: str = ""
    """In which hours of their day the person may be written to, such as `20:00-23:00`; empty: in all."""
    wording: str = ""
    """`neutral`: what we write must look like an ordinary thing to whoever else reads it."""
    owner: str = ""
    """The operator's id while the case is taken."""
    stepped: tuple[str, ...] = ()
    """Operators paged one by one, in order, since the ladder began."""
    alarm: int = 0
    """How often everybody was paged at once."""
    paged: tuple[str, ...] = ()
    """Operators paged so far, each once, in order."""
    waiting_for: tuple[str, ...] = ()
    """Operators of this rung that may still answer."""
    lost: tuple[str, ...] = ()
    """Means that failed on this rung, as `operator:means`."""
    rung: tuple[str, ...] = ()
    """Operators whom the louder means have called on this rung."""
    until: float = 0.0
    """When the wait that runs now is over (seconds since 1970, UTC); the deadline half way comes before. 0: nothing is waited for."""
    owes: bool = False
    """The owner has not replied to the person since they took the case."""
    reminded: bool = False
    """And was reminded of it."""
    drill: bool = False
    """It is practice: there is no person."""
    unreachable: str = ""
    """Why the person cannot be reached, or empty."""
    unasked: bool = False
    """The person does not know of the case yet."""
    muted: bool = False
    """What the person writes is kept, but not shown in the group."""
    mute_paged: bool = False
    """A cry for help was heard since then, and paged: one is, more are not."""
    unspoken: bool = False
    """Nobody on duty spoke the person's language when it was first paged."""
    heard: float = 0.0
    """When the person last wrote by themselves (seconds since 1970, UTC); 0: not since it was dangerous to answer."""
    since: float = 0.0
    """When the wait for an answer began that goes on now (seconds since 1970, UTC); 0: when the case was opened."""
    closed: float = 0.0
    """When it was closed last (seconds since 1970, UTC)."""
    paths: tuple[str, ...] = ()
    """The signs whose own path was shown to the operators."""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.status is not Status.CLOSED

    @property
    def is_taken(self) -> bool:
        """Whether an operator has it."""
        return self.status in OWNED

    @property
    def is_waited_for(self) -> bool:
        """Whether somebody who was paged is to answer."""
        return self.status is Status.PAGED or bool(self.waiting_for)

    def is_quiet(self, now: float) -> bool:
        """Whether nothing may go out now, because it would not answer the person's own message."""
        asked = self.write == "write-no" or self.contact == "contact-when-i-write" or self.unasked
        return asked and now - self.heard > ANSWERS_WITHIN

    def opens(self, now: float, otherwise: ZoneInfo) -> float:
        """When the person may be written to next: `now`, or the beginning of their hours. What answers their own words may go at once."""
        if now - self.heard <= ANSWERS_WITHIN:
            return now
        return opens_at(self.hours, now, zone_of(self.country, otherwise))


Fields = Mapping[str, Any]
UPGRADES: dict[int, Callable[[Fields], Fields]] = {
    1: lambda fields: (
        fields
    ),  # version 2 adds the half way of a deadline, more statuses, and what is muted; a case of before has none of it
    2: lambda fields: fields,  # version 3 adds what its defaults say rightly of a case of before
}
"""From each old version to the next."""
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Case).decode


def dump(case: Case) -> bytes:
    """The stored form (JSON, UTF-8)."""
    return _encode(case)


def load(stored: bytes) -> Case:
    """The case from its stored form, upgraded to this version. Raises msgspec.DecodeError on bytes that no version of this program wrote."""
    if b'"version":%d,' % VERSION in stored:
        return _decode(stored)
    fields: Fields = msgspec.json.decode(stored, type=dict[str, Any])
    version = fields.get("version", 0)
    while version != VERSION:
        if type(version) is not int or (upgrade := UPGRADES.get(version)) is None:
            raise msgspec.ValidationError(f"no version {version!r} of a case is known; use the program that wrote it")
        fields, version = {**upgrade(fields), "version": version + 1}, version + 1
    return msgspec.convert(fields, Case)
