"""Translators' files: what goes through `write` and through a translator's program loses nothing."""

import shutil
import subprocess
from pathlib import Path

import pytest

from faq.catalog import Translation, read, stale, write

HEAD = """# Notes of the team.
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Generator: Poedit 3.4\\n"
"Last-Translator: Madina\\n"
"""
LONG = "A long text that goes on and on, so that every program breaks its lines somewhere else.\n\nAnd a second part: {kz-112}."
RUSSIAN = 'Длинный текст с «кавычками», "другими" и \\ чертой. 100 % важно.\n\nВторая часть: {kz-112}.'
OLD = {"one": "One", "two": LONG, "three": "Three"}
RU = {
    "one": Translation("One", "Один"),
    "two": Translation(LONG, RUSSIAN, unreviewed=False, notes=("ask Madina",)),
    "three": Translation("Three", "Три", unreviewed=False),
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A catalogue with a head of its own."""
    file = tmp_path / "ru.po"
    file.write_text(HEAD, encoding="utf-8")
    write(file, "ru", OLD, RU)
    return file


def sync(path: Path, sources: dict[str, str]) -> None:
    """What `panoh content sync` does with a file."""
    write(path, "ru", sources, read(path))


def test_nothing_changes_when_nothing_changed(path: Path) -> None:
    """Not one byte, and what was written is what is read."""
    before = path.read_bytes()
    sync(path, OLD)
    assert path.read_bytes() == before
    assert read(path) == RU
    assert path.read_text("utf-8").startswith(HEAD)


def test_a_changed_text_is_fuzzy_and_keeps_the_one_before(path: Path) -> None:
    """However often the file is brought up to date, the translator sees the text that the translation was made from."""
    for english in ("One!", "One!", "Just one"):
        sync(path, OLD | {"one": english})
    one = read(path)["one"]
    assert (one.source, one.text, one.fuzzy, one.previous) == ("Just one", "Один", True, "One")
    assert '#| msgid "One"' in path.read_text("utf-8")
    assert set(stale(read(path), OLD | {"one": "Just one"})) == {"one"}


def test_a_long_text_before_is_kept_whole(path: Path) -> None:
    """Over several lines, with its breaks."""
    for _ in range(2):
        sync(path, OLD | {"two": "Short"})
    assert read(path)["two"].previous == LONG
    assert read(path)["two"].notes == ("ask Madina",)


def test_a_text_that_is_as_it_was_needs_nobody(path: Path) -> None:
    """A change taken back makes the translation right again."""
    sync(path, OLD | {"one": "One!"})
    sync(path, OLD)
    assert read(path) == RU


def test_a_translator_may_mark_a_text_as_doubtful(path: Path) -> None:
    """It stays so until the translator takes the mark away."""
    path.write_text(path.read_text("utf-8").replace('msgctxt "three"', '#, fuzzy\nmsgctxt "three"'), encoding="utf-8")
    sync(path, OLD)
    assert read(path)["three"].fuzzy


def test_a_text_that_is_gone_comes_back_translated(path: Path) -> None:
    """Its translation waits at the end of the file, and is not used."""
    for _ in range(2):
        sync(path, {"one": "One", "two": LONG})
    assert set(read(path)) == {"one", "two"}
    assert '#~ msgstr "Три"' in path.read_text("utf-8")
    sync(path, OLD)
    assert read(path)["three"] == RU["three"]


def test_a_new_text_is_empty(path: Path) -> None:
    """And is no translation as long as it is."""
    sync(path, OLD | {"four": "Four"})
    assert 'msgctxt "four"\nmsgid "Four"\nmsgstr ""' in path.read_text("utf-8")
    assert set(read(path)) == set(OLD)


@pytest.mark.skipif(not shutil.which("msgcat"), reason="gettext is not installed")
@pytest.mark.parametrize("width", ["60", "79", "200"])
def test_another_program_may_write_the_file(path: Path, width: str) -> None:
    """gettext, as Poedit and Weblate use it, breaks lines and orders comments in its own way: nothing is lost on the way back."""
    sync(path, OLD | {"one": "One!", "four": "Four"})
    before, written = read(path), path.read_bytes()
    subprocess.run(["msgcat", f"--width={width}", "-o", str(path), str(path)], check=True)  # noqa: S607
    assert path.read_bytes() != written
    assert read(path) == before
    sync(path, OLD | {"one": "One!", "four": "Four"})
    assert read(path) == before
