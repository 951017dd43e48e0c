"""What one match costs: at the shipped size, as the number of wordings grows, and beside rapidfuzz's plain scan."""

from collections.abc import Iterator, Sequence
from statistics import median
from time import perf_counter

import numpy as np
from rapidfuzz import fuzz, process

from bot.content import load
from faq.entry import OUTSIDE, Faq
from faq.lexicon import Lexicon
from faq.match import match
from faq.normalise import fold
from faq.phrases import Phrase
from faq.wordings import Wordings
from tests.benchmarks.report import Figure

SHIPPED_P99, GROWTH, FASTER = 3.0, 8.0, 20.0
SIZES = (1_000, 10_000, 100_000)
ASKED = 300
PER_TOPIC = 10


def _made(shipped: Sequence[str], count: int) -> list[Phrase]:
    """So many different wordings: halves of two shipped ones each; ten of a topic share their first half."""
    chance = np.random.default_rng(7)
    halves = [text.split() for text in shipped if len(text.split()) >= 4]
    made = []
    for topic in range(count // PER_TOPIC):
        first = halves[int(chance.integers(len(halves)))]
        for _ in range(PER_TOPIC):
            second = halves[int(chance.integers(len(halves)))]
            words = first[: len(first) // 2 + 1] + second[len(second) // 2 :]
            made.append(Phrase(" ".join(words), f"t{topic}", "ru"))
    return made


def _asked(wordings: Sequence[Phrase]) -> list[tuple[str, str]]:
    """Questions as people type them: wordings with a word left out and two letters changed places."""
    chance = np.random.default_rng(11)
    asked = []
    for at in chance.choice(len(wordings), ASKED, replace=False):
        words = wordings[int(at)].text.split()
        words.pop(int(chance.integers(len(words))))
        text = " ".join(words)
        place = int(chance.integers(max(len(text) - 2, 1)))
        asked.append(
            (
                text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :],
                wordings[int(at)].label,
            )
        )
    return asked


def _timed(faq: Faq, asked: Sequence[tuple[str, str]]) -> tuple[list[float], float]:
    """Milliseconds of each match, and the share in which the right topic came first."""
    times, right = [], 0
    for text, topic in asked:
        started = perf_counter()
        topics = match(text, faq).topics
        times.append((perf_counter() - started) * 1000)
        right += bool(topics) and topics[0][0] == topic
    return times, right / len(asked)


def _scan(wordings: Sequence[Phrase], asked: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """The same by rapidfuzz's extractOne with WRatio over all folded wordings: median milliseconds, share right."""
    folded = [fold(one.text) for one in wordings]
    times, right = [], 0
    for text, topic in asked:
        started = perf_counter()
        found = process.extractOne(fold(text), folded, scorer=fuzz.WRatio)
        times.append((perf_counter() - started) * 1000)
        right += wordings[found[2]].label == topic
    return median(times), right / len(asked)


def measure() -> Iterator[Figure]:
    """Shipped size, growth, and the plain scan, in one run."""
    content = load()
    learnt = content.faq.index.learnt
    labels = (learnt.labels[number] for number in learnt.arrays.labels.tolist())
    rows = zip(learnt.texts, labels, learnt.languages, strict=True)
    shipped = [Phrase(text, label, lang) for text, label, lang in rows if label != OUTSIDE]
    times, _ = _timed(content.faq, _asked(shipped))
    yield Figure(f"match: {len(shipped):,} shipped wordings, median", median(times), "ms")
    yield Figure(f"match: {len(shipped):,} shipped wordings, p99", float(np.percentile(times, 99)), "ms", SHIPPED_P99)
    medians = {}
    for size in SIZES:
        wordings = _made([one.text for one in shipped], size)
        started = perf_counter()
        faq = Faq({}, Wordings.of(wordings), Lexicon())
        built = perf_counter() - started
        asked = _asked(wordings)
        times, right = _timed(faq, asked)
        medians[size] = median(times)
        yield Figure(
            f"match: {size:,} wordings, median", medians[size], "ms", note=f"right {right:.2f}, built in {built:.1f} s"
        )
        if size == SIZES[1]:
            scanned, scan_right = _scan(wordings, asked[:60])
            yield Figure(
                f"match: times faster than extractOne(WRatio) at {size:,}",
                scanned / medians[size],
                "x",
                FASTER,
                at_least=True,
            )
            yield Figure(
                "match: more often right than that",
                right - scan_right,
                "",
                0.0,
                at_least=True,
                note=f"{right:.2f} against {scan_right:.2f}",
            )
    yield Figure(
        "match: growth of the median from 1,000 to 100,000 wordings", medians[SIZES[2]] / medians[SIZES[0]], "x", GROWTH
    )
