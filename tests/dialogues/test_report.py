"""The report: what its answers leave, what leaves the phone and when, and what a receipt opens."""

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest

from dialogues.choosing import ACTS
from dialogues.effects import (
    CountMiss,
    DropDraft,
    Effect,
    FileReport,
    GiveReceipt,
    OpenCase,
    Say,
    SetTimer,
    WithdrawCase,
)
from dialogues.engine import step
from dialogues.events import Edited, Event, Pressed, ReportSilent, Said, Sent
from dialogues.receipt import make, shown
from dialogues.report import FORGOTTEN, SILENT
from dialogues.script import Act
from dialogues.state import State, dump, load
from dialogues.world import Found, World
from hotline_router.phrased import Urgency

Sketch = Callable[[tuple[Effect, ...]], str]
RU = State(language="ru", place="menu")
CODE = make(7)
BEFORE = ("report", "report:begin", "report-stop:yes", "report-danger:no", "report-who:known")
SIGNS = (*BEFORE, "report-signs:documents", "report-signs:next", "report-work:wages", "report-work:next")
TO_CONTACT = (
    *SIGNS, "report-country:ru", '"Химки, швейный цех', "report-number:group", "report-children:yes", "report-since:months",
    '"Азиз', "report-more:next", "report-known:nobody", "report-pass:no", "report-name:without",
)  # fmt: skip
QUESTIONS = (
    "report-stop", "report-danger", "report-who", "report-signs", "report-work", "report-country", "report-place", "report-number",
    "report-more", "report-contact",
)  # fmt: skip
WHOLE = (*TO_CONTACT, "report-contact:when-i-write")


def play(world: World, *inputs: str, state: State = RU) -> tuple[State, tuple[Effect, ...]]:
    """A conversation: buttons, or words after a quote; saved and read again between any two steps."""
    effects: tuple[Effect, ...] = ()
    for one in inputs:
        event: Event = Said(one[1:]) if one.startswith('"') else Pressed("menu:report" if one == "report" else one)
        state, effects = step(load(dump(state)), event, world)
    return state, effects


def one(kind: type[Effect], effects: tuple[Effect, ...]) -> Effect:
    """The only effect of a kind."""
    (found,) = [effect for effect in effects if isinstance(effect, kind)]
    return found


def said(effects: tuple[Effect, ...]) -> list[str]:
    """The keys of what was said."""
    return [effect.key for effect in effects if isinstance(effect, Say)]


def test_every_act_is_known() -> None:
    """A choice cannot ask for something that nothing does."""
    assert set(get_args(Act)) == {"help", "calm", *ACTS}


def test_a_whole_report_is_sent_once_and_only_at_the_end(world: World) -> None:
    """Nothing is opened before "send"; then there is one case with its facts, the receipt, and no report any more."""
    state = RU
    for answer in WHOLE:
        state, effects = play(world, answer, state=state)
        assert not any(isinstance(effect, OpenCase | FileReport) for effect in effects), answer
    assert state.place == "report-check"
    state, effects = play(world, "report-check:send", state=state)
    opened, filed = one(OpenCase, effects), one(FileReport, effects)
    assert isinstance(opened, OpenCase)
    assert isinstance(filed, FileReport)
    assert (opened.level, opened.country) == ("ask", "ru")  # nobody is in danger now
    assert opened.signs == ("report", "documents", "wages", "child")
    assert filed.how == "whole"
    assert {"sign:documents", "sign:child", "country:ru", "contact-when-i-write"} <= set(filed.facts)
    assert ("report-place", '"Химки, швейный цех') in filed.told
    assert effects.index(opened) < effects.index(filed) < effects.index(GiveReceipt())
    assert state.report == ()
    assert state.case == opened.number
    _, effects = play(world, "report-check:send", state=state)
    assert said(effects) == ["report-nothing"]
    assert not any(isinstance(effect, FileReport) for effect in effects)


