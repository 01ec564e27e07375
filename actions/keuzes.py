"""When a message can be read in more than one way and the results differ: the readings as buttons, asked once."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from typing import Final
from typing import Literal

from actions.berichten import Bericht
from actions.loopbaan import Loopbaan
from actions.loopbaan import Vraag
from actions.loopbaan import volgende_vraag
from actions.samenvoegen import neem_over
from actions.slots import Keuze
from actions.uitkomst import maak_uitkomst
from nlu.grammatica import Feit
from nlu.grammatica.jaarnaam import lees_jaar
from nlu.patroon import maak_patroon


#: What the payload of a reading's button starts with; its place follows.
LEZING: Final = "lezing_"
EXTRA_JAAR: Final = "Een extra jaar"
#: Words of a message that only chooses.
_KORT: Final = 4
#: Buttons that every channel shows.
_MEESTE: Final = 3
_UITKOMSTEN: Final = frozenset(("verworven", "niet_geslaagd", "getolereerd"))
#: These say already how the numbers relate to the career.
_DUIDELIJK: Final = frozenset(("correctie", "waren_er", "toevoeging", "nieuw_jaar", "zelfde"))
_NU: Final = maak_patroon(
    r"\b(?:op)?(?:neemt?|nemen)\b|\b(?:ga|gaat|gaan|pak|pakt|haal|haalt|slaag|slaagt|doe|doet|doen|volg|volgt|begin|begint|start|do|take)\b"
)
_ERBIJ: Final = maak_patroon(
    r"^\W*(?:(?:en|and|ma|maar|ah|ja)\W*)?(?:dan|toen|nu|daarna|nadien)\b|\book\b|^\W*en\s+vorig"
)
_WOORD: Final = maak_patroon(r"\w+")
_TOEN: Final = maak_patroon(r"\b(?:had|hadden|hebben|ham|was|waren)\b")
_LOS: Final[tuple[tuple[Literal["opgenomen", "verworven", "saldo"], str], ...]] = (
    ("opgenomen", "{} opgenomen"),
    ("verworven", "{} geslaagd"),
    ("saldo", "Mijn saldo is {}"),
)


def keuzes_voor(bericht: Bericht, loopbaan: Loopbaan, vraag: Vraag | None, *, wat_als: bool) -> tuple[Keuze, ...]:
    """The readings of a message that lead to different results; empty when its words leave no doubt.

    One alone is what the message must mean: the others cannot be.

    Args:
        bericht: the message.
        loopbaan: the career that it is about.
        vraag: the question asked last; a number without more answers it, so that nothing is in doubt.
        wat_als: the message supposes something.
    """
    duidelijk = wat_als or (loopbaan.laatst is not None and bool(bericht.signalen & _DUIDELIJK))
    if vraag is None and not duidelijk and len(bericht.feiten) == 1 and _is_los(bericht.feiten[0]):
        los = bericht.feiten[0]
        # Beside a career a bare number is part of it, and hardly ever a balance.
        soorten = _LOS[:2] if loopbaan.jaren else _LOS
        mogelijk = [(label.format(los.waarde), (replace(los, rol=rol),)) for rol, label in soorten]
        return _verschillend(_uit_feiten(mogelijk, bericht, loopbaan, wat_als))
    if bericht.lezingen and (vraag is None or not any(_is_los(feit) for feit in bericht.feiten)):
        gelezen = [(lezing.label, lezing.feiten) for lezing in bericht.lezingen]
        return _verschillend(_uit_feiten(gelezen, bericht, loopbaan, wat_als))
    if vraag is None and _is_jaar_zonder_plaats(bericht, loopbaan):
        return _verschillend(_jaar_of_verbetering(bericht, loopbaan, wat_als))
    return ()


def voeg_jaar_toe(bericht: Bericht, loopbaan: Loopbaan, *, vooraan: bool = False) -> Loopbaan:
    """Read a message as a year of its own beside the years that are known."""
    los = neem_over(replace(loopbaan, jaren=(), laatst=None), bericht, None).loopbaan
    jaren = (*los.jaren, *loopbaan.jaren) if vooraan else (*loopbaan.jaren, *los.jaren)
    laatst = Vraag("verworven", 0 if vooraan else len(jaren) - 1)
    return replace(loopbaan, jaren=jaren, laatst=laatst, masterdiploma=los.masterdiploma)


def is_volgend_jaar(bericht: Bericht, loopbaan: Loopbaan) -> bool:
    """Whether a supposition is about a year to come: it takes up points, in the present tense."""
    tekst = bericht.tekst.lower()
    nu = _NU.search(tekst) is not None and not _TOEN.search(tekst)
    return nu and _is_jaar_zonder_plaats(bericht, loopbaan, met_uitkomst=False)


def is_extra_jaar(bericht: Bericht, loopbaan: Loopbaan) -> bool:
    """Whether a message tells of another year in words that leave no doubt ("en dan 54 op", "vorig jaar ook 60")."""
    tekst = bericht.tekst.lower()
    # "En nu wil ik er 69 doen" has no result to tell yet.
    nu = _NU.search(tekst) is not None and _TOEN.search(tekst) is None
    return _ERBIJ.search(tekst) is not None and _is_jaar_zonder_plaats(bericht, loopbaan, met_uitkomst=not nu)


def is_vorig_jaar(bericht: Bericht) -> bool:
    """Whether the year that a message tells of lies before the others."""
    return any(feit.relatief is not None and feit.relatief < 0 for feit in bericht.feiten)


def knoppen_voor(keuzes: Sequence[Keuze]) -> list[dict[str, str]]:
    """A button for each reading."""
    return [
        {"title": keuze.label, "payload": f'/saldo_berekenen{{"keuze":"{LEZING}{plaats}"}}'}
        for plaats, keuze in enumerate(keuzes)
    ]


def kies(bericht: Bericht, keuzes: Sequence[Keuze]) -> Keuze | None:
    """The reading that a message chooses, by its button or by words that only its label has."""
    if bericht.keuze is not None and bericht.keuze.startswith(LEZING):
        plaats = bericht.keuze.removeprefix(LEZING)
        return keuzes[int(plaats)] if plaats.isdecimal() and int(plaats) < len(keuzes) else None
    if len(bericht.feiten) > 1 or len(bericht.tekst.split()) > _KORT or lees_jaar(bericht.tekst) is not None:
        # It tells something of its own.
        return None
    gezegd = set(_woorden(bericht.tekst))
    getallen = {woord for keuze in keuzes for woord in _woorden(keuze.label) if woord.isdecimal()}
    if {woord for woord in gezegd if woord.isdecimal()} - getallen:
        return None
    raak = [keuze for keuze in keuzes if gezegd & _eigen_woorden(keuze, keuzes)]
    return raak[0] if len(raak) == 1 else None


def als_opgenomen(keuzes: Sequence[Keuze]) -> Loopbaan | None:
    """The reading of a bare number as taken up: what it was when another bare number follows ("60", then "48")."""
    return next((keuze.loopbaan for keuze in keuzes if keuze.label.endswith("opgenomen") and not keuze.wat_als), None)


def als_extra_jaar(keuzes: Sequence[Keuze]) -> Loopbaan | None:
    """The reading of a whole year as a year of its own."""
    return next((keuze.loopbaan for keuze in keuzes if keuze.label == EXTRA_JAAR and not keuze.wat_als), None)


def _eigen_woorden(keuze: Keuze, keuzes: Sequence[Keuze]) -> set[str]:
    anders = {woord for ander in keuzes if ander is not keuze for woord in _woorden(ander.label)}
    return {woord for woord in _woorden(keuze.label) if not woord.isdecimal()} - anders


def _woorden(tekst: str) -> list[str]:
    return _WOORD.findall(tekst.lower())


def _uit_feiten(
    mogelijk: Iterable[tuple[str, tuple[Feit, ...]]], bericht: Bericht, loopbaan: Loopbaan, wat_als: bool
) -> Iterable[Keuze]:
    for label, feiten in mogelijk:
        samen = neem_over(loopbaan, replace(bericht, feiten=feiten, lezingen=()), None)
        if samen.gewijzigd and not samen.problemen:
            yield Keuze(label, samen.loopbaan, wat_als)


def _jaar_of_verbetering(bericht: Bericht, loopbaan: Loopbaan, wat_als: bool) -> Iterable[Keuze]:
    yield Keuze(EXTRA_JAAR, voeg_jaar_toe(bericht, loopbaan, vooraan=is_vorig_jaar(bericht)), wat_als)
    yield from _uit_feiten([("Een verbetering", bericht.feiten)], bericht, loopbaan, wat_als)


def _is_jaar_zonder_plaats(bericht: Bericht, loopbaan: Loopbaan, *, met_uitkomst: bool = True) -> bool:
    """Whether a message tells a whole year beside complete ones, without saying which year it is."""
    if not loopbaan.jaren or volgende_vraag(loopbaan) is not None or bericht.signalen & _DUIDELIJK:
        return False
    rollen = {feit.rol for feit in bericht.feiten}
    if "opgenomen" not in rollen or (met_uitkomst and not rollen & _UITKOMSTEN) or "saldo" in rollen:
        return False
    return not any(feit.jaar is not None or feit.academiejaar is not None for feit in bericht.feiten) and (
        all(feit.relatief is None for feit in bericht.feiten) or is_vorig_jaar(bericht)
    )


def _is_los(feit: Feit) -> bool:
    return feit.rol == "los" and feit.waarde is not None and feit.ongeldig is None


def _verschillend(keuzes: Iterable[Keuze]) -> tuple[Keuze, ...]:
    """Keep one reading of each result."""
    per_uitkomst: dict[Any, Keuze] = {}
    for keuze in keuzes:
        per_uitkomst.setdefault(_uitkomst(keuze.loopbaan), keuze)
    return tuple(per_uitkomst.values())[:_MEESTE]


def _uitkomst(loopbaan: Loopbaan) -> object:
    vraag = volgende_vraag(loopbaan)
    if vraag is not None:
        return vraag.veld, str(loopbaan.als_dict())
    uitkomst = maak_uitkomst(loopbaan)
    # The same balance with another doubling left is another result: the next year shows it.
    return uitkomst.zin, uitkomst.grootboek.bonus_over
