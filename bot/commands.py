"""What staff do about a case by word or button: one small function a command, in a table."""

from collections.abc import Callable
from datetime import UTC, datetime

from bot import drill
from bot.act import Act
from bot.answering import answer, confirm, send_kept, send_reply, send_topic, take
from bot.apply import route
from bot.relay import show_since_mute
from bot.render import Voice, question
from bot.stage import Stage
from dialogues.state import State
from faq.entry import Topic
from faq.match import match
from hotline_router import events as happened
from hotline_router.case import Status
from hotline_router.roster import Operator

LABEL = 60
"""Characters of a button."""
FOUND = 3
"""Checked answers that are offered for a few words."""


def _send(act: Act) -> None:
    """`/send TEXT`: goes out at once, also to somebody who asked not to be written to first. The operator answers for it."""
    if act.words and act.case.status is not Status.CLOSED:
        answer(act, is_sure=True)
    else:
        act.topic("staff.nothing-sent")


def _close(act: Act) -> None:
    if act.case.status is Status.CLOSED:
        act.topic("staff.was-closed")
        return
    if not act.case.is_taken and act.case.level == "urgent" and not act.words:
        act.topic("staff.why-close")  # one tap may not end a cry for help that nobody has heard
        return
    act.stage.history(act.case.number, act.operator.id, "close", act.words)
    act.topic("staff.closed")
    route(act.stage, act.case.number, happened.ClosedBy(act.operator.id))
    if act.case.drill:
        drill.end(act.stage, act.case, act.operator, "close")


def _handover(act: Act) -> None:
    if act.case.status is Status.CLOSED:
        act.topic("staff.was-closed")
        return
    to = act.stage.deps.roster.named(act.words)
    if to is None and not act.words:
        colleagues = [one for one in act.stage.deps.roster.operators if one.id != act.case.owner]
        buttons = tuple((one.name, f"handover:{act.case.number}:{one.id}") for one in colleagues)
        act.stage.tell_topic(act.case.number, act.stage.group.say("staff.whom"), buttons=buttons)
        return
    if to is None:
        everybody = act.stage.group.names(one.id for one in act.stage.deps.roster.operators)
        act.topic("staff.no-such-operator", operators=everybody)
        return
    act.stage.history(act.case.number, act.operator.id, "handover", to.id)
    if not act.case.is_taken:
        route(act.stage, act.case.number, happened.Claimed(act.operator.id))
    route(act.stage, act.case.number, happened.HandedOver(act.operator.id, to.id))


def _note(act: Act) -> None:
    act.stage.history(act.case.number, act.operator.id, "note", act.words)
    route(act.stage, act.case.number, happened.OperatorActed(by_note=True, operator=act.operator.id))
    act.topic("staff.note-kept")


def _reveal(act: Act) -> None:
    """Name, number and exact place, to this one operator in private; who looked and why stands in the topic and the history."""
    if not act.words:
        act.topic("staff.why-reveal")
        return
    row = act.stage.tx.case(act.case.number)
    somebody = act.stage.person(row.person) if row else None
    if somebody is None:
        act.topic("staff.person-cut-off", reason=act.stage.group.say("staff.reason-refused"))
        return
    who = somebody.identity
    act.stage.history(act.case.number, act.operator.id, "reveal", act.words)
    act.topic("staff.revealed")
    unknown = act.stage.group.say("staff.unknown")
    addresses = " · ".join(filter(None, (who.address, who.phone)))
    name = f"{who.name} @{who.username}" if who.username else who.name
    desk = act.stage.desk(act.operator.id)
    fills = {"case": desk.named(act.case), "name": name or unknown, "address": addresses}
    shown = desk.say("staff.identity", {**fills, "words": "\n".join(who.shared) or unknown})
    act.stage.show_alone(act.operator.id, shown, act.case.number)


def _reopen(act: Act) -> None:
    if act.case.is_open:
        act.topic("staff.is-open")
    else:
        take(act)


def _urgent(act: Act) -> None:
    if not act.case.is_open or act.case.level == "urgent":
        act.topic("staff.is-urgent" if act.case.is_open else "staff.was-closed")
        return
    act.stage.history(act.case.number, act.operator.id, "urgent", act.words)
    route(act.stage, act.case.number, happened.MadeUrgent(act.operator.id))


def _mute(act: Act) -> None:
    """A prankster is not seen any more; whoever does that has the case."""
    if not act.case.is_open:
        act.topic("staff.was-closed")
        return
    if not act.case.is_taken:
        take(act)
    act.stage.history(act.case.number, act.operator.id, "mute", act.words)
    route(act.stage, act.case.number, happened.Muted(is_on=True))
    act.topic("staff.muted")


