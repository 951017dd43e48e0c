"""Likeness of whole texts: how much a text speaks for each label, by shared grams and by its nearest known texts."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

_WORD_WEIGHT = 2.0
_GRAMS = (2, 3, 4)
_TOO_COMMON = 0.1  # a gram in more than this share of many texts finds no neighbours and costs much
_MANY = 200
_RERANKED = 40
# Measured with wordings held out: neighbours alone 0.70 right first, all texts of a label together 0.82, both 0.83.
_LABEL_SHARE = 0.7

Grams = Mapping[str, float]


def grams(folded: str) -> dict[str, float]:
    """Words (marked with two blanks) and letter groups with their weights; often repeated ones weigh little more."""
    counts: dict[str, float] = defaultdict(float)
    for word in folded.split():
        counts[f"  {word}"] += _WORD_WEIGHT
        edged = f" {word} "
        for size in _GRAMS:
            for i in range(len(edged) - size + 1):
                counts[edged[i : i + size]] += 1.0
    return {gram: 1 + math.log(n) for gram, n in counts.items()}


class Similar:
    """An index of folded texts, each with a label."""

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        self._texts = texts
        self._exact: dict[str, int] = {}
        for number, (folded, _) in enumerate(texts):
            self._exact.setdefault(folded, number)
        rows = [grams(folded) for folded, _ in texts]
        count = Counter(gram for row in rows for gram in row)
        self._idf = {gram: math.log(1 + len(rows) / n) for gram, n in count.items()}
        self._unseen = math.log(1 + len(rows))
        self._neighbours = self._index(count, units := [self._unit(row) for row in rows])
        self._leanings = self._lean(units)

    def _unit(self, row: Grams) -> dict[str, float]:
        """The known grams as part of a vector of length 1; what the index never saw makes that part shorter."""
        raw = {gram: n * self._idf.get(gram, self._unseen) for gram, n in row.items()}
        length = math.sqrt(sum(v * v for v in raw.values())) or 1.0
        return {gram: v / length for gram, v in raw.items() if gram in self._idf}

    def _index(self, count: Mapping[str, int], units: Iterable[Grams]) -> dict[str, list[tuple[int, float]]]:
        """In which texts each gram stands that is rare enough to find neighbours by."""
        most = len(self._texts) * _TOO_COMMON if len(self._texts) > _MANY else math.inf
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, unit in enumerate(units):
            for gram, share in unit.items():
                if count[gram] <= most and (len(gram) > 2 or most == math.inf):
                    postings[gram].append((number, share))
        return dict(postings)

    def _lean(self, units: Iterable[Grams]) -> dict[str, tuple[tuple[str, float], ...]]:
        """How much each gram speaks for each label: the sum of a label's texts as a vector of length 1."""
        sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for (_, label), unit in zip(self._texts, units, strict=True):
            for gram, share in unit.items():
                sums[label][gram] += share
        leanings: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for label, total in sums.items():
            length = math.sqrt(sum(v * v for v in total.values()))
            for gram, value in total.items():
                leanings[gram].append((label, value / length))
        return {gram: tuple(pairs) for gram, pairs in leanings.items()}

    def find(self, folded: str) -> dict[str, tuple[int, float]]:
        """For each label that is like the text: its nearest text's number and the score, 0 to 1 (1 = the very text)."""
        unit = self._unit(grams(folded))
        leaning: dict[str, float] = defaultdict(float)
        for gram, share in unit.items():
            for label, theirs in self._leanings[gram]:
                leaning[label] += share * theirs
        found = {
            label: (number, (1 - _LABEL_SHARE) * likeness + _LABEL_SHARE * leaning[label])
            for label, (number, likeness) in self._nearest(folded, unit).items()
        }
        if (number := self._exact.get(folded)) is not None:
            found[self._texts[number][1]] = (number, 1.0)
        return found

    def _nearest(self, folded: str, unit: Grams) -> dict[str, tuple[int, float]]:
        """The most alike text of each label among those that share the most rare grams."""
        cosine: dict[int, float] = defaultdict(float)
        for gram, share in unit.items():
            for number, theirs in self._neighbours.get(gram, ()):
                cosine[number] += share * theirs
        best: dict[str, tuple[int, float]] = {}
        for number in sorted(cosine, key=cosine.__getitem__, reverse=True)[:_RERANKED]:
            known, label = self._texts[number]
            likeness = _likeness(folded, known, cosine[number])
            if label not in best or best[label][1] < likeness:
                best[label] = number, likeness
        return best


def _likeness(text: str, known: str, cosine: float) -> float:
    """Shared rare grams, mended by how the words agree whatever their order."""
    words = fuzz.token_set_ratio(text, known) / 100
    whole = fuzz.token_sort_ratio(text, known) / 100
    return 0.5 * cosine + 0.2 * words + 0.3 * whole
