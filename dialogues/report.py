"""A report: what its answers leave in the state, and how it is sent or forgotten. What a receipt opens is in `returning.py`.

Nothing leaves before the person sends it, with three exceptions that are told at the start: a cry for help takes along what was told so
far, so does a doubtful cry that is never explained, and a report left half-way goes out if the person agreed to that.
"""

from collections.abc import Callable
from typing import Literal

from dialogues import contact
from dialogues.effects import (
    DropDraft,
    DropTimer,
    FileReport,
    GiveReceipt,
    KeepDraft,
    Level,
    RaiseCase,
    SetTimer,
)
from dialogues.script import Choice, Place
from dialogues.summary import CHOSE, QUESTION, SENT, WROTE, facts, signs
from dialogues.walk import MENU, Walk

SILENT = 30 * 60.0
"""Seconds without a word after which the person is asked once, and after which a report that may be seen goes out."""
FORGOTTEN = 24 * 3600.0 - SILENT
"""Seconds after the question until a report that nobody may see is forgotten."""
MOST = 20_000
"""Characters that are kept before a report is sent."""
LITTLE = frozenset({"report-stop", "report-danger", "report-who"})
"""Who has answered no more than this has not reported anything yet."""
QUIET = (("report-contact", ":none"), ("report-contact", ":when-i-write"))
CALM = (("report-danger", ":no"), ("report-since", ":over"))
"""Answers that say that nobody is in danger now."""
MAY_SEE = ("report-stop", ":yes")
RANK: dict[Level, int] = {"routine": 0, "ask": 1, "urgent": 2}


def begin(walk: Walk) -> None:
    """The first screen; where something is not sent yet, the choice what becomes of it."""
    walk.go("report-again" if walk.state.report else "report-live" if walk.state.case else "report")


# The questions


def is_asked(place: Place | None) -> bool:
    """Whether a place is a question of the report."""
    return place is not None and place.hears == QUESTION


def chosen(walk: Walk, place: Place, choice: Choice) -> bool:
    """An answer by thumb or number is noted; True where the conversation has moved on by that."""
    is_pick = bool(place.many and choice.tells)
    if choice.id == "unknown":
        _note(walk, place, "")
    elif choice.id == "next":
        _wait(walk)
    elif not choice.does:
        before = walk.state.told if walk.state.place == place.name else walk.state.trail[-1:] == (place.name,)
        _note(walk, place, CHOSE + choice.id, more=is_pick and bool(before))
    if is_pick and walk.world.channel == "sms":  # every number was in one message: asking again would cost, and confuse
        walk.go("report-check" if _is_changing(walk) else place.then)
        return True
    if is_pick or choice.does or not _is_changing(walk):
        return False
    walk.go("report-check")
    return True


def heard(walk: Walk, place: Place, text: str) -> bool:
    """Whether free text answers a question: a country by name, anything else in the person's own words."""
    if not is_asked(place) or not place.then:
        return False
    if _is_no_answer(place, text):
        walk.show(place)
        return True
    country = _country(walk, place, text)
    answer = CHOSE + country if country else WROTE + text
    if sum(len(one) for _, one in walk.state.report) + len(text) > MOST:
        walk.say("report-full")
        walk.go("report-check")
        return True
    stays = place.then == place.name
    _note(walk, place, answer, more=place.many or stays)
    if stays:
        walk.say("report-kept", *walk.offers(place))
    else:
        walk.go("report-check" if _is_changing(walk) else place.then)
    return True


def sent(walk: Walk, kind: str) -> bool:
    """Whether a photo, voice message or place was sent in answer to a question; it is kept with the report."""
    place = walk.world.content.script.places.get(walk.state.place)
    if not place or not is_asked(place):
        return False
    if kind == "sticker":
        walk.show(place)
        return True
    in_a_row = bool(walk.state.report) and walk.state.report[-1][1].startswith(SENT)
    _note(walk, place, SENT + kind, more=True)
    walk.do(KeepDraft())
    if not in_a_row:  # an album is many messages, and one answer is enough
        walk.say("report-kept", *walk.offers(place))
    return True


def is_explained(walk: Walk, place: Place | None) -> bool:
    """Doubtful words in a report whose writer has said that nobody is in danger: they count, but nobody is asked again."""
    return is_asked(place) and CALM[0] in walk.state.report


def after_doubt(walk: Walk) -> bool:
    """It was no cry for help: whether the report goes on where it was."""
    places = walk.world.content.script.places
    last = places.get(walk.state.trail[-1]) if walk.state.trail else None
    if not last or not is_asked(last):
        return False
    _note(walk, places[CALM[0][0]], CALM[0][1])
    walk.back()
    return True


