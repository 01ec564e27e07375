"""What is remembered of a conversation, for how long, and what never reaches the disk."""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import Awaitable
from collections.abc import Callable
from pathlib import Path
from typing import Any
from typing import TypeVar

import pytest
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.events import BotUttered
from rasa.shared.core.events import Event
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.events import SlotSet
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import read_endpoint_config

from gesprek.geheugen import BEURTEN
from gesprek.geheugen import OPRUIMEN_OM_DE
from gesprek.geheugen import Geheugen
from gesprek.geheugen import verkort
from gesprek.policy import lees_stand


WORTEL = Path(__file__).resolve().parents[2]
DAG = 86_400.0
GEHEIM = b"een geheim dat alleen deze test kent"
LOOPBAAN = {"jaren": [{"stukken": [["opgenomen", "", 60, None]]}], "laatst": ["opgenomen", 0]}

T = TypeVar("T")
MaakTracker = Callable[..., DialogueStateTracker]
Bericht = Callable[..., list[Event]]


def doe(taak: Awaitable[T]) -> T:
    """Run what is asynchronous to its end."""

    async def wacht() -> T:
        return await taak

    return asyncio.run(wacht())


def wacht_tot(klaar: Callable[[], bool]) -> None:
    """Until what goes on in another thread has come so far."""
    einde = time.monotonic() + 20
    while not klaar():
        assert time.monotonic() < einde, "het duurt te lang"
        time.sleep(0.01)


class Klok:
    """Stands still until a test sets it."""

    def __init__(self) -> None:
        self.nu = 1_000_000_000.0

    def __call__(self) -> float:
        return self.nu


def maak_geheugen(domain: Domain, bestand: Path | None = None, **extra: Any) -> Geheugen:
    """A memory in a file, or in the process when there is none."""
    return Geheugen(domain, db=f"sqlite:///{bestand}" if bestand else "sqlite://", **{"geheim": GEHEIM, **extra})


def bytes_van(map_: Path) -> bytes:
    """All that stands in the files of a folder: the database and what it keeps beside it."""
    return b"".join(bestand.read_bytes() for bestand in sorted(map_.iterdir()))


def beurt(bericht: Bericht, intent: str, zet: str, *extra: Event) -> list[Event]:
    """One whole turn: a message, a move, an answer."""
    return [*bericht(intent, f"vraag over {intent}"), ActionExecuted(zet), BotUttered("een antwoord"), *extra]


def praat(geheugen: Geheugen, beurten: int, bericht: Bericht, afzender: str = "student") -> DialogueStateTracker:
    """A conversation of so many turns, saved and read back after each one, as the bot does."""
    for nummer in range(beurten):
        tracker = doe(geheugen.get_or_create_tracker(afzender))
        for event in beurt(bericht, "werking", "utter_werking", SlotSet("vraag", ["verworven", nummer])):
            tracker.update(event)
        doe(geheugen.save(tracker))
    gelezen = doe(geheugen.retrieve(afzender))
    assert gelezen is not None
    return gelezen


