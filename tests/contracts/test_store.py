"""What every store promises: each verb, one commit for many, undone work undone alone, an honest word when it cannot write."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

import pytest
import pytest_asyncio

from bot.store.base import (
    CaseRow,
    Delivery,
    Draft,
    Entry,
    Figure,
    HeldRow,
    Hidden,
    Missed,
    Person,
    Row,
    Store,
    StoreDown,
    Timer,
    Tx,
)
from bot.store.sqlite import Locked, SqliteStore
from bot.store.verbs import SqliteTx

NOW = 1_790_000_000.0


class Maker(Protocol):
    """How the suite gets at one kind of store."""

    def open(self, folder: Path) -> Store:
        """A started store that keeps its data in `folder`."""
        ...

    def commits(self, store: Store) -> "Counting":
        """Counts the commits of this store from now on."""
        ...

    async def fill(self, store: Store) -> None:
        """From now on nothing more fits."""
        ...

    async def free(self, store: Store) -> None:
        """There is room again."""
        ...


class Counting(Protocol):
    """A number that grows with every commit."""

    def __call__(self) -> int: ...


def _pragma(text: str) -> Callable[[Tx], None]:
    def do(tx: Tx) -> None:
        assert isinstance(tx, SqliteTx)
        tx._do(f"PRAGMA {text}")

    return do


class Sqlite:
    """A file in the folder."""

    def open(self, folder: Path) -> Store:
        store = SqliteStore(str(folder / "store.db"))
        store.start()
        return store

    def commits(self, store: Store) -> Counting:
        assert isinstance(store, SqliteStore)
        count = 0
        do = store._group

        def group(connection: object) -> bool:
            nonlocal count
            count += 1
            return do(connection)  # type: ignore[arg-type]

        store._group = group  # type: ignore[method-assign]
        return lambda: count

    async def fill(self, store: Store) -> None:
        """A limit on the pages of the file is to SQLite what a full disk is."""
        await store.run(_pragma("max_page_count = 1"))  # it becomes the size that the file has now
        with pytest.raises(StoreDown):
            await store.run(lambda tx: [tx.put(row(body=b"x" * 5000)) for _ in range(20)])

    async def free(self, store: Store) -> None:
        await store.run(_pragma("max_page_count = 1000000"))


MAKERS = {"sqlite": Sqlite()}
"""A PostgreSQL store joins here."""


@pytest.fixture(params=MAKERS)
def maker(request: pytest.FixtureRequest) -> Maker:
    """Each kind of store in turn."""
    return MAKERS[request.param]


@pytest_asyncio.fixture
async def store(maker: Maker, tmp_path: Path) -> AsyncIterator[Store]:
    """An empty store."""
    store = maker.open(tmp_path)
    yield store
    store.close()


def row(lane: int = 2, queue: str = "person:1", body: bytes = b"sealed", **more: object) -> Row:
    """A message for the outbox."""
    return Row(0, lane, "telegram", queue, NOW, NOW, body, **more)  # type: ignore[arg-type]


@contextmanager
def raises_boom() -> Iterator[None]:
    """The work's own error comes out as it is."""
    with pytest.raises(ZeroDivisionError):
        yield


def boom(tx: Tx) -> None:
    """Work that writes and then fails."""
    tx.remember("boom", "1")
    tx.first_time("telegram", "boom", NOW)
    raise ZeroDivisionError


# The verbs


async def test_an_update_is_new_once_per_channel(store: Store) -> None:
    """The same key on another channel is another update."""
    asked = [("telegram", "1"), ("telegram", "1"), ("sms", "1"), ("telegram", "2"), ("sms", "1")]
    found = [await store.run(lambda tx, one=one: tx.first_time(*one, NOW)) for one in asked]  # type: ignore[misc]
    assert found == [True, False, True, True, False]


