"""Keeps the loaded FAQ on disk under a hash of everything it was made from, so that a start need not check and learn again.

A file that is missing, broken or of other content is as good as none: the FAQ is then loaded from its content files.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from faq.entry import Faq, Topic
from faq.lexicon import Lexicon, Stem
from faq.phrases import Phrase
from faq.similar import Arrays
from faq.wordings import Learnt, Wordings

CODE = sorted(Path(__file__).parent.glob("*.py"))
"""The program itself: another way to fold or to learn makes another index."""
OLD_FILES = 4
"""Contents that may stay, the newest included."""
CONTENT, PREFIX, NEW = "content.msgpack", "faq-", "new-"


class _Kept(msgspec.Struct):
    """A loaded FAQ without the arrays of its index."""

    topics: dict[str, Topic]
    outside: tuple[Phrase, ...]
    stems: tuple[tuple[tuple[Stem, ...], str], ...]
    languages: tuple[str, ...]
    labels: tuple[str, ...]
    texts: tuple[str, ...]
    rows: tuple[str, ...]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Kept).decode


def digest(files: Iterable[Path], *known: str) -> str:
    """A name for the content of the files, of this package, and of what else decides (`known`)."""
    made = hashlib.sha256("\0".join((np.__version__, *known)).encode())
    for path in (*CODE, *files):
        made.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()[:32]


def folder(environment: Mapping[str, str]) -> Path:
    """Where programs of this user keep what can be made anew (systemd's CacheDirectory, XDG, or ~/.cache)."""
    base = environment.get("CACHE_DIRECTORY") or environment.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 – no home is no error
    return Path(base.split(":")[0]) / "panoh"


class OnDisk:
    """One FAQ in a folder. Nothing here raises: without a disk the program is slower to start, no more.

    The arrays lie in files of their own and are mapped into memory, of which only what is looked at is taken.
    """

    def __init__(self, place: Path, name: str) -> None:
        self._folder = place / f"{PREFIX}{name}"

    def load(self) -> Faq | None:
        """The FAQ, or None."""
        try:
            arrays = Arrays(**{name: mapped(self._folder / f"{name}.npy") for name in Arrays.__slots__})
            kept = _decode((self._folder / CONTENT).read_bytes())
        except (OSError, ValueError, EOFError):
            return None
        lexicon = Lexicon(kept.stems)
        index = Wordings(Learnt(kept.labels, kept.texts, kept.rows, arrays), lexicon.concepts)
        return Faq(kept.topics, index, lexicon, kept.outside, kept.languages)

    def save(self, faq: Faq) -> None:
        """Keep the FAQ; readers see the whole of it or nothing."""
        learnt = faq.index.learnt
        kept = _Kept(
            dict(faq.topics), faq.outside, tuple(faq.lexicon.stems), faq.languages, learnt.labels, learnt.texts, learnt.languages
        )  # fmt: skip
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            made = Path(tempfile.mkdtemp(dir=self._folder.parent, prefix=NEW))
            for name in Arrays.__slots__:
                np.save(made / f"{name}.npy", getattr(learnt.arrays, name), allow_pickle=False)
            (made / CONTENT).write_bytes(_encode(kept))
            shutil.rmtree(self._folder, ignore_errors=True)  # a broken one
            made.rename(self._folder)
        except OSError:
            pass
        tidy(self._folder.parent, PREFIX)


def mapped(path: Path) -> NDArray[Any]:
    """An array in a file; an empty one cannot be mapped."""
    found: NDArray[Any]
    try:
        found = np.load(path, mmap_mode="r", allow_pickle=False)
    except ValueError:
        found = np.load(path, allow_pickle=False)
    return found


def tidy(place: Path, prefix: str) -> None:
    """Remove the oldest contents, and what a process that died left half made."""
    try:
        found = sorted(place.glob(f"{prefix}*"), key=lambda path: path.stat().st_mtime, reverse=True)
        gone = [
            *found[OLD_FILES:],
            *(path for path in place.glob(f"{NEW}*") if path.stat().st_mtime < found[0].stat().st_mtime),
        ]
    except (OSError, IndexError):
        return
    for path in gone:
        shutil.rmtree(path, ignore_errors=True)
