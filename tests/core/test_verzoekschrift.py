"""The draft verzoekschrift: what is in it, that nothing personal is, and that it is a document that opens anywhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from itertools import pairwise
from itertools import product
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from leerkrediet_core import InvoerFout
from leerkrediet_core import instellingen
from leerkrediet_core.verzoekschrift import GRONDSLAG
from leerkrediet_core.verzoekschrift import MEESTE_VAKKEN
from leerkrediet_core.verzoekschrift import RAAD
from leerkrediet_core.verzoekschrift import Verzoek
from leerkrediet_core.verzoekschrift import als_velden
from leerkrediet_core.verzoekschrift import lees_verzoek
from leerkrediet_core.verzoekschrift import maak_docx


LEEG = Verzoek()
VOL = Verzoek(("2023-2024",), "UGent", True, True, 2)
VARIANTEN = [
    Verzoek(jaren, school, gevraagd, bewijs, vakken)
    for jaren, school, gevraagd, bewijs, vakken in product(
        ((), ("2023-2024",), ("2022-2023", "2024-2025")),
        (None, "EhB"),
        (True, False, None),
        (True, False, None),
        (None, 5),
    )
]


def open_docx(verzoek: Verzoek) -> Any:
    """The document as Word reads it."""
    return docx.Document(BytesIO(maak_docx(verzoek)))


def tekst_van(verzoek: Verzoek) -> str:
    """All its text, tables included."""
    document = open_docx(verzoek)
    cellen = [cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells]
    return "\n".join([*(alinea.text for alinea in document.paragraphs), *cellen])


def koppen(verzoek: Verzoek) -> list[tuple[str, str]]:
    """Its headings with their level."""
    alineas = open_docx(verzoek).paragraphs
    return [(a.style.name, a.text) for a in alineas if a.style.name.startswith("Heading")]


@pytest.mark.parametrize("verzoek", VARIANTEN[::7], ids=str)
def test_the_same_request_gives_the_same_bytes(verzoek: Verzoek) -> None:
    """So that a copy can be kept and compared; another request gives others."""
    assert maak_docx(verzoek) == maak_docx(verzoek)
    assert maak_docx(verzoek) != maak_docx(Verzoek(("2019-2020",), "VUB"))


def test_no_clock_is_in_the_document() -> None:
    """Neither in the zip nor in the properties."""
    with zipfile.ZipFile(BytesIO(maak_docx(VOL))) as pakket:
        assert {(2026, 1, 1, 0, 0, 0)} == {deel.date_time for deel in pakket.infolist()}
        assert not [naam for naam in pakket.namelist() if "thumbnail" in naam]
    eigen = open_docx(VOL).core_properties
    assert (2026, 1, 1) == (eigen.created.year, eigen.created.month, eigen.created.day)
    assert eigen.created == eigen.modified


def test_the_document_says_its_language_and_title_and_no_author() -> None:
    """A screen reader needs the first; nobody needs the last."""
    document = open_docx(VOL)
    talen = {taal.get(qn("w:val")) for taal in document.styles.element.iter(qn("w:lang"))}
    assert {"nl-BE"} == talen
    assert "nl-BE" == document.core_properties.language
    assert "Verzoekschrift" in document.core_properties.title
    assert "" == document.core_properties.author == document.core_properties.last_modified_by


@pytest.mark.parametrize("verzoek", VARIANTEN, ids=str)
def test_every_required_part_is_there_as_a_place_to_fill_in(verzoek: Verzoek) -> None:
    """Whatever is known; the reference to the law and the name of the Raad are right."""
    tekst = tekst_van(verzoek)
    for plaats in ("[vul hier je voornaam en naam in]", "[vul hier je straat, nummer, postcode en gemeente in]",
                   "[vul hier je rijksregisternummer in]", "[vul hier je e-mailadres in]", "[vul hier de datum in]",
                   "[vul hier het adres van je instelling in]", "[naam van het vak]", "[zeg kort wat er gebeurde en wanneer]"):  # fmt: skip
        assert plaats in tekst
    assert "artikel II.204, § 3, van de Codex Hoger Onderwijs" == GRONDSLAG
    assert GRONDSLAG in tekst
    assert "Raad voor betwistingen inzake studievoortgangsbeslissingen" == RAAD
    assert RAAD in tekst
    assert "Aangetekend" in tekst
    assert "Handtekening" in tekst


def test_the_address_of_the_raad_is_left_to_its_own_site() -> None:
    """Older addresses are about; none of them may be printed."""
    tekst = tekst_van(VOL)
    assert "[vul hier het adres van de Raad in: zie dbrc.be]" in tekst
    assert not re.search(r"\b1\d{3} Brussel|Koning Albert|laan \d", tekst)


@pytest.mark.parametrize("verzoek", VARIANTEN, ids=str)
def test_the_headings_form_an_outline(verzoek: Verzoek) -> None:
    """Real headings, none skipped a level, the parts numbered."""
    gevonden = koppen(verzoek)
    niveaus = [int(stijl.removeprefix("Heading ")) for stijl, _ in gevonden]
    assert 1 == niveaus[0]
    assert all(volgende <= vorige + 1 for vorige, volgende in pairwise(niveaus))
    genummerd = [tekst for _, tekst in gevonden if re.match(r"\d\. ", tekst)]
    assert [f"{nummer}." for nummer in range(1, 8)] == [tekst.split()[0] for tekst in genummerd]


def test_the_first_page_says_that_it_is_a_draft_and_how_to_send_it() -> None:
    """It stands before the letter, and asks to be removed."""
    tekst = tekst_van(LEEG)
    voor = tekst.partition("Aangetekend\n")[0]
    for zin in ("Dit is een ontwerp, geen juridisch advies.", "Verwijder deze bladzijde.", "aangetekend naar de Raad",
                "aangetekende kopie naar je instelling", "Schrijf in het Nederlands", "7 kalenderdagen"):  # fmt: skip
        assert zin in voor


def test_what_stands_in_brackets_is_marked_and_nothing_else() -> None:
    """Both for who sees colours and for who does not."""
    for alinea in open_docx(LEEG).paragraphs:
        for stuk in alinea.runs:
            assert (stuk.font.highlight_color is not None) == (stuk.text.startswith("[") and stuk.text.endswith("]"))


@pytest.mark.parametrize(("vakken", "rijen", "blokken"), [(None, 3, 1), (1, 1, 1), (2, 2, 2), (MEESTE_VAKKEN, 20, 4)])
def test_the_table_has_a_row_per_course_and_a_repeated_header(vakken: int | None, rijen: int, blokken: int) -> None:
    """With the columns that the Raad needs; the facts have a block per exam, up to a few."""
    verzoek = Verzoek(("2023-2024",), aantal_vakken=vakken)
    (tabel,) = open_docx(verzoek).tables
    assert rijen == len(tabel.rows) - 1
    assert ["Vak", "Studiepunten", "Academiejaar", "Gemiste examenkans"] == [cel.text for cel in tabel.rows[0].cells]
    assert tabel.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all("2023-2024" == rij.cells[2].text for rij in tabel.rows[1:])
    assert blokken == sum("Gemist examen" in tekst for _, tekst in koppen(verzoek))


@pytest.mark.parametrize(
    ("jaren", "zin", "cel"),
    [
        ((), "in het academiejaar [vul hier het academiejaar in, zoals 2024-2025]", "[academiejaar]"),
        (("2023-2024",), "in het academiejaar 2023-2024.", "2023-2024"),
        (("2022-2023", "2023-2024"), "in de academiejaren 2022-2023 en 2023-2024.", "[2022-2023 of 2023-2024]"),
    ],
)
def test_the_years_are_filled_in_as_far_as_known(jaren: tuple[str, ...], zin: str, cel: str) -> None:
    """Which course belongs to which of several years, only the student knows."""
    verzoek = Verzoek(jaren)
    assert zin in tekst_van(verzoek)
    assert cel == open_docx(verzoek).tables[0].rows[1].cells[2].text


def test_the_institution_is_filled_in_where_it_is_known() -> None:
    """By its full name."""
    assert "Universiteit Gent" in tekst_van(VOL)
    assert "[vul hier de naam van je instelling in]" in tekst_van(LEEG)


@pytest.mark.parametrize(("gevraagd", "vroeg", "vroeg_niet"), [(True, 1, 0), (False, 0, 1), (None, 1, 1)])
def test_asking_the_school_is_told_as_it_was(gevraagd: bool | None, vroeg: int, vroeg_niet: int) -> None:
    """Who is not known to have asked chooses; a copy of the answer is only asked of who has one."""
    tekst = tekst_van(Verzoek(aangepast_examen_gevraagd=gevraagd))
    assert vroeg == tekst.count("Ik vroeg mijn instelling om een ander examenmoment")
    assert vroeg_niet == tekst.count("Ik vroeg mijn instelling niet om een ander examenmoment")
    assert (gevraagd is not False) == ("kopie van mijn vraag om een ander examenmoment" in tekst)
    assert (gevraagd is None) == ("[Kies wat bij jou past" in tekst)


@pytest.mark.parametrize("bewijs", [True, False, None])
def test_who_has_no_clear_proof_is_told_to_look_for_it(bewijs: bool | None) -> None:
    """In the letter itself, as a sentence to remove."""
    assert (bewijs is not True) == ("[Zoek eerst een bewijs" in tekst_van(Verzoek(bewijs_dekt_datum=bewijs)))


@pytest.mark.parametrize("verzoek", VARIANTEN, ids=str)
def test_a_request_is_read_back_from_its_fields(verzoek: Verzoek) -> None:
    """They stand in an address, so they are short plain text."""
    velden = als_velden(verzoek)
    assert verzoek == lees_verzoek(velden)
    assert all(isinstance(waarde, str) and waarde for waarde in velden.values())


def test_years_are_put_in_order_and_named_once() -> None:
    """However they were written."""
    assert ("2022-2023", "2024-2025") == lees_verzoek({"jaar": " 2024-2025, 2022-2023,2024-2025 "}).academiejaren


@pytest.mark.parametrize(
    ("velden", "veld", "goed"),
    [
        ({"naam": "Jan"}, "naam", "kies uit jaar, school"),
        ({"<script>\n": "x"}, "<script>", "bestaat niet"),
        ({"jaar": "2024"}, "jaar", "2026-2027"),
        ({"jaar": "2024-2026"}, "jaar", "twee jaren na elkaar"),
        ({"jaar": "2007-2008"}, "jaar", "vanaf 2008-2009"),
        ({"jaar": "9998-9999"}, "jaar", "vanaf 2008-2009"),
        ({"jaar": ",".join(f"{j}-{j + 1}" for j in range(2010, 2020))}, "jaar", "hoogstens 6"),
        ({"school": "Hogwarts"}, "school", "EhB"),
        ({"gevraagd": "misschien"}, "gevraagd", '"ja" of "nee"'),
        ({"bewijs": "1"}, "bewijs", '"ja" of "nee"'),
        ({"vakken": "0"}, "vakken", "1 tot 20"),
        ({"vakken": "21"}, "vakken", "1 tot 20"),
        ({"vakken": "²"}, "vakken", "1 tot 20"),
        ({"vakken": "9" * 5000}, "vakken", "1 tot 20"),
    ],
    ids=lambda waarde: str(waarde)[:30],
)
def test_a_field_that_cannot_be_is_refused_by_name(velden: dict[str, str], veld: str, goed: str) -> None:
    """With what would be right, and without repeating much of it."""
    with pytest.raises(InvoerFout) as fout:
        lees_verzoek(velden)
    assert veld == fout.value.veld
    assert goed in str(fout.value)
    assert len(str(fout.value)) < 300


@pytest.mark.parametrize("school", instellingen())
def test_every_institution_can_be_filled_in(school: str) -> None:
    """None is left out of the letter."""
    assert instellingen()[school].naam in tekst_van(Verzoek(instelling=school))


def test_an_office_program_reads_it(tmp_path: Path) -> None:
    """Converted to pdf by LibreOffice, page for page: a page of advice, then the letter."""
    programma = shutil.which("soffice")
    if programma is None:
        pytest.skip("LibreOffice (soffice) staat niet op deze machine")
    bestand = tmp_path / "ontwerp.docx"
    bestand.write_bytes(maak_docx(VOL))
    opdracht = [programma, f"-env:UserInstallation=file://{tmp_path}/profiel", "--headless", "--convert-to", "pdf",
                "--outdir", str(tmp_path), str(bestand)]  # fmt: skip
    subprocess.run(opdracht, check=True, capture_output=True, timeout=180)
    pdf = (tmp_path / "ontwerp.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert 3 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 4
