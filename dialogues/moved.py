"""Places and choices that a release removed or renamed: what stands in their place, and what changed since another content."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from dialogues.script import Place


def stands(places: Mapping[str, Place], name: str) -> bool:
    """Whether a place, or a choice written `place:choice`, exists."""
    place, _, choice = name.partition(":")
    return place in places and (not choice or places[place].choice(choice) is not None)


@dataclass(frozen=True, slots=True)
class Moved:
    """Old name -> new name, of places and of choices (`place:choice`)."""

    ways: Mapping[str, str] = field(default_factory=dict)

    def end(self, places: Mapping[str, Place], name: str) -> str:
        """The name under which that place or choice stands by now, after as many renamings as there were; empty: gone."""
        for _ in range(len(self.ways) + 1):
            if stands(places, name):
                return name
            name = self._next(name)
        return ""

    def _next(self, name: str) -> str:
        """One renaming; a choice that is not named goes with its place and keeps its id."""
        if name in self.ways:
            return self.ways[name]
        place, _, choice = name.partition(":")
        return f"{self.ways[place]}:{choice}" if choice and place in self.ways else ""


@dataclass(frozen=True, slots=True)
class Gone:
    """A place or choice of the older content that the newer one does not have."""

    name: str
    now: str
    """What stands in its place; empty: nothing does."""


def gone(old: Mapping[str, Collection[str]], places: Mapping[str, Place], moved: Moved) -> Iterator[Gone]:
    """What was removed or renamed since; `old` are its places with the ids of their choices."""
    for place, choices in sorted(old.items()):
        if not stands(places, place):
            yield Gone(place, moved.end(places, place))
        for choice in sorted(choices):
            name = f"{place}:{choice}"
            if not stands(places, name):
                yield Gone(name, moved.end(places, name))