async def test_updates_are_forgotten_by_age_only(store: Store) -> None:
    """Pruning keeps what is younger, and drops fates of SMS of the same age."""

    def before(tx: Tx) -> None:
        tx.first_time("sms", "old", NOW - 100)
        tx.first_time("sms", "new", NOW)
        tx.add_delivery(Delivery("SM-old", 1, "", 0), NOW - 100)
        tx.add_delivery(Delivery("SM-new", 1, "", 0), NOW)
        tx.prune(NOW - 50, NOW - 50, "2026-01-01", NOW)

    await store.run(before)
    assert await store.run(lambda tx: (tx.first_time("sms", "old", NOW), tx.first_time("sms", "new", NOW))) == (
        True,
        False,
    )
    assert await store.run(lambda tx: tx.delivery("SM-old")) is None
    assert await store.run(lambda tx: tx.delivery("SM-new")) is not None


async def test_what_becomes_of_questions_is_counted_by_day(store: Store) -> None:
    """Figures add up over days, topics and languages; what is older than asked for is left out."""

    def work(tx: Tx) -> list[Figure]:
        for day, what, topic, language in [
            ("2026-11-01", "up", "a", "ru"), ("2026-11-25", "up", "a", "ru"), ("2026-11-26", "up", "a", "ru"), ("2026-11-26", "down", "b", "uz"),
        ]:  # fmt: skip
            tx.count(day, what, topic, language)
        return tx.counts("2026-11-20")

    assert await store.run(work) == [Figure("up", "a", "ru", 2), Figure("down", "b", "uz", 1)]


async def test_questions_without_an_answer_are_kept_for_a_while(store: Store) -> None:
    """They come back oldest first, and go by age."""

    def work(tx: Tx) -> tuple[list[Missed], list[Missed]]:
        for day in ("2026-08-01", "2026-11-25", "2026-11-26"):
            tx.miss(day, "ru", day.encode())
        before = tx.missed("2026-01-01")
        tx.prune(NOW, NOW, "2026-08-28", NOW)
        return before, tx.missed("2026-01-01")

    before, after = await store.run(work)
    assert [one.day for one in before] == ["2026-08-01", "2026-11-25", "2026-11-26"]
    assert after == [Missed("2026-11-25", "ru", b"2026-11-25"), Missed("2026-11-26", "ru", b"2026-11-26")]


async def test_messages_of_a_chat_are_known_for_a_while(store: Store) -> None:
    """By their numbers, each once, of one person alone; what is deleted or too old is forgotten."""

    def work(tx: Tx) -> list[list[int]]:
        for person, message, at in ((1, 10, NOW - 100), (1, 12, NOW), (1, 11, NOW), (1, 11, NOW), (2, 13, NOW)):
            tx.note_message(person, message, at)
        found = [tx.messages_of(1, 0), tx.messages_of(1, NOW)]
        tx.prune(NOW, NOW, "2026-01-01", NOW - 50)
        found.append(tx.messages_of(1, 0))
        tx.forget_messages(1, 11)
        return [*found, tx.messages_of(1, 0), tx.messages_of(2, 0)]

    assert await store.run(work) == [[10, 11, 12], [11, 12], [11, 12], [12], [13]]


async def test_what_a_hidden_chat_holds_goes_with_the_person(store: Store) -> None:
    """Taken once and in order; erased with everything else of that person."""

    def work(tx: Tx) -> list[list[bytes]]:
        number = tx.save_person(Person(0, b"hash", b"identity", b"state"), NOW)
        other = tx.save_person(Person(0, b"other", b"identity", b"state of another"), NOW)
        for person, body in ((number, b"first"), (other, b"another's"), (number, b"second")):
            tx.hide(Hidden(person, 1, 1001, "telegram", body))
        found = [[one.body for one in tx.take_hidden(number)], [one.body for one in tx.take_hidden(number)]]
        tx.hide(Hidden(number, 1, 1001, "telegram", b"third"))
        tx.note_message(number, 10, NOW)
        tx.forget_person(number)
        left = [one.body for one in tx.take_hidden(number)]
        return [*found, left, [one.body for one in tx.take_hidden(other)], tx.states()]

    assert await store.run(work) == [[b"first", b"second"], [], [], [b"another's"], [b"state of another"]]


