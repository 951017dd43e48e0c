"""Keeps the index of the wordings on disk under a hash of everything it was made from, so that a start need not learn again.

A file that is missing, broken or of other content is as good as none: the index is then made anew.
"""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from faq.similar import Arrays, as_kept

CODE = sorted(Path(__file__).parent.glob("*.py"))
"""The program itself: another way to fold or to learn makes another index."""
OLD_FILES = 4
"""Indexes of earlier contents that may stay beside the newest."""


def digest(files: Iterable[Path]) -> str:
    """A name for the content of the files and of this package."""
    made = hashlib.sha256(np.__version__.encode())
    for path in (*CODE, *files):
        made.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()[:32]


def folder(environment: Mapping[str, str]) -> Path:
    """Where programs of this user keep what can be made anew (systemd's CacheDirectory, XDG, or ~/.cache)."""
    base = environment.get("CACHE_DIRECTORY") or environment.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 – no home is no error
    return Path(base.split(":")[0]) / "panoh"


class OnDisk:
    """One index in a folder. Nothing here raises: without a disk the program is slower to start, no more."""

    def __init__(self, place: Path, name: str) -> None:
        self._file = place / f"faq-{name}.npz"

    def load(self) -> Arrays | None:
        """The index, or None."""
        try:
            with self._file.open("rb") as file, np.load(file, allow_pickle=False) as found:
                return Arrays(**{name: found[name] for name in Arrays.__slots__})
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None

    def save(self, arrays: Arrays) -> None:
        """Keep the index; readers see the whole file or none."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._file.parent, suffix=".new", delete=False) as file:
                np.savez(file, allow_pickle=False, **as_kept(arrays))
            Path(file.name).replace(self._file)
            others = sorted(self._file.parent.glob("faq-*.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
            for path in others[OLD_FILES:]:
                path.unlink()
        except OSError:
            return
