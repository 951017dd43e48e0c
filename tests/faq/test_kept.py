"""The FAQ on disk: found again when nothing changed, made anew when anything did, and never in the way."""

import os
from datetime import date
from pathlib import Path

import pytest

from faq.entry import Answer, Faq, Topic
from faq.kept import OLD_FILES, OnDisk, digest, folder
from faq.lexicon import Lexicon
from faq.match import match
from faq.phrases import Phrase
from faq.wordings import Wordings

ROWS = [
    Phrase("как получить патент", "patent", "ru"),
    Phrase("потерял паспорт", "lost", "ru"),
    Phrase("погода", "-", "ru"),
]
ANSWER = Answer({"en": "Go."}, {"en": "Go"}, frozenset({"ru"}), frozenset())
TOPIC = Topic(
    id="patent", category="stay", danger=False, related=("lost",), sources=("https://example.org",), as_of=date(2026, 1, 1),
    review_by=date(2027, 1, 1), confidence="A", general=ANSWER, countries={"kz": ANSWER}, differs_by="place",
    question={"ru": "как получить патент"}, wordings={"ru": 1},
)  # fmt: skip
LEXICON = Lexicon.of({"patent": ["патент", "иш рухсат"]})
FAQ = Faq({"patent": TOPIC}, Wordings.of(ROWS, LEXICON.concepts), LEXICON, (ROWS[2],), ("ru", "en"))


def test_what_is_kept_is_the_same_faq(tmp_path: Path) -> None:
    """Topics, lexicon, what is no question, languages, and every ranking."""
    kept = OnDisk(tmp_path / "cache", "a")
    assert kept.load() is None
    kept.save(FAQ)
    found = kept.load()
    assert found is not None
    assert (found.topics, found.outside, found.languages) == (FAQ.topics, FAQ.outside, FAQ.languages)
    assert found.lexicon.concepts("patent") == ("patent",)
    for question in ("патент где", "иш рухсат", "погода", "?"):
        assert match(question, found) == match(question, FAQ)


@pytest.mark.parametrize("file", ["weights.npy", "owners.npy", "content.msgpack"])
@pytest.mark.parametrize(
    "broken", [b"", b"\x93NUMPY cut short", b"\x91\x01"], ids=["empty", "cut short", "something else"]
)
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, file: str, broken: bytes) -> None:
    """It is written over, and then found."""
    kept = OnDisk(tmp_path, "a")
    kept.save(FAQ)
    (tmp_path / "faq-a" / file).write_bytes(broken)
    assert kept.load() is None
    kept.save(FAQ)
    assert kept.load() is not None


def test_a_folder_that_lacks_something_is_as_good_as_none(tmp_path: Path) -> None:
    """Half a folder is not taken for an FAQ."""
    kept = OnDisk(tmp_path, "a")
    kept.save(FAQ)
    (tmp_path / "faq-a" / "known.npy").unlink()
    assert kept.load() is None


def test_what_a_dead_process_left_goes(tmp_path: Path) -> None:
    """Half-made folders are removed by the next one who keeps something."""
    (tmp_path / "new-left").mkdir()
    os.utime(tmp_path / "new-left", (1, 1))
    OnDisk(tmp_path, "a").save(FAQ)
    assert [path.name for path in tmp_path.iterdir()] == ["faq-a"]


def test_without_a_disk_it_is_only_slower(tmp_path: Path) -> None:
    """A folder that cannot be written is no error."""
    (tmp_path / "file").write_text("in the way")
    kept = OnDisk(tmp_path / "file", "a")
    kept.save(FAQ)
    assert kept.load() is None


def test_old_ones_go(tmp_path: Path) -> None:
    """A few earlier ones may stay, for a way back."""
    for name in range(OLD_FILES + 3):
        OnDisk(tmp_path, str(name)).save(FAQ)
    assert len(list(tmp_path.iterdir())) == OLD_FILES


def test_digest_tells_contents_apart(tmp_path: Path) -> None:
    """Another letter, another name of a file or a number, another digest; the same again, the same."""
    one, two = tmp_path / "a.toml", tmp_path / "b.toml"
    one.write_text("x")
    two.write_text("y")
    first = digest([one, two], "kz-112")
    assert first == digest([one, two], "kz-112")
    assert len({first, digest([one]), digest([one, two]), digest([one, two], "kz-102")}) == 4
    one.write_text("z")
    assert digest([one, two], "kz-112") != first


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        pytest.param({"CACHE_DIRECTORY": "/var/cache/x", "XDG_CACHE_HOME": "/x"}, "/var/cache/x/panoh", id="systemd"),
        pytest.param({"XDG_CACHE_HOME": "/x"}, "/x/panoh", id="XDG"),
    ],
)
def test_folder(environment: dict[str, str], expected: str) -> None:
    """systemd's folder first, then the user's."""
    assert folder(environment) == Path(expected)
