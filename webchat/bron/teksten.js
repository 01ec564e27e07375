// @ts-check
// Every Dutch word of the widget that the server does not send. One constant each, so that packing can shorten the names.

export const titel = "Leerkredietassistent";
export const oproep = "Vraag over leerkrediet?";
export const ongelezen = "{n} nieuw bericht";
export const ongelezen_meer = "{n} nieuwe berichten";
export const wie = "Digitale assistent, geen mens";
export const wie_school = "Digitale assistent van {school}";
export const begroeting = "Dag! Stel je vraag over leerkrediet, of kies een onderwerp.";
export const sluit = "Sluit de chat";

export const gesprek = "Gesprek";
export const jij = "Jij zegt:";
export const assistent = "Assistent zegt:";
export const onderwerpen = "Kies een onderwerp";
export const keuzes = "Keuzes";
export const gekozen = "gekozen";
export const bezig = "De assistent antwoordt";
export const nieuw_bericht = "Nieuw antwoord";
export const nieuw_tabblad = "opent in een nieuw tabblad";

export const vraag = "Je vraag";
export const typ = "Typ je vraag …";
export const stuur = "Verstuur";
export const geen_gegevens = "Typ geen persoonlijke gegevens.";
export const teken_over = "{n} van {max} tekens";
export const te_lang = "Je bericht is te lang: {n} tekens. Het mogen er {max} zijn.";
export const privacy = "Privacy";
export const toegankelijkheid = "Toegankelijkheid";

export const niet_verzonden = "Niet verzonden.";
export const opnieuw_proberen = "Opnieuw proberen";
export const wacht_op_verbinding = "Wacht op verbinding";
export const offline = "Geen verbinding. Je bericht vertrekt zodra je weer verbinding hebt.";
export const online = "Je hebt weer verbinding.";
export const geduld = "Het is druk. Ik probeer het over {n} seconden opnieuw.";
export const start_op = "De assistent start op. Ik probeer het zo opnieuw.";
export const geweigerd = "Stel je vraag anders.";
export const gesprek_afgelopen = "Je vorige gesprek is afgelopen. De assistent weet er niets meer van.";
export const gewist = "Je gesprek is gewist, omdat je een tijd niets stuurde.";
export const bijna_gewist = "Je gesprek wordt zo gewist. Wil je verder praten?";
export const ga_verder = "Ga verder";
export const verlengd = "Je kan verder praten.";
export const verlengen_mislukt = "Dat lukt nu niet.";

export const meer = "Meer mogelijkheden";
export const nieuw = "Nieuw gesprek";
export const nieuw_vraag = "Je begint opnieuw. Je gesprek hier verdwijnt.";
export const nieuw_klaar = "Een nieuw gesprek is begonnen.";
export const vergeet = "Verwijder mijn gesprek";
export const vergeet_vraag = "Je gesprek verdwijnt hier en bij de assistent, voor altijd.";
export const vergeet_ja = "Verwijder";
export const vergeet_klaar = "Je gesprek is verwijderd.";
export const vergeet_niet_meer = "Je gesprek was al afgelopen. Het is hier gewist.";
export const vergeet_mislukt = "Je gesprek is nog niet verwijderd. Kijk je verbinding na.";
export const annuleer = "Annuleer";
export const download = "Download het gesprek";
export const druk_af = "Druk het gesprek af";

export const tabel = "Tabel";
export const grafiek = "Grafiek";
export const document = "Document";
export const bewaar = "Download";
export const bewaar_berekening = "Download deze berekening";
export const druk = "Druk af";
export const druk_berekening = "Druk deze berekening af";
export const bestand_gesprek = "leerkrediet-gesprek";
export const bestand_berekening = "leerkrediet-berekening";
export const berekening_let_op = "Dit is een berekening. Je echte saldo staat in je Burgerprofiel.";

export const rekenhulp = "Vul je studiepunten in";
export const rekenhulp_titel = "Bereken je saldo";
export const rekenhulp_uitleg = "Vul per academiejaar in hoeveel studiepunten je opnam, en voor hoeveel je slaagde.";
export const jaar = "Jaar {n}";
export const opgenomen = "Opgenomen";
export const geslaagd = "Geslaagd";
export const jaar_erbij = "Nog een jaar";
export const jaar_weg = "Verwijder jaar {n}";
export const jaar_is_weg = "Jaar {n} is verwijderd.";
export const bereken = "Bereken";
export const vul_getal = "Vul een getal in van 0 tot {max}.";
export const vul_opgenomen = "Vul een getal in van 1 tot {max}.";
export const meer_geslaagd = "Je kan niet voor meer punten slagen dan je opnam.";
export const rekenzin = "Bereken mijn saldo. {jaren}";
export const rekenzin_jaar = "{n}e jaar: {opgenomen} opgenomen, {geslaagd} geslaagd.";

/** Shown when the server's own list cannot be had; each is sent as if it were typed. */
export const SUGGESTIES = [
  "Bereken mijn saldo",
  "Wat is leerkrediet?",
  "Ik val onder overmacht",
  "Ik verander van richting",
];
