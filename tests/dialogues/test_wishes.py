"""How, when and with which words somebody may be contacted, as they choose or type it."""

from dataclasses import replace

import pytest

from dialogues import wishes
from dialogues.effects import DropTimer, Say, SetTimer, TellFact
from dialogues.engine import step
from dialogues.events import HoursBegan, MonthPassed, PhoneLinked, Pressed, Said
from dialogues.state import State
from dialogues.texts import Channel
from dialogues.world import World
from tests.dialogues.conftest import Sketch

TYPED = [
    ("9-17", "09:00-17:00"),
    ("9 - 17", "09:00-17:00"),
    ("8.30–17.15", "08:30-17:15"),
    ("с 9 до 17", "09:00-17:00"),
    ("from 9 to 17", "09:00-17:00"),
    ("22:00-6:00", "22:00-06:00"),
    ("18-24", "18:00-00:00"),
    ("soat 9 dan 17 gacha", "09:00-17:00"),
    ("аз 9 то 17", "09:00-17:00"),
    ("саат 9дан 17ге чейин", "09:00-17:00"),
    ("сағат 9-дан 17-ге дейін", "09:00-17:00"),
    ("after 22:00", "22:00-00:00"),
    ("после 22", "22:00-00:00"),
    ("22:00 dan keyin", "22:00-00:00"),
    ("баъди соати 22", "22:00-00:00"),
    ("саат 22ден кийин", "22:00-00:00"),
    ("сағат 22-ден кейін", "22:00-00:00"),
    ("9-9", ""),
    ("25-30", ""),
    ("9-25", ""),
    ("evening", ""),
    ("+996555000001", ""),
    ("2026-11-20", ""),
    ("20.11.2026", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "hours"), TYPED, ids=[row[0] or "nothing" for row in TYPED])
def test_typed_hours(text: str, hours: str) -> None:
    """Hours in the ways people write them; "after" lasts until midnight; what is no time is none."""
    assert wishes.hours_in(text) == hours


RU = State(language="ru", place="menu")
CASE = replace(RU, case=7, place="contact-hours", country="pl")
PRESSES = [
    ("from the settings", replace(RU, place="settings"), "settings:contact", "contact", "say:contact"),
    ("in a call for help", replace(CASE, place="sos-waiting"), "sos-waiting:contact", "contact", "say:contact"),
    ("only when I write", replace(RU, place="contact"), "contact:when-i-write", "contact", "SetTimer say:contact"),
    ("and back", replace(RU, contact="contact-call"), "contact:here", "contact", "DropTimer say:contact"),
    ("hours, where the country is not known", RU, "contact-hours:day", "contact-where", "SetTimer say:contact-where"),
    ("hours in a known one", replace(RU, country="pl"), "contact-hours:day", "contact-words", "SetTimer say:contact-words"),
    ("at any time needs no country", RU, "contact-hours:any", "contact-words", "say:contact-words"),
    ("a country", RU, "contact-where:pl", "contact-words", "say:contact-words"),
    ("neutral words", RU, "contact-words:neutral", "contact-done", "SetTimer say:contact-done"),
    ("in a case it goes on there", CASE, "contact-words:neutral", "sos-waiting", "SetTimer fact:wording:neutral say:sos-waiting"),
    ("hours in a case", CASE, "contact-hours:night", "contact-words", "SetTimer fact:hours:23:00-06:00 say:contact-words"),
    ("it still holds", replace(RU, hours="08:00-20:00"), "contact-again:yes", "menu", "SetTimer say:contact-kept"),
    ("it does not", replace(RU, hours="08:00-20:00"), "contact-again:change", "contact", "say:contact"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "button", "place", "asked"), [row[1:] for row in PRESSES], ids=[row[0] for row in PRESSES]
)
def test_pressed(world: World, sketch: Sketch, start: State, button: str, place: str, asked: str) -> None:
    """Every choice is kept, told to an open case, and asked again a month later where it is not the usual one."""
    state, effects = step(start, Pressed(button), world)
    assert (state.place, sketch(effects)) == (place, asked)


def test_what_is_kept(world: World) -> None:
    """The three wishes stand beside each other; "here, at any time" takes hours back."""
    state = RU
    for button in ("contact:call", "contact-hours:evening", "contact-words:neutral"):
        state, _ = step(state, Pressed(button), world)
    assert (state.contact, state.hours, state.wording) == ("contact-call", "20:00-23:00", "neutral")
    state, _ = step(state, Pressed("sos-contact:any"), world)
    assert (state.contact, state.hours, state.wording) == ("contact-any", "", "neutral")


CHOSEN = ("20:00-23:00", "23:00-06:00")
WORDS = [
    ("hours", RU, "9-17", "contact-where", "09:00-17:00"),
    ("hours in a case", CASE, "с 9 до 17", "contact-words", "09:00-17:00"),
    ("how to answer, with hours", replace(CASE, place="sos-contact"), "пишите после 22:00", "sos-waiting", "22:00-00:00"),
    ("other words in a case", CASE, "когда стемнеет", "contact-words", ""),
    ("a word of one choice", RU, "вечером", "contact-where", "20:00-23:00"),
    ("a word of one choice in a case", replace(CASE, menu=("contact-hours:day", "contact-hours:night")), "Ночью", "contact-words", "23:00-06:00"),
    ("a word of no choice", RU, "понедельник", "contact-hours", ""),
    ("a number of the list", RU, "2", "contact-where", "08:00-20:00"),
    ("a number that is no hour", RU, "99-100", "contact-hours", ""),
]  # fmt: skip


