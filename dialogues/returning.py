"""Somebody comes back with a receipt, perhaps from another phone: to look, to add, to be left alone, to withdraw."""

from collections.abc import Callable

from dialogues import receipt
from dialogues.effects import CountMiss, LeaveCase, SayNews, WithdrawCase
from dialogues.report import is_asked
from dialogues.walk import MENU, Walk

OPENED = ("report-open", "report-withdraw", "report-add")
"""Places of a case that was opened with its receipt."""


def code(walk: Walk, text: str) -> bool:
    """Whether a message is the receipt of a report, which it opens. A wrong one is any other message, but is counted."""
    digits = receipt.typed(text)
    if not digits:
        return False
    found = walk.world.receipt(digits)
    if found.case:
        walk.set(held=found.case)
        walk.do(SayNews(found.case))
        walk.go("report-open")
        return True
    walk.do(CountMiss())
    place = walk.world.content.script.places.get(walk.state.place)
    if not found.slow or walk.state.case or is_asked(place):
        return False
    walk.say("too-many-numbers", MENU)
    return True


def _held(walk: Walk) -> bool:
    """Whether a case is open before the person; a button from earlier opens nothing on a phone that others hold by now."""
    if walk.state.held and walk.state.place in OPENED and walk.world.standing(walk.state.held):
        return True
    walk.set(held=0)
    walk.go("report-code")
    return False


def _add(walk: Walk) -> None:
    """From now on what this phone writes goes into the case, and what operators write comes here."""
    if not _held(walk):
        return
    if walk.state.case not in (0, walk.state.held):
        walk.say("report-busy", MENU)
        return
    walk.set(case=walk.state.held, taken=walk.world.standing(walk.state.held) == "taken")
    walk.go("report-add")


def _leave(walk: Walk) -> None:
    if _held(walk):
        walk.do(LeaveCase(walk.state.held))
        walk.set(held=0, place="menu", trail=(), told=(), menu=(MENU.button,))


def _withdraw(walk: Walk) -> None:
    if not _held(walk):
        return
    walk.do(WithdrawCase(walk.state.held))
    if walk.state.case == walk.state.held:
        walk.set(case=0, taken=False)
    walk.set(held=0, place="menu", trail=(), told=())
    walk.say("report-withdrawn", MENU)


ACTS: dict[str, Callable[[Walk], None]] = {
    "report-add": _add,
    "report-leave": _leave,
    "report-withdraw": _withdraw,
}
"""What a choice does in a case that was opened with its receipt."""
