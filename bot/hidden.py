"""A chat that is hidden: what may be said in it, how it is wiped, what goes out when the person is back. Holding is in `Stage.to_person`."""

from collections.abc import Mapping

from bot.messages import Wipe
from bot.retry import STAFF
from bot.stage import Somebody, Stage, open_body
from bot.store.base import Hidden
from dialogues.effects import Offer


def say_here(
    stage: Stage, somebody: Somebody, key: str, offers: tuple[Offer, ...] = (), fills: Mapping[str, str] | None = None
) -> None:
    """A text that answers the person at once, also in a chat that is hidden: whoever chose it knows of that."""
    voice = stage.voice(somebody)
    stage.to_person(somebody, voice.texts(somebody.address, voice.say(key, fills), offers), shown=True)


def wipe(stage: Stage, somebody: Somebody) -> None:
    """Delete what can be deleted; of SMS nothing can. Which messages those are is seen when it is their turn to go."""
    _keep_back(stage, somebody)
    there = somebody.identity
    if there.channel == "telegram":  # before the replies to others
        stage.put(STAFF, "telegram", f"person:{somebody.id}", Wipe(there.address, ()), person=somebody.id)


def _keep_back(stage: Stage, somebody: Somebody) -> None:
    """What this very turn has let go would be deleted unread."""
    mine = [row for row in stage.rows if row.person == somebody.id]
    stage.rows = [row for row in stage.rows if row.person != somebody.id]
    for row in mine:
        stage.tx.hide(Hidden(somebody.id, row.lane, row.case, row.channel, row.body))


def show(stage: Stage, somebody: Somebody) -> None:
    """What waited while the chat was hidden goes out, each by the way that it was meant for."""
    for one in stage.tx.take_hidden(somebody.id):
        out = open_body(stage.deps.seal, one.body)
        stage.put(one.lane, one.channel, f"person:{somebody.id}", out, case=one.case, person=somebody.id)
