"""What `panoh evaluate` measures: the matching on labelled questions, triage on messages whose level is known."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.content import Content
from faq import evaluate
from faq.calibrate import by_held_out
from faq.entry import ContentError, Faq
from faq.match import JUDGE, Judge, match
from faq.normalise import fold
from faq.phrases import Phrase
from faq.wordings import Wordings
from hotline_router import measure as triaged
from hotline_router.triage import triage

MOST_CALIBRATED = 5000
"""Wordings of somebody else up to which their own judge is worked out; it takes five times as long as the index."""


def measure(content: Content, entries: Path | None, queries: Path, timer: Callable[[], float]) -> dict[str, Any]:
    """The figures of the matching on labelled questions, with the shipped wordings or other ones. Raises ContentError."""
    asked = evaluate.queries(queries.name, _lines(queries))
    faq, judge = content.faq, JUDGE
    if entries:
        faq, judge = _other(content, evaluate.entries(entries.name, _lines(entries)))
    outcomes = []
    for query in asked:
        before = timer()
        decision = match(query.text, faq, query.lang, judge)
        outcomes.append(evaluate.Outcome(query, decision, (timer() - before) * 1e6))
    return evaluate.figures(outcomes)


def _other(content: Content, entries: list[Phrase]) -> tuple[Faq, Judge]:
    """An FAQ of other wordings; what people write to any bot and is no question stands beside them, where it is none of theirs."""
    own = {fold(one.text) for one in entries}
    wordings = [*entries, *(one for one in content.faq.outside if fold(one.text) not in own)]
    concepts = content.faq.lexicon.concepts
    judge = by_held_out(wordings, concepts) if len(entries) <= MOST_CALIBRATED else JUDGE
    return Faq({}, Wordings.of(wordings, concepts), content.faq.lexicon), judge


def heard(content: Content, messages: Path) -> dict[str, Any]:
    """The figures of triage on messages whose level is known. Raises ContentError."""
    asked = triaged.messages(messages.name, _lines(messages))
    return triaged.figures(asked, lambda text: triage(text, content.signs))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise ContentError.at(path.name, "file", f"is not UTF-8 ({error})", "save it as UTF-8") from error
