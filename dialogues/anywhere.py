"""Words that work in every place: help, language, back, a person, numbers, erase. One small function each, in a table."""

import re
from collections.abc import Callable

from dialogues import asking, contact, hiding, report
from dialogues.walk import MENU, Walk

CANONICAL = {
    "HELP": "help", "JOB": "job", "LANG": "language", "LAT": "lat", "CYR": "cyr", "WHO": "who", "DELETE": "delete", "HIDE": "hide",
}  # fmt: skip
"""The words that every SMS names. In capitals they stand whatever follows; otherwise more words make a question of them."""
SHORT_REST = 40
OFTEN_ALONE = frozenset({"delete", "lat", "cyr"})
"""Words that hardly begin a question, so that small letters will do too."""


def find(walk: Walk, text: str) -> tuple[str, str] | None:
    """The keyword that a message is, and what stands behind it (WHO KZ); None for anything else."""
    content = walk.world.content
    if (label := content.keywords.find(text)) is not None:
        return label, ""
    first, *more = re.split(r"[\s:,;=]+", text.strip(), maxsplit=1)
    rest = more[0].strip(" .!?") if more else ""
    label = content.keywords.find(first) if rest else None
    if label == "who" and content.countries.find(rest):
        return label, rest
    if label == "language" and content.languages.find(rest):
        return label, rest
    canonical = CANONICAL.get(first.upper())
    if canonical and (first.isupper() or canonical in OFTEN_ALONE) and len(rest) <= SHORT_REST:
        return canonical, rest if canonical == "job" else ""
    return ("job", rest) if first == "JOB" else None


def _help(walk: Walk, _: str) -> None:
    if walk.state.case:  # in a call for help the word is what it says
        walk.call_for_help(("cry",), own_words=False)
    walk.say("help")


def _sos(walk: Walk, _: str) -> None:
    walk.call_for_help(("cry",), own_words=True)


def _job(walk: Walk, offer: str) -> None:
    if offer:
        asking.advertisement(walk, offer)
    else:
        walk.go("offer")


def _report(walk: Walk, _: str) -> None:
    report.begin(walk)


def _language(walk: Walk, code: str) -> None:
    if not code:
        walk.go("language")
        return
    walk.choose_language(walk.world.content.languages.find(code) or walk.state.language)
    walk.go("menu")


def _alphabet(alphabet: str) -> Callable[[Walk, str], None]:
    def change(walk: Walk, _: str) -> None:
        walk.set(alphabet=alphabet, alphabet_asked=True)
        walk.say(f"alphabet-{alphabet}")

    return change


def _who(walk: Walk, country: str) -> None:
    """The numbers of the country named; else of the country where the person is, with the way to others."""
    if code := walk.world.content.countries.find(country) if country else None:
        if not walk.state.country_told:
            walk.set(country=code)  # a guess: one may ask for the numbers of a country without being there
        walk.say(f"numbers.{code}")
    else:
        walk.go("numbers")


def _menu(walk: Walk, _: str) -> None:
    walk.go("menu" if walk.state.case or (walk.state.language and not walk.state.guessed) else "language")


def _to(place: str) -> Callable[[Walk, str], None]:
    def go(walk: Walk, _: str) -> None:
        walk.go(place)

    return go


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
    person(walk)


WORDS: dict[str, Callable[[Walk, str], None]] = {
    "help": _help,
    "sos": _sos,
    "job": _job,
    "report": _report,
    "language": _language,
    "lat": _alphabet("lat"),
    "cyr": _alphabet("cyr"),
    "who": _who,
    "delete": _to("erase"),
    "rights": _to("rights"),
    "settings": _to("settings"),
    "hide": hiding.asked,
    "menu": _menu,
    "greeting": _menu,
    "back": _back,
    "person": _person,
    "contact": contact.word,
}
