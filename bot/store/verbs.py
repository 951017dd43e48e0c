"""The verbs of `base.Tx` in SQL for SQLite. Plain statements: this is the hot path, and a helper per row would cost more than the row."""

from collections.abc import Sequence

from bot.store.base import CaseRow, Delivery, Entry, Figure, HeldRow, Missed, Person, Row, Timer
from bot.store.chat import ChatVerbs
from bot.store.reports import SqliteReports

FIRST_CASE = 1001
ROW = "id, lane, channel, queue, due, created, body, attempts, hotline_case, operator, person, coalesce(dedupe, ''), latest"


class SqliteTx(ChatVerbs):
    """Lives for one turn."""

    __slots__ = ()

    @property
    def reports(self) -> SqliteReports:
        """The verbs about reports."""
        return SqliteReports(self._do)

    def first_time(self, channel: str, key: str, now: float) -> bool:
        """Whether this update was never seen; from now on it has been."""
        return self._do("INSERT OR IGNORE INTO seen VALUES (?, ?, ?)", (channel, key, now)).rowcount == 1

    def person(self, hashes: Sequence[bytes]) -> Person | None:
        """The person found by the newest of these hashes."""
        for one in hashes:
            if found := self._do(
                "SELECT id, found_by, identity, state FROM person WHERE found_by = ?", (one,)
            ).fetchone():
                return Person(*found)
        return None

    def person_by_id(self, number: int) -> Person | None:
        """The person of that number."""
        found = self._do("SELECT id, found_by, identity, state FROM person WHERE id = ?", (number,)).fetchone()
        return Person(*found) if found else None

    def save_person(self, person: Person, now: float) -> int:
        """Store a person; the number 0 asks for a new one. Returns the number."""
        values = (person.found_by, person.identity, person.state, now)
        if not person.id:
            return (
                self._do(
                    "INSERT INTO person (found_by, identity, state, updated) VALUES (?, ?, ?, ?)", values
                ).lastrowid
                or 0
            )
        self._do(
            "UPDATE person SET found_by = ?, identity = ?, state = ?, updated = ? WHERE id = ?", (*values, person.id)
        )
        return person.id

    def states(self) -> list[bytes]:
        """The sealed state of everybody."""
        return [row[0] for row in self._do("SELECT state FROM person")]

    def forget_person(self, number: int) -> None:
        """Erase a person, what they said in cases, and what still waits to be sent about those cases."""
        self.reports.forget_person(number)
        mine = "(SELECT number FROM hotline_case WHERE person = ?)"
        self._do(f"DELETE FROM shown WHERE hotline_case IN {mine}", (number,))  # noqa: S608
        self._do(f"DELETE FROM entry WHERE hotline_case IN {mine}", (number,))  # noqa: S608 – a constant
        self._do(f"DELETE FROM delivery WHERE person = ? OR hotline_case IN {mine}", (number, number))  # noqa: S608
        self._do(f"DELETE FROM outbox WHERE person = ? OR hotline_case IN {mine}", (number, number))  # noqa: S608
        self._do("DELETE FROM held WHERE person = ?", (number,))
        self._do("DELETE FROM chat_message WHERE person = ?", (number,))
        self._do("DELETE FROM hidden_message WHERE person = ?", (number,))
        self._do("DELETE FROM timer WHERE owner = ?", (f"person:{number}",))
        self._do("UPDATE hotline_case SET person = 0 WHERE person = ?", (number,))
        self._do("DELETE FROM dead_letter WHERE found_by = (SELECT found_by FROM person WHERE id = ?)", (number,))
        self._do("DELETE FROM person WHERE id = ?", (number,))

    def next_case(self) -> int:
        """The number that a new case gets."""
        (last,) = self._do("SELECT max(number) FROM hotline_case").fetchone()
        return FIRST_CASE if last is None else int(last) + 1

    def case(self, number: int) -> CaseRow | None:
        """The case of that number."""
        found = self._do(
            "SELECT number, person, is_open, body FROM hotline_case WHERE number = ?", (number,)
        ).fetchone()
        return CaseRow(found[0], found[1], bool(found[2]), found[3]) if found else None

    def cases_of(self, person: int) -> list[CaseRow]:
        """All cases of a person, oldest first."""
        rows = self._do(
            "SELECT number, person, is_open, body FROM hotline_case WHERE person = ? ORDER BY number", (person,)
        )
        return [CaseRow(row[0], row[1], bool(row[2]), row[3]) for row in rows]

    def open_cases(self) -> int:
        """How many cases are open."""
        return int(self._do("SELECT count(*) FROM hotline_case WHERE is_open").fetchone()[0])

    def open_numbers(self) -> list[int]:
        """The numbers of the open cases, oldest first."""
        return [int(row[0]) for row in self._do("SELECT number FROM hotline_case WHERE is_open ORDER BY number")]

    def save_case(self, row: CaseRow, now: float) -> None:
        """Store a case."""
        self._do(
            "INSERT INTO hotline_case VALUES (?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET person = excluded.person, "
            "is_open = excluded.is_open, body = excluded.body, updated = excluded.updated",
            (row.number, row.person, int(row.is_open), row.body, now),
        )

    def add_entry(self, entry: Entry) -> None:
        """Add a line to the history of a case."""
        self._do(
            "INSERT INTO entry (hotline_case, at, who, kind, body) VALUES (?, ?, ?, ?, ?)",
            (entry.case, entry.at, entry.who, entry.kind, entry.body),
        )

    def entries(self, case: int) -> list[Entry]:
        """The history of a case, oldest first."""
        return [
            Entry(*row)
            for row in self._do(
                "SELECT hotline_case, at, who, kind, body FROM entry WHERE hotline_case = ? ORDER BY id", (case,)
            )
        ]

    def put(self, row: Row) -> int:
        """Put a message into the outbox; 0 when one with the same `dedupe` waits already."""
        done = self._do(
            "INSERT OR IGNORE INTO outbox (lane, channel, queue, due, created, body, attempts, hotline_case, operator, person, dedupe, latest) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                row.lane,
                row.channel,
                row.queue,
                row.due,
                row.created,
                row.body,
                row.attempts,
                row.case,
                row.operator,
                row.person,
                row.dedupe or None,
                row.latest,
            ),
        )
        return (done.lastrowid or 0) if done.rowcount == 1 else 0

    def waiting(self) -> list[Row]:
        """Everything that was not sent, oldest first."""
        rows = self._do(f"SELECT {ROW} FROM outbox ORDER BY id")  # noqa: S608 – a constant
        found = [Row(*row) for row in rows]
        for row in found:
            row.unsure = True
        return found

    def done(self, row: int) -> None:
        """A message is sent, or given up."""
        self._do("DELETE FROM outbox WHERE id = ?", (row,))

    def recall_lane(self, case: int, lane: int) -> None:
        """Messages of a case that wait in this lane are wanted no more."""
        self._do("DELETE FROM outbox WHERE hotline_case = ? AND lane = ?", (case, lane))

    def put_off(self, row: int, due: float, attempts: int) -> None:
        """A message is tried again later."""
        self._do("UPDATE outbox SET due = ?, attempts = ? WHERE id = ?", (due, attempts, row))

    def hold(self, row: HeldRow) -> None:
        """Keep a message until the person's hours begin."""
        self._do(
            "INSERT INTO held (person, hotline_case, due, channel, body) VALUES (?, ?, ?, ?, ?)",
            (row.person, row.case, row.due, row.channel, row.body),
        )

    def held(self, person: int) -> list[HeldRow]:
        """What is kept for a person, oldest first."""
        rows = self._do(
            "SELECT person, hotline_case, due, channel, body FROM held WHERE person = ? ORDER BY id", (person,)
        )
        return [HeldRow(*row) for row in rows]

    def release(self, person: int) -> list[HeldRow]:
        """Take what is kept for a person, oldest first."""
        found = self.held(person)
        self._do("DELETE FROM held WHERE person = ?", (person,))
        return found

    def set_timer(self, timer: Timer) -> None:
        """Set a timer; one of the same owner and name is replaced."""
        self._do("INSERT OR REPLACE INTO timer VALUES (?, ?, ?)", (timer.owner, timer.name, timer.due))

    def drop_timer(self, owner: str, name: str) -> None:
        """Forget a timer."""
        self._do("DELETE FROM timer WHERE owner = ? AND name = ?", (owner, name))

    def take_timer(self, timer: Timer) -> bool:
        """Take a due timer; False when it was dropped or set anew meanwhile."""
        taken = self._do(
            "DELETE FROM timer WHERE owner = ? AND name = ? AND due = ?", (timer.owner, timer.name, timer.due)
        )
        return taken.rowcount == 1

    def due_timers(self, now: float) -> list[Timer]:
        """Timers whose time has come, oldest first."""
        return [
            Timer(*row)
            for row in self._do("SELECT owner, name, due FROM timer WHERE due <= ? ORDER BY due LIMIT 200", (now,))
        ]

    def next_timer(self) -> float | None:
        """When the next timer is due."""
        due: float | None = self._do("SELECT min(due) FROM timer").fetchone()[0]
        return due

    def remember(self, name: str, value: str) -> None:
        """Remember a value (a topic's number, a card's message)."""
        self._do("INSERT OR REPLACE INTO remembered VALUES (?, ?)", (name, value))

    def recall(self, name: str) -> str | None:
        """A remembered value."""
        found = self._do("SELECT value FROM remembered WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def remembered(self, prefix: str) -> dict[str, str]:
        """All values whose name begins so."""
        return dict(
            self._do(
                "SELECT name, value FROM remembered WHERE name >= ? AND name < ?", (prefix, prefix + "\U0010ffff")
            ).fetchall()
        )

    def forget(self, name: str) -> None:
        """Forget a value."""
        self._do("DELETE FROM remembered WHERE name = ?", (name,))

    def forget_all(self, prefix: str) -> None:
        """Forget all values whose name begins so."""
        self._do("DELETE FROM remembered WHERE name >= ? AND name < ?", (prefix, prefix + "\U0010ffff"))

    def show(self, place: str, case: int, origin: str, now: float) -> None:
        """Note that a message stands at `place` and carries the one at `origin` (room:number each; empty: none)."""
        self._do("INSERT OR IGNORE INTO shown VALUES (?, ?, ?, ?)", (place, case, origin, now))

    def case_shown(self, place: str) -> int:
        """The case that the message at this place belongs to, or 0."""
        found = self._do("SELECT hotline_case FROM shown WHERE place = ?", (place,)).fetchone()
        return int(found[0]) if found else 0

    def twin(self, place: str, room: str) -> str:
        """The number of the message in `room` that carries the one at `place`, or is carried by it; empty: none."""
        found = self._do(
            "SELECT place FROM shown WHERE origin = ? AND place >= ? AND place < ? "
            "UNION ALL SELECT origin FROM shown WHERE place = ? AND origin >= ? AND origin < ? LIMIT 1",
            (place, f"{room}:", f"{room};", place, f"{room}:", f"{room};"),
        ).fetchone()
        return str(found[0]).rpartition(":")[2] if found else ""

    def shown(self, case: int) -> list[str]:
        """Where messages of a case stand."""
        return [row[0] for row in self._do("SELECT place FROM shown WHERE hotline_case = ? ORDER BY at", (case,))]

    def forget_shown(self, room: str) -> None:
        """Forget all messages of a room: their numbers mean nothing any more."""
        self._do("DELETE FROM shown WHERE place >= ? AND place < ?", (f"{room}:", f"{room};"))

    def add_delivery(self, delivery: Delivery, now: float) -> None:
        """Follow the fate of an SMS."""
        self._do(
            "INSERT OR REPLACE INTO delivery VALUES (?, ?, ?, ?, ?, ?)",
            (delivery.provider_id, delivery.case, delivery.operator, delivery.rank, now, delivery.person),
        )

    def delivery(self, provider_id: str) -> Delivery | None:
        """The SMS with that id, if its fate matters."""
        found = self._do(
            "SELECT provider_id, hotline_case, operator, rank, person FROM delivery WHERE provider_id = ?",
            (provider_id,),
        ).fetchone()
        return Delivery(*found) if found else None

    def bury(self, channel: str, key: str, error: str, payload: bytes, now: float, found_by: bytes = b"") -> int:
        """Keep what could not be handled; `found_by` is the hash of whose it is, so that it is erased with them."""
        done = self._do(
            "INSERT INTO dead_letter (channel, key, at, error, payload, found_by) VALUES (?, ?, ?, ?, ?, ?)",
            (channel, key, now, error, payload, found_by),
        )
        return done.lastrowid or 0

    def count(self, day: str, what: str, topic: str, language: str) -> None:
        """Count what became of a question (days are dates such as 2026-11-26)."""
        self._do(
            "INSERT INTO figure VALUES (?, ?, ?, ?, 1) ON CONFLICT (day, what, topic, language) DO UPDATE SET number = number + 1",
            (day, what, topic, language),
        )

    def counts(self, since: str) -> list[Figure]:
        """All figures since that day, largest first."""
        rows = self._do(
            "SELECT what, topic, language, sum(number) FROM figure WHERE day >= ? GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3",
            (since,),
        )
        return [Figure(*row) for row in rows]

    def miss(self, day: str, language: str, question: bytes) -> None:
        """Keep a question that found no answer."""
        self._do("INSERT INTO missed (day, language, question) VALUES (?, ?, ?)", (day, language, question))

    def missed(self, since: str) -> list[Missed]:
        """The questions without an answer since that day, oldest first."""
        return [
            Missed(*row)
            for row in self._do("SELECT day, language, question FROM missed WHERE day >= ? ORDER BY id", (since,))
        ]

    def prune(self, before: float, letters_before: float, questions_before: str, messages_before: float) -> None:
        """Forget update keys and SMS fates older than `before`, dead letters, questions and numbers of messages older than theirs."""
        self._do("DELETE FROM chat_message WHERE at < ?", (messages_before,))
        self._do("DELETE FROM missed WHERE day < ?", (questions_before,))
        self._do("DELETE FROM seen WHERE at < ?", (before,))
        self._do("DELETE FROM delivery WHERE at < ?", (before,))
        self._do(
            "DELETE FROM shown WHERE at < ? AND hotline_case NOT IN (SELECT number FROM hotline_case WHERE is_open)",
            (letters_before,),
        )
        self._do("DELETE FROM dead_letter WHERE at < ?", (letters_before,))
