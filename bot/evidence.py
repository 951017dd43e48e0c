"""Evidence: the files that people send are kept as sent, sealed, in the history of their case, with their SHA-256."""

import hashlib

import msgspec

from bot.messages import Relay
from bot.stage import Stage

KIND = "evidence"


class Exhibit(msgspec.Struct, frozen=True):
    """One file as it was sent. The time stands in the line of the history."""

    sha256: str
    kind: str
    name: str
    data: bytes


_decode = msgspec.msgpack.Decoder(Exhibit).decode


def keep(stage: Stage, relay: Relay, data: bytes) -> None:
    """Keep a file that goes into the topic of a case, once, however often it is sent."""
    number, mark = relay.thread.removeprefix("topic:"), f"kept:{relay.origin or relay.file.id}"
    if relay.file.bot != "telegram" or not number or stage.tx.recall(mark):
        return
    row = stage.tx.case(int(number))
    if row is None or not row.person:
        return
    stage.tx.remember(mark, number)
    exhibit = Exhibit(hashlib.sha256(data).hexdigest(), relay.file.kind, relay.file.name, data)
    stage.history(int(number), "person", KIND, msgspec.msgpack.encode(exhibit))


def opened(body: bytes) -> Exhibit:
    """The file from its opened line of the history. Raises msgspec.DecodeError."""
    return _decode(body)
