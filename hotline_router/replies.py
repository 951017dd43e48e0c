"""Quick replies: what operators say again and again, in every language. TOML -> frozen objects, or every problem at once."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from faq.entry import ContentError
from faq.language import LANGUAGES
from faq.normalise import fold
from faq.topics import nearest

SHIPPED = Path(__file__).parent / "content" / "replies.toml"
LONGEST = 280
"""Characters: what two SMS hold in Latin letters, with a little room for numbers and gaps."""
GAP = "words"
FILLED = (GAP, "emergency")
"""Placeholders besides the numbers of the directory."""
NEAR = 85
"""Likeness (0 to 100) from which a reply is one that was meant."""
MOST = 6
_ID = re.compile(r"[a-z][a-z0-9-]{0,30}")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Reply:
    """One quick reply; `texts` by language, English always among them."""

    id: str
    texts: Mapping[str, str]

    @property
    def has_gap(self) -> bool:
        """Whether the operator must say what belongs into it."""
        return any(f"{{{GAP}}}" in text for text in self.texts.values())

    def text(self, language: str) -> str:
        """In this language; else in Russian, else in English."""
        return next(self.texts[code] for code in (language, "ru", "en") if code in self.texts)


@dataclass(frozen=True, slots=True)
class Replies:
    """All of them, in the order of the file."""

    file: str
    all: Mapping[str, Reply]

    def near(self, words: str) -> tuple[Reply, ...]:
        """Those that are meant by a word: by the beginning of the name, or like a part of the text in any language; best first."""
        if not (wanted := fold(words)):
            return ()
        scored = [(max(self._likeness(one, wanted)), one) for one in self.all.values()]
        return tuple(one for score, one in sorted(scored, key=lambda row: -row[0]) if score >= NEAR)[:MOST]

    def _likeness(self, reply: Reply, wanted: str) -> Iterator[float]:
        yield 101.0 if fold(reply.id) == wanted else 100.0 if fold(reply.id).startswith(wanted) else 0.0
        for text in reply.texts.values():
            yield fuzz.partial_ratio(wanted, fold(text)) if len(wanted) > 2 else 0.0

    def warnings(self) -> Iterator[str]:
        """What an editor should mend, each `file: key: what is wrong; what to do`."""
        for reply in self.all.values():
            for language in LANGUAGES:
                if language not in reply.texts:
                    yield f"{self.file}: {reply.id}.{language}: is missing, so Russian or English is sent; write it"
                elif (length := len(reply.texts[language])) > LONGEST:
                    yield f"{self.file}: {reply.id}.{language}: has {length} characters; shorten it to {LONGEST}"


def load_replies(path: Path | None, numbers: Mapping[str, str]) -> Replies:
    """Read a file of quick replies; None: the shipped one. Raises one ExceptionGroup of ContentError with all problems."""
    path = path or SHIPPED
    problems: list[Exception] = []

    def wrong(key: str, what: str) -> None:
        problems.append(ContentError(f"{path.name}: {key}: {what}"))

    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        tables = {}
        wrong("(whole file)", "is not there; put it there, or take `replies` out of the configuration")
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        tables = {}
        wrong("(whole file)", f"is not valid TOML: {error}; mend that line")
    found = {name: table for name, table in tables.items() if _is_reply(name, table, wrong, {*FILLED, *numbers})}
    if not found and not problems:
        wrong("(whole file)", "holds no reply; write [name] with its texts below")
    if problems:
        raise ExceptionGroup("replies", problems)
    return Replies(path.name, {name: Reply(name, table) for name, table in found.items()})


def _is_reply(name: str, table: object, wrong: Callable[[str, str], None], known: Collection[str]) -> bool:
    if not isinstance(table, dict):
        wrong(name, f"must be a table; write [{name}] on a line of its own and the texts below")
        return False
    if not _ID.fullmatch(name):
        wrong(name, "must be a short name of small letters, digits and -; operators type it")
    for language, text in table.items():
        at = f"{name}.{language}"
        if language not in LANGUAGES:
            wrong(at, f"is no language; {nearest(language, LANGUAGES)}")
        elif not isinstance(text, str) or not text.strip():
            wrong(at, "no text; write one in quotes")
        else:
            for one in set(_PLACEHOLDER.findall(text)) - set(known):
                wrong(at, f"unknown placeholder {{{one}}}; {nearest(one, known)}")
    if "en" not in table:
        wrong(f"{name}.en", "is missing; the English text is what the others stand in for")
    if len({_PLACEHOLDER.search(text) is not None for text in table.values() if isinstance(text, str)}) > 1:
        wrong(name, "has placeholders in some languages only; write them in all")
    return True
