"""Signs with a path of their own: shown once each, with the numbers of the country where the person is."""

from zoneinfo import ZoneInfo

import pytest

from bot.content import Content
from bot.render import Desk
from dialogues.texts import LANGUAGES
from hotline_router.case import Case
from hotline_router.decisions import TellPath
from hotline_router.events import CalledAgain, Event, FactTold, Opened
from hotline_router.examples import SIGNS
from hotline_router.paths import TO_CALL, to_call
from hotline_router.policy import Deadlines
from hotline_router.roster import Operator, Roster
from hotline_router.router import step
from hotline_router.world import World

ROSTER = Roster(ZoneInfo("UTC"), (Operator("aigul", "Aigul", 1),), (), "aigul")
WORLD = World(1_800_000_000.0, ROSTER, Deadlines())


def paths(case: Case, *events: Event) -> list[list[str]]:
    """The paths that each event shows."""
    found = []
    for event in events:
        case, decisions = step(case, event, WORLD)
        found.append([one.sign for one in decisions if isinstance(one, TellPath)])
    return found


def test_each_path_once() -> None:
    """With the case, or when the sign comes later; never again."""
    case = Case(7, WORLD.now, signs=("cry", "child"))
    told = (Opened(), CalledAgain(("child", "self-harm")), FactTold("hurt"), FactTold("hurt"), FactTold("child-here"))
    assert paths(case, *told) == [["child"], ["self-harm"], ["injury"], [], []]


def test_numbers_follow_when_the_country_is_known() -> None:
    """Again when it turns out to be another one; never where there is no path."""
    case = Case(7, WORLD.now, signs=("injury",))
    assert paths(case, Opened(), FactTold("country:ru"), FactTold("country:ru"), FactTold("country:kz")) == [
        ["injury"], [""], [], [""],
    ]  # fmt: skip
    assert paths(Case(7, WORLD.now, signs=("debt",)), Opened(), FactTold("country:ru")) == [[], []]


CALLS = [
    ("child", "kg", ["kg-111"]),
    ("child", "kz", ["kz-111", "kz-112"]),
    ("child", "uz", ["uz-1146", "uz-112"]),
    ("injury", "ru", ["ru-103", "ru-112"]),
    ("injury", "kr", ["kr-119"]),
    ("self-harm", "kz", ["kz-150", "kz-103", "kz-112"]),
    ("sexual", "uz", ["uz-1146", "uz-103"]),
    ("child", "ru", ["ru-112"]),
    ("child", "", []),
]


@pytest.mark.parametrize(("sign", "country", "names"), CALLS, ids=[f"{row[0]} {row[1]}" for row in CALLS])
def test_whom_to_call(content: Content, sign: str, country: str, names: list[str]) -> None:
    """Numbers of the directory by name, the nearest kind first; an unconfirmed one (the children's line of Russia) is not named."""
    assert [one.name for one in to_call((sign,), country, content.directory)] == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_paths_read_well(content: Content, language: str) -> None:
    """Every path of every country is a whole text in every language of staff."""
    assert TO_CALL.keys() <= set(SIGNS)
    desk = Desk(content, ROSTER, language)
    for sign in ("", *TO_CALL):
        for country in ("", "ru", "kz", "kg", "tj", "uz", "tr", "kr", "ae", "pl", "gb"):
            case = Case(7, 0.0, country=country, paths=tuple(TO_CALL))
            said = desk.path(case, sign)
            assert "#7" in said
            assert "{" not in said
            assert len(said) < 1000


def test_a_path_names_its_country(content: Content) -> None:
    """A SIM card of one country may be used in another: the operator sees what was assumed."""
    desk = Desk(content, ROSTER, "en")
    assert "Kyrgyzstan: 111 (children's line, 24/7)" in desk.path(Case(7, 0.0, country="kg"), "child")
    assert "not known yet" in desk.path(Case(7, 0.0), "child")


def test_the_directory_has_every_kind(content: Content) -> None:
    """A kind that is renamed there would silently take its numbers away here."""
    known = {one.kind for one in content.directory.contacts.values() if one.is_shown}
    assert {kind for kinds in TO_CALL.values() for kind in kinds} <= known
