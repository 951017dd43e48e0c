"""What the commands have in common: where the configuration is, what is read, how they fail."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from faq.language import LANGUAGES as KNOWN

if TYPE_CHECKING:
    from bot.config import Config
    from bot.content import Content, Draft

LANGUAGES = click.Choice(KNOWN)
CONFIG = click.Path(dir_okay=True, path_type=Path)
FOLDER = click.option(
    "--content",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Another content folder than the shipped one.",
)
DEFAULT_CONFIGS = ("panoh.toml", "config.toml")


def flat(group: BaseExceptionGroup[Exception]) -> Iterator[Exception]:
    """The single problems of a group; anything that is not a problem of content or configuration is ours and is raised."""
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from flat(error)
        elif isinstance(error, ValueError):
            yield error
        else:
            raise error


def fail(text: str, code: int = 2) -> NoReturn:
    """Say why in one plain sentence, and end."""
    click.echo(text, err=True)
    sys.exit(code)


def load_content(config: "Config | None" = None, folder: Path | None = None) -> "Content":
    """The content of a folder, or what a configuration names, or the shipped one."""
    from bot.content import load

    if config is None:
        return load(folder)
    return load(config.service.content, config.service.name, config.hotline.registers, config.hotline.replies)


def read_content(folder: Path | None) -> "Draft":
    """The same without learning what its wordings teach, which takes seconds; raises every problem."""
    from bot.content import read

    draft = read(folder)
    if draft.problems:
        raise ExceptionGroup("content", draft.problems)
    return draft


def load_config(path: Path | None) -> "Config":
    """The configuration named, or the one in this folder."""
    from bot.config import load

    if path is None:
        found = [name for name in DEFAULT_CONFIGS if Path(name).is_file()]
        if not found:
            fail(f"no configuration: name one with --config FILE, or put {DEFAULT_CONFIGS[0]} into this folder")
        path = Path(found[0])
    return load(path)


def lines() -> Iterator[str]:
    """Lines of standard input without the empty ones; bytes that are no UTF-8 are replaced, not refused."""
    for line in sys.stdin.buffer:
        if text := line.decode("utf-8", "replace").strip():
            yield text
