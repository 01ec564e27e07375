"""The bare shell: the smallest Rasa project that answers, to know what Rasa itself costs on this machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from benchmarks.proefmap import Bot
from benchmarks.proefmap import proces
from benchmarks.proefmap import voer_uit
from benchmarks.proefmap import vrije_poorten
from benchmarks.proefmap import wacht_op


#: What the answers say, so that a measurement can see that the right one came.
ANTWOORD: Final = "Vier uur per week."
UITKOMST: Final = "Dat is 170."
#: A message that the rule answers, and one for the action.
VRAAG: Final = "hoeveel uur les heb ik"
SOM: Final = "tel dit op 60 en 45"

_BESTANDEN: Final = {
    "config.yml": """
recipe: default.v1
language: nl
pipeline:
- name: WhitespaceTokenizer
- name: CountVectorsFeaturizer
- name: LogisticRegressionClassifier
policies:
- name: RulePolicy
""",
    "domain.yml": f"""
version: "3.1"
intents: [vraag, som]
responses:
  utter_antwoord:
  - text: {ANTWOORD}
actions: [action_som]
""",
    "data.yml": """
version: "3.1"
nlu:
- intent: vraag
  examples: |
    - hoeveel uur les heb ik
    - hoeveel lessen zijn er per week
    - hoe lang duurt een les
- intent: som
  examples: |
    - tel dit op 60 en 45
    - tel op 54 en 42
    - tel 30 en 20 op
rules:
- rule: vraag
  steps:
  - intent: vraag
  - action: utter_antwoord
- rule: som
  steps:
  - intent: som
  - action: action_som
""",
    "acties.py": f"""
from rasa_sdk import Action


class Som(Action):
    def name(self):
        return "action_som"

    def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text="{UITKOMST}")
        return []
""",
    "credentials.yml": "rest: {}\n",
}
_EINDPUNTEN: Final = """
action_endpoint:
  url: http://127.0.0.1:{actiepoort}/webhook
tracker_store:
  type: SQL
  dialect: sqlite
  db: gesprekken.db
"""


def schrijf_schil(map_: Path, actiepoort: int) -> None:
    """Write the project to the new folder ``map_``."""
    map_.mkdir(parents=True)
    for naam, inhoud in _BESTANDEN.items():
        (map_ / naam).write_text(inhoud.lstrip(), "utf-8")
    (map_ / "endpoints.yml").write_text(_EINDPUNTEN.format(actiepoort=actiepoort).lstrip(), "utf-8")


@contextmanager
def schil(map_: Path) -> Iterator[Bot]:
    """Write, train and start the shell in the new folder ``map_``; it answers on Rasa's own REST channel."""
    poort, actiepoort = vrije_poorten(2)
    schrijf_schil(map_, actiepoort)
    rasa = [sys.executable, "-m", "rasa"]
    voer_uit([*rasa, "train", "--data", "data.yml", "--fixed-model-name", "schil"], map_, "schil-training")
    acties = [sys.executable, "-m", "rasa_sdk", "--actions", "acties", "--port", str(actiepoort)]
    bot = [*rasa, "run", "--model", "models/schil.tar.gz", "--port", str(poort), "--interface", "127.0.0.1"]
    with (
        proces(acties, map_, "schil-acties") as actieserver,
        proces(bot, map_, "schil-bot") as gestart,
    ):
        wacht_op(actiepoort, "/health", actieserver)
        starttijd = wacht_op(poort, "/", gestart)
        yield Bot(poort, starttijd, (gestart.kind.pid, actieserver.kind.pid))
