"""What staff do in the group and in private: commands, buttons, answers to a person. One small function a command, in a table."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.apply import route, step
from bot.healing import follow, tell_coordinator
from bot.messages import LARGEST_FILE, AnswerPress, Change, Outbound, Pin, Relay, StaffInbound, Text
from bot.render import number, parts
from bot.retry import STAFF
from bot.stage import Somebody, Stage
from dialogues.events import TextOwed
from hotline_router import events as happened
from hotline_router.case import Case, Status
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
        known = {"case": number(self.case.number), "owner": self.operator.name, "words": self.words}
        self.stage.tell_topic(self.case.number, self.stage.group.say(key, {**known, **fills}))

    def private(self, key: str, **fills: str) -> None:
        """Say something to this operator alone."""
        known = {"case": number(self.case.number), "owner": self.operator.name}
        self.stage.tell_operator(self.operator.id, self.stage.desk(self.operator.id).say(key, {**known, **fills}))


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
    numbers = (stage.tx.case_shown(_place(inbound, one)) for one in (inbound.reply, inbound.thread) if one)
    about = next((one for one in numbers if one), 0)
    return stage.load(about) if about else None


def _pressed(stage: Stage, inbound: StaffInbound, operator: Operator | None) -> None:
    command, _, about = inbound.button.partition(":")
    case = stage.load(int(about)) if about.isdecimal() else None
    shown = ""
    if operator is None:
        shown = stage.group.say("staff.not-on-roster")
    elif case is None or command not in COMMANDS:
        shown = stage.group.say("staff.no-case-here")
    elif command == "take" and case.status is Status.TAKEN:
        shown = stage.group.say(
            "staff.already-taken", {"case": number(case.number), "owner": stage.group.names([case.owner])}
        )
    elif command == "reveal":
        shown = stage.group.say("staff.why-reveal", {"case": number(case.number)})
    stage.put(STAFF, "staff", f"press:{inbound.query}", AnswerPress(inbound.query, shown[:200]))
    if operator and case and not shown:
        COMMANDS[command](Act(stage, inbound, operator, case))


def _private(stage: Stage, inbound: StaffInbound, operator: Operator | None) -> None:
    if operator is None:
        _reply(stage, inbound, stage.group.say("staff.hello-stranger", {"words": str(inbound.user)}))
        return
    stage.tx.remember(f"linked:{operator.id}", "1")
    words = inbound.text.split()
    if (answered := _case_of(stage, inbound)) and words[:1] != ["/oncall"]:
        _in_topic(stage, inbound, operator, answered)
        return
    about = next((word for each in words if (word := each.removeprefix("#")).isdecimal() and len(word) < 10), "")
    case = stage.load(int(about)) if about else None
    if case:
        _take(Act(stage, inbound, operator, case))
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
    elif case is None:
        _reply(stage, inbound, stage.group.say("staff.no-case-here"))
    else:
        _in_topic(stage, inbound, operator, case)


def _in_topic(stage: Stage, inbound: StaffInbound, operator: Operator, case: Case) -> None:
    stage.tx.show(
        _place(inbound, inbound.message), case.number, "", stage.now
    )  # so that answers to it are known as the case's
    text = inbound.text.strip()
    if text.startswith("//"):  # also under a photo: what is meant for colleagues may not go out with it
        _note(Act(stage, inbound, operator, case, text.removeprefix("//").strip()))
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
        _answer(Act(stage, inbound, operator, case, inbound.text))


def _send(act: Act) -> None:
    """`/send TEXT`: goes out at once, also to somebody who asked not to be written to first. The operator answers for it."""
    if act.words and act.case.status is not Status.CLOSED:
        _answer(act, is_sure=True)
    else:
        act.topic("staff.nothing-sent")


def _oncall(stage: Stage) -> str:
    on_duty = stage.deps.roster.on_duty(stage.now)
    fills = {"owner": stage.group.names([stage.deps.roster.coordinator]), "operators": stage.group.names(on_duty)}
    return stage.group.say("staff.oncall" if on_duty else "staff.oncall-nobody", fills)


# Commands


def _take(act: Act) -> None:
    row = act.stage.tx.case(act.case.number)
    if row is None or not row.person:
        act.private("staff.person-erased")
        return
    if act.case.status is Status.TAKEN:
        key = "staff.you-have-it" if act.case.owner == act.operator.id else "staff.already-taken"
        say = act.private if act.inbound.is_private else act.topic
        say(key, owner=act.stage.group.names([act.case.owner]))
        return
    act.stage.history(act.case.number, act.operator.id, "take", "")
    route(act.stage, act.case.number, happened.Claimed(act.operator.id))


def _close(act: Act) -> None:
    if act.case.status is Status.CLOSED:
        act.topic("staff.was-closed")
        return
    if act.case.status is not Status.TAKEN and act.case.level == "urgent" and not act.words:
        act.topic("staff.why-close")  # one tap may not end a cry for help that nobody has heard
        return
    act.stage.history(act.case.number, act.operator.id, "close", act.words)
    act.topic("staff.closed")
    route(act.stage, act.case.number, happened.ClosedBy(act.operator.id))


def _handover(act: Act) -> None:
    to = act.stage.deps.roster.named(act.words)
    if to is None:
        everybody = act.stage.group.names(one.id for one in act.stage.deps.roster.operators)
        act.topic("staff.no-such-operator", operators=everybody)
        return
    act.stage.history(act.case.number, act.operator.id, "handover", to.id)
    if act.case.status is not Status.TAKEN:
        route(act.stage, act.case.number, happened.Claimed(act.operator.id))
    route(act.stage, act.case.number, happened.HandedOver(act.operator.id, to.id))


def _note(act: Act) -> None:
    act.stage.history(act.case.number, act.operator.id, "note", act.words)
    act.topic("staff.note-kept")


def _reveal(act: Act) -> None:
    """Name, number and exact place, to this one operator in private; who looked and why stands in the topic and the history."""
    if not act.words:
        act.topic("staff.why-reveal")
        return
    row = act.stage.tx.case(act.case.number)
    somebody = act.stage.person(row.person) if row else None
    if somebody is None:
        act.topic("staff.person-cut-off", reason=act.stage.group.say("staff.reason-refused"))
        return
    who = somebody.identity
    act.stage.history(act.case.number, act.operator.id, "reveal", act.words)
    act.topic("staff.revealed")
    unknown = act.stage.group.say("staff.unknown")
    name = f"{who.name} @{who.username}" if who.username else who.name
    act.private("staff.identity", name=name or unknown, address=who.address, words="\n".join(who.shared) or unknown)


COMMANDS: dict[str, Callable[[Act], None]] = {
    "take": _take,
    "close": _close,
    "handover": _handover,
    "note": _note,
    "reveal": _reveal,
    "send": _send,
}


# Answers to the person


def _answer(act: Act, *, is_sure: bool = False) -> None:
    """What an operator writes in the topic goes to the person; in a topic that nobody has taken it takes the case."""
    if act.inbound.edited and act.inbound.kind == "location":
        return  # a place that moves was sent once
    if act.case.status is not Status.TAKEN:
        _take(act)
    row = act.stage.tx.case(act.case.number)
    somebody = act.stage.person(row.person) if row and row.person else None
    if somebody is None:
        act.topic("staff.person-cut-off", reason=act.stage.group.say("staff.reason-refused"))
        return
    route(act.stage, act.case.number, happened.OperatorActed())
    if act.case.is_quiet(act.stage.now) and not is_sure:
        _hold(act, somebody)
        return
    if outs := _changes(act, somebody) if act.inbound.edited else _outs(act, somebody):
        act.stage.history(act.case.number, act.operator.id, act.inbound.kind, act.words)
        act.stage.to_person(somebody, outs, STAFF, act.case.number)
    if act.case.unreachable:
        act.topic("staff.not-delivered", reason=act.stage.group.say(f"staff.reason-{act.case.unreachable}"))


def _hold(act: Act, somebody: Somebody) -> None:
    """We promised not to write first: the words wait until the person writes."""
    if act.inbound.kind != "text":
        act.topic("staff.nothing-sent")
        return
    act.stage.history(act.case.number, act.operator.id, "held", act.words)
    step(act.stage, somebody, TextOwed("operator-says", act.case.number, act.words))
    act.topic("staff.held")


def _changes(act: Act, somebody: Somebody) -> list[Outbound]:
    """What an operator changed is changed at the person; by SMS, or where it was long, it is said as a correction."""
    inbound, voice, to = act.inbound, act.stage.voice(somebody), somebody.identity.address
    is_sms, is_caption, origin = (
        somebody.identity.channel == "sms",
        inbound.file is not None,
        _place(inbound, inbound.message),
    )
    if is_caption and is_sms:
        return []  # nor did the file go there
    said = inbound.text if is_caption else voice.operator(act.words)
    if not is_sms and (is_caption or len(parts(said)) == 1):
        return [Change(to, said, origin, is_caption)]
    shown = voice.operator(act.words, "operator-corrects")
    return list(voice.texts(to, shown)) if is_sms else [Text(to, part) for part in parts(shown)]


def _place(inbound: StaffInbound, message: int) -> str:
    """Where a message of the staff stands, as the messages that carry it know it."""
    return f"{f'private:{inbound.user}' if inbound.is_private else 'group'}:{message}"


def _outs(act: Act, somebody: Somebody) -> list[Outbound]:
    inbound, voice, to = act.inbound, act.stage.voice(somebody), somebody.identity.address
    is_sms, origin = somebody.identity.channel == "sms", _place(inbound, inbound.message)
    reply = _place(inbound, inbound.reply) if inbound.reply and inbound.reply != inbound.thread else ""
    if inbound.kind == "location" and not is_sms:
        return [Pin(to, inbound.latitude, inbound.longitude, origin=origin, reply=reply)]
    if inbound.file and (is_sms or inbound.file.size > LARGEST_FILE):
        act.topic("staff.sms-text-only" if is_sms else "staff.too-large")
        return []
    if inbound.file:
        return [Relay(to, inbound.file, inbound.text, origin=origin, reply=reply)]
    words = f"{inbound.latitude:.5f}, {inbound.longitude:.5f}" if inbound.kind == "location" else act.words
    if not words:
        act.topic("staff.nothing-sent")
        return []
    said = voice.operator(words)
    if is_sms:
        return list(voice.texts(to, said))
    return [Text(to, part, origin=origin, reply=reply) for part in parts(said)]
