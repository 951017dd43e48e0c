"""`panoh draw`: the dialogue trees and the life cycle of a case, a picture a file."""

from collections.abc import Iterator
from pathlib import Path

from bot.content import Draft, folder_of
from dialogues.draw import Box, Way, boxes, picture, trees
from faq import catalog
from hotline_router.case import LIFE, Status


def draw(content: Draft, languages: tuple[str, ...], folder: Path, source: Path | None = None) -> Iterator[Path]:
    """Write the pictures into a folder, and name each file; `source` is the folder of the content where it is not the shipped one."""
    folder.mkdir(parents=True, exist_ok=True)
    yield _written(folder / "case.svg", picture("case", _life()))
    said = content.dialogues.content
    for language in languages:
        unread, missing = _unread(language, source), said.missing.get(language, ())
        for name, places in trees(said.script).items():
            shown = boxes(places, said.script, said.texts, language, unread, missing)
            yield _written(folder / f"{name}.{language}.svg", picture(f"{name} · {language}", shown))


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _unread(language: str, source: Path | None) -> frozenset[str]:
    """The keys whose text in this language no native speaker has read; the English texts are the source."""
    known = catalog.read(folder_of("dialogues", source) / "locales" / f"{language}.po") if language != "en" else {}
    return frozenset(key for key, one in known.items() if one.unreviewed)


def _life() -> tuple[Box, ...]:
    """A box for each status, with what may happen to a case that stands there."""
    return tuple(
        Box(status, "", tuple(Way(happens, to) for (at, happens), to in LIFE.items() if at is status))
        for status in Status
    )
