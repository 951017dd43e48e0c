"""What reaches the person from an operator: words, files, places, changes, checked answers; at once, later, or after a second look."""

from dataclasses import replace
from datetime import UTC, datetime

from bot import drill, held
from bot.act import Act, place
from bot.apply import route, step
from bot.channels.sms_text import segments
from bot.messages import LARGEST_FILE, Change, Outbound, Pin, Relay, Text
from bot.render import Voice, parts, question
from bot.retry import STAFF
from bot.stage import Somebody
from dialogues.events import TextOwed
from dialogues.state import State
from faq.entry import Topic
from hotline_router import events as happened
from hotline_router.case import Status
from hotline_router.replies import Reply

SEGMENTS_AT_ONCE = 2
"""An operator's words that cost more SMS than this are looked at once more before they go."""


def take(act: Act) -> None:
    """Take the case for this operator, or say who has it."""
    row = act.stage.tx.case(act.case.number)
    if row is None or not (row.person or act.case.drill):
        act.private("staff.person-erased")
        return
    is_new = act.case.status is Status.HANDED and act.case.owner == act.operator.id
    if not act.case.is_taken or is_new:
        act.stage.history(act.case.number, act.operator.id, "take", "")
    route(act.stage, act.case.number, happened.Claimed(act.operator.id))  # also of an owner who was paged again
    if act.case.is_taken and not is_new:
        key = "staff.you-have-it" if act.case.owner == act.operator.id else "staff.already-taken"
        say = act.private if act.inbound.is_private else act.topic
        say(key, owner=act.stage.group.names([act.case.owner]))


def _addressee(act: Act) -> Somebody | None:
    """Whom an operator's words go to; they take a case that nobody has, and end a drill. None where there is nobody to send to."""
    if not act.case.is_taken:
        take(act)
    if act.case.drill:
        _end_drill(act)
        return None
    row = act.stage.tx.case(act.case.number)
    somebody = act.stage.person(row.person) if row and row.person else None
    if somebody is None:
        act.topic("staff.person-cut-off", reason=act.stage.group.say("staff.reason-refused"))
        return None
    return somebody


def answer(act: Act, *, is_sure: bool = False) -> None:
    """What an operator writes in the topic goes to the person; in a topic that nobody has taken it takes the case."""
    if act.inbound.edited and act.inbound.kind == "location":
        return  # a place that moves was sent once
    somebody = _addressee(act)
    if somebody is None:
        return
    is_change = act.inbound.edited and not (somebody.channel == "sms" and _draft_of(act))
    outs = _changes(act, somebody) if is_change else _outs(act, somebody)
    if not is_sure and not is_change and _cost(somebody, outs) > SEGMENTS_AT_ONCE:
        route(act.stage, act.case.number, happened.Claimed(act.operator.id))  # they are there, but it is no reply yet
        _show_draft(act, somebody, outs)
        return
    route(act.stage, act.case.number, happened.OperatorActed(operator=act.operator.id))
    if act.case.is_quiet(act.stage.now) and not is_sure:
        _hold(act, somebody)
    elif outs:
        _send(act, somebody, outs, act.inbound.kind, is_sure=is_sure)


def _end_drill(act: Act) -> None:
    """The first reply ends the practice; there is nobody whom it could reach."""
    drill.end(act.stage, act.case, act.operator, "reply")
    route(act.stage, act.case.number, happened.ClosedBy(act.operator.id))


def _send(act: Act, somebody: Somebody, outs: list[Outbound], kind: str, *, is_sure: bool = False) -> bool:
    """To the person now. While they hide the chat, or outside their hours, it waits, and False is returned."""
    is_hidden, at = somebody.state.hidden, 0.0 if is_sure else held.opens(act.stage, act.case)
    act.stage.history(act.case.number, act.operator.id, "held" if is_hidden else "kept" if at else kind, act.words)
    if at and not is_hidden:
        held.keep(act.stage, somebody, outs, act.case, at)
        told = act.stage.group.say("staff.kept", {"words": held.clock(act.stage, act.case, at)})
        act.stage.tell_topic(act.case.number, told, buttons=act.stage.group.buttons("now", case=act.case.number))
        return False
    act.stage.to_person(somebody, outs, STAFF, act.case.number)
    if is_hidden:
        act.topic("staff.hidden")
        return False
    route(act.stage, act.case.number, happened.Answered(act.operator.id))
    if act.case.unreachable not in ("", "undelivered"):  # a telephone may be on again: the provider will tell
        act.topic("staff.not-delivered", reason=act.stage.group.say(f"staff.reason-{act.case.unreachable}"))
    return True


