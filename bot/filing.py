"""A report on its way into a case: what is kept until it is sent, and how it then stands before staff. Only functions on a `Stage`."""

import msgspec

from bot.messages import Inbound
from bot.privacy import conceal
from bot.relay import hear
from bot.stage import Somebody, Stage
from bot.store.base import Draft
from dialogues import summary
from dialogues.effects import FileReport
from hotline_router.case import Case

DRAFT = "draft"
"""What a kept message is sealed for."""
KIND = "report"
"""The line of the history that holds the answers."""
HEADS = {"whole": "staff.report", "so-far": "staff.report-so-far", "unfinished": "staff.report-unfinished"}
_inbound = msgspec.json.Decoder(Inbound).decode


def keep(stage: Stage, somebody: Somebody, inbound: Inbound) -> None:
    """Keep a photo, a voice message or a place with a report that is not sent yet: sealed, and seen by nobody."""
    body = stage.deps.seal.seal(DRAFT, msgspec.json.encode(inbound))
    stage.tx.reports.add_draft(Draft(somebody.id, stage.now, body))


def show(stage: Stage, somebody: Somebody, case: Case, filed: FileReport) -> None:
    """The answers as one message in the topic, then what was sent, as if it came now. A name goes only where Reveal shows it."""
    content = stage.deps.content.dialogues
    stage.tx.reports.hold(case.number, somebody.id)
    stage.history(case.number, "person", KIND, msgspec.json.encode(filed.told))
    lines = summary.lines(filed.told, content.script, content.texts, stage.group.language, "telegram", hides=True)
    words = conceal("\n".join(lines), somebody.identity.address, somebody.identity.username)
    stage.tell_topic(case.number, stage.group.say(HEADS[filed.how], {"words": words}))
    for name in summary.names(filed.told):
        known = somebody.identity
        somebody.identity = msgspec.structs.replace(known, shared=(*known.shared, name))
        stage.tell_topic(case.number, stage.group.say("staff.report-name-left"))
    for draft in stage.tx.reports.drafts(somebody.id):
        inbound = _inbound(stage.deps.seal.open(DRAFT, draft.body))
        hear(stage, somebody, case, inbound, is_cry=False, at=draft.at)
    stage.tx.reports.forget_drafts(somebody.id)
