"""Texts and code fit each other: no text is said that does not exist, none is kept that nobody says."""

import re
from pathlib import Path

import pytest

from bot.content import Content

ROOT = Path(__file__).parents[2]
CODE = "".join(
    path.read_text(encoding="utf-8")
    for name in ("bot", "dialogues", "hotline_router")
    for path in (ROOT / name).rglob("*.py")
)
SCRIPT = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "dialogues/content").glob("*.toml"))
BUILT = re.compile(
    r"(emergency|numbers|country|contact|work-help|settings)(\.|$)|staff\.(language|status|sign|means|reason|write|contact|roster|drill|mend|path|call)-|alphabet-|flag\.|agency\.|neutral\."
    r"|staff\.person-(location|contact)$"
)
"""Keys that the code puts together from parts."""


def test_every_staff_text_in_the_code_exists(content: Content) -> None:
    """A slip in a key would show only when an operator meets it."""
    used = set(re.findall(r'"(staff\.[a-z]+(?:-[a-z]+)*)"', CODE))
    assert used
    assert not [key for key in used if not content.dialogues.texts.has(key)]


def test_no_text_is_kept_that_nobody_says(content: Content) -> None:
    """Translators should not work for nothing."""
    texts = [key for key in content.dialogues.sources if ":" not in key and not key.endswith("@sms")]
    places = content.dialogues.script.places
    idle = [
        key
        for key in texts
        if key not in places
        and not BUILT.match(key)
        and f'"{key}"' not in CODE
        and f'={key}"' not in SCRIPT
        and f'says = "{key}"' not in SCRIPT
        and f'"{_last(key)}"' not in CODE
    ]
    assert idle == []


def _last(key: str) -> str:
    """Commands, levels and facts name their staff text by its last part."""
    return key.removeprefix("staff.")


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
