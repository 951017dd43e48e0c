"""Whatever happens in whatever order: nothing raises, the state can be stored, and there is a way out and a way to help."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import Content
from bot.render import Voice
from dialogues.effects import Answer, ExpectPhone, OpenCase, Say, SetTimer
from dialogues.engine import step
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
from dialogues.script import Script
from dialogues.state import State, dump, load
from dialogues.world import World

KEYWORDS = "report 2 help LAT cyr who who kz|job delete menu back operator hide plov samovar yes no да 0 1 2 3 13 134 99 /start LANG TJ|odam меню"
DANGER = ("SOS", "нас заперли и бьют", "bizni qamab qoyishdi", "help me", "бізді қамап қойды", "хозяин забрал паспорт")
QUESTIONS = ("мне не платят зарплату", "how long may I stay in Russia", "паспорт потерял", "салом", "мы в Турции", "?")
WORDS = (*(word for part in KEYWORDS.split("|") for word in (part, *part.split())), *DANGER, *QUESTIONS)
KINDS = ("photo", "voice", "document", "sticker", "location", "contact", "other")


STARTS = (
    State(),
    State(language="ru", place="plain", hidden=True, word="mark of samovar"),
    State(language="tg", place="plain", hidden=True, case=1001, owed=(("taken", 1001, ""),)),
    State(language="en", place="offer-contract", trail=("menu", "offer", "offer-who"), silence="resting"),
    State(language="uz", place="hide-word", case=1001, taken=True),
)
"""A new person, and some who have a way behind them that chance seldom takes."""


def texts() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(WORDS), st.text(max_size=30), st.from_regex(r"[0-9 .,]{1,6}", fullmatch=True))


def events(script: Script) -> st.SearchStrategy[Event]:
    """Everything that can happen, with buttons of every place and some that never were."""
    known = [button for place in script.places.values() for button, _ in script.offered(place)]
    buttons = st.sampled_from(
        [
            *known,
            "topic:privacy",
            "topic:gone",
            "list:numbers",
            "list:gone",
            "way:person",
            "way:menu",
            "way:gone",
            "gone:1",
            ":",
            "",
        ]
    )
    return st.one_of(
        st.builds(Said, texts()),
        st.builds(Pressed, buttons),
        st.builds(Sent, st.sampled_from(KINDS), texts()),
        st.builds(Edited, texts()),
        st.builds(CaseResumed, st.integers(1, 9)),
        st.sampled_from((DoubtUnanswered(), FellSilent(), ReportSilent(), HoursBegan(), MonthPassed(), PhoneLinked())),
        st.sampled_from((CaseTaken(), CaseEnded(), TextOwed("still-trying", 1001), TextOwed("taken", 1001))),
    )  # fmt: skip


def has_way_out(state: State, world: World) -> bool:
    """The word "menu" leads to a menu, or to the languages where none is chosen yet; who comes back to a tree says it twice."""
    once, _ = step(state, Said("menu"), world)
    twice, _ = step(once, Said("menu"), world)
    return {once.place, twice.place} & {"menu", "language", "plain"} != set()


def leaves(state: State, words: str, world: World) -> bool:
    """Whether a word leads away from a place in two steps, or says so where one stands already."""
    once, _ = step(state, Said(words), world)
    twice, _ = step(once, Said(words), world)
    return bool({once.place, twice.place} - {state.place}) or state.place in ("menu", "language", "plain")


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_any_sequence_of_events(world: World, sms: World, content: Content, data: st.DataObject) -> None:
    """Any sequence of events never raises, always leaves a reloadable state, a way out and a way to help."""
    here = data.draw(st.sampled_from((world, sms)), "channel")
    happened = data.draw(st.lists(events(here.content.script), max_size=20), "events")
    state = data.draw(st.sampled_from(STARTS), "start")
    for event in happened:
        state, effects = step(state, event, here)
        assert load(dump(state)) == state
        state = load(dump(state))
        assert state.place == "" or state.place in here.content.script.places
        assert has_way_out(state, here)
        assert step(state, Said("SOS"), here)[0].case
        assert step(state, Said("operator"), here)[0].case
        assert leaves(state, "back", here)
        assert state.taken or leaves(state, "0", here)
        voice = Voice(content, state, here.channel)
        for effect in effects:
            if isinstance(effect, Say):
                assert voice.texts("to", voice.say(effect.key, effect.fills), effect.offers)[0].text.strip()


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_case_is_opened_once_and_a_doubt_is_watched(world: World, data: st.DataObject) -> None:
    """No second case beside an open one; a doubt that is asked about always has its timer; a cry always leaves a case."""
    happened = data.draw(st.lists(events(world.content.script), max_size=20), "events")
    state = State()
    for event in happened:
        was, (state, effects) = state, step(state, event, world)
        opened = sum(isinstance(effect, OpenCase) for effect in effects)
        assert opened <= (0 if was.case else 1)
        asked = any(isinstance(effect, Say) and effect.key == "doubt" for effect in effects)
        if asked and isinstance(event, Said) and not state.case and world.triage(event.text).level == "ask":
            assert any(isinstance(effect, SetTimer) for effect in effects)
        words = event.text if isinstance(event, Said | Edited) else event.caption if isinstance(event, Sent) else ""
        if world.triage(words).level == "urgent" and world.content.keywords.find(words) != "help":
            assert state.case


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_somebody_always_hears(world: World, data: st.DataObject) -> None:
    """Whatever a person writes, something is said, unless an operator is there to say it."""
    happened = data.draw(st.lists(events(world.content.script), max_size=8), "events")
    state = State()
    for event in happened:
        was, (state, effects) = state, step(state, event, world)
        heard = any(isinstance(effect, Say | Answer | ExpectPhone) for effect in effects)
        if isinstance(event, Said | Pressed) and not was.taken:
            assert heard, (was, event)
    changed = replace(state, place="a-place-that-a-release-removed")
    assert has_way_out(changed, world)
