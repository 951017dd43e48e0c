"""The commands as a person runs them: what they print, how they fail, with what code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.sandbox import ROSTER

PANOH = [sys.executable, "-m", "bot.cli"]
CONFIG = """\
[service]
secret_key = "0123456789abcdef0123456789abcdef0123"
store = "sqlite:///panoh.db"
listen = "127.0.0.1:1"
[telegram.public]
token = "1:a"
[telegram.staff]
token = "2:b"
group = -100
[hotline]
roster = "roster.toml"
coordinator = "nargiza"
"""


def panoh(*words: str, told: str = "", folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command; `told` is its standard input."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        [*PANOH, *words],
        input=told,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a configuration and its roster."""
    (tmp_path / "panoh.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "roster.toml").write_text(ROSTER, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["demo"],
        ["serve"],
        ["chat"],
        ["ask"],
        ["triage"],
        ["offer"],
        ["draw"],
        ["check"],
        ["content", "sync"],
        ["roster"],
        ["doctor"],
        ["keygen"],
    ],
)
def test_every_command_explains_itself(command: list[str]) -> None:
    """--help says what the command does and succeeds."""
    done = panoh(*command, "--help")
    assert done.returncode == 0
    assert len(done.stdout) > 60


def test_keygen_prints_a_key_that_serve_takes() -> None:
    """Two keys are never the same, and long enough."""
    keys = {panoh("keygen").stdout.strip() for _ in range(2)}
    assert len(keys) == 2
    assert all(len(key) >= 32 for key in keys)


def test_ask_gives_five_topics_for_every_line() -> None:
    """The contract's JSON: query, kind, the five best topics, best first; noise and emoji are lines like any other."""
    done = panoh("ask", "--jsonl", told="my boss took my passport\n\n🤷\nasdf qwerty\n")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["query"] for one in found] == ["my boss took my passport", "🤷", "asdf qwerty"]
    assert all(len(one["topics"]) == 5 for one in found)
    assert (found[0]["kind"], found[0]["topics"][0]["id"]) == ("sure", "passport-taken")
    assert found[1]["kind"] == "unknown"
    scores = [topic["score"] for topic in found[0]["topics"]]
    assert scores == sorted(scores, reverse=True)


def test_ask_answers_in_the_language_asked_for() -> None:
    """A question in Russian, the answer in Kyrgyz."""
    done = panoh("ask", "--lang", "ky", told="у меня забрали паспорт\n")
    assert "паспорт" in done.stdout.casefold()
    assert "ң" in done.stdout


def test_triage_judges_each_line() -> None:
    """The contract's JSON: message, urgency, score, signs."""
    done = panoh("triage", "--jsonl", told="нас заперли и не выпускают\nhow do I get a patent\n")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["urgency"], second["urgency"]) == ("urgent", "routine")
    assert "movement" in first["signs"]


def test_chat_is_scripted_and_records_a_story(tmp_path: Path) -> None:
    """What is recorded holds the inputs and the answers."""
    done = panoh("chat", "--channel", "sms", "--lang", "uz", "--record", "x.story", told="SOS\n1\n", folder=tmp_path)
    assert done.returncode == 0
    story = (tmp_path / "x.story").read_text(encoding="utf-8")
    assert story.startswith("channel: sms\n")
    assert "> SOS\n< #1001" in story
    assert "group| 💬 SOS" in story


def test_check_finds_no_error_in_what_is_shipped(folder: Path) -> None:
    """Warnings (texts that no native speaker has read) are no errors."""
    done = panoh("check", "--json", "--config", "panoh.toml", folder=folder)
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert {one["level"] for one in found} == {"warning"}


def test_check_names_every_problem_at_once(folder: Path) -> None:
    """A typing error in the configuration and one in the roster, each with file, key and cure; exit 1."""
    (folder / "panoh.toml").write_text(CONFIG.replace("listen", "lisen"), encoding="utf-8")
    first = panoh("check", "--config", "panoh.toml", folder=folder)
    assert first.returncode == 1
    assert "panoh.toml: service.lisen: unknown key; did you mean 'listen'?" in first.stdout
    (folder / "panoh.toml").write_text(CONFIG, encoding="utf-8")
    (folder / "roster.toml").write_text(
        ROSTER.replace('"bek"]', '"beck"]').replace("Asia/Bishkek", "Asia/Bishkekk"), encoding="utf-8"
    )
    second = panoh("check", "--config", "panoh.toml", folder=folder)
    assert "roster.toml: shift 1.operators: 'beck' is no operator; did you mean bek?" in second.stdout
    assert "roster.toml: timezone: 'Asia/Bishkekk' is no time zone" in second.stdout


def test_roster_says_who_is_on_duty_and_what_is_missing(folder: Path) -> None:
    """Exit 1 while something is wrong: nobody has pressed /start yet."""
    done = panoh("roster", "--at", "2026-11-23T22:00", "--days", "2", folder=folder)
    assert "on duty Aigul (aigul), Bek (bek); coordinator Nargiza" in done.stdout
    assert "languages nobody on duty speaks now: en, kk" in done.stdout
    assert done.returncode == 1


