"""The store on SQLite: one thread owns the database and commits in groups; every turn has a savepoint of its own.

`synchronous=FULL`: when `run` returns, the work is on disk. Work that is queued while a commit runs shares the next one, so a
busy service pays for one flush per group, not per message.
"""

import asyncio
import contextlib
import itertools
import queue
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from bot.store.base import StoreDown, Tx
from bot.store.schema import migrations
from bot.store.verbs import SqliteTx

T = TypeVar("T")
OUR_MISTAKES = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError, sqlite3.InterfaceError)
GROUP = 50
"""At most so many turns share a commit: a limit to what one failure takes back."""
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",  # what is erased is overwritten, not only unlinked
    "cache_size = -16000",
)


class Locked(Exception):
    """Another process has this database open."""


class _Job:
    """One piece of work, the loop that waits for it, and what came of it."""

    __slots__ = ("error", "future", "lasting", "loop", "result", "urgent", "work")

    def __init__(
        self, work: Callable[[Tx], Any], loop: asyncio.AbstractEventLoop, *, urgent: bool, lasting: bool
    ) -> None:
        self.work = work
        self.urgent = urgent
        self.loop = loop
        self.lasting = lasting
        self.future: asyncio.Future[Any] = loop.create_future()
        self.result: Any = None
        self.error: BaseException | None = None

    def settle(self) -> None:
        if self.future.cancelled():
            return
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)


class SqliteStore:
    """A database file, or `:memory:`. Call `start` before anything else and `close` at the end."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._jobs: queue.PriorityQueue[tuple[int, int, _Job | None]] = queue.PriorityQueue()
        self._order = itertools.count()
        self._thread = threading.Thread(target=self._own, name="store", daemon=True)
        self._ready = threading.Event()
        self._failed: BaseException | None = None
        self._lock: Any = None
        self._flushes = True
        self._is_closed = False

    def start(self) -> None:
        """Open the database and bring its tables up to date.

        Raises Locked when another process has it, StoreDown when it cannot be opened or written.
        """
        self._lock_file()
        self._thread.start()
        self._ready.wait()
        if self._failed:
            self._unlock()
            raise StoreDown(str(self._failed)) from self._failed

    def _lock_file(self) -> None:
        """Two processes on one file would both send every message."""
        if self.path == ":memory:":
            return
        import fcntl

        try:
            self._lock = Path(f"{self.path}.lock").open("w")  # noqa: SIM115 – held as long as the store is open
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Locked(self.path) from error
        except OSError as error:
            raise StoreDown(str(error)) from error

    def _unlock(self) -> None:
        if self._lock:
            self._lock.close()

    async def run(
        self, work: Callable[[Tx], T], *, urgent: bool = False, soon: bool = False, lasting: bool = True
    ) -> T:
        """Do the work inside a transaction; when this returns, it is on disk. Urgent work goes before what waits,
        and so does work that is wanted `soon`, which does not end a group of commits.

        Work that need not be `lasting` is written, not flushed: it outlives this process, but perhaps not a power cut.
        Raises what the work raised (it is undone then), or StoreDown when nothing could be written.
        """
        if self._is_closed:
            raise StoreDown("the store is closed")
        job = _Job(work, asyncio.get_running_loop(), urgent=urgent, lasting=lasting)
        self._jobs.put((0 if urgent or soon else 1, next(self._order), job))
        result: T = await job.future
        return result

    def close(self) -> None:
        """Finish what waits and close."""
        self._is_closed = True
        if self._thread.is_alive():
            self._jobs.put((2, next(self._order), None))
            self._thread.join()
        self._unlock()

    # What follows runs in the store's own thread.

    def _own(self) -> None:
        try:
            connection = sqlite3.connect(self.path, isolation_level=None)
            connection.execute("PRAGMA busy_timeout = 5000")
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            migrations.apply(Database(connection))
        except (sqlite3.Error, OSError) as error:
            self._failed = error
            return
        finally:
            self._ready.set()
        with contextlib.closing(connection):
            while self._group(connection):
                pass

    def _group(self, connection: sqlite3.Connection) -> bool:
        """One commit for all that waits; it ends after urgent work, which is not kept waiting for others. False: time to close."""
        _, _, job = self._jobs.get()
        if job is None:
            return False
        jobs, grows = [job], job.lasting or not self._jobs.empty()
        try:
            self._flush_on_commit(connection, wanted=grows)
            connection.execute("BEGIN IMMEDIATE")
            self._do_first(connection, job)
            while grows and not jobs[-1].urgent and len(jobs) < GROUP and (job := self._next()):
                jobs.append(job)
                self._do(connection, job)
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._take_back(connection, jobs, error)
        self._settle(jobs)
        return True

    def _next(self) -> _Job | None:
        """The next work that waits already."""
        try:
            place = self._jobs.get_nowait()
        except queue.Empty:
            return None
        if place[2] is None:
            self._jobs.put(place)  # it is time to close, after this commit
        return place[2]

    def _flush_on_commit(self, connection: sqlite3.Connection, *, wanted: bool) -> None:
        if wanted != self._flushes:
            connection.execute(f"PRAGMA synchronous = {'FULL' if wanted else 'NORMAL'}")
            self._flushes = wanted

    def _do_first(self, connection: sqlite3.Connection, job: _Job) -> None:
        """The transaction itself is the first job's savepoint."""
        if not self._succeeds(connection, job):
            connection.execute("ROLLBACK")
            connection.execute("BEGIN IMMEDIATE")

    def _do(self, connection: sqlite3.Connection, job: _Job) -> None:
        connection.execute("SAVEPOINT turn")
        if not self._succeeds(connection, job):
            connection.execute("ROLLBACK TO turn")
        connection.execute("RELEASE turn")

    def _succeeds(self, connection: sqlite3.Connection, job: _Job) -> bool:
        try:
            job.result = job.work(SqliteTx(connection))
        except OUR_MISTAKES as error:
            job.error = error
        except sqlite3.DatabaseError as error:  # disk full, I/O error, a damaged file: nothing to do with this turn
            job.error = StoreDown(str(error))
        except Exception as error:  # noqa: BLE001 – whoever asked for the work hears what became of it
            job.error = error
        return job.error is None

    def _take_back(self, connection: sqlite3.Connection, jobs: list[_Job], error: sqlite3.Error) -> None:
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        for job in jobs:
            job.error = StoreDown(str(error))

    def _settle(self, jobs: list[_Job]) -> None:
        by_loop: dict[asyncio.AbstractEventLoop, list[_Job]] = {}
        for job in jobs:
            by_loop.setdefault(job.loop, []).append(job)
        for loop, done in by_loop.items():
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(_settle_all, done)


def _settle_all(jobs: list[_Job]) -> None:
    for job in jobs:
        job.settle()
