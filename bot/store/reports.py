"""The verbs about reports, in SQL for SQLite: receipts, the phones that hold a case, drafts, wrong receipts."""

from collections.abc import Callable, Sequence
from sqlite3 import Cursor

from bot.store.base import Draft


class SqliteReports:
    """Lives for one turn, in the same transaction as the other verbs."""

    __slots__ = ("_do",)

    def __init__(self, do: Callable[..., Cursor]) -> None:
        """`do` runs one statement with its values."""
        self._do = do

    def save_receipt(self, code: bytes, case: int, now: float) -> None:
        """A case is found by this keyed hash from now on."""
        self._do("INSERT INTO receipt VALUES (?, ?, ?)", (code, case, now))

    def case_of(self, codes: Sequence[bytes]) -> int:
        """The case that one of these keyed hashes opens, or 0."""
        found = (self._do("SELECT hotline_case FROM receipt WHERE code = ?", (one,)).fetchone() for one in codes)
        return next((int(one[0]) for one in found if one), 0)

    def hold(self, case: int, person: int) -> None:
        """This phone has the case too."""
        self._do("INSERT OR IGNORE INTO holder VALUES (?, ?)", (case, person))

    def unhold(self, case: int, person: int) -> None:
        """This phone has the case no more."""
        self._do("DELETE FROM holder WHERE hotline_case = ? AND person = ?", (case, person))

    def holders(self, case: int) -> list[int]:
        """The phones that have a case; the newest first."""
        rows = self._do("SELECT person FROM holder WHERE hotline_case = ? ORDER BY person DESC", (case,))
        return [int(row[0]) for row in rows]

    def add_draft(self, draft: Draft) -> None:
        """Keep something that was sent before its report is finished."""
        self._do("INSERT INTO draft (person, at, body) VALUES (?, ?, ?)", (draft.person, draft.at, draft.body))

    def drafts(self, person: int) -> list[Draft]:
        """What a person sent for a report that is not finished, oldest first."""
        return [
            Draft(*row)
            for row in self._do("SELECT person, at, body FROM draft WHERE person = ? ORDER BY id", (person,))
        ]

    def forget_drafts(self, person: int) -> None:
        """Forget it."""
        self._do("DELETE FROM draft WHERE person = ?", (person,))

    def add_miss(self, person: int, now: float) -> None:
        """Somebody wrote a receipt that is none; those of before the last day are forgotten."""
        self._do("DELETE FROM wrong_receipt WHERE at < ?", (now - 86_400.0,))
        self._do("INSERT INTO wrong_receipt (person, at) VALUES (?, ?)", (person, now))

    def misses(self, person: int, since: float) -> int:
        """How many wrong receipts a person has written since then."""
        (count,) = self._do(
            "SELECT count(*) FROM wrong_receipt WHERE person = ? AND at >= ?", (person, since)
        ).fetchone()
        return int(count)

    def drop_kept(self, case: int) -> None:
        """What is kept for a person until their hours begin, and was read another way."""
        self._do("DELETE FROM held WHERE hotline_case = ?", (case,))

    def forget_case(self, case: int) -> None:
        """Erase what was said in a case and the ways to it; its number stays, so that it is not given again."""
        for table in ("shown", "entry", "delivery", "outbox", "held", "receipt", "holder"):
            self._do(f"DELETE FROM {table} WHERE hotline_case = ?", (case,))  # noqa: S608 – constants
        self._do("UPDATE hotline_case SET person = 0 WHERE number = ?", (case,))

    def forget_person(self, person: int) -> None:
        """Erase what is kept of a person here, and the ways to cases that are theirs alone."""
        mine = "(SELECT number FROM hotline_case WHERE person = ?)"
        self._do(f"DELETE FROM receipt WHERE hotline_case IN {mine}", (person,))  # noqa: S608 – a constant
        self._do(f"DELETE FROM holder WHERE person = ? OR hotline_case IN {mine}", (person, person))  # noqa: S608
        self._do("DELETE FROM draft WHERE person = ?", (person,))
        self._do("DELETE FROM wrong_receipt WHERE person = ?", (person,))
