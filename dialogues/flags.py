"""Warning signs of a job offer: how much each counts, and which of them stand in an advertisement."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any, Literal

from faq import toml
from faq.entry import ContentError
from faq.language import LANGUAGES
from faq.normalise import fold
from faq.phrases import Phrase, Phrases, Spotted
from faq.topics import nearest, phrase_problems

Risk = Literal["none-found", "some", "high"]
SHIPPED = Path(__file__).parent / "content" / "flags" / "offer-flags.toml"
FILE = "dialogues/content/flags/offer-flags.toml"
POINTS: Mapping[str, float] = {"strong": 1.5, "sign": 0.5, "hint": 0.25}
"""What a flag of each strength counts; one strong flag or three signs are a high risk."""
HIGH = 1.5
ENOUGH = 0.5
"""An advertisement with less than this (one hint: no experience needed) says nothing."""
SURE_ENOUGH = 0.86
"""A phrase with more typos than this leaves is no evidence."""
LONGEST = 4000
"""Characters of an advertisement that are read."""


@dataclass(frozen=True, slots=True)
class Flags:
    """All flags ready to use: what each counts, strongest first, and the phrases in which advertisements word them."""

    points: Mapping[str, float]
    index: Phrases
    together: "tuple[Together, ...]" = ()

    def risk(self, flags: Iterable[str]) -> Risk:
        """How much several flags weigh together; every flag counts once."""
        total = sum(self.points.get(flag, 0.0) for flag in set(flags))
        return "high" if total >= HIGH else "some" if total > 0 else "none-found"

    def ordered(self, flags: Collection[str]) -> tuple[str, ...]:
        """The known flags among these, the weightiest first."""
        return tuple(flag for flag in self.points if flag in flags)


@dataclass(frozen=True, slots=True)
class Together:
    """The flag stands where words of all groups do, however far apart, unless words of another group do too."""

    flag: str
    groups: tuple[str, ...]
    unless: tuple[str, ...] = ()

    def holds(self, groups: Collection[str]) -> bool:
        """Whether it does where words of these groups stand."""
        return all(name in groups for name in self.groups) and not any(name in groups for name in self.unless)


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in an advertisement: every flag with the words it was found in, the weightiest first."""

    risk: Risk
    found: Mapping[str, tuple[str, ...]]


CALM = "calm"
"""The label of phrases that explain a flag away where they stand: "no prepayment"."""
_ROW = ("id", "strength", "together", "unless")
GROUP = "group:"
"""Begins the label of words that are a flag only together with others."""


def read(text: str, flags: Flags) -> Reading:
    """Judge an advertisement. Costs a few milliseconds at most and never raises."""
    text = text[:LONGEST]
    spotted = [one for one in flags.index.spot(_in_letters(text)) if one.score >= SURE_ENOUGH]
    calm = [one for one in spotted if one.label == CALM]
    words = _words(text)
    found: dict[str, dict[str, None]] = {}
    for one in spotted:
        if one.label != CALM and not _overlaps(one, calm):
            found.setdefault(one.label, {})[_shown(one, words)] = None
    groups = {label.removeprefix(GROUP): found.pop(label) for label in tuple(found) if label.startswith(GROUP)}
    for row in flags.together:
        if row.holds(groups):
            found.setdefault(row.flag, {}).update({words: None for name in row.groups for words in groups[name]})
    if sum(flags.points[flag] for flag in found) < ENOUGH:
        return Reading("none-found", {})
    return Reading(flags.risk(found), {flag: _longest(found[flag]) for flag in flags.ordered(found)})


def _in_letters(text: str) -> str:
    """Currencies in letters: folding leaves no signs."""
    return text.replace("$", " usd ").replace("€", " euro ")


def _overlaps(one: Spotted, calm: Iterable[Spotted]) -> bool:
    return any(other.start < one.end and one.start < other.end for other in calm)


