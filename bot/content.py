"""Everything that editors write, loaded and checked together: dialogues, FAQ, danger signs, directory."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import dialogues
import faq
import hotline_router
from bot.numbers import with_numbers
from dialogues.load import Content as Dialogues
from dialogues.load import Draft as DialoguesDraft
from dialogues.load import load as load_dialogues
from dialogues.load import read as read_dialogues
from dialogues.registers import Registers, load_registers
from dialogues.texts import Texts
from faq.entry import Faq
from faq.load import Draft as FaqDraft
from faq.load import load as load_faq
from faq.load import read as read_faq
from hotline_router.directory import Directory
from hotline_router.examples import Examples, load_examples
from hotline_router.kept import hear
from hotline_router.load import directory as load_directory
from hotline_router.load import read_directory
from hotline_router.replies import Replies, load_replies
from hotline_router.signs import Signs, load_signs

T = TypeVar("T")
DIRECTORY, DANGER = Path("content/directory.toml"), Path("content/danger.toml")
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


@dataclass(frozen=True, slots=True)
class Draft:
    """All content as far as it can be read, and every problem of the rest: what `panoh check` looks at."""

    dialogues: DialoguesDraft
    faq: FaqDraft
    directory: Directory
    replies: Replies | None
    examples: Examples | None
    problems: tuple[Exception, ...]


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
    directory = gathered.run(lambda: load_directory(hotline / DIRECTORY))
    signs = gathered.run(lambda: load_signs(hotline / DANGER))
    examples = gathered.run(lambda: load_examples(hotline / "content"))
    numbers = directory.numbers() if directory else {}
    topics = gathered.run(lambda: load_faq(answers, numbers))
    said = gathered.run(
        lambda: load_dialogues(speech / "content", speech / "locales", numbers, _names(answers), service_name)
    )
    agencies = gathered.run(lambda: load_registers(registers))
    if said and directory:
        said = gathered.run(partial(with_numbers, said, directory))
    quick = gathered.run(lambda: load_replies(replies or _own_replies(hotline), numbers))
    if gathered.problems or not (directory and signs and examples and topics and said and agencies and quick):
        raise ExceptionGroup("content", gathered.problems)
    heard = hear(examples, topics, os.environ, hotline / "content")
    return Content(said, topics, replace(signs, heard=heard), directory, agencies, quick)


def answers(content: Path | None = None) -> tuple[Faq, Texts]:
    """The FAQ and the texts around it, without the hotline: what answering questions needs. Raises as `load` does."""
    gathered = _Gathered()
    speech, topics, hotline = (folder_of(name, content) for name in ("dialogues", "faq", "hotline_router"))
    directory = gathered.run(lambda: load_directory(hotline / DIRECTORY))
    numbers = directory.numbers() if directory else {}
    found = gathered.run(lambda: load_faq(topics, numbers))
    said = gathered.run(lambda: load_dialogues(speech / "content", speech / "locales", numbers, _names(topics), ""))
    if gathered.problems or not (found and said):
        raise ExceptionGroup("content", gathered.problems)
    return found, said.texts


def read(
    content: Path | None = None, service_name: str = "Panoh", registers: Path | None = None, replies: Path | None = None
) -> Draft:
    """The same for checking: nothing is learnt, nothing is taken from what was kept, and nothing raises."""
    gathered = _Gathered()
    speech, answers, hotline = (folder_of(name, content) for name in ("dialogues", "faq", "hotline_router"))
    directory, problems = read_directory(hotline / DIRECTORY)
    numbers = directory.numbers()
    faq = read_faq(answers, numbers)
    said = read_dialogues(speech / "content", speech / "locales", numbers, _names(answers), service_name)
    if not (problems or said.problems) and (listed := gathered.run(lambda: with_numbers(said.content, directory))):
        said = replace(said, content=listed)
    gathered.run(lambda: load_signs(hotline / DANGER))
    examples = gathered.run(lambda: load_examples(hotline / "content"))
    gathered.run(lambda: load_registers(registers))
    quick = gathered.run(lambda: load_replies(replies or _own_replies(hotline), numbers))
    return Draft(said, faq, directory, quick, examples, (*problems, *faq.problems, *said.problems, *gathered.problems))


def _names(answers: Path) -> frozenset[str]:
    """The ids of the topics: the names of their files."""
    return frozenset(path.stem for path in (answers / "content").glob("*.toml"))


def _own_replies(hotline: Path) -> Path | None:
    """The quick replies of a content folder, if it has any of its own."""
    own = hotline / "content" / "replies.toml"
    return own if own.exists() else None
