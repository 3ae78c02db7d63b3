# make demo    sets everything up and shows the main job on the bundled reports
# make test    sets everything up and runs every check
# make bless   takes over how the golden reports are read now; review the diff
# make bench   measures the speed of each stage (IN=FILE: on other reports than the demo's) and of the ledger (CLAIMS, by default a million)
# make quality measures the quality against the gold in CORPORA, REPORTS and GOLD with the scorers in SCORERS
# make pictures takes anew the pictures of the page that the papers show
# make vendor  fetches what the page uses of others' work, in the releases that vendor/packages.toml pins
# make train   trains the reader anew (hours on two cores; a GPU is used if torch finds one) and packs it into the package

PYTHON  ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
SOURCES ?= all
CORPORA ?= ../shared/corpora
REPORTS ?= ../shared/reports
GOLD    ?= ../shared/gold
SCORERS ?= ../shared/score
VENV    := .venv
BIN     := $(VENV)/bin
PIP     := $(BIN)/python -m pip --quiet --disable-pip-version-check install
RUN     := training/runs/$(SOURCES)
POLNEAR := $(CORPORA)/attribution/polnear-dev.jsonl.gz
GVA     := $(CORPORA)/events/gva.jsonl.gz
MUC     := $(CORPORA)/events/muc4.jsonl.gz
PLACE   := $(CORPORA)/place

.PHONY: demo test bench quality train format bless vendor pictures clean
.DEFAULT_GOAL := test

demo: $(VENV)/.ready
	@$(BIN)/hearsay demo

test: $(VENV)/.ready-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest

bench: $(VENV)/.ready
	@$(BIN)/python bench/speed.py $(if $(IN),--in $(IN))
	@$(BIN)/python bench/ledger.py $(if $(CLAIMS),--claims $(CLAIMS))

quality: $(VENV)/.ready
	@for folder in $(CORPORA) $(REPORTS) $(GOLD) $(SCORERS); do test -d $$folder || { echo \
		"make quality needs gold and scorers, and there is no $$folder; set CORPORA, REPORTS, GOLD and SCORERS" >&2; exit 1; }; done
	@mkdir -p build
	@echo "claims ($(GOLD)/dev.jsonl)"
	@$(BIN)/python bench/quality.py --task claims --in $(REPORTS)/dev.jsonl --gold $(GOLD)/dev.jsonl --scorers $(SCORERS) --out build/claims.jsonl
	@echo "deaths of the events that UCDP has a row of ($(GOLD)/events.json)"
	@$(BIN)/python bench/quality.py --task deaths --in $(REPORTS)/dev.jsonl --gold $(GOLD)/events.json --out build/deaths.jsonl
	@echo "attribution ($(POLNEAR))"
	@$(BIN)/python bench/quality.py --task attribution --in $(POLNEAR) --gold $(POLNEAR) --scorers $(SCORERS) --out build/attribution.jsonl
	@echo "killed and injured of the main incident ($(GVA))"
	@$(BIN)/python bench/quality.py --task gva --in $(GVA) --gold $(GVA) --split dev --out build/gva.jsonl
	@echo "reports of one event ($(GOLD)/events.json)"
	@$(BIN)/python bench/quality.py --task link --in $(REPORTS)/dev.jsonl --gold $(GOLD)/events.json --out build/events.jsonl
	@echo "reports of one incident ($(GVA))"
	@$(BIN)/python bench/quality.py --task link --in $(GVA) --gold $(GVA) --split dev --out build/incidents.jsonl
	@echo "victims of the keys ($(MUC))"
	@$(BIN)/python bench/quality.py --task muc --in $(MUC) --gold $(MUC) --split dev --out build/muc.jsonl
	@for name in timebank aquaint wikiwars; do echo "expressions of time ($(CORPORA)/time/$$name.jsonl.gz)"; $(BIN)/python bench/quality.py --task time \
		--in $(CORPORA)/time/$$name.jsonl.gz --gold $(CORPORA)/time/$$name.jsonl.gz --scorers $(SCORERS) --out build/$$name.jsonl || exit 1; done
	@echo "places (LGL, GeoVirus)"
	@$(BIN)/python bench/quality.py --task place --in $(PLACE)/lgl.jsonl.gz --gold $(PLACE)/lgl.jsonl.gz --scorers $(SCORERS) --out build/lgl.jsonl
	@$(BIN)/python bench/quality.py --task place --in $(PLACE)/geovirus.jsonl.gz --gold $(PLACE)/geovirus.jsonl.gz --scorers $(SCORERS) \
		--out build/geovirus.jsonl
	@echo "the two parties' names exchanged ($(REPORTS)/dev.jsonl)"
	@$(BIN)/python bench/swapped.py --in $(REPORTS)/dev.jsonl

format: $(VENV)/.ready-dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

train: $(VENV)/.ready-train
	$(BIN)/python -m training.fit --corpora $(CORPORA) --sources $(SOURCES) --out $(RUN) --stage broad
	$(BIN)/python -m training.fit --corpora $(CORPORA) --sources $(SOURCES) --out $(RUN) --stage fine
	$(BIN)/python -m training.fit --corpora $(CORPORA) --sources $(SOURCES) --out $(RUN) --stage voices
	$(BIN)/python -m training.pack --corpora $(CORPORA) --run $(RUN) --out $(RUN)/reader
	$(BIN)/python -m training.evaluate --corpora $(CORPORA) --scorers $(SCORERS) --weights $(RUN)/reader --out $(RUN)/scores.json
	$(if $(filter all,$(SOURCES)),cp $(RUN)/reader/* src/hearsay/weights/reader-en/)
	$(BIN)/python -m training.card --scores $$(ls training/runs/*/scores.json) \
		--out src/hearsay/weights/reader-en/card.md

bless: $(VENV)/.ready-dev
	$(BIN)/python -m tests.golden.readings
	@git --no-pager diff --stat -- tests/golden

pictures: $(VENV)/.ready-dev
	@$(BIN)/python -m docs.pictures

vendor: | $(BIN)/python
	@$(BIN)/python vendor/fetch.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .hypothesis src/*.egg-info

# A stamp says what was installed last, so that the second call starts at once.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "hearsay needs Python 3.11 or newer with the venv module; set PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "setting up $(VENV) with $(PYTHON) (once)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml | $(BIN)/python
	@$(PIP) --editable .
	@touch $@

$(VENV)/.ready-dev: pyproject.toml | $(BIN)/python
	@$(PIP) --editable '.[dev]'
	@$(PIP) followthemoney >/dev/null 2>&1 || echo "followthemoney cannot be built here (it needs g++, pkg-config and libicu-dev): its tests are left out"
	@touch $@ $(VENV)/.ready

$(VENV)/.ready-train: pyproject.toml | $(BIN)/python
	@$(PIP) --editable '.[train]'
	@touch $@ $(VENV)/.ready
