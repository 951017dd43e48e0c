"""What becomes of questions is counted without the person; questions without an answer are kept sealed, and reported in groups."""

import pytest

from bot.privacy import Seal, scrub
from bot.report import NoStore, answers, read, unanswered
from tests.world import DILFUZA, World

IN_VAIN = "где в Бухаре купить подержанный мотоцикл, звоните +998 90 123 45 67"
AGAIN = "в бухаре купить подержаный мотоцикл где"


async def _asks(world: World, *questions: str) -> None:
    await world.says("/start")
    await world.presses("language:ru")
    for question in questions:
        await world.says(question)


def _report(world: World) -> list[str]:
    missed, _ = read(world.config.service.store, "2000-01-01")
    return list(unanswered(missed, world.content, Seal(world.config.service.secret_key), fewest=1))


async def test_questions_without_an_answer_come_in_groups(world: World) -> None:
    """Alike ones together, with what was near; the number in them is gone, and nothing can be read without the key."""
    await _asks(world, IN_VAIN, AGAIN)
    await world.wait_for(lambda: len(world.rows("SELECT * FROM missed")) == 2)
    lines = _report(world)
    assert lines[0] == "2 questions without an answer, 1 groups of 1 or more"
    assert "2  ru" in lines[1]
    assert "мотоцикл" in lines[2]
    assert not any("123" in line for line in lines)
    assert not any("мотоцикл".encode() in bytes(row[0]) for row in world.rows("SELECT question FROM missed"))  # type: ignore[arg-type]


async def test_danger_and_cases_are_no_matter_for_editors(world: World) -> None:
    """What may be a cry, and what is said in a case, is never kept among the questions."""
    await _asks(world, "меня кажется держат тут и бьют подержанный мотоцикл")
    await world.says("где купить мотоцикл")
    await world.settle()
    assert world.rows("SELECT * FROM missed") == []


async def test_thumbs_are_counted_once(world: World) -> None:
    """A second thumb for the same answer changes nothing; down leads on to a person."""
    await _asks(world, "работодатель не платит зарплату")
    await world.presses("vote:up")
    await world.presses("vote:up")
    await world.settle()
    assert world.rows("SELECT what, topic, number FROM figure ORDER BY what") == [
        ("answered", "wages-unpaid", 1),
        ("up", "wages-unpaid", 1),
    ]
    await world.says("как получить патент на работу")
    await world.presses("vote:down")
    await world.settle()
    assert any(button["data"] == "way:person" for row in world.heard()[-1].buttons for button in row)
    _, figures = read(world.config.service.store, "2000-01-01")
    told = list(answers(figures))
    assert told[0] == "answered 2, a choice offered 0, without an answer 0"
    assert told[1].startswith("ru-patent-get")
    assert "👎    1" in told[1]


async def test_figures_hold_nothing_of_a_person(world: World) -> None:
    """Days, topics, languages and counts, no more."""
    await _asks(world, "работодатель не платит зарплату")
    await world.settle()
    ((day, what, topic, language, number),) = world.rows("SELECT * FROM figure")
    assert (what, topic, language, number) == ("answered", "wages-unpaid", "ru", 1)
    assert len(str(day)) == 10
    assert str(DILFUZA) not in str(world.rows("SELECT * FROM figure"))


def test_no_database_is_told_in_a_sentence(tmp_path: object) -> None:
    """Before the service ran there is nothing to report."""
    with pytest.raises(NoStore, match="start the service first"):
        read(f"{tmp_path}/none.db", "2026-01-01")


@pytest.mark.parametrize(
    ("words", "left"),
    [
        pytest.param("звоните +998 90 123 45 67", "звоните •••", id="telephone"),
        pytest.param("мой паспорт AA1234567", "мой паспорт AA•••", id="passport"),
        pytest.param("пишите @dilfuza или a@b.uz", "пишите ••• или •••", id="account and mail"),
        pytest.param("см. https://t.me/x и t.me/y", "см. ••• и •••", id="links"),
        pytest.param(
            "90 дней из 180, до 2026 года, 3000 сом", "90 дней из 180, до 2026 года, 3000 сом", id="plain numbers stay"
        ),
    ],
)
def test_scrub(words: str, left: str) -> None:
    """What may tell who somebody is goes; what the question is about stays."""
    assert scrub(words) == left
