// @ts-check
// What the bot says, as nodes. Nothing in it can become markup, and a link leads only where a link may lead.

import * as T from "./teksten.js";
import { icoon, knop, maak, verborgen } from "./knoop.js";
import { bewaarTekst, drukAf } from "./bewaren.js";

/** @typedef {import("./gesprek.js").Bericht} Bericht */
/** @typedef {import("./gesprek.js").Knop} Knop */
/** @typedef {import("./gesprek.js").Tabel} Tabel */

/** Bold, or an address that is not the end of another one. */
const DEEL = /\*\*(\S(?:[^*\n]*\S)?)\*\*|(?<![\w:])(?:https:\/\/|mailto:|tel:)[^\s<>"«»]+/gi;
const SLOT = /[.,;:!?'’”\]]+$/;
const LIJST = /^\s*[-•]\s+/;
const VEILIG = ["https:", "mailto:", "tel:"];

/** @param {unknown} waarde */
const alsTekst = (waarde) => (typeof waarde === "string" || typeof waarde === "number" ? String(waarde) : "");

/** What comes from outside is a list, or none. @template W @param {W[] | undefined} waarde @returns {W[]} */
const lijst = (waarde) => (Array.isArray(waarde) ? waarde : []);

/** @param {unknown} adres @param {URL} [basis] @returns {URL | null} */
function leesAdres(adres, basis) {
  try {
    return new URL(alsTekst(adres), basis);
  } catch {
    return null;
  }
}

/** The address, if a student may be sent there. @param {unknown} adres */
function veilig(adres) {
  const url = leesAdres(adres);
  return url && VEILIG.includes(url.protocol) ? url.href : null;
}

/** The address of something that the server itself offers, also where it lives in a folder; null when it lies elsewhere.
 * @param {unknown} adres @param {URL} basis */
function vanServer(adres, basis) {
  const pad = alsTekst(adres).replace(/^\/(?![/\\])/, "");
  const url = pad && leesAdres(pad, basis);
  return url && url.origin === basis.origin ? url.href : null;
}

/** An address as people write it. @param {string} adres */
const kort = (adres) => adres.replace(/^(https:\/\/|mailto:|tel:)/i, "").replace(/\/$/, "");

/** @param {string} href @param {string | Node} tekst */
function link(href, tekst) {
  const buiten = href.startsWith("https:");
  return maak(
    "a",
    buiten ? { href, target: "_blank", rel: "noopener noreferrer" } : { href },
    tekst,
    buiten && icoon("uit"),
    buiten && verborgen(` (${T.nieuw_tabblad})`),
  );
}

/** Text within a line: bold and links. @param {string} tekst @returns {(string | Node)[]} */
function inLijn(tekst) {
  const delen = [];
  let vanaf = 0;
  for (const treffer of tekst.matchAll(DEEL)) {
    delen.push(tekst.slice(vanaf, treffer.index));
    vanaf = treffer.index + treffer[0].length;
    if (treffer[1]) {
      delen.push(maak("strong", {}, ...inLijn(treffer[1])));
      continue;
    }
    let adres = treffer[0].replace(SLOT, "");
    // A bracket around the address is not part of it; one that opens within it is.
    if (adres.endsWith(")") && !adres.includes("(")) adres = adres.replace(/\)+$/, "").replace(SLOT, "");
    const href = veilig(adres);
    if (href) delen.push(link(href, kort(adres)), treffer[0].slice(adres.length));
    else delen.push(treffer[0]);
  }
  delen.push(tekst.slice(vanaf));
  return delen;
}

/** Lines as paragraphs, and lines that start with a dash as a list. @param {string} tekst */
export function alinea(tekst) {
  const stuk = document.createDocumentFragment();
  /** @type {HTMLUListElement | null} */
  let punten = null;
  for (const regel of tekst.split("\n")) {
    if (LIJST.test(regel)) {
      if (!punten) stuk.append((punten = maak("ul")));
      punten.append(maak("li", { dir: "auto" }, ...inLijn(regel.replace(LIJST, ""))));
    } else if (regel.trim()) {
      punten = null;
      stuk.append(maak("p", { dir: "auto", class: /^Bron: /.test(regel) && "bron" }, ...inLijn(regel)));
    }
  }
  return stuk;
}

/** @param {Tabel} tabel @returns {{titel: string, kolommen: string[], rijen: string[][]} | null} only text, however odd it came */
function gaveTabel({ titel, kolommen, rijen }) {
  const koppen = lijst(kolommen).map(alsTekst);
  if (!koppen.length) return null;
  return {
    titel: alsTekst(titel),
    kolommen: koppen,
    rijen: lijst(rijen)
      .filter(Array.isArray)
      .map((rij) => koppen.map((_, i) => alsTekst(rij[i]))),
  };
}

/** @param {Tabel} tabel */
function tabelknoop(tabel) {
  const gaaf = gaveTabel(tabel);
  if (!gaaf) return null;
  const klasse = (/** @type {number} */ i) => ({ class: lijst(tabel.getallen).includes(i) && "getal" });
  // A row with nothing but its first cell is the heading of those below it.
  let romp = maak("tbody");
  const rompen = [romp];
  for (const rij of gaaf.rijen) {
    const isKop = rij[0] && rij.length > 1 && !rij.slice(1).join("");
    if (isKop && romp.rows.length) rompen.push((romp = maak("tbody")));
    romp.append(
      maak(
        "tr",
        {},
        ...(isKop
          ? [maak("th", { scope: "rowgroup", colspan: rij.length, dir: "auto" }, rij[0])]
          : rij.map((cel, i) => maak("td", { dir: "auto", ...klasse(i) }, cel))),
      ),
    );
  }
  return maak(
    "div.schuif.blok",
    { role: "region", tabindex: 0, "aria-label": gaaf.titel || T.tabel },
    maak(
      "table",
      {},
      maak("caption", {}, gaaf.titel),
      maak("thead", {}, maak("tr", {}, ...gaaf.kolommen.map((k, i) => maak("th", { scope: "col", ...klasse(i) }, k)))),
      ...rompen,
    ),
  );
}

/** A picture with its description; where it cannot be shown the description stands there to be read.
 * @param {{adres: string, tekst: string}} beeld @param {URL} basis */
function beeldknoop({ adres, tekst }, basis) {
  const href = vanServer(adres, basis);
  const omschrijving = alsTekst(tekst);
  const alsWoorden = () => maak("p.beeldtekst", {}, `${T.grafiek}: ${omschrijving}`);
  if (!href) return omschrijving ? alsWoorden() : null;
  const figuur = maak("figure.blok", {});
  const plaatje = maak("img", { src: href, alt: omschrijving || T.grafiek, onerror: () => figuur.replaceWith(alsWoorden()) });
  figuur.append(
    maak("a", { href, target: "_blank", rel: "noopener noreferrer" }, plaatje, verborgen(` (${T.nieuw_tabblad})`)),
  );
  return figuur;
}

/** @param {{adres: string, titel: string}} document @param {URL} basis */
function documentknoop({ adres, titel }, basis) {
  const href = vanServer(adres, basis);
  if (!href) return null;
  return maak("a", { href, class: "document", download: true, rel: "noopener" }, icoon("bewaar"), alsTekst(titel) || T.document);
}

/** For the calculation alone. @param {Bericht} bericht @param {HTMLElement} antwoord the same, as it is shown */
const bewaarknoppen = (bericht, antwoord) =>
  maak(
    "div.hulpjes",
    {},
    knop(T.bewaar, "bewaar", {
      class: "",
      "aria-label": T.bewaar_berekening,
      onclick: () => bewaarTekst(T.bestand_berekening, [inWoorden(bericht, true)]),
    }),
    knop(T.druk, "druk", { class: "", "aria-label": T.druk_berekening, onclick: () => drukAf([antwoord]) }),
  );

/** @param {NonNullable<Bericht["contact"]>} contact */
function contactknoop({ titel, tekst, links }) {
  return maak(
    "div.contact",
    {},
    maak("p.contactnaam", { dir: "auto" }, alsTekst(titel)),
    alinea(alsTekst(tekst)),
    ...lijst(links).map((een) => {
      const href = veilig(een?.adres);
      return href && maak("p", {}, link(href, alsTekst(een.titel) || kort(href)));
    }),
  );
}

/**
 * Buttons that stay in their place and keep the focus after use.
 * @param {Knop[]} knoppen
 * @param {string} naam what the group is called
 * @param {(knop: Knop) => void} kies
 * @param {string} [gekozen] the title that was chosen before
 */
export function knoppenrij(knoppen, naam, kies, gekozen) {
  const rij = maak("div.knoppen", { role: "group", "aria-label": naam });
  const markeer = (/** @type {Element} */ gekozene) => {
    const vorige = rij.querySelector(".gekozen");
    vorige?.classList.remove("gekozen");
    vorige?.querySelectorAll(".icoon, .gehoord").forEach((teken) => teken.remove());
    gekozene.classList.add("gekozen");
    gekozene.prepend(icoon("vink"));
    gekozene.append(verborgen(` (${T.gekozen})`));
  };
  for (const keuze of knoppen) {
    const titel = alsTekst(keuze?.titel);
    if (!titel) continue;
    const element = maak("button", { type: "button", class: "keuze", dir: "auto" }, titel);
    element.addEventListener("click", () => {
      markeer(element);
      kies(keuze);
    });
    rij.append(element);
    if (titel === gekozen) markeer(element);
  }
  return rij.children.length ? rij : null;
}

/**
 * A message of the bot.
 * @param {Bericht} bericht
 * @param {URL} basis
 * @param {(knop: Knop) => void} kies
 * @param {string} [gekozen]
 */
export function berichtknopen(bericht, basis, kies, gekozen) {
  const { tekst, tabel, beeld, document: bijlage, contact, knoppen } = bericht;
  const bel = maak("div.bel", {});
  bel.append(
    ...[
      tekst && alinea(alsTekst(tekst)),
      tabel && tabelknoop(tabel),
      beeld && beeldknoop(beeld, basis),
      bijlage && documentknoop(bijlage, basis),
      contact && contactknoop(contact),
      tabel && bewaarknoppen(bericht, bel),
    ].filter((knoop) => knoop instanceof Node),
  );
  const rij = knoppenrij(lijst(knoppen), T.keuzes, kies, gekozen);
  return [bel.childNodes.length > 0 && bel, rij].filter((knoop) => knoop instanceof HTMLElement);
}

/** A message as plain words, for a screen reader and for a file. @param {Bericht} bericht @param {boolean} [helemaal] with every row */
export function inWoorden({ tekst, tabel, beeld, document: bijlage, contact, knoppen }, helemaal = false) {
  const gaaf = tabel && gaveTabel(tabel);
  const delen = [
    alsTekst(tekst).replace(/\*\*/g, ""),
    gaaf && [gaaf.titel, ...(helemaal ? [gaaf.kolommen, ...gaaf.rijen].map((rij) => rij.join(" | ")) : [])].join("\n"),
    beeld && `${T.grafiek}: ${alsTekst(beeld.tekst)}`,
    bijlage && `${T.document}: ${alsTekst(bijlage.titel)}`,
    contact && [contact.titel, contact.tekst, ...lijst(contact.links).map((een) => `${een?.titel}${helemaal ? `: ${een?.adres}` : ""}`)].map(alsTekst).join("\n"),
    !helemaal && lijst(knoppen).length && `${T.keuzes}: ${lijst(knoppen).map((knop) => alsTekst(knop?.titel)).join(", ")}`,
  ];
  return delen.filter(Boolean).join("\n");
}
