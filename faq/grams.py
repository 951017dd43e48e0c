"""What a folded text is made of: letter groups, words, pairs of words and concepts, each as a number.

Numbers are hashes, so that no dictionary of a hundred thousand strings has to be kept or loaded. Each kind has a block of
its own: a number divided by `BLOCK` tells the kind.
"""

import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Weights = NDArray[np.float32]
Concepts = Callable[[str], Sequence[str]]

BLOCK = 1 << 19
"""Numbers of one kind; of a hundred grams of the shipped content about seven share one, which does no measurable harm."""
KINDS = 3
SPACE = BLOCK * KINDS
LETTERS, WORDS, IDEAS = range(KINDS)
SIZES = (2, 3, 4)
"""Letters in a group; a word has a blank at each end."""


def _number(kind: int, gram: str) -> int:
    return kind * BLOCK + zlib.crc32(gram.encode()) % BLOCK


@lru_cache(maxsize=1 << 13)
def _word(word: str) -> tuple[int, ...]:
    """A word and its letter groups."""
    edged = f" {word} "
    groups = (_number(LETTERS, edged[i : i + n]) for n in SIZES for i in range(len(edged) - n + 1))
    return (_number(WORDS, word), *groups)


def grams(folded: str, concepts: Concepts) -> tuple[Numbers, Weights]:
    """The numbers of a text, each once and in order, with a weight that grows slowly with how often it stands."""
    words, meant = folded.split(), concepts(folded)
    numbers = [number for word in words for number in _word(word)]
    numbers += [_number(WORDS, f"{one} {two}") for one, two in pairwise(words)]
    numbers += [_number(IDEAS, one) for one in meant]
    numbers += [_number(IDEAS, f"{one} {two}") for one, two in pairwise(meant)]
    found, counts = np.unique(np.array(numbers, np.int32), return_counts=True)
    return found, (1 + np.log(counts)).astype(np.float32)
