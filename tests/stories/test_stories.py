"""Every story in this folder is played on the whole bot; what followed must be what is written."""

from pathlib import Path

import pytest

from tests.stories.runner import Player
from tests.world import World

STORIES = sorted(Path(__file__).parent.glob("*.story"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
async def test_story(path: Path, world: World, pytestconfig: pytest.Config) -> None:
    """The conversation goes as it is written."""
    written = path.read_text(encoding="utf-8")
    played = await Player(world).play(written)
    if pytestconfig.getoption("--update"):
        path.write_text(played, encoding="utf-8")
    assert played == path.read_text(encoding="utf-8")


def test_there_are_stories() -> None:
    """A folder that lost its stories would pass unnoticed."""
    assert len(STORIES) >= 10
