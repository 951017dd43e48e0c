"""Faults of every kind, planted into copies of the shipped content: one run of `panoh check` finds all with file and key."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.content import PACKAGES
from faq.finding import Finding
from tests.planting import BATCHES, Fault

ROOT = Path(__file__).parents[1]


def copied(folder: Path) -> Path:
    """The shipped content in the shape of a content folder of one's own."""
    for package in PACKAGES:
        for part in ("content", "locales"):
            if (ROOT / package / part).exists():
                shutil.copytree(ROOT / package / part, folder / package / part)
    return folder


def check(folder: Path) -> tuple[int, list[Finding]]:
    """The command itself, as an editor runs it."""
    command = [sys.executable, "-m", "bot.cli", "check", "--json", "--content", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.stderr == ""
    names = ("file", "key", "problem", "cure", "level")
    return done.returncode, [Finding(*(row[name] for name in names)) for row in json.loads(done.stdout)]


@pytest.fixture(scope="module")
def unspoilt(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """What is found before anything is planted."""
    code, found = check(copied(tmp_path_factory.mktemp("unspoilt")))
    assert code == 0
    return found


def test_nothing_is_found_in_the_copy(unspoilt: list[Finding]) -> None:
    """The shipped content has no error, and none of the faults that are planted here."""
    assert [one.text for one in unspoilt if one.level == "error"] == []
    assert [one.name for batch in BATCHES for one in batch if one.is_in(unspoilt)] == []


@pytest.mark.parametrize("faults", BATCHES, ids=["first", "second", "third"])
def test_planted_faults_are_found(tmp_path: Path, faults: tuple[Fault, ...]) -> None:
    """All in one run, each with its file, its key and a cure; broken files hide nothing of the rest."""
    folder = copied(tmp_path)
    for fault in faults:
        fault.plant(folder)
    code, found = check(folder)
    assert code == 1
    assert [one.name for one in faults if not one.is_in(found)] == []
