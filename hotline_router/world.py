"""What a step of a case may know, and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hotline_router.case import Case
from hotline_router.decisions import Decision
from hotline_router.policy import BY_PHONE, LADDERS, Deadlines, Ladder
from hotline_router.roster import Roster


@dataclass(frozen=True, slots=True)
class World:
    """What a step may know: the hour, the roster, the deadlines, and by what each operator can be reached at all."""

    now: float
    roster: Roster
    deadlines: Deadlines
    has_sms: bool = True
    ladders: Mapping[str, Ladder] = field(default_factory=lambda: LADDERS)
    """How a case of each level climbs."""

    def means(self, operator: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """The means among `wanted` that this operator has."""
        known = self.roster.operator(operator)
        has_phone = bool(known and known.phone and self.has_sms)
        return tuple(one for one in wanted if one not in BY_PHONE or has_phone) if known else ()


Outcome = tuple[Case, tuple[Decision, ...]]
