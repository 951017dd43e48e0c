"""The tree "Check a job offer": what answers note, where it leads, answers in words, the advertisement and the agency."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest

from bot.channels.sms_text import segments
from bot.content import Content
from bot.render import Voice
from dialogues.effects import Answer, DropTimer, Effect, OpenCase, Say, SetTimer
from dialogues.engine import step
from dialogues.events import Pressed, Said
from dialogues.registers import Agency, Registers
from dialogues.state import State, dump, load
from dialogues.texts import LANGUAGES
from dialogues.world import World

Sketch = Callable[[Iterable[Effect]], str]
RU = State(language="ru", place="menu")
EN = State(language="en", place="menu")
AGENCIES = Registers((
    Agency("Silk Road LLC", "115", "Kyrgyzstan", date(2026, 2, 1), "mlsp.gov.kg", date(2026, 11, 20)),
    Agency("Silk Way LLC", "114", "Kyrgyzstan", date(2027, 2, 1), "mlsp.gov.kg", date(2026, 11, 20)),
    Agency("Anadolu Jobs", "98", "Kyrgyzstan", date(2027, 2, 1), "mlsp.gov.kg", date(2026, 11, 20), suspended=True),
))  # fmt: skip
QUESTIONS = (
    "who", "contract", "pay", "travel", "fees", "passport", "visa", "deadline", "place", "family", "licence", "work", "country",
)  # fmt: skip
HARMLESS = ["employer", "yes", "usual", "self", "no", "no", "work", "no", "yes", "yes", "none", "plain", "tr"]
WORST = ["stranger", "no", "much", "debt", "yes", "keep", "tourist", "yes", "no", "secret", "no", "bar", "ae"]


@pytest.fixture(scope="module")
def here(world: World) -> World:
    """Telegram, with registers, on the day of the stories."""
    return replace(world, agencies=AGENCIES.search, today=date(2026, 11, 26))


def walked(answers: Iterable[str], world: World, state: State = RU) -> tuple[State, tuple[Effect, ...]]:
    """The whole tree, stored and read again between two answers."""
    state, effects = step(state, Pressed("menu:job"), world)
    state, effects = step(state, Pressed("offer:begin"), world)
    for question, answer in zip(QUESTIONS, answers, strict=True):
        assert state.place == f"offer-{question}"
        state, effects = step(load(dump(state)), Pressed(f"offer-{question}:{answer}"), world)
    return state, effects


OUTCOMES = [
    ("nothing", HARMLESS, "offer-clear"),
    ("one sign", ["employer", "no", *HARMLESS[2:]], "offer-some"),
    ("one strong sign", [*HARMLESS[:4], "yes", *HARMLESS[5:]], "offer-high"),
    ("everything", WORST, "offer-high"),
    ("not known", ["unknown"] * 13, "offer-high"),
]


@pytest.mark.parametrize(("answers", "place"), [one[1:] for one in OUTCOMES], ids=[one[0] for one in OUTCOMES])
def test_outcome(here: World, answers: list[str], place: str) -> None:
    """The answers lead to the outcome that the signs among them weigh."""
    assert walked(answers, here)[0].place == place


def test_outcome_names_every_sign(here: World, content: Content) -> None:
    """On Telegram every sign is named, and nothing is a verdict."""
    state, effects = walked(WORST, here)
    said = effects[-1]
    assert isinstance(said, Say)
    for _, flag in state.noted:
        assert content.dialogues.texts.say(f"flag.{flag}", "ru") in said.fills["signs"]
    assert len(state.noted) == 12
    assert state.country == "ae"
    assert said.offers[0].button == "offer-high:person"


def test_operators_are_told_the_signs(here: World, sketch: Sketch) -> None:
    """Who asks for an operator at the outcome need not tell it all again; a second press adds nothing."""
    state, _ = walked(WORST, here)
    state, effects = step(state, Pressed("offer-high:person"), here)
    told = "fact:offer:fee fact:offer:passport fact:offer:tourist-visa fact:offer:debt fact:offer:secrecy"
    assert sketch(effects) == f"open:routine say:person {told}"
    assert sketch(step(state, Pressed("offer-high:person"), here)[1]) == "say:case-open"


def test_never_safe(content: Content) -> None:
    """Nobody is told that an offer is safe, in any language."""
    for language, word in zip(
        LANGUAGES, ("safe", "безопасн", "xavfsiz", "бехатар", "коопсуз", "қауіпсіз"), strict=True
    ):
        for key, text in content.dialogues.texts.by_language[language].items():
            assert not key.startswith(("offer", "flag")) or word not in text, key


def test_another_answer_takes_the_place_of_the_first(here: World) -> None:
    """Going back and answering otherwise forgets what was noted there."""
    state, _ = step(replace(RU, place="offer-fees"), Pressed("offer-fees:yes"), here)
    assert state.noted == (("offer-fees", "fee"),)
    state, _ = step(state, Said("0"), here)
    assert state.place == "offer-fees"
    state, _ = step(state, Said("2"), here)
    assert (state.place, state.noted) == ("offer-passport", ())


def test_beginning_anew_forgets(here: World) -> None:
    """A second offer is not judged by the first."""
    state, _ = walked(WORST, here)
    state, _ = step(state, Said("JOB"), here)
    assert (state.place, state.noted) == ("offer", ())


WORDS = [
    ("a digit", RU, "offer-fees", "1", "offer-passport", "fee"),
    ("yes", RU, "offer-fees", "да", "offer-passport", "fee"),
    ("yes and more", RU, "offer-fees", "да, 500 долларов", "offer-passport", "fee"),
    ("no", RU, "offer-deadline", "нет", "offer-place", ""),
    ("no, which is a sign", RU, "offer-family", "нет", "offer-licence", "family"),
    ("do not know", RU, "offer-place", "не знаю", "offer-family", "no-place"),
    ("do not know, Uzbek", State(language="uz"), "offer-place", "bilmayman", "offer-family", "no-place"),
    ("a label", RU, "offer-visa", "туристическая или гостевая виза", "offer-deadline", "tourist-visa"),
    ("a misspelt label", RU, "offer-who", "агенство", "offer-contract", ""),
    ("a part of a label", EN, "offer-visa", "tourist", "offer-deadline", "tourist-visa"),
    ("a part, Kyrgyz", State(language="ky"), "offer-visa", "туристтик", "offer-deadline", "tourist-visa"),
    ("a country in words", RU, "offer-country", "в Стамбул", "offer-clear", ""),
    ("a back word", RU, "offer-visa", "назад", "menu", ""),
]


@pytest.mark.parametrize(
    ("start", "place", "words", "then", "flag"), [one[1:] for one in WORDS], ids=[one[0] for one in WORDS]
)
def test_answers_in_words(here: World, start: State, place: str, words: str, then: str, flag: str) -> None:
    """A question hears numbers, labels, parts of labels, yes and no, in the person's language."""
    menu = tuple(button for button, _ in here.content.script.offered(here.content.script.places[place]))
    state, _ = step(replace(start, place=place, menu=menu), Said(words), here)
    assert (state.place, [one for _, one in state.noted]) == (then, [flag] if flag else [])


