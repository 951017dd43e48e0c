"""A tree of questions: what an answer notes, answers in words, an advertisement that is pasted, an agency that is named."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from dialogues import contact
from dialogues.effects import TellFact
from dialogues.flags import read
from dialogues.registers import SHORTEST, Agency
from dialogues.script import Choice, Place
from dialogues.walk import Walk
from faq.normalise import fold

OUTCOME = "offer-result"
PASTED = "offer-paste"
MOST_TOLD = 5
"""How many signs the operators are told: each is a message in the topic."""
MOST_BY_SMS = 2
"""How many agencies one SMS names."""
FEWEST_WORDS = 4
"""A shorter text is no advertisement."""
SHORT_ANSWER = 4
"""In so few words a yes or no at the beginning is the answer, and so is a country."""
PARTICLE = "ne"
"""«не» is a no in Tajik, and the beginning of half of all Russian sentences."""


def note(walk: Walk, place: Place, choice: Choice) -> None:
    """Remember the sign that an answer is; another answer to the same question takes its place."""
    if any(one.notes for one in place.choices):
        kept = tuple(one for one in walk.state.noted if one[0] != place.name)
        walk.set(noted=(*kept, (place.name, choice.notes)) if choice.notes else kept)


def tell(walk: Walk) -> None:
    """Tell the operators of a case that was just opened which signs were found, the weightiest of them."""
    for flag in walk.world.content.flags.ordered({flag for _, flag in walk.state.noted})[:MOST_TOLD]:
        walk.do(TellFact(f"offer:{flag}", f"flag.{flag}"))


def heard(walk: Walk, place: Place, text: str) -> bool:
    """Whether free text was what a place waits for: an advertisement or the name of an agency."""
    match place.hears:
        case "advertisement" if len(text.split()) >= FEWEST_WORDS:
            advertisement(walk, text)
        case "agency":
            _agency(walk, text)
        case "hours":
            return contact.heard(walk, place, text)
        case _:
            return False
    return True


def advertisement(walk: Walk, text: str) -> None:
    """Read an advertisement for warning signs, and show each with the words it was found in."""
    found = read(text, walk.world.content.flags).found
    kept = tuple(one for one in walk.state.noted if one[0] != PASTED)
    walk.set(noted=(*kept, *((PASTED, flag) for flag in found)))
    walk.go(OUTCOME, words=found)


def _agency(walk: Walk, text: str) -> None:
    place = walk.world.content.script.places[walk.state.place]
    found = walk.world.agencies(text)
    shown = found[: MOST_BY_SMS if walk.world.channel == "sms" else len(found)]
    key = "agency-found" if found else "agency-none" if len(fold(text)) >= SHORTEST else "agency-short"
    walk.say(
        key, *walk.offers(place), fills={"agencies": "\n".join(_line(walk, one) for one in shown), "name": text[:60]}
    )


def _line(walk: Walk, agency: Agency) -> str:
    """One agency as the register has it. Source and date belong to every line: a register is a copy."""
    texts, until = walk.world.content.texts, agency.valid_until
    fills = {
        "name": agency.name,
        "licence": agency.licence or "–",
        "country": agency.country or "–",
        "date": until.isoformat() if until else "–",
        "source": agency.source,
        "checked": agency.checked.isoformat(),
    }
    key = f"agency.{agency.standing(walk.world.today)}"
    return texts.fill(texts.template(key, walk.state.language, walk.world.channel), fills)


@dataclass(frozen=True, slots=True)
class _Near:
    button: str
    score: float


def by_words(walk: Walk, text: str) -> tuple[str, ...]:
    """The button that words stand for in a question: a yes or no at the beginning, a country, a part of one label only."""
    place = walk.world.content.script.places.get(walk.state.place)
    if place and place.hears == "hours":
        return _by_country(walk, place, text) or _within_one_label(walk, text)
    if not place or place.hears not in ("choice", "list"):
        return ()
    return _by_first_word(walk, text) or _by_country(walk, place, text) or _by_part(walk, text)


def _by_first_word(walk: Walk, text: str) -> tuple[str, ...]:
    first, *more = text.replace(",", " ").split() or [""]
    word = walk.world.content.keywords.find(first)
    if word not in ("yes", "no") or len(more) >= SHORT_ANSWER or (fold(first) == PARTICLE and "," not in text):
        return ()
    return tuple(button for button in walk.state.menu if button.endswith(f":{word}"))[:1]


def _by_country(walk: Walk, place: Place, text: str) -> tuple[str, ...]:
    if len(text.split()) > SHORT_ANSWER:
        return ()  # a question that names a country
    codes = {walk.world.content.countries.find(word) for word in (text, *text.split())} - {None}
    named = [choice for choice in place.choices if (choice.country or choice.origin) in codes]
    return (f"{place.name}:{named[0].id}",) if len(named) == 1 else ()


def _within_one_label(walk: Walk, text: str) -> tuple[str, ...]:
    """The only button whose label has all these words ("in the evening"); more words than it has are more than a choice."""
    texts, words, found = walk.world.content.texts, set(fold(text).split()), []
    for button in walk.state.menu:
        name, _, choice_id = button.partition(":")
        place = walk.world.content.script.places.get(name)
        if place and (choice := place.choice(choice_id)):
            label = set(fold(texts.say(choice.label, walk.state.language)).split())
            found += [button] if words and words <= label else []
    return (found[0],) if len(found) == 1 else ()


def _by_part(walk: Walk, text: str) -> tuple[str, ...]:
    folded = fold(text)
    if not SHORT_ANSWER <= len(folded) <= 40:
        return ()
    texts, near = walk.world.content.texts, []
    for button in walk.state.menu:
        name, _, choice_id = button.partition(":")
        place = walk.world.content.script.places.get(name)
        if place and (choice := place.choice(choice_id)):
            label = fold(texts.say(choice.label, walk.state.language))
            near.append(_Near(button, fuzz.token_set_ratio(label, folded)))
    close = [one.button for one in near if one.score >= 90]
    return (close[0],) if len(close) == 1 else ()
