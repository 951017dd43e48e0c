"""What a text costs as SMS at its longest: placeholders filled with the longest values, choices under it, in each alphabet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.channels import sms_text
from dialogues.alphabets import LATIN_BY_HABIT
from dialogues.script import Script
from dialogues.texts import LANGUAGES, SMS, Texts, placeholders
from dialogues.walk import SIGNS_BY_SMS

LONGEST: Mapping[str, str] = {"case": "#99999", "date": "2026-12-31", "checked": "2026-12-31", "minutes": "999"}
"""The longest values of placeholders that are always short."""
UNKNOWN = "m" * 20
"""Stands for a value that somebody else writes."""
OPEN = frozenset({"words", "answer"})
"""An operator's words and checked answers are as long as they are; they are looked at where they are written."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a text takes at its longest in one language and alphabet; `forced` are the letters that make it twice as long."""

    key: str
    language: str
    alphabet: str
    segments: int
    forced: str


def costs(script: Script, texts: Texts) -> Iterator[Cost]:
    """Every text that people get by SMS, with the choices of its place: as it is written, and in Latin letters."""
    keys = [key for key in texts.by_language["en"] if not key.endswith(SMS) and ":" not in key]
    for language in LANGUAGES:
        fills = {**LONGEST, **_longest(texts, language)}
        for key in keys:
            named = placeholders(texts.template(key, language, "sms"))
            if key.startswith("staff.") or named & OPEN:
                continue
            for alphabet in (
                ("",) if language == "en" else ("lat", "cyr") if language in LATIN_BY_HABIT else ("", "lat")
            ):
                filled = {**dict.fromkeys(named - texts.constants.keys(), UNKNOWN), **fills}
                text = texts.say(key, language, "sms", alphabet, filled)
                shown = sms_text.fold(sms_text.menu(text, _labels(key, script, texts, language, alphabet)))
                yield Cost(key, language, alphabet, sms_text.segments(shown).count, forced(shown))


def _labels(key: str, script: Script, texts: Texts, language: str, alphabet: str) -> tuple[str, ...]:
    place = script.places.get(key)
    if not place or (place.choices_of and place.choices_of not in script.places):
        return ()
    offered = (choice.label for _, choice in script.offered(place))
    return tuple(texts.say(label, language, "sms", alphabet) for label in offered if texts.has(label))


def _longest(texts: Texts, language: str) -> dict[str, str]:
    """The longest emergency numbers, countries and warning signs in a language."""
    return {
        "emergency": max(_under("emergency", texts, language), key=len, default=UNKNOWN),
        "country": max(_under("country.", texts, language), key=len, default=UNKNOWN),
        "signs": "\n".join(f"- {one}" for one in sorted(_under("flag.", texts, language), key=len)[-SIGNS_BY_SMS:]),
    }


def _under(beginning: str, texts: Texts, language: str) -> list[str]:
    keys = (key for key in texts.by_language["en"] if key.startswith(beginning) and not key.endswith(SMS))
    return [texts.fill(texts.template(key, language, "sms"), {}) for key in keys]


def forced(text: str) -> str:
    """The letters of a text that no GSM phone has, each once: they make the whole of it cost twice as much."""
    return "".join(dict.fromkeys(sign for sign in text if sign not in sms_text.BASIC and sign not in sms_text.EXTENDED))
