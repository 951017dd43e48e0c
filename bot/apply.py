"""Gives effects and decisions their meaning: rows of the outbox, timers, cases, history. One `Stage` is one turn.

Inside a turn nothing is sent and nothing is awaited; everything lands in the same transaction or not at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import assert_never

import msgspec

from bot.channels.sms_text import fold, split
from bot.config import Config
from bot.content import Content
from bot.messages import (
    LARGEST_FILE,
    AnswerPress,
    Card,
    CloseTopic,
    File,
    Inbound,
    OpenTopic,
    Outbound,
    Relay,
    RenameTopic,
    Text,
)
from bot.privacy import Seal, conceal
from bot.render import TELEGRAM_TEXT, Desk, Voice, number
from bot.retry import COSMETIC, PAGE, REPLY, STAFF
from bot.store.base import CaseRow, Entry, Person, Row, Timer, Tx
from dialogues import effects as ask
from dialogues import engine
from dialogues.events import CaseEnded, CaseResumed, CaseTaken, Event
from dialogues.state import State
from dialogues.state import dump as dump_state
from dialogues.state import load as load_state
from dialogues.world import World
from faq.language import guess
from faq.match import match
from hotline_router import decisions as decide
from hotline_router import events as happened
from hotline_router import router
from hotline_router.case import Case
from hotline_router.case import dump as dump_case
from hotline_router.case import load as load_case
from hotline_router.policy import Deadlines
from hotline_router.roster import Roster
from hotline_router.triage import triage

_body = msgspec.json.Encoder().encode
_outbound: msgspec.json.Decoder[Outbound] = msgspec.json.Decoder(Outbound)


class Identity(msgspec.Struct, frozen=True):
    """Who a person is, as far as we know. Stored sealed, shown to one operator who asks why."""

    channel: str
    address: str
    name: str = ""
    username: str = ""
    hint: str = ""
    shared: tuple[str, ...] = ()
    """Places and contacts that the person sent."""


_identity = msgspec.json.Decoder(Identity).decode


@dataclass(frozen=True, slots=True)
class Deps:
    """What every turn needs and none changes."""

    config: Config
    content: Content
    roster: Roster
    seal: Seal

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


@dataclass(slots=True)
class Somebody:
    """A person within one turn."""

    id: int
    found_by: bytes
    identity: Identity
    state: State
    is_erased: bool = False


class Stage:
    """One turn in the making. `rows` are the messages it puts into the outbox."""

    def __init__(self, deps: Deps, tx: Tx, now: float) -> None:
        self.deps, self.tx, self.now = deps, tx, now
        self.rows: list[Row] = []
        self.sets_timers = False
        self._persons: dict[int, Somebody] = {}
        self._new_case = 0
        self.group = Desk(deps.content, deps.roster, deps.config.service.default_language)

    # Persons

    def meet(self, inbound: Inbound, hint: str, country: str) -> Somebody:
        """The person who did something, known or new."""
        hashes = self.deps.seal.find(inbound.channel, inbound.address)
        stored = self.tx.person(hashes)
        if stored:
            somebody = self._open(stored)
            somebody.found_by = hashes[0]
            known = somebody.identity
            somebody.identity = msgspec.structs.replace(
                known, name=inbound.name or known.name, username=inbound.username or known.username, hint=hint
            )
        else:
            identity = Identity(inbound.channel, inbound.address, inbound.name, inbound.username, hint)
            somebody = Somebody(0, hashes[0], identity, State(country=country))
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
        return [row for row in self.rows if row.id]

    # Messages

    def put(
        self, lane: int, channel: str, queue: str, out: Outbound, *, case: int = 0, operator: str = "", person: int = 0
    ) -> None:
        """Add one message."""
        body = seal_body(self.deps.seal, out)
        self.rows.append(Row(0, lane, channel, queue, self.now, self.now, body, 0, case, operator, person))

    def voice(self, somebody: Somebody) -> Voice:
        """How this person is spoken to."""
        return Voice(self.deps.content, somebody.state, "sms" if somebody.identity.channel == "sms" else "telegram")

    def to_person(
        self, somebody: Somebody, outs: list[Text] | list[Outbound], lane: int = REPLY, case: int = 0
    ) -> None:
        """Messages to a person, in order."""
        known = 0 if somebody.is_erased else somebody.id
        for out in outs:
            self.put(lane, somebody.identity.channel, f"person:{somebody.id}", out, case=case, person=known)

    def say(
        self, somebody: Somebody, key: str, offers: tuple[ask.Offer, ...] = (), fills: Mapping[str, str] | None = None
    ) -> None:
        """A text to a person."""
        voice = self.voice(somebody)
        self.to_person(somebody, voice.texts(somebody.identity.address, voice.say(key, fills), offers))

    def to_topic(self, case: int, out: Outbound, lane: int = STAFF) -> None:
        """Something into the topic of a case."""
        self.put(lane, "staff", f"case:{case}", out, case=case)

    def tell_topic(self, case: int, text: str) -> None:
        """A text into the topic of a case, in as many messages as it needs."""
        for part in split(text, TELEGRAM_TEXT):
            self.to_topic(case, Text(self.group_id, part, thread=f"topic:{case}"))

    def tell_operator(self, operator: str, text: str, buttons: tuple[tuple[str, str], ...] = ()) -> None:
        """A text to an operator in private."""
        if known := self.deps.roster.operator(operator):
            self.put(STAFF, "staff", f"operator:{operator}", Text(str(known.telegram), text, buttons), operator="")

    def answer_press(self, query: str) -> None:
        """Stop the pressed button from turning."""
        self.put(REPLY, "telegram", f"press:{query}", AnswerPress(query))

    @property
    def group_id(self) -> str:
        """The staff group."""
        return str(self.deps.config.telegram.group)

    def desk(self, operator: str) -> Desk:
        """How this operator is spoken to in private."""
        known = self.deps.roster.operator(operator)
        language = known.languages[0] if known and known.languages else self.group.language
        return replace(self.group, language=language)

    # Dialogues

    def step(self, somebody: Somebody, event: Event, inbound: Inbound | None = None) -> None:
        """Move a conversation, and do what it asks for."""
        somebody.state, effects = engine.step(somebody.state, event, self._world(somebody))
        for effect in effects:
            self._effect(somebody, effect, inbound)

    def _world(self, somebody: Somebody) -> World:
        content = self.deps.content
        topics = content.faq.topics
        return World(
            content=content.dialogues,
            channel="sms" if somebody.identity.channel == "sms" else "telegram",
            triage=lambda text: triage(text, content.signs),
            ask=lambda question, language: match(question, content.faq, language),
            related=lambda topic: topics[topic].related,
            borders_on_danger=lambda topic: topics[topic].danger,
            guess=guess,
            new_case=self._next_case,
            hint=somebody.identity.hint or self.group.language,
        )

    def _next_case(self) -> int:
        self._new_case = self._new_case or self.tx.next_case()
        return self._new_case

    def _effect(self, somebody: Somebody, effect: ask.Effect, inbound: Inbound | None) -> None:
        case = somebody.state.case
        match effect:
            case ask.Say(key, offers, fills):
                self.say(somebody, key, offers, fills)
            case ask.Answer(topic, offers):
                self._answer(somebody, topic, offers)
            case ask.OpenCase(opened, level, signs):
                self._open_case(somebody, opened, level, signs)
            case ask.Tell():
                self._relay(somebody, case, inbound)
            case ask.TellFact(fact, label):
                self._fact(somebody, case, fact, label)
            case ask.RaiseCase(signs):
                self.route(case, happened.CalledAgain(signs))
            case ask.Erase():
                self.erase(somebody)
            case ask.SetTimer(name, seconds):
                self.set_timer(f"person:{somebody.id}", name, self.now + seconds)
            case ask.DropTimer(name):
                self.tx.drop_timer(f"person:{somebody.id}", name)
            case _:
                assert_never(effect)

    def _answer(self, somebody: Somebody, topic: str, offers: tuple[ask.Offer, ...]) -> None:
        voice = self.voice(somebody)
        text = voice.answer(self.deps.content.faq.topics[topic], datetime.fromtimestamp(self.now, UTC).date())
        self.to_person(somebody, voice.texts(somebody.identity.address, text, offers))

    def _open_case(self, somebody: Somebody, opened: int, level: str, signs: tuple[str, ...]) -> None:
        state = somebody.state
        case = Case(
            opened,
            self.now,
            level=level,
            language=state.language,
            country=state.country,
            channel=somebody.identity.channel,
            signs=signs,
        )
        self._save(case, somebody.id)
        self.route(opened, happened.Opened())

    def _fact(self, somebody: Somebody, case: int, fact: str, label: str) -> None:
        words = self.group.say(label)
        self.history(case, "person", "fact", fact)
        self.route(case, happened.FactTold(fact))
        self.tell_topic(case, self.group.say("staff.person-fact", {"words": words}))
        if fact == "contact-call" and somebody.identity.channel == "telegram":
            self.history(case, "person", "fact", "asks for a call")

    def _relay(self, somebody: Somebody, case: int, inbound: Inbound | None) -> None:
        """What the person wrote or sent, into the topic and into the sealed history."""
        if inbound is None or not case:
            return
        self.history(case, "person", inbound.kind, _body(inbound).decode())
        who = somebody.identity
        words = conceal(inbound.text, who.address, who.username)
        key = {"location": "staff.person-location", "contact": "staff.person-contact"}.get(inbound.kind)
        if key:
            self._shared(somebody, inbound)
            self.tell_topic(case, self.group.say(key))
        elif inbound.file and inbound.kind != "sticker":
            self._relay_file(somebody, case, inbound.file, words)
        elif inbound.kind == "sticker":
            self.tell_topic(case, self.group.say("staff.person-sticker", {"words": words}))
        elif words:
            said = "staff.person-changed" if inbound.edited else "staff.person-says"
            self.tell_topic(case, self.group.say(said, {"words": words}))
        if (stored := self.load(case)) and stored.unreachable:
            self.route(case, happened.PersonReachable())

    def _relay_file(self, somebody: Somebody, case: int, file: File, caption: str) -> None:
        if file.size > LARGEST_FILE:
            self.tell_topic(case, self.group.say("staff.person-too-large"))
            self.say(somebody, "too-large")
            return
        self.to_topic(case, Relay(self.group_id, file, caption[:1024], f"topic:{case}"))

    def _shared(self, somebody: Somebody, inbound: Inbound) -> None:
        """An exact place or a contact stays sealed until an operator opens it."""
        told = f"{inbound.latitude:.6f}, {inbound.longitude:.6f}" if inbound.kind == "location" else inbound.text
        known = somebody.identity
        somebody.identity = msgspec.structs.replace(known, shared=(*known.shared, told)[-20:])

    def erase(self, somebody: Somebody) -> None:
        """Erase a person with all cases; what staff see of them goes too."""
        for row in self.tx.cases_of(somebody.id):
            self.route(row.number, happened.Withdrawn())
        self.tx.forget_person(somebody.id)
        somebody.is_erased = True
        self.rows = [row for row in self.rows if row.person != somebody.id]

    # Cases

    def load(self, number_: int) -> Case | None:
        """The case of that number."""
        row = self.tx.case(number_)
        return load_case(self.deps.seal.open("case", row.body)) if row else None

    def _save(self, case: Case, person: int) -> None:
        self.tx.save_case(
            CaseRow(case.number, person, case.is_open, self.deps.seal.seal("case", dump_case(case))), self.now
        )

    def history(self, case: int, who: str, kind: str, words: str) -> None:
        """Add a sealed line to the history of a case."""
        self.tx.add_entry(Entry(case, self.now, who, kind, self.deps.seal.seal("entry", words.encode())))

    def set_timer(self, owner: str, name: str, due: float) -> None:
        """Set a timer."""
        self.tx.set_timer(Timer(owner, name, due))
        self.sets_timers = True

    def route(self, number_: int, event: happened.Event) -> Case | None:
        """Move a case, and do what the router decides. Returns the case as it stands then."""
        row = self.tx.case(number_)
        if row is None:
            return None
        before = load_case(self.deps.seal.open("case", row.body))
        config = self.deps.config
        world = router.World(self.now, self.deps.roster, self.deps.deadlines, config.sms is not None)
        case, decisions = router.step(before, event, world)
        if case != before:
            self._save(case, row.person)
        for decision in decisions:
            self._decision(case, row.person, decision)
        if self.group.topic_name(before) != self.group.topic_name(case) and not isinstance(
            event, happened.Opened | happened.Withdrawn
        ):
            name = self.group.topic_name(case)
            self.to_topic(number_, RenameTopic(self.group_id, name, f"topic:{number_}"), COSMETIC)
        return case

    def _decision(self, case: Case, person: int, decision: decide.Decision) -> None:
        topic = f"topic:{case.number}"
        match decision:
            case decide.OpenTopic():
                self.to_topic(case.number, OpenTopic(self.group_id, self.group.topic_name(case), topic))
                self._card(case, STAFF)
            case decide.ShowCard():
                self._card(case, COSMETIC)
            case decide.CloseTopic(erase):
                self._close_topic(case, erase=erase)
            case decide.Page(operator, means, alarm):
                self._page(case, operator, means, alarm)
            case decide.SetDeadline(at):
                self.set_timer(f"case:{case.number}", "deadline", at)
            case decide.DropDeadline():
                self.tx.drop_timer(f"case:{case.number}", "deadline")
            case decide.TellPerson(key):
                if somebody := self.person(person):
                    self.say(somebody, key)
            case decide.TellGroup(key, fills):
                self.tell_topic(case.number, self.group.say(key, self._staff_fills(case, fills)))
            case decide.TellOperator(operator, key):
                self.tell_operator(operator, self.desk(operator).say(key, self._staff_fills(case, {})))
            case decide.TellDialogue(what):
                self._tell_dialogue(case, person, what)
            case _:
                assert_never(decision)

    def _staff_fills(self, case: Case, fills: Mapping[str, str]) -> dict[str, str]:
        """Ids in decisions as words that staff read."""
        shown = {"case": number(case.number), "owner": self.group.names([case.owner]), **fills}
        for key, prefix in (("reason", "staff.reason-"), ("means", "staff.means-")):
            if key in fills:
                shown[key] = self.group.say(prefix + fills[key])
        for key in ("operators", "owner"):
            if key in fills:
                shown[key] = self.group.names(fills[key].split(","))
        return shown

    def _card(self, case: Case, lane: int) -> None:
        text, buttons = self.group.card(case), self.group.card_buttons(case)
        name = f"card:{case.number}"
        if lane == COSMETIC:
            self.rows = [row for row in self.rows if row.latest != name]
        self.to_topic(case.number, Card(self.group_id, text, buttons, f"topic:{case.number}", name), lane)
        self.rows[-1].latest = name if lane == COSMETIC else ""

    def _close_topic(self, case: Case, *, erase: bool) -> None:
        self.to_topic(case.number, CloseTopic(self.group_id, f"topic:{case.number}", erase), COSMETIC)
        if erase:
            told = self.group.say("staff.person-erased", {"case": number(case.number)})
            self.put(STAFF, "staff", "group", Text(self.group_id, told))

    def _page(self, case: Case, operator: str, means: tuple[str, ...], alarm: int) -> None:
        known, desk = self.deps.roster.operator(operator), self.desk(operator)
        if known is None:
            return
        for one in means:
            queue = f"page:{operator}:{one}"
            if one == "sms":
                out = Text(known.phone, fold(desk.page(case, "sms", alarm)))
                self.put(PAGE, "sms", queue, out, case=case.number, operator=operator)
            else:
                out = Text(
                    str(known.telegram), desk.page(case, "telegram", alarm), desk.buttons("take", case=case.number)
                )
                self.put(PAGE, "staff", queue, out, case=case.number, operator=operator)

    def _tell_dialogue(self, case: Case, person: int, what: str) -> None:
        somebody = self.person(person)
        if somebody is None or somebody.state.case not in (0, case.number):
            return
        events: dict[str, Event] = {"taken": CaseTaken(), "ended": CaseEnded(), "resumed": CaseResumed(case.number)}
        self.step(somebody, events[what])
