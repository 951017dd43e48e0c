"""The command `panoh`. Heavy libraries are imported inside the commands that need them: the others start at once."""

import asyncio
import json
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from bot.clock import Clock, new_key

if TYPE_CHECKING:
    from bot.config import Config
    from bot.content import Content

LANGUAGES = click.Choice(["en", "ru", "uz", "tg", "ky", "kk"])
CONFIG = click.Path(dir_okay=True, path_type=Path)
DEFAULT_CONFIGS = ("panoh.toml", "config.toml")


def main() -> None:
    """Run the command; what a person did wrong is one plain sentence a line, never a traceback."""
    try:
        cli(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except BrokenPipeError:  # `panoh ask | head`
        sys.stderr.close()
    except ExceptionGroup as group:
        for problem in _flat(group):
            click.echo(str(problem), err=True)
        sys.exit(2)


def _flat(group: BaseExceptionGroup[Exception]) -> Iterator[Exception]:
    """The single problems of a group; anything that is not a problem of content or configuration is ours and is raised."""
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from _flat(error)
        elif isinstance(error, ValueError):
            yield error
        else:
            raise error


def _fail(text: str, code: int = 2) -> NoReturn:
    click.echo(text, err=True)
    sys.exit(code)


def _load_content(config: "Config | None" = None) -> "Content":
    from bot.content import load

    return load(config.service.content, config.service.name, config.hotline.registers) if config else load()


def _load_config(path: Path | None) -> "Config":
    from bot.config import load

    if path is None:
        found = [name for name in DEFAULT_CONFIGS if Path(name).is_file()]
        if not found:
            _fail(f"no configuration: name one with --config FILE, or put {DEFAULT_CONFIGS[0]} into this folder")
        path = Path(found[0])
    return load(path)


def _lines() -> Iterator[str]:
    """Lines of standard input without the empty ones; bytes that are no UTF-8 are replaced, not refused."""
    for line in sys.stdin.buffer:
        if text := line.decode("utf-8", "replace").strip():
            yield text


@click.group()
@click.version_option(package_name="panoh", message="panoh %(version)s")
def cli() -> None:
    """Panoh: checked answers for labour migrants, and a trafficking hotline that misses nothing."""


@cli.command()
@click.option(
    "--port",
    default=8080,
    show_default=True,
    type=click.IntRange(0, 65_535),
    help="Port of the page; 0 takes a free one.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the page in a browser.")
def demo(port: int, no_browser: bool) -> None:  # noqa: FBT001 – click's way to hand over a flag
    """Everything on this machine, without an account or a network."""
    click.echo("Starting the demo (a few seconds) ...", err=True)
    from bot.demo import run

    try:
        asyncio.run(run(port, open_browser=not no_browser))
    except OSError as error:
        _fail(f"port {port} cannot be used ({error.strerror}); choose another with --port")


@cli.command()
@click.option("--config", "path", required=True, type=CONFIG, help="The TOML file.")
def serve(path: Path) -> None:
    """Run the service; SIGTERM stops it cleanly."""
    from bot.config import EXAMPLE_KEY
    from hotline_router.load import roster as load_roster

    config = _load_config(path)
    if config.service.secret_key[0].startswith(EXAMPLE_KEY):
        _fail(
            f"{path.name}: service.secret_key: is the example's, which everybody knows; put in one that `panoh keygen` prints"
        )
    content = _load_content(config)
    roster = load_roster(config.hotline.roster, config.hotline.coordinator)
    click.echo("Starting (a few seconds) ...", err=True)
    from bot.serve import run
    from bot.store.base import StoreDown
    from bot.store.sqlite import Locked

    try:
        asyncio.run(run(config, content, roster))
    except Locked:
        _fail(f"{path.name}: service.store: another panoh is running on {config.service.store}; stop it first")
    except StoreDown as error:
        _fail(
            f"{path.name}: service.store: {config.service.store} cannot be used ({error}); check the folder, its rights and the free space"
        )
    except OSError as error:
        _fail(
            f"{path.name}: service.listen: {config.service.listen[0]}:{config.service.listen[1]} cannot be used ({error.strerror}); choose another"
        )


@cli.command()
@click.option("--channel", type=click.Choice(["telegram", "sms"]), default="telegram", show_default=True)
@click.option("--lang", type=LANGUAGES, help="Start in this language.")
@click.option(
    "--record",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the conversation as a story that the tests run.",
)
def chat(channel: str, lang: str | None, record: Path | None) -> None:
    """Talk to the dialogues in the terminal."""
    from bot.chat import run

    run(_load_content(), channel, lang, record)


@cli.command()
@click.option("--lang", type=LANGUAGES, help="The language that the person has set.")
@click.option("--jsonl", is_flag=True, help="One JSON object a line.")
def ask(lang: str | None, jsonl: bool) -> None:  # noqa: FBT001
    """Answer questions from the FAQ, one a line on standard input."""
    from bot.answers import answer_line, answer_text

    content = _load_content()
    for question in _lines():
        shown = (
            json.dumps(answer_line(content, question, lang), ensure_ascii=False)
            if jsonl
            else answer_text(content, question, lang)
        )
        click.echo(shown)


TABLE = click.Path(exists=True, dir_okay=False, path_type=Path)


@cli.command()
@click.option(
    "--entries", type=TABLE, help="Wordings to match with instead of the shipped ones: columns lang wording topic."
)
@click.option("--queries", type=TABLE, help="Labelled questions: columns lang query expected also.")
@click.option(
    "--messages", type=TABLE, help="Messages whose urgency is known, for triage: columns level lang message kind."
)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def evaluate(entries: Path | None, queries: Path | None, messages: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Measure the matching on labelled questions, or triage on labelled messages (tab-separated, with a header line)."""
    from time import perf_counter

    from bot.answers import heard, measure
    from faq.entry import ContentError
    from faq.evaluate import report as questions_report
    from hotline_router.measure import report as messages_report

    if (queries is None) == (messages is None) or (messages and entries):
        raise click.UsageError("Name the file with --queries, or another with --messages.")
    try:
        if queries:
            found, report = measure(_load_content(), entries, queries, perf_counter), questions_report
        elif messages:
            found, report = heard(_load_content(), messages), messages_report
    except ContentError as error:
        _fail(str(error))
    click.echo(json.dumps(found, ensure_ascii=False) if as_json else report(found))


@cli.command()
@click.option("--jsonl", is_flag=True, help="One JSON object a line.")
def triage(jsonl: bool) -> None:  # noqa: FBT001
    """Judge how urgent messages are, one a line on standard input."""
    from hotline_router.triage import triage as judge

    content = _load_content()
    for message in _lines():
        found = judge(message, content.signs)
        line: dict[str, Any] = {
            "message": message,
            "urgency": found.level,
            "score": found.score,
            "signs": list(found.signs),
        }
        click.echo(
            json.dumps(line, ensure_ascii=False) if jsonl else f"{found.level:8}{', '.join(found.signs):30}{message}"
        )


@cli.command()
@click.option("--jsonl", is_flag=True, help="One JSON object a line.")
def offer(jsonl: bool) -> None:  # noqa: FBT001
    """Look for warning signs in job advertisements, one a line on standard input."""
    from bot.answers import offer_line
    from dialogues.flags import load_flags

    flags = load_flags()
    for advertisement in _lines():
        line = offer_line(flags, advertisement)
        signs = "; ".join(f"{one['id']} ({', '.join(one['matched'])})" for one in line["flags"])
        shown = json.dumps(line, ensure_ascii=False) if jsonl else f"{line['risk']:11} {advertisement}\n{'':11} {signs}"
        click.echo(shown.rstrip())


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON list.")
@click.option("--config", "path", type=CONFIG, help="Check this configuration and its roster and content too.")
def check(as_json: bool, path: Path | None) -> None:  # noqa: FBT001
    """Everything that is wrong with content, translations, directory, roster and configuration."""
    from bot.editor import Finding, content_findings

    found: list[Finding] = []
    config = _gather(lambda: _load_config(path), found) if path else None
    if config:
        from hotline_router.load import roster as load_roster

        _gather(lambda: load_roster(config.hotline.roster, config.hotline.coordinator), found)
    content = _gather(lambda: _load_content(config), found)
    if content:
        found += content_findings(content, datetime.fromtimestamp(Clock().now()).astimezone().date())
    errors = sum(one.is_error for one in found)
    if as_json:
        click.echo(
            json.dumps(
                [{"level": "error" if one.is_error else "warning", "text": one.text} for one in found],
                ensure_ascii=False,
                indent=1,
            )
        )
    else:
        for one in found:
            click.echo(f"{'error' if one.is_error else 'warning'}: {one.text}")
        click.echo(f"{errors} errors, {len(found) - errors} warnings")
    sys.exit(1 if errors else 0)


def _gather(load: Callable[[], Any], found: list[Any]) -> Any:
    from bot.editor import Finding

    try:
        return load()
    except ExceptionGroup as group:
        found += [Finding(str(problem), is_error=True) for problem in _flat(group)]
        return None


@cli.command()
@click.argument("what", type=click.Choice(["unanswered", "answers"]))
@click.option(
    "--config", "path", type=CONFIG, help="The TOML file; without it panoh.toml or config.toml of this folder."
)
@click.option("--days", default=30, show_default=True, type=click.IntRange(1, 90), help="How far to look back.")
@click.option("--fewest", default=1, show_default=True, type=click.IntRange(1), help="Leave out smaller groups.")
def report(what: str, path: Path | None, days: int, fewest: int) -> None:
    """What people asked in vain, in groups; or how often each answer was given and liked. Holds nothing about anyone."""
    from bot import report as made
    from bot.clock import day
    from bot.privacy import Seal

    config = _load_config(path)
    try:
        missed, figures = made.read(config.service.store, day(Clock().now() - days * 86_400))
    except made.NoStore as error:
        _fail(str(error), 1)
    lines = (
        made.unanswered(missed, _load_content(config), Seal(config.service.secret_key), fewest=fewest)
        if what == "unanswered"
        else made.answers(figures)
    )
    for line in lines:
        click.echo(line)


@cli.command()
@click.option(
    "--out",
    "folder",
    default="pictures",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder.",
)
@click.option("--lang", "languages", multiple=True, type=LANGUAGES, help="A language, or several; without it all.")
def draw(folder: Path, languages: tuple[str, ...]) -> None:
    """Draw the dialogue trees and the life cycle of a case (SVG); a dashed box holds words no native speaker has read."""
    from bot.draw import draw as drawn
    from dialogues.texts import LANGUAGES as ALL

    try:
        for path in drawn(_load_content(), languages or ALL, folder):
            click.echo(path)
    except OSError as error:
        _fail(f"--out: {folder} cannot be written ({error.strerror}); name another folder")


@cli.group()
def content() -> None:
    """Work on the content."""


@content.command()
@click.option(
    "--content",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Another content folder than the shipped one.",
)
def sync(folder: Path | None) -> None:
    """Bring the translations' files up to date with the English texts."""
    from bot.content import load
    from bot.editor import sync as bring

    for line in bring(load(folder), folder):
        click.echo(line)


@cli.command()
@click.option(
    "--config", "path", type=CONFIG, help="The TOML file; without it panoh.toml or config.toml of this folder."
)
@click.option("--at", "at", help="A time such as 2026-11-23T22:00 (in the roster's time zone); without it: now.")
@click.option("--days", default=14, show_default=True, type=click.IntRange(1, 366), help="How far to look for gaps.")
def roster(path: Path | None, at: str | None, days: int) -> None:
    """Who is on duty, and every gap, unlinked or unreachable operator and missing language."""
    from bot.editor import memory, roster_report
    from hotline_router.load import roster as load_roster

    config = _load_config(path)
    people = load_roster(config.hotline.roster, config.hotline.coordinator)
    moment = Clock().now()
    if at:
        try:
            told = datetime.fromisoformat(at)
        except ValueError:
            _fail(f"--at: {at!r} is no time; write for example 2026-11-23T22:00")
        moment = (told if told.tzinfo else told.replace(tzinfo=people.zone)).timestamp()
    lines, problems = roster_report(people, moment, days, config.service.languages, memory(config.service.store))
    for line in (*lines, *problems):
        click.echo(line)
    sys.exit(1 if problems else 0)


@cli.command()
@click.option("--config", "path", required=True, type=CONFIG, help="The TOML file.")
def doctor(path: Path) -> None:
    """Ask the real services whether everything is in place, and say what to mend."""
    config = _load_config(path)
    click.echo("Asking Telegram and Twilio (a few seconds) ...", err=True)
    from bot.doctor import examine

    findings = asyncio.run(examine(config))
    for one in findings:
        click.echo(f"{'ok   ' if one.is_well else 'MEND '} {one.text}")
    sys.exit(0 if all(one.is_well for one in findings) else 1)


@cli.command()
def keygen() -> None:
    """Print a new secret key."""
    click.echo(new_key())


if __name__ == "__main__":
    main()
