"""Content files of the FAQ to a `Faq`: one TOML per topic, one `.po` per language, or every problem at once.

What only serves matching lies in `content/matching/`: the lexicon of concepts, and what people write that is no question of ours.
"""

import difflib
import os
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
from faq.entry import CATEGORIES, COUNTRIES, OUTSIDE, Answer, ContentError, Faq, Topic
from faq.kept import OnDisk, digest
from faq.kept import folder as cache_folder
from faq.language import LANGUAGES
from faq.lexicon import Lexicon, too_short
from faq.normalise import fold
from faq.phrases import Phrase
from faq.wordings import Wordings

SHIPPED = Path(__file__).parent
FEWEST_WORDINGS = 10
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
_COUNTRY_KEYS: Mapping[str, tuple[type, str]] = {
    "differs_by": (str, '"place" or "origin"'),
    "country": (dict, "a table"),
}
"""Both, or neither."""


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
    """The FAQ of `folder/content/**/*.toml` and `folder/locales/*.po`; `numbers` are the names that placeholders may use.

    Raises one ExceptionGroup of ContentErrors that holds every problem. What was sound once is kept on disk (`kept.py`) and
    not looked at again until a file changes.
    """
    files = sorted((*(folder / "content").rglob("*.toml"), *(folder / "locales").glob("*.po")))
    kept = OnDisk(cache_folder(os.environ), digest(files, *sorted(numbers), *known_languages))
    if (faq := kept.load()) is None:
        faq = _read(folder, numbers, known_languages)
        kept.save(faq)
        faq = kept.load() or faq  # what is mapped from the disk takes less memory
    return faq


def _read(folder: Path, numbers: Collection[str], known_languages: Collection[str]) -> Faq:
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
        problems += _translations(f"locales/{lang}.po", translations, sound)
    matching = folder / "content" / "matching"
    lexicon = _lexicon(matching / "lexicon.toml", known_languages, problems)
    outside = tuple(_outside(matching / "outside.toml", known_languages, problems))
    near_misses = _outside(matching / "near-misses.toml", known_languages, problems)
    if problems:
        raise ExceptionGroup("faq", problems)
    topics = {i: _topic(s.raw, catalogs) for i, s in sound.items()}
    wordings = [Phrase(w, i, lang) for i, s in sound.items() for lang, ws in s.raw["wordings"].items() for w in ws]
    index = Wordings.of([*wordings, *outside, *near_misses], lexicon.concepts)
    return Faq(topics, index, lexicon, outside, tuple(known_languages))


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
    keys = {**_KEYS, **(_COUNTRY_KEYS if raw.keys() & _COUNTRY_KEYS.keys() else {})}
    for key in raw.keys() - keys.keys():
        yield ContentError.at(file, key, "is no known key", nearest(key, {**_KEYS, **_COUNTRY_KEYS}))
    for key, (kind, words) in keys.items():
        if key not in raw:
            yield ContentError.at(file, key, "is missing", f"add {words}")
        elif not isinstance(raw[key], kind):
            yield ContentError.at(file, key, f"is {raw[key]!r}", f"write {words}")
    countries = raw.get("country")
    yield from _country_shapes(file, countries if isinstance(countries, dict) else {})
    for key in ("related", "sources"):
        if not _are_texts(raw.get(key, [])):
            yield ContentError.at(file, key, "holds something that is no text", "write only quoted texts")
    wordings = raw.get("wordings")
    yield from _wordings(file, wordings if isinstance(wordings, dict) else {}, languages)


def _country_shapes(file: str, countries: Mapping[str, Any]) -> Iterator[ContentError]:
    for code, forms in countries.items():
        key = f"country.{code}"
        if code not in COUNTRIES:
            yield ContentError.at(file, key, "is no known country", nearest(code, COUNTRIES))
        elif (
            not isinstance(forms, dict)
            or forms.keys() != set(_KINDS)
            or not all(isinstance(t, str) for t in forms.values())
        ):
            yield ContentError.at(file, key, "needs exactly a `text` and an `sms`", "write both as texts")


def _sources(raw: Mapping[str, Any]) -> Mapping[str, str]:
    """The English texts of a topic by key: `text`, `sms`, and for a country `kz.text`, `kz.sms`."""
    general = {kind: raw[kind] for kind in _KINDS}
    return general | {
        f"{code}.{kind}": raw["country"][code][kind] for code in raw.get("country", {}) for kind in _KINDS
    }


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
    if raw.get("differs_by", "place") not in {"place", "origin"}:
        wrong = f"is {raw['differs_by']!r}"
        yield ContentError.at(file, "differs_by", wrong, "write place (where they are) or origin (whose citizens)")
    for key, text in _sources(raw).items():
        if not text.strip():
            yield ContentError.at(file, key, "is empty", "write the answer")
        for name in sorted(set(_PLACEHOLDER.findall(text)) - set(numbers)):
            yield ContentError.at(file, key, f"{{{name}}} is no known number", nearest(name, numbers))


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
    known = {f"{topic}.{key}" for topic, source in sources.items() for key in _sources(source.raw)}
    for key, one in translations.items():
        ours, theirs = (sorted(_PLACEHOLDER.findall(text)) for text in (one.source, one.text))
        if key not in known:
            yield ContentError.at(file, key, "translates no text", nearest(key, known))
        elif ours != theirs and not one.fuzzy:
            wrong = f"has the placeholders {theirs}, the English text {ours}"
            yield ContentError.at(file, key, wrong, "use the same ones")


