"""The command `panoh`. Heavy libraries are imported inside the commands that need them: the others start at once."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

import click

from bot import editing
from bot.clock import Clock, new_key
from bot.terminal import CONFIG, FOLDER, LANGUAGES, fail, flat, load_config, load_content


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
        for problem in flat(group):
            click.echo(str(problem), err=True)
        sys.exit(2)


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
        fail(f"port {port} cannot be used ({error.strerror}); choose another with --port")


@cli.command()
@click.option("--config", "path", required=True, type=CONFIG, help="The TOML file.")
def serve(path: Path) -> None:
    """Run the service; SIGTERM stops it cleanly."""
    from bot.config import EXAMPLE_KEY
    from hotline_router.load import roster as load_roster

    config = load_config(path)
    if config.service.secret_key[0].startswith(EXAMPLE_KEY):
        fail(
            f"{path.name}: service.secret_key: is the example's, which everybody knows; put in one that `panoh keygen` prints"
        )
    content = load_content(config)
    roster = load_roster(config.hotline.roster, config.hotline.coordinator)
    click.echo("Starting (a few seconds) ...", err=True)
    from bot.serve import run
    from bot.store.base import StoreDown
    from bot.store.sqlite import Locked

    try:
        asyncio.run(run(config, content, roster))
    except Locked:
        fail(f"{path.name}: service.store: another panoh is running on {config.service.store}; stop it first")
    except StoreDown as error:
        fail(
            f"{path.name}: service.store: {config.service.store} cannot be used ({error}); check the folder, its rights and the free space"
        )
    except OSError as error:
        fail(
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
@FOLDER
def chat(channel: str, lang: str | None, record: Path | None, folder: Path | None) -> None:
    """Talk to the dialogues in the terminal."""
    from bot.chat import run

    run(load_content(folder=folder), channel, lang, record)


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

    config = load_config(path)
    people = load_roster(config.hotline.roster, config.hotline.coordinator)
    moment = Clock().now()
    if at:
        try:
            told = datetime.fromisoformat(at)
        except ValueError:
            fail(f"--at: {at!r} is no time; write for example 2026-11-23T22:00")
        moment = (told if told.tzinfo else told.replace(tzinfo=people.zone)).timestamp()
    lines, problems = roster_report(people, moment, days, config.service.languages, memory(config.service.store))
    for line in (*lines, *problems):
        click.echo(line)
    sys.exit(1 if problems else 0)


@cli.command()
@click.option("--config", "path", required=True, type=CONFIG, help="The TOML file.")
def doctor(path: Path) -> None:
    """Ask the real services whether everything is in place, and say what to mend."""
    config = load_config(path)
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


for command in editing.COMMANDS:
    cli.add_command(command)


if __name__ == "__main__":
    main()
