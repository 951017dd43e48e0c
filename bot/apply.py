"""Gives effects and decisions their meaning: messages, timers, cases, history. Functions on the `Stage` of one turn.

Inside a turn nothing is sent and nothing is awaited; everything lands in the same transaction or not at all.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from bot import hidden, linking, receipts, reporting, shown
from bot.clock import day
from bot.messages import Inbound, OpenTopic, RenameTopic
from bot.privacy import conceal, scrub
from bot.relay import hear
from bot.render import number
from bot.retry import COSMETIC, STAFF
from bot.stage import Recall, Somebody, Stage
from dialogues import effects as ask
from dialogues import engine
from dialogues.events import CaseEnded, CaseResumed, CaseTaken, Event, TextOwed
from dialogues.state import State
from dialogues.wishes import are_special
from dialogues.world import World
from faq.language import guess
from faq.match import match
from hotline_router import decisions as decide
from hotline_router import events as happened
from hotline_router import router
from hotline_router.case import Case
from hotline_router.hours import opens_at, zone_of
from hotline_router.triage import triage
from hotline_router.weigh import weigh
from hotline_router.world import World as CaseWorld

TRUTHS = ("still-trying", "still-trying-all", "not-reached")
"""Texts of which somebody who could not be reached for a while wants only the last."""
HOURS = "hours"
"""The timer of a person whose hours begin."""
DAY = (9, 21)
"""Hours of the person's day in which a question of ours wakes nobody."""


def step(stage: Stage, somebody: Somebody, event: Event, inbound: Inbound | None = None) -> None:
    """Move a conversation, and do what it asks for."""
    somebody.state, effects = engine.step(somebody.state, event, _world(stage, somebody))
    for effect in effects:
        _effect(stage, somebody, effect, inbound)


def _world(stage: Stage, somebody: Somebody) -> World:
    content, seal, zone = stage.deps.content, stage.deps.seal, zone_of(somebody.state.country, stage.roster.zone)
    return World(
        content=content.dialogues,
        channel="sms" if somebody.channel == "sms" else "telegram",
        triage=lambda text: triage(text, content.signs),
        ask=lambda question, language: match(question, content.faq, language),
        topics=content.faq.topics,
        guess=guess,
        new_case=stage.next_case,
        hint=somebody.identity.hint or stage.group.language,
        agencies=content.registers.search,
        receipt=lambda digits: receipts.find(stage, somebody, digits),
        standing=lambda about: receipts.standing(stage, about),
        weigh=weigh,
        has_phone=stage.deps.config.sms is not None,
        is_linked=bool(somebody.identity.phone),
        today=datetime.fromtimestamp(stage.now, UTC).date(),
        mark=lambda word: seal.mark(somebody.id, word),
        is_mark=lambda mark, word: seal.is_mark(mark, somebody.id, word),
        may_write=_may_be_asked(somebody.state, stage.now, zone),
    )


def _may_be_asked(state: State, now: float, zone: ZoneInfo) -> bool:
    """Whether a question that nobody waits for may come: by day, in the person's hours, and where nothing else was agreed on."""
    by_day, in_hours = (
        DAY[0] <= datetime.fromtimestamp(now, zone).hour < DAY[1],
        opens_at(state.hours, now, zone) <= now,
    )
    return by_day and in_hours and not are_special(replace(state, hours=""))


def _effect(stage: Stage, somebody: Somebody, effect: ask.Effect, inbound: Inbound | None) -> None:
    case = somebody.state.case
    match effect:
        case ask.Say(key, offers, fills, about):
            hidden.say_here(stage, somebody, key, offers, {**fills, **({"case": number(about)} if about else {})})
        case ask.Answer():
            _answer(stage, somebody, effect)
        case ask.Count(what, topic):
            stage.tx.count(day(stage.now), what, topic, somebody.state.language)
        case ask.Miss(words):
            told = scrub(conceal(words, somebody.identity.address, somebody.identity.username, somebody.identity.name))
            stage.tx.miss(day(stage.now), somebody.state.language, stage.deps.seal.seal("question", told.encode()))
        case ask.OpenCase():
            _open_case(stage, somebody, effect)
        case ask.Tell(words):
            _relay(stage, somebody, case, Inbound(somebody.channel, "", "", text=words) if words else inbound)
        case ask.TellFact(fact, label):
            _fact(stage, case, fact, label)
        case ask.RaiseCase(signs):
            _raise(stage, somebody, case, signs)
        case ask.Erase():
            erase(stage, somebody)
        case ask.ExpectPhone():
            linking.expect(stage, somebody)
        case ask.Wipe() | ask.ShowHeld():
            (hidden.wipe if isinstance(effect, ask.Wipe) else hidden.show)(stage, somebody)
        case ask.SetTimer(name, seconds):
            stage.set_timer(f"person:{somebody.id}", name, stage.now + seconds)
        case ask.DropTimer(name):
            stage.tx.drop_timer(f"person:{somebody.id}", name)
        case _:
            reporting.do(stage, somebody, effect, inbound, route)