def _words(text: str) -> tuple[str, ...]:
    """The word of the text behind every folded word; empty where the two cannot be laid side by side."""
    words = [(raw, fold(_in_letters(raw)).split()) for raw in re.findall(r"\S+", text)]
    side_by_side = [(raw, part) for raw, parts in words for part in parts]
    fits = [part for _, part in side_by_side] == fold(_in_letters(text)).split()
    return tuple(raw for raw, _ in side_by_side) if fits else ()


def _shown(one: Spotted, words: tuple[str, ...]) -> str:
    """The words of the text in which a phrase was found; the phrase itself where they cannot be told."""
    if one.end > len(words):
        return one.phrase.replace("*", "…").replace("=", "")
    return " ".join(dict.fromkeys(words[one.start : one.end])).strip(" .,;:!?()«»\"'“”–-")


def _longest(found: Iterable[str]) -> tuple[str, ...]:
    """Without the words that stand inside other words that were found."""
    kept = list(dict.fromkeys(found))
    return tuple(one for one in kept if not any(one != other and one in other for other in kept))


def load_flags(path: Path = SHIPPED) -> Flags:
    """Read offer-flags.toml; raises one ExceptionGroup of ContentErrors that holds every problem."""
    try:
        raw, broken = toml.read(path)
    except OSError as error:
        raw, broken = {}, [str(error)]
    problems = [
        ContentError.at(FILE, "(whole file)", f"cannot be read as TOML ({error})", "mend it") for error in broken
    ]
    if problems := [*problems, *_problems(FILE, raw)]:
        raise ExceptionGroup("flags", problems)
    rows = sorted(raw["flag"], key=lambda row: -POINTS[row["strength"]])
    points = {row["id"]: POINTS[row["strength"]] for row in rows}
    groups = ({"id": GROUP + name, **lists} for name, lists in raw.get("group", {}).items())
    together = tuple(
        Together(row["id"], tuple(names), tuple(row.get("unless", ())))
        for row in rows
        for names in row.get("together", ())
    )
    index = Phrases.build(_phrases([*rows, *groups, {"id": CALM, **raw.get(CALM, {})}]))
    return Flags(points, index, together)


def _phrases(rows: Iterable[Mapping[str, Any]]) -> Iterator[Phrase]:
    for row in rows:
        for lang in LANGUAGES:
            for text in row.get(lang, ()):
                for parts in permutations(text.split(" & ")):
                    yield Phrase(" ".join(parts), row["id"], lang)


def _problems(file: str, raw: Mapping[str, Any]) -> Iterator[ContentError]:
    for key in raw.keys() - {"flag", "group", CALM}:
        yield ContentError.at(file, key, "is no known key", nearest(key, ("flag", "group", CALM)))
    rows = raw.get("flag", [])
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        yield ContentError.at(file, "flag", "there is no flag", "write [[flag]] tables")
        return
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        key = f"flag {number} ({row.get('id', 'no id')})"
        if not re.fullmatch(r"[a-z-]+", str(row.get("id", ""))) or row["id"] in seen:
            yield ContentError.at(file, key, "needs an id of its own", "write small letters and - only")
        seen.add(str(row.get("id")))
        if row.get("strength") not in POINTS:
            yield ContentError.at(file, key, "has an unknown strength", nearest(str(row.get("strength")), POINTS))
        yield from _together_problems(
            file, key, [*row.get("together", []), row.get("unless", [])], raw.get("group", {})
        )
        yield from phrase_problems(file, key, {name: row[name] for name in row if name not in _ROW})
    for name, lists in {f"group.{name}": lists for name, lists in raw.get("group", {}).items()}.items():
        yield from phrase_problems(file, name, lists)
    yield from phrase_problems(file, CALM, raw.get(CALM, {}))


def _together_problems(file: str, key: str, sets: object, groups: Mapping[str, Any]) -> Iterator[ContentError]:
    for names in sets if isinstance(sets, list) else [sets]:
        for name in names if isinstance(names, list) else [names]:
            if name not in groups:
                yield ContentError.at(file, f"{key}.together", f"names {name!r}", nearest(str(name), tuple(groups)))
