"""The figures of `panoh evaluate`: what each counts, and what a wrong table is told."""

import pytest

from faq.entry import ContentError
from faq.evaluate import Outcome, Query, correlation, entries, figures, queries, report
from faq.match import Perhaps, Sure, Unknown

HEADER = "lang\tquery\texpected\talso"


def _outcome(expected: str, decision: Sure | Perhaps | Unknown, also: str = "", lang: str = "ru") -> Outcome:
    return Outcome(Query(lang, "?", expected, frozenset(filter(None, [also]))), decision, 100.0)


def _ranked(*topics: str) -> tuple[tuple[str, float], ...]:
    return tuple((topic, 1.0 - n / 10) for n, topic in enumerate(topics))


OUTCOMES = [
    _outcome("a", Sure("a", 0.9, _ranked("a", "b"))),
    _outcome("a", Sure("b", 0.9, _ranked("b", "c", "a"))),
    _outcome("a", Sure("c", 0.9, _ranked("c")), also="c"),
    _outcome("b", Perhaps(("b",), _ranked("b", "a")), lang="uz"),
    _outcome("", Unknown(())),
    _outcome("", Sure("a", 0.9, _ranked("a"))),
]


def test_figures() -> None:
    """First and third over what is in scope, precision over all sure answers, rejection over what is not."""
    found = figures(OUTCOMES)
    assert (found["n"], found["top1"], found["top3"]) == (6, 0.75, 1.0)
    assert (found["sure_precision"], found["answered"], found["reject"]) == (0.5, 0.5, 0.5)
    assert found["p50_us"] == 100.0
    assert found["by_lang"]["uz"]["top1"] == 1.0
    assert found["by_lang"]["uz"]["sure_precision"] is None, "nothing was sure"
    assert "uz" in report(found)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([("a", "a"), ("b", "b"), ("", "")], 1.0, id="all right"),
        pytest.param([("a", "b"), ("b", "a")], -1.0, id="all wrong"),
        pytest.param([("a", "a"), ("b", "a")], 0.0, id="one answer for everything"),
        pytest.param([(1, 1)] * 90 + [(1, 0)] * 4 + [(0, 1)] * 5 + [(0, 0)] * 1, 0.1352, id="the textbook's two classes"),
    ],
)  # fmt: skip
def test_correlation(pairs: list[tuple[str, str]], expected: float) -> None:
    """Gorodkin's form of Matthews correlation for any number of classes."""
    assert correlation(pairs) == pytest.approx(expected, abs=1e-4)


def test_reads_tables() -> None:
    """Columns are found by name, more than ours are passed over, the last may be missing."""
    (one,) = queries("q.tsv", ["query\tlang\texpected\tkind\talso", "где патент\tru\tru-patent-get\tx\ta, b"])
    assert one == Query("ru", "где патент", "ru-patent-get", frozenset({"a", "b"}))
    assert queries("q.tsv", [HEADER, "ru\tпогода"]) == [Query("ru", "погода", "")]
    assert entries("e.tsv", ["lang\twording\ttopic", 'en\tsay "hi"\tgreet'])[0].text == 'say "hi"'


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param(["lang\tquestion\texpected\talso"], "q.tsv: line 1: has no column 'query'; name the columns", id="column"),
        pytest.param([HEADER, "ru\t \tx\t"], "q.tsv: line 2: has no query; fill it in", id="no question"),
        pytest.param([], "q.tsv: line 1: has no column 'lang'", id="empty file"),
    ],
)  # fmt: skip
def test_refuses_tables(lines: list[str], told: str) -> None:
    """A table that is none is told by file and line."""
    with pytest.raises(ContentError, match=told.replace("(", r"\(")):
        queries("q.tsv", lines)