async def test_a_person_is_found_by_any_of_their_hashes(store: Store) -> None:
    """A person stored under an old key is found with [new, old], and moves to the new one when saved."""
    number = await store.run(lambda tx: tx.save_person(Person(0, b"old", b"who", b"state"), NOW))
    assert number > 0
    found = await store.run(lambda tx: tx.person([b"new", b"old"]))
    assert found == Person(number, b"old", b"who", b"state")
    assert await store.run(lambda tx: tx.save_person(Person(number, b"new", b"who 2", b"state 2"), NOW)) == number
    assert await store.run(lambda tx: tx.person([b"old"])) is None
    assert await store.run(lambda tx: tx.person_by_id(number)) == Person(number, b"new", b"who 2", b"state 2")
    assert await store.run(lambda tx: tx.person_by_id(number + 1)) is None


async def test_cases_are_numbered_one_after_the_other(store: Store) -> None:
    """A number is given again only if nothing was stored under it."""
    assert await store.run(lambda tx: (tx.next_case(), tx.next_case())) == (1001, 1001)
    await store.run(lambda tx: tx.save_case(CaseRow(1001, 7, True, b"a"), NOW))  # noqa: FBT003
    assert await store.run(lambda tx: tx.next_case()) == 1002


async def test_a_case_changes_in_place(store: Store) -> None:
    """Saving the same number again is a change; open ones are counted."""

    def work(tx: Tx) -> None:
        tx.save_case(CaseRow(1001, 7, is_open=True, body=b"a"), NOW)
        tx.save_case(CaseRow(1002, 7, is_open=True, body=b"b"), NOW)
        tx.save_case(CaseRow(1003, 8, is_open=True, body=b"c"), NOW)
        tx.save_case(CaseRow(1001, 7, is_open=False, body=b"aa"), NOW)

    await store.run(work)
    assert await store.run(lambda tx: tx.case(1001)) == CaseRow(1001, 7, is_open=False, body=b"aa")
    assert await store.run(lambda tx: tx.case(1009)) is None
    assert [one.number for one in await store.run(lambda tx: tx.cases_of(7))] == [1001, 1002]
    assert await store.run(lambda tx: tx.open_cases()) == 2


async def test_the_history_of_a_case_keeps_its_order(store: Store) -> None:
    """Oldest first, whatever the clock says."""
    lines = [Entry(1001, NOW - at, "person", "text", b"%d" % at) for at in range(5)]

    def work(tx: Tx) -> None:
        for line in lines:
            tx.add_entry(line)
        tx.add_entry(Entry(1002, NOW, "aigul", "note", b"other"))

    await store.run(work)
    assert await store.run(lambda tx: tx.entries(1001)) == lines


async def test_the_outbox_gives_back_what_waits_in_the_order_it_was_put(store: Store) -> None:
    """Numbers grow, rows that are done are gone, those put off carry their time; what was taken up again is unsure."""
    numbers = await store.run(lambda tx: [tx.put(row(lane, case=lane, operator="bek", person=3)) for lane in range(4)])
    assert numbers == sorted(set(numbers))
    await store.run(lambda tx: tx.done(numbers[0]))
    await store.run(lambda tx: tx.put_off(numbers[1], NOW + 60, 3))
    waiting = await store.run(lambda tx: tx.waiting())
    assert [one.id for one in waiting] == numbers[1:]
    assert (waiting[0].due, waiting[0].attempts, waiting[0].lane, waiting[0].operator) == (NOW + 60, 3, 1, "bek")
    assert (waiting[0].case, waiting[0].person, waiting[0].body) == (1, 3, b"sealed")
    assert all(one.unsure for one in waiting)


async def test_a_number_of_the_outbox_is_never_given_twice(store: Store) -> None:
    """Order of sending is the order of the numbers, also after everything was sent."""
    first = await store.run(lambda tx: tx.put(row()))
    await store.run(lambda tx: tx.done(first))
    assert await store.run(lambda tx: tx.put(row())) > first


async def test_a_message_with_a_mark_waits_only_once(store: Store) -> None:
    """The second is refused while the first waits; without a mark nothing is compared."""
    first = await store.run(lambda tx: tx.put(row(dedupe="page:1001")))
    assert await store.run(lambda tx: tx.put(row(dedupe="page:1001"))) == 0
    assert await store.run(lambda tx: (tx.put(row()) > 0, tx.put(row()) > 0)) == (True, True)
    await store.run(lambda tx: tx.done(first))
    assert await store.run(lambda tx: tx.put(row(dedupe="page:1001"))) > first


