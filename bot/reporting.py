"""What the effects of a report mean. `apply` hands them over, and lends its way to move a case."""

from typing import assert_never

from bot import filing, receipts
from bot.messages import Inbound
from bot.receipts import Route
from bot.stage import Somebody, Stage
from dialogues import effects as ask
from hotline_router import events as happened


def do(stage: Stage, somebody: Somebody, effect: ask.ReportEffect, inbound: Inbound | None, route: Route) -> None:
    """Do what a report asks for."""
    match effect:
        case ask.KeepDraft():
            if inbound:
                filing.keep(stage, somebody, inbound)
        case ask.DropDraft():
            stage.tx.reports.forget_drafts(somebody.id)
        case ask.FileReport(_, facts):
            for fact in facts:
                route(stage, somebody.state.case, happened.FactTold(fact))
            if case := stage.load(somebody.state.case):
                filing.show(stage, somebody, case, effect)
        case ask.GiveReceipt():
            receipts.give(stage, somebody)
        case ask.CountMiss():
            stage.tx.reports.add_miss(somebody.id, stage.now)
        case ask.SayNews(about):
            receipts.say_news(stage, somebody, about)
        case ask.LeaveCase(about):
            receipts.leave(stage, somebody, about)
        case ask.WithdrawCase(about):
            receipts.withdraw(stage, somebody, about, route)
        case _:
            assert_never(effect)
