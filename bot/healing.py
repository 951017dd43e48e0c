"""Mends the staff group: what to do when a topic, the forum or the whole group is gone, so that no word of a person is lost.

A message that meets such a fault is given a plan: what is sent in its place, in order. Without a plan it waits.
"""

from dataclasses import dataclass
from typing import assert_never

from bot.messages import (
    PLAIN,
    Card,
    CloseTopic,
    Delayed,
    GroupFault,
    Moved,
    NoForum,
    NoTopic,
    OpenTopic,
    Outbound,
    Pin,
    Relay,
    RenameTopic,
    ReopenTopic,
    ShutOut,
    Text,
    TopicShut,
)
from bot.render import number
from bot.retry import STAFF
from bot.stage import Remedy, Stage
from bot.store.base import Row
from dialogues.texts import Channel
from hotline_router.case import Case

REMIND_AFTER = 86_400.0
"""Seconds after which the coordinator is told again of a fault that was not mended."""
WAKE_AGAIN = 3600.0
"""Seconds after which those on duty hear by SMS again that messages of a case wait in their private chats."""
CAPTION = 1024


@dataclass(frozen=True, slots=True)
class Fault:
    """What happened: `row` should be sent as `out`; sending `failed`, which is that or a part of the plan for it, did not work."""

    row: Row
    out: Outbound
    failed: Outbound
    error: GroupFault
    done: tuple[str, ...] = ()
    """What was sent for this message before, and which faults it met, by the names of their types."""


def mend(stage: Stage, fault: Fault) -> Remedy:
    """The remedy for a fault; whatever must be stored or told is on the stage."""
    match fault.error:
        case Moved(to=to):
            return follow(stage, str(to), (fault.out,))
        case ShutOut() | Delayed():
            return _go_aside(stage, fault)
        case NoTopic() | TopicShut() | NoForum():
            return _into_topic(stage, fault)
        case _:
            assert_never(fault.error)


def _into_topic(stage: Stage, fault: Fault) -> Remedy:
    """The group is there, but not the topic."""
    case = stage.load(fault.row.case)
    if isinstance(fault.failed, CloseTopic) and fault.failed.erase and isinstance(fault.error, NoForum | TopicShut):
        return Remedy()  # it may not be deleted: the staff are asked to
    kept = stage.tx.case(fault.row.case)
    if case is None or kept is None or not (kept.person or case.drill) or _is_needless(case, fault.failed):
        return Remedy(plan=())
    if isinstance(fault.error, NoForum):
        return _without_topic(stage, case, fault)
    if "OpenTopic" in fault.done:  # nor did a new one help
        return _without_topic(stage, case, fault)
    if isinstance(fault.error, TopicShut) and "TopicShut" not in fault.done:
        thread = f"topic:{case.number}"
        return Remedy((ReopenTopic(stage.group_id, thread), _line(stage, case, "staff.healed-shut"), fault.out))
    return _new_topic(stage, case, fault)


def _is_needless(case: Case, out: Outbound) -> bool:
    """A topic that is gone needs no other name and no end; nor does a closed case need a new card."""
    return isinstance(out, RenameTopic | CloseTopic) or (isinstance(out, Card) and not case.is_open)


def _new_topic(stage: Stage, case: Case, fault: Fault) -> Remedy:
    """Another topic with its card, and a line that says what happened. The first topic of a case needs no such line."""
    topic, forget = f"topic:{case.number}", (f"topic:{case.number}", f"card:{case.number}")
    is_first = stage.tx.recall(topic) is None and stage.tx.recall(f"card:{case.number}") is None
    line = () if is_first else (_line(stage, case, "staff.healed-gone"),)
    opened = OpenTopic(stage.group_id, stage.group.topic_name(case), topic)
    stage.tx.remember(f"healed:{case.number}", "1")
    return _remember(stage, Remedy((opened, _card(stage, case), *line, *_after_card(fault.out)), forget=forget))


def _without_topic(stage: Stage, case: Case, fault: Fault) -> Remedy:
    """No topic can be had: the card is an ordinary message, and everything else hangs on it."""
    tell_coordinator(stage, f"staff.mend-{fault.error if isinstance(fault.error, NoForum) else 'no-rights'}")
    kept = ((f"topic:{case.number}", PLAIN),)
    line = _line(stage, case, "staff.healed-plain")
    plan = (_card(stage, case), line, *_after_card(fault.out))
    return _remember(stage, Remedy(plan, forget=(f"card:{case.number}",), remember=kept))


def _after_card(out: Outbound) -> tuple[Outbound, ...]:
    """The message itself, unless it was the topic or the card that is sent already."""
    return () if isinstance(out, OpenTopic | Card) else (out,)


