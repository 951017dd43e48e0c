"""What must hold between the parts of the dialogues once all files are read: every way and every key leads to something."""

import difflib
from collections.abc import Collection, Iterator, Mapping
from typing import get_args

from dialogues.flags import Flags, Risk
from dialogues.moved import Moved, stands
from dialogues.script import NOTHING, Place
from dialogues.summary import FACTS, QUESTION, UNLISTED

Complaint = tuple[str, str]
"""A key, and what is wrong with it."""


def ways(places: Mapping[str, Place], texts: Collection[str], topics: Collection[str]) -> Iterator[Complaint]:
    """Every way leads to a place, every text and every FAQ topic that a choice names exists."""
    for place in places.values():
        at = f"place.{place.name}"
        for target in (
            place.then,
            place.choices_of,
            *place.by_risk.values(),
            *place.when.values(),
            *(choice.go for choice in place.choices),
        ):
            if target and target not in places:
                near = difflib.get_close_matches(target, places, 1)
                cure = f"did you mean {near[0]}?" if near else f"add [place.{target}]"
                yield at, f"leads to {target!r}, which does not exist; {cure}"
        if place.hears == QUESTION and place.name not in UNLISTED:
            yield from keys(at, texts, f"{place.name}.name")
        for field, target in place.when.items():
            if target in places and places[target].when:
                yield f"{at}.when.{field}", f"leads to {target!r}, which is passed over itself; name the place after it"
        for choice in place.choices:
            where = f"{at}.choice.{choice.id}"
            countries = (f"country.{code}" for code in (choice.country, choice.origin) if code not in ("", NOTHING))
            yield from keys(where, texts, choice.label, choice.says, *countries)
            if choice.answer and choice.answer not in topics:
                yield f"{where}.answer", f"there is no FAQ topic {choice.answer!r}; name one of faq/content"


def answers(places: Mapping[str, Place]) -> Iterator[Complaint]:
    """The answers of a report that mean something to the program are there, under the ids that it knows."""
    for name, answer in FACTS:
        place = places.get(name)
        if place and not place.choice(answer[1:]):
            yield (
                f"place.{name}",
                f"has no choice {answer[1:]!r}, which means something to the case; give it back its id",
            )


def questions(places: Mapping[str, Place], countries: Collection[str]) -> Iterator[Complaint]:
    """A question that may be skipped says how it is answered then; skipping comes to an end."""
    for place in places.values():
        at = f"place.{place.name}"
        for code in set(place.asked_in) - set(countries):
            yield f"{at}.asked_in", f"there is no country {code!r}; use one of {sorted(countries)}"
        if place.asked_in and not place.otherwise:
            yield f"{at}.otherwise", "is missing; name the choice that holds where the question is not asked"
        if place.otherwise and not place.choice(place.otherwise):
            yield f"{at}.otherwise", f"there is no choice {place.otherwise!r} here; name one of its ids"
        if place.name in _passed_on(place, places):
            yield at, "is skipped in a circle; let one of its questions always be asked"


def _passed_on(place: Place, places: Mapping[str, Place]) -> set[str]:
    """Where one may come from a place without being asked anything."""
    seen: set[str] = set()
    todo = [place]
    while todo:
        one = todo.pop()
        if one.skip or one.asked_in:
            new = {choice.go for choice in one.choices if choice.go in places} - seen
            seen |= new
            todo += [places[name] for name in new]
    return seen


def keys(at: str, texts: Collection[str], *used: str) -> Iterator[Complaint]:
    """Every text that is used exists."""
    for key in filter(None, used):
        if key not in texts:
            yield at, f"uses the text {key!r}, which does not exist; add [text.{key}]"


def moves(places: Mapping[str, Place], moved: Mapping[str, str]) -> Iterator[Complaint]:
    """What was renamed is gone under its old name, and stands under the new one."""
    for old, new in moved.items():
        if stands(places, old):
            yield f"moved.{old}", "still exists, so nobody is led away from it; take the line out"
        end = Moved(moved).end(places, new)
        if not end:
            near = difflib.get_close_matches(new, places, 1)
            yield (
                f"moved.{old}",
                f"leads to {new!r}, which does not exist; {f'did you mean {near[0]}?' if near else 'name a place'}",
            )
        elif ":" in end and ":" not in old:
            yield f"moved.{old}", f"is a place and leads to the choice {new!r}; name a place"


def flags(places: Mapping[str, Place], texts: Collection[str], known: Flags) -> Iterator[Complaint]:
    """Every warning sign has its words, and every choice notes one that exists."""
    for flag in known.points:
        yield from keys("flag", texts, f"flag.{flag}")
    for place in places.values():
        at = f"place.{place.name}"
        if place.by_risk and set(place.by_risk) != set(get_args(Risk)):
            yield f"{at}.by_risk", f"leaves an outcome without a place; name one for each of {list(get_args(Risk))}"
        for choice in place.choices:
            if choice.notes and choice.notes not in known.points:
                near = difflib.get_close_matches(choice.notes, known.points, 1)
                cure = f"did you mean {near[0]}?" if near else "add it to offer-flags.toml"
                yield f"{at}.choice.{choice.id}.notes", f"there is no flag {choice.notes!r}; {cure}"