def _answer(stage: Stage, somebody: Somebody, said: ask.Answer) -> None:
    voice, topic = stage.voice(somebody), stage.deps.content.faq.topics[said.topic]
    text = voice.answer(topic, datetime.fromtimestamp(stage.now, UTC).date(), said.country, plain=said.plain)
    stage.to_person(somebody, voice.texts(somebody.address, text, said.offers), shown=True)


def _open_case(stage: Stage, somebody: Somebody, opened: ask.OpenCase) -> None:
    state = somebody.state
    case = Case(
        opened.number,
        stage.now,
        level=opened.level,
        language=state.language,
        country=opened.country or state.country,
        channel=somebody.channel,
        signs=opened.signs,
        contact=state.contact,
        hours=state.hours,
        wording=state.wording,
        unasked=opened.unasked,
        heard=0.0 if opened.unasked else stage.now,
    )
    stage.save(case, somebody.id)
    route(stage, opened.number, happened.Opened())


def _fact(stage: Stage, case: int, fact: str, label: str) -> None:
    words = stage.group.say(label)
    stage.history(case, "person", "fact", fact)
    route(stage, case, happened.FactTold(fact))
    stage.tell_topic(case, stage.group.say("staff.person-fact", {"words": words}))


def _relay(stage: Stage, somebody: Somebody, case: int, inbound: Inbound | None) -> None:
    """What the person wrote or sent reaches the case."""
    known = stage.load(case) if inbound and case else None
    if inbound is None or known is None:
        return
    if inbound.key:  # not words of theirs from before
        receipts.wrote(stage, somebody, known, route)
        route(stage, case, happened.PersonTold())
        known = stage.load(case) or known
    content = stage.deps.content
    is_cry = bool(inbound.text) and triage(inbound.text, content.signs).level == "urgent"
    hear(stage, somebody, known, inbound, is_cry=is_cry)


def _raise(stage: Stage, somebody: Somebody, number_: int, signs: tuple[str, ...]) -> None:
    """A cry in an open case. Whoever is muted gets the emergency numbers all the same."""
    known = stage.load(number_)
    if known:
        receipts.wrote(stage, somebody, known, route)
    if known and known.muted:
        stage.say(somebody, "only-numbers")
    route(stage, number_, happened.CalledAgain(signs))


def erase(stage: Stage, somebody: Somebody) -> None:
    """Erase a person with all cases; what staff see of them goes too."""
    stays = receipts.erased(stage, somebody)
    cases = [row.number for row in stage.tx.cases_of(somebody.id)]
    for one in cases:
        route(stage, one, happened.Withdrawn())
    stage.recalls.append(Recall(frozenset(cases), somebody.id))
    stage.tx.forget_person(somebody.id)
    stage.tx.forget_all(f"kept:public:{somebody.id}:")
    linking.forget(stage, somebody)
    somebody.is_erased = True
    stage.rows = [row for row in stage.rows if row.person != somebody.id]
    if stays:
        stage.say(somebody, "report-stays")


def route(stage: Stage, number_: int, event: happened.Event) -> Case | None:
    """Move a case, and do what the router decides. Returns the case as it stands then."""
    before, row = stage.load(number_), stage.tx.case(number_)
    if before is None or row is None:
        return None
    config = stage.deps.config
    world = CaseWorld(stage.now, stage.roster, stage.deps.deadlines, config.sms is not None)
    case, decisions = router.step(before, event, world)
    if case != before:
        stage.save(case, row.person)
    if before.is_waited_for and not case.is_waited_for:
        stage.recall_pages(number_)
    if case.drill:
        _measure(stage, before, case, event)
    for decision in decisions:
        _decision(stage, case, row.person, decision)
    if stage.group.topic_name(before) != stage.group.topic_name(case) and not isinstance(
        event, happened.Opened | happened.Withdrawn
    ):
        name = stage.group.topic_name(case)
        stage.to_topic(number_, RenameTopic(stage.group_id, name, f"topic:{number_}"), COSMETIC)
    return case