def test_a_conversation_survives_a_restart(
    domain: Domain, tmp_path: Path, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """Another process on the same file goes on where the first one stopped."""
    eerste = maak_geheugen(domain, tmp_path / "gesprekken.db")
    begin = [SlotSet("loopbaan", LOOPBAAN), SlotSet("vraag", ["verworven", 0]), SlotSet("fase", "berekening")]
    doe(eerste.save(maak_tracker(*begin, *beurt(bericht, "saldo_berekenen", "action_saldo_berekenen"))))
    eerste._engine.dispose()

    tracker = doe(maak_geheugen(domain, tmp_path / "gesprekken.db").retrieve("student"))
    assert tracker is not None
    assert LOOPBAAN == tracker.get_slot("loopbaan")
    assert ["verworven", 0] == tracker.get_slot("vraag")
    assert "berekening" == tracker.get_slot("fase")
    assert tracker.latest_message is not None


def test_a_folder_that_is_not_there_yet_is_made(domain: Domain, tmp_path: Path) -> None:
    """The first start in a fresh clone."""
    maak_geheugen(domain, tmp_path / "nieuw" / "diep" / "gesprekken.db")
    assert (tmp_path / "nieuw" / "diep" / "gesprekken.db").is_file()


def test_the_memory_of_endpoints_yml_is_this_one(
    domain: Domain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rasa finds it by its name; where it does not, it keeps everything in memory and only warns."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'gesprekken.db'}")
    monkeypatch.setenv("BEWAAR_DAGEN", "12")
    monkeypatch.setenv("GEHEIM", GEHEIM.decode())
    monkeypatch.setenv("ACTION_URL", "http://127.0.0.1:5055/webhook")
    opgave = read_endpoint_config(str(WORTEL / "endpoints.yml"), "tracker_store")
    geheugen = TrackerStore.create(opgave, domain)
    assert isinstance(geheugen, Geheugen)
    assert 12 * DAG == geheugen._bewaar_seconden
    assert GEHEIM == geheugen._geheim
    assert (tmp_path / "gesprekken.db").is_file()


def test_a_stranger_has_no_conversation(domain: Domain) -> None:
    """Rasa then starts a new one."""
    assert doe(maak_geheugen(domain).retrieve("niemand")) is None


def test_conversations_do_not_mix(domain: Domain, maak_tracker: MaakTracker) -> None:
    """Each sender has slots of its own."""
    geheugen = maak_geheugen(domain)
    doe(geheugen.save(maak_tracker(SlotSet("fase", "berekening"), afzender="an")))
    doe(geheugen.save(maak_tracker(SlotSet("fase", "resultaat"), afzender="bo")))
    fasen = [tracker.get_slot("fase") for naam in ("an", "bo") if (tracker := doe(geheugen.retrieve(naam)))]
    assert ["berekening", "resultaat"] == fasen


def test_the_cost_of_a_message_does_not_grow_with_the_conversation(domain: Domain, bericht: Bericht) -> None:
    """After 200 turns there is as much to read back as after a few."""
    na_weinig = praat(maak_geheugen(domain), BEURTEN + 1, bericht)
    na_veel = praat(maak_geheugen(domain), 200, bericht)
    assert len(na_weinig.events) == len(na_veel.events)
    assert BEURTEN == sum(isinstance(event, UserUttered) for event in na_veel.events)


def test_slots_are_kept_over_200_turns(domain: Domain, maak_tracker: MaakTracker, bericht: Bericht) -> None:
    """Far beyond the turns that are kept."""
    geheugen = maak_geheugen(domain)
    doe(geheugen.save(maak_tracker(SlotSet("loopbaan", LOOPBAAN))))
    tracker = praat(geheugen, 200, bericht)
    assert LOOPBAAN == tracker.get_slot("loopbaan")
    assert ["verworven", 199] == tracker.get_slot("vraag")


def test_a_slot_that_was_emptied_is_not_remembered(domain: Domain, maak_tracker: MaakTracker) -> None:
    """Starting over leaves nothing behind."""
    tracker = maak_tracker(SlotSet("loopbaan", LOOPBAAN), SlotSet("loopbaan", None))
    assert "loopbaan" not in json.dumps(verkort(tracker))


def test_of_the_last_turns_only_what_a_later_turn_asks_after_is_kept(
    domain: Domain, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """The topic that leaves a choice open and the fallback, in order; never what somebody asked besides."""
    zetten = ["utter_voor_wie", "utter_overmacht_bewijs", "action_terugval", "utter_stoppen_uitschrijven"]
    events = [event for zet in zetten for event in beurt(bericht, "werking", zet)]
    geheugen = maak_geheugen(domain)
    doe(geheugen.save(maak_tracker(*events)))
    tracker = doe(geheugen.retrieve("student"))
    assert tracker is not None
    intents = [event.intent_name for event in tracker.events if isinstance(event, UserUttered)]
    bewaard = [event.action_name for event in tracker.events if isinstance(event, ActionExecuted)]
    assert [None] * BEURTEN == intents
    assert ["action_terugval", "utter_stoppen_uitschrijven"] == [z for z in bewaard if z != "action_listen"]


@pytest.mark.parametrize("beurten", range(1, BEURTEN + 2))
def test_shortening_twice_is_shortening_once(
    maak_tracker: MaakTracker, bericht: Bericht, domain: Domain, beurten: int
) -> None:
    """What is read back and saved without a new message stays what it was, from the first turn on."""
    events = [event for _ in range(beurten) for event in beurt(bericht, "werking", "utter_werking")]
    tracker = maak_tracker(SlotSet("fase", "berekening"), *events)
    kort = verkort(tracker)
    assert kort == verkort(DialogueStateTracker.from_dict("student", kort, domain.slots))


def test_the_second_turn_is_not_taken_for_the_first(
    domain: Domain, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """The session start is not kept, so that it marks the turn in which it stands."""
    geheugen = maak_geheugen(domain)
    tracker = maak_tracker(ActionExecuted("action_session_start"), SessionStarted(), *bericht("hulp"))
    assert lees_stand(tracker).eerste_beurt
    doe(geheugen.save(tracker))
    vervolg = doe(geheugen.retrieve("student"))
    assert vervolg is not None
    for event in bericht("werking"):
        vervolg.update(event)
    assert not lees_stand(vervolg).eerste_beurt


def test_a_new_session_is_a_first_turn_and_starts_empty(
    domain: Domain, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """Rasa starts one after an hour; the numbers of the old one are then gone from the memory too."""
    geheugen = maak_geheugen(domain)
    doe(geheugen.save(maak_tracker(SlotSet("loopbaan", LOOPBAAN), *beurt(bericht, "werking", "utter_werking"))))
    tracker = doe(geheugen.retrieve("student"))
    assert tracker is not None
    for event in (ActionExecuted("action_session_start"), SessionStarted(), *bericht("hulp")):
        tracker.update(event)
    assert lees_stand(tracker).eerste_beurt
    doe(geheugen.save(tracker))
    opnieuw = doe(geheugen.retrieve("student"))
    assert opnieuw is not None
    assert opnieuw.get_slot("loopbaan") is None


def test_nothing_that_was_said_and_nobody_who_said_it_rests_on_disk(
    domain: Domain, tmp_path: Path, maak_tracker: MaakTracker
) -> None:
    """No word of the student or the bot, no entity, no metadata and no id, in the database or the log beside it."""
    merk = "zwaluwstaart"
    geheugen = maak_geheugen(domain, tmp_path / "gesprekken.db")
    uiting = UserUttered(
        f"ik ben {merk}",
        {"name": "overmacht_bewijs", "confidence": 0.8},
        [{"entity": "situatie", "value": merk, "start": 0, "end": 3}],
        parse_data={"intent": {"name": "overmacht_bewijs"}, "entities": [], "text": merk, "intent_ranking": []},
        metadata={"naam": merk},
    )
    events = [
        ActionExecuted("action_listen", metadata={"naam": merk}),
        uiting,
        ActionExecuted("utter_overmacht_bewijs"),
        BotUttered(f"dag {merk}", {"buttons": [{"title": merk}]}, {"utter_action": merk}),
        SlotSet("fase", "berekening"),
    ]
    doe(geheugen.save(maak_tracker(*events, afzender=f"{merk}@school")))
    open_ = bytes_van(tmp_path)
    geheugen._engine.dispose()
    gesloten = bytes_van(tmp_path)
    for inhoud in (open_, gesloten):
        assert b"berekening" in inhoud, "wat wel bewaard wordt, hoort hier te staan"
        assert merk.encode() not in inhoud
        assert b"overmacht" not in inhoud, "waarover iemand iets vroeg, is van niemand anders"


def test_the_keys_are_digests(domain: Domain, maak_tracker: MaakTracker) -> None:
    """Of one length, whatever the id is; two ids never share one."""
    geheugen = maak_geheugen(domain)
    for naam in ("a", "b" * 200, "\ud800", "é"):
        doe(geheugen.save(maak_tracker(afzender=naam)))
        assert doe(geheugen.retrieve(naam)) is not None
    sleutels = list(doe(geheugen.keys()))
    assert [64] * 4 == [len(sleutel) for sleutel in sleutels]
    assert 4 == len(set(sleutels))


def test_a_phone_number_cannot_be_found_by_trying_them_all(
    domain: Domain, tmp_path: Path, maak_tracker: MaakTracker
) -> None:
    """There are few enough to take the plain digest of each; with a secret that gives nothing."""
    nummer = "whatsapp:+32470123456"
    geheugen = maak_geheugen(domain, tmp_path / "gesprekken.db")
    doe(geheugen.save(maak_tracker(afzender=nummer)))
    (sleutel,) = doe(geheugen.keys())
    assert hashlib.sha256(nummer.encode()).hexdigest() != sleutel
    ander = maak_geheugen(domain, tmp_path / "gesprekken.db", geheim=b"een ander geheim")
    assert doe(ander.retrieve(nummer)) is None
    doe(ander.delete(nummer))
    assert [sleutel] == list(doe(geheugen.keys()))
    assert doe(maak_geheugen(domain, tmp_path / "gesprekken.db").retrieve(nummer)) is not None


def test_what_cannot_be_saved_is_not_quoted_in_the_log_and_is_saved_later(
    domain: Domain, maak_tracker: MaakTracker, caplog: pytest.LogCaptureFixture
) -> None:
    """And it is no error: Rasa would begin a second, empty conversation then."""
    geheugen = maak_geheugen(domain)
    with geheugen._engine.begin() as verbinding:
        verbinding.exec_driver_sql("DROP TABLE gesprekken")
    doe(geheugen.save(maak_tracker(SlotSet("fase", "zwaluwstaart"))))
    assert "De databank sqlite:// antwoordt niet (OperationalError)" in caplog.text
    assert "zwaluwstaart" not in caplog.text
    wacht_tot(lambda: not geheugen._schrijver._ongeschreven)
    geheugen._vers.clear()
    tracker = doe(geheugen.retrieve("student"))
    assert tracker is not None
    assert "zwaluwstaart" == tracker.get_slot("fase")


@pytest.mark.parametrize(("seconden", "bewaard"), [(-1.0, True), (0.0, True), (1.0, False)])
def test_a_conversation_is_kept_for_its_period_and_no_longer(
    domain: Domain, maak_tracker: MaakTracker, seconden: float, bewaard: bool
) -> None:
    """Just before, at, and just after thirty days; both reading and cleaning up hold to the same limit."""
    klok = Klok()
    geheugen = maak_geheugen(domain, bewaar_dagen="30", klok=klok)
    doe(geheugen.save(maak_tracker(SlotSet("fase", "berekening"))))
    klok.nu += 30 * DAG + seconden
    assert bewaard == (doe(geheugen.retrieve("student")) is not None)
    assert int(not bewaard) == geheugen.ruim_op()
    assert int(bewaard) == len(list(doe(geheugen.keys())))


def test_a_message_starts_the_period_anew(domain: Domain, bericht: Bericht) -> None:
    """It counts from the last message, not from the first."""
    klok = Klok()
    geheugen = maak_geheugen(domain, bewaar_dagen=30, klok=klok)
    praat(geheugen, 1, bericht)
    klok.nu += 20 * DAG
    praat(geheugen, 1, bericht)
    klok.nu += 20 * DAG
    assert doe(geheugen.retrieve("student")) is not None


def test_saving_cleans_up_now_and_then(domain: Domain, maak_tracker: MaakTracker) -> None:
    """No clock of its own is needed; between two clean-ups nothing is searched for."""
    klok = Klok()
    geheugen = maak_geheugen(domain, bewaar_dagen=1, klok=klok)
    doe(geheugen.save(maak_tracker(afzender="oud")))
    klok.nu += DAG + 1
    geheugen.ruim_op()
    doe(geheugen.save(maak_tracker(afzender="middel")))
    klok.nu += OPRUIMEN_OM_DE - 1
    geheugen._bewaar_seconden = 1.0
    doe(geheugen.save(maak_tracker(afzender="nieuw")))
    assert 2 == len(list(doe(geheugen.keys())))
    klok.nu += 1
    doe(geheugen.save(maak_tracker(afzender="nieuw")))
    assert 1 == len(list(doe(geheugen.keys())))


def test_deleting_really_removes(domain: Domain, tmp_path: Path, maak_tracker: MaakTracker) -> None:
    """The row, and the bytes of its content once the database is closed; another conversation stays."""
    geheugen = maak_geheugen(domain, tmp_path / "gesprekken.db")
    doe(geheugen.save(maak_tracker(SlotSet("fase", "zwaluwstaart"), afzender="weg")))
    doe(geheugen.save(maak_tracker(SlotSet("fase", "roodborst"), afzender="blijft")))
    assert b"zwaluwstaart" in bytes_van(tmp_path)
    doe(geheugen.delete("weg"))
    assert doe(geheugen.retrieve("weg")) is None
    assert doe(geheugen.retrieve("blijft")) is not None
    geheugen._engine.dispose()
    assert b"roodborst" in bytes_van(tmp_path)
    assert b"zwaluwstaart" not in bytes_van(tmp_path)


def test_deleting_what_is_not_there_is_no_error(domain: Domain) -> None:
    """Who asks to be forgotten twice is forgotten."""
    geheugen = maak_geheugen(domain)
    doe(geheugen.delete("niemand"))
    assert [] == list(doe(geheugen.keys()))


def test_a_slot_that_the_domain_no_longer_has_does_not_break_the_conversation(
    domain: Domain, maak_tracker: MaakTracker
) -> None:
    """A conversation of before an update is read by the bot of after it."""
    geheugen = maak_geheugen(domain)
    doe(geheugen.save(maak_tracker(SlotSet("fase", "berekening"), SlotSet("vraag", ["opgenomen", 0]))))
    geheugen.domain = Domain.from_dict({"slots": {"vraag": {"type": "any", "mappings": [{"type": "custom"}]}}})
    tracker = doe(geheugen.retrieve("student"))
    assert tracker is not None
    assert ["opgenomen", 0] == tracker.get_slot("vraag")


def test_the_state_of_the_machine_is_kept_and_wiped_with_the_rest(
    domain: Domain, maak_tracker: MaakTracker, bericht: Bericht, tmp_path: Path
) -> None:
    """Deleting the conversation leaves nothing of it, in the bot nor on the disk."""
    db = tmp_path / "gesprekken.db"
    geheugen = Geheugen(domain, db=f"sqlite:///{db}", geheim=GEHEIM)
    staat = {"versie": 1, "kaarten": {"ik": {"school": "VIVES"}}}
    doe(geheugen.save(maak_tracker(*bericht("werking", "ik zit op VIVES"), SlotSet("gesprek", staat))))
    geheugen.sluit()
    opnieuw = Geheugen(domain, db=f"sqlite:///{db}", geheim=GEHEIM)
    bewaard = doe(opnieuw.retrieve("student"))
    assert bewaard is not None
    assert staat == bewaard.get_slot("gesprek")
    assert doe(opnieuw.delete("student"))
    assert doe(opnieuw.retrieve("student")) is None
    opnieuw.sluit()
    assert not any(b"VIVES" in bestand.read_bytes() for bestand in tmp_path.iterdir())
