"""A turn: one event, one transaction. Seen before? Load, step, save state, write messages and timers, commit; nothing is sent inside.

A turn that raises is rolled back and kept as a sealed dead letter; the person gets a short apology with emergency numbers, and
the staff are told. Only a store that cannot write makes a turn fail: then the provider is asked to deliver again.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable

import msgspec
import phonenumbers

from bot import calls, duty, held, linking
from bot.apply import route, step
from bot.clock import Clock
from bot.desk import handle
from bot.evidence import keep
from bot.healing import Fault, copy_to, mend, who_hears
from bot.hidden import say_here
from bot.log import kind_of, log
from bot.messages import (
    Blocked,
    ChannelError,
    CloseTopic,
    Inbound,
    NotHere,
    Outbound,
    Pin,
    Relay,
    StaffInbound,
    Text,
    Wipe,
)
from bot.metrics import Metrics
from bot.relay import show_bundle
from bot.render import number
from bot.retry import STAFF
from bot.stage import Deps, Remedy, Stage, open_body
from bot.store.base import Delivery, Row, Store, StoreDown, Timer, Tx
from dialogues.events import DoubtUnanswered, Edited, Event, FellSilent, PhoneLinked, Pressed, Said, Sent
from hotline_router import events as happened
from hotline_router.triage import triage

LANGUAGE_OF_REGION = {"UZ": "uz", "TJ": "tg", "KG": "ky", "KZ": "kk", "RU": "ru"}
RUSH = 12
"""More people than this whose words are being stored at this moment."""
PUT_OFF = 60.0
"""Seconds after which a timer that failed is tried again."""
FINAL = {
    **dict.fromkeys(("delivered", "undelivered", "failed", "completed", "busy", "no-answer", "canceled"), 4),
    "sent": 3,
    "in-progress": 3,
    "sending": 2,
    "ringing": 2,
    "queued": 1,
    "accepted": 1,
}
"""Twilio's states of messages and calls by rank: a later one never gives way to an earlier one that arrives late."""
IN_VAIN = ("undelivered", "failed", "busy", "no-answer")
OUTRUN = (0.3, 2.0)
"""Seconds after which a bad state is looked at again: it may come before we have noted what it is about."""
TIMED: dict[str, Event] = {"doubt": DoubtUnanswered(), "silence": FellSilent()}
"""What a timer of a person says when its time has come."""
MEANS = {"staff": "telegram", "sms": "sms", "voice": "voice"}
"""By what a page went, from the channel of its row."""


