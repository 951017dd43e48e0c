"""One thing that somebody should look at in what editors wrote: where it stands, what is wrong, what to do."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`file: key: what is wrong; what to do`. An error stops the service; a warning wants an editor."""

    file: str
    key: str
    problem: str
    cure: str
    level: Level = "warning"

    @classmethod
    def of(cls, text: str, level: Level = "error") -> "Finding":
        """From that one line, in which every loader tells what it cannot accept."""
        file, _, rest = text.partition(": ")
        key, _, rest = rest.partition(": ")
        problem, _, cure = rest.rpartition("; ")
        return cls(file, key, problem or cure, cure if problem else "", level)

    @property
    def text(self) -> str:
        """As one line."""
        return f"{self.file}: {self.key}: {self.problem}" + (f"; {self.cure}" if self.cure else "")

    def row(self) -> dict[str, str]:
        """As an object for other programs."""
        named = {name: getattr(self, name) for name in ("file", "key", "problem", "cure", "level")}
        return {**named, "text": self.text}