async def test_what_a_message_gives_way_to_is_kept(store: Store) -> None:
    """Also for the process that takes it up."""
    await store.run(lambda tx: tx.put(row(latest="card:1")))
    (found,) = await store.run(lambda tx: tx.waiting())
    assert found.latest == "card:1"
    assert not found.is_recalled


async def test_one_lane_of_one_case_is_recalled(store: Store) -> None:
    """The pages of a case that somebody has, and nothing else."""

    def work(tx: Tx) -> list[tuple[int, int]]:
        for lane, case in ((0, 1001), (1, 1001), (0, 1002), (0, 1001)):
            tx.put(row(lane=lane, case=case))
        tx.recall_lane(1001, 0)
        return [(one.lane, one.case) for one in tx.waiting()]

    assert await store.run(work) == [(1, 1001), (0, 1002)]


async def test_open_cases_by_number(store: Store) -> None:
    """Oldest first, without those that are closed."""

    def work(tx: Tx) -> list[int]:
        for number, is_open in ((1003, True), (1001, True), (1002, False)):
            tx.save_case(CaseRow(number, 1, is_open, b"case"), NOW)
        return tx.open_numbers()

    assert await store.run(work) == [1001, 1003]


async def test_a_timer_is_taken_once_and_only_as_it_was_read(store: Store) -> None:
    """Set anew meanwhile it is another one; dropped it is gone."""
    old, new = Timer("case:1001", "deadline", NOW), Timer("case:1001", "deadline", NOW + 60)
    await store.run(lambda tx: tx.set_timer(old))
    await store.run(lambda tx: tx.set_timer(new))
    assert await store.run(lambda tx: tx.due_timers(NOW)) == []
    assert await store.run(lambda tx: tx.next_timer()) == NOW + 60
    assert await store.run(lambda tx: tx.take_timer(old)) is False
    assert await store.run(lambda tx: tx.due_timers(NOW + 60)) == [new]
    assert await store.run(lambda tx: (tx.take_timer(new), tx.take_timer(new))) == (True, False)
    assert await store.run(lambda tx: tx.next_timer()) is None


async def test_timers_are_due_oldest_first_and_can_be_dropped(store: Store) -> None:
    """One owner may have several, by name."""

    def work(tx: Tx) -> None:
        tx.set_timer(Timer("person:1", "doubt", NOW + 2))
        tx.set_timer(Timer("case:1001", "deadline", NOW + 1))
        tx.set_timer(Timer("case:1001", "reply", NOW + 3))
        tx.drop_timer("case:1001", "reply")
        tx.drop_timer("case:9999", "reply")

    await store.run(work)
    assert [one.owner for one in await store.run(lambda tx: tx.due_timers(NOW + 9))] == ["case:1001", "person:1"]


async def test_values_are_remembered_by_name(store: Store) -> None:
    """The newest counts; a prefix finds a family and nobody else."""

    def work(tx: Tx) -> None:
        for name in ("topic:1", "topic:2", "topicality", "card:1"):
            tx.remember(name, "old")
        tx.remember("topic:1", "new")
        tx.forget("topic:2")

    await store.run(work)
    assert await store.run(lambda tx: tx.remembered("topic:")) == {"topic:1": "new"}
    assert await store.run(lambda tx: (tx.recall("topic:1"), tx.recall("topic:2"))) == ("new", None)


async def test_a_family_of_values_is_forgotten(store: Store) -> None:
    """And nobody else."""

    def work(tx: Tx) -> None:
        for name in ("topic:1", "topic:2", "topicality"):
            tx.remember(name, "1")
        tx.forget_all("topic:")

    await store.run(work)
    assert await store.run(lambda tx: tx.remembered("topic")) == {"topicality": "1"}


