"""The tables, as migrations that are never changed once released: a new shape is a new migration at the end."""

from sqlite_utils import Database, Migrations

migrations = Migrations("panoh")

FIRST = """
CREATE TABLE seen (channel TEXT NOT NULL, key TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (channel, key)) STRICT, WITHOUT ROWID;
CREATE INDEX seen_by_age ON seen (at);
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT, found_by BLOB NOT NULL UNIQUE, identity BLOB NOT NULL, state BLOB NOT NULL, updated REAL NOT NULL) STRICT;
CREATE TABLE hotline_case (
  number INTEGER PRIMARY KEY, person INTEGER NOT NULL, is_open INTEGER NOT NULL, body BLOB NOT NULL, updated REAL NOT NULL) STRICT;
CREATE INDEX case_by_person ON hotline_case (person);
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, hotline_case INTEGER NOT NULL, at REAL NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE INDEX entry_by_case ON entry (hotline_case);
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT, lane INTEGER NOT NULL, channel TEXT NOT NULL, queue TEXT NOT NULL, due REAL NOT NULL,
  created REAL NOT NULL, body BLOB NOT NULL, attempts INTEGER NOT NULL, hotline_case INTEGER NOT NULL, operator TEXT NOT NULL,
  person INTEGER NOT NULL, dedupe TEXT UNIQUE) STRICT;
CREATE TABLE timer (owner TEXT NOT NULL, name TEXT NOT NULL, due REAL NOT NULL, PRIMARY KEY (owner, name)) STRICT, WITHOUT ROWID;
CREATE INDEX timer_by_due ON timer (due);
CREATE TABLE remembered (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE delivery (
  provider_id TEXT PRIMARY KEY, hotline_case INTEGER NOT NULL, operator TEXT NOT NULL, rank INTEGER NOT NULL, at REAL NOT NULL)
  STRICT, WITHOUT ROWID;
CREATE TABLE dead_letter (
  id INTEGER PRIMARY KEY, channel TEXT NOT NULL, key TEXT NOT NULL, at REAL NOT NULL, error TEXT NOT NULL, payload BLOB NOT NULL,
  found_by BLOB) STRICT;
"""


QUESTIONS = """
CREATE TABLE figure (day TEXT NOT NULL, what TEXT NOT NULL, topic TEXT NOT NULL, language TEXT NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (day, what, topic, language)) STRICT, WITHOUT ROWID;
CREATE TABLE missed (id INTEGER PRIMARY KEY, day TEXT NOT NULL, language TEXT NOT NULL, question BLOB NOT NULL) STRICT;
CREATE INDEX missed_by_day ON missed (day);
"""


SHOWN = """
CREATE TABLE shown (place TEXT PRIMARY KEY, hotline_case INTEGER NOT NULL, origin TEXT NOT NULL, at REAL NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX shown_by_origin ON shown (origin);
CREATE INDEX shown_by_case ON shown (hotline_case);
"""


HELD = """
CREATE TABLE held (
  id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL, hotline_case INTEGER NOT NULL, due REAL NOT NULL, channel TEXT NOT NULL,
  body BLOB NOT NULL) STRICT;
CREATE INDEX held_by_person ON held (person);
"""

CHAT = """
CREATE TABLE chat_message (person INTEGER NOT NULL, message INTEGER NOT NULL, at REAL NOT NULL, PRIMARY KEY (person, message))
  STRICT, WITHOUT ROWID;
CREATE INDEX chat_message_by_age ON chat_message (at);
CREATE TABLE hidden_message (
  id INTEGER PRIMARY KEY, person INTEGER NOT NULL, lane INTEGER NOT NULL, hotline_case INTEGER NOT NULL, channel TEXT NOT NULL,
  body BLOB NOT NULL) STRICT;
CREATE INDEX hidden_by_person ON hidden_message (person);
"""


REPORTS = """
CREATE TABLE receipt (code BLOB PRIMARY KEY, hotline_case INTEGER NOT NULL, at REAL NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_by_case ON receipt (hotline_case);
CREATE TABLE holder (hotline_case INTEGER NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (hotline_case, person)) STRICT, WITHOUT ROWID;
CREATE INDEX holder_by_person ON holder (person);
CREATE TABLE draft (id INTEGER PRIMARY KEY, person INTEGER NOT NULL, at REAL NOT NULL, body BLOB NOT NULL) STRICT;
CREATE INDEX draft_by_person ON draft (person);
CREATE TABLE wrong_receipt (id INTEGER PRIMARY KEY, person INTEGER NOT NULL, at REAL NOT NULL) STRICT;
CREATE INDEX wrong_receipt_by_person ON wrong_receipt (person, at);
"""


@migrations()
def first(db: Database) -> None:
    """The tables of the first release."""
    _run(db, FIRST)


@migrations()
def questions(db: Database) -> None:
    """What becomes of questions, counted without the person; and those without an answer, sealed."""
    _run(db, QUESTIONS)


@migrations()
def shown(db: Database) -> None:
    """Which message on one side carries which on the other, by numbers alone."""
    _run(db, SHOWN)


@migrations()
def held(db: Database) -> None:
    """What operators wrote outside the hours of a person, until they begin."""
    _run(db, HELD)


@migrations()
def chat(db: Database) -> None:
    """The numbers of messages that can still be deleted in a person's chat, and what waits while it is hidden."""
    _run(db, CHAT)


KEPT_MARKS = """
ALTER TABLE outbox ADD COLUMN latest TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN person INTEGER NOT NULL DEFAULT 0;
"""


@migrations()
def kept_marks(db: Database) -> None:
    """Which messages give way to a later one, also after a restart; whose SMS it is of which the provider tells the fate."""
    _run(db, KEPT_MARKS)


@migrations()
def reports(db: Database) -> None:
    """Receipts by keyed hash, the phones that hold a case, what was sent for a report that is not finished, wrong receipts."""
    _run(db, REPORTS)


def _run(db: Database, statements: str) -> None:
    for statement in filter(str.strip, statements.split(";")):
        db.execute(statement)
