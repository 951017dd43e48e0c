"""The command `panoh check`: configuration, roster and content, each told of whatever is wrong with the others."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.clock import Clock
from bot.terminal import CONFIG, FOLDER, fail, flat, load_config

if TYPE_CHECKING:
    from bot.config import Config
    from bot.content import Draft
    from faq.finding import Finding

OLDER = click.Path(exists=True, file_okay=False, path_type=Path)
DATABASE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON list of objects.")
@click.option("--config", "path", type=CONFIG, help="Check this configuration and its roster and content too.")
@FOLDER
@click.option("--walk", is_flag=True, help="Walk every way in every language on every channel too (a minute).")
@click.option("--against", type=OLDER, help="An older content: what is gone since, and where it leads.")
@click.option(
    "--store", type=DATABASE, help="With --against and --config: how many people of this database stand there."
)
def check(
    as_json: bool,  # noqa: FBT001
    path: Path | None,
    folder: Path | None,
    walk: bool,  # noqa: FBT001
    against: Path | None,
    store: Path | None,
) -> None:
    """Everything that is wrong with content, translations, directory, roster and configuration."""
    if store and not (path and against):
        raise click.UsageError("--store is read with --against OLD, and with --config FILE, whose key opens it")
    from bot.checking import findings, loaded
    from bot.content import read

    problems: list[Exception] = []
    config: Config | None = _gather(lambda: load_config(path), problems) if path else None
    if config:
        _roster(config, problems)
    named = _named(config, folder)
    draft = read(*named)
    found = [*loaded(problems), *findings(draft, _today())]
    counted = ""
    if against:
        compared, counted = _compared(draft, config, against, store)
        found += compared
    if walk and not any(one.level == "error" for one in found):
        found += _walked(named, quiet=as_json)
    _show(found, counted, as_json=as_json)
    sys.exit(1 if any(one.level == "error" for one in found) else 0)


def _today() -> date:
    return datetime.fromtimestamp(Clock().now()).astimezone().date()


def _named(config: "Config | None", folder: Path | None) -> tuple[Any, ...]:
    """What the content is read with."""
    if config is None:
        return (folder,)
    return (folder or config.service.content, config.service.name, config.hotline.registers, config.hotline.replies)


def _gather(load: Callable[[], Any], problems: list[Exception]) -> Any:
    try:
        return load()
    except ExceptionGroup as group:
        problems += flat(group)
        return None


def _roster(config: "Config", problems: list[Exception]) -> None:
    from hotline_router.load import roster

    _gather(lambda: roster(config.hotline.roster, config.hotline.coordinator), problems)


def _compared(
    draft: "Draft", config: "Config | None", against: Path, store: Path | None
) -> tuple[list["Finding"], str]:
    from bot.against import NotThere, compare

    try:
        return compare(draft.dialogues.content, against, store, config.service.secret_key if config else [])
    except NotThere as error:
        fail(str(error))


def _walked(named: tuple[Any, ...], *, quiet: bool) -> Iterator["Finding"]:
    """What is wrong on the ways through the trees; says what was seen."""
    from bot.content import load
    from bot.walking import report, walks

    tallies = list(walks(load(*named), _today()))
    for line in report(tallies):
        click.echo(line, err=quiet)
    for one in tallies:
        yield from one.problems.values()


def _show(found: Sequence["Finding"], counted: str, *, as_json: bool) -> None:
    errors = sum(one.level == "error" for one in found)
    if as_json:
        rows = [one.row() for one in found] + ([{"level": "note", "text": counted}] if counted else [])
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for one in found:
        click.echo(f"{one.level}: {one.text}")
    if counted:
        click.echo(counted)
    click.echo(f"{errors} errors, {len(found) - errors} warnings")
