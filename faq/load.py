"""Content files of the FAQ to a `Faq`: one TOML per topic, one `.po` per language, or every problem at once."""

import difflib
import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from faq import catalog
from faq.catalog import UNREVIEWED, Translation
from faq.entry import CATEGORIES, ContentError, Faq, Topic
from faq.language import LANGUAGES
from faq.normalise import fold
from faq.phrases import Phrase, Phrases

SHIPPED = Path(__file__).parent
LONGEST_TEXT = 600  # characters; a longer Telegram message is not read on a phone
ALWAYS_KNOWN = frozenset({"service-name"})
"""Placeholders that stand for no telephone number."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_KINDS = ("text", "sms")
_KEYS: Mapping[str, tuple[type, str]] = {
    "id": (str, "a text"), "category": (str, "a text"), "danger": (bool, "true or false"), "related": (list, "a list"),
    "sources": (list, "a list"), "as_of": (date, "a date such as 2026-02-20"),
    "review_by": (date, "a date such as 2026-02-20"), "confidence": (str, '"A" or "B"'), "text": (str, "a text"),
    "sms": (str, "a text"), "wordings": (dict, "a table with a list for each language"),
}  # fmt: skip


def nearest(word: str, known: Iterable[str]) -> str:
    """What an editor most likely meant, as the second half of an error message."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(sorted(known)) or 'none'}"


@dataclass(frozen=True, slots=True)
class _Source:
    """A topic file as it was read."""

    file: str
    raw: Mapping[str, Any]


def load(folder: Path = SHIPPED, numbers: Collection[str] = (), known_languages: Collection[str] = LANGUAGES) -> Faq:
    """Read `folder/content/*.toml` and `folder/locales/*.po`; `numbers` are the names that placeholders may use.

    Raises one ExceptionGroup of ContentErrors that holds every problem.
    """
    problems: list[ContentError] = []
    sources = _read_topics(folder / "content", problems)
    known = ALWAYS_KNOWN | set(numbers)
    for source in sources.values():
        problems += _shape(source, known_languages)
    sound = {i: s for i, s in sources.items() if not any(str(p).startswith(f"{s.file}: ") for p in problems)}
    for source in sound.values():
        problems += _meaning(source, sources, known)
    problems += _shared_wordings(sound.values())
    catalogs = _read_catalogs(folder / "locales", known_languages, problems)
    for lang, translations in catalogs.items():
        problems += _translations(f"locales/{lang}.po", translations, sources)
    if problems:
        raise ExceptionGroup("faq", problems)
    topics = {i: _topic(s.raw, catalogs) for i, s in sound.items()}
    index = Phrases.build(Phrase(w, t.id, lang) for t in topics.values() for lang, ws in t.wordings.items() for w in ws)
    index.find("")  # builds it now, so that the first person to ask does not wait
    return Faq(topics, index, tuple(known_languages))


