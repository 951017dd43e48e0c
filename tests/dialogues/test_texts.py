"""A key, a language and a channel in, the text out: fallbacks, placeholders, and every text of every language on both channels."""

import re
from dataclasses import replace
from itertools import product

import pytest

from bot.channels.sms_text import segments
from bot.content import Content
from bot.render import TELEGRAM_TEXT, Voice
from dialogues import wishes
from dialogues.asking import MOST_BY_SMS
from dialogues.effects import Offer
from dialogues.questions import known
from dialogues.registers import MOST
from dialogues.state import State
from dialogues.summary import SMS_PAGE, TELEGRAM_PAGE
from dialogues.texts import FALLBACK, LANGUAGES, Channel, Texts
from dialogues.walk import SIGNS_BY_SMS

SEGMENTS = 3
STANDINGS = ("valid", "expired", "suspended")
ALPHABETS = {language: ("",) if language == "en" else ("", "lat") for language in LANGUAGES} | {"uz": ("", "cyr")}
SMALL = Texts(
    {
        "en": {"a": "A", "a@sms": "a", "b": "B", "b@sms": "b", "c": "C", "d": "{case} {kz-112} {gone}"},
        "ru": {"a": "А", "a@sms": "а", "b": "Б"},
        "tg": {"a": "Ҷ"},
        "uz": {"a": "Yo'q", "c": "Ha"},
        "ky": {}, "kk": {},
    },
    {"kz-112": "112"},
)  # fmt: skip
CHAIN = [
    ("own text", "a", "tg", "telegram", "", "Ҷ"),
    ("own long form before another language's short one", "a", "tg", "sms", "", "Ҷ"),
    ("Russian before English", "b", "ky", "telegram", "", "Б"),
    ("Russian long form before the English short one", "b", "ky", "sms", "", "Б"),
    ("English at last", "c", "kk", "telegram", "", "C"),
    ("the short form by SMS", "a", "ru", "sms", "", "а"),
    ("Telegram never gets it", "a", "ru", "telegram", "", "А"),
    ("no language yet", "a", "", "telegram", "", "А"),
    ("a language nobody knows", "a", "de", "telegram", "", "А"),
    ("in Latin letters", "a", "tg", "telegram", "lat", "J"),
    ("in Uzbek Cyrillic", "a", "uz", "telegram", "cyr", "Йўқ"),
    ("filled, known and unknown", "d", "en", "telegram", "", "#7 112 –"),
]


@pytest.mark.parametrize(
    ("key", "language", "channel", "alphabet", "text"), [row[1:] for row in CHAIN], ids=[row[0] for row in CHAIN]
)
def test_chain(key: str, language: str, channel: Channel, alphabet: str, text: str) -> None:
    """A wrong language is better than no answer; the right language is better than a short one."""
    assert SMALL.say(key, language, channel, alphabet, {"case": "#7"}) == text


def test_unknown_key() -> None:
    """A key that no language has is a mistake of ours."""
    with pytest.raises(KeyError):
        SMALL.say("gone", "ru")


def test_chains_end_in_english() -> None:
    """Every language has a chain, and every chain ends where all texts are."""
    assert FALLBACK.keys() == set(LANGUAGES)
    assert all(chain[-1] == "en" and chain[0] == language for language, chain in FALLBACK.items())


AGENCY = {"name": "Silk Way Employment", "country": "Kyrgyzstan", "licence": "114", "date": "2026-02-20"}
AGENCY |= {"source": "mlsp.gov.kg", "checked": "2026-11-20"}


