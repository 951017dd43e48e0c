"""How urgent a message is, and why: danger signs spotted in free text, in any language, alphabet and misspelling."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path
from typing import Any, Literal

from faq import toml
from faq.entry import ContentError, Faq
from faq.language import LANGUAGES, guess
from faq.match import likeliest
from faq.normalise import fold, tokens, unslip
from faq.phrases import Phrase, Phrases, Spotted
from faq.topics import nearest, phrase_problems

SHIPPED = Path(__file__).parent / "content" / "danger.toml"
FILE = "hotline_router/content/danger.toml"
Level = Literal["urgent", "ask", "routine"]

POINTS: Mapping[str, float] = {"urgent": 1.0, "ask": 0.5, "hint": 0.25}
"""What a sign of each level counts; every sign counts once."""
LEVELS: tuple[tuple[float, Level], ...] = ((1.0, "urgent"), (0.5, "ask"), (0.0, "routine"))
"""From how many points on a message has each level: two signs to ask about are urgent, so is one with two hints."""
CRY = "cry"
SHORT_CRY = 6
"""A cry for help in so few words is urgent whatever else it says."""
SIGNS = (
    "movement", "documents", "violence", "threats", "debt", "wages", "isolation", "child", "self-harm", "injury",
    "sold", "sexual", "deceived", CRY,
)  # fmt: skip
"""The names that the ILO and UNODC give to what is seen from outside, and the bare cry."""
CONTEXTS = ("question", "self", "calm", "not")
"""Tables of phrases that change what a sign means; danger.toml says how."""
CRISES: Mapping[str, str] = {
    "held-captive": "movement", "threatened": "threats", "sexual-exploitation": "sexual", "debt-bondage": "debt",
    "domestic-violence": "violence", "forced-marriage": "movement",
}  # fmt: skip
"""Topics of the FAQ that people ask about when they are in it: a message that is like one is a sign to ask about."""
LIKE_ENOUGH = 0.5
"""How likely (0 to 1) a message must be about such a topic."""
SURE_ENOUGH = 0.86
"""A phrase with more typos than this leaves is no evidence."""


@dataclass(frozen=True, slots=True)
class Urgency:
    """The judgement on a message; `signs` are sorted by weight, `spotted` are the phrases behind them.

    A routine message may have signs too: a question about danger, a polite "help me". Its answer carries the call for help.
    """

    level: Level
    score: float
    signs: tuple[str, ...] = ()
    lang: str | None = None
    spotted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signs:
    """The danger signs ready to use; a label of the index is `sign:level` or the name of a context."""

    index: Phrases
    negations: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A phrase of danger that stands in the message and is not denied there."""

    sign: str
    level: str
    found: Spotted

    @property
    def points(self) -> float:
        return POINTS[self.level]


def triage(text: str, signs: Signs, faq: Faq | None = None) -> Urgency:
    """Judge a message, by its phrases and by the topic of the FAQ it is most like. About a millisecond; never raises."""
    judged = _by_phrases(text, signs)
    topic, chance = likeliest(text, faq, CRISES) if faq else ("", 0.0)
    sign = CRISES.get(topic, "") if chance >= LIKE_ENOUGH else ""
    if not sign or judged.level == "urgent" or (judged.level == "ask" and sign in judged.signs):
        return judged
    named = tuple(dict.fromkeys((*judged.signs, sign)))
    if judged.level == "ask":  # two different signs to ask about are urgent
        return replace(judged, level="urgent", score=1.0, signs=named)
    return replace(judged, level="ask", score=0.5, signs=named, lang=judged.lang or guess(text))


def _by_phrases(text: str, signs: Signs) -> Urgency:
    spotted = [s for s in signs.index.spot(text) if s.score >= SURE_ENOUGH]
    words = tokens(unslip(text) or text)
    contexts = {name: [s for s in spotted if s.label == name] for name in CONTEXTS}
    evidence = [_Evidence(*s.label.partition(":")[::2], s) for s in spotted if ":" in s.label]
    evidence = [e for e in evidence if not _is_denied(e.found, words, signs.negations)]
    has_cry = any(e.sign == CRY for e in evidence)
    evidence = _without_calm(evidence, contexts["calm"])
    if not evidence:
        return Urgency("routine", 0.0, (CRY,) if has_cry else ())
    points = _points(evidence, len(words))
    total = min(sum(points.values()), 1.0)
    if contexts["question"] and not (contexts["self"] and _is_urgent_beyond_a_cry(evidence)):
        total = _one_level_lower(total)
    level = next(name for least, name in LEVELS if total >= least)
    ordered = sorted(points, key=lambda sign: (-points[sign], SIGNS.index(sign)))
    phrases = tuple(dict.fromkeys(e.found.phrase.replace("=", "").replace("*", "…") for e in evidence))
    return Urgency(level, round(total, 3), tuple(ordered), _language(text, evidence), phrases)


