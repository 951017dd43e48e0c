"""Hiding the chat: what is asked before, which words bring back, and that nothing said while it is hidden tells of before."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import Content
from bot.render import Voice
from dialogues.effects import Answer, Effect, Erase, OpenCase, Say, SetTimer, ShowHeld, Tell, TellFact, Wipe
from dialogues.engine import step
from dialogues.events import (
    CaseEnded,
    CaseResumed,
    CaseTaken,
    DoubtUnanswered,
    Edited,
    Event,
    FellSilent,
    Pressed,
    Said,
    Sent,
    TextOwed,
)
from dialogues.state import State
from dialogues.untold import OURS, UNTOLD, VISA_OPERATORS, untold
from dialogues.world import World
from hotline_router.triage import Urgency
from tests.dialogues.test_any_sequence import events

Sketch = Callable[[object], str]
LANGUAGES = ("en", "ru", "uz", "tg", "ky", "kk")
ASKED = State(language="en", place="hide-word", menu=("hide-word:no",))
HIDDEN = State(language="en", place="plain", hidden=True, word="mark of samovar")
IN_CASE = replace(HIDDEN, case=7)

BEFORE = [
    ("the first time it is explained", State(language="en"), "/hide", "hide", False),
    ("a word is asked for", State(language="en", place="hide", menu=("hide:yes",)), "1", "hide-word", False),
    ("twice is enough", State(language="en", place="hide"), "hide", "plain", True),
    ("also where a word is asked for", ASKED, "/hide", "plain", True),
    ("at once where a word was chosen", State(language="en", place="menu", word="mark of samovar"), "HIDE", "plain", True),
    ("in Russian", State(language="ru"), "спрятать", "hide", False),
    ("in Uzbek", State(language="uz"), "yashirish", "hide", False),
    ("in Tajik", State(language="tg"), "пинхон", "hide", False),
    ("in Kyrgyz", State(language="ky"), "жашыруу", "hide", False),
    ("in Kazakh", State(language="kk"), "жасыру", "hide", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "said", "place", "hidden"), [row[1:] for row in BEFORE], ids=[row[0] for row in BEFORE]
)
def test_asked_before(world: World, start: State, said: str, place: str, *, hidden: bool) -> None:
    """Said before the first use, done at once for whoever knows it or is in a hurry."""
    state, effects = step(start, Said(said), world)
    assert (state.place, state.hidden) == (place, hidden)
    assert (Wipe() in effects) == hidden


WORDS = [
    ("samovar", True),
    ("плов", True),
    ("Kabutar!", True),
    ("ош", False),  # too short
    ("12345", False),
    ("visa", False),  # a question
    ("да", False),  # one of our words
    ("Бишкек", False),  # a country
    ("ruscha", False),  # a language
    ("помогите", False),  # a cry
    ("избили", False),
]


@pytest.mark.parametrize(("word", "fits"), WORDS, ids=[row[0] for row in WORDS])
def test_which_words_fit(world: World, word: str, *, fits: bool) -> None:
    """A word that somebody else might write by chance, or that must be heard, is no way back."""
    state, _ = step(ASKED, Said(word), world)
    assert state.hidden == fits
    assert bool(state.word) == fits


def test_the_word_itself_is_not_kept(world: World) -> None:
    """Whoever sees the state learns no word from it."""
    told: list[str] = []

    def mark(word: str) -> str:
        told.append(word)
        return "a hash"

    state, _ = step(ASKED, Said("Samovar"), replace(world, mark=mark))
    assert (state.word, told) == ("a hash", ["samovar"])


WAYS_BACK = [
    ("as chosen", HIDDEN, "samovar", True),
    ("in the other alphabet and in capitals", HIDDEN, "САМОВАР", True),
    ("another word", HIDDEN, "samovars", False),
    ("the example, where a word was chosen", HIDDEN, "plov", False),
    ("the example, where none was", replace(HIDDEN, word=""), "Плов", True),
    ("in a sentence", HIDDEN, "where is the samovar", False),
    ("hide", HIDDEN, "/hide", False),
    ("start", HIDDEN, "/start", False),
]


@pytest.mark.parametrize(("start", "said", "comes"), [row[1:] for row in WAYS_BACK], ids=[row[0] for row in WAYS_BACK])
def test_the_way_back(world: World, start: State, said: str, *, comes: bool) -> None:
    """The person's own word, and nothing else."""
    state, effects = step(start, Said(said), world)
    assert state.hidden is not comes
    assert (ShowHeld() in effects) == comes


