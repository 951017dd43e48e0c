"""Content files of the FAQ to a `Faq`: one TOML per topic, one `.po` per language, or every problem at once."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faq import catalog
from faq.catalog import Translation
from faq.entry import Answer, ContentError, Faq, Topic
from faq.kept import OnDisk, digest
from faq.kept import folder as cache_folder
from faq.language import LANGUAGES
from faq.lexicon import Lexicon
from faq.matching import read_lexicon, read_outside
from faq.phrases import Phrase
from faq.topics import KINDS, PLACEHOLDER, Source, meaning, nearest, read_topics, shape, shared_wordings, texts_of
from faq.wordings import Wordings

SHIPPED = Path(__file__).parent
ALWAYS_KNOWN = frozenset({"service-name"})
"""Placeholders that stand for no telephone number."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the files hold before anything is learnt from it: all that is sound, and every problem of the rest."""

    topics: Mapping[str, Topic]
    names: frozenset[str]
    """The ids of all topics, also of those that are not sound."""
    wordings: tuple[Phrase, ...]
    """Those of the topics, what no topic answers, and near misses."""
    outside: tuple[Phrase, ...]
    lexicon: Lexicon
    languages: tuple[str, ...]
    problems: tuple[ContentError, ...]


def load(folder: Path = SHIPPED, numbers: Collection[str] = (), known_languages: Collection[str] = LANGUAGES) -> Faq:
    """The FAQ of `folder/content/**/*.toml` and `folder/locales/*.po`; `numbers` are the names that placeholders may use.

    Raises one ExceptionGroup of ContentErrors that holds every problem. What was sound once is kept on disk (`kept.py`) and
    not looked at again until a file changes.
    """
    files = sorted((*(folder / "content").rglob("*.toml"), *(folder / "locales").glob("*.po")))
    kept = OnDisk(cache_folder(os.environ), digest(files, *sorted(numbers), *known_languages))
    if (faq := kept.load()) is None:
        faq = learn(read(folder, numbers, known_languages))
        kept.save(faq)
        faq = kept.load() or faq  # what is mapped from the disk takes less memory
    return faq


def learn(draft: Draft) -> Faq:
    """The FAQ that a sound draft makes; takes seconds. Raises its problems otherwise."""
    if draft.problems:
        raise ExceptionGroup("faq", draft.problems)
    index = Wordings.of(draft.wordings, draft.lexicon.concepts)
    return Faq(draft.topics, index, draft.lexicon, draft.outside, draft.languages)


def read(folder: Path = SHIPPED, numbers: Collection[str] = (), known_languages: Collection[str] = LANGUAGES) -> Draft:
    """All that `load` reads, without learning; never raises on what an editor did."""
    problems: list[ContentError] = []
    names = frozenset(path.stem for path in (folder / "content").glob("*.toml"))
    sources = read_topics(folder / "content", problems)
    known = ALWAYS_KNOWN | set(numbers)
    for source in sources.values():
        problems += shape(source, known_languages)
    sound = {i: s for i, s in sources.items() if not any(str(p).startswith(f"{s.file}: ") for p in problems)}
    for source in sound.values():
        problems += meaning(source, names, known)
    problems += shared_wordings(sound.values())
    catalogs = _read_catalogs(folder / "locales", known_languages, problems)
    for lang, translations in catalogs.items():
        problems += _translations(f"faq/locales/{lang}.po", translations, sound, names)
    matching = folder / "content" / "matching"
    lexicon = read_lexicon(matching / "lexicon.toml", known_languages, problems)
    outside = tuple(read_outside(matching / "outside.toml", known_languages, problems))
    near_misses = read_outside(matching / "near-misses.toml", known_languages, problems)
    topics = {i: _topic(s.raw, catalogs) for i, s in sound.items()}
    wordings = [Phrase(w, i, lang) for i, s in sound.items() for lang, ws in s.raw["wordings"].items() for w in ws]
    every = (*wordings, *outside, *near_misses)
    return Draft(topics, names, every, outside, lexicon, tuple(known_languages), tuple(problems))


_Catalogs = Mapping[str, Mapping[str, Translation]]


def _read_catalogs(folder: Path, languages: Collection[str], problems: list[ContentError]) -> _Catalogs:
    from babel.messages.pofile import PoFileError  # only who reads translations pays for the import

    catalogs = {}
    for path in sorted(folder.glob("*.po")):
        file = f"faq/locales/{path.name}"
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
    file: str, translations: Mapping[str, Translation], sources: Mapping[str, Source], names: Collection[str]
) -> Iterator[ContentError]:
    """Translations of nothing, and placeholders that a translation lost or made up."""
    known = {f"{topic}.{key}" for topic, source in sources.items() for key in texts_of(source.raw)}
    for key, one in translations.items():
        ours, theirs = (sorted(PLACEHOLDER.findall(text)) for text in (one.source, one.text))
        if key not in known:
            if (topic := key.partition(".")[0]) in names and topic not in sources:
                continue  # its file is broken, which is told already
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
    texts = {kind: {"en": english[kind]} for kind in KINDS}
    unreviewed, stale = set(), set()
    for lang, kind in ((lang, kind) for lang in catalogs for kind in KINDS):
        one = catalogs[lang].get(f"{key}.{kind}")
        if one is not None and (one.fuzzy or one.source != english[kind]):
            stale.add(lang)
        elif one is not None:
            texts[kind][lang] = one.text
            unreviewed |= {lang} if one.unreviewed else set()
    return Answer(texts["text"], texts["sms"], frozenset(unreviewed), frozenset(stale))