def _hold(act: Act, somebody: Somebody) -> None:
    """We promised not to write first: the words wait until the person writes."""
    if act.inbound.file or act.inbound.kind in ("location", "other"):
        act.topic("staff.nothing-sent")
        return
    act.stage.history(act.case.number, act.operator.id, "held", act.words)
    step(act.stage, somebody, TextOwed("operator-says", act.case.number, act.words))
    act.topic("staff.hidden" if somebody.state.hidden else "staff.held")


def _changes(act: Act, somebody: Somebody) -> list[Outbound]:
    """What an operator changed is changed at the person; by SMS, or where it was long, it is said as a correction."""
    inbound, voice, to = act.inbound, act.stage.voice(somebody), somebody.address
    is_sms, is_caption, origin = (
        somebody.channel == "sms",
        inbound.file is not None,
        place(inbound, inbound.message),
    )
    if is_caption and is_sms:
        return []  # nor did the file go there
    said = inbound.text if is_caption else voice.operator(act.words)
    if not is_sms and (is_caption or len(parts(said)) == 1):
        return [Change(to, said, origin, is_caption)]
    shown = voice.operator(act.words, "operator-corrects")
    return list(voice.texts(to, shown)) if is_sms else [Text(to, part) for part in parts(shown)]


def _outs(act: Act, somebody: Somebody) -> list[Outbound]:
    inbound, voice, to = act.inbound, act.stage.voice(somebody), somebody.address
    is_sms, origin = somebody.channel == "sms", place(inbound, inbound.message)
    reply = place(inbound, inbound.reply) if inbound.reply and inbound.reply != inbound.thread else ""
    if inbound.kind == "location" and not is_sms:
        return [Pin(to, inbound.latitude, inbound.longitude, origin=origin, reply=reply)]
    if inbound.file and (is_sms or inbound.file.size > LARGEST_FILE):
        act.topic("staff.sms-text-only" if is_sms else "staff.too-large")
        return []
    if inbound.file:
        return [Relay(to, inbound.file, inbound.text, origin=origin, reply=reply)]
    words = f"{inbound.latitude:.5f}, {inbound.longitude:.5f}" if inbound.kind == "location" else act.words
    if not words:
        act.topic("staff.nothing-sent")
        return []
    said = voice.operator(words)
    if is_sms:
        return list(voice.texts(to, said))
    return [Text(to, part, origin=origin, reply=reply) for part in parts(said)]


# Checked answers, and what costs much


def send_topic(act: Act, topic: Topic) -> None:
    """A checked answer, in the person's language and alphabet, as if they had asked for it."""
    somebody = _addressee(act)
    if somebody is None:
        return
    route(act.stage, act.case.number, happened.OperatorActed(operator=act.operator.id))
    state, voice = somebody.state, act.stage.voice(somebody)
    told = state.origin if topic.differs_by == "origin" else state.country
    said = voice.answer(
        topic, datetime.fromtimestamp(act.stage.now, UTC).date(), told if told in topic.countries else ""
    )
    if act.case.is_quiet(act.stage.now):
        _hold(replace(act, words=said), somebody)
        return
    if _send(act, somebody, list(voice.texts(somebody.address, said)), "faq"):
        act.topic("staff.faq-sent", words=question(topic, State(language=act.stage.group.language)))