@pytest.mark.parametrize(("start", "text", "place", "hours"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_typed(world: World, start: State, text: str, place: str, hours: str) -> None:
    """Typed hours count as chosen ones; what is not understood is asked again, and in a case the operators read it."""
    at = start if start.case else step(start, Pressed("contact:hours"), world)[0]
    state, effects = step(at, Said(text), world)
    assert (state.place, state.hours) == (place, hours)
    if start.case and hours not in CHOSEN:
        assert [one.fact for one in effects if isinstance(one, TellFact)] == ([f"hours:{hours}"] if hours else [])


@pytest.mark.parametrize("word", ["CONTACT", "/contact", "связь", "тамос", "байланыс"])
def test_the_word(world: World, word: str) -> None:
    """Reached from every place."""
    state, effects = step(replace(RU, place="ask"), Said(word), world)
    assert state.place == "contact"
    assert [one.key for one in effects if isinstance(one, Say)] == ["contact"]


def test_the_overview_says_what_is_agreed_on(world: World) -> None:
    """In the person's words, with the country by whose clock it counts."""
    agreed = replace(RU, contact="contact-call", hours="20:00-23:00", wording="neutral", country="pl")
    _, effects = step(agreed, Said("CONTACT"), world)
    (said,) = [one for one in effects if isinstance(one, Say)]
    assert said.fills == {
        "contact": "Оператор может мне позвонить",
        "hours": "20:00–23:00 (Польша)",
        "wording": "Нейтральные слова",
    }


def test_a_month_later(world: World) -> None:
    """The question leaves the person where they are; its answers work as words and numbers too."""
    state, effects = step(replace(RU, place="ask", hours="08:00-20:00"), MonthPassed(), world)
    assert state.place == "ask"
    assert [one.key for one in effects if isinstance(one, Say)] == ["contact-again"]
    _, effects = step(state, Said("да"), world)
    assert SetTimer("contact", wishes.MONTH) in effects
    state, _ = step(state, Said("2"), world)
    assert state.place == "contact"


def test_hours_begin(world: World) -> None:
    """Whatever could not be said is said, once."""
    owed = replace(RU, owed=(("taken", 7, ""), ("operator-says", 7, "wait")))
    state, effects = step(owed, HoursBegan(), world)
    assert [one.key for one in effects if isinstance(one, Say)] == ["taken", "operator-says"]
    assert step(state, HoursBegan(), world) == (state, ())


def test_a_question_that_could_not_be_asked(world: World) -> None:
    """Whoever may only be answered is asked when they write."""
    _, effects = step(replace(RU, owed=(("contact-again", 7, ""),), hours="08:00-20:00"), Said("меню"), world)
    assert [one.key for one in effects if isinstance(one, Say)] == ["contact-again", "menu"]
    assert not any(isinstance(one, DropTimer) for one in effects)


def test_neutral_texts_stand_for_texts(world: World) -> None:
    """Each is the other form of a text or a place, and none of them gives anything away, in any language."""
    texts = world.content.texts
    neutral = [key for key in texts.by_language["en"] if key.startswith("neutral.")]
    assert {"taken", "closed", "lapsed", "handed-over", "still-trying", "still-trying-all", "operator-says"} <= {
        key.removeprefix("neutral.") for key in neutral
    }
    given_away = (
        "{case}",
        "{emergency}",
        "operator",
        "оператор",
        "hotline",
        "горяч",
        "ishonch",
        "боварӣ",
        "ишеним",
        "сенім",
        "panoh",
        "sos",
    )
    for language, known in texts.by_language.items():
        for key in neutral:
            assert texts.has(key.removeprefix("neutral."))
            said = known[key].casefold()
            assert [word for word in given_away if word in said] == [], (language, key)


@pytest.mark.parametrize(
    ("channel", "has_phone", "is_offered"),
    [("telegram", True, True), ("telegram", False, False), ("sms", True, False)],
    ids=["Telegram", "a service without SMS", "by SMS they are there already"],
)
def test_another_phone(world: World, channel: Channel, *, has_phone: bool, is_offered: bool) -> None:
    """Offered where it can be done."""
    _, effects = step(RU, Said("CONTACT"), replace(world, channel=channel, has_phone=has_phone))
    (said,) = [one for one in effects if isinstance(one, Say)]
    assert ("contact:sms" in [offer.button for offer in said.offers]) is is_offered


def test_a_linked_phone(world: World) -> None:
    """From then on it is how the person is written to, and an open case hears of it; "here" by SMS is that phone."""
    state, effects = step(CASE, PhoneLinked(), replace(world, channel="sms", is_linked=True))
    assert state.contact == "contact-sms"
    assert [one.fact for one in effects if isinstance(one, TellFact)] == ["contact-sms"]
    state, _ = step(state, Pressed("contact:here"), replace(world, channel="sms", is_linked=True))
    assert state.contact == "contact-sms"
    state, _ = step(state, Pressed("contact:here"), replace(world, is_linked=True))
    assert state.contact == "contact-here"


def test_a_country_by_name(world: World) -> None:
    """By whose clock the hours count, in words; more words than a choice are left to the operators."""
    at, _ = step(RU, Pressed("contact-hours:day"), world)
    state, _ = step(at, Said("мы в Польше"), world)
    assert (state.place, state.country) == ("contact-words", "pl")
    state, effects = step(replace(CASE, place="sos-contact"), Said("позвоните мне, пожалуйста, через маму"), world)
    assert (state.place, state.contact) == ("sos-waiting", "")
    assert any(type(one).__name__ == "Tell" for one in effects)
