"""The one policy: learns the moves per intent from the rules, and lets ``beurt`` decide."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from typing import Final

from rasa.core.policies.policy import Policy
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.policy import SupportedData
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.constants import ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.events import BotUttered
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.events import SlotSet
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException

from gesprek.beurt import FOUT
from gesprek.beurt import GIDSEN
from gesprek.beurt import IN_OVERMACHT
from gesprek.beurt import KENNISMAKING
from gesprek.beurt import STELT_ZELF_VOOR
from gesprek.beurt import VOER_GESPREK
from gesprek.beurt import Stand
from gesprek.beurt import volgende_zet
from gesprek.leiding import lees_leiding
from nlu.grammatica import uit_entiteit


_BESTAND: Final = "regels.json"
_STIL: Final = frozenset((ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME))
_GEVALLEN: Final = frozenset(("situatie", "contract", "opleiding", "instelling"))
#: A fact within so many characters of the start opens the message ("ja 45").
_BEGIN: Final = 4
_UITKOMSTEN: Final = frozenset(("verworven", "niet_geslaagd", "getolereerd"))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class GesprekPolicy(Policy):
    """Rules give the moves of a topic; introduction, calculation and its interruption come on top of them.

    Rasa's RulePolicy compares the whole conversation with every rule; this one looks at the last turn, so that a long
    conversation costs no more than a short one.
    """

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        regels: dict[str, tuple[str, ...]] | None = None,
    ) -> None:
        super().__init__(config, model_storage, resource, execution_context)
        self._regels = regels or {}
        self._machine = lees_leiding() == "machine"

    @staticmethod
    def supported_data() -> SupportedData:
        return SupportedData.ML_AND_RULE_DATA

    @classmethod
    def get_default_config(cls) -> dict[str, Any]:
        return {"priority": 6}

    def train(self, training_trackers: list[Any], domain: Domain, **kwargs: Any) -> Resource:
        """Read the moves per intent from the rule trackers; stories do not add any.

        Raises:
            RasaException: an intent has two rules, or a rule has no user message.
        """
        regels: dict[str, tuple[str, ...]] = {}
        for tracker in training_trackers:
            if not tracker.is_rule_tracker:
                continue
            intent, zetten = _lees_regel(tracker)
            if regels.get(intent, zetten) != zetten:
                raise RasaException(f"Voor de intent '{intent}' staan er twee verschillende regels.")
            regels[intent] = zetten
        self._regels = regels
        with self._model_storage.write_to(self._resource) as map_:
            (Path(map_) / _BESTAND).write_text(json.dumps(regels), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> GesprekPolicy:
        with model_storage.read_from(resource) as map_:
            gelezen = json.loads((Path(map_) / _BESTAND).read_text(encoding="utf-8"))
        regels = {intent: tuple(zetten) for intent, zetten in gelezen.items()}
        return cls(config, model_storage, resource, execution_context, regels)

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        zet = zet_van_machine(tracker) if self._machine else volgende_zet(lees_stand(tracker), self._regels)
        kansen = [0.0] * domain.num_actions
        kansen[domain.index_for_action(zet)] = 1.0
        return self._prediction(kansen)


def zet_van_machine(tracker: DialogueStateTracker) -> str:
    """The next move where the machine leads: one action answers each message, and an apology takes its place where it kept silent."""
    gedaan: set[str] = set()
    iets_gezegd = False
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            if not gedaan:
                return VOER_GESPREK
            return ACTION_LISTEN_NAME if iets_gezegd or FOUT in gedaan else FOUT
        if isinstance(event, BotUttered):
            iets_gezegd = True
        elif isinstance(event, ActionExecuted) and event.action_name and event.action_name not in _STIL:
            gedaan.add(event.action_name)
    return ACTION_LISTEN_NAME


def lees_stand(tracker: DialogueStateTracker) -> Stand:
    """Where the conversation is, from the events of the last turn and the slots."""
    gedaan: list[str] = []
    iets_gezegd = False
    bericht: UserUttered | None = None
    eerste_beurt = False
    stil_sinds_zet = False
    vorig_onderwerp: str | None = None
    for event in reversed(tracker.events):
        if bericht is not None:
            # The memory keeps no session start beyond its own turn; see ``geheugen``.
            if isinstance(event, UserUttered):
                break
            if isinstance(event, SessionStarted):
                eerste_beurt = True
                break
            if isinstance(event, ActionExecuted) and event.action_name != KENNISMAKING:
                if (event.action_name or "").startswith("utter_"):
                    vorig_onderwerp = event.action_name
        elif isinstance(event, UserUttered):
            bericht = event
        elif isinstance(event, BotUttered):
            iets_gezegd = True
        elif isinstance(event, ActionExecuted) and event.action_name and event.action_name not in _STIL:
            if not gedaan:
                stil_sinds_zet = not iets_gezegd
            gedaan.append(event.action_name)
    if bericht is None:
        return Stand(intent="", gedaan=(ACTION_LISTEN_NAME,))
    feiten = [feit for entiteit in bericht.entities if (feit := uit_entiteit(entiteit)) is not None]
    rollen = {feit.rol for feit in feiten}
    fase = _slot_bij_bericht(tracker, "fase")
    return Stand(
        intent=bericht.intent_name or "",
        zekerheid=float(bericht.intent.get("confidence") or 0.0),
        is_knop=(bericht.text or "").startswith("/"),
        woorden=len((bericht.text or "").split()),
        heeft_feiten=bool(feiten),
        heeft_uitkomst=bool(rollen & _UITKOMSTEN),
        heeft_doel="doel" in rollen,
        heeft_paar="opgenomen" in rollen and bool(rollen & _UITKOMSTEN),
        begint_met_feit=any(feit.begin <= _BEGIN for feit in feiten),
        signalen=_waarden(bericht, "signaal"),
        vertelt=_gidsen(bericht, fase, eigen=True),
        vermeldt=_gidsen(bericht, fase, eigen=False),
        na_overmacht=bool(_slot_bij_bericht(tracker, "dossier")) and fase not in GIDSEN,
        na_stoppen=fase not in GIDSEN and _is_af(_slot_bij_bericht(tracker, "dossier")),
        vraagt_ontwerp=any("ontwerp" in waarde for naam, waarde in _gidsfeiten(bericht) if naam == IN_OVERMACHT),
        zegt_ja_of_nee=any(e.get("entity") == "antwoord" for e in bericht.entities),
        houding=_waarden(bericht, "houding"),
        onderwerpen=_onderwerpen(bericht),
        wacht_op_keuze=bool(_slot_bij_bericht(tracker, "lezingen")),
        noemt_contract=bool(_waarden(bericht, "contract")),
        noemt_geval=any(e.get("entity") in _GEVALLEN for e in bericht.entities),
        vorig_onderwerp=vorig_onderwerp,
        fase=str(fase) if fase else None,
        eerste_beurt=eerste_beurt and bericht.input_channel not in STELT_ZELF_VOOR,
        gedaan=tuple(reversed(gedaan)),
        bleef_stil=stil_sinds_zet,
    )


def _is_af(dossier: object) -> bool:
    """Whether what a guide was told is kept because its outcome was said."""
    return isinstance(dossier, dict) and dossier.get("af") is True


def _waarden(bericht: UserUttered, naam: str) -> frozenset[str]:
    return frozenset(
        e["value"] for e in bericht.entities if e.get("entity") == naam and isinstance(e.get("value"), str)
    )


def _gidsfeiten(bericht: UserUttered) -> list[tuple[str, dict[str, Any]]]:
    """What the message tells of the student's own case, per guided conversation."""
    return [
        (e["entity"], e["value"])
        for e in bericht.entities
        if e.get("entity") in GIDSEN and isinstance(e.get("value"), dict)
    ]


