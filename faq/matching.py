"""What only serves matching: the lexicon of concepts, and what people write that is no question of ours."""

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from faq.entry import OUTSIDE, ContentError
from faq.lexicon import Lexicon, too_short
from faq.phrases import Phrase
from faq.topics import wording_problems


def read_lexicon(path: Path, languages: Collection[str], problems: list[ContentError]) -> Lexicon:
    """The concepts; an empty lexicon when anything is wrong."""
    file, raw = f"faq/content/matching/{path.name}", _table(path, problems)
    for concept, lists in raw.items():
        found = list(wording_problems(file, lists, languages)) if isinstance(lists, dict) else None
        if found is None:
            problems.append(ContentError.at(file, concept, "is no table", "write a list of stems for each language"))
            continue
        problems += found
        for lang, stems in lists.items():
            for stem in (s for s in stems if isinstance(s, str) and too_short(s)):
                wrong = f"{stem!r} begins too many words"
                problems.append(
                    ContentError.at(
                        file, f"{concept}.{lang}", wrong, "lengthen it, or end it with = to mean that word only"
                    )
                )
    if problems:
        return Lexicon()
    return Lexicon.of({c: [stem for stems in lists.values() for stem in stems] for c, lists in raw.items()})


def read_outside(path: Path, languages: Collection[str], problems: list[ContentError]) -> list[Phrase]:
    """What people also write, by language."""
    raw = _table(path, problems)
    found = list(wording_problems(f"faq/content/matching/{path.name}", raw, languages))
    problems += found
    return [] if found else [Phrase(text, OUTSIDE, lang) for lang, texts in raw.items() for text in texts]


def _table(path: Path, problems: list[ContentError]) -> Mapping[str, Any]:
    """A file of content/matching; an absent one holds nothing."""
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        file = f"faq/content/matching/{path.name}"
        problems.append(ContentError.at(file, "file", f"is not readable TOML ({error})", "mend the line it names"))
        return {}