def test_skipping_everything_leads_to_the_end(world: World) -> None:
    """No question needs an answer, and none is taken down as one."""
    state, _ = play(world, "report", "report:begin", "report-stop:no")
    places = []
    while state.place != "report-check":
        places.append(state.place)
        offered = world.content.script.places[state.place].choices
        ways = [choice.id for choice in offered]
        way = next(one for one in ("unknown", "next", "no", "without", "any") if one in ways)
        state, _ = play(world, f"{state.place}:{way}", state=state)
    assert len(places) == 15
    assert state.report == (
        ("report-stop", ":no"), ("report-pass", ":no"), ("report-name", ":without"), ("report-contact", ":any"),
    )  # fmt: skip


@pytest.mark.parametrize("place", QUESTIONS)
def test_every_question_can_be_left(world: World, place: str) -> None:
    """Back, a person, the menu and the call for help are there at every question."""
    state = replace(RU, place=place, trail=("menu",))
    for text, goes in (("0", "menu"), ("menu", "menu"), ("SOS", "sos")):
        assert play(world, f'"{text}', state=state)[0].place == goes
    assert play(world, '"оператор', state=state)[0].case
    _, effects = step(replace(state, place="menu"), Pressed("way:back"), world)
    assert effects


def test_another_answer_takes_the_place_of_the_first(world: World) -> None:
    """Going back and choosing anew leaves one answer; several signs stay together; words and signs too."""
    state, _ = play(world, *BEFORE, '"0', "report-who:me")
    assert [answer for name, answer in state.report if name == "report-who"] == [":me"]
    state, _ = play(world, "report-signs:documents", "report-signs:beaten", '"ещё штрафы', state=state)
    assert [answer for name, answer in state.report if name == "report-signs"] == [
        ":documents",
        ":beaten",
        '"ещё штрафы',
    ]
    state, _ = play(world, '"0', "report-signs:threats", state=state)
    assert [answer for name, answer in state.report if name == "report-signs"] == [":threats"]


def test_several_numbers_in_one_sms(sms: World) -> None:
    """Three signs are chosen with three digits, and the next question comes at once; going back, they are chosen anew."""
    state, effects = play(sms, *BEFORE, '"125')
    assert [answer for name, answer in state.report if name == "report-signs"] == [":documents", ":locked", ":cut-off"]
    assert said(effects) == ["report-work"]
    state, effects = play(sms, '"0', '"34', state=state)
    assert [answer for name, answer in state.report if name == "report-signs"] == [":beaten", ":threats"]
    assert said(effects) == ["report-work"]


def test_a_number_that_is_no_choice(sms: World) -> None:
    """The question is asked again, not taken for words; where a number is an answer, it stays one."""
    state, effects = play(sms, *BEFORE, '"9')
    assert said(effects) == ["report-signs"]
    assert state.report[-1] == ("report-who", ":known")
    state, _ = play(sms, '"15', state=replace(state, place="report-number", menu=()))
    assert state.report[-1] == ("report-number", '"15')


def test_files_are_counted_in_the_summary(world: World) -> None:
    """Wherever they were sent, the last line of the summary counts them."""
    state = step(play(world, *BEFORE)[0], Sent("photo"), world)[0]
    state = step(state, Sent("voice"), world)[0]
    summary = one(
        Say, play(world, "report-change:contact", "report-contact:any", state=replace(state, place="report-change"))[1]
    )
    assert isinstance(summary, Say)
    assert summary.fills["answers"].splitlines()[-1] == "Файлов: 2"


def test_a_country_in_words(world: World) -> None:
    """A country that is written counts as chosen; anything else is kept as it is."""
    state, _ = play(world, *SIGNS, '"где-то в Турции, Турция')
    assert ("report-country", ":tr") in state.report
    state, _ = play(world, *SIGNS, '"в одной далёкой стране')
    assert ("report-country", '"в одной далёкой стране') in state.report


def test_changing_an_answer_comes_back_to_the_summary(world: World) -> None:
    """From the summary one question is answered anew, by thumb or in words, and the rest stays."""
    state, _ = play(world, *WHOLE, "report-check:change", "report-change:number", "report-number:many")
    assert state.place == "report-check"
    assert ("report-number", ":many") in state.report
    state, effects = play(world, "report-check:change", "report-change:place", '"Подольск', state=state)
    assert state.place == "report-check"
    summary = one(Say, effects)
    assert isinstance(summary, Say)
    assert "Подольск" in summary.fills["answers"]
    assert "Химки" not in summary.fills["answers"]