def _gidsen(bericht: UserUttered, fase: object, *, eigen: bool) -> frozenset[str]:
    """The guides for which it tells enough to start (``eigen``), or only an answer; the grammar may say which.

    Somebody who only wants to stop, and of whom nothing is known, is told the rule first; dropping a course has its own.
    """
    return frozenset(
        naam
        for naam, feiten in _gidsfeiten(bericht)
        # Two bare numbers only answer a question of the guide, where numbers are read anyway.
        if not set(feiten) <= {"delen", "los"}
        and (
            feiten.get("eigen_geval", not feiten.get("los", False))
            and (fase is not None or feiten != {"wil": "stoppen"})
        )
        is eigen
    )


def _onderwerpen(bericht: UserUttered) -> tuple[str, ...]:
    waarden = [e.get("value") for e in bericht.entities if e.get("entity") == "onderwerpen"]
    return tuple(str(naam) for naam in waarden[0]) if waarden and isinstance(waarden[0], list) else ()


def _slot_bij_bericht(tracker: DialogueStateTracker, naam: str) -> Any:
    """A slot as it was when the message came: a move that changes it must not change the plan of its own turn."""
    voor_bericht = False
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            voor_bericht = True
        elif voor_bericht and isinstance(event, SlotSet) and event.key == naam:
            return event.value
        elif voor_bericht and isinstance(event, SessionStarted):
            break
    return None


def _lees_regel(tracker: DialogueStateTracker) -> tuple[str, tuple[str, ...]]:
    intent: str | None = None
    zetten = []
    for event in tracker.events:
        if isinstance(event, UserUttered):
            intent = event.intent_name
        elif isinstance(event, ActionExecuted) and intent and event.action_name:
            if event.action_name != ACTION_LISTEN_NAME and not event.action_name.startswith("..."):
                zetten.append(event.action_name)
    if intent is None or not zetten:
        raise RasaException(f"De regel '{tracker.sender_id}' heeft geen bericht van de student, of geen antwoord.")
    return intent, tuple(zetten)
