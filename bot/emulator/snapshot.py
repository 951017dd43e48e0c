"""The whole demo as one JSON object: what every phone, chat and topic shows at this moment."""

from typing import Any

from bot.emulator.demo import Demo, DemoOperator, DemoPerson, DemoPhone, Duty
from bot.emulator.feed import Feed
from bot.emulator.model import GENERAL, Message, Stored
from bot.emulator.twilio_model import PhoneCall, Sms

Json = dict[str, Any]
KEPT = 120


def snapshot(demo: Demo, feed: Feed) -> Json:
    """What the page draws."""
    bots, duty = demo.emulator.telegram.state.bots, demo.duty()
    return {
        "now": demo.now(),
        "bots": {"public": bots[demo.public_token].username, "staff": bots[demo.staff_token].username},
        "number": demo.emulator.twilio.account.number,
        "people": [_person(demo, p) for p in demo.people],
        "phones": [_phone(demo, p) for p in demo.sms_phones],
        "operators": [_operator(demo, o, duty) for o in demo.operators],
        "shift": {"at": duty.changes_at, "then": duty.then},
        "group": _group(demo),
        "answers": _answers(demo),
        "feed": feed.look(),
        "links": [{"text": text, "url": url} for text, url in demo.links.items()],
    }


def _person(demo: Demo, person: DemoPerson) -> Json:
    shown = {"id": person.id, "name": person.name, "language": person.language, "about": person.about}
    return shown | _private(demo, demo.public_token, person.id)


def _private(demo: Demo, token: str, user_id: int) -> Json:
    chat = demo.emulator.telegram.state.chat_of(token, user_id)
    messages = _messages(demo, demo.emulator.chat(token, user_id), user_id)
    return {"chat": user_id, "messages": messages, "keyboard": chat.keyboard, "started": chat.started}


def _phone(demo: Demo, phone: DemoPhone) -> Json:
    shown = {"number": phone.number, "name": phone.name, "language": phone.language, "about": phone.about}
    return shown | {"sms": _sms(demo, phone.number)}


def _operator(demo: Demo, operator: DemoOperator, duty: Duty) -> Json:
    about = duty.about.get(operator.id, operator.about)
    shown = {"id": operator.id, "name": operator.name, "phone": operator.phone, "about": about}
    calls = [_call(c) for c in demo.emulator.calls(operator.phone)] if operator.phone else []
    sms = _sms(demo, operator.phone) if operator.phone else []
    return shown | _private(demo, demo.staff_token, operator.id) | {"sms": sms, "calls": calls[-5:]}


def _group(demo: Demo) -> Json:
    emulator = demo.emulator
    messages = emulator.chat("", demo.group_id)
    by_topic: dict[int, list[Message]] = {}
    for message in messages:
        by_topic.setdefault(message.thread or GENERAL, []).append(message)
    topics: list[Json] = [{"id": GENERAL, "name": "General", "closed": False}]
    topics += [{"id": t.id, "name": t.name, "closed": t.closed} for t in emulator.topics(demo.group_id)]
    for topic in topics:
        topic["messages"] = _messages(demo, by_topic.get(topic["id"], []), 0)
    return {"id": demo.group_id, "title": emulator.telegram.state.groups[demo.group_id].title, "topics": topics}


def _messages(demo: Demo, messages: list[Message], me: int) -> list[Json]:
    kept = [m for m in messages if not m.deleted]
    pinned = [m for m in kept[:-KEPT] if m.pinned]
    return [_message(demo, m, me) for m in pinned + kept[-KEPT:]]


def _message(demo: Demo, message: Message, me: int) -> Json:
    shown: Json = {"id": message.id, "at": message.date, "name": message.sender_name, "kind": message.kind}
    shown |= {"mine": message.sender == me, "bot": message.from_bot, "sender": message.sender, "text": message.text}
    if message.entities:
        shown["entities"] = message.entities
    if message.buttons:
        shown["buttons"] = message.buttons
    for flag in ("edited", "pinned"):
        if getattr(message, flag):
            shown[flag] = True
    if isinstance(message.media, Stored):
        shown["file"] = {"url": f"/demo/file/{message.media.number}", "name": message.media.name}
    elif message.media is not None:
        shown["media"] = message.media
    if message.forwarded_from:
        shown["forwarded"] = message.forwarded_from
    if message.reply_to and (answered := demo.emulator.telegram.state.messages.get(message.reply_to)):
        shown["reply"] = {"name": answered.sender_name, "text": answered.text[:80] or answered.kind}
    return shown


def _sms(demo: Demo, number: str) -> list[Json]:
    return [_one_sms(m) for m in demo.emulator.twilio.sms_with(number)[-KEPT:]]


def _one_sms(sms: Sms) -> Json:
    cost = {"encoding": sms.encoding, "units": sms.units, "segments": sms.segments}
    return {"id": sms.sid, "mine": sms.inbound, "text": sms.body, "at": sms.created, "status": sms.status} | cost


def _call(call: PhoneCall) -> Json:
    shown: Json = {
        "id": call.sid,
        "status": call.status,
        "said": call.said,
        "at": call.created,
        "pressed": call.pressed,
    }
    return shown | {"waits": bool(call.gather), "over": call.is_over}


def _answers(demo: Demo) -> list[Json]:
    """The last answers to pressed buttons: a person sees them as a short notice."""
    presses = list(demo.emulator.telegram.state.presses.values())[-10:]
    return [
        {"id": p.id, "user": p.user_id, "message": p.message_id, "data": p.data, "done": p.answered, "text": p.text}
        for p in presses
    ]
