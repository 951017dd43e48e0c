"""How, when and with which words a person may be contacted: what they choose, hours as they type them, and how it reads. Pure."""

import re
from collections.abc import Mapping

from dialogues.state import State
from dialogues.texts import Channel, Texts
from faq.normalise import fold

OVERVIEW = "contact"
AGAIN = "contact-again"
"""The place that shows what is agreed on, and the question whether it still holds."""
HOLDS = "holds"
"""The answer that nothing has changed."""
NEUTRAL = "neutral"
MONTH = 30 * 86_400.0
"""Seconds after which a person is asked again."""
_TIME = r"(\d{1,2})(?:[:.]([0-5]\d))?"
_ALONE, _END = r"(?<![\d.:+-])", r"(?![\d.:]|-\d)"
_FROM = r"-?\s*(?:dan|дан|ден|тан|тен)\b"
"""The ending that makes "from nine" of a nine."""
_RANGE = re.compile(rf"{_ALONE}{_TIME}\s*(?:-|–|—|\bto\b|\btill\b|\buntil\b|\bдо\b|\bто\b|{_FROM})\s*{_TIME}{_END}")
_AFTER = re.compile(
    rf"(?:\bafter|\bпосле|\bposle|\bбаъди|\bпас аз|\bba'di)\s+(?:соати\s+)?{_TIME}{_END}|"
    rf"{_ALONE}{_TIME}\s*(?:{_FROM})?\s*(?:keyin|кейин|кийин|кейін|so'ng|соң)\b"
)
HERE, BY_SMS = ("contact-any", "contact-here"), "contact-sms"
"""Where somebody is already; on another phone, by SMS."""
LABELS = {"contact-sms": "contact:sms", "contact-when-i-write": "contact:when-i-write", "contact-call": "contact:call"}
"""How a wish reads that is not the usual one."""


def hours_in(text: str) -> str:
    """The hours that a text names, as they are stored (`20:00-23:00`); empty where it names none.

    "After 22:00" lasts until midnight: nobody said that later is safe too.
    """
    told = text.casefold()
    if found := _RANGE.search(told):
        return _stored(found[1], found[2], found[3], found[4])
    if found := _AFTER.search(told):
        hour, minute = (found[1], found[2]) if found[1] else (found[3], found[4])
        return _stored(hour, minute, "24", None)
    return ""


def _stored(*told: str | None) -> str:
    start, start_minute, end, end_minute = (int(one or 0) for one in told)
    if start > 23 or end > 24 or (end == 24 and end_minute):
        return ""
    begins, ends = f"{start:02d}:{start_minute:02d}", f"{end % 24:02d}:{end_minute:02d}"
    return f"{begins}-{ends}" if begins != ends else ""


def names_a_number(text: str) -> bool:
    """Whether somebody tried to name hours: short words with a digit."""
    return len(fold(text)) <= 40 and any(sign.isdecimal() for sign in text)


def changes(fact: str) -> Mapping[str, str]:
    """What a choice about contact changes in the state."""
    if fact == "contact-any":
        return {"contact": fact, "hours": ""}
    if fact.startswith("contact-"):
        return {"contact": fact}
    kind, _, value = fact.partition(":")
    return {kind: value} if kind in ("hours", "wording") else {}


def are_special(state: State) -> bool:
    """Whether anything was agreed on that has to be asked again one day."""
    return state.contact not in ("", *HERE) or bool(state.hours) or state.wording == NEUTRAL


def shown(state: State, texts: Texts, channel: Channel) -> Mapping[str, str]:
    """What is agreed on, in words for the person."""

    def say(key: str) -> str:
        return texts.fill(texts.template(key, state.language, channel), {})

    country = f"country.{state.country}"
    where = f" ({say(country)})" if state.hours and state.country and texts.has(country) else ""
    return {
        "contact": say(LABELS.get(state.contact, "contact:here")),
        "hours": f"{state.hours.replace('-', '–')}{where}" if state.hours else say("contact-hours:any"),
        "wording": say("contact-words:neutral" if state.wording == NEUTRAL else "contact-words:plain"),
    }
