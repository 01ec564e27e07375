"""What a message says as a whole: contract, programme, institution and situation."""

from __future__ import annotations

from nlu.grammatica import woorden
from nlu.grammatica.tekens import Teken
from nlu.patroon import maak_patroon


_LANGSTE_NAAM = 4
_HEBBEN = frozenset({"heb", "had", "volg", "volgde", "wil", "ben"})
# What may stand between "geen" or "niet" and the name that it denies.
_TUSSEN_ONTKENNING = woorden.reeks("een n ne nen via met in op onder het de mijn als echt gewoon meer langer aan door")
_RANG = {"1e": "eerste", "1ste": "eerste", "2e": "tweede", "2de": "tweede", "3e": "derde", "3de": "derde"}
_SOORTEN_CONTRACT = {
    "credit": "creditcontract",
    "krediet": "creditcontract",
    "diploma": "diplomacontract",
    "examen": "examencontract",
}
_BEREIK_VRAAG = 7
"""Words before a contract in which a question about it begins."""
_VRAAGT_NAAR = maak_patroon(
    r"\b(?:(?:wat|wa|wuk)(?: \w+)? (?:is|zijn|was|betekent|houdt|doet|bedoel|bedoelt)"
    r"(?: (?:dat|da|dan|nu|het|een|n|ne|nen|zo|zo'n|zon|juist|precies|eigenlijk|nog|die|je|jij|ge|met|is|in|zijn|verschil|tussen|en))*"
    r"|hoe werkt(?: (?:dat|da|dan|een|zo|zo'n|die|het|met))*|waarom(?: \w+){0,6}|welke?|(?:wat|wa) met (?:dat|da|die))$"
)
_KEUZE = maak_patroon(
    r"\b(?:credit|krediet|diploma|examen) ?(?:contract|kontrakt)? (?:\w+ ){0,2}?of (?:\w+ ){0,3}?(?:credit|krediet|diploma|examen) ?(?:contract|kontrakt)?\b"
)
_OVER_HET_DIPLOMA = woorden.reeks(
    "halen haal haalt gehaald behalen behaal behaald behaalde krijgen krijg gekregen heb hebben van secundair nodig hoger"
    " kwijt supplement uitreiking voor ontvangen afgeven"
)
_KAAL = woorden.reeks("met in een n ne gewoon ja nee via het t is was dat da")
_ALS_CONTRACT = maak_patroon(
    r" (?:gewoon|weer|opnieuw|via|onder|normaal) $"
    r"| (?:als|as|indien|moest|mocht) (?:\w+ ){0,2}(?:t|het|dat|da|dit|jaar)(?: (?:ook|wel|toch|nu|gewoon))* $"
    r"| (?:jaar|jr)(?: (?:is|was|ook|weer|wel|nu|met))* $"
)
_AFKORTING_IN_HOOFDLETTERS = frozenset({"ua", "tm", "ap", "rug", "kul"})


def _zoek(woordlijst: list[str], tabel: dict[tuple[str, ...], str]) -> list[tuple[int, int, str]]:
    """Find the names of a table in a list of words, longest first, as (place, length, value)."""
    uit: list[tuple[int, int, str]] = []
    i = 0
    while i < len(woordlijst):
        for lengte in range(min(_LANGSTE_NAAM, len(woordlijst) - i), 0, -1):
            waarde = tabel.get(tuple(woordlijst[i : i + lengte]))
            if waarde is not None:
                uit.append((i, lengte, waarde))
                i += lengte - 1
                break
        i += 1
    return uit


def zoek_opleiding(woordlijst: list[str]) -> str | None:
    """Name the programme of a message; a narrow name ("schakelprogramma") wins from a broad one ("bachelor")."""
    gevonden = _zoek(woordlijst, woorden.OPLEIDINGEN)
    if not gevonden:
        return None
    smal = [naam for _, _, naam in gevonden if naam not in woorden.BREDE_OPLEIDINGEN]
    if smal:
        return smal[0]
    # "na mijn bachelor ... nu master": what comes after something is what is going on.
    lopend = [naam for plaats, _, naam in gevonden if "na" not in woordlijst[max(0, plaats - 2) : plaats]]
    return lopend[0] if lopend else gevonden[0][2]


