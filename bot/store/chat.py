"""The verbs of `base.Tx` about a person's chat, in SQL for SQLite: which messages can be deleted, what waits while it is hidden."""

import sqlite3

from bot.store.base import Hidden


class ChatVerbs:
    """A part of `verbs.SqliteTx`."""

    __slots__ = ("_do",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._do = connection.execute

    def note_message(self, person: int, message: int, now: float) -> None:
        """Note the number of a message in a person's chat."""
        self._do("INSERT OR IGNORE INTO chat_message VALUES (?, ?, ?)", (person, message, now))

    def messages_of(self, person: int, since: float) -> list[int]:
        """The numbers of the messages in a person's chat since that time, oldest first."""
        rows = self._do(
            "SELECT message FROM chat_message WHERE person = ? AND at >= ? ORDER BY message", (person, since)
        )
        return [row[0] for row in rows]

    def forget_messages(self, person: int, last: int) -> None:
        """Forget the numbers up to this one."""
        self._do("DELETE FROM chat_message WHERE person = ? AND message <= ?", (person, last))

    def hide(self, message: Hidden) -> None:
        """Keep a message until the person is back."""
        self._do(
            "INSERT INTO hidden_message (person, lane, hotline_case, channel, body) VALUES (?, ?, ?, ?, ?)",
            (message.person, message.lane, message.case, message.channel, message.body),
        )

    def take_hidden(self, person: int) -> list[Hidden]:
        """Take what was kept while the chat was hidden, oldest first."""
        rows = self._do(
            "SELECT person, lane, hotline_case, channel, body FROM hidden_message WHERE person = ? ORDER BY id",
            (person,),
        )
        found = [Hidden(*row) for row in rows]
        self._do("DELETE FROM hidden_message WHERE person = ?", (person,))
        return found