def test_throwing_away(world: World) -> None:
    """After a second look everything is gone, files too; "no" keeps it."""
    state, _ = play(world, *WHOLE, "report-check:drop", "report-drop:no")
    assert state.report
    state, effects = play(world, "report-check:drop", "report-drop:yes", state=state)
    assert state.report == ()
    assert any(isinstance(effect, DropDraft) for effect in effects)


# Danger


def test_danger_now_calls_at_once_and_takes_along_what_was_told(world: World) -> None:
    """The first question can call an operator, and a cry in the middle brings all answers."""
    state, effects = play(world, "report", "report:begin", "report-stop:no", "report-danger:yes")
    assert state.place == "sos"
    assert one(OpenCase, effects).level == "urgent"  # type: ignore[union-attr]
    state, effects = play(world, *SIGNS, '"SOS')
    filed = one(FileReport, effects)
    assert isinstance(filed, FileReport)
    assert filed.how == "so-far"
    assert ("report-work", ":wages") in filed.told
    assert state.report == ()
    state, effects = play(world, *BEFORE, '"нас заперли и бьют')
    assert state.place == "sos"
    assert isinstance(one(FileReport, effects), FileReport)


def test_doubtful_words_are_asked_about_once(world: World) -> None:
    """Who has not said that nobody is in danger is asked; the answer "no" leads back to the report and is remembered."""
    words, judge = '"он угрожает мне', world.triage
    world = replace(world, triage=lambda text: Urgency("ask", 0.5, ("threats",)) if text == words[1:] else judge(text))
    state, _ = play(world, "report", "report:begin", "report-stop:no", "report-danger:unknown", "report-who:me", words)
    assert state.place == "doubt"
    state, _ = play(world, "doubt:no", state=state)
    assert state.place == "report-work"
    assert ("report-danger", ":no") in state.report
    assert ("report-signs", words) in state.report
    assert not state.doubt
    state, _ = play(world, words, state=state)
    assert state.place == "report-country"
    state, effects = play(world, *["report-check:send"], state=state)
    assert one(OpenCase, effects).level == "ask"  # type: ignore[union-attr]


def test_asking_for_a_person_does_not_send_the_report(world: World) -> None:
    """Only a cry takes it along: whoever wants to ask something has not said "send"."""
    state, effects = play(world, *SIGNS, '"оператор')
    assert one(OpenCase, effects).level == "routine"  # type: ignore[union-attr]
    assert not any(isinstance(effect, FileReport) for effect in effects)
    state, effects = play(world, "report", "report-again:send", state=state)
    assert isinstance(one(FileReport, effects), FileReport)


# Files


def test_files_are_kept_at_any_question(world: World) -> None:
    """A photo is kept and counted, the question stays, an album is answered once; a sticker is none."""
    state, _ = play(world, *SIGNS)
    state, effects = step(state, Sent("photo"), world)
    assert [type(effect).__name__ for effect in effects] == ["SetTimer", "KeepDraft", "Say"]
    state, effects = step(state, Sent("photo"), world)
    assert [type(effect).__name__ for effect in effects] == ["SetTimer", "KeepDraft"]
    state, effects = step(state, Sent("sticker"), world)
    assert said(effects) == ["report-country"]
    assert [answer for _, answer in state.report if answer.startswith("+")] == ["+photo", "+photo"]
    state, _ = play(world, "report-country:ru", state=state)
    assert [answer for _, answer in state.report if answer.startswith("+")] == ["+photo", "+photo"]


def test_a_changed_message_is_no_other_answer(world: World) -> None:
    """It is not known which answer was meant: the person hears how to change one; danger in it is heard."""
    state, _ = play(world, *BEFORE, '"ещё штрафы')
    after, effects = step(state, Edited("ещё большие штрафы"), world)
    assert said(effects) == ["report-changed"]
    assert after.report == state.report
    assert step(state, Edited("нас заперли и бьют"), world)[0].case


