"""What a message says as a whole: contract, programme, institution, situation, and cues for the merge."""

from __future__ import annotations

from itertools import pairwise

from nlu.grammatica import woorden
from nlu.grammatica.modellen import Signaal
from nlu.grammatica.tekens import Teken


_LANGSTE_NAAM = 4
_RANG = {"1e": "eerste", "1ste": "eerste", "2e": "tweede", "2de": "tweede", "3e": "derde", "3de": "derde"}
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
    return smal[0] if smal else gevonden[0][2]


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


def zoek_situatie(tekens: list[Teken], contract: str | None) -> str | None:
    """Name the situation of the student, as far as the message states it."""
    # With the ordinals ("1ste", "2de"), without the signs; what is longest wins, so "niet mijn eerste jaar" is seen.
    gevonden = _zoek([_RANG.get(t.tekst, t.tekst) for t in tekens if t.soort != "leesteken"], woorden.SITUATIES)
    if gevonden:
        return max(gevonden, key=lambda treffer: treffer[1])[2]
    return "creditcontract" if contract == "creditcontract" else None


def zoek_contract(woordlijst: list[str]) -> str | None:
    """Name the first contract of a message."""
    for woord in woordlijst:
        if woord in woorden.CONTRACTEN:
            return woorden.CONTRACTEN[woord]
    for eerste, tweede in pairwise(woordlijst):
        if tweede in ("contract", "kontrakt") and eerste in ("credit", "krediet", "diploma", "examen"):
            return ("credit" if eerste == "krediet" else eerste) + "contract"
    return None


#: A message that only steers the conversation is short; in a long one these words say something else.
_KORT = 9


def zoek_signalen(woordlijst: list[str]) -> set[Signaal]:
    """Find the words that tell how a message relates to the one before it."""
    uit: set[Signaal] = set()
    begin = woordlijst[:6]
    regel = " ".join(woordlijst[:40])
    if begin and begin[0] in (
        "nee",
        "neen",
        "nie",
        "wacht",
        "sorry",
        "oeps",
        "fout",
        "correctie",
        "bedoel",
        "oei",
        "pardon",
    ):
        uit.add("correctie")
    if any(s in regel for s in ("nee wacht", "bedoel", "ik vergis", "vergist", "verkeerd", "moet zijn", "eigenlijk")):
        uit.add("correctie")
    if (
        any(s in regel for s in ("waren er", "het was er", "was het", "warener", "waren der", "zijn er"))
        and len(begin) <= 6
    ):
        uit.add("waren_er")
    if any(
        s in regel for s in ("nog een jaar", "nog n jaar", "een extra jaar", "nog een academiejaar", "ook nog een jaar")
    ):
        uit.add("nieuw_jaar")
    if any(s in regel for s in ("daarna", "jaar erna", "jaar daarop", "jaar nadien")) or begin[:2] == [
        "volgend",
        "jaar",
    ]:
        uit.add("nieuw_jaar")
    if "erbij" in woordlijst or "daarbij" in woordlijst or "bijgekomen" in woordlijst:
        uit.add("toevoeging")
    if len(woordlijst) <= _KORT:
        uit |= {signaal for signaal, zinsdelen in woorden.STUURWOORDEN.items() if any(z in regel for z in zinsdelen)}
    diploma = "masterdiploma" in woordlijst or ("diploma" in woordlijst and "master" in woordlijst)
    if diploma and not any(w in woordlijst for w in ("geen", "nog", "zonder")):
        uit.add("masterdiploma")
    return uit
