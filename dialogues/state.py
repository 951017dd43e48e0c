"""Where a conversation stands, and its stored form. Every change of the fields is a new version with an upgrade."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Literal

import msgspec

VERSION = 4
UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: dict,  # origin, asked, rated came: their defaults are right
    2: dict,  # noted came
    3: dict,  # contact, hours, wording, hidden, word, silence, under, country_told, report, report_asked, held came
}
"""From version n to n + 1: one function each, a stored state passes through as many as it needs."""


@dataclass(frozen=True, slots=True)
class State:
    """What is remembered of a conversation between two events; nothing that tells who the person is."""

    version: int = VERSION
    language: str = ""
    """One of the six languages; empty until it is known."""
    alphabet: str = ""
    """`lat` or `cyr` where the person asked for it; empty: the usual one of the language."""
    alphabet_asked: bool = False
    """The person asked for this alphabet (LAT, CYR); otherwise it follows how they type."""
    place: str = ""
    """The place of the script where the person is; empty: never spoken."""
    trail: tuple[str, ...] = ()
    """The places before, newest last: where "back" goes."""
    menu: tuple[str, ...] = ()
    """The buttons offered last: what a digit means."""
    told: tuple[str, ...] = ()
    """The choices already made in a place that asks again."""
    country: str = ""
    """Where the person is, as a two-letter code, as far as is known: they said so, or their telephone number suggests it."""
    country_told: bool = False
    """They said so, or that it is another country: it need not be asked."""
    origin: str = ""
    """Whose citizen the person is, as a two-letter code, if they said so."""
    asked: str = ""
    """The topic answered last: what a country named afterwards, or a thumb, is about."""
    under: str = ""
    """The place of a tree whose choices hang under that answer; empty: it was no tree's."""
    rated: str = ""
    """The topic that got a thumb last: a second one for it is not counted."""
    noted: tuple[tuple[str, str], ...] = ()
    """The warning signs told so far, each as (place where it was told, sign)."""
    case: int = 0
    """The number of the open case; 0: none."""
    taken: bool = False
    """An operator has the open case: questions of ours would only be in the way."""
    owed: tuple[tuple[str, int, str], ...] = ()
    """What could not be said safely, as (text, case, an operator's words); it comes first when the person writes."""
    contact: str = ""
    """How the person wants to be answered: one of the `contact-…` words of a case, or empty."""
    hours: str = ""
    """In which hours of their day they may be written to, such as `20:00-23:00`; empty: in all."""
    wording: str = ""
    """`neutral` where what we write must look like an ordinary thing."""
    doubt: str = ""
    """Words that may have been a cry for help, until they are explained: an operator must see them."""
    report: tuple[tuple[str, str], ...] = ()
    """What was told in a report that is not finished, each as (question, answer); `summary.py` says how an answer is written."""
    report_asked: bool = False
    """The person was silent in the middle of it, and was asked once whether to go on."""
    held: int = 0
    """The case that was opened with its receipt, while the person looks at it; 0: none."""
    guessed: bool = False
    """The language was guessed, not chosen."""
    hidden: bool = False
    """The chat looks like an ordinary question-and-answer bot until the person's own word is written."""
    word: str = ""
    """The keyed hash of the word that the person chose; empty: they chose none."""
    silence: Literal["", "asked", "resting"] = ""
    """In the middle of a tree: asked once whether to go on; resting: whoever writes again is asked where to."""

    @property
    def told_country(self) -> str:
        """Where the person is, if they said so."""
        return self.country if self.country_told else ""


_NAMES = tuple(field.name for field in fields(State))
_values = attrgetter(*_NAMES)
_put = {name: State.__dict__[name].__set__ for name in _NAMES}
_puts = tuple(_put.values())


def changed(state: State, changes: Mapping[str, Any]) -> State:
    """The state with these fields changed. As `dataclasses.replace`, which takes half the time of a step with so many fields."""
    new = object.__new__(State)
    for put, value in zip(_puts, _values(state), strict=True):
        put(new, value)
    for name, value in changes.items():
        _put[name](new, value)
    return new


_decode = msgspec.json.Decoder(State).decode
_encode = msgspec.json.Encoder().encode


def dump(state: State) -> bytes:
    """The stored form (JSON, UTF-8)."""
    return _encode(state)


def load(stored: bytes) -> State:
    """The state from its stored form, upgraded to this version.

    Raises msgspec.DecodeError on bytes that no version of this program wrote.
    """
    if b'"version":%d,' % VERSION in stored:
        return _decode(stored)
    found = msgspec.json.decode(stored, type=dict[str, Any])
    version = found.get("version", 0)
    while version != VERSION:
        if type(version) is not int or (upgrade := UPGRADES.get(version)) is None:
            raise msgspec.ValidationError(
                f"no version {version!r} of the state is known; use the program that wrote it"
            )
        found, version = {**upgrade(found), "version": version + 1}, version + 1
    return msgspec.convert(found, State)
