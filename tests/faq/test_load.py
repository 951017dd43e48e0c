"""Topic files and translations: what loads, what is refused all at once, what only wants an editor."""

from datetime import date
from pathlib import Path

import pytest

from faq.entry import ContentError, Faq
from faq.load import load
from faq.warnings import warnings

TOPIC = """
id = "{id}"
category = "documents"
danger = true
related = [{related}]
sources = ["https://example.org/law"]
as_of = 2026-02-20
review_by = 2027-02-20
confidence = "A"
text = "Call {{kz-112}}."
sms = "Call {{kz-112}}"
[wordings]
en = ["{wording}"]
"""
PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# unreviewed
msgctxt "one.text"
msgid "Call {kz-112}."
msgstr "Позвоните {kz-112}."

#, fuzzy
msgctxt "one.sms"
msgid "Call {kz-112}"
msgstr "Звоните {kz-112}"
"""
TODAY = date(2026, 3, 1)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What these small contents teach is kept nowhere else."""
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path / "cache"))


def _write(folder: Path, po: str = PO, **changes: str) -> Path:
    """Two topics and one catalogue; `changes` are put for TOML lines of the first topic."""
    (folder / "content").mkdir()
    (folder / "locales").mkdir()
    first = TOPIC.format(id="one", related='"two"', wording="they took my passport")
    for key, line in changes.items():
        kept = [row for row in first.splitlines() if not row.startswith(f"{key} =")]
        first = "\n".join([line, *kept])
    (folder / "content" / "one.toml").write_text(first)
    (folder / "content" / "two.toml").write_text(TOPIC.format(id="two", related="", wording="lost it"))
    (folder / "locales" / "ru.po").write_text(po)
    return folder


def _load(folder: Path) -> Faq:
    return load(folder, {"kz-112"})


def _problems(folder: Path) -> list[str]:
    with pytest.raises(ExceptionGroup) as caught:
        _load(folder)
    assert caught.value.message == "faq"
    assert all(isinstance(e, ContentError) for e in caught.value.exceptions)
    return [str(e) for e in caught.value.exceptions]


def test_loads(tmp_path: Path) -> None:
    """Topics, answers with fallbacks, and the index."""
    faq = _load(_write(tmp_path))
    one = faq.topics["one"]
    assert one.related == ("two",)
    assert one.as_of == date(2026, 2, 20)
    assert one.general.say("ru") == one.general.say("kk") == "Позвоните {kz-112}."
    assert one.general.say("ru", sms=True) == "Call {kz-112}", "a fuzzy translation is not shown"
    assert one.general.unreviewed == one.general.stale == {"ru"}
    assert faq.index.rank("they took my passport").found[0].label == "one"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param({"conf": "confidense = 1"}, "is no known key; did you mean confidence?", id="unknown key"),
        pytest.param({"sms": ""}, "content/one.toml: sms: is missing; add a text", id="missing key"),
        pytest.param({"danger": "danger = 1"}, "content/one.toml: danger: is 1; write true or false", id="wrong type"),
        pytest.param({"as_of": 'as_of = "soon"'}, "content/one.toml: as_of: is 'soon'; write a date", id="no date"),
        pytest.param({"related": 'related = ["tow"]'}, "'tow' is no other topic; did you mean two", id="related"),
        pytest.param({"related": "related = [2]"}, "related: holds something that is no text", id="no text"),
        pytest.param({"category": 'category = "document"'}, "did you mean documents?", id="unknown category"),
        pytest.param({"confidence": 'confidence = "C"'}, "write A or B", id="confidence"),
        pytest.param({"text": 'text = "Call {kz-211}"'}, "{kz-211} is no known number; did you mean kz-112", id="no"),
        pytest.param({"text": 'text = " "'}, "content/one.toml: text: is empty", id="empty text"),
        pytest.param({"id": 'id = "uno"'}, "give the file and the topic the same name", id="id"),
        pytest.param({"en": 'x = 1'}, "content/one.toml: x: is no known key", id="another unknown key"),
        pytest.param({"review_by": "review_by = 2026-01-01"}, "review_by: is not after as_of", id="dates"),
    ],
)  # fmt: skip
def test_refuses(tmp_path: Path, changes: dict[str, str], told: str) -> None:
    """Each mistake is named with its file, its key and what to do."""
    assert any(told in line for line in _problems(_write(tmp_path, **changes)))


@pytest.mark.parametrize(
    ("wordings", "told"),
    [
        pytest.param('en = ["..."]', "holds a wording without letters", id="empty"),
        pytest.param('en = "lost"', "is no list of texts", id="no list"),
        pytest.param('eng = ["lost"]', "wordings.eng: is no known language; did you mean en?", id="language"),
        pytest.param(
            'en = ["Lost it!"]', "is also a wording of faq/content/one.toml; keep it in one of them", id="twice"
        ),
    ],
)
def test_refuses_wordings(tmp_path: Path, wordings: str, told: str) -> None:
    """Wordings must be texts in a known language, and belong to one topic."""
    folder = _write(tmp_path)
    path = folder / "content" / "one.toml"
    path.write_text(path.read_text().split("en = [")[0] + wordings)
    assert any(told in line for line in _problems(folder))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("Позвоните {kz-112}", "Позвоните", "one.text: has the placeholders [], the English", id="lost"),
        pytest.param("one.text", "on.text", "on.text: translates no text; did you mean one.text?", id="unknown"),
        pytest.param('msgctxt "one.text"', "hello", "is no readable PO file", id="broken"),
    ],
)
def test_refuses_translations(tmp_path: Path, old: str, new: str, told: str) -> None:
    """A translation keeps the numbers of the English text."""
    assert any(told in line for line in _problems(_write(tmp_path, po=PO.replace(old, new))))


def test_all_problems_at_once(tmp_path: Path) -> None:
    """Two broken files are told of in one go."""
    folder = _write(tmp_path, category='category = "x"', confidence='confidence = "C"')
    (folder / "content" / "two.toml").write_text("id = ")
    told = _problems(folder)
    assert {line.split(":")[0] for line in told} == {"faq/content/one.toml", "faq/content/two.toml"}
    assert len(told) >= 3


def test_no_topics(tmp_path: Path) -> None:
    """An empty folder is a mistake, not an FAQ that knows nothing."""
    assert "there is no topic" in _problems(tmp_path)[0]


def test_warnings(tmp_path: Path) -> None:
    """What an editor should see to, in the same form as errors."""
    faq = _load(_write(tmp_path))
    told = warnings(faq, date(2027, 3, 1))
    for part in (
        "content/one.toml: review_by: was 2027-02-20",
        "locales/ru.po: one.sms: is fuzzy or out of date",
        "locales/kk.po: one.text: is not translated",
        "content/one.toml: wordings.ru: there are none",
    ):
        assert any(part in line for line in told), part
    assert not any("review_by" in line for line in warnings(faq, TODAY))


def test_unreviewed_are_counted(tmp_path: Path) -> None:
    """One line per language, with how many."""
    told = warnings(_load(_write(tmp_path)), TODAY)
    assert "faq/locales/ru.po: unreviewed: 1 answers no native speaker has read; have them read" in told