class Turns:
    """Where everything that happens comes in. All methods return only when it is on disk."""

    def __init__(
        self, deps: Deps, store: Store, clock: Clock, metrics: Metrics, send: Callable[[Iterable[Row]], None]
    ) -> None:
        """`send` is handed the messages of each committed turn."""
        self._deps, self._store, self._clock, self._metrics, self._send = deps, store, clock, metrics, send
        self._under_way: Counter[str] = Counter()
        self.more_wait = False
        """Whether updates are known to wait that were not fetched yet."""
        self.timers_changed = asyncio.Event()
        self.mended: Callable[[Remedy], None] = lambda _: None
        """Is handed what a turn found out about the staff group."""

    async def person(self, inbound: Inbound) -> None:
        """Something a person did. Raises StoreDown when it could not be stored."""
        first_of_theirs = self._under_way[inbound.address] == 0
        self._under_way[inbound.address] += 1
        try:
            # A cry goes before what waits, but never before the same person's earlier words.
            urgent = first_of_theirs and triage(inbound.text, self._deps.content.signs).level == "urgent"
            await self._turn(inbound.channel, inbound, lambda stage: _person(stage, inbound), urgent=urgent)
        finally:
            self._under_way[inbound.address] -= 1
            if not self._under_way[inbound.address]:
                del self._under_way[inbound.address]

    def is_rush(self) -> bool:
        """Whether so many people write at once that hearing them goes before answering them."""
        return self.more_wait or len(self._under_way) > RUSH

    async def staff(self, inbound: StaffInbound) -> None:
        """Something that happened on the staff's side."""
        await self._turn("staff", inbound, lambda stage: handle(stage, inbound), urgent=True)

    async def malformed(self, channel: str, key: str, payload: bytes) -> None:
        """An update that could not be read: kept, so that nothing is lost, and staff are told once."""
        await self._bury(channel, key, "malformed update", payload, None)

    async def timer(self, timer: Timer) -> None:
        """A timer whose time has come. One that fails is put off: it may be mended, and must not keep the others waiting."""

        def work(stage: Stage) -> None:
            if stage.tx.take_timer(timer):
                _ring(stage, timer)

        def later(stage: Stage) -> None:
            if stage.tx.take_timer(timer):
                stage.set_timer(timer.owner, timer.name, stage.now + PUT_OFF)

        if not await self._quietly("timer", work):
            await self._quietly("timer", later)

    async def check_roster(self) -> None:
        """At the start: what is wrong with the roster, to the coordinator; from then on daily."""
        await self._quietly("roster", duty.check)

    async def gave_up(self, row: Row, error: ChannelError) -> None:
        """A message that will never be sent: taken out, and whoever waits for it hears of it."""

        def work(stage: Stage) -> None:
            stage.tx.done(row.id)
            _lost(stage, row, error)

        await self._quietly("gave up", work)

    async def mend(self, fault: Fault) -> Remedy:
        """The staff group is at fault: what is sent instead, or nothing, and it waits. Raises StoreDown."""
        remedies: list[Remedy] = []

        def work(stage: Stage) -> None:
            remedies.append(mend(stage, fault))
            stage.remedies.append(remedies[0])

        return remedies[0] if await self._quietly("mend", work) else Remedy()

    async def keep(self, relay: Relay, data: bytes) -> None:
        """A file that a person sent, as evidence: as it is, with its SHA-256 and the time, sealed. Raises StoreDown."""
        await self._quietly("keep", lambda stage: keep(stage, relay, data))

    async def failed_over(self, row: Row) -> None:
        """A page that does not get through: it is tried on, but the case goes on by other means."""
        await self._quietly("failed over", lambda stage: _page_failed(stage, row))

    async def delivery(self, provider_id: str, status: str, means: str = "sms") -> None:
        """What became of an SMS or a call. Raises StoreDown."""
        rank, is_known = FINAL.get(status, 0), False

        def work(stage: Stage) -> None:
            nonlocal is_known
            known = stage.tx.delivery(provider_id)
            is_known = known is not None
            if known is None or rank <= known.rank:
                return
            stage.tx.add_delivery(msgspec.structs.replace(known, rank=rank), stage.now)
            if status in IN_VAIN:
                _undelivered(stage, known, means)
            elif status == "delivered" and known.operator:
                stage.tx.forget(f"bounced:{known.operator}")

        await self._commit(work, urgent=True)
        for pause in OUTRUN if status in IN_VAIN else ():
            if is_known:
                return
            await asyncio.sleep(pause)
            await self._commit(work, urgent=True)

    async def call(self, case: int, phone: str, keys: str) -> calls.Spoken:
        """An operator picked up a paging call, or pressed keys in it: what to say. Raises StoreDown."""
        spoken: list[calls.Spoken] = []
        await self._commit(lambda stage: spoken.append(calls.answer(stage, case, phone, keys)), urgent=True)
        return spoken[-1]

    async def _turn(
        self, channel: str, inbound: Inbound | StaffInbound, work: Callable[[Stage], None], *, urgent: bool
    ) -> None:
        def once(stage: Stage) -> None:
            if stage.tx.first_time(channel, inbound.key, stage.now):
                work(stage)
            else:
                self._metrics.repeated.labels(channel).inc()

        try:
            await self._commit(once, urgent=urgent)
            self._metrics.turns.labels(channel).inc()
        except StoreDown:
            raise
        except Exception as error:  # noqa: BLE001 – whatever we did wrong, the words are kept and the person hears of it
            log().error("turn failed", channel=channel, update=inbound.key, error=kind_of(error))
            person = inbound if isinstance(inbound, Inbound) else None
            await self._bury(channel, inbound.key, kind_of(error), msgspec.json.encode(inbound), person)

    async def _commit(self, work: Callable[[Stage], None], *, urgent: bool = False) -> None:
        now = self._clock.now()

        def transaction(tx: Tx) -> tuple[list[Row], list[Remedy], bool]:
            stage = Stage(self._deps, tx, now)
            work(stage)
            return stage.finish(), stage.remedies, stage.sets_timers

        rows, remedies, sets_timers = await self._store.run(transaction, urgent=urgent)
        for remedy in remedies:
            self.mended(remedy)
        self._send(rows)
        if sets_timers:
            self.timers_changed.set()

    async def _quietly(self, what: str, work: Callable[[Stage], None]) -> bool:
        """A turn of our own: nobody delivers it again, so a mistake in it is kept in the log. False then; raises StoreDown."""
        try:
            await self._commit(work, urgent=True)
        except StoreDown:
            raise
        except Exception as error:  # noqa: BLE001 – a deadline that fails must not stop the others
            log().error("turn failed", kind=what, error=kind_of(error))
            self._metrics.dead.inc()
            return False
        return True

    async def _bury(self, channel: str, key: str, error: str, payload: bytes, person: Inbound | None) -> None:
        """Keep what could not be handled, apologise, tell the staff."""

        def work(stage: Stage) -> None:
            if not stage.tx.first_time(channel, key, stage.now):
                return
            seal = self._deps.seal
            whose = seal.find(person.channel, person.address)[0] if person else b""
            letter = stage.tx.bury(channel, key, error, seal.seal("dead letter", payload), stage.now, whose)
            told = stage.group.say("staff.dead-letter", {"words": str(letter)})
            stage.put(STAFF, "staff", "group", Text(stage.group_id, told))
            if person:
                _apologise(stage, person)

        self._metrics.dead.inc()
        await self._commit(work, urgent=True)


