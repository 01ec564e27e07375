"""A request that is refused, and what the student reads then."""

from __future__ import annotations

from typing import Final


ONGELDIG: Final = "Dit bericht kwam niet goed door. Laad de pagina opnieuw en probeer het nog eens."
VERLOPEN: Final = "Je gesprek is afgelopen. Begin een nieuw gesprek."
VREEMDE_PAGINA: Final = "Deze pagina mag de assistent niet gebruiken. Ga naar de website van je school."
GEEN_KNOP: Final = "Deze knop hoort niet bij je gesprek. Typ je vraag, of begin een nieuw gesprek."
TE_GROOT: Final = "Dit is veel te lang om te lezen. Maak je bericht korter."
TE_VAAK: Final = "Je stuurt te veel na elkaar. Wacht even en probeer het dan opnieuw."
TE_DRUK: Final = "Het is nu erg druk. Wacht even en probeer het dan opnieuw."
GEEN_GRAFIEK: Final = "Deze grafiek bestaat niet. Vraag je berekening opnieuw in de chat."
GEEN_DOCUMENT: Final = "Dit document kan niet gemaakt worden. Vraag het opnieuw in de chat."
NIET_GEWIST: Final = "Je gesprek is nog niet verwijderd. Probeer het zo meteen opnieuw."
NIET_KLAAR: Final = "De assistent is nog aan het starten. Probeer het zo meteen opnieuw."


class Weigering(Exception):
    """Raised where a request cannot be answered.

    Attributes:
        status: of the answer, as HTTP knows it.
        fout: one Dutch sentence or two for the student.
        wacht: seconds after which trying again makes sense; None where it never does.
    """

    def __init__(self, status: int, fout: str, wacht: int | None = None) -> None:
        super().__init__(fout)
        self.status = status
        self.fout = fout
        self.wacht = wacht
