"""What the bot says, in the form in which the chat on a website shows it."""

from __future__ import annotations

from typing import Any
from typing import Callable
from typing import Final
from typing import Mapping

from rasa.core.channels.channel import OutputChannel


#: The parts of an answer that an action may send beside text and buttons; nothing else of it reaches a student.
RIJKE_DELEN: Final = ("tabel", "beeld", "document", "contact")

Bericht = dict[str, Any]


class WidgetUitvoer(OutputChannel):
    """Collects one Bericht for each message of the bot.

    Args:
        verzegel: seals the payload of a button for the session that it is offered in.
    """

    def __init__(self, verzegel: Callable[[str], str]) -> None:
        self._verzegel = verzegel
        self.berichten: list[Bericht] = []

    @classmethod
    def name(cls) -> str:
        return "widget"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Text, buttons and the rest of one message of the bot stay together."""
        bericht = naar_widget(message, self._verzegel)
        if bericht:
            self.berichten.append(bericht)

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        """For the few places where Rasa does not go by way of ``send_response``."""
        await self.send_response(recipient_id, {"text": text})


def naar_widget(antwoord: Mapping[str, Any], verzegel: Callable[[str], str]) -> Bericht:
    """The Bericht of one message of the bot; empty when there is nothing in it to show."""
    bericht: Bericht = {}
    tekst = antwoord.get("text")
    if isinstance(tekst, str) and tekst.strip():
        bericht["tekst"] = tekst.strip()
    knoppen = [
        {"titel": knop["title"], "lading": verzegel(knop["payload"])}
        for knop in antwoord.get("buttons") or ()
        if isinstance(knop.get("title"), str) and isinstance(knop.get("payload"), str)
    ]
    if knoppen:
        bericht["knoppen"] = knoppen
    rijk = antwoord.get("custom")
    if isinstance(rijk, dict):
        bericht |= {deel: rijk[deel] for deel in RIJKE_DELEN if isinstance(rijk.get(deel), dict)}
    return bericht
