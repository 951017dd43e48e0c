"""Questions that need not be asked, because the answer is known or changes nothing, and what is known in words."""

from dialogues.alphabets import LATIN_BY_HABIT
from dialogues.script import Choice, Place
from dialogues.state import State
from dialogues.texts import Channel, Texts

UNKNOWN = "settings.unknown"


def passed(place: Place, state: State) -> Choice | None:
    """The choice that a question is answered with before it is asked; None: it is asked."""
    if place.asked_in and state.told_country not in place.asked_in:
        return place.choice(place.otherwise)
    told = _told(place, state)
    if told is None:
        return None
    known = (choice for choice in place.choices if told and told in (choice.country, choice.origin))
    return next(known, place.choice(place.otherwise))


def _told(place: Place, state: State) -> str | None:
    """What the question would find out, if that is known; empty: that it is none of those offered."""
    if place.skip == "origin":
        return state.origin or None
    if place.skip == "country" and any(choice.says for choice in place.choices):
        return state.country or None  # what is only looked up may rest on a guess: the way to another country is near
    return state.country if place.skip == "country" and state.country_told else None


def known(state: State, texts: Texts, channel: Channel) -> dict[str, str]:
    """What is known of the person, as words for the placeholders of a text."""

    def say(key: str) -> str:
        return texts.template(key if texts.has(key) else UNKNOWN, state.language, channel)

    is_guess = state.country and not state.country_told
    is_latin = state.alphabet == "lat" or (not state.alphabet and state.language in LATIN_BY_HABIT)
    return {
        "country": say(f"country.{state.country}") + ("?" if is_guess else ""),
        "origin": say(f"country.{state.origin}"),
        "language": texts.template(f"language:{state.language or 'en'}", state.language, "telegram"),
        "letters": say(f"settings.{'latin' if is_latin else 'cyrillic'}"),
    }
