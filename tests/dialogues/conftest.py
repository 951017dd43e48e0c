"""The shipped content, loaded once, and a world around it in which a conversation can be walked."""

from dataclasses import replace
from itertools import count

import pytest

from bot.content import Content, load
from dialogues.world import World
from faq.language import guess
from faq.match import match
from hotline_router.triage import triage


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
        related=lambda topic: topics[topic].related,
        borders_on_danger=lambda topic: topics[topic].danger,
        guess=guess,
        new_case=lambda: next(numbers),
        hint="ru",
    )


@pytest.fixture(scope="session")
def sms(world: World) -> World:
    """The same by SMS."""
    return replace(world, channel="sms")
