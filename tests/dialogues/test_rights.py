"""The tree "My rights at work": where it leads, what it does not ask, and what it costs by SMS on every way, in every language."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from bot.channels.sms_text import segments
from bot.content import Content
from bot.render import Voice
from dialogues.effects import Answer, Effect, Offer, Say
from dialogues.engine import step
from dialogues.events import Pressed, Said
from dialogues.questions import known
from dialogues.state import State, dump, load
from dialogues.texts import LANGUAGES
from dialogues.world import World

Sketch = Callable[[Iterable[Effect]], str]
RU = State(language="ru", place="menu")
HERE = date(2026, 11, 26)
DEAREST, ON_AVERAGE = 3, 1.6
"""Segments of one reply, and of a reply on the average of a conversation."""


def pressed(buttons: str, world: World, state: State = RU) -> tuple[State, tuple[Effect, ...]]:
    """Buttons one after the other, the state stored and read again between them; what the last one brought."""
    effects: tuple[Effect, ...] = ()
    for button in buttons.split():
        state, effects = step(load(dump(state)), Pressed(button), world)
    return state, effects


PAY = "menu:rights rights:pay rights-pay:unpaid"
IN = {code: replace(RU, country=code, country_told=True) for code in ("ru", "kz", "tr", "pl")}
WAYS = [
    ("unpaid, nothing known", RU, PAY, "say:rights-pay-where"),
    ("unpaid, in Russia", RU, f"{PAY} rights-pay-where:ru", "say:rights-pay-when"),
    ("unpaid, Russia known", IN["ru"], PAY, "say:rights-pay-when"),
    ("long ago", IN["ru"], f"{PAY} rights-pay-when:old", "answer:court-complaint"),
    ("lately, no contract", IN["kz"], f"{PAY} rights-pay-when:recent rights-pay-contract:no", "answer:contract-none"),
    ("lately, a contract", IN["kz"], f"{PAY} rights-pay-when:unknown rights-pay-contract:yes", "answer:wages-unpaid"),
    ("in Turkey nothing more is asked", IN["tr"], PAY, "answer:wages-unpaid"),
    ("somewhere else", RU, f"{PAY} rights-pay-where:other", "answer:wages-unpaid"),
    ("the same everywhere", RU, "menu:rights rights:pay rights-pay:fines", "answer:wages-deductions"),
    ("differs: asked first", RU, "menu:rights rights:hours rights-hours:long", "say:where"),
    ("then answered", RU, "menu:rights rights:hours rights-hours:long where:kz", "answer:hours-overtime"),
    ("country known", IN["kz"], "menu:rights rights:hours rights-hours:long", "answer:hours-overtime"),
    ("papers, not free", RU, "menu:rights rights:papers rights-papers:boss rights-papers-free:no", "say:rights-danger"),
    ("papers, free", IN["ru"], "menu:rights rights:papers rights-papers:boss rights-papers-free:yes", "answer:passport-taken"),
    ("shut in", RU, "menu:rights rights:housing rights-housing:permission", "say:rights-danger"),
    ("threats", RU, "menu:rights rights:danger", "say:rights-danger"),
    ("help is asked for", RU, "menu:rights rights:danger rights-danger:help", "DropTimer open:urgent say:sos"),
    ("not yet", IN["ru"], "menu:rights rights:danger rights-danger:held", "answer:held-captive"),
    ("union", RU, "menu:rights rights:union", "answer:trade-union"),
    ("who can help, asked", RU, "menu:rights rights:union rights-union-next:who", "say:rights-who"),
    ("who can help, known", IN["ru"], "menu:rights rights:union rights-union-next:who", "say:work-help.ru"),
    ("another country", IN["ru"], "menu:rights rights:union rights-union-next:who list:rights-who", "say:rights-who"),
    ("where nothing is written", RU, "menu:rights rights:union rights-union-next:who rights-who:tj", "say:numbers.tj"),
]  # fmt: skip


@pytest.mark.parametrize(("start", "buttons", "said"), [row[1:] for row in WAYS], ids=[row[0] for row in WAYS])
def test_way(world: World, sketch: Sketch, start: State, buttons: str, said: str) -> None:
    """The questions lead to the answer; what is known or changes nothing is not asked."""
    assert sketch(pressed(buttons, world, start)[1]) == said


def test_answer_has_the_ways_of_the_tree(sms: World) -> None:
    """Under an answer of the tree stand what to keep and who helps, and a digit means them."""
    state, effects = pressed("menu:rights rights:hours rights-hours:long where:kz", sms)
    answer = effects[-1]
    assert isinstance(answer, Answer)
    assert [offer.button for offer in answer.offers] == [
        "rights-hours-next:keep", "rights-hours-next:who", "rights-hours-next:complain", "way:person",
    ]  # fmt: skip
    assert (answer.country, state.place) == ("kz", "rights-hours-next")
    assert step(state, Said("1"), sms)[0].place == "keep-hours"


def test_answer_near_danger_begins_with_help(sms: World) -> None:
    """Where a topic is near danger, the call for help comes first."""
    _, effects = pressed("menu:rights rights:pay rights-pay:debt", sms)
    assert isinstance(effects[-1], Answer)
    assert effects[-1].offers[0].button == "menu:sos"


def test_an_ordinary_question_leaves_the_tree(world: World) -> None:
    """A question to the FAQ in the middle is answered, with the way back; the country asked afterwards is about it."""
    state, _ = pressed("menu:rights rights:hours rights-hours:long where:ru", world)
    state, effects = step(state, Said("у меня забрали паспорт, что делать?"), world)
    answer = next(one for one in effects if isinstance(one, Answer))
    assert "way:here" in [offer.button for offer in answer.offers]
    assert (state.under, state.place) == ("", "rights-hours-next")


def test_a_guess_is_no_answer(sms: World) -> None:
    """A telephone number of Kyrgyzstan says nothing of where somebody works; but the numbers of there are shown at once."""
    guessed = replace(RU, country="kg")
    assert pressed(PAY, sms, guessed)[0].place == "rights-pay-where"
    assert pressed("menu:rights rights:hours rights-hours:long", sms, guessed)[0].place == "where"
    _, effects = pressed("menu:numbers", sms, guessed)
    assert [one.key for one in effects if isinstance(one, Say)] == ["numbers.kg"]


def test_back_leads_to_a_question_that_was_skipped(world: World) -> None:
    """Whoever goes back to a question may answer it otherwise."""
    state, _ = pressed(f"{PAY} rights-pay-where:ru", world)
    state, effects = step(state, Said("0"), world)
    assert (state.place, effects[-1].key if isinstance(effects[-1], Say) else "") == (
        "rights-pay-where",
        "rights-pay-where",
    )


def test_words_answer_too(world: World) -> None:
    """A country, a yes, a part of a label: written, not pressed."""
    state, _ = pressed(PAY, world)
    for words, place in (
        ("в Москве, Россия", "rights-pay-when"),
        ("больше года", "rights-pay-next"),
    ):
        state, _ = step(state, Said(words), world)
        assert state.place == place


def test_a_cry_is_heard_in_the_middle(world: World) -> None:
    """Danger outranks the tree."""
    state, _ = pressed("menu:rights rights:housing", world)
    state, _ = step(state, Said("помогите, нас заперли и бьют"), world)
    assert (state.place, bool(state.case)) == ("sos", True)


def test_in_a_case_a_look_up_interrupts_nothing(world: World, sketch: Sketch) -> None:
    """Who looks up numbers while an operator's question is open still answers that question with the next words."""
    case = State(language="ru", place="sos-where", case=7, country="ru", country_told=True)
    state, effects = pressed("menu:numbers", world, case)
    assert (state.place, sketch(effects)) == ("sos-where", "say:numbers.ru")


