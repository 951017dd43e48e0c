# Nothing but Python 3.11 or newer and make is needed; everything else is set up here, from the hash-locked lists.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check bench lock clean

demo: .venv/runtime ; $(BIN)/panoh demo
test: .venv/test ; $(BIN)/python -m pytest
bench: .venv/test ; $(BIN)/python -m tests.benchmarks

check: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/panoh check

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Panoh needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@echo "Setting up .venv ..."
	$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime: requirements/runtime.txt pyproject.toml | .venv/python
	@echo "Installing the locked dependencies (about a minute the first time) ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test: requirements/test.txt .venv/runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

lock: ; uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q requirements/runtime.in -o requirements/runtime.txt && uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q requirements/test.in -o requirements/test.txt

clean: ; rm -rf .venv
