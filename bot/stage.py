"""One turn in the making: the persons and cases it touches, the messages and timers it leaves. All of it lands, or nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from bot.clock import chance
from bot.config import Config
from bot.content import Content
from bot.messages import MOVES, AnswerPress, Inbound, Outbound, PersonChannel, Text
from bot.privacy import Seal
from bot.render import Desk, Voice, parts
from bot.retry import PAGE, REPLY, STAFF
from bot.store.base import CaseRow, Entry, Hidden, Person, Row, Timer, Tx
from dialogues.effects import Offer
from dialogues.state import State
from dialogues.state import dump as dump_state
from dialogues.state import load as load_state
from dialogues.wishes import BY_SMS
from hotline_router.case import Case
from hotline_router.case import dump as dump_case
from hotline_router.case import load as load_case
from hotline_router.policy import Deadlines
from hotline_router.roster import Override, Roster

STAFF_TEXT = 4080
"""Characters: a message in the group may carry the number of its case besides."""
_body = msgspec.json.Encoder().encode
_outbound: msgspec.json.Decoder[Outbound] = msgspec.json.Decoder(Outbound)


class Identity(msgspec.Struct, frozen=True):
    """Who a person is, as far as we know. Stored sealed, shown to one operator who asks why."""

    channel: PersonChannel
    address: str
    name: str = ""
    username: str = ""
    hint: str = ""
    shared: tuple[str, ...] = ()
    """Places and contacts that the person sent."""
    phone: str = ""
    """Another phone, on which they want to be written to by SMS."""


_identity = msgspec.json.Decoder(Identity).decode
_override = msgspec.json.Decoder(Override).decode
KEEP_OVERRIDES = 7 * 86_400.0
"""Seconds after which a change of the roster that is over is forgotten."""


def overrides(remembered: Mapping[str, str]) -> tuple[Override, ...]:
    """The changes of the roster that were agreed on, in their order, from what is remembered."""
    return tuple(_override(value) for _, value in sorted(remembered.items()))


@dataclass(frozen=True, slots=True)
class Deps:
    """What every turn needs and none changes."""

    config: Config
    content: Content
    roster: Roster
    seal: Seal
    chance: Callable[[], int] = chance
    """A random number from 0 up to, but not with, 2**64."""

    @property
    def deadlines(self) -> Deadlines:
        """The configured deadlines."""
        return Deadlines(self.config.hotline.acknowledge, self.config.hotline.first_reply)


def seal_body(seal: Seal, out: Outbound) -> bytes:
    """A message as the outbox stores it."""
    return seal.seal("outbox", _body(out))


def open_body(seal: Seal, body: bytes) -> Outbound:
    """The message again."""
    return _outbound.decode(seal.open("outbox", body))


@dataclass(frozen=True, slots=True)
class Remedy:
    """What the sending of staff messages must know from now on, and what is sent in the place of one that failed."""

    plan: tuple[Outbound, ...] | None = None
    """None: the message waits."""
    forget: tuple[str, ...] = ()
    """Remembered names; one that ends with a colon stands for all that begin so."""
    remember: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Recall:
    """Messages that nobody wants any more: the pages of a case, or all of a person who erased their data with their cases."""

    cases: frozenset[int]
    person: int = 0
    pages_only: bool = False

    def holds(self, row: Row) -> bool:
        """Whether this is one of them."""
        if self.pages_only:
            return row.lane == PAGE and row.case in self.cases
        return row.case in self.cases or (self.person > 0 and row.person == self.person)


@dataclass(slots=True)
class Somebody:
    """A person within one turn."""

    id: int
    found_by: bytes
    identity: Identity
    state: State
    is_erased: bool = False
    here: tuple[PersonChannel, str] | None = None
    """Where they are writing from in this turn: what answers them goes there."""

    def link(self, phone: str) -> None:
        """Another phone is theirs too; this turn began there."""
        self.identity = msgspec.structs.replace(self.identity, phone=phone)
        self.here = "sms", phone

    @property
    def channel(self) -> PersonChannel:
        """By what they are written to."""
        return self._where[0]

    @property
    def address(self) -> str:
        """Where they are written to."""
        return self._where[1]

    @property
    def _where(self) -> tuple[PersonChannel, str]:
        if self.here:
            return self.here
        if self.state.contact == BY_SMS and self.identity.phone:
            return "sms", self.identity.phone
        return self.identity.channel, self.identity.address


class Stage:
    """One turn in the making. `rows` are the messages it puts into the outbox."""

    def __init__(self, deps: Deps, tx: Tx, now: float) -> None:
        self.deps, self.tx, self.now = deps, tx, now
        self.rows: list[Row] = []
        self.presses: list[Row] = []
        self.remedies: list[Remedy] = []
        self.recalls: list[Recall] = []
        self.sets_timers = False
        self._group = ""
        self._persons: dict[int, Somebody] = {}
        self._new_case = 0
        self._roster: Roster | None = None
        self.group = Desk(deps.content, deps.roster, deps.config.service.default_language)

    # The roster

    @property
    def roster(self) -> Roster:
        """The roster as it stands by now, with what colleagues have agreed on."""
        if self._roster is None:
            self._roster = replace(self.deps.roster, overrides=overrides(self.tx.remembered("override:")))
        return self._roster

    def agree(self, change: Override) -> None:
        """A change of the roster counts from now on."""
        known = self.tx.remembered("override:")
        last = max((int(name.removeprefix("override:")) for name in known), default=0)
        self.tx.remember(f"override:{last + 1:09d}", _body(change).decode())
        self._roster = None

    def forget_old(self) -> None:
        """Changes of the roster that are long over."""
        for name, value in self.tx.remembered("override:").items():
            if _override(value).end < self.now - KEEP_OVERRIDES:
                self.tx.forget(name)
        self._roster = None

    # Persons

    def meet(self, inbound: Inbound, hint: str, country: str) -> Somebody:
        """The person who did something, known or new."""
        hashes = self.deps.seal.find(inbound.channel, inbound.address)
        stored = self.tx.person(hashes) or self._linked(hashes)
        if stored:
            somebody = self._open(stored)
            if stored.found_by in hashes:
                somebody.found_by = hashes[0]
            known = somebody.identity
            somebody.identity = msgspec.structs.replace(
                known, name=inbound.name or known.name, username=inbound.username or known.username, hint=hint
            )
        else:
            identity = Identity(inbound.channel, inbound.address, inbound.name, inbound.username, hint)
            somebody = Somebody(0, hashes[0], identity, State(country=country))
            somebody.id = self.tx.save_person(self._sealed(somebody), self.now)
        somebody.here = inbound.channel, inbound.address
        self._persons[somebody.id] = somebody
        return somebody

    def _linked(self, hashes: Sequence[bytes]) -> Person | None:
        """The person who wants to be written to on this phone."""
        found = next((one for each in hashes if (one := self.tx.recall(f"also:{each.hex()}"))), None)
        return self.tx.person_by_id(int(found)) if found else None

    def knows(self, inbound: Inbound) -> bool:
        """Whether anything is kept of this person."""
        hashes = self.deps.seal.find(inbound.channel, inbound.address)
        return (self.tx.person(hashes) or self._linked(hashes)) is not None

    def meet_anew(self, inbound: Inbound, hint: str, country: str) -> Somebody:
        """The person whose stored form cannot be read, from the start; an open case stays theirs."""
        hashes = self.deps.seal.find(inbound.channel, inbound.address)
        stored = self.tx.person(hashes)
        number_ = stored.id if stored else 0
        case = next((row.number for row in self.tx.cases_of(number_) if row.is_open), 0) if stored else 0
        state = State(language=hint, guessed=True, country=country, case=case, place="sos-waiting" if case else "")
        identity = Identity(inbound.channel, inbound.address, inbound.name, inbound.username, hint)
        somebody = Somebody(number_, hashes[0], identity, state)
        somebody.id = self.tx.save_person(self._sealed(somebody), self.now)
        self._persons[somebody.id] = somebody
        return somebody

    def person(self, person_id: int) -> Somebody | None:
        """A person by number."""
        if person_id not in self._persons and (stored := self.tx.person_by_id(person_id)):
            self._persons[person_id] = self._open(stored)
        return self._persons.get(person_id)

    def _open(self, stored: Person) -> Somebody:
        seal = self.deps.seal
        state = load_state(seal.open("state", stored.state))
        return Somebody(stored.id, stored.found_by, _identity(seal.open("identity", stored.identity)), state)

    def _sealed(self, somebody: Somebody) -> Person:
        seal = self.deps.seal
        identity, state = _body(somebody.identity), dump_state(somebody.state)
        return Person(somebody.id, somebody.found_by, seal.seal("identity", identity), seal.seal("state", state))

    def finish(self) -> list[Row]:
        """Save everybody who was touched and put the messages into the outbox; those that are new are returned."""
        for somebody in self._persons.values():
            if not somebody.is_erased:
                self.tx.save_person(self._sealed(somebody), self.now)
        for row in self.rows:
            row.id = self.tx.put(row)
        return [*(row for row in self.rows if row.id), *self.presses]

    # Messages

    def put(
        self, lane: int, channel: str, queue: str, out: Outbound, *, case: int = 0, operator: str = "", person: int = 0
    ) -> None:
        """Add one message."""
        body = seal_body(self.deps.seal, out)
        self.rows.append(Row(0, lane, channel, queue, self.now, self.now, body, 0, case, operator, person))

    def voice(self, somebody: Somebody) -> Voice:
        """How this person is spoken to."""
        return Voice(self.deps.content, somebody.state, "sms" if somebody.channel == "sms" else "telegram")

    def to_person(
        self, somebody: Somebody, outs: Sequence[Outbound], lane: int = REPLY, case: int = 0, *, shown: bool = False
    ) -> None:
        """Messages to a person, in order. Of a hidden chat only what may be `shown` there; the rest waits until they are back."""
        if somebody.state.hidden and not shown:
            for out in outs:
                self.tx.hide(Hidden(somebody.id, lane, case, somebody.channel, seal_body(self.deps.seal, out)))
            return
        known = 0 if somebody.is_erased else somebody.id
        for out in outs:
            self.put(lane, somebody.channel, f"person:{somebody.id}", out, case=case, person=known)

    def say(
        self, somebody: Somebody, key: str, offers: tuple[Offer, ...] = (), fills: Mapping[str, str] | None = None
    ) -> None:
        """A text to a person."""
        voice = self.voice(somebody)
        self.to_person(somebody, voice.texts(somebody.address, voice.say(key, fills), offers))

    def to_topic(self, case: int, out: Outbound, lane: int = STAFF) -> None:
        """Something into the topic of a case."""
        self.put(lane, "staff", f"case:{case}", out, case=case)

    def tell_topic(
        self, case: int, text: str, origin: str = "", reply: str = "", buttons: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """A text into the topic of a case, in as many messages as it needs; the last one has the buttons."""
        *before, last = parts(text, STAFF_TEXT)
        for part in before:
            self.to_topic(case, Text(self.group_id, part, (), f"topic:{case}", origin, reply))
        self.to_topic(case, Text(self.group_id, last, buttons, f"topic:{case}", origin, reply))

    def recall_pages(self, case: int) -> None:
        """Whoever was not paged yet need not be any more."""
        self.tx.recall_lane(case, PAGE)
        self.recalls.append(Recall(frozenset((case,)), pages_only=True))

    def show_alone(self, operator: str, text: str, case: int) -> None:
        """Show something of the person to one operator, and to nobody else should that fail; it is wiped when the person erases their data."""
        if known := self.deps.roster.operator(operator):
            self.put(STAFF, "staff", f"reveal:{operator}", Text(str(known.telegram), text), case=case)

    def tell_operator(self, operator: str, text: str, buttons: tuple[tuple[str, str], ...] = ()) -> None:
        """A text to an operator in private."""
        if known := self.deps.roster.operator(operator):
            self.put(STAFF, "staff", f"operator:{operator}", Text(str(known.telegram), text, buttons), operator="")

    def answer_press(self, query: str) -> None:
        """Stop the pressed button from turning. Not stored: by the time of a restart it has stopped by itself."""
        body = seal_body(self.deps.seal, AnswerPress(query))
        self.presses.append(Row(0, REPLY, "telegram", f"press:{query}", self.now, self.now, body))

    @property
    def group_id(self) -> str:
        """The staff group, under the number that it has by now."""
        if not self._group:
            self._group = str(self.deps.config.telegram.group)
            for _ in range(MOVES):
                self._group = self.tx.recall(f"moved:{self._group}") or self._group
        return self._group

    def follow(self, group: str) -> None:
        """The staff group has this number from now on."""
        self._group = group

    def desk(self, operator: str) -> Desk:
        """How this operator is spoken to in private."""
        known = self.deps.roster.operator(operator)
        language = known.languages[0] if known and known.languages else self.group.language
        return replace(self.group, language=language)

    # Cases

    def load(self, number_: int) -> Case | None:
        """The case of that number."""
        row = self.tx.case(number_)
        return load_case(self.deps.seal.open("case", row.body)) if row else None

    def next_case(self) -> int:
        """The number that a case opened in this turn gets."""
        self._new_case = self._new_case or self.tx.next_case()
        return self._new_case

    def save(self, case: Case, person: int) -> None:
        self.tx.save_case(
            CaseRow(case.number, person, case.is_open, self.deps.seal.seal("case", dump_case(case))), self.now
        )

    def history(self, case: int, who: str, kind: str, what: str | bytes, at: float = 0.0) -> None:
        """Add a sealed line to the history of a case; `at` is its time, if that is not now."""
        told = what.encode() if isinstance(what, str) else what
        self.tx.add_entry(Entry(case, at or self.now, who, kind, self.deps.seal.seal("entry", told)))

    def set_timer(self, owner: str, name: str, due: float) -> None:
        """Set a timer."""
        self.tx.set_timer(Timer(owner, name, due))
        self.sets_timers = True