def _is_denied(found: Spotted, words: Sequence[str], negations: Collection[str]) -> bool:
    """Whether a `not` that is not the phrase's own stands right before or inside it: "they do not beat us"."""
    here = sum(word in negations for word in words[max(found.start - 1, 0) : found.end])
    return here > sum(word in negations for word in tokens(found.phrase))


def _without_calm(evidence: list[_Evidence], calm: Sequence[Spotted]) -> list[_Evidence]:
    """Take out what a calm phrase explains: to "kill time"; a cry only where nothing else is wrong."""
    signs = [e for e in evidence if e.sign != CRY and not _overlaps(e.found, calm)]
    cries = [e for e in evidence if e.sign == CRY and (signs or not _overlaps(e.found, calm))]
    return signs + cries


def _overlaps(found: Spotted, calm: Iterable[Spotted]) -> bool:
    return any(c.start < found.end and found.start < c.end for c in calm)


def _points(evidence: Iterable[_Evidence], words: int) -> dict[str, float]:
    points: dict[str, float] = {}
    for e in evidence:
        points[e.sign] = max(points.get(e.sign, 0.0), e.points)
    if CRY in points and (words <= SHORT_CRY or len(points) > 1):
        points[CRY] = 1.0
    return points


def _is_urgent_beyond_a_cry(evidence: Iterable[_Evidence]) -> bool:
    return any(e.level == "urgent" and (e.sign != CRY or "sos" in fold(e.found.phrase)) for e in evidence)


def _one_level_lower(total: float) -> float:
    """A question about the law is about danger, not in it."""
    return 0.5 if total >= 1.0 else min(total, 0.45)


def _language(text: str, evidence: Iterable[_Evidence]) -> str | None:
    """The language of the strongest phrase, where it is no phrase of two languages."""
    ranked = [(e.points, e.found.score, e.found.lang) for e in evidence]
    strongest = max(r[:2] for r in ranked)
    languages = {r[2] for r in ranked if r[:2] == strongest}
    if len(languages) == 1:
        return languages.pop()
    return guessed if (guessed := guess(text)) in languages else None


def load_signs(path: Path = SHIPPED) -> Signs:
    """Read danger.toml; raises one ExceptionGroup of ContentErrors that holds every problem."""
    raw, broken = toml.read(path)
    problems = [
        ContentError.at(FILE, "(whole file)", f"is not readable TOML ({error})", "mend that line") for error in broken
    ]
    problems += _problems(FILE, raw)
    if problems:
        raise ExceptionGroup("danger", problems)
    return _build(raw)


def _problems(file: str, raw: Mapping[str, Any]) -> Iterator[ContentError]:
    for key in raw.keys() - {"sign", *CONTEXTS}:
        yield ContentError.at(file, key, "is no known key", nearest(key, ("sign", *CONTEXTS)))
    rows = raw.get("sign", [])
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        yield ContentError.at(file, "sign", "there is no sign", "write [[sign]] tables")
        return
    for number, row in enumerate(rows, 1):
        key = f"sign {number} ({row.get('id', 'no id')})"
        if row.get("id") not in SIGNS:
            yield ContentError.at(file, key, "has an unknown id", nearest(str(row.get("id")), SIGNS))
        if row.get("level") not in POINTS:
            yield ContentError.at(file, key, "has an unknown level", nearest(str(row.get("level")), POINTS))
        yield from phrase_problems(file, key, {k: v for k, v in row.items() if k not in {"id", "level"}})
    for name in CONTEXTS:
        yield from phrase_problems(file, name, raw.get(name, {}))


def _build(raw: Mapping[str, Any]) -> Signs:
    rows = [(f"{row['id']}:{row['level']}", row) for row in raw["sign"]] + [(c, raw.get(c, {})) for c in CONTEXTS[:-1]]
    phrases = (
        Phrase(way, label, lang)
        for label, row in rows
        for lang in LANGUAGES
        for text in row.get(lang, ())
        for way in _orders(text)
    )
    negations = (fold(word) for words in raw.get("not", {}).values() for word in words)
    return Signs(Phrases.build(phrases), frozenset(negations))


def _orders(text: str) -> tuple[str, ...]:
    """A phrase whose parts are joined by `&` may be said in any order of them."""
    return tuple(" ".join(parts) for parts in permutations(text.split(" & ")))