def test_coming_back_says_what_is_owed_first(world: World, sketch: Sketch) -> None:
    """How things stand, then what operators wrote, then where help is; the operators hear of it."""
    state, effects = step(replace(IN_CASE, owed=(("taken", 7, ""),)), Said("samovar"), world)
    assert sketch(effects) == "say:hide-back say:taken ShowHeld fact:back say:case-open"
    assert (state.place, state.owed, state.word) == ("sos-waiting", (), "mark of samovar")


def test_what_is_owed_stays_owed(world: World) -> None:
    """A message that hides the chat is no moment to say what could not be said."""
    start = State(language="en", place="menu", word="mark of samovar", case=7, owed=(("taken", 7, ""),))
    state, effects = step(start, Said("/hide"), world)
    assert state.owed == start.owed
    assert [effect.key for effect in effects if isinstance(effect, Say)] == ["plain"]
    assert TellFact("hid", "fact.hid") in effects


HEARD: list[tuple[str, State, Event, str]] = [
    ("a cry opens a case", HIDDEN, Said("SOS"), "open:urgent Tell fact:hid Wipe say:plain-passed"),
    ("a cry in words", HIDDEN, Said("help, they beat me"), "open:urgent Tell fact:hid Wipe say:plain-passed"),
    ("a cry in an open case", IN_CASE, Said("help, they beat me"), "Tell RaiseCase Wipe say:plain-passed"),
    ("a cry under a photo", HIDDEN, Sent("photo", "help me"), "open:urgent Tell fact:hid Wipe say:plain-passed"),
    ("a changed message that cries", HIDDEN, Edited("help, they beat me"), "open:urgent Tell fact:hid Wipe say:plain-passed"),
    ("an old button of SOS", HIDDEN, Pressed("menu:sos"), "open:urgent fact:hid Wipe say:plain-passed"),
    ("a person is asked for", HIDDEN, Said("operator"), "open:routine fact:hid say:plain-passed"),
    ("near danger", HIDDEN, Said("хозяин забрал паспорт"), "answer:passport-taken say:plain-useful"),
    ("a doubt unanswered wakes the staff, not the chat", HIDDEN, DoubtUnanswered(), "open:ask"),
    ("a question", HIDDEN, Said("how long may I stay in Russia"), "answer:ru-stay-90"),
    ("a question about us", HIDDEN, Said("who are you"), "say:plain-unknown"),
    ("words in an open case", IN_CASE, Said("how long may I stay in Russia"), "Tell answer:ru-stay-90"),
    ("a photo in an open case", IN_CASE, Sent("photo"), "Tell Wipe say:plain-passed"),
    ("a photo without one", HIDDEN, Sent("photo"), "say:plain-unknown"),
    ("a button of the offers", HIDDEN, Pressed("offer:begin"), "say:plain"),
    ("a question of the call for help", IN_CASE, Pressed("sos-state:hurt"), "say:plain"),
    ("back", HIDDEN, Said("0"), "say:plain"),
    ("start", HIDDEN, Said("/start"), "say:plain"),
    ("a word of the hotline", HIDDEN, Said("JOB"), "say:plain"),
    ("a greeting", HIDDEN, Said("hello"), "say:plain"),
    ("help", HIDDEN, Said("HELP"), "say:plain-help"),
    ("who", HIDDEN, Said("WHO"), "say:plain-numbers"),
    ("a country", HIDDEN, Pressed("numbers:kz"), "say:numbers.kz"),
    ("language", HIDDEN, Said("LANG"), "say:plain-language"),
    ("a language", HIDDEN, Pressed("language:ru"), "say:plain"),
    ("letters", HIDDEN, Said("LAT"), "say:alphabet-lat"),
    ("delete", HIDDEN, Said("DELETE"), "say:plain-erase"),
    ("yes, delete", replace(HIDDEN, place="plain-erase", menu=("plain-erase:yes",)), Said("yes"), "Erase say:plain-erased"),
    ("hide again", HIDDEN, Said("/hide"), "Wipe say:plain"),
    ("an operator takes the case", IN_CASE, CaseTaken(), ""),
    ("the ladder", IN_CASE, TextOwed("still-trying", 7), ""),
    ("the case ends", IN_CASE, CaseEnded(), ""),
    ("silence", HIDDEN, FellSilent(), ""),
]  # fmt: skip