def test_very_much_is_not_lost_in_silence(world: World) -> None:
    """What no longer fits is refused with a word, and everything told so far can be sent."""
    state, _ = play(world, *BEFORE)
    state = replace(state, place="report-more")
    for at in range(5):
        state, effects = play(world, f'"{at} ' + "Завтра расскажу ещё. " * 190, state=state)
    assert said(effects) == ["report-kept"]
    state, effects = play(world, '"' + "Завтра расскажу ещё больше. " * 140, state=state)
    assert said(effects) == ["report-full", "report-check"]


# Silence


def silence(state: State, world: World) -> tuple[State, tuple[Effect, ...]]:
    """Time passes without a word."""
    return step(load(dump(state)), ReportSilent(), world)


def test_silence_is_asked_about_once_and_then_goes_out(world: World) -> None:
    """Whoever agreed at the start: a neutral question after half an hour, and after another the operators see it, unasked."""
    state, effects = play(world, *SIGNS)
    assert SetTimer("report", SILENT) in effects
    state, effects = silence(state, world)
    assert said(effects) == ["report-silent"]
    assert state.place == "report-country"  # what is written now is still an answer
    assert SetTimer("report", SILENT) in effects
    state, effects = silence(state, world)
    assert said(effects) == []
    opened, filed = one(OpenCase, effects), one(FileReport, effects)
    assert isinstance(opened, OpenCase)
    assert isinstance(filed, FileReport)
    assert opened.unasked
    assert filed.how == "unfinished"
    assert state.report == ()
    _, effects = play(world, '"привет', state=state)
    assert said(effects)[0] == "case-open"  # the truth, when they write


def test_without_consent_it_is_forgotten_after_a_day(world: World) -> None:
    """Whoever said no, or told next to nothing, is asked once; then nothing of it stays."""
    for answers in (("report", "report:begin", "report-stop:no", *SIGNS[3:]), SIGNS[:5]):
        state, effects = silence(play(world, *answers)[0], world)
        assert said(effects) == ["report-silent"]
        seconds = FORGOTTEN if "report-stop:no" in answers else SILENT
        assert SetTimer("report", seconds) in effects
        state, effects = silence(state, world)
        assert [type(effect) for effect in effects] == [DropDraft]
        assert state.report == ()


def test_nobody_is_asked_who_does_not_want_to_be_written_to(world: World) -> None:
    """The answer to "may we write" counts from the moment it is given."""
    state, effects = silence(play(world, *WHOLE)[0], world)
    assert said(effects) == []
    assert state.report_asked


def test_nobody_is_asked_outside_their_hours(world: World) -> None:
    """Who may not be written to now is not asked, and the rest goes its way."""
    state, effects = silence(play(world, *SIGNS)[0], replace(world, may_write=False))
    assert said(effects) == []
    assert one(FileReport, silence(state, world)[1])


def test_a_hidden_chat_is_not_asked(world: World) -> None:
    """Whoever hid the chat hears nothing; what may go out goes out, and the chat looks as before."""
    state = replace(play(world, *SIGNS)[0], hidden=True, place="plain")
    state, effects = silence(state, world)
    assert said(effects) == []
    state, effects = silence(state, world)
    assert one(FileReport, effects)
    assert said(effects) == []
    assert state.place == "plain"


def test_hours_in_own_words(world: World) -> None:
    """Hours named in answer to "may we write" count for the case and for the person."""
    state, _ = play(world, *TO_CONTACT, '"только после 22:00')
    state, effects = play(world, "report-check:send", state=state)
    filed = one(FileReport, effects)
    assert isinstance(filed, FileReport)
    assert {"write-yes", "contact-here", "hours:22:00-00:00"} <= set(filed.facts)
    assert state.hours == "22:00-00:00"


def test_going_on_after_silence(world: World) -> None:
    """The question that was open is asked again, also from the menu."""
    state, _ = silence(play(world, *SIGNS)[0], world)
    assert play(world, "report-silent:on", state=state)[0].place == "report-country"
    assert play(world, '"menu', "report", "report-again:on", state=state)[0].place == "report-country"


# In a case, and with a receipt


