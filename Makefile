# Everything a user or a developer types. The environment is made in .venv on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_CHECK := $(VENV)/.ready-check
READY_BENCH := $(VENV)/.ready-bench
PEERS := pyahocorasick spacy juditha

.PHONY: run test test-long check bench lock clean help

help:            ## what there is
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'

$(READY): $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(READY_CHECK): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group check
	@touch $@

# Peers must not move the versions that are measured: one that wants others gets an environment of its own, and one that
# does not install at all leaves its row empty.
$(READY_BENCH): $(READY)
	$(BIN)/python -m pip freeze --exclude-editable >$(VENV)/constraints.txt
	@for peer in $(PEERS); do \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(VENV)/constraints.txt --group bench-$$peer \
			|| { $(PYTHON) -m venv $(VENV)/peers/$$peer \
				&& $(VENV)/peers/$$peer/bin/python -m pip install --quiet --upgrade 'pip>=25.1' \
				&& $(VENV)/peers/$$peer/bin/python -m pip install --quiet -e . --group bench-$$peer; } \
			|| echo "$$peer does not install here: its row will say so"; \
	done
	@touch $@

run: $(READY)    ## set up and screen the bundled sample news against the bundled sample lists, offline
	@status=0; $(BIN)/watchlist run --once --config config/offline.yaml || status=$$?; \
	echo; \
	echo "Try it on any text:    echo 'Sergej Schoigu traf Putin in Moskau' | $(BIN)/watchlist scan - --config config/offline.yaml"; \
	echo "With internet, on the real lists and news:"; \
	echo "    $(BIN)/watchlist init my-watch && cd my-watch"; \
	echo "    ../$(BIN)/watchlist lists update"; \
	echo "    ../$(BIN)/watchlist run --once"; \
	exit $$status

test: $(READY_CHECK) ## the whole test suite, offline
	$(BIN)/python -m pytest -n 2 -m "not slow"

test-long: $(READY_CHECK) ## what takes longer: hundreds of random histories, real editions of lists
	$(BIN)/python -m pytest -n 2 -m slow

check: $(READY_CHECK) ## format, lint, types, and who may import whom
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY_BENCH) ## speed, memory and recall beside other tools in one run; QUICK=1 for a tenth of it
	$(BIN)/python -m bench $(if $(QUICK),--quick)

lock:            ## renew requirements.lock from pyproject.toml (needs uv)
	uv export --no-dev --no-emit-project --no-header --quiet -o requirements.lock
	rm -f uv.lock

clean:           ## remove what the targets above made
	rm -rf $(VENV) var .mypy_cache .ruff_cache .import_linter_cache .hypothesis
