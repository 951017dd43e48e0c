"""Engine steps per second on one core: load the stored state, step, store it again, with the whole content and the real look-ups."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from time import process_time

from bot.content import Content, load
from dialogues import engine
from dialogues.events import Event, Pressed, Said
from dialogues.state import State
from dialogues.state import dump as dump_state
from dialogues.state import load as load_state
from dialogues.world import World
from faq.language import guess
from faq.match import match
from hotline_router.triage import triage
from tests.benchmarks.report import Figure

GOAL = 20_000
ROUNDS = 3
EVENTS = 24_000
FREE = ("спасибо", "да хорошо понял", "a kem ishlaydi bu yerda", "рахмат сизга", "салам кандайсыз", "ок")
CONVERSATION: tuple[Event, ...] = (
    Pressed("way:menu"), Pressed("menu:numbers"), Said("1"), Said("0"), Pressed("way:menu"), Pressed("menu:settings"), Said("0"),
    Pressed("settings:language"), Said("2"), Pressed("way:menu"), Said("меню"), Said("4"), Said("2"), Pressed("way:menu"),
    Said("HELP"), Pressed("menu:settings"), Pressed("settings:who"), Pressed("way:menu"), Said("язык"), Pressed("language:ru"),
)  # fmt: skip
"""Twenty events of a person who finds the way with buttons, digits and words; after each round two free texts."""


@dataclass(frozen=True, slots=True)
class _Timed:
    seconds: float
    steps: int

    @property
    def per_second(self) -> float:
        return self.steps / self.seconds


def world(content: Content) -> World:
    """The world as turns make it, without a store."""
    topics = content.faq.topics
    return World(
        content=content.dialogues, channel="telegram", triage=lambda text: triage(text, content.signs),
        ask=lambda question, language: match(question, content.faq, language), topics=topics, guess=guess, new_case=lambda: 1001, hint="ru",
    )  # fmt: skip


def _mix() -> str:
    said = [event.text for event in CONVERSATION if isinstance(event, Said)]
    digits = sum(text.isdecimal() for text in said)
    presses = len(CONVERSATION) - len(said)
    return f"{presses} presses, {digits} digits, {len(said) - digits} keywords, 2 short free texts, over and over"


def _events(count: int, *, free: bool) -> list[Event]:
    events: list[Event] = []
    for number in range(count // len(CONVERSATION)):
        events += CONVERSATION
        if free:
            events += [Said(FREE[number % len(FREE)]), Said(FREE[(number + 3) % len(FREE)])]
    return events


def _run(here: World, events: list[Event]) -> _Timed:
    stored = dump_state(State(language="ru", place="menu"))
    started = process_time()
    for event in events:
        state, _ = engine.step(load_state(stored), event, here)
        stored = dump_state(state)
    return _Timed(process_time() - started, len(events))


def measure() -> Iterator[Figure]:
    """Steps per second of a mixed conversation, and of its parts."""
    here = world(load())
    mixed, moves = _events(EVENTS, free=True), _events(EVENTS, free=False)
    speech: list[Event] = [Said(text) for _ in range(200) for text in FREE]
    _run(here, mixed[:2000])
    figures = {"mixed": mixed, "moves": moves, "free text": speech}
    speed = {name: median(_run(here, events).per_second for _ in range(ROUNDS)) for name, events in figures.items()}
    yield Figure(
        "engine: steps on one core, state loaded and dumped each time",
        speed["mixed"],
        "/s",
        GOAL,
        at_least=True,
        note=_mix(),
    )
    for name in ("moves", "free text"):
        yield Figure(f"  of these {name} alone", note=f"{speed[name]:,.0f} steps/s")
