"""Every key of the configuration: what it accepts, what it refuses and how it says so, all problems at once."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.config import KEYS, REQUIRED, ConfigError, load
from bot.values import duration

GOOD = """\
[service]
secret_key = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"
[telegram.public]
token = "1:public"
[telegram.staff]
token = "2:staff"
group = -1001
[sms]
account_sid = "AC1"
auth_token = "secret"
from = "+15005550006"
[hotline]
roster = "roster.toml"
"""
EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def written(folder: Path, text: str) -> Path:
    path = folder / "panoh.toml"
    path.write_text(text, encoding="utf-8")
    return path


def with_value(key: str, value: str) -> str:
    """The good file with one key set (`table.key`), in place of what stands there."""
    table, _, name = key.rpartition(".")
    text = re.sub(rf"(?m)(^\[{re.escape(table)}\]\n(?:[^\[].*\n)*?){name} = .*\n", r"\1", GOOD)
    head = f"[{table}]\n"
    line = f"{name} = {value}\n" if value else ""
    return text.replace(head, head + line) if head in text else f"{text}{head}{line}"


def complaints(path: Path, environment: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(ExceptionGroup) as caught:
        load(path, environment or {})
    assert all(isinstance(one, ConfigError) for one in caught.value.exceptions)
    return [str(one) for one in caught.value.exceptions]


def test_least(tmp_path: Path) -> None:
    """The required keys are enough; the rest has its defaults."""
    config = load(written(tmp_path, GOOD), {})
    assert (config.service.name, config.service.default_language, config.service.listen) == (
        "Panoh",
        "ru",
        ("127.0.0.1", 8080),
    )
    assert config.service.store == str(tmp_path / "panoh.db")
    assert config.service.content is None
    assert (config.telegram.webhook, config.telegram.group) == (False, -1001)
    assert config.telegram.public.api == "https://api.telegram.org"
    assert config.sms
    assert (config.sms.number, config.sms.api) == ("+15005550006", "https://api.twilio.com")
    assert (config.hotline.roster, config.hotline.coordinator) == (tmp_path / "roster.toml", "")
    assert (config.hotline.acknowledge, config.hotline.first_reply) == (180, 600)
    assert config.base_url == "http://127.0.0.1:8080"


def test_without_sms(tmp_path: Path) -> None:
    """Without the section there is no SMS."""
    assert load(written(tmp_path, re.sub(r"\[sms\](\n[^\[]+)", "", GOOD)), {}).sms is None


TAKEN: list[tuple[str, str, str, Any]] = [
    ("service.name", '"Oasis"', "service.name", "Oasis"),
    ("service.languages", '["ru", "kk"]', "service.languages", ("ru", "kk")),
    ("service.default_language", '"kk"', "service.default_language", "kk"),
    ("service.public_url", '"https://panoh.example/"', "service.public_url", "https://panoh.example"),
    ("service.public_url", '"https://panoh.example"', "base_url", "https://panoh.example"),
    ("service.public_url", '"https://panoh.example"', "telegram.webhook", True),
    ("service.listen", '"0.0.0.0:80"', "service.listen", ("0.0.0.0", 80)),  # noqa: S104 – only read
    ("service.store", '"sqlite:////var/panoh.db"', "service.store", "/var/panoh.db"),
    ("service.store", '"sqlite:///:memory:"', "service.store", ":memory:"),
    ("service.secret_key", f'"{"a" * 32}, {"b" * 32}"', "service.secret_key", ("a" * 32, "b" * 32)),
    ("service.secret_key", f'["{"a" * 32}", "{"b" * 32}"]', "service.secret_key", ("a" * 32, "b" * 32)),
    ("telegram.public.token", '"12:a_B-9"', "telegram.public.token", "12:a_B-9"),
    ("telegram.public.api", '"http://127.0.0.1:9/"', "telegram.public.api", "http://127.0.0.1:9"),
    ("telegram.staff.secret_token", '"a-b_9"', "telegram.staff.secret_token", "a-b_9"),
    ("telegram.staff.group", '"-1009"', "telegram.group", -1009),
    ("sms.from", '"PANOH"', "sms.number", "PANOH"),
    ("sms.api", '"http://127.0.0.1:9"', "sms.api", "http://127.0.0.1:9"),
    ("hotline.coordinator", '"aigul"', "hotline.coordinator", "aigul"),
    ("hotline.deadlines.acknowledge", '"90s"', "hotline.acknowledge", 90),
    ("hotline.deadlines.first_reply", '"1.5 h"', "hotline.first_reply", 5400),
    ("hotline.roster", '"/etc/roster.toml"', "hotline.roster", Path("/etc/roster.toml")),
]


@pytest.mark.parametrize(("key", "value", "where", "read"), TAKEN, ids=[f"{row[0]}={row[1][:24]}" for row in TAKEN])
def test_taken(tmp_path: Path, key: str, value: str, where: str, read: object) -> None:
    """What a key accepts, and what becomes of it."""
    found: object = load(written(tmp_path, with_value(key, value)), {})
    for name in where.split("."):
        found = getattr(found, name)
    assert found == read


REFUSED = [
    ("service.name", "5", "must be a text in quotes"),
    ("service.name", '" "', "must be a text in quotes"),
    ("service.languages", '["de"]', "must be a list of some of en, ru"),
    ("service.languages", "[]", "must be a list"),
    ("service.languages", '"ru"', "must be a list"),
    ("service.default_language", '"de"', "must be one of en, ru"),
    ("service.public_url", '"panoh.example"', "must be an address such as"),
    ("service.listen", '"8080"', "must be host:port"),
    ("service.listen", '"localhost:http"', "must be host:port"),
    ("service.listen", '"localhost:70000"', "must be host:port"),
    ("service.listen", '"localhost:²"', "must be host:port"),
    ("service.listen", "8080", "must be host:port"),
    ("service.store", '"panoh.db"', "must begin with sqlite:///"),
    ("service.store", '"postgresql://db/panoh"', "PostgreSQL is not built yet"),
    ("service.secret_key", '"short"', "must be at least 32 characters"),
    ("service.secret_key", "[]", "must be at least 32 characters"),
    ("service.secret_key", f'"{"a" * 32},short"', "must be at least 32 characters"),
    ("service.content", '"no-such-folder"', "there is no folder 'no-such-folder'"),
    ("service.content", "true", "must be a text in quotes"),
    ("telegram.updates", '"push"', 'must be "webhook" or "polling"'),
    ("telegram.updates", '"webhook"', "a webhook needs service.public_url"),
    ("telegram.public.token", '"public"', ""),
    ("telegram.public.token", "7", ""),
    ("telegram.public.api", '"api.telegram.org"', "must be an address"),
    ("telegram.public.api", '""', "must be an address"),
    ("telegram.public.secret_token", '"a b"', "may hold only letters, digits"),
    ("telegram.staff.group", "1001", "which is negative"),
    ("telegram.staff.group", '"@panoh"', "which is negative"),
    ("telegram.staff.group", "true", "which is negative"),
    ("sms.account_sid", '""', "must be a text in quotes"),
    ("sms.auth_token", "5", "must be a text in quotes"),
    ("sms.from", '"+1 500 555 0006"', "must be the Twilio number"),
    ("sms.api", '"twilio"', "must be an address"),
    ("hotline.roster", '""', "must be a text in quotes"),
    ("hotline.coordinator", "5", "must be a text in quotes"),
    ("hotline.deadlines.acknowledge", '"3"', "must be a time such as"),
    ("hotline.deadlines.acknowledge", '"0m"', "must be a time such as"),
    ("hotline.deadlines.acknowledge", "180", "must be a time such as"),
    ("hotline.deadlines.first_reply", '"-3m"', "must be a time such as"),
]


@pytest.mark.parametrize(("key", "value", "said"), REFUSED, ids=[f"{row[0]}={row[1][:24]}" for row in REFUSED])
def test_refused(tmp_path: Path, key: str, value: str, said: str) -> None:
    """A wrong value names the file and the key, and says what is right."""
    told = complaints(written(tmp_path, with_value(key, value)))
    assert len(told) == 1, told
    assert told[0].startswith(f"panoh.toml: {key}: ")
    assert said in told[0]


def every_key() -> list[str]:
    return [f"{table}.{key}" for table, keys in KEYS.items() for key in keys]


@pytest.mark.parametrize("key", every_key())
def test_every_key_refuses_another_type(tmp_path: Path, key: str) -> None:
    """No key takes a table for its value."""
    told = complaints(written(tmp_path, with_value(key, "{ a = 1 }")))
    assert any(one.startswith(f"panoh.toml: {key}: ") for one in told), told


@pytest.mark.parametrize(
    "key", [f"{table}.{key}" for table, keys in KEYS.items() for key, how in keys.items() if how[1] is REQUIRED]
)
def test_every_required_key_is_missed(tmp_path: Path, key: str) -> None:
    """A required key that is missing is named."""
    assert complaints(written(tmp_path, with_value(key, ""))) == [
        f"panoh.toml: {key}: is missing; see config.example.toml"
    ]


@pytest.mark.parametrize("key", every_key())
def test_every_key_can_come_from_the_environment(tmp_path: Path, key: str) -> None:
    """A variable that is not set is named beside the key; one that is set is read as the key's value."""
    path = written(tmp_path, with_value(key, '"env:PANOH_X"'))
    assert any(
        one.startswith(f"panoh.toml: {key}: the environment variable PANOH_X is not set") for one in complaints(path)
    )


