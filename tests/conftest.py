"""What tests of the whole bot start from: the shipped content, and a world around a running service."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import certifi
import pytest
import pytest_asyncio
from hypothesis import settings

from bot.content import Content, load
from tests.world import World, build

settings.register_profile("same every time", derandomize=True)
if os.environ.get("CI"):  # new examples are for whoever works here; CI judges a change, not luck
    settings.load_profile("same every time")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update`: write the stories anew from what the bot really said."""
    parser.addoption("--update", action="store_true", help="write the stories anew")


@pytest.fixture(scope="session", autouse=True)
def one_certificate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every client loads all 140 certificates of the world, 18 ms each time; those that talk to the emulator need none."""
    end = "-----END CERTIFICATE-----\n"
    short = tmp_path_factory.mktemp("certificates") / "one.pem"
    short.write_text(Path(certifi.where()).read_text(encoding="utf-8").partition(end)[0] + end, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(certifi, "where", lambda: str(short))
        yield


@pytest.fixture(scope="session")
def content() -> Content:
    """Everything that editors wrote."""
    return load()


@pytest_asyncio.fixture
async def world(content: Content, tmp_path: Path) -> AsyncIterator[World]:
    """The service on webhooks."""
    async with build(content, tmp_path) as world:
        yield world


@pytest_asyncio.fixture
async def polling(content: Content, tmp_path: Path) -> AsyncIterator[World]:
    """The service on long polling."""
    async with build(content, tmp_path, webhook=False) as world:
        yield world


@pytest_asyncio.fixture(params=["webhook", "polling"])
async def either(request: pytest.FixtureRequest, content: Content, tmp_path: Path) -> AsyncIterator[World]:
    """The service, once on webhooks and once on long polling."""
    async with build(content, tmp_path, webhook=request.param == "webhook") as world:
        yield world
