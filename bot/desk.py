"""What staff do in the group and in private: who may, about which case, and which command or answer it is."""

from bot import drill, duty
from bot.act import Act, place
from bot.answering import answer, take
from bot.commands import COMMANDS, NEEDS_WORDS, looked_up
from bot.healing import follow, tell_coordinator
from bot.messages import AnswerPress, StaffInbound, Text
from bot.retry import STAFF
from bot.stage import Stage
from hotline_router.case import Case, Status
from hotline_router.roster import Operator

OF_NO_CASE = ("oncall", "drill", *duty.COMMANDS)
"""Commands that are about no case, also where they answer a message of one."""


def handle(stage: Stage, inbound: StaffInbound) -> None:
    """One update of the staff bot."""
    operator = stage.deps.roster.by_telegram(inbound.user)
    if inbound.query:
        _pressed(stage, inbound, operator)
    elif inbound.is_private:
        _private(stage, inbound, operator)
    elif inbound.kind in ("moved", "shut-out"):
        _group_changed(stage, inbound)
    elif str(inbound.chat) == stage.group_id:
        _group(stage, inbound, operator)


def _group_changed(stage: Stage, inbound: StaffInbound) -> None:
    """Telegram says that our group has a new number, or that the bot is out."""
    if str(inbound.chat) != stage.group_id:
        return
    if inbound.kind == "moved":
        stage.remedies.append(follow(stage, str(inbound.moved_to)))
    else:
        tell_coordinator(stage, "staff.mend-shut-out")


def _reply(stage: Stage, inbound: StaffInbound, text: str) -> None:
    """Answer where it was written."""
    case = _case_of(stage, inbound)
    if case:
        stage.tell_topic(case.number, text)
    else:
        stage.put(STAFF, "staff", f"chat:{inbound.chat}", Text(str(inbound.chat), text))


def _case_of(stage: Stage, inbound: StaffInbound) -> Case | None:
    """The case in whose topic this happened, or to one of whose messages it is an answer."""
    topic = inbound.thread and not inbound.is_private
    if topic and (found := stage.tx.recall(f"thread:{inbound.thread}")):
        return stage.load(int(found))
    numbers = (stage.tx.case_shown(place(inbound, one)) for one in (inbound.reply, inbound.thread) if one)
    about = next((one for one in numbers if one), 0)
    return stage.load(about) if about else None


def _pressed(stage: Stage, inbound: StaffInbound, operator: Operator | None) -> None:
    command, _, about = inbound.button.partition(":")
    about, _, words = about.partition(":")
    if operator and command in ("swap-yes", "swap-no"):
        stage.put(STAFF, "staff", f"press:{inbound.query}", AnswerPress(inbound.query))
        duty.pressed(stage, operator, command, about)
        return
    case = stage.load(int(about)) if about.isdecimal() else None
    shown = ""
    if operator is None:
        shown = stage.group.say("staff.not-on-roster")
    elif case is None or command not in COMMANDS:
        shown = stage.group.say("staff.no-case-here")
    elif command == "take" and case.is_taken and case.owner != operator.id:
        shown = stage.group.say(
            "staff.already-taken", {"case": stage.group.named(case), "owner": stage.group.names([case.owner])}
        )
    elif command == "take" and not case.is_open:  # an old page: only a word or Reopen begins a case again
        shown = stage.group.say("staff.was-closed", {"case": stage.group.named(case)})
    elif command in NEEDS_WORDS and not words:
        shown = stage.group.say(NEEDS_WORDS[command], {"case": stage.group.named(case)})
    stage.put(STAFF, "staff", f"press:{inbound.query}", AnswerPress(inbound.query, shown[:200]))
    if operator and case and not shown:
        COMMANDS[command](Act(stage, inbound, operator, case, words))