def test_in_an_open_case_answers_go_there(world: World) -> None:
    """Signs and words are told at once; the end adds the rest to the same case, and rising signs make it urgent."""
    state, effects = play(world, '"оператор', "report")
    assert state.place == "report-live"
    case = state.case
    state, effects = play(
        world, "report-live:begin", "report-danger:unknown", "report-who:me", "report-signs:documents", state=state
    )
    assert "TellFact" in [type(effect).__name__ for effect in effects]
    state, effects = play(world, "report-signs:sold", '"нас много', state=state)
    assert "Tell" in [type(effect).__name__ for effect in effects]
    state, effects = play(world, "report-check:send", state=state)
    names = [type(effect).__name__ for effect in effects]
    assert "OpenCase" not in names
    assert {"RaiseCase", "FileReport", "GiveReceipt"} <= set(names)
    assert state.case == case


def with_receipt(world: World, *, slow: bool = False) -> World:
    """A world in which CODE opens case 9."""
    return replace(world, receipt=lambda digits: Found(9 if digits == CODE and not slow else 0, slow))


@pytest.mark.parametrize("text", [CODE, shown(CODE), shown(CODE).replace(" ", "-")])
@pytest.mark.parametrize("state", [State(), RU, replace(RU, place="report-place"), replace(RU, place="offer-agency")])
def test_a_receipt_opens_its_report_anywhere(world: World, text: str, state: State, sketch: Sketch) -> None:
    """Before the FAQ and before what is being asked, also as the very first message."""
    after, effects = step(state, Said(text), with_receipt(world))
    assert sketch(effects) == "SayNews say:report-open"
    assert (after.held, after.case, after.place) == (9, 0, "report-open")


def test_a_wrong_receipt_is_any_other_message(world: World) -> None:
    """The answer is the one that every unknown message gets, and the try is counted; in an answer it stays an answer."""
    wrong = make(8)
    _, effects = step(RU, Said(wrong), with_receipt(world))
    _, other = step(RU, Said("ывапролд ывапролд"), with_receipt(world))
    assert said(effects) == said(other) == ["unknown"]
    assert CountMiss() in effects
    state, effects = step(replace(RU, place="report-by"), Said(wrong), with_receipt(world))
    assert ("report-by", f'"{wrong}') in state.report


def test_after_many_tries_even_the_right_one_waits(world: World) -> None:
    """A neutral word says so; in an open case the words reach the operators as always."""
    slow = with_receipt(world, slow=True)
    assert said(step(RU, Said(CODE), slow)[1]) == ["too-many-numbers"]
    _, effects = step(replace(RU, case=3, place="sos-waiting"), Said(CODE), slow)
    assert "Tell" in [type(effect).__name__ for effect in effects]


def test_adding_makes_the_case_this_phones_too(world: World) -> None:
    """From "add" on words go to the operators; a phone with a case of its own keeps that one."""
    here = with_receipt(world)
    state, _ = play(here, f'"{CODE}', "report-open:add")
    assert (state.case, state.place) == (9, "report-add")
    state, effects = play(here, '"ещё номер машины', state=state)
    assert "Tell" in [type(effect).__name__ for effect in effects]
    busy, effects = play(here, f'"{CODE}', "report-open:add", state=replace(RU, case=3))
    assert busy.case == 3
    assert said(effects) == ["report-busy"]


def test_a_cry_after_the_receipt_belongs_to_that_case(world: World) -> None:
    """No second case is opened for the same matter."""
    state, effects = play(with_receipt(world), f'"{CODE}', '"SOS')
    assert state.case == 9
    assert not any(isinstance(effect, OpenCase) for effect in effects)
    assert "RaiseCase" in [type(effect).__name__ for effect in effects]


def test_withdrawing_needs_a_second_word(world: World) -> None:
    """Only the confirmation withdraws, and only while the report is open before the person."""
    here = with_receipt(world)
    state, effects = play(here, f'"{CODE}', "report-open:withdraw")
    assert not any(isinstance(effect, WithdrawCase) for effect in effects)
    state, effects = play(here, "report-withdraw:yes", state=state)
    assert one(WithdrawCase, effects) == WithdrawCase(9)
    assert (state.held, state.case) == (0, 0)
    old, _ = play(here, f'"{CODE}', '"menu')
    state, effects = play(here, "report-withdraw:yes", state=old)
    assert not any(isinstance(effect, WithdrawCase) for effect in effects)
    assert state.place == "report-code"
