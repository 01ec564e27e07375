"""Why a real balance can differ from a computed one: single changes of the career that make the two equal."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from functools import partial
from typing import Final

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.berekening import bereken
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.gebruik import Contract
from leerkrediet_core.gebruik import Opleiding
from leerkrediet_core.gebruik import zonder_leerkrediet
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.invoer import Gebeurtenis
from leerkrediet_core.invoer import Inschrijving
from leerkrediet_core.invoer import Loopbaan
from leerkrediet_core.invoer import Masterdiploma
from leerkrediet_core.invoer import Resultaat
from leerkrediet_core.invoer import TeruggaveOvermacht
from leerkrediet_core.invoer import Uitschrijving
from leerkrediet_core.taal import punten


#: Nobody takes up more than this in one year; a larger difference is not one enrolment that was left out.
MEESTE_IN_EEN_JAAR: Final = 75
#: Only the latest packages are looked at, so that a career of thousands of events costs no more than a long one.
MEESTE_PAKKETTEN: Final = 24


@dataclass(frozen=True)
class Verklaring:
    """One change after which the computed balance is the real one.

    Attributes:
        soort: what kind of change: a key of the table below.
        zin: the change as a Dutch sentence, of what would then be the case.
        aantal: the number of studiepunten that was solved for, or None where the change has no number of its own.
        loopbaan: the changed career.
        grootboek: its ledger.
    """

    soort: str
    zin: str
    aantal: int | None
    loopbaan: Loopbaan
    grootboek: Grootboek


@dataclass
class _Pakket:
    """Which events of a career are about one contract and programme in one year."""

    jaar: Academiejaar | None
    contract: Contract
    opleiding: Opleiding
    inschrijvingen: list[int] = field(default_factory=list)
    resultaten: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class _Wissel:
    """A changed career, or one per number from 1 to ``hoogste`` in which the balance only rises, or only falls."""

    soort: str
    zin: Callable[[int], str]
    maak: Callable[[int], Loopbaan]
    hoogste: int | None = None


def verklaringen(loopbaan: Loopbaan, saldo: int) -> tuple[Verklaring, ...]:
    """What single change of ``loopbaan`` makes its balance ``saldo``; empty when none does, or when it is so already.

    Changes without a number of their own come first: they had no freedom to fit. Of the others the smallest comes first.

    ======================  =============================================================================
    soort                   what would then be the case
    ======================  =============================================================================
    resultaat_wacht         the last result, or all of the last year, is not in the real balance yet
    inschrijving_wacht      the enrolment of the running year is not in it yet
    uitschrijving_wacht     a deregistration is not in it yet
    teruggave_wacht         what the Raad returned is not in it yet
    heropbouw_wacht         the years of rebuilding are not in it yet
    masterdiploma_wacht     the master's diploma is not in it yet
    masterdiploma           a first master's diploma was obtained that the career does not know
    geen_verdubbeling       nothing could be doubled any more at the start
    creditcontract          a year was under a creditcontract
    geen_leerkrediet        a year was in a programme that uses no leerkrediet
    wel_leerkrediet         a year was in an initial bachelor after all
    minder_verdubbeling     only so many points could be doubled at the start
    minder_geslaagd         so many of the points acquired were tolerated, or not acquired
    meer_geslaagd           so many points more were acquired
    extra_inschrijving      so many points more were taken up, and have no result
    ======================  =============================================================================

    Args:
        loopbaan: the career as it was told.
        saldo: the real balance, in studiepunten.

    Raises:
        InvoerFout: see ``bereken``.
    """
    if bereken(loopbaan).saldo == saldo:
        return ()
    gevonden = [v for wissel in _wissels(loopbaan) if (v := _probeer(wissel, saldo)) is not None]
    # Sorting keeps the order of the table among those without a number.
    return tuple(sorted(gevonden, key=lambda verklaring: verklaring.aantal or 0))


def _probeer(wissel: _Wissel, saldo: int) -> Verklaring | None:
    def met(aantal: int) -> int:
        return bereken(wissel.maak(aantal)).saldo

    try:
        aantal = 0
        if wissel.hoogste is not None:
            richting = 1 if met(wissel.hoogste) >= met(1) else -1
            aantal = 1 + bisect_left(range(1, wissel.hoogste + 1), richting * saldo, key=lambda n: richting * met(n))
            if aantal > wissel.hoogste:
                return None
        veranderd = wissel.maak(aantal)
        grootboek = bereken(veranderd)
    except InvoerFout:
        # The change does not fit the rest of the career.
        return None
    if grootboek.saldo != saldo:
        return None
    return Verklaring(wissel.soort, wissel.zin(aantal), aantal or None, veranderd, grootboek)


def _wissels(loopbaan: Loopbaan) -> Iterator[_Wissel]:
    gebeurtenissen = loopbaan.gebeurtenissen
    pakketten = _pakketten(gebeurtenissen)
    yield from _nog_niet_verwerkt(loopbaan, pakketten)
    yield _vast(
        "masterdiploma",
        "Je behaalde een eerste masterdiploma dat hier niet meetelt.",
        lambda: _met(loopbaan, [*gebeurtenissen, Masterdiploma(academiejaar=_laatste_jaar(gebeurtenissen))]),
    )
    yield _vast(
        "geen_verdubbeling",
        "Je had bij het begin geen recht meer op verdubbeling.",
        lambda: loopbaan.copy(update={"bonus_over": 0}),
    )
    for pakket in pakketten:
        yield from _ander_soort(loopbaan, pakket)
    if loopbaan.bonus_over > 1:
        yield _Wissel(
            "minder_verdubbeling",
            lambda n: f"Je kon bij het begin nog maar {punten(n)} verdubbelen.",
            lambda n: loopbaan.copy(update={"bonus_over": n}),
            loopbaan.bonus_over - 1,
        )
    for pakket in pakketten:
        yield from _ander_resultaat(loopbaan, pakket)
    yield _Wissel(
        "extra_inschrijving",
        lambda n: (
            f"Er gingen al {punten(n)} af die je nog niet noemde: een nieuwe inschrijving, of vakken die erbij kwamen."
        ),
        lambda n: _met(
            loopbaan, [*gebeurtenissen, Inschrijving(studiepunten=n, academiejaar=_laatste_jaar(gebeurtenissen))]
        ),
        MEESTE_IN_EEN_JAAR,
    )


def _nog_niet_verwerkt(loopbaan: Loopbaan, pakketten: list[_Pakket]) -> Iterator[_Wissel]:
    """What the real balance may not hold yet."""
    gebeurtenissen = loopbaan.gebeurtenissen
    resultaten = [index for index, gebeurtenis in enumerate(gebeurtenissen) if isinstance(gebeurtenis, Resultaat)]
    if resultaten:
        yield _vast(
            "resultaat_wacht",
            "Je laatste resultaat staat er nog niet in.",
            lambda: _zonder(loopbaan, resultaten[-1:]),
        )
        laatste = next((pakket.jaar for pakket in pakketten if resultaten[-1] in pakket.resultaten), None)
        van_jaar = [i for p in pakketten if p.jaar == laatste for i in p.resultaten]
        if laatste is not None and len(van_jaar) > 1:
            yield _vast(
                "resultaat_wacht",
                f"Je resultaten van {laatste} staan er nog niet in.",
                lambda: _zonder(loopbaan, van_jaar),
            )
    if pakketten and not pakketten[0].resultaten:
        yield _vast(
            "inschrijving_wacht",
            "Je laatste inschrijving staat er nog niet in.",
            lambda: _zonder(loopbaan, pakketten[0].inschrijvingen),
        )
    losse: list[tuple[type[Gebeurtenis], str, str]] = [
        (Uitschrijving, "uitschrijving_wacht", "Je uitschrijving staat er nog niet in."),
        (TeruggaveOvermacht, "teruggave_wacht", "Wat de Raad teruggaf, staat er nog niet in."),
        (Masterdiploma, "masterdiploma_wacht", "Je masterdiploma staat er nog niet in."),
    ]
    for klasse, soort, zin in losse:
        plaatsen = [index for index, gebeurtenis in enumerate(gebeurtenissen) if isinstance(gebeurtenis, klasse)]
        if plaatsen:
            yield _vast(soort, zin, partial(_zonder, loopbaan, plaatsen[-1:]))
    if loopbaan.stand_in is not None:
        yield _vast(
            "heropbouw_wacht",
            "Wat er met de jaren bijkomt, staat er nog niet in.",
            lambda: loopbaan.copy(update={"stand_in": None}),
        )


def _ander_soort(loopbaan: Loopbaan, pakket: _Pakket) -> Iterator[_Wissel]:
    """A year under another contract, or in another kind of programme."""
    wat = _wat(loopbaan, pakket)
    gewoon = zonder_leerkrediet(loopbaan.diplomas)
    if pakket.contract == "diplomacontract" and pakket.opleiding not in gewoon:
        yield _vast(
            "creditcontract",
            f"Je nam {wat} op onder een creditcontract.",
            lambda: _verander(loopbaan, pakket, contract="creditcontract"),
        )
        yield _vast(
            "geen_leerkrediet",
            f"Je nam {wat} op die geen leerkrediet vroegen, zoals in een graduaat of een schakelprogramma.",
            lambda: _verander(loopbaan, pakket, opleiding="graduaat"),
        )
    elif pakket.contract != "creditcontract":
        yield _vast(
            "wel_leerkrediet",
            f"Je nam {wat} op die toch leerkrediet vroegen, zoals in een bachelor.",
            lambda: _verander(loopbaan, pakket, contract="diplomacontract", opleiding="bachelor"),
        )


def _ander_resultaat(loopbaan: Loopbaan, pakket: _Pakket) -> Iterator[_Wissel]:
    """Fewer or more points acquired of one package."""
    if not pakket.resultaten:
        return
    index = pakket.resultaten[-1]
    resultaat = loopbaan.gebeurtenissen[index]
    assert isinstance(resultaat, Resultaat)  # noqa: S101 - the index was taken from a result
    wanneer = f" in {pakket.jaar}" if pakket.jaar else ""
    if resultaat.verworven:
        yield _Wissel(
            "minder_geslaagd",
            lambda n: (
                f"{n} van de {resultaat.verworven} waarvoor je{wanneer} slaagde, "
                f"{'is' if n == 1 else 'zijn'} getolereerd of toch niet verworven."
            ),
            lambda n: _vervang(loopbaan, {index: resultaat.copy(update={"verworven": resultaat.verworven - n})}),
            resultaat.verworven,
        )
    gekregen = sum(g.verworven + g.getolereerd for g in _bij(loopbaan, pakket.resultaten) if isinstance(g, Resultaat))
    rest = _opgenomen(loopbaan, pakket) - gekregen
    if rest > 0:
        yield _Wissel(
            "meer_geslaagd",
            lambda n: f"Je slaagde{wanneer} voor {punten(n)} meer.",
            lambda n: _vervang(loopbaan, {index: resultaat.copy(update={"verworven": resultaat.verworven + n})}),
            rest,
        )


# -- reading and changing a career


def _pakketten(gebeurtenissen: tuple[Gebeurtenis, ...]) -> list[_Pakket]:
    """The packages of a career, the latest first; years are told apart as the calculation does."""
    gevonden: dict[tuple[object, Contract, Opleiding], _Pakket] = {}
    laatste: Inschrijving | None = None
    jaar: object = 0
    heeft_resultaat = False
    for index, gebeurtenis in enumerate(gebeurtenissen):
        if isinstance(gebeurtenis, Inschrijving):
            if gebeurtenis.academiejaar is not None:
                heeft_resultaat = heeft_resultaat and gebeurtenis.academiejaar == jaar
                jaar = gebeurtenis.academiejaar
            elif laatste is None or heeft_resultaat:
                jaar, heeft_resultaat = index, False
            laatste = gebeurtenis
            sleutel = (jaar, gebeurtenis.contract, gebeurtenis.opleiding)
            pakket = gevonden.setdefault(
                sleutel, _Pakket(gebeurtenis.academiejaar, gebeurtenis.contract, gebeurtenis.opleiding)
            )
            pakket.inschrijvingen.append(index)
        elif isinstance(gebeurtenis, Resultaat) and laatste is not None:
            heeft_resultaat = heeft_resultaat or gebeurtenis.academiejaar in (None, jaar)
            contract, opleiding = gebeurtenis.contract or laatste.contract, gebeurtenis.opleiding or laatste.opleiding
            for eigen in (gebeurtenis.academiejaar, jaar):
                if (eigen, contract, opleiding) in gevonden:
                    gevonden[eigen, contract, opleiding].resultaten.append(index)
                    break
    return list(reversed(gevonden.values()))[:MEESTE_PAKKETTEN]


def _verander(
    loopbaan: Loopbaan, pakket: _Pakket, *, contract: Contract | None = None, opleiding: Opleiding | None = None
) -> Loopbaan:
    """The career with one package under another contract or programme."""
    nieuw = {"contract": contract or pakket.contract, "opleiding": opleiding or pakket.opleiding}
    plaatsen = [*pakket.inschrijvingen, *pakket.resultaten]
    vast = _noem_pakketten(loopbaan)
    return _vervang(vast, {index: vast.gebeurtenissen[index].copy(update=nieuw) for index in plaatsen})


def _noem_pakketten(loopbaan: Loopbaan) -> Loopbaan:
    """The same career with contract and programme on every result, so that they stay when an enrolment changes."""
    anders = {
        index: loopbaan.gebeurtenissen[index].copy(update={"contract": p.contract, "opleiding": p.opleiding})
        for p in _pakketten(loopbaan.gebeurtenissen)
        for index in p.resultaten
    }
    return _vervang(loopbaan, anders)


def _vervang(loopbaan: Loopbaan, nieuw: dict[int, Gebeurtenis]) -> Loopbaan:
    return _met(loopbaan, [nieuw.get(index, gebeurtenis) for index, gebeurtenis in enumerate(loopbaan.gebeurtenissen)])


def _zonder(loopbaan: Loopbaan, plaatsen: list[int]) -> Loopbaan:
    weg = frozenset(plaatsen)
    return _met(loopbaan, [g for index, g in enumerate(loopbaan.gebeurtenissen) if index not in weg])


def _met(loopbaan: Loopbaan, gebeurtenissen: list[Gebeurtenis]) -> Loopbaan:
    return loopbaan.copy(update={"gebeurtenissen": tuple(gebeurtenissen)})


def _bij(loopbaan: Loopbaan, plaatsen: list[int]) -> list[Gebeurtenis]:
    return [loopbaan.gebeurtenissen[index] for index in plaatsen]


def _opgenomen(loopbaan: Loopbaan, pakket: _Pakket) -> int:
    return sum(g.studiepunten for g in _bij(loopbaan, pakket.inschrijvingen) if isinstance(g, Inschrijving))


def _laatste_jaar(gebeurtenissen: tuple[Gebeurtenis, ...]) -> Academiejaar | None:
    return max((g.academiejaar for g in gebeurtenissen if g.academiejaar is not None), default=None)


def _wat(loopbaan: Loopbaan, pakket: _Pakket) -> str:
    """A package in the middle of a sentence."""
    wanneer = f"in {pakket.jaar} " if pakket.jaar else ""
    return f"{wanneer}{punten(_opgenomen(loopbaan, pakket))}"


def _vast(soort: str, zin: str, maak: Callable[[], Loopbaan]) -> _Wissel:
    return _Wissel(soort, lambda _: zin, lambda _: maak())