def _topic(raw: Mapping[str, Any], catalogs: _Catalogs) -> Topic:
    return Topic(
        **{key: raw[key] for key in ("id", "category", "danger", "as_of", "review_by", "confidence")},
        related=tuple(raw["related"]), sources=tuple(raw["sources"]), general=_answer(raw["id"], raw, catalogs),
        countries={c: _answer(f"{raw['id']}.{c}", forms, catalogs) for c, forms in raw.get("country", {}).items()},
        differs_by=raw.get("differs_by", ""), question={lang: ws[0] for lang, ws in raw["wordings"].items() if ws},
        wordings={lang: len(ws) for lang, ws in raw["wordings"].items()},
    )  # fmt: skip


def _answer(key: str, english: Mapping[str, str], catalogs: _Catalogs) -> Answer:
    """The two forms of an answer with those translations that belong to the English text as it is now."""
    texts = {kind: {"en": english[kind]} for kind in _KINDS}
    unreviewed, stale = set(), set()
    for lang, kind in ((lang, kind) for lang in catalogs for kind in _KINDS):
        one = catalogs[lang].get(f"{key}.{kind}")
        if one is not None and (one.fuzzy or one.source != english[kind]):
            stale.add(lang)
        elif one is not None:
            texts[kind][lang] = one.text
            unreviewed |= {lang} if one.unreviewed else set()
    return Answer(texts["text"], texts["sms"], frozenset(unreviewed), frozenset(stale))


def _table(path: Path, problems: list[ContentError]) -> Mapping[str, Any]:
    """A file of content/matching; an absent one holds nothing."""
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        file = f"content/matching/{path.name}"
        problems.append(ContentError.at(file, "file", f"is not readable TOML ({error})", "mend the line it names"))
        return {}


def _lexicon(path: Path, languages: Collection[str], problems: list[ContentError]) -> Lexicon:
    file, raw = f"content/matching/{path.name}", _table(path, problems)
    for concept, lists in raw.items():
        found = list(_wordings(file, lists, languages)) if isinstance(lists, dict) else None
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


def _outside(path: Path, languages: Collection[str], problems: list[ContentError]) -> list[Phrase]:
    raw = _table(path, problems)
    found = list(_wordings(f"content/matching/{path.name}", raw, languages))
    problems += found
    return [] if found else [Phrase(text, OUTSIDE, lang) for lang, texts in raw.items() for text in texts]


def warnings(faq: Faq, today: date) -> list[str]:
    """What does not stop the service but wants an editor: `file: key: what is wrong; what to do`."""
    found = [w for topic in faq.topics.values() for w in _topic_warnings(topic, faq.languages, today)]
    answers = [answer for topic in faq.topics.values() for answer in topic.answers().values()]
    counts = {lang: sum(lang in answer.unreviewed for answer in answers) for lang in faq.languages}
    who = "answers no native speaker has read; have them read"
    return found + [f"locales/{lang}.po: {UNREVIEWED}: {n} {who}" for lang, n in counts.items() if n]


def _topic_warnings(topic: Topic, languages: Iterable[str], today: date) -> Iterator[str]:
    file = f"content/{topic.id}.toml"
    if topic.review_by < today:
        yield f"{file}: review_by: was {topic.review_by}; check the answer and its sources, then set new dates"
    for country, answer in topic.answers().items():
        yield from _answer_warnings(f"{topic.id}.{country}".rstrip("."), answer, languages)
    for lang in languages:
        if topic.wordings.get(lang, 0) < FEWEST_WORDINGS:
            have = topic.wordings.get(lang, 0) or "none"
            yield f"{file}: wordings.{lang}: there are {have}; write {FEWEST_WORDINGS} as people type them"


def _answer_warnings(key: str, answer: Answer, languages: Iterable[str]) -> Iterator[str]:
    for lang in languages:
        for kind, texts in (("text", answer.texts), ("sms", answer.sms)):
            if lang not in texts:
                state = "is fuzzy or out of date" if lang in answer.stale else "is not translated"
                yield f"locales/{lang}.po: {key}.{kind}: {state}; translate it, until then another language is shown"


def phrase_problems(file: str, key: str, lists: object) -> Iterator[ContentError]:
    """What is wrong with lists of phrases by language; the parts of a phrase are joined by `&`. For danger signs and flags of offers."""
    if not isinstance(lists, dict):
        yield ContentError.at(file, key, "is no table", "write a list of phrases for each language")
        return
    for lang, texts in lists.items():
        where = f"{key}.{lang}"
        if lang not in LANGUAGES:
            yield ContentError.at(file, where, "is no known language", nearest(lang, LANGUAGES))
        elif not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            yield ContentError.at(file, where, "is no list of texts", 'write ["…", "…"]')
        else:
            for text in (t for t in texts if not all(map(fold, t.split("&")))):
                yield ContentError.at(file, where, f"{text!r} holds no letters", "take it out or finish it")
