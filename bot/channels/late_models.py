"""Import this before aiogram: its models are then built when they are first used, not all at the import.

aiogram declares its 600 pydantic models as `defer_build` and then builds every one of them, each with its own copy of all
that it may hold: 100 MB and two seconds, of which we use a dozen. The one step left out here is that loop; pydantic builds
a deferred model itself when it is used, and is handed the names that aiogram would have handed it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, Optional, Union

from pydantic import BaseModel

_build = BaseModel.model_rebuild.__func__  # type: ignore[attr-defined]  # the function under the classmethod
_names: dict[str, Any] = {}


def _rebuild(cls: type[BaseModel], /, **options: Any) -> bool | None:
    """`model_rebuild` with aiogram's names; does nothing while they are not known yet."""
    asked = {key: options[key] for key in ("force", "raise_errors") if key in options}
    return _build(cls, **asked, _types_namespace=_names) if _names else None


@contextmanager
def _put_off() -> Iterator[None]:
    usual = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(_rebuild)  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        BaseModel.model_rebuild = usual  # type: ignore[method-assign]


with _put_off():
    from aiogram import methods, types
    from aiogram.client.default import Default

_names.update({name: getattr(types, name) for name in types.__all__})
_names.update(List=list, Optional=Optional, Union=Union, Literal=Literal, Default=Default)
for _base in (types.TelegramObject, methods.TelegramMethod, methods.Response):
    _base.model_rebuild = classmethod(_rebuild)  # type: ignore[method-assign, assignment]