def _private(stage: Stage, inbound: StaffInbound, operator: Operator | None) -> None:
    if operator is None:
        _reply(stage, inbound, stage.group.say("staff.hello-stranger", {"words": str(inbound.user)}))
        return
    stage.tx.remember(f"linked:{operator.id}", "1")
    command, words = _command(inbound), inbound.text.split()
    if (answered := _case_of(stage, inbound)) and command not in OF_NO_CASE:
        _in_topic(stage, inbound, operator, answered)  # also a mere "yes": it is meant for the person
        return
    if duty.private(stage, inbound, operator):
        return
    if command == "drill":
        stage.tell_operator(operator.id, drill.begin(stage, operator))
        return
    if (wanted := _looks_up(inbound)) is not None:
        _reply(stage, inbound, looked_up(stage, operator, wanted))
        return
    about = next((word for each in words if (word := each.removeprefix("#")).isdecimal() and len(word) < 10), "")
    case = stage.load(int(about)) if about else None
    if case and not case.is_open and command not in ("take", "reopen"):
        desk = stage.desk(operator.id)
        stage.tell_operator(operator.id, desk.say("staff.was-closed", {"case": desk.named(case)}))
    elif case:
        take(Act(stage, inbound, operator, case))
    elif inbound.text.startswith("/oncall"):
        _reply(stage, inbound, _oncall(stage))
    else:
        stage.tell_operator(operator.id, stage.desk(operator.id).say("staff.hello", {"owner": operator.name}))


def _group(stage: Stage, inbound: StaffInbound, operator: Operator | None) -> None:
    case = _case_of(stage, inbound)
    said = inbound.text.startswith(("/", "//")) or case is not None
    if not said:
        return  # colleagues talk among themselves
    if not inbound.user:
        _reply(stage, inbound, stage.group.say("staff.anonymous"))
    elif operator is None:
        _reply(stage, inbound, stage.group.say("staff.not-on-roster"))
    elif inbound.text.startswith("/oncall"):
        _reply(stage, inbound, _oncall(stage))
    elif _command(inbound) == "drill":
        _reply(stage, inbound, drill.begin(stage, operator))
    elif case is None and (words := _looks_up(inbound)) is not None:
        _reply(stage, inbound, looked_up(stage, operator, words))
    elif case is None:
        _reply(stage, inbound, stage.group.say("staff.no-case-here"))
    else:
        _in_topic(stage, inbound, operator, case)


def _in_topic(stage: Stage, inbound: StaffInbound, operator: Operator, case: Case) -> None:
    stage.tx.show(
        place(inbound, inbound.message), case.number, "", stage.now
    )  # so that answers to it are known as the case's
    text = inbound.text.strip()
    if text.startswith("//"):  # also under a photo: what is meant for colleagues may not go out with it
        COMMANDS["note"](Act(stage, inbound, operator, case, text.removeprefix("//").strip()))
    elif text.startswith("/"):
        word, _, rest = text.partition(" ")
        command = word[1:].partition("@")[0].casefold()  # /take@panoh_staff_bot is /take
        act = Act(stage, inbound, operator, case, rest.strip())
        if command in COMMANDS:
            COMMANDS[command](act)
        else:
            act.topic("staff.unknown-command", words=word)
    elif case.status is Status.CLOSED:
        Act(stage, inbound, operator, case).topic("staff.was-closed")
    else:
        answer(Act(stage, inbound, operator, case, inbound.text))


def _command(inbound: StaffInbound) -> str:
    """The command that a message begins with, or empty; /take@panoh_staff_bot is /take."""
    word = inbound.text.strip().partition(" ")[0]
    return word[1:].partition("@")[0].casefold() if word.startswith("/") else ""


def _looks_up(inbound: StaffInbound) -> str | None:
    """The words that a checked answer is sought for."""
    return inbound.text.strip().partition(" ")[2].strip() if _command(inbound) == "faq" else None


def _oncall(stage: Stage) -> str:
    on_duty = stage.roster.on_duty(stage.now)
    fills = {"owner": stage.group.names([stage.deps.roster.coordinator]), "operators": stage.group.names(on_duty)}
    return stage.group.say("staff.oncall" if on_duty else "staff.oncall-nobody", fills)
