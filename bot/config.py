"""TOML and the environment -> `Config`, or every problem at once, each naming the file, the key and the cure."""

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "ru", "uz", "tg", "ky", "kk")
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
EXAMPLE_KEY = "replace-me"
"""How the secret key of the example begins: good enough to look at, refused by `panoh serve`."""


class ConfigError(ValueError):
    """One thing that is wrong: `file: key: what is wrong; what to do`."""


@dataclass(frozen=True, slots=True)
class Service:
    """`[service]`"""

    name: str
    languages: tuple[str, ...]
    default_language: str
    public_url: str
    listen: tuple[str, int]
    store: str
    """A path, or `:memory:`."""
    secret_key: tuple[str, ...]
    """The newest first."""
    content: Path | None


@dataclass(frozen=True, slots=True)
class Bot:
    """`[telegram.public]` and `[telegram.staff]`"""

    token: str
    api: str
    secret_token: str


@dataclass(frozen=True, slots=True)
class Telegram:
    """`[telegram]`"""

    webhook: bool
    public: Bot
    staff: Bot
    group: int


@dataclass(frozen=True, slots=True)
class Sms:
    """`[sms]`"""

    account_sid: str
    auth_token: str
    number: str
    api: str


@dataclass(frozen=True, slots=True)
class Hotline:
    """`[hotline]`; times in seconds"""

    roster: Path
    coordinator: str
    acknowledge: float
    first_reply: float


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that is configured."""

    path: Path
    service: Service
    telegram: Telegram
    sms: Sms | None
    hotline: Hotline

    @property
    def base_url(self) -> str:
        """Where the providers reach this service: the address over which Twilio's signature is checked."""
        host, port = self.service.listen
        return self.service.public_url or f"http://{host}:{port}"


Parse = Callable[[object, Path], Any]


def _wrong(what: str) -> ValueError:
    return ValueError(what)


