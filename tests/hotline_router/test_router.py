"""Who is woken, when the next one is, what the person is told: one table a kind of event, and the ladder from end to end."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from hotline_router.case import ANSWERS_WITHIN, LIFE, OWNED, VERSION, Case, Status, dump, load
from hotline_router.decisions import (
    Decision,
    DropDeadline,
    OwePerson,
    Page,
    SetDeadline,
    TellGroup,
    TellOperator,
    TellPerson,
)
from hotline_router.events import (
    Answered,
    CalledAgain,
    Claimed,
    ClosedBy,
    DeadlinePassed,
    Event,
    FactTold,
    HandedOver,
    MadeUrgent,
    Muted,
    Opened,
    OperatorActed,
    PageFailed,
    PersonReachable,
    PersonTold,
    PersonUnreachable,
    Resumed,
    RosterRead,
    Withdrawn,
)
from hotline_router.policy import LADDERS, TRUTH_ALWAYS, TRUTH_EVERY, Deadlines
from hotline_router.roster import Operator, Roster, Shift
from hotline_router.router import step
from hotline_router.world import World

ROSTER = Roster(
    ZoneInfo("Asia/Bishkek"),
    (
        Operator("aigul", "Aigul", 1, "+996555000001"),
        Operator("bek", "Bek", 2, "+996555000002"),
        Operator("dina", "Dina", 3),
        Operator("nargiza", "Nargiza", 4, "+996555000004"),
    ),
    (Shift(("bek", "aigul"), frozenset(range(7)), time(8), time(8)),),
    "nargiza",
)
NOW = 1_767_000_000.0
WORLD = World(NOW, ROSTER, Deadlines(180, 600))
ALL = ("aigul", "bek", "dina", "nargiza")
NEW = Case(7, NOW - 60)


def at(case: Case, event: Event) -> World:
    """The world at the hour of an event: a deadline that passes is over."""
    return replace(WORLD, now=max(NOW, case.until)) if isinstance(event, DeadlinePassed) else WORLD


def after(case: Case, *events: Event) -> Case:
    for event in events:
        case, _ = step(case, event, at(case, event))
    return case


PAGED = after(NEW, Opened())
TAKEN = after(PAGED, Claimed("aigul"))
ANSWERED = after(TAKEN, OperatorActed())
WAITING = after(TAKEN, Answered())
HANDED = after(TAKEN, HandedOver("aigul", "bek"))
MUTED = after(TAKEN, Muted(is_on=True))
AWAITED = after(TAKEN, CalledAgain())
REMINDED = after(TAKEN, DeadlinePassed())
CLOSED = after(TAKEN, ClosedBy("aigul"))
ROUTINE = after(replace(NEW, level="routine"), Opened())
QUIET = after(PAGED, FactTold("write-no"))


def sketch(decisions: Iterable[Decision]) -> str:
    """Decisions as one short line."""
    told = []
    for one in decisions:
        about = [getattr(one, name) for name in ("operator", "key", "what") if hasattr(one, name)]
        means = ["+".join(one.means)] if isinstance(one, Page) else []
        told.append(":".join([type(one).__name__, *about, *means]))
    return " ".join(told)


STEPS: list[tuple[str, Case, Event, Status, str]] = [
    ("opened", NEW, Opened(), Status.PAGED, "OpenTopic Page:bek:telegram+sms SetDeadline"),
    ("opened twice", PAGED, Opened(), Status.PAGED, ""),
    ("opened when taken", TAKEN, Opened(), Status.TAKEN, ""),
    ("opened when closed", CLOSED, Opened(), Status.CLOSED, ""),
    ("goes on after the end", CLOSED, Resumed(), Status.PAGED, "TellGroup:staff.report-reopened ShowCard Page:bek:telegram+sms SetDeadline"),
    ("goes on while open", TAKEN, Resumed(), Status.TAKEN, ""),
    ("routine", replace(NEW, level="routine"), Opened(), Status.PAGED, "OpenTopic Page:bek:telegram SetDeadline"),
    ("in doubt", replace(NEW, level="ask"), Opened(), Status.PAGED, "OpenTopic Page:bek:telegram+sms SetDeadline"),
    (
        "nobody answered",
        PAGED,
        DeadlinePassed(),
        Status.PAGED,
        "Page:aigul:telegram+sms SetDeadline TellGroup:staff.nobody-answers TellPerson:still-trying ShowCard",
    ),
    (
        "nobody answered, and writing is dangerous",
        QUIET,
        DeadlinePassed(),
        Status.PAGED,
        "Page:aigul:telegram+sms SetDeadline TellGroup:staff.nobody-answers OwePerson:still-trying ShowCard",
    ),
    (
        "the owner does not answer",
        AWAITED,
        DeadlinePassed(),
        Status.PAGED,
        ("TellDialogue:resumed Page:bek:telegram+sms SetDeadline TellGroup:staff.nobody-answers TellPerson:still-trying"
        " ShowCard"),
    ),
    (
        "the owner does not answer, and writing is dangerous",
        after(QUIET, Claimed("aigul"), CalledAgain()),
        DeadlinePassed(),
        Status.PAGED,
        ("TellDialogue:resumed Page:bek:telegram+sms SetDeadline TellGroup:staff.nobody-answers OwePerson:still-trying"
        " ShowCard"),
    ),
    ("a late deadline when the owner has answered", ANSWERED, DeadlinePassed(), Status.TAKEN, ""),
    ("the first reply", TAKEN, OperatorActed(), Status.TAKEN, "DropDeadline"),
    ("the owner does something more", ANSWERED, OperatorActed(), Status.TAKEN, ""),
    ("a note is no reply", TAKEN, OperatorActed(by_note=True), Status.TAKEN, ""),
    ("a note about a call that was asked for", replace(TAKEN, contact="contact-call"), OperatorActed(by_note=True), Status.TAKEN, "DropDeadline"),
    ("a note about one who may not be written to", replace(TAKEN, write="write-no"), OperatorActed(by_note=True), Status.TAKEN, "DropDeadline"),
    ("a note about one who is cut off", replace(TAKEN, unreachable="blocked"), OperatorActed(by_note=True), Status.TAKEN, "DropDeadline"),
    ("no reply half way", TAKEN, DeadlinePassed(), Status.TAKEN, "TellOperator:aigul:staff.reply-soon TellGroup:staff.no-reply-yet SetDeadline"),
    (
        "no first reply at all",
        REMINDED,
        DeadlinePassed(),
        Status.PAGED,
        ("TellGroup:staff.lapsed TellOperator:aigul:staff.you-lost-it TellDialogue:resumed TellPerson:lapsed"
        " Page:bek:telegram+sms SetDeadline TellGroup:staff.nobody-answers ShowCard"),
    ),
    ("the first reply after the reminder", REMINDED, OperatorActed(), Status.TAKEN, "DropDeadline"),
    ("the owner takes it again when paged again", AWAITED, Claimed("aigul"), Status.TAKEN, "SetDeadline"),
    ("somebody else takes it then", AWAITED, Claimed("bek"), Status.TAKEN, ""),
    ("the owner answers a page", AWAITED, OperatorActed(), Status.TAKEN, "DropDeadline"),
    ("a page of before the claim fails", TAKEN, PageFailed("aigul", "sms"), Status.TAKEN, ""),
    ("somebody does something in a case that nobody has", PAGED, OperatorActed(), Status.PAGED, ""),
    ("somebody does something in a closed case", CLOSED, OperatorActed(), Status.CLOSED, ""),
    ("a late deadline when closed", CLOSED, DeadlinePassed(), Status.CLOSED, ""),
    (
        "claimed",
        PAGED,
        Claimed("bek"),
        Status.TAKEN,
        "SetDeadline ShowCard TellGroup:staff.claimed TellDialogue:taken TellPerson:taken TellOperator:bek:staff.you-have-it",
    ),
    (
        "claimed by somebody who was not paged",
        PAGED,
        Claimed("dina"),
        Status.TAKEN,
        ("SetDeadline ShowCard TellGroup:staff.claimed TellDialogue:taken TellPerson:taken TellOperator:dina:staff.you-have-it"
        " TellOperator:bek:staff.page-done"),
    ),
    ("claimed twice", TAKEN, Claimed("bek"), Status.TAKEN, ""),
    ("claimed again by the owner", TAKEN, Claimed("aigul"), Status.TAKEN, ""),
    ("claimed before it was opened", NEW, Claimed("bek"), Status.NEW, ""),
    (
        "claimed when closed",
        CLOSED,
        Claimed("bek"),
        Status.TAKEN,
        ("SetDeadline TellDialogue:resumed ShowCard TellGroup:staff.claimed TellDialogue:taken TellPerson:taken"
        " TellOperator:bek:staff.you-have-it"),
    ),
    (
        "handed over",
        TAKEN,
        HandedOver("aigul", "bek"),
        Status.HANDED,
        "ShowCard TellGroup:staff.handed-over Page:bek:telegram+sms SetDeadline TellPerson:handed-over",
    ),
    (
        "handed over to somebody without a phone",
        TAKEN,
        HandedOver("aigul", "dina"),
        Status.HANDED,
        "ShowCard TellGroup:staff.handed-over Page:dina:telegram SetDeadline TellPerson:handed-over",
    ),
    ("the new owner says that they have it", HANDED, Claimed("bek"), Status.TAKEN, "SetDeadline ShowCard"),
    ("the new owner does something", HANDED, OperatorActed(operator="bek"), Status.TAKEN, "DropDeadline ShowCard"),
    ("the one before writes to the person", HANDED, Answered("aigul"), Status.HANDED, ""),
    ("the one before does something", HANDED, OperatorActed(operator="aigul"), Status.HANDED, ""),
    ("the new owner writes, by name", HANDED, Answered("bek"), Status.WAITING, "DropDeadline ShowCard"),
    ("a colleague answers a cry", AWAITED, Answered("bek"), Status.WAITING, "DropDeadline ShowCard"),
    ("another one claims what was handed over", HANDED, Claimed("dina"), Status.HANDED, ""),
    ("handed on", HANDED, HandedOver("bek", "aigul"), Status.HANDED,
     "ShowCard TellGroup:staff.handed-over Page:aigul:telegram+sms SetDeadline TellPerson:handed-over"),
    ("words that were kept go out", HANDED, Answered(), Status.HANDED, ""),
    ("the new owner does not hear", HANDED, DeadlinePassed(), Status.PAGED,
     "TellDialogue:resumed Page:bek:telegram+sms SetDeadline TellGroup:staff.nobody-answers TellPerson:still-trying ShowCard"),
    ("an operator writes", TAKEN, Answered(), Status.WAITING, "DropDeadline ShowCard"),
    ("an operator writes again", WAITING, Answered(), Status.WAITING, ""),
    ("a late deadline while the person is waited for", WAITING, DeadlinePassed(), Status.WAITING, ""),
    ("a cry of one who is waited for", WAITING, CalledAgain(), Status.TAKEN,
      "TellGroup:staff.urgent-again Page:aigul:telegram+sms SetDeadline ShowCard"),
    ("a note about what was handed over", replace(HANDED, write="write-no"), OperatorActed(by_note=True, operator="bek"), Status.TAKEN,
     "DropDeadline ShowCard"),
    ("the person answers", WAITING, PersonTold(), Status.TAKEN, "ShowCard"),
    ("the person says more", TAKEN, PersonTold(), Status.TAKEN, ""),
    ("claimed while the person is waited for", WAITING, Claimed("bek"), Status.WAITING, ""),
    ("closed while the person is waited for", WAITING, ClosedBy("aigul"), Status.CLOSED,
     "DropDeadline TellPerson:closed ShowCard CloseTopic TellDialogue:ended"),
    ("written to where nobody has it", PAGED, Answered(), Status.PAGED, ""),
    (
        "made urgent",
        ROUTINE,
        MadeUrgent("aigul"),
        Status.PAGED,
        ("TellGroup:staff.made-urgent ShowCard Page:bek:telegram+sms SetDeadline TellGroup:staff.nobody-answers"
        " TellPerson:still-trying ShowCard"),
    ),
    (
        "made urgent when taken",
        after(ROUTINE, Claimed("aigul")), MadeUrgent("aigul"), Status.TAKEN, "SetDeadline TellGroup:staff.made-urgent ShowCard",
    ),
    (
        "made urgent when the person was written to",
        after(ROUTINE, Claimed("aigul"), Answered()), MadeUrgent("bek"), Status.WAITING, "TellGroup:staff.made-urgent ShowCard",
    ),
    ("made urgent twice", PAGED, MadeUrgent("aigul"), Status.PAGED, ""),
    ("made urgent when closed", after(ROUTINE, ClosedBy("aigul")), MadeUrgent("aigul"), Status.CLOSED, ""),
    ("muted", TAKEN, Muted(is_on=True), Status.TAKEN, "DropDeadline ShowCard"),
    ("muted twice", MUTED, Muted(is_on=True), Status.TAKEN, ""),
    ("a cry of somebody who is muted", MUTED, CalledAgain(), Status.TAKEN, "TellGroup:staff.urgent-again Page:aigul:telegram+sms ShowCard"),
    ("a second cry of theirs", after(MUTED, CalledAgain()), CalledAgain(), Status.TAKEN, ""),
    ("a cry after they are heard again", after(MUTED, CalledAgain(), Muted(is_on=False)), CalledAgain(), Status.TAKEN,
     "TellGroup:staff.urgent-again Page:aigul:telegram+sms SetDeadline"),
    ("handed over to the owner", TAKEN, HandedOver("aigul", "aigul"), Status.TAKEN, ""),
    ("handed over to a stranger", TAKEN, HandedOver("aigul", "nobody"), Status.TAKEN, ""),
    ("handed over before it was taken", PAGED, HandedOver("aigul", "bek"), Status.PAGED, ""),
    ("one means of the owner fails", AWAITED, PageFailed("aigul", "sms"), Status.TAKEN, "TellGroup:staff.cannot-reach Page:aigul:voice"),
    ("and again", after(AWAITED, PageFailed("aigul", "sms")), PageFailed("aigul", "sms"), Status.TAKEN, ""),
    (
        "the owner cannot be reached",
        after(AWAITED, PageFailed("aigul", "sms")),
        PageFailed("aigul", "telegram"),
        Status.PAGED,
        ("TellGroup:staff.cannot-reach TellDialogue:resumed Page:bek:telegram+sms SetDeadline TellGroup:staff.nobody-answers"
        " TellPerson:still-trying ShowCard"),
    ),
    ("a page to somebody else fails", TAKEN, PageFailed("bek", "sms"), Status.TAKEN, ""),
    ("one means fails: the next at once", PAGED, PageFailed("bek", "sms"), Status.PAGED, "TellGroup:staff.cannot-reach Page:bek:voice"),
    ("the telephone fails too", after(PAGED, PageFailed("bek", "sms")), PageFailed("bek", "voice"), Status.PAGED, "TellGroup:staff.cannot-reach"),
    ("the telephone fails alone", PAGED, PageFailed("bek", "voice"), Status.PAGED, "TellGroup:staff.cannot-reach"),
    ("one means fails again", after(PAGED, PageFailed("bek", "sms")), PageFailed("bek", "sms"), Status.PAGED, ""),
    ("a means of somebody not waited for", PAGED, PageFailed("aigul", "sms"), Status.PAGED, ""),
    (
        "all means fail",
        after(PAGED, PageFailed("bek", "sms")),
        PageFailed("bek", "telegram"),
        Status.PAGED,
        "TellGroup:staff.cannot-reach Page:aigul:telegram+sms SetDeadline TellGroup:staff.nobody-answers ShowCard",
    ),
    ("a page fails when closed", CLOSED, PageFailed("aigul", "sms"), Status.CLOSED, ""),
    ("closed", TAKEN, ClosedBy("aigul"), Status.CLOSED, "DropDeadline TellPerson:closed ShowCard CloseTopic TellDialogue:ended"),
    ("closed without being taken", PAGED, ClosedBy("bek"), Status.CLOSED, "DropDeadline TellPerson:closed ShowCard CloseTopic TellDialogue:ended"),
    ("closed, quietly", QUIET, ClosedBy("bek"), Status.CLOSED, "DropDeadline OwePerson:closed ShowCard CloseTopic TellDialogue:ended"),
    ("closed twice", CLOSED, ClosedBy("aigul"), Status.CLOSED, ""),
    ("withdrawn", PAGED, Withdrawn(), Status.CLOSED, "DropDeadline CloseTopic"),
    ("withdrawn when closed", CLOSED, Withdrawn(), Status.CLOSED, "DropDeadline CloseTopic"),
    ("the person writes", PAGED, PersonTold(), Status.PAGED, ""),
    ("a fact", PAGED, FactTold("locked-in"), Status.PAGED, "ShowCard"),
    ("a sign with a path of its own", PAGED, FactTold("hurt"), Status.PAGED, "ShowCard TellPath"),
    ("called again while paged", PAGED, CalledAgain(), Status.PAGED, ""),
    ("called again with a new sign", PAGED, CalledAgain(("violence",)), Status.PAGED, "ShowCard"),
    (
        "called again when taken",
        TAKEN,
        CalledAgain(),
        Status.TAKEN,
        "TellGroup:staff.urgent-again Page:aigul:telegram+sms SetDeadline",
    ),
    (
        "called again when the owner has left the roster",
        replace(TAKEN, owner="somebody"),
        CalledAgain(),
        Status.PAGED,
        ("TellGroup:staff.urgent-again TellDialogue:resumed Page:bek:telegram+sms SetDeadline TellGroup:staff.nobody-answers"
        " TellPerson:still-trying ShowCard"),
    ),
    ("called again while the owner is waited for", AWAITED, CalledAgain(), Status.TAKEN, "TellGroup:staff.urgent-again"),
    ("called again while the new owner is waited for", HANDED, CalledAgain(), Status.HANDED, "TellGroup:staff.urgent-again"),
    (
        "called again while the new owner of a routine case is waited for",
        after(ROUTINE, Claimed("aigul"), HandedOver("aigul", "bek")),
        CalledAgain(),
        Status.HANDED,
        "TellGroup:staff.urgent-again Page:bek:telegram+sms SetDeadline ShowCard",
    ),
    ("called again when closed", CLOSED, CalledAgain(), Status.CLOSED, ""),
    (
        "a routine case turns urgent",
        ROUTINE,
        CalledAgain(("violence",)),
        Status.PAGED,
        ("TellGroup:staff.urgent-again ShowCard Page:bek:telegram+sms SetDeadline TellGroup:staff.nobody-answers"
        " TellPerson:still-trying ShowCard"),
    ),
    (
        "the first one on duty has it and cannot be reached: the next at once",
        after(PAGED, Claimed("bek"), CalledAgain(), PageFailed("bek", "sms")),
        PageFailed("bek", "telegram"),
        Status.PAGED,
        ("TellGroup:staff.cannot-reach TellDialogue:resumed Page:aigul:telegram+sms SetDeadline TellGroup:staff.nobody-answers"
        " TellPerson:still-trying ShowCard"),
    ),
    ("a roster with the owner is read", TAKEN, RosterRead(), Status.TAKEN, ""),
    ("a roster is read while nobody has it", PAGED, RosterRead(), Status.PAGED, ""),
    ("a roster is read when closed", replace(CLOSED, owner="somebody"), RosterRead(), Status.CLOSED, ""),
    (
        "a roster without the owner is read",
        replace(WAITING, owner="somebody"),
        RosterRead(),
        Status.PAGED,
        "TellGroup:staff.owner-left TellDialogue:resumed Page:bek:telegram+sms SetDeadline TellGroup:staff.nobody-answers ShowCard",
    ),
    ("cut off", TAKEN, PersonUnreachable("blocked"), Status.TAKEN, "TellGroup:staff.person-cut-off"),
    ("cut off twice", after(TAKEN, PersonUnreachable("blocked")), PersonUnreachable("stopped"), Status.TAKEN, ""),
    ("back", after(TAKEN, PersonUnreachable("blocked")), PersonReachable(), Status.TAKEN, "TellGroup:staff.person-back"),
    ("back without having been away", TAKEN, PersonReachable(), Status.TAKEN, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "event", "status", "decided"), [row[1:] for row in STEPS], ids=[row[0] for row in STEPS]
)
def test_step(case: Case, event: Event, status: Status, decided: str) -> None:
    """What happens to a case in a given status leads where the table says."""
    was, decisions = step(case, event, at(case, event))
    assert (was.status, sketch(decisions)) == (status, decided)


FACTS = [
    ("country:tr", {"country": "tr"}),
    ("write-no", {"write": "write-no"}),
    ("contact-call", {"contact": "contact-call"}),
    ("hurt", {"signs": ("injury",), "paths": ("injury",)}),
    ("locked-in", {"signs": ("movement",)}),
    ("child-here", {"signs": ("child",), "paths": ("child",)}),
    ("hours:20:00-23:00", {"hours": "20:00-23:00"}),
    ("hours:", {"hours": ""}),
    ("wording:neutral", {"wording": "neutral"}),
    ("holds", {}),
    ("at-home", {"signs": ("at-home",)}),
    ("something-new", {}),
]


@pytest.mark.parametrize(("fact", "changes"), FACTS, ids=[row[0] for row in FACTS])
def test_fact(fact: str, changes: dict[str, str]) -> None:
    """What the person chose is on the card, each sign once."""
    once = after(PAGED, FactTold(fact))
    assert once == replace(PAGED, **changes)
    assert after(once, FactTold(fact)) == once


QUIETNESS = [
    ("write-no", True),
    ("contact-when-i-write", True),
    ("write-yes", False),
    ("contact-any", False),
    ("contact-call", False),
]


@pytest.mark.parametrize(("fact", "is_quiet"), QUIETNESS, ids=[row[0] for row in QUIETNESS])
def test_nothing_unasked_to_somebody_in_danger(fact: str, *, is_quiet: bool) -> None:
    """Who may not be written to is told nothing unasked; it is owed until the person writes."""
    case = after(PAGED, FactTold(fact))
    assert case.is_quiet(NOW) is is_quiet
    for event in (DeadlinePassed(), Claimed("bek"), ClosedBy("bek")):
        _, decisions = step(case, event, at(case, event))
        assert any(isinstance(one, OwePerson if is_quiet else TellPerson) for one in decisions)
        assert not any(isinstance(one, TellPerson if is_quiet else OwePerson) for one in decisions)


ASKED = [
    ("write-no", {"write": "write-no"}),
    ("when-i-write", {"contact": "contact-when-i-write"}),
    ("unasked", {"unasked": True}),
]
"""Why nothing may be written first."""


@pytest.mark.parametrize("fields", [row[1] for row in ASKED], ids=[row[0] for row in ASKED])
def test_a_text_that_answers_may_go_out(fields: dict[str, Any]) -> None:
    """For ten minutes after the person wrote by themselves; then it is quiet again."""
    case = after(replace(PAGED, **fields), PersonTold())
    heard = replace(case, **fields)
    assert heard.heard == NOW
    assert not heard.is_quiet(NOW)
    assert not heard.is_quiet(NOW + ANSWERS_WITHIN)
    assert heard.is_quiet(NOW + ANSWERS_WITHIN + 1)


def test_what_the_person_does_ends_or_begins_the_quiet() -> None:
    """One who writes knows of the case; one who says that it is dangerous is not answered for what they wrote before."""
    unasked = after(replace(NEW, unasked=True, level="ask"), Opened())
    assert unasked.is_quiet(NOW)
    told = after(unasked, PersonTold())
    assert (told.unasked, told.is_quiet(NOW + 2 * ANSWERS_WITHIN)) == (False, False)
    dangerous = after(told, FactTold("write-no"))
    assert (dangerous.heard, dangerous.is_quiet(NOW)) == (0.0, True)


def test_an_owner_who_does_not_hear_loses_the_case() -> None:
    """It climbs from the first step as if it were new, and whoever was paged before may be paged again."""
    lapsed = after(NEW, Opened(), *[DeadlinePassed()] * 4, Claimed("bek"), CalledAgain(), DeadlinePassed())
    assert (lapsed.status, lapsed.owner, lapsed.waiting_for, lapsed.stepped, lapsed.alarm) == (
        Status.PAGED,
        "",
        ("bek",),
        ("bek",),
        0,
    )
    assert after(lapsed, DeadlinePassed()).waiting_for == ("aigul",)


def test_a_dead_telephone_is_no_news_for_the_person() -> None:
    """Only a deadline that passed is told to them, not every operator who cannot be reached."""
    case, told = after(NEW, Opened()), []
    for operator in ("bek", "aigul", "nargiza"):
        for means in ("telegram", "sms"):
            case, decisions = step(case, PageFailed(operator, means), WORLD)
            told += [one for one in decisions if isinstance(one, TellPerson | OwePerson)]
    assert case.alarm == 1
    assert told == []


def climb(case: Case, rounds: int) -> list[tuple[tuple[str, ...], int]]:
    """Who is paged on each rung, and how loud."""
    rungs = []
    event: Event = Opened()
    for _ in range(rounds):
        case, decisions = step(case, event, at(case, event))
        pages = [one for one in decisions if isinstance(one, Page)]
        rungs.append((tuple(page.operator for page in pages), max((page.alarm for page in pages), default=0)))
        event = DeadlinePassed()
    return rungs


def test_ladder_of_an_urgent_case() -> None:
    """Those on duty in order, then the coordinator, then everybody for ever, louder every time."""
    assert climb(NEW, 6) == [(("bek",), 0), (("aigul",), 0), (("nargiza",), 0), (ALL, 1), (ALL, 2), (ALL, 3)]


def test_ladder_of_a_routine_case() -> None:
    """A routine case climbs to the coordinator and rests there, without waking everybody."""
    assert climb(replace(NEW, level="routine"), 5) == [
        (("bek",), 0),
        (("aigul",), 0),
        (("nargiza",), 0),
        ((), 0),
        ((), 0),
    ]


def test_ladder_without_anybody_on_duty() -> None:
    """Where nobody is on duty the coordinator is the first."""
    world = replace(WORLD, roster=replace(ROSTER, shifts=()))
    case, decisions = step(NEW, Opened(), world)
    assert case.waiting_for == ("nargiza",)
    assert SetDeadline(NOW + 90) in decisions
    assert case.until == NOW + 180


def test_ladder_begins_anew_when_urgent() -> None:
    """A doubtful case that everybody missed and that turns urgent begins with those on duty, and goes on at once where they fail."""
    doubtful = after(replace(NEW, level="ask"), Opened(), *[DeadlinePassed()] * 4)
    assert doubtful.alarm == 2
    urgent = after(doubtful, CalledAgain())
    assert (urgent.waiting_for, urgent.alarm, urgent.level) == (("bek",), 0, "urgent")
    assert after(urgent, PageFailed("bek", "telegram"), PageFailed("bek", "sms")).waiting_for == ("aigul",)


def test_deadline_of_each_rung() -> None:
    """An urgent page waits `acknowledge`, and half way it grows louder; a routine one waits ten times as long and stays quiet."""
    for level, ladder in LADDERS.items():
        case, decisions = step(replace(NEW, level=level), Opened(), WORLD)
        assert case.until == NOW + 180 * ladder.patience
        assert SetDeadline(NOW + (90 if ladder.louder else 1800)) in decisions
    assert LADDERS["routine"].patience == 10


HALF_WAYS: list[tuple[str, Case, str]] = [
    ("those who are waited for", PAGED, "Page:bek:voice SetDeadline"),
    ("in doubt", after(replace(NEW, level="ask"), Opened()), "Page:bek:voice SetDeadline"),
    ("one without a telephone", after(TAKEN, HandedOver("aigul", "dina")), "SetDeadline"),
    ("whoever was called at once", after(PAGED, PageFailed("bek", "sms")), "SetDeadline"),
    ("whose telephone fails", after(PAGED, PageFailed("bek", "voice")), "SetDeadline"),
    ("an owner who was paged again", AWAITED, "Page:aigul:voice SetDeadline"),
    ("one who was handed it", after(TAKEN, HandedOver("aigul", "bek")), "Page:bek:voice SetDeadline"),
    ("everybody", after(NEW, Opened(), *[DeadlinePassed()] * 3), "Page:aigul:voice Page:bek:voice Page:nargiza:voice SetDeadline"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "decided"), [row[1:] for row in HALF_WAYS], ids=[row[0] for row in HALF_WAYS])
def test_half_way_the_telephone_rings(case: Case, decided: str) -> None:
    """Once a rung, where it was not called already; the rung ends when it would have ended."""
    was, decisions = step(case, DeadlinePassed(), replace(WORLD, now=case.until - 90))
    assert sketch(decisions) == decided
    assert decisions[-1] == SetDeadline(case.until)
    assert (was.status, was.owner, was.waiting_for) == (case.status, case.owner, case.waiting_for)
    over = after(was, DeadlinePassed())
    assert (over.status, over.until) == (Status.PAGED, case.until + 180)


def test_without_twilio_nothing_rings() -> None:
    """Half way passes in silence."""
    world = replace(WORLD, has_sms=False)
    case, _ = step(NEW, Opened(), world)
    _, decisions = step(case, DeadlinePassed(), replace(world, now=NOW + 90))
    assert decisions == (SetDeadline(NOW + 180),)


def test_first_reply_after_an_outage() -> None:
    """Where the service was down at half way the owner is reminded all the same, and has the other half."""
    reminded, decisions = step(TAKEN, DeadlinePassed(), replace(WORLD, now=NOW + 5000))
    assert SetDeadline(NOW + 5300) in decisions
    assert reminded.owner == "aigul"


def test_lapsed_is_not_paged_first_again() -> None:
    """The one who did not write comes last: the others of those on duty, the coordinator, then everybody."""
    case = after(NEW, Opened(), Claimed("bek"), DeadlinePassed(), DeadlinePassed())
    waited = [case.waiting_for]
    for _ in range(2):
        case = after(case, DeadlinePassed())
        waited.append(case.waiting_for)
    assert waited == [("aigul",), ("nargiza",), ALL]


def test_routine_case_that_lapses_is_not_forgotten() -> None:
    """Somebody is always asked again, also where the owner is alone on duty."""
    alone = replace(WORLD, roster=replace(ROSTER, shifts=(), operators=ROSTER.operators[3:]))
    case, _ = step(replace(NEW, level="routine"), Opened(), alone)
    for event in (Claimed("nargiza"), DeadlinePassed(), DeadlinePassed()):
        case, decisions = step(case, event, replace(alone, now=case.until))
    assert case.waiting_for == ("nargiza",)
    assert any(isinstance(one, SetDeadline) for one in decisions)


def test_nobody_can_be_reached() -> None:
    """When every page fails by every means the ladder runs to everybody at once and then keeps its rhythm instead of turning in a circle."""
    case, decisions = step(NEW, Opened(), WORLD)
    steps = 0
    while case.waiting_for and steps < 50:
        steps += 1
        operator = case.waiting_for[0]
        for means in ("telegram", "sms"):
            case, more = step(case, PageFailed(operator, means), WORLD)
            decisions += more
    assert steps < 12
    assert case.alarm == 1
    assert case.status is Status.PAGED
    assert not any(isinstance(one, DropDeadline) for one in decisions)


def test_person_hears_the_truth_less_often() -> None:
    """While everybody is called in vain the person is told in the first rounds, then every few."""
    case, told = after(NEW, Opened()), []
    for _ in range(20):
        case, decisions = step(case, DeadlinePassed(), at(case, DeadlinePassed()))
        if any(isinstance(one, TellPerson) for one in decisions):
            told.append(case.alarm)
        assert any(isinstance(one, TellGroup) for one in decisions)
    assert told == [0, 0, 1, 2, TRUTH_ALWAYS, *range(TRUTH_EVERY, 19, TRUTH_EVERY)]


def test_without_sms_nobody_waits_for_one() -> None:
    """Where SMS is not configured a failed Telegram page is enough to go on."""
    world = replace(WORLD, has_sms=False)
    case, decisions = step(NEW, Opened(), world)
    assert [one.means for one in decisions if isinstance(one, Page)] == [("telegram",)]
    assert step(case, PageFailed("bek", "telegram"), world)[0].waiting_for == ("aigul",)


def test_operator_who_left_the_roster() -> None:
    """A shift may name somebody whom a new roster no longer has: they are passed over."""
    world = replace(WORLD, roster=replace(ROSTER, operators=ROSTER.operators[:1] + ROSTER.operators[3:]))
    case, _ = step(NEW, Opened(), world)
    assert case.waiting_for == ("aigul",)


def test_every_status_is_reachable() -> None:
    """The life cycle begins at new, reaches every status, and a closed case can be opened again."""
    reached, grew = {Status.NEW}, True
    while grew:
        more = {to for (at, _), to in LIFE.items() if at in reached}
        grew = not more <= reached
        reached |= more
    assert reached == set(Status)
    assert {at for at, _ in LIFE} == set(Status)
    assert any(at is Status.CLOSED and to is not Status.CLOSED for (at, _), to in LIFE.items())


@pytest.mark.parametrize("case", [NEW, PAGED, QUIET, TAKEN, CLOSED, after(NEW, Opened(), *[DeadlinePassed()] * 5)])
def test_stored_and_back(case: Case) -> None:
    """A case is the same after it was stored."""
    assert load(dump(case)) == case


UPGRADED = [
    ("paged", {"status": "paged", "waiting_for": ["bek"], "paged": ["bek"]}, Case(7, 5.0, status=Status.PAGED, waiting_for=("bek",), paged=("bek",))),
    ("taken", {"status": "taken", "owner": "bek"}, Case(7, 5.0, status=Status.TAKEN, owner="bek")),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "case"), [row[1:] for row in UPGRADED], ids=[row[0] for row in UPGRADED])
def test_a_case_of_the_version_before(fields: dict[str, Any], case: Case) -> None:
    """It goes straight to the end of its deadline; whoever has it owes nothing that they were not told of."""
    found = load(msgspec.json.encode({"number": 7, "opened": 5.0, "version": 1, **fields}))
    assert found == case
    later, decisions = step(found, DeadlinePassed(), WORLD)
    assert (
        (later.until == NOW + 180 and decisions != ())
        if found.status is Status.PAGED
        else (later, decisions) == (found, ())
    )


@pytest.mark.parametrize(
    "stored", [b"", b"[]", b"{}", b'{"number":"seven","opened":1}', b'{"number":7,"opened":1,"version":9}', b"\xff"]
)
def test_bytes_that_are_no_case(stored: bytes) -> None:
    """Bytes that this program did not write are an error of one kind."""
    with pytest.raises(msgspec.DecodeError):
        load(stored)


def test_a_case_of_the_first_version() -> None:
    """Stored before there were more statuses: it stands where it stood."""
    stored = dump(after(TAKEN, CalledAgain())).replace(b'"version":3', b'"version":1')
    for field in (b'"muted":false,', b'"mute_paged":false,'):
        assert field in stored
        stored = stored.replace(field, b"")
    assert load(stored) == AWAITED


@pytest.mark.parametrize("version", [b"0", b"9", b'"2"', b"true"])
def test_a_case_of_an_unknown_version(version: bytes) -> None:
    """Nothing is guessed."""
    with pytest.raises(msgspec.ValidationError):
        load(dump(TAKEN).replace(b'"version":%d' % VERSION, b'"version":' + version))


def test_every_status_can_be_left() -> None:
    """No case is stuck, and what nobody has may not be waited for."""
    for status in Status:
        onward = {what: to for (at, what), to in LIFE.items() if at is status}
        assert onward
        assert status is Status.NEW or onward["withdrawn"] is Status.CLOSED
        assert status not in OWNED or onward["lapsed"] is Status.PAGED


def test_nobody_asks_for_taken_alone() -> None:
    """A case that waits for the person, or was handed over, is taken too: code asks `is_taken`."""
    root = Path(__file__).parents[2]
    code = {path: path.read_text("utf-8") for name in ("bot", "hotline_router") for path in (root / name).rglob("*.py")}
    assert [path.name for path, text in code.items() if re.search(r"\bis (not )?Status\.TAKEN\b", text)] == []


def test_more_cries_do_not_put_off_the_next_step() -> None:
    """A person who cries every minute loses nobody's time but the sleeping owner's: the case lapses at its deadline all the same."""
    case = AWAITED
    for minute in range(1, 3):
        case, decisions = step(case, CalledAgain(), replace(WORLD, now=NOW + minute * 60))
        assert not [one for one in decisions if isinstance(one, SetDeadline | Page)]
    lapsed, _ = step(case, DeadlinePassed(), replace(WORLD, now=NOW + 180))
    assert lapsed.status is Status.PAGED


@pytest.mark.parametrize("rings", [0, 1], ids=["no means", "telephones ring"])
def test_the_person_hears_when_nobody_could_be_reached_at_all(rings: int) -> None:
    """It would be untrue that everybody was called and does not answer; where one telephone rang it is true."""
    case = after(NEW, Opened())
    while not case.alarm:
        case = after(case, *(PageFailed(case.waiting_for[0], one) for one in ("telegram", "sms")))
    case = after(case, *(PageFailed(one, means) for one in ALL for means in ("telegram", "sms", "voice")[: 3 - rings]))
    assert case.waiting_for == ()
    said = []
    for _ in range(2):
        case, decisions = step(case, DeadlinePassed(), at(case, DeadlinePassed()))
        said += [one.key for one in decisions if isinstance(one, TellPerson)]
    assert said == ["still-trying-all" if rings else "not-reached", "still-trying-all"]


def test_a_case_in_a_language_that_nobody_on_duty_speaks_goes_to_them_all_the_same() -> None:
    aigul, bek, *others = ROSTER.operators
    crew = (replace(aigul, languages=("ky",)), replace(bek, languages=("uz", "ru")), *others)
    world = replace(WORLD, roster=replace(ROSTER, operators=crew))
    for language, first, unspoken in (("ky", "aigul", False), ("ru", "bek", False), ("tg", "bek", True)):
        case, decisions = step(replace(NEW, language=language), Opened(), world)
        assert [one.operator for one in decisions if isinstance(one, Page)] == [first]
        assert case.unspoken is unspoken


def test_minutes_are_those_of_this_wait() -> None:
    """Of the first one since the case was opened; a week later, of the cry that is not answered, or since it was opened again."""
    week, late = 7 * 86_400.0, 180.0

    def minutes(case: Case, event: Event, now: float) -> list[str]:
        _, decisions = step(case, event, replace(WORLD, now=now))
        return [one.fills["minutes"] for one in decisions if isinstance(one, TellGroup) and "minutes" in one.fills]

    assert minutes(PAGED, DeadlinePassed(), NOW + late) == ["4"]
    cried, _ = step(WAITING, CalledAgain(), replace(WORLD, now=NOW + week))
    assert minutes(cried, DeadlinePassed(), NOW + week + late) == ["3"]
    again, told = step(CLOSED, Claimed("bek"), replace(WORLD, now=NOW + week))
    assert not [one for one in told if isinstance(one, TellOperator) and one.key == "staff.page-done"]
    reminded, _ = step(again, DeadlinePassed(), replace(WORLD, now=NOW + week + 300))
    assert minutes(reminded, DeadlinePassed(), NOW + week + 600) == ["10"]
