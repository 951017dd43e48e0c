"""The stored form of a conversation: the same after storing, upgraded where it is old, refused where nobody wrote it."""

from dataclasses import replace

import msgspec
import pytest

from dialogues import state as stored
from dialogues.state import State, changed, dump, load

FULL = State(
    language="uz", alphabet="cyr", place="sos-state", trail=("menu", "sos"), menu=("sos-state:hurt",), told=("hurt",), country="tr",
    case=42, taken=True, guessed=True, owed=(("closed", 41, ""), ("operator-says", 42, "wait")), doubt="they threaten me",
)  # fmt: skip


IN_A_TREE = State(
    language="kk",
    place="rights-pay-next",
    country="kz",
    country_told=True,
    asked="wages-unpaid",
    under="rights-pay-next",
)
NOTED = State(language="ky", place="offer-visa", noted=(("offer-fees", "fee"), ("offer-paste", "courier")))

HIDDEN = State(language="kk", place="plain", hidden=True, word="0f" * 16, case=7, silence="asked")

REPORTING = State(
    language="tg", place="report-by", report=(("report-who", ":me"), ("report-place", '"Химки')), report_asked=True, held=1001,
)  # fmt: skip


@pytest.mark.parametrize(
    "state",
    [State(), FULL, NOTED, IN_A_TREE, HIDDEN, REPORTING],
    ids=["new", "full", "an offer", "rights at work", "hidden", "in a report"],
)
def test_stored_and_back(state: State) -> None:
    """A state is the same after it was stored."""
    assert load(dump(state)) == state


def test_stored_form_is_known() -> None:
    """What a program of version 1 stored can be read for ever; a field that came later has its default."""
    written = (
        b'{"version":1,"language":"uz","alphabet":"cyr","place":"sos-state","trail":["menu","sos"],"menu":["sos-state:hurt"],'
        b'"told":["hurt"],"country":"tr","case":42,"taken":true,"guessed":true,'
        b'"owed":[["closed",41,""],["operator-says",42,"wait"]],"doubt":"they threaten me"}'
    )
    assert load(written) == FULL
    assert load(b'{"version":1}') == State()
    assert load(b'{"version":2,"language":"tg","asked":"privacy"}') == State(language="tg", asked="privacy")
    assert load(b'{"version":3,"language":"tg","country":"ru"}') == State(
        language="tg", country="ru", country_told=False
    )
    assert load(b'{"case": 7, "version": 1}') == State(case=7)
    old = b'{"version":3,"language":"ky","place":"offer-visa","noted":[["offer-fees","fee"],["offer-paste","courier"]]}'
    assert load(old) == NOTED


def test_old_version_is_upgraded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stored state passes through every upgrade on its way to the present version."""
    seen = []

    def renamed(fields: dict[str, object]) -> dict[str, object]:
        seen.append(-1)
        return {"tongue": fields["speech"]}

    def renamed_again(fields: dict[str, object]) -> dict[str, object]:
        seen.append(0)
        return {"language": fields["tongue"]}

    monkeypatch.setattr(stored, "UPGRADES", {-1: renamed, 0: renamed_again, 1: dict, 2: dict, 3: dict})
    assert load(b'{"version":-1,"speech":"ky"}') == State(language="ky")
    assert seen == [-1, 0]


REFUSED = [
    ("no version", b"{}"),
    ("an older one without an upgrade", b'{"version":0,"language":"ru"}'),
    ("one of the future", b'{"version":10,"language":"ru"}'),
    ("a version that is no number", b'{"version":"1"}'),
    ("no object", b"[1]"),
    ("no JSON", b"panoh"),
    ("nothing", b""),
    ("a field of another type", b'{"version":1,"case":"seven"}'),
]


@pytest.mark.parametrize("written", [row[1] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(written: bytes) -> None:
    """Bytes that no version of this program wrote are an error of one kind."""
    with pytest.raises(msgspec.DecodeError):
        load(written)


def test_a_change_is_what_replace_makes_and_leaves_the_state_before_as_it_was() -> None:
    """The quick way does what the slow one does."""
    before = State(language="ru", place="menu", trail=("welcome",), case=7)
    after = changed(before, {"place": "offer", "trail": (), "taken": True})
    assert after == replace(before, place="offer", trail=(), taken=True)
    assert before == State(language="ru", place="menu", trail=("welcome",), case=7)
    assert load(dump(after)) == after
    with pytest.raises(KeyError):
        changed(before, {"plaice": "menu"})