def test_a_question_in_the_middle_has_a_way_back(here: World) -> None:
    """The FAQ answers in the middle of the tree, and the question is one press away."""
    state, effects = step(replace(RU, place="offer-visa"), Said("паспорт забрал работодатель что делать"), here)
    assert any(isinstance(one, Answer | Say) for one in effects)
    assert "way:here" in state.menu
    state, effects = step(state, Pressed("way:here"), here)
    assert state.place == "offer-visa"
    assert [one.key for one in effects if isinstance(one, Say)] == ["offer-visa"]


@pytest.mark.parametrize("place", ["offer", "offer-paste", "offer-agency", *(f"offer-{one}" for one in QUESTIONS)])
def test_danger_and_a_person_everywhere(here: World, place: str) -> None:
    """In every place of the tree a cry opens an urgent case, a word a routine one, and menu leads out."""
    start = replace(RU, place=place)
    state, effects = step(start, Said("нас заперли и бьют"), here)
    assert state.case
    assert any(isinstance(one, OpenCase) and one.level == "urgent" for one in effects)
    assert step(start, Said("оператор"), here)[0].case
    assert step(start, Said("меню"), here)[0].place == "menu"


PASTED = [
    ("dangerous", "Срочно! Девушки в Дубай, хостес, билет купим, паспорт забираем", "offer-high"),
    ("honest", "Официант, Алматы, Абая 12, трудовой договор, 40 часов в неделю", "offer-clear"),
    ("no advertisement", "привет как", "offer-paste"),
]