def _measure(stage: Stage, before: Case, case: Case, event: happened.Event) -> None:
    """What a practice case reports at its end; pages are noted where they are made."""
    if isinstance(event, happened.PageFailed) and case.lost != before.lost:
        stage.history(case.number, event.operator, "missed", event.means)
    elif isinstance(event, happened.Claimed) and case.owner != before.owner:
        stage.history(case.number, event.operator, "taken", "")


def _decision(stage: Stage, case: Case, person: int, decision: decide.Decision) -> None:
    topic = f"topic:{case.number}"
    match decision:
        case decide.OpenTopic():
            stage.to_topic(case.number, OpenTopic(stage.group_id, stage.group.topic_name(case), topic))
            shown.card(stage, case, STAFF)
        case decide.ShowCard():
            shown.card(stage, case, COSMETIC)
        case decide.CloseTopic(erase):
            shown.close_topic(stage, case, erase=erase)
        case decide.Page(operator, means, alarm):
            shown.page(stage, case, operator, means, alarm)
        case decide.SetDeadline(at):
            stage.set_timer(f"case:{case.number}", "deadline", at)
        case decide.DropDeadline():
            stage.tx.drop_timer(f"case:{case.number}", "deadline")
        case decide.TellPerson() | decide.OwePerson():
            if somebody := stage.person(person):
                _unasked(stage, case, somebody, decision)
        case decide.TellGroup(key, fills):
            stage.tell_topic(case.number, stage.group.say(key, _staff_fills(stage, case, fills)))
        case decide.TellPath(sign):
            stage.tell_topic(case.number, stage.group.path(case, sign))
        case decide.TellOperator(operator, key):
            desk = stage.desk(operator)
            stage.tell_operator(operator, desk.say(key, {**_staff_fills(stage, case, {}), "case": desk.named(case)}))
        case decide.TellDialogue(what):
            _tell_dialogue(stage, case, person, what)
        case _:
            assert_never(decision)


def _unasked(stage: Stage, case: Case, somebody: Somebody, decision: decide.TellPerson | decide.OwePerson) -> None:
    """A text that the person did not ask for: now, when they write next or are back from hiding, or when their hours begin."""
    if isinstance(decision, decide.TellPerson) and not somebody.state.hidden:
        before = len(stage.rows)
        stage.say(somebody, decision.key, fills={"case": number(case.number)})
        if (
            decision.key in TRUTHS and len(stage.rows) == before + 1
        ):  # parts of a long one may not give way to each other
            stage.rows[-1].latest = f"truth:{case.number}"
        return
    step(stage, somebody, TextOwed(decision.key, case.number))
    if isinstance(decision, decide.OwePerson) and decision.at:
        stage.set_timer(f"person:{somebody.id}", HOURS, decision.at)


def _staff_fills(stage: Stage, case: Case, fills: Mapping[str, str]) -> dict[str, str]:
    """Ids in decisions as words that staff read."""
    words = {"case": stage.group.named(case), "owner": stage.group.names([case.owner]), **fills}
    for key, prefix in (("reason", "staff.reason-"), ("means", "staff.means-")):
        if key in fills:
            words[key] = stage.group.say(prefix + fills[key])
    for key in ("operators", "owner"):
        if key in fills:
            words[key] = stage.group.names(fills[key].split(","))
    return words


def _tell_dialogue(stage: Stage, case: Case, person: int, what: str) -> None:
    events: dict[str, Event] = {"taken": CaseTaken(), "ended": CaseEnded(), "resumed": CaseResumed(case.number)}
    for phone in dict.fromkeys((person, *stage.tx.reports.holders(case.number))):
        somebody = stage.person(phone)
        if somebody and somebody.state.case in ((0, case.number) if phone == person else (case.number,)):
            step(stage, somebody, events[what])
