"""Which moves the bot makes in one turn. Pure: no Rasa, so that every path can be tested in a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from typing import Mapping


LUISTER: Final = "action_listen"
KENNISMAKING: Final = "utter_kennismaking"
#: Channels that show all the time that no human is speaking, and what better is not typed.
STELT_ZELF_VOOR: Final = frozenset(("widget",))
FOUT: Final = "utter_fout"
BEREKEN: Final = "action_saldo_berekenen"
HERVAT: Final = "action_hervatten"
TERUGVAL: Final = "action_terugval"
BONUS_STAND: Final = "action_bonus_stand"
OVERMACHT_NAGAAN: Final = "action_overmacht"
STOPPEN_NAGAAN: Final = "action_stoppen"
#: Answers every message where the machine leads; otherwise only its buttons.
VOER_GESPREK: Final = "action_gesprek"
TERUGVAL_INTENT: Final = "nlu_fallback"

#: A calculation is under way: the bot has asked something and waits for the answer.
IN_BEREKENING: Final = "berekening"
#: A result was given; facts that come now change it.
NA_RESULTAAT: Final = "resultaat"
#: The bot goes through the conditions of a teruggave with the student, question by question.
IN_OVERMACHT: Final = "overmacht"
#: The bot gathers what it must know to say what comes back on stopping or changing.
IN_STOPPEN: Final = "stoppen"
#: The action that leads each guided conversation, by its phase.
GIDSEN: Final = {IN_OVERMACHT: OVERMACHT_NAGAAN, IN_STOPPEN: STOPPEN_NAGAAN}
#: Intents that only buttons have: they start a guided conversation, or answer in it.
GIDS_INTENT: Final = "gids_"
#: As long as the conversation stays with these, what a guide about overmacht was told is kept: for the draft letter.
BIJ_OVERMACHT: Final = frozenset(
    (
        OVERMACHT_NAGAAN,
        "utter_overmacht_voorwaarden",
        "utter_overmacht_procedure",
        "utter_overmacht_bewijs",
        "utter_overmacht_termijn",
    )
)
#: As long as the conversation stays with these, the case of stopping that was computed is kept: "en op 1 december?".
BIJ_STOPPEN: Final = frozenset(
    (
        STOPPEN_NAGAAN,
        "utter_stoppen_uitschrijven",
        "utter_veranderen_richting",
        "utter_creditcontract",
        "action_hoeveel_opnemen",
        # Small talk is no other topic.
        "utter_bevestigen",
        "utter_ontkennen",
        "utter_bedanken",
    )
)
#: Topics that a message on one's own stopping is easily taken for ("hoeveel krijg ik terug").
BIJNA_STOPPEN: Final = frozenset(
    (
        *("heropbouw", "werking", "geslaagd_of_niet", "saldo_opvragen", "wat_is_leerkrediet", "startkrediet"),
        # "Ik laat een vak vallen" sounds like one's programme, of which the leerkrediet is what is explained here.
        "buiten_bereik_programma",
    )
)
#: Topics after which a guided conversation starts by itself, when the message tells the student's own case.
GIDS_ONDERWERPEN: Final = {
    IN_OVERMACHT: frozenset(
        (
            *("overmacht_voorwaarden", "overmacht_procedure", "overmacht_bewijs", "overmacht_termijn"),
            *("geslaagd_of_niet", "buiten_bereik_examen", "buiten_bereik", TERUGVAL_INTENT),
        )
    ),
    IN_STOPPEN: frozenset(("stoppen_uitschrijven", "veranderen_richting", "saldo_berekenen", "creditcontract")),
}

VRAGEN_OVER_OVERMACHT: Final = frozenset(("overmacht_procedure", "overmacht_bewijs", "overmacht_termijn"))
#: Asked of the Raad itself: whether it surely gives, what comes when it is refused.
OVER_DE_RAAD: Final = frozenset(("raad_zeker", "als_geweigerd"))
REKENEN: Final = "saldo_berekenen"
NOOD: Final = "buiten_bereik_nood"
#: What the grammar reads in the words themselves, whatever topic the message is taken for.
NOODSIGNAAL: Final = "nood"
#: What a message without a topic of its own is taken for; in a calculation it is an answer, readable or not.
ANTWOORD_INTENTS: Final = frozenset(("saldo_berekenen", "bevestigen", "ontkennen", TERUGVAL_INTENT, "buiten_bereik"))
#: These lead out of a calculation: its question is not asked again after them.
UITGANGEN: Final = frozenset(("opnieuw", "afscheid", NOOD, "mens_spreken"))
#: Words that steer the calculation without answering its question.
STUURSIGNALEN: Final = frozenset(("annulering", "uitstel", "weet_niet", "waarom", "herhaling"))
#: These change a career without a number of their own.
VERANDERSIGNALEN: Final = frozenset(("masterdiploma", "zelfde", "nieuw_jaar"))
#: These ask for the outcome again, or for how it came about, or go on with it.
TERUGSIGNALEN: Final = frozenset(("waarom", "herhaling", "zelfde", "nieuw_jaar"))
#: Topics that numbers without a question call up by accident: who tells numbers wants them computed.
REKENONDERWERPEN: Final = frozenset(
    """wat_is_leerkrediet werking startkrediet bonus_60_dubbel tolerantie geslaagd_of_niet saldo_opvragen creditcontract
    heropbouw""".split()
)
#: Beside numbers to compute these are answered too; of the others the calculation says enough.
NAAST_REKENEN: Final = frozenset(
    """tolerantie bonus_60_dubbel hoeveel_opnemen na_master heropbouw creditcontract graduaat onvoldoende_leerkrediet
    stoppen_uitschrijven veranderen_richting overmacht_voorwaarden overmacht_procedure overmacht_bewijs
    overmacht_termijn trajectbegeleider_contact voor_wie""".split()
)
#: Topics that explain a part of an outcome themselves.
EIGEN_UITLEG: Final = frozenset(("tolerantie", "geslaagd_of_niet", "heropbouw", "na_master", "graduaat"))
#: A remark on an outcome has at most so many words; a longer message asks something of its own.
VERVOLG_WOORDEN: Final = 10
#: A question in between has at least so many words; what is shorter and holds a number is an answer.
VRAAG_WOORDEN: Final = 4
#: A message that only tells of the student's case ("KU Leuven", "ik ben generatiestudent") is about the topic before it.
ONDERWERPEN_MET_GEVALLEN: Final = frozenset(
    f"utter_{naam}"
    for naam in ("veranderen_richting", "stoppen_uitschrijven", "onvoldoende_leerkrediet", "voor_wie", "creditcontract")
)
GEVAL_WOORDEN: Final = 3
#: The only moves that a later turn asks after; of the others nothing is kept.
TE_ONTHOUDEN: Final = ONDERWERPEN_MET_GEVALLEN | {TERUGVAL, LUISTER}
#: How sure the topic of a message with numbers must be before it is taken for a question of its own.
ZEKER: Final = 0.5


@dataclass(frozen=True)
class Stand:
    """What decides the turn.

    Attributes:
        intent: of the message.
        zekerheid: probability of that intent, 0 to 1.
        is_knop: a button was pressed; what it says is certain.
        woorden: how many words the message has.
        heeft_feiten: it tells study points.
        heeft_uitkomst: it tells what came of them: acquired, failed or tolerated.
        heeft_paar: it tells both what was taken up and what came of it, so that it can be computed.
        heeft_doel: it tells on which balance the student wants to end.
        begint_met_feit: it starts with study points, as an answer does.
        signalen: cues that the grammar read.
        vertelt: guided conversations, by phase, for which the message tells something of the student's own case.
        vermeldt: the same, for what is an answer in the guide but too little to start it.
        na_overmacht: the guide about overmacht has just ended, and what it was told is still there.
        na_stoppen: what comes back on stopping was just said, and what that was computed from is still there.
        vraagt_ontwerp: it asks for a draft of the verzoekschrift.
        zegt_ja_of_nee: it opens with yes or no.
        houding: whether it asks something ("vraag"), is about the student's own case ("eigen"), against what was said
            ("betwisting"), or asks for that again ("terug").
        onderwerpen: the two topics that it asks about, when there are two.
        wacht_op_keuze: the bot asked which of several readings was meant.
        noemt_contract: it names a contract.
        noemt_geval: it names a situation, contract, programme or institution.
        vorig_onderwerp: the first answer of the turn before this one.
        fase: ``IN_BEREKENING``, ``NA_RESULTAAT`` or None.
        eerste_beurt: first message of the conversation.
        gedaan: moves already made in this turn, in order.
        bleef_stil: the last of them was an action after which nothing was said.
    """

    intent: str
    zekerheid: float = 1.0
    is_knop: bool = False
    woorden: int = 0
    heeft_feiten: bool = False
    heeft_uitkomst: bool = False
    heeft_paar: bool = False
    heeft_doel: bool = False
    begint_met_feit: bool = False
    signalen: frozenset[str] = frozenset()
    vertelt: frozenset[str] = frozenset()
    vermeldt: frozenset[str] = frozenset()
    na_overmacht: bool = False
    na_stoppen: bool = False
    vraagt_ontwerp: bool = False
    zegt_ja_of_nee: bool = False
    houding: frozenset[str] = frozenset()
    onderwerpen: tuple[str, ...] = ()
    wacht_op_keuze: bool = False
    noemt_contract: bool = False
    noemt_geval: bool = False
    vorig_onderwerp: str | None = None
    fase: str | None = None
    eerste_beurt: bool = False
    gedaan: tuple[str, ...] = ()
    bleef_stil: bool = False


def volgende_zet(stand: Stand, regels: Mapping[str, tuple[str, ...]]) -> str:
    """The next move: the first of the turn's plan that was not made yet, then listening.

    Args:
        stand: where the conversation is.
        regels: moves per intent, as ``data/regels.yml`` lays them down.
    """
    if FOUT in stand.gedaan:
        return LUISTER
    if stand.bleef_stil:
        return FOUT
    plan = _plan(stand, regels)
    return plan[len(stand.gedaan)] if len(stand.gedaan) < len(plan) else LUISTER


def _plan(stand: Stand, regels: Mapping[str, tuple[str, ...]]) -> list[str]:
    zetten = list(_antwoord(stand, regels))
    if stand.eerste_beurt:
        # Who is in danger hears first where help is, and only then that no person is listening.
        zetten.insert(1 if zetten == list(regels.get(NOOD, ())) else 0, KENNISMAKING)
    return zetten


def _antwoord(stand: Stand, regels: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    zetten = regels.get(stand.intent, (TERUGVAL,))
    vragen = stand.onderwerpen if REKENEN not in stand.onderwerpen else ()
    if vragen and not stand.heeft_paar and all(naam in regels for naam in vragen):
        # Two questions in one message get two answers.
        zetten = tuple(dict.fromkeys(zet for naam in vragen for zet in regels[naam]))
    # Nothing wins from a sign of crisis. Without one, numbers in a calculation are no cry for help.
    if NOODSIGNAAL in stand.signalen or (stand.intent == NOOD and not stand.heeft_feiten):
        return regels.get(NOOD, (TERUGVAL,))
    if stand.intent.startswith(GIDS_INTENT):
        return zetten
    if stand.vraagt_ontwerp:
        # In the guide about overmacht the action itself goes on with its question.
        return (OVERMACHT_NAGAAN, HERVAT) if stand.fase in (IN_BEREKENING, IN_STOPPEN) else (OVERMACHT_NAGAAN,)
    if stand.fase in GIDSEN:
        return _tijdens_gids(stand, zetten)
    if stand.fase == IN_BEREKENING:
        return _tijdens_berekening(stand, zetten)
    if stand.na_overmacht and IN_OVERMACHT in stand.vertelt | stand.vermeldt and not stand.heeft_paar:
        if "correctie" in stand.signalen and not stand.is_knop:
            return (OVERMACHT_NAGAAN,)
    if (overmacht := _over_teruggave(stand, regels)) is not None:
        return overmacht
    for fase, onderwerpen in GIDS_ONDERWERPEN.items():
        if fase in stand.vertelt and stand.intent in onderwerpen:
            # Who asks how, until when or with what proof hears that first, and loses nothing of what was told.
            eerst = zetten if stand.intent in VRAGEN_OVER_OVERMACHT and "vraag" in stand.houding else ()
            return (*eerst, GIDSEN[fase])
    if _gaat_over_stoppen(stand):
        return (STOPPEN_NAGAAN,)
    if stand.vorig_onderwerp in ONDERWERPEN_MET_GEVALLEN and _is_enkel_geval(stand):
        return (stand.vorig_onderwerp,)
    if stand.wacht_op_keuze and _kan_kiezen(stand):
        return (BEREKEN,)
    if stand.heeft_doel:
        return (BEREKEN,)
    if stand.fase == NA_RESULTAAT:
        zetten = _na_resultaat(stand, zetten)
    naast = next((naam for naam in stand.onderwerpen if naam in NAAST_REKENEN), None)
    if stand.heeft_paar and naast is not None and REKENEN in stand.onderwerpen:
        return (BEREKEN, *regels.get(naast, ()))
    if stand.heeft_paar and not _is_eigen_vraag(stand):
        return (BEREKEN,)
    if stand.heeft_feiten and stand.intent in REKENONDERWERPEN and _is_mededeling(stand):
        # "Creditcontract van 12 sp": the beginning of a calculation, whatever topic the word calls up.
        return (BEREKEN,)
    return zetten


def _over_teruggave(stand: Stand, regels: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """What asks about a teruggave by the Raad, in words that another topic was taken for."""
    if stand.is_knop or stand.heeft_paar or IN_STOPPEN in stand.vertelt | stand.vermeldt or stand.na_stoppen:
        return None
    if stand.na_overmacht and stand.houding & OVER_DE_RAAD and IN_OVERMACHT not in stand.vertelt:
        return (OVERMACHT_NAGAAN,)
    if IN_OVERMACHT in stand.vertelt and "raad_te_laat" in stand.houding:
        return (*regels.get("overmacht_termijn", ()), OVERMACHT_NAGAAN)
    if IN_OVERMACHT in stand.vertelt and stand.intent in ("bevestigen", "ontkennen"):
        # "En de 2de zit heb ik wel gedaan" answers nothing when nothing was asked: it tells the case.
        return (OVERMACHT_NAGAAN,)
    if stand.intent in VRAGEN_OVER_OVERMACHT or stand.vorig_onderwerp in ONDERWERPEN_MET_GEVALLEN:
        return None
    los = "punten_terug" in stand.houding and stand.fase is None and stand.intent == "stoppen_uitschrijven"
    if "raad_terug" in stand.houding:
        return (OVERMACHT_NAGAAN,) if IN_OVERMACHT in stand.vertelt else regels.get("overmacht_voorwaarden")
    return regels.get("overmacht_voorwaarden") if los else None


def _kan_kiezen(stand: Stand) -> bool:
    """Whether a message may say which of the readings was meant: a few words that are no act of their own."""
    eigen = stand.intent in UITGANGEN or stand.intent in ("bedanken", "begroeting", "hulp", "bot_vraag")
    return not stand.is_knop and not eigen and stand.woorden <= GEVAL_WOORDEN


def _gaat_over_stoppen(stand: Stand) -> bool:
    """Whether a message tells of stopping in words that no topic was sure of, or goes on from such an outcome."""
    dichtbij = ANTWOORD_INTENTS | GIDS_ONDERWERPEN[IN_STOPPEN] | BIJNA_STOPPEN
    andere_vraag = stand.zekerheid >= ZEKER and stand.intent not in dichtbij
    if IN_STOPPEN in stand.vertelt and not andere_vraag:
        return True
    if not stand.na_stoppen or stand.is_knop or (andere_vraag and stand.woorden > VERVOLG_WOORDEN):
        return False
    if IN_STOPPEN in stand.vertelt | stand.vermeldt:
        # "En op 1 december?", "en als ik generatiestudent ben?"
        return True
    return stand.heeft_feiten and not stand.heeft_paar and not _is_eigen_vraag(stand)


def _tijdens_berekening(stand: Stand, zetten: tuple[str, ...]) -> tuple[str, ...]:
    if IN_STOPPEN in stand.vertelt and not stand.signalen & STUURSIGNALEN:
        # "60 opgenomen, maar ik stop in november": the outcome of that year is what stopping gives back.
        return (STOPPEN_NAGAAN,)
    if "jaar_weg" in stand.houding:
        return (BEREKEN,)
    if stand.heeft_feiten:
        if not _is_eigen_vraag(stand):
            return (BEREKEN,)
        # "45, maar telt een tolerantie mee?" answers and asks; "tellen de eerste 60 dubbel?" only asks.
        return (*zetten, BEREKEN if stand.begint_met_feit or stand.heeft_paar else HERVAT)
    terug = stand.houding & {"terug", "uitleg"} and stand.woorden <= VERVOLG_WOORDEN
    if stand.signalen & STUURSIGNALEN or stand.intent in ANTWOORD_INTENTS or terug:
        return (BEREKEN,)
    return zetten if stand.intent in UITGANGEN else (*zetten, HERVAT)


def _na_resultaat(stand: Stand, zetten: tuple[str, ...]) -> tuple[str, ...]:
    """What builds on the outcome goes to the calculation; what asks something else is answered as always."""
    if stand.is_knop:
        return zetten
    verandert = stand.heeft_feiten or stand.noemt_contract or bool(stand.signalen & VERANDERSIGNALEN)
    if "hypothese" in stand.signalen and verandert and stand.intent != "hoeveel_opnemen":
        return (BEREKEN,)
    if stand.heeft_feiten:
        # "En als ik maar voor de helft slaag?" is about the career that was just computed.
        over_uitkomst = stand.heeft_uitkomst and stand.intent == "geslaagd_of_niet"
        return zetten if _is_eigen_vraag(stand) and not over_uitkomst else (BEREKEN,)
    kort = stand.woorden <= VERVOLG_WOORDEN
    if stand.intent == "na_master" and (kort or "eigen" in stand.houding):
        return (BEREKEN,)
    if stand.intent == "bonus_60_dubbel" and stand.houding & {"eigen", "terug"}:
        return (BONUS_STAND,)
    if stand.noemt_contract and ("vraag" not in stand.houding or (kort and "vervolg" in stand.houding)):
        # "Dat eerste jaar was met een creditcontract", "en met een diplomacontract?"
        return (BEREKEN,)
    if "jaar_weg" in stand.houding:
        return (BEREKEN,)
    if stand.intent in EIGEN_UITLEG and stand.zekerheid >= ZEKER:
        # "Waarom krijg ik die 4 niet terug?" is answered better by its topic than by the whole calculation.
        return zetten
    if kort and stand.signalen & TERUGSIGNALEN:
        return (BEREKEN,)
    if kort and stand.intent != "hoeveel_opnemen" and stand.houding & {"betwisting", "terug", "verder"}:
        return (BEREKEN,)
    return zetten


def _tijdens_gids(stand: Stand, zetten: tuple[str, ...]) -> tuple[str, ...]:
    """In a guided conversation what can be an answer is one; a question in between is answered, then it goes on."""
    gids = GIDSEN[stand.fase or ""]
    verteld = stand.fase in stand.vertelt | stand.vermeldt
    if stand.intent in UITGANGEN and not (verteld and stand.zekerheid < ZEKER and not stand.is_knop):
        return zetten
    if stand.fase == IN_OVERMACHT and stand.houding & OVER_DE_RAAD and not verteld:
        return (gids,)
    if stand.fase == IN_OVERMACHT and stand.heeft_paar:
        return (BEREKEN,)
    # "Kan ik volgend jaar 60 opnemen?" holds a number that answers nothing.
    vraagt_opname = stand.intent == "hoeveel_opnemen" and _is_eigen_vraag(stand)
    antwoordt = (
        stand.fase in stand.vertelt | stand.vermeldt
        or stand.zegt_ja_of_nee
        or stand.intent in ANTWOORD_INTENTS
        or stand.intent.startswith("buiten_bereik")
        or bool(stand.signalen & STUURSIGNALEN)
        or (stand.fase == IN_STOPPEN and stand.heeft_feiten and not vraagt_opname)
        or (stand.noemt_geval and stand.woorden <= GEVAL_WOORDEN)
    )
    return (gids,) if antwoordt else (*zetten, HERVAT)


def _is_eigen_vraag(stand: Stand) -> bool:
    """Whether a message with numbers asks something of its own instead of answering or correcting."""
    if stand.intent.startswith("buiten_bereik"):
        # In the middle of a calculation a message with numbers is hardly ever about something else altogether.
        return stand.fase is None and stand.zekerheid >= ZEKER and not stand.heeft_paar
    asks = "vraag" in stand.houding and stand.woorden >= VRAAG_WOORDEN
    return stand.intent not in ANTWOORD_INTENTS and stand.zekerheid >= ZEKER and asks


def _is_mededeling(stand: Stand) -> bool:
    """Whether a short message only tells something."""
    return "vraag" not in stand.houding and stand.woorden <= VERVOLG_WOORDEN and not stand.vertelt


def _is_enkel_geval(stand: Stand) -> bool:
    """Whether a message only says which case of the last topic is meant."""
    if not stand.noemt_geval or stand.heeft_feiten or stand.is_knop:
        return False
    return (
        stand.woorden <= GEVAL_WOORDEN
        or stand.zekerheid < ZEKER
        or stand.intent in ANTWOORD_INTENTS
        or stand.intent.startswith("buiten_bereik")
    )
