"""aiogram's models are built when they are used: most never are, and every one of them can be."""

import json
import subprocess
import sys

PROBE = """
import json
import bot.channels.telegram
from aiogram import methods, types
models = [
    getattr(where, name) for where in (types, methods) for name in where.__all__
    if hasattr(getattr(where, name), "model_rebuild")
]
built = sum(model.__pydantic_complete__ for model in models)
for model in models:
    model.model_rebuild()
print(json.dumps([len(models), built, sum(model.__pydantic_complete__ for model in models)]))
"""


def test_models_are_built_late_and_all_can_be() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    models, built, can_be = json.loads(done.stdout)
    assert models > 500
    assert built < models / 3
    assert can_be == models


def test_a_model_that_was_not_built_yet_reads_what_it_should() -> None:
    probe = (
        "import bot.channels.telegram; from aiogram.types import Poll; "
        "print(Poll.model_validate({'id': '1', 'question': 'Tea?', 'options': [], 'total_voter_count': 0,"
        " 'is_closed': False, 'is_anonymous': True, 'type': 'regular', 'allows_multiple_answers': False,"
        " 'allows_revoting': True, 'members_only': False}).question)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Tea?"
