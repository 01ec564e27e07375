# De opdrachten van de leerkredietassistent. `make` of `make help` toont ze.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:
PY := .venv/bin/python
export PYTHONNOUSERSITE := 1
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
# Wat een andere omgeving zoekt, hoort niet bij deze.
unexport PYTHONPATH
unexport PYTHONHOME

.PHONY: help opzet start chat train test lint controle verhalen meet opmaak slot schoon

help: ## toon deze lijst
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

opzet: ## zet alles klaar: Python 3.10, pakketten, taalmodel
	@scripts/setup

start: opzet ## start de bot en de chatpagina (PORT en HOST kiezen waar)
	@$(PY) scripts/train.py --als-nodig
	@exec $(PY) scripts/start.py

chat: opzet ## praat met de bot in de terminal
	@$(PY) scripts/train.py --als-nodig
	@exec $(PY) scripts/chat.py

train: opzet ## train een model in models/
	@exec $(PY) scripts/train.py

test: opzet ## controleer de code en voer alle tests uit
	@$(PY) scripts/train.py --als-nodig
	@$(MAKE) --no-print-directory lint
	@exec $(PY) -m pytest $(TESTS)

lint: opzet ## controleer stijl en types
	@$(PY) -m ruff check .
	@$(PY) -m mypy

controle: opzet ## controleer de inhoud: antwoorden, knoppen, cijfers, taal
	@exec $(PY) -m controle

verhalen: opzet ## speel de gesprekken van tests/verhalen en maak verhalen.html (ARGS kiest welke)
	@$(PY) scripts/train.py --als-nodig
	@exec $(PY) scripts/verhalen.py $(ARGS)

meet: opzet ## meet op geschreven gesprekken (MAP een andere map, BOT een assistent die al draait; zie docs/meten.md)
	@$(if $(BOT),,$(PY) scripts/train.py --als-nodig)
	@exec $(PY) scripts/meet.py $(if $(MAP),--map "$(MAP)") $(if $(BOT),--bot "$(BOT)") $(ARGS)

opmaak: opzet ## breng de code in de vaste vorm
	@$(PY) -m ruff check --fix-only --select I .
	@$(PY) -m ruff format .

slot: opzet ## vernieuw de vaste versies na een wijziging in requirements.in
	@scripts/slot

schoon: ## verwijder de omgeving, de modellen en de tussenresultaten (de gesprekken blijven)
	@rm -rf .venv .opzet .rasa models .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