async def test_messages_find_those_that_carry_them(store: Store) -> None:
    """In both directions, by room; a room that is forgotten takes nothing else with it; a person takes theirs along."""

    def work(tx: Tx) -> None:
        person = tx.save_person(Person(0, b"f", b"i", b"s"), NOW)
        tx.save_case(CaseRow(1001, person, True, b"b"), NOW)  # noqa: FBT003
        tx.show("group:5", 1001, "public:1:50", NOW)
        tx.show("private:7:9", 1001, "public:1:50", NOW + 1)
        tx.show("group:5", 1002, "another", NOW + 2)

    await store.run(work)
    twins = {
        ("public:1:50", "group"): "5",
        ("public:1:50", "private:7"): "9",
        ("group:5", "public:1"): "50",
        ("group:5", "public:12"): "",
        ("public:1:5", "group"): "",
        ("group:55", "public:1"): "",
    }
    for (place, room), number in twins.items():
        assert await store.run(lambda tx, place=place, room=room: tx.twin(place, room)) == number  # type: ignore[misc]
    assert await store.run(lambda tx: (tx.case_shown("group:5"), tx.case_shown("group:6"))) == (1001, 0)
    assert await store.run(lambda tx: tx.shown(1001)) == ["group:5", "private:7:9"]
    await store.run(lambda tx: tx.forget_shown("group"))
    assert await store.run(lambda tx: tx.shown(1001)) == ["private:7:9"]
    await store.run(lambda tx: tx.forget_person(1))
    assert await store.run(lambda tx: tx.shown(1001)) == []


async def test_the_fate_of_an_sms_is_followed(store: Store) -> None:
    """Saved again it has a new rank."""
    known = Delivery("SM1", 1001, "aigul", 0, 7)
    await store.run(lambda tx: tx.add_delivery(known, NOW))
    assert await store.run(lambda tx: tx.delivery("SM1")) == known
    await store.run(lambda tx: tx.add_delivery(Delivery("SM1", 1001, "aigul", 4), NOW))
    found = await store.run(lambda tx: tx.delivery("SM1"))
    assert found
    assert found.rank == 4
    assert await store.run(lambda tx: tx.delivery("SM2")) is None


async def test_dead_letters_are_numbered(store: Store) -> None:
    """So that staff can name one."""
    numbers = await store.run(lambda tx: [tx.bury("sms", str(key), "ValueError", b"sealed", NOW) for key in range(3)])
    assert numbers == sorted(set(numbers))
    assert numbers[0] > 0


async def test_a_receipt_opens_its_case_until_it_is_erased(store: Store) -> None:
    """Any of the hashes of a receipt finds the case; other numbers find nothing, and an erased case nobody."""

    def fill(tx: Tx) -> None:
        tx.save_case(CaseRow(1001, 7, is_open=True, body=b"case"), NOW)
        tx.add_entry(Entry(1001, NOW, "person", "text", b"words"))
        tx.reports.save_receipt(b"hash", 1001, NOW)
        tx.reports.hold(1001, 7)

    await store.run(fill)
    assert await store.run(lambda tx: tx.reports.case_of((b"newer", b"hash"))) == 1001
    assert await store.run(lambda tx: tx.reports.case_of((b"newer",))) == 0
    await store.run(lambda tx: tx.reports.forget_case(1001))
    assert await store.run(lambda tx: tx.reports.case_of((b"hash",))) == 0
    assert await store.run(lambda tx: tx.entries(1001)) == []
    assert await store.run(lambda tx: tx.reports.holders(1001)) == []
    assert await store.run(lambda tx: tx.case(1001)) == CaseRow(1001, 0, is_open=True, body=b"case")
    assert await store.run(lambda tx: tx.next_case()) == 1002


async def test_the_phones_of_a_case(store: Store) -> None:
    """Each phone holds a case once, until it lets go."""

    def fill(tx: Tx) -> None:
        for person in (3, 5, 3):
            tx.reports.hold(1001, person)
        tx.reports.hold(1002, 3)

    await store.run(fill)
    assert await store.run(lambda tx: tx.reports.holders(1001)) == [5, 3]
    await store.run(lambda tx: tx.reports.unhold(1001, 5))
    assert await store.run(lambda tx: tx.reports.holders(1001)) == [3]
    assert await store.run(lambda tx: tx.reports.holders(1002)) == [3]