def test_roster_names_gaps(folder: Path) -> None:
    """A night without a shift is named from when to when, in the roster's time zone."""
    (folder / "roster.toml").write_text(ROSTER.replace('to = "08:00"', 'to = "20:00"'), encoding="utf-8")
    done = panoh("roster", "--at", "2026-11-23T12:00", "--days", "1", folder=folder)
    assert "nobody is on duty from Mon 23 Nov 2026 20:00 to Tue 24 Nov 2026 08:00" in done.stdout


@pytest.mark.parametrize(
    ("words", "what", "code"),
    [
        (["serve", "--config", "none.toml"], "none.toml: (whole file): is not there", 2),
        (["serve"], "Missing option '--config'", 2),
        (["nonsense"], "No such command 'nonsense'", 2),
        (["roster", "--config", "panoh.toml", "--at", "soon"], "--at: 'soon' is no time", 2),
        (["ask", "--lang", "xx"], "'xx' is not one of", 2),
        (["demo", "--port", "99999"], "99999 is not in the range", 2),
    ],
    ids=["no file", "no option", "no command", "no time", "no language", "no port"],
)
def test_wrong_use_is_one_plain_sentence(folder: Path, words: list[str], what: str, code: int) -> None:
    """Exit 2, the reason on standard error, never a traceback."""
    done = panoh(*words, folder=folder)
    assert done.returncode == code
    assert what in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('token = "1:a"', "", "telegram.public.token: is missing"),
        ("group = -100", "group = 5", "telegram.staff.group: must be the group's number"),
        ("0123456789abcdef0123456789abcdef0123", "short", "service.secret_key: must be at least 32 characters"),
        ("0123456789abcdef0123456789abcdef0123", "env:NOWHERE", "the environment variable NOWHERE is not set"),
        ("0123456789abcdef0123456789abcdef0123", "replace-me-with-the-output-of-panoh-keygen", "is the example's"),
        ("[hotline]", "[hotline", "cannot be read as TOML"),
        ('"nargiza"', '"nobody"', "the coordinator 'nobody' of the configuration is not here"),
        ("listen =", "lissen =", "service.lissen: unknown key; did you mean 'listen'?"),
        ("sqlite:///panoh.db", "sqlite:///no/such/folder/panoh.db", "service.store:"),
    ],
    ids=["token", "group", "short key", "environment", "example key", "TOML", "coordinator", "unknown key", "store"],
)
def test_serve_refuses_a_wrong_configuration(folder: Path, old: str, new: str, what: str) -> None:
    """Exit 2, file, key and cure on standard error, never a traceback."""
    (folder / "panoh.toml").write_text(CONFIG.replace(old, new), encoding="utf-8")
    done = panoh("serve", "--config", "panoh.toml", folder=folder)
    assert done.returncode == 2
    assert what in done.stderr
    assert "Traceback" not in done.stderr


def test_offer_as_json() -> None:
    """One object an advertisement, as the contract says: the risk, and every sign with the words it was found in."""
    told = (
        "Девушки в Дубай, хостес, паспорт забираем, предоплата 300$\nОфициант, Алматы, трудовой договор, 40 часов\n\n"
    )
    done = panoh("offer", "--jsonl", told=told)
    assert (done.returncode, done.stderr) == (0, "")
    dangerous, honest = [json.loads(line) for line in done.stdout.splitlines()]
    assert set(dangerous) == {"text", "risk", "flags"}
    assert dangerous["text"] == told.splitlines()[0]
    assert dangerous["risk"] == "high"
    assert {"id": "passport", "matched": ["паспорт забираем"]} in dangerous["flags"]
    assert {one["id"] for one in dangerous["flags"]} >= {"fee", "passport", "entertainment"}
    assert all(words in dangerous["text"] for one in dangerous["flags"] for words in one["matched"])
    assert (honest["risk"], honest["flags"]) == ("none-found", [])


def test_offer_in_words() -> None:
    """For eyes: the risk before the text, the signs below it."""
    done = panoh("offer", told="only girls, deposit 100 usd\n")
    assert done.stdout.splitlines()[0] == "high        only girls, deposit 100 usd"
    assert "fee (deposit)" in done.stdout.splitlines()[1]


def test_check_names_a_mistake_in_a_register(folder: Path) -> None:
    """Registers are checked with everything else; a folder that is not there is told too."""
    config = folder / "panoh.toml"
    config.write_text(CONFIG + 'registers = "lists"\n', encoding="utf-8")
    assert "hotline.registers: there is no folder 'lists'" in panoh("check", "--config", str(config)).stdout
    (folder / "lists").mkdir()
    (folder / "lists" / "kg.csv").write_text("name,licence\nA,1\n", encoding="utf-8")
    done = panoh("check", "--config", str(config))
    assert done.returncode == 1
    assert "error: kg.csv: line 1: has no column" in done.stdout


def test_draw(tmp_path: Path) -> None:
    """A picture a tree and language, and one of a case's life, each named; a folder that cannot be is one sentence."""
    done = panoh("draw", "--out", str(tmp_path / "new"), "--lang", "tg")
    names = {Path(line).name for line in done.stdout.splitlines()}
    assert names == {path.name for path in (tmp_path / "new").iterdir()} >= {"case.svg", "offer.tg.svg", "sos.tg.svg"}
    case = (tmp_path / "new" / "case.svg").read_text(encoding="utf-8")
    assert "handed over" in case
    assert "stroke-dasharray" in (tmp_path / "new" / "offer.tg.svg").read_text(encoding="utf-8")
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = panoh("draw", "--out", str(tmp_path / "file" / "below"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
