# Two commands for everyone: `make serve` and `make test`. Each makes the virtual environment that it needs.
SHELL := /bin/bash
PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11 python3.14,\
    $(shell $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
SOAK ?= full

.PHONY: help serve test check format soak image-test release-check sbom bench bench-check docs pictures constraints clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15

serve: $(VENV)/.serve  ## start the double with its demo seed (ARGS="--port 0" adds flags)
	@$(BIN)/mock-isales serve $(ARGS)

test: $(VENV)/.dev  ## run the whole test suite (ARGS="-k pace" narrows it)
	$(BIN)/python -m pytest -n auto --cov --cov-report= $(ARGS)
ifndef ARGS
	$(BIN)/coverage report --include='mock_isales/contract/*,mock_isales/engine/*' --fail-under=100
endif

check: $(VENV)/.dev  ## the static part: formatting, lint, types, direction of dependencies, generated files, pages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --quiet docs build/docs

format: $(VENV)/.dev  ## put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.dev  ## write the generated pages anew, and build all as a site in build/docs
	$(BIN)/python docs/generate.py
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --quiet docs build/docs

pictures: $(VENV)/.dev  ## take the pictures of the page anew (docs/pictures)
	PICTURES=docs/pictures $(BIN)/python -m pytest -q tests/ui/test_pictures.py

soak: $(VENV)/.dev  ## what takes long (SOAK=short: the form that CI runs)
	SOAK=$(SOAK) $(BIN)/python -m pytest -m soak

image-test: $(VENV)/.dev  ## build the container image and run it: as root, with buildah and debootstrap (5 minutes)
	$(BIN)/python -m pytest -m image tests/image $(ARGS)

release-check: $(VENV)/.dev  ## build wheel and source distribution into dist/, and check what they hold, say and bring along
	$(BIN)/python -m release.check

sbom: $(VENV)/.dev  ## list the image's Python packages in dist/, as CycloneDX has it (EXTRAS=ui: of an image with the page)
	$(BIN)/python -m release.sbom $(EXTRAS)

bench: $(VENV)/.dev  ## measure it beside other servers (ARGS="--quick --only start"; benchmarks/peers/setup.sh installs them)
	$(BIN)/python -m benchmarks.bench $(ARGS)

bench-check: $(VENV)/.dev  ## count the instructions of some calls; more than 10 % above the stored figure is a failure
	$(BIN)/python -m benchmarks.instructions $(ARGS)

constraints: $(VENV)/.dev  ## pin what the environment holds now
	$(BIN)/python -m pip freeze --exclude-editable | grep -E '^[A-Za-z0-9._-]+==[^ ]+$$' > constraints.txt

clean:  ## remove what was built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "mock-isales needs Python 3.11 or newer, and found none on the PATH" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) cannot make a virtual environment: install its venv module (Debian: apt-get install python3-venv)" >&2; rm -rf $(VENV); exit 2; }

$(VENV)/.serve: pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing mock-isales into $(VENV) (once)" >&2
	@$(PIP) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing mock-isales and its test tools into $(VENV) (once)" >&2
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.serve