async def test_drafts_keep_their_order_and_belong_to_one(store: Store) -> None:
    """What was sent for a report comes back as it was sent, and is forgotten for one person alone."""

    def fill(tx: Tx) -> None:
        for person, body in ((1, b"a"), (2, b"x"), (1, b"b")):
            tx.reports.add_draft(Draft(person, NOW, body))

    await store.run(fill)
    assert await store.run(lambda tx: tx.reports.drafts(1)) == [Draft(1, NOW, b"a"), Draft(1, NOW, b"b")]
    await store.run(lambda tx: tx.reports.forget_drafts(1))
    assert await store.run(lambda tx: tx.reports.drafts(1)) == []
    assert await store.run(lambda tx: tx.reports.drafts(2)) == [Draft(2, NOW, b"x")]


async def test_wrong_receipts_are_counted_for_a_day(store: Store) -> None:
    """They count for the person and since a time, and those of before the last day are gone."""
    for at in (NOW - 90_000, NOW - 3_000, NOW):
        await store.run(lambda tx, at=at: tx.reports.add_miss(4, at))  # type: ignore[misc]
    assert await store.run(lambda tx: tx.reports.misses(4, NOW - 3_600)) == 2
    assert await store.run(lambda tx: tx.reports.misses(4, 0)) == 2
    assert await store.run(lambda tx: tx.reports.misses(5, 0)) == 0


async def test_what_is_held_is_released_once_and_in_order(store: Store) -> None:
    """Each person's own, oldest first; what is taken is gone."""
    rows = [HeldRow(person, 1000 + person, NOW + n, "sms", b"%d" % n) for n, person in enumerate((1, 2, 1))]

    def hold(tx: Tx) -> None:
        for one in rows:
            tx.hold(one)

    await store.run(hold)
    assert await store.run(lambda tx: tx.held(1)) == [rows[0], rows[2]]
    assert await store.run(lambda tx: tx.release(1)) == [rows[0], rows[2]]
    assert await store.run(lambda tx: tx.release(1)) == []
    assert await store.run(lambda tx: tx.held(2)) == [rows[1]]


async def test_an_erased_person_leaves_nothing(store: Store, maker: Maker, tmp_path: Path) -> None:
    """Identity, state, history, waiting messages and timers are gone; the case stays as a number that belongs to nobody."""

    def before(tx: Tx) -> int:
        one = tx.save_person(Person(0, b"hash-mine", b"who-mine", b"state-mine"), NOW)
        other = tx.save_person(Person(0, b"hash-other", b"who-other", b"state-other"), NOW)
        tx.save_case(CaseRow(1001, one, is_open=True, body=b"case"), NOW)
        tx.save_case(CaseRow(1002, other, is_open=True, body=b"case"), NOW)
        for case in (1001, 1002):
            tx.add_entry(Entry(case, NOW, "person", "text", b"words-%d" % case))
            tx.add_delivery(Delivery(f"SM-{case}", case, "", 0), NOW)
        tx.add_delivery(Delivery("SM-reply", 0, "", 0, one), NOW)
        tx.put(row(person=one, body=b"reply-mine"))
        tx.put(row(person=other, queue="person:2", body=b"reply-other"))
        tx.put(row(case=1001, queue="case:1001", body=b"topic-mine"))
        tx.hold(HeldRow(one, 1001, NOW, "telegram", b"held-mine"))
        tx.hold(HeldRow(other, 1002, NOW, "telegram", b"held-other"))
        tx.set_timer(Timer(f"person:{one}", "doubt", NOW))
        tx.set_timer(Timer(f"person:{other}", "doubt", NOW))
        return one

    mine = await store.run(before)
    await store.run(lambda tx: tx.forget_person(mine))
    assert await store.run(lambda tx: (tx.person([b"hash-mine"]), tx.person_by_id(mine))) == (None, None)
    assert await store.run(lambda tx: tx.cases_of(mine)) == []
    case = await store.run(lambda tx: tx.case(1001))
    assert case
    assert case.person == 0
    assert await store.run(lambda tx: tx.entries(1001)) == []
    assert await store.run(lambda tx: (tx.delivery("SM-1001"), tx.delivery("SM-reply"))) == (None, None)
    assert [one.body for one in await store.run(lambda tx: tx.waiting())] == [b"reply-other"]
    assert [one.owner for one in await store.run(lambda tx: tx.due_timers(NOW))] != [f"person:{mine}"]
    assert len(await store.run(lambda tx: tx.entries(1002))) == 1
    store.close()
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"other" in held
    assert b"mine" not in held  # overwritten, not only unlinked
    assert b"words-1001" not in held


