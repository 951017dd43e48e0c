"""One line per figure: name, value, goal, met or not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value; without a goal it only tells what the others are made of."""

    name: str
    value: float | None = None
    unit: str = ""
    goal: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached; what has none is."""
        if self.goal is None or self.value is None:
            return True
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    def line(self) -> str:
        """The figure as it is printed."""
        if self.value is None:
            return f"{self.name}: {self.note}"
        told = f"{self.name:<78}{_shown(self.value):>9} {self.unit:<8}"
        if self.goal is not None:
            told += f" goal {'≥' if self.at_least else '≤'} {_shown(self.goal)}: {'met' if self.is_met else 'NOT MET'}"
        return f"{told}  {self.note}".rstrip()


def _shown(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}".rstrip("0").rstrip(".")
