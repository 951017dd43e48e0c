"""The lists of telephone numbers that are made of the directory: what they say, what they leave unsaid, what an editor is told."""

from dataclasses import replace
from datetime import date

import pytest

from bot.content import Content, load
from bot.numbers import with_numbers
from dialogues.texts import LANGUAGES
from hotline_router.directory import Contact, Directory


@pytest.fixture(scope="module")
def content() -> Content:
    """Everything that editors wrote."""
    return load()


PLAIN = Contact("pl-112", "pl", "emergency", "112", "https://example.org", date(2025, 1, 1), "A")
LINES = [
    ("nothing known", PLAIN, "– any danger: 112", "any danger 112."),
    (
        "at any hour, free",
        replace(PLAIN, hours="24/7", cost="free"),
        "– any danger: 112 (free; day and night)",
        "any danger 112. Free, day and night: 112.",
    ),
    ("free", replace(PLAIN, cost="free"), "– any danger: 112 (free)", "any danger 112. Free: 112."),
    ("office hours", replace(PLAIN, hours="Mon-Fri 9-17"), "– any danger: 112 (Mon–Fri 9–17)", "any danger 112 (Mon–Fri 9–17)."),
    ("another clock", replace(PLAIN, hours="9:00-18:00 Moscow"), "112 (9:00–18:00 Moscow time)", "112 (9:00–18:00 Moscow time)."),
    ("languages", replace(PLAIN, languages="tr ru"), "112 (Turkish, Russian)", "112 (Russian)."),
    ("many languages", replace(PLAIN, languages="16 languages"), "112 (16 languages)", "112 (16 languages)."),
    ("some languages", replace(PLAIN, languages="several"), "112 (several languages)", "112 (several languages)."),
    (
        "what the other end may do",
        replace(PLAIN, called="YIMER", about=("press-1", "locates")),
        "112 (YIMER; emergency: press 1; in an emergency it finds where you are and tells the police)",
        "112 (YIMER; emergency: press 1; in an emergency tells the police where you are).",
    ),
]  # fmt: skip


def listed(content: Content, *contacts: Contact, language: str = "en") -> tuple[str, str]:
    """The list of Poland on both channels, made of these contacts alone; the other countries keep theirs."""
    others = {name: one for name, one in content.directory.contacts.items() if one.country != "pl"}
    texts = with_numbers(content.dialogues, Directory({**others, **{one.name: one for one in contacts}})).texts
    return texts.say("numbers.pl", language), texts.say("numbers.pl", language, "sms")


@pytest.mark.parametrize(("contact", "telegram", "sms"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_line(content: Content, contact: Contact, telegram: str, sms: str) -> None:
    """A number stands with what is known of it, and with nothing else."""
    on_telegram, by_sms = listed(content, contact)
    assert on_telegram.splitlines()[1].endswith(telegram)
    assert sms in by_sms


def test_second_number_of_the_same_service(content: Content) -> None:
    """It stands behind the first, and says only what is different."""
    first = replace(PLAIN, cost="free", about=("papers",))
    second = replace(first, name="pl-113", number="113", called="WhatsApp")
    assert "– any danger: 112 (free; may ask about your papers), 113 (WhatsApp)" in listed(content, first, second)[0]


def test_list_has_its_years_and_a_warning(content: Content) -> None:
    """Everybody is told how old the sources are, and to check."""
    said = listed(content, PLAIN, replace(PLAIN, name="pl-113", number="113", as_of=date(2021, 5, 1)))
    assert "check before you rely on them (sources of 2021–2025)" in said[0]
    assert said[1].endswith("Check: numbers change.")


UNSAID = [
    ("not confirmed", replace(PLAIN, name="pl-113", number="113", confidence="C")),
    ("in no list", replace(PLAIN, name="pl-113", number="113", listed=False)),
    ("another country's", replace(PLAIN, name="kz-113", country="kz", number="113")),
]


@pytest.mark.parametrize("contact", [row[1] for row in UNSAID], ids=[row[0] for row in UNSAID])
def test_unsaid(content: Content, contact: Contact) -> None:
    """What nobody confirmed, or what belongs elsewhere, is not in the list."""
    assert not any("113" in text for text in listed(content, PLAIN, contact))


def test_help_for_citizens_elsewhere(content: Content) -> None:
    """A number abroad that helps a country's citizens stands in the list of their country too."""
    assert "113" in listed(content, PLAIN, replace(PLAIN, name="ru-113", country="ru", number="113", also=("pl",)))[0]


def test_own_words_of_one_contact(content: Content) -> None:
    """A contact may have a text of its own in the place of its kind's."""
    texts = content.dialogues.texts
    english = {**texts.by_language["en"], "contact.pl-112": "everything"}
    said = replace(
        content.dialogues, texts=replace(texts, by_language={**texts.by_language, "en": english}, _templates={})
    )
    assert "– everything: 112" in listed(replace(content, dialogues=said), PLAIN)[0]


WRONG = [
    ("a kind", replace(PLAIN, kind="fire"), "contact.pl-112: uses a word without a text; add [text.\"contact.kind.fire\"]"),
    ("hours", replace(PLAIN, hours="mornings"), "contact.hours.mornings"),
    ("a language", replace(PLAIN, languages="xx"), "contact.language.xx"),
    ("what to know", replace(PLAIN, about=("x",)), "contact.about.x"),
    ("a cost", replace(PLAIN, cost="cheap"), "contact.cost.cheap"),
    ("a country without a name", replace(PLAIN, also=("de",)), "contact.pl-112.country: nobody can name 'de'; add [country.de]"),
]  # fmt: skip


@pytest.mark.parametrize(("contact", "told"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_words_without_a_text(content: Content, contact: Contact, told: str) -> None:
    """An editor hears which text is missing, before anybody sees a gap."""
    with pytest.raises(ExceptionGroup) as caught:
        listed(content, contact)
    assert any(told in str(one) for one in caught.value.exceptions)


def test_country_without_a_number(content: Content) -> None:
    """A country that people can choose has at least one number."""
    with pytest.raises(ExceptionGroup) as caught:
        listed(content)
    assert str(caught.value.exceptions[0]).startswith("directory.toml: pl: has no number that may be shown; add")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shown_number_is_in_its_list(content: Content, language: str) -> None:
    """On both channels, in every language, a list holds all numbers of its country."""
    for contact in content.directory.contacts.values():
        for channel in ("telegram", "sms"):
            text = content.dialogues.texts.say(f"numbers.{contact.country}", language, channel)
            assert (f"{contact.number}" in text) == (contact.is_shown and contact.listed) or len(contact.number) < 4