async def test_the_number_of_an_erased_person_is_never_given_again(store: Store, maker: Maker, tmp_path: Path) -> None:
    """What was left under it, if anything, must not come to somebody else; also after a new start."""

    def come_and_go(tx: Tx) -> int:
        number = tx.save_person(Person(0, b"hash", b"who", b"state"), NOW)
        tx.forget_person(number)
        return number

    given = [await store.run(come_and_go) for _ in range(3)]
    store.close()
    with closing(maker.open(tmp_path)) as again:
        given += [await again.run(come_and_go) for _ in range(2)]
    assert given == sorted(set(given))


# Transactions


async def test_work_that_raises_is_undone_and_its_neighbours_are_not(store: Store) -> None:
    """Thirty pieces of work at once, every third fails: exactly those are as if they had never been."""

    async def one(number: int) -> None:
        if number % 3:
            await store.run(lambda tx: tx.remember(f"n:{number}", "1"))
        else:
            with raises_boom():
                await store.run(boom)

    await asyncio.gather(*(one(number) for number in range(30)))
    assert len(await store.run(lambda tx: tx.remembered("n:"))) == 20
    assert await store.run(lambda tx: tx.recall("boom")) is None
    assert await store.run(lambda tx: tx.first_time("telegram", "boom", NOW)) is True


async def test_work_that_waits_together_shares_a_commit(store: Store, maker: Maker) -> None:
    """A thousand pieces of work, a handful of commits."""
    commits = maker.commits(store)
    await asyncio.gather(*(store.run(lambda tx, n=n: tx.remember(f"n:{n}", "1")) for n in range(1000)))  # type: ignore[misc]
    assert commits() <= 60
    assert len(await store.run(lambda tx: tx.remembered("n:"))) == 1000


async def test_urgent_work_goes_before_what_waits(store: Store) -> None:
    """But each kind keeps its own order."""
    done: list[str] = []
    held = asyncio.gather(*(store.run(lambda _, n=n: done.append(f"r{n}")) for n in range(500)))  # type: ignore[misc]
    urgent = asyncio.gather(*(store.run(lambda _, n=n: done.append(f"u{n}"), urgent=True) for n in range(3)))  # type: ignore[misc]
    await asyncio.gather(held, urgent)
    assert [one for one in done if one[0] == "r"] == [f"r{n}" for n in range(500)]
    assert [one for one in done if one[0] == "u"] == ["u0", "u1", "u2"]
    assert done.index("u2") < 450


async def test_somebody_who_no_longer_waits_harms_nobody(store: Store) -> None:
    """Cancelled waiting: the work may be done, the others hear theirs."""
    waiting = asyncio.ensure_future(store.run(lambda tx: tx.remember("a", "1")))
    await asyncio.sleep(0)
    waiting.cancel()
    assert await store.run(lambda _: "b") == "b"


async def test_a_full_disk_is_an_honest_error_and_passes(store: Store, maker: Maker) -> None:
    """While nothing fits, everybody is told so and reading goes on; with room again, all works and nothing half is there."""
    await store.run(lambda tx: tx.remember("before", "1"))
    await maker.fill(store)

    def large(tx: Tx) -> None:
        tx.remember("half", "1")
        tx.put(row(body=b"x" * 100_000))

    outcomes = await asyncio.gather(*(store.run(large) for _ in range(5)), return_exceptions=True)
    assert all(isinstance(one, StoreDown) for one in outcomes)
    assert await store.run(lambda tx: tx.recall("before")) == "1"
    assert await store.run(lambda tx: (tx.recall("half"), tx.waiting())) == (None, [])
    await maker.free(store)
    await store.run(large)
    assert len(await store.run(lambda tx: tx.waiting())) == 1


OUR_OWN = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError, sqlite3.InterfaceError)


@pytest.mark.parametrize("kind", OUR_OWN, ids=lambda kind: kind.__name__)
async def test_a_mistake_of_ours_is_no_failing_store(tmp_path: Path, kind: type[Exception]) -> None:
    """It would come back at every new delivery: whoever asked for the work hears what it was."""
    with closing(SqliteStore(str(tmp_path / "store.db"))) as store:
        store.start()
        with pytest.raises(kind):
            await store.run(_raises(kind("a mistake")))