def zoek_instelling(tekst: str, tekens: list[Teken]) -> str | None:
    """Name the first institution of a message, as a key of the institutions' table."""
    woordtekens = [t for t in tekens if t.soort == "woord"]
    for plaats, lengte, naam in _zoek([t.tekst for t in woordtekens], woorden.INSTELLINGEN):
        eerste = woordtekens[plaats]
        geschreven = tekst[eerste.begin : eerste.eind]
        # Two letters are a name only in capitals, or after "aan", "op", "bij".
        if lengte == 1 and eerste.tekst in _AFKORTING_IN_HOOFDLETTERS and not geschreven.isupper():
            vorig = woordtekens[plaats - 1].tekst if plaats else ""
            if vorig not in ("aan", "op", "bij", "de", "van", "naar") or eerste.tekst == "rug":
                continue
        return naam
    return None


def is_ontkend(ervoor: list[str]) -> bool:
    """Tell whether the last words before a name deny it: "geen", "niet via een"."""
    for woord in reversed(ervoor[-3:]):
        if woord in woorden.GEEN or woord in woorden.NIET:
            return True
        if woord not in _TUSSEN_ONTKENNING:
            return False
    return False


def _ontkend_op(woordlijst: list[str], plaats: int, lengte: int = 1) -> bool:
    """Tell whether a name is denied before or behind it: "geen creditcontract", "een creditcontract heb ik niet"."""
    if is_ontkend(woordlijst[max(0, plaats - 3) : plaats]):
        return True
    erna = woordlijst[plaats + lengte : plaats + lengte + 3]
    return len(erna) == 3 and erna[0] in _HEBBEN and erna[1] in ("ik", "k") and erna[2] in woorden.NIET


def zoek_situatie(tekens: list[Teken], contract: str | None) -> str | None:
    """Name the situation of the student, as far as the message states it."""
    # With the ordinals ("1ste", "2de"), without the signs; what is longest wins, so "niet mijn eerste jaar" is seen.
    woordlijst = [_RANG.get(t.tekst, t.tekst) for t in tekens if t.soort != "leesteken"]
    gevonden: list[tuple[int, int, str]] = []
    for plaats, lengte, naam in _zoek(woordlijst, woorden.SITUATIES):
        if woordlijst[plaats] in woorden.NIET | woorden.GEEN or not _ontkend_op(woordlijst, plaats, lengte):
            gevonden.append((plaats, lengte, naam))
        elif naam == "generatiestudent":
            gevonden.append((plaats, lengte, "verder_student"))
    if gevonden:
        return max(gevonden, key=lambda treffer: treffer[1])[2]
    return "creditcontract" if contract == "creditcontract" else None


def merk_contracten(tekens: list[Teken]) -> str | None:
    """Put the contract on each word that names one of the student's own; give the first.

    A contract that is denied ("geen creditcontract") or asked after ("wat is een creditcontract") is none.
    """
    woordtekens = [t for t in tekens if t.soort == "woord"]
    woordlijst = [t.tekst for t in woordtekens]
    if not any(w in woorden.CONTRACTEN or w in _SOORTEN_CONTRACT for w in woordlijst):
        return None
    eerste: str | None = None
    if _KEUZE.search(" ".join(woordlijst)):
        return None
    for plaats, woord in enumerate(woordlijst):
        contract, lengte = woorden.CONTRACTEN.get(woord), 1
        if contract is None and woord in _SOORTEN_CONTRACT:
            volgend = woordlijst[plaats + 1] if plaats + 1 < len(woordlijst) else ""
            if volgend in ("contract", "kontrakt"):
                contract, lengte = _SOORTEN_CONTRACT[woord], 2
            elif woord == "diploma" and _is_contract(woordlijst, plaats):
                contract = "diplomacontract"
        if contract is None or _ontkend_op(woordlijst, plaats, lengte):
            continue
        if _VRAAGT_NAAR.search(" ".join(woordlijst[max(0, plaats - _BEREIK_VRAAG) : plaats])):
            continue
        woordtekens[plaats].contract = contract
        eerste = eerste or contract
    return eerste


def _is_contract(woordlijst: list[str], plaats: int) -> bool:
    """Tell whether "diploma" stands for the contract: "gewoon diploma", "als dat tweede jaar ook diploma was"."""
    voor, na = woordlijst[max(0, plaats - 6) : plaats], woordlijst[plaats + 1 : plaats + 2]
    if na and na[0] in _OVER_HET_DIPLOMA:
        return False
    if not na and set(voor) <= _KAAL:
        return True
    return bool(_ALS_CONTRACT.search(" ".join(["", *voor]) + " "))
