# Two commands do everything, the set-up included: `make demo` and `make test`.
# What they install stands in .venv, except where they print that they run the system's package manager.

PYTHON ?= python3

.PHONY: demo test soak soak-table robustness robustness-table bench catalogue setup requirements clean

demo: setup
	@.venv/bin/assist-bot demo

test: setup quick-browser
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/pytest --quiet -n 3 --dist worksteal

# What is done is kept in .soak, for as long as the program is the same, and gone on with. RETRY=1 tries again what failed.
soak: setup quick-browser tesseract
	@.venv/bin/pytest --quiet -n 2 -m 'thorough or not thorough'
	@.venv/bin/python -m tests.soak $(if $(RETRY),--retry)

soak-table: setup
	@.venv/bin/python -m tests.soak --table

# The flows on a portal that was changed; kept in .robustness in the same way.
robustness: setup quick-browser
	@.venv/bin/python -m tests.robustness $(if $(RETRY),--retry)

robustness-table: setup
	@.venv/bin/python -m tests.robustness --table

# Every sentence for the person, collected; what a translator has done is kept, and what is new stands there without
# a translation.
catalogue: setup
	@.venv/bin/pybabel --quiet extract --mapping=pyproject.toml --no-default-keywords --keywords=say --keywords=mark \
		--add-location=file --sort-by-file --no-wrap --project=assist-bot --output=assist_bot/locale/assist_bot.pot assist_bot flows
	@.venv/bin/pybabel --quiet update --input-file=assist_bot/locale/assist_bot.pot --output-dir=assist_bot/locale \
		--domain=assist_bot --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

bench: setup
	@.venv/bin/python -m benchmarks

setup: .venv/ready

# Tests see no window: where root can have it, they use the browser that Debian has for that, at a fifth of the cost.
.PHONY: quick-browser
quick-browser:
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! command -v chromium-headless-shell >/dev/null; then \
		echo "Running: apt-get install -y chromium-headless-shell"; apt-get update -qq >/dev/null 2>&1; \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium-headless-shell >/dev/null 2>&1 || true; \
	fi

# The slow tests read the pictures of whole runs with it; where it is missing they say so and leave that out.
.PHONY: tesseract
tesseract:
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! command -v tesseract >/dev/null; then \
		echo "Running: apt-get install -y tesseract-ocr"; apt-get update -qq >/dev/null 2>&1; \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq tesseract-ocr >/dev/null 2>&1 || true; \
	fi

clean:
	rm -rf .venv .uv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Newer versions of all libraries, none younger than a week: most of what is smuggled into one is found by then.
# The project's maintainers type this; look at what changed before you keep it.
requirements: setup
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade --target .uv uv
	@PYTHONPATH=.uv UV_CUSTOM_COMPILE_COMMAND="make requirements" .venv/bin/python -m uv pip compile --quiet --upgrade \
		--universal --python-version 3.11 --all-extras --exclude-newer "1 week" --only-binary :all: \
		--emit-build-options --generate-hashes --no-annotate --output-file requirements.txt pyproject.toml
	@rm -rf .uv

# The stamp comes last: a set-up that was cut short is done again.
.venv/ready: pyproject.toml requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed. Name it like this: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@.venv/bin/python -m pip --version >/dev/null 2>&1 || $(MAKE) --no-print-directory environment
	@echo "Installing what requirements.txt lists into .venv (a minute or two, once)"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@.venv/bin/python -m assist_bot.browser_finding
	@touch $@

# Debian's Python comes without ensurepip: venv then fails, and leaves a folder that looks like an environment.
.PHONY: environment
environment:
	@rm -rf .venv
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { rm -rf .venv; $(MAKE) --no-print-directory python3-venv; }
	@test -d .venv || $(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.PHONY: python3-venv
python3-venv:
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Running: apt-get update"; apt-get update -qq >/dev/null; \
		echo "Running: apt-get install -y python3-venv"; \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null; \
	else \
		echo "$(PYTHON) cannot make environments. On Debian or Ubuntu type: sudo apt-get install -y python3-venv" >&2; \
		exit 1; \
	fi
