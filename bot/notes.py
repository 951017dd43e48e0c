"""What is written down when a message went out: where it stands, what later ones need of it, whose fate is followed."""

from bot import wiping
from bot.lines import Sender
from bot.messages import Card, ChannelError, Outbound, Pin, Refused, Relay, Sent, Text, Unknown
from bot.retry import PAGE
from bot.store.base import Delivery, Row, Store, Tx

TRACED = ("sms", "voice")
"""Channels whose provider can be asked what it took, and says later what became of it."""

UNANSWERED = 3
"""Every such attempt is made without an answer to the look-up before it."""


async def already_taken(store: Store, sender: Sender, row: Row, out: Outbound) -> Sent | None:
    """What the provider has of this message: one of the same words that is not known to be another. Raises a ChannelError, Refused when it failed.

    Where the provider cannot be asked, every so many attempts go ahead all the same: rather twice than never.
    """
    try:
        found = await sender.look_up(out, row.created)
    except ChannelError as error:
        if row.attempts % UNANSWERED == 0:
            return None
        raise Unknown("the look-up failed") from error  # whatever it was, it says nothing about the message
    ours = await store.run(lambda tx: next((one for one in found if tx.delivery(one.provider_id) is None), None))
    if ours and ours.has_failed:
        raise Refused("the provider took it, and it did not arrive")
    return Sent(ours.provider_id) if ours else None


def room(row: Row, out: Outbound) -> str:
    """Where messages of one chat stand: the group, an operator's private chat, or with a person (whose number is ours)."""
    to: str = getattr(out, "to", "")
    if row.channel == "staff":
        return "group" if to.startswith("-") else f"private:{to}"
    return f"public:{row.person}"


def note(tx: Tx, row: Row, out: Outbound, sent: Sent, now: float) -> None:
    """What later messages need to know of this one."""
    if row.case and row.lane > PAGE and sent.provider_id and isinstance(out, Text | Relay | Pin | Card):
        tx.show(f"{room(row, out)}:{sent.provider_id}", row.case, getattr(out, "origin", ""), now)
    for name, value in sent.remember:
        if value:
            tx.remember(name, value)
        else:
            tx.forget(name)


def record(tx: Tx, row: Row, out: Outbound, sent: Sent, now: float) -> None:
    tx.done(row.id)
    if row.attempts > 1:
        tx.forget(f"aside:{row.id}")
    wiping.note(tx, row, out, sent, now)
    if row.channel not in TRACED:
        note(tx, row, out, sent, now)
    elif sent.provider_id:  # also one whose fate matters to nobody: it is known then, and not waited for
        tx.add_delivery(Delivery(sent.provider_id, row.case, row.operator, 0, row.person), now)
