"""TOML as editors leave it: where one table is broken, all others are still read, so that one mistake hides no other."""

import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

_HEAD = re.compile(r"^\[{1,2}[^\[\]\n]*\]{0,2}[ \t]*(?:#.*)?$", re.MULTILINE)


def read(path: Path) -> tuple[dict[str, Any], list[str]]:
    """The tables of a file, and what is wrong with it. Raises OSError where there is no file."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return {}, [f"not UTF-8 ({error})"]
    try:
        return tomllib.loads(text), []
    except tomllib.TOMLDecodeError as error:
        found, wrong = _rescued(text)
        return found, wrong or [str(error)]


def _rescued(text: str) -> tuple[dict[str, Any], list[str]]:
    """What is whole, table by table, and what is wrong with the others."""
    found: dict[str, Any] = {}
    wrong: list[str] = []
    for line, part in _parts(text):
        try:
            _merge(found, tomllib.loads("\n" * (line - 1) + part))
        except tomllib.TOMLDecodeError as error:
            wrong.append(f"{error}, in the part that begins in line {line}: {part.strip().splitlines()[0]}")
    return found, wrong


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The file cut above every head of a table, each part with the number of its first line."""
    cuts = [0, *(head.start() for head in _HEAD.finditer(text) if head.start()), len(text)]
    for start, end in pairwise(cuts):
        if text[start:end].strip():
            yield text.count("\n", 0, start) + 1, text[start:end]


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    """Tables side by side, lists of tables one after the other; what stood there first stays."""
    for key, value in more.items():
        known = into.setdefault(key, value)
        if known is value:
            continue
        if isinstance(known, dict) and isinstance(value, dict):
            _merge(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            known += value
