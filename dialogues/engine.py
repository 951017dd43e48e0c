"""step(state, event, world) -> (state, effects): the only place where a conversation moves."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from dialogues import contact, plain, report, silence
from dialogues.choosing import pressed
from dialogues.effects import Effect
from dialogues.events import (
    CaseEnded,
    CaseResumed,
    CaseTaken,
    DoubtUnanswered,
    Edited,
    Event,
    FellSilent,
    HoursBegan,
    MonthPassed,
    PhoneLinked,
    Pressed,
    ReportSilent,
    Said,
    Sent,
    TextOwed,
)
from dialogues.hearing import doubt_unanswered, said, sent
from dialogues.hearing import edited as changed
from dialogues.state import State
from dialogues.walk import Walk
from dialogues.world import World

TIME_PASSED: dict[type[Event], Callable[[Walk], None]] = {
    DoubtUnanswered: doubt_unanswered,
    FellSilent: silence.fell_silent,
    ReportSilent: report.silent,
}
"""What happens because nothing did."""


def step(state: State, event: Event, world: World) -> tuple[State, tuple[Effect, ...]]:
    """Where the conversation stands after the event, and what must be done. Pure; never raises on anything a person does."""
    walk = Walk(_at_home(state, world), world)
    if walk.state.hidden:
        plain.step(walk, event)
    else:
        _step(walk, event, is_moved=walk.state.place != state.place)
        silence.watch(walk, event)
    return walk.state, tuple(walk.effects)


def _step(walk: Walk, event: Event, *, is_moved: bool) -> None:
    if isinstance(event, Said | Pressed | Sent | Edited):
        walk.say_what_is_owed()
        if is_moved:
            walk.say("moved")
    match event:
        case Said(text):
            said(walk, text)
        case Pressed(button):
            pressed(walk, button)
        case Sent(kind, caption, again):
            sent(walk, kind, caption, edited=again)
        case Edited(text):
            changed(walk, text)
        case TextOwed(key, case, words):
            walk.owe(key, case, words)
        case DoubtUnanswered() | FellSilent() | ReportSilent():
            TIME_PASSED[type(event)](walk)
        case HoursBegan() | MonthPassed() | PhoneLinked():
            contact.happened(walk, event)
        case CaseTaken():
            walk.set(taken=True, place="sos-waiting", trail=(), menu=(), told=())
        case CaseEnded():
            walk.set(case=0, taken=False, place="menu", trail=(), menu=(), told=())
        case CaseResumed(number):
            walk.set(case=number, taken=False)
        case _:
            assert_never(event)


def _at_home(state: State, world: World) -> State:
    """A person whose place a new release removed stands in the place that took over from it, or in the menu."""
    places, moved = world.content.script.places, world.content.moved
    if state.place and state.place not in places:
        state = replace(state, place=moved.end(places, state.place) or "menu", told=())
    if all(place in places for place in state.trail):
        return state
    return replace(state, trail=tuple(filter(None, (moved.end(places, place) for place in state.trail))))
