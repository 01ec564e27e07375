"""Ask a trained model what it makes of messages: ``python ondervraag.py MODEL BERICHTEN.json UIT.json``.

A process of its own, run in the folder of the model: two models with components of the same name cannot share one.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import warnings
from pathlib import Path


def main(model: str, berichten: Path, uit: Path) -> None:
    """Write per message the intent that the pipeline ends in and the ranking of the classifier below the fallback."""
    warnings.simplefilter("ignore")
    from rasa.core.agent import Agent
    from rasa.utils.common import configure_logging_and_warnings
    from rasa.utils.log_utils import configure_structlog

    # Without this Rasa prints every message that it reads.
    configure_logging_and_warnings(logging.WARNING)
    configure_structlog(logging.WARNING)
    agent = Agent.load(model)

    async def vraag(tekst: str) -> dict[str, object]:
        gelezen = await agent.parse_message(tekst)
        rangorde = [(i["name"], i["confidence"]) for i in gelezen["intent_ranking"] if i["name"] != "nlu_fallback"]
        return {"antwoord": gelezen["intent"]["name"], "rangorde": rangorde}

    async def alles() -> list[dict[str, object]]:
        return [await vraag(tekst) for tekst in json.loads(berichten.read_text("utf-8"))]

    uit.write_text(json.dumps(asyncio.run(alles())), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
