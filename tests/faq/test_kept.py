"""The index on disk: found again when nothing changed, made anew when anything did, and never in the way."""

from pathlib import Path

import numpy as np
import pytest

from faq.kept import OLD_FILES, OnDisk, digest, folder
from faq.phrases import Phrase
from faq.similar import Arrays
from faq.wordings import Wordings

ROWS = [Phrase("как получить патент", "patent", "ru"), Phrase("потерял паспорт", "lost", "ru")]


class Counted(OnDisk):
    """Counts how often an index had to be made."""

    made = 0

    def save(self, arrays: Arrays) -> None:
        self.made += 1
        super().save(arrays)


def test_an_index_is_made_once(tmp_path: Path) -> None:
    """The second start finds what the first one learnt, and ranks alike."""
    kept = Counted(tmp_path / "cache", "a")
    first, second = Wordings(ROWS, kept=kept), Wordings(ROWS, kept=kept)
    assert kept.made == 1
    assert first.rank("патент где") == second.rank("патент где")


@pytest.mark.parametrize(
    "broken", [b"", b"PK\x03\x04 cut short", b"no archive"], ids=["empty", "cut short", "something else"]
)
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, broken: bytes) -> None:
    """It is made anew, and then found."""
    (tmp_path / "faq-a.npz").write_bytes(broken)
    kept = Counted(tmp_path, "a")
    assert Wordings(ROWS, kept=kept).rank("патент где").found[0].label == "patent"
    assert OnDisk(tmp_path, "a").load() is not None


def test_a_file_that_lacks_something_is_made_anew(tmp_path: Path) -> None:
    """An archive of other arrays is not taken for an index."""
    np.savez(tmp_path / "faq-a.npz", known=np.zeros(3))
    assert OnDisk(tmp_path, "a").load() is None


def test_without_a_disk_it_is_only_slower(tmp_path: Path) -> None:
    """A folder that cannot be written is no error."""
    (tmp_path / "file").write_text("in the way")
    kept = OnDisk(tmp_path / "file", "a")
    assert Wordings(ROWS, kept=kept).rank("потерял паспорт").found[0].label == "lost"
    assert kept.load() is None


def test_old_indexes_go(tmp_path: Path) -> None:
    """A few earlier ones may stay, for a way back."""
    for name in range(OLD_FILES + 3):
        Wordings(ROWS, kept=OnDisk(tmp_path, str(name)))
    assert len(list(tmp_path.iterdir())) == OLD_FILES


def test_digest_tells_contents_apart(tmp_path: Path) -> None:
    """Another letter, another name of a file, another digest; the same again, the same."""
    one, two = tmp_path / "a.toml", tmp_path / "b.toml"
    one.write_text("x")
    two.write_text("y")
    first = digest([one, two])
    assert first == digest([one, two]) != digest([one])
    one.write_text("z")
    assert digest([one, two]) != first


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        pytest.param(
            {"CACHE_DIRECTORY": "/var/cache/panoh", "XDG_CACHE_HOME": "/x"}, "/var/cache/panoh/panoh", id="systemd"
        ),
        pytest.param({"XDG_CACHE_HOME": "/x"}, "/x/panoh", id="XDG"),
    ],
)
def test_folder(environment: dict[str, str], expected: str) -> None:
    """systemd's folder first, then the user's."""
    assert folder(environment) == Path(expected)
