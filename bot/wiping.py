"""Deleting a person's chat on both sides: which messages there are is known by their numbers alone, and only as long as it helps."""

import msgspec

from bot.messages import Outbound, Pin, Relay, Sent, Text, Wipe
from bot.store.base import Row, Store, Tx

DELETABLE = 48 * 3600.0
"""Seconds for which a bot may delete messages of a private chat, its own and the person's (Bot API, deleteMessage)."""
MARGIN = 600.0
"""One message that is too old makes Telegram refuse all of a call."""


async def whole(store: Store, row: Row, out: Outbound, now: float) -> Outbound:
    """A wiping of a person's chat with the messages that stand there by now; anything else as it is."""
    if not (isinstance(out, Wipe) and row.channel == "telegram"):
        return out
    numbers = await store.run(lambda tx: tx.messages_of(row.person, now - DELETABLE + MARGIN))
    return msgspec.structs.replace(out, messages=tuple(numbers))


def note(tx: Tx, row: Row, out: Outbound, sent: Sent, now: float) -> None:
    """What was sent to a person can be deleted later; what was deleted cannot."""
    if row.channel != "telegram" or not row.person:
        return
    if isinstance(out, Wipe) and out.messages:
        tx.forget_messages(row.person, out.messages[-1])
    elif isinstance(out, Text | Relay | Pin) and sent.provider_id.isdecimal():
        tx.note_message(row.person, int(sent.provider_id), now)
