"""Everything that editors write, loaded and checked together: dialogues, FAQ, danger signs, directory."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import dialogues
import faq
import hotline_router
from bot.numbers import with_numbers
from dialogues.load import Content as Dialogues
from dialogues.load import load as load_dialogues
from dialogues.registers import Registers, load_registers
from faq.entry import Faq
from faq.load import load as load_faq
from hotline_router.directory import Directory
from hotline_router.load import directory as load_directory
from hotline_router.replies import Replies, load_replies
from hotline_router.triage import Signs, load_signs

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
    replies: Replies

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


def load(
    content: Path | None = None,
    service_name: str = "Panoh",
    registers: Path | None = None,
    replies: Path | None = None,
) -> Content:
    """Load everything; `registers` is a folder of agencies in CSV files, `replies` a file of quick replies.

    Raises one ExceptionGroup with every problem of every file, each `file: key: what is wrong; what to do`.
    """
    gathered = _Gathered()
    speech, answers, hotline = (folder_of(name, content) for name in ("dialogues", "faq", "hotline_router"))
    directory = gathered.run(lambda: load_directory(hotline / "content" / "directory.toml"))
    signs = gathered.run(lambda: load_signs(hotline / "content" / "danger.toml"))
    numbers = directory.numbers() if directory else {}
    topics = gathered.run(lambda: load_faq(answers, numbers))
    names = frozenset(path.stem for path in (answers / "content").glob("*.toml"))
    said = gathered.run(lambda: load_dialogues(speech / "content", speech / "locales", numbers, names, service_name))
    agencies = gathered.run(lambda: load_registers(registers))
    if said and directory:
        said = gathered.run(partial(with_numbers, said, directory))
    own = hotline / "content" / "replies.toml"
    quick = gathered.run(lambda: load_replies(replies or (own if own.exists() else None), numbers))
    if gathered.problems or not (directory and signs and topics and said and agencies and quick):
        raise ExceptionGroup("content", gathered.problems)
    return Content(said, topics, signs, directory, agencies, quick)
