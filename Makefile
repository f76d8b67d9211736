# Laget runt. `make` lists what can be done.
PYTHON ?= python3
PORT ?= 8000
DATA ?= data
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:

.DEFAULT_GOAL := help
.PHONY: help install install-dev demo test accuracy bench lint format clean

help: ## List the targets
	@echo "Laget runt: the memory of a network."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "  PORT=8000 and DATA=data choose the demo's port and the folder of its database and files."

install: $(VENV)/.installed ## Make the virtual environment with the locked dependencies

install-dev: $(VENV)/.installed-dev ## The same, with what the tests and checks need

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	@echo "Making the virtual environment …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements/app.txt pyproject.toml
	@echo "Installing the locked dependencies (about a minute the first time) …"
	@$(PIP) -r requirements/app.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements/dev.txt
	@echo "Installing what the tests and checks need …"
	@$(PIP) -r requirements/dev.txt
	@touch $@

demo: export LAGETRUNT_DATA = $(abspath $(DATA))
demo: install ## Start the example region and print its address
	@$(BIN)/lagetrunt demo --port $(PORT)

test: install-dev ## Run every check and test that can run here (STRICT=1: leaving something out is a failure)
	@$(BIN)/python tools/check_everything.py

accuracy: install-dev ## Precision, recall and F1 of the reader, per kind of record
	@$(BIN)/python bench/accuracy.py

bench: install-dev ## Measure speed, memory and scale as ratios, and the long proofs
	@$(BIN)/python bench/run.py

lint: install-dev ## Formatting, style, types, import contracts, templates, migrations, translations
	@$(BIN)/python tools/check_everything.py --only lint

format: install-dev ## Format code and sort imports
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix-only --quiet .

clean: ## Remove the virtual environment and caches (never the data)
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
