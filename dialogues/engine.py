"""step(state, event, world) -> (state, effects): the only place where a conversation moves."""

from dataclasses import replace
from typing import assert_never

from dialogues import contact
from dialogues.choosing import pressed
from dialogues.effects import Effect
from dialogues.events import (
    CaseEnded,
    CaseResumed,
    CaseTaken,
    DoubtUnanswered,
    Edited,
    Event,
    HoursBegan,
    MonthPassed,
    PhoneLinked,
    Pressed,
    Said,
    Sent,
    TextOwed,
)
from dialogues.hearing import edited as changed
from dialogues.hearing import said, sent
from dialogues.state import State
from dialogues.walk import Walk
from dialogues.world import World


def step(state: State, event: Event, world: World) -> tuple[State, tuple[Effect, ...]]:
    """Where the conversation stands after the event, and what must be done. Pure; never raises on anything a person does."""
    walk = Walk(_at_home(state, world), world)
    if isinstance(event, Said | Pressed | Sent | Edited):
        walk.say_what_is_owed()
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
        case DoubtUnanswered():
            if not walk.state.case:
                walk.open_case("ask", unasked=True)
                walk.owe("case-open", walk.state.case)
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
    return walk.state, tuple(walk.effects)


def _at_home(state: State, world: World) -> State:
    """A person whose place a new release removed stands in the menu."""
    if state.place and state.place not in world.content.script.places:
        state = replace(state, place="menu", menu=(), told=())
    known = tuple(place for place in state.trail if place in world.content.script.places)
    return state if known == state.trail else replace(state, trail=known)
