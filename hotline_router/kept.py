"""Keeps what was learnt from the examples on disk, beside the FAQ's index and under the same rules (see `faq/kept.py`)."""

import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import numpy as np

from faq.entry import Faq
from faq.kept import NEW, digest, folder, mapped, tidy
from hotline_router.examples import SHIPPED, Examples
from hotline_router.learnt import Arrays, Heard, calm_texts, concepts_of, learn

CODE = sorted(Path(__file__).parent.glob("*.py"))
PREFIX = "heard-"


def hear(examples: Examples, faq: Faq, environment: Mapping[str, str], content: Path = SHIPPED) -> Heard:
    """What the examples teach: read from the disk where it was learnt from the same content before."""
    concepts = concepts_of(examples, faq)
    files = (*CODE, *sorted(content.glob("messages/*.toml")), *content.glob("danger-words.toml"))
    kept = folder(environment) / f"{PREFIX}{digest(files, _fingerprint(faq))}"
    if (arrays := _load(kept)) is None:
        arrays = learn(examples.rows, calm_texts(faq), concepts)
        _save(kept, arrays)
        arrays = _load(kept) or arrays  # what is mapped from the disk takes less memory
    return Heard(arrays, concepts, faq)


def _fingerprint(faq: Faq) -> str:
    """What of the FAQ decides: its wordings, and which words mean what."""
    made = hashlib.sha256("\n".join(faq.index.learnt.texts).encode())
    made.update(repr(faq.lexicon.stems).encode())
    return made.hexdigest()


def _load(place: Path) -> Arrays | None:
    try:
        return Arrays(**{one.name: mapped(place / f"{one.name}.npy") for one in fields(Arrays)})
    except (OSError, ValueError, EOFError):
        return None


def _save(place: Path, arrays: Arrays) -> None:
    """Readers see the whole of it or nothing; without a disk the program is slower to start, no more."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=place.parent, prefix=NEW))
        for one in fields(Arrays):
            np.save(made / f"{one.name}.npy", getattr(arrays, one.name), allow_pickle=False)
        shutil.rmtree(place, ignore_errors=True)  # a broken one
        made.rename(place)
    except OSError:
        pass
    tidy(place.parent, PREFIX)
