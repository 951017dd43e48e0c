"""What editors and coordinators ask on the command line: bring translations up to date; is the roster whole."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.content import Draft, folder_of
from bot.stage import overrides
from bot.store.verbs import SqliteTx
from dialogues.texts import LANGUAGES
from faq import catalog
from hotline_router import watch
from hotline_router.roster import Holiday, Override, Roster


def sync(content: Draft, folder: Path | None) -> Iterator[str]:
    """Bring the catalogues up to date with the English texts; says what changed, a line a file."""
    answers = {
        f"{topic.id}.{country}.{kind}".replace("..", "."): text
        for topic in content.faq.topics.values()
        for country, answer in topic.answers().items()
        for kind, text in (("text", answer.texts["en"]), ("sms", answer.sms["en"]))
    }
    for package, sources in (("dialogues", content.dialogues.content.sources), ("faq", answers)):
        for language in LANGUAGES[1:]:
            path = folder_of(package, folder) / "locales" / f"{language}.po"
            known = catalog.read(path)
            stale = set(catalog.stale(known, sources)) & sources.keys()
            catalog.write(path, language, sources, known)
            gone, new = len(known.keys() - sources.keys()), len(sources.keys() - known.keys())
            yield f"{package}/locales/{language}.po: {len(sources)} texts, {new} to translate, {len(stale)} to look at again, {gone} put aside"


@dataclass(frozen=True, slots=True)
class Memory:
    """What the running service knows of its operators."""

    linked: frozenset[str]
    """Who has pressed /start."""
    bounced: frozenset[str]
    """Whose last SMS did not arrive."""
    overrides: tuple[Override, ...]


def memory(store: str) -> Memory | None:
    """What the service knows, read from its database; None when there is none yet."""
    if store == ":memory:" or not Path(store).exists():
        return None
    try:
        connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        tx = SqliteTx(connection)
        linked, bounced, agreed = (tx.remembered(prefix) for prefix in ("linked:", "bounced:", "override:"))
    except sqlite3.Error:
        return None
    connection.close()
    named = [frozenset(name.partition(":")[2] for name in found) for found in (linked, bounced)]
    return Memory(named[0], named[1], overrides(agreed))


def roster_report(
    roster: Roster, at: float, days: int, languages: tuple[str, ...], known: Memory | None
) -> tuple[list[str], list[str]]:
    """Who is on duty, and what is wrong: (lines, problems)."""
    roster = replace(roster, overrides=known.overrides if known else ())
    names = {one.id: one.name for one in roster.operators}
    on_duty = roster.on_duty(at)
    shown = ", ".join(f"{names[one]} ({one})" for one in on_duty) or "NOBODY"
    lines = [f"{_local(at, roster)}: on duty {shown}; coordinator {names[roster.coordinator]}"]
    lines += [
        f"holiday {_days(one)}: {', '.join(f'{names[who]} ({who})' for who in one.operators)}"
        for one in roster.holidays
        if one.begins_and_ends(roster.zone)[1].timestamp() > at
        and one.begins_and_ends(roster.zone)[0].timestamp() < at + days * 86_400
    ]
    problems = [
        f"nobody is on duty from {_local(start, roster)} to {_local(end, roster)}; add a shift (until then the coordinator is paged)"
        for start, end in roster.gaps(at, days)
    ]
    for one in roster.operators:
        if known and one.id not in known.linked:
            problems.append(
                f"operator {one.id}: has never pressed /start in the staff bot, so the bot may not write; ask {one.name} to do it"
            )
        if known and one.id in known.bounced:
            problems.append(f"operator {one.id}: the last SMS to {one.name} did not arrive; check the phone number")
        if not one.phone:
            problems.append(f"operator {one.id}: has no phone, so pages reach {one.name} by Telegram only; add one")
    within = (at, at + days * 86_400)
    problems += [
        f"operator {found.about}: on duty for more than 24 hours without a break from {_local(found.span[0], roster)}; share the shifts out"
        for found in watch.problems(roster, within, (), names, ())
        if found.kind == "too-long"
    ]
    spoken = Counter(
        language
        for one in on_duty
        for operator in roster.operators
        if operator.id == one
        for language in operator.languages
    )
    missing = [language for language in languages if not spoken[language]]
    if on_duty and missing:
        problems.append(f"languages nobody on duty speaks now: {', '.join(missing)}")
    return lines, problems


def _days(holiday: Holiday) -> str:
    return f"{holiday.first}" if holiday.first == holiday.last else f"{holiday.first} to {holiday.last}"


def _local(at: float, roster: Roster) -> str:
    return datetime.fromtimestamp(at, UTC).astimezone(roster.zone).strftime("%a %d %b %Y %H:%M")
