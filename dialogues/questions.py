"""Questions that need not be asked, because the answer is known or changes nothing, and what is known in words."""

from dialogues.alphabets import LATIN_BY_HABIT
from dialogues.script import Choice, Place
from dialogues.state import State
from dialogues.texts import Channel, Texts

UNKNOWN = "settings.unknown"


def passed(place: Place, state: State) -> Choice | None:
    """The choice that a question is answered with before it is asked; None: it is asked."""
    if place.asked_in and state.country not in place.asked_in:
        return place.choice(place.otherwise)
    told = state.country if place.skip == "country" else state.origin if place.skip == "origin" else ""
    if not told:
        return None
    known = (choice for choice in place.choices if told in (choice.country, choice.origin))
    return next(known, place.choice(place.otherwise))


def known(state: State, texts: Texts, channel: Channel) -> dict[str, str]:
    """What is known of the person, as words for the placeholders of a text."""

    def say(key: str) -> str:
        return texts.template(key if texts.has(key) else UNKNOWN, state.language, channel)

    is_latin = state.alphabet == "lat" or (not state.alphabet and state.language in LATIN_BY_HABIT)
    return {
        "country": say(f"country.{state.country}"),
        "origin": say(f"country.{state.origin}"),
        "language": say(f"language:{state.language}"),
        "letters": say(f"letters:{'lat' if is_latin else 'cyr'}"),
    }
