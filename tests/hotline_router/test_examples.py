"""The examples of messages: read, checked, and none of them one of the messages that triage is measured on."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from faq.entry import ContentError
from faq.normalise import fold
from hotline_router.examples import SHIPPED, load_examples
from hotline_router.measure import messages

EXAMPLES = load_examples()
SETS = [Path(__file__).with_name(name) for name in ("messages.tsv", "unseen.tsv")]


@pytest.mark.parametrize("lang", ["en", "ru", "uz", "tg", "ky", "kk"])
def test_each_language_has_enough_to_learn_from(lang: str) -> None:
    """Hundreds of each kind, so that no language is heard worse for want of examples."""
    kinds = Counter(one.kind for one in EXAMPLES.rows if one.lang == lang)
    assert kinds["urgent"] >= 250
    assert kinds["calm"] >= 200
    assert kinds["ask"] >= 40


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_no_long_message_of_a_set_is_an_example(path: Path) -> None:
    """Otherwise the set would measure memory; a cry of three words may stand in both."""
    known = {fold(one.text) for one in EXAMPLES.rows}
    asked = messages(path.name, path.read_text("utf-8").splitlines())
    assert [one.text for one in asked if len(fold(one.text).split()) > 3 and fold(one.text) in known and one.kind] == []


def _copied(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED, tmp_path / "content")
    return tmp_path / "content"


def test_a_line_that_an_editor_adds_is_an_example(tmp_path: Path) -> None:
    """Nothing else need be touched."""
    folder = _copied(tmp_path)
    path = folder / "messages" / "ky.toml"
    text = path.read_text("utf-8").replace(
        "[urgent]\nmovement = '''\n", "[urgent]\nmovement = '''\nкапастагы чымчыктаймын\n", 1
    )
    path.write_text(text, "utf-8")
    added = set(load_examples(folder).rows) - set(EXAMPLES.rows)
    assert [(one.text, one.kind, one.sign, one.lang) for one in added] == [
        ("капастагы чымчыктаймын", "urgent", "movement", "ky")
    ]


def test_examples_that_were_read_are_not_counted(tmp_path: Path) -> None:
    """`reviewed = true` stands for the whole file."""
    folder = _copied(tmp_path)
    path = folder / "messages" / "kk.toml"
    path.write_text(path.read_text("utf-8").replace("reviewed = false", "reviewed = true"), "utf-8")
    unread = load_examples(folder).unreviewed
    assert unread["kk"] == 0
    assert unread["ru"] > 0


def test_all_problems_at_once(tmp_path: Path) -> None:
    """Broken files are refused with every mistake in them, each naming file and key and what to do."""
    (tmp_path / "messages").mkdir()
    (tmp_path / "messages" / "xx.toml").write_text("reviewed = 1\n")
    (tmp_path / "messages" / "ru.toml").write_text(
        "urgnt = 1\n[urgent]\nmovment = '''\nнас держат\n'''\nviolence = ['бьют']\n[calm]\nx = '''\n...\n'''\n"
    )
    (tmp_path / "messages" / "en.toml").write_text("[urgent]\ncry = 'save me'\n[calm]\nfun = 'save me'\n")
    (tmp_path / "messages" / "uz.toml").write_text("[urgent")
    (tmp_path / "danger-words.toml").write_text("lock = 'x'\n[door]\nen = ['a']\nzz = ['door']\n")
    with pytest.raises(ExceptionGroup) as caught:
        load_examples(tmp_path)
    assert all(isinstance(e, ContentError) for e in caught.value.exceptions)
    told = "\n".join(map(str, caught.value.exceptions))
    for part in (
        "xx.toml: file: is no known language", "xx.toml: reviewed: is 1", "ru.toml: urgnt: is no known key; did you mean urgent?",
        "ru.toml: urgent.movment: is no known sign; did you mean movement?", "ru.toml: urgent.violence: is no text",
        "ru.toml: calm.x: '...' holds no letters", "en.toml: calm.fun: 'save me' is also urgent", "uz.toml: (whole file): is not readable",
        "danger-words.toml: lock: is no table", "door.en: 'a' begins too many words", "door.zz: is no known language",
    ):  # fmt: skip
        assert part in told


def test_without_examples_nobody_is_heard_and_that_is_an_error(tmp_path: Path) -> None:
    """A folder of content that lacks them is refused."""
    with pytest.raises(ExceptionGroup) as caught:
        load_examples(tmp_path)
    assert "there is no example" in str(caught.value.exceptions[0])
