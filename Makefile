# Everything a person does here. `make demo` shows the product; `make check` is what must pass before a commit.
SHELL := /bin/bash
PY := .venv/bin/python
MANAGE := $(PY) manage.py
SERVE ?= yes
PORT ?= 8000
DEMO_PLANS := mayors-2025-2026 dumpsites-2024-2025 dumpsites-2021-2022 corett-2020-2022 pao-cocaine-2022-2023 ribera-2024 ribera-2025
PYTEST := $(PY) -m pytest -n 2 --dist loadfile
SOURCES := config coalitions plans reporting tests manage.py

# WeasyPrint needs Pango; translations need gettext; tests need a browser and the tools that read PDFs.
SYSTEM := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 gettext chromium qpdf poppler-utils

.PHONY: setup system demo serve test proof bench check format messages lock

setup: system .venv/installed .env
	@mkdir -p var/demo
	$(MANAGE) compilemessages -v 0 --ignore .venv
	$(MANAGE) migrate -v 0
	$(MANAGE) createcachetable
	$(MANAGE) collectstatic -v 0 --noinput

system:
	@missing=""; for p in $(SYSTEM); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then run=""; \
	elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then run="sudo"; \
	else echo "Please install these system packages (on Debian: sudo apt-get install$$missing), then run make again."; exit 1; fi; \
	echo "Installing$$missing"; \
	$$run apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$run apt-get install -y -qq --no-install-recommends $$missing >/dev/null

.venv/installed: requirements-dev.txt
	python3 -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

.env:
	@python3 -c "import secrets; print('# Made by make setup for this machine; see .env.example'); print('SECRET_KEY=' + secrets.token_urlsafe(60)); print('HTTPS=no'); print('SITE_URL=http://localhost:8000'); print('ALLOWED_HOSTS=localhost,127.0.0.1')" > .env
	@chmod 600 .env

demo: setup
	$(MANAGE) load_demo
	@(for plan in $(DEMO_PLANS); do for language in es en; do echo $$plan $$language; done; done; \
	for plan in mayors-2025-2026 ribera-2025; do echo $$plan es+en; done) \
	| xargs -P 2 -L 1 sh -c 'for format in html pdf; do $(MANAGE) render_report $$0 --language $$1 --to var/demo/$$0.$$1.$$format >/dev/null || exit 255; done'
	@$(MANAGE) render_report ribera-2025 --kind plan --language es+en --to var/demo/ribera-2025.plan.es+en.pdf >/dev/null
	@echo "The reports are in var/demo/."
ifeq ($(SERVE),yes)
	@$(MAKE) --no-print-directory serve
endif

serve:
	@echo "Open http://localhost:$(PORT)/ in a browser; stop with Ctrl+C."
	@$(MANAGE) work -v 0 & worker=$$!; trap 'kill $$worker 2>/dev/null; wait $$worker' EXIT; trap 'exit 0' INT TERM; \
	$(PY) -m gunicorn config.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --access-logfile /dev/null

test:
	$(PYTEST) -m "not proof"
	$(PY) tests/postgres.py $(PYTEST) -m "not proof and not browser"

proof:
	PROOF=yes $(PYTEST)
	PROOF=yes $(PY) tests/postgres.py $(PYTEST) -m "not browser"

bench:
	$(PY) -m tests.bench.run

check:
	$(PY) -m ruff format --check $(SOURCES)
	$(PY) -m ruff check $(SOURCES)
	$(PY) -m mypy config coalitions plans reporting
	$(MANAGE) makemigrations --check --dry-run -v 0
	HTTPS=yes $(MANAGE) check --deploy --fail-level WARNING
	$(MAKE) --no-print-directory test

format:
	$(PY) -m ruff check --fix -q $(SOURCES)
	$(PY) -m ruff format -q $(SOURCES)

# Sorted and unwrapped, so that two branches rarely touch the same lines.
messages:
	$(MANAGE) makemessages -l es --no-location --no-obsolete --no-wrap --ignore .venv --ignore var --ignore tests
	msgcat --sort-output --no-wrap locale/es/LC_MESSAGES/django.po | grep -v '^"POT-Creation-Date' > var/sorted.po
	mv var/sorted.po locale/es/LC_MESSAGES/django.po

# Lock files carry hashes and no addresses.
lock:
	for extra in "" "--extra dev"; do .venv/bin/uv pip compile --quiet --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links $$extra pyproject.toml -o requirements$${extra:+-dev}.txt; done
