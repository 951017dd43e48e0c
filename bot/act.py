"""One thing that an operator does about a case, and what it is answered with."""

from dataclasses import dataclass

from bot.messages import StaffInbound
from bot.stage import Stage
from hotline_router.case import Case
from hotline_router.roster import Operator


@dataclass(frozen=True, slots=True)
class Act:
    """One thing an operator does about a case."""

    stage: Stage
    inbound: StaffInbound
    operator: Operator
    case: Case
    words: str = ""

    def topic(self, key: str, **fills: str) -> None:
        """Say something in the topic."""
        known = {"case": self.stage.group.named(self.case), "owner": self.operator.name, "words": self.words}
        self.stage.tell_topic(self.case.number, self.stage.group.say(key, {**known, **fills}))

    def private(self, key: str, **fills: str) -> None:
        """Say something to this operator alone."""
        desk = self.stage.desk(self.operator.id)
        known = {"case": desk.named(self.case), "owner": self.operator.name}
        self.stage.tell_operator(self.operator.id, desk.say(key, {**known, **fills}))


def place(inbound: StaffInbound, message: int) -> str:
    """Where a message of the staff stands, as the messages that carry it know it."""
    return f"{f'private:{inbound.user}' if inbound.is_private else 'group'}:{message}"