def _read_topics(folder: Path, problems: list[ContentError]) -> dict[str, _Source]:
    sources = {}
    for path in sorted(folder.glob("*.toml")):
        file = f"content/{path.name}"
        try:
            sources[path.stem] = _Source(file, tomllib.loads(path.read_text("utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(ContentError.at(file, "file", f"is not readable TOML ({error})", "mend the line it names"))
    if not sources and not problems:
        problems.append(ContentError.at("content", "*.toml", "there is no topic", f"put topic files into {folder}"))
    return sources


def _shape(source: _Source, languages: Collection[str]) -> Iterator[ContentError]:
    """Unknown and missing keys, and values of the wrong type."""
    file, raw = source.file, source.raw
    for key in raw.keys() - _KEYS.keys():
        yield ContentError.at(file, key, "is no known key", nearest(key, _KEYS))
    for key, (kind, words) in _KEYS.items():
        if key not in raw:
            yield ContentError.at(file, key, "is missing", f"add {words}")
        elif not isinstance(raw[key], kind):
            yield ContentError.at(file, key, f"is {raw[key]!r}", f"write {words}")
    for key in ("related", "sources"):
        if not _are_texts(raw.get(key, [])):
            yield ContentError.at(file, key, "holds something that is no text", "write only quoted texts")
    wordings = raw.get("wordings")
    yield from _wordings(file, wordings if isinstance(wordings, dict) else {}, languages)


def _are_texts(value: object) -> bool:
    return not isinstance(value, list) or all(isinstance(v, str) for v in value)


def _wordings(file: str, wordings: Mapping[str, Any], languages: Collection[str]) -> Iterator[ContentError]:
    for lang, texts in wordings.items():
        key = f"wordings.{lang}"
        if lang not in languages:
            yield ContentError.at(file, key, "is no known language", nearest(lang, languages))
        elif not isinstance(texts, list) or not _are_texts(texts):
            yield ContentError.at(file, key, "is no list of texts", 'write ["…", "…"]')
        elif any(not fold(text) for text in texts):
            yield ContentError.at(file, key, "holds a wording without letters", "take the empty wording out")


def _meaning(source: _Source, topics: Collection[str], numbers: Collection[str]) -> Iterator[ContentError]:
    """What is well formed and still wrong."""
    file, raw = source.file, source.raw
    if file != f"content/{raw['id']}.toml":
        yield ContentError.at(file, "id", f"is {raw['id']!r}", "give the file and the topic the same name")
    if raw["category"] not in CATEGORIES:
        yield ContentError.at(file, "category", f"{raw['category']!r} is unknown", nearest(raw["category"], CATEGORIES))
    if raw["confidence"] not in {"A", "B"}:
        yield ContentError.at(
            file, "confidence", f"is {raw['confidence']!r}", "write A or B; nothing less sure is shown"
        )
    if raw["review_by"] <= raw["as_of"]:
        yield ContentError.at(file, "review_by", "is not after as_of", "set a later date")
    for other in raw["related"]:
        if other not in topics or other == raw["id"]:
            yield ContentError.at(file, "related", f"{other!r} is no other topic", nearest(other, topics))
    for kind in _KINDS:
        if not raw[kind].strip():
            yield ContentError.at(file, kind, "is empty", "write the answer")
        for name in sorted(set(_PLACEHOLDER.findall(raw[kind])) - set(numbers)):
            yield ContentError.at(file, kind, f"{{{name}}} is no known number", nearest(name, numbers))


def _shared_wordings(sources: Iterable[_Source]) -> Iterator[ContentError]:
    """The same question cannot have two answers."""
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for source in sources:
        for lang, texts in source.raw["wordings"].items():
            for text in texts:
                owners[fold(text)].setdefault(source.file, f"{lang}: {text!r}")
    for files in owners.values():
        (first, _), *others = files.items()
        for file, what in others:
            lang, wording = what.split(": ", 1)
            wrong = f"{wording} is also a wording of {first}"
            yield ContentError.at(file, f"wordings.{lang}", wrong, "keep it in one of them")


_Catalogs = Mapping[str, Mapping[str, Translation]]


def _read_catalogs(folder: Path, languages: Collection[str], problems: list[ContentError]) -> _Catalogs:
    from babel.messages.pofile import PoFileError  # only who reads translations pays for the import

    catalogs = {}
    for path in sorted(folder.glob("*.po")):
        file = f"locales/{path.name}"
        if path.stem not in languages:
            problems.append(ContentError.at(file, "file", "is no known language", nearest(path.stem, languages)))
            continue
        try:
            catalogs[path.stem] = catalog.read(path)
        except (PoFileError, ValueError) as error:
            problems.append(
                ContentError.at(file, "file", f"is no readable PO file ({error})", "mend the line it names")
            )
    return catalogs


def _translations(
    file: str, translations: Mapping[str, Translation], sources: Mapping[str, _Source]
) -> Iterator[ContentError]:
    """Translations of nothing, and placeholders that a translation lost or made up."""
    known = {f"{topic}.{kind}" for topic in sources for kind in _KINDS}
    for key, one in translations.items():
        ours, theirs = (sorted(_PLACEHOLDER.findall(text)) for text in (one.source, one.text))
        if key not in known:
            yield ContentError.at(file, key, "translates no text", nearest(key, known))
        elif ours != theirs and not one.fuzzy:
            wrong = f"has the placeholders {theirs}, the English text {ours}"
            yield ContentError.at(file, key, wrong, "use the same ones")


def _topic(raw: Mapping[str, Any], catalogs: _Catalogs) -> Topic:
    texts: dict[str, dict[str, str]] = {kind: {"en": raw[kind]} for kind in _KINDS}
    unreviewed, stale = set(), set()
    for lang, kind in ((lang, kind) for lang in catalogs for kind in _KINDS):
        one = catalogs[lang].get(f"{raw['id']}.{kind}")
        if one is not None and (one.fuzzy or one.source != raw[kind]):
            stale.add(lang)
        elif one is not None:
            texts[kind][lang] = one.text
            unreviewed |= {lang} if one.unreviewed else set()
    return Topic(
        **{key: raw[key] for key in ("id", "category", "danger", "as_of", "review_by", "confidence")},
        related=tuple(raw["related"]), sources=tuple(raw["sources"]), texts=texts["text"], sms=texts["sms"],
        wordings={lang: tuple(ws) for lang, ws in raw["wordings"].items()},
        unreviewed=frozenset(unreviewed), stale=frozenset(stale),
    )  # fmt: skip


def warnings(faq: Faq, today: date) -> list[str]:
    """What does not stop the service but wants an editor: `file: key: what is wrong; what to do`."""
    found = [w for topic in faq.topics.values() for w in _topic_warnings(topic, faq.languages, today)]
    counts = {lang: sum(lang in t.unreviewed for t in faq.topics.values()) for lang in faq.languages}
    who = "answers no native speaker has read; have them read"
    return found + [f"locales/{lang}.po: {UNREVIEWED}: {n} {who}" for lang, n in counts.items() if n]


def _topic_warnings(topic: Topic, languages: Iterable[str], today: date) -> Iterator[str]:
    file = f"content/{topic.id}.toml"
    if topic.review_by < today:
        yield f"{file}: review_by: was {topic.review_by}; check the answer and its sources, then set new dates"
    for lang in languages:
        where = f"locales/{lang}.po: {topic.id}"
        for kind, texts in (("text", topic.texts), ("sms", topic.sms)):
            if lang not in texts:
                state = "is fuzzy or out of date" if lang in topic.stale else "is not translated"
                yield f"{where}.{kind}: {state}; translate it, until then another language is shown"
        if len(topic.texts.get(lang, "")) > LONGEST_TEXT:
            key = f"{file}: text" if lang == "en" else f"{where}.text"
            yield f"{key}: has {len(topic.texts[lang])} characters; shorten it to {LONGEST_TEXT}"
        if not topic.wordings.get(lang):
            yield f"{file}: wordings.{lang}: there is none; write ten as people type them"