def _text(value: object, _: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong("must be a text in quotes")
    return value


def _maybe(value: object, _: Path) -> str:
    if not isinstance(value, str):
        raise _wrong("must be a text in quotes")
    return value


def _url(value: object, _: Path) -> str:
    if not isinstance(value, str) or (value and not re.match(r"https?://[^/\s]+", value)):
        raise _wrong('must be an address such as "https://panoh.example"')
    return value.rstrip("/")


def _api(value: object, folder: Path) -> str:
    if not (address := _url(value, folder)):
        raise _wrong('must be an address such as "https://api.telegram.org"; take the key out for the usual one')
    return address


def _languages(value: object, _: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(one in LANGUAGES for one in value):
        raise _wrong(f"must be a list of some of {', '.join(LANGUAGES)}")
    return tuple(value)


def _language(value: object, _: Path) -> str:
    if value not in LANGUAGES:
        raise _wrong(f"must be one of {', '.join(LANGUAGES)}")
    return str(value)


def _listen(value: object, _: Path) -> tuple[str, int]:
    host, _colon, port = value.rpartition(":") if isinstance(value, str) else ("", "", "")
    if not host or not port.isdecimal() or int(port) > 65_535:
        raise _wrong('must be host:port, such as "127.0.0.1:8080"')
    return host, int(port)


def _store(value: object, folder: Path) -> str:
    text = _text(value, folder)
    if text.startswith(("postgresql://", "postgres://")):
        raise _wrong('PostgreSQL is not built yet; use "sqlite:///panoh.db"')
    if not text.startswith("sqlite://"):
        raise _wrong('must begin with sqlite:///, such as "sqlite:///panoh.db"')
    path = text.removeprefix("sqlite://").removeprefix("/")
    return path if path == ":memory:" else str(folder / path)


def _keys(value: object, _: Path) -> tuple[str, ...]:
    keys = tuple(str(one).strip() for one in (value if isinstance(value, list) else str(value).split(",")))
    if not keys or any(len(key) < 32 for key in keys):
        raise _wrong(
            "must be at least 32 characters; `panoh keygen` prints one (several, the newest first, with commas between, while keys are changed)"
        )
    return keys


def _folder(value: object, folder: Path) -> Path | None:
    text = _maybe(value, folder)
    if text and not (folder / text).is_dir():
        raise _wrong(f'there is no folder {text!r}; leave it "" for the shipped content')
    return folder / text if text else None


def _file(value: object, folder: Path) -> Path:
    return folder / _text(value, folder)


def _updates(value: object, _: Path) -> str:
    if value not in ("webhook", "polling", ""):
        raise _wrong('must be "webhook" or "polling"')
    return str(value)


def _group(value: object, _: Path) -> int:
    if isinstance(value, str) and re.fullmatch(r"-?\d+", value):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value >= 0:
        raise _wrong(
            "must be the group's number, which is negative, such as -1001234567890; the README says how to find it"
        )
    return value


def _token(value: object, _: Path) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\d+:[\w-]+", value):
        raise _wrong("must be the token that BotFather gave, such as 123456:AbC")
    return value


def _secret_token(value: object, _: Path) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[\w-]{0,256}", value, re.ASCII):
        raise _wrong("may hold only letters, digits, _ and - (256 at most)")
    return value


def _phone(value: object, _: Path) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\+\d{7,15}|\d{3,8}|[A-Za-z0-9 ]{3,11}", value):
        raise _wrong('must be the Twilio number, such as "+15005550006"')
    return value


def duration(value: object) -> float:
    """Seconds of a time such as "3m" (a number with s, m, h or d). Raises ValueError."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhd])", value) if isinstance(value, str) else None
    if not found or float(found[1]) <= 0:
        raise _wrong('must be a time such as "90s", "3m", "1h" or "1d"')
    return float(found[1]) * UNITS[found[2]]


def _deadline(value: object, _: Path) -> float:
    return duration(value)


REQUIRED = object()
BOT_KEYS: dict[str, tuple[Parse, object]] = {
    "token": (_token, REQUIRED),
    "api": (_api, "https://api.telegram.org"),
    "secret_token": (_secret_token, ""),
}
KEYS: dict[str, dict[str, tuple[Parse, object]]] = {
    "service": {
        "name": (_text, "Panoh"),
        "languages": (_languages, list(LANGUAGES)),
        "default_language": (_language, "ru"),
        "public_url": (_url, ""),
        "listen": (_listen, "127.0.0.1:8080"),
        "store": (_store, "sqlite:///panoh.db"),
        "secret_key": (_keys, REQUIRED),
        "content": (_folder, ""),
    },
    "telegram": {"updates": (_updates, "")},
    "telegram.public": BOT_KEYS,
    "telegram.staff": {**BOT_KEYS, "group": (_group, REQUIRED)},
    "sms": {
        "account_sid": (_text, REQUIRED),
        "auth_token": (_text, REQUIRED),
        "from": (_phone, REQUIRED),
        "api": (_api, "https://api.twilio.com"),
    },
    "hotline": {"roster": (_file, REQUIRED), "coordinator": (_maybe, "")},
    "hotline.deadlines": {"acknowledge": (_deadline, "3m"), "first_reply": (_deadline, "10m")},
}
"""Every key of every table: how it is read, and what it is when it is left out."""
TABLES = {"": ("service", "telegram", "sms", "hotline"), "telegram": ("public", "staff"), "hotline": ("deadlines",)}
"""Which tables stand inside which."""


class _Reader:
    """Reads tables and collects what is wrong with them."""

    def __init__(self, path: Path, environment: Mapping[str, str]) -> None:
        self.path = path
        self.environment = environment
        self.problems: list[Exception] = []

    def wrong(self, key: str, what: str) -> None:
        self.problems.append(ConfigError(f"{self.path.name}: {key}: {what}"))

    def unknown(self, at: str, table: Mapping[str, Any]) -> None:
        known = [*KEYS.get(at, {}), *TABLES.get(at, ())]
        for key in table.keys() - set(known):
            near = difflib.get_close_matches(key, known, 1, 0.5)
            full = f"{at}.{key}" if at else key
            cure = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(known)}"
            self.wrong(full, f"unknown key; {cure}")

    def section(self, at: str, table: object) -> dict[str, Any]:
        if not isinstance(table, dict):
            self.wrong(at, f"must be a table: write [{at}] on a line of its own")
            table = {}
        self.unknown(at, table)
        return {key: self.value(f"{at}.{key}", table, key, *how) for key, how in KEYS[at].items()}

    def value(self, full: str, table: Mapping[str, Any], key: str, parse: Parse, default: object) -> Any:
        raw = table.get(key, default)
        if raw is REQUIRED:
            self.wrong(full, "is missing; see config.example.toml")
            return None
        if isinstance(raw, str) and raw.startswith("env:"):
            name = raw.removeprefix("env:")
            if name not in self.environment:
                self.wrong(full, f"the environment variable {name} is not set; set it, or write the value here")
                return None
            raw = self.environment[name]
        try:
            return parse(raw, self.path.parent)
        except ValueError as error:
            self.wrong(full, str(error))
            return None


def load(path: Path, environment: Mapping[str, str] | None = None) -> Config:
    """Read a configuration file. Raises one ExceptionGroup of ConfigError with all problems."""
    reader = _Reader(path, os.environ if environment is None else environment)
    tables: dict[str, Any] = {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        reader.wrong("(whole file)", "is not there; copy config.example.toml and fill it in")
    except IsADirectoryError:
        reader.wrong("(whole file)", "is a folder; name the TOML file in it")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reader.wrong("(whole file)", f"cannot be read as TOML: {error}; mend that line")
    if reader.problems:
        raise ExceptionGroup("configuration", reader.problems)
    reader.unknown("", tables)
    config = _build(reader, tables)
    if reader.problems:
        raise ExceptionGroup("configuration", reader.problems)
    return config


def _build(reader: _Reader, tables: Mapping[str, Any]) -> Config:
    service = reader.section("service", tables.get("service", {}))
    telegram = tables.get("telegram", {})
    updates = reader.section("telegram", telegram)["updates"]
    inner = telegram if isinstance(telegram, dict) else {}
    public = reader.section("telegram.public", inner.get("public", {}))
    staff = reader.section("telegram.staff", inner.get("staff", {}))
    group = staff.pop("group")
    sms = reader.section("sms", tables["sms"]) if "sms" in tables else None
    hotline = reader.section("hotline", tables.get("hotline", {}))
    above = tables.get("hotline", {})
    deadlines = reader.section("hotline.deadlines", above.get("deadlines", {}) if isinstance(above, dict) else {})
    if service["languages"] and service["default_language"] and service["default_language"] not in service["languages"]:
        reader.wrong("service.default_language", "must be one of service.languages")
    if updates == "webhook" and not service["public_url"] and not reader.problems:
        reader.wrong("telegram.updates", 'a webhook needs service.public_url; set it, or write "polling"')
    if public["token"] and public["token"] == staff["token"]:
        reader.wrong(
            "telegram.staff.token",
            "is the public bot's; make a second bot with BotFather, so that a flood on one cannot delay a page",
        )
    if sms:
        sms["number"] = sms.pop("from")
    return Config(
        reader.path,
        Service(**service),
        Telegram(
            (updates or ("webhook" if service["public_url"] else "polling")) == "webhook",
            Bot(**public),
            Bot(**staff),
            group,
        ),
        Sms(**sms) if sms else None,
        Hotline(**hotline, **deadlines),
    )
