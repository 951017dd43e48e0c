"""The places and their ways as a graph: what cannot be reached, what cannot be left, what goes round for ever."""

from collections.abc import Iterable, Iterator, Mapping

from dialogues.check import Complaint
from dialogues.script import Choice, Place, Script

CHANGES = ("says", "answer", "does", "tells", "notes", "language", "country", "origin")
"""What a choice may do besides leading somewhere."""
QUESTION = "ask"
"""Here a question of the person's own is waited for, so that it needs no choices."""


def complaints(script: Script, entries: Iterable[str]) -> Iterator[Complaint]:
    """Everything that is wrong with the ways; `entries` are the places where the program itself goes."""
    yield from forks(script)
    yield from dead_ends(script)
    yield from rounds(script)
    yield from idle(script)
    yield from unreachable(script, entries)


def ways(script: Script, place: Place) -> tuple[str, ...]:
    """The places to which a place leads by a choice, an answer in words, or a fork."""
    chosen = (choice.go for _, choice in _offered(script, place))
    return tuple(
        name
        for name in dict.fromkeys((place.then, *place.by_risk.values(), *place.when.values(), *chosen))
        if name in script.places
    )


def unreachable(script: Script, entries: Iterable[str]) -> Iterator[Complaint]:
    """Places that nothing leads to."""
    seen, queue = set[str](), [name for name in entries if name in script.places]
    while queue:
        name = queue.pop()
        if name not in seen:
            seen.add(name)
            queue += ways(script, script.places[name])
    for name in script.places:
        if name not in seen:
            yield f"place.{name}", "nothing leads here; give a choice somewhere `go`, or take the place out"


def dead_ends(script: Script) -> Iterator[Complaint]:
    """Places without a way on: no choice, nothing that is heard, no fork."""
    for place in script.places.values():
        waits = place.hears or place.then or place.by_risk or place.name == QUESTION
        if not waits and not _offered(script, place):
            yield (
                f"place.{place.name}",
                "is a dead end, nobody can go on from here; add a choice, for example one to the menu",
            )


def forks(script: Script) -> Iterator[Complaint]:
    """A fork has no words of its own, so it may not lead to another fork."""
    for place in script.places.values():
        for target in place.by_risk.values():
            if target in script.places and script.places[target].by_risk:
                yield f"place.{place.name}.by_risk", f"goes on to {target} without a question; name a place with a text"


def rounds(script: Script) -> Iterator[Complaint]:
    """Places that lead only to each other, with nothing to be had on the way."""
    good = _with_an_end(script)
    for name in (name for name in script.places if name not in good):
        if way := _round(script, name):  # told where the round is, not where it is only led to
            cure = "add a choice that leads out, to the menu for example"
            yield f"place.{name}", f"goes round without end ({' → '.join(way)}); {cure}"


def _round(script: Script, name: str) -> tuple[str, ...]:
    """The shortest way from a place back to itself; empty where there is none."""
    queue: list[tuple[str, ...]] = [(name,)]
    seen = set[str]()
    for way in queue:
        for target in ways(script, script.places[way[-1]]):
            if target == name:
                return (*way, name)
            if target not in seen:
                seen.add(target)
                queue.append((*way, target))
    return ()


def idle(script: Script) -> Iterator[Complaint]:
    """Choices that ask the same again and change nothing."""
    for place in script.places.values():
        for choice in place.choices:
            changes = any(getattr(choice, name) for name in CHANGES)
            if choice.go == place.name and not changes:
                yield (
                    f"place.{place.name}.choice.{choice.id}",
                    "leads back to its own question; name another place in `go`",
                )


def _with_an_end(script: Script) -> set[str]:
    """Places from which something is to be had: an answer, a person, the menu, words that operators or the program read."""
    before: Mapping[str, set[str]] = {name: set() for name in script.places}
    for place in script.places.values():
        for target in ways(script, place):
            before[target].add(place.name)
    good, queue = set[str](), [place.name for place in script.places.values() if _is_end(script, place)]
    while queue:
        name = queue.pop()
        if name not in good:
            good.add(name)
            queue += before[name]
    return good


def _is_end(script: Script, place: Place) -> bool:
    offered = _offered(script, place)
    return (
        place.name in ("menu", QUESTION)
        or bool(place.hears in ("words", "advertisement", "agency"))
        or any(choice.does or choice.says or choice.answer for _, choice in offered)
    )


def _offered(script: Script, place: Place) -> tuple[tuple[str, Choice], ...]:
    return script.offered(place) if not place.choices_of or place.choices_of in script.places else ()
