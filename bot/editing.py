"""The commands for those who write and check the content. Heavy libraries are imported inside the commands that need them."""

import json
from pathlib import Path
from typing import Any

import click

from bot.check import check
from bot.clock import Clock
from bot.terminal import CONFIG, FOLDER, LANGUAGES, fail, lines, load_config, load_content, read_content

TABLE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--lang", type=LANGUAGES, help="The language that the person has set.")
@click.option("--jsonl", is_flag=True, help="One JSON object a line.")
@FOLDER
def ask(lang: str | None, jsonl: bool, folder: Path | None) -> None:  # noqa: FBT001
    """Answer questions from the FAQ, one a line on standard input."""
    from bot.answers import answer_line, answer_text
    from bot.content import answers

    faq, texts = answers(folder)
    for question in lines():
        shown = (
            json.dumps(answer_line(faq, question, lang), ensure_ascii=False)
            if jsonl
            else answer_text(faq, texts, question, lang)
        )
        click.echo(shown)


@click.command()
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

    from bot.measuring import heard, measure
    from faq.entry import ContentError
    from faq.evaluate import report as questions_report
    from hotline_router.measure import report as messages_report

    if (queries is None) == (messages is None) or (messages and entries):
        raise click.UsageError("Name the file with --queries, or another with --messages.")
    try:
        if queries:
            found, report = measure(load_content(), entries, queries, perf_counter), questions_report
        elif messages:
            found, report = heard(load_content(), messages), messages_report
    except ContentError as error:
        fail(str(error))
    click.echo(json.dumps(found, ensure_ascii=False) if as_json else report(found))


@click.command()
@click.option("--jsonl", is_flag=True, help="One JSON object a line.")
@FOLDER
def triage(jsonl: bool, folder: Path | None) -> None:  # noqa: FBT001
    """Judge how urgent messages are, one a line on standard input."""
    from hotline_router.triage import triage as judge

    content = load_content(folder=folder)
    for message in lines():
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


@click.command()
@click.option("--jsonl", is_flag=True, help="One JSON object a line.")
def offer(jsonl: bool) -> None:  # noqa: FBT001
    """Look for warning signs in job advertisements, one a line on standard input."""
    from bot.answers import offer_line
    from dialogues.flags import load_flags

    flags = load_flags()
    for advertisement in lines():
        line = offer_line(flags, advertisement)
        signs = "; ".join(f"{one['id']} ({', '.join(one['matched'])})" for one in line["flags"])
        shown = json.dumps(line, ensure_ascii=False) if jsonl else f"{line['risk']:11} {advertisement}\n{'':11} {signs}"
        click.echo(shown.rstrip())


@click.command()
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

    config = load_config(path)
    try:
        missed, figures = made.read(config.service.store, day(Clock().now() - days * 86_400))
    except made.NoStore as error:
        fail(str(error), 1)
    lines = (
        made.unanswered(missed, load_content(config), Seal(config.service.secret_key), fewest=fewest)
        if what == "unanswered"
        else made.answers(figures)
    )
    for line in lines:
        click.echo(line)


@click.command()
@click.option(
    "--out",
    default="pictures",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder.",
)
@click.option("--lang", "languages", multiple=True, type=LANGUAGES, help="A language, or several; without it all.")
@FOLDER
def draw(out: Path, languages: tuple[str, ...], folder: Path | None) -> None:
    """Draw the dialogue trees and the life cycle of a case (SVG); a dashed box holds words no native speaker has read."""
    from bot.draw import draw as drawn
    from dialogues.texts import LANGUAGES as ALL

    try:
        for path in drawn(read_content(folder), languages or ALL, out, folder):
            click.echo(path)
    except OSError as error:
        fail(f"--out: {out} cannot be written ({error.strerror}); name another folder")


@click.group()
def content() -> None:
    """Work on the content."""


@content.command()
@FOLDER
def sync(folder: Path | None) -> None:
    """Bring the translations' files up to date with the English texts."""
    from bot.editor import sync as bring

    for line in bring(read_content(folder), folder):
        click.echo(line)


COMMANDS: tuple[click.Command, ...] = (ask, evaluate, triage, offer, check, report, draw, content)