def send_reply(act: Act, reply: Reply, gap: str) -> None:
    """A quick reply, in the person's language and alphabet."""
    somebody = _addressee(act)
    if somebody is None:
        return
    voice = act.stage.voice(somebody)
    act = replace(act, words=voice.reply(reply, gap))
    outs: list[Outbound] = list(voice.texts(somebody.address, voice.operator(act.words)))
    if _cost(somebody, outs) > SEGMENTS_AT_ONCE:
        route(act.stage, act.case.number, happened.Claimed(act.operator.id))
        _show_draft(act, somebody, outs)
        return
    route(act.stage, act.case.number, happened.OperatorActed())
    if act.case.is_quiet(act.stage.now):
        _hold(act, somebody)
    elif _send(act, somebody, outs, "reply"):
        read = Voice(act.stage.deps.content, State(language=act.stage.group.language), "telegram")
        act.topic("staff.reply-sent", words=read.reply(reply, gap))


def _cost(somebody: Somebody, outs: list[Outbound]) -> int:
    """How many SMS it takes; on Telegram none."""
    if somebody.channel != "sms":
        return 0
    return sum(segments(one.text).count for one in outs if isinstance(one, Text))


def _show_draft(act: Act, somebody: Somebody, outs: list[Outbound]) -> None:
    """Long words for a phone with keys are shown as they would arrive, with what they cost, and wait for one more word."""
    act.stage.history(act.case.number, act.operator.id, "draft", act.words)
    latin = _in_latin(act, somebody, act.words)
    fills = {"segments": str(_cost(somebody, outs)), "cheap": str(_cost(somebody, latin))}
    fills |= {"words": _read(outs), "latin": _read(latin)}
    is_cheaper = _read(latin) != _read(outs)
    buttons = act.stage.group.buttons("confirm", *(("latin",) if is_cheaper else ()), case=act.case.number)
    said = act.stage.group.say("staff.sms-draft-latin" if is_cheaper else "staff.sms-draft", fills)
    act.stage.tell_topic(act.case.number, said, buttons=buttons)


def _in_latin(act: Act, somebody: Somebody, words: str) -> list[Outbound]:
    voice = replace(act.stage.voice(somebody), state=replace(somebody.state, alphabet="lat"))
    return list(voice.texts(somebody.address, voice.operator(words)))


def _read(outs: list[Outbound]) -> str:
    return " ".join(one.text for one in outs if isinstance(one, Text))


def _draft_of(act: Act) -> str:
    """The words that wait to be confirmed; empty: none do."""
    last = next(
        (one for one in reversed(act.stage.tx.entries(act.case.number)) if one.kind in ("draft", "draft-done")), None
    )
    return act.stage.deps.seal.open("entry", last.body).decode() if last and last.kind == "draft" else ""


def confirm(act: Act, *, in_latin: bool) -> None:
    """What was shown goes out, as it is or in Latin letters."""
    row, draft = act.stage.tx.case(act.case.number), _draft_of(act)
    somebody = act.stage.person(row.person) if row and row.person else None
    if somebody is None or not draft or not act.case.is_open:
        act.topic("staff.no-draft")
        return
    if not act.case.is_taken:
        take(act)
    voice, act = act.stage.voice(somebody), replace(act, words=draft)
    act.stage.history(act.case.number, act.operator.id, "draft-done", "")
    route(act.stage, act.case.number, happened.OperatorActed(operator=act.operator.id))
    if act.case.is_quiet(act.stage.now):
        _hold(act, somebody)
        return
    outs: list[Outbound] = (
        _in_latin(act, somebody, draft) if in_latin else list(voice.texts(somebody.address, voice.operator(draft)))
    )
    if _send(act, somebody, outs, "text"):
        act.topic("staff.draft-sent")


def send_kept(act: Act) -> None:
    """What is kept goes out now, outside the person's hours: the operator says why, and it is noted."""
    row = act.stage.tx.case(act.case.number)
    somebody = act.stage.person(row.person) if row and row.person else None
    if somebody and somebody.state.hidden:
        act.topic("staff.hidden")
        return
    if somebody is None or not act.stage.tx.held(somebody.id):
        act.topic("staff.nothing-kept")
        return
    act.stage.history(act.case.number, act.operator.id, "now", act.words)
    act.topic("staff.now-done")
    held.release(act.stage, somebody)
