"""Erasing for good: the topic goes whatever it takes, and who has erased everything is not known again by accident."""

from tests.world import DILFUZA, GROUP, PUBLIC, World


async def erases(world: World) -> None:
    """The person erases everything."""
    await world.says("DELETE")
    await world.presses("erase:yes")


async def test_the_topic_of_one_who_erased_is_deleted_however_long_it_takes(world: World) -> None:
    """An hour without Telegram is no reason to keep it, though a change of a name would long be given up."""
    await world.opens_case()
    for _ in range(2):
        world.emulator.telegram.fail_next("deleteForumTopic", 429, retry_after=3600)
    await erases(world)
    await world.wind(3601)
    assert len(world.emulator.topics(GROUP)) == 1
    await world.wind(3601)
    await world.wait_for(lambda: not world.emulator.topics(GROUP))


async def test_a_topic_that_may_not_be_deleted(world: World) -> None:
    """Somebody has to do it by hand, and hears which; nothing of the person is said."""
    await world.opens_case()
    refused: dict[str, object] = {
        "ok": False, "error_code": 400, "description": "Bad Request: not enough rights to delete a topic",
    }  # fmt: skip
    world.emulator.telegram.fail_next("deleteForumTopic", 400, refused)
    await erases(world)
    said = [m.text for m in world.in_group() if "by hand" in m.text]
    assert len(said) == 1
    assert "#1001" in said[0]


async def test_who_erased_and_then_blocks_the_bot_stays_erased(world: World) -> None:
    """Neither blocking nor unblocking is a reason to know somebody again."""
    await world.opens_case()
    await erases(world)
    world.emulator.telegram.block(DILFUZA, PUBLIC)
    await world.settle()
    world.emulator.telegram.unblock(DILFUZA, PUBLIC)
    await world.settle()
    assert world.rows("SELECT count(*) FROM person") == [(0,)]
    await world.texts("DELETE")
    await world.texts("1")
    await world.texts("STOP")
    assert world.rows("SELECT count(*) FROM person") == [(0,)]
