"""Whether a Bot API call is one that Telegram would accept: names, types and lengths, against the official list.

Parameters come in as Telegram takes them (texts from a form, JSON texts for objects, or JSON values) and go out as
Python values.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Json = dict[str, Any]
Read = Callable[[Any], Any]
_ARRAY = "Array of "
_SPEC: Json = json.loads(files("bot.emulator").joinpath("bot_api.json").read_text("utf-8"))
_TRUE = {"true", "1", "yes"}
_FALSE = {"false", "0", "no", ""}

# What Telegram says about a parameter that is missing; the others get one general sentence.
MISSING = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "message_id": "message identifier is not specified",
    "name": "topic title is empty",
    "url": "bad webhook: no URL is specified",
    "action": "wrong parameter action in request",
    "photo": "there is no photo in the request",
    "voice": "there is no voice in the request",
    "video": "there is no video in the request",
    "audio": "there is no audio in the request",
    "document": "there is no document in the request",
    "sticker": "there is no sticker in the request",
}


class ApiError(Exception):
    """A call that Telegram refuses: status, description, and for a flood the seconds to wait."""

    def __init__(self, status: int, description: str, retry_after: int | None = None, moved_to: int = 0) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after
        self.moved_to = moved_to

    def answer(self) -> Json:
        """The body that Telegram sends."""
        body: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.moved_to:
            return body | {"parameters": {"migrate_to_chat_id": self.moved_to}}
        return body if self.retry_after is None else body | {"parameters": {"retry_after": self.retry_after}}


def bad(description: str) -> ApiError:
    """The answer to a call that makes no sense: 400, in Telegram's form."""
    return ApiError(400, f"Bad Request: {description}")


@dataclass(frozen=True, slots=True)
class File:
    """A file that came with a call."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Method:
    """One Bot API method: how each parameter is read, which must be there, how long texts may be."""

    name: str
    read: Mapping[str, Read]
    required: tuple[str, ...]
    limits: tuple[tuple[str, int, int, bool], ...]

    def check(self, given: Mapping[str, Any]) -> Json:
        """The parameters as values, or ApiError."""
        read = self.read
        params: Json = {}
        for name, value in given.items():
            if name not in read:
                raise bad(f'unknown parameter "{name}" of {self.name}')
            try:
                params[name] = read[name](value)
            except (ValueError, TypeError) as problem:
                raise bad(f'can\'t parse parameter "{name}": {problem}') from problem
        for name in self.required:
            if params.get(name) in (None, ""):
                raise bad(MISSING.get(name, f'parameter "{name}" is required'))
        for name, low, high, in_bytes in self.limits:
            if name in params:
                _check_length(name, params[name], low, high, in_bytes=in_bytes)
        return params


def _check_length(name: str, text: str, low: int, high: int, *, in_bytes: bool) -> None:
    length = len(text.encode()) if in_bytes else len(text)
    if length > high:
        raise bad(f'parameter "{name}" is too long: {length}, at most {high}')
    if length < low:
        raise bad(MISSING.get(name, f'parameter "{name}" must be non-empty'))


# Top level: a form holds texts.


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise TypeError("an Integer is expected")
    return int(value)


def _float(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError("a Float is expected")
    return float(value)


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).lower()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise ValueError("a Boolean is expected")


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a String is expected")
    return value


def _chat(value: Any) -> int | str:
    """A number, or `@name`."""
    if isinstance(value, str) and not value.lstrip("-").isdigit():
        return value
    return _integer(value)


def _file(value: Any) -> File | str:
    if not isinstance(value, File | str):
        raise TypeError("a file or its identifier is expected")
    return value


def _json(kind: str) -> Read:
    """An object or array: JSON in a form, a value in a JSON body."""
    check = nested(kind)

    def read(value: Any) -> Any:
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError as problem:
                raise ValueError(f"can't parse {kind} JSON object") from problem
        check(value)
        return value

    return read


_PLAIN: dict[str, Read] = {
    "Integer": _integer,
    "Float": _float,
    "Boolean": _boolean,
    "String": _string,
    "Integer|String": _chat,
    "InputFile": _file,
    "InputFile|String": _file,
}

# Inside JSON: a value has its own type.
_SCALARS: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "Boolean": (bool,),
    "String": (str,),
    "InputFile": (str,),
}


@cache
def nested(kind: str) -> Callable[[Any], None]:
    """A check of a JSON value against a type of the list, made once for each type; raises ValueError."""
    if "|" in kind:
        return _one_of(tuple(kind.split("|")))
    if kind.startswith(_ARRAY):
        return _array(kind.removeprefix(_ARRAY))
    if kind in _SCALARS:
        return _scalar(kind)
    if kind in _SPEC["unions"]:
        return _one_of(tuple(_SPEC["unions"][kind]))
    return _object(kind, _SPEC["types"].get(kind, {}))


def _scalar(kind: str) -> Callable[[Any], None]:
    accepted = _SCALARS[kind]

    def check(value: Any) -> None:
        if not isinstance(value, accepted) or (isinstance(value, bool) and kind != "Boolean"):
            raise ValueError(f"{kind} expected")

    return check


def _array(kind: str) -> Callable[[Any], None]:
    def check(value: Any) -> None:
        if not isinstance(value, list):
            raise ValueError(f"Array of {kind} expected")  # noqa: TRY004 - one exception type for every refusal
        each = nested(kind)
        for item in value:
            each(item)

    return check


def _object(kind: str, fields: Mapping[str, str]) -> Callable[[Any], None]:
    required = tuple(name for name, types in fields.items() if types.endswith("!"))

    def check(value: Any) -> None:
        if not isinstance(value, dict):
            raise ValueError(f"object expected as {kind}")  # noqa: TRY004
        for name in required:
            if name not in value:
                raise ValueError(f"can't parse {kind}: Can't find field \"{name}\"")
        for name, item in value.items():
            if name not in fields:
                raise ValueError(f'can\'t parse {kind}: unknown field "{name}"')
            nested(fields[name].removesuffix("!"))(item)

    return check


def _one_of(kinds: tuple[str, ...]) -> Callable[[Any], None]:
    def check(value: Any) -> None:
        problem: ValueError | None = None
        for kind in kinds:
            try:
                return nested(kind)(value)
            except ValueError as error:
                # The refusal to tell is that of the kind whose own field is there.
                own = next(iter(_SPEC["types"].get(kind, {})), None)
                if problem is None or (isinstance(value, dict) and own in value):
                    problem = error
        raise problem or ValueError(f"{' or '.join(kinds)} expected")

    return check


def _method(name: str, params: Mapping[str, str]) -> Method:
    kinds = {n: kind.removesuffix("!") for n, kind in params.items()}
    limits = _SPEC["limits"].get(name, {})
    return Method(
        name=name,
        read={n: _PLAIN.get(kind) or _json(kind) for n, kind in kinds.items()},
        required=tuple(n for n, kind in params.items() if kind.endswith("!")),
        limits=tuple((n, low, high, unit == "bytes") for n, (low, high, unit) in limits.items() if unit != "parsed"),
    )


METHODS: dict[str, Method] = {name.lower(): _method(name, params) for name, params in _SPEC["methods"].items()}