def _card(stage: Stage, case: Case) -> Card:
    text, buttons = stage.group.card(case), stage.group.card_buttons(case)
    return Card(stage.group_id, text, buttons, f"topic:{case.number}", f"card:{case.number}")


def _line(stage: Stage, case: Case, key: str) -> Text:
    return Text(stage.group_id, stage.group.say(key, {"case": stage.group.named(case)}), thread=f"topic:{case.number}")


def follow(stage: Stage, to: str, plan: tuple[Outbound, ...] = ()) -> Remedy:
    """The group has a new number: it is used from now on, and nothing that had a number in the old one is there any more."""
    old = stage.group_id
    if old == to:
        return Remedy(plan)
    stage.tx.forget_shown("group")
    remedy = _remember(stage, Remedy(plan, ("topic:", "thread:", "card:"), ((f"moved:{old}", to),)))
    stage.follow(to)
    tell_coordinator(stage, "staff.mend-moved", words=to)
    return remedy


def _remember(stage: Stage, remedy: Remedy) -> Remedy:
    for name in remedy.forget:
        (stage.tx.forget_all if name.endswith(":") else stage.tx.forget)(name)
    for name, value in remedy.remember:
        stage.tx.remember(name, value)
    return remedy


def tell_coordinator(stage: Stage, key: str, **fills: str) -> None:
    """Say once to the coordinator what has to be mended; again after a day."""
    told = stage.tx.recall(f"told:{key}")
    if told and stage.now - float(told) < REMIND_AFTER:
        return
    stage.tx.remember(f"told:{key}", str(stage.now))
    coordinator = stage.deps.roster.coordinator
    stage.tell_operator(coordinator, stage.desk(coordinator).say(key, fills))


# The group is out of reach


def _go_aside(stage: Stage, fault: Fault) -> Remedy:
    """What cannot be written in the group goes to the private chats too; in the group it is tried on."""
    if isinstance(fault.error, ShutOut):
        tell_coordinator(stage, "staff.mend-shut-out")
    mark, kept = f"aside:{fault.row.id}", stage.tx.case(fault.row.case)
    is_erased = kept is not None and not kept.person and not _is_drill(stage, fault.row.case)
    if not stage.tx.recall(mark) and not is_erased:
        stage.tx.remember(mark, "1")
        for operator in who_hears(stage, fault.row.case):
            copy_to(stage, operator, fault.row, fault.out)
    return Remedy()


def _is_drill(stage: Stage, number_: int) -> bool:
    case = stage.load(number_)
    return case is not None and case.drill


def who_hears(stage: Stage, number_: int) -> tuple[str, ...]:
    """Who answers a case; if nobody has it, everybody on duty; else the coordinator."""
    case, roster = stage.load(number_) if number_ else None, stage.deps.roster
    if case and case.owner and roster.operator(case.owner):
        return (case.owner,)
    return stage.roster.on_duty(stage.now) or (roster.coordinator,)


def copy_to(stage: Stage, operator: str, row: Row, out: Outbound) -> None:
    """A copy of a message for the group into an operator's private chat; by SMS only that there is one."""
    known, case = stage.deps.roster.operator(operator), row.case
    if known is None:
        return
    to, named = str(known.telegram), f"{_named(stage, case)}\n" if case else ""
    match out:
        case Text(text=text, buttons=buttons, origin=origin):
            copy: Outbound = Text(to, f"{named}{text}"[:4096], buttons, origin=origin)
        case Relay(file=file, caption=caption, origin=origin):
            copy = Relay(to, file, f"{named}{caption}"[:CAPTION], origin=origin)
        case Pin(latitude=latitude, longitude=longitude, origin=origin):
            copy = Pin(to, latitude, longitude, origin=origin)
        case _:
            return
    if case:
        _explain(stage, operator, case)
    stage.put(STAFF, "staff", f"operator:{operator}", copy, case=case)


def _named(stage: Stage, number_: int, channel: Channel = "telegram") -> str:
    """The number of a case, marked where it is only practice."""
    case = stage.load(number_)
    return stage.group.named(case, channel) if case else number(number_)


def _explain(stage: Stage, operator: str, case: int) -> None:
    """Once: why it comes here, and how the person is answered. By SMS the number of the case, never the person's words."""
    mark, known = f"explained:{case}:{operator}", stage.deps.roster.operator(operator)
    told = stage.tx.recall(mark)
    if known is None or (told and stage.now - float(told) < WAKE_AGAIN):
        return
    stage.tx.remember(mark, str(stage.now))
    desk = stage.desk(operator)
    stage.tell_operator(operator, desk.say("staff.aside", {"case": _named(stage, case)}))
    if known.phone and stage.deps.config.sms:
        text = Text(known.phone, desk.say("staff.aside", {"case": _named(stage, case, "sms")}, "sms"))
        stage.put(STAFF, "sms", f"operator:{operator}:sms", text)
