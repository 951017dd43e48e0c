"""What editors and coordinators ask on the command line: is the content right, is the roster whole, bring translations up to date."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from bot.channels.sms_text import fold, segments
from bot.content import Content, folder_of
from bot.stage import overrides
from bot.store.verbs import SqliteTx
from dialogues.alphabets import to_latin
from dialogues.texts import LANGUAGES, SMS
from faq import catalog
from faq.catalog import UNREVIEWED
from faq.load import warnings as faq_warnings
from hotline_router import watch
from hotline_router.roster import Override, Roster

LONGEST_LABEL = 60
LONGEST_TEXT = 4096
MOST_SEGMENTS = 3
LONGEST_ANSWER = 600
"""Characters; a longer Telegram message is not read on a phone."""
ANSWER_SEGMENTS = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that somebody should look at: `file: key: what is wrong; what to do`."""

    text: str
    is_error: bool = False


def content_findings(content: Content, today: date) -> list[Finding]:
    """Everything in the content that does not stop the service."""
    found = [
        *_translations(content),
        *_lengths(content),
        *_answer_lengths(content),
        *(Finding(text) for text in faq_warnings(content.faq, today)),
        *(
            Finding(
                f"messages/{language}.toml: reviewed: {count} examples no native speaker has read; have them read, then write true"
            )
            for language, count in content.unread.items()
            if count
        ),
    ]
    unconfirmed = [contact.name for contact in content.directory.unconfirmed()]
    if unconfirmed:
        found.append(
            Finding(
                f"directory.toml: confidence: {len(unconfirmed)} numbers are not confirmed and not shown ({', '.join(unconfirmed)}); call them"
            )
        )
    return found


def _translations(content: Content) -> Iterator[Finding]:
    said = content.dialogues
    for language in LANGUAGES[1:]:
        for key in said.missing[language]:
            safety = key.startswith(("sos", "emergency"))
            yield Finding(
                f"dialogues/locales/{language}.po: {key}: is missing or older than the English text; translate it",
                is_error=safety,
            )
        if count := said.unreviewed[language]:
            yield Finding(
                f"dialogues/locales/{language}.po: {UNREVIEWED}: {count} texts no native speaker has read; have them read"
            )


def _lengths(content: Content) -> Iterator[Finding]:
    texts = content.dialogues.texts
    for language in LANGUAGES:
        file = f"dialogues/locales/{language}.po" if language != "en" else "dialogues/content"
        for key, text in texts.by_language[language].items():
            if ":" in key and len(text) > LONGEST_LABEL:
                yield Finding(
                    f"{file}: {key}: is {len(text)} characters long; a button shows {LONGEST_LABEL}", is_error=True
                )
            if len(text) > LONGEST_TEXT:
                yield Finding(
                    f"{file}: {key}: is {len(text)} characters long; Telegram takes {LONGEST_TEXT}", is_error=True
                )
            if key.endswith(SMS) and not key.startswith("staff."):
                filled = fold(to_latin(texts.fill(text, {}), language))
                if (count := segments(filled).count) > MOST_SEGMENTS:
                    yield Finding(
                        f"{file}: {key}: takes {count} SMS segments in Latin letters; shorten it to {MOST_SEGMENTS}"
                    )


def _answer_lengths(content: Content) -> Iterator[Finding]:
    """Answers with their numbers filled in: what a phone shows without scrolling, and what an SMS may cost."""
    fill = content.dialogues.texts.fill
    for topic in content.faq.topics.values():
        for country, answer in topic.answers().items():
            for language in LANGUAGES:
                key = f"{topic.id}.{country}".rstrip(".")
                where = (
                    f"faq/locales/{language}.po: {key}" if language != "en" else f"faq/content/{topic.id}.toml: {key}"
                )
                if (length := len(fill(answer.texts.get(language, ""), {}))) > LONGEST_ANSWER:
                    yield Finding(f"{where}.text: has {length} characters; shorten it to {LONGEST_ANSWER}")
                cost = segments(fold(to_latin(fill(answer.sms.get(language, ""), {}), language))).count
                if cost > ANSWER_SEGMENTS:
                    yield Finding(
                        f"{where}.sms: takes {cost} SMS segments in Latin letters; shorten it to {ANSWER_SEGMENTS}"
                    )


def sync(content: Content, folder: Path | None) -> Iterator[str]:
    """Bring the catalogues up to date with the English texts; says what changed, a line a file."""
    answers = {
        f"{topic.id}.{country}.{kind}".replace("..", "."): text
        for topic in content.faq.topics.values()
        for country, answer in topic.answers().items()
        for kind, text in (("text", answer.texts["en"]), ("sms", answer.sms["en"]))
    }
    for package, sources in (("dialogues", content.dialogues.sources), ("faq", answers)):
        for language in LANGUAGES[1:]:
            path = folder_of(package, folder) / "locales" / f"{language}.po"
            known = catalog.read(path)
            stale = set(catalog.stale(known, sources)) & sources.keys()
            catalog.write(path, language, sources, known)
            gone, new = len(known.keys() - sources.keys()), len(sources.keys() - known.keys())
            yield f"{package}/locales/{language}.po: {len(sources)} texts, {new} to translate, {len(stale)} to look at again, {gone} taken out"


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


def _local(at: float, roster: Roster) -> str:
    return datetime.fromtimestamp(at, UTC).astimezone(roster.zone).strftime("%a %d %b %Y %H:%M")
