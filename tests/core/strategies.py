"""Study careers for hypothesis: some that can have happened, and JSON that merely looks like one."""

from __future__ import annotations

from datetime import date
from typing import Any
from typing import get_args

from hypothesis import strategies as st

from leerkrediet_core import Academiejaar
from leerkrediet_core import instellingen
from leerkrediet_core.gebruik import Contract
from leerkrediet_core.gebruik import Diploma
from leerkrediet_core.gebruik import Opleiding


CONTRACTEN = get_args(Contract)
OPLEIDINGEN = get_args(Opleiding)
DIPLOMAS = get_args(Diploma)


@st.composite
def jaren(draw: st.DrawFn, academiejaar: str | None) -> list[dict[str, Any]]:
    """The events of one year: enrolments, then results, then perhaps more, that fit together."""
    gebeurtenissen: list[dict[str, Any]] = []
    pakketten = draw(
        st.lists(
            st.tuples(
                st.sampled_from(CONTRACTEN),
                st.sampled_from(("bachelor", "bachelor", "master", *OPLEIDINGEN)),
                st.integers(0, 75),
            ),
            min_size=1,
            max_size=2,
            unique_by=lambda pakket: pakket[:2],
        )
    )
    for contract, opleiding, opgenomen in pakketten:
        soort = {"contract": contract, "opleiding": opleiding}
        gebeurtenissen.append({"soort": "inschrijving", "studiepunten": opgenomen, **soort})
    for contract, opleiding, opgenomen in pakketten:
        verworven = draw(st.integers(0, opgenomen))
        getolereerd = draw(st.integers(0, opgenomen - verworven))
        gebeurtenissen.append(
            {
                "soort": "resultaat",
                "verworven": verworven,
                "getolereerd": getolereerd,
                "contract": contract,
                "opleiding": opleiding,
            }
        )
    gebeurtenissen += draw(
        st.lists(
            st.one_of(
                st.builds(lambda n: {"soort": "teruggave_overmacht", "studiepunten": n}, st.integers(0, 30)),
                st.just({"soort": "masterdiploma"}),
                st.just({"soort": "graduaatsdiploma"}),
            ),
            max_size=1,
        )
    )
    if academiejaar is not None:
        gebeurtenissen = [{**gebeurtenis, "academiejaar": academiejaar} for gebeurtenis in gebeurtenissen]
    return gebeurtenissen


@st.composite
def stoppers(draw: st.DrawFn, start: int) -> list[dict[str, Any]]:
    """A year in which someone enrols and stops, with or without a new programme."""
    label = str(Academiejaar(start))
    opgenomen = draw(st.integers(3, 75))
    semester1 = draw(st.integers(0, opgenomen))
    semester2 = draw(st.integers(0, opgenomen - semester1))
    dagen = st.dates(date(start, 9, 1), date(start + 1, 8, 31)).map(str)
    return [
        {
            "soort": "inschrijving",
            "studiepunten": opgenomen,
            "contract": draw(st.sampled_from(CONTRACTEN)),
            "opleiding": draw(st.sampled_from(OPLEIDINGEN)),
            "academiejaar": label,
        },
        {
            "soort": "uitschrijving",
            "datum": draw(dagen),
            "zonder_examen": {
                "semester1": semester1,
                "semester2": semester2,
                "jaarvak": draw(st.integers(0, opgenomen - semester1 - semester2)),
            },
            "generatiestudent": draw(st.booleans()),
            "nieuwe_inschrijving_datum": draw(st.one_of(st.none(), dagen)),
            "academiejaar": label,
        },
    ]


@st.composite
def loopbanen(draw: st.DrawFn, *, met_stand: bool = True) -> dict[str, Any]:
    """A career that can have happened: years in order, with gaps, and perhaps a later year that is asked for."""
    start = draw(st.integers(2008, 2030))
    gebeurtenissen: list[dict[str, Any]] = draw(st.one_of(st.just([]), stoppers(start)))
    if gebeurtenissen:
        start += draw(st.integers(1, 3))
    for _ in range(draw(st.integers(0, 5))):
        gebeurtenissen += draw(jaren(str(Academiejaar(start))))
        start += draw(st.integers(1, 4))
    invoer: dict[str, Any] = {
        "startsaldo": draw(st.integers(-500, 200)),
        "bonus_over": draw(st.integers(0, 60)),
        "instelling": draw(st.one_of(st.none(), st.sampled_from(sorted(instellingen())))),
        "diplomas": draw(st.lists(st.sampled_from(DIPLOMAS), max_size=2)),
        "gebeurtenissen": gebeurtenissen,
    }
    if met_stand and draw(st.booleans()):
        invoer["stand_in"] = str(Academiejaar(start + draw(st.integers(0, 8))))
    return invoer


@st.composite
def splitsingen(draw: st.DrawFn, geheel: int) -> list[int]:
    """Parts, each at least 0, that add up to ``geheel``."""
    sneden = sorted(draw(st.lists(st.integers(0, geheel), max_size=3)))
    return [na - voor for voor, na in zip([0, *sneden], [*sneden, geheel])]


_SLEUTELS = st.sampled_from(
    """startsaldo bonus_over diplomas instelling gebeurtenissen stand_in soort studiepunten contract opleiding verworven
    getolereerd academiejaar datum zonder_examen generatiestudent nieuwe_inschrijving_datum semester1 semester2 jaarvak
    __pydantic_self__ Inschrijving""".split()
)
_WAARDEN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-600, 600),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.dates().map(str),
    st.sampled_from(
        [
            *CONTRACTEN,
            *OPLEIDINGEN,
            *sorted(instellingen()),
            *"inschrijving resultaat uitschrijving teruggave_overmacht masterdiploma graduaatsdiploma".split(),
            "2008-2009",
            "2024-2025",
            "2026-2027",
            "9998-9999",
            "2007-2008",
            "2026-11-20",
            "2027-03-15",
            "0001-01-01",
        ]
    ),
)

#: Any JSON value, often with the keys and words of a career in it.
json_waarden = st.recursive(
    _WAARDEN,
    lambda kinderen: st.one_of(
        st.lists(kinderen, max_size=4),
        st.dictionaries(st.one_of(_SLEUTELS, st.text(max_size=5)), kinderen, max_size=5),
    ),
    max_leaves=20,
)


@st.composite
def bijna_loopbanen(draw: st.DrawFn) -> dict[str, Any]:
    """A possible career in which one thing was changed, left out, added or moved."""
    invoer = draw(loopbanen())
    gebeurtenissen = invoer["gebeurtenissen"]
    doel = draw(st.sampled_from([invoer, *gebeurtenissen]))
    greep = draw(st.sampled_from(["zet", "schrap", "verplaats", "dubbel"]))
    if greep == "zet":
        doel[draw(st.one_of(_SLEUTELS, st.sampled_from(sorted(doel))))] = draw(json_waarden)
    elif greep == "schrap":
        del doel[draw(st.sampled_from(sorted(doel)))]
    elif gebeurtenissen and greep == "verplaats":
        gebeurtenissen.insert(0, gebeurtenissen.pop())
    elif gebeurtenissen:
        gebeurtenissen.append(dict(draw(st.sampled_from(gebeurtenissen))))
    return invoer
