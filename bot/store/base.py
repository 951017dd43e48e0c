"""The verbs that turns and the outbox need from a store. Everything personal that passes here is sealed already."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import msgspec

T = TypeVar("T")


class StoreDown(Exception):
    """Nothing could be written (disk full, file gone, database locked): the turn did not happen."""


class Person(msgspec.Struct):
    """A person as stored: found by a keyed hash, everything else sealed."""

    id: int
    found_by: bytes
    identity: bytes
    state: bytes


class CaseRow(msgspec.Struct):
    """A case as stored. `is_open` stands outside the seal, so that open cases can be counted."""

    number: int
    person: int
    is_open: bool
    body: bytes


class Row(msgspec.Struct):
    """One message of the outbox. `queue` is what its order is kept by; nothing in it tells who it is for."""

    id: int
    lane: int
    channel: str
    queue: str
    due: float
    created: float
    body: bytes
    attempts: int = 0
    case: int = 0
    operator: str = ""
    person: int = 0
    dedupe: str = ""
    latest: str = ""
    """Of the messages with this mark that wait for one recipient only the last is sent (a card as it is now)."""
    unsure: bool = msgspec.field(default=False)
    """It may have been sent before the process died."""
    is_recalled: bool = False
    """Nobody wants it any more; it was on its way when that became known. Not stored."""


class Timer(msgspec.Struct):
    """Something that must happen at a time: `owner` is `case:7` or `person:12`."""

    owner: str
    name: str
    due: float


class HeldRow(msgspec.Struct):
    """A message to a person that waits for their hours to begin (`due`); `body` is sealed as in the outbox."""

    person: int
    case: int
    due: float
    channel: str
    body: bytes


class Hidden(msgspec.Struct):
    """A message to somebody who has hidden the chat; `body` is sealed as in the outbox."""

    person: int
    lane: int
    case: int
    channel: str
    body: bytes


class Entry(msgspec.Struct):
    """One line in the history of a case; `body` is sealed."""

    case: int
    at: float
    who: str
    kind: str
    body: bytes


class Delivery(msgspec.Struct):
    """An SMS or a call whose fate matters to a case: a page, an operator's answer, or anything said to a person."""

    provider_id: str
    case: int
    operator: str
    rank: int
    person: int = 0


class Figure(msgspec.Struct):
    """How often something became of questions on one topic, in one language, since a day."""

    what: str
    topic: str
    language: str
    number: int


class Missed(msgspec.Struct):
    """A question without an answer; `question` is sealed, and nothing tells whose it was."""

    day: str
    language: str
    question: bytes


class Tx(Protocol):
    """What may be done inside one transaction."""

    def first_time(self, channel: str, key: str, now: float) -> bool: ...
    def person(self, hashes: Sequence[bytes]) -> Person | None: ...
    def person_by_id(self, number: int) -> Person | None: ...
    def save_person(self, person: Person, now: float) -> int: ...
    def states(self) -> list[bytes]: ...
    def forget_person(self, number: int) -> None: ...
    def next_case(self) -> int: ...
    def case(self, number: int) -> CaseRow | None: ...
    def cases_of(self, person: int) -> list[CaseRow]: ...
    def open_cases(self) -> int: ...
    def open_numbers(self) -> list[int]: ...
    def save_case(self, row: CaseRow, now: float) -> None: ...
    def add_entry(self, entry: Entry) -> None: ...
    def entries(self, case: int) -> list[Entry]: ...
    def put(self, row: Row) -> int: ...
    def waiting(self) -> list[Row]: ...
    def done(self, row: int) -> None: ...
    def recall_lane(self, case: int, lane: int) -> None: ...
    def put_off(self, row: int, due: float, attempts: int) -> None: ...
    def hold(self, row: HeldRow) -> None: ...
    def held(self, person: int) -> list[HeldRow]: ...
    def release(self, person: int) -> list[HeldRow]: ...
    def note_message(self, person: int, message: int, now: float) -> None: ...
    def messages_of(self, person: int, since: float) -> list[int]: ...
    def forget_messages(self, person: int, last: int) -> None: ...
    def hide(self, message: Hidden) -> None: ...
    def take_hidden(self, person: int) -> list[Hidden]: ...
    def set_timer(self, timer: Timer) -> None: ...
    def drop_timer(self, owner: str, name: str) -> None: ...
    def take_timer(self, timer: Timer) -> bool: ...
    def due_timers(self, now: float) -> list[Timer]: ...
    def next_timer(self) -> float | None: ...
    def remember(self, name: str, value: str) -> None: ...
    def recall(self, name: str) -> str | None: ...
    def remembered(self, prefix: str) -> dict[str, str]: ...
    def forget(self, name: str) -> None: ...
    def forget_all(self, prefix: str) -> None: ...
    def show(self, place: str, case: int, origin: str, now: float) -> None: ...
    def case_shown(self, place: str) -> int: ...
    def twin(self, place: str, room: str) -> str: ...
    def shown(self, case: int) -> list[str]: ...
    def forget_shown(self, room: str) -> None: ...
    def add_delivery(self, delivery: Delivery, now: float) -> None: ...
    def delivery(self, provider_id: str) -> Delivery | None: ...
    def bury(self, channel: str, key: str, error: str, payload: bytes, now: float, found_by: bytes = b"") -> int: ...
    def count(self, day: str, what: str, topic: str, language: str) -> None: ...
    def counts(self, since: str) -> list[Figure]: ...
    def miss(self, day: str, language: str, question: bytes) -> None: ...
    def missed(self, since: str) -> list[Missed]: ...
    def prune(self, before: float, letters_before: float, questions_before: str, messages_before: float) -> None: ...


class Store(Protocol):
    """Runs work inside transactions; work that waits while a commit runs shares the next one."""

    def start(self) -> None: ...
    async def run(
        self, work: Callable[[Tx], T], *, urgent: bool = False, soon: bool = False, lasting: bool = True
    ) -> T: ...
    def close(self) -> None: ...