@pytest.mark.parametrize(("text", "place"), [one[1:] for one in PASTED], ids=[one[0] for one in PASTED])
def test_pasted(here: World, text: str, place: str) -> None:
    """An advertisement is read, and each sign is shown with the words it was found in."""
    state, effects = step(replace(RU, place="offer-paste"), Said(text), here)
    assert state.place == place
    if place == "offer-high":
        said = effects[-1]
        assert isinstance(said, Say)
        assert "«хостес»" in said.fills["signs"]
        assert ("offer-paste", "passport") in state.noted
        state, _ = step(state, Pressed("offer-high:questions"), here)
        assert state.noted, "the questions go on with what was pasted"


NAMED = [
    ("near names", "silk road", "agency-found", ("Silk Road LLC", "ИСТЁК 2026-02-01", "mlsp.gov.kg, 2026-11-20")),
    ("two near names", "silk", "agency-found", ("Silk Road LLC", "Silk Way LLC")),
    ("suspended", "Анадолу Джобс", "agency-found", ("Anadolu Jobs", "ПРИОСТАНОВЛЕНА")),
    ("not found", "ОсОО Ромашка", "agency-none", ()),
    ("too short", "?", "agency-short", ()),
]


@pytest.mark.parametrize(("name", "key", "shown"), [one[1:] for one in NAMED], ids=[one[0] for one in NAMED])
def test_agency(here: World, name: str, key: str, shown: tuple[str, ...]) -> None:
    """All near names are shown as the register has them; not found is not illegal."""
    state, effects = step(replace(RU, place="offer-agency"), Said(name), here)
    said = effects[-1]
    assert isinstance(said, Say)
    assert (state.place, said.key) == ("offer-agency", key)
    assert all(one in said.fills["agencies"] for one in shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_sms_in_latin_letters(here: World, content: Content, language: str) -> None:
    """The worst offer by SMS: every reply within three segments, all of them together within 1.6 on average."""
    sms, costs = replace(here, channel="sms"), []
    state = State(language=language, alphabet="lat", alphabet_asked=True, place="menu")
    presses = ["menu:job", "offer:begin", *(f"offer-{q}:{a}" for q, a in zip(QUESTIONS, WORST, strict=True))]
    presses += ["offer-high:more", "offer-more:more", "offer-still-more:more", "offer-last:ask", "offer-ask:check"]
    named: list[str] = []
    for button in presses:
        state, effects = step(state, Pressed(button), sms)
        for said in (one for one in effects if not isinstance(one, SetTimer | DropTimer)):
            assert isinstance(said, Say)
            voice = Voice(content, state, "sms")
            texts = voice.texts("to", voice.say(said.key, said.fills), said.offers)
            costs.append(sum(segments(one.text).count for one in texts))
            named += said.fills.get("signs", "").splitlines()
    assert max(costs) <= 3, costs
    assert sum(costs) / len(costs) <= 1.6, costs
    assert len(set(named)) == len(state.noted)