@pytest.mark.parametrize(
    "kind", [sqlite3.DatabaseError, sqlite3.OperationalError, sqlite3.InternalError], ids=lambda k: k.__name__
)
async def test_a_failing_disk_in_the_middle_of_work(tmp_path: Path, kind: type[Exception]) -> None:
    """A damaged page, an input or output error: the work is undone and may be asked for again; its neighbours are on disk."""
    with closing(SqliteStore(str(tmp_path / "store.db"))) as store:
        store.start()
        work = (
            store.run(lambda tx: tx.remember("a", "1")),
            store.run(_raises(kind("disk"))),
            store.run(lambda tx: tx.remember("b", "1")),
        )
        outcomes = await asyncio.gather(*work, return_exceptions=True)
        assert [type(one) for one in outcomes] == [type(None), StoreDown, type(None)]
        assert await store.run(lambda tx: (tx.recall("a"), tx.recall("half"), tx.recall("b"))) == ("1", None, "1")


def _raises(error: Exception) -> Callable[[Tx], None]:
    def work(tx: Tx) -> None:
        tx.remember("half", "1")
        raise error

    return work


async def test_a_closed_store_says_so(maker: Maker, tmp_path: Path) -> None:
    """Whoever comes after the close is not left waiting for ever."""
    store = maker.open(tmp_path)
    store.close()
    with pytest.raises(StoreDown):
        async with asyncio.timeout(2):
            await store.run(lambda tx: tx.recall("a"))


# Opening and closing


async def test_a_store_opened_again_has_everything(maker: Maker, tmp_path: Path) -> None:
    """What `run` returned is there, and numbers go on where they were."""
    first = maker.open(tmp_path)
    number = await first.run(lambda tx: tx.put(row()))
    await first.run(lambda tx: tx.set_timer(Timer("case:1", "deadline", NOW)))
    await first.run(lambda tx: tx.save_case(CaseRow(1001, 1, is_open=True, body=b"a"), NOW))
    await first.run(lambda tx: tx.first_time("sms", "1", NOW))
    first.close()
    second = maker.open(tmp_path)
    try:
        assert [one.id for one in await second.run(lambda tx: tx.waiting())] == [number]
        assert await second.run(lambda tx: tx.next_timer()) == NOW
        assert await second.run(lambda tx: (tx.next_case(), tx.first_time("sms", "1", NOW))) == (1002, False)
    finally:
        second.close()


async def test_closing_finishes_what_waits(maker: Maker, tmp_path: Path) -> None:
    """Everything that was asked before the close is on disk after it."""
    first = maker.open(tmp_path)
    work = [asyncio.ensure_future(first.run(lambda tx, n=n: tx.remember(f"n:{n}", "1"))) for n in range(300)]  # type: ignore[misc]
    await asyncio.sleep(0)
    first.close()
    await asyncio.gather(*work)
    second = maker.open(tmp_path)
    assert len(await second.run(lambda tx: tx.remembered("n:"))) == 300
    second.close()


async def test_two_processes_on_one_file(tmp_path: Path) -> None:
    """The second one is refused, and may come when the first is gone."""
    first, second = SqliteStore(str(tmp_path / "store.db")), SqliteStore(str(tmp_path / "store.db"))
    first.start()
    with pytest.raises(Locked):
        second.start()
    second.close()
    first.close()
    third = SqliteStore(str(tmp_path / "store.db"))
    third.start()
    third.close()


@pytest.mark.parametrize("what", ["no such folder", "a folder", "not a database"])
async def test_a_file_that_cannot_be_used(tmp_path: Path, what: str) -> None:
    """StoreDown at the start, not a traceback later."""
    path = {"no such folder": tmp_path / "no" / "x.db", "a folder": tmp_path, "not a database": tmp_path / "x.db"}[what]
    if what == "not a database":
        path.write_bytes(b"this is no database, but a text that is long enough to be one" * 100)
    store = SqliteStore(str(path))
    with pytest.raises(StoreDown):
        store.start()
    store.close()