# What it costs


def rendered(effects: Iterable[Effect], state: State, content: Content) -> Iterator[str]:
    """What leaves by SMS, one text after the other."""
    voice = Voice(content, state, "sms")
    for one in effects:
        if isinstance(one, Say):
            yield from (out.text for out in voice.texts("to", voice.say(one.key, one.fills), one.offers))
        elif isinstance(one, Answer):
            text = voice.answer(content.faq.topics[one.topic], HERE, one.country)
            yield from (out.text for out in voice.texts("to", text, one.offers))


def conversations(
    start: State, first: str, world: World, content: Content
) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """Every way from the menu to an answer and to what one asks for next: the buttons, and what each reply costs."""
    costs = [segments(text).count for text in rendered([Say("menu", MENU)], start, content)]
    stack: list[tuple[State, tuple[str, ...], list[int], bool]] = [(start, (first,), costs, False)]
    while stack:
        state, way, costs, is_answered = stack.pop()
        state, effects = step(state, Pressed(way[-1]), world)
        costs = [*costs, *(segments(text).count for text in rendered(effects, state, content))]
        ahead = [button for button in state.menu if button.partition(":")[0] not in AWAY and button not in way]
        if is_answered or not ahead or state.case:
            yield way, costs
            continue
        is_answered = any(isinstance(one, Answer) for one in effects)
        stack += [(state, (*way, button), costs, is_answered) for button in ahead]


MENU = tuple(Offer(f"menu:{name}", f"menu:{name}") for name in ("sos", "job", "rights", "ask", "numbers", "settings"))
AWAY = {"way", "menu", "vote", "topic", "list"}
COUNTRIES = ("", "ru", "kz", "tr", "kr", "ae", "pl", "gb", "tj")


@pytest.mark.parametrize("language", LANGUAGES)
def test_conversations_are_cheap(sms: World, content: Content, language: str) -> None:
    """In Latin letters no reply costs more than three segments, and the replies of all conversations 1.6 on average."""
    told = State(language=language, alphabet="lat", alphabet_asked=True, place="menu", origin="kg", country_told=True)
    everything: list[int] = []
    for country in COUNTRIES:
        start = replace(told, country=country, country_told=bool(country))
        for way, costs in conversations(start, "menu:rights", sms, content):
            assert max(costs) <= DEAREST, (way, costs)
            everything += costs
    assert len(everything) > 1000
    assert sum(everything) / len(everything) <= ON_AVERAGE


@pytest.mark.parametrize("place", ["letters", "set-where", "set-origin", "where", "origin", "rights-pay-where"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_are_one_sms(content: Content, language: str, place: str) -> None:
    """What is asked and not told fits into one SMS in Latin letters, whatever is known."""
    state = State(language=language, alphabet="lat", country="kz", country_told=True, origin="kg")
    offers = tuple(
        Offer(button, one.label)
        for button, one in content.dialogues.script.offered(content.dialogues.script.places[place])
    )
    said = Say(place, offers, known(state, content.dialogues.texts, "sms"))
    assert [segments(text).count for text in rendered([said], state, content)] == [1]
