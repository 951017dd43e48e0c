"""Receipts, and the phones that have one case: who is answered, what a receipt shows, leaving, withdrawing. Functions on a `Stage`.

A receipt is stored only as a keyed hash. Whoever writes it, from whatever phone, has the case, but not the identity of the other phones.
Answers go to the phone that wrote last.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import msgspec

from bot.render import number
from bot.stage import Recall, Somebody, Stage
from dialogues import receipt
from dialogues.world import Found
from hotline_router import events as happened
from hotline_router.case import Case, Status

Route = Callable[[Stage, int, happened.Event], Case | None]
"""Moves a case, and does what the router decides."""
WRONG_AN_HOUR = 5
"""So many wrong receipts may a person write in an hour; then none is looked up until the hour is over."""
HOUR = 3600.0
PURPOSE = "receipt"
NEWS = ("text", "held", "kept", "faq")
"""Lines of the history that are words of an operator to the person."""
NOT_WORDS = ("fact", "evidence", "report")
"""Lines of the history that come with what a person does, but are not read as an answer to an operator."""
MOST_NEWS = 5
STATUS = {
    Status.NEW: "open",
    Status.PAGED: "open",
    Status.TAKEN: "taken",
    Status.HANDED: "taken",
    Status.WAITING: "waiting",
    Status.CLOSED: "closed",
}


def find(stage: Stage, somebody: Somebody, digits: str) -> Found:
    """What these digits open; after too many wrong ones nothing is looked up."""
    if stage.tx.reports.misses(somebody.id, stage.now - HOUR) >= WRONG_AN_HOUR:
        return Found(slow=True)
    return Found(stage.tx.reports.case_of(stage.deps.seal.find(PURPOSE, digits)))


def standing(stage: Stage, about: int) -> Literal["", "open", "taken", "closed"]:
    """How a case stands; empty when it belongs to nobody any more."""
    row, case = stage.tx.case(about), stage.load(about)
    if row is None or case is None or not row.person:
        return ""
    return "closed" if not case.is_open else "taken" if case.is_taken else "open"


def give(stage: Stage, somebody: Somebody) -> None:
    """A new receipt for the person's open case, in a message of its own that tells nothing."""
    reports, seal, case = stage.tx.reports, stage.deps.seal, somebody.state.case
    code = receipt.make(stage.deps.chance())
    while reports.case_of(seal.find(PURPOSE, code)):
        code = receipt.make(stage.deps.chance())
    reports.save_receipt(seal.find(PURPOSE, code)[0], case, stage.now)
    stage.say(somebody, "report-receipt", fills={"code": receipt.shown(code)})


def say_news(stage: Stage, somebody: Somebody, about: int) -> None:
    """How the case stands, and what operators wrote since the person did, also to another phone."""
    case = stage.load(about)
    if case is None:
        return
    if somebody.state.guessed or not somebody.state.language:  # another phone may suggest a language that nobody chose
        somebody.state = replace(somebody.state, language=case.language, guessed=True)
    stage.say(somebody, f"report-status-{STATUS[case.status]}", fills={"case": number(about)})
    voice = stage.voice(somebody)
    for words in _unread(stage, about)[-MOST_NEWS:]:
        stage.to_person(somebody, voice.texts(somebody.identity.address, voice.operator(words)))
    for one in _phones(stage, about):
        one.state = replace(one.state, owed=tuple(owed for owed in one.state.owed if owed[1] != about))
    stage.tx.reports.drop_kept(about)  # it has been read now


def _unread(stage: Stage, case: int) -> list[str]:
    entries = stage.tx.entries(case)
    last = max((at for at, one in enumerate(entries) if one.who == "person" and one.kind not in NOT_WORDS), default=-1)
    since = [one for one in entries[last + 1 :] if one.who != "person" and one.kind in NEWS]
    said = [stage.deps.seal.open("entry", one.body).decode() for one in since]
    return [words for words in said if words]


def _phones(stage: Stage, case: int) -> list[Somebody]:
    """Everybody who has the case: the phone that is answered first."""
    row = stage.tx.case(case)
    numbers = dict.fromkeys((row.person if row else 0, *stage.tx.reports.holders(case)))
    return [one for one in map(stage.person, filter(None, numbers)) if one and not one.is_erased]


def others(stage: Stage, case: int, somebody: Somebody) -> list[Somebody]:
    """The other phones that have the case."""
    return [one for one in _phones(stage, case) if one.id != somebody.id]


def is_answered(stage: Stage, somebody: Somebody) -> bool:
    """Whether answers about their open case go to this phone."""
    row = stage.tx.case(somebody.state.case)
    return row is not None and row.person == somebody.id


def wrote(stage: Stage, somebody: Somebody, case: Case, route: Route) -> None:
    """Something comes from this phone: it is answered from now on, and a case that was closed goes on."""
    row = stage.tx.case(case.number)
    if row and row.person and row.person != somebody.id:
        for phone in (row.person, somebody.id):
            stage.tx.reports.hold(case.number, phone)
        stage.save(replace(case, channel=somebody.channel, unreachable=""), somebody.id)
        _tell(stage, case.number, "staff.report-elsewhere")
    if not case.is_open:
        route(stage, case.number, happened.Resumed())


def leave(stage: Stage, somebody: Somebody, about: int) -> None:
    """This phone is not answered any more, as long as there is another."""
    if not _hand_on(stage, somebody, about, "staff.report-back"):
        stage.say(somebody, "report-alone")
        return
    stage.say(somebody, "report-left")
    if somebody.state.case == about:
        somebody.state = replace(somebody.state, case=0, taken=False)


def erased(stage: Stage, somebody: Somebody) -> bool:
    """A phone is erased: cases that another one has too stay with that one. Whether there are any."""
    mine = [row.number for row in stage.tx.cases_of(somebody.id)]
    handed = [_hand_on(stage, somebody, case, "staff.report-phone-erased") for case in mine]
    return any(handed)


def _hand_on(stage: Stage, somebody: Somebody, about: int, told: str) -> bool:
    """The case goes to another phone that has it, if there is one."""
    row, case, rest = stage.tx.case(about), stage.load(about), others(stage, about, somebody)
    if row is None or case is None or not rest:
        return False
    stage.tx.reports.unhold(about, somebody.id)
    if row.person == somebody.id:
        other = rest[0]
        stage.save(replace(case, channel=other.channel), other.id)
        if case.is_open and not other.state.case:  # it was closed meanwhile: what they write now is an answer again
            other.state = replace(other.state, case=about, taken=case.is_taken)
        _tell(stage, about, told)
    return True


def withdraw(stage: Stage, somebody: Somebody, about: int, route: Route) -> None:
    """The case is closed and erased for everybody who has it; they themselves stay known."""
    phones = {one.id: one for one in (somebody, *_phones(stage, about))}
    route(stage, about, happened.Withdrawn())
    for one in phones.values():
        owed = tuple(each for each in one.state.owed if each[1] != about)
        one.state = replace(one.state, owed=owed)
        if one.state.case == about:
            one.state = replace(one.state, case=0, taken=False, place="menu", trail=(), menu=(), told=())
        one.identity = msgspec.structs.replace(one.identity, shared=())
    stage.tx.drop_timer(f"case:{about}", "bundle")
    stage.recalls.append(Recall(frozenset({about})))
    stage.tx.reports.forget_case(about)
    stage.rows = [row for row in stage.rows if not (row.case == about and row.person)]


def _tell(stage: Stage, case: int, key: str) -> None:
    stage.tell_topic(case, stage.group.say(key, {"case": number(case)}))
