"""The page stands alone, is safe whatever a student types, and shows first what differs."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser

from verhaal.pagina import maak_pagina
from verhaal.vorm import Beurt
from verhaal.vorm import Gespeeld
from verhaal.vorm import Verhaal
from verhaal.vorm import Verschil
from verhaal.vorm import Verslag


MOMENT = datetime(2026, 9, 7, 14, 5)
GOED = Verslag(
    Verhaal("alles goed", "verhalen/eerste_bericht.yml", 3, (), "daarom"),
    (
        Gespeeld(
            Beurt(4, student="<script>alert('x')</script>"),
            ({"text": "Dag & <b>welkom</b>", "buttons": [{"title": "Ja > nee", "payload": '/ja{"a":1}'}]},),
            (),
        ),
        Gespeeld(Beurt(5, knop="Ja > nee"), ({"text": "Zie https://burgerprofiel.be"},), ()),
        Gespeeld(Beurt(6, student=""), ({"text": "leeg"},), ()),
    ),
)
FOUT = Verslag(
    Verhaal("iets fout", "verhalen/z.yml", 1, ()),
    (Gespeeld(Beurt(2, student="a" * 20_000), ({"text": "b"},), (Verschil("Dit mist.", "<c>", "b"),)),),
)


class Lezer(HTMLParser):
    """Collects the elements of a page and checks that they are closed in order."""

    LEEG = frozenset(("meta", "br", "link", "img", "input"))

    def __init__(self) -> None:
        super().__init__()
        self.elementen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember."""
        self.elementen.append((tag, dict(attrs)))
        if tag not in self.LEEG:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        assert tag == self.open.pop()


def gelezen(pagina: str) -> Lezer:
    """The page, parsed; it must close everything that it opens."""
    lezer = Lezer()
    lezer.feed(pagina)
    assert lezer.open == []
    return lezer


def test_de_pagina_haalt_niets_van_elders() -> None:
    """It may be mailed to somebody, and opened without a network."""
    pagina = maak_pagina([GOED, FOUT], MOMENT)
    for element, kenmerken in gelezen(pagina).elementen:
        assert element not in {"script", "link", "img", "iframe", "object", "embed"}
        assert "src" not in kenmerken
        assert (kenmerken.get("href") or "#").startswith("#")
    assert not re.search(r"url\(|@import", pagina)
    assert "default-src 'none'" in pagina


def test_wat_getypt_werd_blijft_tekst() -> None:
    """A story may hold anything, and so may an answer."""
    pagina = maak_pagina([GOED, FOUT], MOMENT)
    assert "<script" not in pagina
    assert "&lt;script&gt;" in pagina
    assert "Dag &amp; &lt;b&gt;welkom&lt;/b&gt;" in pagina
    assert "<c>" not in pagina


def test_wat_niet_klopt_staat_bovenaan_en_open() -> None:
    """Who opens the page sees at once what asks for attention."""
    pagina = maak_pagina([GOED, FOUT], MOMENT)
    assert pagina.index("iets fout") < pagina.index("alles goed")
    assert [
        (kenmerken["class"], "open" in kenmerken) for tag, kenmerken in gelezen(pagina).elementen if tag == "details"
    ] == [("fout", True), ("goed", False)]
    assert "1 verhaal klopt niet" in pagina


def test_als_alles_klopt_is_er_geen_deel_met_fouten() -> None:
    """No empty heading that frightens."""
    pagina = maak_pagina([GOED], MOMENT)
    assert "Dit klopt niet" not in pagina
    assert "alles klopt" in pagina


def test_de_inhoud_verwijst_naar_delen_die_er_zijn() -> None:
    """Every link of the table of contents leads somewhere."""
    elementen = gelezen(maak_pagina([GOED, FOUT], MOMENT)).elementen
    plaatsen = {kenmerken["id"] for _, kenmerken in elementen if "id" in kenmerken}
    links = {str(kenmerken["href"])[1:] for tag, kenmerken in elementen if tag == "a"}
    assert links == plaatsen != set()


def test_de_pagina_is_in_het_nederlands_en_past_op_een_telefoon() -> None:
    """Language for a screen reader, width for a phone, the date as people say it."""
    pagina = maak_pagina([GOED], MOMENT)
    elementen = gelezen(pagina).elementen
    assert ("html", {"lang": "nl"}) in elementen
    assert ("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}) in elementen
    assert "7 september 2026, 14.05 uur" in pagina
    assert "Eerste bericht (1)" in pagina


def test_wie_de_pagina_hoort_weet_wie_er_spreekt() -> None:
    """Left and right say nothing to a screen reader."""
    pagina = maak_pagina([GOED], MOMENT)
    for naam in ("Student: ", "Assistent: ", "Student klikt op: "):
        assert f">{naam}</span>" in pagina


def test_een_heel_lang_bericht_wordt_afgebroken_met_zijn_lengte() -> None:
    """Twenty thousand characters would bury the rest."""
    pagina = maak_pagina([FOUT], MOMENT)
    assert "(20000 tekens)" in pagina
    assert len(pagina) < 20_000


def test_wat_een_knop_stuurt_staat_er_niet() -> None:
    """The page is for people; a payload is not."""
    assert "/ja" not in maak_pagina([GOED], MOMENT)


def test_een_antwoord_dat_er_al_staat_wordt_niet_herhaald() -> None:
    """What was heard stands in the bubble right above; only a part of it, such as the buttons, is told again."""
    gespeeld = Gespeeld(
        Beurt(1, student="a"),
        ({"text": "het hele antwoord", "buttons": [{"title": "Knop"}]},),
        (Verschil("Mist.", "b", "het hele antwoord"), Verschil("Mist.", "c", "Knop, Knop")),
    )
    pagina = maak_pagina([Verslag(FOUT.verhaal, (gespeeld,))], MOMENT)
    assert pagina.count("het hele antwoord") == 1
    assert pagina.count("het antwoord hierboven") == 1
    assert pagina.count("Knop, Knop") == 1
