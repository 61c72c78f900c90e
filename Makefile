# make setup   the environment for running and developing, in .venv
# make run     opens the window; ARGS="clip.mp4" passes options on
# make test    everything: lint, then all tests
# make lint    style, types, and who may import whom
# make docs    the pages as a site, into build/site; make docs-check: and whether they are right
# make translations the windows' texts into resources/i18n, and what languages lack
# make packages what people without Python install, into dist/
# make pictures those of README and guide, by the program itself, from the demo clip
# make release whether everything is ready for one
# make wheel   the wheel, into dist/, installed and used in an empty environment

VENV := .venv
BLENDER := .venv-blender
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
SCREEN := xvfb-run -a -s "-screen 0 1280x800x24"
# pytest's own arguments, e.g. make test ARGS="tests/engines -x"
ARGS ?=

# On Linux without a screen the window opens on a virtual one. macOS and Windows have their own.
ifeq ($(shell uname -s),Linux)
TEST_SCREEN := $(SCREEN)
ifeq ($(DISPLAY)$(WAYLAND_DISPLAY),)
RUN_SCREEN := $(SCREEN)
endif
endif

# With NVIDIA's driver the extra for its cards comes too.
NVIDIA := $(if $(wildcard /proc/driver/nvidia/version)$(shell command -v nvidia-smi),[tensorrt])

.PHONY: setup run test lint format docs docs-check translations pictures wheel packages release clean
.DEFAULT_GOAL := setup
.DELETE_ON_ERROR:

setup: $(VENV)/.ready-to-test

run: $(VENV)/.ready-to-run
	$(RUN_SCREEN) $(PY) -m posecam $(ARGS)

test: lint $(BLENDER)/.ready
	$(TEST_SCREEN) $(PY) -m pytest $(ARGS)

lint: $(VENV)/.ready-to-test
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo

format: $(VENV)/.ready-to-test
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

docs: $(VENV)/.ready-for-docs
	NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs build --strict --quiet

docs-check: docs
	$(PY) -m docs.tooling.check

translations: $(VENV)/.ready-to-run
	$(PY) -m docs.tooling.translations

pictures: $(VENV)/.ready-to-run
	$(RUN_SCREEN) $(PY) -m docs.tooling.pictures

# It is built, installed where nothing else is, and used: window, process, export.
wheel: $(PY)
	$(PY) installers/check_wheel.py build/wheel
	mkdir -p dist && cp build/wheel/posecam-*.whl dist/

# In an environment that has nothing but what posecam needs, for all of it goes into the package.
packages: $(PY)
	$(PY) -m venv build/environment
	build/environment/bin/python -m pip install --quiet --disable-pip-version-check . "pyinstaller==6.*"
	build/environment/bin/python installers/package.py dist

release: lint
	$(PY) installers/check_release.py --wheel

clean:
	rm -rf $(VENV) $(BLENDER) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# The stamps stand for what pyproject.toml asks for: a second call costs nothing.
$(PY):
	@test -n "$(PYTHON)" || { echo "posecam needs Python 3.11 or newer." >&2; exit 1; }
	@.ci/system-packages
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready-to-run: pyproject.toml .ci/system-packages | $(PY)
	@.ci/system-packages
	$(PIP) --editable ".$(NVIDIA)"
	@touch $@

$(VENV)/.ready-to-test: pyproject.toml .ci/system-packages | $(PY)
	@.ci/system-packages tests
	$(PIP) --editable ".[training,onnxruntime,tensorrt,cluster,dev]"
	@touch $@ $(VENV)/.ready-to-run

$(VENV)/.ready-for-docs: pyproject.toml | $(PY)
	$(PIP) --editable ".[docs]"
	@touch $@

# Two tests open exported files in Blender. It wants a NumPy of its own, so an environment of its own;
# where there is a Blender already, that is taken.
$(BLENDER)/.ready: | $(PY)
	@command -v blender >/dev/null || { \
	    echo "Installing Blender for two of the tests: 0.4 GB, into $(BLENDER)"; \
	    $(PY) -m venv $(BLENDER) && \
	    $(BLENDER)/bin/python -m pip install --quiet --disable-pip-version-check \
	        --only-binary :all: "bpy==4.5.*" && touch $@; } || { \
	    rm -rf $(BLENDER); \
	    echo "There is no Blender as a package for this Python, so two tests are skipped; for them" \
	        "install it from https://www.blender.org/download or with: sudo apt-get install blender"; }
