"""The paging call: what an operator hears who picks up, and what a key does. Nothing of the person is said aloud."""

from dataclasses import dataclass

from bot.apply import route
from bot.channels.twiml import TONGUES
from bot.render import Desk
from bot.stage import Stage
from dialogues.alphabets import write
from hotline_router import events as happened
from hotline_router.case import Case, Status
from hotline_router.roster import Operator

TAKE_KEY = "1"


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words for a telephone; `asks`: a key is waited for."""

    text: str
    language: str
    asks: bool = False


def answer(stage: Stage, about: int, phone: str, keys: str) -> Spoken:
    """Somebody with this telephone picked up, or pressed keys, in a call about this case."""
    operator, case = stage.deps.roster.by_phone(phone), stage.load(about)
    if operator is None or case is None:
        return Spoken(stage.group.say("staff.voice-nothing"), stage.group.language)
    if keys == TAKE_KEY and case.is_open:
        case = _take(stage, case, operator)
    return _say(stage, case, operator)


def _take(stage: Stage, case: Case, operator: Operator) -> Case:
    if not case.is_taken or (case.status is Status.HANDED and case.owner == operator.id):
        stage.history(case.number, operator.id, "take", "voice")
    return route(stage, case.number, happened.Claimed(operator.id)) or case


def _say(stage: Stage, case: Case, operator: Operator) -> Spoken:
    language = tongue(operator, stage.group.language)
    desk = Desk(stage.deps.content, stage.deps.roster, language)
    fills = {"case": desk.named(case, "sms"), "owner": desk.names([case.owner])}
    if not case.is_open:
        key = "staff.voice-closed"
    elif case.is_taken and case.owner != operator.id:
        key = "staff.voice-taken"
    elif case.is_taken and not case.waiting_for:
        key = "staff.voice-yours"
    else:
        return Spoken(aloud(desk.say("staff.voice-page", desk.facts(case, "sms")), language), language, asks=True)
    return Spoken(aloud(desk.say(key, fills), language), language)


def tongue(operator: Operator, default: str) -> str:
    """The first of the operator's languages that the telephone can speak; their own first one where it speaks none."""
    known = operator.languages or (default,)
    return next((one for one in known if one in TONGUES), known[0])


def aloud(text: str, language: str) -> str:
    """A text for a voice: no sign that it would read out, and Uzbek in Cyrillic, for the Russian voice that reads it."""
    return write(text.replace("#", ""), language, "cyr" if language == "uz" else "")
