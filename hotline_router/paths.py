"""Children, self-harm, wounds, sexual violence: which signs have a path of their own, and whom to call for each. Pure.

What a path says is a text for staff; it holds what facts.md and standards.md hold (WHO's principles, the Palermo Protocol), nothing else.
"""

from collections.abc import Iterator
from dataclasses import replace

from hotline_router.case import Case
from hotline_router.decisions import TellPath
from hotline_router.directory import Contact, Directory

CHILDREN, FAMILY, WOMEN = "children", "family", "violence"
EMERGENCY, AMBULANCE, CRISIS = "emergency", "ambulance", "crisis"
TO_CALL = {
    "child": (CHILDREN, FAMILY, WOMEN, EMERGENCY),
    "self-harm": (CRISIS, AMBULANCE, EMERGENCY),
    "injury": (AMBULANCE, EMERGENCY),
    "sexual": (WOMEN, FAMILY, CRISIS, AMBULANCE),
}
"""Sign -> the kinds of numbers that help then, in the order in which they are named. A sign that is not here has no path."""


def shown(before: Case, case: Case) -> tuple[Case, tuple[TellPath, ...]]:
    """Each path once, as soon as its sign is known; the numbers again when the country becomes known, or another one."""
    new = tuple(sign for sign in TO_CALL if sign in case.signs and sign not in case.paths)
    again = (TellPath(),) if case.paths and case.country != before.country else ()
    if not (new or again) or not case.is_open:
        return case, ()
    return replace(case, paths=(*case.paths, *new)), (*(TellPath(sign) for sign in new), *again)


def to_call(signs: tuple[str, ...], country: str, directory: Directory) -> Iterator[Contact]:
    """The published numbers of the country that help with these signs, the first kind first; each once."""
    kinds = dict.fromkeys(kind for sign in signs for kind in TO_CALL[sign])
    for kind in kinds:
        for contact in directory.contacts.values():
            if contact.kind == kind and contact.country == country and contact.is_shown:
                yield contact
