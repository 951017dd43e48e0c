"""docs/editing.md is carried out, step by step, on a copy of the program and its content."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.content import PACKAGES
from faq import catalog

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/editing.md"
MARK = re.compile(r"^ *<!-- (.+) -->$")


@dataclass(frozen=True, slots=True)
class Task:
    """What the page has done: an instruction, and the block of lines below it."""

    what: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as a block."""
        return "\n".join(self.lines)


def tasks() -> Iterator[Task]:
    """The instructions of the page (comments that readers do not see), in order."""
    lines = PAGE.read_text("utf-8").splitlines()
    for at, line in enumerate(lines):
        if found := MARK.match(line):
            yield Task(found[1], tuple(_block(lines[at + 1 :])))


def _block(lines: list[str]) -> Iterator[str]:
    """The next lines that are fenced or indented, without their fence and their indent."""
    inside = [line for line in _until_text(lines) if not line.strip().startswith("```")]
    indent = min((len(line) - len(line.lstrip()) for line in inside if line.strip()), default=0)
    fenced = next((len(line) - len(line.lstrip()) for line in lines if line.strip().startswith("```")), indent)
    yield from (line[min(indent, fenced) if _is_fenced(lines) else indent :] for line in inside)


def _is_fenced(lines: list[str]) -> bool:
    return bool(lines) and lines[0].strip().startswith("```")


def _until_text(lines: list[str]) -> Iterator[str]:
    fences = 0
    for line in lines:
        is_fence = line.strip().startswith("```")
        if not _is_fenced(lines) and (MARK.match(line) or not line.startswith("    ")):
            return
        fences += is_fence
        yield line
        if is_fence and fences == 2:
            return


@dataclass
class Editor:
    """Somebody who does what the page says in a folder of their own."""

    folder: Path
    printed: str = ""

    def do(self, task: Task) -> None:
        """Carry out one instruction."""
        what = task.what
        if what in ("run", "run, fails"):
            self.printed = self.run(task.text, fails=what.endswith("fails"))
        elif what == "prints":
            for line in task.lines:
                assert re.search(re.escape(line.strip()).replace("…", ".*"), self.printed), (line, self.printed)
        elif found := re.fullmatch(r"new file (\S+)", what):
            (self.folder / found[1]).write_text(f"{task.text}\n", encoding="utf-8")
        elif found := re.fullmatch(r"in (\S+): (.+)", what):
            self.edit(self.folder / found[1], found[2], task)
        else:
            pytest.fail(f"what is to be done with {what!r}?")

    def edit(self, path: Path, how: str, task: Task) -> None:
        """Change a file."""
        text = path.read_text("utf-8")
        if how == "add at the end":
            text = f"{text}\n{task.text}\n"
        elif found := re.fullmatch(r'add below "(.+)" and one line', how):
            assert found[1] in text
            text = re.sub(rf"({re.escape(found[1])}\n.*\n)", rf"\1{task.text}\n", text, count=1)
        elif found := re.fullmatch(r"write (.+) instead of (.+)", how):
            assert found[2] in text
            text = text.replace(found[2], found[1], 1)
        elif found := re.fullmatch(r'translate (\S+) as "(.+)"', how):
            entries = text.split("\n\n")
            at = next(at for at, one in enumerate(entries) if f'msgctxt "{found[1]}"\n' in one)
            entries[at] = f'{entries[at].partition("msgstr")[0]}msgstr "{found[2]}"'
            text = "\n\n".join(entries)
        else:
            pytest.fail(f"how is {path.name} to be changed: {how!r}?")
        path.write_text(text, encoding="utf-8")

    def run(self, command: str, *, fails: bool) -> str:
        """Run a command of the page as it stands there."""
        program = f'panoh() {{ "{sys.executable}" -m bot.cli "$@"; }}\n'
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "CACHE_DIRECTORY": str(self.folder / "cache")}
        done = subprocess.run(
            [str(shutil.which("bash")), "-c", program + command], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )  # fmt: skip
        assert (done.returncode != 0) is fails, (command, done.stdout[-3000:], done.stderr)
        assert "Traceback" not in done.stderr
        return done.stdout


def test_the_page_can_be_followed(tmp_path: Path) -> None:
    """Every change, every command, everything that it says will be printed."""
    for package in PACKAGES | {"bot": None}:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests/stories").mkdir(parents=True)
    editor = Editor(tmp_path)
    done = [task for task in tasks() if editor.do(task) is None]
    assert len(done) > 40
    story = (tmp_path / "tests/stories/photo.story").read_text("utf-8")
    assert "> JOB" in story
    assert "I cannot read photos" in story
    fuzzy = catalog.read(tmp_path / "dialogues/locales/ru.po")["offer-photo"]
    assert (fuzzy.fuzzy, fuzzy.text) == (True, "Я не читаю фото. Напишите, что сказано в объявлении.")
    assert catalog.read(tmp_path / "dialogues/locales/tr.po") == {}
    assert (tmp_path / "pictures/offer.ru.svg").read_text("utf-8").count("stroke-dasharray") > 5


def test_the_page_names_what_check_says() -> None:
    """The table of messages quotes the program."""
    page = PAGE.read_text("utf-8")
    code = "".join(
        path.read_text("utf-8") for package in ("bot", "dialogues", "faq") for path in (ROOT / package).glob("*.py")
    )
    table = page.partition("## When you do not understand")[2]
    quoted = [one.strip("` ") for one in re.findall(r"^\| (`[^|]+`) \|", table, re.MULTILINE)]
    assert len(quoted) > 10
    for message in quoted:
        first = re.split(r"\[?…|'x'| x,|\d+ ", message)[0].strip()
        assert first in code, message
