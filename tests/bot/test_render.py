"""Texts as they leave for a person and for staff: numbers, dates, alphabets, menus, cards and pages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.content import Content, load
from bot.render import ALARM, STATUS, Desk, Voice, number, question
from bot.sandbox import ROSTER
from dialogues.effects import Offer
from dialogues.state import State
from hotline_router.case import Case, Status
from hotline_router.load import roster

OFFERS = (Offer("menu:ask", "menu:ask"), Offer("topic:privacy", "", "privacy"))
TAKEN = Case(
    12, 0.0, status=Status.TAKEN, language="tg", country="ru", signs=("violence", "child", "unheard-of"), owner="bek", write="write-no",
    contact="contact-when-i-write",
)  # fmt: skip


@pytest.fixture(scope="module")
def content() -> Content:
    """Everything that editors wrote."""
    return load()


@pytest.fixture(scope="module")
def desk(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The staff of the demo, spoken to in English."""
    path: Path = tmp_path_factory.mktemp("roster") / "roster.toml"
    path.write_text(ROSTER, encoding="utf-8")
    return Desk(content, roster(path), "en")


EMERGENCY = [
    ("", "ru", "102"), ("kz", "kk", "112"), ("tj", "tg", "112"), ("kg", "ky", "103"), ("tr", "en", "157"), ("pl", "en", "112"), ("xx", "en", "102"),
]  # fmt: skip


@pytest.mark.parametrize(("country", "language", "holds"), EMERGENCY, ids=[row[0] or "unknown" for row in EMERGENCY])
def test_emergency_numbers_of_the_country(content: Content, country: str, language: str, holds: str) -> None:
    """A cry is answered with the case's number and the emergency numbers of the country where the person is."""
    for channel in ("telegram", "sms"):
        text = Voice(content, State(language=language, country=country, case=12), channel).say("sos")
        assert "#12" in text
        assert holds in text


def test_old_answer_has_its_date(content: Content) -> None:
    """An answer that should have been checked again says how old it is, in the person's alphabet."""
    topic = content.faq.topics["privacy"]
    voice = Voice(content, State(language="ru", alphabet="lat"), "telegram")
    fresh, old = voice.answer(topic, topic.review_by), voice.answer(topic, date(2099, 1, 1))
    assert old.startswith(fresh)
    assert topic.as_of.isoformat() in old
    assert not set("абвгдежз") & set(old)


def test_telegram_has_buttons_and_sms_digits(content: Content) -> None:
    """The same choices are buttons on Telegram and lines with digits by SMS."""
    state = State(language="en")
    (shown,) = Voice(content, state, "telegram").texts("5", "Well?", OFFERS)
    assert [button for _, button in shown.buttons] == ["menu:ask", "topic:privacy"]
    assert shown.text == "Well?"
    (sent,) = Voice(content, state, "sms").texts("5", "Well?", OFFERS)
    assert sent.text.startswith("Well?\n1 Ask a question\n2 ")
    assert sent.buttons == ()


def test_long_text_keeps_its_buttons_at_the_end(content: Content) -> None:
    """A text that is too long goes in parts, and the choices stand under the last."""
    parts = Voice(content, State(language="en"), "telegram").texts("5", "word " * 2000, OFFERS)
    assert [bool(part.buttons) for part in parts] == [False, False, True]
    assert all(len(part.text) <= 4096 for part in parts)


ALPHABETS = [("ru", "lat", "Privet"), ("ru", "", "Привет"), ("uz", "cyr", "Привет"), ("tg", "lat", "Privet")]


@pytest.mark.parametrize(("language", "alphabet", "shown"), ALPHABETS)
def test_operators_words_are_in_the_persons_alphabet(
    content: Content, language: str, alphabet: str, shown: str
) -> None:
    """What an operator writes reaches a phone without Cyrillic too."""
    voice = Voice(content, State(language=language, alphabet=alphabet), "sms")
    assert shown in voice.operator("Привет")


def test_question_of_a_topic(content: Content) -> None:
    """A topic is shown as a question in the person's language and alphabet, and fits a button."""
    topic = content.faq.topics["privacy"]
    for language in ("en", "ru", "uz", "tg", "ky", "kk"):
        words = question(topic, State(language=language))
        assert words[0] == words[0].upper()
        assert 0 < len(words) <= 60
    assert question(topic, State(language="de")) == question(topic, State(language="ru"))
    assert not set("абвгдеж") & set(question(topic, State(language="ru", alphabet="lat")).lower())


def test_card(desk: Desk) -> None:
    """The card holds number, urgency, status, owner, language, country and signs; a sign that nobody named is left out."""
    card = desk.card(TAKEN)
    for word in (
        "#12",
        "URGENT",
        "taken",
        "Bek",
        "Russia",
        "violence",
        "a child",
        "NO – do not write first",
        "ONLY after",
    ):
        assert word in card
    assert "unheard-of" not in card
    assert "{" not in card


def test_card_of_a_new_case(desk: Desk) -> None:
    """What is not known is said to be unknown."""
    card = desk.card(Case(3, 0.0))
    assert card.count("not known") == 4
    assert "nobody yet" in card


OWNED = [f"{one}:12" for one in ("close", "reveal", "handover", "faq", "note", "mute")]
BUTTONS = [
    (Status.PAGED, ["take:12", "close:12"]),
    (Status.TAKEN, OWNED),
    (Status.WAITING, OWNED),
    (Status.HANDED, ["take:12", *OWNED]),
    (Status.CLOSED, ["reopen:12"]),
]


@pytest.mark.parametrize(("status", "commands"), BUTTONS, ids=[row[0].value for row in BUTTONS])
def test_card_buttons(desk: Desk, status: Status, commands: list[str]) -> None:
    """A card offers what can be done with the case as it stands; a label holds its command's word."""
    buttons = desk.card_buttons(replace(TAKEN, status=status))
    assert [data for _, data in buttons] == commands
    assert all(data.partition(":")[0] in label.lower() for label, data in buttons)


@pytest.mark.parametrize("language", ["en", "ru", "uz", "tg", "ky", "kk"])
def test_every_case_can_be_shown(desk: Desk, language: str) -> None:
    """Card, topic name and page exist for every status, level and language."""
    ours = replace(desk, language=language)
    for status in STATUS:
        for level in ALARM:
            for spoken in ("", "en", "ru", "uz", "tg", "ky", "kk"):
                case = replace(TAKEN, status=status, level=level, language=spoken)
                assert "#12" in ours.card(case)
                assert ours.topic_name(case).startswith("#12 ")
                assert len(ours.topic_name(case)) <= 128
                assert "#12" in ours.page(case, "telegram", 0)


def test_page_grows_louder(desk: Desk) -> None:
    """The alarm sign grows with every round in vain, up to five; by SMS it is a word that every phone shows."""
    assert [desk.page(TAKEN, "telegram", alarm).count("🔴") for alarm in (0, 1, 4, 99)] == [1, 2, 5, 5]
    assert desk.page(TAKEN, "sms", 0).startswith("PANOH! #12")
    assert desk.page(TAKEN, "sms", 99).startswith("PANOH!!!!! #12")


def test_numbers_of_cases_are_written_alike() -> None:
    """One way to write the number of a case."""
    assert number(12) == "#12"


def test_names(desk: Desk) -> None:
    """Operators are called as their colleagues call them; nobody is called nobody."""
    assert desk.names(["aigul", "gone", "bek"]) == "Aigul, Bek"
    assert desk.names([]) == "nobody yet"
