"""Keywords and names of countries as people type them, and words that only look like one."""

import pytest

from dialogues.engine import step
from dialogues.events import Said
from dialogues.state import State
from dialogues.words import Words
from dialogues.world import World

FOUND = [
    ("HELP", "help"), ("help!", "help"), ("hlep", "help"), ("helpp", "help"), ("Помощь", "help"), ("памощь", "help"), ("yordam", "help"),
    ("ёрдам", "help"),
    ("Жардам", "help"), ("көмек", "help"), ("комек", "help"), ("LANG", "language"), ("languge", "language"), ("тіл", "language"), ("til", "language"),
    ("забон", "language"),
    ("LAT", "lat"), ("CYR", "cyr"), ("кирилица", "cyr"), ("WHO", "who"), ("намера", "who"), ("raqamlar", "who"), ("delete", "delete"),
    ("удолить", "delete"), ("o'chirish", "delete"), ("ochirish", "delete"), ("ўчириш", "delete"), ("/start", "menu"), ("МЕНЮ", "menu"),
    ("мәзір", "menu"),
    ("back", "back"), ("назат", "back"),
    ("артқа", "back"), ("operator", "person"), ("апиратор", None), ("оператор", "person"), ("human", "person"),
    ("работа", "job"), ("жумуш", "job"),
    ("ish", "job"), ("yes", "yes"), ("йўқ", "no"), ("yoq", "no"), ("жоқ", "no"),
    # what only looks like one
    ("hello", "greeting"), ("ассалому алайкум", "greeting"), ("who are you", None), ("stop", None), ("STOP", None), ("halo", None), ("вода", None),
    ("we", None), ("?", None), ("", None), ("1", None), ("help " * 20, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label"), FOUND, ids=[row[0][:20] or "empty" for row in FOUND])
def test_keyword(world: World, text: str, label: str | None) -> None:
    """A slip in a longer word is forgiven; another word is another word."""
    assert world.content.keywords.find(text) == label


COUNTRIES = [
    ("KZ", "kz"), ("Казахстан", "kz"), ("казакстан", "kz"), ("qozogiston", "kz"), ("россия", "ru"), ("расия", "ru"), ("Rossiya", "ru"),
    ("дубай", "ae"),
    ("туркия", "tr"),
    ("koreya", "kr"), ("south korea", "kr"), ("польша", "pl"), ("англия", "gb"), ("Душанбе", "tj"),
    ("киргизия", "kg"), ("tashkent", "uz"),
    ("toshkent", "uz"), ("хх", None), ("xx", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), COUNTRIES, ids=[row[0] for row in COUNTRIES])
def test_country(world: World, text: str, code: str | None) -> None:
    """Countries are known by code, name and big city, misspelt within reason."""
    assert world.content.countries.find(text) == code


def test_nearest_wins() -> None:
    """Of two words that are near, the nearer one is meant; a short word must be exact."""
    words = Words.build({"one": ("kitten",), "two": ("mitten",), "short": ("cat",)})
    assert [words.find(text) for text in ("kitten", "mittens", "kittn", "cat", "cut")] == [
        "one",
        "two",
        "one",
        "short",
        None,
    ]


def test_every_word_finds_its_own_label(world: World) -> None:
    """What is written exactly is never taken for its neighbour."""
    for words in (world.content.keywords, world.content.countries):
        assert all(words.find(word) == label for word, label in words.labels.items())


GREETINGS = (
    "hello",
    "hi",
    "салом",
    "salom",
    "ассалому алайкум",
    "здравствуйте",
    "привет",
    "саламатсызбы",
    "салам",
    "сәлем",
    "добрый день",
)


@pytest.mark.parametrize("greeting", GREETINGS)
def test_greeting_leads_to_the_languages(world: World, greeting: str) -> None:
    """The first word of a conversation is mostly a greeting, and is answered with the choice of a language."""
    state, _ = step(State(), Said(greeting), world)
    assert state.place == "language"
