"""Reads and writes the gettext catalogues (`.po`) in which translators work; nothing else knows their form.

A message is known by its key (gettext's `msgctxt`); its `msgid` is the English source as it was when it was translated.
A translation that no native speaker has read carries the translator's comment `unreviewed`; a fuzzy one is not used.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

UNREVIEWED = "unreviewed"
_LINE = re.compile(r'\s*|#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*"\s*')


@dataclass(frozen=True, slots=True)
class Translation:
    """One text in one language, with the English text it was made from."""

    source: str
    text: str
    fuzzy: bool = False
    unreviewed: bool = True


def read(path: Path) -> Mapping[str, Translation]:
    """The translations of one `.po` file by key; an absent file is an empty catalogue."""
    from babel.messages.pofile import read_po

    if not path.exists():
        return {}
    _check_quotes(path)
    with path.open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    return {
        message.context: Translation(
            str(message.id), str(message.string), message.fuzzy, UNREVIEWED in message.user_comments
        )
        for message in catalog
        if message.context and message.string
    }


def _check_quotes(path: Path) -> None:
    """Babel reads a line without its quotes as something else than it says, and does not complain."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not _LINE.fullmatch(line):
            raise ValueError(f"line {number} is no line of a catalogue; put the text between quotes")


def write(path: Path, language: str, sources: Mapping[str, str], known: Mapping[str, Translation]) -> None:
    """Write a catalogue of all `sources`: what is translated stays, what changed becomes fuzzy, what is gone goes."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(project="Panoh", fuzzy=False, charset="utf-8")
    for key, source in sources.items():
        old = known.get(key)
        catalog.add(
            source,
            old.text if old else "",
            context=key,
            flags=["fuzzy"] if old and (old.fuzzy or old.source != source) else [],
            user_comments=[UNREVIEWED] if old and old.unreviewed else [],
            previous_id=[old.source] if old and old.source != source else [],
        )
    catalog.mime_headers[:] = []  # dates and tool versions would change in every run
    with path.open("wb") as file:
        write_po(file, catalog, width=120, omit_header=True, include_previous=True)
    header = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    path.write_text(header + path.read_text(encoding="utf-8"), encoding="utf-8")


def stale(known: Mapping[str, Translation], sources: Mapping[str, str]) -> Iterable[str]:
    """Keys whose translation may not be shown: fuzzy, or made from an English text that has changed since."""
    return (key for key, one in known.items() if one.fuzzy or (key in sources and one.source != sources[key]))