@pytest.mark.parametrize(("start", "event", "expected"), [row[1:] for row in HEARD], ids=[row[0] for row in HEARD])
def test_heard_in_hiding(world: World, sketch: Sketch, start: State, event: Event, expected: str) -> None:
    """Danger reaches the staff, the person gets what anybody may read, and nothing else wakes the chat."""
    state, effects = step(start, event, world)
    assert sketch(effects) == expected
    assert state.hidden is not any(isinstance(effect, Erase) for effect in effects)


def test_a_doubt_waits_for_an_operator(world: World, sketch: Sketch) -> None:
    """Words that may be a cry are answered as a question, with useful numbers; nobody is asked, and a little later an operator sees them."""
    unsure = replace(world, triage=lambda _: Urgency("ask", 0.5, ("threats",), None, ()))
    state, effects = step(HIDDEN, Said("how long may I stay in Russia"), unsure)
    assert sketch(effects) == "SetTimer answer:ru-stay-90 say:plain-useful"
    assert state.doubt == "how long may I stay in Russia"
    assert sketch(step(replace(HIDDEN, case=7), Said("how long may I stay in Russia"), unsure)[1]) == (
        "Tell RaiseCase answer:ru-stay-90 say:plain-useful"
    )


ALLOWED = re.compile(r"plain|numbers\.|alphabet-|perhaps$|edited$|origin$|where$")
WAYS = re.compile(r"plain|numbers:|language:|topic:|origin:|where:|way:(menu|country)")
TELLS = re.compile(r"#\d|\bSOS\b", re.IGNORECASE)


def check_said(effects: tuple[Effect, ...], state: State, content: Content, channel: str) -> None:
    """Whatever is said can be read by anybody."""
    voice = Voice(content, state, "sms" if channel == "sms" else "telegram")
    for effect in effects:
        if isinstance(effect, Say):
            assert ALLOWED.match(effect.key), effect
            assert not effect.case
            assert not TELLS.search(voice.say(effect.key, effect.fills)), effect
        if isinstance(effect, Answer):
            assert effect.plain
            assert effect.topic not in UNTOLD
        if isinstance(effect, Say | Answer):
            assert all(WAYS.match(offer.button) and offer.topic not in UNTOLD for offer in effect.offers), effect


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_nothing_tells(world: World, sms: World, content: Content, data: st.DataObject) -> None:
    """Whatever happens in a hidden chat, in any language, case or none: no case number, no operator, no call for help is shown."""
    here = data.draw(st.sampled_from((world, sms)), "channel")
    start = data.draw(st.sampled_from((HIDDEN, IN_CASE)), "start")
    state = replace(start, language=data.draw(st.sampled_from(LANGUAGES), "language"))
    for event in data.draw(st.lists(events(here.content.script), max_size=12), "events"):
        state, effects = step(state, event, here)
        if not state.hidden:
            break  # erased, or back by a word that chance has found
        check_said(effects, state, content, here.channel)
        if not isinstance(event, Said | Pressed | Sent | Edited):
            assert not any(isinstance(effect, Say | Answer) for effect in effects), event


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_without_us(content: Content, language: str) -> None:
    """Every answer that is given in hiding has something to say, and says nothing of us, on both channels."""
    assert content.faq.topics.keys() >= UNTOLD | VISA_OPERATORS
    for topic in content.faq.topics.values():
        if topic.id in UNTOLD:
            continue
        for answer in topic.answers().values():
            for said in (answer.texts[language], answer.sms[language]):
                plain = untold(said, topic.id)
                assert len(plain) >= 40, (topic.id, plain)
                assert not re.search(r"SOS|\bDELETE\b", plain), (topic.id, plain)
                assert topic.id in VISA_OPERATORS or not OURS.search(plain), (topic.id, plain)


def test_a_case_opened_in_hiding_is_known_after_it(world: World) -> None:
    """The cry of the hidden chat is the case that the person finds."""
    state, effects = step(HIDDEN, Said("SOS"), world)
    (opened,) = (effect for effect in effects if isinstance(effect, OpenCase))
    state, effects = step(state, Said("samovar"), world)
    assert state.case == opened.number
    assert not any(isinstance(effect, Tell | SetTimer) for effect in effects)


def test_resumed_in_hiding(world: World) -> None:
    """A case that is opened again is known, and not spoken of."""
    state, effects = step(HIDDEN, CaseResumed(9), world)
    assert (state.case, state.place, effects) == (9, "plain", ())
