"""Words on buttons as they are typed: is every choice found by its words, and by its words alone? And do keywords keep apart?"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from dialogues.alphabets import to_latin
from dialogues.effects import Offer
from dialogues.hearing import NEAR
from dialogues.script import Choice, Place, Script
from dialogues.texts import LANGUAGES, Channel, Texts
from dialogues.walk import BACK, MENU, PERSON
from dialogues.words import SHORT, Words, is_slip, reach
from faq.normalise import fold

ALWAYS = tuple((offer, Choice("", offer.label)) for offer in (BACK, PERSON, MENU))
"""What stands under every question besides its own choices."""
LONGEST, SHORTEST = 60, 2
"""Letters of a text that can be a label."""
CHANNELS: tuple[Channel, ...] = ("telegram", "sms")
ALPHABETS = ("", "lat", "cyr")
ONLY_TELEGRAM = ("phone",)
"""What a choice does that is not offered by SMS."""
ANSWERS = ("yes", "no", "unknown")
"""Keywords that stand for the choice of the same name."""
MEANS: Mapping[str, Callable[[Choice], bool]] = {
    "sos": lambda one: one.does == "help",
    "person": lambda one: one.does == "person",
    "menu": lambda one: one.go == "menu",
    "language": lambda one: one.go == "language",
    "who": lambda one: one.go == "numbers" or bool(one.says),
    "job": lambda one: one.go == "offer",
    "delete": lambda one: "erase" in one.go or one.does == "erase",
}
"""What a keyword does, so that a choice which does the same may be called like it."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Something wrong with words in one language: the key, and what is wrong; what to do."""

    language: str
    key: str
    problem: str
    cure: str


def label_clashes(script: Script, texts: Texts, keywords: Words) -> Iterator[Clash]:
    """Buttons that no words choose, or that two are chosen by, in every language and alphabet."""
    for place in script.places.values():
        if place.choices_of and place.choices_of not in script.places:
            continue
        offered = [(Offer(button, one.label), one) for button, one in script.offered(place) if texts.has(one.label)]
        for language in LANGUAGES:
            yield from _unheard(place, offered, texts, language, keywords)
            yield from _alike(place, [*offered, *(ALWAYS if place.is_question else ())], texts, language)


def _forms(offer: Offer, texts: Texts, language: str, channels: Collection[Channel] = CHANNELS) -> tuple[str, ...]:
    """A label as it may be typed back, folded: as on Telegram and as in an SMS, in each alphabet."""
    said = [texts.say(offer.label, language, channel, alphabet) for channel in channels for alphabet in ALPHABETS]
    return tuple(dict.fromkeys(map(fold, said)))


def _unheard(
    place: Place, offered: list[tuple[Offer, Choice]], texts: Texts, language: str, keywords: Words
) -> Iterator[Clash]:
    for offer, choice in offered:
        at = f"place.{place.name}.choice.{choice.id}"
        said = texts.say(offer.label, "en")
        for form in _forms(offer, texts, language):
            if not SHORTEST <= len(form) <= LONGEST or form.isdecimal():
                wrong = f"no words choose it: {said!r} has too few or too many letters"
                yield Clash(language, at, wrong, f"use words of {SHORTEST} to {LONGEST} letters")
            elif (word := keywords.find_folded(form)) is None:
                continue
            elif word in ANSWERS and choice.id != word:
                yield Clash(
                    language,
                    at,
                    f"its words ({said!r}) are an answer that chooses `{word}`",
                    f"give it the id {word}, or other words",
                )
            elif word not in ANSWERS and not _does(choice, word):
                yield Clash(
                    language,
                    at,
                    f"its words ({said!r}) are the keyword {word}, which does something else",
                    "use other words",
                )


def _alike(place: Place, offered: list[tuple[Offer, Choice]], texts: Texts, language: str) -> Iterator[Clash]:
    """Of labels that stand side by side: the most like one is chosen, so that those of the other channel do no harm."""
    for channel in CHANNELS:
        shown = [(offer, one) for offer, one in offered if channel == "telegram" or one.does not in ONLY_TELEGRAM]
        forms = {offer: _forms(offer, texts, language, (channel,)) for offer, _ in shown}
        for (one, chosen), (other, choice) in combinations(shown, 2):
            if chosen.language and chosen.language == choice.language:
                continue  # the same language in two alphabets: told by its letters
            if any(fuzz.ratio(mine, theirs) >= NEAR for mine in forms[one] for theirs in forms[other]):
                said = (texts.say(label.label, language, channel) for label in (one, other))
                wrong = f"{' and '.join(map(repr, said))} ({_name(one)}, {_name(other)}) are too like each other for an answer in words"
                yield Clash(language, f"place.{place.name}", wrong, "word one of them otherwise")


def _does(choice: Choice, word: str) -> bool:
    """Whether a choice does what the keyword does; by rule it is called like it, or leads to the tree of that name."""
    return word in (choice.id, choice.does, choice.go.partition("-")[0]) or (word in MEANS and MEANS[word](choice))


def _name(offer: Offer) -> str:
    return offer.button.partition(":")[2]


def keyword_clashes(groups: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Words of different keywords that one slip of the finger turns into each other, in any alphabet: (keyword, what is wrong)."""
    spelt: dict[str, tuple[str, str]] = {}
    for name, words in groups.items():
        for word in words:
            for form in spellings(word):
                spelt.setdefault(form, (name, word))
    long = sorted(form for form in spelt if len(form) >= SHORT)
    for at, one in enumerate(long):
        for other in long[at + 1 :]:
            (name, word), (theirs, near) = spelt[one], spelt[other]
            within = min(reach(one), reach(other))
            if name != theirs and OSA.distance(one, other, score_cutoff=within) <= within and is_slip(one, other):
                yield (
                    name,
                    f"{word!r} is a slip away from {near!r} of {theirs}; take one of them out or write a longer word",
                )


def spellings(word: str) -> tuple[str, ...]:
    """A word folded as it stands, and as it is written in Latin letters in each language."""
    return tuple(dict.fromkeys(fold(form) for form in (word, *(to_latin(word, language) for language in LANGUAGES))))
