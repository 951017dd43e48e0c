"""Reads and writes the gettext catalogues (`.po`) in which translators work; nothing else knows their form.

A message is known by its key (gettext's `msgctxt`); its `msgid` is the English source as it was when it was translated.
A translation that no native speaker has read carries the translator's comment `unreviewed`; a fuzzy one is not used.
What a translator's program or hand adds (the head of the file, notes, texts that are gone for now) stays.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

UNREVIEWED = "unreviewed"
WIDTH = 120
_KEY = re.compile(r'^msgctxt "(.*)"$', re.MULTILINE)
_LINE = re.compile(r'\s*|#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*"\s*')


_HEAD = re.compile(r'(?:#.*\n)*msgid ""\nmsgstr ""\n')


@dataclass(frozen=True, slots=True)
class Translation:
    """One text in one language, with the English text it was made from."""

    source: str
    text: str
    fuzzy: bool = False
    unreviewed: bool = True
    previous: str = ""
    """The English text that a fuzzy translation was made from."""
    notes: tuple[str, ...] = ()
    """What translators wrote down beside it."""


def read(path: Path) -> Mapping[str, Translation]:
    """The translations of one `.po` file by key; an absent file is an empty catalogue."""
    if not path.exists():
        return {}
    return {message.context: _translation(message) for message in _parsed(path) if message.context and message.string}


def _parsed(path: Path) -> "Catalog":
    from babel.messages.pofile import read_po

    _check_quotes(path)
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def _translation(message: "Message") -> Translation:
    """Babel takes the lines of the previous source (`#| msgid "…"`) for notes of a translator."""
    from babel.messages.pofile import denormalize

    before = [note.removeprefix("|").strip() for note in message.user_comments if note.startswith("|")]
    quoted = [line.removeprefix("msgid").strip() for line in before if line.startswith(("msgid ", '"'))]
    notes = tuple(note for note in message.user_comments if note != UNREVIEWED and not note.startswith("|"))
    previous = "".join(denormalize(line) for line in quoted)
    is_unreviewed = UNREVIEWED in message.user_comments
    return Translation(str(message.id), str(message.string), message.fuzzy, is_unreviewed, previous, notes)


def _check_quotes(path: Path) -> None:
    """Babel reads a line without its quotes as something else than it says, and does not complain."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not _LINE.fullmatch(line):
            raise ValueError(f"line {number} is no line of a catalogue; put the text between quotes")


def write(path: Path, language: str, sources: Mapping[str, str], known: Mapping[str, Translation]) -> None:
    """Write a catalogue of all `sources`: what is translated stays, what changed becomes fuzzy and keeps the text it was made from.

    A translation whose text is gone is kept out of use at the end of the file (`#~`); it comes back with its text.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    before = _parsed(path) if path.exists() else Catalog()
    resting = {message.context: _translation(message) for message in before.obsolete.values() if message.context}
    every = {**resting, **known}
    catalog = Catalog(project="Panoh", fuzzy=False, charset="utf-8")
    for key, source in sources.items():
        _add(catalog, key, source, every.get(key))
    for key, old in every.items():
        if key not in sources:
            catalog.obsolete[key] = _message(key, old.source, old)
    catalog.mime_headers[:] = []  # dates and tool versions would change in every run
    head = _head(path, language)
    with path.open("wb") as file:
        write_po(file, catalog, width=WIDTH, omit_header=True)
    previous = {one.context: one.previous_id[0] for one in catalog if one.context and one.previous_id}
    path.write_text(head + _with_previous(path.read_text(encoding="utf-8"), previous), encoding="utf-8")


def _with_previous(written: str, previous: Mapping[str, str]) -> str:
    """The lines `#| msgid …`, which Babel breaks when the text has more than one line."""
    from babel.messages.pofile import normalize

    def lines(key: str) -> str:
        quoted = normalize(previous[key], width=WIDTH).splitlines()
        return "".join(f"#| {line}\n" for line in (f"msgid {quoted[0]}", *quoted[1:]))

    return _KEY.sub(lambda found: (lines(found[1]) if found[1] in previous else "") + found[0], written)


def _message(key: str, source: str, old: Translation | None) -> "Message":
    """An entry; fuzzy where the translation was made from another text, unless that text is back."""
    from babel.messages.catalog import Message

    if old is None:
        return Message(source, "", context=key)
    made_from = old.previous if old.fuzzy and old.previous else old.source
    is_fuzzy = made_from != source or (old.fuzzy and not old.previous)
    return Message(
        source,
        old.text,
        context=key,
        flags=["fuzzy"] if is_fuzzy else [],
        user_comments=[*([UNREVIEWED] if old.unreviewed else []), *old.notes],
        previous_id=[made_from] if made_from != source else [],
    )


def _add(catalog: "Catalog", key: str, source: str, old: Translation | None) -> None:
    one = _message(key, source, old)
    added = catalog.add(
        source, one.string, context=key, flags=one.flags, user_comments=one.user_comments, previous_id=one.previous_id
    )  # fmt: skip
    added.flags.discard("python-format")  # a per cent is a per cent


def _head(path: Path, language: str) -> str:
    """The head of the file as it stands there, with whatever a translator's program wrote into it; a new one for a new file."""
    head = path.read_text(encoding="utf-8").partition("\n\n")[0] if path.exists() else ""
    if _HEAD.match(f"{head}\n"):
        return f"{head.rstrip()}\n\n"
    return f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def stale(known: Mapping[str, Translation], sources: Mapping[str, str]) -> Iterable[str]:
    """Keys whose translation may not be shown: fuzzy, or made from an English text that has changed since."""
    return (key for key, one in known.items() if one.fuzzy or (key in sources and one.source != sources[key]))
