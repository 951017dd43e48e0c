"""The emulator's two parameter lists, made from the providers' own specifications.

    python -m tests.emulator.condense ../shared/specs

writes bot/emulator/bot_api.json and bot/emulator/twilio_api.json. A parameter is `"name": "Type|Type"`, with `!` where
it is required.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

Json = dict[str, Any]

HERE = Path(__file__).resolve().parents[2] / "bot" / "emulator"
SPECS = HERE.parents[2] / "shared" / "specs"
_LIMIT = re.compile(r"(\d+)-(\d+) (characters|bytes)(.* after entit(?:y|ies) parsing)?")
_ARRAY = "Array of "
_PATHS = {
    "Messages": "/2010-04-01/Accounts/{AccountSid}/Messages.json",
    "Calls": "/2010-04-01/Accounts/{AccountSid}/Calls.json",
    "IncomingPhoneNumbers": "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json",
}


def _fields(fields: list[Json]) -> dict[str, str]:
    return {f["name"]: "|".join(f["types"]) + ("!" if f["required"] else "") for f in fields}


def _limits(fields: list[Json]) -> dict[str, list[int | str]]:
    """How long a text may be: lowest, highest, and whether that is counted before or after formatting is taken out."""
    found = {f["name"]: _LIMIT.search(f["description"]) for f in fields if "String" in f["types"]}
    return {
        name: [int(m[1]), int(m[2]), "parsed" if m[4] else m[3]]
        for name, m in found.items()
        if m is not None and name != "chat_id"
    }


def _reached(spec: Json) -> set[str]:
    """Names of every object type that a method takes, at any depth."""
    seen: set[str] = set()
    queue = [t for m in spec["methods"].values() for f in m.get("fields", ()) for t in f["types"]]
    while queue:
        name = queue.pop().replace(_ARRAY, "")
        if name in seen or name not in spec["types"]:
            continue
        seen.add(name)
        kind = spec["types"][name]
        queue += kind.get("subtypes", [])
        queue += [t for f in kind.get("fields", ()) for t in f["types"]]
    return seen


def bot_api(spec: Json) -> Json:
    """Methods with parameters and text limits, and the object types that they take."""
    types = {n: spec["types"][n] for n in sorted(_reached(spec))}
    return {
        "version": spec["version"],
        "methods": {n: _fields(m.get("fields", [])) for n, m in sorted(spec["methods"].items())},
        "limits": {n: lim for n, m in sorted(spec["methods"].items()) if (lim := _limits(m.get("fields", [])))},
        "types": {n: _fields(t["fields"]) for n, t in types.items() if t.get("fields")},
        "unions": {n: t["subtypes"] for n, t in types.items() if t.get("subtypes")},
    }


_SNAKE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def twilio_api(spec: Json) -> Json:
    """For each resource: the form fields of a POST, the query fields of a GET, and the keys of an answer."""
    return {name: _resource(spec, name, spec["paths"][path]) for name, path in _PATHS.items()}


def _resource(spec: Json, name: str, path: Json) -> Json:
    form = path["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
    answer = spec["components"]["schemas"]["api.v2010.account." + _SNAKE.sub("_", name).lower().removesuffix("s")]
    required = form.get("required", [])
    return {
        "post": {n: p.get("type", "string") + ("!" if n in required else "") for n, p in form["properties"].items()},
        "get": {p["name"]: p["schema"].get("type", "string") for p in path["get"]["parameters"] if p["in"] == "query"},
        "answer": list(answer["properties"]),
    }


LISTS = {
    "bot_api.json": ("telegram_bot_api.json", bot_api),
    "twilio_api.json": ("twilio_api_v2010.json", twilio_api),
}


def condensed(name: str, specs: Path) -> str:
    """The text that bot/emulator/`name` must have."""
    source, condense = LISTS[name]
    content = condense(json.loads((specs / source).read_text(encoding="utf-8")))
    lines = (f"{json.dumps(key)}: {_block(value)}" for key, value in content.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _block(value: object) -> str:
    """One line for each entry, so that a change of the specification is a readable diff."""
    if not isinstance(value, dict):
        return json.dumps(value)
    return "{\n" + ",\n".join(f" {json.dumps(k)}: {json.dumps(v)}" for k, v in value.items()) + "\n}"


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SPECS
    for each in LISTS:
        (HERE / each).write_text(condensed(each, folder), encoding="utf-8")