def _is_no_answer(place: Place, text: str) -> bool:
    """A number that stands before no choice, where numbers are choices and nothing else."""
    is_number = "".join(text.split()).isdecimal()
    return is_number and len(place.choices) > 1 and place.name != "report-number"


def _country(walk: Walk, place: Place, text: str) -> str:
    codes = {walk.world.content.countries.find(word) for word in (text, *text.split())}
    named = [choice.id for choice in place.choices if choice.id in codes]
    return named[0] if len(named) == 1 else ""


def _is_changing(walk: Walk) -> bool:
    """The person came to this question from the summary, and goes back there."""
    return walk.state.trail[-1:] == ("report-change",)


def _note(walk: Walk, place: Place, answer: str, *, more: bool = False) -> None:
    """An answer takes the place of an earlier one to the same question; what was sent stays."""
    kept = tuple(one for one in walk.state.report if more or one[0] != place.name or one[1].startswith(SENT))
    new = (place.name, answer)
    walk.set(report=kept if not answer or (new in kept and not answer.startswith(SENT)) else (*kept, new))
    _wait(walk)


def _wait(walk: Walk) -> None:
    is_long = walk.state.report_asked and MAY_SEE not in walk.state.report
    walk.do(SetTimer("report", FORGOTTEN if is_long else SILENT))


# What becomes of it


def silent(walk: Walk) -> None:
    """Nothing came for a while: a question, once and only where writing is allowed; then it goes out, or is forgotten."""
    told = walk.state.report
    if not told:
        return
    if walk.state.case:
        _file(walk, "so-far")
    elif not walk.state.report_asked:
        walk.set(report_asked=True)
        _wait(walk)
        if walk.world.may_write and not walk.state.hidden and not set(QUIET) & set(told):
            place = walk.world.content.script.places["report-silent"]
            walk.say(place.name, *walk.offers(place))
    elif MAY_SEE in told and {question for question, _ in told} - LITTLE:
        _file(walk, "unfinished")
        walk.owe("case-open", walk.state.case)
        if not walk.state.hidden:
            walk.set(place="menu", trail=(), menu=(), told=())
    else:
        walk.set(report=(), report_asked=False)
        walk.do(DropDraft())


def _file(walk: Walk, how: Literal["whole", "so-far", "unfinished"]) -> None:
    """What was told goes into the open case, or into a new one."""
    told, script = walk.state.report, walk.world.content.script
    level, found = _level(walk)
    walk.set(report=(), report_asked=False)
    walk.do(DropTimer("report"))
    if not walk.state.case:
        country = next((fact[8:] for fact in facts(told, script) if fact.startswith("country:")), "")
        walk.open_case(level, found, unasked=how == "unfinished", country=country)
    elif level == "urgent":
        walk.do(RaiseCase(found))
    meant = facts(told, script)
    for fact in meant:
        contact.remember(walk, fact)
    walk.do(FileReport(told, meant, how))


def _level(walk: Walk) -> tuple[Level, tuple[str, ...]]:
    """How urgent the report is, by what was chosen and by the person's own words."""
    told = walk.state.report
    found = signs(told, walk.world.content.script)
    level = walk.world.weigh(found, bool(set(CALM) & set(told)))
    for _, answer in told:
        if answer.startswith(WROTE):
            words = walk.world.triage(answer[1:])
            level = max(level, words.level, key=RANK.__getitem__)
            found = tuple(dict.fromkeys((*found, *words.signs)))
    return level, found


def _send(walk: Walk) -> None:
    if not walk.state.report:
        walk.say("report-nothing", MENU)
        return
    was_open = walk.state.case
    _file(walk, "whole")
    walk.set(place="sos-waiting", trail=(), told=())
    walk.say("report-told" if was_open else "report-sent", MENU)
    walk.do(GiveReceipt())


def _drop(walk: Walk) -> None:
    walk.set(report=(), report_asked=False, place="menu", trail=(), told=())
    walk.do(DropTimer("report"))
    walk.do(DropDraft())
    walk.say("report-dropped", MENU)


def _resume(walk: Walk) -> None:
    """The question where the person was last, else the first."""
    places = walk.world.content.script.places
    before = (walk.state.place, *reversed(walk.state.trail))
    walk.go(next((name for name in before if is_asked(places.get(name)) or name == "report-check"), "report-danger"))


ACTS: dict[str, Callable[[Walk], None]] = {
    "report": begin,
    "report-resume": _resume,
    "report-send": _send,
    "report-drop": _drop,
}
"""What a choice in the report does."""
