"""What a person did, as one turn: whose words they are, what they mean, an operator's SMS that takes a case; and the apology when it fails."""

import phonenumbers

from bot import held, linking, receipts
from bot.apply import route, step
from bot.hidden import say_here
from bot.log import kind_of, log
from bot.messages import Inbound, Text
from bot.retry import STAFF
from bot.stage import Deps, Stage
from dialogues.events import Edited, Event, PhoneLinked, Pressed, Said, Sent
from hotline_router import events as happened

LANGUAGE_OF_REGION = {"UZ": "uz", "TJ": "tg", "KG": "ky", "KZ": "kk", "RU": "ru"}


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


def apologise(stage: Stage, inbound: Inbound) -> None:
    """The apology with the emergency numbers; what is stored of the person may be the very thing that cannot be read."""
    hint, country = hints(inbound, stage.deps)
    try:
        somebody = stage.meet(inbound, hint, country)
    except Exception as error:  # noqa: BLE001 – whatever is wrong with it: the next message must work
        log().error("a stored person cannot be read, begun anew", channel=inbound.channel, error=kind_of(error))
        somebody = stage.meet_anew(inbound, hint, country)
    say_here(stage, somebody, "apology")


def person_did(stage: Stage, inbound: Inbound) -> None:
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
        if receipts.is_answered(stage, somebody):
            route(stage, somebody.state.case, event)
        return
    if somebody.state.case and receipts.is_answered(stage, somebody):
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


def _operator_answers(stage: Stage, inbound: Inbound) -> bool:
    """An operator's SMS with the number of an open case takes it; other SMS from that phone are a person's."""
    operator = stage.deps.roster.by_phone(inbound.address)
    digits = "".join(sign for sign in inbound.text if sign.isdecimal())
    case = stage.load(int(digits)) if operator and 0 < len(digits) <= 9 else None
    if operator is None or case is None or not (case.is_open or inbound.text.strip().removeprefix("#") == digits):
        return False
    if not case.is_taken and case.is_open:
        stage.history(case.number, operator.id, "take", "sms")
    taken = route(stage, case.number, happened.Claimed(operator.id)) if case.is_open else None
    told = "staff.you-have-it" if taken and taken.owner == operator.id else "staff.already-taken"
    if not case.is_open:
        told = "staff.voice-closed"
    fills = {"case": f"#{case.number}", "owner": stage.group.names([taken.owner if taken else ""])}
    stage.put(
        STAFF,
        "sms",
        f"operator:{operator.id}:sms",
        Text(operator.phone, stage.desk(operator.id).say(told, fills, "sms")),
    )
    return True