def _apologise(stage: Stage, inbound: Inbound) -> None:
    """The apology with the emergency numbers; what is stored of the person may be the very thing that cannot be read."""
    hint, country = hints(inbound, stage.deps)
    try:
        somebody = stage.meet(inbound, hint, country)
    except Exception as error:  # noqa: BLE001 – whatever is wrong with it: the next message must work
        log().error("a stored person cannot be read, begun anew", channel=inbound.channel, error=kind_of(error))
        somebody = stage.meet_anew(inbound, hint, country)
    say_here(stage, somebody, "apology")


def hints(inbound: Inbound, deps: Deps) -> tuple[str, str]:
    """The language and the country that the channel suggests; the country is empty where it does not tell."""
    languages, default = deps.config.service.languages, deps.config.service.default_language
    if inbound.channel == "telegram":
        code = {"tj": "tg"}.get(inbound.language[:2], inbound.language[:2])
        return (code if code in languages else default), ""
    try:
        region = phonenumbers.region_code_for_number(phonenumbers.parse(inbound.address)) or ""
    except phonenumbers.NumberParseException:
        return default, ""
    code = LANGUAGE_OF_REGION.get(region, default)
    return (code if code in languages else default), region.lower()


def _event(inbound: Inbound) -> Event:
    match inbound.kind:
        case "button":
            return Pressed(inbound.button)
        case "text" if inbound.edited:
            return Edited(inbound.text)
        case "text":
            return Said(inbound.text)
        case "cut-off" | "cut-in" | "moved" | "shut-out":
            raise ValueError(inbound.kind)
        case kind:
            return Sent(kind, inbound.text if kind not in ("contact", "sticker") else "", inbound.edited)


def _person(stage: Stage, inbound: Inbound) -> None:
    if inbound.channel == "sms" and _operator_answers(stage, inbound):
        return
    if linked := linking.proves(stage, inbound):
        step(stage, linked, PhoneLinked())
        return
    if inbound.kind in ("cut-off", "cut-in") and not stage.knows(inbound):
        return  # somebody who was erased and then blocks the bot stays erased
    somebody = stage.meet(inbound, *hints(inbound, stage.deps))
    if inbound.kind in ("cut-off", "cut-in"):
        event = happened.PersonUnreachable("stopped") if inbound.kind == "cut-off" else happened.PersonReachable()
        if inbound.channel == "telegram" and inbound.kind == "cut-off":
            event = happened.PersonUnreachable("blocked")
        route(stage, somebody.state.case, event)
        return
    if somebody.state.case:
        route(stage, somebody.state.case, happened.PersonReachable())
    if inbound.query:
        stage.answer_press(inbound.query)
    if inbound.message and not inbound.edited:
        stage.tx.note_message(somebody.id, inbound.message, stage.now)
    was_hidden = somebody.state.hidden
    held.release(stage, somebody)
    step(stage, somebody, _event(inbound), inbound)
    if was_hidden:
        held.release(stage, somebody)


