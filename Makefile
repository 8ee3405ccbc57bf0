# Two commands for a fresh machine: `make site` and `make test`. Each sets up what it needs, in .venv/, and nowhere else.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
RUN := .venv/run.stamp
DEV := .venv/dev.stamp

.DEFAULT_GOAL := site
.PHONY: site serve test hostile check format words pictures bench lock clean

site: $(RUN) ## Build the digest in content/ into site/.
	$(BIN)/python -m digest build

serve: $(RUN) ## Build, show, and rebuild on every change.
	$(BIN)/python -m digest serve

# A browser beside other tests is late, and its tests flake: they come after the others, also where one of those fails.
test: $(DEV) ## Run all tests, those in a browser too.
	sh tests/browser/get-chromium.sh $(BIN)/python
	$(BIN)/python -m pytest -m "not browser" --numprocesses auto --maxprocesses 8; others=$$?; \
		$(BIN)/python -m pytest -m browser && exit $$others

hostile: $(DEV) ## Run the large probes of a folder that holds them: make hostile HOSTILE=FOLDER (see SECURITY.md).
	@test -d "$(HOSTILE)" || { echo "Say where the probes are: make hostile HOSTILE=FOLDER" >&2; exit 2; }
	$(BIN)/python bench/hostile.py "$(HOSTILE)" $(PROBES)

check: $(DEV) ## Format, lint, types, contracts: what can be told without running the program.
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

format: $(DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

words: $(DEV) ## Gather the words of the interface, and bring new ones to each language for translation.
	$(BIN)/pybabel --quiet extract --mapping-file pyproject.toml --keywords say --omit-header --no-location --sort-output \
		--no-wrap --output-file digest/locales/digest.pot .
	$(BIN)/pybabel --quiet update --domain digest --input-file digest/locales/digest.pot --output-dir digest/locales \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap

pictures: $(DEV) ## Take the pictures of the example for the documents.
	$(BIN)/python bench/pictures.py

bench: $(DEV) ## Measure builds and saves beside other generators; less with BENCH="--sizes 1000 --runs 1".
	$(BIN)/python bench/peers.py --work .venv/bench $(BENCH)
	$(BIN)/python bench/serving.py --work .venv/bench

lock: $(DEV) ## Pin the newest versions that pyproject.toml allows.
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile $(PIN) --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile $(PIN) --extra dev --extra search --extra cluster --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
PIN := --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

clean: ## Remove what was set up and cached; content/ and site/ stay.
	rm -rf .venv .digest-cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is not on the PATH. Install it, or say where: make PYTHON=/path/to/python3" >&2; exit 2; }
	$(PYTHON) -m venv .venv

$(RUN): requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	touch $@

$(DEV): requirements-dev.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@ $(RUN)