def test_values_from_the_environment(tmp_path: Path) -> None:
    """Secrets and the number of the group may come from the environment."""
    text = GOOD.replace('"2:staff"', '"env:TOKEN"').replace("-1001", '"env:GROUP"').replace('"kkk', '"env:KEY"  # "kkk')
    config = load(written(tmp_path, text), {"TOKEN": "9:abc", "GROUP": "-77", "KEY": f"{'n' * 32},{'o' * 32}"})
    assert (config.telegram.staff.token, config.telegram.group) == ("9:abc", -77)
    assert config.service.secret_key == ("n" * 32, "o" * 32)


UNKNOWN = [
    ("a key", with_value("service.nam", '"x"'), "service.nam: unknown key; did you mean 'name'?"),
    ("a key of a bot", with_value("telegram.staff.grup", "1"), "telegram.staff.grup: unknown key; did you mean 'group'?"),
    ("the group at the wrong bot", with_value("telegram.public.group", "-1"), "telegram.public.group: unknown key; known here: "),
    ("a table", GOOD + "[hotlin]\n", "hotlin: unknown key; did you mean 'hotline'?"),
    ("a table in a table", GOOD + "[telegram.stuff]\n", "telegram.stuff: unknown key; did you mean 'staff'?"),
    ("a deadline", with_value("hotline.deadlines.aknowledge", '"3m"'), "deadlines.aknowledge: unknown key; did you mean 'acknowledge'?"),
    ("a key outside a table", "name = 'x'\n" + GOOD, "name: unknown key; known here: service, telegram, sms, hotline"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [row[1:] for row in UNKNOWN], ids=[row[0] for row in UNKNOWN])
def test_unknown_key(tmp_path: Path, text: str, said: str) -> None:
    """An unknown key is an error that names the nearest known one."""
    told = complaints(written(tmp_path, text))
    assert len(told) == 1
    assert said in told[0]


NO_TABLES = [
    ("service", "service = 5"),
    ("sms", "sms = 'off'"),
    ("hotline", "hotline = []"),
    ("telegram", "telegram = 5"),
    ("telegram.public", "[telegram]\npublic = 5"),
    ("telegram.staff", "[telegram]\nstaff = '1:a'"),
    ("hotline.deadlines", "[hotline]\ndeadlines = '3m'"),
]


@pytest.mark.parametrize(("table", "text"), NO_TABLES, ids=[row[0] for row in NO_TABLES])
def test_value_in_the_place_of_a_table(tmp_path: Path, table: str, text: str) -> None:
    """A value where a table belongs is named, never a traceback."""
    assert f"panoh.toml: {table}: must be a table: write [{table}] on a line of its own" in complaints(
        written(tmp_path, text)
    )


def test_default_language_is_one_of_the_languages(tmp_path: Path) -> None:
    """The service cannot fall back on a language that it does not have."""
    text = with_value("service.languages", '["kk"]')
    assert complaints(written(tmp_path, text)) == [
        "panoh.toml: service.default_language: must be one of service.languages"
    ]


def test_all_problems_at_once(tmp_path: Path) -> None:
    """Whoever sets the service up hears of everything in one go."""
    text = (
        GOOD.replace('"1:public"', '"x"')
        .replace("-1001", "5")
        .replace("kkkkkkkkkkkkkkkkkk", "")
        .replace("roster =", "rooster =")
    )
    keys = {one.split(": ")[1] for one in complaints(written(tmp_path, text))}
    assert keys == {
        "telegram.public.token",
        "telegram.staff.group",
        "service.secret_key",
        "hotline.roster",
        "hotline.rooster",
    }


FILES = [
    ("broken", b"[service\n", "cannot be read as TOML"),
    ("another encoding", "[service]\nname = 'Панох'".encode("cp1251"), "cannot be read as TOML"),
    ("empty", b"", "is missing; see config.example.toml"),
]


@pytest.mark.parametrize(("content", "said"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_file(tmp_path: Path, content: bytes, said: str) -> None:
    """A file that is no configuration is said to be none."""
    (tmp_path / "panoh.toml").write_bytes(content)
    assert all(said in one for one in complaints(tmp_path / "panoh.toml"))


def test_no_file(tmp_path: Path) -> None:
    """A wrong path says how to begin; a folder is told from a file."""
    assert complaints(tmp_path / "x.toml") == [
        "x.toml: (whole file): is not there; copy config.example.toml and fill it in"
    ]
    assert "is a folder" in complaints(tmp_path)[0]


def test_example_holds_every_key_and_loads() -> None:
    """The example loads as it stands and holds every key that there is."""
    load(EXAMPLE, {})
    tables = tomllib.loads(EXAMPLE.read_text("utf-8"))
    for at, keys in KEYS.items():
        table = tables
        for name in at.split("."):
            table = table[name]
        assert table.keys() >= keys.keys(), at


DURATIONS = [("1s", 1), ("90s", 90), ("3m", 180), ("2 h", 7200), ("1d", 86_400), ("0.5m", 30)]


@pytest.mark.parametrize(("told", "seconds"), DURATIONS, ids=[row[0] for row in DURATIONS])
def test_duration(told: str, seconds: float) -> None:
    """A duration is a number with s, m, h or d."""
    assert duration(told) == seconds


@pytest.mark.parametrize("told", ["", "3", "m", "3 weeks", "-1m", "0s", "1e3s", "3m 5s", 180, None, True, []])
def test_no_duration(told: object) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="must be a time such as"):
        duration(told)
