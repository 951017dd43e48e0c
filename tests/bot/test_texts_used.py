"""Texts and code fit each other: no text is said that does not exist, none is kept that nobody says."""

import re

import pytest

from bot import usage
from bot.content import Content, read


def test_every_text_that_the_program_names_exists() -> None:
    """A slip in a key would show only when somebody meets it."""
    assert "staff.take" in usage.code()
    assert usage.absent(read().dialogues) == []


def test_no_text_is_kept_that_nobody_says() -> None:
    """Translators should not work for nothing."""
    assert usage.idle(read().dialogues) == []


@pytest.mark.parametrize("channel", ["telegram", "sms"])
def test_no_text_asks_for_a_word_that_cuts_people_off(content: Content, channel: str) -> None:
    """STOP, END, CANCEL and QUIT belong to the carrier; staff may read of them, people may not be asked for them."""
    for language, texts in content.dialogues.texts.by_language.items():
        for key, text in texts.items():
            assert key.startswith("staff.") or not re.search(r"\b(STOP|END|CANCEL|QUIT|UNSUBSCRIBE)\b", text), (
                language,
                key,
                channel,
            )