def longest(content: Content, language: str, channel: Channel) -> dict[str, str]:
    """The longest lists that stand in a text: warning signs and agencies."""
    texts, by_sms = content.dialogues.texts, channel == "sms"
    signs = sorted((texts.say(f"flag.{flag}", language, channel) for flag in content.dialogues.flags.points), key=len)
    agency = max((texts.say(f"agency.{one}", language, channel, fills=AGENCY) for one in STANDINGS), key=len)
    shown = signs[-SIGNS_BY_SMS:] if by_sms else signs
    wished = State(
        language=language, contact="contact-when-i-write", hours="20:00-23:00", country="ae", wording="neutral"
    )
    return (
        AGENCY
        | wishes.shown(wished, texts, channel)
        | {
            "answers": "a " * ((SMS_PAGE if by_sms else TELEGRAM_PAGE) // 2),
            "code": "6456 7891 0110",
            "signs": "\n".join(f"– {sign}" for sign in shown),
            "agencies": "\n".join([agency] * (MOST_BY_SMS if by_sms else MOST)),
        }
    )


def said(content: Content, language: str, alphabet: str, channel: Channel, country: str = "") -> dict[str, list[str]]:
    """Every text for a person, as it leaves, with the choices of its place; FAQ answers too."""
    state = State(language=language, alphabet=alphabet, case=9876, country=country)
    voice, script = Voice(content, state, channel), content.dialogues.script
    whole = {}
    for key in content.dialogues.texts.by_language["en"]:
        if key.endswith("@sms") or key.startswith("staff."):
            continue
        place = script.places.get(key)
        offers = [Offer(button, choice.label) for button, choice in script.offered(place)] if place else []
        fills = {"words": "…", "date": "2026-02-20", "count": "16", **longest(content, language, channel)}
        if place and place.shows_known:
            fills |= known(replace(state, origin="kg"), content.dialogues.texts, channel)
        whole[key] = [one.text for one in voice.texts("to", voice.say(key, fills), offers)]
    for topic in content.faq.topics.values():
        whole[f"faq {topic.id}"] = [one.text for one in voice.texts("to", voice.answer(topic, topic.review_by))]
    return whole


SPOKEN = [(language, alphabet) for language in LANGUAGES for alphabet in ALPHABETS[language]]


@pytest.mark.parametrize(("language", "alphabet"), SPOKEN, ids=["-".join(filter(None, one)) for one in SPOKEN])
def test_every_text_renders(content: Content, language: str, alphabet: str) -> None:
    """Every text of every language leaves on both channels, with every placeholder filled and within Telegram's size."""
    for channel in ("telegram", "sms"):
        for key, parts in said(content, language, alphabet, channel).items():
            assert len(parts) == 1, (key, channel)
            text = parts[0]
            assert text.strip(), (key, channel)
            assert "{" not in text, (key, text)
            assert not re.search(r"(^|[ :(])–([.,;)]|$)", text), f"{key}: a placeholder nobody filled: {text}"
            assert len(text) <= TELEGRAM_TEXT, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_sms_are_short(content: Content, language: str) -> None:
    """By SMS nothing costs more than three segments in the cheaper alphabet, its choices included."""
    countries = ("", *content.dialogues.script.places["numbers"].choices)
    codes = [one if isinstance(one, str) else one.country for one in countries]
    for code in codes:
        by_alphabet = [said(content, language, alphabet, "sms", code) for alphabet in ("", "lat")]
        for key in by_alphabet[0]:
            cost = min(sum(segments(part).count for part in texts[key]) for texts in by_alphabet)
            assert cost <= SEGMENTS, (language, code, key, cost)


def test_sms_stay_in_gsm(content: Content) -> None:
    """A phone without Cyrillic can show everything in Latin letters, but for the names that languages give themselves."""
    for language, country in product(LANGUAGES, ("", "ru")):
        for key, parts in said(content, language, "lat", "sms", country).items():
            if key.partition(":")[0] == "language":
                continue
            strange = {sign for part in parts for sign in part if segments(sign).encoding != "GSM-7"}
            assert not strange, (language, key, strange)


def test_buttons_fit_telegram(content: Content) -> None:
    """What a button carries is at most 64 bytes, and its label is not empty in any language."""
    script = content.dialogues.script
    offers = [
        Offer(button, choice.label) for place in script.places.values() for button, choice in script.offered(place)
    ]
    offers += [Offer(f"topic:{topic}", "", topic) for topic in content.faq.topics]
    offers += [Offer("way:person", "way-person"), Offer("way:menu", "way-menu"), Offer("menu:sos", "way-help")]
    for language, alphabet in SPOKEN:
        voice = Voice(content, State(language=language, alphabet=alphabet), "telegram")
        for offer in offers:
            assert 1 <= len(offer.button.encode()) <= 64, offer
            assert 0 < len(voice.label(offer)) <= 60, (language, voice.label(offer))


def test_choices_of_a_place_differ(content: Content) -> None:
    """Two choices of one place never read the same, in any language."""
    texts, script = content.dialogues.texts, content.dialogues.script
    for language in LANGUAGES:
        for place in script.places.values():
            labels = [texts.say(choice.label, language) for _, choice in script.offered(place)]
            assert len(labels) == len(set(labels)), (language, place.name)


def test_danger_texts_hold_the_numbers(content: Content) -> None:
    """What a person in danger reads first holds an emergency number, in every language, on both channels."""
    for language, channel in product(LANGUAGES, ("telegram", "sms")):
        whole = said(content, language, "", channel, "kz")
        for key in (
            "sos",
            "sos-quiet",
            "sos-waiting",
            "heard-again",
            "still-trying",
            "still-trying-all",
            "unsaved",
            "apology",
        ):
            assert "112" in whole[key][0], (language, channel, key)
