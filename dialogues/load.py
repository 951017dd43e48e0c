"""Files read, ways checked, translations laid over them -> `Content`, or every problem at once."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogues import check
from dialogues.flags import SHIPPED, Flags, load_flags
from dialogues.moved import Moved
from dialogues.reading import Reader
from dialogues.script import Script
from dialogues.texts import LANGUAGES, Texts, placeholders
from dialogues.words import Words
from faq import catalog
from faq.catalog import Translation
from faq.phrases import Phrases

EXAMPLE = "hide-word-example"
"""The text that is a harmless word, which others name as their example."""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that the dialogues say and know, ready to use."""

    script: Script
    texts: Texts
    keywords: Words
    languages: Words
    countries: Words
    topics: frozenset[str]
    """The ids of the FAQ."""
    flags: Flags
    """The warning signs of job offers."""
    moved: Moved
    """Places and choices that a release renamed."""
    sources: Mapping[str, str]
    """English texts that are translated, by key."""
    natives: frozenset[str]
    """Keys whose text is the same in every language."""
    unreviewed: Mapping[str, int]
    """How many texts no native speaker has read, per language."""
    missing: Mapping[str, tuple[str, ...]]
    """Keys without a usable translation (none, or older than the English text), per language."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the files hold, as far as it can be read, and every problem of the rest: what is checked as a whole."""

    content: Content
    homes: Mapping[str, str]
    """In which file each key, each `place.NAME` and each `keyword.NAME` stands."""
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Keywords, languages and countries as they are written."""
    catalogs: Mapping[str, Mapping[str, Translation]]
    """What translators have done, by language, whether it can be used or not."""
    problems: tuple[Exception, ...]
    is_whole: bool
    """Every content file could be read to its end."""


def load(
    content: Path, locales: Path, numbers: Mapping[str, str], topics: Collection[str], service_name: str = "Panoh"
) -> Content:
    """Read the folder `content` and the catalogues in `locales`.

    `numbers` are the published telephone numbers by name, `topics` the ids of the FAQ. Raises one ExceptionGroup of
    ContentError that holds all problems, each `file: key: what is wrong; what to do`.
    """
    draft = read(content, locales, numbers, topics, service_name)
    if draft.problems:
        raise ExceptionGroup("dialogues", draft.problems)
    return draft.content


def read(
    content: Path, locales: Path, numbers: Mapping[str, str], topics: Collection[str], service_name: str = "Panoh"
) -> Draft:
    """The same without a complaint: never raises on what an editor did."""
    reader = Reader(numbers)
    for path in sorted(content.glob("*.toml")):
        reader.file_of(path)
    reader.check_ways(topics)
    try:
        flags = load_flags(content / "flags" / SHIPPED.name)
        reader.complain(check.flags(reader.places, reader.sources, flags))
    except ExceptionGroup as group:
        flags = Flags({}, Phrases.build(()))
        reader.problems += group.exceptions
    catalogs = dict(_catalogs(reader, locales))
    by_language, missing, unreviewed = _translations(reader, catalogs)
    said = Content(
        Script(reader.places),
        Texts(
            by_language,
            {**numbers, "service-name": service_name, "example": reader.sources.get(EXAMPLE, "")},
            frozenset(reader.natives),
        ),
        Words.build(reader.words["keyword"]),
        Words.build(reader.words["language"]),
        Words.build(reader.words["country"]),
        frozenset(topics),
        flags,
        Moved(reader.moved),
        {key: text for key, text in reader.sources.items() if key not in reader.natives},
        frozenset(reader.natives),
        unreviewed,
        missing,
    )
    return Draft(said, reader.homes, reader.words, catalogs, tuple(reader.problems), not reader.broken)


def _catalogs(reader: Reader, locales: Path) -> Iterator[tuple[str, Mapping[str, Translation]]]:
    """The catalogues that can be read."""
    for language in LANGUAGES[1:]:
        reader.file = f"dialogues/locales/{language}.po"
        try:
            yield language, catalog.read(locales / f"{language}.po")
        except Exception as error:  # noqa: BLE001 – whatever a damaged catalogue raises, the editor is told where
            reader.wrong("(whole file)", f"cannot be read: {error}; mend it or restore it")


def _translations(
    reader: Reader, catalogs: Mapping[str, Mapping[str, Translation]]
) -> tuple[dict[str, Mapping[str, str]], dict[str, tuple[str, ...]], dict[str, int]]:
    natives = {key: reader.sources[key] for key in reader.natives if key in reader.sources}
    translated = reader.sources.keys() - reader.natives
    by_language: dict[str, Mapping[str, str]] = {"en": reader.sources, **dict.fromkeys(LANGUAGES[1:], natives)}
    missing: dict[str, tuple[str, ...]] = dict.fromkeys(LANGUAGES[1:], ())
    unreviewed: dict[str, int] = dict.fromkeys(LANGUAGES[1:], 0)
    for language, known in catalogs.items():
        reader.file = f"dialogues/locales/{language}.po"
        stale = set(catalog.stale(known, reader.sources))
        usable = {key: one.text for key, one in known.items() if key in translated and key not in stale}
        for key, text in usable.items():
            ours, theirs = sorted(placeholders(reader.sources[key])), sorted(placeholders(text))
            if ours != theirs:
                wrong = f"has the placeholders {theirs}, the English text has {ours}"
                reader.wrong(key, f"{wrong}; write the same names in braces")
        by_language[language] = natives | usable
        missing[language] = tuple(sorted(translated - usable.keys()))
        unreviewed[language] = sum(known[key].unreviewed for key in usable)
    return by_language, missing, unreviewed
