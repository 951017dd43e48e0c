"""Keeps the loaded FAQ on disk under a hash of everything it was made from, so that a start need not check and learn again.

A file that is missing, broken or of other content is as good as none: the FAQ is then loaded from its content files.
"""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import numpy as np

from faq.entry import Faq, Topic
from faq.lexicon import Lexicon, Stem
from faq.phrases import Phrase
from faq.similar import Arrays, as_kept
from faq.wordings import Learnt, Wordings

CODE = sorted(Path(__file__).parent.glob("*.py"))
"""The program itself: another way to fold or to learn makes another index."""
OLD_FILES = 4
"""Earlier contents that may stay beside the newest."""


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
    """One FAQ in a folder. Nothing here raises: without a disk the program is slower to start, no more."""

    def __init__(self, place: Path, name: str) -> None:
        self._file = place / f"faq-{name}.npz"

    def load(self) -> Faq | None:
        """The FAQ, or None."""
        try:
            with self._file.open("rb") as file, np.load(file, allow_pickle=False) as found:
                arrays = Arrays(**{name: found[name] for name in Arrays.__slots__})
                kept = _decode(found["content"].tobytes())
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None
        lexicon = Lexicon(kept.stems)
        index = Wordings(Learnt(kept.labels, kept.texts, kept.rows, arrays), lexicon.concepts)
        return Faq(kept.topics, index, lexicon, kept.outside, kept.languages)

    def save(self, faq: Faq) -> None:
        """Keep the FAQ; readers see the whole file or none."""
        learnt = faq.index.learnt
        kept = _Kept(
            dict(faq.topics), faq.outside, tuple(faq.lexicon.stems), faq.languages, learnt.labels, learnt.texts, learnt.languages
        )  # fmt: skip
        content = np.frombuffer(_encode(kept), np.uint8)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._file.parent, suffix=".new", delete=False) as file:
                np.savez(file, allow_pickle=False, content=content, **as_kept(learnt.arrays))
            Path(file.name).replace(self._file)
            others = sorted(self._file.parent.glob("faq-*.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
            for path in others[OLD_FILES:]:
                path.unlink()
        except OSError:
            return
