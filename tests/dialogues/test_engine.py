"""Event in a place -> the place after it and what is asked for; one table a kind of event."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogues.effects import OpenCase, Say, SetTimer, Tell
from dialogues.engine import step
from dialogues.events import (
    CaseEnded,
    CaseResumed,
    CaseTaken,
    DoubtUnanswered,
    Edited,
    Event,
    Pressed,
    Said,
    Sent,
    TextOwed,
)
from dialogues.hearing import DOUBT_SECONDS
from dialogues.state import State
from dialogues.walk import MOST_OWED, TRAIL
from dialogues.world import World

Sketch = Callable[[object], str]
RU = State(language="ru", place="menu")
CASE = replace(RU, case=7, place="sos")
TAKEN = replace(CASE, place="sos-waiting", taken=True)
CRY = "нас заперли и бьют, помогите"
ADDED = "они вернутся в шесть"

PRESSES = [
    ("choose a language", State(), "language:tg", "welcome", "say:welcome"),
    ("call for help", RU, "menu:sos", "sos", "DropTimer open:urgent say:sos"),
    ("call for help again", CASE, "menu:sos", "sos", "DropTimer RaiseCase say:heard-again"),
    ("call again while an operator is here", TAKEN, "menu:sos", "sos-waiting", "DropTimer RaiseCase say:heard-again"),
    ("go to a place", RU, "menu:ask", "ask", "say:ask"),
    ("a checked answer", RU, "offer:signs", "menu", "answer:job-offer-check"),
    ("a near topic", RU, "topic:privacy", "menu", "answer:privacy"),
    ("a topic that is gone", RU, "topic:gone", "menu", "say:old-button say:menu"),
    ("numbers of a country", replace(RU, place="numbers"), "numbers:kz", "numbers", "say:numbers.kz"),
    ("numbers of a country in a case", CASE, "numbers:kz", "sos", "fact:country:kz say:numbers.kz"),
    ("a person", RU, "way:person", "menu", "open:routine say:person"),
    ("a person in an open case", CASE, "way:person", "sos", "say:case-open"),
    ("the way to the menu", replace(RU, place="ask"), "way:menu", "menu", "say:menu"),
    ("safe to write", CASE, "sos:yes", "sos-state", "fact:write-yes say:sos-state"),
    ("dangerous to write", CASE, "sos:no", "sos-quiet", "fact:write-no say:sos-quiet"),
    ("one of many", replace(CASE, place="sos-state"), "sos-state:hurt", "sos-state", "fact:hurt say:sos-state"),
    ("many, go on", replace(CASE, place="sos-state"), "sos-state:next", "sos-where", "say:sos-where"),
    (
        "a country in the call for help",
        replace(CASE, place="sos-where"),
        "sos-where:tr",
        "sos-contact",
        "fact:country:tr say:sos-contact",
    ),
    (
        "the last question",
        replace(CASE, place="sos-contact"),
        "sos-contact:any",
        "sos-waiting",
        "fact:contact-any say:sos-waiting",
    ),
    ("a fact without a case is nobody's", RU, "sos-state:hurt", "sos-state", "say:sos-state"),
    ("a doubt confirmed", replace(RU, place="doubt"), "doubt:yes", "sos", "DropTimer open:urgent say:sos"),
    ("a doubt put to rest", replace(RU, place="doubt"), "doubt:no", "ask", "DropTimer say:ask"),
    ("erase", replace(RU, place="erase"), "erase:yes", "", "Erase say:erased"),
    ("do not erase", replace(RU, place="erase"), "erase:no", "menu", "say:menu"),
    (
        "a button of an old release",
        replace(RU, place="settings"),
        "settings:gone",
        "settings",
        "say:old-button say:settings",
    ),
    ("a button of a place that is gone", RU, "gone:yes", "menu", "say:old-button say:menu"),
    ("a button without a colon", RU, "nonsense", "menu", "say:old-button say:menu"),
    ("an empty button before the first word", State(), "", "menu", "say:old-button say:menu"),
]


@pytest.mark.parametrize(
    ("start", "button", "place", "asked"), [row[1:] for row in PRESSES], ids=[row[0] for row in PRESSES]
)
def test_pressed(world: World, sketch: Sketch, start: State, button: str, place: str, asked: str) -> None:
    """A button leads where the script says, wherever the person is when it is pressed."""
    state, effects = step(start, Pressed(button), world)
    assert (state.place, sketch(effects)) == (place, asked)


EVENTS: list[tuple[str, State, Event, str, str]] = [
    ("first word, no question", State(), Said("ляляля"), "language", "say:language"),
    ("a cry", RU, Said(CRY), "sos", "DropTimer open:urgent Tell say:sos"),
    ("a cry as the first word", State(), Said(CRY), "sos", "DropTimer open:urgent Tell say:sos"),
    ("a cry in a case", TAKEN, Said(CRY), "sos-waiting", "DropTimer Tell RaiseCase"),
    ("a cry that answers a question", CASE, Said(CRY), "sos-state", "DropTimer Tell RaiseCase say:sos-state"),
    (
        "a cry where the person said not to write",
        replace(CASE, place="sos-quiet"),
        Said(CRY),
        "sos-quiet",
        "DropTimer Tell RaiseCase say:heard-again",
    ),
    ("words in a case", replace(CASE, place="sos-waiting"), Said(ADDED), "sos-waiting", "Tell say:added"),
    ("words to an operator", TAKEN, Said(ADDED), "sos-waiting", "Tell"),
    (
        "a country in words",
        replace(CASE, place="sos-where"),
        Said("мы в Турции, Турция"),
        "sos-contact",
        "Tell fact:country:tr say:sos-contact",
    ),
    ("a photo", RU, Sent("photo"), "menu", "say:not-text"),
    ("a sticker", RU, Sent("sticker"), "menu", "say:menu"),
    ("a photo with a cry", RU, Sent("photo", CRY), "sos", "DropTimer open:urgent Tell say:sos"),
    ("a voice message in a case", CASE, Sent("voice"), "sos", "Tell say:added"),
    ("a photo with a cry in a case", TAKEN, Sent("photo", CRY), "sos-waiting", "Tell RaiseCase"),
    ("a file as the first thing", State(), Sent("document"), "", "say:not-text"),
    ("a changed question", RU, Edited("сколько можно быть в России"), "menu", "say:edited"),
    ("a message changed into a cry", RU, Edited(CRY), "sos", "DropTimer open:urgent Tell say:sos"),
    ("a changed message in a case", TAKEN, Edited(ADDED), "sos-waiting", "Tell"),
    ("changed into a cry in a case", TAKEN, Edited(CRY), "sos-waiting", "Tell RaiseCase"),
    ("a doubt that nobody explained", replace(RU, place="doubt"), DoubtUnanswered(), "doubt", "open:ask"),
    ("the doubt when a case is open", CASE, DoubtUnanswered(), "sos", ""),
    ("taken", CASE, CaseTaken(), "sos-waiting", ""),
    ("ended", TAKEN, CaseEnded(), "menu", ""),
    ("resumed", RU, CaseResumed(9), "menu", ""),
    ("a text that could not be said safely", CASE, TextOwed("still-trying", 1001), "sos", ""),
    ("it comes first", replace(CASE, owed=(("taken", 7, ""),)), Sent("voice"), "sos", "say:taken Tell say:added"),
    (
        "an event of the hotline does not say it",
        replace(TAKEN, owed=(("taken", 7, ""),)),
        CaseTaken(),
        "sos-waiting",
        "",
    ),
    ("a live location moves", CASE, Sent("location", edited=True), "sos", "Tell"),
    ("a changed caption in a case", CASE, Sent("photo", "at the market", edited=True), "sos", "Tell"),
    ("a caption changed into a cry", RU, Sent("photo", CRY, edited=True), "sos", "DropTimer open:urgent Tell say:sos"),
    ("a live location in no case", RU, Sent("location", edited=True), "menu", ""),
    (
        "back into a place that a release removed",
        replace(RU, place="ask", trail=("gone",)),
        Said("0"),
        "menu",
        "say:menu",
    ),
    (
        "back past a place that a release removed",
        replace(RU, place="ask", trail=("numbers", "gone")),
        Said("назад"),
        "numbers",
        "say:numbers",
    ),
    ("a place that a release removed", replace(CASE, place="gone", menu=("gone:a",)), CaseResumed(7), "menu", ""),
]


@pytest.mark.parametrize(
    ("start", "event", "place", "asked"), [row[1:] for row in EVENTS], ids=[row[0] for row in EVENTS]
)
def test_happened(world: World, sketch: Sketch, start: State, event: Event, place: str, asked: str) -> None:
    """Every kind of event moves the conversation as the table says."""
    state, effects = step(start, event, world)
    assert (state.place, sketch(effects)) == (place, asked)


def test_case_number_is_the_states(world: World) -> None:
    """The case that is opened is the one that the conversation remembers."""
    state, effects = step(RU, Pressed("menu:sos"), world)
    assert [one.number for one in effects if isinstance(one, OpenCase)] == [state.case]
    assert not state.taken


CASE_EVENTS = [
    (CaseTaken(), 7, True),
    (CaseEnded(), 0, False),
    (CaseResumed(9), 9, False),
]


@pytest.mark.parametrize(("event", "case", "taken"), CASE_EVENTS, ids=["taken", "ended", "resumed"])
def test_what_the_hotline_does(world: World, event: Event, case: int, *, taken: bool) -> None:
    """The conversation knows which case is open and whether an operator has it."""
    state, _ = step(CASE, event, world)
    assert (state.case, state.taken) == (case, taken)


MANY = [
    ("13", ("hurt", "child"), "sos-state"),
    ("1 3", ("hurt", "child"), "sos-state"),
    ("1,2,3", ("hurt", "locked", "child"), "sos-state"),
    ("2", ("locked",), "sos-state"),
    ("11", ("hurt",), "sos-state"),
    ("134", (), "sos-where"),
    ("4", (), "sos-where"),
    ("15", (), "sos-where"),
]


@pytest.mark.parametrize(("typed", "told", "place"), MANY, ids=[row[0] for row in MANY])
def test_several_digits_by_sms(sms: World, typed: str, told: tuple[str, ...], place: str) -> None:
    """In a place that asks again several digits are several choices, and one text answers them; 15 chooses nothing and is words."""
    asking, _ = step(CASE, Pressed("sos:yes"), sms)
    state, effects = step(asking, Said(typed), sms)
    assert (state.told, state.place) == (told, place)
    assert sum(isinstance(effect, Say) for effect in effects) == 1


def test_chosen_is_not_offered_again(sms: World) -> None:
    """What was chosen disappears from the menu, and the digits follow the menu that is shown."""
    asking, _ = step(CASE, Pressed("sos:yes"), sms)
    after_one, _ = step(asking, Said("1"), sms)
    assert after_one.menu == ("sos-state:locked", "sos-state:child", "sos-state:next")
    after_two, effects = step(after_one, Said("1"), sms)
    assert after_two.told == ("hurt", "locked")
    assert [effect.offers[0].button for effect in effects if isinstance(effect, Say)] == ["sos-state:child"]


def test_stale_digits_say_where_we_are(sms: World) -> None:
    """Two digits for choices that a release removed still get an answer."""
    start = replace(CASE, place="sos-state", menu=("gone:a", "gone:b"))
    _, effects = step(start, Said("12"), sms)
    assert [effect.key for effect in effects if isinstance(effect, Say)] == ["sos-state"]


def test_doubt_comes_back(world: World, sketch: Sketch) -> None:
    """A doubtful cry is asked about, and the question has a deadline after which an operator sees it."""
    assert DOUBT_SECONDS == 300
    doubtful = next(text for text in DOUBTFUL if world.triage(text).level == "ask")
    state, effects = step(RU, Said(doubtful), world)
    assert state.place == "doubt"
    assert sketch(effects).endswith("SetTimer say:doubt")


def test_more_doubtful_words_do_not_put_it_off(world: World) -> None:
    """The time runs from the first of them, and the operator sees all of them."""
    state, first = step(RU, Said("мне страшно"), world)
    state, second = step(state, Said("хозяин угрожает"), world)
    assert [isinstance(one, SetTimer) for one in (*first, *second)].count(True) == 1
    assert any(isinstance(one, SetTimer) for one in first)
    state, effects = step(state, DoubtUnanswered(), world)
    assert [one.words for one in effects if isinstance(one, Tell)] == ["мне страшно\nхозяин угрожает"]
    assert state.doubt == ""


def test_a_person_asked_for_after_doubtful_words(world: World, sketch: Sketch) -> None:
    """The case is as urgent as the words may be, and they come with it."""
    state, _ = step(RU, Said("мне страшно"), world)
    state, effects = step(state, Said("оператор"), world)
    assert sketch(effects) == "open:ask DropTimer Tell say:person"
    assert [one.words for one in effects if isinstance(one, Tell)] == ["мне страшно"]
    assert (state.doubt, state.owed) == ("", ())
    again, effects = step(state, DoubtUnanswered(), world)
    assert (again, effects) == (state, ())


def test_a_doubt_put_to_rest_is_forgotten(world: World, sketch: Sketch) -> None:
    """Who asks for a person later is not in doubt, and the next doubtful words have a time of their own."""
    state, _ = step(RU, Said("мне страшно"), world)
    state, _ = step(state, Pressed("doubt:no"), world)
    assert sketch(step(state, Said("оператор"), world)[1]) == "open:routine say:person"
    assert any(isinstance(one, SetTimer) for one in step(state, Said("мне страшно"), world)[1])


def test_a_case_that_nobody_asked_for(world: World) -> None:
    """Nothing is said when a doubt becomes a case; that it is open is owed, and told when the person writes."""
    state, effects = step(replace(RU, place="doubt", doubt="мне страшно"), DoubtUnanswered(), world)
    (opened,) = (one for one in effects if isinstance(one, OpenCase))
    assert (opened.unasked, opened.level) == (True, "ask")
    assert not any(isinstance(one, Say) for one in effects)
    assert state.owed == (("case-open", state.case, ""),)
    state, effects = step(state, Said("спасибо"), world)
    assert next((one.key, one.case) for one in effects if isinstance(one, Say)) == ("case-open", state.case)
    assert state.owed == ()


def test_what_is_owed(world: World) -> None:
    """How things stand now, and every word of an operator, in their order; each with the number of its own case."""
    state = CASE
    for text in (
        TextOwed("still-trying", 7),
        TextOwed("taken", 7),
        TextOwed("operator-says", 7, "first"),
        TextOwed("handed-over", 7),
        TextOwed("operator-says", 7, "second"),
        TextOwed("closed", 7),
    ):
        state, effects = step(state, text, world)
        assert effects == ()
    state, _ = step(state, CaseEnded(), world)
    assert state.owed == (("operator-says", 7, "first"), ("operator-says", 7, "second"), ("closed", 7, ""))
    state, effects = step(state, Pressed("menu:ask"), world)
    said = [(one.key, one.case, one.fills.get("words")) for one in effects if isinstance(one, Say)]
    assert said[:3] == [("operator-says", 7, "first"), ("operator-says", 7, "second"), ("closed", 7, "")]
    assert state.owed == ()


def test_what_is_owed_is_bounded(world: World) -> None:
    """However much an operator writes, what is remembered does not grow; the newest stays."""
    state = CASE
    for number in range(MOST_OWED + 5):
        state, _ = step(state, TextOwed("operator-says", 7, str(number)), world)
    assert [words for _, _, words in state.owed] == [str(number) for number in range(5, MOST_OWED + 5)]


def test_a_removed_place_takes_nothing_else_with_it(world: World) -> None:
    """What is owed, a doubt and a case outlive the place in which the person stood."""
    start = replace(
        TAKEN, place="gone", trail=("gone", "menu"), menu=("gone:a",), doubt="мне страшно", owed=(("taken", 7, ""),)
    )
    state, _ = step(start, TextOwed("handed-over", 7, "words"), world)
    assert state == replace(start, place="menu", trail=("menu",), owed=(*start.owed, ("handed-over", 7, "words")))


DOUBTFUL = ("меня пугает хозяин", "хозяин забрал паспорт", "паспорт забрали", "мне страшно")


def test_back_goes_the_way_back(world: World) -> None:
    """Back returns through the places before, and from the first one to the menu."""
    state = State(language="en", place="menu")
    for button in ("menu:settings", "settings:erase"):
        state, _ = step(state, Pressed(button), world)
    seen = []
    for word in ("0", "back", "назад"):
        state, _ = step(state, Said(word), world)
        seen.append(state.place)
    assert seen == ["settings", "menu", "menu"]


def test_trail_is_bounded(world: World) -> None:
    """However long somebody walks, what is remembered does not grow."""
    state = RU
    for _ in range(40):
        for button in ("menu:ask", "menu:job", "way:menu"):
            state, _ = step(state, Pressed(button), world)
    assert len(state.trail) == TRAIL


def test_a_choice_that_leads_back_is_a_step_back(world: World) -> None:
    """Who changes something and is shown what is known again goes back to where they came from, not to the change."""
    state = State(language="en", place="menu")
    for button in ("menu:settings", "settings:where", "set-where:ru", "settings:origin", "set-origin:kg"):
        state, _ = step(state, Pressed(button), world)
    assert (state.place, state.trail, state.country, state.origin) == ("settings", ("menu",), "ru", "kg")


def test_every_choice_of_every_place_leads_on(world: World) -> None:
    """Whatever is offered answers with a text, an answer or a case, and never with the text for old buttons."""
    script = world.content.script
    for place in script.places.values():
        for button, _ in script.offered(place):
            for start in (replace(RU, place=place.name), replace(CASE, place=place.name)):
                state, effects = step(start, Pressed(button), world)
                keys = [effect.key for effect in effects if isinstance(effect, Say)]
                assert effects, button
                assert "old-button" not in keys, button
                assert state.place in script.places or state.place == "", button


def test_every_place_reaches_help_and_a_person(world: World) -> None:
    """From every place, in every language, SOS opens a case, a person can be asked for, and the menu and back lead out."""
    words = {"sos": "SOS", "person": "человек", "menu": "меню", "back": "0"}
    for name in world.content.script.places:
        for language in ("en", "ru", "uz", "tg", "ky", "kk"):
            start = State(language=language, place=name, menu=("gone:x",))
            assert step(start, Said(words["sos"]), world)[0].case, name
            assert step(start, Said(words["person"]), world)[0].case, name
            assert step(start, Said(words["menu"]), world)[0].place == "menu", name
            assert step(start, Said(words["back"]), world)[0].place == "menu", name


def test_places_are_reachable(world: World) -> None:
    """No place stands in the script that no way leads to."""
    places = world.content.script.places
    entered = {"language", "menu", "welcome", "sos", "doubt", "erase", "numbers", "sos-waiting", "origin", "where"}
    entered |= {
        "contact",
        "contact-again",
        "hide",
        "plain",
        "plain-numbers",
        "plain-erase",
        "plain-language",
        "silence",
        "resume",
    }
    entered |= {"report", "report-live", "report-again", "report-silent", "report-open"}
    led = {choice.go for place in places.values() for choice in place.choices}
    for place in places.values():
        led |= {place.then, *place.by_risk.values()}
    assert places.keys() <= entered | led
