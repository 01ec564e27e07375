"""Whether a message asks for a draft of the verzoekschrift: "maak een brief", "modelbrief", "kunde gij die brief schrijven"."""

from __future__ import annotations

from nlu.patroon import maak_patroon


_MODEL = r"(?:model|voorbeeld|ontwerp) ?(?:brief|verzoekschrift)"
_STUK = rf"(?:verzoekschrift|{_MODEL}|ontwerp)"
_MAAK = (
    r"(?:maak|maken|maakt|schrijf|schrijven|schrijft|opstellen|opmaken|stel|genereer|genereren|geef|geven|bezorg|download|downloaden|"
    r"kunt|kunde|kan je|kan jij|wil ik|graag|help)"
)
_VRAAG = maak_patroon(
    rf"\b{_MAAK}\b.{{0,60}}\b{_STUK}\b"
    rf"|\b{_STUK}\b.{{0,40}}\b(?:maken|opstellen|schrijven|downloaden|graag|aub|alstublieft|alsjeblieft)\b"
    rf"|\b{_MODEL}\b"
    r"|^\W*(?:(?:een|de|het|n|nen|ne|t) )?(?:ontwerp|verzoekschrift|brief)\W*$"
)
_BRIEF = maak_patroon(
    r"\b(?:maak|maken|schrijf|schrijven|opstellen|stel|genereer|geef|kunde)\b.{0,30}\bbrief(?:je|ke)?\b"
    r"|\bbrief(?:je|ke)?\b.{0,20}\b(?:maken|schrijven|opstellen)\b"
)
#: Who asks how, what or where to wants to hear it, not to get a letter; and there are other letters.
_UITLEG = maak_patroon(
    r"^(?:en |maar |dus |ik weet niet )?(?:hoe|wat|wa|waar(?:naar|om)?|wanneer|wie|welke?|moet|mag|helpt?|heeft|is|ik)\b"
)
_MODEL_RE = maak_patroon(rf"\b{_MODEL}\b")
_ANDERE_BRIEF = maak_patroon(
    r"\b(?:beroep|tegen|sollicit\w*|motivatie\w*|uitschrij\w*|klacht\w*|liefdes\w*|stage\w*|ontslag\w*|dokter|attest|studietoelage|beurs|"
    r"kot\w*|huur\w*|programma|bachelorproef|thesis|derde jaar|toch nog|adres|stuur\w*|op ?sturen|versturen|verzenden|indienen|digitaal|moet (?:ge|je|ik))\b"
)


def vraagt_ontwerp(plat: str) -> bool:
    """Whether ``plat``, in small letters, asks for the draft."""
    if _ANDERE_BRIEF.search(plat):
        return False
    if _UITLEG.match(plat) and not _MODEL_RE.search(plat) and not plat.startswith(("ik wil", "help ")):
        return False
    return _VRAAG.search(plat) is not None or _BRIEF.search(plat) is not None
