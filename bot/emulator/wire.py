"""How a Bot API call arrives over HTTP: parameters and files out of a query, a form, a multipart body or JSON."""

import json
from email import message_from_bytes
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, ClientResponse, MultipartReader, web

from bot.emulator.checks import File, bad

Json = dict[str, Any]
ATTACHED = "attach://"


async def parameters(request: web.Request) -> Json:
    """Everything that came with the request, not yet checked."""
    params: Json = dict(parse_qsl(request.query_string, keep_blank_values=True)) if request.query_string else {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return params | await multipart(await request.multipart())
    body = await request.read()
    return params | decoded(kind, body) if body else params


def decoded(kind: str, body: bytes) -> Json:
    """A body that is JSON or a form; an empty or unknown one holds nothing."""
    if kind == "application/json":
        try:
            value = json.loads(body)
        except ValueError as problem:
            raise bad("can't parse JSON object") from problem
        if not isinstance(value, dict):
            raise bad("object expected")
        return value
    if kind == "application/x-www-form-urlencoded":
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    return {}


async def multipart(reader: MultipartReader) -> Json:
    """A multipart body; a value `attach://name` becomes the part of that name."""
    values: Json = {}
    parts: dict[str, File] = {}
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = bytes(await part.read(decode=True))
        if part.filename is None:
            values[part.name] = data.decode()
        else:
            parts[part.name] = File(part.filename, part.headers.get("Content-Type", ""), data)
    for name, value in values.items():
        if isinstance(value, str) and value.startswith(ATTACHED):
            if (name_of_part := value.removeprefix(ATTACHED)) not in parts:
                raise bad(f'there is no part "{name_of_part}" in the request')
            values[name] = parts.pop(name_of_part)
    return values | parts


async def call_in_reply(response: ClientResponse) -> Json:
    """The call that a webhook's answer may hold: `method` beside its parameters."""
    body = await response.read()
    if b"method" not in body:
        return {}
    if response.content_type.startswith("multipart/"):
        return _fields(response.headers["Content-Type"], body)
    return decoded(response.content_type, body)


def _fields(kind: str, body: bytes) -> Json:
    """The text fields of a multipart body that is already read."""
    message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body, policy=HTTP)
    parts = (
        (p.get_param("name", header="content-disposition"), p.get_payload(decode=True)) for p in message.iter_parts()
    )
    return {str(name): value.decode() for name, value in parts if name and isinstance(value, bytes)}
