"""Everything that editors write, loaded and checked together: dialogues, FAQ, danger signs, directory."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import dialogues
import faq
import hotline_router
from dialogues.load import Content as Dialogues
from dialogues.load import load as load_dialogues
from dialogues.registers import Registers, load_registers
from faq.entry import Faq
from faq.load import load as load_faq
from hotline_router.directory import Directory
from hotline_router.examples import load_examples
from hotline_router.kept import hear
from hotline_router.load import directory as load_directory
from hotline_router.signs import Signs, load_signs

T = TypeVar("T")
PACKAGES = {"dialogues": dialogues, "faq": faq, "hotline_router": hotline_router}


@dataclass(frozen=True, slots=True)
class Content:
    """The whole content, consistent in itself."""

    dialogues: Dialogues
    faq: Faq
    signs: Signs
    directory: Directory
    registers: Registers
    unread: Mapping[str, int]
    """Examples of messages that no native speaker has read, by language."""

    def warm(self) -> None:
        """Build what is otherwise built when it is first asked, so that nobody in danger waits for it."""
        self.signs.index.spot("")
        self.dialogues.flags.index.spot("")


def folder_of(package: str, content: Path | None) -> Path:
    """Where the content of a package lies: shipped inside it, or in a folder of the same shape."""
    return content / package if content else Path(str(PACKAGES[package].__file__)).parent


class _Gathered:
    """Runs loaders and keeps what they complain about, so that an editor hears of everything at once."""

    def __init__(self) -> None:
        self.problems: list[Exception] = []

    def run(self, load: Callable[[], T]) -> T | None:
        try:
            return load()
        except ExceptionGroup as group:
            self.problems += group.exceptions
            return None


def load(content: Path | None = None, service_name: str = "Panoh", registers: Path | None = None) -> Content:
    """Load everything; `registers` is a folder of agencies in CSV files.

    Raises one ExceptionGroup with every problem of every file, each `file: key: what is wrong; what to do`.
    """
    gathered = _Gathered()
    speech, answers, hotline = (folder_of(name, content) for name in ("dialogues", "faq", "hotline_router"))
    directory = gathered.run(lambda: load_directory(hotline / "content" / "directory.toml"))
    signs = gathered.run(lambda: load_signs(hotline / "content" / "danger.toml"))
    examples = gathered.run(lambda: load_examples(hotline / "content"))
    numbers = directory.numbers() if directory else {}
    topics = gathered.run(lambda: load_faq(answers, numbers))
    names = frozenset(path.stem for path in (answers / "content").glob("*.toml"))
    said = gathered.run(lambda: load_dialogues(speech / "content", speech / "locales", numbers, names, service_name))
    agencies = gathered.run(lambda: load_registers(registers))
    if (
        gathered.problems
        or agencies is None
        or directory is None
        or signs is None
        or topics is None
        or said is None
        or examples is None
    ):
        raise ExceptionGroup("content", gathered.problems)
    heard = hear(examples, topics, os.environ, hotline / "content")
    return Content(said, topics, replace(signs, heard=heard), directory, agencies, examples.unreviewed)
