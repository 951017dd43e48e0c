"""What became of messages: given up, not delivered, delivered. Whoever waits for one hears of it; a page that failed is no page."""

import msgspec

from bot import receipts
from bot.apply import route
from bot.healing import copy_to, who_hears
from bot.log import log
from bot.messages import Blocked, ChannelError, CloseTopic, NotHere, Outbound, Pin, Relay, Text, Wipe
from bot.render import number
from bot.retry import STAFF
from bot.stage import Stage, open_body
from bot.store.base import Delivery, Row
from hotline_router import events as happened

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
MEANS = {"staff": "telegram", "sms": "sms", "voice": "voice"}
"""By what a page went, from the channel of its row."""


def followed(stage: Stage, provider_id: str, status: str, means: str) -> bool:
    """What the provider says of an SMS or a call; False when it is none that we know."""
    rank, known = FINAL.get(status, 0), stage.tx.delivery(provider_id)
    if known is None or rank <= known.rank:
        return known is not None
    stage.tx.add_delivery(msgspec.structs.replace(known, rank=rank), stage.now)
    if status in IN_VAIN:
        _undelivered(stage, known, means)
    elif status == "delivered":
        _delivered(stage, known)
    return True


def page_failed(stage: Stage, row: Row) -> None:
    route(stage, row.case, happened.PageFailed(row.operator, MEANS[row.channel]))


def lost(stage: Stage, row: Row, error: ChannelError) -> None:
    """Whoever waits for a message that is given up hears of it."""
    if row.operator:
        if isinstance(error, Blocked) and row.channel == "staff":
            stage.tx.forget(f"linked:{row.operator}")
        elif isinstance(error, Blocked) and row.channel == "sms":
            stage.tx.remember(f"bounced:{row.operator}", "1")
        page_failed(stage, row)
        return
    if row.channel == "staff":
        _not_shown(stage, row, error)
        return
    somebody = stage.person(row.person) if row.person else None
    if somebody is None:
        return
    if isinstance(error, Blocked) and somebody.state.case and receipts.is_answered(stage, somebody):
        route(stage, somebody.state.case, happened.PersonUnreachable(error.reason))
    elif row.lane == STAFF and row.case:
        reason = stage.group.say("staff.reason-refused")
        stage.tell_topic(row.case, stage.group.say("staff.not-delivered", {"reason": reason}))


def _not_shown(stage: Stage, row: Row, error: ChannelError) -> None:
    """Something that the staff group would not take."""
    match out := open_body(stage.deps.seal, row.body):
        case Text(to=to) | Relay(to=to) | Pin(to=to) if row.queue.startswith("operator:") and row.case:
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
        return
    if somebody := stage.person(known.person):
        route(stage, somebody.state.case, happened.PersonUnreachable("undelivered"))
    if known.case:
        reason = stage.group.say("staff.reason-undelivered")
        stage.tell_topic(known.case, stage.group.say("staff.not-delivered", {"reason": reason}))


def _delivered(stage: Stage, known: Delivery) -> None:
    """The telephone works, again or still."""
    if known.operator:
        stage.tx.forget(f"bounced:{known.operator}")
        return
    somebody = stage.person(known.person)
    case = stage.load(somebody.state.case) if somebody else None
    if case and case.unreachable == "undelivered":
        route(stage, case.number, happened.PersonReachable())