def _operator_answers(stage: Stage, inbound: Inbound) -> bool:
    """An operator's SMS with the number of an open case takes it; other SMS from that phone are a person's."""
    operator = stage.deps.roster.by_phone(inbound.address)
    digits = "".join(sign for sign in inbound.text if sign.isdecimal())
    case = stage.load(int(digits)) if operator and 0 < len(digits) <= 9 else None
    if operator is None or case is None or not case.is_open:
        return False
    taken = route(stage, case.number, happened.Claimed(operator.id))
    told = "staff.you-have-it" if taken and taken.owner == operator.id else "staff.already-taken"
    fills = {"case": f"#{case.number}", "owner": stage.group.names([taken.owner if taken else ""])}
    stage.put(
        STAFF,
        "sms",
        f"operator:{operator.id}:sms",
        Text(operator.phone, stage.desk(operator.id).say(told, fills, "sms")),
    )
    return True


def _ring(stage: Stage, timer: Timer) -> None:
    kind, _, whose = timer.owner.partition(":")
    if kind == "roster":
        duty.check(stage)
    elif kind == "case" and timer.name == "bundle":
        show_bundle(stage, int(whose))
    elif kind == "case":
        route(stage, int(whose), happened.DeadlinePassed())
    elif somebody := stage.person(int(whose)):
        if timer.name in held.TIMERS:
            held.ring(stage, somebody, timer)
        else:
            step(stage, somebody, TIMED[timer.name])


def _page_failed(stage: Stage, row: Row) -> None:
    route(stage, row.case, happened.PageFailed(row.operator, MEANS[row.channel]))


def _lost(stage: Stage, row: Row, error: ChannelError) -> None:
    """Whoever waits for a message that is given up hears of it."""
    if row.operator:
        if isinstance(error, Blocked) and row.channel == "staff":
            stage.tx.forget(f"linked:{row.operator}")
        elif isinstance(error, Blocked) and row.channel == "sms":
            stage.tx.remember(f"bounced:{row.operator}", "1")
        _page_failed(stage, row)
        return
    if row.channel == "staff":
        _not_shown(stage, row, error)
        return
    somebody = stage.person(row.person) if row.person else None
    if somebody is None:
        return
    if isinstance(error, Blocked) and somebody.state.case:
        route(stage, somebody.state.case, happened.PersonUnreachable(error.reason))
    elif row.lane == STAFF and row.case:
        reason = stage.group.say("staff.reason-refused")
        stage.tell_topic(row.case, stage.group.say("staff.not-delivered", {"reason": reason}))


def _not_shown(stage: Stage, row: Row, error: ChannelError) -> None:
    """Something that the staff group would not take."""
    match out := open_body(stage.deps.seal, row.body):
        case Text(to=to) | Relay(to=to) | Pin(to=to) if row.case and not to.startswith("-"):
            _private_copy_lost(stage, row, out, to)
        case Relay():
            for operator in who_hears(stage, row.case) if isinstance(error, NotHere) else ():
                copy_to(stage, operator, row, out)
            stage.tell_topic(row.case, stage.group.say("staff.person-file-lost"))
        case CloseTopic(erase=True) | Wipe():
            told = stage.group.say("staff.erase-by-hand", {"case": number(row.case)})
            stage.put(STAFF, "staff", "group", Text(stage.group_id, told))
        case _:
            log().error("the staff group refused a message", case=row.case, row=row.id)


def _private_copy_lost(stage: Stage, row: Row, out: Outbound, to: str) -> None:
    """An operator who cannot be written to either: the coordinator is the last who may."""
    roster = stage.deps.roster
    last = roster.operator(roster.coordinator)
    if last and str(last.telegram) != to:
        copy_to(stage, last.id, row, out)
    else:
        log().error("nobody of the staff can be written to", case=row.case, row=row.id)


def _undelivered(stage: Stage, known: Delivery, means: str) -> None:
    if known.operator:
        if means == "sms":
            stage.tx.remember(f"bounced:{known.operator}", "1")
        route(stage, known.case, happened.PageFailed(known.operator, means))
    else:
        reason = stage.group.say("staff.reason-refused")
        stage.tell_topic(known.case, stage.group.say("staff.not-delivered", {"reason": reason}))