def _unmute(act: Act) -> None:
    if not act.case.muted:
        act.topic("staff.not-muted")
        return
    act.topic("staff.unmuted")
    show_since_mute(act.stage, act.case.number)
    act.stage.history(act.case.number, act.operator.id, "unmute", "")
    route(act.stage, act.case.number, happened.Muted(is_on=False))


# Checked answers


def _faq(act: Act) -> None:
    """`/faq WORDS`: the best answer in the operator's language, with a button that sends it in the person's."""
    topics, language = found(act.stage, act.words), act.stage.desk(act.operator.id).language
    if not act.words or not topics:
        act.topic("staff.faq-none" if act.words else "staff.how-faq")
        return
    best, *others = topics
    how = act.stage.group.say("staff.faq-send", {"words": best.id})
    shown = f"{as_read(act.stage, best, language, act.case.country)}\n\n{how}"
    answers = [(f"{act.stage.group.say('staff.answer')} {best.id}"[:LABEL], f"answer:{act.case.number}:{best.id}")]
    more = [(question(one, State(language=language)), f"faq:{act.case.number}:{one.id}") for one in others]
    act.stage.tell_topic(act.case.number, shown, buttons=(*answers, *more))


def found(stage: Stage, words: str) -> list[Topic]:
    """The topics that fit some words, best first; the id of a topic is that topic."""
    faq = stage.deps.content.faq
    if words in faq.topics:
        return [faq.topics[words]]
    return [faq.topics[one] for one, _ in match(words, faq).topics[:FOUND] if one in faq.topics]


def as_read(stage: Stage, topic: Topic, language: str, country: str = "") -> str:
    """A question with its answer, in a language."""
    state = State(language=language)
    today = datetime.fromtimestamp(stage.now, UTC).date()
    said = Voice(stage.deps.content, state, "telegram").answer(topic, today, country)
    return stage.group.say("staff.faq-found", {"words": question(topic, state), "answer": said})


def looked_up(stage: Stage, operator: Operator, words: str) -> str:
    """`/faq WORDS` where there is no case: the best answer, to read."""
    topics, desk = found(stage, words) if words else [], stage.desk(operator.id)
    return as_read(stage, topics[0], desk.language) if topics else desk.say("staff.faq-none", {"words": words})


# Quick replies


def _replies(act: Act) -> None:
    """`/r`: all of them, in the operator's language; `/r WORD`: those that are near, each as a button that sends it."""
    replies, language = act.stage.deps.content.replies, act.stage.desk(act.operator.id).language
    found = replies.near(act.words) if act.words else tuple(replies.all.values())
    if not found:
        act.topic("staff.reply-none")
        return
    voice = Voice(act.stage.deps.content, State(language=language, country=act.case.country), "telegram")
    shown = {one.id: voice.reply(one, "…") for one in found}
    lines = "\n".join(f"{name}: {text}" for name, text in shown.items())
    buttons = tuple((f"{name}: {text}"[:LABEL], f"say:{act.case.number}:{name}") for name, text in shown.items())
    said = act.stage.group.say("staff.replies-near" if act.words else "staff.replies", {"words": lines})
    act.stage.tell_topic(act.case.number, said, buttons=buttons if act.words else ())


def _say(act: Act) -> None:
    """`/say ID` or `/say ID WORDS`: the reply of that name, with its gap filled."""
    name, _, gap = act.words.partition(" ")
    reply = act.stage.deps.content.replies.all.get(name)
    if reply is None:
        act.topic("staff.reply-none", words=name)
    elif reply.has_gap and not gap.strip():
        act.topic("staff.reply-gap", words=name)
    elif not act.case.is_open:
        act.topic("staff.was-closed")
    else:
        send_reply(act, reply, gap.strip())


def _send_answer(act: Act) -> None:
    topic = act.stage.deps.content.faq.topics.get(act.words)
    if topic is None:
        act.topic("staff.faq-none")
    elif not act.case.is_open:
        act.topic("staff.was-closed")
    else:
        send_topic(act, topic)


def _now(act: Act) -> None:
    if act.words:
        send_kept(act)
    else:
        act.topic("staff.why-now")


def _confirm(act: Act) -> None:
    confirm(act, in_latin=False)


def _latin(act: Act) -> None:
    confirm(act, in_latin=True)


COMMANDS: dict[str, Callable[[Act], None]] = {
    "take": take,
    "close": _close,
    "reopen": _reopen,
    "handover": _handover,
    "urgent": _urgent,
    "note": _note,
    "reveal": _reveal,
    "mute": _mute,
    "unmute": _unmute,
    "faq": _faq,
    "answer": _send_answer,
    "r": _replies,
    "reply": _replies,
    "say": _say,
    "send": _send,
    "now": _now,
    "confirm": _confirm,
    "latin": _latin,
}
NEEDS_WORDS = {"reveal": "staff.why-reveal", "now": "staff.why-now", "note": "staff.how-note", "faq": "staff.how-faq"}
"""Commands whose button alone cannot say enough, and what it says instead."""
