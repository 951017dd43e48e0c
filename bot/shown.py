"""What staff see of a case: its card, the pages that wake somebody, and how its topic ends."""

from bot.channels.sms_text import fold
from bot.messages import PLAIN, Card, CloseTopic, Ring, Text, Wipe
from bot.render import number
from bot.retry import COSMETIC, PAGE, STAFF
from bot.stage import Stage
from hotline_router.case import Case

DELETED_AT_ONCE = 100
"""Messages that one call of Telegram may delete."""


def card(stage: Stage, case: Case, lane: int) -> None:
    """The card as it is now; of several that wait to be changed only the last is sent."""
    text, buttons = stage.group.card(case), stage.group.card_buttons(case)
    name = f"card:{case.number}"
    if lane == COSMETIC:
        stage.rows = [row for row in stage.rows if row.latest != name]
    stage.to_topic(case.number, Card(stage.group_id, text, buttons, f"topic:{case.number}", name), lane)
    stage.rows[-1].latest = name if lane == COSMETIC else ""


def close_topic(stage: Stage, case: Case, *, erase: bool) -> None:
    """The topic of a case that is over is closed, or deleted with all that stands outside it."""
    stage.to_topic(case.number, CloseTopic(stage.group_id, f"topic:{case.number}", erase), STAFF if erase else COSMETIC)
    if erase:
        _wipe(stage, case.number)
        told = stage.group.say("staff.person-erased", {"case": number(case.number)})
        stage.put(STAFF, "staff", "group", Text(stage.group_id, told))


def _wipe(stage: Stage, case: int) -> None:
    """What of an erased person stands outside the topic that is deleted: in the group itself, in an older topic, in private chats."""
    is_whole = stage.tx.recall(f"topic:{case}") != PLAIN and not stage.tx.recall(f"healed:{case}")
    rooms: dict[str, list[int]] = {}
    for place in stage.tx.shown(case):
        room, _, message = place.rpartition(":")
        if not (room.startswith("public") or (room == "group" and is_whole)):
            rooms.setdefault(room, []).append(int(message))
    for room, messages in rooms.items():
        to = stage.group_id if room == "group" else room.removeprefix("private:")
        for first in range(0, len(messages), DELETED_AT_ONCE):
            stage.put(
                STAFF, "staff", f"wipe:{room}", Wipe(to, tuple(messages[first : first + DELETED_AT_ONCE])), case=case
            )


def page(stage: Stage, case: Case, operator: str, means: tuple[str, ...], alarm: int) -> None:
    """Wake an operator by these means."""
    known, desk = stage.deps.roster.operator(operator), stage.desk(operator)
    if known is None:
        return
    for one in means:
        if case.drill:
            stage.history(case.number, operator, "paged", one)
        queue = f"page:{operator}:{one}:{case.number}"  # a page that is tried on may not hold up the next one
        if one == "voice":
            stage.put(PAGE, "voice", queue, Ring(known.phone, case.number), case=case.number, operator=operator)
        elif one == "sms":
            out = Text(known.phone, fold(desk.page(case, "sms", alarm)))
            stage.put(PAGE, "sms", queue, out, case=case.number, operator=operator)
        else:
            out = Text(str(known.telegram), desk.page(case, "telegram", alarm), desk.buttons("take", case=case.number))
            stage.put(PAGE, "staff", queue, out, case=case.number, operator=operator)
        stage.rows[-1].latest = queue  # a page that could not go out gives way to the next one
