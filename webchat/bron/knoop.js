// @ts-check
// Elements made one by one: no markup is ever parsed, and no style attribute is ever written.

/** @typedef {Node | string | null | undefined | false} Kind */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((gebeurtenis: any) => void)>} Eigenschappen */

const SVG = "http://www.w3.org/2000/svg";
/** Drawn on 24 by 24, with lines of the text's own colour. @type {Record<string, string>} */
const TEKENINGEN = {
  praat: "M4 5h16v11H10l-4 4v-4H4z M8 9h8 M8 12h5",
  sluit: "M6 6l12 12 M18 6L6 18",
  meer: "M5 12h1 M11.5 12h1 M18 12h1",
  stuur: "M12 19V5 M6 11l6-6 6 6",
  reken: "M6 3h12v18H6z M9 7h6 M9 12h.01 M12 12h.01 M15 12h.01 M9 16h.01 M12 16h.01 M15 16h.01",
  omlaag: "M12 5v14 M6 13l6 6 6-6",
  bewaar: "M12 4v11 M7 11l5 5 5-5 M5 20h14",
  druk: "M7 9V4h10v5 M7 17H4V9h16v8h-3 M7 14h10v6H7z",
  uit: "M14 5h5v5 M19 5l-8 8 M17 14v5H5V7h5",
  opnieuw: "M5 12a7 7 0 1 0 2-5 M7 3v4h4",
  weg: "M5 7h14 M9 7V4h6v3 M7 7l1 13h8l1-13",
  plus: "M12 5v14 M5 12h14",
  let: "M12 4l9 16H3z M12 10v4 M12 17h.01",
  vink: "M5 12l5 5 9-10",
};

/**
 * An element: functions become listeners, `false` and null leave an attribute out, all else is an attribute.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K | `${K}.${string}`} naam with its classes, as in a style sheet
 * @param {Eigenschappen} [eigenschappen]
 * @param {Kind[]} kinderen
 * @returns {HTMLElementTagNameMap[K]}
 */
export function maak(naam, eigenschappen = {}, ...kinderen) {
  const [soort, ...klassen] = naam.split(".");
  const element = /** @type {HTMLElementTagNameMap[K]} */ (document.createElement(soort));
  if (klassen.length) element.className = klassen.join(" ");
  for (const [sleutel, waarde] of Object.entries(eigenschappen)) {
    if (typeof waarde === "function") element.addEventListener(sleutel.slice(2), waarde);
    else if (waarde != null && waarde !== false) element.setAttribute(sleutel, waarde === true ? "" : String(waarde));
  }
  for (const kind of kinderen) if (kind) element.append(kind);
  return element;
}

/** @param {string} naam a key of TEKENINGEN */
export function icoon(naam) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icoon");
  svg.setAttribute("aria-hidden", "true");
  const lijn = document.createElementNS(SVG, "path");
  lijn.setAttribute("d", TEKENINGEN[naam]);
  svg.append(lijn);
  return svg;
}

/** A style sheet made by script: a strict Content-Security-Policy allows it, and no rule of the page reaches what it is for.
 * @param {string} regels @param {typeof globalThis} [venster] whose document will use it */
export function blad(regels, venster = window) {
  const stijl = new venster.CSSStyleSheet();
  stijl.replaceSync(regels);
  return stijl;
}

/** Text for those who listen only. @param {string} tekst */
export const verborgen = (tekst) => maak("span.gehoord", {}, tekst);

/** A button with words. @param {string} tekst @param {string} [beeld] @param {Eigenschappen} [meer] */
export const knop = (tekst, beeld, meer = {}) => maak("button", { type: "button", class: "knop", ...meer }, beeld && icoon(beeld), tekst);

/** A button that shows an icon and is called by its name. @param {string} naam @param {string} beeld @param {Eigenschappen} [meer] */
export const icoonknop = (naam, beeld, meer = {}) =>
  maak("button", { type: "button", class: "rond", "aria-label": naam, title: naam, ...meer }, icoon(beeld));

/** Fills the {names} in a text. @param {string} tekst @param {Record<string, string | number>} waarden */
export const vul = (tekst, waarden) => tekst.replace(/\{(\w+)\}/g, (heel, naam) => String(waarden[naam] ?? heel));

/** Tells a screen reader something new. The region stands there before the text, and each text is a new element, so that
 * the same words twice are read twice. Emptied later: what was said must not be found again while reading the page.
 * @param {HTMLElement} gebied @param {string} tekst */
export function zegHardop(gebied, tekst) {
  const zin = maak("p", {}, tekst);
  gebied.append(zin);
  setTimeout(() => zin.remove(), 2000);
}

/** Hands a text to the browser as a file. @param {string} naam @param {string} inhoud */
export function bewaarBestand(naam, inhoud) {
  const adres = URL.createObjectURL(new Blob([inhoud], { type: "text/plain;charset=utf-8" }));
  maak("a", { href: adres, download: naam }).click();
  setTimeout(() => URL.revokeObjectURL(adres), 10000);
}
