"""The shipped content, loaded once, and a world around it in which a conversation can be walked."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count

import pytest

from bot.content import Content, load
from dialogues.effects import Answer, Count, DropTimer, Effect, Miss, OpenCase, Say, SetTimer, TellFact
from dialogues.world import World
from faq.language import guess
from faq.match import match
from hotline_router.triage import triage
from hotline_router.weigh import weigh

Sketch = Callable[[Iterable[Effect]], str]


def _is_aside(effect: Effect) -> bool:
    """What a table of expectations leaves out: figures, and the timer that every question of a tree sets."""
    timed = isinstance(effect, SetTimer | DropTimer) and effect.name == "silence"
    return timed or isinstance(effect, Count | Miss)


@pytest.fixture(scope="session")
def content() -> Content:
    """Everything that editors wrote."""
    return load()


@pytest.fixture(scope="session")
def world(content: Content) -> World:
    """A Telegram conversation whose phone is set to Russian; cases are numbered from 1."""
    topics, numbers = content.faq.topics, count(1)
    return World(
        content=content.dialogues,
        channel="telegram",
        triage=lambda text: triage(text, content.signs),
        ask=lambda question, language: match(question, content.faq, language),
        topics=topics,
        guess=guess,
        new_case=lambda: next(numbers),
        hint="ru",
        weigh=weigh,
        mark=lambda word: f"mark of {word}",
        is_mark=lambda mark, word: mark == f"mark of {word}",
    )


@pytest.fixture(scope="session")
def sms(world: World) -> World:
    """The same by SMS."""
    return replace(world, channel="sms")


@pytest.fixture(scope="session")
def sketch() -> Sketch:
    """Effects as one short line: what a table of expectations can hold."""

    def one(effect: Effect) -> str:
        match effect:
            case Say(key):
                return f"say:{key}"
            case Answer(topic):
                return f"answer:{topic}"
            case OpenCase(_, level):
                return f"open:{level}"
            case TellFact(fact):
                return f"fact:{fact}"
            case _:
                return type(effect).__name__

    return lambda effects: " ".join(one(effect) for effect in effects if not _is_aside(effect))
