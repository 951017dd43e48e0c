"""In which order a text is heard: danger, a word that works everywhere, a digit or label, the words of a case, the FAQ."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogues.effects import Answer, OpenCase, Say
from dialogues.engine import step
from dialogues.events import Edited, Pressed, Said, Sent
from dialogues.state import State
from dialogues.world import World
from faq.match import Perhaps, Sure, Unknown

Sketch = Callable[[object], str]
EN = State(language="en", place="menu", menu=("menu:sos", "menu:ask", "menu:job", "menu:numbers"))
CASE = replace(EN, case=7, place="sos-waiting", menu=("sos-waiting:numbers", "sos-waiting:menu"))
ERASE = replace(EN, place="erase", menu=("erase:yes", "erase:no"))

HEARD = [
    # danger before everything
    ("a cry over a menu", EN, "SOS", "DropTimer open:urgent Tell say:sos"),
    ("a cry over a yes-or-no", ERASE, "help me", "DropTimer open:urgent Tell say:sos"),
    ("a cry that a keyword begins", EN, "job they locked us in the house", "DropTimer open:urgent Tell say:sos"),
    ("a cry that a digit begins", EN, "3 they locked us in the house", "DropTimer open:urgent Tell say:sos"),
    (
        "a cry that a question hides",
        EN,
        "how long may I stay in Russia, they beat us",
        "DropTimer open:urgent Tell say:sos",
    ),
    # keywords before digits and labels, in and out of a case
    ("help", EN, "HELP", "say:help"),
    ("help in a case is what it says", CASE, "help", "Tell DropTimer RaiseCase say:heard-again say:help"),
    ("a greeting", EN, "hello", "say:menu"),
    ("a greeting in a case", CASE, "hello", "Tell say:menu"),
    ("a greeting to an operator", replace(CASE, taken=True), "hello", "Tell"),
    ("menu while an operator is here", replace(CASE, taken=True), "menu", "Tell say:menu"),
    ("zero may be meant for the operator", replace(CASE, taken=True), "0", "Tell"),
    ("language", EN, "lang", "say:language"),
    ("language with a code", EN, "LANG KZ", "say:menu"),
    ("language with nonsense is a question", EN, "lang xx", "say:unknown"),
    ("Latin letters", EN, "LAT", "say:alphabet-lat"),
    ("Cyrillic letters", EN, "кириллица", "say:alphabet-cyr"),
    ("numbers", EN, "WHO", "say:numbers"),
    ("numbers of a country", EN, "who kz", "say:numbers.kz"),
    ("numbers of a country in words", EN, "who south korea", "say:numbers.kr"),
    ("a job word", EN, "JOB", "say:offer"),
    ("an offer behind JOB", EN, "JOB waiter in Dubai, you pay a deposit first", "say:offer-high"),
    ("erase", EN, "delete", "say:erase"),
    ("menu as a command", EN, "/menu", "say:menu"),
    ("start", EN, "/start", "say:menu"),
    ("back", EN, "back", "say:menu"),
    ("a person", EN, "operator", "open:routine say:person"),
    ("a person in a case", CASE, "operator", "Tell say:case-open"),
    # digits and labels before free text
    ("a digit", EN, "3", "say:offer"),
    ("a digit with a dot", EN, " 4. ", "say:numbers"),
    ("a digit in a case", CASE, "1", "say:numbers"),
    ("zero", EN, "0", "say:menu"),
    ("a digit that is not offered", EN, "9", "say:unknown"),
    ("digits of another script", EN, "٣", "say:unknown"),
    ("a typed label", EN, "ask a question", "say:ask"),
    ("a typed label with a slip", EN, "Phone numbrs", "say:numbers"),
    ("yes", ERASE, "yes", "Erase say:erased"),
    ("no", ERASE, "нет", "say:menu"),
    ("yes where nothing is asked", EN, "yes", "say:unknown"),
    # the words of a case before the FAQ
    ("an answer in a case", replace(CASE, place="sos"), "they come back at six", "Tell say:sos-state"),
    ("words to the operators", CASE, "they come back at six", "Tell say:added"),
]


@pytest.mark.parametrize(("start", "text", "asked"), [row[1:] for row in HEARD], ids=[row[0] for row in HEARD])
def test_order_of_hearing(sms: World, sketch: Sketch, start: State, text: str, asked: str) -> None:
    """What stands earlier in the order is never eaten by what stands later."""
    assert sketch(step(start, Said(text), sms)[1]) == asked


def topics(*names: str) -> tuple[tuple[str, float], ...]:
    return tuple((name, 0.5) for name in names)


FAQ = [
    ("sure", EN, Sure("privacy", 0.9, topics("privacy")), "answer:privacy", "menu"),
    ("perhaps", EN, Perhaps(("privacy", "about-bot"), topics("privacy")), "say:perhaps", "menu"),
    ("unknown", EN, Unknown(()), "say:unknown", "menu"),
    ("sure in a case", replace(CASE, place="ask"), Sure("privacy", 0.9, ()), "Tell answer:privacy", "ask"),
    ("unknown in a case", replace(CASE, place="ask"), Unknown(()), "Tell say:added", "ask"),
    (
        "the first word is a question",
        State(),
        Sure("privacy", 0.9, ()),
        "answer:privacy say:welcome",
        "welcome",
    ),
    ("the first word is nothing we know", State(), Unknown(()), "say:language", "language"),
    (
        "the first word may be a question",
        State(),
        Perhaps(("privacy",), ()),
        "say:perhaps say:welcome",
        "welcome",
    ),
]


@pytest.mark.parametrize(("start", "found", "asked", "place"), [row[1:] for row in FAQ], ids=[row[0] for row in FAQ])
def test_faq(
    world: World, sketch: Sketch, start: State, found: Sure | Perhaps | Unknown, asked: str, place: str
) -> None:
    """What the FAQ finds is said, in an open case besides passing the words on."""
    state, effects = step(start, Said("wages of a friend"), replace(world, ask=lambda _question, _language: found))
    assert (sketch(effects), state.place) == (asked, place)


def test_answers_always_offer_a_way_to_a_person(content: object, world: World, sms: World) -> None:
    """Under every answer stands a person, and the call for help under those that border on danger."""
    for here in (world, sms):
        for topic in here.content.topics:
            _, effects = step(EN, Pressed(f"topic:{topic}"), here)
            answer = next(effect for effect in effects if isinstance(effect, Answer))
            buttons = [offer.button for offer in answer.offers]
            assert "way:person" in buttons
            assert (buttons[0] == "menu:sos") is here.topics[topic].danger


LEARNT = [
    ("the language of the words", State(), Said("сколько дней можно быть в России без патента"), "ru", True),
    ("a cry tells it too", State(), Said("бізді қамап қойды"), "kk", True),
    ("the hint where nothing tells", State(), Said("?"), "ru", True),
    ("a photo", State(), Sent("photo"), "ru", True),
    ("a button", State(), Pressed("menu:ask"), "ru", True),
    ("a changed message", State(), Edited("ok"), "ru", True),
    ("a chosen language stays", State(language="en"), Said("бізді қамап қойды"), "en", False),
    ("a guessed one is guessed again", State(language="ru", guessed=True), Said("бізді қамап қойды"), "kk", True),
    ("a chosen one is chosen", State(language="ru", guessed=True), Pressed("language:uz"), "uz", False),
    ("LANG chooses", State(language="ru", guessed=True), Said("LANG TJ"), "tg", False),
]


@pytest.mark.parametrize(
    ("start", "event", "language", "guessed"), [row[1:] for row in LEARNT], ids=[row[0] for row in LEARNT]
)
def test_language(
    world: World, start: State, event: Said | Sent | Pressed | Edited, language: str, *, guessed: bool
) -> None:
    """Until a language is chosen, the one that the person writes in is used; nobody is answered in no language."""
    state, _ = step(start, event, world)
    assert (state.language, state.guessed) == (language, guessed)


def test_every_label_can_be_typed(world: World) -> None:
    """A person who types what stands on a button gets what the button gives, unless it is a cry for help."""
    texts, script = world.content.texts, world.content.script
    for language in ("en", "ru", "uz", "tg", "ky", "kk"):
        for name, place in script.places.items():
            offered = script.offered(place)
            menu = tuple(button for button, _ in offered)
            for button, choice in offered:
                start = State(language=language, place=name, menu=menu, hidden=name.startswith("plain"))
                said, _ = step(start, Said(texts.say(choice.label, language)), world)
                pressed, _ = step(start, Pressed(button), world)
                if world.triage(texts.say(choice.label, language)).level == "urgent":
                    assert said.case
                    continue
                same = (said.place, bool(said.case)) == (pressed.place, bool(pressed.case))
                assert same, (language, button)


def test_cry_opens_one_case(world: World) -> None:
    """A second cry does not open a second case."""
    state, effects = step(EN, Said("SOS"), world)
    again, more = step(state, Said("SOS"), world)
    assert again.case == state.case
    assert [type(effect) for effect in (*effects, *more)].count(OpenCase) == 1


def test_operator_present_means_silence(world: World) -> None:
    """While an operator answers, free text gets no text of ours."""
    _, effects = step(replace(CASE, taken=True), Said("they come back at six"), world)
    assert not [effect for effect in effects if isinstance(effect, Say)]
