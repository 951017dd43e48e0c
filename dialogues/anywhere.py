"""Words that work in every place: help, language, back, a person, numbers, erase. One small function each, in a table."""

from collections.abc import Callable

from dialogues.effects import Tell
from dialogues.walk import MENU, Walk
from faq.normalise import tokens

LANGUAGE_CODES = {
    "en": "en",
    "ru": "ru",
    "uz": "uz",
    "tg": "tg",
    "tj": "tg",
    "ky": "ky",
    "kg": "ky",
    "kk": "kk",
    "kz": "kk",
}


def find(walk: Walk, text: str) -> tuple[str, str] | None:
    """The keyword that a message is, and what stands behind it (WHO KZ); None for anything else."""
    words = walk.world.content.keywords
    if (label := words.find(text)) is not None:
        return label, ""
    first, _, rest = text.strip().partition(" ")
    label = words.find(first) if rest and len(tokens(rest)) <= 3 else None
    if label == "who" and walk.world.content.countries.find(rest):
        return label, rest
    if label == "language" and rest.strip().casefold() in LANGUAGE_CODES:
        return label, rest.strip().casefold()
    return ("job", "") if first.upper() == "JOB" else None


def _help(walk: Walk, _: str) -> None:
    walk.say("help")


def _sos(walk: Walk, _: str) -> None:
    walk.call_for_help(("cry",), own_words=True)


def _job(walk: Walk, _: str) -> None:
    walk.answer("job-offer-check")


def _language(walk: Walk, code: str) -> None:
    if not code:
        walk.go("language")
        return
    walk.choose_language(LANGUAGE_CODES[code])
    walk.go("menu")


def _alphabet(alphabet: str) -> Callable[[Walk, str], None]:
    def change(walk: Walk, _: str) -> None:
        walk.set(alphabet=alphabet, alphabet_asked=True)
        walk.say(f"alphabet-{alphabet}")

    return change


def _who(walk: Walk, country: str) -> None:
    if code := walk.world.content.countries.find(country) if country else None:
        walk.set(country=code)
        walk.say(f"numbers.{code}")
    else:
        walk.go("numbers")


def _delete(walk: Walk, _: str) -> None:
    walk.go("erase")


def _menu(walk: Walk, _: str) -> None:
    walk.go("menu" if walk.state.language and not walk.state.guessed else "language")


def _back(walk: Walk, _: str) -> None:
    walk.back()


def person(walk: Walk) -> None:
    """Ask for a person without danger: a case that is not urgent."""
    if walk.state.case:
        walk.say("case-open")
        return
    walk.open_case("routine")
    walk.say("person", MENU)


def _person(walk: Walk, _: str) -> None:
    if walk.state.case:
        walk.do(Tell())
    person(walk)


WORDS: dict[str, Callable[[Walk, str], None]] = {
    "help": _help,
    "sos": _sos,
    "job": _job,
    "language": _language,
    "lat": _alphabet("lat"),
    "cyr": _alphabet("cyr"),
    "who": _who,
    "delete": _delete,
    "menu": _menu,
    "back": _back,
    "person": _person,
}
