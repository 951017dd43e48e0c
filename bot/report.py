"""What editors want to know of the running service: questions without an answer, and how the answers fare. Counts, never people."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bot.content import Content
from bot.privacy import CannotOpen, Seal
from bot.store.base import Figure, Missed
from bot.store.verbs import SqliteTx
from faq.group import group
from faq.match import match

SHOWN = 4
"""Questions of a group that are printed."""


class NoStore(Exception):
    """There is no database to read yet."""


def _tx(store: str) -> sqlite3.Connection:
    if store == ":memory:" or not Path(store).exists():
        raise NoStore(f"{store}: there is no database yet; start the service first")
    return sqlite3.connect(f"file:{store}?mode=ro", uri=True)


def read(store: str, since: str) -> tuple[list[Missed], list[Figure]]:
    """The questions without an answer and the figures since a day. Raises NoStore."""
    try:
        with closing(_tx(store)) as connection:
            tx = SqliteTx(connection)
            return tx.missed(since), tx.counts(since)
    except sqlite3.Error as error:
        raise NoStore(f"{store}: cannot be read ({error}); is it Panoh's database, and of this release?") from error


def unanswered(missed: list[Missed], content: Content, seal: Seal, *, fewest: int) -> Iterator[str]:
    """Questions without an answer in groups, the largest first, each with the topics that came nearest."""
    opened = []
    for one in missed:
        try:
            opened.append((one.language, seal.open("question", one.question).decode()))
        except CannotOpen:
            yield f"a question of {one.day} cannot be opened; add the old key to service.secret_key"
    groups = [found for found in group(opened, content.faq.lexicon) if len(found.questions) >= fewest]
    yield f"{len(opened)} questions without an answer, {len(groups)} groups of {fewest} or more"
    for found in groups:
        topics = match(found.questions[0], content.faq).topics[:2]
        near = ", ".join(topic for topic, _ in topics) or "nothing near"
        yield f"{len(found.questions):>5}  {' '.join(sorted(found.languages)):<12}  near: {near}"
        for text in dict.fromkeys(found.questions[:SHOWN]):
            yield f"       – {text}"


def answers(figures: list[Figure]) -> Iterator[str]:
    """How often each topic was the answer, and how many thumbs it got, the most doubtful first."""
    topics: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    totals: dict[str, int] = defaultdict(int)
    for one in figures:
        totals[one.what] += one.number
        if one.topic:
            topics[one.topic][one.what] += one.number
    yield f"answered {totals['answered']}, a choice offered {totals['offered']}, without an answer {totals['unknown']}"
    for topic, counts in sorted(topics.items(), key=lambda item: (-item[1]["down"], -item[1]["answered"], item[0])):
        yield f"{topic:<26}answered {counts['answered']:>5}   👍 {counts['up']:>4}   👎 {counts['down']:>4}"
