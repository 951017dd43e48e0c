"""Quick replies of an organisation: the file, what is wrong with it, and which one a word means."""

from pathlib import Path

import pytest

from bot.channels.sms_text import fold, segments
from bot.content import Content
from dialogues.alphabets import to_latin
from faq.language import LANGUAGES
from hotline_router.replies import LONGEST, Replies, load_replies

GOOD = """\
[safe]
en = "Are you safe?"
ru = "Вы в безопасности?"

[again]
en = "I will write again: {words}."
"""
NUMBERS = {"kz-111": "111"}


def loaded(tmp_path: Path, text: str) -> Replies:
    (tmp_path / "replies.toml").write_text(text, encoding="utf-8")
    return load_replies(tmp_path / "replies.toml", NUMBERS)


FAULTS = [
    ("a placeholder that is none", "{words}", "{word}", "again.en: unknown placeholder {word}; did you mean words?"),
    ("a number that is none", "{words}", "{kz-112}", "again.en: unknown placeholder {kz-112}; did you mean kz-111?"),
    ("a language that is none", "ru =", "rus =", "safe.rus: is no language; did you mean ru?"),
    ("no text", '"Вы в безопасности?"', '" "', "safe.ru: no text; write one in quotes"),
    ("a number for a text", '"Вы в безопасности?"', "7", "safe.ru: no text; write one in quotes"),
    ("no English", 'en = "Are you safe?"', "", "safe.en: is missing"),
    ("a name with a space", "[safe]", '["are you safe"]', "are you safe: must be a short name"),
    ("no table", "[safe]\n", "reply = 1\n[safe]\n", "reply: must be a table; write [reply]"),
    ("a gap in one language", "Вы в безопасности?", "Вы {words}?", "safe: has placeholders in some languages only"),
    ("broken TOML", "[safe]", "[safe", "(whole file): is not valid TOML"),
    ("nothing", GOOD, "", "(whole file): holds no reply"),
]


@pytest.mark.parametrize(("good", "bad", "said"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_fault(tmp_path: Path, good: str, bad: str, said: str) -> None:
    """File, key, what is wrong, what to do."""
    with pytest.raises(ExceptionGroup) as caught:
        loaded(tmp_path, GOOD.replace(good, bad, 1))
    told = [str(one) for one in caught.value.exceptions]
    assert any(one.startswith(f"replies.toml: {said}") for one in told), told


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """One sentence."""
    with pytest.raises(ExceptionGroup) as caught:
        load_replies(tmp_path / "gone.toml", NUMBERS)
    assert "gone.toml: (whole file): is not there" in str(caught.value.exceptions[0])


def test_all_faults_at_once(tmp_path: Path) -> None:
    """The editor hears of every mistake in one go."""
    with pytest.raises(ExceptionGroup) as caught:
        loaded(tmp_path, GOOD.replace("{words}", "{word}").replace("ru =", "rus ="))
    assert len(caught.value.exceptions) == 2


def test_warnings(tmp_path: Path) -> None:
    """What the service can live with, and an editor should mend: languages that are missing, texts that are too long."""
    found = list(loaded(tmp_path, GOOD.replace("Are you safe?", "safe " * 60)).warnings())
    assert [one for one in found if "safe." in one] == [
        f"replies.toml: safe.en: has 300 characters; shorten it to {LONGEST}",
        *(f"replies.toml: safe.{code}: is missing, so Russian or English is sent; write it" for code in ("uz", "tg", "ky", "kk")),
    ]  # fmt: skip


def test_a_missing_language_has_a_stand_in(tmp_path: Path) -> None:
    """Russian, else English: a wrong language is better than no answer."""
    replies = loaded(tmp_path, GOOD)
    assert replies.all["safe"].text("ky") == "Вы в безопасности?"
    assert replies.all["again"].text("ky") == "I will write again: {words}."
    assert [one.has_gap for one in replies.all.values()] == [False, True]


NEAR = [
    ("safe", "safe"), ("SAF", "safe"), ("no-q", "no-quarrel"), ("where are you: which city", None), ("doctor", "hurt"), ("врач", "hurt"),
    ("shahar", "city"), ("дарыгер", "hurt"), ("безопасности", "safe"), ("xyzzy", None), ("?", None),
]  # fmt: skip


@pytest.mark.parametrize(("word", "first"), NEAR, ids=[row[0] for row in NEAR])
def test_near(content: Content, word: str, first: str | None) -> None:
    """By the beginning of the name, or by a part of the text in any language."""
    assert next((one.id for one in content.replies.near(word)), None) == first


def test_shipped_replies(content: Content) -> None:
    """Eight to twelve, in every language, one SMS each in Latin letters, and fit for the eyes of others."""
    assert 8 <= len(content.replies.all) <= 12
    assert list(content.replies.warnings()) == []
    given_away = (
        "hotline",
        "горяч",
        "ishonch telefoni",
        "боварӣ",
        "ишеним телефон",
        "сенім телефон",
        "traffick",
        "торговл",
        "operator",
        "оператор",
    )
    for reply in content.replies.all.values():
        for language in LANGUAGES:
            text = reply.texts[language]
            assert segments(fold(to_latin(text, language))).count == 1
            assert [word for word in given_away if word in text.casefold()] == []
