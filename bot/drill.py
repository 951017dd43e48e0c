"""A practice case: the whole ladder without a person, marked as practice everywhere, and its times at the end."""

from bot.apply import route
from bot.render import Desk
from bot.stage import Stage
from hotline_router import events as happened
from hotline_router.case import Case
from hotline_router.roster import Operator

MEASURED = ("paged", "missed", "taken", "reply", "close")
"""Kinds of lines in the history of a case that a report shows."""


def begin(stage: Stage, operator: Operator) -> str:
    """Open a practice case; the answer to the coordinator. Nobody else may wake the others for practice."""
    desk = stage.desk(operator.id)
    if operator.id != stage.roster.coordinator:
        return desk.say("staff.drill-coordinator", {"owner": desk.names([stage.roster.coordinator])})
    case = Case(stage.next_case(), stage.now, language=stage.group.language, signs=("cry",), drill=True)
    stage.save(case, 0)
    opened = route(stage, case.number, happened.Opened()) or case
    return desk.say("staff.drill-begun", {"case": desk.named(opened), "operators": desk.names(opened.waiting_for)})


def end(stage: Stage, case: Case, operator: Operator, how: str) -> None:
    """The first reply, or the end of the case: what happened when, in the topic and to the coordinator."""
    stage.history(case.number, operator.id, how, "")
    coordinator = stage.roster.coordinator
    stage.tell_topic(case.number, _told(stage, stage.group, case))
    stage.tell_operator(coordinator, _told(stage, stage.desk(coordinator), case))


def _told(stage: Stage, desk: Desk, case: Case) -> str:
    return desk.say("staff.drill-report", {"case": desk.named(case), "words": _report(stage, desk, case)})


def _report(stage: Stage, desk: Desk, case: Case) -> str:
    lines = []
    for entry in stage.tx.entries(case.number):
        if entry.kind not in MEASURED:
            continue
        means = stage.deps.seal.open("entry", entry.body).decode() if entry.kind in ("paged", "missed") else ""
        fills = {"owner": desk.names([entry.who]), "means": desk.say(f"staff.means-{means}") if means else ""}
        minutes, seconds = divmod(int(entry.at - case.opened), 60)
        lines.append(f"{minutes}:{seconds:02d} " + desk.say(f"staff.drill-{entry.kind}", fills))
    return "\n".join(lines)
