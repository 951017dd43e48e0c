"""The signs of danger and the phrases that show them: danger.toml, loaded and checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any, Literal

from faq import toml
from faq.entry import ContentError
from faq.language import LANGUAGES
from faq.normalise import fold
from faq.phrases import Phrase, Phrases
from faq.topics import nearest, phrase_problems
from hotline_router.examples import SIGNS
from hotline_router.learnt import Heard

SHIPPED = Path(__file__).parent / "content" / "danger.toml"
FILE = "hotline_router/content/danger.toml"
Level = Literal["urgent", "ask", "routine"]

POINTS: Mapping[str, float] = {"urgent": 1.0, "ask": 0.5, "hint": 0.25}
"""What a sign of each level counts; every sign counts once."""
CONTEXTS = ("question", "self", "calm", "not")
"""Tables of phrases that change what a sign means; danger.toml says how."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The danger signs ready to use; a label of the index is `sign:level` or the name of a context."""

    index: Phrases
    negations: frozenset[str]
    heard: Heard | None = None
    """What was learnt from examples of messages; without it phrases alone decide."""


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
