"""The draft verzoekschrift as a Word document: everything personal is a placeholder that the student fills in at home."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from datetime import timezone
from io import BytesIO
from typing import Any
from typing import Final

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.shared import Pt
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from leerkrediet_core.instellingen import instellingen
from leerkrediet_core.parameters import getal
from leerkrediet_core.verzoekschrift import GRONDSLAG
from leerkrediet_core.verzoekschrift import MEESTE_VAKKEN
from leerkrediet_core.verzoekschrift import RAAD
from leerkrediet_core.verzoekschrift import Verzoek


TITEL: Final = "Verzoekschrift: teruggave van leerkrediet wegens overmacht"
KOLOMMEN: Final = ("Vak", "Studiepunten", "Academiejaar", "Gemiste examenkans")

_TAAL: Final = "nl-BE"
_LETTER: Final = "Arial"
_BLAUW: Final = RGBColor(0x1B, 0x3A, 0x5C)
_GRIJS: Final = "F1F4F8"
_BREEDTES: Final = (Cm(4.4), Cm(3.3), Cm(3.4), Cm(4.9))
_RIJEN: Final = 3
_MEESTE_BLOKKEN: Final = 4
#: A moment that never changes, so that the same request gives the same bytes and no document says when it was made.
_MOMENT: Final = datetime(2026, 1, 1, tzinfo=timezone.utc)
_IN_HAKEN: Final = re.compile(r"(\[[^\[\]]+\])")


def schrijf(verzoek: Verzoek) -> bytes:
    """The document for ``verzoek``: a page of advice, then the letter."""
    document = docx.Document()
    _richt_in(document)
    _voorblad(document)
    _brief(document, verzoek)
    return _bewaar(document)


# -- the page of advice


def _voorblad(document: Document) -> None:
    document.add_heading("Lees dit eerst", 1)
    _kader(
        document,
        "Dit is een ontwerp, geen juridisch advies. De Raad beslist over je verzoek. Niemand kan je de uitkomst beloven.",
    )
    document.add_heading("Zo maak je het af", 2)
    for stap in (
        "Vul alles in wat geel is en tussen [haken] staat. Doe dat op je eigen computer.",
        "Schrap wat niet bij jou past.",
        "Zeg per gemist examen wat er gebeurde. Schrijf alleen op wat nodig is.",
        "Verwijder deze bladzijde.",
        "Druk de brief af en onderteken hem zelf.",
        "Stuur de brief met de bijlagen aangetekend naar de Raad. Het adres staat op https://dbrc.be.",
        "Stuur een aangetekende kopie naar je instelling.",
        "Bewaar een kopie van alles, en de bewijzen van verzending.",
    ):
        _alinea(document, stap, "List Number")
    document.add_heading("Let op", 2)
    for zin in (
        "Neem alleen vakken op waarvan je door overmacht minstens één examenkans miste. "
        "Legde je alle kansen van een vak af? Dan kan je dat leerkrediet niet terugvragen.",
        "Gaat het over dit academiejaar? Wacht dan in principe tot na de tweede zittijd. "
        "Voor vroegere jaren is er geen uiterste datum.",
        "Je bewijs moet de dag van het examen duidelijk dekken.",
        "Schrijf in het Nederlands. Is een stuk in een andere taal? Voeg een vertaling toe.",
        "Je hebt geen advocaat nodig. Een model van de Raad zelf vind je op https://dbrc.be.",
        "Ga je niet akkoord met een examenbeslissing? Dat is een andere procedure. "
        f"Daarvoor heb je maar {getal('beroep_intern_dagen')} kalenderdagen.",
        "Twijfel je? Vraag raad aan je trajectbegeleider of aan de ombuds van je opleiding.",
    ):
        _alinea(document, zin, "List Bullet")


# -- the letter


def _brief(document: Document, verzoek: Verzoek) -> None:
    sectie = document.add_section(WD_SECTION.NEW_PAGE)
    sectie.footer.is_linked_to_previous = False
    nummering = OxmlElement("w:pgNumType")
    nummering.set(qn("w:start"), "1")
    # Word refuses a document of which the parts of a section stand in another order.
    sectie._sectPr.find(qn("w:cols")).addprevious(nummering)
    _voettekst(sectie.footer.paragraphs[0])
    _hoofd(document)
    document.add_heading(TITEL, 1)
    _alinea(document, f"Op grond van {GRONDSLAG}.")
    _alinea(document, "Geachte leden van de Raad,")
    waarvoor = _waarvoor(verzoek)
    _alinea(
        document,
        f"Ik verloor leerkrediet {waarvoor}. Van elk vak in deel 3 kon ik door overmacht minstens één examenkans niet "
        "gebruiken. Ik vraag u om dat leerkrediet terug te geven.",
    )
    document.add_heading("1. Mijn gegevens", 2)
    _regels(
        document,
        ("Naam", "[vul hier je voornaam en naam in]"),
        ("Adres", "[vul hier je straat, nummer, postcode en gemeente in]"),
        ("Rijksregisternummer", "[vul hier je rijksregisternummer in]"),
        ("E-mailadres", "[vul hier je e-mailadres in]"),
    )
    document.add_heading("2. Mijn instelling", 2)
    _regels(
        document,
        (
            "Naam",
            instellingen()[verzoek.instelling].naam
            if verzoek.instelling
            else "[vul hier de naam van je instelling in]",
        ),
        ("Adres", "[vul hier het adres van je instelling in]"),
        ("Opleiding", "[vul hier je opleiding in]"),
    )
    document.add_heading("3. De vakken waarvoor ik leerkrediet terugvraag", 2)
    _tabel(document, verzoek)
    _feiten(document, verzoek)
    _ander_moment(document, verzoek)
    _bewijs(document, verzoek)
    document.add_heading("7. Wat ik vraag", 2)
    _alinea(
        document,
        "Ik vraag u vast te stellen dat ik door overmacht niet aan deze examens kon deelnemen. Een ander examenmoment was "
        "niet mogelijk: zie deel 5. Ik vraag u daarom het leerkrediet van de vakken in deel 3 terug te geven.",
    )
    _slot(document)
    _bijlagen(document, verzoek)


def _hoofd(document: Document) -> None:
    _alinea(document, "Aangetekend", vet=True)
    _alinea(document, f"{RAAD}\n[vul hier het adres van de Raad in: zie dbrc.be]")
    _alinea(document, "[vul hier je gemeente in], [vul hier de datum in]")


def _waarvoor(verzoek: Verzoek) -> str:
    jaren = verzoek.academiejaren
    if not jaren:
        return "in het academiejaar [vul hier het academiejaar in, zoals 2024-2025]"
    if len(jaren) == 1:
        return f"in het academiejaar {jaren[0]}"
    return f"in de academiejaren {', '.join(jaren[:-1])} en {jaren[-1]}"


def _tabel(document: Document, verzoek: Verzoek) -> None:
    jaren = verzoek.academiejaren
    jaar = jaren[0] if len(jaren) == 1 else f"[{' of '.join(jaren) or 'academiejaar'}]"
    aantal = min(verzoek.aantal_vakken or _RIJEN, MEESTE_VAKKEN)
    tabel = document.add_table(rows=1, cols=len(KOLOMMEN), style="Table Grid")
    tabel.autofit = False
    for kolom, breedte in zip(tabel.columns, _BREEDTES):
        kolom.width = breedte
    _eigenschap(tabel._tbl.tblPr, "w:tblCaption", val="Vakken waarvoor leerkrediet wordt teruggevraagd")
    rijen = [KOLOMMEN, *[("[naam van het vak]", "[aantal]", jaar, "[eerste of tweede, en de examendag]")] * aantal]
    for nummer, inhoud in enumerate(rijen):
        rij = tabel.rows[0] if nummer == 0 else tabel.add_row()
        eigenschappen = rij._tr.get_or_add_trPr()
        _eigenschap(eigenschappen, "w:cantSplit")
        if nummer == 0:
            _eigenschap(eigenschappen, "w:tblHeader")
        for cel, tekst, breedte in zip(rij.cells, inhoud, _BREEDTES):
            cel.width = breedte
            alinea = cel.paragraphs[0]
            alinea.paragraph_format.space_before = alinea.paragraph_format.space_after = Pt(3)
            _vul(alinea, tekst, vet=nummer == 0)
            if nummer == 0:
                _eigenschap(cel._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=_GRIJS)
    na = _alinea(document, "Samen: [aantal] studiepunten. [Voeg rijen toe of schrap ze, zodat elk vak een rij heeft.]")
    na.paragraph_format.space_before = Pt(6)


def _feiten(document: Document, verzoek: Verzoek) -> None:
    document.add_heading("4. Wat er gebeurde, per gemist examen", 2)
    aantal = min(verzoek.aantal_vakken or 1, _MEESTE_BLOKKEN)
    for nummer in range(1, aantal + 1):
        document.add_heading(f"Gemist examen {nummer}", 3)
        _regels(
            document,
            ("Vak en examendag", "[naam van het vak, en de dag en het uur van het examen]"),
            ("De feiten", "[zeg kort wat er gebeurde en wanneer]"),
            (
                "Waarom overmacht",
                "[zeg hoe dit buiten jou lag, en dat je het niet kon voorzien, verhinderen of overwinnen]",
            ),
            ("Bewijs", "[nummer van de bijlage]"),
        )
    _alinea(document, "[Miste je meer examens? Kopieer dit blok voor elk examen.]")


def _ander_moment(document: Document, verzoek: Verzoek) -> None:
    document.add_heading("5. Een ander examenmoment", 2)
    gevraagd = (
        "Ik vroeg mijn instelling om een ander examenmoment, op [vul hier de datum in]. Haar antwoord was: [zeg wat de "
        "instelling antwoordde, of dat er geen antwoord kwam]. Een kopie van mijn vraag en van het antwoord zit bij de bijlagen."
    )
    niet_gevraagd = (
        "Ik vroeg mijn instelling niet om een ander examenmoment. [Zeg eerlijk hoe dat kwam, bijvoorbeeld dat een ander "
        "moment door de feiten ook niet mogelijk was.]"
    )
    if verzoek.aangepast_examen_gevraagd is None:
        _alinea(document, "[Kies wat bij jou past, en schrap de rest.]")
        _alinea(document, gevraagd, "List Bullet")
        _alinea(document, niet_gevraagd, "List Bullet")
    else:
        _alinea(document, gevraagd if verzoek.aangepast_examen_gevraagd else niet_gevraagd)


def _bewijs(document: Document, verzoek: Verzoek) -> None:
    document.add_heading("6. Mijn bewijs", 2)
    _alinea(
        document,
        "Mijn puntenbriefje toont dat ik niet deelnam. Dit bewijs toont dat ik op de dag van het examen niet kon deelnemen: "
        "[zeg welk stuk het is, met zijn datum en de periode die het dekt].",
    )
    if not verzoek.bewijs_dekt_datum:
        _alinea(document, "[Zoek eerst een bewijs dat de dag van je examen duidelijk dekt. Schrap daarna deze zin.]")


def _slot(document: Document) -> None:
    _alinea(document, "Met hoogachting,").paragraph_format.keep_with_next = True
    lijn = _alinea(document, "Handtekening:")
    lijn.paragraph_format.space_after = Pt(54)
    lijn.paragraph_format.keep_with_next = True
    _alinea(document, "[vul hier je voornaam en naam in]")


def _bijlagen(document: Document, verzoek: Verzoek) -> None:
    document.add_heading("Bijlagen", 2)
    stukken = [
        "mijn puntenbriefje, waarop staat dat ik niet deelnam",
        "per gemist examen een bewijs dat de dag van het examen dekt",
    ]
    if verzoek.aangepast_examen_gevraagd is not False:
        stukken.append("een kopie van mijn vraag om een ander examenmoment, en van het antwoord")
    stukken.append("een vertaling van elk stuk dat niet in het Nederlands is")
    for nummer, stuk in enumerate(stukken, 1):
        alinea = _alinea(document, f"\u2610 Bijlage {nummer}: {stuk}")
        alinea.paragraph_format.space_after = Pt(3)
        alinea.paragraph_format.keep_with_next = nummer < len(stukken)


# -- paragraphs


def _alinea(document: Document, tekst: str, stijl: str | None = None, *, vet: bool = False) -> Paragraph:
    alinea = document.add_paragraph(style=stijl)
    _vul(alinea, tekst, vet=vet)
    return alinea


def _vul(alinea: Paragraph, tekst: str, *, vet: bool = False) -> None:
    """Add ``tekst``; what stands in brackets is marked as a place to fill in."""
    for deel in filter(None, _IN_HAKEN.split(tekst)):
        stuk = alinea.add_run(deel)
        stuk.bold = vet or None
        if _IN_HAKEN.fullmatch(deel):
            stuk.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _regels(document: Document, *rijen: tuple[str, str]) -> None:
    """Label and value per line, the values under each other."""
    for naam, waarde in rijen:
        alinea = document.add_paragraph()
        opmaak = alinea.paragraph_format
        opmaak.space_after = Pt(3)
        opmaak.left_indent, opmaak.first_line_indent = Cm(4.8), Cm(-4.8)
        opmaak.tab_stops.add_tab_stop(Cm(4.8))
        alinea.add_run(f"{naam}:\t").bold = True
        _vul(alinea, waarde)


def _kader(document: Document, tekst: str) -> None:
    alinea = _alinea(document, tekst, vet=True)
    eigenschappen = alinea._p.get_or_add_pPr()
    randen = OxmlElement("w:pBdr")
    for kant in ("top", "left", "bottom", "right"):
        _eigenschap(randen, f"w:{kant}", val="single", sz="8", space="6", color=str(_BLAUW))
    eigenschappen.append(randen)
    _eigenschap(eigenschappen, "w:shd", val="clear", color="auto", fill=_GRIJS)


def _voettekst(alinea: Paragraph) -> None:
    alinea.add_run("Verzoekschrift teruggave leerkrediet, bladzijde ")
    _veld(alinea, "PAGE")
    for stuk in alinea.runs:
        stuk.font.size = Pt(9)


def _veld(alinea: Paragraph, opdracht: str) -> None:
    """A number that Word works out."""
    _eigenschap(alinea.add_run()._r, "w:fldChar", fldCharType="begin")
    deel = OxmlElement("w:instrText")
    deel.text = f" {opdracht} "
    alinea.add_run()._r.append(deel)
    _eigenschap(alinea.add_run()._r, "w:fldChar", fldCharType="separate")
    alinea.add_run("1")
    _eigenschap(alinea.add_run()._r, "w:fldChar", fldCharType="end")


def _eigenschap(ouder: Any, naam: str, **waarden: str) -> None:
    deel = OxmlElement(naam)
    for sleutel, waarde in waarden.items():
        deel.set(qn(f"w:{sleutel}"), waarde)
    ouder.append(deel)


# -- the document as a whole


def _richt_in(document: Document) -> None:
    sectie = document.sections[0]
    sectie.page_width, sectie.page_height = Cm(21), Cm(29.7)
    sectie.left_margin = sectie.right_margin = Cm(2.5)
    sectie.top_margin = sectie.bottom_margin = Cm(2.2)
    for naam, grootte, ruimte in (
        ("Normal", 11, 0),
        ("Heading 1", 16, 12),
        ("Heading 2", 13, 14),
        ("Heading 3", 11, 8),
    ):
        stijl: Any = document.styles[naam]
        _zet_letter(stijl)
        stijl.font.size = Pt(grootte)
        stijl.paragraph_format.space_before = Pt(ruimte)
        stijl.paragraph_format.space_after = Pt(6)
        if naam != "Normal":
            stijl.font.bold = True
            stijl.font.color.rgb = _BLAUW
            stijl.paragraph_format.keep_with_next = True
    document.styles["Normal"].paragraph_format.space_after = Pt(8)
    document.styles["Normal"].paragraph_format.line_spacing = 1.15
    for naam in ("List Number", "List Bullet"):
        document.styles[naam].paragraph_format.space_after = Pt(4)
    for taal in document.styles.element.iter(qn("w:lang")):
        taal.set(qn("w:val"), _TAAL)
    document.settings.element.find(qn("w:themeFontLang")).set(qn("w:val"), _TAAL)
    _eigenschappen(document)


def _zet_letter(stijl: Any) -> None:
    letters = stijl.element.get_or_add_rPr().get_or_add_rFonts()
    letters.attrib.clear()
    for soort in ("ascii", "hAnsi", "cs", "eastAsia"):
        letters.set(qn(f"w:{soort}"), _LETTER)


def _eigenschappen(document: Document) -> None:
    eigen = document.core_properties
    eigen.title = TITEL
    eigen.subject = "Ontwerp om zelf aan te vullen"
    eigen.author = eigen.last_modified_by = eigen.comments = eigen.keywords = ""
    eigen.language = _TAAL
    eigen.created = eigen.modified = _MOMENT
    eigen.revision = 1


def _bewaar(document: Document) -> bytes:
    """The bytes, with the clock taken out of the zip."""
    pakket = document.part.package
    for sleutel, relatie in list(pakket.rels.items()):
        if relatie.reltype.endswith("/thumbnail"):
            # A picture of the empty template of the library.
            del pakket.rels[sleutel]
    met_klok, zonder_klok = BytesIO(), BytesIO()
    document.save(met_klok)
    with zipfile.ZipFile(met_klok) as bron, zipfile.ZipFile(zonder_klok, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in bron.namelist():
            deel = zipfile.ZipInfo(naam, _MOMENT.timetuple()[:6])
            deel.compress_type = zipfile.ZIP_DEFLATED
            deel.create_system = 0
            doel.writestr(deel, bron.read(naam))
    return zonder_klok.getvalue()
