"""Files read, ways checked, translations laid over them -> `Content`, or every problem at once."""

from collections.abc import Collection, Mapping
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


def load(
    content: Path, locales: Path, numbers: Mapping[str, str], topics: Collection[str], service_name: str = "Panoh"
) -> Content:
    """Read the folder `content` and the catalogues in `locales`.

    `numbers` are the published telephone numbers by name, `topics` the ids of the FAQ. Raises one ExceptionGroup of
    ContentError that holds all problems, each `file: key: what is wrong; what to do`.
    """
    reader = Reader(numbers)
    for path in sorted(content.glob("*.toml")):
        reader.file_of(path)
    reader.check_ways(topics)
    try:
        flags = load_flags(content / "flags" / SHIPPED.name)
        reader.complain(check.flags(reader.places, reader.sources, flags))
    except ExceptionGroup as group:
        raise ExceptionGroup("dialogues", [*reader.problems, *group.exceptions]) from group
    by_language, missing, unreviewed = _translations(reader, locales)
    if reader.problems:
        raise ExceptionGroup("dialogues", reader.problems)
    return Content(
        Script(reader.places),
        Texts(
            by_language,
            {**numbers, "service-name": service_name, "example": reader.sources[EXAMPLE]},
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


def _translations(
    reader: Reader, locales: Path
) -> tuple[dict[str, Mapping[str, str]], dict[str, tuple[str, ...]], dict[str, int]]:
    natives = {key: reader.sources[key] for key in reader.natives}
    translated = reader.sources.keys() - reader.natives
    by_language: dict[str, Mapping[str, str]] = {"en": reader.sources}
    missing: dict[str, tuple[str, ...]] = {}
    unreviewed: dict[str, int] = {}
    for language in LANGUAGES[1:]:
        reader.file = f"{language}.po"
        try:
            known = catalog.read(locales / reader.file)
        except Exception as error:  # noqa: BLE001 – whatever a damaged catalogue raises, the editor is told where
            reader.wrong("(whole file)", f"cannot be read: {error}; mend it or restore it")
            continue
        stale = set(catalog.stale(known, reader.sources))
        usable = {key: one.text for key, one in known.items() if key in translated and key not in stale}
        for key, text in usable.items():
            if placeholders(text) != placeholders(reader.sources[key]):
                reader.wrong(
                    key,
                    f"has the placeholders {sorted(placeholders(text))}; the English text has {sorted(placeholders(reader.sources[key]))}",
                )
        by_language[language] = natives | usable
        missing[language] = tuple(sorted(translated - usable.keys()))
        unreviewed[language] = sum(known[key].unreviewed for key in usable)
    return by_language, missing, unreviewed
