"""Stopping in the middle of a tree and coming back: when one is asked, how often, and where one goes on."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogues.effects import DropTimer, Effect, Say, SetTimer
from dialogues.engine import step
from dialogues.events import Event, FellSilent, Pressed, Said
from dialogues.silence import ASK_AFTER, RESTS_AFTER
from dialogues.state import State
from dialogues.world import World

Sketch = Callable[[object], str]
THERE = State(language="en", place="offer-contract", trail=("menu", "offer", "offer-who"), menu=("offer-contract:no",))
RESTING = replace(THERE, silence="resting")


def timers(effects: tuple[Effect, ...]) -> list[Effect]:
    """What a step does about silence."""
    return [one for one in effects if isinstance(one, SetTimer | DropTimer) and one.name == "silence"]


WAITED: list[tuple[str, State, Event, str, list[Effect]]] = [
    ("into a tree", State(language="en", place="menu"), Said("JOB"), "telegram", [SetTimer("silence", ASK_AFTER["telegram"])]),
    ("by SMS", State(language="en", place="menu"), Said("JOB"), "sms", [SetTimer("silence", RESTS_AFTER)]),
    ("on in it", THERE, Said("1"), "telegram", [SetTimer("silence", ASK_AFTER["telegram"])]),
    ("on, after a question of ours", replace(THERE, silence="asked"), Said("1"), "telegram", [SetTimer("silence", RESTS_AFTER)]),
    ("out of it", THERE, Said("menu"), "telegram", [DropTimer("silence")]),
    ("into a case", THERE, Said("SOS"), "telegram", [DropTimer("silence")]),
    ("into hiding", replace(THERE, word="a hash"), Said("/hide"), "telegram", [DropTimer("silence")]),
    ("elsewhere", State(language="en", place="menu"), Said("who"), "telegram", []),
    ("in a case", replace(THERE, case=7), Said("LAT"), "telegram", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "event", "channel", "expected"), [row[1:] for row in WAITED], ids=[row[0] for row in WAITED]
)
def test_when_it_is_waited_for(world: World, start: State, event: Event, channel: str, expected: list[Effect]) -> None:
    """In the middle of a tree only, and never in a case or in hiding."""
    here = replace(world, channel="sms" if channel == "sms" else "telegram")
    assert timers(step(start, event, here)[1]) == expected


SILENT = [
    ("asked once", THERE, True, "telegram", "say:silence", "asked"),
    ("and then no more", replace(THERE, silence="asked"), True, "telegram", "", "resting"),
    ("not at night", THERE, False, "telegram", "", "resting"),
    ("not by SMS", THERE, True, "sms", "", "resting"),
    ("not outside a tree", replace(THERE, place="menu"), True, "telegram", "", ""),
    ("not in a case", replace(THERE, case=7), True, "telegram", "", ""),
    ("not in hiding", replace(THERE, hidden=True), True, "telegram", "", ""),
]


@pytest.mark.parametrize(
    ("start", "is_day", "channel", "said", "silence"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT]
)
def test_silence(
    world: World, sketch: Sketch, start: State, channel: str, said: str, silence: str, *, is_day: bool
) -> None:
    """One question where it may be asked; then rest."""
    here = replace(world, channel="sms" if channel == "sms" else "telegram", may_write=is_day)
    state, effects = step(start, FellSilent(), here)
    assert (sketch(effects), state.silence) == (said, silence)
    assert (state.place, state.menu) == (start.place, start.menu)


def test_the_question_still_stands(world: World) -> None:
    """After "shall we go on?" a digit or a word is the answer to what was asked before."""
    state, _ = step(THERE, FellSilent(), world)
    assert step(state, Said("1"), world)[0].noted == (("offer-contract", "no-contract"),)
    assert step(state, Pressed("silence:on"), world)[0].place == "offer-contract"
    rested, effects = step(state, Pressed("silence:rest"), world)
    assert [one.key for one in effects if isinstance(one, Say)] == ["rests"]
    assert rested.place == "offer-contract"


RETURNED = [
    ("a greeting", RESTING, "hello", "say:resume"),
    ("the menu", RESTING, "/start", "say:resume"),
    ("an answer is an answer", RESTING, "1", "say:offer-pay"),
    ("a question is answered", RESTING, "how long may I stay in Russia", "answer:ru-stay-90"),
    ("another way", RESTING, "WHO KZ", "say:numbers.kz"),
    ("so soon nobody asks", replace(THERE, silence="asked"), "menu", "say:menu"),
]


@pytest.mark.parametrize(("start", "said", "expected"), [row[1:] for row in RETURNED], ids=[row[0] for row in RETURNED])
def test_coming_back(world: World, sketch: Sketch, start: State, said: str, expected: str) -> None:
    """Whoever only says that they are back is asked where to; whoever says more is heard."""
    assert sketch(step(start, Said(said), world)[1]) == expected


def test_danger_comes_first(world: World) -> None:
    """Also of somebody who comes back."""
    assert step(RESTING, Said("help, they beat me"), world)[0].case


def test_on_or_anew(world: World, sms: World) -> None:
    """Where one was, from the first question, or the menu; by SMS by number."""
    for here in (world, sms):
        state, effects = step(RESTING, Said("hello"), here)
        assert [one.fills["words"] for one in effects if isinstance(one, Say)] == ["Is there a written contract?"]
        assert step(state, Said("1"), here)[0].place == "offer-contract"
        anew, _ = step(state, Said("2"), here)
        assert (anew.place, anew.trail, anew.noted) == ("offer", ("menu",), ())
        assert step(state, Said("3"), here)[0].place == "menu"


def test_buttons_of_long_ago(world: World) -> None:
    """Pressed where there is no tree any more, they lead to the menu."""
    for button in ("resume:on", "resume:anew", "silence:on"):
        assert step(State(language="en", place="ask"), Pressed(button), world)[0].place == "menu"
